"""What decks are called: ``economy_latest_es.pptx``, ``us-mexico-relations_report_2000-2015_dark_en.pptx``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.export import names
from dashboard.export.order import Order
from dashboard.selection import Selection

_REPORT = {"en": "us-mexico-relations", "es": "relacion-mexico-eeuu"}
_NAMED = 3  # exhibits of a running order that are named
_VALUES = 2  # values of a filter that are named


def of_exhibit(order: Order) -> str:
    """One exhibit's, named like its other files."""
    return names.file_name(order, "pptx")


def of_chapter(order: Order) -> str:
    """A chapter's."""
    return _joined(order.exhibit.chapter, order)


def of_order(orders: Sequence[Order]) -> str:
    """A running order's: its first exhibits, and how many more there are."""
    ids = [order.exhibit.id for order in orders]
    more = [f"{len(ids) - _NAMED}-more"] if len(ids) > _NAMED else []
    return _joined("+".join([*ids[:_NAMED], *more]), orders[0])


def of_report(order: Order) -> str:
    """The whole report's."""
    return _joined(_REPORT[order.lang], order)


def _joined(what: str, order: Order) -> str:
    dark = [order.theme] if order.theme == "dark" else []
    return "_".join([what, order.selection.vintage, *_filters(order.selection), *dark, order.lang]) + ".pptx"


def _filters(selection: Selection) -> Iterator[str]:
    if selection.years:
        yield names.slug(str(selection.years))
    for _, values in selection.dims:
        more = [f"{len(values) - _VALUES}-more"] if len(values) > _VALUES else []
        yield "+".join([*values[:_VALUES], *more])
