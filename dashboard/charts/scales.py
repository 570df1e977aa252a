"""Round axis limits and ticks, in the units of the data and in pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

_MONTHS_TOLD = 36  # how long an axis may be whose ticks are months


@dataclass(frozen=True)
class Scale:
    """A linear axis: its limits, its ticks (ascending), and the decimals that the ticks need."""

    low: float
    high: float
    ticks: tuple[float, ...]
    digits: int

    def pixel(self, value: float, length: float) -> float:
        """Distance in px of ``value`` from the low end of an axis that is ``length`` px long."""
        return (value - self.low) / (self.high - self.low) * length


def linear(low: float, high: float, count: int = 5, from_zero: bool = True) -> Scale:
    """A scale whose limits are round and hold ``low`` and ``high``, with about ``count`` ticks."""
    if from_zero:
        low, high = min(0.0, low), max(0.0, high)
    if high - low <= 1e-9 * max(abs(low), abs(high), 1e-9):  # one value, or as good as one
        high = low + max(1.0, abs(low) * 1e-3)
    step = round_step((high - low) / count)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    if round(step, digits) != step:
        digits += 1
    return Scale(first * step, last * step, tuple(round(i * step, 10) for i in range(first, last + 1)), digits)


def round_step(rough: float) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten that is at least ``rough``."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(base * power for base in (1, 2, 2.5, 5, 10) if base * power >= rough * (1 - 1e-9))


def year_ticks(first: int, last: int, count: int) -> list[int]:
    """At most ``count`` years on multiples of 1, 2, 5, 10, 20 between ``first`` and ``last``."""
    for step in (1, 2, 5, 10, 20, 50):
        ticks = list(range(math.ceil(first / step) * step, last + 1, step))
        if len(ticks) <= count:
            return ticks or [first]
    return [first, last]


def date_ticks(first: str, last: str, count: int) -> dict[str, str]:
    """Where an axis of ISO dates has its ticks and how they are written: years, or months on an axis of few years."""
    years = year_ticks(int(first[:4]), int(last[:4]), count)
    months = 12 * (int(last[:4]) - int(first[:4])) + int(last[5:7]) - int(first[5:7])
    if months <= _MONTHS_TOLD:
        # A month and its year take the room of nearly two years.
        step = next((step for step in (1, 2, 3, 6) if months / step <= 0.6 * count), 12)
        return {"tick0": f"{first[:4]}-01-01", "dtick": f"M{step}", "tickformat": "%b %Y"}
    step = 12 * (years[1] - years[0]) if len(years) > 1 else 12
    return {"tick0": f"{years[0]}-01-01", "dtick": f"M{step}", "tickformat": "%Y"}
