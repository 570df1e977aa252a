"""Maps: states in classes, places as circles, routes as lines, over outlines that the browser fetches once.

A figure names the outlines (``asset:maps/states.json``); the page fills them in, and ``fit`` does for everything else.
What differs between the sizes (the part of the region in the picture, circles, which words have room) is in the
layout: its ``meta.traces`` holds it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from dashboard.charts import forms, keys, labels
from dashboard.charts.arranged import Arranged, Form, Mark, RegionName, Trace
from dashboard.charts.layouts import shared
from dashboard.charts.regions import REGIONS, Region, Window
from dashboard.charts.theme import Size, var
from dashboard.text import Lang

OUTLINES: Final = "maps/states.json"
TOKEN: Final = f"asset:{OUTLINES}"
FILE: Final = Path(__file__).resolve().parents[2] / "assets" / OUTLINES
DOT: Final = 9  # px across a place without a weight
_LARGEST: Final = {"small": 34, "medium": 42, "large": 54}  # px across the place of weight 1
_SMALLEST: Final = 6
_FLATTEST: Final = {"small": 0.72, "medium": 0.56, "large": 0.48}  # height over width of a map, at least
_TALLEST: Final = {"small": 400, "medium": 520, "large": 620}  # px
_STEP: Final = 0.004  # radii of the earth between two points of a route, at most: each can be pointed at
_MARGIN: Final = 1.05  # beyond a place at the edge of the picture
_HATCH: Final = 1 / 90  # of the picture's width, between two lines of a hatched state
_MAIN_LINE: Final = "border"
# Words on lines and land: the ground shines through around them.
_HALO: Final = ", ".join(f"{x}px {y}px 1px {var('ground')}" for x, y in ((-1, -1), (1, -1), (-1, 1), (1, 1)))

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom, in px


@cache
def outlines() -> Mapping[str, dict[str, Any]]:
    """Every outline by its id, as GeoJSON."""
    return {one["id"]: one for one in json.loads(FILE.read_text(encoding="utf-8"))["features"]}


def states(region: RegionName) -> list[str]:
    """The states that are drawn on a map of ``region``, by their ids."""
    own = [id.removeprefix(f"{region}:") for id in outlines()]
    return sorted(id for id in own if id[:2] in REGIONS[region].countries and id[2] == "-")


def region_of(arranged: Arranged) -> Region:
    """The region that a map shows."""
    return REGIONS[arranged.region]


def outline_id(region: RegionName, state: str) -> str | None:
    """The id of a state's outline in a region; ``None`` where it has none there (Puerto Rico).

    Alaska and Hawaii are moved into the picture, each region has its own.
    """
    return next((id for id in (f"{region}:{state}", state) if id in outlines()), None)


def window(arranged: Arranged, size: Size) -> Window:
    """What of the region is in the picture at ``size``: more than usual where a place lies outside."""
    region = region_of(arranged)
    frame = region.window
    marks = [mark for trace, mark in arranged.marks() if trace.form in ("places", "routes")]
    for x, y in (region.conic.forward(float(mark.x), mark.y or 0) for mark in marks):
        half = max(frame.half, abs(x) * _MARGIN)
        frame = Window(half, min(frame.bottom, y - half / 20), max(frame.top, y + half / 20))
    return frame.at_least(_FLATTEST[size.name])


def height(arranged: Arranged, size: Size) -> int:
    """Px of the map itself."""
    return round(min(_TALLEST[size.name], size.width * window(arranged, size).aspect))


def traces(arranged: Arranged, lang: Lang, size: Size) -> list[dict[str, Any]]:
    """Lines below, the states that no mark stands for, what ``arranged`` shows, and the words of states.

    The first is a trace of lines and not of states: those would make plotly.js ask for its own map of the world.
    """
    built = [_BUILDERS[trace.form](arranged, trace, lang, size) for trace in arranged.traces]
    return [_lines(arranged), _land(arranged), *built, _words_of_states(arranged, lang, size)]


def _common(trace: Trace, marks: Sequence[Mark], lang: Lang) -> dict[str, Any]:
    return {
        "name": trace.name[lang],
        "uid": trace.id,
        "customdata": [mark.id for mark in marks],
        "hovertext": [forms.hover(trace, mark, lang, with_period=True) for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _states(locations: Sequence[str], fill: str, line: str) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": TOKEN,
        "locations": list(locations),
        "z": [0.0 for _ in locations],
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, var(fill)], [1, var(fill)]],
        "showscale": False,
        "marker": {"line": {"color": var(line), "width": 0.75}},
    }


def _areas(arranged: Arranged, trace: Trace, lang: Lang, size: Size) -> dict[str, Any]:
    """The states of one class."""
    found = [(mark, outline_id(arranged.region, str(mark.x))) for mark in trace.drawn()]
    marks = [mark for mark, id in found if id]
    fill, line = ("raised", "muted") if trace.colour == "unknown" else (trace.colour, "ground")
    states = _states([id for _, id in found if id], fill, line)
    return _common(trace, marks, lang) | states | {"z": [mark.y for mark in marks]}


def _places(arranged: Arranged, trace: Trace, lang: Lang, size: Size) -> dict[str, Any]:
    """Circles whose area is their marks' weight, the small ones above the large ones."""
    marks = _by_weight(trace)
    words = _placed_words(arranged, lang, size)
    colour, ground = var(trace.colour), var("ground")
    look = {"symbol": "circle-open", "line": {"width": 2, "color": colour}} if trace.hollow else {}
    return _common(trace, marks, lang) | {
        "type": "scattergeo",
        "mode": "markers+text",
        "lon": [mark.x for mark in marks],
        "lat": [mark.y for mark in marks],
        "text": [mark.label[lang] if mark.id in words else "" for mark in marks],
        "textposition": [words.get(mark.id, "middle right") for mark in marks],
        "textfont": {"size": size.label, "color": var("text"), "shadow": _HALO},
        "marker": {
            "size": [diameter(mark, size) for mark in marks],
            "color": colour,
            "opacity": 0.85,
            "line": {"width": 1, "color": ground},
        }
        | look,
    }


def _routes(arranged: Arranged, trace: Trace, lang: Lang, size: Size) -> dict[str, Any]:
    """Lines between places; a mark without ``y`` ends one. Each stretch is pointed at by its nearer end."""
    points = list(_stretched(trace.marks, region_of(arranged)))
    return _common(trace, [mark for mark, _ in points], lang) | {
        "type": "scattergeo",
        "mode": "lines",
        "lon": [at[0] if at else None for _, at in points],
        "lat": [at[1] if at else None for _, at in points],
        "connectgaps": False,
        "line": {"color": var(trace.colour), "width": forms.LINE_WIDTH, "dash": trace.dash},
    }


def _stretched(marks: Sequence[Mark], region: Region) -> Iterator[tuple[Mark, Point | None]]:
    before: tuple[Mark, Point] | None = None
    for mark in marks:
        if mark.y is None:
            before = None
            yield mark, None
            continue
        at = region.conic.forward(float(mark.x), mark.y)
        if before:
            count = math.ceil(math.dist(before[1], at) / _STEP)
            for i in range(1, count):
                there = tuple(a + (b - a) * i / count for a, b in zip(before[1], at, strict=True))
                yield (before[0] if 2 * i < count else mark), _rounded(region.conic.inverse(*there))
        before = (mark, at)
        yield mark, (float(mark.x), mark.y)


_BUILDERS: dict[Form, Callable[[Arranged, Trace, Lang, Size], dict[str, Any]]] = {
    "areas": _areas,
    "places": _places,
    "routes": _routes,
}


def _by_weight(trace: Trace) -> list[Mark]:
    return sorted(trace.drawn(), key=lambda mark: -(mark.weight or 0))


def diameter(mark: Mark, size: Size) -> float:
    """Px across the circle of a place."""
    if mark.weight is None:
        return DOT
    return round(max(_SMALLEST, _LARGEST[size.name] * math.sqrt(max(0.0, mark.weight))), 1)


def _quiet(trace: dict[str, Any], uid: str) -> dict[str, Any]:
    return trace | {"uid": f"map-{uid}", "hoverinfo": "skip", "showlegend": False}


def _land(arranged: Arranged) -> dict[str, Any]:
    """The states that no mark stands for."""
    taken = {str(mark.x) for trace, mark in arranged.marks() if trace.form == "areas"}
    left = [outline_id(arranged.region, state) for state in states(arranged.region) if state not in taken]
    return _quiet(_states([id for id in left if id], "raised", "rule"), "land")


def _lines(arranged: Arranged) -> dict[str, Any]:
    """The border between the countries, where both are drawn, and the hatching of states that nothing is known of."""
    countries = region_of(arranged).countries
    unknown = [mark for trace, mark in arranged.marks() if trace.colour == "unknown" and trace.form == "areas"]
    lines = [[*line, (None, None)] for line in hatching(arranged.region, tuple(str(mark.x) for mark in unknown))]
    if len(countries) > 1:
        lines.append(outlines()[_MAIN_LINE]["geometry"]["coordinates"])
    points = [point for line in lines for point in line] or [(None, None)]
    return _quiet(
        {
            "type": "scattergeo",
            "mode": "lines",
            "lon": [lon for lon, _ in points],
            "lat": [lat for _, lat in points],
            "connectgaps": False,
            "line": {"color": var("muted"), "width": 1},
        },
        "lines",
    )


@lru_cache(maxsize=64)
def hatching(region_name: RegionName, states: tuple[str, ...]) -> tuple[tuple[Point, ...], ...]:
    """Slanting lines over ``states``, each from one edge of an outline to the other."""
    region = REGIONS[region_name]
    gap = 2 * region.window.half * _HATCH
    lines: list[tuple[Point, ...]] = []
    for state in states:
        for polygon in _polygons(region_name, state):
            ring = [region.conic.forward(lon, lat) for lon, lat in polygon[0]]
            # Turned by 45 degrees, the lines are level.
            turned = [((x + y) / math.sqrt(2), (y - x) / math.sqrt(2)) for x, y in ring]
            for level in range(math.ceil(min(v for _, v in turned) / gap), math.ceil(max(v for _, v in turned) / gap)):
                crossed = sorted(_crossings(turned, level * gap))
                ends = [((u - level * gap) / math.sqrt(2), (u + level * gap) / math.sqrt(2)) for u in crossed]
                places = [_rounded(region.conic.inverse(*end)) for end in ends]
                lines += zip(places[::2], places[1::2], strict=False)
    return tuple(lines)


def _rounded(place: Point) -> Point:
    return round(place[0], 2), round(place[1], 2)


def _crossings(ring: Sequence[Point], level: float) -> Iterator[float]:
    for (u0, v0), (u1, v1) in pairwise(ring):
        if (v0 <= level) != (v1 <= level):
            yield u0 + (level - v0) / (v1 - v0) * (u1 - u0)


# Words on the map


def pixels(arranged: Arranged, size: Size) -> Callable[[float, float], Point]:
    """From longitude and latitude to px from the top left of the map, at the least width of ``size``."""
    conic, frame = region_of(arranged).conic, window(arranged, size)
    scale = min(size.narrowest / (2 * frame.half), height(arranged, size) / (frame.top - frame.bottom))

    def place(lon: float, lat: float) -> Point:
        x, y = conic.forward(lon, lat)
        return (x + frame.half) * scale, (frame.top - y) * scale

    return place


def _polygons(region: RegionName, state: str) -> list[list[list[list[float]]]]:
    id = outline_id(region, state)
    return outlines()[id]["geometry"]["coordinates"] if id else []


@cache
def centre(region: RegionName, state: str) -> Point:
    """Longitude and latitude of the middle of a state's largest part: where its words stand."""
    rings = [polygon[0] for polygon in _polygons(region, state)]
    ring = max(rings, key=lambda ring: abs(_moment(ring)[0]))
    whole, x, y = _moment(ring)
    return round(x / whole, 2), round(y / whole, 2)


def _moment(ring: Sequence[Sequence[float]]) -> tuple[float, float, float]:
    """Six times the area of a ring, and that times the place of its middle."""
    sums = [0.0, 0.0, 0.0]
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        sums = [sums[0] + 3 * cross, sums[1] + (x0 + x1) * cross, sums[2] + (y0 + y1) * cross]
    return sums[0], sums[1], sums[2]


def _pixels_of(arranged: Arranged, size: Size, state: str) -> float:
    """Square px that the largest part of a state takes."""
    place = pixels(arranged, size)
    rings = [[place(lon, lat) for lon, lat in polygon[0]] for polygon in _polygons(arranged.region, state)]
    return max((abs(_moment(ring)[0]) / 6 for ring in rings), default=0.0)


def _placed_words(arranged: Arranged, lang: Lang, size: Size) -> dict[str, str]:
    """Mark id -> where its words stand beside it; the words that have no room are left out, the least weighty first."""
    place = pixels(arranged, size)
    dots = [mark for trace in arranged.traces if trace.form == "places" for mark in _by_weight(trace)]
    at = {mark.id: place(float(mark.x), mark.y or 0) for mark in dots}
    taken: list[Box] = [_circle(at[mark.id], diameter(mark, size)) for mark in dots]
    width, tall = float(size.narrowest), float(height(arranged, size))
    found: dict[str, str] = {}
    for mark in sorted(dots, key=lambda mark: -(mark.weight or 0)):
        if not mark.label:
            continue
        own = _circle(at[mark.id], diameter(mark, size))
        for position in _POSITIONS:
            box = _beside(at[mark.id], diameter(mark, size), mark.label[lang], size.label, position)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= tall
            if inside and not any(_touch(box, other) for other in taken if other != own):
                found[mark.id] = position
                taken.append(box)
                break
    return found


_POSITIONS: Final = (
    "middle right", "middle left", "bottom center", "top center", "bottom right", "bottom left", "top right", "top left",
)  # fmt: skip


def _circle(at: Point, across: float) -> Box:
    return at[0] - across / 2, at[1] - across / 2, at[0] + across / 2, at[1] + across / 2


def _beside(at: Point, across: float, words: str, font: int, position: str) -> Box:
    """The box of words at a place, as plotly.js sets them."""
    wide, tall, reach = labels.width(words, font), labels.height(words, font), across / 1.6 + 1
    side, along = position.split()
    left = {"right": at[0] + reach, "left": at[0] - reach - wide, "center": at[0] - wide / 2}[along]
    top = {"top": at[1] - reach - tall, "bottom": at[1] + reach, "middle": at[1] - tall / 2}[side]
    return left, top, left + wide, top + tall


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _words_of_states(arranged: Arranged, lang: Lang, size: Size) -> dict[str, Any]:
    """The words of labelled states in their middle: of those that are large enough, no two over each other."""
    place = pixels(arranged, size)
    taken: list[Box] = []
    texts, at, inks = [], [], []
    for trace, mark in arranged.marks():
        if trace.form != "areas" or not mark.label or not outline_id(arranged.region, str(mark.x)):
            continue
        at.append(centre(arranged.region, str(mark.x)))
        inks.append("text" if trace.colour == "unknown" else f"on-{trace.colour}")
        words, (x, y) = mark.label[lang], place(*at[-1])
        wide, tall = labels.width(words, size.label), labels.height(words, size.label)
        box = (x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
        fits = wide * tall < _pixels_of(arranged, size, str(mark.x))
        free = fits and not any(_touch(box, other) for other in taken)
        taken += [box] if free else []
        texts.append(words if free else "")
    return _quiet(
        {
            "type": "scattergeo",
            "mode": "text",
            "lon": [lon for lon, _ in at] or [None],
            "lat": [lat for _, lat in at] or [None],
            "text": texts,
            "textposition": "middle center",
            "textfont": {"size": size.label, "color": [var(ink) for ink in inks]},
        },
        "words",
    )


# The figure


def layout(arranged: Arranged, lang: Lang, size: Size) -> dict[str, Any]:
    """The part of the region that is in the picture, the key above it, and what of the traces differs at ``size``."""
    key = keys.key(arranged, lang, size)
    top = 2 + len(key.lines) * size.label * labels.LINE_HEIGHT + (10 if key.lines else 0)
    conic, frame = region_of(arranged).conic, window(arranged, size)
    lon, lat = conic.ranges(frame.half, frame.bottom, frame.top)
    differs = ("text", "textposition", "textfont", "marker")
    drawn = traces(arranged, lang, size)
    return shared(size) | {
        "height": round(height(arranged, size) + top + 2),
        "margin": {"l": 0, "r": 0, "t": top, "b": 2, "pad": 0, "autoexpand": False},
        "hovermode": "closest",
        "annotations": keys.above(key, size, top),
        "shapes": [],
        "geo": {
            "visible": False,
            "bgcolor": "rgba(0,0,0,0)",
            "projection": {
                "type": "conic equal area",
                "parallels": [conic.south, conic.north],
                "rotation": {"lon": conic.lon},
            },
            "center": {"lon": conic.lon, "lat": round(conic.inverse(0, (frame.bottom + frame.top) / 2)[1], 3)},
            "lonaxis": {"range": [round(part, 3) for part in lon]},
            "lataxis": {"range": [round(part, 3) for part in lat]},
        },
        "meta": {"traces": [_of_size(trace, differs) for trace in drawn]},
    }


def _of_size(trace: Mapping[str, Any], differs: Sequence[str]) -> dict[str, Any]:
    """What of a trace differs between the sizes; nothing of states and lines."""
    by_size = trace["type"] == "scattergeo" and "text" in trace["mode"]
    return {name: trace[name] for name in differs if name in trace} if by_size else {}


def fit(figure: dict[str, Any]) -> None:
    """Fill in the outlines that a figure names: only those that it draws."""
    for trace in figure["data"]:
        if trace.get("geojson") == TOKEN:
            features = [outlines()[id] for id in trace["locations"]]
            trace["geojson"] = {"type": "FeatureCollection", "features": features}
