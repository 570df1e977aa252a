"""The words around the chart of a picture: what stands above it, what below, in lines that its width holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

from babel.dates import format_date

from dashboard.charts.boxes import LINE, wrapped
from dashboard.charts.labels import width
from dashboard.charts.theme import var
from dashboard.exhibits.compose import Composed
from dashboard.export.order import Order
from dashboard.selection import Selection
from dashboard.site import address
from dashboard.text import LOCALES, Lang, T

_ORPHAN: Final = 0.12  # of the width that a last line should fill
NBSP: Final = "\u00a0"
_FILTERS: Final = T("Filters: {filters}", "Filtros: {filters}")
_STANDS_OUT: Final = T("Standing out: {filters}", "Resaltado: {filters}")
_FILTER: Final = T("{name} {words}", "{name} {words}")
_NOTES: Final = T("Notes: {notes}", "Notas: {notes}")
_ONE_NOTE: Final = T("Note: {notes}", "Nota: {notes}")
_MORE_NOTES: Final = T("({n} more in the dashboard)", "({n} más en el tablero)")
_NOTES_ELSEWHERE: Final = T("{n} notes in the dashboard.", "{n} notas en el tablero.")
_ONE_ELSEWHERE: Final = T("One note in the dashboard.", "Una nota en el tablero.")
_EVENTS: Final = T("▲ {n} events, named in the dashboard", "▲ {n} hechos, con sus nombres en el tablero")
_LINES_OF_EVENTS: Final = 3
_PIECE: Final = 40  # characters of an address that stay together at most
_MADE: Final = T("Picture made on {date}", "Imagen del {date}")
_DATES: Final[dict[Lang, str]] = {"en": "MMMM d, y", "es": "d 'de' MMMM 'de' y"}


@dataclass(frozen=True)
class Block:
    """A paragraph in one type; ``gap`` is the px kept free above it."""

    text: str
    font: int
    colour: str = "muted"
    gap: float = 4
    bold: bool = False

    @property
    def height(self) -> float:
        """Px of its lines."""
        return (self.text.count("<br>") + 1) * self.font * LINE


@dataclass(frozen=True)
class Type:
    """The sizes of type (px) of a picture's words."""

    kicker: int
    headline: int
    subtitle: int
    note: int
    source: int

    def times(self, factor: float) -> Type:
        """The same, larger."""
        return Type(*(round(size * factor) for size in vars(self).values()))


def literal(text: str) -> str:
    """``text`` with nothing in it that could be read as markup."""
    return text.replace("<", "&lt;").replace(">", "&gt;")


def fold(text: str, font: int, room: float, bold: bool = False) -> str:
    """``text`` in lines of at most ``room`` px."""
    return wrapped(text, font, room, bold_alone=bold).replace("\n", " ")


def without_orphan(text: str, font: int, room: float) -> str:
    """A paragraph whose last line does not hold one short word alone, if its other lines can spare one."""
    lines = fold(text, font, room)
    while "<br>" in lines and width(lines.rsplit("<br>", 1)[1], font) < _ORPHAN * room:
        narrower = fold(text, font, room - font)
        if narrower.count("<br>") > lines.count("<br>"):
            break
        lines, room = narrower, room - font
    return lines


def balanced(text: str, font: int, room: float) -> str:
    """A headline in bold, in as few lines as ``room`` px allow, about equally long."""
    lines = fold(text, font, room, bold=True)
    while (narrower := fold(text, font, room - font, bold=True)).count("<br>") == lines.count("<br>") > 0:
        lines, room = narrower, room - font
    return lines


def _block(text: str, font: int, room: float, colour: str = "muted", gap: float = 4) -> Block:
    return Block(without_orphan(literal(text), font, room), font, colour, gap)


def height(blocks: Sequence[Block]) -> float:
    """Px of paragraphs below each other."""
    return sum(block.height + block.gap for block in blocks)


def above(order: Order, composed: Composed, type: Type, room: float) -> list[Block]:
    """Number and chapter, headline, what is shown and in which unit, the newest value, the filters in words."""
    said, lang = composed.words(order.lang), order.lang
    chapter = next(c for c in order.composer.chapters if c.id == order.exhibit.chapter)
    blocks = [
        _block(f"{order.exhibit.number[lang]} · {chapter.name[lang]}", type.kicker, room, gap=0),
        Block(balanced(literal(said["headline"]), type.headline, room), type.headline, "text", gap=2, bold=True),
        _block(said["subtitle"], type.subtitle, room),
        _block(said["latest"], type.subtitle, room, gap=1),
        _block(filters(order)[lang], type.subtitle, room, "text"),
    ]
    return [block for block in blocks if block.text]


def filters(order: Order) -> T:
    """The filters that bear on the exhibit, in words; empty without one."""
    part = order.selection.only(order.exhibit.dimensions)
    chips = part.describe(order.composer.vocabulary)
    listed = [_FILTER.format(name=chip.name + ":", words=chip.words) for chip in chips]
    if not listed:
        return T("", "")
    joined = T(" · ".join(one.en for one in listed), " · ".join(one.es for one in listed))
    clicked = order.selection.clicked == order.exhibit.id
    return (_STANDS_OUT if clicked else _FILTERS).format(filters=joined)


def notes(said: Sequence[str], shown: int, lang: Lang) -> str:
    """The first ``shown`` notes as one paragraph, and how many more there are."""
    more = len(said) - shown
    if not said:
        return ""
    if not shown:
        return (_ONE_ELSEWHERE if more == 1 else _NOTES_ELSEWHERE.format(n=more))[lang]
    kept = " ".join(said[:shown]) + (f" {_MORE_NOTES.format(n=more)[lang]}" if more else "")
    return (_ONE_NOTE if len(said) == 1 else _NOTES).format(notes=kept)[lang]


def below(
    order: Order, composed: Composed, type: Type, room: float, shown: int, made: date, table: str = ""
) -> list[Block]:
    """What ``table`` says of rows left out, marked events, what is not split, ``shown`` notes, source and date."""
    said, lang = composed.words(order.lang), order.lang
    there = literal(where(order))
    long = width(there, type.source) > room
    credit = (said["source"].replace(" · ", f"{NBSP}· "), when(made, lang), "" if long else there)
    blocks = [
        _block(table, type.note, room),
        _events(composed, lang, type, room),
        _block(said["silent"], type.note, room),
        _block(notes(said["notes"], shown, lang), type.note, room, "text", gap=6),
        _block(f"{NBSP}· ".join(filter(None, credit)), type.source, room, gap=6),
        Block(folded_address(there, type.source, room) if long else "", type.source, gap=2),
    ]
    return [block for block in blocks if block.text]


def _events(composed: Composed, lang: Lang, type: Type, room: float) -> Block:
    """The events marked on the time axis by name; only how many, where their names would fill the picture."""
    named = _block(composed.words(lang)["events"], type.note, room)
    if named.text.count("<br>") < _LINES_OF_EVENTS:
        return named
    return _block(_EVENTS.format(n=len(composed.arranged.milestones))[lang], type.note, room)


def when(made: date, lang: Lang) -> str:
    """The day on which a picture was made, in words that stay on one line."""
    return _MADE.format(date=format_date(made, _DATES[lang], locale=LOCALES[lang]))[lang].replace(" ", NBSP)


def where(order: Order) -> str:
    """Where this view of the exhibit is found, if somebody serves it: what leads elsewhere or is usual is left out."""
    if not order.site:
        return ""
    exhibit, asked = order.exhibit, order.selection
    bare = Selection(
        years=asked.years,
        dims=tuple((name, values) for name, values in asked.dims if name in exhibit.dimensions),
        vintage=asked.vintage,
        views=tuple((id, view) for id, view in asked.views if id == exhibit.id),
        clicked=asked.clicked if asked.clicked == exhibit.id else "",
        events=asked.events,
        lang="es" if order.lang == "es" else "",
    )
    site, query = urlsplit(order.site), bare.to_query()
    return f"{site.netloc}{site.path}{address(exhibit)}" + (f"?{query}" if query else "")


def folded_address(text: str, font: int, room: float) -> str:
    """An address in lines of at most ``room`` px, broken where one of its parts ends."""
    lines = [""]
    for part in re.findall(r"[^&,/?]+[&,/?]*", text):
        for piece in (part[i : i + _PIECE] for i in range(0, len(part), _PIECE)):
            if lines[-1] and width(lines[-1] + piece, font) > room:
                lines.append("")
            lines[-1] += piece
    return "<br>".join(lines)


def set_down(blocks: Sequence[Block], left: float, top: float, margin: dict[str, float]) -> list[dict[str, Any]]:
    """The paragraphs as annotations, the first ``top`` px below the upper edge of a picture that has ``margin``."""
    built, y = [], top
    for block in blocks:
        y += block.gap
        built.append(written(block, left, y, margin))
        y += block.height
    return built


def written(block: Block, left: float, top: float, margin: dict[str, float], align: str = "left") -> dict[str, Any]:
    """One paragraph whose upper corner (``align``: which of the two) stands at px from the picture's upper left."""
    return {
        "text": block.text,
        "font": {"size": block.font, "color": var(block.colour)},
        "showarrow": False,
        "borderpad": 0,
        "xref": "paper",
        "x": 0,
        "xanchor": align,
        "xshift": round(left - margin["l"], 1),
        "yref": "paper",
        "y": 1,
        "yanchor": "top",
        "yshift": round(margin["t"] - top, 1),
        "align": align,
    }
