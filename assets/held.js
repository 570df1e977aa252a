// What holds when one goes from tab to tab. Years, direction, data, language and theme go along in the address; the rest
// belongs to a chapter, is kept while the browser's tab is open, and is given back when the chapter's tab is followed.
// "My state" is a preference of the browser: it is put into the address of chapters that have it. An address that is
// opened shows what it says and nothing else.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;
  const YEAR = 31536000; // s
  const GIVEN = "my-state-given";

  function chapterOf(path) {
    return "/" + path.split("/")[1];
  }

  // A browser may refuse to keep anything; then nothing is given back.
  function stored(name, text) {
    try {
      if (text !== undefined) {
        window.sessionStorage.setItem(name, text);
      }
      return window.sessionStorage.getItem(name) || "";
    } catch (error) {
      return "";
    }
  }

  function isOwn(name) {
    return !address.across.includes(name);
  }

  function remember() {
    const params = address.read();
    Array.from(params.keys()).forEach((name) => isOwn(name) || params.delete(name));
    stored("kept:" + chapterOf(window.location.pathname), address.written(params));
  }

  // The address of a tab: what holds everywhere, and what its chapter was left with.
  function elsewhere(path, states) {
    const params = address.read();
    Array.from(params.keys()).forEach((name) => isOwn(name) && params.delete(name));
    new URLSearchParams(stored("kept:" + path)).forEach((value, name) => isOwn(name) && params.set(name, value));
    const mine = myState();
    if (mine && states.includes(mine) && !given().includes(path)) {
      give(given().concat(path));
      if (!params.get("state")) {
        params.set("state", mine);
        params.delete("from");
      }
    }
    if (![...address.spec.dimensions, "years"].some((name) => params.get(name))) {
      params.delete("from");
    }
    return path + "?" + address.written(params);
  }

  // The chapters that have got the state already: where it was taken back there, it stays so.
  function given() {
    return stored(GIVEN).split(" ").filter(Boolean);
  }

  function give(paths) {
    stored(GIVEN, paths.join(" "));
  }

  function myState() {
    const found = /(?:^|; )state=([a-z]{2}-[a-z]{2,3})(?:;|$)/.exec(document.cookie);
    return found ? found[1] : "";
  }

  function keepState(state) {
    document.cookie = "state=" + state + ";path=/;max-age=" + (state ? YEAR : 0) + ";samesite=lax";
    give([chapterOf(window.location.pathname)]);
  }

  window.addEventListener("popstate", remember);
  remember();
  dashboard.held = { elsewhere, myState, keepState };
})(window.dashboard);
