// In the server's Chromium: what Kaleido asks of plotly.js is drawn as in a reader's browser (assets/painting.js).
(function (dashboard) {
  "use strict";
  const { painting } = dashboard;
  const plotly = window.Plotly;
  const toImage = plotly.toImage;
  const font = JSON.parse(document.getElementById("font").textContent);
  // Maps have outlines of their own; without these plotly.js asks another server for some (as assets/charts.js says).
  const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
  const nothing = Object.fromEntries(layers.map((layer) => [layer, { type: "GeometryCollection", geometries: [] }]));
  const assets = (window.PlotlyGeoAssets = window.PlotlyGeoAssets || {});
  assets.topojson = Object.assign({}, assets.topojson, { world_110m: { type: "Topology", objects: nothing, arcs: [] } });

  // Chromium prints the patterns of SVG as large pictures: hatching becomes lines, cut to what they fill.
  function withLines(text) {
    const holder = document.createElement("div");
    holder.innerHTML = text;
    document.body.append(holder);
    holder.querySelectorAll("path").forEach((path, i) => {
      const named = /url\(["']?#([^"')]+)/.exec(path.style.fill);
      const pattern = named && holder.querySelector("pattern[id='" + named[1] + "']");
      const stripe = pattern && pattern.querySelector("path");
      const box = path.getBBox();
      if (stripe && box.width && box.height) {
        hatch(path, pattern, stripe, box, "hatch-" + i);
      }
    });
    const drawn = new XMLSerializer().serializeToString(holder.firstElementChild);
    holder.remove();
    return drawn;
  }

  function hatch(path, pattern, stripe, box, id) {
    const step = parseFloat(pattern.getAttribute("width"));
    const lines = [];
    for (let at = Math.floor((box.x + box.y) / step) * step; at < box.x + box.y + box.width + box.height; at += step) {
      lines.push("M" + (at - box.y) + "," + box.y + "l" + -box.height + "," + box.height);
    }
    const clip = document.createElementNS(path.namespaceURI, "clipPath");
    clip.id = id;
    clip.append(path.cloneNode());
    const lined = document.createElementNS(path.namespaceURI, "path");
    lined.setAttribute("d", lines.join(""));
    lined.setAttribute("clip-path", "url(#" + id + ")");
    const width = stripe.getAttribute("stroke-width").replace("px", "");
    lined.setAttribute("style", "fill:none;stroke:" + stripe.getAttribute("stroke") + ";stroke-width:" + width);
    path.style.fill = pattern.querySelector("rect").getAttribute("fill");
    path.before(clip);
    path.after(lined);
  }

  plotly.toImage = async (figure, asked) => {
    await painting.load(font);
    document.title = (figure.layout.meta || {}).title || "";
    const size = { width: asked.width, height: asked.height, scale: asked.scale || 1 };
    const text = await painting.svg({ toImage }, figure, size, font);
    if (asked.format === "svg") {
      return asked.imageDataOnly ? text : painting.address(withLines(text)); // the address: of a PDF
    }
    return (await painting.canvas(text, size)).toDataURL("image/png").split(",")[1];
  };
})(window.dashboard);
