"""The data package as one zip, and what may be passed on."""

import csv
import io
import json
import zipfile
from pathlib import Path

import frictionless
import pytest
from typer.testing import CliRunner

from dashboard.__main__ import app
from dashboard.dataset import Dataset
from dashboard.export import licences, package
from dashboard.settings import ROOT

DATA = ROOT / "data"


@pytest.fixture(scope="module")
def unpacked(data: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    with zipfile.ZipFile(io.BytesIO(package.as_zip(data, DATA))) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder


def test_frictionless_finds_what_was_unpacked_valid(unpacked: Path) -> None:
    report = frictionless.validate(str(unpacked / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:20]


def test_every_table_is_there_as_it_is_in_the_package(unpacked: Path) -> None:
    described = {one["path"] for one in json.loads((DATA / "datapackage.json").read_text("utf-8"))["resources"]}
    there = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert there == described | {"datapackage.json", "README.md", "LICENCES.md"}
    changed = [path for path in described if (unpacked / path).read_bytes() != (DATA / path).read_bytes()]
    assert changed == ["sources.csv"]


def test_each_source_says_how_it_may_be_used(unpacked: Path) -> None:
    with (unpacked / "sources.csv").open(encoding="utf-8", newline="") as file:
        reuse = {row["source_id"]: row["reuse"] for row in csv.DictReader(file)}
    assert reuse["bea_geo_2025"] == "public-domain"
    assert reuse["adweek_2002"] == "attributed-facts"
    assert reuse["wilson_2017"] == "stated-terms"
    terms = (unpacked / "LICENCES.md").read_text("utf-8")
    for rule in licences.RULES:
        assert f"`{rule.id}`, {list(reuse.values()).count(rule.id)} sources" in terms
        assert rule.words.es in terms


def test_it_says_its_version_and_how_to_cite_it(unpacked: Path, data: Dataset) -> None:
    assert json.loads((unpacked / "datapackage.json").read_text("utf-8"))["version"] == data.version
    readme = (unpacked / "README.md").read_text("utf-8")
    assert data.version in readme and "Cite the numbers by their source" in readme and "Cite los números" in readme


def test_the_same_data_make_the_same_file(data: Dataset) -> None:
    first = package.as_zip(data, DATA)
    package._zipped.cache_clear()
    assert package.as_zip(data, DATA) == first


def test_an_exhibit_that_was_left_out_is_not_in_it(data: Dataset) -> None:
    left = frozenset(data.exhibits) - {"economy-1"}
    names = zipfile.ZipFile(io.BytesIO(package._zipped(DATA, data.version, left))).namelist()
    assert "exhibits/economy-1.csv" not in names and "exhibits/economy-2.csv" in names


def test_every_licence_that_a_source_states_has_its_rule(data: Dataset) -> None:
    openings = tuple(opening for rule in licences.RULES for opening in rule.stated)
    assert {text for text in data.sources["licence"] if not text.startswith(openings)} == set()


@pytest.mark.parametrize(
    ("licence", "rule"),
    [
        ("U.S. government work, public domain; the public copy states no licence", "public-domain"),
        ("CC BY 3.0 IGO (UN data); the public copy is under CC BY-NC-SA", "open-licence"),
        ("MIT licence (public copy); data of INEGI", "stated-terms"),
        ("MIT licence", "open-licence"),
        ("Not stated; the U.S. part is EIA data, public domain", "attributed-facts"),
        ("Something that nobody has read yet", "attributed-facts"),
    ],
)
def test_a_rule_follows_from_what_is_stated(licence: str, rule: str) -> None:
    assert licences.rule_of(licence).id == rule


def test_the_policy_says_each_rule() -> None:
    policy = (ROOT / "docs" / "licences.md").read_text("utf-8")
    for rule in licences.RULES:
        assert f"| `{rule.id}` | {rule.words.en} |" in policy


def test_the_command_writes_the_zip_into_a_folder(tmp_path: Path, data: Dataset) -> None:
    done = CliRunner().invoke(app, ["package", "-o", str(tmp_path)])
    assert done.exit_code == 0
    (written,) = tmp_path.iterdir()
    assert written.name == f"{package.NAME}_{data.version}.zip"
    assert "economy-1" in " ".join(zipfile.ZipFile(written).namelist())


def test_the_command_says_where_it_cannot_write_and_leaves_nothing(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["package", "-o", str(tmp_path / "nowhere" / "data.zip")])
    assert done.exit_code == 2
    assert "in a folder that there is" in done.output and "Traceback" not in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_breaks_off_leaves_no_half_file(
    tmp_path: Path, data: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        package.write(data, DATA, tmp_path / "data.zip")
    assert list(tmp_path.iterdir()) == []
