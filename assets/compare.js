// Two states of one exhibit side by side: A, which was pinned, is drawn in the card beside B, the view on show.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;
  const KEPT = ["years", ...address.spec.dimensions, "vintage"];

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...children);
    return element;
  }

  // What the address says of one exhibit, as its parameter `pin` writes it.
  function stateOf(exhibit) {
    const params = address.read();
    const view = (params.get("view") || "").split(",").find((part) => part.startsWith(exhibit + ":"));
    const parts = KEPT.filter((name) => params.get(name)).map((name) => name + ":" + params.get(name));
    return [exhibit, ...parts, ...(view ? ["view:" + view.split(":")[1]] : [])].join("~");
  }

  function pinnedNow() {
    return (address.read().get("pin") || "").split("~")[0];
  }

  function toggle(exhibit) {
    const params = address.read();
    if (pinnedNow() === exhibit) {
      params.delete("pin");
    } else {
      params.set("pin", stateOf(exhibit));
    }
    address.go(address.written(params));
  }

  // The place of A in its card, made when there is something to put in it; nothing when it was let go.
  function place(payload) {
    document.querySelectorAll("[data-pinned]").forEach((slot) => {
      const mine = payload && slot.dataset.pinned === payload.exhibit;
      const card = slot.closest("[data-exhibit]");
      card.toggleAttribute("data-comparing", Boolean(mine));
      if (!mine) {
        slot.replaceChildren();
      } else if (!slot.firstChild) {
        slot.append(aside(payload));
      }
    });
    if (payload) {
      const list = document.querySelector("[data-differences]");
      list.replaceChildren(...payload.differences.map((words) => make("li", {}, words)));
    }
    sync();
  }

  function aside(payload) {
    const part = (tag, name, classes) => make(tag, { "data-part": name, class: classes });
    const heights = Object.entries(payload.heights).map(([name, px]) => "--h-" + name + ":" + px + "px");
    return make(
      "div",
      { "data-exhibit": "pinned", class: "side-a" },
      part("p", "side", "side"),
      part("p", "headline", "headline"),
      part("p", "subtitle", "subtitle"),
      part("p", "latest", "subtitle latest"),
      make("div", { "data-chart": "pinned", class: "chart", role: "figure", tabindex: "0", style: heights.join(";") }),
      make("div", { "data-printed": "pinned", class: "printed" }),
      part("p", "empty", "empty"),
      part("p", "silent", "silent"),
      make("ul", { "data-differences": "", class: "differences" }),
      part("ul", "notes", "notes unseen")
    );
  }

  function sync() {
    document.querySelectorAll("[data-pin]").forEach((button) => {
      const on = pinnedNow() === button.dataset.pin;
      button.textContent = on ? button.dataset.off : button.dataset.on;
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pin]");
    if (button) {
      toggle(button.dataset.pin);
    }
  });
  dashboard.compare = { place, stateOf };
})(window.dashboard);
