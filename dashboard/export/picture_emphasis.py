"""What was chosen in an exhibit stands out in its picture as it does on the page (assets/emphasis.js): the rest is dimmed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from dashboard.exhibits.compare import TIME
from dashboard.exhibits.compose import Composed, traces_select
from dashboard.selection import Selection

_DIM: Final = 0.25
_DIM_LINE: Final = 0.45  # of a line on which something is chosen
_CHOSEN: Final = 11  # px across a chosen point of a line

Verdict = bool | None
Chosen = Mapping[str, Sequence[str]]


def chosen(composed: Composed, selection: Selection) -> dict[str, tuple[str, ...]]:
    """The values that stand out, by dimension: those clicked in this very exhibit, single years on every time axis."""
    exhibit, years = composed.exhibit, selection.years
    clicked = selection.clicked == exhibit.id
    found = dict(selection.dims) if clicked else {}
    if years and not years.is_range and (clicked or composed.arranged.axis in TIME):
        found["years"] = tuple(str(year) for year in years.values)
    return {name: values for name, values in found.items() if name in exhibit.dimensions}


def emphasize(figure: dict[str, Any], composed: Composed, selection: Selection) -> None:
    """Dim in ``figure``, whose colours are painted, what is not chosen."""
    own = chosen(composed, selection)
    if not own:
        return
    selects = {mark.id: mark.selects for _, mark in composed.arranged.marks() if mark.selects}
    of_traces = traces_select(composed)
    split = {name for name, _ in (*selects.values(), *of_traces.values())}
    on_time = composed.arranged.axis in TIME

    def verdict(uid: str, id: str, x: Any) -> Verdict:
        about: list[Verdict] = []
        for name, values in own.items():
            if name == "years" and on_time:
                about.append(_year(x) in values if id else None)
                continue
            value = next((one for one in (selects.get(id), of_traces.get(uid)) if one and one[0] == name), None)
            about.append(value[1] in values if value else False if name in split and id else None)
        return False if False in about else True if True in about else None

    added = []
    for trace in figure["data"]:
        ids, xs = trace.get("customdata") or [], trace.get("x") or []
        verdicts = [verdict(trace.get("uid", ""), id, xs[i] if i < len(xs) else None) for i, id in enumerate(ids)]
        if False in verdicts:
            added += _dim(trace, verdicts)
    figure["data"] += added


def _year(x: Any) -> str:
    return str(round(x)) if isinstance(x, int | float) else str(x)[:4]


def _dim(trace: dict[str, Any], verdicts: Sequence[Verdict]) -> list[dict[str, Any]]:
    """Dim what of a trace is not chosen; the markers that stand on it are returned, as a trace of their own."""
    kept = [i for i, one in enumerate(verdicts) if one is not False]
    if trace["type"] == "treemap":
        colours = trace["marker"]["colors"]
        trace["marker"]["colors"] = [
            _faded(colour) if verdicts[i] is False else colour for i, colour in enumerate(colours)
        ]
    elif "lines" in trace.get("mode", ""):
        kept = [i for i in kept if trace["customdata"][i]]
        trace["opacity"] = _DIM_LINE if kept else _DIM
        return [_points(trace, kept)] if kept and "x" in trace else []
    else:
        trace |= {
            "selectedpoints": kept,
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": _DIM}},
        }
    return []


def _points(trace: Mapping[str, Any], kept: Sequence[int]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "uid": f"{trace['uid']}-chosen",
        "x": [trace["x"][i] for i in kept],
        "y": [trace["y"][i] for i in kept],
        "xaxis": trace.get("xaxis", "x"),
        "yaxis": trace.get("yaxis", "y"),
        "marker": {"size": _CHOSEN, "color": trace["line"]["color"]},
        "showlegend": False,
        "cliponaxis": False,
    }


def _faded(colour: str) -> str:
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        return colour
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{_DIM})"
