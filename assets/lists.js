// Pages that are lists: pickers and a word narrow what is shown, and both stand in the address.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;

  function option(value, text) {
    return Object.assign(document.createElement("option"), { value, textContent: text });
  }

  // A list of values becomes a menu, labelled by its name.
  function menu(box) {
    const select = document.createElement("select");
    const values = Array.from(box.querySelectorAll("[data-value]"));
    select.append(option("", box.dataset.any), ...values.map((one) => option(one.dataset.value, one.textContent)));
    select.setAttribute("aria-label", box.dataset.name);
    select.addEventListener("change", () => address.set(box.dataset.pick, select.value));
    box.dataset.ready = "";
    const name = Object.assign(document.createElement("span"), { textContent: box.dataset.name, className: "bar-label" });
    box.replaceChildren(name, select);
  }

  function wordBox(box) {
    const input = Object.assign(document.createElement("input"), { type: "search" });
    input.setAttribute("aria-label", box.dataset.word);
    input.addEventListener("input", () => {
      const params = address.read();
      params.set("q", input.value);
      address.go(address.written(params), true);
    });
    box.dataset.ready = "";
    box.replaceChildren(input);
  }

  function prepare() {
    document.querySelectorAll("[data-pick]:not([data-ready])").forEach(menu);
    document.querySelectorAll("[data-word]:not([data-ready])").forEach(wordBox);
    document.querySelectorAll("[data-list]").forEach(narrow);
  }

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function narrow(list) {
    const wanted = {};
    list.querySelectorAll("[data-pick]").forEach((box) => {
      wanted[box.dataset.pick] = address.value(box.dataset.pick);
      box.querySelector("select").value = wanted[box.dataset.pick];
    });
    const word = address.value("q");
    const input = list.querySelector('[data-word] input');
    if (input && document.activeElement !== input) {
      input.value = word;
    }
    const entries = Array.from(list.querySelectorAll("ol > li[id]"));
    const fits = (entry) =>
      Object.entries(wanted).every(([name, value]) => !value || entry.dataset[name].split(" ").includes(value)) &&
      (!input || !word || plain(entry.textContent).includes(plain(word)));
    entries.forEach((entry) => (entry.hidden = !fits(entry)));
    const count = list.querySelector("[data-count]");
    const shown = entries.filter((entry) => !entry.hidden).length;
    count.textContent = count.dataset.count.replace("{n}", shown).replace("{total}", entries.length);
  }

  // Words for one and for more ("1 result|{n} results"), with the number.
  function counted(words, n) {
    return words.split("|")[n === 1 ? 0 : 1].replace("{n}", n);
  }

  dashboard.lists = { prepare, plain, counted };
})(window.dashboard);
