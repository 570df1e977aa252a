// Sets the table behind a chart: two tables (what is drawn, all rows), sortable, a page of rows at a time.
(function (dashboard) {
  "use strict";
  const PAGE = 200;
  let opened = ""; // the exhibit whose table is open

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...children);
    return element;
  }

  function fill(words, values) {
    return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  // The whole of what is open, as JSON text; nothing when the table was closed. What opened or closed is said.
  function receive(text) {
    document.querySelectorAll("[data-table]").forEach((slot) => slot.replaceChildren());
    dashboard.address.sync();
    const given = text && JSON.parse(text);
    const slot = given && document.querySelector('[data-table="' + given.exhibit + '"]');
    const before = opened;
    opened = slot ? given.exhibit : "";
    if (slot) {
      show(slot, given, 0);
      dashboard.toTable.arrived(given.exhibit, slot);
    }
    if (opened !== before) {
      const words = JSON.parse(document.getElementById("table-words").textContent);
      dashboard.gestures.say(slot ? fill(words.opened, given) : words.closed);
    }
  }

  function show(slot, given, which) {
    const chosen = given.tables[which];
    const tabs = make("div", { class: "views", role: "group", "aria-label": given.words.which });
    given.tables.forEach((table, index) => {
      const tab = make("button", { type: "button", "aria-pressed": String(index === which) }, table.name);
      tab.addEventListener("click", () => {
        show(slot, given, index);
        slot.querySelectorAll("[aria-pressed]")[index].focus(); // its like, in the new table
      });
      tabs.append(tab);
    });
    const close = make("button", { type: "button", class: "close-table" }, given.words.close);
    close.addEventListener("click", () => dashboard.address.set("table", given.exhibit));
    tabs.append(close);
    slot.replaceChildren(tabs, grid(given, chosen));
  }

  // A sortable table. `given` has a label and words; `table` columns and rows of cells [words, sorted by].
  function grid(given, table) {
    const state = { column: -1, down: false, shown: PAGE };
    const body = make("tbody");
    const more = make("button", { type: "button", class: "more" });
    const heads = table.columns.map((column, index) => head(given, column, () => sortBy(index)));
    const order = table.rows.slice();

    function sortBy(index) {
      state.down = state.column === index ? !state.down : table.columns[index].numeric;
      state.column = index;
      const sign = state.down ? -1 : 1;
      order.sort(
        (a, b) =>
          Boolean(a.total) - Boolean(b.total) ||
          (a.cells[index][1] === null) - (b.cells[index][1] === null) ||
          sign * compare(a.cells[index][1], b.cells[index][1])
      );
      heads.forEach((th, at) =>
        th.setAttribute("aria-sort", at !== index ? "none" : state.down ? "descending" : "ascending")
      );
      draw();
    }

    function draw() {
      body.replaceChildren(...order.slice(0, state.shown).map((row) => line(table.columns, row)));
      const rest = Math.min(PAGE, order.length - state.shown);
      more.hidden = rest <= 0;
      more.textContent = fill(given.words.more, { n: rest, total: order.length });
    }

    more.addEventListener("click", () => {
      state.shown += PAGE;
      draw();
      if (more.hidden) {
        more.parentElement.querySelector(".table-scroll").focus({ preventScroll: true });
      }
    });
    draw();
    const count = order.length === 1 ? given.words.row : given.words.rows;
    const caption = make("caption", {}, given.label + " (" + fill(count, { total: order.length }) + ")");
    const scroll = make(
      "div",
      { class: "table-scroll", tabindex: "0", role: "region", "aria-label": fill(given.words.region, given) },
      make("table", {}, caption, make("thead", {}, make("tr", {}, ...heads)), body)
    );
    const box = make("div", { class: "table-box" }, scroll, more);
    const sign = () => {
      box.classList.toggle("more-below", scroll.scrollTop + scroll.clientHeight < scroll.scrollHeight - 2);
      box.classList.toggle("more-beside", scroll.scrollLeft + scroll.clientWidth < scroll.scrollWidth - 2);
    };
    scroll.addEventListener("scroll", sign, { passive: true });
    new ResizeObserver(sign).observe(scroll);
    return box;
  }

  function head(given, column, act) {
    const button = make("button", { type: "button", title: fill(given.words.sort, { column: column.name }) }, column.name);
    button.addEventListener("click", act);
    return make("th", { scope: "col", "aria-sort": "none", class: column.numeric ? "number" : "" }, button);
  }

  function line(columns, row) {
    const cells = row.cells.map((cell, index) =>
      index
        ? make("td", { class: columns[index].numeric ? "number" : "" }, cell[0])
        : make("th", { scope: "row" }, cell[0])
    );
    const choice = row.selects ? { "data-selects": JSON.stringify(row.selects), tabindex: "0" } : {};
    return make("tr", Object.assign(row.total ? { class: "total" } : {}, choice), ...cells);
  }

  function compare(a, b) {
    return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
  }

  // The table that the report prints, beside the chart of the same card.
  function print(exhibit, table, label) {
    const slot = document.querySelector('[data-printed="' + exhibit + '"]');
    const words = JSON.parse(document.getElementById("table-words").textContent);
    slot.replaceChildren(...(table ? [grid({ label, words }, table)] : []));
    slot.style.setProperty("--rows", table ? table.rows.length + 1 : 0);
  }

  dashboard.tables = { receive, print };
})(window.dashboard);
