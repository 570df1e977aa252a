"""The view a reader has chosen, as one frozen value that is wholly in the address (see ``parameters.py``).

Nothing here knows Dash or Plotly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal
from urllib.parse import quote

import pandas as pd

from dashboard.text import Lang, T, listing, same
from dashboard.years import Years

Events = Literal["", "main", "all"]
Vintage = Literal["report", "latest"]
VINTAGES: Final[tuple[Vintage, ...]] = ("report", "latest")
THEMES: Final = ("light", "dark")
DIMENSIONS: Final = (
    "direction",
    "origin",
    "state",
    "account",
    "pillar",
    "product",
    "category",
    "crossing",
    "sector",
    "partner",
    "port",
)
# What narrows a list (recommendations, milestones): names of parameters whose values are slugs or a word.
LISTS: Final = ("chapter", "actor", "instrument", "horizon", "q")
# What is kept of an exhibit that is pinned.
PINNED: Final = ("years", *DIMENSIONS, "vintage", "view")
KNOWN_TOGETHER: Final = ("pillar",)


@dataclass(frozen=True)
class Problem:
    """Something in an address that could not be used."""

    parameter: str
    found: str
    message: T


@dataclass(frozen=True)
class Vocabulary:
    """What an address may name: the years of the data, the values of each dimension, the views of each exhibit."""

    first_year: int
    last_year: int
    values: Mapping[str, Mapping[str, T]]
    views: Mapping[str, tuple[str, ...]]

    def label(self, dimension: str, value: str) -> T:
        """The words of a value; the value itself where there are none."""
        return self.values.get(dimension, {}).get(value, same(value))


@dataclass(frozen=True)
class Pin:
    """An exhibit in a state that was kept, beside which another one is looked at."""

    exhibit: str
    state: Selection
    """Its years, dimensions, vintage and view; nothing else."""


@dataclass(frozen=True)
class Selection:
    """One view of the dashboard.

    ``dims`` and ``views`` are tuples of pairs so that the value is hashable and can key a cache.
    ``lists`` narrows a page that is a list; ``events`` marks milestones on the time axes. ``tray`` is a running order
    of exhibits, picked from any chapter. ``lang`` and ``theme`` are empty where the address does not say.
    """

    years: Years | None = None
    dims: tuple[tuple[str, tuple[str, ...]], ...] = ()
    vintage: Vintage = "report"
    views: tuple[tuple[str, str], ...] = ()
    clicked: str = ""
    pinned: Pin | None = None
    table: str = ""
    lists: tuple[tuple[str, str], ...] = ()
    events: Events = ""
    tray: tuple[str, ...] = ()
    lang: Lang | Literal[""] = ""
    theme: str = ""

    def values_of(self, dimension: str) -> tuple[str, ...]:
        """The chosen values of a dimension; none if it is not filtered."""
        return dict(self.dims).get(dimension, ())

    def view_of(self, exhibit: str, default: str) -> str:
        """The chosen view of an exhibit."""
        return dict(self.views).get(exhibit, default)

    def only(self, dimensions: Iterable[str]) -> Selection:
        """The part of the selection that an exhibit with ``dimensions`` answers to."""
        kept = set(dimensions)
        return Selection(
            years=self.years if "years" in kept else None,
            dims=tuple((name, values) for name, values in self.dims if name in kept),
            vintage=self.vintage,
            events=self.events,
        )

    def apply(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of ``frame`` that the selection keeps; a dimension that the frame lacks keeps them all."""
        kept = pd.Series(True, index=frame.index)
        if self.years:
            kept &= self.years.matches(frame)
        for dimension, values in self.dims:
            if dimension in frame.columns:
                kept &= met(dimension, frame[dimension], values)
        return frame[kept]

    def filtered(self) -> tuple[str, ...]:
        """The names of the dimensions that are filtered."""
        return (*(("years",) if self.years else ()), *(name for name, _ in self.dims))

    def is_filtered(self) -> bool:
        """Whether any row may be left out."""
        return bool(self.years or self.dims)

    def without(self, parameter: str) -> Selection:
        """The same view with one filter removed."""
        if parameter == "years":
            return replace(self, years=None)
        return replace(self, dims=tuple(pair for pair in self.dims if pair[0] != parameter))

    def to_query(self) -> str:
        """The canonical query string: fixed order, defaults left out, no leading question mark."""
        from dashboard.parameters import PARAMETERS  # which are read into selections

        pairs = ((p.name, p.write(self)) for p in PARAMETERS)
        return "&".join(f"{name}={quote(text, safe=',:-')}" for name, text in pairs if text)

    def describe(self, vocabulary: Vocabulary) -> list[Chip]:
        """Each active filter in words, with the query that is left when it is removed."""
        chips = []
        if self.years:
            chips.append(Chip("years", DIMENSION_NAMES["years"], self.years.words(), self.without("years").to_query()))
        for dimension, values in self.dims:
            words = listing(vocabulary.label(dimension, value) for value in values)
            chips.append(Chip(dimension, DIMENSION_NAMES[dimension], words, self.without(dimension).to_query()))
        return chips


def met(dimension: str, cells: pd.Series, values: tuple[str, ...]) -> pd.Series:
    """Which cells have one of the chosen values; where rows are known for several together, which share one.

    Pillar 3 meets the row of ``1-3-4``, which meets pillars 1, 3 and 4; every pillar meets ``all``.
    """
    if dimension not in KNOWN_TOGETHER:
        return cells.isin(values)
    parts = {part for value in values for part in value.split("-")}
    shared = {cell for cell in cells.unique() if parts & {*cell.split("-")} or (cell and "all" in (cell, *parts))}
    return cells.isin(shared)


@dataclass(frozen=True)
class Chip:
    """One active filter: its dimension, its words, and the query without it."""

    dimension: str
    name: T
    words: T
    query_without: str


DIMENSION_NAMES: Final[dict[str, T]] = {
    "years": T("Years", "Años"),
    "direction": T("Direction", "Sentido"),
    "origin": T("Origin", "Origen"),
    "state": T("State", "Estado"),
    "account": T("Account", "Cuenta"),
    "pillar": T("Pillar", "Pilar"),
    "product": T("Product", "Producto"),
    "category": T("Category", "Categoría"),
    "crossing": T("Crossing", "Cruce"),
    "sector": T("Sector", "Sector"),
    "partner": T("Partner", "Socio"),
    "port": T("Port", "Puerto"),
}
