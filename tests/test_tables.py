"""The tables behind the charts: heads that differ, numbers as they are, everything in the reader's language."""

from __future__ import annotations

import re

import pytest

from dashboard.charts.columns import decimals
from dashboard.dataset import Dataset
from dashboard.exhibits.compose import Composed, Composer
from dashboard.exhibits.registry import CHAPTERS
from dashboard.export.wide import wide
from dashboard.labels import Labels
from dashboard.pages.table import drawn, every_row
from dashboard.parameters import parse

VIEWS = [(exhibit.id, view.id) for chapter in CHAPTERS for exhibit in chapter.exhibits for view in exhibit.views]
# Two traces in two colours whose rows differ: nothing but the rows tells them apart.
BY_ROWS = {("migration-9", "regions")}


def composed(composer: Composer, exhibit: str, view: str) -> Composed:
    selection, problems = parse(f"view={exhibit}:{view}&vintage=latest", composer.vocabulary)
    assert problems == []
    return composer.compose(composer.exhibits[exhibit], selection)


@pytest.mark.parametrize(("exhibit", "view"), VIEWS)
def test_no_two_columns_have_the_same_head(composer: Composer, exhibit: str, view: str) -> None:
    arranged = composed(composer, exhibit, view).arranged
    for lang in ("en", "es"):
        for heads in (
            [column["name"] for column in drawn(arranged, lang)["columns"]],
            [column.name + column.unit for column in wide(arranged, lang).columns],
        ):
            assert len(set(heads)) == len(heads) or (exhibit, view) in BY_ROWS


def test_series_of_one_name_say_the_years_that_they_cover(composer: Composer) -> None:
    arranged = composed(composer, "migration-7", "countries").arranged
    names = {lang: [column["name"] for column in drawn(arranged, lang)["columns"]] for lang in ("en", "es")}
    assert {"Guatemala (FY2014\u20132018)", "Guatemala (FY2022\u20132024)"} <= set(names["en"])
    assert {"Guatemala (AF 2014\u20132018)", "Guatemala (AF 2022\u20132024)"} <= set(names["es"])


@pytest.mark.parametrize(("exhibit", "view"), [("migration-6", "types"), ("migration-7", "countries")])
def test_people_are_not_counted_in_tenths(composer: Composer, exhibit: str, view: str) -> None:
    arranged = composed(composer, exhibit, view).arranged
    cells = [told for row in drawn(arranged, "en")["rows"] for told, _ in row["cells"][1:] if told]
    assert cells and all(re.fullmatch(r"[\d,]+", told) for told in cells)
    assert {column.digits for column in wide(arranged, "en").columns} == {0}


@pytest.mark.parametrize(
    ("values", "most", "kept"),
    [([7890.0, 12.0], 1, 0), ([61.1, 43.0], 2, 1), ([337.281739], 2, 2), ([0.1 + 0.2], 3, 1), ([], 2, 0)],
)
def test_a_column_has_the_decimals_that_its_values_need(values: list[float], most: int, kept: int) -> None:
    assert decimals(values, most) == kept


def test_all_rows_have_spanish_heads_and_the_names_of_coded_values(composer: Composer, data: Dataset) -> None:
    labels = Labels(data)
    table = every_row(composed(composer, "energy-7", composer.exhibits["energy-7"].default_view), data, labels, "es")
    heads = [column["name"] for column in table["columns"]]
    assert {"Gasoducto", "Estado en México", "Situación en 2016"} <= set(heads)
    states = {row["cells"][heads.index("Estado en México")][0] for row in table["rows"]}
    assert "Nuevo León" in states and not any(state.startswith("mx-") for state in states)


def test_every_dimension_of_the_package_has_a_head_in_both_languages(data: Dataset) -> None:
    labels = Labels(data)
    bare = {
        name
        for split in data.dimensions.values()
        for name in split
        if labels.head(name).es == name.replace("_", " ").capitalize() and name != "sector"
    }
    assert bare == set()
