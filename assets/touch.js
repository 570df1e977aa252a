// A finger on a chart: a tap selects and shows the mark's words, a second tap on the same clears, a long press adds.
// The page scrolls under it, as nothing on a chart is dragged (gestures.js).
(function (dashboard) {
  "use strict";
  const HOLD = 500; // ms until a press is a long one
  const SLIP = 10; // px that a finger may slip and still be pressing
  let press = null; // {timer, x, y} of the finger that is down
  let held = false; // the last press was a long one, and has done its work
  let shown = null; // {chart, exhibit, id}: the mark whose words a tap shows

  function isFinger(event) {
    const source = event && event.sourceCapabilities;
    return source ? source.firesTouchEvents : window.matchMedia("(pointer: coarse)").matches;
  }

  // plotly.js tells of a tap twice: once for the finger and once for the mouse that the browser makes of it.
  function swallows(event) {
    return held || Boolean(event && /^touch/.test(event.type));
  }

  // After a tap the words stay, until the next touch.
  function keep(exhibit, id, event) {
    shown = isFinger(event) ? { exhibit, id } : null;
    return Boolean(shown);
  }

  // The chart was drawn again under the finger.
  function again(chart, exhibit) {
    const place = shown && shown.exhibit === exhibit && dashboard.marks.find(chart, shown.id);
    if (place) {
      dashboard.marks.show(chart, ...place);
    }
  }

  function start(chart, exhibit, event) {
    stop();
    held = false;
    if (event.touches.length === 1) {
      const { clientX: x, clientY: y } = event.touches[0];
      press = { x, y, timer: window.setTimeout(() => add(chart, exhibit, x, y), HOLD) };
    }
  }

  function move(event) {
    const { clientX, clientY } = event.touches[0];
    if (press && Math.hypot(clientX - press.x, clientY - press.y) > SLIP) {
      stop();
    }
  }

  function stop() {
    window.clearTimeout(press && press.timer);
    press = null;
  }

  // A long press points at what is under it and adds that to what is chosen, as Shift and a click do.
  function add(chart, exhibit, clientX, clientY) {
    press = null;
    const under = document.elementFromPoint(clientX, clientY);
    if (!under || !chart.contains(under)) {
      return;
    }
    held = true;
    chart._dragging = false; // plotly.js takes a finger that is down for a drag, and points at nothing
    const link = dashboard.key.at(under, exhibit);
    ["mouseover", "mousemove"].forEach((type) =>
      under.dispatchEvent(new MouseEvent(type, { clientX, clientY, bubbles: true }))
    );
    const { id, selects } = dashboard.gestures.selectsAt(exhibit, dashboard.gestures.pointedAt(chart), { clientY });
    if (link || selects) {
      shown = link ? null : { exhibit, id };
      dashboard.gestures.select(exhibit, link || selects, true);
    }
  }

  function attach(chart, exhibit) {
    chart.addEventListener("touchstart", (event) => start(chart, exhibit, event), { passive: true });
    chart.addEventListener("touchmove", move, { passive: true });
    ["touchend", "touchcancel"].forEach((type) => chart.addEventListener(type, stop, { passive: true }));
    chart.addEventListener("contextmenu", (event) => (press || held) && event.preventDefault());
  }

  // A touch anywhere puts away the words of the last one.
  document.addEventListener(
    "touchstart",
    () => {
      const chart = shown && document.querySelector('[data-chart="' + shown.exhibit + '"]');
      shown = null;
      if (chart && chart.data) {
        dashboard.marks.hide(chart);
      }
    },
    { passive: true, capture: true }
  );

  dashboard.touch = { attach, again, keep, swallows };
})(window.dashboard);
