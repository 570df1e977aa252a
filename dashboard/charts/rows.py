"""Charts of named rows: bars to one side or to both, as tall as their rows, every name and figure readable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts import labels
from dashboard.charts.arranged import Arranged
from dashboard.charts.theme import Size, var
from dashboard.text import Lang

BAR: Final = {"small": 18, "medium": 20, "large": 22}  # px that a bar is thick
_BESIDE: Final = {"small": 104, "medium": 150, "large": 250}  # px that names may take beside their bars
_RIGHT: Final = 6
_EM: Final = 0.57  # width of an average letter


@dataclass(frozen=True)
class Rows:
    """Pixels and limits of a chart of rows: ``low`` and ``high`` leave room for the figures at the bars' ends.

    ``above``: the names stand over their bars, where beside them they would take too much of the width.
    """

    names: tuple[str, ...]
    above: bool
    left: float
    pitch: float
    low: float
    high: float
    headings: tuple[tuple[str, str], ...]
    """For bars to both sides: the side (``left``, ``right``) and its name, in lines."""

    @property
    def height(self) -> float:
        """Px of all rows."""
        return self.pitch * len(self.names)

    def top(self, size: Size) -> float:
        """Px that the headings take above the first row."""
        return max((labels.height(words, size.label) for _, words in self.headings), default=0.0)


def mirrored(arranged: Arranged) -> bool:
    """Whether bars go to both sides."""
    values = [mark.y for _, mark in arranged.marks() if mark.y]
    return bool(values) and min(values) < 0 < max(values)


def piled(arranged: Arranged) -> bool:
    """Whether some row has several bars end to end: then their figures stand inside them."""
    places = [(mark.x, (mark.y or 0) < 0) for trace, mark in arranged.marks() if trace.form == "bars"]
    return len(set(places)) < len(places)


def rows(arranged: Arranged, lang: Lang, size: Size) -> Rows:
    """How the rows of ``arranged`` are set at ``size``."""
    names = tuple(_fold(words[lang], _BESIDE[size.name], size) for words in arranged.categories)
    both = mirrored(arranged)
    lines = max((name.count("<br>") + 1 for name in names), default=1)
    above = size.name == "small" and lines > (1 if both else 2)
    if above:
        names = tuple(_fold(words[lang], size.narrowest - 8, size) for words in arranged.categories)
        lines = max((name.count("<br>") + 1 for name in names), default=1)
    left = 2.0 if above else max((labels.width(name, size.tick) for name in names), default=0) + 12
    words = lines * size.tick * labels.LINE_HEIGHT
    pitch = BAR[size.name] + words + 14 if above else max(words, BAR[size.name]) + 10
    low, high = _limits(arranged, lang, size, size.narrowest - left - _RIGHT)
    plot = size.narrowest - left - _RIGHT
    headings = _headings(arranged, lang, size, plot * -low / (high - low), plot * high / (high - low)) if both else ()
    return Rows(names, above, left, round(pitch), low, high, headings)


def _fold(name: str, px: float, size: Size) -> str:
    return labels.wrap(name, max(8, int(px / (_EM * size.tick))))


def _limits(arranged: Arranged, lang: Lang, size: Size, plot: float) -> tuple[float, float]:
    """Limits of the values' axis: the longest piles, and beyond them the figures of bars that carry theirs outside."""
    ends: dict[tuple[object, bool], float] = {}
    room = {True: 0.0, False: 0.0}
    for _, mark in arranged.marks():
        back = (mark.y or 0) < 0
        ends[mark.x, back] = ends.get((mark.x, back), 0.0) + (mark.y or 0)
        room[back] = max(room[back], labels.width(mark.label[lang], size.label) + 10)
    low, high = min([0.0, *ends.values()]), max([0.0, *ends.values()])
    if piled(arranged):
        return low, high or 1.0
    per_px = ((high - low) or 1.0) / max(plot - room[True] - room[False], 40.0)
    return low - room[True] * per_px, high + room[False] * per_px


def _headings(arranged: Arranged, lang: Lang, size: Size, *px: float) -> tuple[tuple[str, str], ...]:
    """The name of each side's series, folded to the width of its side."""
    built = {}
    for trace in arranged.traces:
        first = next(trace.drawn(), None)
        if first is not None and trace.end_label:
            side = ("left", "right")[(first.y or 0) > 0]
            letters = max(8, int((px[side == "right"] - 18) / (_EM * size.label)))
            sign = f'<span style="color:{var(trace.colour)}">■</span>'
            words = labels.wrap(trace.end_label[lang], letters)
            built[side] = f"{words} {sign}" if side == "left" else f"{sign} {words}"
    return tuple(built.items())


def annotations(rows: Rows, size: Size) -> list[dict[str, Any]]:
    """The headings of the sides, and the names that stand over their bars."""
    font = {"size": size.label, "color": var("text")}
    plain = {"showarrow": False, "borderpad": 0}
    built: list[dict[str, Any]] = [
        {
            "text": words,
            "font": font,
            "x": 0,
            "xref": "x",
            "xanchor": {"left": "right", "right": "left"}[side],
            "xshift": {"left": -4, "right": 4}[side],
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "align": {"left": "right", "right": "left"}[side],
            **plain,
        }
        for side, words in rows.headings
    ]
    if rows.above:
        over = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "yanchor": "bottom", "align": "left"}
        built += [
            {"text": name, "font": font | {"size": size.tick}, "y": i, "yshift": BAR[size.name] / 2, **over, **plain}
            for i, name in enumerate(rows.names)
        ]
    return built


def axes(rows: Rows, size: Size, plain: dict[str, Any]) -> dict[str, Any]:
    """Both axes (``plain`` is what all plain axes have), and the gap that makes the bars as thick as they should be."""
    count = len(rows.names)
    names = {
        "tickmode": "array",
        "tickvals": list(range(count)),
        "ticktext": ["" if rows.above else name for name in rows.names],
        "tickfont": {"size": size.tick, "color": var("text")},
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": "rgba(0,0,0,0)",
    }
    zero = {"zeroline": True, "zerolinecolor": var("muted"), "zerolinewidth": 1, "showticklabels": False}
    return {
        "yaxis": plain | names | {"range": [count - 0.5, -0.5]},
        "xaxis": plain | zero | {"range": [rows.low, rows.high]},
        "bargap": round(1 - BAR[size.name] / rows.pitch, 3),
        "uniformtext": {"mode": "hide", "minsize": size.tick},
    }
