// Draws the figures that the server sends: visible ones first, a few a frame, at the size that fits, in the theme's
// colours. A figure holds var(--token) colours; they are filled in here from the page's custom properties.
(function (dashboard) {
  "use strict";
  const SIZES = [["small", 400], ["medium", 700], ["large", Infinity]];
  const ANSWER_MS = 400;
  const SEND_MS = 12; // in which Dash sends a request; a chart drawn before would hold it up
  const IN_A_FRAME = 2; // charts in sight that are drawn before the page is painted: painting takes longer than drawing
  const ZOOM = [["zoomIn2d", "zoomOut2d", "resetScale2d"]];
  const parsed = {}; // exhibit -> payload
  let outlines = null; // of maps, once they and the part of plotly.js that draws them are there
  let fetching = null; // the promise of both
  const drawn = new WeakMap(); // element -> what it shows (key, size, theme)
  let waiting = [];
  let drawing = false; // and not yet painted
  let timer = 0;
  let asked = -Infinity; // when a gesture last asked for another view
  let answered = 0; // exhibits that the last answer changed
  let told = { filters: new Map(), vintage: "" }; // what was on show when it was last told
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
  function receive(figures) {
    asked = -Infinity; // here it is
    answered = 0;
    Object.entries(figures || {}).forEach(([exhibit, text]) => {
      const before = parsed[exhibit];
      const payload = JSON.parse(text);
      if (exhibit === "pinned") {
        dashboard.compare.place(payload);
      }
      if (!payload) {
        delete parsed[exhibit];
        return;
      }
      const figure = "data" in payload; // or else only its words are others
      parsed[exhibit] = figure ? payload : Object.assign({}, before, payload);
      answered += before && figureOf(before.key) !== figureOf(payload.key) ? 1 : 0;
      renew(exhibit, parsed[exhibit]);
      if (!figure) {
        return;
      }
      watch(chartOf(exhibit));
      if (isMap(parsed[exhibit]) && !distance(exhibit)) {
        fetchMaps();
      }
      queue(exhibit);
    });
  }

  // Once an answer stands on the page, with its chips: what else goes by it.
  function settle() {
    announce();
    dashboard.address.sync();
    dashboard.lists.prepare();
    dashboard.sparks.prepare();
    dashboard.search.prepare();
    dashboard.tray.prepare();
    dashboard.filters.prepare();
    dashboard.page.prepare();
  }

  // What the page was opened with.
  function begin(figures) {
    receive(figures);
    told = onShow();
    settle();
    return keys();
  }

  // What the charts hold: the key of each by its exhibit.
  function keys() {
    return Object.fromEntries(Object.entries(parsed).map(([exhibit, { key }]) => [exhibit, key]));
  }

  // The filters in words by their dimension, and the words of the data that are on show.
  function onShow() {
    const chips = Array.from(document.querySelectorAll("[data-chip]"), (chip) => [chip.dataset.chip, chip.firstElementChild.textContent]);
    const link = document.querySelector('[data-param="vintage"][data-value="' + dashboard.address.value("vintage") + '"]');
    return { filters: new Map(chips), vintage: link ? link.textContent : "" };
  }

  // What a gesture did, for those who do not see it: the filters in words, those that are gone, which data are now on show,
  // and how many exhibits answered.
  function announce() {
    const [before, now] = [told, onShow()];
    told = now;
    const gone = Array.from(before.filters).filter(([name]) => !now.filters.has(name)).map(([, words]) => words);
    const switched = before.vintage !== now.vintage ? [now.vintage] : [];
    if (answered || gone.length || switched.length) {
      const removed = gone.length ? [document.getElementById("chips").dataset.removed.replace("{names}", gone.join(", "))] : [];
      const changed = answered ? [dashboard.lists.counted(document.documentElement.dataset.changed, answered)] : [];
      const said = [...switched, ...removed, ...now.filters.values(), ...changed].join(". ");
      dashboard.gestures.say(said.replace(/([.?])\. /g, "$1 "));
    }
  }

  // A part of a card itself, not of the state that is pinned in it.
  function partOf(card, name) {
    const all = Array.from(card.querySelectorAll('[data-part="' + name + '"]'));
    return all.find((part) => part.closest("[data-exhibit]") === card);
  }

  function renew(exhibit, payload) {
    const card = document.querySelector('[data-exhibit="' + exhibit + '"]');
    if (!card) {
      return;
    }
    ["side", "headline", "subtitle", "latest", "events", "source", "silent", "empty"].forEach((name) => {
      const part = partOf(card, name);
      if (part && part.textContent !== payload.words[name]) {
        part.textContent = payload.words[name];
      }
    });
    const notes = partOf(card, "notes");
    notes.replaceChildren(
      ...payload.words.notes.map((note) => Object.assign(document.createElement("li"), { textContent: note }))
    );
    dashboard.tables.print(exhibit, payload.printed, payload.subject);
    const chart = chartOf(exhibit);
    chart.setAttribute("aria-label", payload.words.alt);
    Object.entries(payload.heights).forEach(([name, px]) => chart.style.setProperty("--h-" + name, px + "px"));
    chart.hidden = Boolean(payload.words.empty);
  }

  // A key without its end, the filters that the exhibit does not answer to: what its figure depends on.
  function figureOf(key) {
    return key.slice(0, key.lastIndexOf("&"));
  }

  function queue(exhibit) {
    if (!waiting.includes(exhibit)) {
      waiting.push(exhibit);
    }
    if (!drawing) {
      soon(0);
    }
  }

  function soon(ms) {
    window.clearTimeout(timer);
    timer = window.setTimeout(next, ms);
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
    if (!window.Plotly) { // still on its way
      document.getElementById("plotly").addEventListener("load", next, { once: true });
      return;
    }
    const clicked = dashboard.address.value("from"); // it stands out first
    const place = (exhibit) => [exhibit === clicked ? -1 : distance(exhibit), exhibit];
    const away = waiting.filter(chartOf).map(place).sort(([a], [b]) => a - b);
    waiting = away.map(([, exhibit]) => exhibit);
    let done = 0;
    for (const [px, exhibit] of away) {
      const rest = asked + ANSWER_MS - performance.now();
      if (px > 0 && rest > 0 && !done) {
        soon(rest); // the answer of the server may bring what is in sight
        return;
      }
      if (px > 0 && done) {
        break;
      }
      waiting.shift();
      done += draw(exhibit) ? 1 : 0;
      if (done && (px > 0 || done === IN_A_FRAME)) {
        break;
      }
    }
    if (waiting.length) {
      drawing = true;
      window.requestAnimationFrame(() => {
        drawing = false;
        soon(0);
      });
    }
  }

  // Whether there was anything to draw.
  function draw(exhibit) {
    const element = chartOf(exhibit);
    const payload = parsed[exhibit];
    if (!element || !payload || !element.clientWidth) {
      return false;
    }
    const size = sizeOf(element);
    element.style.setProperty("--h", "var(--h-" + size + ")"); // as the style sheet does, but for a chart narrower than its card
    if (!ready(exhibit, payload)) {
      return false;
    }
    const emphasis = dashboard.emphasis.key(exhibit, payload);
    const state = [figureOf(payload.key), size, element.clientWidth, themeNow(), emphasis].join("|");
    if (drawn.get(element) === state || dashboard.gestures.postponed(element, () => queue(exhibit))) {
      return false;
    }
    drawn.set(element, state);
    if (payload.words.empty) {
      window.Plotly.purge(element);
      return true;
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
    unread(element);
    dashboard.gestures.attach(element, exhibit);
    element.dataset.drawn = payload.key;
    element.dataset.emphasis = emphasis;
    return true;
  }

  // The pieces of words that a drawing has are not read out: its name, the keys and the table say it in order.
  function unread(element) {
    [element.querySelector(".plot-container"), document.getElementById("js-plotly-tester")].forEach((drawing) =>
      drawing.setAttribute("aria-hidden", "true")
    );
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

  // From the year in which half of the time axes of the page have begun (or, with "any", the first of them) to the last one
  // that any of them shows.
  function years(begins) {
    const ranges = Object.values(parsed)
      .filter((payload) => payload.time && payload.layouts.large)
      .map((payload) => payload.layouts.large.xaxis.range.map((x) => (typeof x === "number" ? x : Number(x.slice(0, 4)))));
    const lows = ranges.map(([low]) => low).sort((a, b) => a - b);
    const first = lows[begins === "any" ? 0 : Math.floor((lows.length - 1) / 2)];
    return [Math.ceil(first), Math.floor(Math.max(...ranges.map(([, high]) => high)))];
  }

  // Draws what was clicked, if it is in sight: whether there was anything to draw.
  function highlight(exhibit) {
    return Boolean(exhibit && window.Plotly && distance(exhibit) === 0 && draw(exhibit));
  }

  // What is out of sight waits for as long as an answer may be on its way.
  function redrawAll() {
    asked = performance.now();
    Object.keys(parsed).forEach(queue);
    soon(SEND_MS);
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

  dashboard.charts = { begin, receive, settle, keys, highlight, years, redrawAll, draw, maps: fetchMaps, payload: (exhibit) => parsed[exhibit], config };
})(window.dashboard);
