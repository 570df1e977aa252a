"""The data package as readers get it: valid, complete in both languages, and free of the words of the workshop."""

import csv
import json
import re
from pathlib import Path

import frictionless
import pytest

from dashboard.dataset import validate

DATA = Path(__file__).resolve().parent.parent / "data"

# exhibit, series, period, cells that choose one row, value
PINNED = [
    ("economy-1", "total_trade_goods_services_vintage2016", "2015", {}, 583_600),
    ("economy-1", "us_exports_goods", "1985", {}, 13_634.7),
    ("economy-1", "balance_goods", "2015", {}, -59_973.188),
    ("economy-2", "mexican_direct_investment_position_in_us_bea2020", "1993", {}, 1_244),
    ("economy-2", "mexican_direct_investment_position_in_us_bea2020", "2015", {}, 15_262),
    ("economy-2", "total_position_since_1993", "2015", {}, 7.0810),
    ("economy-added-states", "mexico_share_of_state_goods_exports", "2015", {"state": "us-nm"}, 44.5),
    ("economy-deficit", "share_of_goods_services_deficit", "2015", {"partner": "mexico"}, 12.2),
    ("economy-6", "mfg_employment_index", "2016-04", {}, 70.06),
    ("security-table-1", "merida_funding", "FY2014", {"account": "total"}, 194.2),
    ("migration-8", "mexico_returned_central_americans_upm", "2016", {}, 150_919),
    ("migration-9", "us_born_residents_of_mexico", "2015", {"source_id": "wilson_2017"}, 739_168),
    ("energy-6", "mexico_crude_condensate_production", "2004", {}, 3_383),
    ("energy-9", "us_ng_pipeline_exports_mexico_share_latest", "2024", {}, 6.2),
]

WORKSHOP = re.compile(
    r"""\b[e]vidence\b | \.RData | \.rda\b | \brepo(sitor(y|ies))?\b | \b[0-9a-f]{12,40}\b | \blines?\ \d\d | \bstored\b
    | carried\ over | no\ copy\ found | picture\ (is\ )?lost | held\ out | cited\ copy | \b[h]elper | \bTODO\b
    | \b(ECO|SEC|MIG|ENE|FOR|INT|INC)-[A-Z]?\d+ | \b\w+\.csv\b | (?<![\w.:/])/\w+/\w | \b[a-z]+(_[a-z0-9]+)+\b""",
    re.VERBOSE,
)
READ_BY_PEOPLE = re.compile(
    r"note|locator|what_|why_|label|summary|statement|description|explanation|place|outcome|text"
)
NOT_OURS = {"text_en", "text_es"}  # the wording of the report's own tables


def test_the_package_has_no_faults():
    assert validate(DATA) == []


def test_frictionless_finds_the_package_valid():
    report = frictionless.validate(str(DATA / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:20]


def test_each_file_of_the_package_is_described():
    described = {resource["path"] for resource in json.loads((DATA / "datapackage.json").read_text())["resources"]}
    there = {str(path.relative_to(DATA)) for path in DATA.rglob("*.csv") if path.parent.name != "carry"}
    assert there == described


@pytest.mark.parametrize(("exhibit", "series", "period", "ids", "value"), PINNED)
def test_a_number_is_what_its_source_says(data, exhibit, series, period, ids, value):
    frame = data.exhibits[exhibit]
    rows = frame[(frame["series"] == series) & (frame["period"] == period)]
    for column, wanted in ids.items():
        rows = rows[rows[column] == wanted]
    digits = len(str(value).partition(".")[2])
    assert [round(number, digits) for number in rows["value"]] == [value]


def test_each_note_has_its_spanish(data):
    notes = {note for frame in (*data.exhibits.values(), data.sources) for note in frame["note"]}
    notes |= {note for frame in data.records.values() if "note_es" not in frame for note in frame["note"]}
    assert notes - set(data.translations) == {""}


def test_each_gap_names_series_that_there_are_and_says_what_and_why(data):
    known = set(data.series.index)
    for gap in data.gaps.itertuples():
        assert gap.exhibit in data.exhibits
        assert all((gap.exhibit, name) in known for name in gap.series.split("|") if name), gap
        assert bool(gap.why_en) == bool(gap.why_es), gap


def test_names_of_series_are_short_and_for_readers(data):
    for row in data.series.itertuples():
        for label in (row.label_en, row.label_es):
            assert len(label) <= 50, row
            assert "_" not in label, row


def test_no_word_of_the_workshop_reaches_the_reader():
    found = []
    for path in sorted(DATA.rglob("*.csv")):
        if path.parent.name == "carry" or path.name in ("derivations.csv", "units.csv"):
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row, cells in enumerate(csv.DictReader(file), start=2):
                found += [
                    f"{path.name}, row {row}, {column}: {word.group()}"
                    for column, text in cells.items()
                    if READ_BY_PEOPLE.search(column) and column not in NOT_OURS and (word := WORKSHOP.search(text))
                ]
    assert found == []
