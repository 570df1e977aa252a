// A box drawn over the tiles of a treemap, which plotly.js does not offer there: it chooses those whose middle is inside.
(function (dashboard) {
  "use strict";
  const SLIP = 6; // px that make a drag of a click

  function isFor(figure) {
    return figure.data.some((trace) => trace.type === "treemap");
  }

  function edges(from, to) {
    const [left, right] = [from.clientX, to.clientX].sort((a, b) => a - b);
    const [top, bottom] = [from.clientY, to.clientY].sort((a, b) => a - b);
    return { left, right, top, bottom };
  }

  function inside(chart, box) {
    return dashboard.marks
      .slices(chart)
      .filter(({ element }) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      })
      .map(({ trace, point }) => [].concat(chart.data[trace].customdata[point])[0]);
  }

  function start(chart, exhibit, from) {
    const frame = chart.getBoundingClientRect();
    let drawn = null;

    function move(event) {
      const far = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > SLIP;
      if (!drawn && far) {
        dashboard.marks.hide(chart);
        drawn = chart.appendChild(Object.assign(document.createElement("div"), { className: "drag-box" }));
      }
      if (drawn) {
        chart._dragging = true; // no words while the box is drawn
        const box = edges(from, event);
        const px = (length) => length / dashboard.marks.times(chart) + "px";
        Object.assign(drawn.style, {
          left: px(box.left - frame.left),
          top: px(box.top - frame.top),
          width: px(box.right - box.left),
          height: px(box.bottom - box.top),
        });
      }
    }

    function end(event) {
      window.removeEventListener("mousemove", move);
      window.removeEventListener("mouseup", end);
      if (!drawn) {
        return;
      }
      drawn.remove();
      chart._dragging = false;
      const swallow = (click) => click.stopPropagation();
      window.addEventListener("click", swallow, true);
      window.setTimeout(() => window.removeEventListener("click", swallow, true), 0);
      if (!dashboard.gestures.isCancelled()) {
        dashboard.gestures.chooseMarks(exhibit, inside(chart, edges(from, event)), event.shiftKey);
      }
    }

    window.addEventListener("mousemove", move);
    window.addEventListener("mouseup", end);
  }

  function attach(chart, exhibit) {
    chart.addEventListener("mousedown", (event) => {
      if (event.button === 0 && chart.data && isFor(chart)) {
        event.preventDefault(); // no text is marked
        chart.focus({ preventScroll: true });
        start(chart, exhibit, event);
      }
    });
  }

  dashboard.box = { attach, isFor };
})(window.dashboard);
