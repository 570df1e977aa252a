// One year under the pointer is the same year in every time series of the chapter, without the server.
(function (dashboard) {
  "use strict";
  let leading = null;
  let frame = 0;

  function yearOf(x) {
    return typeof x === "number" ? x : Number(String(x).slice(0, 4)) + (Number(String(x).slice(5, 7)) - 0.5) / 12 - 0.5;
  }

  function others(chart) {
    return Array.from(document.querySelectorAll("[data-chart][data-drawn]")).filter((other) => {
      const box = other.getBoundingClientRect();
      const payload = dashboard.charts.payload(other.dataset.chart);
      return other !== chart && payload && payload.time && box.bottom > 0 && box.top < window.innerHeight;
    });
  }

  function hover(chart, exhibit, event) {
    if (leading && leading !== chart) {
      return; // it is one of those that follow
    }
    if (!dashboard.charts.payload(exhibit).time) {
      return;
    }
    leading = chart;
    const at = yearOf(event.points[0].x);
    window.cancelAnimationFrame(frame);
    frame = window.requestAnimationFrame(() => others(chart).forEach((other) => follow(other, at)));
  }

  function follow(chart, at) {
    const axis = chart._fullLayout.xaxis;
    const [low, high] = axis.range.map(yearOf);
    if (at < low || at > high) {
      window.Plotly.Fx.unhover(chart);
      return;
    }
    const rest = at + 0.5 - Math.floor(at + 0.5);
    const year = Math.floor(at + 0.5);
    const date = year + "-" + String(Math.min(12, Math.floor(rest * 12) + 1)).padStart(2, "0") + "-15";
    window.Plotly.Fx.hover(chart, { xval: axis.type === "date" ? Date.parse(date) : Math.round(at) }, ["xy"]);
  }

  function leave(chart) {
    if (leading !== chart) {
      return;
    }
    window.cancelAnimationFrame(frame);
    others(chart).forEach((other) => window.Plotly.Fx.unhover(other));
    leading = null;
  }

  dashboard.linked = { hover, leave, yearOf };
})(window.dashboard);
