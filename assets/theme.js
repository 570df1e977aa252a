// Which theme is on show: the address's, otherwise the one that the reader chose last (a cookie, which the server reads
// too, so that no page flashes in the other), otherwise the system's.
(function (dashboard) {
  "use strict";
  const root = document.documentElement;
  const YEAR = 31536000; // s
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  function remembered() {
    const found = /(?:^|; )theme=(light|dark)(?:;|$)/.exec(document.cookie);
    return found ? found[1] : "";
  }

  // Empty where it is the system's.
  function chosen() {
    const asked = dashboard.address.read().get("theme");
    return asked === "light" || asked === "dark" ? asked : remembered();
  }

  function onShow() {
    return chosen() || (dark.matches ? "dark" : "light");
  }

  // What the reader chose, for all pages to come; nothing is the system's again.
  function remember(theme) {
    document.cookie = "theme=" + theme + ";path=/;samesite=lax;max-age=" + (theme ? YEAR : 0);
  }

  function show() {
    const theme = chosen();
    if (theme) {
      root.dataset.theme = theme;
    } else {
      delete root.dataset.theme;
    }
    document.querySelectorAll('meta[name="theme-color"]').forEach((meta) => {
      meta.content = theme ? getComputedStyle(root).getPropertyValue("--ground").trim() : meta.dataset.own;
    });
  }

  dashboard.theme = { chosen, onShow, remember, show };
})(window.dashboard);
