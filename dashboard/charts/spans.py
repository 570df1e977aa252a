"""Named rows along years: bars that start where they start, points on them, the years below."""

from __future__ import annotations

from typing import Any, Final

from dashboard.charts import labels
from dashboard.charts.arranged import Arranged
from dashboard.charts.scales import year_ticks
from dashboard.charts.theme import Size, var
from dashboard.text import Lang

BAR: Final = 0.26  # of a row: how thick a bar is
ROOM: Final = 12  # px that a row leaves it
_MARGIN: Final = 9  # px kept free for a point at either end


def there(arranged: Arranged) -> bool:
    """Whether the bars of ``arranged`` start at years of their own, not all at zero."""
    return arranged.axis == "categories" and any(mark.base is not None for _, mark in arranged.marks())


def limits(arranged: Arranged, lang: Lang, size: Size, plot: float) -> tuple[float, float]:
    """First and last year on the axis, with room before the first bar for its words. ``plot`` is the px between them."""
    drawn = [mark for _, mark in arranged.marks()]
    first, last = _first_and_last(arranged)
    words = max(
        (labels.width(m.label[lang], size.label) + 8 for m in drawn if m.label and m.base == first), default=0.0
    )
    years = (last - first) / max(1.0, plot - words - 2 * _MARGIN)
    return first - (words + _MARGIN) * years, last + _MARGIN * years


def _first_and_last(arranged: Arranged) -> tuple[float, float]:
    """The years that the first panel declares, or those of the marks."""
    ends = [float(mark.y or 0.0) for _, mark in arranged.marks()]
    starts = [mark.base for _, mark in arranged.marks() if mark.base is not None]
    return arranged.panels[0].limits or (min(*ends, *starts), max(ends))


def bottom(size: Size) -> float:
    """Px below the rows for the years."""
    return size.tick + 14.0


def years(arranged: Arranged, high: float, size: Size) -> dict[str, Any]:
    """What the axis of years has beyond a plain one: ticks from the first year that bars may start in."""
    low = _first_and_last(arranged)[0]
    ticks = [year for year in year_ticks(int(low), int(high), size.ticks) if low <= year <= high]
    return {
        "tickmode": "array",
        "tickvals": ticks,
        "ticktext": [str(year) for year in ticks],
        "tickfont": {"size": size.tick, "color": var("muted")},
        "showticklabels": True,
        "showgrid": True,
        "gridcolor": var("grid"),
        "zeroline": False,
        "ticklabelstandoff": 4,
    }


def starts(arranged: Arranged, lang: Lang, size: Size) -> list[dict[str, Any]]:
    """The words of each bar, before its start."""
    font = {"size": size.label - 1, "color": var("muted")}
    where = {
        "xref": "x",
        "xanchor": "right",
        "xshift": -3,
        "yref": "y",
        "yanchor": "middle",
        "showarrow": False,
        "borderpad": 0,
    }
    return [
        {"text": mark.label[lang], "font": font, "x": mark.base, "y": float(mark.x)} | where
        for _, mark in arranged.marks()
        if mark.base is not None and mark.label
    ]
