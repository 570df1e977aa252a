"""An exhibit as a picture: its chart with headline, units, filters, notes, source and date burnt in.

``framed`` makes the one figure that the browser of a reader (assets/pictures.js), the server and the command line draw:
a plain dict of ``data`` and ``layout`` in the colours of one theme. A slide and a square have a shape of their own: they
are set at the least size (in px) at which everything fits, and drawn as much larger as their pixels ask for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from dashboard.charts.theme import painted, var
from dashboard.export import studio
from dashboard.export.order import Order
from dashboard.export.picture_emphasis import emphasize
from dashboard.export.picture_sheet import GAP, LOOKS, Look, Sheet, contents, fitted
from dashboard.export.picture_words import Block, fold, height, set_down
from dashboard.export.studio import TooLargeError
from dashboard.text import T

_NOTHING: Final = 130  # px that the words take which say that nothing is left
_MOST_PIXELS: Final = 64_000_000
_TOO_LARGE: Final = T(
    "This picture would have {pixels} million pixels; at most {most} million are made. Choose a smaller scale.",
    "Esta imagen tendría {pixels} millones de píxeles; se hacen de {most} millones como máximo. Elija una escala menor.",
)
# What only a pointer asks for.
_OF_POINTERS: Final = ("hovertext", "hovertemplate", "customdata", "hoverinfo", "hoveron")


def framed(order: Order, made: date | None = None) -> dict[str, Any]:
    """The figure of a picture: ``{"data", "layout"}``; its layout has ``width`` and ``height`` in px.

    ``made``: the day that it bears, today if left out. Deterministic but for that.
    """
    return _set(order, LOOKS[order.shape], made or date.today())


def pixels(order: Order) -> int:
    """Across the PNG of an order."""
    return LOOKS[order.shape].pixels * order.scale


def png(order: Order, made: date | None = None) -> bytes:
    """The picture as PNG, bearing the day ``made``. Raises ``studio.PictureError``, in words, where it cannot be made."""
    return _drawn(framed(order, made), "png", pixels(order))


def svg(order: Order, made: date | None = None) -> bytes:
    """The picture as SVG, its words as text, the font with it. Raises ``studio.PictureError``."""
    return _drawn(framed(order, made), "svg", LOOKS[order.shape].pixels)


def pdf(order: Order, made: date | None = None) -> bytes:
    """The picture as a page of PDF of its size. Raises ``studio.PictureError``."""
    figure = framed(order, made)
    return _drawn(figure, "pdf", figure["layout"]["width"])


def chart_png(order: Order, width: float, height: float, scale: float = 2) -> bytes:
    """The chart alone, without words around it, in ``width`` by ``height`` px, drawn ``scale`` times as large.

    For what has words of its own (a slide). Raises ``studio.PictureError``.
    """
    look = replace(LOOKS["slide"], width=round(width), height=round(height), pad=0, bare=True)
    return _drawn(_set(order, look, date.today()), "png", round(width * scale))


def _drawn(figure: dict[str, Any], kind: studio.Kind, across: int) -> bytes:
    layout = figure["layout"]
    scale = across / layout["width"]
    count = layout["width"] * layout["height"] * scale * scale
    if kind == "png" and count > _MOST_PIXELS:
        raise TooLargeError(_TOO_LARGE.format(pixels=round(count / 1e6), most=round(_MOST_PIXELS / 1e6)))
    return studio.draw(figure, kind, scale)


def _set(order: Order, look: Look, made: date) -> dict[str, Any]:
    sheet = fitted(order, look, made)
    holds = contents(sheet)
    tall = holds.tall if sheet.drawn else max(holds.tall if sheet.height else 0.0, _NOTHING)
    top = sheet.pad + height(sheet.above) + (0 if look.bare else GAP)
    foot = height(holds.below)
    table_top = top + tall + GAP
    ends = table_top + holds.table.height if holds.table else top + tall
    down = sheet.height or round(ends + GAP + foot + sheet.pad)
    spare = max(0.0, down - sheet.pad - foot - GAP - ends) if sheet.height else 0.0
    top, table_top = top + spare / 2, table_top + spare / 2

    figure = sheet.chart(tall)
    inner = figure["layout"]["margin"]
    margin = inner | {
        "l": inner["l"] + sheet.pad,
        "r": inner["r"] + sheet.pad,
        "t": inner["t"] + top,
        "b": inner["b"] + down - top - tall,
    }
    words = [
        *set_down(sheet.above, sheet.pad, sheet.pad, margin),
        *set_down(_why_empty(sheet), sheet.pad, top + GAP, margin),
        *(holds.table.annotations(sheet.pad, table_top, margin) if holds.table else ()),
        *set_down(holds.below, sheet.pad, down - sheet.pad - foot, margin),
    ]
    rules = holds.table.rules(sheet.pad, table_top, margin) if holds.table else []
    layout = figure["layout"] | {
        "width": sheet.width,
        "height": down,
        "autosize": False,
        "margin": margin,
        "paper_bgcolor": var("ground"),
        "annotations": [*figure["layout"]["annotations"], *words],
        "shapes": [*figure["layout"]["shapes"], *rules],
        "meta": figure["layout"].get("meta", {}) | _told(sheet),
    }
    finished = painted({"data": figure["data"], "layout": layout}, order.theme)
    emphasize(finished, sheet.composed, order.selection)
    for trace in finished["data"]:
        for name in _OF_POINTERS:
            trace.pop(name, None)
    return finished


def _told(sheet: Sheet) -> dict[str, str]:
    """What a file says of itself: the title of its page, the words that stand for it (assets/painting.js)."""
    said = sheet.composed.words(sheet.order.lang)
    return {"title": said["headline"], "description": said["alt"]}


def _why_empty(sheet: Sheet) -> list[Block]:
    """What stands where nothing is left to be drawn."""
    said = sheet.composed.words(sheet.order.lang)["empty"]
    font = sheet.type.subtitle
    return [Block(fold(said, font, sheet.room), font, "muted")] if said else []
