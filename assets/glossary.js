// The terms of the glossary in the words of cards: the first one of each in a card becomes a quiet link to its meaning,
// which is shown when it is pointed at, focused or tapped. The text of a part stays what it was.
(function (dashboard) {
  "use strict";
  const WAIT = 200; // ms in which the pointer may go from a term to its meaning
  const PARTS = ["subtitle", "latest", "notes"].map((name) => '[data-part="' + name + '"]:not(.unseen)').join(",");
  let glossary = null; // {page, terms: form -> term, pattern}, once it is here
  let fetching = null;
  let tip = null;
  let shown = null; // the term whose meaning is shown
  let leaving = 0;
  let pointer = "mouse"; // what was pressed with last

  function make(tag, properties) {
    return Object.assign(document.createElement(tag), properties);
  }

  // Whole words, the longest form first; "FY" stands before its year.
  function read({ page, terms }) {
    const forms = {};
    terms.forEach((term) => term.forms.forEach((form) => (forms[plain(form)] = term)));
    const escaped = Object.keys(forms)
      .sort((a, b) => b.length - a.length)
      .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s"));
    const pattern = new RegExp("(?<![\\p{L}\\p{N}])(" + escaped.join("|") + ")(?!\\p{L})", "giu");
    return { page, forms, pattern };
  }

  function plain(form) {
    return form.replace(/\s/g, " ").toLowerCase();
  }

  // The places in a text where terms begin that are not yet in `seen`, which they are added to.
  function find(text, seen) {
    return Array.from(text.matchAll(glossary.pattern)).flatMap((match) => {
      const term = glossary.forms[plain(match[0])];
      const found = seen.has(term.id) ? [] : [{ at: match.index, words: match[0], term }];
      seen.add(term.id);
      return found;
    });
  }

  function mark(card) {
    const parts = Array.from(card.querySelectorAll(PARTS)).filter((part) => part.closest("[data-exhibit]") === card);
    const seen = new Set(parts.flatMap((part) => Array.from(part.querySelectorAll(".term"), (link) => link.dataset.term)));
    parts.forEach((part) => {
      const nodes = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (nodes.nextNode()) {
        texts.push(nodes.currentNode);
      }
      texts.filter((text) => !text.parentElement.closest("a")).forEach((text) => split(text, find(text.data, seen)));
    });
  }

  function split(text, found) {
    found.reverse().forEach(({ at, words, term }) => {
      const rest = text.splitText(at);
      rest.splitText(words.length);
      rest.replaceWith(link(term, words));
    });
  }

  function link(term, words) {
    const made = make("a", { className: "term", textContent: words, href: glossary.page + "#" + term.id });
    made.dataset.term = term.id;
    made.setAttribute("aria-describedby", described(term));
    if (document.querySelector("#page.embedded")) {
      Object.assign(made, { target: "_blank", rel: "noopener" });
    }
    return made;
  }

  // What a screen reader says of a term stands on the page, unseen.
  function described({ id, meaning }) {
    const name = "meaning-" + id;
    if (!document.getElementById(name)) {
      document.body.append(make("p", { id: name, hidden: true, textContent: meaning }));
    }
    return name;
  }

  function show(term) {
    stay();
    if (shown === term) {
      return;
    }
    tip = tip || document.body.appendChild(make("div", { className: "meaning", popover: "manual", ariaHidden: "true" }));
    tip.textContent = document.getElementById(term.getAttribute("aria-describedby")).textContent;
    tip.showPopover();
    const box = term.getClientRects()[0];
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    const above = box.bottom + tip.offsetHeight + 8 > window.innerHeight;
    tip.style.left = Math.max(8, left) + window.scrollX + "px";
    tip.style.top = (above ? box.top - tip.offsetHeight - 4 : box.bottom + 4) + window.scrollY + "px";
    shown = term;
  }

  function hide() {
    stay();
    if (shown) {
      tip.hidePopover();
      shown = null;
    }
  }

  function stay() {
    window.clearTimeout(leaving);
  }

  function termAt(event) {
    return event.target.closest && event.target.closest(".term");
  }

  function onOver(event) {
    if (event.pointerType === "touch") {
      return;
    }
    if (termAt(event)) {
      show(termAt(event));
    } else if (shown && event.target.closest && event.target.closest(".meaning")) {
      stay();
    } else if (shown && document.activeElement !== shown) {
      stay();
      leaving = window.setTimeout(hide, WAIT);
    }
  }

  // The first tap tells the meaning, the second follows the link.
  function onClick(event) {
    const term = termAt(event);
    if (term && pointer === "touch" && !term.dataset.told) {
      event.preventDefault();
      show(term);
      term.dataset.told = "";
    } else if (!term && !(event.target.closest && event.target.closest(".meaning"))) {
      hide();
    }
    document.querySelectorAll(".term[data-told]").forEach((one) => one !== term && delete one.dataset.told);
  }

  function onKey(event) {
    if (event.key === "Escape" && shown) {
      event.stopImmediatePropagation(); // the filters stay
      hide();
    }
  }

  function fetchTerms() {
    const asked = window.fetch(document.documentElement.dataset.glossary);
    fetching = asked
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((found) => {
        glossary = read(found);
        later();
      })
      .catch(() => (fetching = null)); // the words are there without it
  }

  function later() {
    const all = () => document.querySelectorAll("[data-exhibit]").forEach(mark);
    (window.requestIdleCallback || ((act) => window.setTimeout(act, 50)))(all, { timeout: 500 });
  }

  // After the words of cards were renewed. The stage has no glossary: nobody points there.
  function prepare() {
    if (!document.documentElement.dataset.glossary || !document.querySelector("[data-exhibit]")) {
      return;
    }
    if (glossary) {
      later();
    } else if (!fetching) {
      fetchTerms();
    }
  }

  document.addEventListener("pointerdown", (event) => (pointer = event.pointerType), true);
  document.addEventListener("pointerover", onOver);
  document.addEventListener("focusin", (event) => (termAt(event) && pointer !== "touch" ? show(termAt(event)) : shown && hide()));
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey, true);
  dashboard.glossary = { prepare };
})(window.dashboard);
