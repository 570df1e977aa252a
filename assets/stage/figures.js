// The figures of a presentation. One answer of the server holds an exhibit under some filters: all its views, in both
// vintages. What was fetched is kept here, and in the browser's cache for the next time that the page is opened.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;
  const given = JSON.parse(document.getElementById("presentation").textContent);
  const CACHE = "present-" + given.version;
  const FILTERS = ["years", ...address.spec.dimensions];
  const AT_ONCE = 2;
  const kept = new Map(); // address of an answer -> {"view|vintage": payload}
  const underWay = new Map(); // address -> promise

  // Where an exhibit is found under the filters of an address.
  function url(exhibit, params) {
    const wanted = new URLSearchParams();
    [...FILTERS, "events", "lang"].forEach((name) => params.get(name) && wanted.set(name, params.get(name)));
    if (params.get("from") === exhibit && FILTERS.some((name) => params.get(name))) {
      wanted.set("from", exhibit);
    }
    return given.figures + exhibit + ".json?" + address.written(wanted);
  }

  function viewOf(exhibit, params) {
    const views = given.order.find((one) => one.id === exhibit).views.map(([id]) => id);
    const chosen = (params.get("view") || "").split(",").find((part) => part.startsWith(exhibit + ":"));
    return chosen && views.includes(chosen.split(":")[1]) ? chosen.split(":")[1] : views[0];
  }

  function pick(found, exhibit, params) {
    return found[viewOf(exhibit, params) + "|" + (params.get("vintage") === "latest" ? "latest" : "report")];
  }

  // The payload of an exhibit if it is here, without asking.
  function now(exhibit, params) {
    const found = kept.get(url(exhibit, params));
    return found ? pick(found, exhibit, params) : null;
  }

  async function fetched(where) {
    const answer = await window.fetch(where, { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    const copy = answer.clone();
    const found = await answer.json();
    kept.set(where, found);
    if (window.caches) { // browsers keep it for secure pages alone
      await window.caches.open(CACHE).then((cache) => cache.put(where, copy)).catch(() => null);
    }
    return found;
  }

  function ask(where) {
    if (!underWay.has(where)) {
      underWay.set(where, fetched(where).finally(() => underWay.delete(where)));
    }
    return underWay.get(where);
  }

  // The payload of an exhibit, asked for if need be; null when it cannot be had.
  async function load(exhibit, params) {
    try {
      await (kept.has(url(exhibit, params)) || ask(url(exhibit, params)));
    } catch (error) {
      return null;
    }
    return now(exhibit, params);
  }

  // Everything that the presentation may come to show under these filters; how many could be had, as they come.
  async function ahead(params, told) {
    const at = Math.max(0, given.order.findIndex((one) => window.location.hash.split(":")[0] === "#" + one.id));
    const order = [...given.order.slice(at), ...given.order.slice(0, at)]; // what comes next comes first
    const wanted = order.map((one) => url(one.id, params));
    const waiting = wanted.filter((where) => !kept.has(where));
    let done = wanted.length - waiting.length;
    let missed = 0;
    const work = async () => {
      while (waiting.length) {
        try {
          await ask(waiting.shift());
          done += 1;
          told(done, wanted.length);
        } catch (error) {
          missed += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return !missed;
  }

  function without(params) {
    const plain = new URLSearchParams(params);
    [...FILTERS, "from"].forEach((name) => plain.delete(name));
    return plain;
  }

  // What of an address filters, as text.
  function filtersOf(params) {
    const own = new URLSearchParams();
    [...FILTERS, "from"].forEach((name) => params.get(name) && own.set(name, params.get(name)));
    return address.written(own);
  }

  dashboard.figures = { given, CACHE, FILTERS, url, now, load, ahead, without, filtersOf, viewOf };
})(window.dashboard);
