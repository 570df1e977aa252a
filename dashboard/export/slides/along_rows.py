"""Charts of named rows as native ones: bars to one side or to both, side by side or end to end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.charts import rows as rowed
from dashboard.charts.arranged import Arranged, Mark, Trace
from dashboard.export.slides import formats
from dashboard.export.slides.along_time import Placed
from dashboard.export.slides.emphasis import Dimmed, nothing_dimmed
from dashboard.export.slides.frame import Frame, folded, high, wide
from dashboard.export.slides.plot import Axis, Label, Plot, Series, Words
from dashboard.pages.words import COLUMNS
from dashboard.text import Lang

_PITCH = 62.0  # points a row takes at most
_TYPE = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
_ALONE = 3.4  # times thicker: a bar that is alone on its slide
_NAMES = 0.37  # of the width, for names at most


def charts(
    arranged: Arranged, lang: Lang, width: float, height: float, dimmed: Dimmed = nothing_dimmed
) -> tuple[Placed, ...]:
    """The one chart of ``arranged`` on an area of so many points; no taller than its rows need."""
    count = max(1, len(arranged.categories))
    both = rowed.mirrored(arranged)
    lines = max(1, rowed.lanes(arranged))
    pitch = min(_PITCH * (1 + 0.7 * (lines - 1)) * (_ALONE if count == 1 else 1), (height - 30) / count)
    names = [words[lang] for words in arranged.categories]
    sizes = (18.0, *_TYPE) if count == 1 else _TYPE
    size = next((s for s in sizes if _tall(names, width, s) <= pitch - 4), _TYPE[-1])
    left = max((wide(folded(name, _NAMES * width, size), size) for name in names), default=0.0) + 16
    top = size + 12 if both else 4.0
    tall = top + pitch * count + 6
    frame = Frame(width, tall, left, 8, top, 6)
    return (Placed(_plot(arranged, lang, frame, size, dimmed), 0.0, tall, 0),)


def _tall(names: Sequence[str], width: float, size: float) -> float:
    return max((high(folded(name, _NAMES * width, size), size) for name in names), default=0.0)


def _plot(arranged: Arranged, lang: Lang, frame: Frame, size: float, dimmed: Dimmed) -> Plot:
    piled = rowed.piled(arranged)
    low, high_ = _limits(arranged, lang, frame, size, piled)
    beside = rowed.lanes(arranged) > 1
    per_point = (high_ - low) / frame.across
    traces = [trace for trace in arranged.traces if next(trace.drawn(), None)]
    measure = arranged.panels[0].measure
    form = formats.of_measure(measure, measure.digits, lang, sign=not rowed.mirrored(arranged))
    return Plot(
        kind="bars",
        head=COLUMNS["category"][lang],
        rows=tuple(words[lang] for words in arranged.categories),
        row_format="General",
        series=tuple(
            replace(_series(arranged, trace, form, lang, piled, per_point, size), dim=_dim(trace, dimmed))
            for trace in traces
        ),
        x=Axis(),
        y=Axis(low, high_, max((high_ - low) / 4, 1e-9), form, shown=False),
        inner=frame.inner,
        marks=tuple(_headings(arranged, lang, frame, size, -low / (high_ - low))),
        stacked=piled,
        side=beside,
        gap=45,
        tick=size,
        label=size,
    )


def _limits(arranged: Arranged, lang: Lang, frame: Frame, size: float, piled: bool) -> tuple[float, float]:
    """Limits that hold every bar with its figure; a share of a whole keeps its length."""
    whole = arranged.panels[0].limits
    ends: dict[tuple[object, int, bool], float] = {}
    room = [0.0, 0.0]
    for trace, mark in arranged.marks():
        back = (mark.y or 0) < 0
        place = (mark.x, trace.lane, back)
        ends[place] = ends.get(place, 0.0) + abs(mark.y or 0)
        room[not back] = max(room[not back], 0.0 if piled else wide(mark.label[lang], size) + 14)
    left, right = (max((end for place, end in ends.items() if place[2] is back), default=0.0) for back in (True, False))
    if whole:
        right = max(right, whole[1])
    if not left:
        room[0] = 0.0
    per_point = (left + right or 1.0) / max(40.0, frame.across - sum(room))
    return -left - room[0] * per_point if left else 0.0, right + room[1] * per_point if right else 0.0


def _series(
    arranged: Arranged, trace: Trace, form: str, lang: Lang, piled: bool, per_point: float, size: float
) -> Series:
    at = {int(mark.x): mark for mark in trace.drawn()}
    marks = [at.get(i) for i in range(len(arranged.categories))]
    return Series(
        name=(trace.name or trace.end_label)[lang] or trace.id,
        drawn="bar",
        values=tuple(mark.y if mark else None for mark in marks),
        colour=trace.colour,
        format=form,
        hatched=trace.hatched,
        colours={i: mark.colour for i, mark in at.items() if mark.colour},
        labels=dict(_values(arranged, trace, marks, lang, piled, per_point, size)),
    )


def _dim(trace: Trace, dimmed: Dimmed) -> frozenset[int]:
    return frozenset(int(mark.x) for mark in trace.drawn() if dimmed(trace, mark))


def _values(
    arranged: Arranged,
    trace: Trace,
    marks: Sequence[Mark | None],
    lang: Lang,
    piled: bool,
    per_point: float,
    size: float,
) -> Iterator[tuple[int, Label]]:
    """The figure of each bar: at its end, or inside where bars stand end to end and it fits."""
    measure = arranged.panels[0].measure
    both = rowed.mirrored(arranged)
    for i, mark in enumerate(marks):
        if mark is None or not mark.label:
            continue
        plain = abs(mark.y or 0.0) if both else mark.y or 0.0
        by_format = mark.label[lang] == measure.affix[lang].format(figure=formats.figure(plain, measure.digits, lang))
        lines = () if by_format else (mark.label[lang],)
        if not piled:
            yield i, Label(lines, "outEnd")
        elif abs(mark.y or 0.0) / per_point > wide(mark.label[lang], size) + 6:
            yield i, Label(lines, "ctr", "text" if trace.hatched else f"on-{mark.colour or trace.colour}")


def _headings(arranged: Arranged, lang: Lang, frame: Frame, size: float, zero: float) -> Iterator[Words]:
    """The name of each side's series, above its bars, where bars go to both sides."""
    if not rowed.mirrored(arranged):
        return
    middle = frame.left + zero * frame.across
    for trace in arranged.traces:
        first = next(trace.drawn(), None)
        if first is None or not trace.end_label:
            continue
        words, sign = (trace.end_label[lang], "text", True), ("■", trace.colour, False)
        gap = (" ", "text", False)
        if (first.y or 0) > 0:
            box = frame.box(middle + 4, 0, frame.width - middle - 4, size + 8)
            yield Words(box, ((sign, gap, words),), size)
        else:
            yield Words(frame.box(0, 0, middle - 4, size + 8), ((words, gap, sign),), size, "r")
