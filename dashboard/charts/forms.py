"""Traces: each form of mark as Plotly describes it. Marks keep their ids in ``customdata``, a plain list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dashboard.charts import labels
from dashboard.charts.arranged import Arranged, Form, Mark, Trace
from dashboard.charts.theme import var
from dashboard.text import Lang

HOVER_CHARACTERS = 44
LINE_WIDTH = 2.5


def traces(arranged: Arranged, lang: Lang) -> list[dict[str, Any]]:
    """Every trace of ``arranged``, in its order."""
    return [_BUILDERS[trace.form](arranged, trace, lang) for trace in arranged.traces]


def hover(trace: Trace, mark: Mark, lang: Lang, with_period: bool) -> str:
    """Everything about one datum: series, period, value with unit, status, change, remark."""
    if mark.y is None:
        return ""
    head = f"<b>{trace.name[lang]}</b>" + (f", {mark.period[lang]}" if with_period and mark.period else "")
    lines = [head, mark.figure[lang], labels.wrap(mark.details()[lang], HOVER_CHARACTERS)]
    return "<br>".join(line for line in lines if line)


def _common(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    with_period = arranged.axis in ("categories", "none")
    return {
        "name": trace.name[lang],
        "uid": trace.id,
        "customdata": [mark.id for mark in trace.marks],
        "hovertext": [hover(trace, mark, lang, with_period) for mark in trace.marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _axes(trace: Trace) -> dict[str, str]:
    return {"xaxis": "x", "yaxis": f"y{trace.panel + 1}" if trace.panel else "y"}


def _points(trace: Trace) -> dict[str, Any]:
    marker: dict[str, Any] = {"size": 9, "color": var(trace.colour), "line": {"width": 1, "color": var("ground")}}
    if trace.hollow:
        marker |= {"symbol": "circle-open", "line": {"width": 2, "color": var(trace.colour)}}
    return marker


def _shown_labels(trace: Trace, lang: Lang) -> list[str]:
    drawn = [i for i, mark in enumerate(trace.marks) if mark.y is not None]
    shown = {"none": [], "all": drawn, "ends": drawn[:1] + drawn[-1:], "last": drawn[-1:]}[trace.values]
    return [mark.label[lang] if i in shown else "" for i, mark in enumerate(trace.marks)]


def _scatter(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    with_line = trace.form == "line"
    with_markers = trace.markers or trace.form == "points"
    texts = _shown_labels(trace, lang)
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
        built["marker"] = _points(trace)
    if any(texts):
        built |= {"text": texts, "textposition": "top center", "textfont": {"color": var("text")}}
    return built


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
    return built


def _bars(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    return _common(arranged, trace, lang) | {
        "type": "bar",
        "orientation": "h",
        "y": [mark.x for mark in trace.marks],
        "x": [mark.y for mark in trace.marks],
        "marker": _fill(trace),
        "text": [mark.label[lang] for mark in trace.marks],
        "textposition": "outside",
        "textfont": {"color": var("text")},
        "cliponaxis": False,
    }


def _tiles(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    return _common(arranged, trace, lang) | {
        "type": "scatter",
        "mode": "markers+text",
        "x": [mark.x for mark in trace.marks],
        "y": [mark.y for mark in trace.marks],
        "text": [mark.label[lang] for mark in trace.marks],
        "textfont": {"color": var("text" if trace.hollow else "ground")},
        "marker": {
            "symbol": "square-open" if trace.hollow else "square",
            "color": var(trace.colour),
            "line": {"width": 1.5 if trace.hollow else 0, "color": var(trace.colour)},
        },
        "cliponaxis": False,
    }


def _treemap(arranged: Arranged, trace: Trace, lang: Lang) -> dict[str, Any]:
    drawn = list(trace.drawn())
    return _common(arranged, trace, lang) | {
        "type": "treemap",
        "customdata": [mark.id for mark in drawn],
        "hovertext": [hover(trace, mark, lang, with_period=True) for mark in drawn],
        "ids": [mark.id for mark in drawn],
        "labels": [mark.label[lang] for mark in drawn],
        "parents": ["" for _ in drawn],
        "values": [mark.y for mark in drawn],
        "text": [mark.figure[lang] for mark in drawn],
        "texttemplate": "%{label}<br>%{text}",
        "textfont": {"color": var("ground")},
        "marker": {"colors": [var(trace.colour) for _ in drawn], "line": {"width": 2, "color": var("ground")}},
        "sort": True,
        "tiling": {"pad": 0},
        "pathbar": {"visible": False},
        "domain": {"x": side_by_side(trace.panel, len(arranged.panels)), "y": [0, 1]},
    }


def side_by_side(index: int, count: int) -> list[float]:
    """The share of the width that panel ``index`` of ``count`` takes when panels stand beside each other."""
    gap = 0.02
    return [index / count + gap * (index > 0), (index + 1) / count - gap * (index < count - 1)]


_BUILDERS: dict[Form, Callable[[Arranged, Trace, Lang], dict[str, Any]]] = {
    "line": _scatter,
    "points": _scatter,
    "columns": _columns,
    "bars": _bars,
    "tiles": _tiles,
    "treemap": _treemap,
}
