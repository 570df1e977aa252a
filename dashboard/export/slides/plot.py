"""What a native chart holds, as plain data: series, axes, labels, marks around them. No XML, no slide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["scatter", "columns", "bars"]
Drawn = Literal["bar", "line", "points"]


@dataclass(frozen=True)
class Label:
    """Words at one point of a series. ``lines`` empty: the value itself, by the number format of its series.

    ``place`` is PowerPoint's (``r``, ``t``, ``b``, ``l``, ``ctr``, ``outEnd``); ``dx``, ``dy`` move it by shares of the
    chart's width and height (positive: right, down). ``colour`` is a token of the theme.
    """

    lines: tuple[str, ...] = ()
    place: str = "t"
    colour: str = "text"
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True)
class Series:
    """One series: a value a row of the sheet (``None``: a gap). ``xs`` is a column of its own, if not the sheet's first.

    ``alone``: the rows whose point no line joins to another, drawn as points; ``dim``: those that were not chosen; ``colours``: points set apart from
    their series.
    """

    name: str
    drawn: Drawn
    values: tuple[float | None, ...]
    colour: str
    format: str
    xs: tuple[float, ...] = ()
    dash: Literal["solid", "dash", "dot"] = "solid"
    hatched: bool = False
    hollow: bool = False
    markers: bool = False
    shape: Literal["circle", "square", "diamond", "x"] = "circle"
    alone: frozenset[int] = frozenset()
    dim: frozenset[int] = frozenset()
    colours: Mapping[int, str] = field(default_factory=dict)
    labels: Mapping[int, Label] = field(default_factory=dict)


@dataclass(frozen=True)
class Axis:
    """Limits, the distance of its ticks and how they are written; ``shown``: whether they are."""

    low: float | None = None
    high: float | None = None
    step: float = 1.0
    format: str = "General"
    shown: bool = True


@dataclass(frozen=True)
class Box:
    """A rectangle, in shares of the chart (0..1 from its upper left corner)."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Words:
    """Words on the chart in a box: their paragraphs of runs (text, colour token, bold)."""

    box: Box
    lines: tuple[tuple[tuple[str, str, bool], ...], ...]
    size: float
    align: Literal["l", "ctr", "r"] = "l"
    anchor: Literal["t", "ctr", "b"] = "t"
    filled: bool = False


@dataclass(frozen=True)
class Line:
    """A straight line from a point to another, in shares of the chart."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: str = "muted"
    dotted: bool = False


@dataclass(frozen=True)
class Area:
    """A shaded stretch of the chart, or a small triangle (``sign``) at its foot."""

    box: Box
    colour: str
    sign: bool = False


@dataclass(frozen=True)
class Plot:
    """One native chart: ``rows`` are its categories, or the x of its points; ``inner`` is where it plots.

    ``side``: bars that share a place stand side by side, ``stacked``: on each other; neither: only one has a value there.
    ``dated``: the categories are the first days of years. ``gap`` is PowerPoint's gap between the bars, in per cent of a bar. Sizes of type are points.
    """

    kind: Kind
    head: str
    rows: tuple[float | str, ...]
    row_format: str
    series: tuple[Series, ...]
    x: Axis
    y: Axis
    inner: Box
    marks: tuple[Words | Line | Area, ...] = ()
    stacked: bool = False
    side: bool = False
    joins_gaps: bool = False
    dated: bool = False
    gap: int = 33
    tick: float = 13
    label: float = 13
