// A hint on the first chart of a page, until the reader has chosen something on a chart or has dismissed it: once for all.
(function (dashboard) {
  "use strict";
  const SEEN = "hint-seen";
  const opened = window.location.search; // a link that was shared may hold what somebody else chose
  let hint = null;

  function seen() {
    try {
      return window.localStorage.getItem(SEEN) !== null;
    } catch (error) {
      return true; // where nothing is remembered it would never go
    }
  }

  function done() {
    if (hint) {
      const inside = hint.contains(document.activeElement);
      const card = hint.parentElement;
      hint.remove();
      hint = null;
      if (inside) {
        card.querySelector("[data-chart]").focus({ preventScroll: true });
      }
    }
    window.localStorage.setItem(SEEN, "");
  }

  // The words that fit what can be done on a chart, and what the reader points with.
  function fitting(words, payload) {
    const chooses = Object.keys(payload.selects).length;
    if (window.matchMedia("(pointer: coarse)").matches) {
      return chooses ? words.touch : words["touch-words"];
    }
    return words[chooses ? (payload.time ? "time" : "marks") : "words"];
  }

  function place(card, words) {
    const close = Object.assign(document.createElement("button"), { type: "button", textContent: "×", ariaLabel: words.dismiss });
    const text = document.createElement("span");
    text.textContent = fitting(words, dashboard.charts.payload(card.dataset.exhibit));
    close.addEventListener("click", done);
    hint = Object.assign(document.createElement("div"), { className: "first-visit" });
    hint.append(text, close);
    card.prepend(hint);
  }

  function prepare() {
    const given = document.querySelector("[data-first-visit]");
    const card = document.querySelector(".card[data-exhibit]");
    if (!given || !card || seen()) {
      return;
    }
    const from = dashboard.address.value("from");
    if (hint && from && from !== new URLSearchParams(opened).get("from")) {
      done();
    } else if (!hint && dashboard.charts.payload(card.dataset.exhibit)) {
      place(card, JSON.parse(given.dataset.firstVisit));
    }
  }

  dashboard.firstVisit = { prepare };
})(window.dashboard);
