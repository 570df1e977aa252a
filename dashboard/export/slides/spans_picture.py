"""Rows along years as pictures: more of them than one slide can show legibly are parted over several."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dashboard.charts import draw
from dashboard.charts.arranged import Arranged
from dashboard.charts.theme import SIZES, Theme, painted, var
from dashboard.text import Lang

MOST_ROWS = 9
_SIZE = SIZES["large"]


def parts(arranged: Arranged) -> list[Arranged]:
    """``arranged`` with at most so many rows each, in nearly equal parts; the axis of years stays as it is."""
    count = len(arranged.categories)
    each = math.ceil(count / math.ceil(count / MOST_ROWS))
    return list(_parts(arranged, count, each))


def _parts(arranged: Arranged, count: int, each: int) -> Iterator[Arranged]:
    for start in range(0, count, each):
        traces = tuple(
            replace(
                trace,
                marks=tuple(
                    replace(mark, x=float(mark.x) - start)
                    for mark in trace.marks
                    if start <= round(float(mark.x)) < start + each
                ),
            )
            for trace in arranged.traces
        )
        callouts = tuple(
            replace(one, y=one.y - start) for one in arranged.callouts if start - 0.5 <= one.y < start + each - 0.5
        )
        yield replace(arranged, categories=arranged.categories[start : start + each], traces=traces, callouts=callouts)


def figure(arranged: Arranged, lang: Lang, theme: Theme, shape: float) -> dict[str, Any]:
    """The figure as a picture is drawn of it: ``shape`` times as wide as it is high, its ground painted."""
    layout = draw.layout(arranged, lang, _SIZE)
    width = max(_SIZE.width, round(layout["height"] * shape))
    sized = layout | {"width": width, "autosize": False, "paper_bgcolor": var("ground")}
    return painted({"data": draw.traces(arranged, lang, _SIZE), "layout": sized}, theme)
