"""Callouts stay on the picture: how far beside and above its point the words of one may stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.charts import labels
from dashboard.charts.arranged import Arranged, Callout, extent
from dashboard.charts.scales import Scale
from dashboard.charts.theme import Size

_EDGE = 3  # px kept free at the picture's edge
_ABOVE = 15  # px over a panel that nothing else takes
_TIMES = ("years", "fiscal-years", "dates")


def shift(callout: Callout, words: str, arranged: Arranged, size: Size, left: float, right: float) -> float:
    """``callout.dx``, moved as little as its ``words`` need to stay between the y axis and the picture's right edge.

    ``left`` and ``right`` are the margins of the plot in px.
    """
    if arranged.axis not in _TIMES:
        return callout.dx
    low, high = extent(_at(mark.x) for _, mark in arranged.marks())
    share = (_at(callout.x) - low) / (high - low) if high > low else 0.5
    plot = size.narrowest - left - right
    half = labels.width(words, size.label) / 2 + _EDGE
    least, most = half - share * plot, (1 - share) * plot + right - half
    return round(min(max(callout.dx, least), most), 1)


def rise(callout: Callout, words: str, size: Size, scales: Sequence[Scale], heights: Sequence[float]) -> float:
    """``callout.dy``, less where its ``words`` would reach into what stands above its panel: the key, a title.

    ``scales`` and ``heights`` (px) are those of the panels.
    """
    length = heights[callout.panel]
    below = length - scales[callout.panel].pixel(callout.y, length)
    return round(min(callout.dy, below + _ABOVE - labels.height(words, size.label) / 2), 1)


def _at(x: float | str) -> float:
    return float(date.fromisoformat(x).toordinal()) if isinstance(x, str) else float(x)
