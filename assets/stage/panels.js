// What opens over the stage, and the short messages at its foot: keys, years, the pickers of a dimension, the black
// screen. Each is reached and left by the keyboard alone.
(function (dashboard) {
  "use strict";
  const { address, figures } = dashboard;
  const { words } = figures.given;

  function find(id) {
    return document.getElementById("stage-" + id);
  }

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function open() {
    return [find("panel"), find("filter")].find((panel) => !panel.hidden) || null;
  }

  function close() {
    [find("panel"), find("filter")].forEach((panel) => (panel.hidden = true));
    dashboard.stage.main.focus();
  }

  function fill(title, ...children) {
    const panel = find("panel");
    const shut = make("button", { type: "button", className: "stage-close", textContent: words.close });
    shut.addEventListener("click", close);
    panel.setAttribute("aria-label", title);
    panel.replaceChildren(make("h2", { textContent: title }), ...children, shut);
    panel.hidden = false;
  }

  // Every key is a button too, for those who have no keyboard at hand.
  function help() {
    const entries = figures.given.keys.map(([keys, action, does]) => {
      const inside = [make("kbd", { textContent: keys }), make("span", { textContent: does })];
      const button = make("button", { type: "button" }, ...inside);
      button.dataset.act = action;
      return make("li", {}, action ? button : make("p", {}, ...inside));
    });
    fill(words.help, make("ul", { className: "stage-help" }, ...entries));
    find("panel").querySelector("button").focus();
  }

  function years() {
    const [first, last] = JSON.parse(document.querySelector("[data-filters]").dataset.filters).years;
    const say = (text, found) => dashboard.stage.say(text, { first, last, found });
    const input = make("input", { type: "text", value: address.value("years"), ariaLabel: words.years });
    const told = make("p", { textContent: say(words.years_form) });
    const form = make("form", {}, input, told);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const wanted = readYears(input.value.trim(), first, last);
      if (wanted === null) {
        told.textContent = say(words.years_wrong, input.value);
        told.setAttribute("role", "alert");
        input.select();
        return;
      }
      const params = address.read();
      params.set("years", wanted);
      params.delete("from"); // chosen by hand: everything filters
      close();
      address.go(address.written(params));
    });
    fill(words.years, form);
    input.select();
  }

  // The years as the address writes them; null for what cannot be read.
  function readYears(text, first, last) {
    const range = /^(\d{4})\s*[-–]\s*(\d{4})$/.exec(text);
    const single = /^\d{4}(\s*,\s*\d{4})*$/.test(text) && text.split(",").map(Number);
    const all = range ? [Number(range[1]), Number(range[2])] : single;
    if (!text) {
      return "";
    }
    if (!all || all.some((year) => year < first || year > last) || (range && all[0] > all[1])) {
      return null;
    }
    return range && all[0] < all[1] ? all.join("-") : Array.from(new Set(all)).sort().join(",");
  }

  // The pickers of the filter bar, those of the exhibit on stage.
  function filter(exhibit) {
    const pickers = Array.from(find("filter").querySelectorAll("[data-filter]"));
    pickers.forEach((one) => (one.hidden = !exhibit.dimensions.includes(one.dataset.filter)));
    const there = pickers.filter((one) => !one.hidden);
    if (!there.length) {
      notice(words.no_dimension);
      return;
    }
    find("filter").hidden = false;
    there.forEach((one, i) => (one.open = !i));
    (there[0].querySelector("input") || there[0].querySelector("summary")).focus();
  }

  // The arrows walk what can be chosen; Tab does too.
  function walk(panel, step) {
    const stops = Array.from(panel.querySelectorAll("button, summary, input")).filter((one) => one.offsetParent);
    const at = stops.indexOf(document.activeElement);
    stops[(at + step + stops.length) % stops.length].focus();
  }

  function notice(text) {
    find("notice").textContent = text;
    find("notice").hidden = false;
  }

  function goTo(text) {
    find("goto").textContent = text;
    find("goto").hidden = !text;
  }

  function quiet() {
    find("notice").hidden = true;
    goTo("");
  }

  function isTelling() {
    return !find("notice").hidden || !find("goto").hidden;
  }

  function isBlack() {
    return !find("black").hidden;
  }

  function black(on = !isBlack()) {
    find("black").hidden = !on;
    document.getElementById("live").textContent = on ? words.black : "";
    dashboard.link.tell();
  }

  dashboard.panels = { open, close, help, years, filter, walk, notice, goTo, quiet, black, isTelling, isBlack };
})(window.dashboard);
