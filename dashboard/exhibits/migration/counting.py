"""What the counts of the Border Patrol share: their measures, the break of FY2020, points that the headlines quote."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dashboard.charts.arranged import Axis, Band, Callout, Measure, Trace
from dashboard.exhibits.prepare import Shown, on_chart
from dashboard.text import EMPTY, T, number

APPREHENSIONS: Final = Measure(T("apprehensions", "aprehensiones"))
THOUSAND: Final = Measure(T("thousand apprehensions", "miles de aprehensiones"), scale=1e-3)

FIRST_OF_ENCOUNTERS: Final = 2020
_TITLE_42: Final[dict[str, tuple[float | str, float | str]]] = {
    "fiscal-years": (2019.97, 2023.11),
    "dates": ("2020-03-20", "2023-05-11"),
}
_TITLE_42_WORDS: Final = T("Title 42", "Título 42")

EVENTS_NOT_PEOPLE: Final = T(
    "Apprehensions are events, not people: whoever is stopped twice counts twice.",
    "Las aprehensiones son eventos, no personas: quien es detenido dos veces cuenta dos veces.",
)
ENCOUNTERS: Final = T(
    "From FY2020 the counts are encounters: apprehensions and, from March 2020 to May 2023, expulsions under Title 42.",
    "Desde el AF 2020 se cuentan encuentros: aprehensiones y, de marzo de 2020 a mayo de 2023, expulsiones del Título 42.",
)


def title_42(shown: Shown, axis: Axis = "fiscal-years") -> tuple[Band, ...]:
    """The band of the Title 42 expulsions, if it is among the years on show."""
    first, last = shown.years()
    if first > 2023 or last < FIRST_OF_ENCOUNTERS:
        return ()
    start, end = _TITLE_42[axis]
    return (Band(start, end, _TITLE_42_WORDS, above=first < FIRST_OF_ENCOUNTERS - 3),)


def broken(trace: Trace, at: float | str = FIRST_OF_ENCOUNTERS) -> tuple[Trace, ...]:
    """A line in two, as it is before ``at`` (a year or a date) and dashed from there on, where the definition changes."""
    before, after = parted(trace, at)
    return tuple(part for part in (before, replace(after, dash="dash")) if part.marks)


def parted(trace: Trace, at: float | str) -> tuple[Trace, Trace]:
    """The marks of a trace before ``at`` and from there on, with no change told over the break; one may be empty."""
    before = tuple(mark for mark in trace.marks if mark.x < at)  # type: ignore[operator]
    after = [mark for mark in trace.marks if mark.x >= at]  # type: ignore[operator]
    if before and after:
        after[0] = replace(after[0], change=EMPTY)
    return (
        replace(trace, marks=before, end_label=EMPTY if after else trace.end_label),
        replace(trace, id=f"{trace.id}|{at}", marks=tuple(after)),
    )


def quoted(
    shown: Shown, series: str, period: str, measure: Measure, dx: int = 0, dy: int = 22, panel: int = 0
) -> tuple[Callout, ...]:
    """The value of a fiscal year as words on the chart; none under a filter."""
    if shown.is_filtered():
        return ()
    value = shown.value(series, period)
    return (Callout(int(period[2:]), value * measure.scale, on_chart(value, measure), panel, dx, dy),)


def thousands(value: float) -> T:
    """A count rounded to thousands, written out: ``191,000``."""
    return number(1000 * round(value / 1000))


def ratio(value: float, base: float) -> T:
    """How many times ``base`` goes into ``value``."""
    return number(value / base, 1)
