"""The address: read, written, and what it says of what it cannot read."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.parameters import language, parse
from dashboard.selection import DIMENSIONS, Pin, Selection, Vocabulary
from dashboard.text import T
from dashboard.years import Years

VOCABULARY = Vocabulary(
    first_year=1939,
    last_year=2026,
    values={
        "direction": {"us-to-mx": T("to Mexico", "a México"), "mx-to-us": T("to the U.S.", "a EE. UU.")},
        "state": {
            "us-tx": T("Texas", "Texas"),
            "us-ca": T("California", "California"),
            "mx-jal": T("Jalisco", "Jalisco"),
        },
        "partner": {"china": T("China", "China"), "mexico": T("Mexico", "México")},
    },
    views={"economy-1": ("total", "balance"), "energy-9": ("volume", "share")},
)


def years() -> st.SearchStrategy[Years | None]:
    one = st.integers(1939, 2026)
    ranges = st.tuples(one, one).filter(lambda p: p[0] < p[1]).map(lambda p: Years(p, is_range=True))
    sets = st.sets(one, min_size=1, max_size=4).map(lambda s: Years(tuple(sorted(s))))
    return st.none() | ranges | sets


def dims() -> st.SearchStrategy[tuple[tuple[str, tuple[str, ...]], ...]]:
    def values(name: str) -> st.SearchStrategy[tuple[str, ...]]:
        return st.sets(st.sampled_from(sorted(VOCABULARY.values[name]))).map(lambda s: tuple(sorted(s)))

    chosen = st.fixed_dictionaries({name: values(name) for name in VOCABULARY.values})
    return chosen.map(lambda d: tuple((name, d[name]) for name in DIMENSIONS if d.get(name)))


@st.composite
def pins(draw: st.DrawFn) -> Pin:
    exhibit = draw(st.sampled_from(sorted(VOCABULARY.views)))
    view = draw(st.sampled_from(VOCABULARY.views[exhibit]))
    kept = Selection(
        years=draw(years()),
        dims=draw(dims()),
        vintage=draw(st.sampled_from(["report", "latest"])),
        views=() if view == VOCABULARY.views[exhibit][0] else ((exhibit, view),),
    )
    return Pin(exhibit, kept)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    when, split = draw(years()), draw(dims())
    views = draw(st.sampled_from([(), (("economy-1", "balance"),), (("economy-1", "balance"), ("energy-9", "share"))]))
    return Selection(
        years=when,
        dims=split,
        vintage=draw(st.sampled_from(["report", "latest"])),
        views=views,
        clicked=draw(st.sampled_from(["", "economy-1"])) if when or split else "",
        pinned=draw(st.none() | pins()),
        table=draw(st.sampled_from(["", "energy-9"])),
        tray=draw(st.sampled_from([(), ("economy-1",), ("energy-9", "economy-1")])),
        lang=draw(st.sampled_from(["", "en", "es"])),
        theme=draw(st.sampled_from(["", "light", "dark"])),
    )


@settings(max_examples=500, deadline=None)
@given(selections())
def test_what_is_written_is_read_back(selection: Selection) -> None:
    assert parse(selection.to_query(), VOCABULARY) == (selection, [])


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_no_address_breaks_the_page(query: str) -> None:
    selection, problems = parse(query, VOCABULARY)
    again, none = parse(selection.to_query(), VOCABULARY)
    assert (again, none) == (selection, [])
    assert all(problem.message.en and problem.message.es for problem in problems)


def test_the_order_is_fixed_and_defaults_are_left_out() -> None:
    selection, _ = parse("lang=en&vintage=report&state=us-tx&years=2000-2015", VOCABULARY)
    assert selection.to_query() == "years=2000-2015&state=us-tx&lang=en"


@pytest.mark.parametrize(
    ("query", "parameter", "allowed"),
    [
        ("years=abc", "years", "2000-2015"),
        ("years=2015-2000", "years", "1939"),
        ("years=1800", "years", "1939"),
        ("direction=north", "direction", "us-to-mx"),
        ("vintage=new", "vintage", "report, latest"),
        ("view=economy-1:pie", "view", "economy-1:balance"),
        ("table=nothing", "table", "economy-1"),
        ("tray=energy-9,nothing,economy-1", "tray", "economy-1, energy-9"),
        ("theme=blue", "theme", "light, dark"),
        ("flow=exports", "flow", "direction"),
        ("years=2000&years=2001", "years", "first one counts"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_is_allowed(query: str, parameter: str, allowed: str) -> None:
    _, problems = parse(query, VOCABULARY)
    assert [problem.parameter for problem in problems] == [parameter]
    assert allowed in problems[0].message.en


def test_a_tray_keeps_its_order_and_each_exhibit_once() -> None:
    selection, problems = parse("tray=energy-9,economy-1,energy-9&lang=en", VOCABULARY)
    assert (selection.tray, problems) == (("energy-9", "economy-1"), [])
    assert selection.to_query() == "tray=energy-9,economy-1&lang=en"
    assert not selection.is_filtered()


def test_years_outside_the_data_are_cut_with_a_word() -> None:
    selection, problems = parse("years=1900-2000", VOCABULARY)
    assert selection.years == Years((1939, 2000), is_range=True)
    assert "1939\u20132000" in problems[0].message.en


def frame() -> pd.DataFrame:
    rows = [
        ("2008", 2008, "2008-01-01", "2008-12-31"),
        ("FY2009", 2009, "2008-10-01", "2009-09-30"),
        ("2009-03", 2009, "2009-03-01", "2009-03-31"),
        ("2005/2010", None, "2005-01-01", "2010-12-31"),
        ("2012", 2012, "2012-01-01", "2012-12-31"),
    ]
    built = pd.DataFrame(rows, columns=["period", "year", "start", "end"])
    return built.assign(
        year=built["year"].astype("Int64"), start=pd.to_datetime(built["start"]), end=pd.to_datetime(built["end"])
    )


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (Years((2009,)), ["FY2009", "2009-03", "2005/2010"]),
        (Years((2008, 2009), is_range=True), ["2008", "FY2009", "2009-03", "2005/2010"]),
        (Years((2008, 2012)), ["2008", "2005/2010", "2012"]),
        (Years((2011,)), []),
    ],
)
def test_a_year_takes_its_parts_its_fiscal_year_and_the_spans_over_it(chosen: Years, kept: list[str]) -> None:
    assert list(Selection(years=chosen).apply(frame())["period"]) == kept


def test_a_dimension_that_a_frame_lacks_keeps_every_row() -> None:
    assert len(Selection(dims=(("state", ("us-tx",)),)).apply(frame())) == 5


def test_each_chip_knows_its_words_and_what_is_left_without_it() -> None:
    selection, _ = parse("years=2000-2015&state=us-tx,us-ca&lang=es", VOCABULARY)
    chips = selection.describe(VOCABULARY)
    assert [(chip.dimension, chip.words.es, chip.query_without) for chip in chips] == [
        ("years", "2000\u20132015", "state=us-ca,us-tx&lang=es"),
        ("state", "California y Texas", "years=2000-2015&lang=es"),
    ]


@pytest.mark.parametrize(
    ("query", "cookie", "accepted", "lang"),
    [
        ("lang=es", "en", "en", "es"),
        ("", "es", "en-US,en", "es"),
        ("", "", "fr;q=0.9,es-MX;q=0.8,en;q=0.5", "es"),
        ("", "zz", "de", "en"),
        ("", "", "es;q=oops", "es"),
    ],
)
def test_the_language_is_the_address_s_then_the_cookie_s_then_the_browser_s(
    query: str, cookie: str, accepted: str, lang: str
) -> None:
    selection, _ = parse(query, VOCABULARY)
    assert language(selection, cookie, accepted) == lang
