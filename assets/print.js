// A chapter on paper: every chart is drawn at the width of the page, in light colours, before the browser prints; and
// the foot says when and from where. print.css lays it out, under the class that is set here.
(function (dashboard) {
  "use strict";
  const root = document.documentElement;
  let before = null; // what is put back afterwards

  function charts() {
    return Array.from(document.querySelectorAll(".card [data-chart]"));
  }

  function draw() {
    if (window.Plotly) {
      charts().forEach((chart) => dashboard.charts.payload(chart.dataset.chart) && dashboard.charts.draw(chart.dataset.chart));
    }
  }

  // Who asks for paper and has seen no map yet has not got what maps are drawn with.
  function hasMaps() {
    const drawnFrom = (chart) => dashboard.charts.payload(chart.dataset.chart);
    return charts().some((chart) => drawnFrom(chart) && drawnFrom(chart).data.some((trace) => trace.geojson));
  }

  function foot() {
    const words = document.querySelector("[data-print]");
    const page = document.getElementById("page");
    if (!words || !page) {
      return;
    }
    const date = new Date().toLocaleDateString(root.lang === "es" ? "es-MX" : "en-US", { dateStyle: "long" });
    const text = words.dataset.print.replace("{date}", date).replace("{address}", window.location.href);
    const there = page.querySelector(".print-foot") || page.appendChild(document.createElement("p"));
    there.className = "print-foot";
    there.textContent = text;
  }

  function begin() {
    if (before || !document.querySelector(".card")) {
      return;
    }
    before = { theme: root.dataset.theme };
    root.dataset.theme = "light";
    root.classList.add("printing");
    foot();
    draw();
    if (hasMaps()) {
      dashboard.charts.maps().then(() => before && draw());
    }
  }

  function end() {
    if (!before) {
      return;
    }
    if (before.theme) {
      root.dataset.theme = before.theme;
    } else {
      delete root.dataset.theme;
    }
    before = null;
    root.classList.remove("printing");
    dashboard.charts.redrawAll();
  }

  // By our own button and by Ctrl+P, there is time to fetch what is missing.
  async function print() {
    begin();
    await (hasMaps() ? dashboard.charts.maps() : null);
    draw();
    window.print();
    end();
  }

  document.addEventListener("click", (event) => event.target.closest("[data-print]") && print());
  document.addEventListener("keydown", (event) => {
    const asked = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "p";
    if (asked && document.querySelector("[data-print]")) {
      event.preventDefault();
      print();
    }
  });
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  window.matchMedia("print").addEventListener("change", (event) => (event.matches ? begin : end)());
})(window.dashboard);
