"""Time axes of native charts: where a mark stands, the limits, the ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.charts.arranged import Arranged, Trace
from dashboard.export.slides import formats
from dashboard.export.slides.plot import Axis
from dashboard.text import Lang

_DAY_ZERO = date(1899, 12, 30)  # of a spreadsheet
_MONTHS_TOLD = 36
_YEAR = 365.25
_STEPS = (1, 2, 5, 10, 20, 50)  # years between ticks
_MOST_TICKS = 14
_EMPTY = 0.1  # of an axis that may lie before what is drawn


@dataclass(frozen=True)
class Times:
    """The time axis of a chart: its rows in the sheet run from ``first`` to ``last``.

    ``columns``: the axis is one of categories, ``step`` years apart; otherwise one of numbers.
    """

    first: float
    last: float
    axis: Axis
    format: str
    columns: bool
    step: int = 1
    begins: float | None = None
    """The year at which an axis of dates begins, if not with the first column."""

    @property
    def dated(self) -> bool:
        """Whether columns stand on an axis of dates: only that one sets its labels several years apart everywhere."""
        return self.columns and self.axis.step > 1 and self.step == 1

    def share(self, x: float | str) -> float:
        """Where ``x`` stands, from 0 (left end of the plot) to 1."""
        at = place(x)
        if self.columns:
            begins = self.first if self.begins is None else self.begins
            return ((at - begins) / self.step + 0.5) / ((self.last - begins) / self.step + 1)
        low, high = self.axis.low or 0.0, self.axis.high or 1.0
        return (at - low) / (high - low)

    def categories(self) -> list[float]:
        """Every year that a column may stand at, whether one does or not."""
        return [float(year) for year in range(int(self.first), int(self.last) + 1, self.step)]


def january(year: float) -> float:
    """The first day of a year as a spreadsheet counts days."""
    return float((date(int(year), 1, 1) - _DAY_ZERO).days)


def place(x: float | str) -> float:
    """A year as it is, an ISO date as a spreadsheet counts days."""
    return float((date.fromisoformat(x) - _DAY_ZERO).days) if isinstance(x, str) else float(x)


def times(arranged: Arranged, traces: Sequence[Trace], lang: Lang, room: int) -> Times:
    """The axis of ``traces`` with about ``room`` ticks at most. All panels of a chart share it."""
    xs = sorted({place(mark.x) for trace in traces for mark in trace.drawn()}) or [2000.0, 2001.0]
    first, last = xs[0], xs[-1]
    if arranged.axis == "dates":
        return _dates(first, last, lang, room)
    is_fiscal = arranged.axis == "fiscal-years"
    fiscal = formats.years(is_fiscal, lang)
    if any(trace.form == "columns" for trace in traces):
        step = math.gcd(*(int(after - before) for before, after in zip(xs, xs[1:], strict=False))) or 1
        count = (last - first) / step + 1
        if step > 1 or count <= room:
            skip = next(n for n in (1, 2, 3, 4, 5, 10, 20, 50) if count / n <= room)
            return Times(first, last, Axis(step=skip, format=fiscal), fiscal, columns=True, step=step)
        fiscal = formats.years(is_fiscal, lang, dated=True)
        low, skip = _year_ticks(int(first), int(last), room)
        axis = Axis(low=january(low), step=skip, format=fiscal)
        return Times(first, last, axis, fiscal, columns=True, begins=float(low))
    low, step = _year_ticks(int(first), int(last), room)
    # Room for a point at either end.
    return Times(first, last, Axis(low, last + 0.012 * (last - low or 1), step, fiscal), fiscal, columns=False)


def _year_ticks(first: int, last: int, room: int) -> tuple[int, int]:
    """The first tick, at ``first`` or before it, and the years to the next: round years, as on the page.

    An office suite sets the first tick where the axis begins. Where that would leave much of it empty, ticks are closer.
    """
    fitting = [n for n in _STEPS if math.floor(last / n) - math.ceil(first / n) < room] or [100]
    closer = [n for n in _STEPS if n < fitting[0] and (last - first) / n < _MOST_TICKS]
    tries = [(first - first % n, n) for n in (fitting[0], *reversed(closer))]
    return next((one for one in tries if first - one[0] <= _EMPTY * (last - first)), tries[-1])


def _dates(first: float, last: float, lang: Lang, room: int) -> Times:
    begins, ends = (
        date.fromordinal(int(first) + _DAY_ZERO.toordinal()),
        date.fromordinal(int(last) + _DAY_ZERO.toordinal()),
    )
    months = 12 * (ends.year - begins.year) + ends.month - begins.month
    if months <= _MONTHS_TOLD:
        step = next((n for n in (1, 2, 3, 6, 12) if months / n <= 0.6 * room), 12)
        start = date(begins.year, begins.month - (begins.month - 1) % step, 1)
        form = formats.dates(months=True, lang=lang)
        unit = step * _YEAR / 12
    else:
        year, years = _year_ticks(begins.year, ends.year, room)
        start = date(year, 1, 1)
        form = formats.dates(months=False, lang=lang)
        unit = years * _YEAR
    # A day later than the first of January: a tick that drifts by leap days stays in its year.
    low = (start - _DAY_ZERO).days + 1.0
    return Times(
        first, last, Axis(min(low, first), last + 0.012 * (last - low), unit, form), "yyyy-mm-dd", columns=False
    )
