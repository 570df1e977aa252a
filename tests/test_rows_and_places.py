"""Charts of rows and charts without axes: everything fits at the narrowest width of each size."""

import math

import pytest

from dashboard.charts import draw, labels, places, rows
from dashboard.charts.arranged import Arranged, Form, Mark, Measure, Panel, Trace
from dashboard.charts.theme import COLOURS, INKS, SIZES, SizeName
from dashboard.exhibits.us_tiles import STATES, US_TILES
from dashboard.text import T, same
from tests.test_charts import _contrast

UNIT = Measure(T("units", "unidades"))
LONG = "Electrical and electronic equipment"


def bars(*sides: tuple[float, ...], names: tuple[str, ...] = ("Texas", LONG)) -> Arranged:
    """A chart of rows, a series for each of ``sides``."""
    traces = tuple(
        Trace(
            id=f"s{i}",
            name=same(f"Series {i}"),
            colour="us",
            marks=tuple(Mark(id=f"{i}|{at}", x=at, y=y, label=same(f"{abs(y):.1f}")) for at, y in enumerate(values)),
            form="bars",
            end_label=same(f"Series {i}"),
        )
        for i, values in enumerate(sides)
    )
    named = tuple(same(name) for name in names)
    return Arranged(same("H"), same("S"), same("A"), "categories", (Panel(UNIT),), traces, categories=named)


def without_axes(form: Form, *traces: tuple[Mark, ...]) -> Arranged:
    built = tuple(Trace(f"s{i}", same(f"S{i}"), "us", marks, form=form) for i, marks in enumerate(traces))
    return Arranged(same("H"), same("S"), same("A"), "none", (Panel(UNIT),), built)


@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("sides", [((565.0, 90.0),), ((-42.2, -0.8), (74.2, 5.1))], ids=["one", "both"])
def test_every_bar_fits_with_its_figure_at_the_narrowest_width(
    size: SizeName, sides: tuple[tuple[float, ...], ...]
) -> None:
    arranged, at = bars(*sides), SIZES[size]
    layout = draw.layout(arranged, "en", at)
    low, high = layout["xaxis"]["range"]
    per_unit = (at.narrowest - layout["margin"]["l"] - layout["margin"]["r"]) / (high - low)
    for _, mark in arranged.marks():
        words = labels.width(mark.label.en, at.label)
        end = (mark.y or 0) * per_unit
        assert end + words <= high * per_unit + 1 if end > 0 else end - words >= low * per_unit - 1


def test_a_chart_of_rows_is_as_tall_as_its_rows() -> None:
    few, many = (draw.layout(bars((1.0,) * n, names=("Texas",) * n), "en", SIZES["large"])["height"] for n in (5, 10))
    assert many - few == pytest.approx(5 * rows.rows(bars((1.0,), names=("Texas",)), "en", SIZES["large"]).pitch, abs=1)


def test_long_names_stand_above_bars_to_both_sides_on_a_phone_and_beside_them_elsewhere() -> None:
    arranged = bars((-42.2, -0.8), (74.2, 5.1))
    small, large = (draw.layout(arranged, "en", SIZES[size]) for size in ("small", "large"))  # type: ignore[index]
    assert LONG in [note["text"] for note in small["annotations"]] and set(small["yaxis"]["ticktext"]) == {""}
    assert "Texas" in large["yaxis"]["ticktext"]


def test_bars_end_to_end_carry_their_figures_inside_and_fill_the_width() -> None:
    arranged = bars((11.0, 12.2), (66.0, 68.0))
    drawn = draw.parts(arranged, "en")
    assert {trace["textposition"] for trace in drawn["data"]} == {"inside"}
    assert drawn["layouts"]["large"]["xaxis"]["range"] == pytest.approx([0, 80.2])


@pytest.mark.parametrize("size", list(SIZES))
def test_tiles_are_squares_that_do_not_touch(size: SizeName) -> None:
    marks = tuple(Mark(id=s, x=x, y=y, label=same(f"{s}<br>1")) for s, (x, y) in US_TILES.items())
    figure = draw.figure(without_axes("tiles", marks), "en", size)
    margin, meta = figure.layout.margin, figure.layout.meta
    cell = (SIZES[size].width - margin.l - margin.r) / meta["columns"]
    down = (figure.layout.height - margin.t - margin.b) / meta["rows"]
    assert figure.data[0].marker.size <= math.floor(min(cell, down))
    assert all("<br>" not in words for words in figure.data[0].text) == (min(cell, down) < places.ROOM_FOR_TWO_LINES)


def test_each_state_and_the_capital_have_a_tile_of_their_own() -> None:
    assert len(US_TILES) == STATES + 1 == len(set(US_TILES.values()))


def test_as_many_people_are_drawn_as_the_marks_say() -> None:
    arranged = without_axes("people", (Mark("one", 0, 1.0),), (Mark("others", 1, 28.0),))
    figure = draw.figure(arranged, "en")
    assert [sum(y is None for y in trace.y) for trace in figure.data] == [2 * 1, 2 * 28]  # a head and a body each
    assert places.grid(arranged) == (10, 3 * places.PERSON_HEIGHT)


def test_treemaps_stand_beside_each_other_and_on_a_phone_above_each_other() -> None:
    marks = (Mark("a", 0, 2.0, name=same("Fuels and oil")), Mark("b", 1, 1.0, name=same("Meat")))
    both = tuple(Trace(f"s{i}", same("s"), "us", marks, form="treemap", panel=i) for i in (0, 1))
    panels = (Panel(UNIT, title=same("Out")), Panel(UNIT, title=same("In")))
    arranged = Arranged(same("H"), same("S"), same("A"), "none", panels, both)
    small, large = (draw.figure(arranged, "en", size).data for size in ("small", "large"))
    assert small[0].domain.y[0] > small[1].domain.y[1] and small[0].domain.x == small[1].domain.x
    assert large[0].domain.x[1] < large[1].domain.x[0] and large[0].domain.y == large[1].domain.y


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("token", [ink.removeprefix("on-") for ink in INKS])
def test_words_on_a_mark_stand_out_from_it(token: str, theme: int) -> None:
    assert _contrast(INKS[f"on-{token}"][theme], COLOURS[token][theme]) >= 4.5
