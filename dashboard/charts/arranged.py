"""What a chart shows, as plain data: no Plotly, no pandas, no pixels.

An exhibit arranges its rows into an ``Arranged``; the figure, the table behind the chart, the alternative
text and a slide are all made from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from dashboard.text import EMPTY, T, join, same

Form = Literal[
    "line", "points", "columns", "bars", "tiles", "people", "treemap", "boxes", "links", "areas", "places", "routes"
]
Axis = Literal["years", "fiscal-years", "dates", "categories", "none", "boxes", "map"]
RegionName = Literal["united-states", "mexico", "both", "border", "north"]
Labels = Literal["none", "all", "ends", "first", "last"]


@dataclass(frozen=True)
class Measure:
    """How a value is read: ``shown = value * scale``, with ``digits`` decimals, in ``unit``."""

    unit: T
    scale: float = 1.0
    digits: int = 0
    affix: T = field(default_factory=lambda: same("{figure}"))
    """How a figure is written on the chart itself; ``{figure}%`` for shares."""


@dataclass(frozen=True)
class Mark:
    """One datum that can be pointed at.

    ``x`` is a year, an ISO date or a category's index; ``y`` is already scaled (``None``: a gap, drawn as one). On a map
    ``x`` is a state's id (``us-tx``) and ``y`` its value, or ``x`` is a longitude and ``y`` a latitude.
    ``figure`` is the value in words with its unit, ``remark`` what else a reader must know of it,
    ``selects`` the (dimension, value) that a click chooses. ``name`` is what the mark stands for where no axis says it (a
    product, a state); ``value`` is the number of a mark whose place does not tell
    it (a tile, a bar that goes to the left, a place); ``colour`` a colour of its own, where it is set apart from its trace.
    """

    id: str
    x: float | str
    y: float | None
    period: T = EMPTY
    figure: T = EMPTY
    status: T = EMPTY
    change: T = EMPTY
    remark: T = EMPTY
    selects: tuple[str, str] | None = None
    label: T = EMPTY
    name: T = EMPTY
    value: float | None = None
    colour: str = ""
    ends: tuple[str, str] | None = None
    """Of a link in a diagram: the ids of the boxes that it leaves from and comes to."""
    base: float | None = None
    """Of a bar that tells a span of years: the year in which it starts (``y`` is the one in which it ends)."""
    weight: float | None = None
    """Of a place on a map: how large it is, from 0 to 1 (the area of its circle); ``None``: a dot."""

    def details(self) -> T:
        """Status, change and remark."""
        return join((self.status, self.change, self.remark), " · ")

    def says(self, name: T) -> T:
        """The datum as one spoken sentence."""
        subject = join((name, self.name, self.period), ", ")
        return join((join((subject, self.figure), ": "), self.details()), " · ")


@dataclass(frozen=True)
class Trace:
    """One named series on the chart.

    ``lane`` is the place of a bar among those that stand side by side in one row; figures stand ``below`` the marks of a
    line where another line runs above it.
    """

    id: str
    name: T
    colour: str
    marks: tuple[Mark, ...]
    form: Form = "line"
    panel: int = 0
    end_label: T = EMPTY
    dash: Literal["solid", "dash", "dot"] = "solid"
    hatched: bool = False
    hollow: bool = False
    markers: bool = False
    values: Labels = "none"
    lane: int = 0
    below: bool = False
    shape: Literal["circle", "square", "diamond", "x"] = "circle"
    """Of its points: kinds that differ are told apart without colour."""

    @property
    def uid(self) -> str:
        """The id as plotly.js can take it: it makes selectors of it."""
        return re.sub(r"[^A-Za-z0-9_-]", "-", self.id)

    def drawn(self) -> Iterator[Mark]:
        """The marks that carry a value."""
        return (mark for mark in self.marks if mark.y is not None)


@dataclass(frozen=True)
class Panel:
    """One plotting area; several stand above each other on one x axis, never on two y axes."""

    measure: Measure
    title: T = EMPTY
    from_zero: bool = True
    share: float = 1.0
    ticks: int = 5
    limits: tuple[float, float] | None = None


@dataclass(frozen=True)
class Event:
    """A quiet vertical marker on the time axis."""

    x: float | str
    words: T
    panel: int = 0


@dataclass(frozen=True)
class Callout:
    """Words at one point of the chart, ``dx``/``dy`` pixels away from it (positive: right, up)."""

    x: float | str
    y: float
    words: T
    panel: int = 0
    dx: int = 0
    dy: int = 26
    colour: str = "text"


@dataclass(frozen=True)
class Band:
    """A shaded stretch of the time axis. Its words stand in it, or ``above`` it where they would cover the data."""

    start: float | str
    end: float | str
    words: T = EMPTY
    above: bool = False


@dataclass(frozen=True)
class Column:
    """One column of a printed table; numbers stand to the right."""

    name: T
    numeric: bool = False


@dataclass(frozen=True)
class Row:
    """One row of a printed table: its words, what each is sorted by, and what choosing the row selects."""

    cells: tuple[T, ...]
    sorts: tuple[float | str | None, ...]
    selects: tuple[str, str] | None = None
    total: bool = False


@dataclass(frozen=True)
class Printed:
    """A table that the report prints, shown as a table beside the chart."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Grid:
    """Where the boxes of a diagram stand at one size.

    ``rows`` draws the diagram with the marks' ids: ``""`` is an empty cell, an id that repeats spans its cells.
    ``columns`` are relative widths (none: equal ones), ``gap`` the px between boxes; the words of a box stand in its
    middle if ``centred``, else at its top left. Without ``links`` no link is drawn (stacked boxes on a phone).
    """

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[float, ...] = ()
    gap: int = 12
    centred: bool = False
    links: bool = True


@dataclass(frozen=True)
class Arranged:
    """Everything on show in one exhibit.

    ``headline`` states the finding for just these data; ``subtitle`` what, unit, period, basis;
    ``latest`` the newest value with its year; ``alt`` the alternative text. ``categories`` are the rows
    (bars) or places of a chart whose ``axis`` is ``categories``, in drawing order.
    ``heights`` are the pixels of a small, a medium and a large chart.
    """

    headline: T
    subtitle: T
    alt: T
    axis: Axis
    panels: tuple[Panel, ...]
    traces: tuple[Trace, ...]
    latest: T = EMPTY
    categories: tuple[T, ...] = ()
    events: tuple[Event, ...] = ()
    callouts: tuple[Callout, ...] = ()
    bands: tuple[Band, ...] = ()
    heights: tuple[int, int, int] = (400, 340, 430)
    notes: tuple[T, ...] = ()
    hints: tuple[T, ...] = ()
    """Notes on what a reader can do here: of the page alone, never of a picture, a slide or a sheet."""
    zoomable: bool = False
    printed: Printed | None = None
    milestones: tuple[tuple[float | str, T], ...] = ()
    """Events marked along the time axis: where, and their words."""
    grids: tuple[Grid, ...] = ()
    """Of a diagram (``axis="boxes"``): its grid at small, medium and large."""
    region: RegionName = "both"
    """Of a map (``axis="map"``): what is in the picture."""
    legend: tuple[tuple[str, T], ...] = ()
    """Colour token and words, for a chart whose marks cannot be labelled where they stand."""

    def marks(self) -> Iterator[tuple[Trace, Mark]]:
        """Every mark with a value, with its trace."""
        return ((trace, mark) for trace in self.traces for mark in trace.drawn())

    def is_empty(self) -> bool:
        """Whether nothing at all is drawn."""
        return next(self.marks(), None) is None


def extent(values: Iterable[float | None]) -> tuple[float, float]:
    """Smallest and largest of the values that are there; (0, 1) if none is."""
    there = [value for value in values if value is not None]
    return (min(there), max(there)) if there else (0.0, 1.0)
