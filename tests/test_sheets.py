"""Every data format of every exhibit, opened by readers that are not ours, against the package as pandas reads it."""

import io
import json
from collections import Counter
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from dashboard.charts.arranged import Mark, Trace
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS
from dashboard.export import about, native_chart
from dashboard.export.formats import FORMATS
from dashboard.export.order import Order
from dashboard.export.sheet import HEAD, SHEETS
from dashboard.export.wide import Column, Row, Wide, unbroken, wide
from dashboard.parameters import parse
from dashboard.text import LANGS, same

DATA = Path(__file__).resolve().parent.parent / "data"
IDS = [exhibit.id for chapter in CHAPTERS for exhibit in chapter.exhibits]
OF_SERIES = [id for id in IDS if (DATA / "exhibits" / f"{id}.csv").exists()]
COLUMNS = {
    "series",
    "series_name",
    "period",
    "start",
    "end",
    "value",
    "unit",
    "status",
    "source_id",
    "source",
    "locator",
    "note",
}


@pytest.fixture(scope="module")
def labels() -> pd.DataFrame:
    return pd.read_csv(DATA / "series.csv", keep_default_na=False).set_index(["exhibit", "series"])


@pytest.fixture(scope="module")
def sources() -> pd.DataFrame:
    return pd.read_csv(DATA / "sources.csv", keep_default_na=False).set_index("source_id")


def order(composer: Composer, id: str, query: str = "", lang: str = "en", rows: str = "shown") -> Order:
    selection, problems = parse(query, composer.vocabulary)
    assert problems == []
    return Order(composer, composer.exhibits[id], selection, lang, rows=rows, site="https://example.org")


def package_rows(id: str) -> pd.DataFrame:
    return pd.read_csv(DATA / "exhibits" / f"{id}.csv", keep_default_na=False)


def csv_of(one: Order) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(FORMATS["csv"].make(one)), keep_default_na=False)


@pytest.mark.parametrize("id", OF_SERIES)
def test_every_row_of_the_package_is_in_the_csv(composer: Composer, id: str) -> None:
    made = csv_of(order(composer, id, rows="all"))
    assert set(made) >= COLUMNS
    keys = ["series", "period", "source_id", "status"]
    there = Counter((*map(str, row[:-1]), float(row[-1])) for row in made[[*keys, "value"]].itertuples(index=False))
    raw = package_rows(id)
    raw = raw[raw["value"] != ""]
    wanted = Counter((*map(str, row[:-1]), float(row[-1])) for row in raw[[*keys, "value"]].itertuples(index=False))
    assert wanted - there == Counter()


@pytest.mark.parametrize("id", IDS)
def test_json_and_parquet_hold_the_same_rows_as_the_csv(composer: Composer, id: str) -> None:
    one = order(composer, id, "lang=es", "es")
    csv = csv_of(one)
    body = json.loads(FORMATS["json"].make(one))
    parquet = FORMATS["parquet"].make(one)
    frame = pd.read_parquet(io.BytesIO(parquet))
    told = json.loads(pq.read_schema(io.BytesIO(parquet)).metadata[b"exhibit"])
    assert len(frame) == len(csv) > 0
    assert list(frame) == list(csv)
    if body["rows"]:
        assert [row["value"] for row in body["rows"]] == pytest.approx(csv["value"].tolist()) == frame["value"].tolist()
        assert [row["period"] for row in body["rows"]] == csv["period"].astype(str).tolist()
    else:
        assert sum(map(len, body["records"].values())) == len(csv)
    assert told["headline"] == body["headline"] != ""
    assert body["sources"] and all(source["publisher"] and source["reuse"]["rule"] for source in body["sources"])
    assert (
        body["link"].startswith(f"https://example.org/{composer.exhibits[id].chapter}/{id}?")
        and "lang=es" in body["link"]
    )


def tidy_heads(book: openpyxl.Workbook) -> list[str]:
    """The heads of all sheets with rows: the first is a chart's, the third are the notes."""
    tidy = [sheet for place, sheet in enumerate(book.worksheets) if place not in (0, 2)]
    return [str(cell.value) for sheet in tidy for cell in next(sheet.iter_rows(max_row=1))]


@pytest.mark.parametrize("id", IDS)
def test_a_workbook_has_headline_numbers_sources_and_heads_in_the_language(
    composer: Composer, labels, sources, id: str
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(order(composer, id, rows="all"))))
    spanish = FORMATS["xlsx"].make(order(composer, id, "lang=es", "es", "all"))
    heads_es = tidy_heads(openpyxl.load_workbook(io.BytesIO(spanish), read_only=True))
    assert [en for en, es in zip(tidy_heads(book), heads_es, strict=True) if en == es] == []
    data, notes = book[SHEETS[0].en], book[SHEETS[2].en]
    every = book["Every row"]
    card = composer.compose(composer.exhibits[id], parse("", composer.vocabulary)[0]).words("en")
    assert data["A1"].value == card["headline"]
    assert data.freeze_panes == f"B{HEAD + 2}" and data.auto_filter.ref.startswith(f"A{HEAD + 1}:")
    assert all(cell.value for cell in data[HEAD + 1])
    text = {str(cell.value) for row in notes.iter_rows() for cell in row if cell.value}
    assert card["headline"] in text and card["subtitle"] in text
    if id not in OF_SERIES:
        assert sources.loc[composer.dataset.records[id]["source_id"].iloc[0], "publisher"] in text
        return
    raw = package_rows(id)
    raw = raw[raw["value"] != ""].reset_index(drop=True)
    heads = [cell.value for cell in every[1]]
    name, period, value = (heads.index(head) for head in ("Series", "Period", "Value"))
    there = {(row[name], str(row[period]), row[value]) for row in every.iter_rows(min_row=2, values_only=True)}
    for place in {0, len(raw) // 2, len(raw) - 1}:
        row = raw.iloc[place]
        assert (labels.loc[(id, row["series"]), "label_en"], str(row["period"]), float(row["value"])) in there
        first = row["source_id"].split(";")[0].strip()
        assert {sources.loc[first, "publisher"], sources.loc[first, "title"]} <= text


@pytest.mark.parametrize(
    ("lang", "shown", "every"), [("en", "Rows shown", "Every row"), ("es", "Filas a la vista", "Todas las filas")]
)
def test_the_second_sheet_says_which_rows_it_holds_and_its_years_are_numbers(
    composer: Composer, lang: str, shown: str, every: str
) -> None:
    for rows, name in (("shown", shown), ("all", every)):
        one = order(composer, "economy-1", "years=2000-2005", lang, rows)
        book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(one)))
        assert book.sheetnames[1] == name
        sheet = book[name]
        place = [cell.value for cell in sheet[1]].index({"en": "Period", "es": "Periodo"}[lang])
        years = {row[place] for row in sheet.iter_rows(min_row=2, values_only=True)}
        assert 2003 in years and (years == set(range(2000, 2006))) == (rows == "shown")


def test_the_first_sheet_is_the_chart_in_its_unit(composer: Composer) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(FORMATS["xlsx"].make(order(composer, "economy-1", "view=economy-1:goods&lang=es", "es")))
    )
    sheet = book["Datos"]
    heads = [cell.value for cell in sheet[HEAD + 1]]
    assert heads[0] == "Periodo" and heads[1].endswith("(miles de millones de dólares)")
    years = {row[0]: row[1:] for row in sheet.iter_rows(min_row=HEAD + 2, values_only=True)}
    assert list(years) == list(range(1993, 2016))
    assert years[2015] == pytest.approx((236.460137, 296.433325))
    assert sheet.cell(HEAD + 2, 2).number_format == "#,##0.00"
    (chart,) = sheet._charts
    assert [str(series.val.numRef.f) for series in chart.series] == ["Datos!$B$7:$B$29", "Datos!$C$7:$C$29"]
    assert book["Fuentes y notas"]["A1"].value == "Título"


def test_a_workbook_draws_what_excel_can_and_nothing_else(composer: Composer) -> None:
    drawn = {}
    for id in IDS:
        book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(order(composer, id))))
        drawn[id] = len(book.worksheets[0]._charts)
    assert drawn["economy-1"] == 1 and drawn["economy-3"] == 2 and drawn["economy-5"] == 1
    assert drawn["economy-added-states"] == drawn["energy-3"] == drawn["foreign-policy-mechanisms"] == 0
    assert sum(map(bool, drawn.values())) >= 30


def test_a_gap_stays_a_gap_in_the_cells(composer: Composer) -> None:
    arranged = order(composer, "economy-1").composed().arranged
    table = wide(arranged, "en")
    services = next(place for place, column in enumerate(table.columns) if "services" in column.name)
    assert [row.cells[services] is None for row in table.rows if row.label in (1998, 1999)] == [True, False]
    assert native_chart.can_draw(arranged, table)


@pytest.mark.parametrize(
    ("query", "missing"),
    [("view=migration-8:returned", [2011, 2012]), ("view=foreign-policy-added-un:votes", [1964])],
)
def test_a_year_without_data_has_its_empty_row(composer: Composer, query: str, missing: list[int]) -> None:
    id = query.removeprefix("view=").split(":")[0]
    table = wide(order(composer, id, query).composed().arranged, "en")
    assert [row.label for row in table.rows if set(row.cells) == {None}] == missing


def test_a_line_that_excel_would_break_elsewhere_is_not_drawn() -> None:
    def table(*marks: Mark, rows: tuple[int, ...]) -> Wide:
        column = Column("a", trace=Trace("a", same("a"), "us", marks))
        return Wide("Period", (column,), tuple(Row(at, at, (1.0,)) for at in rows))

    whole = (Mark("1", 2001, 1.0), Mark("2", 2002, 2.0))
    broken = (whole[0], Mark("", 2001.5, None), Mark("3", 2003, 3.0))
    assert unbroken(table(*whole, rows=(2001, 2002)))
    assert unbroken(table(*broken, rows=(2001, 2002, 2003)))
    assert not unbroken(table(*broken, rows=(2001, 2003)))
    assert not unbroken(table(whole[0], Mark("3", 2003, 3.0), rows=(2001, 2002, 2003)))


def test_filters_choose_the_rows_and_are_said_in_words(composer: Composer) -> None:
    one = order(composer, "economy-1", "years=2008,2012&direction=us-to-mx&lang=es", "es")
    frame = csv_of(one)
    assert set(frame["period"].astype(str)) == {"2008", "2012"} and set(frame["direction"]) == {"us-to-mx"}
    assert set(frame["direction_name"]) == {"De EE.\u00a0UU. a México"}
    body = json.loads(FORMATS["json"].make(one))
    assert [(chip["name"], chip["words"]) for chip in body["filters"]] == [
        ("Años", "2008 y 2012"),
        ("Sentido", "De EE.\u00a0UU. a México"),
    ]
    assert about.marked(one) in body["remarks"]  # the chart shows all years, these two marked
    everything = csv_of(order(composer, "economy-1", "years=2008,2012&direction=us-to-mx", rows="all"))
    assert len(everything) > len(package_rows("economy-1"))  # and the derived series


def test_the_exhibit_that_was_clicked_gives_the_choice_not_all_that_it_dims(composer: Composer) -> None:
    frame = csv_of(order(composer, "economy-1", "direction=mx-to-us&from=economy-1"))
    assert set(frame["direction"]) == {"mx-to-us"}


def test_a_filter_that_leaves_nothing_gives_an_empty_table_that_says_so(composer: Composer) -> None:
    one = order(composer, "economy-1", "years=1850")
    assert csv_of(one).empty and set(csv_of(one)) >= COLUMNS
    assert json.loads(FORMATS["json"].make(one))["rows"] == []
    sheet = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(one))).worksheets[0]
    assert sheet.cell(HEAD + 1, 1).value
    assert len(pd.read_parquet(io.BytesIO(FORMATS["parquet"].make(one)))) == 0


@pytest.mark.parametrize("lang", LANGS)
def test_records_come_in_the_language(composer: Composer, lang: str) -> None:
    raw = pd.read_csv(DATA / "records" / "foreign-policy-mechanisms.csv", keep_default_na=False)
    frame = csv_of(order(composer, "foreign-policy-mechanisms", lang=lang))
    assert frame["name"].tolist() == raw["name" if lang == "en" else "name_es"].tolist()
    assert not [name for name in frame if name.endswith(("_es", "_en"))]


def test_text_that_looks_like_a_formula_stays_text(composer: Composer, monkeypatch: pytest.MonkeyPatch) -> None:
    real = about.exhibit
    monkeypatch.setattr(
        about, "exhibit", lambda one: real(one) | {"headline": "=1+1", "notes": ["@SUM(A1)", "+1", "-1"]}
    )
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(order(composer, "economy-1"))))
    assert (book.worksheets[0]["A1"].value, book.worksheets[0]["A1"].data_type) == ("=1+1", "s")
    kinds = {
        cell.data_type
        for row in book.worksheets[2].iter_rows()
        for cell in row
        if cell.value in ("@SUM(A1)", "+1", "-1")
    }
    assert kinds == {"s"}
