"""Decks of slides that PowerPoint opens and edits: one exhibit, a chapter, a running order, the whole report."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from dashboard.exhibits.base import Exhibit
from dashboard.export.order import Order
from dashboard.export.slides import around, exhibit, look, put, told
from dashboard.export.slides.look import DeckError, Look
from dashboard.pages import words
from dashboard.text import T

MIME: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
RUNNING_ORDER: Final = T("A running order of {n} exhibits", "Una selección de {n} gráficas")
Step = Callable[[Exhibit], object]

__all__ = ["MIME", "DeckError", "Step", "Template", "of_chapter", "of_exhibit", "of_order", "of_report", "orders_of"]


@dataclass(frozen=True)
class Template:
    """A presentation whose masters, layouts, fonts and size a deck takes: its bytes, its name in messages."""

    file: bytes
    name: str


def _nothing(_: Exhibit) -> None:
    """Nobody follows the progress."""


def of_exhibit(order: Order, template: Template | None = None, step: Step = _nothing) -> bytes:
    """The slides of one exhibit, as the file's bytes. ``step`` is told each exhibit once its slides are made.

    Raises:
        DeckError: for a template that is no presentation, in words.
        studio.PictureError: where a picture was not drawn although there is a browser.
    """
    opened = _opened(order, template)
    exhibit.add(opened, order)
    step(order.exhibit)
    return _saved(opened, order, order.composed().arranged.headline)


def of_chapter(order: Order, template: Template | None = None, step: Step = _nothing) -> bytes:
    """The chapter of the order's exhibit under its selection: opening, exhibits, sources. Raises as ``of_exhibit``."""
    opened = _opened(order, template)
    name = _chapter(opened, order, step).name
    return _saved(opened, order, T(name, name))


def of_order(orders: Sequence[Order], template: Template | None = None, step: Step = _nothing) -> bytes:
    """Exhibits in the order that somebody chose, then their sources. Raises as ``of_exhibit``."""
    opened = _opened(orders[0], template)
    first, title = orders[0], RUNNING_ORDER.format(n=len(orders))
    _opening(opened, first, words.SITE[first.lang], title[first.lang])
    _exhibits(opened, orders, step)
    return _saved(opened, first, words.SITE)


def of_report(order: Order, template: Template | None = None, step: Step = _nothing) -> bytes:
    """Every chapter under the order's selection, after an opening and the contents. Raises as ``of_exhibit``."""
    opened = _opened(order, template)
    _opening(opened, order, words.SITE[order.lang], words.TAGLINE[order.lang])
    chapters = [
        _chapter(opened, replace(order, exhibit=chapter.exhibits[0]), step) for chapter in order.composer.chapters
    ]
    _move(opened, around.contents(opened, chapters, order.lang), 1)
    return _saved(opened, order, words.SITE)


def orders_of(order: Order, exhibits: Iterable[Exhibit]) -> list[Order]:
    """The same order for each of these exhibits."""
    return [replace(order, exhibit=one) for one in exhibits]


def _opened(order: Order, template: Template | None) -> Look:
    return look.of_template(template.file, template.name, order.theme) if template else look.own(order.theme)


def _opening(opened: Look, order: Order, title: str, argument: str, *more: str) -> Any:
    lines = [*more, told.as_filtered(order), told.made(order.lang)]
    return around.opening(opened, title, argument, lines, order.lang)


def _chapter(opened: Look, order: Order, step: Step) -> around.Listed:
    """Put a chapter's slides; what the contents say of them."""
    name, argument, by = told.chapter(order)
    first = _opening(opened, order, name, argument, by)
    exhibits = next(c for c in order.composer.chapters if c.id == order.exhibit.chapter).exhibits
    return around.Listed(name, first, _exhibits(opened, orders_of(order, exhibits), step))


def _exhibits(opened: Look, orders: Sequence[Order], step: Step) -> list[tuple[str, Any]]:
    """Put the slides of exhibits, then their sources; the name and first slide of each.

    Those that the filters leave nothing of are named on the last slide.
    """
    listed, shown, left_out = [], [], []
    for order in orders:
        if order.composed().empty:
            left_out.append(order)
        else:
            shown.append(order)
            listed.append((told.listed(order), exhibit.add(opened, order)[0]))
        step(order.exhibit)
    around.sources(opened, shown, orders[0].lang, left_out)
    return listed


def _move(opened: Look, slides: Sequence[Any], to: int) -> None:
    """Put slides that were made last to a place further in front."""
    ids = opened.presentation.slides._sldIdLst
    last = list(ids)[-len(slides) :]
    for i, one in enumerate(last):
        ids.remove(one)
        ids.insert(to + i, one)


def _saved(opened: Look, order: Order, title: T) -> bytes:
    """The file, with what it says of itself."""
    about = opened.presentation.core_properties
    about.title, about.subject = title[order.lang][:255], words.TAGLINE[order.lang][:255]
    about.author = about.last_modified_by = words.SITE[order.lang]
    about.keywords, about.comments, about.category = "", told.as_filtered(order)[:255], ""
    about.language = put.CULTURES[order.lang]
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)
    about.revision = 1
    held = io.BytesIO()
    opened.presentation.save(held)
    return held.getvalue()
