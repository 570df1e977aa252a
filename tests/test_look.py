"""The rules of the house for how a chart looks, held against every exhibit, view, vintage and size (once for all)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pytest

from dashboard.charts import draw, labels
from dashboard.charts.arranged import Arranged
from dashboard.charts.theme import COLOURS, SIZES
from dashboard.exhibits.compose import Composer
from dashboard.pages.chapter import columns_of
from dashboard.selection import VINTAGES, Selection
from tests.colour_distance import SIGHTS, distance

TIMES = ("years", "fiscal-years", "dates")
APART = 15  # CAM02-UCS, the floor for two colours of one chart
BOLD = 1.07  # how much wider the headline's weight is than the regular one that labels.width knows
# Piles of more than four parts, and why.
TALL: dict[str, str] = {}


@dataclass(frozen=True)
class Drawn:
    """One view as it is drawn: its name, what is arranged, its traces, its layouts by size."""

    name: str
    arranged: Arranged
    data: list[dict[str, Any]]
    layouts: dict[str, dict[str, Any]]

    def axes(self, letter: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Size and axis, for every axis of a letter in every size."""
        for size, layout in self.layouts.items():
            for name, axis in layout.items():
                if name.startswith(f"{letter}axis"):
                    yield size, axis


@pytest.fixture(scope="module")
def drawn(composer: Composer) -> list[Drawn]:
    found = []
    for exhibit in composer.exhibits.values():
        for view in exhibit.views:
            for vintage in VINTAGES:
                selection = Selection(vintage=vintage, views=((exhibit.id, view.id),))
                arranged = composer.compose(exhibit, selection).arranged
                parts = draw.parts(arranged, "en")
                found.append(Drawn(f"{exhibit.id}:{view.id}, {vintage}", arranged, parts["data"], parts["layouts"]))
    return found


def test_bars_start_at_zero(drawn: list[Drawn]) -> None:
    across = {"h": "x", "v": "y"}
    wrong = [
        one.name
        for one in drawn
        for trace in one.data
        if trace["type"] == "bar" and "base" not in trace
        for layout in one.layouts.values()
        if not _holds_zero(layout, trace, across[trace.get("orientation", "v")])
    ]
    assert wrong == []


def _holds_zero(layout: dict[str, Any], trace: dict[str, Any], letter: str) -> bool:
    axis = layout[f"{letter}axis{trace.get(f'{letter}axis', letter)[1:]}"]
    low, high = sorted(axis["range"])
    return bool(low <= 0 <= high)


def test_a_time_axis_is_a_scale_without_vertical_lines_and_no_axis_lies_over_another(drawn: list[Drawn]) -> None:
    wrong = [
        (one.name, size)
        for one in drawn
        for size, axis in one.axes("x")
        if one.arranged.axis in TIMES and (axis.get("type") == "category" or axis.get("showgrid"))
    ]
    over = [one.name for one in drawn for letter in "xy" for _, axis in one.axes(letter) if "overlaying" in axis]
    assert wrong == [] and over == []


def test_a_single_chart_over_time_has_four_to_seven_lines_across(drawn: list[Drawn]) -> None:
    counts = {
        (one.name, size): len(axis["tickvals"])
        for one in drawn
        if one.arranged.axis in TIMES and len(one.arranged.panels) == 1
        for size, axis in one.axes("y")
    }
    assert {where: count for where, count in counts.items() if not 4 <= count <= 7} == {}
    assert sum(count == 7 for count in counts.values()) <= 0.05 * len(counts), "the rule is four to six"


def test_no_line_runs_through_a_gap_and_the_key_is_not_a_box(drawn: list[Drawn]) -> None:
    lines = [(one.name, t) for one in drawn for t in one.data if t["type"] == "scatter" and "lines" in t["mode"]]
    assert lines and [name for name, trace in lines if trace.get("connectgaps")] == []
    assert [one.name for one in drawn for layout in one.layouts.values() if layout.get("showlegend")] == []


def test_words_have_the_size_of_the_chart(drawn: list[Drawn]) -> None:
    small = [
        (one.name, size, note["text"], note["font"]["size"])
        for one in drawn
        for size, layout in one.layouts.items()
        for note in layout["annotations"]
        if note["font"]["size"] < SIZES[size].label - 1  # type: ignore[index]
    ]
    ticks = [
        (one.name, size)
        for one in drawn
        for letter in "xy"
        for size, axis in one.axes(letter)
        if axis.get("tickfont", {}).get("size", 99) < 12
    ]
    assert small == [] and ticks == []


def test_a_pile_has_at_most_four_parts_or_a_written_reason(drawn: list[Drawn]) -> None:
    tall = {}
    for one in drawn:
        if one.layouts["large"].get("barmode") in ("stack", "relative"):
            for panel in range(len(one.arranged.panels)):
                piles: dict[object, int] = {}
                for trace in one.arranged.traces:
                    if trace.form in ("columns", "bars") and trace.panel == panel:
                        for mark in trace.drawn():
                            piles[mark.x, trace.lane] = piles.get((mark.x, trace.lane), 0) + bool(mark.y)
                if max(piles.values(), default=0) > 4:
                    tall[one.name.partition(",")[0]] = max(piles.values())
    assert set(tall) == set(TALL)


def together(one: Arranged) -> set[str]:
    """The colours that tell series apart in a chart; ink tells totals, which are lines over piles, or dashed."""
    return {
        trace.colour for trace in one.traces if trace.colour in COLOURS and not trace.colour.startswith("step-")
    } - {"text"}


def test_the_colours_of_one_chart_are_told_apart_by_every_kind_of_sight(drawn: list[Drawn]) -> None:
    pairs = {
        pair: one.name
        for one in drawn
        if one.arranged.axis != "map"  # places are told by where they are
        for pair in combinations(sorted(together(one.arranged)), 2)
    }
    near = [
        (name, a, b, theme, sight, round(far, 1))
        for (a, b), name in pairs.items()
        for theme in (0, 1)
        for sight in SIGHTS
        if (far := distance(COLOURS[a][theme], COLOURS[b][theme], sight)) < APART
    ]
    assert len(pairs) > 10 and near == []


def test_at_most_five_colours_carry_meaning_in_one_chart(drawn: list[Drawn]) -> None:
    assert [one.name for one in drawn if len(together(one.arranged) - {"other"}) > 5] == []


def test_a_headline_takes_two_lines_at_700_px(drawn: list[Drawn]) -> None:
    def lines(text: str) -> int:
        count, rest = 1, 0.0
        for word in text.split(" "):
            width = labels.width(f"{word} ", 20) * BOLD
            count, rest = (count, rest + width) if rest + width <= 700 else (count + 1, width)
        return count

    long = {text for one in drawn for text in (one.arranged.headline.en, one.arranged.headline.es) if lines(text) > 2}
    assert long == set()


def test_distances_are_those_of_the_published_space() -> None:
    """Black and white are 100 apart; red and green are much nearer for who does not see them apart."""
    assert distance("#000000", "#ffffff", "all colours") == pytest.approx(100, abs=0.1)
    green, red = "#20a56e", "#d0602a"
    assert distance(green, red, "deuteranopia") < 0.5 * distance(green, red, "all colours")


def test_no_card_stands_alone_beside_an_empty_half() -> None:
    assert columns_of([False, False, False, True, False]) == [6, 6, 12, 12, 12]
    assert columns_of([True, False, False]) == [12, 6, 6]
