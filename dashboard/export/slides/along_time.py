"""Charts along time as native ones: lines and points on a true axis, columns on one of categories; a chart a panel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.charts import keys, labels, layouts
from dashboard.charts.arranged import Arranged, Mark, Measure, Trace
from dashboard.charts.scales import Scale
from dashboard.charts.theme import SIZES
from dashboard.export.slides import formats
from dashboard.export.slides.annotations import around
from dashboard.export.slides.emphasis import Dimmed, nothing_dimmed
from dashboard.export.slides.frame import Frame, high, wide
from dashboard.export.slides.plot import Axis, Drawn, Label, Plot, Series
from dashboard.export.slides.times import Times, january, place, times
from dashboard.pages.words import COLUMNS
from dashboard.text import Lang

TYPE = 13.0  # points
_TICKS = 9
_GAP = 9  # points from the plot to the words at the ends of its lines
_BETWEEN = 12  # points between panels
_SIZE = SIZES["large"]


@dataclass(frozen=True)
class Placed:
    """A chart, where on the area for charts it stands (points), and its alternative text's panel."""

    plot: Plot
    top: float
    height: float
    panel: int


def charts(
    arranged: Arranged, lang: Lang, width: float, height: float, dimmed: Dimmed = nothing_dimmed
) -> tuple[Placed, ...]:
    """The chart of each panel, from the top down, on an area of so many points. They share their time axis."""
    axis = times(arranged, arranged.traces, lang, _TICKS)
    named = ends(arranged, lang)
    scales = layouts.frame(arranged, lang, _SIZE, keys.key(arranged, lang, _SIZE)).scales
    ticks = [_tick(arranged, i, tick, lang) for i, scale in enumerate(scales) for tick in scale.ticks]
    left = max(wide(text, TYPE) for text in ticks) + 12
    right = max((wide(words, TYPE) for words in named.values()), default=16) + _GAP + 4
    heads = [_head(arranged, i) for i in range(len(arranged.panels))]
    foot = TYPE + 14
    room = height - sum(heads) - _BETWEEN * (len(heads) - 1) - foot
    total = sum(panel.share for panel in arranged.panels)
    placed, top = [], 0.0
    for i, panel in enumerate(arranged.panels):
        last = i == len(arranged.panels) - 1
        tall = heads[i] + room * panel.share / total + (foot if last else _BETWEEN)
        frame = Frame(width, tall, left, right, heads[i], foot if last else _BETWEEN)
        placed.append(Placed(_plot(arranged, i, lang, frame, axis, scales[i], named, dimmed), top, tall, i))
        top += tall
    return tuple(placed)


def ends(arranged: Arranged, lang: Lang) -> dict[str, str]:
    """The words at the end of each line, by its id; none where a line of words above the chart names the series."""
    if any(trace.form == "columns" for trace in arranged.traces):
        return {}
    return {trace.id: _with_value(trace, words, lang) for trace, words in keys.key(arranged, lang, _SIZE).end}


def _with_value(trace: Trace, words: str, lang: Lang) -> str:
    """The words at a line's end, and its last figure where the page shows it: a point has but one label."""
    last = list(trace.drawn())[-1].label[lang]
    return f"{words}<br>{last}" if last and trace.values in ("all", "ends", "last") else words


def _tick(arranged: Arranged, panel: int, tick: float, lang: Lang) -> str:
    """About what a tick reads."""
    return arranged.panels[panel].measure.affix[lang].format(figure=f"{tick:,.10g}")


def _head(arranged: Arranged, panel: int) -> float:
    """Points above a panel's plot: its title, the words of events."""
    title = TYPE + 9 if arranged.panels[panel].title else 0.0
    events = TYPE + 4 if panel == 0 and (arranged.events or any(band.above for band in arranged.bands)) else 0.0
    return 12.0 + title + events


def _plot(
    arranged: Arranged,
    panel: int,
    lang: Lang,
    frame: Frame,
    axis: Times,
    scale: Scale,
    named: dict[str, str],
    dimmed: Dimmed,
) -> Plot:
    traces = [trace for trace in arranged.traces if trace.panel == panel and next(trace.drawn(), None)]
    measure = arranged.panels[panel].measure
    rows = axis.categories() if axis.columns else _rows(traces)
    stacked = _stacked(traces)
    per_point = (scale.high - scale.low) / frame.up
    moved = _spread(traces, scale, frame, named)
    series = []
    for trace in traces:
        built, marks = _series(trace, rows, axis, formats.of_measure(measure, measure.digits, lang), lang)
        words = dict(_values(trace, marks, measure, lang, stacked, per_point))
        if trace.id in named:
            at, last = [(i, mark) for i, mark in enumerate(marks) if mark and mark.y is not None][-1]
            away = (1 - axis.share(last.x)) * frame.across + _GAP - 4
            lines = tuple(named[trace.id].split("<br>"))
            place_ = {"dx": away / frame.width, "dy": -moved[trace.id] / frame.height}
            words[at] = Label(lines, "r", f"as-{trace.colour}", **place_)
        dim = frozenset(i for i, mark in enumerate(marks) if mark and mark.y is not None and dimmed(trace, mark))
        series.append(replace(built, labels=words, dim=dim))
    return Plot(
        kind="columns" if axis.columns else "scatter",
        head=COLUMNS["period"][lang],
        rows=tuple(january(year) for year in rows) if axis.dated else tuple(rows),
        row_format=axis.format,
        series=tuple(series),
        x=replace(axis.axis, shown=panel == len(arranged.panels) - 1),
        y=Axis(scale.low, scale.high, scale.ticks[1] - scale.ticks[0], formats.of_measure(measure, scale.digits, lang)),
        inner=frame.inner,
        marks=around(arranged, panel, lang, frame, axis, scale, TYPE),
        stacked=stacked,
        dated=axis.dated,
        joins_gaps=axis.columns and any(_joins(trace, rows) for trace in traces if trace.form == "line"),
        tick=TYPE,
        label=TYPE,
    )


def _stacked(traces: Sequence[Trace]) -> bool:
    """Whether the columns of several traces stand at one place."""
    places = [mark.x for trace in traces if trace.form == "columns" for mark in trace.drawn()]
    return len(places) != len(set(places))


def _spread(traces: Sequence[Trace], scale: Scale, frame: Frame, named: dict[str, str]) -> dict[str, float]:
    """How far (points, up) the words at the end of each line move so that none covers another."""
    ending = [trace for trace in traces if trace.id in named]
    at = [scale.pixel([mark.y or 0.0 for mark in trace.drawn()][-1], frame.up) for trace in ending]
    tall = [high(named[trace.id], TYPE) for trace in ending]
    placed = labels.spread(at, tall, -frame.bottom, frame.up + TYPE)
    return {trace.id: to - from_ for trace, to, from_ in zip(ending, placed, at, strict=True)}


def _values(
    trace: Trace, marks: Sequence[Mark | None], measure: Measure, lang: Lang, stacked: bool, per_point: float
) -> Iterator[tuple[int, Label]]:
    """The figures that stand at the marks of a trace, as on the page; ``per_point``: of the measure's units."""
    drawn = [(i, mark) for i, mark in enumerate(marks) if mark and mark.y is not None]
    kept = {"none": [], "all": drawn, "ends": drawn[:1] + drawn[-1:], "first": drawn[:1], "last": drawn[-1:]}
    for i, mark in kept[trace.values]:
        if not mark.label:
            continue
        lines = () if formats.told_by(measure, mark, lang) else (mark.label[lang],)
        if trace.form != "columns":
            yield i, Label(lines, "b" if trace.below or _falls_before(drawn, i, trace) else "t")
        elif not stacked:
            yield i, Label(lines, "outEnd")
        elif abs(mark.y or 0.0) / per_point > TYPE + 3:
            yield i, Label(lines, "ctr", "text" if trace.hatched else f"on-{trace.colour}")


def _falls_before(drawn: Sequence[tuple[int, Mark]], row: int, trace: Trace) -> bool:
    """Whether a figure at an end of a line stands below it: there the line comes from, or goes, above."""
    if trace.values == "all" or len(drawn) < 2:
        return False
    ys = [mark.y or 0.0 for _, mark in drawn]
    return ys[1] > ys[0] if row == drawn[0][0] else ys[-2] > ys[-1]


def _rows(traces: Sequence[Trace]) -> list[float]:
    """The x of every mark, and one within each gap that would have none."""
    xs = {place(mark.x) for trace in traces for mark in trace.drawn()}
    for trace in traces:
        for before, gap, after in zip(trace.marks, trace.marks[1:], trace.marks[2:], strict=False):
            if gap.y is None and before.y is not None and after.y is not None:
                low, high_ = place(before.x), place(after.x)
                if not any(low < x < high_ for x in xs):
                    xs.add(low + 1 if high_ - low > 1 else place(gap.x))
    return sorted(xs)


def _joins(trace: Trace, rows: Sequence[float]) -> bool:
    """Whether the line of ``trace`` runs over a row in which it has no value."""
    marks = trace.marks
    return any(
        any(place(a.x) < row < place(b.x) for row in rows)
        for a, b in zip(marks, marks[1:], strict=False)
        if a.y is not None and b.y is not None
    )


def _series(
    trace: Trace, rows: Sequence[float], axis: Times, form: str, lang: Lang
) -> tuple[Series, list[Mark | None]]:
    """A trace as a series, and the mark of each of its rows: the sheet's, or its own where those would not do.

    It has its own where its line runs over a row, or where two of its marks stand in one.
    """
    drawn: Drawn = "bar" if trace.form == "columns" else "line" if trace.form == "line" else "points"
    there = [place(mark.x) for mark in trace.drawn()]
    own = not axis.columns and (len(set(there)) < len(there) or (drawn == "line" and _joins(trace, rows)))
    at = {place(mark.x): mark for mark in trace.drawn()}
    marks: list[Mark | None] = list(trace.marks) if own else [at.get(x) for x in rows]
    built = Series(
        name=(trace.name or trace.end_label)[lang] or trace.id,
        drawn=drawn,
        values=tuple(mark.y if mark else None for mark in marks),
        colour=trace.colour,
        format=form,
        xs=tuple(place(mark.x) for mark in trace.marks) if own else (),
        dash=trace.dash,
        hatched=trace.hatched,
        hollow=trace.hollow,
        markers=trace.markers,
        shape=trace.shape,
        alone=frozenset() if drawn != "line" or trace.markers else _alone(marks),
        colours={i: mark.colour for i, mark in enumerate(marks) if mark and mark.colour},
    )
    return built, marks


def _alone(marks: Sequence[Mark | None]) -> frozenset[int]:
    """The rows whose mark no line joins to another."""
    there = [False, *(mark is not None and mark.y is not None for mark in marks), False]
    return frozenset(i for i in range(len(marks)) if there[i + 1] and not there[i] and not there[i + 2])
