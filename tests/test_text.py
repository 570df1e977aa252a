"""Bilingual text and numbers."""

import pytest

from dashboard.text import T, as_lang, join, listing, names, number, percent, same, years_span


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        (583.6214, 0, "584"),
        (583.6214, 1, "583.6"),
        (1234567.0, 0, "1,234,567"),
        (-59.97, 1, "\u221260.0"),
        (0.0, 2, "0.00"),
    ],
)
def test_a_number_is_grouped_rounded_and_has_a_true_minus(value: float, digits: int, written: str) -> None:
    assert number(value, digits) == T(written, written)


def test_a_change_carries_its_sign() -> None:
    assert number(1.94, 1, sign=True).en == "+1.9"
    assert number(-1.94, 1, sign=True).en == "\u22121.9"


def test_a_gap_has_no_figure() -> None:
    with pytest.raises(ValueError, match="gap"):
        number(float("nan"))


def test_format_takes_each_language_s_own_side() -> None:
    told = T("{what} in {year}", "{what} en {year}").format(what=T("Trade", "Comercio"), year=2015)
    assert told == T("Trade in 2015", "Comercio en 2015")


def test_the_spanish_abbreviation_of_the_united_states_does_not_break() -> None:
    assert " " not in T("U.S.", "EE. UU.").es


def test_lists_read_as_sentences() -> None:
    assert listing([same("China"), T("Mexico", "México"), T("India", "India")]) == T(
        "China, Mexico and India", "China, México e India"
    )
    assert listing([]).en == ""


def test_a_byline_names_its_authors_in_a_sentence() -> None:
    assert names("E. Anthony Wayne; Arturo Sarukhan") == T(
        "E. Anthony Wayne and Arturo Sarukhan", "E. Anthony Wayne y Arturo Sarukhan"
    )
    assert names("Duncan Wood") == same("Duncan Wood")


def test_join_leaves_out_what_says_nothing() -> None:
    assert join((same("a"), T("", ""), same("b")), ", ").en == "a, b"


def test_percent_and_spans() -> None:
    assert percent(12.24, 1).es == "12.2%"
    assert years_span(1993, 2015).en == "1993\u20132015"
    assert years_span(2015, 2015).en == "2015"


def test_an_unknown_language_is_refused_with_what_is_allowed() -> None:
    with pytest.raises(ValueError, match="en and es"):
        as_lang("fr")
