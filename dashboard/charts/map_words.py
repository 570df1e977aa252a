"""Words on a map: beside places and in states, never over each other; those without room are left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from dashboard.charts import labels
from dashboard.charts.arranged import Arranged, Trace
from dashboard.charts.map_frame import by_weight, diameter, height, in_state, pixels
from dashboard.charts.regions import Point, outline_id, words_at
from dashboard.charts.theme import Size
from dashboard.text import Lang

Box = tuple[float, float, float, float]  # left, top, right, bottom, in px
_FEW: Final = 8  # labelled states, up to which words may reach beyond theirs
_POSITIONS: Final = (
    "middle right", "middle left", "bottom center", "top center", "bottom right", "bottom left", "top right", "top left",
)  # fmt: skip


def beside_places(arranged: Arranged, lang: Lang, size: Size) -> dict[str, str]:
    """Mark id -> where its words stand beside it, the weightiest first; a word moves where that gives another room."""
    place = pixels(arranged, size)
    marks = [mark for trace in arranged.traces if trace.form == "places" for mark in by_weight(trace)]
    dots = {mark.id: _circle(place(float(mark.x), mark.y or 0), diameter(mark, size)) for mark in marks}
    frame = (0.0, 0.0, float(size.narrowest), float(height(arranged, size)))
    free = {
        mark.id: [
            (position, box)
            for position in _POSITIONS
            if _within(box := _beside(dots[mark.id], mark.label[lang], size.label, position), frame)
            and not any(_touch(_letters(box), dot) for id, dot in dots.items() if id != mark.id)
        ]
        for mark in sorted(marks, key=lambda mark: -(mark.weight or 0))
        if mark.label
    }
    found: dict[str, tuple[str, Box]] = {}
    for id, choices in free.items():
        _find(id, choices, found, free)
    return {id: position for id, (position, _) in found.items()}


Choice = tuple[str, Box]


def _find(id: str, choices: list[Choice], found: dict[str, Choice], free: Mapping[str, list[Choice]]) -> None:
    """Give the words of ``id`` a place, if need be by moving those of one other mark."""
    for position, box in choices:
        if not any(_touch(box, other) for _, other in found.values()):
            found[id] = (position, box)
            return
    for position, box in choices:
        in_the_way = [other for other, (_, theirs) in found.items() if _touch(box, theirs)]
        if len(in_the_way) == 1:
            rest = [box, *(theirs for other, (_, theirs) in found.items() if other != in_the_way[0])]
            moved = (c for c in free[in_the_way[0]] if not any(_touch(c[1], theirs) for theirs in rest))
            if choice := next(moved, None):
                found[in_the_way[0]], found[id] = choice, (position, box)
                return


def _circle(at: Point, across: float) -> Box:
    return at[0] - across / 2, at[1] - across / 2, at[0] + across / 2, at[1] + across / 2


def _beside(dot: Box, words: str, font: int, position: str) -> Box:
    """The box of words beside a circle, as plotly.js sets them."""
    x, y, reach = (dot[0] + dot[2]) / 2, (dot[1] + dot[3]) / 2, (dot[2] - dot[0]) / 1.6 + 1
    wide, tall = labels.width(words, font), labels.height(words, font)
    side, along = position.split()
    left = {"right": x + reach, "left": x - reach - wide, "center": x - wide / 2}[along]
    top = {"top": y - reach - tall, "bottom": y + reach, "middle": y - tall / 2}[side]
    return left, top, left + wide, top + tall


def _within(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _letters(box: Box) -> Box:
    """The box of words without the air above and below their letters."""
    return box[0], box[1] + 2, box[2], box[3] - 2


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@dataclass(frozen=True)
class Words:
    """The words of a state of ``trace`` and where they stand; ``over`` if they reach beyond its outline."""

    trace: Trace
    at: Point
    text: str
    over: bool = False


def in_states(arranged: Arranged, lang: Lang, size: Size) -> list[Words]:
    """The words of every labelled state, empty where they have no room; a few may reach beyond their states."""
    place = pixels(arranged, size)
    labelled = [
        (trace, mark)
        for trace, mark in arranged.marks()
        if trace.form == "areas" and mark.label and outline_id(arranged.region, str(mark.x))
    ]
    found, wide, taken = {}, {}, list[Box]()
    for trace, mark in labelled:
        at, words = words_at(arranged.region, str(mark.x)), mark.label[lang]
        (x, y), tall = place(*at), labels.height(words, size.label)
        half = labels.width(words, size.label) / 2
        box = (x - half, y - tall / 2, x + half, y + tall / 2)
        found[mark.id] = Words(trace, at, "")
        if not in_state(arranged, size, str(mark.x), box):
            wide[mark.id] = (box, replace(found[mark.id], text=words, over=True))
        elif not any(_touch(box, other) for other in taken):
            taken.append(box)
            found[mark.id] = replace(found[mark.id], text=words)
    for id, (box, reaching) in wide.items() if len(labelled) <= _FEW else ():
        if not any(_touch(box, other) for other in taken):
            taken.append(box)
            found[id] = reaching
    return list(found.values())
