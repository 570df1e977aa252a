// Sheets: on a phone the filters, and where there is no room for it the contents of the chapter, open from below. While
// one is open it holds these parts of the page themselves; they go back when it closes. The keys of the page rest.
(function () {
  "use strict";
  const HOLDS = { filters: ".filters, .filters ~ .segmented", contents: ".contents" };
  const heard = new MutationObserver(tell);
  let away = []; // [part, what stands in its place]

  function find() {
    return document.querySelector("dialog.sheet[open]");
  }

  function show(opener) {
    const sheet = document.getElementById("sheet-" + opener.dataset.sheet);
    const body = sheet.querySelector(".sheet-body");
    away = Array.from(document.querySelectorAll(HOLDS[opener.dataset.sheet]), (part) => {
      const place = document.createComment("in the sheet");
      part.replaceWith(place);
      body.append(part);
      return [part, place];
    });
    sheet.addEventListener("close", putBack, { once: true });
    sheet.showModal();
    heard.observe(document.getElementById("live"), { childList: true, characterData: true, subtree: true });
    tell([]);
  }

  function putBack() {
    heard.disconnect();
    away.forEach(([part, place]) => place.replaceWith(part));
    away = [];
  }

  // The page behind an open sheet is silent to a screen reader.
  function tell(changes) {
    const place = document.querySelector("dialog.sheet[open] .sheet-said");
    if (place) {
      place.textContent = changes.length ? document.getElementById("live").textContent : "";
    }
  }

  function onClick(event) {
    const opener = event.target.closest("[data-sheet]");
    const sheet = find();
    if (opener && !sheet) {
      show(opener);
    } else if (sheet && (event.target === sheet || closes(sheet, event.target))) {
      sheet.close(); // beside it, or what leads out of it
    }
  }

  function closes(sheet, target) {
    const out = target.closest('[data-close], [href^="#"], .play');
    return Boolean(out) && sheet.contains(out);
  }

  // Escape closes it, which the browser does, and no more.
  function onKey(event) {
    if (find()) {
      event.stopPropagation();
    }
  }

  // A window that got wider has room again.
  function onResize() {
    const sheet = find();
    const opener = sheet && document.querySelector('[data-sheet="' + sheet.id.slice("sheet-".length) + '"]');
    if (opener && !opener.getClientRects().length) {
      sheet.close();
    }
  }

  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey, true);
  window.addEventListener("resize", onResize);
})();
