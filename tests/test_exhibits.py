"""What must hold for every exhibit: every view, vintage and language."""

import csv
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import plotly.graph_objects as go
import pytest

from dashboard.charts import draw
from dashboard.charts.arranged import Trace
from dashboard.charts.theme import SIZES
from dashboard.exhibits.base import Exhibit, View
from dashboard.exhibits.compose import Composed, Composer
from dashboard.exhibits.prepare import rows_of
from dashboard.exhibits.registry import CHAPTERS
from dashboard.parameters import parse
from dashboard.selection import VINTAGES, Selection, Vintage
from dashboard.text import LANGS
from dashboard.years import Years

DATA = Path(__file__).resolve().parent.parent / "data"
EXHIBITS = [exhibit for chapter in CHAPTERS for exhibit in chapter.exhibits]
WITH_SERIES = {path.stem for path in (DATA / "exhibits").glob("*.csv")}  # the others consist of records
CASES = [
    pytest.param(exhibit, view, vintage, id=f"{exhibit.id}-{view.id}-{vintage}")
    for exhibit in EXHIBITS
    for view in exhibit.views
    for vintage in VINTAGES
]


def composed(composer: Composer, exhibit: Exhibit, view: View, vintage: Vintage, **more: object) -> Composed:
    return composer.compose(exhibit, Selection(vintage=vintage, views=((exhibit.id, view.id),), **more))  # type: ignore[arg-type]


def spread(values: list[str], most: int = 8) -> list[str]:
    """The values, or some of them from first to last: a dimension of 98 products is not tried whole."""
    return values[:: -(-len(values) // most)] if values else []


def values_of(exhibit: str) -> dict[tuple[str, str], set[float]]:
    """(series, period) -> values, read from the CSV file itself."""
    found: dict[tuple[str, str], set[float]] = {}
    if exhibit not in WITH_SERIES:
        return found
    with (DATA / "exhibits" / f"{exhibit}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault((row["series"], row["period"]), set()).add(float(row["value"]))
    return found


@pytest.mark.parametrize(("exhibit", "view", "vintage"), CASES)
def test_every_view_is_drawn_in_both_languages_and_at_every_size(
    composer: Composer, exhibit: Exhibit, view: View, vintage: Vintage
) -> None:
    arranged = composed(composer, exhibit, view, vintage).arranged
    for lang, size in zip(cycle(LANGS), SIZES, strict=False):  # test_look.py draws the other pairs, without this
        figure = draw.figure(arranged, lang, size)  # validates every property
        assert isinstance(figure, go.Figure) and len(figure.data) > 0


@pytest.mark.parametrize(("exhibit", "view", "vintage"), CASES)
def test_the_figure_carries_the_numbers_of_the_package(
    composer: Composer, exhibit: Exhibit, view: View, vintage: Vintage
) -> None:
    """Every drawn value whose series is in the CSV is, scaled back, one of the values in the file."""
    result = composed(composer, exhibit, view, vintage)
    known = values_of(exhibit.id)
    figure = draw.figure(result.arranged, "en")
    checked = 0
    of_marks = [one for one in figure.data if not str(one.uid).startswith("map-")]
    for trace, drawn in zip(result.arranged.traces, of_marks, strict=True):
        scale = result.arranged.panels[trace.panel].measure.scale
        told = _told(trace) if trace.form in ("tiles", "people", "areas", "places", "routes") else _points(drawn)
        for mark_id, value in told:
            series, period = [*mark_id.split("|"), ""][:2]
            if value is not None and (series, period) in known:
                assert any(
                    abs(abs(value) - abs(v * scale)) <= 1e-9 * max(1, abs(v * scale)) for v in known[series, period]
                )
                checked += 1
    assert checked or view.of_records or _derived_alone(exhibit, view, vintage)


def _told(trace: Trace) -> Iterator[tuple[str, float | None]]:
    """The numbers of marks whose place does not tell them."""
    return ((mark.id, mark.value) for mark in trace.drawn())


def _points(drawn: go.Figure) -> Iterator[tuple[str, float | None]]:
    if drawn.type == "treemap":
        return zip(drawn.customdata, drawn["values"], strict=True)
    return zip(drawn.customdata, drawn.x if drawn.orientation == "h" else drawn.y, strict=True)


def _derived_alone(exhibit: Exhibit, view: View, vintage: Vintage) -> bool:
    """Whether all that a view plans is derived at load (its inputs are checked by the data's own tests)."""
    planned = {part.series for part in view.plan(vintage)}
    return not planned & {series for series, _ in values_of(exhibit.id)}


@pytest.mark.parametrize(("exhibit", "view", "vintage"), CASES)
def test_every_headline_is_a_short_finding_with_a_number(
    composer: Composer, exhibit: Exhibit, view: View, vintage: Vintage
) -> None:
    headline = composed(composer, exhibit, view, vintage).arranged.headline
    assert len(headline.en) <= 100, headline.en
    assert len(headline.es) <= 125, headline.es
    assert re.search(r"\d|half|third|all|mitad|tercio", headline.en), headline.en
    assert not re.search(r"[{}]", headline.en + headline.es)


@pytest.mark.parametrize(("exhibit", "view", "vintage"), CASES)
def test_a_filter_by_years_never_breaks_a_view(
    composer: Composer, exhibit: Exhibit, view: View, vintage: Vintage
) -> None:
    for years in (
        Years((1990, 2000), is_range=True),
        Years((2015,)),
        Years((1995, 2014)),
        Years((2011, 2012), is_range=True),
    ):
        result = composed(composer, exhibit, view, vintage, years=years)
        assert result.empty or not result.arranged.is_empty()
        if result.shown.is_filtered() and not result.empty:
            assert result.arranged.headline.en.startswith(exhibit.subject.en)
        draw.parts(result.arranged, "es")


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda e: e.id)
def test_a_filter_by_any_value_of_its_dimensions_never_breaks_an_exhibit(composer: Composer, exhibit: Exhibit) -> None:
    frame = rows_of(composer.dataset, exhibit)
    for dimension in set(exhibit.dimensions) - {"years"}:
        for value in spread(sorted(set(frame.get(dimension, ())) - {""})):
            for view in exhibit.views:
                for vintage in VINTAGES:
                    result = composed(composer, exhibit, view, vintage, dims=((dimension, (value,)),))
                    assert result.empty or not result.arranged.is_empty()


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda e: e.id)
def test_every_series_that_a_view_plans_is_in_the_package_as_drawn(composer: Composer, exhibit: Exhibit) -> None:
    rows = composer.dataset.series.query("exhibit == @exhibit.id").droplevel(0)
    planned = {part.series for view in exhibit.views for plan in (view.report, view.latest) for part in plan}
    assert planned <= set(rows.index)
    assert {name for name in planned if rows.loc[name, "role"] != "drawn"} == set()


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda e: e.id)
def test_every_series_that_is_to_be_drawn_is_in_a_view(composer: Composer, exhibit: Exhibit) -> None:
    rows = composer.dataset.series.query("exhibit == @exhibit.id").droplevel(0)
    planned = {part.series for view in exhibit.views for plan in (view.report, view.latest) for part in plan}
    assert set(rows.index[rows["role"] == "drawn"]) - planned == set()


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda e: e.id)
def test_every_mark_has_an_id_of_its_own_and_a_sentence_in_both_languages(composer: Composer, exhibit: Exhibit) -> None:
    for view in exhibit.views:
        for vintage in VINTAGES:
            ids = [mark.id for _, mark in composed(composer, exhibit, view, vintage).arranged.marks()]
            assert len(ids) == len(set(ids))
            for trace, mark in composed(composer, exhibit, view, vintage).arranged.marks():
                assert mark.id and mark.says(trace.name).en and mark.says(trace.name).es


@pytest.mark.parametrize(
    ("exhibit", "query", "told"),
    [
        ("migration-4", "origin=guatemala", "It has data without the filter: Origin."),
        ("migration-4", "origin=guatemala&years=2000-2005", "It has data without the filter: Origin."),
        ("migration-8", "origin=guatemala&years=2008-2014", "With the rest as chosen there are data for 2015–2016."),
        ("energy-2", "years=2008-2014", "Views that have some: Prices and Against the U.S.."),
    ],
)
def test_an_exhibit_that_nothing_is_left_of_says_which_filter_to_remove(
    composer: Composer, exhibit: str, query: str, told: str
) -> None:
    selection, _ = parse(query, composer.vocabulary)
    empty = composer.compose(composer.exhibits[exhibit], selection).empty
    assert told in empty.en and empty.es


def test_a_filtered_headline_names_what_was_chosen(composer: Composer) -> None:
    states = composer.exhibits["economy-added-states"]
    texas = composer.compose(states, parse("state=us-tx", composer.vocabulary)[0]).arranged.headline
    assert (texas.en, texas.es) == (states.subject.en + ": Texas", states.subject.es + ": Texas")
    many = composer.compose(states, parse("state=us-tx,us-ca,us-az,us-nm", composer.vocabulary)[0]).arranged.headline
    assert many.en == states.subject.en + ": Arizona, California, New Mexico and 1 more"


def test_series_of_one_name_in_two_panels_are_told_apart(composer: Composer) -> None:
    states = composer.exhibits["economy-added-states"]
    selection = parse("state=us-tx&view=economy-added-states:since-2004", composer.vocabulary)[0]
    names = [trace.name.en for trace in composer.compose(states, selection).arranged.traces]
    assert names == ["Texas, Exports to Mexico", "Texas, Imports from Mexico"]
