// The filter bar offers by hand what the gestures do on the charts: years (with play), and the chapter's dimensions as
// pickers that can be searched. What it offers comes with the page (#filters); what is chosen stands in the address.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;
  const PACE = 1100; // ms a year
  const LOOKING = ["Tab", "Shift", "PageUp", "PageDown"]; // keys
  let playing = null;
  let stepped = ""; // the year that play has chosen itself

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

  // The years that the charts of the page show; all that it has data for where none has a time axis.
  function onShow(given) {
    const shown = dashboard.charts ? dashboard.charts.years("any") : [];
    return shown.every(Number.isFinite) && shown.length ? shown : given.years;
  }

  // First and last year that are chosen, and what stands between their boxes: years of a set are not a range.
  function ends(given) {
    const text = address.value("years");
    const all = text.split(/[-,]/).map(Number);
    const between = text.includes(",") ? (all.length > 2 ? ", …," : ",") : "–";
    return text && all.every(Number.isInteger) ? [all[0], all[all.length - 1], between] : [...onShow(given), between];
  }

  function years(given) {
    const [low, high] = given.years;
    const box = (words) => make("input", { type: "number", min: low, max: high, ariaLabel: words, className: "year" });
    const [first, last] = [box(given.words.first), box(given.words.last)];
    const between = make("span", { textContent: "–" });
    const year = (input) => Number(input.value || input.placeholder); // of a set, the boxes are empty
    const apply = ({ target }) => {
      const wrong = [first, last].filter((input) => !Number.isInteger(year(input)) || year(input) < low || year(input) > high);
      const allowed = given.words.allowed.replace("{first}", low).replace("{last}", high);
      [first, last].forEach((input) => input.setCustomValidity(wrong.includes(input) ? allowed : ""));
      const typed = year(target); // the other end moves along
      const [a, b] = target === first ? [typed, Math.max(typed, year(last))] : [Math.min(typed, year(first)), typed];
      if (wrong.length) {
        wrong[0].reportValidity();
        dashboard.gestures.say(allowed);
      } else {
        write({ years: a === low && b === high ? "" : a === b ? String(a) : a + "-" + b });
      }
    };
    const typing = new Set(); // an answer that comes meanwhile leaves alone what is half written
    [first, last].forEach((input) => {
      input.addEventListener("input", () => typing.add(input));
      input.addEventListener("blur", () => typing.delete(input));
      input.addEventListener("change", (event) => {
        typing.delete(input);
        apply(event);
      });
    });
    const play = make("button", { type: "button", className: "play", textContent: given.words.play });
    play.addEventListener("click", () => (playing ? stop(play, given) : start(play, given)));
    const group = make("div", { className: "filter-years" }, make("span", { className: "bar-label", textContent: given.words.years }), first, between, last, play);
    group.sync = () => {
      [first, last].forEach((input) => input.setCustomValidity(""));
      const [from, to, sign] = ends(given);
      [[first, from], [last, to]].filter(([input]) => !typing.has(input)).forEach(([input, value]) => {
        input.value = sign === "–" ? value : "";
        input.placeholder = sign === "–" ? "" : value;
      });
      between.textContent = sign;
    };
    interrupt(play, given);
    return group;
  }

  // One year after the other, in one entry of the history; where motion is unwelcome, one step a press.
  function start(play, given) {
    if (step() && !window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      playing = window.setInterval(() => step() || stop(play, given), PACE);
      play.textContent = given.words.stop;
    }
  }

  // Shows the next year, after the last one the first; whether there is another one.
  function step() {
    const text = address.value("years");
    const [first, last] = dashboard.charts.years();
    const next = /^\d{4}$/.test(text) ? Number(text) + 1 : first;
    const now = next > last ? first : next;
    stepped = String(now);
    write({ years: stepped }, true);
    return now < last;
  }

  function stop(play, given) {
    window.clearInterval(playing);
    playing = null;
    play.textContent = given.words.play;
  }

  // Whatever else the reader does stops it; looking around (scrolling, pointing, the Tab key) does not.
  function interrupt(play, given) {
    const otherwise = (event) => {
      const own = event.type === "popstate" ? address.value("years") === stepped : play.contains(event.target);
      if (playing && !own && !LOOKING.includes(event.key)) {
        stop(play, given);
      }
    };
    ["click", "keydown", "change"].forEach((type) => document.addEventListener(type, otherwise, true));
    window.addEventListener("popstate", otherwise);
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
    const mine = dimension.id === "state" ? myState(given, boxes, dimension) : null;
    const parts = [...(boxes.length > 8 ? [search] : []), list, ...(mine ? [mine] : [])];
    const details = make("details", { className: "filter-picker" }, summary, make("div", { className: "filter-menu" }, ...parts));
    details.dataset.filter = dimension.id;
    details.sync = () => {
      const chosen = address.value(dimension.id).split(",");
      boxes.forEach((one) => (one.input.checked = chosen.includes(one.input.value)));
      const count = boxes.filter((one) => one.input.checked).length;
      summary.textContent = dimension.name + (count ? " (" + count + ")" : "");
      if (mine) {
        mine.sync();
      }
    };
    return details;
  }

  // With one state chosen, the browser can keep it as the reader's own; and forget the one that it keeps.
  function myState(given, boxes, dimension) {
    const keep = make("input", { type: "checkbox" });
    const label = make("label", {}, keep, " " + given.words.keep);
    const forget = make("button", { type: "button", className: "forget" });
    const box = make("div", { className: "my-state" }, label, forget);
    const chosen = () => boxes.filter((one) => one.input.checked).map((one) => one.input.value);
    const set = (state) => {
      dashboard.held.keepState(state);
      box.sync();
    };
    keep.addEventListener("change", () => set(keep.checked ? chosen()[0] : ""));
    forget.addEventListener("click", () => {
      set("");
      (label.hidden ? box.closest("details").querySelector("summary") : keep).focus();
    });
    box.sync = () => {
      const mine = dashboard.held.myState();
      const [one, ...more] = chosen();
      const alone = Boolean(one) && one.includes("-") && !more.length; // a state, not a whole country
      label.hidden = !alone;
      keep.checked = alone && one === mine;
      forget.hidden = !mine || keep.checked;
      const known = dimension.values.find(([id]) => id === mine);
      forget.textContent = given.words.forget.replace("{state}", known ? known[1] : mine);
      box.hidden = label.hidden && forget.hidden;
    };
    return box;
  }

  // The button that opens the bar on a phone says how many filters are on.
  function count() {
    const button = document.querySelector(".bar-toggle");
    const on = [...address.spec.dimensions, "years"].filter((name) => address.value(name)).length;
    if (button) {
      button.dataset.words = button.dataset.words || button.textContent;
      button.textContent = button.dataset.words + (on ? " (" + on + ")" : "");
    }
  }

  function prepare() {
    const place = document.querySelector("[data-filters]");
    if (!place) {
      return;
    }
    if (place.dataset.ready === undefined) {
      place.dataset.ready = "";
      const given = JSON.parse(place.dataset.filters);
      place.replaceChildren(years(given), ...given.dimensions.map((dimension) => picker(given, dimension)));
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
    count();
  }

  dashboard.filters = { prepare };
})(window.dashboard);
