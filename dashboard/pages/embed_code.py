"""The code that puts an exhibit into another page: an ``iframe`` of its embedded card."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from dashboard.exhibits.base import Exhibit
from dashboard.pages import words
from dashboard.site import EMBED
from dashboard.text import Lang

HEIGHT: Final = 820  # px: the card with its chart, notes and source, at the widths at which pages set a figure
TALL: Final = 1040  # px, for what is wide: maps, diagrams, printed tables


def height(exhibit: Exhibit) -> int:
    """How tall the frame of an exhibit is, in px."""
    return TALL if exhibit.wide else HEIGHT


def iframe(exhibit: Exhibit, lang: Lang, url: str, width: str = "100%", tall: int | None = None) -> str:
    """The code; ``url`` (written into an attribute) is the address of the embedded card."""
    title = escape(exhibit.subject[lang])
    return (
        f'<iframe src="{url}" title="{title}" width="{width}" height="{tall or height(exhibit)}" '
        'loading="lazy" style="border:0;max-width:100%"></iframe>'
    )


def copying(exhibit: Exhibit, lang: Lang) -> dict[str, Any]:
    """What makes a button copy the code of the view on show: the page fills in its address."""
    return {
        "data-copy": f"{EMBED}{exhibit.id}",
        "data-copy-text": iframe(exhibit, lang, "{url}"),
        "data-done": words.EMBED_COPIED[lang],
    }
