"""A ``Plot`` as PowerPoint keeps it: the chart's XML and the workbook with its numbers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from dashboard.export.slides.ink import DIM, DIM_LINE, Ink
from dashboard.export.slides.plot import Axis, Box, Label, Plot, Series

SHEET: Final = "Data"
LINE_WIDTH: Final = 2.25  # points
_NONE: Final = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
# Words that were moved off their point get no line to it.
_NO_LEADERS: Final = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_NO_MARKER: Final = '<c:marker><c:symbol val="none"/></c:marker>'
_NAMESPACES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_X, _Y = 50010, 50020  # the ids of the two axes


class ChartData:
    """A plot in the form in which python-pptx takes a chart: its XML, and its workbook as bytes."""

    def __init__(self, plot: Plot, ink: Ink) -> None:
        self.plot, self.ink = plot, ink

    def xml_bytes(self, _chart_type: object) -> bytes:
        """The part that is the chart."""
        return chart_xml(self.plot, self.ink).encode()

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook that opens on "Edit data"."""
        return workbook(self.plot)


def columns(plot: Plot) -> list[tuple[int, int]]:
    """For each series, the column of its x (0: the sheet's first one) and that of its values."""
    at, places = 1, []
    for series in plot.series:
        if series.xs:
            places.append((at, at + 1))
            at += 2
        else:
            places.append((0, at))
            at += 1
    return places


def workbook(plot: Plot) -> bytes:
    """One sheet: rows (or x) in the first column, a column for each series; a gap is an empty cell."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(SHEET)
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        rows = book.add_format({"num_format": plot.row_format})
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 30 if plot.kind == "bars" else 12)
        sheet.set_column(1, 2 * len(plot.series), 18)
        sheet.write_string(0, 0, plot.head, bold)
        if any(not series.xs for series in plot.series):
            sheet.write_column(1, 0, plot.rows, rows)
        for series, (x, y) in zip(plot.series, columns(plot), strict=True):
            if x:
                sheet.write_string(0, x, plot.head, bold)
                sheet.write_column(1, x, series.xs, rows)
            sheet.write_string(0, y, series.name, bold)
            number = book.add_format({"num_format": series.format})
            for i, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(i, y, value, number)
    return held.getvalue()


def chart_xml(plot: Plot, ink: Ink) -> str:
    """The whole chart: its groups of series, two axes, no title, no legend."""
    groups = _scatter(plot, ink) if plot.kind == "scatter" else _bars(plot, ink) + _lines(plot, ink)
    across, along = (_value_axis, _value_axis) if plot.kind == "scatter" else (_category_axis, _value_axis)
    axes = across(plot, ink, _X, _Y, plot.x, horizontal=True) + along(plot, ink, _Y, _X, plot.y, horizontal=False)
    text = f'<a:defRPr sz="{round(plot.tick * 100)}">{ink.fill("text")}<a:latin typeface="+mn-lt"/></a:defRPr>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_NAMESPACES}>'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea>{_layout(plot.inner, inner=True)}{groups}{axes}{_NONE}</c:plotArea><c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="{"span" if plot.joins_gaps else "gap"}"/></c:chart>{_NONE}'
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{text}</a:pPr><a:endParaRPr/></a:p></c:txPr></c:chartSpace>"
    )


def _layout(box: Box, inner: bool = False) -> str:
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{box.x:.5f}"/>'
        f'<c:y val="{box.y:.5f}"/><c:w val="{box.width:.5f}"/><c:h val="{box.height:.5f}"/></c:manualLayout></c:layout>'
    )


def _scatter(plot: Plot, ink: Ink) -> str:
    # LibreOffice loses what comes after a shorter series. The order on show is told by idx and order, not by the place.
    longest_first = sorted(range(len(plot.series)), key=lambda i: -len(plot.series[i].values))
    series = "".join(_series(plot, ink, i) for i in longest_first)
    return (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}'
        f'<c:axId val="{_X}"/><c:axId val="{_Y}"/></c:scatterChart>'
    )


def _bars(plot: Plot, ink: Ink) -> str:
    series = "".join(_series(plot, ink, i) for i, one in enumerate(plot.series) if one.drawn == "bar")
    if not series:
        return ""
    way, grouping = "bar" if plot.kind == "bars" else "col", "stacked" if plot.stacked else "clustered"
    overlap = -8 if plot.side else 100
    return (
        f'<c:barChart><c:barDir val="{way}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{plot.gap}"/><c:overlap val="{overlap}"/>'
        f'<c:axId val="{_X}"/><c:axId val="{_Y}"/></c:barChart>'
    )


def _lines(plot: Plot, ink: Ink) -> str:
    series = "".join(_series(plot, ink, i) for i, one in enumerate(plot.series) if one.drawn != "bar")
    return series and (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f'<c:axId val="{_X}"/><c:axId val="{_Y}"/></c:lineChart>'
    )


def _series(plot: Plot, ink: Ink, index: int) -> str:
    """One series, its parts in the order that the schema asks for."""
    series = plot.series[index]
    x, y = columns(plot)[index]
    xs: Sequence[float | str] = series.xs or plot.rows
    bar = series.drawn == "bar"
    end = "" if bar else '<c:smooth val="0"/>'
    scatter = plot.kind == "scatter"
    name = f"<c:tx><c:strRef><c:f>{_range(y, 0, 0)}</c:f>{_cache([series.name])}</c:strRef></c:tx>"
    look = _bar_look(series, ink) + '<c:invertIfNegative val="0"/>' if bar else _line_look(series, ink)
    keys = _reference(x, xs, plot.row_format)
    values = _reference(y, series.values, series.format)
    data = (
        f"<c:xVal>{keys}</c:xVal><c:yVal>{values}</c:yVal>"
        if scatter
        else f"<c:cat>{keys}</c:cat><c:val>{values}</c:val>"
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name}{look}{_points(series, ink)}'
        f"{_labels(plot, series, ink)}{data}{end}</c:ser>"
    )


def _bar_look(series: Series, ink: Ink, token: str = "", dim: bool = False) -> str:
    token = token or series.colour
    if dim:
        return f"<c:spPr>{ink.fill(token, DIM)}{ink.line('ground', 0.75)}</c:spPr>"
    edge = ink.line(token, 0.75) if series.hatched else ink.line("ground", 0.75)
    return f"<c:spPr>{ink.hatch(token) if series.hatched else ink.fill(token)}{edge}</c:spPr>"


def _line_look(series: Series, ink: Ink) -> str:
    left = DIM_LINE if series.dim else 100
    line = (
        ink.line(series.colour, LINE_WIDTH, series.dash, left) if series.drawn == "line" else "<a:ln><a:noFill/></a:ln>"
    )
    shown = series.markers or series.drawn == "points"
    return f"<c:spPr>{line}</c:spPr>{_marker(series, ink) if shown else _NO_MARKER}"


def _marker(series: Series, ink: Ink, token: str = "", dim: bool = False) -> str:
    token = token or series.colour
    fill = ink.fill(token, DIM) if dim else ink.tint(token) if series.hollow else ink.fill(token)
    edge = ink.line(token, 1.5) if series.hollow and not dim else ink.line("ground", 0.75)
    size = 6 if series.drawn == "line" else 8
    return f'<c:marker><c:symbol val="{series.shape}"/><c:size val="{size}"/><c:spPr>{fill}{edge}</c:spPr></c:marker>'


def _points(series: Series, ink: Ink) -> str:
    """The points that look unlike their series: of a colour of their own, alone on a line, dimmed, or chosen on a line."""
    there = {i for i, value in enumerate(series.values) if value is not None}
    points = series.drawn == "points" or series.markers
    chosen = there - series.dim if series.dim and series.drawn == "line" else set()
    dimmed = series.dim if series.drawn == "bar" or points else frozenset()
    built = []
    for i in sorted({*series.colours, *series.alone, *dimmed, *chosen}):
        token, dim = series.colours.get(i, ""), i in series.dim
        if series.drawn == "bar":
            look = f'<c:invertIfNegative val="0"/><c:bubble3D val="0"/>{_bar_look(series, ink, token, dim)}'
        else:
            look = f'{_marker(series, ink, token, dim)}<c:bubble3D val="0"/>'
        built.append(f'<c:dPt><c:idx val="{i}"/>{look}</c:dPt>')
    return "".join(built)


_SHOWN: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _labels(plot: Plot, series: Series, ink: Ink) -> str:
    each = "".join(_label(plot, series, ink, i, series.labels[i]) for i in sorted(series.labels))
    return each and f"<c:dLbls>{each}{_SHOWN.format(value=0)}{_NO_LEADERS}</c:dLbls>"


def _label(plot: Plot, series: Series, ink: Ink, index: int, label: Label) -> str:
    moved = (
        f'<c:layout><c:manualLayout><c:x val="{label.dx:.5f}"/><c:y val="{label.dy:.5f}"/></c:manualLayout></c:layout>'
        if label.dx or label.dy
        else ""
    )
    size = f'sz="{round(plot.label * 100)}"'
    body = '<a:bodyPr wrap="none" lIns="19050" tIns="0" rIns="19050" bIns="0" anchor="ctr"><a:spAutoFit/></a:bodyPr><a:lstStyle/>'
    if label.lines:
        runs = "".join(
            f'<a:p><a:pPr algn="l"><a:defRPr {size}/></a:pPr><a:r><a:rPr lang="en-US" {size} b="0">'
            f"{ink.fill(label.colour)}</a:rPr><a:t>{escape(line)}</a:t></a:r></a:p>"
            for line in label.lines
        )
        text = f"<c:tx><c:rich>{body}{runs}</c:rich></c:tx>"
        look = _NONE
    else:
        text = ""
        font = f'<a:defRPr {size} b="0">{ink.fill(label.colour)}</a:defRPr>'
        look = (
            f'<c:numFmt formatCode={quoteattr(series.format)} sourceLinked="0"/>{_NONE}'
            f"<c:txPr>{body}<a:p><a:pPr>{font}</a:pPr><a:endParaRPr/></a:p></c:txPr>"
        )
    return (
        f'<c:dLbl><c:idx val="{index}"/>{moved}{text}{look}<c:dLblPos val="{label.place}"/>'
        f"{_SHOWN.format(value=1)}</c:dLbl>"
    )


def _range(column: int, first: int, last: int) -> str:
    letter = xl_col_to_name(column)
    start = f"{SHEET}!${letter}${first + 1}"
    return start if first == last else f"{start}:${letter}${last + 1}"


def _reference(column: int, values: Sequence[float | str | None], number_format: str) -> str:
    """The cells of a column, with the copy of them that the chart keeps."""
    where = f"<c:f>{_range(column, 1, len(values))}</c:f>"
    if any(isinstance(value, str) for value in values):
        return f"<c:strRef>{where}{_cache(values)}</c:strRef>"
    return f"<c:numRef>{where}{_cache(values, number_format)}</c:numRef>"


def _cache(values: Sequence[float | str | None], number_format: str = "") -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{escape(value) if isinstance(value, str) else repr(value)}</c:v></c:pt>'
        for i, value in enumerate(values)
        if value is not None
    )
    held = f'<c:ptCount val="{len(values)}"/>{points}'
    if number_format:
        return f"<c:numCache><c:formatCode>{escape(number_format)}</c:formatCode>{held}</c:numCache>"
    return f"<c:strCache>{held}</c:strCache>"


def _scaling(axis: Axis, turned: bool = False) -> str:
    high = "" if axis.high is None else f'<c:max val="{axis.high:.10g}"/>'
    low = "" if axis.low is None else f'<c:min val="{axis.low:.10g}"/>'
    return f'<c:scaling><c:orientation val="{"maxMin" if turned else "minMax"}"/>{high}{low}</c:scaling>'


def _tick_text(plot: Plot, ink: Ink, token: str) -> str:
    font = f'<a:defRPr sz="{round(plot.tick * 100)}" b="0">{ink.fill(token)}<a:latin typeface="+mn-lt"/></a:defRPr>'
    return f'<c:txPr><a:bodyPr rot="-60000000" vert="horz"/><a:lstStyle/><a:p><a:pPr>{font}</a:pPr><a:endParaRPr/></a:p></c:txPr>'


def _value_axis(plot: Plot, ink: Ink, own: int, other: int, axis: Axis, horizontal: bool) -> str:
    """An axis of numbers: grid lines on the upright one, a base line on the other."""
    lying = horizontal or plot.kind == "bars"
    grid = f"<c:majorGridlines><c:spPr>{ink.line('grid', 0.75)}</c:spPr></c:majorGridlines>" if not lying else ""
    line = ink.line("muted", 0.75) if lying else "<a:ln><a:noFill/></a:ln>"
    between = "midCat" if plot.kind == "scatter" else "between"
    return (
        f'<c:valAx><c:axId val="{own}"/>{_scaling(axis)}<c:delete val="{int(not axis.shown and plot.kind == "bars")}"/>'
        f'<c:axPos val="{"b" if lying else "l"}"/>{grid}'
        f'<c:numFmt formatCode={quoteattr(axis.format)} sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{"low" if axis.shown else "none"}"/><c:spPr>{line}</c:spPr>'
        f'{_tick_text(plot, ink, "muted")}<c:crossAx val="{other}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{between}"/><c:majorUnit val="{axis.step:.10g}"/></c:valAx>'
    )


def _category_axis(plot: Plot, ink: Ink, own: int, other: int, axis: Axis, horizontal: bool) -> str:
    """The axis of columns, or of named bars, whose first row stands on top."""
    bars = plot.kind == "bars"
    name = "dateAx" if plot.dated else "catAx"
    unit = f'<c:majorUnit val="{axis.step:.10g}"/><c:majorTimeUnit val="years"/>'
    last = (
        f'<c:lblOffset val="60"/><c:baseTimeUnit val="years"/>{unit}'
        if plot.dated
        else '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/>'
    )
    return (
        f'<c:{name}><c:axId val="{own}"/>{_scaling(Axis(low=axis.low), turned=bars)}<c:delete val="0"/>'
        f'<c:axPos val="{"l" if bars else "b"}"/><c:numFmt formatCode={quoteattr(plot.row_format)} sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{"low" if axis.shown else "none"}"/>'
        f"<c:spPr>{ink.line('muted', 0.75)}</c:spPr>{_tick_text(plot, ink, 'text' if bars else 'muted')}"
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:auto val="{int(plot.dated)}"/>{last}</c:{name}>'
    )
