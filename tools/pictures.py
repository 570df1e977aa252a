"""Pictures that are pinned: what the server draws now, beside what was accepted last.

``python -m tools.pictures`` says which have changed, and writes them to a folder where they can be looked at;
``python -m tools.pictures --accept`` accepts what is drawn now.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PIL import Image
from pixelmatch.contrib.PIL import pixelmatch

from dashboard.charts.theme import Theme
from dashboard.exhibits.compose import Composer
from dashboard.export import picture, studio
from dashboard.export.order import Order, Shape
from dashboard.parameters import parse
from dashboard.text import Lang
from tools import goldens

FOLDER: Final = Path(__file__).resolve().parent.parent / "tests" / "pictures"
MADE: Final = date(2017, 3, 1)
TOLERANCE: Final = 0.006  # of all pixels: letters are drawn a little differently from one Chromium to the next


@dataclass(frozen=True)
class Case:
    """One pinned picture."""

    exhibit: str
    shape: Shape
    lang: Lang
    theme: Theme
    query: str = ""


CASES: Final[Mapping[str, Case]] = {
    "columns": Case("economy-1", "card", "en", "light", "years=2000-2015"),
    "map": Case("economy-added-states", "column", "es", "dark"),
    "table": Case("security-table-1", "column", "en", "light"),
}


def drawn(composer: Composer, case: Case) -> Image.Image:
    """The picture as it is drawn now, on the day of the report."""
    selection, problems = parse(case.query, composer.vocabulary)
    assert not problems, problems
    order = Order(composer, composer.exhibits[case.exhibit], selection, case.lang, theme=case.theme, shape=case.shape)
    return Image.open(io.BytesIO(picture.png(order, MADE))).convert("RGB")


def path(name: str) -> Path:
    """Where an accepted picture stands."""
    return FOLDER / f"{name}.png"


def differ(a: Image.Image, b: Image.Image, marked: Image.Image | None = None) -> float:
    """The share of pixels that differ visibly; all of them where the sizes differ. ``marked`` shows which."""
    if a.size != b.size:
        return 1.0
    return float(pixelmatch(a, b, marked) / (a.width * a.height))


def main() -> int:
    """Compare, or accept."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--accept", action="store_true", help="accept what is drawn now")
    accept = reader.parse_args().accept
    composer = goldens.composer()
    looked_at = FOLDER if accept else Path(tempfile.mkdtemp(prefix="pictures-"))
    changed = 0
    for name, case in CASES.items():
        now = drawn(composer, case)
        share = differ(Image.open(path(name)).convert("RGB"), now) if path(name).exists() else 1.0
        changed += share > TOLERANCE
        print(f"{name}: {share:.2%} of the pixels differ")
        if accept or share > TOLERANCE:
            looked_at.mkdir(parents=True, exist_ok=True)
            now.save(looked_at / f"{name}.png", optimize=True)
            print(f"  {looked_at / name}.png")
    studio.close()
    return 0 if accept else int(changed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
