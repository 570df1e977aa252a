"""What every exhibit draws is what was accepted last (`make goldens` accepts what is drawn now)."""

import difflib

import pytest

from dashboard.exhibits.compose import Composer
from tools import goldens


def test_every_exhibit_draws_what_was_accepted(composer: Composer) -> None:
    changed = []
    for case in goldens.cases(composer):
        file = goldens.path(*case)
        accepted = file.read_text(encoding="utf-8") if file.exists() else ""
        drawn = goldens.golden(composer, *case)
        changed += difflib.unified_diff(
            accepted.splitlines(), drawn.splitlines(), f"accepted/{file.name}", f"drawn/{file.name}", lineterm="", n=1
        )
    if changed:
        pytest.fail("\n".join(changed[:200]), pytrace=False)


def test_no_golden_is_left_of_what_is_gone(composer: Composer) -> None:
    wanted = {goldens.path(*case).name for case in goldens.cases(composer)}
    assert {file.name for file in goldens.FOLDER.glob("*.txt")} == wanted
