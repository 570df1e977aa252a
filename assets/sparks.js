// The small lines of the Overview: the series, the report's year, the newest value. Pointing at one says the year and its
// value, a click opens the exhibit at that year; by keyboard the arrows walk its points and Enter opens.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;
  const SPACE = "http://www.w3.org/2000/svg";
  const WIDTH = 220;
  const HEIGHT = 56;
  const EDGE = 5;

  function make(tag, attributes) {
    const element = document.createElementNS(SPACE, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  }

  // The scales of a line: from its points to px of the drawing.
  function scales(points) {
    const years = points.map(([year]) => year);
    const values = points.map(([, value]) => value);
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    const first = Math.min(...years);
    const span = Math.max(...years) - first || 1;
    return {
      x: (year) => EDGE + ((year - first) / span) * (WIDTH - 2 * EDGE),
      y: (value) => HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE),
    };
  }

  function draw(box) {
    const points = JSON.parse(box.dataset.spark);
    const { x, y } = scales(points);
    const years = points.map(([year]) => year);
    const svg = make("svg", { viewBox: "0 0 " + WIDTH + " " + HEIGHT, preserveAspectRatio: "none", "aria-hidden": "true" });
    // A gap of years stays a gap, and a value of another series stands apart.
    const joined = (i) => i > 0 && i < points.length && years[i] - years[i - 1] <= 1 && !points[i][3] && !points[i - 1][3];
    const path = points
      .map(([year, value], i) => (joined(i) ? "L" : "M") + x(year) + " " + y(value))
      .join("");
    svg.append(make("line", { x1: EDGE, x2: WIDTH - EDGE, y1: y(0), y2: y(0), class: "spark-zero" }));
    svg.append(make("path", { d: path, class: "spark-line" }));
    const then = Number(box.dataset.then);
    points.forEach(([year, value], i) => {
      const alone = !joined(i) && !joined(i + 1);
      const mark = year === then ? "spark-then" : i === points.length - 1 ? "spark-now" : alone ? "spark-alone" : "";
      if (mark) {
        svg.append(make("circle", { cx: x(year), cy: y(value), r: 3.5, class: mark }));
      }
      if (isChosen(year)) {
        svg.append(make("circle", { cx: x(year), cy: y(value), r: 4.5, class: "spark-chosen" }));
      }
    });
    box.replaceChildren(svg);
    box.dataset.years = address.value("years");
  }

  function isChosen(year) {
    const text = address.value("years");
    const [first, last] = text.split("-").map(Number);
    return /-/.test(text) ? year >= first && year <= last : text.split(",").includes(String(year));
  }

  // The point whose year is nearest to a place on the page.
  function under(box, event) {
    const points = JSON.parse(box.dataset.spark);
    const { x } = scales(points);
    const frame = box.querySelector("svg").getBoundingClientRect();
    const at = ((event.clientX - frame.left) / frame.width) * WIDTH;
    const away = points.map(([year]) => Math.abs(x(year) - at));
    return away.indexOf(Math.min(...away));
  }

  // The words of one point in a quiet box above it.
  function show(box, i) {
    hide(box);
    const points = JSON.parse(box.dataset.spark);
    const { x, y } = scales(points);
    const [year, value, words] = points[i];
    const frame = box.querySelector("svg").getBoundingClientRect();
    const left = (x(year) / WIDTH) * frame.width;
    box.querySelector("svg").append(make("circle", { cx: x(year), cy: y(value), r: 4.5, class: "spark-here" }));
    const said = Object.assign(document.createElement("span"), { className: "spark-words", textContent: words });
    box.append(said);
    said.style.left = Math.max(0, Math.min(left - said.offsetWidth / 2, box.clientWidth - said.offsetWidth)) + "px";
    box.dataset.at = i;
    return words;
  }

  function hide(box) {
    box.querySelectorAll(".spark-words, .spark-here").forEach((part) => part.remove());
  }

  function leave(box) {
    hide(box);
    delete box.dataset.at;
  }

  function open(box, i) {
    const years = String(JSON.parse(box.dataset.spark)[i][0]);
    const own = Object.fromEntries(new URLSearchParams(box.dataset.with));
    window.location.assign(address.elsewhere(box.dataset.opens, false, { ...own, years }));
  }

  function onKey(box, event) {
    const last = JSON.parse(box.dataset.spark).length - 1;
    const here = "at" in box.dataset ? Number(box.dataset.at) : null;
    const next = { ArrowLeft: (here || 0) - 1, ArrowRight: (here === null ? -1 : here) + 1, Home: 0, End: last }[event.key];
    if (event.key === "Enter") {
      open(box, here === null ? last : here);
    } else if (next !== undefined) {
      event.preventDefault();
      const at = here === null && !/Home|ArrowRight/.test(event.key) ? last : Math.max(0, Math.min(last, next));
      dashboard.gestures.say(show(box, at));
    }
  }

  function attach(box) {
    box.addEventListener("pointermove", (event) => show(box, under(box, event)));
    box.addEventListener("pointerleave", () => leave(box));
    box.addEventListener("click", (event) => open(box, under(box, event)));
    box.addEventListener("keydown", (event) => onKey(box, event));
    box.addEventListener("blur", () => leave(box));
  }

  function prepare() {
    document.querySelectorAll("[data-spark]").forEach((box) => {
      if (!box.childElementCount) {
        attach(box);
      }
      if (box.dataset.years !== address.value("years")) {
        draw(box);
      }
    });
  }

  dashboard.sparks = { prepare };
})(window.dashboard);
