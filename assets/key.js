// The entries of a key (the line of coloured words above a chart) choose what they stand for: what the words of a series
// do, or all that the marks of a class do where no other entry's marks do. The others are words and no more.
(function (dashboard) {
  "use strict";

  // The entries of a figure's key and its end labels: {uids, words, selects: [dimension, values...] or null}.
  function entries(figure, payload) {
    return (figure.layout.annotations || []).flatMap((note) => {
      if (/^key:/.test(note.name)) {
        const words = parts(note.text.replace(/<\/?a\b[^>]*>/g, "")).map(plain);
        const given = note.name.slice(4).split("|").map((uids) => uids.split(","));
        return given.map((uids, i) => ({ uids, words: words[i], selects: standsFor(figure, payload, uids, given) }));
      }
      const selects = payload.traces[note.name];
      return selects ? [{ uids: [note.name], words: plain(note.text), selects }] : [];
    });
  }

  // The markup of each entry: it begins with its coloured sign.
  function parts(markup) {
    return markup.split(/(?=<span style="color:)/);
  }

  // Without markup and without the sign.
  function plain(markup) {
    return markup.replace(/<span[^>]*>.*?<\/span>/g, "").replace(/<[^>]*>/g, " ").replace(/[■□▨●○◆◇━╍┉]/g, "").replace(/\s+/g, " ").trim();
  }

  function standsFor(figure, payload, uids, all) {
    const own = ofMarks(figure, payload, uids);
    const names = new Set(own.map(([name]) => name));
    const others = all.filter((one) => one !== uids).flatMap((one) => ofMarks(figure, payload, one));
    const shared = own.some((one) => others.some((other) => other.join() === one.join()));
    if (names.size === 1 && !names.has("years") && !shared && others.length) {
      return [own[0][0], ...new Set(own.map(([, value]) => value))];
    }
    const whole = uids.map((uid) => payload.traces[uid]);
    return whole[0] && whole.every((one) => one && one.join() === whole[0].join()) ? whole[0] : null;
  }

  function ofMarks(figure, payload, uids) {
    const traces = figure.data.filter((trace) => uids.includes(trace.uid));
    return traces.flatMap((trace) => trace.customdata || []).map((id) => payload.selects[[].concat(id)[0]]).filter(Boolean);
  }

  // Entries that stand for something become links to point at; end labels that do not let the pointer through.
  function prepare(figure, payload) {
    const found = entries(figure, payload);
    (figure.layout.annotations || []).forEach((note) => {
      if (/^key:/.test(note.name)) {
        const wrap = (markup, i) => {
          const end = /(\s|<br>)*$/.exec(markup)[0];
          const inner = markup.slice(0, markup.length - end.length);
          return found[i] && found[i].selects ? '<a style="--entry:' + i + '">' + inner + "</a>" + end : markup;
        };
        note.text = parts(note.text).map(wrap).join("");
      } else if (note.captureevents && !payload.traces[note.name]) {
        note.captureevents = false;
      }
    });
  }

  // What the entry under an element of the chart selects.
  function at(element, exhibit) {
    const link = element.closest && element.closest(".annotation-text a");
    const chart = link && link.closest("[data-chart]");
    const entry = link && entries(chart, dashboard.charts.payload(exhibit))[Number(link.style.getPropertyValue("--entry"))];
    return entry && entry.selects;
  }

  dashboard.key = { entries, prepare, at };
})(window.dashboard);
