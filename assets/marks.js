// Where a mark stands on the page, which mark is pointed at, and showing one as the pointer would: on every kind of chart.
(function (dashboard) {
  "use strict";

  function idOf(point) {
    const id = point.customdata;
    return Array.isArray(id) ? id[0] : id;
  }

  // How much larger a chart is shown than it is drawn: on a stage.
  function times(chart) {
    return chart.getBoundingClientRect().width / chart.offsetWidth || 1;
  }

  // Where a point stands, in px from the top of the chart: a column from its foot to its head.
  function reach(chart, point) {
    const axis = point.yaxis;
    const px = (value) => axis._offset + axis.l2p(value);
    const bar = point.data.type === "bar" && chart.calcdata[point.curveNumber][point.pointNumber];
    const ends = bar ? [px(bar.b), px(bar.b + bar.s)] : [px(point.y), px(point.y)];
    return ends.sort((a, b) => a - b);
  }

  // Of the points under the pointer (all series at one year), the one nearest to it.
  function nearest(chart, points, event) {
    if (points.length < 2 || !event || !event.clientY || !points[0].yaxis) {
      return points[0];
    }
    const y = (event.clientY - chart.getBoundingClientRect().top) / times(chart);
    const away = (point) => {
      const [from, to] = reach(chart, point);
      return y >= from && y <= to ? 0 : Math.min(Math.abs(y - from), Math.abs(y - to));
    };
    return points.slice().sort((a, b) => away(a) - away(b))[0];
  }

  // [trace, point] of the mark with an id; nothing where it is not drawn.
  function find(chart, id) {
    const trace = chart.data.findIndex((one) => (one.customdata || []).some((other) => [].concat(other)[0] === id));
    return trace < 0 ? null : [trace, chart.data[trace].customdata.findIndex((other) => [].concat(other)[0] === id)];
  }

  function slices(chart) {
    return Array.from(chart.querySelectorAll("g.slice")).map((element) => ({
      element,
      trace: element.closest(".trace").__data__[0].trace.index,
      point: element.__data__.data.data.i,
    }));
  }

  // The middle of a mark of a map, in px of the window.
  function onMap(chart, trace, point) {
    const { ct, lonlat } = chart.calcdata[trace][point];
    const frame = chart.getBoundingClientRect();
    const [x, y] = chart._fullLayout.geo._subplot.projection(ct || lonlat);
    return { clientX: frame.left + x * times(chart), clientY: frame.top + y * times(chart) };
  }

  // Show a mark's words, as the pointer on it would.
  function show(chart, trace, point) {
    const { type, xaxis, yaxis } = chart.data[trace];
    if (type === "scatter" || type === "bar") {
      window.Plotly.Fx.hover(chart, [{ curveNumber: trace, pointNumber: point }], (xaxis || "x") + (yaxis || "y"));
    } else if (type === "treemap") {
      const slice = slices(chart).find((one) => one.trace === trace && one.point === point);
      slice && slice.element.dispatchEvent(new MouseEvent("mouseover"));
    } else if (chart._fullLayout.geo) {
      const ground = chart._fullLayout.geo._subplot.bgRect.node();
      ground.dispatchEvent(new MouseEvent("mousemove", onMap(chart, trace, point)));
    }
  }

  function hide(chart) {
    if (chart.data.some((trace) => trace.type === "treemap")) {
      slices(chart).forEach(({ element }) => element.dispatchEvent(new MouseEvent("mouseout")));
    } else {
      window.Plotly.Fx.unhover(chart);
    }
  }

  dashboard.marks = { idOf, nearest, find, slices, show, hide, times };
})(window.dashboard);
