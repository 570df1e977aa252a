"""The data package in memory, and what happens to one with faults."""

import json
import shutil
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import pandas as pd
import pytest

from dashboard.dataset import COLUMNS, BadData, load, validate

DATA = Path(__file__).resolve().parent.parent / "data"

ALL = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]
KEPT = "economy-1"
OTHERS = [resource["exhibit"] for resource in ALL if resource.get("exhibit", KEPT) != KEPT]


def test_each_exhibit_is_a_typed_frame(data):
    for exhibit, frame in data.exhibits.items():
        assert tuple(frame)[: len(COLUMNS)] == COLUMNS, exhibit
        types = {name: str(frame[name].dtype) for name in frame}
        assert types["value"] == "float64"
        assert types["kind"] == "category"
        assert types["year"] == "Int64"
        assert types["start"].startswith("datetime64")
        assert types["end"].startswith("datetime64")
        assert {types[name] for name in frame if name not in ("value", "kind", "year", "start", "end")} == {"str"}
        assert frame[["series", "period", "unit", "status", "source_id"]].ne("").all().all(), exhibit
        assert frame["value"].notna().all(), exhibit
        assert not frame.drop(columns="year").isna().any().any(), exhibit


def test_years_are_fiscal_years_where_they_are_and_spans_have_none(data):
    aid = data.exhibits["security-table-1"].set_index("period")["year"]
    assert set(aid.loc["FY2012"]) == {2012}
    spans = data.exhibits["migration-3"].query("kind == 'span'")
    assert len(spans) > 0
    assert spans["year"].isna().all()


def test_a_derived_series_carries_its_formula_its_sources_and_its_status(data):
    frame = data.exhibits["economy-1"]
    row = frame[(frame["series"] == "balance_goods") & (frame["period"] == "2015")].iloc[0]
    assert row["value"] == pytest.approx(-59_973.188)
    assert (row["status"], row["unit"], row["year"]) == ("computed", "USD_million", 2015)
    assert set(row["source_id"].split(";")) == {"census_country_2023", "census_api_hs2_exports"}
    assert row["locator"] == "U.S. exports of goods − U.S. imports of goods"
    assert data.translations[row["locator"]].startswith("Exportaciones")
    assert data.translations[row["note"]]


def test_an_exhibit_has_a_direction_where_its_series_have_one(data):
    frame = data.exhibits["economy-1"]
    assert "direction" in data.dimensions["economy-1"]
    assert set(frame.loc[frame["series"] == "us_exports_goods", "direction"]) == {"us-to-mx"}
    assert set(frame.loc[frame["series"] == "total_trade_goods", "direction"]) == {""}


def test_the_dataset_cannot_be_changed(data):
    with pytest.raises(FrozenInstanceError):
        data.version = "other"
    with pytest.raises(TypeError):
        data.exhibits["economy-1"] = pd.DataFrame()


def test_an_exhibit_can_be_left_out():
    rest = load(DATA, without=["economy-3"])
    assert "economy-3" not in rest.exhibits
    assert "economy-3" not in set(rest.series["exhibit"]) | set(rest.gaps["exhibit"])
    assert "us_share_of_total_inputs_mexican_production_wiod2013" in set(rest.exhibits["economy-4"]["series"])


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package with one exhibit."""
    for resource in ALL:
        if resource.get("exhibit", KEPT) == KEPT:
            target = tmp_path / resource["path"]
            target.parent.mkdir(exist_ok=True)
            shutil.copy(DATA / resource["path"], target)
    shutil.copy(DATA / "datapackage.json", tmp_path)
    return tmp_path


def problems(package: Path) -> list[str]:
    return [str(problem) for problem in validate(package, OTHERS)]


def edit(path: Path, change: Callable[[list[str]], None]) -> None:
    """Changes the lines of a file; lines[0] is the header, so that row n of a spreadsheet is lines[n - 1]."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    change(lines)
    path.write_text("".join(lines), encoding="utf-8")


def replace(row: int, old: str, new: str) -> Callable[[list[str]], None]:
    def change(lines: list[str]) -> None:
        assert old in lines[row - 1], lines[row - 1]
        lines[row - 1] = lines[row - 1].replace(old, new, 1)

    return change


FILE = "exhibits/economy-1.csv"


def row_of(series: str, period: str) -> int:
    lines = (DATA / FILE).read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, start=1) if line.startswith(f"{series},{period},"))


def test_the_copy_has_no_faults(package):
    assert problems(package) == []
    assert load(package, without=OTHERS).exhibits.keys() == {KEPT}


def test_a_number_that_breaks_an_identity_names_the_row_of_the_result(package):
    row = row_of("us_exports_goods", "2015")
    edit(package / FILE, replace(row, ",236", ",336"))
    result = row_of("total_trade_goods", "2015")
    assert any(
        line.startswith(f"{FILE}, row {result}, value: ")
        and "total_trade_goods 2015 is not us_exports_goods + us_imports_goods; allowed: 6328" in line
        for line in problems(package)
    )


def test_what_is_no_number_is_named(package):
    edit(package / FILE, replace(2, "13634.7", "13 634.7"))
    assert f"{FILE}, row 2, value: '13 634.7': not a number; allowed: a number such as 1234.5" in problems(package)


def test_an_unknown_source_is_named_with_the_nearest_one(package):
    edit(package / FILE, replace(2, "census_country_2023", "census_county_2023"))
    line = next(line for line in problems(package) if "unknown source_id" in line)
    assert line.startswith(f"{FILE}, row 2, source_id: 'census_county_2023'")
    assert line.endswith("(did you mean 'census_country_2023'?)")


def test_one_unknown_source_of_two_is_named(package):
    edit(package / FILE, replace(2, "census_country_2023", "census_country_2023;nobody"))
    assert any(f"{FILE}, row 2, source_id" in line and "unknown" in line for line in problems(package))


def test_an_unknown_status_is_named_with_what_is_allowed(package):
    edit(package / FILE, replace(2, "official", "oficial"))
    assert (
        f"{FILE}, row 2, status: 'oficial': unknown status; allowed: report, official, secondary, computed"
        in problems(package)
    )


def test_a_duplicate_row_is_named_with_the_first_one(package):
    edit(package / FILE, lambda lines: lines.insert(3, lines[1]))
    line = next(line for line in problems(package) if line.startswith(f"{FILE}, row 4"))
    assert "the same as row 2" in line
    assert "one row for each series, period, source_id" in line


def test_an_unknown_unit_and_a_unit_that_changes_are_named(package):
    edit(package / FILE, replace(2, "USD_million", "USD_millions"))
    lines = [line for line in problems(package) if f"{FILE}, row 2, unit: 'USD_millions'" in line]
    assert any("unknown unit" in line and "did you mean 'USD_million'?" in line for line in lines)
    assert any("the unit changes within us_exports_goods; allowed: USD_million" in line for line in lines)


def test_a_bad_period_is_named_with_what_is_allowed(package):
    edit(package / FILE, replace(2, ",1985,", ",85,"))
    assert any(
        f"{FILE}, row 2, period: '85': not a period; allowed: 2015, FY2015, 2015-Q1" in line
        for line in problems(package)
    )


def test_an_unknown_dimension_value_is_named(tmp_path, package):
    shutil.copy(DATA / "exhibits/economy-deficit.csv", package / "exhibits")
    edit(package / "exhibits/economy-deficit.csv", replace(2, "mexico", "mexiko"))
    others = [exhibit for exhibit in OTHERS if exhibit != "economy-deficit"]
    lines = [str(problem) for problem in validate(package, others)]
    assert any("economy-deficit.csv, row 2, partner: 'mexiko': unknown partner" in line for line in lines)


def test_broken_utf8_is_named_with_file_and_row(package):
    raw = (package / FILE).read_bytes().split(b"\n")
    raw[4] = raw[4].replace(b"official", b"offici\xe1l")
    (package / FILE).write_bytes(b"\n".join(raw))
    assert any(line.startswith(f"{FILE}, row 5, status: ") and "not UTF-8" in line for line in problems(package))


def test_a_ragged_row_is_named(package):
    edit(package / FILE, replace(3, "us_exports_goods,", "us_exports_goods,,"))
    assert any(
        line.startswith(f"{FILE}, row 3") and "the row has 9 cells; allowed: 8 cells" in line
        for line in problems(package)
    )


def test_a_missing_column_and_a_strange_one_are_named(package):
    edit(package / FILE, replace(1, "locator", "place"))
    lines = problems(package)
    assert f"{FILE}, row 1, locator: the column is missing" in lines
    assert any(line.startswith(f"{FILE}, row 1, place: 'place': the column is not in the") for line in lines)


def test_a_series_without_a_row_in_series_csv_is_named(package):
    edit(package / FILE, replace(2, "us_exports_goods", "us_exports_good"))
    assert any(
        f"{FILE}, row 2, series: 'us_exports_good': unknown series" in line and "'us_exports_goods'" in line
        for line in problems(package)
    )


def test_a_row_of_series_csv_without_data_is_named(package):
    edit(
        package / "series.csv", lambda lines: lines.append("economy-1,services_by_mail,By mail,Por correo,,,drawn,,\n")
    )
    assert any("'services_by_mail': economy-1 has no such series" in line for line in problems(package))


def test_a_series_that_is_not_drawn_says_why(package):
    edit(package / "series.csv", lambda lines: lines.append("economy-1,us_exports_goods_x,X,X,,,unused,,\n"))
    assert any("why_en: needed where role is table or unused" in line for line in problems(package))


def test_a_missing_file_is_named(package):
    (package / "units.csv").unlink()
    assert "units.csv: the file is missing; allowed: a file of this name" in problems(package)


def test_a_derivation_that_cannot_be_computed_is_named(package):
    edit(package / "derivations.csv", replace(2, "us_imports_goods", "us_imports_good"))
    assert any(
        line.startswith("derivations.csv, row 2, formula: ") and "no rows of a series 'us_imports_good'" in line
        for line in problems(package)
    )


def test_all_problems_are_named_not_the_first(package):
    edit(package / FILE, replace(2, "official", "oficial"))
    edit(package / FILE, replace(3, ",1986,", ",86,"))
    (package / "units.csv").unlink()
    with pytest.raises(BadData) as refused:
        load(package, without=OTHERS)
    text = str(refused.value)
    assert "row 2, status" in text
    assert "row 3, period" in text
    assert "units.csv" in text


def test_the_version_changes_with_the_content(package):
    before = load(package, without=OTHERS).version
    edit(package / FILE, replace(2, "13634.7", "13634.70"))
    assert load(package, without=OTHERS).version != before
