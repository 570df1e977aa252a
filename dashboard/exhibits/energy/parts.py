"""What the charts of this chapter share: units, ranges between two series, rows that are bars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, cast

import pandas as pd

from dashboard.charts.arranged import Arranged, Axis, Mark, Measure, Trace
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.prepare import Shown, marks, on_chart, period_label, placed
from dashboard.periods import Period
from dashboard.text import EMPTY, T

Row = Mapping[str, Any]

BARRELS: Final = Measure(T("thousand barrels a day", "miles de barriles diarios"))
CUBIC_FEET_A_DAY: Final = Measure(T("billion cubic feet a day", "miles de millones de pies cúbicos diarios"), digits=1)
TRILLION_FROM_MILLION_CUBIC_FEET: Final = Measure(
    T("trillion cubic feet", "billones de pies cúbicos"), scale=1e-6, digits=1
)
BILLION_FROM_MILLION_CUBIC_FEET: Final = Measure(
    T("billion cubic feet", "miles de millones de pies cúbicos"), scale=1e-3
)
GWH: Final = Measure(T("GWh a year", "GWh al año"))
DOLLARS_PER_MWH: Final = Measure(T("dollars per MWh", "dólares por MWh"), digits=2)
CENTS: Final = Measure(T("U.S. cents per kWh", "centavos de dólar por kWh"), digits=1)
PESOS: Final = Measure(T("pesos per kWh", "pesos por kWh"), digits=2)
BLOCKS: Final = Measure(T("blocks", "bloques"))
WHOLE_PERCENT: Final = replace(PERCENT, digits=0)


def records(rows: pd.DataFrame) -> list[Row]:
    """The rows of a frame, one by one."""
    return cast(list[Row], rows.to_dict("records"))


def bar(row: Row, measure: Measure, x: float, name: T, key: str = "") -> Mark:
    """The mark of one row at the place ``x``; ``key`` tells it from others of its series and period."""
    mark = placed(row, measure, x, name)
    return replace(mark, id=f"{mark.id}|{key}" if key else mark.id)


def between(
    shown: Shown, low: str, high: str, measure: Measure, colour: str, name: T, axis: Axis, end_label: T = EMPTY
) -> Trace:
    """Two series as stretches: each period's two values joined by an upright line, both told wherever one points."""
    ends = [shown.rows(series).drop_duplicates("period") for series in (low, high)]
    pairs = [marks(rows, measure, axis, gaps=False) for rows in ends]
    by_x = [{mark.x: mark for mark in there} for there in pairs]
    built: list[Mark] = []
    for x in by_x[0]:
        both = [side[x] for side in by_x if x in side]
        words = T("{a} to {b}", "de {a} a {b}").format(a=both[0].label, b=both[-1].label)
        built += [Mark(id="", x=x, y=None)] if built else []
        built += [replace(mark, figure=words, change=EMPTY) for mark in both]
    return Trace(id=f"{low}|{high}", name=name, colour=colour, marks=tuple(built), markers=True, end_label=end_label)


def relabelled(trace: Trace, label: Callable[[Mark], T]) -> Trace:
    """The same with what each mark says on the chart written another way."""
    there = tuple(replace(mark, label=label(mark)) if mark.y is not None else mark for mark in trace.marks)
    return replace(trace, marks=there)


def at(value: float, measure: Measure, digits: int | None = None) -> T:
    """A value as a headline or a note quotes it, without its unit."""
    return on_chart(value, measure if digits is None else replace(measure, digits=digits))


def inside(period: str) -> T:
    """A period in the middle of a sentence: Spanish months begin small."""
    words = period_label(period)
    return T(words.en, words.es[:1].lower() + words.es[1:])


def middle(period: str) -> str:
    """Where a period stands on an axis of dates, as its mark does."""
    parsed = Period.parse(period)
    return (parsed.start + (parsed.end - parsed.start) / 2).isoformat()


def filled(arranged: Arranged) -> Arranged:
    """Without the panels that a filter has left empty."""
    there = sorted({trace.panel for trace, _ in arranged.marks()})
    if not there or len(there) == len(arranged.panels):
        return arranged
    return replace(
        arranged,
        panels=tuple(arranged.panels[panel] for panel in there),
        traces=tuple(replace(one, panel=there.index(one.panel)) for one in arranged.traces if one.panel in there),
        callouts=tuple(replace(one, panel=there.index(one.panel)) for one in arranged.callouts if one.panel in there),
    )
