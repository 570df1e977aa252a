"""A printed table in a picture: columns as wide as their words, folded where together they are too wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, Final

from dashboard.charts import labels
from dashboard.charts.arranged import Printed
from dashboard.charts.boxes import BOLD, LINE
from dashboard.charts.theme import var
from dashboard.export.picture_words import Block, fold, literal, written
from dashboard.text import Lang, T

_APART: Final = 18  # px between columns
_PAD: Final = 5  # px above and below the words of a row
_NARROWEST: Final = 56  # px of a column
_ROWS_LEFT: Final = T(
    "The first {n} of {total} rows; the dashboard has all.",
    "Las primeras {n} de {total} filas; el tablero las tiene todas.",
)


@dataclass(frozen=True)
class Table:
    """A table set at one width: px of its columns and rows, the first being the head; ``left_out`` in words."""

    cells: tuple[tuple[Block, ...], ...]
    numeric: tuple[bool, ...]
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    left_out: str = ""

    @property
    def height(self) -> float:
        """Px of all rows."""
        return sum(self.rows)

    def annotations(self, left: float, top: float, margin: dict[str, float]) -> list[dict[str, Any]]:
        """The words, the table's upper left corner at px from the picture's."""
        lefts = [left + at for at in accumulate(self.columns[:-1], lambda a, b: a + b + _APART, initial=0.0)]
        tops = accumulate(self.rows[:-1], initial=top)
        return [
            written(cell, at + wide * numeric, y + _PAD, margin, "right" if numeric else "left")
            for y, row in zip(tops, self.cells, strict=True)
            for cell, at, wide, numeric in zip(row, lefts, self.columns, self.numeric, strict=True)
            if cell.text
        ]

    def rules(self, left: float, top: float, margin: dict[str, float]) -> list[dict[str, Any]]:
        """The lines under its rows, the one under the head darker."""
        width = sum(self.columns) + _APART * (len(self.columns) - 1)
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
    """``printed`` in ``room`` px, its first ``most`` rows."""
    shown = printed.rows[:most]
    bold = [True, *(row.total for row in shown)]
    texts = [[literal(column.name[lang]) for column in printed.columns]]
    texts += [[literal(cell[lang]) for cell in row.cells] for row in shown]
    natural = [
        max(labels.width(row[i], font) * (BOLD if heavy else 1) for row, heavy in zip(texts, bold, strict=True)) + 2
        for i in range(len(printed.columns))
    ]
    columns = narrowed(natural, room - _APART * (len(natural) - 1))
    cells = []
    for row, heavy in zip(texts, bold, strict=True):
        folded = [fold(text, font, wide, heavy) for text, wide in zip(row, columns, strict=True)]
        cells.append(tuple(Block(words, font, "text", bold=heavy) for words in folded))
    cells[0] = tuple(replace(cell, colour="muted") for cell in cells[0])
    rows = tuple(max(cell.text.count("<br>") + 1 for cell in row) * font * LINE + 2 * _PAD for row in cells)
    total = len(printed.rows)
    left_out = _ROWS_LEFT.format(n=len(shown), total=total)[lang] if len(shown) < total else ""
    return Table(tuple(cells), tuple(c.numeric for c in printed.columns), tuple(columns), rows, left_out)


def narrowed(natural: Sequence[float], room: float) -> list[float]:
    """``natural`` widths, the widest cut to one limit so that together they take no more than ``room``."""
    if sum(natural) <= room:
        return list(natural)
    low, high = float(_NARROWEST), max(natural)
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(min(wide, middle) for wide in natural) <= room else (low, middle)
    return [min(wide, low) for wide in natural]
