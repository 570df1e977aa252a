"""Lines through few, uneven dates: joined where the next date is near, broken where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import inf
from typing import Literal

from dashboard.charts.arranged import Mark, Trace

Dash = Literal["solid", "dash", "dot"]


def joined(points: Trace, apart: float = inf) -> Trace:
    """Marks joined by straight lines, but for those more than ``apart`` years from the one before."""
    return replace(points, form="line", markers=True, marks=tuple(_broken(points, apart)))


def _broken(points: Trace, apart: float) -> Iterator[Mark]:
    before: Mark | None = None
    for mark in points.drawn():
        if before is not None and _years(mark.x) - _years(before.x) > apart:
            yield Mark(id="", x=_after(before.x), y=None)
        yield mark
        before = mark


def _years(x: float | str) -> float:
    return date.fromisoformat(x).toordinal() / 365.25 if isinstance(x, str) else float(x)


def _after(x: float | str) -> float | str:
    return (date.fromisoformat(x) + timedelta(days=1)).isoformat() if isinstance(x, str) else float(x) + 0.5


def of_value(one: Trace, value: str) -> Trace:
    """The same with the value of a dimension in its marks' ids, where two traces draw one series split by it."""
    marks = tuple(replace(mark, id=f"{mark.id}|{value}") if mark.id else mark for mark in one.marks)
    return replace(one, marks=marks)
