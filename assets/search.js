// One box over everything: exhibits, series, events, recommendations, sources. The index is fetched once, when the
// box is first used. Arrow keys walk the results, Enter opens one, Escape closes; "/" comes here from anywhere.
(function (dashboard) {
  "use strict";
  const MOST = 12;
  let loading = null;

  function load() {
    loading = loading || fetch(document.documentElement.dataset.index).then((answer) => answer.json()).then(prepare);
    return loading;
  }

  function prepare(index) {
    index.searched = index.entries.map(([, title, more]) => [dashboard.lists.plain(title), dashboard.lists.plain(more)]);
    return index;
  }

  // Every word must be there; a hit in the title counts more, at the start of a word most.
  function score(words, [title, more]) {
    let sum = 0;
    for (const word of words) {
      const at = title.indexOf(word);
      if (at === 0 || (at > 0 && /\W/.test(title[at - 1]))) {
        sum += 4;
      } else if (at > 0) {
        sum += 2;
      } else if (more.includes(word)) {
        sum += 1;
      } else {
        return 0;
      }
    }
    return sum;
  }

  function find(index, text) {
    const words = dashboard.lists.plain(text).split(/\s+/).filter(Boolean);
    if (!words.length) {
      return [];
    }
    const kinds = Object.keys(index.kinds);
    return index.entries
      .map((entry, i) => ({ entry, score: score(words, index.searched[i]), kind: kinds.indexOf(entry[0]) }))
      .filter((hit) => hit.score)
      .sort((a, b) => b.score - a.score || a.kind - b.kind)
      .slice(0, MOST)
      .map((hit) => hit.entry);
  }

  function build(box) {
    const label = box.dataset.search;
    const input = Object.assign(document.createElement("input"), { type: "search", placeholder: label, autocomplete: "off" });
    const list = Object.assign(document.createElement("ul"), { id: "search-results", hidden: true });
    Object.entries({ role: "combobox", "aria-label": label, "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" }).forEach(
      ([name, value]) => input.setAttribute(name, value)
    );
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", label);
    let at = -1;
    let before = null; // what had the keyboard

    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function mark(next) {
      const options = Array.from(list.querySelectorAll("[role=option]"));
      if (!options.length) {
        return;
      }
      at = (next + options.length) % options.length;
      options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
      input.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    }

    async function show() {
      const index = await load();
      const hits = find(index, input.value);
      at = -1;
      list.replaceChildren(...(hits.length ? hits.map((hit, i) => option(index, hit, i)) : [nothing(box.dataset.none)]));
      list.hidden = !input.value.trim();
      input.setAttribute("aria-expanded", String(!list.hidden));
      const words = hits.length ? dashboard.lists.counted(box.dataset.found, hits.length) : box.dataset.none;
      dashboard.gestures.say(list.hidden ? "" : words);
    }

    // Back to what had the keyboard; where that was nothing, it stays in the box.
    function leave() {
      close();
      if (before && before.isConnected && before.getClientRects().length) {
        before.focus({ preventScroll: true });
      }
    }

    input.addEventListener("focus", load, { once: true });
    input.addEventListener("focus", (event) => (before = event.relatedTarget));
    input.addEventListener("input", show);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark(at + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter") {
        const chosen = list.querySelectorAll("[role=option]")[Math.max(at, 0)];
        if (chosen) {
          window.location.assign(chosen.dataset.href);
        }
      } else if (event.key === "Escape") {
        leave();
      }
    });
    document.addEventListener("click", (event) => box.contains(event.target) || close());
    box.replaceChildren(input, list);
    box.dataset.ready = "";
    if (window.location.hash === "#search") {
      input.focus(); // the way here from a page that there is not
    }
  }

  function option(index, [kind, title, , href], i) {
    const item = Object.assign(document.createElement("li"), { id: "search-result-" + i });
    item.setAttribute("role", "option");
    item.dataset.href = href;
    const link = Object.assign(document.createElement("a"), { href, tabIndex: -1, textContent: title });
    item.append(Object.assign(document.createElement("span"), { textContent: index.kinds[kind] }), link);
    return item;
  }

  function nothing(words) {
    return Object.assign(document.createElement("li"), { textContent: words, className: "nothing" });
  }

  function ready() {
    document.querySelectorAll("[data-search]:not([data-ready])").forEach(build);
  }

  function focus() {
    const input = document.querySelector("[data-search] input");
    if (input) {
      input.focus();
    }
  }

  dashboard.search = { prepare: ready, focus };
})(window.dashboard);
