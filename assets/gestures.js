// What a reader does on a chart: click, Shift-click, drag, legend words, rows of printed tables, and the keyboard.
// Every gesture sets parameters that could have been set by hand; Back undoes it.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;
  const coarse = window.matchMedia("(pointer: coarse)");
  const walks = new WeakMap(); // chart -> [trace, point] that the keyboard stands on

  function values(params, name) {
    const text = params.get(name) || "";
    return name === "years" && /-/.test(text) ? [] : text.split(",").filter(Boolean);
  }

  // One value of one dimension, chosen in an exhibit: alone, or (add) with what was chosen before.
  function select(exhibit, [name, value], add) {
    const params = address.read();
    const before = values(params, name);
    const only = before.length === 1 && before[0] === value;
    let after = [value];
    if (add) {
      after = before.includes(value) ? before.filter((one) => one !== value) : before.concat(value);
    } else if (only) {
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

  function clear() {
    const params = address.read();
    [...address.spec.dimensions, "years", "from"].forEach((name) => params.delete(name));
    const query = address.written(params);
    if (query !== address.written(address.read())) {
      address.go(query);
    }
  }

  // Of the points under the pointer (all series at one year), the one nearest to it.
  function nearest(points, event) {
    const chart = event && event.target && event.target.closest && event.target.closest("[data-chart]");
    if (points.length < 2 || !chart || !event.clientY) {
      return points[0];
    }
    const y = event.clientY - chart.getBoundingClientRect().top;
    const away = (point) => {
      const [from, to] = reach(chart, point);
      return y >= from && y <= to ? 0 : Math.min(Math.abs(y - from), Math.abs(y - to));
    };
    return points.slice().sort((a, b) => away(a) - away(b))[0];
  }

  // Where a point stands, in px from the top of the chart: a column from its foot to its head.
  function reach(chart, point) {
    const axis = point.yaxis;
    const px = (value) => axis._offset + axis.l2p(value);
    const bar = point.data.type === "bar" && chart.calcdata[point.curveNumber][point.pointNumber];
    const ends = bar ? [px(bar.b), px(bar.b + bar.s)] : [px(point.y), px(point.y)];
    return ends.sort((a, b) => a - b);
  }

  function idOf(point) {
    const id = point.customdata;
    return Array.isArray(id) ? id[0] : id;
  }

  function onClick(exhibit, event) {
    const payload = dashboard.charts.payload(exhibit);
    const point = nearest(event.points, event.event);
    const selects = point && payload.selects[idOf(point)];
    if (selects) {
      window.Plotly.Fx.unhover(chartOf(exhibit));
      select(exhibit, selects, event.event && event.event.shiftKey);
    }
  }

  // A drag over time chooses a range of years; a box over marks chooses all of theirs.
  function onSelected(exhibit, event) {
    const payload = dashboard.charts.payload(exhibit);
    if (!event) {
      return;
    }
    const params = address.read();
    if (payload.time && event.range) {
      const ends = event.range.x.map((x) => (typeof x === "number" ? x : Number(x.slice(0, 4)) + Number(x.slice(5, 7)) / 12 - 0.5));
      const [first, last] = [Math.ceil(Math.min(...ends)), Math.floor(Math.max(...ends))];
      if (last > first) {
        params.set("years", first + "-" + last);
        params.set("from", exhibit);
        address.go(address.written(params));
      } else if (last === first) {
        choose(params, exhibit, "years", [String(first)]);
      }
    } else {
      const found = event.points.map((point) => payload.selects[idOf(point)]).filter(Boolean);
      const inOne = found.filter(([name]) => name === found[0][0]);
      if (inOne.length) {
        choose(params, exhibit, found[0][0], inOne.map(([, value]) => value));
      }
    }
    window.Plotly.relayout(chartOf(exhibit), { selections: [] });
  }

  function chartOf(exhibit) {
    return document.querySelector('[data-chart="' + exhibit + '"]');
  }

  // How the pointer drags on a figure: not at all where a finger must be able to scroll the page.
  function prepare(figure, payload) {
    const { layout } = figure;
    if (!layout.dragmode && !coarse.matches && Object.keys(payload.selects).length) {
      const bars = figure.data.some((trace) => trace.orientation === "h");
      const flat = figure.data.some((trace) => trace.type === "treemap");
      layout.dragmode = flat ? false : "select";
      layout.selectdirection = payload.time ? "h" : bars ? "v" : "any";
      layout.newselection = { line: { color: getComputedStyle(document.documentElement).getPropertyValue("--muted").trim(), width: 1 } };
    }
  }

  function attach(chart, exhibit) {
    if ("attached" in chart.dataset) {
      return;
    }
    chart.dataset.attached = "";
    chart.on("plotly_click", (event) => onClick(exhibit, event));
    chart.on("plotly_selected", (event) => onSelected(exhibit, event));
    chart.on("plotly_clickannotation", (event) => onWords(exhibit, event));
    chart.on("plotly_hover", (event) => dashboard.linked.hover(chart, exhibit, event));
    chart.on("plotly_unhover", () => dashboard.linked.leave(chart));
    chart.addEventListener("keydown", (event) => onKey(chart, exhibit, event));
  }

  // The words at the end of a line choose what the whole line stands for.
  function onWords(exhibit, event) {
    const selects = dashboard.charts.payload(exhibit).traces[event.annotation.name];
    if (selects) {
      select(exhibit, selects, event.event && event.event.shiftKey);
    }
  }

  function walkable(chart) {
    return chart.data
      .map((trace, at) => ({ at, points: (trace.customdata || []).flatMap((id, i) => ([].concat(id)[0] ? [i] : [])) }))
      .filter((one) => one.points.length);
  }

  function onKey(chart, exhibit, event) {
    const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    const payload = dashboard.charts.payload(exhibit);
    if (event.key === "Enter" || event.key === " ") {
      const here = walks.get(chart);
      const id = here && [].concat(chart.data[here.trace].customdata[here.point])[0];
      if (id && payload.selects[id]) {
        event.preventDefault();
        select(exhibit, payload.selects[id], event.shiftKey);
      }
      return;
    }
    if (!steps[event.key] && event.key !== "Home" && event.key !== "End") {
      return;
    }
    event.preventDefault();
    const traces = walkable(chart);
    if (!traces.length) {
      return;
    }
    const here = walks.get(chart);
    const row = here ? Math.max(0, traces.findIndex((one) => one.at === here.trace)) : 0;
    const start = payload.time ? traces[0].points.length - 1 : 0; // the newest of a time series, the first of a ranking
    const next = here ? step(chart, traces, row, here, event.key, steps) : { row: 0, i: start };
    const trace = traces[next.row];
    stand(chart, trace.at, trace.points[next.i]);
  }

  function step(chart, traces, row, here, key, steps) {
    const points = traces[row].points;
    const i = Math.max(0, points.indexOf(here.point));
    if (key === "Home" || key === "End") {
      return { row, i: key === "Home" ? 0 : points.length - 1 };
    }
    const [down, right] = steps[key];
    if (!down) {
      return { row, i: (i + right + points.length) % points.length };
    }
    const other = (row + down + traces.length) % traces.length;
    const x = (chart.data[here.trace].x || [])[here.point];
    const same = traces[other].points.findIndex((point) => (chart.data[traces[other].at].x || [])[point] === x);
    return { row: other, i: same < 0 ? Math.min(i, traces[other].points.length - 1) : same };
  }

  // Show the mark as the pointer would, and say it.
  function stand(chart, trace, point) {
    walks.set(chart, { trace, point });
    const { type } = chart.data[trace];
    if (type === "scatter" || type === "bar") {
      const axes = (chart.data[trace].xaxis || "x") + (chart.data[trace].yaxis || "y");
      window.Plotly.Fx.hover(chart, [{ curveNumber: trace, pointNumber: point }], axes);
    }
    say(spoken(chart.data[trace], point));
  }

  // What the pointer would show, as a sentence, with the period that the axis tells the eye.
  function spoken(trace, point) {
    const lines = [].concat(trace.hovertext)[point].split("<br>").map((line) => line.replace(/<[^>]*>/g, ""));
    const x = (trace.x || [])[point];
    const month = { year: "numeric", month: "long" };
    const date = /^\d{4}-\d{2}/.test(x) ? new Date(x).toLocaleDateString(document.documentElement.lang, month) : "";
    const when = date || (typeof x === "number" && x > 1000 && x < 3000 ? String(Math.round(x)) : "");
    return [lines[0], when, ...lines.slice(1)].filter(Boolean).join(", ");
  }

  function say(words) {
    document.getElementById("live").textContent = words;
  }

  function onRow(event) {
    const row = event.target.closest("tr[data-selects]");
    if (row && (event.type === "click" || event.key === "Enter")) {
      const exhibit = row.closest("[data-exhibit]").dataset.exhibit;
      select(exhibit, JSON.parse(row.dataset.selects), event.shiftKey);
    }
  }

  document.addEventListener("click", onRow);
  document.addEventListener("keydown", onRow);
  dashboard.gestures = { attach, prepare, select, clear, say };
})(window.dashboard);
