"""From rows to a map: states in classes that a reader can count, and the words of the classes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final, cast

import pandas as pd

from dashboard.charts import regions
from dashboard.charts.arranged import Column, Mark, Measure, Printed, RegionName, Row, Trace
from dashboard.exhibits.prepare import Shown, on_chart, placed
from dashboard.text import EMPTY, T

CLASSES: Final = 5
NO_DATA: Final = T("no data", "sin datos")
_STATE: Final = T("State", "Estado")
_UNDER = T("under {high}", "menos de {high}")
_BETWEEN = T("{low} to {high}", "{low} a {high}")
_FROM = T("{low} and more", "{low} o más")


def areas(
    shown: Shown,
    rows: pd.DataFrame,
    measure: Measure,
    steps: Sequence[float],
    *,
    labelled: Collection[str] = (),
    upside_down: bool = False,
) -> tuple[Trace, ...]:
    """A trace for each class of the states of ``rows`` (of one series and period), from the lowest values on.

    ``steps`` are the four values (as in the rows) at which a class begins; states in ``labelled`` carry their figure.
    ``upside_down`` gives the strongest colour to the lowest class (ranks).
    """
    marks: list[list[Mark]] = [[] for _ in range(len(steps) + 1)]
    for row in cast(list[dict[str, Any]], rows.to_dict("records")):
        mark = placed(row, measure, 0, shown.label("state", row["state"]), "state")
        mark = replace(mark, x=row["state"], label=mark.label if row["state"] in labelled else EMPTY)
        marks[sum(row["value"] >= step for step in steps)].append(mark)
    series = str(rows["series"].iloc[0])
    return tuple(
        Trace(f"{series}|{i}", shown.name(series), colour, tuple(of_class), form="areas")
        for i, (colour, of_class) in enumerate(zip(colours(len(marks), upside_down), marks, strict=True))
    )


def unknown(shown: Shown, region: RegionName, known: Collection[str]) -> tuple[Trace, ...]:
    """A trace of the states of ``region`` that are not ``known``; none while states are chosen."""
    missing = [state for state in regions.states(region) if state not in known]
    if not missing or "state" in shown.selection.filtered():
        return ()
    marks = tuple(
        Mark(f"unknown|{state}", state, 0.0, name=shown.label("state", state), figure=NO_DATA) for state in missing
    )
    return (Trace("unknown", EMPTY, "unknown", marks, form="areas"),)


def key(measure: Measure, steps: Sequence[float], upside_down: bool = False) -> tuple[tuple[str, T], ...]:
    """The colour and the words of each class, and those of what is not known."""
    whole = all(float(step * measure.scale).is_integer() for step in steps)
    figures = [on_chart(step, replace(measure, digits=0) if whole else measure) for step in steps]
    words = [
        _UNDER.format(high=figures[0]),
        *(_BETWEEN.format(low=low, high=high) for low, high in pairwise(figures)),
        _FROM.format(low=figures[-1]),
    ]
    return (*zip(colours(len(words), upside_down), words, strict=True), ("unknown", NO_DATA))


def largest(shown: Shown, rows: pd.DataFrame, measure: Measure, what: T, count: int = 5) -> Printed:
    """A printed table of the largest values: on a small map not every state has room for its figure."""
    top = cast(list[dict[str, Any]], rows.nlargest(count, "value").to_dict("records"))
    return Printed(
        (Column(_STATE), Column(what, numeric=True)),
        tuple(
            Row(
                (name := shown.label("state", row["state"]), on_chart(row["value"], measure)),
                (name.en, float(row["value"])),
                selects=("state", row["state"]),
            )
            for row in top
        ),
    )


def colours(count: int, upside_down: bool) -> list[str]:
    """As many steps of the scale as there are classes; fewer classes take the stronger ones."""
    tokens = [f"step-{CLASSES - count + 1 + i}" for i in range(count)]
    return tokens[::-1] if upside_down else tokens
