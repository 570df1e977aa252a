// The tray: cards of any chapter in the order in which they are presented, or exported as slides. It is the parameter
// `tray` of the address, so that a link brings it along.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function ids() {
    return address.value("tray").split(",").filter(Boolean);
  }

  function write(chosen) {
    const params = address.read();
    params.set("tray", chosen.join(","));
    address.go(address.written(params));
  }

  function given() {
    const place = document.querySelector("[data-tray]");
    return place && JSON.parse(place.dataset.tray);
  }

  function toggle(exhibit) {
    const { names, words } = given();
    const there = ids().includes(exhibit);
    write(there ? ids().filter((id) => id !== exhibit) : ids().concat(exhibit));
    dashboard.gestures.say((there ? words.taken : words.added).replace("{name}", names[exhibit]));
  }

  function move(exhibit, by) {
    const order = ids();
    const at = order.indexOf(exhibit);
    order.splice(at, 1);
    order.splice(at + by, 0, exhibit);
    write(order);
    const again = document.querySelector('[data-tray] li[data-id="' + exhibit + '"] [data-by="' + by + '"]');
    (again && !again.disabled ? again : document.querySelector(".tray summary")).focus();
  }

  function button(words, name, act) {
    const made = make("button", { type: "button", textContent: words, ariaLabel: words + ": " + name });
    made.addEventListener("click", act);
    return made;
  }

  function row({ names, words }, id, at, all) {
    const name = names[id];
    const [up, down] = [[words.up, -1], [words.down, 1]].map(([label, by]) => {
      const made = button(label, name, () => move(id, by));
      made.dataset.by = by;
      made.disabled = at + by < 0 || at + by >= all.length;
      return made;
    });
    const remove = button(words.remove, name, () => write(ids().filter((other) => other !== id)));
    const item = make("li", {}, make("span", { textContent: name }), make("span", { className: "tray-moves" }, up, down, remove));
    item.dataset.id = id;
    return item;
  }

  // The links present and export exactly what the address says.
  function links({ words, present, deck }) {
    const params = address.read();
    const link = (textContent, href) => make("a", { textContent, href: href + address.written(params) });
    const show = link(words.present, present + "?");
    const cards = "cards=" + ids().join(",") + "&";
    params.delete("tray");
    const slides = link(words.deck, deck + "?" + cards);
    const empty = button(words.clear, words.name, () => write([]));
    return make("p", { className: "tray-links" }, show, slides, empty);
  }

  function prepare() {
    const place = document.querySelector("[data-tray]");
    if (!place) {
      return;
    }
    const offered = given();
    const { words, names } = offered;
    const chosen = ids().filter((id) => names[id]);
    const summary = place.parentElement.querySelector("summary");
    summary.textContent = words.name + (chosen.length ? " (" + chosen.length + ")" : "");
    const order = make("ol", {}, ...chosen.map((id, at) => row(offered, id, at, chosen)));
    place.replaceChildren(...(chosen.length ? [order, links(offered)] : [make("p", { textContent: words.empty })]));
    document.querySelectorAll("[data-tray-card]").forEach((card) => {
      const there = chosen.includes(card.dataset.trayCard);
      card.textContent = there ? words.take : words.add;
    });
  }

  document.addEventListener("click", (event) => {
    const card = event.target.closest("[data-tray-card]");
    const open = document.querySelector(".tray[open]");
    if (card) {
      toggle(card.dataset.trayCard);
    }
    if (open && !open.contains(event.target) && event.target.isConnected) {
      open.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    const open = event.target.closest && event.target.closest(".tray[open]");
    if (open && event.key === "Escape") {
      event.stopImmediatePropagation();
      open.open = false;
      open.querySelector("summary").focus();
    }
  }, true);
  window.addEventListener("popstate", prepare);
  dashboard.tray = { prepare };
})(window.dashboard);
