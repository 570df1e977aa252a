// The stage: the address says what is on it (which exhibit and step behind #, the view and the filters in the query),
// and every action changes the address. Steps replace the entry of the history; filters, views and vintage add one.
(function (dashboard) {
  "use strict";
  const { address, figures, fit } = dashboard;
  const main = document.getElementById("stage");
  const { given } = figures;
  const { order, words } = given;
  let latest = 0; // the number of the last wish: an answer that comes too late is not shown
  let shown = null; // {at, step, steps, builds, payload, query}
  let opening = "";
  const undone = []; // filters that were on before
  let filters = "";

  function say(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  function part(name) {
    return main.querySelector("#stage-" + name);
  }

  function here() {
    const [id, step] = decodeURIComponent(window.location.hash.slice(1)).split(":");
    return { at: Math.max(0, order.findIndex((one) => one.id === id)), step: Math.max(0, Math.floor(Number(step)) || 0) };
  }

  function stand(at, step) {
    const hash = "#" + order[at].id + (step ? ":" + step : "");
    window.history.replaceState({}, "", window.location.pathname + window.location.search + hash);
    show();
  }

  function show() {
    const params = address.read();
    const { at, step } = here();
    const exhibit = order[at].id;
    const wish = (latest += 1);
    remember(params);
    const found = figures.now(exhibit, params);
    if (found) {
      draw(at, step, found, params);
      return;
    }
    main.setAttribute("aria-busy", "true");
    if (main.dataset.exhibit !== exhibit) {
      expect(at);
    }
    figures.load(exhibit, params).then((loaded) => {
      if (wish === latest) {
        main.removeAttribute("aria-busy");
        (loaded ? draw : missing)(at, step, loaded, params);
      }
    });
  }

  // What is on its way: its name and place, and no picture of another.
  function expect(at) {
    fit.scale(main);
    set(order[at]);
    delete main.dataset.step;
    delete main.dataset.shows;
    main.querySelectorAll("[data-part]").forEach((one) => (one.textContent = ""));
    main.querySelector('[data-part="headline"]').textContent = order[at].subject;
    part("kicker").textContent = order[at].kicker + " · " + words.loading;
    part("place").textContent = say(words.of, { n: at + 1, total: order.length });
  }

  // The network is gone: the picture stays, and so does its address; another exhibit is shown without the filters.
  function missing(at, step, _, params) {
    const plain = figures.without(params);
    if (shown && shown.at === at) {
      change(shown.query);
      dashboard.panels.notice(words.missing);
    } else if (figures.now(order[at].id, plain)) {
      change(address.written(plain));
      draw(at, step, figures.now(order[at].id, plain), plain);
      dashboard.panels.notice(words.unfiltered);
    } else {
      part("kicker").textContent = order[at].kicker;
      dashboard.panels.notice(words.failed);
    }
  }

  function change(query) {
    window.history.replaceState({}, "", window.location.pathname + "?" + query + window.location.hash);
    address.sync();
    dashboard.filters.prepare();
    remember(address.read());
  }

  function draw(at, step, payload, params) {
    const exhibit = order[at];
    fit.scale(main);
    if (main.dataset.exhibit !== exhibit.id) {
      set(exhibit);
    }
    const body = main.querySelector(".stage-body");
    const isTable = Boolean(payload.printed) && params.get("table") === exhibit.id;
    const builds = isTable ? 1 : Math.max(1, (payload.build || []).length);
    const built = fit.fitted(payload, body.clientWidth, body.clientHeight, Math.min(step, builds - 1));
    body.classList.toggle("as-table", isTable);
    dashboard.charts.begin({ [exhibit.id]: JSON.stringify(built) });
    const stops = fit.stops(body, Number(main.style.getPropertyValue("--times")), built);
    const steps = builds + stops.length - 1;
    const now = Math.min(step, steps - 1);
    body.scrollTop = stops[Math.max(0, now - builds + 1)];
    main.dataset.step = now;
    main.dataset.steps = steps;
    main.dataset.shows = built.key;
    shown = { at, step: now, steps, builds, payload, query: address.written(params) };
    tell(exhibit, payload, params, stops.length > 1 && now < steps - 1 && now >= builds - 1);
    dashboard.link.tell();
  }

  // Another exhibit takes the place: its chart is an element of its own, since gestures belong to an exhibit.
  function set(exhibit) {
    const place = main.querySelector(".stage-chart");
    if (place.firstChild && window.Plotly) {
      window.Plotly.purge(place.firstChild);
    }
    const chart = Object.assign(document.createElement("div"), { className: "chart", tabIndex: 0 });
    chart.setAttribute("role", "figure");
    chart.dataset.chart = exhibit.id;
    place.replaceChildren(chart);
    main.querySelector(".printed").dataset.printed = exhibit.id;
    main.dataset.exhibit = exhibit.id;
    part("views").replaceChildren(
      ...exhibit.views.map(([id, name], i) => {
        const link = Object.assign(document.createElement("a"), { textContent: name });
        Object.assign(link.dataset, { param: "view", value: exhibit.id + ":" + id }, i ? {} : { default: "" });
        return link;
      })
    );
  }

  // The words about the picture: which exhibit, view and vintage, and the filters.
  function tell(exhibit, payload, params, isMore) {
    const view = exhibit.views.findIndex(([id]) => id === figures.viewOf(exhibit.id, params));
    const [n, total] = [view + 1, exhibit.views.length];
    const name = exhibit.views[view][1];
    part("kicker").textContent = exhibit.kicker + (total > 1 ? " · " + say(words.view, { n, total, name }) : "");
    part("vintage").textContent = given.vintages[address.value("vintage")] || "";
    const where = say(words.of, { n: shown.at + 1, total: order.length });
    main.querySelector(".stage-body").classList.toggle("more", isMore);
    part("place").textContent = (isMore ? words.more + " ↓ · " : "") + where;
    main.querySelector("#chips").replaceChildren(...chips(params));
    main.querySelector(".stage-foot").classList.toggle("filtered", Boolean(figures.filtersOf(params)));
    document.title = payload.words.headline + " · " + where;
  }

  function chips(params) {
    const offered = JSON.parse(main.querySelector("[data-filters]").dataset.filters);
    const named = [{ id: "years", name: offered.words.years, values: [] }, ...offered.dimensions];
    return named.filter((one) => params.get(one.id)).map((one) => {
      const label = new Map(one.values);
      const texts = params.get(one.id).split(",").map((value) => label.get(value) || value.replace("-", "–"));
      const chip = document.createElement("span");
      chip.dataset.chip = one.id;
      chip.append(Object.assign(document.createElement("span"), { textContent: one.name + ": " + texts.join(", ") }));
      return chip;
    });
  }

  function remember(params) {
    const now = figures.filtersOf(params);
    if (now !== filters) {
      if (undone[undone.length - 1] === now) {
        undone.pop();
      } else {
        undone.push(filters);
      }
      filters = now;
      dashboard.offline.again(params);
    }
  }

  function undo() {
    if (!undone.length) {
      dashboard.panels.notice(words.nothing_to_undo);
      return;
    }
    const params = figures.without(address.read());
    new URLSearchParams(undone[undone.length - 1]).forEach((value, name) => params.set(name, value));
    address.go(address.written(params));
  }

  function next() {
    const { at, step } = here();
    if (shown && shown.at === at && step + 1 < shown.steps) {
      stand(at, step + 1);
    } else if (at + 1 < order.length) {
      stand(at + 1, 0);
    } else {
      dashboard.panels.notice(words.end);
    }
  }

  // Back into an exhibit with all its series.
  function previous() {
    const { at, step } = here();
    if (step) {
      stand(at, Math.min(step, shown ? shown.steps - 1 : step) - 1);
    } else if (at) {
      const before = figures.now(order[at - 1].id, address.read());
      stand(at - 1, Math.max(0, ((before && before.build) || []).length - 1));
    } else {
      dashboard.panels.notice(words.start);
    }
  }

  function view() {
    const exhibit = order[here().at];
    const ids = exhibit.views.map(([id]) => id);
    const at = ids.indexOf(figures.viewOf(exhibit.id, address.read()));
    if (ids.length < 2) {
      dashboard.panels.notice(words.one_view);
    } else {
      stepless();
      address.set("view", exhibit.id + ":" + ids[(at + 1) % ids.length]);
    }
  }

  // The table that the report prints, in place of the chart.
  function table() {
    const { at } = here();
    if (!shown || shown.at !== at || !shown.payload.printed) {
      dashboard.panels.notice(words.no_table);
      return;
    }
    stepless();
    address.set("table", order[at].id);
  }

  // Another view or vintage begins at its top, with all that has been built.
  function stepless() {
    const { at, step } = here();
    const kept = shown ? Math.min(step, shown.builds - 1) : 0;
    window.history.replaceState({}, "", window.location.pathname + window.location.search + "#" + order[at].id + (kept ? ":" + kept : ""));
  }

  function opened() {
    const { at } = here();
    window.history.replaceState({}, "", window.location.pathname + window.location.search + "#" + order[at].id);
    if (address.written(address.read()) === opening) {
      show();
    } else {
      address.go(opening);
    }
  }

  function leave() {
    const exhibit = order[here().at];
    if (!window.navigator.onLine) {
      dashboard.panels.notice(words.no_way_out);
      return;
    }
    window.location.assign(exhibit.path + "?" + address.written(address.read()) + "#" + exhibit.id);
  }

  function fullscreen() {
    const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    done.catch(() => dashboard.panels.notice(words.no_fullscreen));
  }

  function speaker() {
    const where = given.speaker + "?" + address.written(address.read());
    if (!window.open(where, "speaker", "width=1100,height=760")) {
      dashboard.panels.notice(words.blocked);
    }
  }

  const actions = {
    next,
    previous,
    view,
    table,
    undo,
    leave,
    fullscreen,
    speaker,
    first: () => stand(0, 0),
    last: () => stand(order.length - 1, 0),
    vintage: () => stepless() || address.set("vintage", address.value("vintage") === "latest" ? "report" : "latest"),
    opening: opened,
    years: () => dashboard.panels.years(),
    filter: () => dashboard.panels.filter(order[here().at]),
    help: () => dashboard.panels.help(),
    black: () => dashboard.panels.black(),
    marks: () => main.querySelector("[data-chart]").focus(),
  };

  function act(name) {
    dashboard.panels.quiet();
    actions[name]();
  }

  function start() {
    opening = address.written(address.read());
    filters = figures.filtersOf(address.read());
    window.addEventListener("popstate", show);
    window.addEventListener("resize", show);
    main.addEventListener("click", (event) => {
      const button = event.target.closest("[data-act]");
      if (button) {
        dashboard.panels.close();
        main.focus();
        act(button.dataset.act);
      }
    });
    address.sync();
    show();
    main.focus();
    dashboard.offline.start(address.read());
  }

  // What the speaker's window is told.
  function state() {
    const following = shown && order[shown.at + 1];
    const found = following && figures.now(following.id, address.read());
    return shown && {
      at: shown.at,
      total: order.length,
      step: shown.step,
      steps: shown.steps,
      exhibit: order[shown.at].id,
      kicker: part("kicker").textContent + " · " + part("vintage").textContent,
      words: shown.payload.words,
      chips: Array.from(main.querySelectorAll("[data-chip]")).map((chip) => chip.textContent),
      next: following ? { kicker: following.kicker, headline: found ? found.words.headline : following.subject } : null,
      black: dashboard.panels.isBlack(),
    };
  }

  dashboard.stage = { main, act, stand, state, order, say };
  if (main) {
    start();
  }
})(window.dashboard);
