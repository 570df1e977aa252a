"""The language of derivations.csv."""

import pandas as pd
import pytest

from dashboard.formulas import FormulaError, SeriesOf, evaluate, in_words, join_sources


def exhibit(*rows, dimensions=()):
    """An exhibit of rows (series, period, value, source, ids of the dimensions ...)."""
    return SeriesOf.split(
        pd.DataFrame(rows, columns=["series", "period", "value", "source_id", *dimensions]), dimensions
    )


TRADE = exhibit(
    ("exports", "2014", 241.0, "census"),
    ("exports", "2015", 236.5, "census"),
    ("imports", "2015", 296.4, "census"),
    ("imports", "2016", 294.0, "crs"),
    ("services", "2015", 31.5, "bea"),
)

BY_PARTNER = exhibit(
    ("balance", "2015", -60.0, "bea", "mexico"),
    ("balance", "2015", -340.0, "bea", "china"),
    ("balance", "2015", -500.0, "bea", "world"),
    ("factor", "2015", 2.0, "own", ""),
    dimensions=("partner",),
)


def computed(formula, series=TRADE, name="x", **others):
    """The result as {(period, ids ...): value}."""
    return {key: value for key, (value, _) in evaluate(formula, name, {name: series, **others}).cells.items()}


def test_two_series_meet_in_the_periods_that_both_have():
    assert computed("exports - imports") == {("2015",): pytest.approx(-59.9)}


def test_numbers_parentheses_and_signs_work_as_in_arithmetic():
    assert computed("-(exports + imports) / 2 * 10") == {("2015",): pytest.approx(-2664.5)}


def test_the_sources_of_a_result_are_those_of_its_inputs():
    assert evaluate("exports + imports + services", "x", {"x": TRADE}).cells[("2015",)][1] == "census;bea"
    assert join_sources("a;b", "b", "c;a") == "a;b;c"


def test_an_index_divides_by_the_value_of_one_period():
    assert computed('100 * exports / at(exports, "2014")') == {
        ("2014",): 100,
        ("2015",): pytest.approx(98.13, abs=0.01),
    }


def test_one_period_can_be_taken_by_itself():
    assert computed('during(exports, "2015")') == {("2015",): 236.5}


def test_a_share_divides_by_one_value_of_a_dimension():
    share = computed('100 * balance / only(balance, partner="world")', BY_PARTNER)
    assert share == {("2015", "mexico"): 12, ("2015", "china"): 68, ("2015", "world"): 100}


def test_a_series_without_a_dimension_counts_for_each_of_its_values():
    assert computed("balance * factor", BY_PARTNER)[("2015", "china")] == -680


def test_a_dimension_can_be_summed_over():
    assert computed('total(balance, "partner")', BY_PARTNER) == {("2015",): -900}


def test_a_dimension_with_one_value_does_not_split_a_series():
    flows = exhibit(
        ("sold", "2015", 5.0, "a", "us-to-mx"), ("bought", "2015", 7.0, "a", "mx-to-us"), dimensions=("direction",)
    )
    result = evaluate("sold + bought", "x", {"x": flows})
    assert (result.axes, result.fixed) == (("period",), {"direction": ""})
    assert evaluate("2 * sold", "x", {"x": flows}).fixed == {"direction": "us-to-mx"}


def test_months_and_quarters_are_summed_to_whole_years_only():
    months = [f"{year}-{month:02}" for year in (2014, 2015) for month in range(1, 13)]
    monthly = exhibit(*(("gas", month, 1.0, "eia") for month in months[:-1]))
    assert computed("yearly_sum(gas)", monthly) == {("2014",): 12}
    quarterly = exhibit(*(("gas", f"2015-Q{quarter}", 2.0, "eia") for quarter in range(1, 5)))
    assert computed("yearly_sum(gas)", quarterly) == {("2015",): 8}


def test_a_volume_becomes_a_rate_by_the_days_of_its_period():
    monthly = exhibit(("oil", "2016-02", 290.0, "eia"))
    assert computed("per_day(oil)", monthly) == {("2016-02",): 10}
    assert computed("times_days(per_day(oil))", monthly) == {("2016-02",): 290}


def test_a_series_of_another_exhibit_can_be_read():
    assert computed('exports - of("y", exports)', y=exhibit(("exports", "2015", 36.5, "bea"))) == {("2015",): 200}


def test_one_source_can_be_chosen_where_two_give_the_same_number():
    twice = exhibit(("price", "2015", 1.0, "a"), ("price", "2015", 2.0, "b"))
    assert computed('source(price, "b")', twice) == {("2015",): 2}
    with pytest.raises(FormulaError, match=r"price has several values for 2015: choose one with source\(\)"):
        computed("price", twice)


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("exports -", "not a formula: invalid syntax"),
        ("exprots - imports", "no rows of a series 'exprots' in x"),
        ("exports ** 2", r"cannot compute 'exports \*\* 2': allowed are names of series, numbers"),
        ("__import__('os').system('ls')", "cannot compute"),
        ("len(exports)", "cannot compute"),
        ('at(exports, "1987")', r"at\(\): no value for 1987"),
        ('at(exports, "87")', r"at\(\): period '87': allowed are"),
        ("at(exports)", r"at\(\): .*missing"),
        ('at(exports, "2015")', "the result has no periods"),
        ('only(exports, partner="china")', r"only\(\): the series is not split by partner"),
        ("yearly_sum(exports)", r"yearly_sum\(\): the series has neither months nor quarters"),
        ('exports - during(imports, "2016")', "no period and dimension values in common"),
        ('of("z", exports)', "no exhibit 'z'"),
        ("exports / 0", "divided by zero"),
        ("1 + 1", "the formula names no series"),
    ],
)
def test_a_formula_that_cannot_be_computed_says_why(formula, says):
    with pytest.raises(FormulaError, match=says):
        computed(formula)


def test_series_split_by_different_dimensions_do_not_meet():
    crossed = exhibit(
        *(("by_state", "2015", 1.0, "a", state, "") for state in ("us-tx", "us-az")),
        *(("by_product", "2015", 1.0, "a", "", product) for product in ("hs-84", "hs-85")),
        dimensions=("state", "product"),
    )
    with pytest.raises(FormulaError, match="numbers by period, state and by period, product do not meet"):
        computed("by_state + by_product", crossed)


LABELS = {("x", "exports"): "U.S. exports", ("x", "imports"): "U.S. imports", ("y", "base"): "All inputs"}


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("exports - imports", "U.S. exports − U.S. imports"),
        ("100 * (exports + imports) / exports", "100 × (U.S. exports + U.S. imports) ÷ U.S. exports"),
        ("exports - (imports - exports)", "U.S. exports − (U.S. imports − U.S. exports)"),
        ('exports / at(exports, "1987-07")', "U.S. exports ÷ U.S. exports in July 1987"),
        ("yearly_sum(exports)", "sum over the year of U.S. exports"),
        ('exports / only(exports, partner="world")', "U.S. exports ÷ U.S. exports (World)"),
        ('exports / of("y", base)', "U.S. exports ÷ All inputs"),
    ],
)
def test_a_formula_can_be_said_in_words(formula, words):
    assert in_words(formula, "x", LABELS, {"world": "World"}, "en") == words


def test_a_formula_is_said_in_spanish_too():
    assert in_words('at(exports, "1987-07")', "x", {("x", "exports"): "Exportaciones"}, {}, "es") == (
        "Exportaciones en julio de 1987"
    )
