"""The view a reader has chosen, as one frozen value that is wholly in the address.

``PARAMETERS`` is the typed list of everything an address can say, in the order in which it is written.
Each parameter knows how it is read and how it is written; what cannot be read is left out and comes
back as a ``Problem`` in words. Nothing here knows Dash or Plotly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal
from urllib.parse import parse_qsl, quote

import pandas as pd

from dashboard.text import EMPTY, LANGS, Lang, T, as_lang, join, listing, same
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
_SHOWN: Final = 60  # characters of a rejected value that are repeated to the reader


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


class RejectedError(ValueError):
    """A value that an address cannot have; ``message`` says what is allowed."""

    def __init__(self, message: T) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True)
class Parameter:
    """One name in the address: how it is read into a selection, and how it is written (empty: left out)."""

    name: str
    read: Callable[[Selection, str, Vocabulary], tuple[Selection, T]]
    write: Callable[[Selection], str]
    default: str = field(default="")


def parse(query: str, vocabulary: Vocabulary) -> tuple[Selection, list[Problem]]:
    """Read a query string (with or without its question mark).

    Returns the selection that it means and, in words, everything in it that could not be used.
    Never raises: an address that somebody mistyped still opens a page.
    """
    selection, problems, seen = Selection(), [], set()
    known = {p.name: p for p in PARAMETERS}
    for name, text in parse_qsl(query.lstrip("?"), keep_blank_values=True, max_num_fields=None):
        found = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        if name not in known:
            allowed = ", ".join(known)
            problems.append(Problem(name[:_SHOWN], found, _UNKNOWN.format(name=name[:_SHOWN], allowed=allowed)))
            continue
        if name in seen:
            problems.append(Problem(name, found, _TWICE.format(name=name)))
            continue
        seen.add(name)
        try:
            selection, remark = known[name].read(selection, text, vocabulary)
        except RejectedError as no:
            remark = no.message
        if remark:
            problems.append(Problem(name, found, remark))
    return replace(selection, dims=tuple(sorted(selection.dims, key=lambda d: DIMENSIONS.index(d[0])))), problems


_UNKNOWN = T(
    "“{name}” is not a parameter of this site and was ignored. Allowed: {allowed}.",
    "«{name}» no es un parámetro de este sitio y se ignoró. Permitidos: {allowed}.",
)
_TWICE = T("“{name}” stands twice; the first one counts.", "«{name}» aparece dos veces; cuenta la primera.")
_NOT_ONE_OF = T(
    "{name}: “{found}” is not known. Allowed: {allowed}.",
    "{name}: «{found}» no se reconoce. Permitidos: {allowed}.",
)
_YEARS_FORM = T(
    "years: “{found}” was ignored. Write a range (2000-2015) or single years (2008,2012), from {first} to {last}.",
    "years: se ignoró «{found}». Escriba un intervalo (2000-2015) o años sueltos (2008,2012), de {first} a {last}.",
)
_YEARS_CUT = T(
    "years: the data run from {first} to {last}; “{found}” was cut to {kept}.",
    "years: los datos van de {first} a {last}; «{found}» se recortó a {kept}.",
)


_PIN_FORM = T(
    "pin: “{found}” was ignored. Write an exhibit and what is kept of it (economy-1~years:2000-2008~vintage:latest); it may hold {allowed}.",
    "pin: se ignoró «{found}». Escriba una gráfica y lo que se conserva de ella (economy-1~years:2000-2008~vintage:latest); admite {allowed}.",
)
_IN_PIN = T("In pin: {problem}", "En pin: {problem}")
_SLUG = T(
    "{name}: “{found}” was ignored. Allowed: one value in lower case, words joined by hyphens.",
    "{name}: se ignoró «{found}». Permitido: un valor en minúsculas, palabras unidas por guiones.",
)


def _quote(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _read_years(selection: Selection, text: str, vocabulary: Vocabulary) -> tuple[Selection, T]:
    limits = {"first": vocabulary.first_year, "last": vocabulary.last_year, "found": _quote(text)}
    span = re.fullmatch(r"(\d{4})-(\d{4})", text)
    if span:
        low, high = int(span[1]), int(span[2])
        first, last = max(low, vocabulary.first_year), min(high, vocabulary.last_year)
        if low > high or first > last:
            raise RejectedError(_YEARS_FORM.format(**limits))
        years = Years((first, last), is_range=True) if first < last else Years((first,))
        exact = (first, last) == (low, high)
    elif re.fullmatch(r"\d{4}(,\d{4})*", text):
        asked = sorted({int(year) for year in text.split(",")})
        kept = tuple(y for y in asked if vocabulary.first_year <= y <= vocabulary.last_year)
        if not kept:
            raise RejectedError(_YEARS_FORM.format(**limits))
        years, exact = Years(kept), len(kept) == len(asked)
    else:
        raise RejectedError(_YEARS_FORM.format(**limits))
    remark = EMPTY if exact else _YEARS_CUT.format(kept=years.words(), **limits)
    return replace(selection, years=years), remark


def _read_dimension(name: str) -> Callable[[Selection, str, Vocabulary], tuple[Selection, T]]:
    def read(selection: Selection, text: str, vocabulary: Vocabulary) -> tuple[Selection, T]:
        allowed = vocabulary.values.get(name, {})
        asked = list(dict.fromkeys(text.split(",")))
        kept = tuple(value for value in sorted(asked) if value in allowed)
        wrong = [value for value in asked if value not in allowed]
        remark = _not_one_of(name, ", ".join(wrong), allowed) if wrong else EMPTY
        if kept:
            selection = replace(selection, dims=(*selection.dims, (name, kept)))
        return selection, remark

    return read


def _not_one_of(name: str, found: str, allowed: Iterable[str]) -> T:
    names = list(allowed)
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return _NOT_ONE_OF.format(name=name, found=_quote(found), allowed=shown)


def _one_of(
    name: str, attribute: str, allowed: Callable[[Vocabulary], Iterable[str]]
) -> Callable[..., tuple[Selection, T]]:
    def read(selection: Selection, text: str, vocabulary: Vocabulary) -> tuple[Selection, T]:
        if text not in allowed(vocabulary):
            raise RejectedError(_not_one_of(name, text, allowed(vocabulary)))
        chosen: dict[str, Any] = {attribute: text}
        return replace(selection, **chosen), EMPTY

    return read


def _read_view(selection: Selection, text: str, vocabulary: Vocabulary) -> tuple[Selection, T]:
    kept, remark = {}, EMPTY
    for part in text.split(","):
        exhibit, _, view = part.partition(":")
        views = vocabulary.views.get(exhibit, ())
        if view in views:
            kept[exhibit] = view
        else:
            allowed = [f"{exhibit}:{v}" for v in views] or [f"{e}:…" for e in vocabulary.views]
            remark = _not_one_of("view", part, allowed)
    default = {exhibit: views[0] for exhibit, views in vocabulary.views.items() if views}
    chosen = tuple(sorted((e, v) for e, v in kept.items() if v != default[e]))
    return replace(selection, views=chosen), remark


def _read_list(name: str) -> Callable[[Selection, str, Vocabulary], tuple[Selection, T]]:
    def read(selection: Selection, text: str, vocabulary: Vocabulary) -> tuple[Selection, T]:
        if name != "q" and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
            raise RejectedError(_SLUG.format(name=name, found=_quote(text)))
        chosen = dict(selection.lists) | ({name: text[:_SHOWN].strip()} if text.strip() else {})
        return replace(selection, lists=tuple((n, chosen[n]) for n in LISTS if n in chosen)), EMPTY

    return read


def _read_pin(selection: Selection, text: str, vocabulary: Vocabulary) -> tuple[Selection, T]:
    exhibit, *parts = text.split("~")
    if exhibit not in vocabulary.views:
        raise RejectedError(_not_one_of("pin", exhibit, vocabulary.views))
    query = "&".join(part.replace(":", "=", 1) for part in parts).replace("view=", f"view={exhibit}:")
    if wrong := [part for part in parts if part.partition(":")[0] not in PINNED]:
        raise RejectedError(_PIN_FORM.format(found=_quote(wrong[0]), allowed=", ".join(PINNED)))
    state, problems = parse(query, vocabulary)
    remark = join(problem.message for problem in problems)
    return replace(selection, pinned=Pin(exhibit, state)), _IN_PIN.format(problem=remark) if remark else EMPTY


def _write_pin(selection: Selection) -> str:
    if selection.pinned is None:
        return ""
    state, exhibit = selection.pinned.state, selection.pinned.exhibit
    parts = ((p.name, p.write(state).removeprefix(f"{exhibit}:")) for p in PARAMETERS if p.name in PINNED)
    return "~".join([exhibit, *(f"{name}:{text}" for name, text in parts if text)])


def _read_tray(selection: Selection, text: str, vocabulary: Vocabulary) -> tuple[Selection, T]:
    asked = list(dict.fromkeys(text.split(",")))
    wrong = [one for one in asked if one not in vocabulary.views]
    remark = _not_one_of("tray", ", ".join(wrong), vocabulary.views) if wrong else EMPTY
    return replace(selection, tray=tuple(one for one in asked if one in vocabulary.views)), remark


def _write_list(name: str) -> Callable[[Selection], str]:
    return lambda selection: dict(selection.lists).get(name, "")


def _write_dimension(name: str) -> Callable[[Selection], str]:
    return lambda selection: ",".join(selection.values_of(name))


PARAMETERS: Final[tuple[Parameter, ...]] = (
    Parameter("years", _read_years, lambda s: str(s.years) if s.years else ""),
    *(Parameter(name, _read_dimension(name), _write_dimension(name)) for name in DIMENSIONS),
    Parameter(
        "vintage",
        _one_of("vintage", "vintage", lambda _: VINTAGES),
        lambda s: "" if s.vintage == "report" else s.vintage,
        default="report",
    ),
    Parameter("view", _read_view, lambda s: ",".join(f"{e}:{v}" for e, v in s.views)),
    Parameter("from", _one_of("from", "clicked", lambda v: v.views), lambda s: s.clicked if s.is_filtered() else ""),
    Parameter("pin", _read_pin, _write_pin),
    Parameter("table", _one_of("table", "table", lambda v: v.views), lambda s: s.table),
    Parameter("events", _one_of("events", "events", lambda _: ("main", "all")), lambda s: s.events),
    *(Parameter(name, _read_list(name), _write_list(name)) for name in LISTS),
    Parameter("tray", _read_tray, lambda s: ",".join(s.tray)),
    Parameter("lang", _one_of("lang", "lang", lambda _: LANGS), lambda s: s.lang),
    Parameter("theme", _one_of("theme", "theme", lambda _: THEMES), lambda s: s.theme),
)


def language(selection: Selection, cookie: str, accepted: str) -> Lang:
    """The language of a page: the address, then the cookie, then what the browser prefers, then English."""
    if selection.lang:
        return selection.lang
    if cookie in LANGS:
        return as_lang(cookie)
    preferences = []
    for part in accepted.split(","):
        tag, _, weight = part.partition(";q=")
        quality = float(weight) if re.fullmatch(r"\d(\.\d+)?", weight.strip()) else 1.0
        preferences.append((-quality, tag.strip().lower()[:2]))
    for _, tag in sorted(preferences, key=lambda p: p[0]):
        if tag in LANGS:
            return as_lang(tag)
    return "en"
