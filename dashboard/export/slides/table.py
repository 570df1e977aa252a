"""Tables as PowerPoint has them: native, set quietly, over as many slides as their rows need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.charts.arranged import Arranged, Printed
from dashboard.export.slides.frame import BOLD, folded, high, wide
from dashboard.export.slides.ink import Ink
from dashboard.export.slides.look import Room
from dashboard.export.slides.put import CULTURES, described
from dashboard.pages.table import drawn
from dashboard.text import Lang

MOST_ROWS = 12
_SAFE = 1.05  # a row that breaks once more than it was thought to would run into the foot
_SIZES = (14.0, 13.0, 12.0, 11.0)
_SIDE = 6.0  # points beside the words of a cell
_ABOVE = 4.0  # points above and below them
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "No Style, No Grid"


@dataclass(frozen=True)
class Table:
    """Cells in words, row by row; which columns hold numbers, which rows are totals."""

    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Page:
    """The rows of a table that one slide holds, with the widths of its columns and the size of its type, in points."""

    table: Table
    widths: tuple[float, ...]
    size: float


def of_printed(printed: Printed, lang: Lang) -> Table:
    """A table that the report prints."""
    return Table(
        tuple(column.name[lang] for column in printed.columns),
        tuple(column.numeric for column in printed.columns),
        tuple(tuple(cell[lang] for cell in row.cells) for row in printed.rows),
        frozenset(i for i, row in enumerate(printed.rows) if row.total),
    )


def of_marks(arranged: Arranged, lang: Lang) -> Table:
    """The numbers behind a chart, as the page's table has them."""
    made = drawn(arranged, lang)
    return Table(
        tuple(column["name"] for column in made["columns"]),
        tuple(column["numeric"] for column in made["columns"]),
        tuple(tuple(str(cell[0]) for cell in row["cells"]) for row in made["rows"]),
    )


def pages(table: Table, room: Room) -> list[Page]:
    """``table`` over slides with such a room: as few as the smallest type needs, in the largest type that needs no more."""
    tries = [(size, _cut(table, size, room)) for size in _SIZES]
    fewest = len(tries[-1][1])
    size, cut = next((size, cut) for size, cut in tries if len(cut) <= fewest)
    widths = _widths(table, size, room.width)
    return [Page(_part(table, kept), widths, size) for kept in cut]


def _cut(table: Table, size: float, room: Room) -> list[list[int]]:
    """The rows that each slide holds, in type of ``size``."""
    widths = _widths(table, size, room.width)
    head = used = _height(table.heads, widths, size, BOLD)
    cut: list[list[int]] = [[]]
    for i, row in enumerate(table.rows):
        tall = _height(row, widths, size)
        if cut[-1] and (used + tall > room.height or len(cut[-1]) == MOST_ROWS):
            cut.append([])
            used = head
        cut[-1].append(i)
        used += tall
    return cut


def _part(table: Table, kept: Sequence[int]) -> Table:
    totals = frozenset(place for place, row in enumerate(kept) if row in table.totals)
    return replace(table, rows=tuple(table.rows[row] for row in kept), totals=totals)


def _widths(table: Table, size: float, room: float) -> tuple[float, ...]:
    """Of each column: what its words want, as far as there is room; at least its longest word and all of a number."""
    wants, needs = [], []
    for i, head in enumerate(table.heads):
        cells = [row[i] for row in table.rows]
        longest = max(
            (_wide(word, size, text is head) for text in (head, *cells) for word in text.split()), default=0.0
        )
        whole = max((_wide(text, size, bool(table.totals)) for text in cells), default=0.0)
        needs.append((max(longest, whole) if table.numeric[i] else longest) + 2 * _SIDE + 2)
        wants.append(max(needs[-1], min(max(whole, _wide(head, size, bold=True)), 60 * size * 0.55) + 2 * _SIDE + 2))
    spare = room - sum(needs)
    more = sum(want - need for want, need in zip(wants, needs, strict=True))
    if spare <= 0 or more <= 0:
        return tuple(need * min(1.0, room / sum(needs)) for need in needs)
    part = min(1.0, spare / more)
    return tuple(need + (want - need) * part for want, need in zip(wants, needs, strict=True))


def _wide(text: str, size: float, bold: bool = False) -> float:
    return wide(text, size) * _SAFE * (BOLD if bold else 1)


def _height(row: Sequence[str], widths: Sequence[float], size: float, wider: float = 1.0) -> float:
    lines = (folded(text, (across - 2 * _SIDE) / wider / _SAFE, size) for text, across in zip(row, widths, strict=True))
    return max((high(text, size) for text in lines), default=size) + 2 * _ABOVE


def put(slide: Any, room: Room, page: Page, name: str, alt: str, ink: Ink, lang: Lang) -> Any:
    """One page of a table on a slide: heads in bold above a line, thin lines between rows, totals in bold."""
    table, size = page.table, page.size
    heights = [_height(table.heads, page.widths, size, BOLD), *(_height(row, page.widths, size) for row in table.rows)]
    frame = slide.shapes.add_table(
        len(table.rows) + 1, len(table.heads), Pt(room.left), Pt(room.top), Pt(sum(page.widths)), Pt(sum(heights))
    )
    described(frame, name, alt)
    made = frame.table
    properties = made._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = _PLAIN_STYLE
    properties.set("bandRow", "0")
    for column, across in zip(made.columns, page.widths, strict=True):
        column.width = Pt(across)
    for i, (row, tall) in enumerate(zip(made.rows, heights, strict=True)):
        row.height = Pt(tall)
        bold = i == 0 or (i - 1) in table.totals
        cells = table.heads if i == 0 else table.rows[i - 1]
        for cell, text, numeric in zip(row.cells, cells, table.numeric, strict=True):
            _fill(cell, text, size, bold, numeric, ink, lang)
            _rule(cell, "muted" if bold else "rule", ink)
    return frame


def _fill(cell: Any, text: str, size: float, bold: bool, numeric: bool, ink: Ink, lang: Lang) -> None:
    cell.margin_left = cell.margin_right = Pt(_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(_ABOVE)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph._p.get_or_add_pPr().set("algn", "r" if numeric else "l")
    if not text:  # an empty cell is as high as its type, which is 18 points where none is set
        paragraph._p.append(parse_xml(f'<a:endParaRPr {_A} lang="{CULTURES[lang]}" sz="{round(size * 100)}"/>'))
        return
    run = paragraph.add_run()
    run.text = text
    font = run._r.get_or_add_rPr()
    font.set("lang", CULTURES[lang])
    font.set("sz", str(round(size * 100)))
    font.set("b", "1" if bold else "0")
    font.insert(0, parse_xml(ink.fill("text").replace("<a:solidFill>", f"<a:solidFill {_A}>", 1)))


def _rule(cell: Any, token: str, ink: Ink) -> None:
    """A line below a cell; none around it."""
    properties = cell._tc.get_or_add_tcPr()
    properties.set("anchor", "t")
    for side in ("lnL", "lnR", "lnT"):
        properties.append(parse_xml(f'<a:{side} {_A} w="0"><a:noFill/></a:{side}>'))
    properties.append(parse_xml(f'<a:lnB {_A} w="9525">{ink.fill(token)}</a:lnB>'))
    properties.append(parse_xml(f"<a:noFill {_A}/>"))
