"""The events that exhibits mark on their time axes."""

from __future__ import annotations

from typing import Final

from dashboard.charts.arranged import Axis, Event
from dashboard.text import T

REPORT_YEAR: Final = 2017
REPORT_MONTH: Final = 3
_REPORT_WORDS: Final = T("report, March 2017", "informe, marzo de 2017")


def report_published(axis: Axis, last_year: int) -> tuple[Event, ...]:
    """The marker of the report, if the data run past it. A year's datum stands at the middle of the year."""
    if last_year < REPORT_YEAR:
        return ()
    if axis == "dates":
        return (Event(f"{REPORT_YEAR}-{REPORT_MONTH:02}-15", _REPORT_WORDS),)
    first_month = -3 if axis == "fiscal-years" else 0  # a fiscal year begins in October
    return (Event(round(REPORT_YEAR - 0.5 + (REPORT_MONTH - 0.5 - first_month) / 12, 2), _REPORT_WORDS),)
