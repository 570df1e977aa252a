"""What a file is called: ``economy-1_us-mexico-trade_2000-2015_en.png`` says what is in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.export.order import Order

PICTURES: Final = ("png", "svg", "pdf")
_LONGEST: Final = 32  # characters of a subject
_ENOUGH: Final = 14  # characters after which a subject ends where its next small word stands
_NAMED: Final = 2  # values of a filter that are named
_SMALL_WORDS: Final = (
    "a an and are at beside between by for from how in into of on that the their to under what which who with "
    "al como con cuales de del desde e el en entre junto la las lo los no para por que se su sus un una y"
)
_SMALL: Final = frozenset(_SMALL_WORDS.split())


def slug(text: str) -> str:
    """``text`` in lower-case letters of ASCII and digits, joined by hyphens: ``"U.S.-Mexico trade"``, ``us-mexico-trade``."""
    spelt = text.replace("U.S.", "US").replace("’", "'").replace("'s ", "s ")
    spelt = re.sub(r"EE\.\s?UU\.", "EEUU", spelt)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def subject(text: str) -> str:
    """The slug of a subject, cut at a word: before its first small word once it is long enough."""
    kept: list[str] = []
    for word in slug(text).split("-"):
        so_far = len("-".join(kept))
        if so_far + len(word) + bool(kept) > _LONGEST or (so_far >= _ENOUGH and word in _SMALL):
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1] in _SMALL:
        kept.pop()
    return "-".join(kept) or slug(text)[:_LONGEST]


def file_name(order: Order, format: str) -> str:
    """The name of the file that ``order`` is made into: what, when, which filters, language; of pictures also the look."""
    return "_".join(_parts(order, format)) + f".{format}"


def _parts(order: Order, format: str) -> Iterator[str]:
    exhibit, selection = order.exhibit, order.selection
    yield exhibit.id
    yield subject(exhibit.subject[order.lang])
    view = selection.view_of(exhibit.id, exhibit.default_view)
    if view != exhibit.default_view:
        yield view
    part = selection.only(exhibit.dimensions)
    if order.rows == "all" and format not in (*PICTURES, "pptx"):
        yield "all-rows"
    else:
        if part.years:
            yield str(part.years) if part.years.is_range else _few([str(year) for year in part.years.values])
        if part.vintage == "latest" or not part.years:
            yield part.vintage
        for _, values in part.dims:
            yield _few(values)
    if format in PICTURES:
        if order.shape != "card":
            yield order.shape
        if order.theme == "dark":
            yield order.theme
        if format == "png" and order.scale > 1:
            yield f"{order.scale}x"
    elif format == "pptx" and order.theme == "dark":
        yield order.theme
    yield order.lang


def _few(values: Sequence[str]) -> str:
    """The first values, and how many more there are: a name stays short enough for every file system."""
    more = len(values) - _NAMED
    return "+".join([*(slug(value)[:_LONGEST] for value in values[:_NAMED]), *([f"{more}-more"] if more > 0 else [])])
