"""The events of the relationship: when they were, in words, and where they stand on an exhibit's time axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.charts.arranged import Axis
from dashboard.exhibits.prepare import period_label
from dashboard.periods import Period
from dashboard.text import T, same

KINDS: Final[dict[str, T]] = {
    "policy": T("policy", "política pública"),
    "event": T("event", "acontecimiento"),
    "agreement": T("agreement", "acuerdo"),
    "institution": T("institution", "institución"),
    "law": T("law", "ley"),
    "summit": T("summit", "cumbre"),
    "shock": T("shock", "conmoción"),
}
# What an exhibit marks by default, once its reader asks for events; "all" marks every kind.
MAIN_KINDS: Final = ("agreement", "law")


@dataclass(frozen=True)
class Milestone:
    """An event on a time axis: ``x`` a year (with its part) or an ISO date; ``exact`` unless only the year is known."""

    id: str
    x: float | str
    words: T
    exact: bool


def kind_words(kind: str) -> T:
    """The kind of an event; itself where it has no words yet."""
    return KINDS.get(kind, same(kind))


def when(date: str, precision: str) -> T:
    """The date of an event, as exactly as it is known and no more."""
    if precision == "decade":
        return T(f"{date[:3]}0s", f"Década de {date[:3]}0")
    label = period_label(date)
    return T("about {when}", "hacia {when}").format(when=label) if precision == "approximate" else label


def first_day(date: str) -> str:
    """The first day of an event's date, to sort by."""
    return Period.parse(date).start.isoformat()


def of_exhibit(milestones: pd.DataFrame, exhibit: str, events: str, axis: Axis) -> tuple[Milestone, ...]:
    """The events that name an exhibit, placed on its time axis; none where the axis is not one of time.

    ``events`` is ``main`` (agreements and laws) or ``all``. A year stands at its middle, as its data do.
    """
    if not events or axis not in ("years", "fiscal-years", "dates"):
        return ()
    rows = milestones[[exhibit in text.split("|") for text in milestones["exhibits"]]]
    if events == "main":
        rows = rows[rows["kind"].isin(MAIN_KINDS)]
    placed = []
    for row in rows.itertuples():
        words = T("{when}: {title}", "{when}: {title}").format(
            when=when(row.date, row.date_precision), title=T(row.title, row.title_es)
        )
        exact = row.date_precision in ("day", "month")
        placed.append(Milestone(row.milestone_id, _position(Period.parse(row.date), axis), words, exact))
    return tuple(placed)


def _position(period: Period, axis: Axis) -> float | str:
    middle = period.midpoint
    if axis == "dates":
        return middle.isoformat()
    year = middle.year + (middle.timetuple().tm_yday - 0.5) / 365.25
    start_of_year = 0.25 if axis == "fiscal-years" else 0.0  # a fiscal year begins in October of the year before
    return round(year + start_of_year - 0.5, 2)
