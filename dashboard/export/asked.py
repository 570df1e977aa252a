"""What a request to the API asks for: the pages' parameters and a few more, read strictly. What cannot be read is refused."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, get_args
from urllib.parse import parse_qsl, urlencode

from werkzeug.exceptions import HTTPException

from dashboard.charts.theme import SIZES
from dashboard.exhibits.compose import Composer
from dashboard.export.licences import RULES
from dashboard.export.order import ROWS, SCALES, SHAPES, Order
from dashboard.parameters import PARAMETERS, parse
from dashboard.selection import DIMENSIONS, THEMES, VINTAGES, Events, Selection, Vocabulary
from dashboard.text import LANGS, Lang, T, join

PAGE: Final = tuple(parameter.name for parameter in PARAMETERS)


@dataclass(frozen=True)
class Extra:
    """A parameter that only the API has: the values that it can have, the first being the default; what it does."""

    values: tuple[str, ...]
    words: str


EXTRAS: Final[Mapping[str, Extra]] = {
    "rows": Extra(ROWS, "Rows of the view on show that the filters keep, or all rows of the exhibit."),
    "shape": Extra(SHAPES, "Shape of a picture: the card, a slide (16:9), a square, the width of a column."),
    "scale": Extra(tuple(map(str, SCALES)), "Pixels of a picture for each pixel of its shape."),
    "size": Extra(("large", *(name for name in SIZES if name != "large")), "Width for which a figure is laid out."),
    "reuse": Extra(("", *(rule.id for rule in RULES)), "Only sources under this rule for passing on their numbers."),
}
OF_EXHIBIT: Final = (*PAGE, "rows")
OF_FILE: Final = (*PAGE, "rows", "shape", "scale")
OF_FIGURE: Final = (*PAGE, "size")
_SHOWN: Final = 60  # characters of a rejected value that are repeated

_UNKNOWN = T(
    "“{name}” is not a parameter of this address. Allowed: {allowed}.",
    "«{name}» no es un parámetro de esta dirección. Permitidos: {allowed}.",
)
_TWICE = T("“{name}” stands twice; write it once.", "«{name}» aparece dos veces; escríbalo una sola vez.")
_NOT_ONE_OF = T(
    "{name}: “{found}” is not known. Allowed: {allowed}.", "{name}: «{found}» no se reconoce. Permitidos: {allowed}."
)
_NONE = T("none", "ninguno")


class Refused(HTTPException):
    """A request that is answered with an error: status, words in both languages, and facts for programs."""

    def __init__(self, status: int, words: T, **facts: Any) -> None:
        super().__init__(words.en)
        self.code = status
        self.words = words
        self.facts = facts


@dataclass(frozen=True)
class Asked:
    """What a query says: a selection, its language (English where it names none), and the API's own parameters."""

    selection: Selection
    lang: Lang
    extras: Mapping[str, str]


def read(query: str, allowed: Collection[str], vocabulary: Vocabulary) -> Asked:
    """Read a query string of which the parameters ``allowed`` are known.

    Raises:
        Refused: 400, naming every parameter that cannot be used and what it may be. A range of years that reaches
            beyond the data is cut, as on the pages.
    """
    pairs = [(_sane(name), _sane(text)) for name, text in parse_qsl(query, keep_blank_values=True)]
    names = [name for name, _ in pairs]
    problems = [_problem(name, "", _unknown(name, allowed), sorted(allowed)) for name in names if name not in allowed]
    problems += [_problem(name, "", _TWICE.format(name=name)) for name in dict.fromkeys(names) if names.count(name) > 1]
    given = {name: text for name, text in pairs if name in allowed}
    extras = {name: given.get(name, EXTRAS[name].values[0]) for name in EXTRAS if name in allowed}
    for name, text in extras.items():
        if text not in EXTRAS[name].values:
            values = [value for value in EXTRAS[name].values if value]
            words = _NOT_ONE_OF.format(name=name, found=_short(text), allowed=", ".join(values))
            problems.append(_problem(name, text, words, values))
    of_page = {name: text for name, text in given.items() if name not in EXTRAS}
    selection, found = parse(urlencode(of_page), vocabulary)
    for one in found:
        if not (one.parameter == "years" and selection.years):
            problems.append(_problem(one.parameter, one.found, one.message, values_of(one.parameter, vocabulary)))
    if problems:
        raise _refused(problems)
    return Asked(selection, selection.lang or "en", extras)


def read_of(composer: Composer, exhibit: str, query: str, allowed: Collection[str]) -> Asked:
    """Read the query of an exhibit's own address: a view of it may stand there bare, years are those of its data.

    Raises:
        Refused: 404 where there is no such exhibit, else as ``read``; also where its data have none of the years.
    """
    if exhibit not in composer.exhibits:
        raise no_such("exhibit", exhibit, composer.exhibits)
    one = composer.exhibits[exhibit]
    pairs = [(_sane(name), _sane(text)) for name, text in parse_qsl(query, keep_blank_values=True)]
    written = [(name, _of_exhibit(exhibit, text) if name == "view" else text) for name, text in pairs]
    try:
        return read(urlencode(written), allowed, composer.vocabulary_of((one,)))
    except Refused as no:
        views = [f"{exhibit}:{view.id}" for view in one.views]
        problems = [
            _problem(
                "view", p["found"], _NOT_ONE_OF.format(name="view", found=p["found"], allowed=", ".join(views)), views
            )
            if p["parameter"] == "view" and p["found"]  # not one that stands twice
            else p
            for p in no.facts["problems"]
        ]
        raise _refused(problems) from None


def _of_exhibit(exhibit: str, views: str) -> str:
    return ",".join(view if ":" in view else f"{exhibit}:{view}" for view in views.split(","))


def _refused(problems: Sequence[dict[str, Any]]) -> Refused:
    return Refused(400, join(T(**problem["words"]) for problem in problems), problems=list(problems))


def _problem(name: str, found: str, words: T, allowed: Collection[str] = ()) -> dict[str, Any]:
    told = {"parameter": _short(name), "found": _short(found), "words": {"en": words.en, "es": words.es}}
    return told | ({"allowed": list(allowed)} if allowed else {})


def _unknown(name: str, allowed: Collection[str]) -> T:
    listed = ", ".join(sorted(allowed))
    return _UNKNOWN.format(name=_short(name), allowed=T(listed, listed) if listed else _NONE)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _sane(text: str) -> str:
    """Text that can be written as UTF-8 again."""
    return text.encode("utf-8", "replace").decode("utf-8")


def values_of(parameter: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a parameter of the pages may be, where that is a list; a dimension and ``view`` take several with commas."""
    if parameter in DIMENSIONS:
        return tuple(vocabulary.values.get(parameter, {}))
    if parameter == "view":
        return tuple(f"{exhibit}:{view}" for exhibit, views in vocabulary.views.items() for view in views)
    fixed: dict[str, tuple[str, ...]] = {
        "vintage": VINTAGES,
        "lang": LANGS,
        "theme": THEMES,
        "events": tuple(value for value in get_args(Events) if value),
    }
    return tuple(vocabulary.views) if parameter in ("from", "table", "tray") else fixed.get(parameter, ())


def order(composer: Composer, exhibit: str, asked: Asked, site: str) -> Order:
    """The order of an exhibit. Raises ``Refused``, 404 with the ids that there are."""
    if exhibit not in composer.exhibits:
        raise no_such("exhibit", exhibit, composer.exhibits)
    extras = asked.extras
    return Order(
        composer,
        composer.exhibits[exhibit],
        asked.selection,
        asked.lang,
        theme="dark" if asked.selection.theme == "dark" else "light",
        shape=next((shape for shape in SHAPES if shape == extras.get("shape")), "card"),
        scale=int(extras.get("scale", 1)),
        rows="all" if extras.get("rows") == "all" else "shown",
        site=site,
    )


_NO_SUCH: Final = {
    "exhibit": T("There is no exhibit “{id}”.", "No existe la gráfica «{id}»."),
    "source": T("There is no source “{id}”.", "No existe la fuente «{id}»."),
    "format": T("There is no format “{id}”.", "No existe el formato «{id}»."),
    "address": T("There is nothing at “{id}”.", "No hay nada en «{id}»."),
}
_THERE_ARE: Final = T("{no} There are: {ids}.", "{no} Existen: {ids}.")
_MANY: Final = 60


def no_such(what: str, id: str, ids: Collection[str]) -> Refused:
    """404 with what there is."""
    listed = ", ".join(list(ids)[:_MANY]) + (", …" if len(ids) > _MANY else "")
    words = _THERE_ARE.format(no=_NO_SUCH[what].format(id=_short(id)), ids=listed)
    return Refused(404, words, allowed=list(ids))
