// The address is the state. Every control is a link; this file changes one parameter of the address in place,
// in the order and with the defaults that the server writes (dashboard/parameters.py), and tells Dash.
window.dashboard = window.dashboard || {};

(function (dashboard) {
  "use strict";
  const spec = JSON.parse(document.getElementById("address-spec").textContent);
  // What holds across chapters; the rest belongs to the chapter.
  const ACROSS = ["years", "direction", "vintage", "tray", "lang", "theme"];

  let telling = false; // a change of the address that is still to be told

  function read() {
    return new URLSearchParams(window.location.search);
  }

  function written(params) {
    return spec.order
      .filter((name) => params.get(name) && params.get(name) !== spec.defaults[name])
      .map((name) => name + "=" + encodeURIComponent(params.get(name)).replace(/%2C/g, ",").replace(/%3A/g, ":"))
      .join("&");
  }

  function go(query, replace) {
    const url = window.location.pathname + (query ? "?" + query : "") + window.location.hash;
    window.history[replace ? "replaceState" : "pushState"]({}, "", url);
    if (!telling) {
      telling = true;
      window.setTimeout(answer, 0);
    }
  }

  // What was clicked stands out at once; when that has been painted, everything else hears of the new address.
  function answer() {
    if (dashboard.charts && dashboard.charts.highlight(value("from")) && !document.hidden) {
      window.requestAnimationFrame(() => window.setTimeout(tell, 0));
    } else {
      tell();
    }
  }

  // Dash notices a change of the address by this event.
  function tell() {
    telling = false;
    window.dispatchEvent(new PopStateEvent("popstate"));
  }

  function withView(current, value) {
    const exhibit = value.split(":")[0];
    const others = (current || "").split(",").filter((part) => part && part.split(":")[0] !== exhibit);
    const isDefault = document.querySelector('[data-param="view"][data-value="' + value + '"][data-default]');
    return (isDefault ? others : others.concat(value)).sort().join(",");
  }

  function set(name, value) {
    const params = read();
    const current = params.get(name);
    if (name === "view") {
      params.set("view", withView(current, value));
    } else if (spec.toggles.includes(name) && current === value) {
      params.delete(name);
    } else {
      params.set(name, value);
    }
    go(written(params));
  }

  function value(name) {
    return read().get(name) || spec.defaults[name] || "";
  }

  function isOn(link) {
    const name = link.dataset.param;
    if (name === "theme") {
      return dashboard.theme.chosen() === link.dataset.value;
    }
    if (name !== "view") {
      return value(name) === link.dataset.value;
    }
    const exhibit = link.dataset.value.split(":")[0];
    const chosen = value("view").split(",").find((part) => part.split(":")[0] === exhibit);
    return chosen ? chosen === link.dataset.value : link.hasAttribute("data-default");
  }

  // Mark the links that say what is on show, in every control.
  function sync() {
    document.querySelectorAll("[data-param]").forEach((link) => {
      if (link.hasAttribute("aria-expanded")) {
        link.setAttribute("aria-expanded", String(isOn(link)));
      } else if (isOn(link)) {
        link.setAttribute("aria-current", "true");
      } else {
        link.removeAttribute("aria-current");
      }
    });
    if (!document.documentElement.classList.contains("printing")) { // paper is light (print.js)
      dashboard.theme.show();
    }
  }

  // The address of another page with what holds there, and some parameters of its own.
  function elsewhere(path, keepAll, own) {
    const params = read();
    if (!keepAll) {
      Array.from(params.keys()).forEach((name) => ACROSS.includes(name) || params.delete(name));
    }
    Object.entries(own || {}).forEach(([name, value]) => params.set(name, value));
    return path + "?" + written(params);
  }

  dashboard.address = { spec, across: ACROSS, read, written, go, set, value, sync, elsewhere };
})(window.dashboard);
