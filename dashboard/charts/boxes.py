"""Diagrams: words in boxes on a grid that differs by size, and links between the boxes.

The boxes are bars in pixel coordinates, so that each can be pointed at and dimmed over its whole area; a link is a
curve from edge to edge with an arrow at its end. What differs between the sizes (places, wrapped words) is in the
layout: its annotations hold the words, its ``meta.traces`` the coordinates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.charts import keys, labels
from dashboard.charts.arranged import Arranged, Grid, Mark, Trace
from dashboard.charts.layouts import shared
from dashboard.charts.theme import SIZES, Size, var
from dashboard.text import Lang

LINE = 1.3  # Plotly's own distance between lines of text, in em
PAD = 9  # px between a box and its words
BOLD = 1.07  # how much wider bold words are
STEPS = 20  # points that a link is drawn with
HOVER_CHARACTERS = 48
# Px that a diagram is laid out for, and its type. Where it is narrower the page makes the type smaller (charts.js).
WIDTH = {"small": 300, "medium": 470, "large": 820}
FONT = {"small": 12, "medium": 15, "large": 16}


@dataclass(frozen=True)
class Rect:
    """A box in px from the top left of the diagram."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Placed:
    """The diagram at one size: its extent in px, the place and the wrapped words of each box that is drawn."""

    width: float
    height: float
    rects: Mapping[str, Rect]
    words: Mapping[str, str]
    footed: frozenset[str]
    """The boxes of rows that hold nothing but headings: their words stand at the foot, close to what they head."""


def place(arranged: Arranged, lang: Lang, size: Size) -> Placed:
    """Where every box of ``arranged`` stands at ``size``, its row being as tall as its words need."""
    grid = arranged.grids[("small", "medium", "large").index(size.name)]
    drawn = {mark.id: (trace, mark) for trace in arranged.traces if trace.form == "boxes" for mark in trace.drawn()}
    rows = [row for row in grid.rows if any(id in drawn for id in row)]
    width, font = width_of(size), font_of(size)
    edges = _columns(grid, max((len(row) for row in rows), default=1), width)
    spans = _spans(rows, drawn)
    words = {}
    heights = [0.0] * len(rows)
    heading = {id for id, (trace, _) in drawn.items() if trace.hollow}
    footed = {id for row in rows for id in row if heading.issuperset(filter(None, row))}
    for id, (top, bottom, first, last) in sorted(spans.items(), key=lambda item: item[1][1] - item[1][0]):
        trace, mark = drawn[id]
        inner = edges[last][1] - edges[first][0] - 2 * PAD
        words[id] = wrapped(mark.label[lang], font, inner, bold_alone=trace.hollow)
        needed = (words[id].count("<br>") + 1) * LINE * font + (PAD if trace.hollow else 2 * PAD)
        missing = needed - sum(heights[top : bottom + 1]) - grid.gap * (bottom - top)
        heights[bottom] += max(0.0, missing)
    tops = [sum(heights[:i]) + grid.gap * i for i in range(len(rows) + 1)]
    rects = {
        id: Rect(edges[first][0], tops[top], edges[last][1], tops[bottom] + heights[bottom])
        for id, (top, bottom, first, last) in spans.items()
    }
    return Placed(width, tops[-1] - grid.gap if rows else 0.0, rects, words, frozenset(footed))


def width_of(size: Size) -> float:
    """Px that a diagram is laid out for: those of a page's size, or of a picture that is wider."""
    return float(WIDTH[size.name] if size == SIZES[size.name] else max(size.width, WIDTH[size.name]))


def font_of(size: Size) -> int:
    """Px of its type, never less than that of the labels of a picture."""
    return FONT[size.name] if size == SIZES[size.name] else max(size.label, FONT[size.name])


def _columns(grid: Grid, count: int, width: float) -> list[tuple[float, float]]:
    """Left and right of each column."""
    shares = grid.columns or (1.0,) * count
    room = width - grid.gap * (len(shares) - 1)
    edges, left = [], 0.0
    for share in shares:
        right = left + room * share / sum(shares)
        edges.append((left, right))
        left = right + grid.gap
    return edges


def _spans(rows: Sequence[Sequence[str]], drawn: Mapping[str, Any]) -> dict[str, tuple[int, int, int, int]]:
    """First and last row, first and last column of each box, from the cells that repeat its id."""
    spans: dict[str, tuple[int, int, int, int]] = {}
    for r, row in enumerate(rows):
        for c, id in enumerate(row):
            if id in drawn:
                top, _, first, last = spans.get(id, (r, r, c, c))
                spans[id] = (top, r, min(first, c), max(last, c))
    return spans


def wrapped(text: str, font: int, room: float, bold_alone: bool = False) -> str:
    """``text`` in lines of at most ``room`` px; the first of several paragraphs is a title and bold."""
    paragraphs = text.split("\n")
    built = []
    for i, paragraph in enumerate(paragraphs):
        bold = i == 0 and (bold_alone or len(paragraphs) > 1)
        lines = "<br>".join(_lines(paragraph, font, room / (BOLD if bold else 1)))
        built.append(f"<b>{lines}</b>" if bold else lines)
    return "<br>".join(built)


def _lines(paragraph: str, font: int, room: float) -> Iterator[str]:
    line = ""
    for word in paragraph.split(" "):
        longer = f"{line} {word}" if line else word
        if line and labels.width(longer, font) > room:
            yield line
            line = word
        else:
            line = longer
    yield line


def hover(mark: Mark, lang: Lang) -> str:
    """What a box or a link says when it is pointed at, but for what the box itself says already."""
    head = f"<b>{mark.name[lang]}</b>" if mark.name else ""
    figure = "" if _words_of(mark.figure[lang]) <= _words_of(mark.label[lang]) else mark.figure[lang]
    lines = [head, *(labels.wrap(words, HOVER_CHARACTERS) for words in (figure, mark.details()[lang]) if words)]
    return "<br>".join(line for line in lines if line)


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def traces(arranged: Arranged, lang: Lang, size: Size) -> list[dict[str, Any]]:
    """Every trace at ``size``."""
    placed = place(arranged, lang, size)
    grid = arranged.grids[("small", "medium", "large").index(size.name)]
    curves = _curves(arranged, placed, grid)
    return [
        _common(trace) | (_links(trace, curves, lang) if trace.form == "links" else _boxes(trace, placed, lang))
        for trace in arranged.traces
    ]


def _common(trace: Trace) -> dict[str, Any]:
    return {"uid": trace.uid, "hovertemplate": "%{hovertext}<extra></extra>", "showlegend": False}


def _boxes(trace: Trace, placed: Placed, lang: Lang) -> dict[str, Any]:
    marks = [mark for mark in trace.drawn() if mark.id in placed.rects]
    rects = [placed.rects[mark.id] for mark in marks]
    edge = {"width": 0 if trace.hollow else 1.5, "color": var(trace.colour)}
    return {
        "type": "bar",
        "name": trace.name[lang],
        "customdata": [mark.id for mark in marks],
        "hovertext": [hover(mark, lang) for mark in marks],
        "x": [rect.centre[0] for rect in rects],
        "width": [rect.right - rect.left for rect in rects],
        "base": [rect.top for rect in rects],
        "y": [rect.bottom - rect.top for rect in rects],
        "marker": {"color": var("ground" if trace.hollow else "raised"), "line": edge},
        "zorder": 1,
    }


def _curves(arranged: Arranged, placed: Placed, grid: Grid) -> dict[str, list[Point]]:
    """The curve of every link between boxes that are drawn, by its id; links of all kinds share the sides of a box."""
    links = [mark for trace in arranged.traces if trace.form == "links" for mark in trace.drawn()]
    ends = {m.id: m.ends for m in links if grid.links and m.ends and all(id in placed.rects for id in m.ends)}
    return dict(zip(ends, (curve(*route) for route in routes(list(ends.values()), placed, grid.gap)), strict=True))


def _links(trace: Trace, curves: Mapping[str, Sequence[Point]], lang: Lang) -> dict[str, Any]:
    there = [mark for mark in trace.drawn() if mark.id in curves]
    xs: list[float | None] = []
    ys: list[float | None] = []
    for points in (curves[mark.id] for mark in there):
        xs += [x for x, _ in points] + [None]
        ys += [y for _, y in points] + [None]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": trace.name[lang],
        "customdata": [mark.id for mark in there for _ in range(STEPS + 2)],
        "hovertext": [hover(mark, lang) for mark in there for _ in range(STEPS + 2)],
        "x": xs,
        "y": ys,
        "connectgaps": False,
        "line": {"color": var(trace.colour), "width": 1.5, "dash": trace.dash},
        "marker": {
            "symbol": "arrow",
            "angleref": "previous",
            "color": var(trace.colour),
            "size": [11 if i % (STEPS + 2) == STEPS else 0 for i in range(len(xs))],
            "opacity": 1,
            "line": {"width": 0},
        },
        "zorder": 0,
    }


Point = tuple[float, float]


def routes(ends: Sequence[tuple[str, str]], placed: Placed, gap: float) -> list[tuple[Point, Point, Point, Point]]:
    """For each link its start, two control points and its end; links at one side of a box share it evenly."""
    sides = [_sides(placed, a, b) for a, b in ends]
    at: dict[tuple[str, str], list[tuple[float, int, int]]] = {}
    for i, ((a, b), pair) in enumerate(zip(ends, sides, strict=True)):
        for end, (id, other) in enumerate(((a, b), (b, a))):
            along = placed.rects[other].centre[pair[end] in ("left", "right")]
            at.setdefault((id, pair[end]), []).append((along, i, end))
    ports: dict[tuple[int, int], Point] = {}
    for (id, side), there in at.items():
        for n, (_, i, end) in enumerate(sorted(there)):
            ports[i, end] = _port(placed.rects[id], side, (n + 1) / (len(there) + 1))
    built = []
    for i, (from_side, to_side) in enumerate(sides):
        leave, come = ports[i, 0], ports[i, 1]
        apart = come[0] - leave[0] if from_side in ("left", "right") else come[1] - leave[1]
        reach = gap * 0.75 if from_side == to_side else abs(apart) * 0.5
        built.append((leave, _beyond(leave, from_side, reach), _beyond(come, to_side, reach), come))
    return built


def _sides(placed: Placed, a: str, b: str) -> tuple[str, str]:
    """The sides that a link leaves from and comes to: those that face each other, unless a box stands between."""
    start, end = placed.rects[a], placed.rects[b]
    if end.left >= start.right:
        return "right", "left"
    if end.right <= start.left:
        return "left", "right"
    low, high = min(start.bottom, end.bottom), max(start.top, end.top)
    left, right = max(start.left, end.left), min(start.right, end.right)
    between = (
        r for r in placed.rects.values() if low <= r.top and r.bottom <= high and r.left < right and left < r.right
    )
    if any(between):
        return ("left", "left") if start.right >= placed.width - 1 else ("right", "right")
    return ("bottom", "top") if end.top >= start.bottom else ("top", "bottom")


def _port(rect: Rect, side: str, share: float) -> Point:
    if side in ("left", "right"):
        return (rect.left if side == "left" else rect.right), rect.top + share * (rect.bottom - rect.top)
    return rect.left + share * (rect.right - rect.left), (rect.top if side == "top" else rect.bottom)


def _beyond(point: Point, side: str, reach: float) -> Point:
    dx, dy = {"left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1)}[side]
    return point[0] + dx * reach, point[1] + dy * reach


def curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """A cubic curve as ``STEPS + 1`` points."""
    points = []
    for i in range(STEPS + 1):
        t = i / STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append(
            tuple(round(a * s + b * f + c * g + d * e, 1) for s, f, g, e in zip(start, first, second, end, strict=True))
        )
    return points  # type: ignore[return-value]


def layout(arranged: Arranged, lang: Lang, size: Size) -> dict[str, Any]:
    """The words of the boxes and, in ``meta.traces``, what of the traces differs at ``size``."""
    placed = place(arranged, lang, size)
    key = keys.key(_without_links(arranged, size), lang, size)
    top = 2 + len(key.lines) * size.label * labels.LINE_HEIGHT + (10 if key.lines else 0)
    geometry = ("x", "y", "base", "width", "customdata", "hovertext", "marker")
    drawn = traces(arranged, lang, size)
    hidden = {"visible": False, "fixedrange": True}
    return shared(size) | {
        "height": round(placed.height + top + 4),
        "margin": {"l": 1, "r": 1, "t": top, "b": 2, "pad": 0, "autoexpand": False},
        "hovermode": "closest",
        "barmode": "overlay",
        "annotations": [*keys.above(key, size, top), *_words(arranged, placed, size)],
        "shapes": [],
        "xaxis": hidden | {"range": [-1, placed.width + 1]},
        "yaxis": hidden | {"range": [placed.height + 1, -1]},
        "meta": {
            "width": placed.width,
            "traces": [{name: trace[name] for name in geometry if name in trace} for trace in drawn],
        },
    }


def _without_links(arranged: Arranged, size: Size) -> Arranged:
    """The same, its legend without the kinds of links if none is drawn at ``size``."""
    if arranged.grids[("small", "medium", "large").index(size.name)].links:
        return arranged
    links = {trace.name for trace in arranged.traces if trace.form == "links"}
    return replace(arranged, legend=tuple(entry for entry in arranged.legend if entry[1] not in links))


def _words(arranged: Arranged, placed: Placed, size: Size) -> list[dict[str, Any]]:
    """The words of every box: from its top left, or in its middle."""
    grid = arranged.grids[("small", "medium", "large").index(size.name)]
    built = []
    for trace in arranged.traces:
        for mark in trace.drawn():
            if mark.id not in placed.words or trace.form != "boxes":
                continue
            rect = placed.rects[mark.id]
            font = {"size": font_of(size), "color": var(f"as-{trace.colour}" if trace.hollow else "text")}
            note = {"text": placed.words[mark.id], "font": font, "showarrow": False, "borderpad": 0}
            if grid.centred:
                x, y = rect.centre
                built.append(note | {"x": x, "y": y, "xanchor": "center", "yanchor": "middle", "align": "center"})
            else:
                left = {"x": rect.left, "xanchor": "left", "xshift": 0 if trace.hollow else PAD, "align": "left"}
                top = {"y": rect.top, "yanchor": "top", "yshift": -PAD + 2}
                foot = {"y": rect.bottom, "yanchor": "bottom"}
                built.append(note | left | (foot if mark.id in placed.footed else top))
    return built
