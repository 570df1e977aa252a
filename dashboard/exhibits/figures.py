"""The relationship in twelve numbers: what the Overview quotes, each from a series of an exhibit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.charts.arranged import Measure
from dashboard.exhibits.base import Draw
from dashboard.text import EMPTY, T


@dataclass(frozen=True)
class Figure:
    """One number of the Overview.

    ``then`` is the (series, period) that the report knew, ``series`` the line that is drawn and whose newest value is
    quoted; ``dimensions`` picks its rows. ``remark`` says what a reader must know to compare the two.
    """

    exhibit: str
    name: T
    series: Draw
    then: tuple[str, str]
    measure: Measure
    remark: T = EMPTY
    dimensions: tuple[tuple[str, str], ...] = ()


FIGURES: Final[tuple[Figure, ...]] = ()
