// The keyboard on a chart: arrows walk its marks, and after the last mark of a series its words; Enter selects. What the
// pointer would show is shown and said.
(function (dashboard) {
  "use strict";
  const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  const WORDS = -1; // in place of a point: the words of the whole series
  const walks = new WeakMap(); // chart -> {trace, point} that the keyboard stands on

  // The traces that can be walked, each with its points; last, where they choose something of their own, its words.
  function walkable(chart, payload) {
    const entries = dashboard.key.entries(chart, payload).filter((entry) => entry.selects);
    return chart.data
      .map((trace, at) => {
        const points = (trace.customdata || []).flatMap((id, i) => ([].concat(id)[0] ? [i] : []));
        const entry = entries.find((one) => one.uids[0] === trace.uid);
        const alike = entry && points.every((i) => String(payload.selects[idAt(trace, i)]) === String(entry.selects));
        return { at, points: points.length && entry && !alike ? points.concat(WORDS) : points, entry };
      })
      .filter((one) => one.points.length);
  }

  function idAt(trace, point) {
    return [].concat(trace.customdata[point])[0];
  }

  function onKey(chart, exhibit, event) {
    const payload = dashboard.charts.payload(exhibit);
    if (event.target !== chart || !payload) {
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      const selects = chosen(chart, payload);
      if (selects) {
        event.preventDefault();
        dashboard.gestures.select(exhibit, selects, event.shiftKey);
      }
      return;
    }
    if (!STEPS[event.key] && event.key !== "Home" && event.key !== "End") {
      return;
    }
    event.preventDefault();
    const traces = chart.data ? walkable(chart, payload) : [];
    if (!traces.length) {
      return;
    }
    const here = walks.get(chart);
    const row = here ? Math.max(0, traces.findIndex((one) => one.at === here.trace)) : 0;
    const first = traces[0].points.filter((point) => point !== WORDS);
    const start = payload.time ? first.length - 1 : 0; // the newest of a time series, the first of a ranking
    const next = here ? step(chart, traces, row, here, event.key) : { row: 0, i: start };
    stand(chart, traces[next.row], traces[next.row].points[next.i]);
  }

  // What stands under the keyboard selects.
  function chosen(chart, payload) {
    const here = walks.get(chart);
    if (!here || !chart.data || !chart.data[here.trace]) {
      return null;
    }
    if (here.point === WORDS) {
      const trace = walkable(chart, payload).find((one) => one.at === here.trace);
      return trace && trace.entry && trace.entry.selects;
    }
    return payload.selects[idAt(chart.data[here.trace], here.point)];
  }

  function step(chart, traces, row, here, key) {
    const { points } = traces[row];
    const i = Math.max(0, points.indexOf(here.point));
    if (key === "Home" || key === "End") {
      const last = points.filter((point) => point !== WORDS).length - 1;
      return { row, i: key === "Home" ? 0 : last };
    }
    const [down, right] = STEPS[key];
    if (!down) {
      return { row, i: (i + right + points.length) % points.length };
    }
    const other = (row + down + traces.length) % traces.length;
    const xOf = (at, point) => (chart.data[at].x || [])[point];
    const same = traces[other].points.findIndex((point) =>
      here.point === WORDS ? point === WORDS : xOf(traces[other].at, point) === xOf(here.trace, here.point)
    );
    return { row: other, i: same < 0 ? Math.min(i, traces[other].points.length - 1) : same };
  }

  // Show the mark as the pointer would, and say it.
  function stand(chart, trace, point) {
    walks.set(chart, { trace: trace.at, point });
    dashboard.marks.hide(chart);
    if (point === WORDS) {
      const bar = document.querySelector("[data-filters]");
      const words = bar ? JSON.parse(bar.dataset.filters).words.whole : "{name}";
      dashboard.gestures.say(words.replace("{name}", trace.entry.words));
      return;
    }
    dashboard.marks.show(chart, trace.at, point);
    dashboard.gestures.say(spoken(chart.data[trace.at], point));
  }

  // What the pointer would show, as a sentence, with the period that the axis tells the eye.
  function spoken(trace, point) {
    const said = [].concat(trace.hovertext);
    const lines = (said[point] || said[0]).split("<br>").map((line) => line.replace(/<[^>]*>/g, ""));
    return [lines[0], when((trace.x || [])[point]), ...lines.slice(1)].filter(Boolean).join(", ");
  }

  // The period that a time axis stands for at x; nothing on other axes.
  function when(x) {
    const month = { year: "numeric", month: "long" };
    const date = /^\d{4}-\d{2}/.test(x) ? new Date(x).toLocaleDateString(document.documentElement.lang, month) : "";
    return date || (typeof x === "number" && x > 1000 && x < 3000 ? String(Math.round(x)) : "");
  }

  dashboard.walk = {
    attach: (chart, exhibit) => chart.addEventListener("keydown", (event) => onKey(chart, exhibit, event)),
    at: (chart) => walks.get(chart),
    series: (chart, payload) => walkable(chart, payload).map((one) => ({ ...one, points: one.points.filter((point) => point !== WORDS) })),
    when,
  };
})(window.dashboard);
