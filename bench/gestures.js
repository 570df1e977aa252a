// Watches the charts of a page, ours or plain Dash's, at each frame: when did a chart get other data, and was it painted?
(function () {
  "use strict";
  const bench = (window.bench = {});

  bench.chart = (exhibit) =>
    document.querySelector('[data-chart="' + exhibit + '"]') || document.querySelector('[id="' + exhibit + '"] .js-plotly-plot');

  // Exhibits whose chart meets the viewport.
  bench.visible = (exhibits) =>
    exhibits.filter((exhibit) => {
      const chart = bench.chart(exhibit);
      const box = chart && chart.getBoundingClientRect();
      return box && box.height && box.bottom > 0 && box.top < window.innerHeight;
    });

  // Where a mark stands in the window, in px.
  bench.place = (exhibit, id) => {
    const chart = bench.chart(exhibit);
    const idAt = (one) => (Array.isArray(one) ? one[0] : one);
    const curve = chart.data.findIndex((trace) => (trace.customdata || []).map(idAt).includes(id));
    const full = chart._fullData[curve];
    const i = full.customdata.map(idAt).indexOf(id);
    const axes = ["x", "y"].map((name) => chart._fullLayout[full[name + "axis"].replace(name, name + "axis")]);
    const datum = chart.calcdata[curve][i];
    const middle = full.type !== "bar" ? [full.x[i], full.y[i]] : full.orientation === "h" ? [datum.b + datum.s / 2, datum.p] : [datum.p, datum.b + datum.s / 2];
    const px = middle.map((value, at) => axes[at]._offset + (full.type === "bar" ? axes[at].l2p(value) : axes[at].d2p(value)));
    const box = chart.getBoundingClientRect();
    return [box.left + px[0], box.top + px[1]];
  };

  const shows = (chart) => (!chart || chart.hidden || !chart.data ? null : chart.data);

  // From now on: the next release of the pointer, and each frame in which a chart holds other data than before.
  bench.watch = (exhibits) => {
    performance.clearResourceTimings();
    const seen = Object.fromEntries(exhibits.map((exhibit) => [exhibit, [{ at: 0, data: shows(bench.chart(exhibit)) }]]));
    const state = (bench.state = { up: 0, seen, over: false, last: performance.now() });
    document.addEventListener("pointerup", (event) => (state.up = event.timeStamp), { capture: true, once: true });
    const frame = () => {
      if (state.over) {
        return;
      }
      exhibits.forEach((exhibit) => {
        const data = shows(bench.chart(exhibit));
        const before = seen[exhibit][seen[exhibit].length - 1];
        if (data !== before.data) {
          const now = { at: 0, data };
          seen[exhibit].push(now);
          state.last = performance.now();
          requestAnimationFrame(() => (now.at = performance.now())); // the frame with the data has been painted
        }
      });
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };

  const answers = () =>
    performance.getEntriesByType("resource").filter((entry) => entry.name.includes("/_dash-update-component"));

  // Milliseconds since a chart changed or the server answered; none while it has not.
  bench.quiet = () => {
    const answered = answers().map((entry) => entry.responseEnd);
    return answered.length ? performance.now() - Math.max(bench.state.last, ...answered) : 0;
  };

  // In ms from the release of the pointer: for each exhibit the frames that show data that differ from those before, and
  // the answers of the server, with their bytes on the wire.
  bench.result = () => {
    const { up, seen } = bench.state;
    bench.state.over = true;
    const changes = Object.entries(seen).map(([exhibit, list]) => {
      const texts = list.map((one) => JSON.stringify(one.data));
      return [exhibit, list.flatMap((one, i) => (i && texts[i] !== texts[i - 1] ? [one.at - up] : []))];
    });
    const told = ({ requestStart, responseEnd, encodedBodySize }) => ({
      sent: requestStart - up,
      came: responseEnd - up,
      bytes: encodedBodySize,
    });
    return { changes: Object.fromEntries(changes), answers: answers().map(told) };
  };
})();
