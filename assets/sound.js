// A series over time to be heard: its values as pitch, its time as time, its gaps as silence. What begins and what ends
// is said, by the live region and, where the browser can, by its voice. The key S on a chart, or the button of a card.
(function (dashboard) {
  "use strict";
  const SECONDS = 5; // from the first value of a series to its last
  const LEAST = 0.12; // seconds that a tone lasts
  const [LOW, HIGH] = [220, 880]; // Hz of the lowest and the highest value that the axis of the series shows
  const LOUD = 0.2;
  const FADE = 0.02; // seconds, without which a tone clicks
  const PATIENCE = 6000; // ms in which a voice has said what it has to say
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let playing = null; // {exhibit, chart, trace, context, timers, mark}

  function valueAt(trace, point) {
    return trace.y[point] === null || trace.y[point] === undefined ? NaN : Number(trace.y[point]);
  }

  // The series of a chart that can be heard: [{at: its trace, points that have a value}].
  function series(chart, payload) {
    const walked = payload && payload.time && chart.data ? dashboard.walk.series(chart, payload) : [];
    return walked
      .map(({ at, points }) => ({ at, points: points.filter((point) => !Number.isNaN(valueAt(chart.data[at], point))) }))
      .filter(({ points }) => points.length > 1);
  }

  // The pitch goes by all that is drawn on the same axis, as the eye does.
  function range(chart, all, yaxis) {
    const same = all.filter(({ at }) => (chart.data[at].yaxis || "y") === yaxis);
    const values = same.flatMap(({ at, points }) => points.map((point) => valueAt(chart.data[at], point)));
    return [Math.min(...values), Math.max(...values)];
  }

  // What is played, as plain data: {seconds, tones: [{at, until, hz, to, point}]}. A tone glides to the next one where a
  // line joins the two; a column holds its own; where something is missing between two, there is silence.
  function schedule(chart, all, { at, points }) {
    const trace = chart.data[at];
    const [low, high] = range(chart, all, trace.yaxis || "y");
    const hz = (point) => (high > low ? LOW * (HIGH / LOW) ** ((valueAt(trace, point) - low) / (high - low)) : Math.sqrt(LOW * HIGH));
    const years = points.map((point) => dashboard.linked.yearOf(trace.x[point]));
    const steps = years.slice(1).map((year, i) => year - years[i]);
    const usual = steps.slice().sort((a, b) => a - b)[Math.floor(steps.length / 2)];
    const when = (year) => ((year - years[0]) / (years[years.length - 1] - years[0])) * SECONDS;
    const lines = (trace.mode || "").includes("lines");
    const tones = points.map((point, i) => {
      const next = i < steps.length && (lines ? points[i + 1] === point + 1 : steps[i] < usual * 1.5);
      const until = next ? when(years[i + 1]) : when(years[i]) + LEAST;
      return { at: when(years[i]), until, hz: hz(point), to: next && lines ? hz(points[i + 1]) : hz(point), joined: next, point };
    });
    return { seconds: SECONDS + LEAST, tones };
  }

  // Set a schedule on the clock of an audio context, from `start` seconds on.
  function sound(context, { seconds, tones }, start) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.connect(volume).connect(context.destination);
    volume.gain.setValueAtTime(0, 0);
    tones.forEach(({ at, until, hz, to, joined }, i) => {
      const before = i > 0 && tones[i - 1].joined;
      tone.frequency.setValueAtTime(hz, start + at);
      if (to !== hz) {
        tone.frequency.exponentialRampToValueAtTime(to, start + until);
      }
      if (!before) {
        volume.gain.setValueAtTime(0, start + at);
        volume.gain.linearRampToValueAtTime(LOUD, start + at + FADE);
      }
      if (!joined) {
        volume.gain.setValueAtTime(LOUD, start + until - FADE);
        volume.gain.linearRampToValueAtTime(0, start + until);
      }
    });
    tone.start(start);
    tone.stop(start + seconds);
  }

  // "1993: 41.6 billion dollars", and the name of the series.
  function told(trace, point) {
    const lines = [].concat(trace.hovertext)[point].split("<br>");
    const plain = (text) => text.replace(/<[^>]*>/g, "").trim();
    const [, name, rest] = /^<b>(.*?)<\/b>,?(.*)$/.exec(lines[0]) || [null, lines[0], ""];
    return { name: plain(name), value: dashboard.walk.when(trace.x[point]) + ": " + (plain(rest) || plain(lines[1] || "")) };
  }

  function words() {
    return JSON.parse(document.querySelector("[data-sound]").dataset.sound);
  }

  // Say something, and go on once the voice has ended; at once where there is none.
  function say(text, then) {
    dashboard.gestures.say(text);
    const lang = document.documentElement.lang;
    const voices = window.speechSynthesis ? window.speechSynthesis.getVoices() : [];
    const voice = voices.find((one) => one.lang.startsWith(lang));
    if (!voice) {
      then();
      return;
    }
    const current = playing;
    let gone = false;
    const once = () => {
      if (!gone && playing === current) {
        gone = true;
        then();
      }
    };
    const spoken = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, onend: once, onerror: once });
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(spoken);
    current.timers.push(window.setTimeout(once, PATIENCE));
  }

  function listen(chart, exhibit) {
    stop();
    const all = series(chart, dashboard.charts.payload(exhibit));
    const here = dashboard.walk.at(chart);
    const chosen = all.find(({ at }) => here && at === here.trace) || all[0];
    if (!chosen) {
      dashboard.gestures.say(words().none);
      return;
    }
    const trace = chart.data[chosen.at];
    const [first, last] = [chosen.points[0], chosen.points[chosen.points.length - 1]].map((point) => told(trace, point));
    const plan = schedule(chart, all, chosen);
    playing = { exhibit, chart, at: chosen.at, plan, timers: [], context: null, mark: null, last };
    buttons();
    say(words().start.replace("{series}", first.name).replace("{first}", first.value), begin);
  }

  function begin() {
    const { plan, timers } = playing;
    const context = new AudioContext();
    playing.context = context;
    sound(context, plan, context.currentTime);
    timers.push(window.setTimeout(end, plan.seconds * 1000));
    if (!still.matches) {
      playing.mark = playing.chart.appendChild(Object.assign(document.createElement("div"), { className: "sound-mark" }));
      move(performance.now());
    }
  }

  // A ring goes along with the tones.
  function move(started) {
    if (!playing || !playing.mark) {
      return;
    }
    const { chart, at, plan, mark } = playing;
    const now = (performance.now() - started) / 1000;
    const tone = plan.tones.filter((one) => one.at <= now).pop() || plan.tones[0];
    const drawn = chart.calcdata && chart.calcdata[at] && chart.calcdata[at][tone.point];
    if (drawn) {
      const { xaxis, yaxis } = chart._fullData[at];
      const [x, y] = ["x", "y"].map((name) => chart._fullLayout[name + "axis" + (name === "x" ? xaxis : yaxis).slice(1)]);
      const bar = chart.data[at].type === "bar";
      mark.style.left = x._offset + x.c2p(bar ? drawn.p : drawn.x) + "px";
      mark.style.top = y._offset + y.c2p(bar ? drawn.b + drawn.s : drawn.y) + "px";
    }
    window.requestAnimationFrame(() => move(started));
  }

  function end() {
    const { last } = playing;
    silence();
    say(words().end.replace("{last}", last.value), stop);
  }

  function silence() {
    playing.timers.splice(0).forEach(window.clearTimeout);
    if (playing.context) {
      playing.context.close();
      playing.context = null;
    }
    if (playing.mark) {
      playing.mark.remove();
      playing.mark = null;
    }
  }

  function stop() {
    if (playing) {
      silence();
      playing = null;
      window.speechSynthesis && window.speechSynthesis.cancel();
      buttons();
    }
  }

  // Buttons of cards whose view is over time; that of the chart that is heard stops it.
  function buttons() {
    document.querySelectorAll("[data-listen]").forEach((button) => {
      const payload = dashboard.charts.payload(button.dataset.listen);
      const on = Boolean(playing && playing.exhibit === button.dataset.listen);
      button.hidden = !(payload && payload.time && !payload.words.empty);
      button.setAttribute("aria-pressed", String(on));
      button.textContent = on ? button.dataset.off : button.dataset.on;
    });
  }

  function toggle(chart, exhibit) {
    if (playing && playing.exhibit === exhibit) {
      stop();
      dashboard.gestures.say(words().stopped);
    } else {
      listen(chart, exhibit);
    }
  }

  function onKey(event) {
    const chart = event.target.closest && event.target.closest("[data-chart]");
    const plain = !event.metaKey && !event.ctrlKey && !event.altKey && document.querySelector("[data-sound]");
    if (event.key === "Escape" && playing) {
      event.stopImmediatePropagation(); // the filters stay
      stop();
      dashboard.gestures.say(words().stopped);
    } else if (chart && chart === event.target && plain && event.key.toLowerCase() === "s") {
      event.preventDefault();
      toggle(chart, chart.dataset.chart);
    } else if (playing && chart === playing.chart && /^Arrow(Up|Down)$/.test(event.key)) {
      window.setTimeout(() => listen(chart, chart.dataset.chart), 0); // once the other series is walked
    }
  }

  document.addEventListener("keydown", onKey, true);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-listen]");
    if (button) {
      toggle(document.querySelector('[data-chart="' + button.dataset.listen + '"]'), button.dataset.listen);
    }
  });

  // After what is on show has changed: what is heard may be gone.
  function prepare() {
    if (playing && playing.chart.dataset.drawn !== dashboard.charts.payload(playing.exhibit)?.key) {
      stop();
    }
    buttons();
  }

  dashboard.sound = { prepare, series, schedule, sound };
})(window.dashboard);
