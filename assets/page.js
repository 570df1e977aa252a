// What the page answers to: links that set a parameter, copying, and keys.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;
  let arrived = false; // at the part of the page that the address points at

  function onClick(event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    const link = event.target.closest("a, button");
    if (!link) {
      return;
    }
    if (link.dataset.toggle) {
      toggle(link.closest("." + link.dataset.toggle));
    } else if (link.dataset.param) {
      event.preventDefault();
      if (link.dataset.param === "theme") {
        dashboard.theme.remember(link.dataset.value);
      }
      address.set(link.dataset.param, link.dataset.value);
    } else if (link.dataset.query !== undefined) {
      event.preventDefault();
      const chip = link.closest("[data-chip]");
      dashboard.gestures.clear(chip ? [chip.dataset.chip] : undefined); // its link may be older than the address
    } else if (link.dataset.lang) {
      event.preventDefault();
      inLanguage(link.dataset.lang);
    } else if (link.dataset.path) {
      event.preventDefault();
      window.location.assign(addressOf(link));
    } else if (link.dataset.follow !== undefined) {
      link.href = address.elsewhere(link.pathname, true); // what is on show; the browser goes on
    } else if (link.dataset.copy !== undefined) {
      copy(link);
    }
  }

  // Whatever button opened it, each says whether it is open.
  function toggle(box) {
    const open = box.classList.toggle("open");
    box.querySelectorAll("[data-toggle]").forEach((button) => button.setAttribute("aria-expanded", String(open)));
  }

  // Escape closes what the keyboard opened and is still on: a table by its link, the rarer actions of a card.
  function close(element) {
    const link = element.closest('[data-param][aria-expanded="true"]');
    const box = element.closest(".actions.open");
    if (link) {
      address.set(link.dataset.param, link.dataset.value);
    } else if (box) {
      Array.from(box.querySelectorAll("[data-toggle]")).find((button) => button.getClientRects().length).focus();
      toggle(box);
    }
    return Boolean(link || box);
  }

  // A tab brings back what its chapter was left with; what belongs to the same chapter keeps everything; anything else
  // shows just what holds across chapters, and what it is about.
  function addressOf({ dataset: { path, states, with: more } }) {
    const chapter = "/" + path.split("/")[1];
    const samePlace = "/" + window.location.pathname.split("/")[1] === chapter;
    if (!samePlace && path === chapter && !more) {
      return dashboard.held.elsewhere(path, (states || "").split(" "));
    }
    return address.elsewhere(path, samePlace, Object.fromEntries(new URLSearchParams(more || "")));
  }

  // Another language is another page: a real load, remembered for the next visit.
  function inLanguage(lang) {
    document.cookie = "lang=" + lang + ";path=/;max-age=31536000;samesite=lax";
    const params = address.read();
    params.set("lang", lang);
    window.location.assign(window.location.pathname + "?" + address.written(params));
  }

  async function copy(button) {
    const url = window.location.origin + address.elsewhere(button.dataset.copy || window.location.pathname, true);
    const text = button.dataset.copyText ? embedding(button, url) : url;
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      fallback(text);
    }
    const words = button.textContent;
    button.textContent = button.dataset.done;
    document.getElementById("live").textContent = button.dataset.done;
    window.setTimeout(() => (button.textContent = words), 2000);
  }

  // The code of the frame: its address, and the height of the chart that is on show with what is around it.
  function embedding({ dataset: { copyText, around, tallest } }, url) {
    const chart = document.querySelector('[data-chart="' + url.split("?")[0].split("/").pop() + '"]');
    const drawn = chart && !chart.hidden ? parseInt(chart.style.getPropertyValue("--h-medium"), 10) : 0;
    const height = Math.min(Number(tallest), Math.ceil((Number(around) + drawn) / 10) * 10);
    return copyText.replace("{url}", () => url.replace(/&/g, "&amp;")).replace("{height}", height);
  }

  // Browsers refuse the clipboard on pages that are not secure.
  function fallback(text) {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  function onKey(event) {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    const inYear = event.target.type === "number" && event.key === "Escape"; // a year is no text that Escape would undo
    if ((typing && !inYear) || event.metaKey || event.ctrlKey || event.altKey) {
      return;
    }
    if (event.key === "Escape") {
      if (!close(event.target)) {
        dashboard.gestures.clear();
      }
    } else if (event.key === "/") {
      event.preventDefault();
      dashboard.search.focus();
    } else if (event.key === "l" || event.key === "L") {
      address.set("vintage", address.value("vintage") === "latest" ? "report" : "latest");
    }
  }

  // Where tabs or views are one line that scrolls, the one that the reader is on is in sight.
  function showTab() {
    document.querySelectorAll(".tabs, .card > .views").forEach((line) => {
      const here = line.querySelector("[aria-current]");
      if (here) {
        line.scrollLeft = here.offsetLeft - (line.clientWidth - here.clientWidth) / 2;
      }
    });
  }

  // How much of the window's top is covered by what sticks there: the bar and the chips, each where it does.
  const covering = new ResizeObserver(cover);

  function cover() {
    const height = (element, sticks) => (element && sticks(element) ? element.offsetHeight : 0);
    const bar = height(document.querySelector(".bar"), (one) => getComputedStyle(one).position === "sticky");
    const chips = height(document.getElementById("chips"), (one) => one.firstElementChild);
    document.documentElement.style.setProperty("--bar-height", bar + "px");
    document.documentElement.style.setProperty("--covered", bar + chips + "px");
  }

  // The browser looks for what the address points at before the page is made.
  function arrive() {
    const there = !arrived && window.location.hash.length > 1 && document.getElementById(window.location.hash.slice(1));
    arrived = true;
    if (there && there.matches("[data-exhibit], section")) {
      there.tabIndex = -1;
      there.scrollIntoView({ behavior: "instant" });
      there.focus({ preventScroll: true });
    }
  }

  function prepare() {
    document.querySelectorAll(".bar, #chips").forEach((element) => covering.observe(element));
    cover();
    showTab();
    dashboard.glossary.prepare();
    dashboard.firstVisit.prepare();
    dashboard.sound.prepare();
    dashboard.gallery.prepare();
    arrive();
    dashboard.share.prepare();
  }

  window.addEventListener("popstate", () => {
    address.sync();
    dashboard.lists.prepare();
    dashboard.filters.prepare();
    dashboard.sparks.prepare();
    dashboard.charts.redrawAll(); // what is chosen stands out before the server has answered
  });
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  dashboard.page = { prepare, copy };
})(window.dashboard);
