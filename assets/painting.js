// A figure as a picture with our font in it. A picture is a document of its own: it does not see the fonts of the page
// that it stands in, so they must be in the picture. The server's Chromium (dashboard/export/studio.py) uses this too.
window.dashboard = window.dashboard || {};

(function (dashboard) {
  "use strict";
  const FAMILY = "Inter";

  // Without the font's contextual forms: those of dashes and brackets are lost to whoever copies or searches the words.
  function style(font) {
    const face = '@font-face{font-family:"' + FAMILY + '";font-weight:100 900;src:url("' + font + '")}';
    return "<defs><style>" + face + 'text{font-feature-settings:"calt" 0}</style></defs>';
  }

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  // What a figure is called and what stands for it, as the first elements of its SVG.
  function names(figure) {
    const { title, description } = figure.layout.meta || {};
    return {
      title: title ? "<title>" + escaped(title) + "</title>" : "",
      desc: description ? "<desc>" + escaped(description) + "</desc>" : "",
    };
  }

  // The tag with its size in whole pixels.
  function whole(tag) {
    return tag.replace(/ (width|height)="([\d.]+)"/g, (_, side, px) => " " + side + '="' + Math.floor(px) + '"');
  }

  // The SVG text of a figure: words are text, set in the font (a data address) that comes with it.
  async function svg(Plotly, figure, size, font) {
    const options = { format: "svg", imageDataOnly: true, width: size.width, height: size.height, scale: size.scale };
    const drawn = await Plotly.toImage(figure, options);
    const told = Object.values(names(figure)).join("");
    return drawn.replace(/<svg [^>]*>/, (tag) => whole(tag) + told + style(font));
  }

  function address(text) {
    return "data:image/svg+xml," + encodeURIComponent(text);
  }

  // SVG text as a canvas of its size in whole pixels.
  async function canvas(text, size) {
    const image = new Image();
    image.src = address(text);
    await image.decode();
    const sheet = document.createElement("canvas");
    sheet.width = Math.floor(size.width * size.scale);
    sheet.height = Math.floor(size.height * size.scale);
    sheet.getContext("2d").drawImage(image, 0, 0, size.width * size.scale, size.height * size.scale);
    return sheet;
  }

  let loaded = null;

  // The font, in both weights, there before plotly.js measures words with it.
  function load(font) {
    loaded =
      loaded ||
      new FontFace(FAMILY, 'url("' + font + '")', { weight: "100 900" }).load().then((face) => document.fonts.add(face));
    return loaded;
  }

  dashboard.painting = { svg, canvas, address, load };
})(window.dashboard);
