"""The Overview: each number leads to where it stands, and a change is told of one series alone."""

import json
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from dash.development.base_component import Component

from dashboard.exhibits.compose import Composer
from dashboard.exhibits.figures import FIGURES, Figure
from dashboard.pages import overview
from dashboard.parameters import parse
from dashboard.selection import Selection
from dashboard.text import Lang
from tests.expected_rows import table

# For each tile, read by hand from data/exhibits/*.csv: its newest number in the data's unit, its period, and what is
# told of the change since the report.
TILES = {
    "Trade in goods and services": ("2025", 976_100, "+66% since 2015, revised to 588.3 billion dollars"),
    "U.S. balance of trade in goods": ("2025", -197_518.261, "3.3 times the deficit of 2015"),
    "U.S. direct investment in Mexico": ("2024", 155_901, "Another series or edition: no change is computed."),
    "U.S. jobs that depend on trade with Mexico": ("2017", 4_900_000, "The same as in 2014"),
    "Intentional homicides in Mexico": ("2024", 33_550, "+37% since 2016"),
    "Mérida money for Mexico in a fiscal year": ("FY2021", 158.9, "Another series or edition: no change is computed."),
    "Apprehensions of Mexicans, southwest border": ("FY2024", 502_279, "+163% since FY2016"),
    "Unauthorized Mexicans in the United States": ("2023", 4.3, "Another series or edition: no change is computed."),
    "Central Americans returned by Mexico": ("2024", 18_881, "−89% since 2015"),
    "Remittances to Mexico": ("2025", 62_471.699, "+146% since 2015, revised to 25.4 billion dollars"),
    "U.S. natural gas piped to Mexico": ("2022", 2_074_340, "+97% since 2015"),
    "Mexico's crude oil production": ("2024", 1_759.04519, "−22% since 2015"),
}
EACH = pytest.mark.parametrize("one", FIGURES, ids=[f"{one.exhibit}-{one.line.series}" for one in FIGURES])


def parts(component: Any) -> Iterator[Any]:
    """A component and all that is in it."""
    yield component
    children = getattr(component, "children", None)
    for child in children if isinstance(children, (list, tuple)) else [children]:
        if child is not None:
            yield from parts(child)


def tile(composer: Composer, one: Figure, lang: Lang = "en") -> Component:
    return overview.tile(composer, one, Selection(), lang)


def having(component: Component, attribute: str) -> dict[str, Any]:
    """The attributes of the first part that has this one."""
    return next(vars(part) for part in parts(component) if attribute in getattr(part, "__dict__", {}))


def read(exhibit: str) -> pd.DataFrame:
    """The rows of an exhibit, with the balance of goods as exports less imports."""
    rows = table(exhibit)
    if exhibit != "economy-1":
        return rows
    goods = rows.pivot_table(index="period", columns="series", values="value")
    balance = (goods["us_exports_goods"] - goods["us_imports_goods"]).dropna().rename("value").reset_index()
    return pd.concat([rows, balance.assign(series="balance_goods")], ignore_index=True)


def texts(component: Component) -> list[str]:
    return [part for part in parts(component) if isinstance(part, str)]


def test_the_tiles_are_the_twelve_that_were_read_by_hand() -> None:
    assert [one.name.en for one in FIGURES] == list(TILES)


@EACH
def test_a_change_is_told_of_one_series_alone_or_it_is_said_that_none_is(composer: Composer, one: Figure) -> None:
    said = [text for text in texts(tile(composer, one)) if "since" in text or "times the" in text or "change" in text]
    same = [text for text in texts(tile(composer, one)) if text.startswith("The same")]
    assert said + same == [TILES[one.name.en][2]]


@EACH
def test_the_told_change_is_that_of_the_rows_of_one_series(one: Figure) -> None:
    period, newest, told = TILES[one.name.en]
    rows = read(one.exhibit)
    for dimension, value in one.dimensions:
        rows = rows[rows[dimension] == value]
    rows = rows[rows["series"] == one.line.series].set_index("period")["value"]
    if told.startswith("Another"):
        assert period not in rows.index or one.then.period not in rows.index
        return
    assert rows[period] == pytest.approx(newest)
    ratio = rows[period] / rows[one.then.period]
    words = {f"{ratio:.1f} times", f"{100 * (ratio - 1):+.0f}%".replace("-", "−"), "The same" if ratio == 1 else "?"}
    assert any(told.startswith(word) for word in words)


def test_a_deficit_grows_by_times_in_spanish_too(composer: Composer) -> None:
    assert "3.3 veces el déficit de 2015" in texts(tile(composer, FIGURES[1], "es"))


@EACH
def test_a_tile_leads_to_a_view_in_which_its_newest_number_is_drawn(composer: Composer, one: Figure) -> None:
    period, newest, _ = TILES[one.name.en]
    rows = read(one.exhibit)
    assert ((rows["period"] == period) & (abs(rows["value"] - newest) < 0.001)).any()
    link = having(tile(composer, one), "data-with")
    exhibit = composer.exhibits[one.exhibit]
    assert link["data-path"] == f"/{exhibit.chapter}/{exhibit.id}"
    for query in (link["data-with"], link["href"].partition("?")[2]):
        selection, problems = parse(query, composer.vocabulary_of([exhibit]))
        assert not problems and selection.vintage == "latest"
        marks = [mark for _, mark in composer.compose(exhibit, selection).arranged.marks()]
        drawn = [mark.value if mark.value is not None else mark.y for mark in marks if period in mark.id.split("|")]
        scales = (1, 1e-3, 1e-6)
        assert any(abs(value - newest * scale) < 1e-6 * abs(newest * scale) for value in drawn for scale in scales)


@EACH
def test_a_small_line_ends_at_the_newest_number_and_opens_where_the_tile_does(composer: Composer, one: Figure) -> None:
    made = tile(composer, one)
    spark = having(made, "data-spark")
    drawn = json.loads(spark["data-spark"])
    period, _, _ = TILES[one.name.en]
    year, _, words, apart = drawn[-1]
    assert str(year) == period.removeprefix("FY")
    assert words.split(":")[0] == period
    assert apart == ("another series" in words) == (one.now is not None)
    assert spark["data-with"] == having(made, "data-with")["data-with"]
    assert one.then.period.removeprefix("FY") in {str(point[0]) for point in drawn}
    assert f"a line of {len(drawn)} points" in spark["aria-label"] and f"to {period}." in spark["aria-label"]


@EACH
def test_every_point_of_a_small_line_is_drawn_where_it_leads(composer: Composer, one: Figure) -> None:
    spark = having(tile(composer, one), "data-spark")
    exhibit = composer.exhibits[one.exhibit]
    selection, _ = parse(spark["data-with"], composer.vocabulary_of([exhibit]))
    marks = [mark for _, mark in composer.compose(exhibit, selection).arranged.marks()]
    drawn = {part.removeprefix("FY") for mark in marks for part in mark.id.split("|")}
    assert {str(point[0]) for point in json.loads(spark["data-spark"])} <= drawn


@pytest.mark.parametrize("began, ended, said", [(-5.0, 3.0, ""), (-4.0, -2.0, "0.5 times the deficit of 2015")])
def test_a_balance_that_changes_its_sign_is_told_by_no_ratio(began: float, ended: float, said: str) -> None:
    line = pd.DataFrame({"period": ["2015", "2025"], "value": [began, ended]})
    then, now = (
        overview.Datum(value, period, int(period), "official") for period, value in line.itertuples(index=False)
    )
    assert overview.change(FIGURES[1], then, now, line).en == said


@pytest.mark.parametrize("lang, words", [("en", "Choose a year on a line"), ("es", "Elija un año en una línea")])
def test_the_section_says_once_what_a_small_line_does(composer: Composer, lang: Lang, words: str) -> None:
    from dashboard.site import place

    here = place(composer.chapters, "/")
    assert here is not None
    body, _ = overview.page(composer, here, Selection(), lang)
    assert sum(text.startswith(words) for text in texts(body)) == 1


# What the notes of exhibits that the Overview leads to say


def words(composer: Composer, exhibit: str, query: str) -> dict[str, Any]:
    one = composer.exhibits[exhibit]
    return composer.compose(one, parse(query, composer.vocabulary_of([one]))[0]).words("en")


@pytest.mark.parametrize("view, deaths, victims", [("counts", "33,550", "30,046"), ("rates", "25.4", "22.7")])
def test_the_latest_homicides_name_who_counts(composer: Composer, view: str, deaths: str, victims: str) -> None:
    told = words(composer, "security-added-homicides", f"vintage=latest&view=security-added-homicides:{view}")
    assert deaths in told["headline"]
    before, _, after = told["latest"].partition(";")
    assert deaths in before and "INEGI" in before
    assert victims in after and "SESNSP" in after


def test_the_note_on_minors_names_the_years_without_a_table_of_each_country(composer: Composer) -> None:
    rows = table("migration-7")
    countries = ("guatemala", "el_salvador", "honduras", "mexico")
    known = {name: {*rows.loc[rows["series"] == f"uac_{name}", "period"]} for name in countries}
    missing = {name: [y for y in range(2014, 2025) if f"FY{y}" not in known[name]] for name in known}
    assert missing == {**{name: [2019, 2020, 2021] for name in countries[:3]}, "mexico": [2021]}
    notes = words(composer, "migration-7", "vintage=latest")["notes"]
    assert any("FY2019–FY2021 of the three countries, FY2021 of Mexico" in note for note in notes)


def test_ports_that_are_not_split_by_state_do_not_pass_for_those_of_the_state(composer: Composer) -> None:
    told = words(composer, "economy-added-ports", "state=us-tx")
    assert "not split by state" in told["silent"]
    assert "known for Texas only" in told["subtitle"]


def test_jobs_of_the_whole_country_are_told_for_each_year_that_is_known(composer: Composer) -> None:
    told = words(composer, "economy-5", "vintage=latest&state=us")
    assert "2014 and 2017" in told["subtitle"]
    assert "2014 and 2017" not in words(composer, "economy-5", "vintage=latest")["subtitle"]
