// The speaker's window: it shows what the stage tells, and passes keys on to it. It asks no server.
(function (dashboard) {
  "use strict";
  const { given } = dashboard.figures;
  const { words } = given;
  const { channel } = dashboard.link;
  const main = document.getElementById("speaker");
  const PASSED = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", "Backspace", " ", "Enter"];
  const BUTTONS = { next: "ArrowRight", previous: "ArrowLeft", black: "b" };
  let started = 0;

  function find(id) {
    return document.getElementById("speaker-" + id);
  }

  function say(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  function list(place, texts) {
    place.replaceChildren(...texts.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  }

  function show(state) {
    delete main.dataset.waiting;
    started = state.started;
    const step = state.steps > 1 ? " · " + say(words.step, { n: state.step + 1, total: state.steps }) : "";
    find("place").textContent = say(words.of, { n: state.at + 1, total: state.total }) + step;
    find("kicker").textContent = state.kicker;
    find("headline").textContent = state.words.headline;
    find("subtitle").textContent = state.words.subtitle;
    find("filters").textContent = [...state.chips, state.words.silent].filter(Boolean).join(" · ");
    find("newest").textContent = state.words.latest || "–";
    list(find("notes"), state.words.notes);
    find("source").textContent = state.words.source;
    list(find("sources"), given.sources[state.exhibit]);
    find("next-kicker").textContent = state.next ? state.next.kicker : "";
    find("next-headline").textContent = state.next ? state.next.headline : words.last;
    const black = main.querySelector('[data-act="black"]');
    black.setAttribute("aria-pressed", String(state.black));
    black.textContent = state.black ? words.is_black : words.black;
    tick();
  }

  function tick() {
    find("clock").textContent = new Date().toLocaleTimeString(document.documentElement.lang === "es" ? "es-MX" : "en-US", {
      hour: "2-digit",
      minute: "2-digit",
    });
    const seconds = started ? Math.max(0, Math.floor((Date.now() - started) / 1000)) : 0;
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    find("timer").textContent = parts.map((part, i) => (i ? String(part).padStart(2, "0") : part)).join(":");
  }

  function onKey(event) {
    const pressing = event.target.closest("button") && (event.key === "Enter" || event.key === " ");
    if (event.ctrlKey || event.metaKey || event.altKey || pressing) {
      return;
    }
    event.stopPropagation();
    if (PASSED.includes(event.key) || /^[\dbvlur.]$/i.test(event.key)) {
      event.preventDefault();
      channel.postMessage({ key: event.key });
    }
  }

  function onClick(event) {
    const button = event.target.closest("[data-act]");
    if (button) {
      channel.postMessage(button.dataset.act === "restart" ? { restart: true } : { key: BUTTONS[button.dataset.act] });
    }
  }

  if (main) {
    channel.addEventListener("message", ({ data }) => data.state && show(data.state));
    window.addEventListener("keydown", onKey, true);
    main.addEventListener("click", onClick);
    dashboard.address.sync(); // the theme: the page that was kept for want of a network has none
    window.setInterval(tick, 1000);
    tick();
    channel.postMessage({ hello: true });
  }
})(window.dashboard);
