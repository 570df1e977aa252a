"""The layout of a figure on a projector: the type of a large chart, on the height that a stage leaves it.

The stage is laid out small and scaled up as a whole (assets/stage/stage.css), so that 14 px here are 30 px there. A
chart that can be any height is set to ``HEIGHT``, and the page stretches it to the height that there is; what is as
tall as its rows or boxes keeps its height, and the presenter steps down through it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.charts import draw, map_frame, rows, spans
from dashboard.charts.arranged import Arranged, Panel
from dashboard.charts.boxes import FONT
from dashboard.charts.layouts import PANEL_GAP
from dashboard.charts.theme import SIZES, Size
from dashboard.text import Lang

HEIGHT: Final = 310  # px, at least, between headline and source
_PANEL: Final = 84  # px that each of several panels needs with the words on it
_TICK_ROOM: Final = 26  # px that a tick on the y axis takes with the space about it
_LINE: Final = 1.2  # from one line of a row's name to the next, in em
_BESIDE: Final = 380  # px that names may take beside their bars: a stage is wide, and low
_MORE: Final = 44  # px by which a row may be taller than on the page


@dataclass(frozen=True)
class Fitted:
    """A layout, and the least and the largest height (px) that it may be stretched to."""

    layout: dict[str, Any]
    least: int
    most: int


def fitted(arranged: Arranged, lang: Lang) -> Fitted:
    """The layout of ``arranged`` for a stage."""
    size = SIZES["large"]
    if arranged.axis == "map":
        return _stretching(_map(arranged, lang))
    if arranged.axis == "boxes":
        # The page makes the type of a diagram smaller where it is narrower: that of its key is as large as in its boxes.
        return _as_it_is(draw.layout(arranged, lang, replace(size, label=FONT["large"])))
    if arranged.axis == "categories":
        return _rows(arranged, lang)
    return _panels(arranged, _set(arranged, lang, size))


def _stretching(layout: dict[str, Any]) -> Fitted:
    return Fitted(layout, min(HEIGHT, layout["height"]), 10 * HEIGHT)


def _panels(arranged: Arranged, layout: dict[str, Any]) -> Fitted:
    """Three panels and more keep the height that each needs."""
    return replace(_stretching(layout), least=layout["height"]) if len(arranged.panels) > 2 else _stretching(layout)


def _as_it_is(layout: dict[str, Any]) -> Fitted:
    return Fitted(layout, layout["height"], layout["height"])


def _set(arranged: Arranged, lang: Lang, size: Size) -> dict[str, Any]:
    """Drawn at the stage's height, whatever its key takes of it, with as many ticks as its panels have room for."""
    count = max(1, len(arranged.panels))
    height = HEIGHT if count < 3 else count * (_PANEL + PANEL_GAP) + 40  # one steps down through three
    room = height / count - 60
    panels = tuple(_with_ticks(panel, room) for panel in arranged.panels)
    nearer = min(1.0, height / arranged.heights[-1])
    callouts = tuple(replace(one, dy=round(one.dy * nearer)) for one in arranged.callouts)
    lower = replace(arranged, heights=(height,) * 3, panels=panels, callouts=callouts)
    layout = draw.layout(lower, lang, size)
    over = layout["height"] - height
    return draw.layout(replace(lower, heights=(height - over,) * 3), lang, size) if over > 0 else layout


def _with_ticks(panel: Panel, room: float) -> Panel:
    return replace(panel, ticks=max(2, min(panel.ticks, int(room / _TICK_ROOM))))


def _map(arranged: Arranged, lang: Lang) -> dict[str, Any]:
    """A map as wide as its height allows: its words are chosen for the states that it then has."""
    size = SIZES["large"]
    aspect = map_frame.window(arranged, size).aspect
    layout = draw.layout(arranged, lang, size)
    for _ in range(3):  # a narrower map may take more lines for its key
        over = layout["height"] - HEIGHT
        if over <= 0:
            break
        size = replace(size, width=int(size.width - over / aspect))
        layout = draw.layout(arranged, lang, size)
    return _with_room_beside(arranged, layout, size)


def _with_room_beside(arranged: Arranged, layout: dict[str, Any], size: Size) -> dict[str, Any]:
    """The picture of a map as wide as a chart: words beside its places may stand outside the land."""
    conic, frame = map_frame.region_of(arranged).conic, map_frame.window(arranged, size)
    half = max(frame.half, size.narrowest / map_frame.height(arranged, size) * (frame.top - frame.bottom) / 2)
    lon, lat = conic.ranges(half, frame.bottom, frame.top)
    layout["geo"] |= {
        "lonaxis": {"range": [round(part, 3) for part in lon]},
        "lataxis": {"range": [round(part, 3) for part in lat]},
    }
    return layout


def _rows(arranged: Arranged, lang: Lang) -> Fitted:
    """Bars as close together as their names allow, which are in few lines, where the stage asks for it."""
    size = replace(SIZES["large"], beside=_BESIDE)
    layout = draw.layout(arranged, lang, size)
    if spans.there(arranged):
        return _as_it_is(layout)
    named = rows.rows(arranged, lang, size)
    lines = max((name.count("<br>") + 1 for name in named.names), default=1)
    pitch = max(lines, rows.lanes(arranged)) * size.tick * _LINE + 1
    least = layout["height"] - round(max(0.0, named.pitch - pitch) * len(named.names))
    return Fitted(layout, least, layout["height"] + _MORE * len(named.names))
