// What is chosen stands out where it was chosen: the rest of the same exhibit is dimmed, at once and without the server.
// Single years stand out on every time axis. What a mark chooses comes with the figure (payload.selects).
(function (dashboard) {
  "use strict";
  const DIM = 0.25;

  function chosenYears() {
    const text = dashboard.address.value("years");
    return text && !/-/.test(text) ? text.split(",") : [];
  }

  // What this exhibit shows as chosen: {dimension: [values]}.
  function of(exhibit, payload) {
    if (payload.own) {
      return payload.own; // a state that was pinned: the address speaks of another
    }
    const own = {};
    if (dashboard.address.value("from") === exhibit) {
      dashboard.address.spec.dimensions.forEach((name) => {
        const text = dashboard.address.value(name);
        if (text) {
          own[name] = text.split(",");
        }
      });
    }
    const years = chosenYears();
    if (years.length && (payload.time || dashboard.address.value("from") === exhibit)) {
      own.years = years;
    }
    return own;
  }

  function yearOf(x) {
    return typeof x === "number" ? String(Math.round(x)) : String(x).slice(0, 4);
  }

  // true: chosen, false: dimmed, null: the choice is not about this mark. A mark without a value of a chosen dimension
  // is dimmed where others of the exhibit have one.
  function verdict(own, payload, split, uid, id, x) {
    const selects = payload.selects[id];
    const whole = payload.traces[uid];
    const about = Object.keys(own).map((name) => {
      if (name === "years" && payload.time) {
        return id ? own.years.includes(yearOf(x)) : null;
      }
      const value = [selects, whole].find((one) => one && one[0] === name);
      return value ? own[name].includes(value[1]) : split.has(name) && id ? false : null;
    });
    return about.includes(false) ? false : about.includes(true) ? true : null;
  }

  // [trace, point] of every mark of the years that are chosen, where single years stand out.
  function chosen(exhibit, payload) {
    const own = of(exhibit, payload);
    if (!own.years || !payload.time) {
      return [];
    }
    const split = dimensionsOf(payload);
    return payload.data.flatMap((trace, t) =>
      (trace.customdata || []).flatMap((id, i) => {
        const there = id && trace.y[i] !== null && trace.y[i] !== undefined;
        return there && verdict(own, payload, split, trace.uid, id, trace.x[i]) ? [[t, i]] : [];
      })
    );
  }

  // What the marks of an exhibit can be told apart by.
  function dimensionsOf(payload) {
    return new Set([...Object.values(payload.selects), ...Object.values(payload.traces)].map(([name]) => name));
  }

  function faded(colour) {
    const parts = /^#(..)(..)(..)$/.exec(colour);
    return parts ? "rgba(" + parts.slice(1).map((part) => parseInt(part, 16)).join(",") + "," + DIM + ")" : colour;
  }

  function apply(figure, exhibit, payload) {
    const own = of(exhibit, payload);
    if (!Object.keys(own).length) {
      return;
    }
    const added = [];
    const split = dimensionsOf(payload);
    figure.data.forEach((trace) => {
      const ids = trace.customdata || [];
      const verdicts = ids.map((id, i) => verdict(own, payload, split, trace.uid, id, (trace.x || [])[i]));
      if (!verdicts.some((one) => one === false)) {
        return;
      }
      const chosen = verdicts.flatMap((one, i) => (one === false ? [] : [i]));
      if (trace.type === "treemap") {
        trace.marker.colors = trace.marker.colors.map((colour, i) => (verdicts[i] === false ? faded(colour) : colour));
      } else if (trace.mode && trace.mode.includes("lines")) {
        added.push(...dimLine(trace, chosen.filter((i) => ids[i])));
      } else {
        trace.selectedpoints = chosen;
        trace.selected = { marker: { opacity: 1 } };
        trace.unselected = { marker: { opacity: DIM } };
      }
    });
    figure.data.push(...added);
    if (own.years && payload.time) {
      figure.layout.annotations.filter((note) => ofOther(note, own.years)).forEach((note) => (note.opacity = DIM));
    }
  }

  // Whether words with an arrow tell a value of a year that is not chosen.
  function ofOther(note, years) {
    return note.showarrow && note.xref === "x" && /\d/.test(note.text) && !years.includes(yearOf(note.x));
  }

  // A line is dimmed as a whole; its chosen points stand on it as markers.
  function dimLine(trace, chosen) {
    trace.opacity = chosen.length ? 0.45 : DIM;
    if (Array.isArray(trace.text)) { // its own labels: chosen years are printed anew
      trace.text = trace.text.map((words, i) => (chosen.includes(i) ? "" : words));
      trace.textfont = Object.assign({}, trace.textfont, { color: faded(trace.textfont.color) });
    }
    if (!chosen.length) {
      return [];
    }
    const pick = (values) => chosen.map((i) => values[i]);
    return [
      {
        type: "scatter",
        mode: "markers",
        uid: trace.uid + "-chosen",
        x: pick(trace.x),
        y: pick(trace.y),
        xaxis: trace.xaxis,
        yaxis: trace.yaxis,
        marker: { size: 11, color: trace.line.color },
        hoverinfo: "skip",
        showlegend: false,
        cliponaxis: false,
      },
    ];
  }

  dashboard.emphasis = { apply, chosen, key: (exhibit, payload) => JSON.stringify(of(exhibit, payload)) };
})(window.dashboard);
