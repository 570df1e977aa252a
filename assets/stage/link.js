// The stage and the speaker's window tell each other what happens, within the browser: the stage its state, the window
// the keys that are pressed there.
(function (dashboard) {
  "use strict";
  const { given } = dashboard.figures;
  const main = document.getElementById("stage");
  const name = [given.path, ...given.order.map((one) => one.id)].join(" ");
  const channel = new BroadcastChannel(name);
  const STARTED = "started " + given.path;

  function started(now) {
    if (now || !window.sessionStorage.getItem(STARTED)) {
      window.sessionStorage.setItem(STARTED, String(Date.now()));
    }
    return Number(window.sessionStorage.getItem(STARTED));
  }

  function tell() {
    const state = main && dashboard.stage.state();
    if (state) {
      channel.postMessage({ state: Object.assign(state, { started: started() }) });
    }
  }

  // From the speaker's window.
  function hear({ data }) {
    if (data.key) {
      dashboard.keys.press(data.key);
    } else if (data.restart) {
      started(true);
    }
    if (!data.state) {
      tell();
    }
  }

  if (main) {
    started();
    channel.addEventListener("message", hear);
  }
  dashboard.link = { channel, tell };
})(window.dashboard);
