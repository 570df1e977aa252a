// What a reader does on a chart: click, Shift-click, drag, legend words, rows of printed tables; walk.js has the keyboard,
// touch.js the finger. Every gesture sets parameters that could have been set by hand; Back undoes it.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;
  const SLIP = 0.25; // years that make a drag of a click
  const coarse = window.matchMedia("(pointer: coarse)");
  const pointed = new WeakMap(); // chart -> the points that the pointer is on
  const heard = new WeakMap(); // chart -> the emitter that is listened to
  const waiting = []; // what is done once the mouse is up
  let pressed = null; // the last press of the mouse: {chart, shift, down, cancelled}; plotly.js tells of its drag later

  function values(params, name) {
    const text = params.get(name) || "";
    return name === "years" && /-/.test(text) ? [] : text.split(",").filter(Boolean);
  }

  // Values of one dimension, chosen in an exhibit: alone, or (add) with what was chosen before. Chosen again, they are let go.
  function select(exhibit, [name, ...chosen], add) {
    const params = address.read();
    const before = values(params, name);
    const all = chosen.every((value) => before.includes(value));
    let after = chosen;
    if (add) {
      after = all ? before.filter((one) => !chosen.includes(one)) : before.concat(chosen);
    } else if (all && before.length === new Set(chosen).size) {
      after = [];
    }
    choose(params, exhibit, name, after);
  }

  function choose(params, exhibit, name, chosen) {
    params.set(name, Array.from(new Set(chosen)).sort().join(","));
    params.set("from", exhibit);
    if (![...address.spec.dimensions, "years"].some((one) => params.get(one))) {
      params.delete("from");
    }
    address.go(address.written(params));
  }

  // Takes back filters: those named, or all.
  function clear(names) {
    const filters = [...address.spec.dimensions, "years"];
    const params = address.read();
    (names || filters).forEach((name) => params.delete(name));
    if (!filters.some((name) => params.get(name))) {
      params.delete("from");
    }
    const query = address.written(params);
    if (query !== address.written(address.read())) {
      address.go(query);
    }
  }

  function chartOf(exhibit) {
    return document.querySelector('[data-chart="' + exhibit + '"]');
  }

  // What the mark that is pointed at selects.
  function selectsAt(exhibit, points, event) {
    const point = points && points.length ? dashboard.marks.nearest(chartOf(exhibit), points, event) : null;
    const id = point && dashboard.marks.idOf(point);
    return { id, selects: id && dashboard.charts.payload(exhibit).selects[id] };
  }

  function onClick(exhibit, event) {
    if (dashboard.touch.swallows(event.event)) {
      return;
    }
    const { id, selects } = selectsAt(exhibit, event.points, event.event);
    if (!selects) {
      return;
    }
    if (!dashboard.touch.keep(exhibit, id, event.event)) {
      dashboard.marks.hide(chartOf(exhibit));
    }
    select(exhibit, selects, event.event && event.event.shiftKey);
  }

  // A drag over time chooses a range of years, each end the nearest one; a box over marks chooses all of theirs.
  function onSelected(exhibit, event) {
    const payload = dashboard.charts.payload(exhibit);
    if (!event || !(event.range || event.points.length)) {
      return; // nothing was drawn, or what was drawn is being put away
    }
    if (pressed && pressed.cancelled) {
      event.points = [];
      event.range = null;
    }
    if (payload.time && event.range && event.range.x) {
      chooseYears(exhibit, event.range.x);
    } else {
      chooseMarks(exhibit, event.points.map(dashboard.marks.idOf), pressed && pressed.shift);
    }
    putAway(chartOf(exhibit));
  }

  // The box that plotly.js leaves on a chart would get in the way of the next one.
  function putAway(chart) {
    if (chart.data && ((chart.layout || {}).selections || []).length) {
      window.Plotly.relayout(chart, { selections: [] });
    }
  }

  function chooseYears(exhibit, range) {
    const params = address.read();
    const ends = range.map(dashboard.linked.yearOf).sort((a, b) => a - b);
    const there = yearsOf(exhibit);
    const [first, last] = ends.map((year) => Math.min(Math.max(Math.round(year), there[0]), there[1]));
    if (ends[1] - ends[0] < SLIP) {
      return;
    }
    if (last > first) {
      params.set("years", first + "-" + last);
      params.set("from", exhibit);
      address.go(address.written(params));
    } else if (last === first) {
      choose(params, exhibit, "years", [String(first)]);
    }
  }

  // First and last year of the marks of a time axis.
  function yearsOf(exhibit) {
    const { data } = dashboard.charts.payload(exhibit);
    const xs = data.flatMap((trace) => (trace.customdata || []).flatMap((id, i) => (id ? [trace.x[i]] : [])));
    const years = xs.map((x) => Math.round(dashboard.linked.yearOf(x)));
    return [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
  }

  // All that some marks select, of the dimension that the first of them does.
  function chooseMarks(exhibit, ids, add) {
    const { selects } = dashboard.charts.payload(exhibit);
    const found = ids.map((id) => selects[id]).filter(Boolean);
    const chosen = found.filter(([name]) => name === found[0][0]).map(([, value]) => value);
    if (chosen.length) {
      const params = address.read();
      choose(params, exhibit, found[0][0], add ? chosen.concat(values(params, found[0][0])) : chosen);
    }
  }

  // How the pointer drags on a figure: not at all where a finger must be able to scroll the page.
  function prepare(figure, payload) {
    const { layout } = figure;
    if (coarse.matches) {
      layout.dragmode = false;
    } else if (!layout.dragmode && Object.keys(payload.selects).length) {
      const bars = figure.data.some((trace) => trace.orientation === "h");
      layout.dragmode = dashboard.box.isFor(figure) ? false : "select";
      layout.selectdirection = payload.time ? "h" : bars ? "v" : "any";
      layout.newselection = { line: { color: getComputedStyle(document.documentElement).getPropertyValue("--muted").trim(), width: 1 } };
    }
    dashboard.key.prepare(figure, payload);
  }

  function attach(chart, exhibit) {
    if (!("attached" in chart.dataset)) {
      chart.dataset.attached = "";
      chart.addEventListener("click", (event) => onKeyEntry(exhibit, event));
      chart.addEventListener("mousedown", (event) => onPress(chart, event), true);
      dashboard.walk.attach(chart, exhibit);
      dashboard.touch.attach(chart, exhibit);
      dashboard.box.attach(chart, exhibit);
    }
    if (heard.get(chart) !== chart._ev) {
      heard.set(chart, chart._ev);
      listen(chart, exhibit);
    }
  }

  // What plotly.js tells; a chart that was emptied in between has forgotten who listens.
  function listen(chart, exhibit) {
    chart.on("plotly_click", (event) => onClick(exhibit, event));
    chart.on("plotly_treemapclick", (event) => {
      onClick(exhibit, event);
      return false; // it would zoom in
    });
    chart.on("plotly_selected", (event) => onSelected(exhibit, event));
    chart.on("plotly_clickannotation", (event) => onWords(exhibit, event));
    chart.on("plotly_hover", (event) => onHover(chart, exhibit, event));
    chart.on("plotly_unhover", () => onUnhover(chart));
    chart.on("plotly_afterplot", () => {
      dashboard.chosen.place(chart, exhibit);
      dashboard.touch.again(chart, exhibit);
    });
  }

  function onHover(chart, exhibit, event) {
    pointed.set(chart, event.points);
    chart.classList.toggle("selects", Boolean(selectsAt(exhibit, event.points, event.event).selects));
    dashboard.linked.hover(chart, exhibit, event);
  }

  function onUnhover(chart) {
    pointed.delete(chart);
    chart.classList.remove("selects");
    dashboard.linked.leave(chart);
  }

  // The words at the end of a line choose what the whole line stands for.
  function onWords(exhibit, event) {
    const selects = dashboard.charts.payload(exhibit).traces[event.annotation.name];
    if (selects) {
      select(exhibit, selects, event.event && event.event.shiftKey);
    }
  }

  function onKeyEntry(exhibit, event) {
    const selects = dashboard.key.at(event.target, exhibit);
    if (selects) {
      select(exhibit, selects, event.shiftKey);
    }
  }

  function say(words) {
    document.getElementById("live").textContent = words;
  }

  function onRow(event) {
    const row = event.target.closest("tr[data-selects]");
    if (row && (event.type === "click" || event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      const exhibit = row.closest("[data-exhibit]").dataset.exhibit;
      select(exhibit, JSON.parse(row.dataset.selects), event.shiftKey);
    }
  }

  // A chart must not be drawn anew while something is dragged on it: what would do so waits until the mouse is up.
  function postponed(chart, act) {
    const busy = pressed && pressed.down && pressed.chart === chart;
    if (busy) {
      waiting.push(act);
    }
    return Boolean(busy);
  }

  function onUp() {
    if (pressed) {
      pressed.down = false;
    }
    window.setTimeout(() => waiting.splice(0).forEach((act) => act()), 0);
  }

  function onPress(chart, { shiftKey }) {
    chart.classList.remove("cancelled");
    putAway(chart);
    pressed = { chart, shift: shiftKey, down: true, cancelled: false };
  }

  // Escape during a drag lets the drag go, not the filters.
  function onEscape(event) {
    if (event.key === "Escape" && pressed && pressed.down) {
      event.stopPropagation();
      pressed.cancelled = true;
      pressed.chart.classList.add("cancelled");
    }
  }

  document.addEventListener("click", onRow);
  document.addEventListener("keydown", onRow);
  document.addEventListener("keydown", onEscape, true);
  window.addEventListener("mouseup", onUp, true);
  dashboard.gestures = {
    attach,
    prepare,
    select,
    selectsAt,
    chooseMarks,
    clear,
    say,
    pointedAt: (chart) => pointed.get(chart),
    postponed,
    isCancelled: () => Boolean(pressed && pressed.cancelled),
  };
})(window.dashboard);
