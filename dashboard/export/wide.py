"""The data as the chart has them: a row for each period or category, a column for each series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from dashboard.charts import spans
from dashboard.charts.arranged import Arranged, Mark, Trace
from dashboard.charts.columns import decimals, heads
from dashboard.exhibits.compose import printed
from dashboard.pages import words
from dashboard.text import Lang

Cell = float | str | None
IN_WORDS = ("boxes", "links", "people")  # forms whose marks say something and measure nothing
YEARLY = ("years", "fiscal-years")


@dataclass(frozen=True)
class Column:
    """A series as a column: its name, its unit, how many decimals it is read with, and the trace that it comes from."""

    name: str
    unit: str = ""
    digits: int = 0
    trace: Trace | None = None


@dataclass(frozen=True)
class Row:
    """A row: where it stands on the axis (a year, an ISO date, a category's index), its label, its cells."""

    at: float | str
    label: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Wide:
    """A table: what its rows are called, its columns, its rows (a cell is ``None`` where nothing is known)."""

    rows_are: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def wide(arranged: Arranged, lang: Lang) -> Wide:
    """What ``arranged`` draws as a table; of a chart that has none, the table that is printed beside it."""
    placeless = arranged.axis in ("none", "boxes", "map")
    columns: dict[str, Column] = {}
    names = heads(arranged)
    found: dict[tuple[Any, Any], dict[str, Cell]] = {}
    for trace in (trace for trace in arranged.traces if trace.id in names):
        id = trace.name.en if arranged.axis == "map" or spans.there(arranged) else trace.id
        measure = arranged.panels[trace.panel].measure
        for mark in trace.drawn():
            row = (mark.name or mark.label)[lang] if placeless else label(arranged, mark, lang)
            name = trace.name if id == trace.name.en else names[trace.id]
            columns.setdefault(id, Column(name[lang], measure.unit[lang], measure.digits, trace))
            found.setdefault(("" if placeless else mark.x, row), {})[id] = value(arranged, trace, mark, lang)
    if not columns and arranged.printed:
        return _printed(arranged, lang)
    rows = [
        Row(at, label, tuple(cells.get(id) for id in columns))
        for (at, label), cells in sorted(found.items(), key=lambda item: _order(item[0][0]))
    ]
    if arranged.axis in (*YEARLY, "dates"):
        rows = _with_gaps(rows, arranged, len(columns))
    what = words.COLUMNS["category" if placeless or arranged.axis == "categories" else "period"][lang]
    return Wide(what, tuple(_as_read(columns.values(), rows)), tuple(rows))


def label(arranged: Arranged, mark: Mark, lang: Lang) -> Cell:
    """What a row is called: the year as a number, the period or the category in words."""
    if arranged.axis == "categories":
        return arranged.categories[int(mark.x)][lang]
    return int(mark.x) if arranged.axis in YEARLY else mark.period[lang]


def value(arranged: Arranged, trace: Trace, mark: Mark, lang: Lang) -> Cell:
    """The number of a mark in the unit of its panel; its words where it measures nothing."""
    if trace.form in IN_WORDS or spans.there(arranged):
        return mark.figure[lang]
    if trace.form in ("places", "routes"):  # y is where it lies
        return mark.value if mark.value is not None else mark.figure[lang]
    return mark.value if mark.value is not None else mark.y


def _order(place: float | str) -> tuple[bool, float | str]:
    return isinstance(place, str), place


def _with_gaps(rows: Sequence[Row], arranged: Arranged, width: int) -> list[Row]:
    """The rows with an empty one wherever a line is broken, so that it is broken too in a chart that is made of them."""
    yearly = arranged.axis in YEARLY
    known = {row.at: row for row in rows}
    gaps: set[Any] = {mark.x for trace in arranged.traces for mark in trace.marks if mark.y is None}
    if yearly:  # a gap stands between two years
        gaps = set(range(int(min(known, default=0)), int(max(known, default=-1)) + 1))
    empty = {at: Row(at, at if yearly else None, (None,) * width) for at in gaps - set(known)}
    return [row for _, row in sorted((known | empty).items(), key=lambda item: _order(item[0]))]


def _as_read(columns: Iterable[Column], rows: Sequence[Row]) -> Iterator[Column]:
    """The columns, each with the decimals that its numbers are written with."""
    for place, column in enumerate(columns):
        cells = [cell for row in rows if isinstance(cell := row.cells[place], int | float)]
        yield replace(column, digits=decimals(cells, column.digits + 1))


def unbroken(table: Wide) -> bool:
    """Whether each line of the chart is one run of cells, empty only where the line is broken: Excel draws it so."""
    places = {row.at: place for place, row in enumerate(table.rows)}
    for column in table.columns:
        if column.trace is None or column.trace.form != "line":
            continue
        marks, gap = list(column.trace.marks), False
        drawn: list[tuple[int, bool]] = []
        for mark in marks:
            if mark.y is None:
                gap = True
            else:
                drawn.append((places[mark.x], gap))
                gap = False
        if any((here - before > 1) != broken for (before, _), (here, broken) in pairwise(drawn)):
            return False
    return True


def _printed(arranged: Arranged, lang: Lang) -> Wide:
    """The printed table: its first column names the rows."""
    table = printed(arranged.printed, lang) or {"columns": [], "rows": []}
    heads = [Column(column["name"]) for column in table["columns"]]
    rows = [[_cell(*cell) for cell in row["cells"]] for row in table["rows"]]
    return Wide(heads[0].name, tuple(heads[1:]), tuple(Row(i, row[0], tuple(row[1:])) for i, row in enumerate(rows)))


def _cell(told: str, by: Any) -> Cell:
    return float(by) if isinstance(by, int | float) and told else told
