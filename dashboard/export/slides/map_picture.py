"""A map as a picture with the shape of its room on a slide: its words are read there, its key is the slide's own."""

from __future__ import annotations

from typing import Any, Final

from dashboard.charts import draw, maps
from dashboard.charts.theme import SIZES, painted, var
from dashboard.export.order import Order
from dashboard.export.picture_emphasis import emphasize
from dashboard.export.slides.look import Room

TYPE: Final = 12.0  # points of its words on the slide
# What a slide holds of a map is about as large as the map of a page of medium width: it has the same words.
_SIZE: Final = SIZES["medium"]
_EDGE: Final = 2  # px


def figure(order: Order, room: Room) -> dict[str, Any]:
    """The map alone in the proportions of ``room``, painted; a px of it is ``points()`` on the slide."""
    composed = order.composed()
    layout = draw.layout(composed.arranged, order.lang, _SIZE)
    sized = layout | {
        "width": round(room.width / points()),
        "height": round(room.height / points()),
        "autosize": False,
        "margin": layout["margin"] | {"t": _EDGE, "b": _EDGE},
        "annotations": [],
        "paper_bgcolor": var("ground"),
    }
    drawn: dict[str, Any] = {"data": draw.traces(composed.arranged, order.lang, _SIZE), "layout": sized}
    maps.fit(drawn)
    finished = painted(drawn, order.theme)
    emphasize(finished, composed, order.selection)
    return finished


def points() -> float:
    """Points on the slide of a px of the figure."""
    return TYPE / _SIZE.label
