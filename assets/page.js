// What the page answers to: links that set a parameter, copying, and keys.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;

  function onClick(event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    const link = event.target.closest("a, button");
    if (!link) {
      return;
    }
    if (link.dataset.toggle) {
      const open = link.closest("." + link.dataset.toggle).classList.toggle("open");
      link.setAttribute("aria-expanded", String(open));
    } else if (link.dataset.param) {
      event.preventDefault();
      address.set(link.dataset.param, link.dataset.value);
    } else if (link.dataset.query !== undefined) {
      event.preventDefault();
      address.go(link.dataset.query);
    } else if (link.dataset.lang) {
      event.preventDefault();
      inLanguage(link.dataset.lang);
    } else if (link.dataset.path) {
      event.preventDefault();
      const samePlace = window.location.pathname.startsWith("/" + link.dataset.path.split("/")[1]);
      window.location.assign(address.elsewhere(link.dataset.path, samePlace));
    } else if (link.dataset.csv) {
      link.href = link.pathname + "?" + address.written(address.read()); // the rows on show; the browser goes on
    } else if (link.dataset.copy) {
      copy(link);
    }
  }

  // Another language is another page: a real load, remembered for the next visit.
  function inLanguage(lang) {
    document.cookie = "lang=" + lang + ";path=/;max-age=31536000;samesite=lax";
    const params = address.read();
    params.set("lang", lang);
    window.location.assign(window.location.pathname + "?" + address.written(params));
  }

  async function copy(button) {
    const url = window.location.origin + address.elsewhere(button.dataset.copy, true);
    try {
      await navigator.clipboard.writeText(url);
    } catch (error) {
      fallback(url);
    }
    const words = button.textContent;
    button.textContent = button.dataset.done;
    document.getElementById("live").textContent = button.dataset.done;
    window.setTimeout(() => (button.textContent = words), 2000);
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
    if (typing || event.metaKey || event.ctrlKey || event.altKey) {
      return;
    }
    if (event.key === "Escape") {
      dashboard.gestures.clear();
    } else if (event.key === "/") {
      event.preventDefault();
      dashboard.search.focus();
    } else if (event.key === "l" || event.key === "L") {
      address.set("vintage", address.value("vintage") === "latest" ? "report" : "latest");
    }
  }

  window.addEventListener("popstate", () => {
    address.sync();
    dashboard.lists.prepare();
    dashboard.filters.prepare();
    dashboard.charts.redrawAll(); // what is chosen stands out before the server has answered
  });
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
})(window.dashboard);
