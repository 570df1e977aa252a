"""Albers' equal-area conic projection, as plotly.js draws it: where a place falls on a map, and back."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Conic:
    """A map whose middle meridian is ``lon`` and whose scale is true on the parallels ``south`` and ``north``.

    Positions on it are (x to the right, y upwards) in radii of the earth; y is 0 where the equator meets the middle.
    """

    lon: float
    south: float
    north: float

    @cached_property
    def _cone(self) -> float:
        return (math.sin(math.radians(self.south)) + math.sin(math.radians(self.north))) / 2

    @cached_property
    def _constant(self) -> float:
        return 1 + math.sin(math.radians(self.south)) * (2 * self._cone - math.sin(math.radians(self.south)))

    def _radius(self, lat: float) -> float:
        return math.sqrt(self._constant - 2 * self._cone * math.sin(math.radians(lat))) / self._cone

    def forward(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place stands."""
        radius, turn = self._radius(lat), self._cone * math.radians(lon - self.lon)
        return radius * math.sin(turn), self._radius(0) - radius * math.cos(turn)

    def inverse(self, x: float, y: float) -> tuple[float, float]:
        """Longitude and latitude of a position."""
        down = self._radius(0) - y
        sine = (self._constant - (x * x + down * down) * self._cone**2) / (2 * self._cone)
        return self.lon + math.degrees(math.atan2(x, down)) / self._cone, math.degrees(math.asin(sine))

    def ranges(self, half: float, bottom: float, top: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """The longitudes and latitudes whose outline just fills the rectangle (-half, bottom) to (half, top).

        plotly.js frames a map by such ranges: the outline reaches farthest out at its lower corners, lowest in the
        middle of its southern edge, and highest at its upper corners.
        """
        south = self.inverse(0, bottom)[1]
        turn = math.asin(half / self._radius(south))
        north = self.inverse(*self._corner(turn, top))[1]
        wide = math.degrees(turn) / self._cone
        return (self.lon - wide, self.lon + wide), (south, north)

    def _corner(self, turn: float, top: float) -> tuple[float, float]:
        return (self._radius(0) - top) * math.tan(turn), top
