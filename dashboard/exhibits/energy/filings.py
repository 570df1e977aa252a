"""What the maps of gas pipelines at the borders share: filed volumes, circles, filings that contradict each other."""

from __future__ import annotations

from typing import Any, Final

from dashboard.charts.arranged import Measure
from dashboard.text import T, number

VOLUME: Final = Measure(T("million cubic feet a day", "millones de pies cúbicos diarios"))
APART: Final = 20.0  # times that one country's filing is the other's, from which neither is trusted
WEIGHT: Final = 0.6  # of the largest circle that maps may draw: those at the border stand close together
DOUBTFUL: Final = T(
    "the two countries’ filings differ 20-fold or more", "los registros de ambos países difieren 20 veces o más"
)


def amount(value: Any) -> float | None:
    """A filed volume; ``None`` where the cell is blank."""
    return float(value) if str(value) not in ("", "nan", "None") else None


def contradict(us: float | None, mx: float | None) -> bool:
    """Whether the filings of both countries are too far apart for either to be trusted."""
    return bool(us and mx and not 1 / APART < us / mx < APART)


def volume(value: float | None) -> T:
    """A filed volume as it stands in a table or in a sentence: with a decimal only where it has one."""
    if value is None:
        return T("not filed", "sin dato")
    return number(value, 0 if value == int(value) or value >= 100 else 1)
