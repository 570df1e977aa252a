"""The slides around the exhibits: opening, contents, sources."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.export.order import Order
from dashboard.export.slides import put, told
from dashboard.export.slides.exhibit import headline_size
from dashboard.export.slides.frame import BOLD, folded, high, largest
from dashboard.export.slides.look import Look, Room
from dashboard.export.slides.put import Paragraph, Run
from dashboard.text import Lang, T

_OPENING: Final = (40.0, 36.0, 32.0, 28.0, 24.0)
_ARGUMENT: Final = (20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)
_SMALL: Final = 12.0
_LISTED: Final = 10.5
_GUTTER: Final = 32.0  # points between columns
_SPACE: Final = 3.0  # points after each entry
_NUMBER: Final = 26.0  # points at the foot for the slide's number
Block = tuple[Paragraph, ...]


def opening(look: Look, title: str, argument: str, lines: Sequence[str], lang: Lang) -> Any:
    """A slide with a large title, what is argued, and small lines at the foot (whose, filters, day)."""
    holder = look.opening.placeholders[0]
    across = holder.width / 12700
    size = largest(title, across / BOLD, 2, _OPENING) if look.own else 0
    slide = put.titled(look, look.opening, title, size, lang)
    below = next((p for p in slide.placeholders if p.placeholder_format.idx != 0 and p.has_text_frame), None)
    content = look.content
    foot = sum(high(folded(line, content.width, _SMALL), _SMALL) for line in lines) + 4 * len(lines)
    low = content.bottom - (0 if not look.own else 12)
    if below is not None:
        room = Room(*(length / 12700 for length in (below.left, below.top, below.width, below.height)))
        fits = [
            s
            for s in _ARGUMENT
            if high(folded(argument, 0.94 * room.width, s), s) <= min(room.height, low - foot - room.top)
        ]
        put.written(
            below.text_frame.paragraphs[0],
            [Run(argument, "muted" if look.own else "text")],
            (fits or _ARGUMENT[-1:])[0],
            look.ink,
            lang,
        )
    small = [[Run(line, "muted")] for line in lines]
    put.words(
        slide,
        Room(content.left, low - foot, content.width, foot),
        small,
        _SMALL,
        look.ink,
        lang,
        anchor="b",
        spacing=4,
        name="About",
    )
    put.noted(slide, "\n\n".join((title, argument, *lines)))
    put.finished(slide, look)
    return slide


def sources(look: Look, orders: Sequence[Order], lang: Lang, left_out: Sequence[Order] = ()) -> list[Any]:
    """The sources of all that is shown, exhibit by exhibit, in two columns over as many slides as they need.

    Last, in words, the exhibits that were ``left_out`` because their filters leave nothing of them.
    """
    blocks: list[Block] = []
    for order in orders:
        head = [Run(told.listed(order), bold=True)]
        found = [list(_of_publisher(name, titles)) for name, titles in told.source_links(order).items()]
        blocks += [(head, *found[:1]), *((one,) for one in found[1:])]  # a heading keeps one publisher with it
    if left_out:
        blocks.append(([Run(told.LEFT_OUT[lang], bold=True)], *([Run(told.listed(order))] for order in left_out)))
    return _columns(look, blocks, told.SOURCES if orders else told.NOTHING_LEFT, told.SOURCES_PART, lang)


def _of_publisher(name: str, titles: Sequence[tuple[str, str]]) -> Iterator[Run]:
    """A publisher and what it published, each a link, in one paragraph."""
    yield Run(f"{name}: ", "muted")
    for i, (title, url) in enumerate(titles):
        yield Run(title, "muted", href=url)
        yield Run("; " if i < len(titles) - 1 else "", "muted")


@dataclass(frozen=True)
class Listed:
    """A chapter in the contents: its name, its first slide, and its exhibits with theirs."""

    name: str
    slide: Any
    exhibits: Sequence[tuple[str, Any]]


def contents(look: Look, chapters: Sequence[Listed], lang: Lang) -> list[Any]:
    """Chapters and exhibits, each a link to its slide."""
    blocks: list[Block] = []
    for chapter in chapters:
        head = [Run(chapter.name, bold=True, to=chapter.slide)]
        items = [[Run(name, to=slide)] for name, slide in chapter.exhibits]
        blocks += [(head, *items[:1]), *((one,) for one in items[1:])]
    return _columns(look, blocks, told.CONTENTS, told.CONTENTS_PART, lang)


def _columns(look: Look, blocks: Sequence[Block], title: T, part: T, lang: Lang) -> list[Any]:
    """Blocks of small type in two columns; each stays together."""
    content = look.content
    room = Room(content.left, content.top + 14, content.width, content.height - 14 - _NUMBER)
    across = (room.width - _GUTTER) / 2
    tall = [sum(_tall(paragraph, across) for paragraph in block) for block in blocks]
    fewest = math.ceil(len(_cut(blocks, tall, room.height)) / 2) * 2
    heights = (room.height * part / 20 for part in range(1, 21))  # columns about equally long
    cut = next((found for height in heights if len(found := _cut(blocks, tall, height)) <= fewest), [])
    sheets = [cut[i : i + 2] for i in range(0, len(cut), 2)]
    slides = []
    for i, columns in enumerate(sheets, 1):
        said = (part if len(sheets) > 1 else title).format(i=i, n=len(sheets))[lang]
        slide = put.titled(look, look.plain, said, headline_size(look, said), lang)
        for k, column in enumerate(columns):
            where = Room(room.left + k * (across + _GUTTER), room.top, across, room.height)
            paragraphs = [paragraph for block in column for paragraph in block]
            put.words(slide, where, paragraphs, _LISTED, look.ink, lang, spacing=_SPACE, name=f"{said} {k + 1}")
        put.finished(slide, look)
        slides.append(slide)
    return slides


def _cut(blocks: Sequence[Block], tall: Sequence[float], height: float) -> list[list[Block]]:
    """Blocks, so many points ``tall``, in columns of a ``height``; a block that is taller has one for itself."""
    cut: list[list[Block]] = [[]]
    used = 0.0
    for block, points in zip(blocks, tall, strict=True):
        if cut[-1] and used + points > height:
            cut.append([])
            used = 0.0
        cut[-1].append(block)
        used += points
    return cut


def _tall(paragraph: Paragraph, across: float) -> float:
    # Links break as they please, in some programs within words.
    return high(folded("".join(run.text for run in paragraph), 0.92 * across, _LISTED), _LISTED) + _SPACE
