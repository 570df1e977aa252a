"""Decks by the API: a chapter as filtered, the whole report, or a running order of exhibits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, Flask, Response, request

from dashboard.exhibits.compose import Composer
from dashboard.export import api, asked, deck, deck_names, studio
from dashboard.export.asked import Refused
from dashboard.export.order import Order
from dashboard.text import T

CARDS: Final = "cards"
_PATIENCE: Final = 20  # seconds that a deck waits for the one before it
_BUSY: Final = T(
    "Another deck is being made. Try again in half a minute.",
    "Se está elaborando otra presentación. Inténtelo de nuevo en medio minuto.",
)
_NO_CARDS: Final = T(
    "cards: write exhibits with commas, in the order of the slides (economy-1,energy-2). There are: {ids}.",
    "cards: escriba gráficas separadas por comas, en el orden de las diapositivas (economy-1,energy-2). Existen: {ids}.",
)
_NO_CHAPTER: Final = T("There is no chapter “{id}”. There are: {ids}.", "No existe el capítulo «{id}». Existen: {ids}.")
# A deck may take half a minute: one at a time, and the last ones are kept.
_turn = threading.Lock()


def add_routes(server: Flask, composer: Composer) -> None:
    """``/api/v1/chapters/<id>.pptx`` and ``/api/v1/deck.pptx``, with the query of the pages; the latter takes ``cards``."""
    decks = Blueprint("decks", __name__, url_prefix=api.BASE)

    def reply(make: Callable[[], bytes], name: str) -> Response:
        return api.reply(composer, make, deck.MIME, name, inline=False)

    @decks.get("/chapters/<id>.pptx")
    def chapter(id: str) -> Response:
        chapters = {chapter.id: chapter for chapter in composer.chapters}
        if id not in chapters:
            ids = ", ".join(chapters)
            raise Refused(404, _NO_CHAPTER.format(id=id[:60], ids=ids), allowed=list(chapters))
        order, _ = _asked(composer, chapters[id].exhibits[0].id, ())
        return reply(lambda: _kept("chapter", (order,)), deck_names.of_chapter(order))

    @decks.get("/deck.pptx")
    def whole() -> Response:
        order, cards = _asked(composer, next(iter(composer.exhibits)), (CARDS,))
        if cards is None:
            return reply(lambda: _kept("report", (order,)), deck_names.of_report(order))
        orders = tuple(replace(order, exhibit=composer.exhibits[id]) for id in _ids(cards, composer))
        return reply(lambda: _kept("order", orders), deck_names.of_order(orders))

    decks.register_error_handler(Refused, api.refused)
    server.register_blueprint(decks)


def _asked(composer: Composer, exhibit: str, more: Sequence[str]) -> tuple[Order, str | None]:
    """The order that the query of the request makes of an exhibit, and its ``cards``. Raises ``Refused``, 400."""
    pairs = parse_qsl(request.query_string.decode("utf-8", "replace"), keep_blank_values=True)
    cards = [text for name, text in pairs if name in more]
    rest = urlencode(
        [(name, text.encode("utf-8", "replace")) for name, text in pairs if name not in more or len(cards) > 1]
    )
    read = asked.read(rest, (*asked.PAGE, *more), composer.vocabulary)
    return asked.order(composer, exhibit, read, api.site()), cards[0] if cards else None


def _ids(cards: str, composer: Composer) -> list[str]:
    """The exhibits of a running order, each once. Raises ``Refused``, 400, with what there is."""
    ids = list(dict.fromkeys(id.strip() for id in cards.split(",")))
    if any(id not in composer.exhibits for id in ids):
        there = list(composer.exhibits)
        raise Refused(400, _NO_CARDS.format(ids=", ".join(there)), allowed=there)
    return ids


@lru_cache(maxsize=8)
def _kept(what: str, orders: tuple[Order, ...]) -> bytes:
    """A deck. Raises ``Refused``: 429 while another one is being made for too long, 503 where a picture failed."""
    if not _turn.acquire(timeout=_PATIENCE):
        raise Refused(429, _BUSY)
    try:
        if what == "chapter":
            return deck.of_chapter(orders[0])
        return deck.of_report(orders[0]) if what == "report" else deck.of_order(orders)
    except studio.PictureError as no:
        raise Refused(503, no.message) from None
    finally:
        _turn.release()
