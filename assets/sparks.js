// The small lines of the Overview: the series, the report's year, the newest value. The tile says them in words.
(function (dashboard) {
  "use strict";
  const SPACE = "http://www.w3.org/2000/svg";
  const WIDTH = 220;
  const HEIGHT = 56;
  const EDGE = 5;

  function make(tag, attributes) {
    const element = document.createElementNS(SPACE, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  }

  function draw(box) {
    const points = JSON.parse(box.dataset.spark);
    const years = points.map(([year]) => year);
    const values = points.map(([, value]) => value);
    const low = Math.min(0, ...values);
    const high = Math.max(0, ...values);
    const first = Math.min(...years);
    const span = Math.max(...years) - first || 1;
    const x = (year) => EDGE + ((year - first) / span) * (WIDTH - 2 * EDGE);
    const y = (value) => HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE);
    const svg = make("svg", { viewBox: "0 0 " + WIDTH + " " + HEIGHT, preserveAspectRatio: "none" });
    // A gap of years stays a gap.
    const path = points
      .map(([year, value], i) => (i && year - years[i - 1] <= 1 ? "L" : "M") + x(year) + " " + y(value))
      .join("");
    svg.append(make("line", { x1: EDGE, x2: WIDTH - EDGE, y1: y(0), y2: y(0), class: "spark-zero" }));
    svg.append(make("path", { d: path, class: "spark-line" }));
    const then = Number(box.dataset.then);
    points.forEach(([year, value], i) => {
      const alone = (i === 0 || year - years[i - 1] > 1) && (i === points.length - 1 || years[i + 1] - year > 1);
      const mark = year === then ? "spark-then" : i === points.length - 1 ? "spark-now" : alone ? "spark-alone" : "";
      if (mark) {
        svg.append(make("circle", { cx: x(year), cy: y(value), r: 3.5, class: mark }));
      }
    });
    box.replaceChildren(svg);
  }

  function prepare() {
    document.querySelectorAll("[data-spark]:empty").forEach(draw);
  }

  dashboard.sparks = { prepare };
})(window.dashboard);
