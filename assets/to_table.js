// From a chart to its table and back: T on a chart opens the table and puts the keyboard into it; T or Escape in the table
// closes it and leads back to the chart.
(function (dashboard) {
  "use strict";
  let coming = ""; // the exhibit whose table the keyboard waits for

  function enter(slot) {
    slot.querySelector(".table-scroll").focus();
  }

  // A table has been set.
  function arrived(exhibit, slot) {
    if (coming === exhibit) {
      enter(slot);
    }
    coming = "";
  }

  function go(slot) {
    if (slot.firstChild) {
      enter(slot);
    } else {
      coming = slot.dataset.table;
      dashboard.address.set("table", coming);
    }
  }

  function back({ dataset: { table: exhibit } }) {
    const places = ['[data-chart="' + exhibit + '"]:not([hidden])', '[data-param="table"][data-value="' + exhibit + '"]'];
    places.map((place) => document.querySelector(place)).find(Boolean).focus();
    dashboard.address.set("table", exhibit);
  }

  function onKey(event) {
    const [t, escape] = [event.key.toLowerCase() === "t", event.key === "Escape"];
    if (!(t || escape) || event.metaKey || event.ctrlKey || event.altKey) {
      return;
    }
    const inside = event.target.closest("[data-table]");
    const card = t && event.target.matches("[data-chart]") && event.target.closest(".card");
    const slot = inside || (card && card.querySelector("[data-table]")); // the stage and a frame have none
    if (slot) {
      event.preventDefault();
      event.stopPropagation(); // Escape clears no filter here
      (inside ? back : go)(slot);
    }
  }

  document.addEventListener("keydown", onKey, true);
  dashboard.toTable = { arrived };
})(window.dashboard);
