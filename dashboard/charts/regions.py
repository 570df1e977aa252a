"""What a map may show: each region's projection, the part of it that is in the picture, the outlines of its states."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from dashboard.charts.arranged import RegionName
from dashboard.charts.conic import Conic

OUTLINES: Final = "maps/states.json"
FILE: Final = Path(__file__).resolve().parents[2] / "assets" / OUTLINES
BORDER: Final = "border"  # the outline that is the line between the countries

Point = tuple[float, float]


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
    "border": Region(Conic(-106.9, 26.5, 33), Window(0.178, 0.422, 0.588), ("us", "mx")),
    # The northern border of the United States; there are no outlines of Canada.
    "north": Region(Conic(-95.8, 42, 49), Window(0.366, 0.565, 0.915), ("us",)),
}


@cache
def outlines() -> Mapping[str, dict[str, Any]]:
    """Every outline by its id, as GeoJSON."""
    return {one["id"]: one for one in json.loads(FILE.read_text(encoding="utf-8"))["features"]}


def states(region: RegionName) -> list[str]:
    """The states that are drawn on a map of ``region``, by their ids."""
    own = [id.removeprefix(f"{region}:") for id in outlines()]
    return sorted(id for id in own if id[:2] in REGIONS[region].countries and id[2] == "-")


def outline_id(region: RegionName, state: str) -> str | None:
    """The id of a state's outline in a region; ``None`` where it has none there (Puerto Rico).

    Alaska and Hawaii are moved into the picture, each region has its own.
    """
    return next((id for id in (f"{region}:{state}", state) if id in outlines()), None)


def polygons(region: RegionName, state: str) -> list[list[list[list[float]]]]:
    """The parts of a state's outline."""
    id = outline_id(region, state)
    return outlines()[id]["geometry"]["coordinates"] if id else []


def words_at(region: RegionName, state: str) -> Point:
    """Longitude and latitude where the words of a state stand: in its widest part."""
    lon, lat = outlines()[outline_id(region, state) or state]["properties"]["words"]
    return lon, lat
