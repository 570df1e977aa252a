"""Bars of the nine Border Patrol sectors, in the last year on show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.charts.arranged import Trace
from dashboard.exhibits.migration.counting import APPREHENSIONS
from dashboard.exhibits.prepare import Shown, period_label, placed
from dashboard.text import EMPTY, T, join, percent, same


@dataclass(frozen=True)
class Sectors:
    """The sectors of one year: ``rows`` those on show, ``period`` their year; ``ranked`` the sum of each sector in
    the last planned year, largest first, which is the order at all times.
    """

    rows: pd.DataFrame
    period: str
    ranked: Mapping[str, float]
    planned_period: str

    @property
    def ids(self) -> list[str]:
        """The sectors on show, in order."""
        there = set(self.rows["sector"])
        return [sector for sector in self.ranked if sector in there]

    def share(self, sector: str) -> float:
        """Per cent of all apprehensions that the sector had in the last planned year."""
        return 100 * self.ranked[sector] / sum(self.ranked.values())


def sectors(shown: Shown, *series: str) -> Sectors:
    """The sectors on show; ``series`` are those that add up to everybody."""
    planned = shown.planned[shown.planned["series"].isin(series)]
    newest = planned.loc[planned["end"].idxmax(), "period"]
    sums = planned[planned["period"] == newest].groupby("sector")["value"].sum().sort_values(ascending=False)
    period = shown.frame.loc[shown.frame["end"].idxmax(), "period"]
    rows = shown.frame[shown.frame["period"] == period]
    return Sectors(rows, period, {str(sector): float(value) for sector, value in sums.items()}, newest)


def bars(of: Sectors, series: str, colour: str, name: T, hatched: bool = False) -> Trace:
    """The bars of one series, a sector's place being its place in the order."""
    places = {sector: at for at, sector in enumerate(of.ids)}
    rows = of.rows[of.rows["series"] == series].to_dict("records")
    marks = tuple(placed(row, APPREHENSIONS, places[row["sector"]], name, "sector") for row in rows)
    return Trace(series, name, colour, marks, form="bars", end_label=name, hatched=hatched)


def names(shown: Shown, of: Sectors, with_shares: bool = True) -> tuple[T, ...]:
    """The name of each row, with its share of the whole where the planned year is on show."""
    said = with_shares and of.period == of.planned_period and not shown.is_filtered()
    return tuple(
        join((shown.label("sector", sector), _share(of.share(sector)) if said else EMPTY), " · ") for sector in of.ids
    )


def _share(value: float) -> T:
    return percent(value) if value >= 0.5 else same("<1%")


def leaders(shown: Shown, of: Sectors) -> T:
    """The finding about the two sectors with the most apprehensions."""
    first, second = list(of.ranked)[:2]
    return T(
        "{first} had {a} of southwest border apprehensions in {year}, {second} {b}",
        "En el {year}, el sector {first} tuvo {a} de las aprehensiones en la frontera suroeste; {second}, {b}",
    ).format(
        first=shown.label("sector", first),
        second=shown.label("sector", second),
        a=percent(of.share(first)),
        b=percent(of.share(second)),
        year=period_label(of.planned_period),
    )
