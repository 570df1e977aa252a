"""Charts without axes: tiles on a grid, people in rows, treemaps beside or above each other."""

from __future__ import annotations

import math
from typing import Any, Final

from dashboard.charts.arranged import Arranged
from dashboard.charts.theme import Size

PEOPLE_IN_A_ROW: Final = 10
PERSON_HEIGHT: Final = 1.9  # of a person's cell, in its widths
TILE: Final = 0.92  # of its cell that a tile takes
ROOM_FOR_TWO_LINES: Final = 42  # px of a tile from which its second line of words is shown
_GAP: Final = 0.02  # of the width, between treemaps
_CELL: Final = {"small": 40, "medium": 50, "large": 62}  # px at most


def grid(arranged: Arranged) -> tuple[int, float] | None:
    """Columns and rows (in widths of a cell) of the grid that tiles or people stand on; ``None`` without one."""
    people = sum(round(mark.y or 0) for trace, mark in arranged.marks() if trace.form == "people")
    if people:
        return min(people, PEOPLE_IN_A_ROW), math.ceil(people / PEOPLE_IN_A_ROW) * PERSON_HEIGHT
    tiles = [mark for trace, mark in arranged.marks() if trace.form == "tiles"]
    if not tiles:
        return None
    return 1 + int(max(mark.x for mark in tiles)), 1 + int(max(mark.y or 0 for mark in tiles))


def grid_height(arranged: Arranged, size: Size) -> float | None:
    """Px of the grid at the width that a chart of ``size`` is laid out for; ``None`` without a grid."""
    found = grid(arranged)
    return found and found[1] * min(_CELL[size.name], (size.width - 4) / found[0])


def axes(arranged: Arranged, plain: dict[str, Any]) -> dict[str, Any]:
    """Two hidden axes of one scale, the grid in their upper left corner."""
    columns, rows = grid(arranged) or (1, 1)
    hidden = plain | {"visible": False, "constrain": "domain"}
    return {
        "xaxis": hidden | {"range": [-0.5, columns - 0.5], "constraintoward": "left"},
        "yaxis": hidden | {"range": [rows - 0.5, -0.5], "scaleanchor": "x", "constraintoward": "top"},
    }


def domains(arranged: Arranged, size: Size, title: float, height: float) -> list[dict[str, list[float]]]:
    """Where each panel stands, in shares of the plot: beside each other, on a phone above each other.

    ``title`` is the px that the title of a panel takes, ``height`` those of the plot.
    """
    count = len(arranged.panels)
    if not count:
        return []
    if size.name != "small":
        return [{"x": beside(i, count), "y": [0.0, 1.0]} for i in range(count)]
    gap = (title + 10) / height if count > 1 else 0.0
    each = (1 - gap * (count - 1)) / count
    tops = [1 - i * (each + gap) for i in range(count)]
    return [{"x": [0.0, 1.0], "y": [max(0.0, round(top - each, 4)), round(top, 4)]} for top in tops]


def beside(index: int, count: int) -> list[float]:
    """The share of the width that panel ``index`` of ``count`` takes when panels stand beside each other."""
    each = (1 - _GAP * (count - 1)) / count
    start = index * (each + _GAP)
    return [round(start, 4), min(1.0, round(start + each, 4))]


def fit(figure: dict[str, Any], width: float) -> None:
    """Give tiles the size that the grid leaves them at ``width`` px, and treemaps their places.

    The page does the same when it knows its width (assets/charts.js).
    """
    layout = figure["layout"]
    meta, margin = layout.get("meta", {}), layout["margin"]
    across = (width - margin["l"] - margin["r"]) / meta.get("columns", 1)
    down = (layout["height"] - margin["t"] - margin["b"]) / meta.get("rows", 1)
    for trace in figure["data"]:
        if trace["type"] == "treemap":
            trace["domain"] = meta["domains"][trace["meta"]["panel"]]
        elif "columns" in meta and str(trace.get("marker", {}).get("symbol", "")).startswith("square"):
            cell = min(across, down)
            trace["marker"]["size"] = math.floor(cell * TILE)
            if cell < ROOM_FOR_TWO_LINES:
                trace["text"] = [words.split("<br>")[0] for words in trace["text"]]
