"""The code that puts an exhibit into another page: an ``iframe`` of its embedded card."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from math import ceil
from typing import Any, Final

from dashboard.charts.theme import SIZES
from dashboard.exhibits.base import Exhibit
from dashboard.pages import words
from dashboard.site import EMBED
from dashboard.text import Lang

WIDTH: Final = 700  # px: about what pages give a figure in a text
# What a reader must see of a chart before its frame scrolls; the source stays below it whatever the height.
LEAST_CHART: Final = 240
TALLEST: Final = 1400  # px: no page is given more; the card scrolls in it, above its source
_MARGIN: Final = 32  # px left and right of the card
# Of each text of a card: width of a letter, height of a line, room above and below it; px, as in the style sheets.
_TEXTS: Final[Mapping[str, tuple[float, float, float]]] = {
    "headline": (10.6, 25, 8),
    "subtitle": (6.9, 19.6, 0),
    "latest": (6.9, 19.6, 0),
    "silent": (6.5, 19.5, 8),
    "events": (6.5, 19.5, 8),
    "source": (6.5, 19.5, 8),
}
_NOTE: Final = (6.9, 19.6)
_NOTES: Final = (8, 18)  # room above all notes, left of each
_BUTTON: Final = (7.6, 24, 40)  # of the views: width of a letter, room beside it, height of a row with its margins
_FILTERS: Final = 40
_AROUND: Final = 78  # the frame's own margins, the kicker, the room above the chart, the way back
_ROW, _MOST_PRINTED = 29, 490  # a row of a printed table; the table scrolls beyond
_STEP: Final = 10


def height(exhibit: Exhibit, payload: Mapping[str, Any], lang: Lang, filtered: bool, width: int = WIDTH) -> int:
    """How tall a frame of ``width`` is that shows the whole card of ``payload``, in px."""
    inner = width - _MARGIN
    whole = around(exhibit, payload, lang, filtered, width) + _chart(payload, inner)
    return min(TALLEST, _rounded(whole))


def least(exhibit: Exhibit, payload: Mapping[str, Any], lang: Lang, filtered: bool, width: int) -> int:
    """The least height of a frame in which the chart is still read: what is above it and below, and some of it."""
    all_of_it = height(exhibit, payload, lang, filtered, width)
    foot = around(exhibit, payload, lang, filtered, width) - _notes(payload["words"]["notes"], width - _MARGIN)
    return min(all_of_it, _rounded(foot + LEAST_CHART))


def around(exhibit: Exhibit, payload: Mapping[str, Any], lang: Lang, filtered: bool, width: int = WIDTH) -> int:
    """The height of all that is not the chart, in px."""
    inner, said = width - _MARGIN, payload["words"]
    texts = sum(
        lines(said[name], letter, inner) * line + room for name, (letter, line, room) in _TEXTS.items() if said[name]
    )
    filters = _FILTERS if filtered else 0
    return round(
        _AROUND
        + texts
        + _notes(said["notes"], inner)
        + _views(exhibit, lang, inner)
        + _printed(payload, inner)
        + filters
    )


def lines(text: str, letter: float, width: float) -> int:
    """How many lines a text takes whose letters are ``letter`` px wide."""
    return ceil(len(text) * letter / width)


def _notes(notes: list[str], inner: int) -> float:
    above, left = _NOTES
    letter, line = _NOTE
    return above + sum(lines(note, letter, inner - left) * line for note in notes) if notes else 0


def _views(exhibit: Exhibit, lang: Lang, inner: int) -> int:
    letter, beside, row = _BUTTON
    if len(exhibit.views) < 2:
        return 0
    return row + (ceil(sum(len(view.name[lang]) * letter + beside for view in exhibit.views) / inner) - 1) * 32


def _printed(payload: Mapping[str, Any], inner: int) -> float:
    """The table below a chart: a row is as high as its words take, side by side."""
    if not payload["printed"]:
        return 0
    letter, line = _NOTE
    rows = [sum(len(words) * letter + 16 for words, _ in row["cells"]) for row in payload["printed"]["rows"]]
    return min(_MOST_PRINTED, _ROW + 8 + sum(_ROW + line * (ceil(wide / inner) - 1) for wide in rows))


def _chart(payload: Mapping[str, Any], inner: int) -> int:
    size = next(size.name for size in sorted(SIZES.values(), key=lambda size: size.below) if inner < size.below)
    return 0 if payload["words"]["empty"] else int(payload["heights"][size])


def _rounded(height: float) -> int:
    return ceil(height / _STEP) * _STEP


def iframe(exhibit: Exhibit, lang: Lang, url: str, width: str, tall: int | str) -> str:
    """The code; ``url`` (written into an attribute) is the address of the embedded card."""
    title = escape(exhibit.subject[lang])
    return (
        f'<iframe src="{url}" title="{title}" width="{width}" height="{tall}" '
        'loading="lazy" style="border:0;max-width:100%"></iframe>'
    )


def copying(exhibit: Exhibit, payload: Mapping[str, Any], lang: Lang, filtered: bool) -> dict[str, Any]:
    """What makes a button copy the code of the view on show: the page fills in its address, and the chart's height."""
    return {
        "data-copy": f"{EMBED}{exhibit.id}",
        "data-copy-text": iframe(exhibit, lang, "{url}", "100%", "{height}"),
        "data-around": str(around(exhibit, payload, lang, filtered)),
        "data-tallest": str(TALLEST),
        "data-done": words.EMBED_COPIED[lang],
    }
