"""Periods as the data writes them, and what they mean.

A period is a string in the CSV files and a `Period` in memory:

=================  ======================================  ===========================
kind               written                                 means
=================  ======================================  ===========================
year               ``2015``                                the calendar year
fiscal-year        ``FY2015``                              1 October 2014 to 30 September 2015
quarter            ``2015-Q1``                             January to March 2015
month              ``2015-03``                             the month
day                ``2016-12-05``                          the day
part-of-year       ``2022-01/2022-11``                     months of one year, not all of them
span               ``1995/2000``, ``FY2012/FY2017``,       from the first to the last, both included
                   ``2010-05/2012-06``
=================  ======================================  ===========================

Spans and parts of a year never make a time axis.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Kind = Literal["year", "fiscal-year", "quarter", "month", "day", "span", "part-of-year"]

KINDS: tuple[Kind, ...] = ("year", "fiscal-year", "quarter", "month", "day", "span", "part-of-year")

ALLOWED = (
    "2015, FY2015, 2015-Q1, 2015-03, 2016-12-05, a span such as 1995/2000 or FY2012/FY2017, "
    "or part of a year such as 2022-01/2022-11"
)

# fmt: off
_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
}
# fmt: on
_ORDINALS_ES = ("1.er", "2.º", "3.er", "4.º")


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _fiscal_year(year: int) -> tuple[date, date]:
    return date(year - 1, 10, 1), date(year, 9, 30)


def _quarter(year: int, quarter: int) -> tuple[date, date]:
    return date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), _month_end(year, month)


def _day(year: int, month: int, day: int) -> tuple[date, date]:
    return date(year, month, day), date(year, month, day)


_SINGLE: tuple[tuple[Kind, re.Pattern[str], Callable[..., tuple[date, date]]], ...] = (
    ("year", re.compile(r"(\d{4})"), _year),
    ("fiscal-year", re.compile(r"FY(\d{4})"), _fiscal_year),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])"), _quarter),
    ("month", re.compile(r"(\d{4})-(\d{2})"), _month),
    ("day", re.compile(r"(\d{4})-(\d{2})-(\d{2})"), _day),
)


@dataclass(frozen=True, slots=True)
class Period:
    """One period: its `kind`, first and last day (both included) and the text it was read from."""

    kind: Kind
    start: date
    end: date
    text: str

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that `text` writes. ValueError, saying what is allowed, where it writes none."""
        return _parse(text)

    @property
    def first_year(self) -> int:
        """The year of the start; for fiscal years the number of the first fiscal year."""
        return int(self.text[2:6]) if self.text.startswith("FY") else self.start.year

    @property
    def last_year(self) -> int:
        """The year of the end, fiscal years by their number."""
        return self.end.year

    @property
    def year(self) -> int | None:
        """The calendar year, or the number of the fiscal year; None for a span."""
        return None if self.kind == "span" else self.last_year

    @property
    def on_axis(self) -> bool:
        """Whether the period may stand on a time axis: spans and parts of a year may not."""
        return self.kind not in ("span", "part-of-year")

    @property
    def midpoint(self) -> date:
        """The day in the middle, where a mark of the whole period belongs on a time axis."""
        return self.start + (self.end - self.start) / 2

    def year_overlaps(self, year: int) -> bool:
        """Whether a chosen year matches: the year, FY of that number, its parts, a span that overlaps it."""
        return self.first_year <= year <= self.last_year

    def label(self, lang: str) -> str:
        """The period in words, `lang` being "en" or "es": FY2015 -> "FY2015", "año fiscal 2015"."""
        if lang not in _MONTHS:
            raise ValueError(f"language {lang!r}: allowed are en, es")
        if "/" not in self.text:
            return _LABELS[self.kind](self, lang)
        first, last = (Period.parse(half) for half in self.text.split("/"))
        if first.kind == "fiscal-year" and lang == "es":
            return f"años fiscales {first.last_year}–{last.last_year}"
        if self.kind == "part-of-year":
            tail = last.label(lang)
            return f"{_MONTHS[lang][first.start.month - 1]}–{tail}"
        return f"{first.label(lang)}–{last.label(lang)}"


def _month_label(period: Period, lang: str) -> str:
    name = _MONTHS[lang][period.start.month - 1]
    return f"{name} {period.start.year}" if lang == "en" else f"{name} de {period.start.year}"


def _quarter_label(period: Period, lang: str) -> str:
    quarter = (period.start.month + 2) // 3
    if lang == "en":
        return f"Q{quarter} {period.start.year}"
    return f"{_ORDINALS_ES[quarter - 1]} trimestre de {period.start.year}"


def _day_label(period: Period, lang: str) -> str:
    name, day, year = _MONTHS[lang][period.start.month - 1], period.start.day, period.start.year
    return f"{name} {day}, {year}" if lang == "en" else f"{day} de {name} de {year}"


_LABELS: dict[str, Callable[[Period, str], str]] = {
    "year": lambda period, lang: period.text,
    "fiscal-year": lambda period, lang: period.text if lang == "en" else f"año fiscal {period.last_year}",
    "quarter": _quarter_label,
    "month": _month_label,
    "day": _day_label,
}


def in_words(text: str, lang: str) -> str:
    """A date of a publication in words, ``2025-01-16`` as "January 16, 2025"; what writes no period stays as it is."""
    try:
        return Period.parse(text).label(lang)
    except ValueError:
        return text


def _refuse(text: str) -> ValueError:
    return ValueError(f"period {text!r}: allowed are {ALLOWED}")


def _parse_single(text: str) -> Period | None:
    for kind, pattern, days in _SINGLE:
        match = pattern.fullmatch(text)
        if match:
            start, end = days(*map(int, match.groups()))
            return Period(kind, start, end, text)
    return None


def _parse_pair(text: str) -> Period | None:
    halves = text.split("/")
    first, last = (_parse_single(half) for half in halves) if len(halves) == 2 else (None, None)
    if first is None or last is None or first.kind != last.kind or first.start >= last.start:
        return None
    months_of_one_year = first.kind == "month" and first.start.year == last.start.year
    kind: Kind = "part-of-year" if months_of_one_year else "span"
    return Period(kind, first.start, last.end, text)


@lru_cache(maxsize=8192)
def _parse(text: str) -> Period:
    try:
        period = _parse_pair(text) if "/" in text else _parse_single(text)
    except ValueError:  # a month 13, a 30 February
        period = None
    if period is None:
        raise _refuse(text)
    return period
