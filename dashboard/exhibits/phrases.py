"""Sentences that many exhibits share."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.arranged import Measure
from dashboard.exhibits.prepare import Shown, figure, on_chart, period_label
from dashboard.periods import Period
from dashboard.text import EMPTY, T, join, years_span

ZOOM = T("Drag to zoom, double-click to return.", "Arrastre para acercar, doble clic para volver.")
_LATEST = T("Latest: {figure} {when}", "Último dato: {figure} {when}")


def subtitle(shown: Shown, *parts: T) -> T:
    """What, unit, basis, and the years on show, between commas."""
    first, last = shown.years()
    return join((*parts, years_span(first, last) if first else EMPTY), ", ")


def latest(shown: Shown, series: str, measure: Measure, what: T = EMPTY, source: T = EMPTY, **dimensions: str) -> T:
    """The newest value that there is, with its period: ``Latest: 872.1 billion dollars in 2025``."""
    newest = shown.newest(series, **dimensions)
    told = _LATEST.format(figure=figure(newest.value, measure), when=when(newest.period))
    return (
        told
        + (T(", {what}", ", {what}").format(what=what) if what else "")
        + (T(" ({source})", " ({source})").format(source=source) if source else "")
    )


def when(period: str) -> T:
    """A period after its preposition: in 2015, on June 30, 2025."""
    words, kind = period_label(period), Period.parse(period).kind
    if kind == "day":
        return T("on ", "el ") + words
    article = "en el " if kind in ("fiscal-year", "quarter") else "en "
    spanish = words.es[:1].lower() + words.es[1:]
    return T("in " + words.en, article + spanish)


def ending(shown: Shown, series: str, measure: Measure, words: T, digits: int | None = None) -> T:
    """What stands at the end of a line: its last value on show and its name; empty where nothing is on show."""
    rows = shown.rows(series)
    if rows.empty:
        return EMPTY
    read = measure if digits is None else replace(measure, digits=digits)
    return join((on_chart(float(rows["value"].iloc[-1]), read), words))
