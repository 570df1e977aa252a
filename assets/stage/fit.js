// Sets a figure on the stage: as large as the screen makes all of it, as tall as the room between headline and source,
// with the series that have appeared so far.
(function (dashboard) {
  "use strict";
  const WIDTH = 736; // px that the stage is laid out for at least, before it is scaled up as a whole: its smallest
  const HEIGHT = 488; // type of 13 px is then 28 px high on 1920x1080, and 18 px on 1024x768
  const NARROW = 700; // px of a window that is no projector

  function scale(main) {
    const { innerWidth: wide, innerHeight: high } = window;
    const times = wide < NARROW ? 1 : Math.min(wide / WIDTH, high / HEIGHT);
    main.style.setProperty("--times", times);
    main.style.width = wide / times + "px";
    main.style.height = high / times + "px";
  }

  function sizeAt(width) {
    return width < 400 ? "small" : width < 700 ? "medium" : "large";
  }

  // A layout of another height. Words at the ends of lines stand in px from the foot of their panel.
  function stretch(layout, height) {
    const { t, b } = layout.margin;
    const times = (height - t - b) / (layout.height - t - b);
    layout.height = height;
    (layout.annotations || []).forEach((note) => {
      if (note.name && /domain$/.test(note.yref || "")) {
        note.yshift *= times;
      }
    });
  }

  // What has not appeared yet; the words that point at data come with the last series.
  function hide(figure, layout, hidden) {
    figure.data = figure.data.map((trace) => (hidden.has(trace.uid) ? Object.assign({}, trace, { visible: false }) : trace));
    if (hidden.size) {
      layout.annotations = (layout.annotations || []).filter((note) => !hidden.has(note.name) && !note.showarrow);
    }
  }

  // The payload as charts.js takes it, for a chart `width` px wide and `room` px high, at a step of its build-up.
  function fitted(payload, width, room, step) {
    const size = sizeAt(width);
    const figure = Object.assign({}, payload, { layouts: {} });
    const hidden = new Set((payload.build || []).slice(step + 1).flat());
    if (payload.layouts[size]) {
      const layout = structuredClone(payload.layouts[size]);
      if (size === "large" && payload.stage) {
        stretch(layout, Math.max(payload.stage.least, Math.min(room, payload.stage.most)));
      } else if (size === "small" && payload.time) {
        stretch(layout, Math.max(layout.height, room)); // on a phone a series over time fills what there is
      }
      hide(figure, layout, hidden);
      figure.layouts[size] = layout;
      figure.heights = { small: layout.height, medium: layout.height, large: layout.height };
      figure.key = [size, layout.height, hidden.size, payload.key].join("#"); // what it was drawn from comes last
    }
    return figure;
  }

  // Px from the top of a chart at which it can be cut: between its rows, or its boxes.
  function cuts(layout, data) {
    const { t, b } = layout.margin;
    const [low, high] = (layout.yaxis || {}).range || [0, 0];
    const px = (y) => t + ((y - high) / (low - high)) * (layout.height - t - b);
    if (low <= high) {
      return []; // a scale that ascends: it is seen whole
    }
    if (!(layout.meta || {}).width) {
      return ((layout.yaxis.tickvals || []).map((row) => px(row - 0.5)));
    }
    const boxes = data.flatMap((trace, i) => {
      const { base, y } = Object.assign({}, trace, layout.meta.traces[i]);
      return base ? base.map((from, at) => [from, from + y[at]].sort((one, other) => one - other)) : [];
    });
    const whole = (at) => boxes.every(([from, to]) => from >= at || to <= at);
    return Array.from(new Set(boxes.map(([from]) => from))).filter(whole).map((at) => px(at) - 6);
  }

  // Where one stops on the way down through what is taller than the room: at rows of a table or chart, or a little less
  // than a screen further. `times` is how much larger the stage is than it is laid out.
  function stops(body, times, figure) {
    const room = body.clientHeight;
    const end = body.scrollHeight - room;
    const top = body.getBoundingClientRect().top;
    const from = (element) => (element.getBoundingClientRect().top - top) / times + body.scrollTop;
    const head = body.querySelector(".printed thead");
    const rows = Array.from(body.querySelectorAll(".printed tbody tr")).map((row) => from(row) - head.offsetHeight);
    const layout = Object.values(figure.layouts)[0];
    const isTable = body.classList.contains("as-table");
    const starts = isTable ? rows.slice(1) : layout ? cuts(layout, figure.data) : [];
    const found = [0];
    while (found[found.length - 1] < end - 4) {
      const here = found[found.length - 1];
      const fits = starts.filter((start) => start > here + 4 && start <= here + room - (isTable ? head.offsetHeight : 0));
      found.push(Math.min(end, fits.length ? fits[fits.length - 1] : here + 0.85 * room));
    }
    return found;
  }

  dashboard.fit = { scale, fitted, stops };
})(window.dashboard);
