"""A chart of Excel's own over the cells of a sheet: lines, columns, bars, points; none where Excel has no such form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.charts import rows as lanes
from dashboard.charts import spans
from dashboard.charts.arranged import Arranged
from dashboard.charts.theme import colour
from dashboard.export.wide import YEARLY, Column, Wide, unbroken

FORMS: Final = ("line", "points", "columns", "bars")
WIDTH, HEIGHT = 820, 400  # px
ROW_HEIGHT = 20  # px of a cell: where the chart of the next panel begins
DASHES: Final = {"solid": "solid", "dash": "dash", "dot": "square_dot"}
TICKS: Final = 10


@dataclass(frozen=True)
class Block:
    """Where the table stands: its sheet, first and last row, the column of its axis, the first column of its series."""

    sheet: str
    first: int
    last: int
    axis: int
    series: int


def can_draw(arranged: Arranged, table: Wide) -> bool:
    """Whether Excel has the form, and would draw just what we draw."""
    if arranged.axis not in (*YEARLY, "dates", "categories") or spans.there(arranged):
        return False
    forms = {column.trace.form for column in table.columns if column.trace}
    if not table.rows or not forms or not forms <= set(FORMS):
        return False
    mixed = "bars" in forms and len(forms) > 1
    return not mixed and unbroken(table)


def add(
    book: Workbook, sheet: Worksheet, arranged: Arranged, table: Wide, block: Block, column: int, said: dict[str, Any]
) -> None:
    """Put a chart for each panel beside the table, from ``column`` on, one below the other."""
    if not can_draw(arranged, table):
        return
    height = HEIGHT
    if arranged.axis == "categories":
        height = max(HEIGHT, 30 * len(table.rows) + 120)
    for number, panel in enumerate(arranged.panels):
        series = [(place, one) for place, one in enumerate(table.columns) if one.trace and one.trace.panel == number]
        if not series:
            continue
        chart = _chart(book, arranged, table, block, series)
        title = panel.title[said["lang"]] or (said["headline"] if len(arranged.panels) == 1 else "")
        text = colour("text", "light")
        chart.set_title({"name": title, "name_font": {"size": 12, "color": text}, "overlay": False, "none": not title})
        chart.set_size({"width": WIDTH, "height": height})
        chart.set_legend({"position": "bottom"} if len(series) > 1 else {"none": True})
        chart.show_blanks_as("gap")
        options = {"description": said["alternative_text"], "object_position": 3}
        sheet.insert_chart(block.first - 1 + number * (height // ROW_HEIGHT + 1), column, chart, options)


def _chart(book: Workbook, arranged: Arranged, table: Wide, block: Block, series: list[tuple[int, Column]]) -> Any:
    """The chart of one panel: columns below, lines and points over them."""
    form = {one.trace.form for _, one in series if one.trace}
    unit = series[0][1].unit.strip("()")
    if "bars" in form:
        stacked = lanes.lanes(arranged) == 1 and len(series) > 1
        chart = book.add_chart({"type": "bar", **({"subtype": "stacked"} if stacked else {})})
        for place, one in series:
            chart.add_series(_series(block, place, one, stacked))
        chart.set_y_axis({"reverse": True, "num_font": {"size": 9}, "line": {"none": True}})
        chart.set_x_axis(_values(unit))
        return chart
    columns = [(place, one) for place, one in series if one.trace and one.trace.form == "columns"]
    lines = [(place, one) for place, one in series if one.trace and one.trace.form != "columns"]
    chart = book.add_chart({"type": "column", "subtype": "stacked"} if columns else {"type": "line"})
    for place, one in columns or lines:
        chart.add_series(_series(block, place, one, stacked=bool(columns)))
    if columns and lines:
        over = book.add_chart({"type": "line"})
        for place, one in lines:
            over.add_series(_series(block, place, one))
        chart.combine(over)
    every = max(1, len(table.rows) // TICKS)
    dated = {
        "date_axis": True,
        "num_format": "yyyy",
        "major_unit": 1 + len(table.rows) // 130,
        "major_unit_type": "years",
    }
    axis = dated if arranged.axis == "dates" else {"interval_unit": every}
    chart.set_x_axis({**axis, "num_font": {"size": 9}, "label_position": "low"})
    chart.set_y_axis(_values(unit))
    return chart


def _values(unit: str) -> dict[str, Any]:
    """The axis of values: thousands grouped, quiet grid lines, its unit as its title."""
    grid = {"visible": True, "line": {"color": colour("grid", "light"), "width": 0.75}}
    title = {"name": unit, "name_font": {"bold": False, "size": 9, "color": colour("muted", "light")}}
    return {
        "num_format": "#,##0.##" if unit == "%" else "#,##0",
        "major_gridlines": grid,
        "line": {"none": True},
        **title,
    }


def _series(block: Block, place: int, column: Column, stacked: bool = False) -> dict[str, Any]:
    """A column of cells as a series in its own colour; hatched, dashed and hollow as on the page."""
    trace = column.trace
    assert trace is not None  # only traces are drawn
    across, paint = block.series + place, colour(trace.colour, "light")
    ground = colour("ground", "light")
    built: dict[str, Any] = {
        "name": [block.sheet, block.first - 1, across],
        "categories": [block.sheet, block.first, block.axis, block.last, block.axis],
        "values": [block.sheet, block.first, across, block.last, across],
    }
    if trace.form in ("columns", "bars"):
        fill = {"fill": {"color": paint}}
        if trace.hatched:
            fill = {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": paint, "bg_color": ground}}
        return built | fill | {"gap": 40} | ({"overlap": 100} if stacked else {})
    filled = {"color": ground if trace.hollow else paint}
    marker = {"type": trace.shape, "size": 7, "fill": filled, "border": {"color": paint}}
    if trace.form == "points":
        return built | {"line": {"none": True}, "marker": marker}
    line = {"color": paint, "width": 2, "dash_type": DASHES[trace.dash]}
    # A line is broken at gaps: what then stands alone would not be seen.
    dotted = trace.markers or any(mark.y is None for mark in trace.marks)
    return built | {"line": line, "marker": marker | {"size": 4} if dotted else {"type": "none"}}
