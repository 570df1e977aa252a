"""A printed table in a picture: columns as wide as their words, folded where together they are too wide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, Final

from dashboard.charts import labels
from dashboard.charts.arranged import Column, Printed, Row
from dashboard.charts.boxes import BOLD, LINE
from dashboard.charts.theme import var
from dashboard.export.picture_words import NBSP, Block, fold, literal, written
from dashboard.text import Lang, T

_APART: Final = 18  # px between columns
_CLOSE: Final = 10  # the same, where there is little room
_PAD: Final = 5  # px above and below the words of a row
_ROWS_LEFT: Final = T(
    "The first {n} of {total} rows; the dashboard has all.",
    "Las primeras {n} de {total} filas; el tablero las tiene todas.",
)

_COLUMNS_LEFT: Final = T(
    "The first {n} of {total} columns; the dashboard has all.",
    "Las primeras {n} de {total} columnas; el tablero las tiene todas.",
)


@dataclass(frozen=True)
class Table:
    """A table set at one width: px of its columns and rows, the first being the head; ``left_out`` in words."""

    cells: tuple[tuple[Block, ...], ...]
    numeric: tuple[bool, ...]
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    left_out: str = ""
    apart: float = _APART

    @property
    def height(self) -> float:
        """Px of all rows."""
        return sum(self.rows)

    def annotations(self, left: float, top: float, margin: dict[str, float]) -> list[dict[str, Any]]:
        """The words, the table's upper left corner at px from the picture's."""
        lefts = [left + at for at in accumulate(self.columns[:-1], lambda a, b: a + b + self.apart, initial=0.0)]
        tops = accumulate(self.rows[:-1], initial=top)
        return [
            written(cell, at + wide * numeric, y + _PAD, margin, "right" if numeric else "left")
            for y, row in zip(tops, self.cells, strict=True)
            for cell, at, wide, numeric in zip(row, lefts, self.columns, self.numeric, strict=True)
            if cell.text
        ]

    def rules(self, left: float, top: float, margin: dict[str, float]) -> list[dict[str, Any]]:
        """The lines under its rows, the one under the head darker."""
        width = sum(self.columns) + self.apart * (len(self.columns) - 1)
        ends = accumulate(self.rows)
        return [
            {
                "type": "line",
                "xref": "paper",
                "yref": "paper",
                "xsizemode": "pixel",
                "ysizemode": "pixel",
                "xanchor": 0,
                "yanchor": 1,
                "x0": left - margin["l"],
                "x1": left - margin["l"] + width,
                "y0": margin["t"] - top - end,
                "y1": margin["t"] - top - end,
                "line": {"color": var("grid" if i else "muted"), "width": 1},
            }
            for i, end in enumerate(ends)
        ]


def table(printed: Printed, lang: Lang, font: int, room: float, most: int) -> Table:
    """``printed`` in ``room`` px, its first ``most`` rows: in narrower type, or turned, before a column is left out."""
    for one in (printed, turned(printed)):
        for smaller, apart in ((0, _APART), (0, _CLOSE), (1, _CLOSE), (2, _CLOSE)):
            if (made := _set(one, lang, font - smaller, apart, room, most)) is not None:
                return made
    columns = printed.columns
    for count in range(len(columns) - 1, 0, -1):
        rows = tuple(replace(row, cells=row.cells[:count], sorts=row.sorts[:count]) for row in printed.rows)
        made = _set(Printed(columns[:count], rows), lang, font - 2, _CLOSE, room, most)
        if made is not None:
            left = _COLUMNS_LEFT.format(n=count, total=len(columns))[lang]
            return replace(made, left_out=" ".join(filter(None, (made.left_out, left))))
    raise AssertionError("a column is wider than the picture")  # _set folds one column into any width


def named_marks(printed: Printed, lang: Lang) -> str:
    """The names of a table's rows by their numbers, where those mark the chart: ``Canada: 1 Sumas, 2 …``; else empty."""
    cells = [[cell[lang] for cell in row.cells] for row in printed.rows]
    if not cells or not all(row[0].isdigit() for row in cells):
        return ""
    grouped = len(cells[0]) > 2 and len({row[1] for row in cells}) <= len(cells) / 2
    groups: dict[str, list[str]] = {}
    for row in cells:
        groups.setdefault(row[1] if grouped else "", []).append(f"{row[0]}{NBSP}{row[2 if grouped else 1]}")
    said = [(f"{group}: " if group else "") + ", ".join(names) + "." for group, names in groups.items()]
    return " ".join(said)


def turned(printed: Printed) -> Printed:
    """The same with its columns as rows."""
    first, *rest = printed.columns
    columns = (first, *(Column(row.cells[0], any(c.numeric for c in rest)) for row in printed.rows))
    rows = tuple(
        Row((column.name, *(row.cells[i] for row in printed.rows)), ("",) * len(columns))
        for i, column in enumerate(rest, start=1)
    )
    return Printed(columns, rows)


def _set(printed: Printed, lang: Lang, font: int, apart: float, room: float, most: int) -> Table | None:
    """The table in one type; ``None`` where its longest words do not stand beside each other in ``room`` px."""
    shown = printed.rows[:most]
    bold = [True, *(row.total for row in shown)]
    texts = [[literal(column.name[lang]) for column in printed.columns]]
    texts += [[literal(cell[lang]) for cell in row.cells] for row in shown]
    count = len(printed.columns)

    def widest(i: int, parts: Callable[[str], Sequence[str]]) -> float:
        found = (
            labels.width(part, font) * (BOLD if heavy else 1)
            for row, heavy in zip(texts, bold, strict=True)
            for part in parts(row[i])
        )
        return max(found, default=0.0) + 2

    natural = [widest(i, lambda text: [text]) for i in range(count)]
    least = [widest(i, lambda text: text.split(" ")) for i in range(count)]
    space = room - apart * (count - 1)
    if sum(least) > space and count > 1:
        return None
    columns = narrowed(natural, space, least)
    cells = []
    for row, heavy in zip(texts, bold, strict=True):
        folded = [fold(text, font, wide, heavy) for text, wide in zip(row, columns, strict=True)]
        cells.append(tuple(Block(words, font, "text", bold=heavy) for words in folded))
    cells[0] = tuple(replace(cell, colour="muted") for cell in cells[0])
    rows = tuple(max(cell.text.count("<br>") + 1 for cell in row) * font * LINE + 2 * _PAD for row in cells)
    total = len(printed.rows)
    left_out = _ROWS_LEFT.format(n=len(shown), total=total)[lang] if len(shown) < total else ""
    numeric = tuple(column.numeric for column in printed.columns)
    return Table(tuple(cells), numeric, tuple(columns), rows, left_out, apart)


def narrowed(natural: Sequence[float], room: float, least: Sequence[float]) -> list[float]:
    """``natural`` widths, the widest cut to one limit, none under its ``least``, so that together they fit in ``room``."""
    if sum(natural) <= room:
        return list(natural)
    low, high = 0.0, max(natural)
    for _ in range(30):
        middle = (low + high) / 2
        taken = sum(max(lowest, min(wide, middle)) for wide, lowest in zip(natural, least, strict=True))
        low, high = (middle, high) if taken <= room else (low, middle)
    return [max(lowest, min(wide, low)) for wide, lowest in zip(natural, least, strict=True)]
