// The filter bar offers by hand what the gestures do on the charts: years (with play), and the chapter's dimensions as
// pickers that can be searched. What it offers comes with the page (#filters); what is chosen stands in the address.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;
  const PACE = 1100; // ms a year
  let playing = null;

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function write(changes, replace) {
    const params = address.read();
    Object.entries(changes).forEach(([name, value]) => params.set(name, value));
    params.delete("from"); // chosen by hand: everything filters
    address.go(address.written(params), replace);
  }

  function ends(given) {
    const text = address.value("years");
    const all = text.split(/[-,]/).map(Number);
    return text ? [all[0], all[all.length - 1]] : given.years;
  }

  function years(given) {
    const [low, high] = given.years;
    const box = (words) => make("input", { type: "number", min: low, max: high, ariaLabel: words, className: "year" });
    const [first, last] = [box(given.words.first), box(given.words.last)];
    const apply = () => {
      const [a, b] = [Number(first.value), Number(last.value)].sort((x, y) => x - y);
      if (a >= low && b <= high) {
        write({ years: a === low && b === high ? "" : a === b ? String(a) : a + "-" + b });
      }
    };
    [first, last].forEach((input) => input.addEventListener("change", apply));
    const play = make("button", { type: "button", className: "play", textContent: given.words.play });
    play.addEventListener("click", () => (playing ? stop(play, given) : start(play, given)));
    const group = make("div", { className: "filter-years" }, make("span", { className: "bar-label", textContent: given.words.years }), first, "–", last, play);
    group.sync = () => [first.value, last.value] = ends(given);
    return group;
  }

  // One year after the other; where motion is unwelcome, one step a press.
  function start(play, given) {
    const step = () => {
      const text = address.value("years");
      const shown = dashboard.charts.years();
      const now = /^\d{4}$/.test(text) ? Number(text) + 1 : shown[0];
      write({ years: String(now > shown[1] ? shown[0] : now) }, true);
      if (now >= shown[1]) {
        stop(play, given);
      }
    };
    step();
    if (!window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      playing = window.setInterval(step, PACE);
      play.textContent = given.words.stop;
    }
  }

  function stop(play, given) {
    window.clearInterval(playing);
    playing = null;
    play.textContent = given.words.play;
  }

  function picker(given, dimension) {
    const search = make("input", { type: "search", placeholder: given.words.find, ariaLabel: given.words.find });
    const list = make("ul", {});
    const summary = make("summary", { textContent: dimension.name });
    const boxes = dimension.values.map(([id, label]) => {
      const input = make("input", { type: "checkbox", value: id });
      const item = make("li", {}, make("label", {}, input, " " + label));
      input.addEventListener("change", () => {
        const chosen = boxes.filter((one) => one.input.checked).map((one) => one.input.value);
        write({ [dimension.id]: chosen.sort().join(",") });
      });
      return { input, item, words: dashboard.lists.plain(label) };
    });
    list.append(...boxes.map((one) => one.item));
    search.addEventListener("input", () => {
      const word = dashboard.lists.plain(search.value);
      boxes.forEach((one) => (one.item.hidden = !one.words.includes(word)));
    });
    const details = make("details", { className: "filter-picker" }, summary, make("div", { className: "filter-menu" }, ...(boxes.length > 8 ? [search] : []), list));
    details.dataset.filter = dimension.id;
    details.sync = () => {
      const chosen = address.value(dimension.id).split(",");
      boxes.forEach((one) => (one.input.checked = chosen.includes(one.input.value)));
      const count = boxes.filter((one) => one.input.checked).length;
      summary.textContent = dimension.name + (count ? " (" + count + ")" : "");
    };
    return details;
  }

  function prepare() {
    const place = document.querySelector("[data-filters]");
    if (!place) {
      return;
    }
    if (!place.children.length) {
      const given = JSON.parse(place.dataset.filters);
      place.append(years(given), ...given.dimensions.map((dimension) => picker(given, dimension)));
      document.addEventListener("click", (event) => {
        place.querySelectorAll("details[open]").forEach((one) => one.contains(event.target) || (one.open = false));
      });
      place.addEventListener("keydown", (event) => {
        const open = event.target.closest("details[open]");
        if (event.key === "Escape" && open) {
          event.stopPropagation();
          open.open = false;
          open.querySelector("summary").focus();
        }
      });
    }
    Array.from(place.children).forEach((child) => child.sync());
  }

  dashboard.filters = { prepare };
})(window.dashboard);
