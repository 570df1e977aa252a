// A gesture renews parts of the page. The keyboard stays where it was: on the next filter when one was removed, after the
// last one on what sets it, on the same row of a table, or, where nothing of it is left, on the nearest thing that can be used.
(function () {
  "use strict";
  const RENEWED = "#chips, [data-printed], [data-table], [data-chart]";
  let find = null; // what to look for once the focus is lost
  let watcher = null;

  function visible(elements) {
    return Array.from(elements).find((element) => element.getClientRects().length);
  }

  function besides(selector) {
    const places = ["#chips a", ".filters input, .filters summary, .filters button", ".bar button, .bar a", selector];
    return places.map((place) => visible(document.querySelectorAll(place))).find(Boolean);
  }

  // What sets a dimension by hand; where it cannot be seen (the sheet of a phone), the page's heading.
  function setting(dimension) {
    const control = dimension === "years" ? ".filters .year" : '.filters [data-filter="' + dimension + '"] > summary';
    return visible(document.querySelectorAll(control)) || heading();
  }

  function heading() {
    const found = visible(document.querySelectorAll("main h1, main h2"));
    if (found) {
      found.tabIndex = -1;
    }
    return found;
  }

  // How to find again what has the focus.
  function finder(element) {
    const box = element && element.closest(RENEWED);
    if (!box) {
      return null;
    }
    if (box.id === "chips") {
      const removers = () => Array.from(document.querySelectorAll("#chips [data-chip] a"));
      const at = Math.max(0, removers().indexOf(element));
      const chip = element.closest("[data-chip]");
      const next = () => removers()[Math.min(at, removers().length - 1)] || visible(box.querySelectorAll("a"));
      return () => next() || (chip ? setting(chip.dataset.chip) : besides("a"));
    }
    const card = box.closest("[data-exhibit]");
    if (box.dataset.chart) {
      return () => (box.hidden ? besides('[data-exhibit="' + card.dataset.exhibit + '"] a') : box);
    }
    const row = element.closest("tr[data-selects]");
    const rows = () => Array.from(box.querySelectorAll("tr[data-selects]"));
    const twin = () => row && rows().find((one) => one.dataset.selects === row.dataset.selects);
    const inside = () => Array.from(box.querySelectorAll("[tabindex], button"));
    const at = row ? 0 : inside().indexOf(element); // the same button, the same heading
    const near = () => visible(inside().slice(at)) || visible(inside());
    return () => twin() || near() || visible(card.querySelectorAll('[data-param="table"]'));
  }

  function lost() {
    const { activeElement } = document;
    return !activeElement || activeElement === document.body || !activeElement.getClientRects().length;
  }

  function onRenewal() {
    if (find && lost()) {
      const found = find();
      if (found) {
        found.focus({ preventScroll: true });
      }
    }
  }

  document.addEventListener("focusin", (event) => {
    find = finder(event.target);
    if (find && !watcher) {
      watcher = new MutationObserver(onRenewal);
      watcher.observe(document.getElementById("page"), { childList: true, subtree: true, attributeFilter: ["hidden"] });
    }
  });
  document.addEventListener("pointerdown", () => (find = null), true);
})();
