"""How an exhibit is set as a picture: which shape, how large, what of its words and of its table fits."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Final

from dashboard.charts import draw, maps, places
from dashboard.charts.arranged import Arranged
from dashboard.charts.layouts import shared
from dashboard.charts.theme import SIZES, Size
from dashboard.exhibits.compare import TIME
from dashboard.exhibits.compose import Composed
from dashboard.export.order import Order, Shape
from dashboard.export.picture_table import Table, named_marks, table
from dashboard.export.picture_words import Block, Type, above, below, height
from dashboard.text import T

GAP: Final = 12  # px between the words, the chart and a table
_LEAST_FACTOR: Final = 0.8  # times its own size that a fixed shape is set at, where little is shown
_CUT: Final = 1.75  # the same at most, before rows of the chart are left out
_LARGEST: Final = 2.4  # the same at most, whatever is shown
_STEP: Final = 0.1
_LEAST: Final = 0.85  # of its own height that a chart over time may be set at
_MOST: Final = 1.6  # of its own height that another chart may grow to in a picture with room to spare
_ROWS_CUT: Final = T(
    "The first {n} of {total} rows; the dashboard has all.",
    "Los primeros {n} de {total} renglones; el tablero los tiene todos.",
)
_TABLE_LEFT: Final = T("The table of {n} rows is in the dashboard.", "La tabla de {n} filas está en el tablero.")


@dataclass(frozen=True)
class Look:
    """How a shape is set: its width in px, its height (``None``: what it holds), the pixels across it, rows of a table."""

    width: int
    height: int | None
    pixels: int
    pad: int
    type: Type
    rows: int
    bare: bool = False
    """Without words: the chart alone."""


LOOKS: Final[dict[Shape, Look]] = {
    "card": Look(820, None, 820, 24, Type(13, 20, 14, 13, 12), rows=16),
    "slide": Look(960, 540, 1920, 36, Type(14, 24, 15, 14, 13), rows=12),
    "square": Look(540, 540, 1080, 26, Type(12, 19, 13, 12, 12), rows=12),
    "column": Look(520, None, 520, 16, Type(12, 17, 13, 12, 12), rows=12),
}


@dataclass(frozen=True)
class Sheet:
    """One try: an exhibit set at ``factor`` times the size of its look."""

    order: Order
    composed: Composed
    look: Look
    factor: float
    made: date
    arranged: Arranged
    cut: str = ""
    """The rows that were left out of the chart, in words."""

    @cached_property
    def width(self) -> int:
        """Px across; in fixed shapes such that the height of 16:9 is a whole number too."""
        return round(self.look.width * self.factor / 16) * 16 if self.look.height else self.look.width

    @cached_property
    def height(self) -> float | None:
        """Px down, where the shape is fixed."""
        return self.width * self.look.height / self.look.width if self.look.height else None

    @cached_property
    def grown(self) -> float:
        """How much larger type and margins are: less than the picture, so that the chart gains."""
        return max(1.0, self.factor) ** 0.5

    @cached_property
    def pad(self) -> float:
        """Px kept free around everything."""
        return round(self.look.pad * self.grown)

    @cached_property
    def room(self) -> float:
        """Px between the margins."""
        return self.width - 2 * self.pad

    @cached_property
    def type(self) -> Type:
        """The type of its words."""
        return self.look.type.times(self.grown)

    @cached_property
    def size(self) -> Size:
        """The size in which its chart is set: as on a page of that width, its type not smaller than that of notes."""
        own = next(size for size in SIZES.values() if self.room < size.below)
        width = self.room if self.arranged.axis == "boxes" else min(own.width, self.room)
        least = 0 if self.look.bare else self.type.note
        return replace(own, width=round(width), tick=max(own.tick, least), label=max(own.label, least))

    @cached_property
    def above(self) -> list[Block]:
        """The words over the chart."""
        return [] if self.look.bare else above(self.order, self.composed, self.type, self.room)

    def below(self, notes: int, of_table: str = "") -> list[Block]:
        """The words under it, with the first ``notes`` notes."""
        if self.look.bare:
            return []
        said = " ".join(filter(None, (self.cut, of_table)))
        return below(self.order, self.composed, self.type, self.room, notes, self.made, said)

    @property
    def notes(self) -> int:
        """How many notes there are."""
        return len(self.composed.words(self.order.lang)["notes"])

    @cached_property
    def table(self) -> Table | None:
        """The printed table, if there is one."""
        printed = self.arranged.printed
        if self.look.bare or printed is None:
            return None
        return table(printed, self.order.lang, self.type.note, self.room, self.look.rows)

    @property
    def table_elsewhere(self) -> str:
        """That the printed table is in the dashboard, where there is one; but what the numbers of marks stand for is said."""
        printed, lang = self.arranged.printed, self.order.lang
        if printed is None or self.look.bare:
            return ""
        left = _TABLE_LEFT.format(n=len(printed.rows))[lang]
        return " ".join(filter(None, (named_marks(printed, lang), left)))

    @cached_property
    def own_layout(self) -> dict[str, Any]:
        """The layout of the chart at its own height; of nothing, where nothing is left of it."""
        return draw.layout(self.arranged, self.order.lang, self.size) if self.drawn else nothing(self.size)

    @cached_property
    def drawn(self) -> bool:
        """Whether there is a chart."""
        return not self.composed.empty and not self.arranged.is_empty()

    @cached_property
    def on_time(self) -> bool:
        """Whether the chart may be of any height."""
        return self.arranged.axis in TIME

    @cached_property
    def least(self) -> float:
        """Px that the chart needs at least."""
        return float(self.own_layout["height"]) * (_LEAST if self.on_time else 1)

    def free(self, notes: int, table: Table | None = None, of_table: str = "") -> float:
        """Px that are left for the chart in a fixed shape."""
        assert self.height is not None  # the shape is fixed
        words = height(self.above) + height(self.below(notes, of_table))
        return self.height - words - 2 * self.pad - 2 * GAP - (table.height + GAP if table else 0)

    def chart(self, tall: float) -> dict[str, Any]:
        """The chart at ``tall`` px, its layout made for that height where it can be: ``{"data", "layout"}``."""
        lang, size = self.order.lang, self.size
        if not self.drawn:
            return {"data": [], "layout": self.own_layout | {"height": tall}}
        arranged, layout = self.arranged, self.own_layout
        if self.on_time and tall != layout["height"]:
            index = tuple(SIZES).index(size.name)
            px = round(tall - layout["height"] + arranged.heights[index])
            arranged = replace(arranged, heights=(px, px, px))
            layout = draw.layout(arranged, lang, size)
        figure = {"data": draw.traces(arranged, lang, size), "layout": layout | {"height": tall, "width": self.room}}
        places.fit(figure, self.room)
        maps.fit(figure)
        if (laid_out := layout.get("meta", {}).get("width", 0)) > self.room:  # words in narrower boxes
            figure["layout"] = layout | {
                "annotations": [smaller(note, self.room / laid_out) for note in layout["annotations"]],
                "height": tall,
            }
        return figure


def smaller(note: dict[str, Any], factor: float) -> dict[str, Any]:
    """An annotation with its type made smaller."""
    return note | {"font": note["font"] | {"size": note["font"]["size"] * factor}}


def nothing(size: Size) -> dict[str, Any]:
    """The layout where no mark is drawn."""
    hidden = {"visible": False, "fixedrange": True}
    margin = {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False}
    axes = {"xaxis": hidden, "yaxis": hidden}
    return shared(size) | {"height": 1, "margin": margin, "annotations": [], "shapes": [], **axes}


def fitted(order: Order, look: Look, made: date) -> Sheet:
    """The exhibit at the least size at which it fits its shape, with one note if it has any."""
    composed = order.composed()
    sheet = Sheet(order, composed, look, 1.0, made, composed.arranged)
    if look.height is None:
        return sheet
    for factor in _factors(sheet):
        sheet = replace(sheet, factor=factor)
        if sheet.free(min(1, sheet.notes), None, sheet.table_elsewhere) >= sheet.least:
            break
        if factor >= _CUT and sheet.arranged.axis == "categories":
            return _cut(sheet)
    return sheet


def _factors(sheet: Sheet) -> Iterator[float]:
    """Sizes to try: what is of any height, and what is empty, is set at its own."""
    factor = 1.0 if sheet.on_time or not sheet.drawn else _LEAST_FACTOR
    while factor <= _LARGEST:
        yield round(factor, 2)
        factor += _STEP


def _cut(sheet: Sheet) -> Sheet:
    """The same with as many of its first rows as there is room for, and words that say so."""
    total = len(sheet.arranged.categories)
    for count in range(math.floor(total * sheet.free(1) / sheet.least), 1, -1):
        said = _ROWS_CUT.format(n=count, total=total)[sheet.order.lang]
        shorter = replace(sheet, arranged=first_rows(sheet.arranged, count), cut=said)
        if shorter.free(min(1, sheet.notes), None, sheet.table_elsewhere) >= shorter.least:
            return shorter
    return sheet


def first_rows(arranged: Arranged, count: int) -> Arranged:
    """The first ``count`` named rows of a chart."""
    traces = tuple(
        replace(trace, marks=tuple(mark for mark in trace.marks if float(mark.x) < count)) for trace in arranged.traces
    )
    return replace(arranged, categories=arranged.categories[:count], traces=traces)


@dataclass(frozen=True)
class Contents:
    """What a sheet holds in the end: px of its chart, how many notes, the table, the words under them."""

    tall: float
    notes: int
    table: Table | None
    below: list[Block]


def contents(sheet: Sheet) -> Contents:
    """Everything, where the height is free; else the table if all of it fits, and the first notes that do."""
    found = sheet.table
    said = found.left_out if found else ""
    if sheet.height is None:
        return Contents(float(sheet.own_layout["height"]), sheet.notes, found, sheet.below(sheet.notes, said))
    least = min(1, sheet.notes)
    if found and (said or sheet.free(least, found) < sheet.least):
        found, said = None, sheet.table_elsewhere
    fits = [n for n in range(sheet.notes + 1) if sheet.free(n, found, said) >= sheet.least]
    notes = max(fits, default=0)
    free = sheet.free(notes, found, said)
    most = free if sheet.on_time or not sheet.drawn else sheet.least * (1 if sheet.arranged.axis == "boxes" else _MOST)
    return Contents(min(free, most), notes, found, sheet.below(notes, said))
