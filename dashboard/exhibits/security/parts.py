"""What the charts of this chapter share: marks of rows that are no time series, and bars made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

import pandas as pd

from dashboard.charts.arranged import Mark, Measure, Panel, Trace
from dashboard.exhibits.prepare import Shown, marks, placed
from dashboard.text import T

Row = Mapping[str, Any]


def fiscal(period: str) -> T:
    """A fiscal year in short, as in the head of a column; it is not broken over two lines."""
    return T(period, f"AF\u00a0{period.removeprefix('FY')}")


def records(rows: pd.DataFrame) -> list[Row]:
    """The rows of a frame, one by one."""
    return cast(list[Row], rows.to_dict("records"))


def bar(row: Row, measure: Measure, x: float, name: T, key: str = "", selects: tuple[str, str] | None = None) -> Mark:
    """The mark of one row at the place ``x``; ``key`` tells it from others of its series and period."""
    mark = placed(row, measure, x, name)
    return replace(mark, id=f"{mark.id}|{key}" if key else mark.id, selects=selects or mark.selects)


def segments(
    rows: pd.DataFrame, measure: Measure, split: str, looks: Mapping[str, tuple[str, T]], selects: str = ""
) -> tuple[Trace, ...]:
    """One bar in parts, a part for each value of the column ``split`` that is there, in the order of ``looks``."""
    by_value = {row[split]: row for row in records(rows)}
    return tuple(
        Trace(
            f"{by_value[value]['series']}|{value}",
            name,
            colour,
            (bar(by_value[value], measure, 0, name, value, (selects, value) if selects else None),),
            form="bars",
            end_label=name,
        )
        for value, (colour, name) in looks.items()
        if value in by_value
    )


def bars(shown: Shown, series: Sequence[str], colours: Sequence[str], measure: Measure) -> dict[str, Any]:
    """The parts of a chart with one bar for each of the ``series`` that is on show."""
    there = [(name, colour) for name, colour in zip(series, colours, strict=True) if len(shown.rows(name))]
    traces = tuple(
        Trace(
            name,
            shown.name(name),
            colour,
            (bar(records(shown.rows(name))[0], measure, at, shown.name(name)),),
            form="bars",
        )
        for at, (name, colour) in enumerate(there)
    )
    names = tuple(shown.name(name) for name, _ in there)
    return {"axis": "categories", "categories": names, "panels": (Panel(measure),), "traces": traces}


def split_by(
    shown: Shown, series: str, measure: Measure, looks: Sequence[tuple[str, Callable[[Row], bool], str, dict[str, Any]]]
) -> tuple[Trace, ...]:
    """One series as several traces on a time axis: for each look its key, which rows, the colour and the rest.

    The rest are fields of the trace; ``name`` is the series' own unless given.
    """
    rows = shown.rows(series)
    built = []
    for key, keeps, colour, more in looks:
        kept = rows[[keeps(row) for row in records(rows)]] if len(rows) else rows
        fields = {"name": shown.name(series)} | more
        there = marks(kept, measure, fields.pop("axis", "fiscal-years"), fields.pop("selects", "years"), gaps=False)
        built.append(Trace(id=f"{series}|{key}", colour=colour, marks=_told_apart(there, key), **fields))
    return tuple(built)


def _told_apart(there: Sequence[Mark], key: str) -> tuple[Mark, ...]:
    return tuple(replace(mark, id=f"{mark.id}|{key}") for mark in there)
