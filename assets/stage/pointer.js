// A finger swipes from exhibit to exhibit; a mouse that rests is not seen.
(function (dashboard) {
  "use strict";
  const REST = 3000; // ms
  const FAR = 60; // px
  const main = document.getElementById("stage");
  let touch = null;
  let resting = 0;

  function start(event) {
    const { clientX: x, clientY: y } = event.touches[0];
    touch = event.touches.length === 1 && !dashboard.panels.open() ? { x, y } : null;
  }

  function end(event) {
    if (!touch) {
      return;
    }
    const { clientX, clientY } = event.changedTouches[0];
    const [right, down] = [clientX - touch.x, clientY - touch.y];
    touch = null;
    if (Math.abs(right) > FAR && Math.abs(right) > 2 * Math.abs(down)) {
      dashboard.panels.black(false);
      dashboard.stage.act(right < 0 ? "next" : "previous");
    }
  }

  function moved() {
    main.classList.remove("resting");
    window.clearTimeout(resting);
    resting = window.setTimeout(() => main.classList.add("resting"), REST);
  }

  if (main) {
    main.addEventListener("touchstart", start, { passive: true });
    main.addEventListener("touchend", end, { passive: true });
    main.addEventListener("mousemove", moved, { passive: true });
    moved();
  }
})(window.dashboard);
