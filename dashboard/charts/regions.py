"""What a map may show: each region's projection and the part of it that is in the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.charts.arranged import RegionName
from dashboard.charts.conic import Conic


@dataclass(frozen=True)
class Window:
    """A rectangle on a projection: from -half to half across, from bottom to top, in radii of the earth."""

    half: float
    bottom: float
    top: float

    @property
    def aspect(self) -> float:
        """Height over width."""
        return (self.top - self.bottom) / (2 * self.half)

    def at_least(self, aspect: float) -> Window:
        """The same, seen further to the south and north where it would be flatter than ``aspect``."""
        more = max(0.0, aspect - self.aspect) * self.half
        return Window(self.half, self.bottom - more, self.top + more)


@dataclass(frozen=True)
class Region:
    """A region: its projection, what of it is in the picture, the countries whose states are drawn."""

    conic: Conic
    window: Window
    countries: tuple[str, ...]


REGIONS: Final[Mapping[RegionName, Region]] = {
    "united-states": Region(Conic(-96.6, 29.5, 45.5), Window(0.364, 0.407, 0.872), ("us",)),
    "mexico": Region(Conic(-102, 17.5, 29.5), Window(0.252, 0.247, 0.576), ("mx",)),
    "both": Region(Conic(-96.8, 20, 45), Window(0.368, 0.236, 0.886), ("us", "mx")),
    "border": Region(Conic(-107.2, 26.5, 33), Window(0.172, 0.424, 0.588), ("us", "mx")),
}
