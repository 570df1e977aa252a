"""The dialogues and institutions that the report names, read from their table of records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dashboard.exhibits.events import REPORT_YEAR
from dashboard.exhibits.prepare import Shown
from dashboard.text import EMPTY, T, join, same

RECORDS: Final = "foreign-policy-mechanisms"
# What a mechanism was in March 2017, in four groups: the statuses of the table that make it up.
STATES: Final = {
    "alive": ("active", "new"),
    "doubt": ("in-doubt",),
    "plan": ("planned", "proposed"),
    "over": ("ended", "inactive"),
}
# Every topic of the table under one heading; a mechanism with several topics stands under its first.
# fmt: off
AREAS: Final = {
    "economy": ["trade", "economy", "finance", "labor", "environment", "innovation", "education", "research", "transport", "border"],
    "security": [
        "security", "justice", "violence-prevention", "human-rights", "drugs", "counterterrorism", "cybersecurity",
        "defense", "peacekeeping", "disasters",
    ],
    "migration": ["migration", "refugees"],
    "energy": ["energy", "energy-data", "energy-regulation", "electricity", "climate"],
    "diplomacy": ["foreign-policy", "multilateral", "summit", "democracy", "development", "health"],
}
# fmt: on
_YEAR: Final = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class Mechanism:
    """One of them. ``since`` says what was found of it after March 2017: empty where nobody looked."""

    id: str
    name: T
    short: T
    members: T
    topics: T
    area: str
    start: int | None
    end: int | None
    state: str
    status: T
    since: T
    note: T

    @property
    def followed(self) -> bool:
        """Whether anybody looked for what became of it after March 2017."""
        return bool(self.since)

    @property
    def ended(self) -> int | None:
        """The year in which it is known to have ended; an end ahead of March 2017 that nobody followed up is a plan."""
        return self.end if self.end and (self.followed or self.end < REPORT_YEAR) else None

    @property
    def heard_of(self) -> int | None:
        """The last year that the words on what became of it name, if it lies after the report's."""
        years = [int(year) for year in _YEAR.findall(self.since.en)]
        return max(years) if years and max(years) > REPORT_YEAR else None

    def years(self, latest: bool) -> T:
        """Its years in words, as they were known in March 2017 or (``latest``) as they are today."""
        end = self.ended if latest or (self.ended and self.ended < REPORT_YEAR) else None
        start = str(self.start) if self.start else ""
        if self.end and not self.ended:
            return T("{start}–{end}, as planned", "{start}-{end}, según lo previsto").format(start=start, end=self.end)
        if self.start and end:
            return same(start if self.start == end else f"{start}–{end}")
        if end:
            return T("to {end}", "hasta {end}").format(end=end)
        if self.start and self.state == "over":
            return T("from {start}, over by 2017", "desde {start}, concluido para 2017").format(start=start)
        return T("since {start}", "desde {start}").format(start=start) if start else EMPTY


def mechanisms(shown: Shown) -> list[Mechanism]:
    """All of them, in the order of the table."""
    rows = shown.record(RECORDS).to_dict("records")
    return [_mechanism(shown, {str(name): str(cell) for name, cell in row.items()}) for row in rows]


def _mechanism(shown: Shown, row: dict[str, str]) -> Mechanism:
    topics = row["topic"].split("|")
    short = row["abbreviation"].split("|")
    return Mechanism(
        id=row["mechanism_id"],
        name=T(row["name"], row["name_es"]),
        short=T(short[0], short[-1]) if short[0] and len(short) < 3 else T(row["name"], row["name_es"]),
        members=_words(shown, "member", row["members"].split("|")),
        topics=_words(shown, "topic", topics),
        area=next(area for area, held in AREAS.items() if topics[0] in held),
        start=int(row["start"]) if row["start"] else None,
        end=int(row["end"]) if row["end"] else None,
        state=next(state for state, held in STATES.items() if row["status_2017"] in held),
        status=shown.label("mechanism_status", row["status_2017"]),
        since=shown.note(row["status_since"]),
        note=T(row["note"], row["note_es"]),
    )


def _words(shown: Shown, dimension: str, ids: Iterable[str]) -> T:
    return join((shown.label(dimension, id) for id in ids), ", ")
