"""The README says what the code does: parameters, commands, files, exhibits; and the other way round."""

import re

from dashboard.exhibits.registry import CHAPTERS
from dashboard.parameters import PARAMETERS
from dashboard.settings import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_every_parameter_of_the_address_is_in_the_table_and_no_other() -> None:
    table = README.split("### The address is the view")[1].split("\n\n")[1]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named == {parameter.name for parameter in PARAMETERS}


def test_every_make_command_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", README)) <= targets
    assert set(re.findall(r"^    make ([a-z]+)", README, re.MULTILINE)) == {"run", "test"}


def test_every_file_that_is_named_is_there() -> None:
    paths = re.findall(r"\]\((docs/[^)]+)\)", README) + re.findall(r"`(dashboard/[\w/]+\.py|data/[\w./-]+)`", README)
    assert [path for path in paths if not (ROOT / path).exists()] == []
    rooms = re.findall(r"`(\w+\.py)`", README.split("## The house")[1].split("## Deploy")[0])
    assert [room for room in rooms if not (ROOT / "dashboard" / room).exists()] == []


def test_the_picture_of_every_tab_is_shown() -> None:
    shown = set(re.findall(r"docs/screenshots/([\w-]+)\.png", README))
    assert shown == {"overview", "recommendations", *(chapter.id for chapter in CHAPTERS)}


def test_the_examples_of_addresses_mean_what_they_say() -> None:
    exhibits = {exhibit.id: exhibit for chapter in CHAPTERS for exhibit in chapter.exhibits}
    for exhibit, view in re.findall(r"`view=([\w-]+):([\w-]+)`", README):
        assert exhibits[exhibit].view(view)
