// The keyboard of the stage, and what a clicker sends. A number goes to an exhibit: at once where no longer number could
// be meant, otherwise with Enter.
(function (dashboard) {
  "use strict";
  const KEYS = {
    ArrowRight: "next",
    ArrowDown: "next",
    PageDown: "next",
    " ": "next",
    Enter: "next",
    ArrowLeft: "previous",
    ArrowUp: "previous",
    PageUp: "previous",
    Backspace: "previous",
    Home: "first",
    End: "last",
    v: "view",
    l: "vintage",
    t: "table",
    y: "years",
    d: "filter",
    m: "marks",
    u: "undo",
    r: "opening",
    b: "black",
    ".": "black",
    f: "fullscreen",
    s: "speaker",
    "?": "help",
    Escape: "leave",
  };
  const OF_CHART = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", "Enter", " "];
  let typed = "";
  let gone = false; // a number has done its work: the Enter that may follow it has none left

  function number(digit) {
    const { order, say, stand } = dashboard.stage;
    const { words } = dashboard.figures.given;
    typed += digit;
    gone = false;
    const n = Number(typed);
    dashboard.panels.quiet();
    if (n < 1 || n > order.length) {
      typed = "";
      gone = true;
      dashboard.panels.notice(say(words.none, { n, total: order.length }));
    } else if (n * 10 > order.length) {
      typed = "";
      gone = true;
      stand(n - 1, 0);
    } else {
      dashboard.panels.goTo(say(words.goto, { n }));
    }
  }

  // What a key does on the stage; false where it does nothing.
  function press(key) {
    const name = key.length === 1 ? key.toLowerCase() : key;
    const action = KEYS[name];
    if (/^\d$/.test(name) && (typed || name !== "0")) {
      number(name);
      return true;
    }
    const after = gone;
    gone = false;
    if (after && name === "Enter") {
      return true;
    }
    if (name === "Escape" && dashboard.panels.isTelling()) {
      dashboard.panels.quiet();
      typed = "";
      return true;
    }
    if (typed && (name === "Enter" || name === "Escape")) {
      const n = Number(typed);
      typed = "";
      dashboard.panels.quiet();
      if (name === "Enter") {
        dashboard.stage.stand(n - 1, 0);
      }
      return true;
    }
    typed = "";
    if (dashboard.panels.isBlack() && (action || name === "0")) {
      dashboard.panels.black(false); // whatever comes, the picture is back
      if (action === "black" || action === "leave") {
        return true;
      }
    }
    if (!action && name !== "0") {
      return false;
    }
    dashboard.stage.act(name === "0" ? "opening" : action);
    return true;
  }

  function inPanel(panel, event) {
    const field = event.target.matches('input:not([type="checkbox"])');
    if (event.key === "Escape") {
      event.preventDefault();
      dashboard.panels.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      dashboard.panels.walk(panel, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Tab") {
      event.preventDefault();
      dashboard.panels.walk(panel, event.shiftKey ? -1 : 1);
    } else if (event.key === "Enter" && event.target.matches('input[type="checkbox"]')) {
      event.preventDefault();
      event.target.click();
    } else if (event.key === "?" && !field) {
      dashboard.panels.close();
    }
  }

  function onKey(event) {
    const { main } = dashboard.stage;
    if (event.metaKey || event.altKey || (event.ctrlKey && event.key.toLowerCase() !== "z")) {
      return;
    }
    const panel = dashboard.panels.open();
    const chart = event.target.closest && event.target.closest("[data-chart]");
    if (panel) {
      event.stopPropagation(); // the keys of ordinary pages rest
      inPanel(panel, event);
      return;
    }
    if (event.ctrlKey) {
      event.preventDefault();
      dashboard.stage.act("undo");
      return;
    }
    if (chart && OF_CHART.includes(event.key)) {
      return; // they walk its marks
    }
    event.stopPropagation();
    if (chart && event.key === "Escape") {
      window.Plotly.Fx.unhover(chart);
      main.focus();
    } else if (event.target.closest("button, a, summary, input") && (event.key === "Enter" || event.key === " ")) {
      return; // they press it
    } else if (press(event.key)) {
      event.preventDefault();
    }
  }

  if (document.getElementById("stage")) {
    window.addEventListener("keydown", onKey, true);
  }
  dashboard.keys = { press };
})(window.dashboard);
