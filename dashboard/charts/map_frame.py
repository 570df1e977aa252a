"""A map in pixels: what of its region is in the picture at a size, and how large its parts are there."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from dashboard.charts.arranged import Arranged, Mark, Trace
from dashboard.charts.regions import REGIONS, Point, Region, Window, polygons
from dashboard.charts.theme import Size

DOT: Final = 9  # px across a place without a weight
_LARGEST: Final = {"small": 34, "medium": 42, "large": 54}  # px across the place of weight 1
_SMALLEST: Final = 6
_FLATTEST: Final = {"small": 0.72, "medium": 0.56, "large": 0.48}  # height over width of a map, at least
_TALLEST: Final = {"small": 400, "medium": 520, "large": 620}  # px
_SLACK: Final = 0.12  # of the words of a state may stand outside it, at each end
_MARGIN: Final = 1.05  # beyond a place at the edge of the picture


def region_of(arranged: Arranged) -> Region:
    """The region that a map shows."""
    return REGIONS[arranged.region]


def window(arranged: Arranged, size: Size) -> Window:
    """What of the region is in the picture at ``size``: more than usual where a place lies outside."""
    region = region_of(arranged)
    frame = region.window
    marks = [mark for trace, mark in arranged.marks() if trace.form in ("places", "routes")]
    for x, y in (region.conic.forward(float(mark.x), mark.y or 0) for mark in marks):
        half = max(frame.half, abs(x) * _MARGIN)
        frame = Window(half, min(frame.bottom, y - half / 20), max(frame.top, y + half / 20))
    return frame.at_least(_FLATTEST[size.name])


def height(arranged: Arranged, size: Size) -> int:
    """Px of the map itself."""
    return round(min(_TALLEST[size.name], size.width * window(arranged, size).aspect))


def pixels(arranged: Arranged, size: Size) -> Callable[[float, float], Point]:
    """From longitude and latitude to px from the top left of the map, at the least width of ``size``."""
    conic, frame = region_of(arranged).conic, window(arranged, size)
    scale = min(size.narrowest / (2 * frame.half), height(arranged, size) / (frame.top - frame.bottom))
    left = size.narrowest / 2 - frame.half * scale  # of a map that is not as wide as the chart: it stands in its middle

    def place(lon: float, lat: float) -> Point:
        x, y = conic.forward(lon, lat)
        return left + (x + frame.half) * scale, (frame.top - y) * scale

    return place


def by_weight(trace: Trace) -> list[Mark]:
    """The places of a trace, the weightiest first."""
    return sorted(trace.drawn(), key=lambda mark: -(mark.weight or 0))


def diameter(mark: Mark, size: Size) -> float:
    """Px across the circle of a place."""
    if mark.weight is None:
        return DOT
    return round(max(_SMALLEST, _LARGEST[size.name] * math.sqrt(max(0.0, mark.weight))), 1)


def in_state(arranged: Arranged, size: Size, state: str, box: tuple[float, float, float, float]) -> bool:
    """Whether words in ``box`` (px: left, top, right, bottom) stand in a state, but for the ends of their first letters."""
    place = pixels(arranged, size)
    rings = [[place(lon, lat) for lon, lat in polygon[0]] for polygon in polygons(arranged.region, state)]
    across, down = (box[2] - box[0]) * _SLACK, (box[3] - box[1]) * _SLACK * 2  # letters fill half of their line
    corners = [(x, y) for x in (box[0] + across, box[2] - across) for y in (box[1] + down, box[3] - down)]
    return any(all(inside(corner, ring) for corner in corners) for ring in rings)


def inside(point: Point, ring: Sequence[Point]) -> bool:
    """Whether a point lies in a closed ring."""
    x, y = point
    crossed = (
        (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0) for (x0, y0), (x1, y1) in pairwise(ring)
    )
    return sum(crossed) % 2 == 1
