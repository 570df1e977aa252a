"""Sentences that many exhibits share."""

from __future__ import annotations

from dashboard.charts.arranged import Measure
from dashboard.exhibits.prepare import Shown, figure, period_label
from dashboard.text import EMPTY, T, join, years_span

_LATEST = T("Latest: {figure} in {period}", "Último dato: {figure} en {period}")


def subtitle(shown: Shown, *parts: T) -> T:
    """What, unit, basis, and the years on show, between commas."""
    first, last = shown.years()
    return join((*parts, years_span(first, last) if first else EMPTY), ", ")


def latest(shown: Shown, series: str, measure: Measure, what: T = EMPTY, source: T = EMPTY, **dimensions: str) -> T:
    """The newest value that there is, with its period: ``Latest: 872.1 billion dollars in 2025``."""
    newest = shown.newest(series, **dimensions)
    told = _LATEST.format(figure=figure(newest.value, measure), period=period_label(newest.period))
    return (
        told
        + (T(", {what}", ", {what}").format(what=what) if what else "")
        + (T(" ({source})", " ({source})").format(source=source) if source else "")
    )
