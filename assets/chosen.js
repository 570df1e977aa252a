// The years that are chosen have their values printed at their marks, on every time axis: of lines beside the dot, of
// columns above or inside. What does not fit is left out, the smaller values first; labels of other years give way.
(function (dashboard) {
  "use strict";
  const MOST = 12; // labels on a chart
  const DOT = 6; // px, half of a chosen point
  const GAP = 2; // px between a mark and its label
  const LINE = 17; // px
  const pen = document.createElement("canvas").getContext("2d");

  // As the charts print it (dashboard/text.py, number).
  function figure(value, [affix, digits]) {
    const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const locale = { en: "en-US", es: "es-MX" }[document.documentElement.lang];
    return affix.replace("{figure}", new Intl.NumberFormat(locale, format).format(value + 0).replace("-", "−"));
  }

  function box(x, y, width, height) {
    return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
  }

  function meet(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  function boxOf(chart, element) {
    const [frame, rect, times] = [chart.getBoundingClientRect(), element.getBoundingClientRect(), dashboard.marks.times(chart)];
    const px = (length, from) => (length - from) / times;
    return {
      left: px(rect.left, frame.left),
      right: px(rect.right, frame.left),
      top: px(rect.top, frame.top),
      bottom: px(rect.bottom, frame.top),
    };
  }

  // A chosen mark in px of the chart: {x, y, words, token, axis, and of a column: foot, width, trace, at}.
  function read(chart, payload, [t, i]) {
    const [trace, full, layout] = [payload.data[t], chart._fullData[t], chart._fullLayout];
    const axes = { x: layout[full.xaxis.replace("x", "xaxis")], y: layout[full.yaxis.replace("y", "yaxis")] };
    const panel = Number(full.yaxis.slice(1) || 1) - 1;
    const mark = {
      at: trace.x[i],
      value: trace.y[i],
      words: (trace.text || [])[i] || figure(trace.y[i], payload.written[t]),
      token: /var\(--(.+)\)/.exec((trace.line || trace.marker).color)[1],
      axis: axes.y,
      panel,
      trace: t,
      x: axes.x._offset + axes.x.d2p(trace.x[i]),
      y: axes.y._offset + axes.y.d2p(trace.y[i]),
    };
    if (trace.type === "bar") {
      const { b, s, p, w } = chart.calcdata[t][i];
      const [foot, head] = [b, b + s].map((value) => axes.y._offset + axes.y.l2p(value));
      Object.assign(mark, { foot, y: head, width: Math.abs(axes.x.l2p(p + w / 2) - axes.x.l2p(p - w / 2)) });
      mark.printed = Boolean((trace.text || [])[i]);
    } else {
      const px = (value) => (value === null || value === undefined ? mark.y : axes.y._offset + axes.y.d2p(value));
      mark.slope = [px(trace.y[i - 1]) - mark.y, px(trace.y[i + 1]) - mark.y];
    }
    const seen = mark.x >= axes.x._offset - 1 && mark.x <= axes.x._offset + axes.x._length + 1;
    return seen ? mark : null;
  }

  // Where the label of a point may stand, the best place first: away from the line that leads to it and from it.
  function around({ x, y, slope: [before, after] }, width) {
    const side = Math.sign(after - before); // 1: the line falls, -1: it rises
    const low = before < 0 && after < 0; // in a valley
    const up = y - DOT - GAP - LINE / 2;
    const down = y + DOT + GAP + LINE / 2;
    const beside = side * (width / 2 + GAP);
    const places = [[x + beside, up], [x, up], [x - beside, down], [x, down]];
    const more = [-1, 1].map((way) => [x + way * (width / 2 + DOT + GAP), y]);
    return (low ? [places[3], ...places] : places).concat(more);
  }

  // Labels of columns: of one that stands alone above it; of piled ones inside, or their total above.
  function ofColumns(marks, payload) {
    const piles = {};
    marks.forEach((mark) => {
      const key = [mark.panel, mark.at, mark.value < 0].join();
      (piles[key] = piles[key] || []).push(mark);
    });
    return Object.values(piles).flatMap((pile) => {
      const [{ panel, at, x, axis }] = pile;
      const beyond = (one) => ({ ...one, places: [[x, one.value < 0 ? one.y + GAP + LINE / 2 : one.y - GAP - LINE / 2]] });
      const parts = payload.data.filter((trace) => trace.type === "bar" && (trace.yaxis || "y") === (panel ? "y" + (panel + 1) : "y"));
      const all = parts.flatMap((trace) => trace.y.filter((y, i) => trace.x[i] === at && y && y < 0 === pile[0].value < 0));
      if (pile.some((mark) => mark.printed)) {
        return []; // the chart prints them itself
      }
      if (all.length < 2) {
        return pile.map(beyond);
      }
      const inside = pile.filter((mark) => wide(mark.words) <= mark.width && Math.abs(mark.y - mark.foot) >= LINE);
      if (inside.length === pile.length || pile.length < all.length) {
        return inside.map((mark) => ({ ...mark, ink: "on-", places: [[x, (mark.y + mark.foot) / 2]] }));
      }
      const value = all.reduce((sum, y) => sum + y, 0);
      const end = pile.map((mark) => mark.y).sort((a, b) => (value < 0 ? b - a : a - b))[0];
      return [beyond({ value, at, y: end, axis, token: "text", words: figure(value, payload.written[pile[0].trace]) })];
    });
  }

  function wide(words) {
    return pen.measureText(words).width + 4;
  }

  // Words that the chart holds beside its marks: {element, faded, note}.
  function notes(chart) {
    return Array.from(chart.querySelectorAll(".annotation"), (element) => {
      const note = chart.layout.annotations[element.dataset.index];
      return { element: element.querySelector(".annotation-text-g"), faded: note.opacity < 1, note };
    });
  }

  // Whether words with an arrow say a mark's value already.
  function said(chart, { at, words }) {
    const here = ({ showarrow, x, text }) => showarrow && x === at && text.includes(words);
    return (chart.layout.annotations || []).some(here);
  }

  function labels(chart, payload, found) {
    const isColumn = (mark) => mark.width !== undefined;
    const points = found.filter((mark) => !isColumn(mark));
    const wanted = points.map((mark) => ({ ...mark, places: around(mark, wide(mark.words)) }));
    wanted.push(...ofColumns(found.filter(isColumn), payload));
    const height = (mark) => (mark.axis._offset + mark.axis._length - mark.y) / mark.axis._length;
    const taken = notes(chart).flatMap(({ element, faded }) => (faded ? [] : [boxOf(chart, element)]));
    taken.push(...points.map(({ x, y }) => box(x, y, 2 * DOT - 2, 2 * DOT - 2)));
    const set = [];
    const missing = wanted.filter((mark) => !said(chart, mark));
    missing.sort((a, b) => height(b) - height(a)).forEach((mark) => {
      const [low, high] = [mark.axis._offset - LINE - DOT, mark.axis._offset + mark.axis._length];
      const free = mark.places
        .map(([x, y]) => box(x, y, wide(mark.words), LINE))
        .find((one) => one.left >= 0 && one.right <= chart.clientWidth && one.top >= low && one.bottom <= high && !taken.some((other) => meet(one, other)));
      if (free && set.length < MOST) {
        taken.push(free);
        set.push({ ...free, words: mark.words, colour: "var(--" + (mark.ink || "as-") + mark.token + ")", ink: mark.ink });
      }
    });
    return set;
  }

  // The labels of other years that would stand under one of ours, or on its mark, are not shown.
  function giveWay(chart, taken) {
    const faded = notes(chart).map(({ element, faded }) => ({ text: element, shown: element.closest(".annotation"), faded }));
    const printed = Array.from(chart.querySelectorAll(".textpoint text, .bartext"), (text) => ({ text, shown: text, faded: true }));
    [...faded, ...printed].forEach(({ text, shown, faded: gives }) => {
      const there = gives && taken.length ? boxOf(chart, text) : null;
      shown.style.visibility = there && taken.some((one) => meet(one, there)) ? "hidden" : "";
    });
  }

  function place(chart, exhibit) {
    const payload = dashboard.charts.payload(exhibit);
    const before = chart.querySelector(":scope > .chosen-values");
    const chosen = payload && payload.written && !payload.words.empty ? dashboard.emphasis.chosen(exhibit, payload) : [];
    if (before) {
      before.remove();
    }
    if (!chosen.length) {
      if (before) {
        giveWay(chart, []);
      }
      return;
    }
    pen.font = "700 13px " + getComputedStyle(document.body).fontFamily;
    const found = chosen.map((mark) => read(chart, payload, mark)).filter(Boolean);
    const set = labels(chart, payload, found);
    const layer = Object.assign(document.createElement("div"), { className: "chosen-values", ariaHidden: "true" });
    layer.append(
      ...set.map(({ left, top, right, words, colour, ink }) => {
        const label = Object.assign(document.createElement("span"), { textContent: words, className: ink ? "inside" : "" });
        Object.assign(label.style, { left: (left + right) / 2 + "px", top: top + "px", color: colour });
        return label;
      })
    );
    chart.append(layer);
    giveWay(chart, [...set, ...found.filter((mark) => mark.width === undefined).map(({ x, y }) => box(x, y, 2 * DOT, 2 * DOT))]);
  }

  dashboard.chosen = { place };
})(window.dashboard);
