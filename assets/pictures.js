// Pictures of an exhibit, drawn in this browser from the figure that the server frames: the same as the server's own.
(function (dashboard) {
  "use strict";
  const { painting } = dashboard;
  let font = null; // the promise of its data address

  function dataAddress(blob) {
    return new Promise((resolve, reject) => {
      const reader = Object.assign(new FileReader(), { onload: () => resolve(reader.result), onerror: reject });
      reader.readAsDataURL(blob);
    });
  }

  function theFont() {
    font =
      font ||
      window
        .fetch(document.querySelector('link[rel="preload"][as="font"]').href)
        .then((answer) => answer.blob())
        .then(dataAddress);
    return font;
  }

  // plotly.js, with what maps need where the figure is one.
  async function plotly(figure) {
    if (!window.Plotly) {
      await new Promise((resolve) => document.getElementById("plotly").addEventListener("load", resolve, { once: true }));
    }
    if (figure.data.some((trace) => /geo|choropleth/.test(trace.type))) {
      await dashboard.charts.maps();
    }
    return window.Plotly;
  }

  // An error that says in the reader's words what the server said.
  async function refusal(answer) {
    const told = await answer.json().catch(() => ({}));
    return Object.assign(new Error(told.error || answer.statusText), { inWords: told.error });
  }

  // {blob, name} of an exhibit under a query, as png or svg.
  async function make(exhibit, query, kind) {
    const answer = await window.fetch("/api/v1/exhibits/" + exhibit + "/picture.json?" + query);
    if (!answer.ok) {
      throw await refusal(answer);
    }
    const { figure, size, names } = await answer.json();
    const [letters, Plotly] = await Promise.all([theFont(), plotly(figure)]);
    await painting.load(letters);
    const text = await painting.svg(Plotly, figure, size, letters);
    if (kind === "svg") {
      return { blob: new Blob([text], { type: "image/svg+xml" }), name: names.svg };
    }
    const sheet = await painting.canvas(text, size);
    const blob = await new Promise((resolve) => sheet.toBlob(resolve, "image/png"));
    return { blob, name: names.png };
  }

  dashboard.pictures = { make, refusal };
})(window.dashboard);
