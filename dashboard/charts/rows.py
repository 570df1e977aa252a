"""Charts of named rows: bars to one side or to both, as tall as their rows, every name and figure readable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts import labels, spans
from dashboard.charts.arranged import Arranged
from dashboard.charts.theme import Size, var
from dashboard.text import Lang

BAR: Final = {"small": 18, "medium": 20, "large": 22}  # px that a bar is thick
WITH_FIGURES: Final = 6  # px that a bar is thicker when its figure stands inside
LANE: Final = 0.34  # of a row: from one bar to the next where several stand side by side
LANE_BAR: Final = 0.3  # of a row: how thick such a bar is
_RIGHT: Final = 6
_EM: Final = 0.57  # width of an average letter


@dataclass(frozen=True)
class Rows:
    """Pixels and limits of a chart of rows: ``low`` and ``high`` leave room for the figures at the bars' ends.

    ``above``: the names stand over their bars, where beside them they would take too much of the width. ``bars``: how
    thick the bars of a row are, all that stand side by side.
    """

    names: tuple[str, ...]
    above: bool
    left: float
    pitch: float
    bars: float
    low: float
    high: float
    headings: tuple[tuple[str, str], ...]
    """For bars to both sides: the side (``left``, ``right``) and its name, in lines."""

    of_years: bool = False
    """Whether the bars stand along years."""

    def over(self, size: Size) -> float:
        """Px that the name over the first bar takes above its row, where words may stand above the plot."""
        return size.tick * labels.LINE_HEIGHT if self.of_years and self.above else 0.0

    @property
    def height(self) -> float:
        """Px of all rows."""
        return self.pitch * len(self.names)

    def top(self, size: Size) -> float:
        """Px that the headings take above the first row."""
        words = max((labels.height(words, size.label) for _, words in self.headings), default=0.0)
        return words + 8 if self.above and words else words


def mirrored(arranged: Arranged) -> bool:
    """Whether bars go to both sides."""
    values = [mark.y for _, mark in arranged.marks() if mark.y]
    return bool(values) and min(values) < 0 < max(values)


def lanes(arranged: Arranged) -> int:
    """How many bars a row has room for side by side."""
    return 1 + max((trace.lane for trace in arranged.traces), default=0)


def shift(arranged: Arranged, lane: int) -> float:
    """How far from the middle of its row (in rows) a bar of ``lane`` stands."""
    return (lane - (lanes(arranged) - 1) / 2) * LANE


def piled(arranged: Arranged) -> bool:
    """Whether some row has several bars end to end: then their figures stand inside them."""
    places = [(mark.x, trace.lane, (mark.y or 0) < 0) for trace, mark in arranged.marks() if trace.form == "bars"]
    return len(set(places)) < len(places)


def rows(arranged: Arranged, lang: Lang, size: Size) -> Rows:
    """How the rows of ``arranged`` are set at ``size``."""
    names = tuple(_fold(words[lang], size.beside, size) for words in arranged.categories)
    both = mirrored(arranged)
    lines = max((name.count("<br>") + 1 for name in names), default=1)
    above = size.name == "small" and lines > (1 if both else 2)
    if above:
        names = tuple(_fold(words[lang], size.narrowest - 8, size) for words in arranged.categories)
        lines = max((name.count("<br>") + 1 for name in names), default=1)
    left = 2.0 if above else max((labels.width(name, size.tick) for name in names), default=0) + 12
    words = lines * size.tick * labels.LINE_HEIGHT
    of_years = spans.there(arranged)
    bar = spans.ROOM if of_years else BAR[size.name] + WITH_FIGURES * piled(arranged)
    pitch = bar + words + 14 if above else max(words, bar) + 10
    if lanes(arranged) > 1:
        beside = 1 - LANE * (lanes(arranged) - 1) - LANE_BAR
        pitch = max(BAR[size.name] / LANE_BAR, (words + 8) / beside if above else words + 10)
    plot = size.narrowest - left - _RIGHT
    low, high = (spans.limits if of_years else _limits)(arranged, lang, size, plot)
    headings = _headings(arranged, lang, size, plot * -low / (high - low), plot * high / (high - low)) if both else ()
    bars = (
        spans.BAR * pitch
        if of_years
        else bar
        if lanes(arranged) == 1
        else pitch * (LANE * (lanes(arranged) - 1) + LANE_BAR)
    )
    return Rows(names, above, left, round(pitch), bars, low, high, headings, of_years)


def _fold(name: str, px: float, size: Size) -> str:
    return labels.wrap(name, max(8, int(px / (_EM * size.tick))))


def _limits(arranged: Arranged, lang: Lang, size: Size, plot: float) -> tuple[float, float]:
    """Limits of the values' axis: they hold the longest piles, and each bar together with its figure outside it."""
    ends: dict[tuple[object, int, bool], float] = {}
    words: dict[tuple[object, int, bool], float] = {}
    for trace, mark in arranged.marks():
        bar = (mark.x, trace.lane, (mark.y or 0) < 0)
        ends[bar] = ends.get(bar, 0.0) + abs(mark.y or 0)
        words[bar] = labels.width(mark.label[lang], size.label) + 10
    left, right = ([bar for bar in ends if bar[2] is back] for back in (True, False))
    longest = [max((ends[bar] for bar in side), default=0.0) for side in (left, right)]
    if piled(arranged) or not any(longest):
        return -longest[0], longest[1] or 1.0

    def px(per_unit: float) -> list[float]:
        return [max((ends[bar] * per_unit + words[bar] for bar in side), default=0.0) for side in (left, right)]

    few, many = 1e-9, plot / sum(longest)
    for _ in range(40):  # as many px a unit as the plot has room for
        middle = (few + many) / 2
        few, many = (middle, many) if sum(px(middle)) <= plot else (few, middle)
    per_unit = max(few, 40.0 / sum(longest))
    whole = arranged.panels[0].limits  # the part of a whole that a filter leaves keeps its length
    return -px(per_unit)[0] / per_unit, max(px(per_unit)[1] / per_unit, whole[1] if whole else 0.0)


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


def words(rows: Rows, size: Size) -> list[dict[str, Any]]:
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
            "yshift": 8 if rows.above else 0,
            "align": {"left": "right", "right": "left"}[side],
            **plain,
        }
        for side, words in rows.headings
    ]
    if rows.above:
        up = rows.bars / 2
        over = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "yanchor": "bottom", "align": "left"}
        built += [
            {
                "text": name,
                "font": font | {"size": size.tick},
                "y": i,
                "yshift": up,
                "bgcolor": var("ground"),
                **over,
                **plain,
            }
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
    zero = {
        "zeroline": not rows.above or bool(rows.headings),
        "zerolinecolor": var("muted"),
        "zerolinewidth": 1,
        "showticklabels": False,
    }
    return {
        "yaxis": plain | names | {"range": [count - 0.5, -0.5 - rows.over(size) / rows.pitch]},
        "xaxis": plain | zero | {"range": [rows.low, rows.high]},
        "bargap": max(0.0, round(1 - rows.bars / rows.pitch, 3)),
        "uniformtext": {"mode": "hide", "minsize": size.tick},
    }
