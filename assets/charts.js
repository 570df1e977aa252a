// Draws the figures that the server sends: visible ones first, one a frame, at the size that fits, in the theme's
// colours. A figure holds var(--token) colours; they are filled in here from the page's custom properties.
(function (dashboard) {
  "use strict";
  const SIZES = [["small", 400], ["medium", 700], ["large", Infinity]];
  const ZOOM = [["zoomIn2d", "zoomOut2d", "resetScale2d"]];
  const parsed = {}; // exhibit -> payload
  let outlines = null; // of maps, once they and the part of plotly.js that draws them are there
  let fetching = null; // the promise of both
  const drawn = new WeakMap(); // element -> what it shows (key, size, theme)
  let waiting = [];
  let busy = false;
  let watcher = null;

  const config = {
    displaylogo: false,
    showSendToCloud: false,
    displayModeBar: false,
    responsive: false,
    scrollZoom: false,
    doubleClick: "reset",
  };

  // Maps have outlines of their own. plotly.js asks another server for some, which nothing shows, unless it has these.
  const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
  const nothing = Object.fromEntries(layers.map((layer) => [layer, { type: "GeometryCollection", geometries: [] }]));
  const assets = (window.PlotlyGeoAssets = window.PlotlyGeoAssets || {});
  assets.topojson = Object.assign({ world_110m: { type: "Topology", objects: nothing, arcs: [] } }, assets.topojson);

  function colours() {
    const style = getComputedStyle(document.documentElement);
    return (text) => text.replace(/var\((--[a-z0-9-]+)\)/g, (_, name) => style.getPropertyValue(name).trim());
  }

  function themeNow() {
    return getComputedStyle(document.documentElement).getPropertyValue("--ground").trim();
  }

  function sizeOf(element) {
    return SIZES.find(([, below]) => element.clientWidth < below)[0];
  }

  function chartOf(exhibit) {
    return document.querySelector('[data-chart="' + exhibit + '"]');
  }

  // New payloads (JSON texts by exhibit): keep them, renew the words of their cards, queue their charts.
  function receive(figures, held) {
    const keys = Object.assign({}, held);
    Object.entries(figures || {}).forEach(([exhibit, text]) => {
      parsed[exhibit] = JSON.parse(text);
      keys[exhibit] = parsed[exhibit].key;
      renew(exhibit, parsed[exhibit]);
      watch(chartOf(exhibit));
      if (isMap(parsed[exhibit]) && !distance(exhibit)) {
        fetchMaps();
      }
      queue(exhibit);
    });
    announce(held, figures);
    dashboard.address.sync();
    dashboard.lists.prepare();
    dashboard.sparks.prepare();
    dashboard.search.prepare();
    dashboard.filters.prepare();
    return keys;
  }

  // What a gesture did, for those who do not see it: the filters in words, and how many exhibits answered.
  function announce(held, figures) {
    const changed = Object.keys(figures || {}).filter((exhibit) => held[exhibit] && held[exhibit] !== parsed[exhibit].key).length;
    if (changed) {
      const chips = Array.from(document.querySelectorAll("[data-chip] > span")).map((chip) => chip.textContent);
      const words = document.documentElement.dataset.changed.replace("{n}", changed);
      dashboard.gestures.say([...chips, words].join(". "));
    }
  }

  function renew(exhibit, payload) {
    const card = document.querySelector('[data-exhibit="' + exhibit + '"]');
    if (!card) {
      return;
    }
    ["headline", "subtitle", "latest", "events", "source", "silent", "empty"].forEach((name) => {
      const part = card.querySelector('[data-part="' + name + '"]');
      if (part && part.textContent !== payload.words[name]) {
        part.textContent = payload.words[name];
      }
    });
    const notes = card.querySelector('[data-part="notes"]');
    notes.replaceChildren(
      ...payload.words.notes.map((note) => Object.assign(document.createElement("li"), { textContent: note }))
    );
    dashboard.tables.print(exhibit, payload.printed, payload.subject);
    const chart = chartOf(exhibit);
    chart.setAttribute("aria-label", payload.words.alt);
    Object.entries(payload.heights).forEach(([name, px]) => chart.style.setProperty("--h-" + name, px + "px"));
    chart.hidden = Boolean(payload.words.empty);
  }

  function queue(exhibit) {
    if (!waiting.includes(exhibit)) {
      waiting.push(exhibit);
    }
    if (!busy) {
      busy = true;
      next();
    }
  }

  function distance(exhibit) {
    const chart = chartOf(exhibit);
    if (!chart) {
      return Infinity;
    }
    const box = chart.getBoundingClientRect();
    return box.bottom < 0 ? -box.bottom : Math.max(0, box.top - window.innerHeight);
  }

  function next() {
    waiting = waiting.filter((exhibit) => chartOf(exhibit));
    if (!waiting.length) {
      busy = false;
      return;
    }
    if (!window.Plotly) { // still on its way
      document.getElementById("plotly").addEventListener("load", next, { once: true });
      return;
    }
    const order = (a, b) => distance(a) - distance(b);
    const exhibit = waiting.slice().sort(order)[0];
    waiting = waiting.filter((other) => other !== exhibit);
    draw(exhibit);
    window.requestAnimationFrame(() => window.setTimeout(next, 0));
  }

  function draw(exhibit) {
    const element = chartOf(exhibit);
    const payload = parsed[exhibit];
    if (!element || !payload || !element.clientWidth) {
      return;
    }
    const size = sizeOf(element);
    if (!ready(exhibit, payload)) {
      return;
    }
    const emphasis = dashboard.emphasis.key(exhibit, payload);
    const state = [payload.key, size, element.clientWidth, themeNow(), emphasis].join("|");
    if (drawn.get(element) === state) {
      return;
    }
    drawn.set(element, state);
    if (payload.words.empty) {
      window.Plotly.purge(element);
      return;
    }
    const paint = colours();
    const figure = JSON.parse(paint(JSON.stringify({ data: payload.data, layout: payload.layouts[size] })));
    figure.layout.width = element.clientWidth;
    fit(figure);
    const modeBar = figure.layout.dragmode ? { displayModeBar: "hover", modeBarButtons: ZOOM } : {};
    dashboard.gestures.prepare(figure, payload);
    dashboard.emphasis.apply(figure, exhibit, payload);
    const locale = { en: "en-US", es: "es-MX" }[document.documentElement.lang];
    window.Plotly.react(element, figure.data, figure.layout, Object.assign({ locale }, config, modeBar));
    dashboard.gestures.attach(element, exhibit);
    element.dataset.drawn = payload.key;
    element.dataset.emphasis = emphasis;
  }

  // Boxes stand elsewhere at each size. Tiles take the size that their grid leaves them, treemaps their places (as dashboard/charts/places.py does).
  function fit(figure) {
    const { meta = {}, margin, width, height } = figure.layout;
    const cell = Math.min((width - margin.l - margin.r) / meta.columns, (height - margin.t - margin.b) / meta.rows);
    const shrunk = Math.min(1, width / (meta.width || width)); // words in boxes that are narrower than laid out
    figure.layout.annotations.forEach((note) => {
      note.font.size *= shrunk;
    });
    figure.data.forEach((trace, i) => {
      Object.assign(trace, (meta.traces || [])[i]);
      if (trace.geojson) {
        trace.geojson = outlines;
      }
      if (trace.type === "treemap") {
        trace.domain = meta.domains[trace.meta.panel];
      } else if (meta.columns && /^square/.test((trace.marker || {}).symbol || "")) {
        trace.marker.size = Math.floor(cell * 0.92);
        trace.text = cell < 42 ? trace.text.map((words) => words.split("<br>")[0]) : trace.text;
      }
    });
  }

  // Whether what the figure draws with is there. What maps need is fetched once, for the first of them.
  function ready(exhibit, payload) {
    if (!isMap(payload) || outlines) {
      return true;
    }
    fetchMaps().then(() => outlines && queue(exhibit));
    return false;
  }

  function isMap(payload) {
    return payload.data.some((trace) => trace.geojson);
  }

  function fetchMaps() {
    const parts = JSON.parse(document.getElementById("maps").textContent);
    const answered = (answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText)));
    fetching =
      fetching ||
      Promise.all([window.fetch(parts.outlines).then(answered), parts.plotly && import(parts.plotly)])
        .then(([found]) => (outlines = found))
        .catch(() => (fetching = null));
    return fetching;
  }

  // First and last year that the time axes of the page show.
  function years() {
    const ranges = Object.values(parsed)
      .filter((payload) => payload.time && payload.layouts.large)
      .map((payload) => payload.layouts.large.xaxis.range.map((x) => (typeof x === "number" ? x : Number(x.slice(0, 4)))));
    return [Math.ceil(Math.min(...ranges.map(([low]) => low))), Math.floor(Math.max(...ranges.map(([, high]) => high)))];
  }

  function redrawAll() {
    Object.keys(parsed).forEach(queue);
  }

  function watch(chart) {
    if (!watcher) {
      watcher = new ResizeObserver((entries) => entries.forEach((entry) => queue(entry.target.dataset.chart)));
      window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawAll);
    }
    if (chart) {
      watcher.observe(chart);
    }
  }

  dashboard.charts = { receive, years, redrawAll, draw, payload: (exhibit) => parsed[exhibit], config };
})(window.dashboard);
