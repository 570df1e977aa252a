"""Callouts stay on the picture: how far beside its point the words of one may stand, at the narrowest that a size gets."""

from __future__ import annotations

from datetime import date

from dashboard.charts import labels
from dashboard.charts.arranged import Arranged, Callout, extent
from dashboard.charts.theme import Size

_EDGE = 3  # px kept free at the picture's edge
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


def _at(x: float | str) -> float:
    return float(date.fromisoformat(x).toordinal()) if isinstance(x, str) else float(x)
