"""Words on a chart: how wide they are, how they break into lines, and how they keep out of each other's way."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

LINE_HEIGHT = 1.25
# Advance widths of the font that we serve (Inter, regular), in em; letters of like width share a row.
_WIDTHS = {
    0.26: "ijlìíîïI ’!,.:¡·';",
    0.34: "`´t|()/[]",
    0.40: "fr1{}“”",
    0.49: "-_°*–?¿º",
    0.54: "skxz",
    0.57: "avyàáâãäå7JLce",
    0.60: "5Fhnuñéèêëúùûü«»EoóòôõöÉÈ",
    0.63: "2bdgpq3689#0Z$&PRS4BT",
    0.68: "+<=>~×−KXYAVÁÀ",
    0.75: "DCÇHUÚGNÑOQÓ",
    0.82: "w",
    0.90: "mM",
    0.99: "%W@—■●○▨━╍┉",
}
_EM = {letter: em for em, letters in _WIDTHS.items() for letter in letters}


def width(text: str, font: int) -> float:
    """About how many px the longest line of ``text`` (lines broken by ``<br>``) takes in our font at ``font`` px."""
    return max(sum(_EM.get(c, 0.6) for c in line) for line in text.split("<br>")) * font


def height(text: str, font: int) -> float:
    """Px that the lines of ``text`` take."""
    return (text.count("<br>") + 1) * font * LINE_HEIGHT


def wrap(text: str, characters: int) -> str:
    """``text`` in lines of about ``characters``, broken by ``<br>`` between words."""
    return "<br>".join(textwrap.wrap(text, characters, break_long_words=False)) or text


def together(text: str) -> str:
    """``text`` with each "and", "y", "e" bound to the word that follows, so that no line of it holds it alone."""
    return re.sub(r" (and|y|e) ", " \\1\u00a0", text)


def spread(centres: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Centres moved as little as needed so that labels of ``heights`` px do not overlap and stay in [low, high].

    Labels keep their order. If they do not fit at all they are stacked from the low end.
    """
    order = sorted(range(len(centres)), key=lambda i: centres[i])
    placed = {i: min(max(centres[i], low + heights[i] / 2), high - heights[i] / 2) for i in order}
    for lower, upper in zip(order, order[1:], strict=False):
        gap = (heights[lower] + heights[upper]) / 2
        placed[upper] = max(placed[upper], placed[lower] + gap)
    ceiling = high
    for i in reversed(order):
        placed[i] = min(placed[i], ceiling - heights[i] / 2)
        ceiling = placed[i] - heights[i] / 2
    return [placed[i] for i in range(len(centres))]
