"""The typed list of everything an address can say, in the order in which it is written.

Each parameter knows how it is read into a ``Selection`` and how it is written; what cannot be read is left out and
comes back as a ``Problem`` in words. Nothing here knows Dash or Plotly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Final
from urllib.parse import parse_qsl

from dashboard.selection import (
    DIMENSIONS,
    LISTS,
    PINNED,
    THEMES,
    VINTAGES,
    Pin,
    Problem,
    Selection,
    Vocabulary,
)
from dashboard.text import EMPTY, LANGS, Lang, T, as_lang, join
from dashboard.years import Years

_SHOWN: Final = 60  # characters of a rejected value that are repeated to the reader


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
    "“{name}” is not a parameter of this site. Allowed: {allowed}.",
    "«{name}» no es un parámetro de este sitio. Permitidos: {allowed}.",
)
_TWICE = T("“{name}” stands twice; the first one counts.", "«{name}» aparece dos veces; cuenta la primera.")
_NOT_ONE_OF = T(
    "{name}: “{found}” is not known. Allowed: {allowed}.",
    "{name}: «{found}» no se reconoce. Permitidos: {allowed}.",
)
_YEARS_FORM = T(
    "years: “{found}” cannot be used. Write a range (2000-2015) or single years (2008,2012), from {first} to {last}.",
    "years: no se puede usar «{found}». Escriba un intervalo (2000-2015) o años sueltos (2008,2012), de {first} a {last}.",
)
_YEARS_BACKWARDS = T(
    "years: in “{found}” the first year comes after the last. Write the earlier year first, from {first} to {last}.",
    "years: en «{found}» el primer año es posterior al último. Escriba antes el año menor, de {first} a {last}.",
)
_YEARS_CUT = T(
    "years: the data run from {first} to {last}; “{found}” was cut to {kept}.",
    "years: los datos van de {first} a {last}; «{found}» se recortó a {kept}.",
)


_PIN_FORM = T(
    "pin: “{found}” cannot be used. Write an exhibit and what is kept of it (economy-1~years:2000-2008~vintage:latest); it may hold {allowed}.",
    "pin: no se puede usar «{found}». Escriba una gráfica y lo que se conserva de ella (economy-1~years:2000-2008~vintage:latest); admite {allowed}.",
)
_IN_PIN = T("In pin: {problem}", "En pin: {problem}")
_SLUG = T(
    "{name}: “{found}” cannot be used. Allowed: one value in lower case, words joined by hyphens.",
    "{name}: no se puede usar «{found}». Permitido: un valor en minúsculas, palabras unidas por guiones.",
)


def _quote(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _read_years(selection: Selection, text: str, vocabulary: Vocabulary) -> tuple[Selection, T]:
    limits = {"first": vocabulary.first_year, "last": vocabulary.last_year, "found": _quote(text)}
    span = re.fullmatch(r"(\d{4})-(\d{4})", text)
    if span:
        low, high = int(span[1]), int(span[2])
        first, last = max(low, vocabulary.first_year), min(high, vocabulary.last_year)
        if low > high:
            raise RejectedError(_YEARS_BACKWARDS.format(**limits))
        if first > last:
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


def theme(selection: Selection, cookie: str) -> str:
    """The theme of a page that was chosen: the address's, then the cookie's; empty where the system's holds."""
    return selection.theme or (cookie if cookie in THEMES else "")


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
