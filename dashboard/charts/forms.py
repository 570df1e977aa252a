"""Traces: each form of mark as Plotly describes it. Marks keep their ids in ``customdata``, a plain list."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from dashboard.charts import labels, places, rows, spans
from dashboard.charts.arranged import Arranged, Form, Mark, Trace
from dashboard.charts.theme import var
from dashboard.text import Lang

HOVER_CHARACTERS = 44
LINE_WIDTH = 2.5
TREEMAP_CHARACTERS = 11
# A person below the head, in widths of its cell: rounded shoulders, arms at the sides, straight down.
_BODY = (
    (-0.2, 0.5), (0.2, 0.5), (0.28, 0.54), (0.32, 0.62), (0.32, 1.1), (0.2, 1.1), (0.2, 1.7),
    (-0.2, 1.7), (-0.2, 1.1), (-0.32, 1.1), (-0.32, 0.62), (-0.28, 0.54), (-0.2, 0.5),
)  # fmt: skip


def traces(arranged: Arranged, lang: Lang) -> list[dict[str, Any]]:
    """Every trace of ``arranged``, in its order."""
    built = [_BUILDERS[trace.form](arranged, trace, lang) for trace in arranged.traces]
    return [*built, _milestones(arranged, lang)] if arranged.milestones else built


def hover(trace: Trace, mark: Mark, lang: Lang, with_period: bool) -> str:
    """Everything about one datum: series, period, value with unit, status, change, remark."""
    if mark.y is None:
        return ""
    head = f"<b>{(mark.name or trace.name)[lang]}</b>" + (
        f", {mark.period[lang]}" if with_period and mark.period else ""
    )
    value = f"{trace.name[lang]}: {mark.figure[lang]}" if mark.name and trace.name else mark.figure[lang]
    if not with_period and len(head) + len(value) <= HOVER_CHARACTERS:  # several series share the box: keep it low
        head, value = f"{head} {value}", ""
    lines = [head, labels.wrap(value, HOVER_CHARACTERS), labels.wrap(mark.details()[lang], HOVER_CHARACTERS)]
    return "<br>".join(line for line in lines if line)


def _common(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    with_period = arranged.axis in ("categories", "none")
    return {
        "name": trace.name[lang],
        "uid": trace.uid,
        "customdata": [mark.id for mark in trace.marks],
        "hovertext": [hover(trace, mark, lang, with_period) for mark in trace.marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _axes(trace: Trace) -> dict[str, str]:
    return {"xaxis": "x", "yaxis": f"y{trace.panel + 1}" if trace.panel else "y"}


def _points(trace: Trace) -> dict[str, Any]:
    marker: dict[str, Any] = {
        "size": 9 if trace.form == "points" else 7,
        "color": var(trace.colour),
        "line": {"width": 1, "color": var("ground")},
    }
    if trace.shape != "circle":
        marker |= {"symbol": trace.shape, "size": 10}
    if trace.hollow:
        marker |= {"symbol": f"{trace.shape}-open", "line": {"width": 2, "color": var(trace.colour)}}
    return marker


def _shown_labels(trace: Trace, lang: Lang) -> list[str]:
    drawn = [i for i, mark in enumerate(trace.marks) if mark.y is not None]
    ends = {"ends": drawn[:1] + drawn[-1:], "first": drawn[:1], "last": drawn[-1:]}
    shown = {"none": [], "all": drawn, **ends}[trace.values]
    return [mark.label[lang] if i in shown else "" for i, mark in enumerate(trace.marks)]


def _label_places(trace: Trace) -> list[str] | str:
    """Where the figures of a line stand: the first one off the y axis, the last one off the words at the line's end."""
    drawn = [i for i, mark in enumerate(trace.marks) if mark.y is not None]
    if trace.below:
        return "bottom center"
    if trace.form != "line" or trace.values == "all" or len(drawn) < 2:
        return "top center"
    (first, second), (before, last) = ([trace.marks[i].y or 0.0 for i in pair] for pair in (drawn[:2], drawn[-2:]))
    places = ["top center"] * len(trace.marks)
    places[drawn[0]] = "bottom right" if second > first else "top right"
    places[drawn[-1]] = "top left" if before <= last else "bottom left"
    return places


def _scatter(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    with_line = trace.form == "line"
    texts = _shown_labels(trace, lang)
    alone = _alone(trace) if with_line and not trace.markers else []
    if any(texts):  # a number belongs to a point, and keeps off the line
        alone = [one or bool(text) for one, text in zip(alone, texts, strict=False)]
    with_markers = trace.markers or trace.form == "points" or any(alone)
    mode = "+".join(part for part, on in (("lines", with_line), ("markers", with_markers), ("text", any(texts))) if on)
    built = (
        _common(arranged, trace, lang)
        | _axes(trace)
        | {
            "type": "scatter",
            "mode": mode,
            "x": [mark.x for mark in trace.marks],
            "y": [mark.y for mark in trace.marks],
            "connectgaps": False,
            "cliponaxis": False,
        }
    )
    if with_line:
        built["line"] = {"color": var(trace.colour), "width": LINE_WIDTH, "dash": trace.dash}
    if with_markers:
        built["marker"] = _points(trace) | ({"size": [8 if one else 0 for one in alone], "opacity": 1} if alone else {})
    if any(texts):
        built |= {"text": texts, "textposition": _label_places(trace), "textfont": {"color": var("text")}}
    if spans.there(arranged):  # the years run from left to right, the rows stand below each other
        built |= {"x": built["y"], "y": built["x"], "textposition": "middle right"}
        if trace.hollow:  # on a bar
            built["marker"] |= {"symbol": trace.shape, "color": var("ground")}
    return built


def _alone(trace: Trace) -> list[bool]:
    """Which marks of a line have no neighbour that a line could join them to: they are drawn as points."""
    there = [False, *(mark.y is not None for mark in trace.marks), False]
    return [here and not before and not after for before, here, after in zip(there, there[1:], there[2:], strict=False)]


def _fill(trace: Trace) -> dict[str, Any]:
    if not trace.hatched:
        return {"color": var(trace.colour), "line": {"width": 0}}
    pattern = {"shape": "/", "fgcolor": var(trace.colour), "bgcolor": var("ground"), "size": 5, "solidity": 0.45}
    return {"color": var(trace.colour), "pattern": pattern, "line": {"width": 1, "color": var(trace.colour)}}


def _columns(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    texts = _shown_labels(trace, lang)
    built = (
        _common(arranged, trace, lang)
        | _axes(trace)
        | {
            "type": "bar",
            "x": [mark.x for mark in trace.marks],
            "y": [mark.y for mark in trace.marks],
            "marker": _fill(trace),
            "cliponaxis": False,
        }
    )
    if any(texts):
        built |= {"text": texts, "textposition": "outside", "textfont": {"color": var("text")}, "textangle": 0}
        if _piled(arranged, trace):
            ink = "text" if trace.hatched else f"on-{trace.colour}"
            built |= {"textposition": "inside", "insidetextanchor": "middle", "textfont": {"color": var(ink)}}
    return built


def _piled(arranged: Arranged, trace: Trace) -> bool:
    """Whether another trace's columns stand on or under these: then the figures stand inside."""
    others = {m.x for t, m in arranged.marks() if t is not trace and t.form == "columns" and t.panel == trace.panel}
    return any(mark.x in others for mark in trace.drawn())


def _bars(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    """Bars of named rows; figures stand at their ends, or inside where bars stand end to end."""
    if spans.there(arranged):
        return _spans(arranged, trace, lang)
    inside = rows.piled(arranged)
    beside = {"width": rows.LANE_BAR} if rows.lanes(arranged) > 1 else {}
    return (_common(arranged, trace, lang) | beside) | {
        "type": "bar",
        "orientation": "h",
        "y": [float(mark.x) + rows.shift(arranged, trace.lane) for mark in trace.marks],
        "x": [mark.y for mark in trace.marks],
        "marker": _fill(trace)
        | ({"line": {"width": 1, "color": var("ground")}} if inside and not trace.hatched else {}),
        "text": [mark.label[lang] for mark in trace.marks],
        "textposition": "inside" if inside else "outside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "inside" if inside else "none",
        "textfont": {"color": var(f"on-{trace.colour}" if inside and not trace.hatched else "text")},
        "cliponaxis": False,
    }


def _spans(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    """Bars of named rows, each from a year to another."""
    starts = [mark.base or 0.0 for mark in trace.marks]
    return _common(arranged, trace, lang) | {
        "type": "bar",
        "orientation": "h",
        "y": [float(mark.x) for mark in trace.marks],
        "base": starts,
        "x": [(mark.y or 0.0) - start for mark, start in zip(trace.marks, starts, strict=True)],
        "width": spans.BAR,
        "marker": _fill(trace),
        "cliponaxis": False,
    }


def _tiles(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    return _common(arranged, trace, lang) | {
        "type": "scatter",
        "mode": "markers+text",
        "x": [mark.x for mark in trace.marks],
        "y": [mark.y for mark in trace.marks],
        "text": [mark.label[lang] for mark in trace.marks],
        "textfont": {"color": var("text" if trace.hollow else f"on-{trace.colour}")},
        "marker": {
            "symbol": "square-open" if trace.hollow else "square",
            "color": var(trace.colour),
            "line": {"width": 1.5 if trace.hollow else 0, "color": var(trace.colour)},
        },
        "cliponaxis": False,
    }


def _people(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    """As many people as the mark's value, from place ``x`` on, drawn as outlines that are filled."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    ids: list[str] = []
    for mark in trace.drawn():
        for place in range(int(mark.x), int(mark.x) + round(mark.y or 0)):
            for x, y in _person(place):
                xs.append(x)
                ys.append(y)
                ids.append(mark.id)
    said = "<br>".join(hover(trace, mark, lang, with_period=True) for mark in trace.drawn())
    return _common(arranged, trace, lang) | {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "customdata": ids,
        "text": said,
        "hovertext": said,
        "hoveron": "fills",
        "hoverinfo": "text",
        "fill": "toself",
        "fillcolor": "rgba(0,0,0,0)" if trace.hollow else var(trace.colour),
        "line": {"width": 1.2 if trace.hollow else 0, "color": var(trace.colour)},
        "connectgaps": False,
    }


def _person(place: int) -> Iterator[tuple[float | None, float | None]]:
    """The outline of the head and of the body, each closed and followed by a gap."""
    row, column = divmod(place, places.PEOPLE_IN_A_ROW)
    top = row * places.PERSON_HEIGHT - 0.5
    for turn in range(17):
        angle = math.tau * turn / 16
        yield column + 0.17 * math.cos(angle), top + 0.26 + 0.17 * math.sin(angle)
    yield None, None
    for x, y in _BODY:
        yield column + x, top + y
    yield None, None


def _treemap(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    drawn = list(trace.drawn())
    common = _common(arranged, trace, lang)
    del common["showlegend"]  # a treemap has none
    return common | {
        "type": "treemap",
        "customdata": [mark.id for mark in drawn],
        "hovertext": [hover(trace, mark, lang, with_period=True) for mark in drawn],
        "ids": [mark.id for mark in drawn],
        "labels": [labels.wrap(labels.together(mark.name[lang]), TREEMAP_CHARACTERS) for mark in drawn],
        "parents": ["" for _ in drawn],
        "values": [mark.y for mark in drawn],
        "text": [mark.figure[lang] for mark in drawn],
        "texttemplate": "%{label}<br>%{text}",
        "textfont": {"color": [var(f"on-{mark.colour or trace.colour}") for mark in drawn]},
        "marker": {
            "colors": [var(mark.colour or trace.colour) for mark in drawn],
            "line": {"width": 1, "color": var("ground")},
            "pad": {"t": 0, "r": 0, "b": 0, "l": 0},
        },
        "sort": True,
        "tiling": {"pad": 0},
        "pathbar": {"visible": False},
        "domain": {"x": places.beside(trace.panel, len(arranged.panels)), "y": [0, 1]},
        "meta": {"panel": trace.panel},
    }


def _milestones(arranged: Arranged, lang: Lang) -> dict[str, Any]:
    """Small triangles on the foot of the chart; their words on hover. They take no part in any selection."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "",
        "uid": "milestones",
        "x": [x for x, _ in arranged.milestones],
        "y": [0.015] * len(arranged.milestones),
        "xaxis": "x",
        "yaxis": "y99",
        "customdata": ["" for _ in arranged.milestones],
        "hovertext": [labels.wrap(words[lang], HOVER_CHARACTERS) for _, words in arranged.milestones],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": "triangle-up",
            "size": 10,
            "color": var("muted"),
            "line": {"width": 1, "color": var("ground")},
        },
        "cliponaxis": False,
        "showlegend": False,
    }


_BUILDERS: dict[Form, Callable[[Arranged, Trace, Lang], dict[str, Any]]] = {
    "line": _scatter,
    "points": _scatter,
    "columns": _columns,
    "bars": _bars,
    "tiles": _tiles,
    "people": _people,
    "treemap": _treemap,
}
