"""What is asked for when something leaves the page: one exhibit as it is on show, and how it is to be made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dashboard.charts.theme import Theme
from dashboard.exhibits.base import Exhibit
from dashboard.exhibits.compose import Composed, Composer
from dashboard.selection import Selection
from dashboard.text import Lang

Shape = Literal["card", "slide", "square", "column"]
Rows = Literal["shown", "all"]
SHAPES: Final[tuple[Shape, ...]] = ("card", "slide", "square", "column")
SCALES: Final = (1, 2, 4)
ROWS: Final[tuple[Rows, ...]] = ("shown", "all")


@dataclass(frozen=True)
class Order:
    """One exhibit under a selection, in a language; ``theme``, ``shape`` and ``scale`` are those of a picture.

    ``rows``: what is on show, or all rows of the exhibit whatever the filters. ``site`` is the address of the
    dashboard (``https://example.org``, no slash at its end) that links back start with; empty where nobody serves.
    """

    composer: Composer
    exhibit: Exhibit
    selection: Selection
    lang: Lang
    theme: Theme = "light"
    shape: Shape = "card"
    scale: int = 1
    rows: Rows = "shown"
    site: str = ""

    def composed(self) -> Composed:
        """The exhibit as the page shows it."""
        return self.composer.compose(self.exhibit, self.selection)
