"""Chosen years, and which rows of a frame belong to them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.text import EN_DASH, T, listing, same


@dataclass(frozen=True)
class Years:
    """Chosen years: a closed range, or a set of single years (ascending)."""

    values: tuple[int, ...]
    is_range: bool = False

    def __post_init__(self) -> None:
        if list(self.values) != sorted(set(self.values)) or not self.values:
            raise ValueError(f"years {self.values}: must ascend, without repetition")
        if self.is_range and len(self.values) != 2:
            raise ValueError(f"years {self.values}: a range has a first and a last year")

    @property
    def first(self) -> int:
        """The earliest chosen year."""
        return self.values[0]

    @property
    def last(self) -> int:
        """The latest chosen year."""
        return self.values[-1]

    def __str__(self) -> str:
        return ("-" if self.is_range else ",").join(map(str, self.values))

    def words(self) -> T:
        """The years as a sentence names them."""
        if self.is_range:
            return same(f"{self.first}{EN_DASH}{self.last}")
        return listing(same(year) for year in self.values)

    def spans(self) -> list[tuple[int, int]]:
        """The years as closed intervals."""
        return [(self.first, self.last)] if self.is_range else [(year, year) for year in self.values]

    def matches(self, frame: pd.DataFrame) -> pd.Series:
        """Rows of ``frame`` that belong to the chosen years.

        A year takes its calendar year, its months and quarters, the fiscal year of its number, and
        every span that overlaps it. ``frame`` has the columns ``year`` (nullable), ``start`` and ``end``.
        """
        first, last = year_bounds(frame)
        hit = pd.Series(False, index=frame.index)
        for low, high in self.spans():
            hit |= (first <= high) & (last >= low)
        return hit


def year_bounds(frame: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """First and last year of each row: the calendar or fiscal year, or the ends of a span."""
    year = frame["year"].astype("float64")
    return year.fillna(frame["start"].dt.year), year.fillna(frame["end"].dt.year)
