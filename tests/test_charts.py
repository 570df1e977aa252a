"""Scales, labels, keys and layouts: what a chart promises whatever it shows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import draw, labels
from dashboard.charts.arranged import Arranged, Event, Mark, Measure, Panel, Trace
from dashboard.charts.scales import date_ticks, linear, year_ticks
from dashboard.charts.theme import COLOURS, SIZES, WORDS, painted, stylesheet, var
from dashboard.text import T, same

UNIT = Measure(T("units", "unidades"))


def lines(*ends: float, form: str = "line") -> Arranged:
    """One series for each of ``ends``, over three years."""
    traces = tuple(
        Trace(
            id=f"s{i}",
            name=same(f"Series number {i}"),
            colour="us",
            marks=tuple(Mark(id=f"{i}|{year}", x=year, y=end, period=same(year)) for year in (2013, 2014, 2015)),
            form=form,  # type: ignore[arg-type]
            end_label=same(f"Series number {i}"),
        )
        for i, end in enumerate(ends)
    )
    return Arranged(
        headline=same("H"), subtitle=same("S"), alt=same("A"), axis="years", panels=(Panel(UNIT),), traces=traces
    )


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.booleans())
def test_a_scale_holds_its_data_between_round_limits(a: float, b: float, from_zero: bool) -> None:
    low, high = sorted((a, b))
    scale = linear(low, high, 5, from_zero)
    slack = 1e-6 * max(1.0, abs(scale.high - scale.low))
    assert scale.low <= low + slack and high - slack <= scale.high
    assert len(scale.ticks) <= 9
    assert not from_zero or scale.low <= 0 <= scale.high


def test_ticks_of_years_stand_on_round_years() -> None:
    assert year_ticks(1993, 2015, 5) == [1995, 2000, 2005, 2010, 2015]
    assert year_ticks(2014, 2015, 5) == [2014, 2015]


def test_an_axis_of_dates_has_years_and_a_short_one_months() -> None:
    assert date_ticks("2001-01-16", "2025-12-16", 9) == {"tick0": "2005-01-01", "dtick": "M60", "tickformat": "%Y"}
    assert date_ticks("2015-01-16", "2016-08-16", 9) == {"tick0": "2015-01-01", "dtick": "M6", "tickformat": "%b %Y"}


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(10, 40)), min_size=1, max_size=6))
def test_labels_that_fit_do_not_overlap_and_stay_inside(wanted: list[tuple[float, float]]) -> None:
    centres, heights = zip(*wanted, strict=True)
    placed = labels.spread(centres, heights, 0, 300)
    boxes = sorted((c - h / 2, c + h / 2) for c, h in zip(placed, heights, strict=True))
    assert sum(heights) > 300 or (boxes[0][0] >= -1e-6 and boxes[-1][1] <= 300 + 1e-6)
    assert all(upper[0] >= lower[1] - 1e-6 for lower, upper in zip(boxes, boxes[1:], strict=False))


def test_words_break_between_words() -> None:
    assert labels.wrap("U.S. exports of services", 17) == "U.S. exports of<br>services"


@pytest.mark.parametrize("size", list(SIZES))
def test_bars_start_at_zero(size: str) -> None:
    layout = draw.layout(lines(900.0, 950.0, form="columns"), "en", SIZES[size])  # type: ignore[index]
    assert layout["yaxis"]["range"][0] == 0


def test_panels_stand_above_each_other_and_never_on_two_axes() -> None:
    arranged = lines(5.0)
    both = Arranged(
        headline=same("H"),
        subtitle=same("S"),
        alt=same("A"),
        axis="years",
        panels=(Panel(UNIT, title=same("above")), Panel(UNIT, title=same("below"))),
        traces=(arranged.traces[0], Trace("t", same("t"), "mx", arranged.traces[0].marks, panel=1)),
    )
    layout = draw.layout(both, "en", SIZES["large"])
    assert layout["yaxis"]["domain"][0] > layout["yaxis2"]["domain"][1]
    assert "overlaying" not in layout["yaxis"] and "overlaying" not in layout["yaxis2"]


def test_end_labels_of_close_lines_keep_apart_and_are_a_key_on_a_phone() -> None:
    large = draw.layout(lines(100.0, 101.0, 102.0), "en", SIZES["large"])
    said = [note for note in large["annotations"] if note["text"].startswith("Series")]
    shifts = sorted(note["yshift"] for note in said)
    assert len(said) == 3
    assert all(b - a >= SIZES["large"].label for a, b in zip(shifts, shifts[1:], strict=False))
    small = draw.layout(lines(100.0, 101.0, 102.0), "en", SIZES["small"])
    keys = [note["text"] for note in small["annotations"]]
    assert len(keys) == 1 and keys[0].count("Series number") == 3


def test_a_gap_in_the_marks_is_a_gap_in_the_line() -> None:
    gap = Trace("g", same("g"), "us", (Mark("1", 2000, 1.0), Mark("", 2002, None), Mark("2", 2005, 2.0)))
    arranged = Arranged(same("H"), same("S"), same("A"), "years", (Panel(UNIT),), (gap,))
    trace = draw.parts(arranged, "en")["data"][0]
    assert trace["y"] == [1.0, None, 2.0] and trace["connectgaps"] is False


def test_events_are_lines_with_words_above_the_plot() -> None:
    arranged = lines(5.0)
    marked = Arranged(
        same("H"),
        same("S"),
        same("A"),
        "years",
        (Panel(UNIT),),
        arranged.traces,
        events=(Event(2014.7, same("report")),),
    )
    layout = draw.layout(marked, "es", SIZES["medium"])
    assert [shape["x0"] for shape in layout["shapes"]] == [2014.7]
    assert any(note["text"] == "report" for note in layout["annotations"])


def test_every_colour_of_a_figure_is_in_the_registry() -> None:
    with pytest.raises(KeyError, match="not in the registry"):
        var("pink")
    assert painted({"c": "var(--us)"}, "dark") == {"c": COLOURS["us"][1]}
    assert all(f"--{token}:" in stylesheet() for token in COLOURS)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear_parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear_parts[0] + 0.7152 * linear_parts[1] + 0.0722 * linear_parts[2]


def _contrast(a: str, b: str) -> float:
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


# Grounds and rules; and the classes of a map, which are told apart by their outlines and from each other.
SURFACES = {"ground", "raised", "rule", "grid", "notice"} | {token for token in COLOURS if token.startswith("step-")}


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("token", [token for token in COLOURS if token not in SURFACES])
def test_marks_and_words_stand_out_from_the_ground(token: str, theme: int) -> None:
    floor = 4.5 if token in ("text", "muted", "accent") else 3.0
    assert _contrast(COLOURS[token][theme], COLOURS["ground"][theme]) >= floor


def test_milestones_stand_on_the_foot_of_the_chart_and_belong_to_no_series() -> None:
    arranged = replace(lines(5.0), milestones=((2014.2, T("1994: NAFTA", "1994: TLCAN")),))
    drawn = draw.parts(arranged, "es")
    marks = drawn["data"][-1]
    assert (marks["x"], marks["hovertext"], marks["customdata"]) == ([2014.2], ["1994: TLCAN"], [""])
    assert all(layout["yaxis99"]["visible"] is False for layout in drawn["layouts"].values())
    assert draw.figure(arranged, "es").data[-1].yaxis == "y99"


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("token", list(WORDS))
def test_words_in_the_colour_of_a_series_can_be_read(token: str, theme: int) -> None:
    assert _contrast(WORDS[token][theme], COLOURS["ground"][theme]) >= 4.5


def test_bars_with_a_base_run_from_year_to_year_and_their_points_stand_on_them() -> None:
    bar = Mark(id="a|years", x=0, y=2020.5, base=1993.5, name=same("A"), figure=same("1994–2020"), label=same("1994"))
    point = Mark(id="b|2017", x=1, y=2016.7, name=same("B"), figure=same("active"))
    arranged = replace(
        lines(),
        axis="categories",
        categories=(same("A"), same("B")),
        panels=(Panel(UNIT, limits=(1989.5, 2026.5)),),
        traces=(
            Trace(id="bars", name=same("Years"), colour="us", marks=(bar,), form="bars"),
            Trace(id="points", name=same("In 2017"), colour="us", marks=(point,), form="points", hollow=True),
        ),
    )
    for size in SIZES:
        figure = draw.figure(arranged, "en", size)
        assert figure.data[0].base[0] + figure.data[0].x[0] == 2020.5
        assert (figure.data[1].x[0], figure.data[1].y[0]) == (2016.7, 1)
        axis = figure.layout.xaxis
        assert axis.range[0] < 1989.5 and axis.range[1] > 2026.5 and min(axis.tickvals) >= 1990
        assert any(note.text == "1994" and note.x == 1993.5 for note in figure.layout.annotations)
