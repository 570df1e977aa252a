"""What stands on a native chart beside its marks: titles of panels, events, stretches of time, callouts, milestones."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.charts import labels
from dashboard.charts.arranged import Arranged, Callout
from dashboard.charts.scales import Scale
from dashboard.export.slides.frame import Frame, high, wide
from dashboard.export.slides.plot import Area, Line, Words
from dashboard.export.slides.times import Times, place
from dashboard.text import Lang

_CALLOUT_CHARACTERS = 26
_TRIANGLE = 8.0  # points


def around(
    arranged: Arranged, panel: int, lang: Lang, frame: Frame, axis: Times, scale: Scale, size: float
) -> tuple[Words | Line | Area, ...]:
    """Everything that a panel shows around its marks, what lies below first."""
    return (
        *_bands(arranged, panel, lang, frame, axis, size),
        *_events(arranged, panel, lang, frame, axis, size),
        *_title(arranged, panel, lang, frame, size),
        *_callouts(arranged, panel, lang, frame, axis, scale, size),
        *_milestones(arranged, panel, frame, axis),
    )


def text(
    frame: Frame, words: str, x: float, y: float, size: float, colour: str, side: str = "l", filled: bool = False
) -> Words:
    """Words (``<br>`` between lines) whose box begins at ``x``, ends there (``r``) or has it in its middle (``ctr``)."""
    across, tall = wide(words, size) + 8, high(words, size) + 2
    left = {"l": x, "r": x - across, "ctr": x - across / 2}[side]
    lines = tuple(((line, colour, False),) for line in words.split("<br>"))
    return Words(frame.box(left, y, across, tall), lines, size, {"l": "l", "r": "r", "ctr": "ctr"}[side], filled=filled)  # type: ignore[arg-type]


def _across(frame: Frame, axis: Times, x: float | str) -> float:
    return frame.left + axis.share(x) * frame.across


def _title(arranged: Arranged, panel: int, lang: Lang, frame: Frame, size: float) -> Iterator[Words]:
    words = arranged.panels[panel].title[lang]
    if words:
        box = frame.box(0, 0, frame.width, size + 8)
        yield Words(box, (((words, "text", True),),), size)


def _events(
    arranged: Arranged, panel: int, lang: Lang, frame: Frame, axis: Times, size: float
) -> Iterator[Words | Line]:
    """Their lines run through all panels; their words stand above the first, the last ones ending at their line."""
    events = sorted(arranged.events, key=lambda event: place(event.x))
    for position, event in enumerate(events):
        x = _across(frame, axis, event.x)
        yield Line(
            x / frame.width, frame.top / frame.height, x / frame.width, 1 - frame.bottom / frame.height, dotted=True
        )
        if panel == 0:
            side = "r" if position == len(events) - 1 else "l"
            yield text(frame, event.words[lang], x, frame.top - size - 5, size - 1, "muted", side)


def _bands(
    arranged: Arranged, panel: int, lang: Lang, frame: Frame, axis: Times, size: float
) -> Iterator[Area | Words]:
    for band in arranged.bands:
        left, right = (max(0.0, min(1.0, axis.share(x))) for x in (band.start, band.end))
        x, across = frame.left + left * frame.across, (right - left) * frame.across
        yield Area(frame.box(x, frame.top, across, frame.up), "muted")
        if band.words and panel == 0:
            words = labels.wrap(band.words[lang], 16)
            y = frame.top - size - 5 if band.above else frame.top + 2
            yield text(frame, band.words[lang] if band.above else words, x, y, size - 1, "muted")


def _callouts(
    arranged: Arranged, panel: int, lang: Lang, frame: Frame, axis: Times, scale: Scale, size: float
) -> Iterator[Words | Line]:
    for callout in arranged.callouts:
        if callout.panel == panel:
            crowded = panel == 0 and bool(arranged.events or arranged.bands)
            yield from _callout(callout, lang, frame, axis, scale, size, crowded)


def _callout(
    callout: Callout, lang: Lang, frame: Frame, axis: Times, scale: Scale, size: float, crowded: bool
) -> Iterator[Words | Line]:
    """Words beside a point, kept on the chart (below its upper edge if that is ``crowded``), with a thin line to it."""
    words = labels.wrap(callout.words[lang], _CALLOUT_CHARACTERS)
    x = _across(frame, axis, callout.x)
    y = frame.top + frame.up - scale.pixel(callout.y, frame.up)
    across, tall = wide(words, size) + 8, high(words, size) + 2
    side = "r" if callout.dx < 0 else "l" if callout.dx > 0 else "ctr"
    middle = x + callout.dx
    left = min(max(middle - across / 2, frame.left + 2), frame.left + frame.across - across)
    ceiling = frame.top - (0 if crowded else 8)
    top = min(max(y - callout.dy - tall / 2, ceiling), frame.top + frame.up - tall)
    near_x = min(max(x, left), left + across)
    near_y = top if y < top else top + tall if y > top + tall else top + tall / 2
    if abs(near_x - x) + abs(near_y - y) > 10:
        to = 0.25 if abs(near_y - y) < 20 else 4 / abs(near_y - y)  # it ends short of the point
        end_x, end_y = x + (near_x - x) * to, y + (near_y - y) * to
        yield Line(near_x / frame.width, near_y / frame.height, end_x / frame.width, end_y / frame.height)
    at = {"l": left, "r": left + across, "ctr": left + across / 2}[side]
    yield text(frame, words, at, top, size, callout.colour, side, filled=True)


def _milestones(arranged: Arranged, panel: int, frame: Frame, axis: Times) -> Iterator[Area]:
    """Small triangles at the foot of the lowest panel; their words stand below the chart."""
    if panel == len(arranged.panels) - 1:
        for x, _ in arranged.milestones:
            at = _across(frame, axis, x)
            if frame.left <= at <= frame.left + frame.across:
                box = frame.box(at - _TRIANGLE / 2, frame.top + frame.up - _TRIANGLE - 1, _TRIANGLE, _TRIANGLE)
                yield Area(box, "muted", sign=True)
