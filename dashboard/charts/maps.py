"""Maps: states in classes, places as circles, routes as lines, over outlines that the browser fetches once.

A figure names the outlines (``asset:maps/states.json``); the page fills them in, and ``fit`` does for everything else.
What differs between the sizes (the part of the region in the picture, circles, which words have room) is in the
layout: its ``meta.traces`` holds it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from dashboard.charts import forms, keys, labels, map_words
from dashboard.charts.arranged import Arranged, Form, Mark, RegionName, Trace
from dashboard.charts.layouts import shared
from dashboard.charts.map_frame import by_weight, diameter, height, region_of, window
from dashboard.charts.regions import BORDER, OUTLINES, REGIONS, Point, Region, outline_id, outlines, polygons, states
from dashboard.charts.theme import Size, var
from dashboard.text import Lang

TOKEN: Final = f"asset:{OUTLINES}"
TRACES: Final = ("choropleth", "scattergeo")  # the types that maps are drawn with
_STEP: Final = 0.004  # radii of the earth between two points of a route, at most: each can be pointed at
_HATCH: Final = 1 / 90  # of the picture's width, between two lines of a hatched state
# Words on lines and land: the ground shines through around them.
_HALO: Final = ", ".join(f"{x}px {y}px 1px {var('ground')}" for x, y in ((-1, -1), (1, -1), (-1, 1), (1, 1)))

# Words that reach beyond their state stand on a plate of it: they cross dark and light.
_PLATE: Final = ", ".join(
    f"{round(reach * math.cos(turn * math.pi / 8), 1)}px {round(reach * math.sin(turn * math.pi / 8), 1)}px 0 {var('ground')}"
    for reach in (1.5, 3)
    for turn in range(16)
)


def traces(arranged: Arranged, lang: Lang, size: Size) -> list[dict[str, Any]]:
    """Lines below, the states that no mark stands for, what ``arranged`` shows, and the words of states.

    The first is a trace of lines and not of states: those would make plotly.js ask for its own map of the world.
    """
    built = [_BUILDERS[trace.form](arranged, trace, lang, size) for trace in arranged.traces]
    return [_lines(arranged), _land(arranged), *built, _words_of_states(arranged, lang, size)]


def _common(trace: Trace, marks: Sequence[Mark], lang: Lang) -> dict[str, Any]:
    return {
        "name": trace.name[lang],
        "uid": trace.uid,
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
    marks = by_weight(trace)
    words = map_words.beside_places(arranged, lang, size)
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
        lines.append(outlines()[BORDER]["geometry"]["coordinates"])
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
        for polygon in polygons(region_name, state):
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


def _words_of_states(arranged: Arranged, lang: Lang, size: Size) -> dict[str, Any]:
    found = map_words.in_states(arranged, lang, size)
    inks = ["text" if one.over or one.trace.colour == "unknown" else f"on-{one.trace.colour}" for one in found]
    halos = [_PLATE if one.over else "none" for one in found]
    return _quiet(
        {
            "type": "scattergeo",
            "mode": "text",
            "lon": [one.at[0] for one in found] or [None],
            "lat": [one.at[1] for one in found] or [None],
            "text": [one.text for one in found],
            "textposition": "middle center",
            "textfont": {"size": size.label, "color": [var(ink) for ink in inks], "shadow": halos},
        },
        "words",
    )


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
