"""Where things stand on a chart that is so many points wide and high: its plot, words, lines, stretches of time."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts import labels
from dashboard.export.slides.plot import Box

SLACK = 1.08  # a machine without our font sets words in a wider one
BOLD = 1.17  # how much wider bold words are, in such a font


@dataclass(frozen=True)
class Frame:
    """Points: the chart's width and height, and what is kept free around its plot."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def across(self) -> float:
        """Width of the plot."""
        return self.width - self.left - self.right

    @property
    def up(self) -> float:
        """Height of the plot."""
        return self.height - self.top - self.bottom

    @property
    def inner(self) -> Box:
        """The plot as shares of the chart."""
        return self.box(self.left, self.top, self.across, self.up)

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """Points from the upper left corner as shares of the chart."""
        return Box(x / self.width, y / self.height, width / self.width, height / self.height)


def wide(text: str, size: float) -> float:
    """Points that the longest line of ``text`` (``<br>`` between lines) takes, in a font wider than ours too."""
    return labels.width(text, 1) * size * SLACK


def high(text: str, size: float) -> float:
    """Points that the lines of ``text`` take."""
    return labels.height(text, 1) * size


def folded(text: str, room: float, size: float) -> str:
    """``text`` in lines that ``room`` points hold."""
    words, lines = text.split(" "), [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and wide(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "<br>".join(lines)


def largest(text: str, room: float, lines: int, sizes: tuple[float, ...]) -> float:
    """The first of ``sizes`` (descending) at which ``text`` fits in so many lines of ``room`` points; else the last."""
    return next((size for size in sizes if folded(text, room, size).count("<br>") < lines), sizes[-1])
