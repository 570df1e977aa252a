"""Bilingual text: every word that a person reads is a ``T``, every number is written by Babel.

Numbers follow U.S. English and Mexican Spanish conventions, which agree on ``1,234.5``;
a minus is the true minus sign (U+2212) in both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from babel.numbers import format_decimal

Lang = Literal["en", "es"]
LANGS: Final[tuple[Lang, ...]] = ("en", "es")
LOCALES: Final[dict[Lang, str]] = {"en": "en_US", "es": "es_MX"}
MINUS: Final = "\u2212"
EN_DASH: Final = "\u2013"


@dataclass(frozen=True)
class T:
    """A text in both languages.

    ``T("Source", "Fuente")["es"]`` reads one; ``format`` fills ``{fields}`` in both, taking the
    language's own side of every value that is itself a ``T``.
    """

    en: str
    es: str

    def __post_init__(self) -> None:
        # The abbreviation of the United States is never broken over two lines.
        object.__setattr__(self, "es", self.es.replace("EE. UU.", "EE.\u00a0UU."))

    def __getitem__(self, lang: Lang) -> str:
        return self.en if lang == "en" else self.es

    def format(self, **values: object) -> T:
        """The text with its ``{fields}`` filled in; raises ``KeyError`` for one that is not given."""
        return T(*(self[lang].format(**{name: _side(value, lang) for name, value in values.items()}) for lang in LANGS))

    def __add__(self, other: T | str) -> T:
        return T(self.en + _side(other, "en"), self.es + _side(other, "es"))

    def __bool__(self) -> bool:
        return bool(self.en or self.es)

    def capitalized(self) -> T:
        """The same with a capital first letter, as at the start of a sentence."""
        return T(self.en[:1].upper() + self.en[1:], self.es[:1].upper() + self.es[1:])


EMPTY: Final = T("", "")


def _side(value: object, lang: Lang) -> str:
    return value[lang] if isinstance(value, T) else str(value)


def same(text: object) -> T:
    """A text that reads alike in both languages: a name, a year, a code."""
    return T(str(text), str(text))


def join(parts: Iterable[T], separator: str = " ") -> T:
    """The parts that say something, with ``separator`` between them."""
    kept = [part for part in parts if part]
    return T(separator.join(p.en for p in kept), separator.join(p.es for p in kept))


def listing(parts: Iterable[T]) -> T:
    """ "A, B and C" in words."""
    items = list(parts)
    if len(items) < 2:
        return items[0] if items else EMPTY
    head, last = join(items[:-1], ", "), items[-1]
    # Spanish writes "e" before the sound of i ("China e India").
    conjunction = "e" if last.es.lower().startswith(("i", "hi")) and not last.es.lower().startswith("hie") else "y"
    return T(f"{head.en} and {last.en}", f"{head.es} {conjunction} {last.es}")


def names(text: str) -> T:
    """The names of people that a cell of the package holds, ``A; B``, as a byline says them: "A and B"."""
    return listing(same(name.strip()) for name in text.split(";"))


def number(value: float, digits: int = 0, sign: bool = False) -> T:
    """``value`` rounded half up to ``digits`` decimals, grouped by thousands.

    With ``sign`` a positive value carries its plus sign. Raises ``ValueError`` for a value that is no number.
    """
    if value != value:
        raise ValueError("not a number: a gap has no figure to print")
    return _written(float(value) + 0.0, digits, sign)  # zero has one sign


@lru_cache(maxsize=1 << 16)  # a filter shows again what the whole has shown
def _written(value: float, digits: int, sign: bool) -> T:
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    if sign:
        pattern = f"+{pattern};-{pattern}"
    return T(*(format_decimal(value, format=pattern, locale=LOCALES[lang]).replace("-", MINUS) for lang in LANGS))


def percent(value: float, digits: int = 0) -> T:
    """A share given in per cent; U.S. English and Mexican Spanish both set the sign close."""
    return number(value, digits) + "%"


def years_span(first: int, last: int) -> T:
    """``1993-2015`` with an en dash, or the one year."""
    return same(first if first == last else f"{first}{EN_DASH}{last}")


def as_lang(text: str) -> Lang:
    """``text`` as a language. Raises ``ValueError`` for another than en or es."""
    if text not in LANGS:
        raise ValueError(f"language {text!r}: allowed are en and es")
    return text
