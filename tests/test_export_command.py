"""``python -m dashboard export``: files whole or none, options that say what they allow, no warning."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pypdf
import pytest
from PIL import Image
from typer.testing import CliRunner

from dashboard import dataset
from dashboard.__main__ import app
from dashboard.dataset import Dataset
from dashboard.exhibits.registry import CHAPTERS
from dashboard.export import command, studio
from dashboard.export.formats import FORMATS, Format
from dashboard.export.order import Order
from dashboard.settings import ROOT
from tests.conftest import DATA

IDS = [exhibit.id for chapter in CHAPTERS for exhibit in chapter.exhibits]


@pytest.fixture(autouse=True)
def data_read_once(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataset, "load", lambda folder: data)


def export(out: Path, *arguments: str) -> tuple[int, str]:
    """Run the command in this process; its exit code and all that it said."""
    done = CliRunner().invoke(app, ["export", *arguments, "-o", str(out)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.mark.skipif(studio.find() is None, reason="no Chromium was found")
def test_the_command_of_the_readme_makes_three_pictures_and_says_nothing_else(tmp_path: Path) -> None:
    line = "export --exhibit economy-1 --years 2000-2015 --format png,svg,pdf -o out/"
    assert f"python -m dashboard {line}" in (ROOT / "README.md").read_text(encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "dashboard", *line.split()],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": str(Path(studio.find() or "").parent)},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (0, "3 files in out\n", "3 files")
    stem = tmp_path / "out" / "economy-1_us-mexico-trade_2000-2015_en"
    assert {path.name for path in stem.parent.iterdir()} == {f"{stem.name}.{kind}" for kind in ("png", "svg", "pdf")}
    with Image.open(stem.with_suffix(".png")) as image:
        assert image.width == 820
    assert "</svg>" in stem.with_suffix(".svg").read_text(encoding="utf-8")
    assert len(pypdf.PdfReader(stem.with_suffix(".pdf")).pages) == 1


def test_all_exhibits_in_both_languages_with_a_filter_from_any_parameter(tmp_path: Path) -> None:
    code, said = export(tmp_path, "--all", "--lang", "both", "--format", "csv", "--rows", "all")
    assert (code, f"{2 * len(IDS)} files" in said) == (0, True)
    assert len(list(tmp_path.glob("*_en.csv"))) == len(list(tmp_path.glob("*_es.csv"))) == len(IDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--origin", "guatemala", "--years", "2010-2014"),
        ("--origin=guatemala", "--query", "years=2010-2014"),
        ("--query", "?years=2000-2001&origin=guatemala", "--years", "2010-2014"),
    ],
)
def test_filters_are_options_or_a_query_and_reach_the_file(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert export(tmp_path, "-e", "migration-2", "-f", "csv", *arguments)[0] == 0
    rows = pd.read_csv(tmp_path / "migration-2_apprehensions_2010-2014_guatemala_en.csv")
    assert set(rows["origin"]) == {"guatemala"}
    assert sorted(set(rows["period"])) == [f"FY{year}" for year in range(2010, 2015)]


def test_a_whole_address_is_taken_as_a_query(tmp_path: Path) -> None:
    address = "https://example.org/migration/migration-2?years=2010-2014&origin=guatemala#migration-2"
    assert export(tmp_path, "-e", "migration-2", "-f", "csv", "--query", address)[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["migration-2_apprehensions_2010-2014_guatemala_en.csv"]


def test_one_file_is_said_to_be_one(tmp_path: Path) -> None:
    code, said = export(tmp_path, "-e", "economy-1", "-f", "csv")
    assert code == 0
    assert "1 file\n" in said
    assert "1 files" not in said


def test_a_folder_that_cannot_be_is_refused_in_a_sentence(tmp_path: Path) -> None:
    there = tmp_path / "hostname"
    there.write_text("me", encoding="utf-8")
    code, said = export(there, "-e", "economy-1", "-f", "csv")
    assert (code, "Errno" in said) == (2, False)
    assert f"{there} is a file. Name a folder" in said
    code, said = export(there / "below", "-e", "economy-1", "-f", "csv")
    assert (code, "Errno" in said) == (2, False)
    assert "cannot be written to" in said


def test_a_view_needs_no_exhibit_before_it(tmp_path: Path) -> None:
    assert export(tmp_path, "-e", "economy-1", "-f", "json", "--view", "goods", "--vintage", "latest")[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["economy-1_us-mexico-trade_goods_latest_en.json"]


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        ((), "--all"),
        (("--all", "--exhibit", "economy-1"), "--all"),
        (("--exhibit", "economy-99"), "economy-1, economy-2"),
        (("--exhibit", "economy-1", "--format", "gif"), "png, svg, pdf"),
        (("--exhibit", "economy-1", "--years", "abc"), "2000-2015"),
        (("--exhibit", "economy-1", "--lang", "fr"), "en, es, both"),
        (("--exhibit", "economy-1", "--theme", "pink"), "light, dark"),
        (("--exhibit", "economy-1", "--shape", "round"), "card, slide, square, column"),
        (("--exhibit", "economy-1", "--scale", "3"), "1, 2, 4"),
        (("--exhibit", "economy-1", "--vintage", "old"), "report, latest"),
        (("--exhibit", "economy-1", "--view", "pie"), "economy-1:total, economy-1:balance"),
        (("--exhibit", "migration-2", "--origin", "mars"), "guatemala"),
        (("--exhibit", "economy-1", "--colour", "red"), "--years, --direction"),
        (("--exhibit", "economy-1", "--origin"), "a value is missing"),
        (("--exhibit", "economy-1", "--query", "colour=red"), "years"),
        (("--exhibit", "economy-1", "--site", "notaurl"), "begins with http:// or https://"),
    ],
)
def test_what_cannot_be_had_is_said_with_what_is_allowed_and_leaves_nothing(
    tmp_path: Path, arguments: tuple[str, ...], allowed: str
) -> None:
    out = tmp_path / "out"
    code, said = export(out, *arguments)
    assert code == 2
    assert allowed in said
    assert "Traceback" not in said
    assert not out.exists()


def test_without_a_chromium_pictures_are_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studio, "find", lambda: None)
    code, said = export(tmp_path / "out", "--exhibit", "economy-1", "--format", "csv,png")
    assert code == 2
    assert "apt install chromium" in said
    assert not (tmp_path / "out").exists()


def test_a_file_that_fails_leaves_no_part_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(order: Order) -> bytes:
        raise OSError("the disk is full")

    monkeypatch.setitem(FORMATS, "json", Format("application/json", fail))  # type: ignore[arg-type]
    code, said = export(tmp_path, "--exhibit", "economy-1", "--format", "csv,json")
    assert code == 1
    assert "the disk is full" in said
    assert [path.suffix for path in tmp_path.iterdir()] == [".csv"]


def test_a_write_that_is_cut_short_keeps_the_file_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    there = tmp_path / "economy-1.csv"
    there.write_bytes(b"before")
    monkeypatch.setattr(Path, "replace", cut_short)
    with pytest.raises(KeyboardInterrupt):
        command.write_whole(there, b"after")
    assert there.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [there]


def test_the_numbers_are_those_of_the_data(tmp_path: Path) -> None:
    assert export(tmp_path, "-e", "economy-1", "-f", "csv", "--rows", "all")[0] == 0
    made = pd.read_csv(next(tmp_path.iterdir()))
    data = pd.read_csv(DATA / "exhibits" / "economy-1.csv", dtype={"period": str})
    exports = data[(data["series"] == "us_exports_goods") & (data["period"] == "2015")]["value"]
    found = made[(made["series"] == "us_exports_goods") & (made["period"].astype(str) == "2015")]["value"]
    assert list(found) == list(exports)
