"""From arranged data to a figure: ``parts`` for the page (plain data, quick), ``figure`` for everything else.

The page receives the traces once and a layout for each of three widths, and sets the one that fits.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from dashboard.charts import boxes, forms, keys, layouts, maps, places
from dashboard.charts.arranged import Arranged
from dashboard.charts.theme import SIZES, Size, SizeName, Theme, painted
from dashboard.text import Lang


def parts(arranged: Arranged, lang: Lang) -> dict[str, Any]:
    """``{"data": traces, "layouts": {"small": …, "medium": …, "large": …}}`` with ``var(--token)`` colours."""
    return {
        "data": traces(arranged, lang),
        "layouts": {name: layout(arranged, lang, size) for name, size in SIZES.items()},
    }


def figure(arranged: Arranged, lang: Lang, size: SizeName = "large", theme: Theme = "light") -> go.Figure:
    """The validated figure at one size, in the colours of one theme."""
    drawn = {"data": traces(arranged, lang, SIZES[size]), "layout": layout(arranged, lang, SIZES[size])}
    places.fit(drawn, SIZES[size].width)
    maps.fit(drawn)
    return go.Figure(painted(drawn, theme))


def traces(arranged: Arranged, lang: Lang, size: Size = SIZES["large"]) -> list[dict[str, Any]]:
    """The traces; those of diagrams and maps differ by size (the page reads in what in ``meta.traces``)."""
    if arranged.axis == "map":
        return maps.traces(arranged, lang, size)
    return boxes.traces(arranged, lang, size) if arranged.axis == "boxes" else forms.traces(arranged, lang)


def layout(arranged: Arranged, lang: Lang, size: Size) -> dict[str, Any]:
    """The layout of ``arranged`` at one width."""
    if arranged.axis == "boxes":
        return boxes.layout(arranged, lang, size)
    if arranged.axis == "map":
        return maps.layout(arranged, lang, size)
    key = keys.key(arranged, lang, size)
    frame = layouts.frame(arranged, lang, size, key)
    return layouts.assemble(arranged, lang, size, frame, key)
