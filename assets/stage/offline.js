// Fetches ahead all that the presentation may come to show, keeps the page itself for when it is opened again, and says
// when the network may go.
(function (dashboard) {
  "use strict";
  const { address, figures } = dashboard;
  const { given } = figures;
  const { words } = given;
  let opened = null; // the promise of what was said of the opening state

  function sign(text, state) {
    const place = document.getElementById("stage-sign");
    place.textContent = text;
    place.dataset.state = state;
  }

  function progress(n, total) {
    sign(words.fetching.replace("{n}", n).replace("{total}", total), "fetching");
  }

  // The opening state, then the whole without filters, then the page itself: what may then be said.
  async function opening(params) {
    const all = (await figures.ahead(params, progress)) && (await figures.ahead(figures.without(params), progress));
    const shell = await keep();
    return all ? [shell ? words.ready : words.memory, "ready"] : [words.not_ready, "not-ready"];
  }

  function start(params) {
    opened = opening(params);
    opened.then((said) => sign(...said));
  }

  // New filters: what they make of the other exhibits. Without a network there are none.
  async function again(params) {
    const all = await figures.ahead(params, progress);
    const said = await opened;
    sign(...(all || !window.navigator.onLine ? said : [words.not_ready, "not-ready"]));
  }

  // The same page whatever is selected on it, as the worker looks for it.
  function pageAt(path) {
    const kept = new URLSearchParams();
    ["tray", "lang"].forEach((name) => address.value(name) && kept.set(name, address.value(name)));
    return path + "?" + kept;
  }

  // Whether this page can be opened again without the network: a browser allows that on secure pages alone.
  async function keep() {
    if (!window.caches || !window.navigator.serviceWorker) {
      await Promise.all(given.keep.map((url) => window.fetch(url))); // for as long as the page is open
      return false;
    }
    try {
      await window.navigator.serviceWorker.register(given.worker, { scope: given.scope });
      const cache = await window.caches.open(figures.CACHE);
      await cache.addAll([...given.keep, pageAt(given.path), pageAt(given.speaker)]);
      const others = (await window.caches.keys()).filter((name) => name.startsWith("present-") && name !== figures.CACHE);
      await Promise.all(others.map((name) => window.caches.delete(name)));
      await window.navigator.serviceWorker.ready;
      return true;
    } catch (error) {
      return false;
    }
  }

  dashboard.offline = { start, again };
})(window.dashboard);
