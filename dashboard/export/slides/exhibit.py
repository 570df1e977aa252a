"""The slides of one exhibit: its chart, native where PowerPoint has the form, and the table that it prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts import spans
from dashboard.charts.arranged import Arranged
from dashboard.charts.rows import lanes, piled
from dashboard.export import picture, studio
from dashboard.export.order import Order
from dashboard.export.slides import along_rows, along_time, legend, map_picture, put, spans_picture, table, told
from dashboard.export.slides.along_time import Placed
from dashboard.export.slides.emphasis import TIME, Dimmed, dimmed
from dashboard.export.slides.frame import BOLD, folded, high, largest
from dashboard.export.slides.look import Look, Room
from dashboard.export.slides.put import Paragraph, Run
from dashboard.text import Lang

Charts = Callable[[Arranged, Lang, float, float, Dimmed], tuple[Placed, ...]]
HEADLINES: Final = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0)  # points
SUBTITLE: Final = 14.0
FOOT: Final = 10.5
KICKER: Final = 12.0
_NOTE_LINES: Final = 2
_LEAST: Final = 100.0  # points of a panel, and of a row, that a note leaves
_LEAST_ROW: Final = 25.0
_LEAST_MAP: Final = 300.0
_KEY: Final = 14.0
_NUMBER: Final = 70.0  # points at the right of the foot for the slide's number
_PICTURE_SCALE: Final = 3
_SET_AT: Final = {"boxes": 0.9}  # of the room: what is drawn so small has words that are read at its size
_CHARTED: Final = ("line", "points", "columns", "bars")
_ENTRY_GAP: Final = "\u00a0\u00a0\u00a0\u00a0 "  # it breaks at its end: no line begins with it


def native(arranged: Arranged) -> Charts | None:
    """What makes native charts of ``arranged``; ``None`` where PowerPoint has no such form."""
    if any(trace.form not in _CHARTED for trace in arranged.traces) or arranged.is_empty():
        return None
    if arranged.axis in TIME:
        return along_time.charts
    if arranged.axis == "categories" and not spans.there(arranged) and not (lanes(arranged) > 1 and piled(arranged)):
        return along_rows.charts if all(trace.form == "bars" for trace in arranged.traces) else None
    return None


def add(look: Look, order: Order) -> list[Any]:
    """Put an exhibit on as many slides as it needs: the chart first, then the table that it prints.

    Raises ``studio.PictureError`` where a picture is needed, there is a browser, and it did not draw it.
    """
    composed = order.composed()
    arranged = composed.arranged
    printed = arranged.printed and table.of_printed(arranged.printed, order.lang)
    if composed.empty:
        return [_empty(look, order)]
    if arranged.is_empty():
        return _tabled(look, order, printed or table.of_marks(arranged, order.lang), headline=True)
    charts = native(arranged)
    slides = [_natively(look, order, charts)] if charts else _pictured(look, order)
    return slides + (_tabled(look, order, printed) if printed else [])


@dataclass(frozen=True)
class Sheet:
    """What every slide of an exhibit has around its chart, and where: the line below the headline, and the foot."""

    kicker: str
    under: str
    subtitle: Room
    chart: Room
    foot: Room
    feet: tuple[Paragraph, ...]


def sheet(look: Look, order: Order) -> Sheet:
    """The slides of an exhibit, laid out: what, unit, period and filters on top; source, day, the way back at the foot."""
    content = look.content
    kicker = told.kicker(order)
    # What a template has above its titles is not known: there number and chapter stand below.
    under = " · ".join(filter(None, ("" if look.own else kicker, told.subtitle(order))))
    tall = high(folded(under, content.width, SUBTITLE), SUBTITLE) if under else 0.0
    across = content.width - (_NUMBER if look.own else 0)
    source, link = order.composed().words(order.lang)["source"], told.link(order)
    credit = [part for part in (source, told.made(order.lang)) if part]
    feet = [[Run(" · ".join(credit), "muted")]]
    feet += [[Run(told.LIVE[order.lang], href=link)]] if link else []
    low = sum(high(folded(one[0].text, across, FOOT), FOOT) for one in feet)
    top, bottom = content.top + tall + 12, content.bottom - low
    return Sheet(
        kicker if look.own else "",
        under,
        Room(content.left, content.top, content.width, tall + 2),
        Room(content.left, top, content.width, bottom - 8 - top),
        Room(content.left, bottom, across, low),
        tuple(feet),
    )


def _slide(look: Look, order: Order, headline: str, lines: int = 2) -> tuple[Any, Room]:
    """A slide with all but its chart, and the room for that."""
    laid, ink, lang = sheet(look, order), look.ink, order.lang
    size = headline_size(look, headline, lines)
    slide = put.titled(look, look.plain, headline, size, lang)
    if laid.kicker:
        above = look.title.bottom - high(folded(headline, look.title.width / BOLD, size), size)
        where = Room(look.title.left, above - high("", KICKER) - 1, look.title.width, high("", KICKER))
        put.words(slide, where, [[Run(laid.kicker, "muted")]], KICKER, ink, lang, anchor="b", name="Kicker")
    if laid.under:
        put.words(slide, laid.subtitle, [[Run(laid.under, "muted")]], SUBTITLE, ink, lang, name="Subtitle")
    if laid.feet:
        put.words(slide, laid.foot, laid.feet, FOOT, ink, lang, anchor="b", name="Source")
    put.noted(slide, told.notes(order))
    return slide, laid.chart


def headline_size(look: Look, headline: str, lines: int = 2) -> float:
    """Points at which a headline takes two lines at most and stays in its place; one line, if it can be had."""
    title = look.title
    # Headlines are bold in our own look; a template's title has margins.
    across = title.width / BOLD if look.own else 0.94 * title.width
    fitting = [size for size in HEADLINES if high(folded(headline, across, size), size) <= title.height]
    sizes = tuple(fitting) or HEADLINES[-1:]
    size = largest(headline, across, lines, sizes)
    return size if folded(headline, across, size).count("<br>") < lines else largest(headline, across, 2, sizes)


def _empty(look: Look, order: Order) -> Any:
    """Filters that leave nothing: what would bring it back, in words."""
    said = order.composed().words(order.lang)
    slide, room = _slide(look, order, said["headline"])
    put.words(slide, room, [[Run(said["empty"])]], 18, look.ink, order.lang, name="Empty")
    put.finished(slide, look)
    return slide


def _natively(look: Look, order: Order, charts: Charts) -> Any:
    lang, arranged = order.lang, order.composed().arranged
    said = order.composed().words(lang)
    slide, room = _slide(look, order, said["headline"])
    parts, least = (
        (len(arranged.categories), _LEAST_ROW) if charts is along_rows.charts else (len(arranged.panels), _LEAST)
    )
    room = _note(slide, room, look, order, parts * least + 60)
    room = _events(slide, room, look, order)
    room = _key(slide, room, look, order)
    for one in charts(arranged, lang, room.width, room.height, dimmed(order)):
        title = arranged.panels[one.panel].title[lang]
        where = Room(room.left, room.top + one.top, room.width, one.height)
        name = order.exhibit.id + (f" {one.panel + 1}" if len(arranged.panels) > 1 else "")
        put.chart(slide, where, one.plot, name, f"{title}. {said['alt']}" if title else said["alt"], look.ink)
    put.finished(slide, look)
    return slide


def _note(slide: Any, room: Room, look: Look, order: Order, least: float) -> Room:
    """What would mislead most, below the chart, where that leaves it ``least`` points; and the room above it.

    Without a slide the room alone.
    """
    said = told.note(order, lambda text: folded(text, room.width, FOOT).count("<br>") + 1, _NOTE_LINES)
    tall = high(folded(said, room.width, FOOT), FOOT)
    if not said or room.height - tall - 6 < least:
        return room
    below = Room(room.left, room.bottom - tall, room.width, tall)
    if slide is not None:
        put.words(slide, below, [[Run(said, "muted")]], FOOT, look.ink, order.lang, name="Note")
    return Room(room.left, room.top, room.width, room.height - tall - 6)


def _events(slide: Any, room: Room, look: Look, order: Order) -> Room:
    """The words of the events that are marked at the foot of the chart, and the room above them."""
    words = order.composed().words(order.lang)["events"]
    if not words:
        return room
    tall = high(folded(words, room.width, FOOT), FOOT)
    below = Room(room.left, room.bottom - tall, room.width, tall)
    put.words(slide, below, [[Run(words, "muted")]], FOOT, look.ink, order.lang, name="Events")
    return Room(room.left, room.top, room.width, room.height - tall - 6)


def _key(slide: Any, room: Room, look: Look, order: Order) -> Room:
    """The line that says which colour is which, and the room below it; without a slide the room alone."""
    found = legend.entries(order.composed().arranged, order.lang)
    if not found:
        return room
    # An entry holds together where the line breaks.
    bound = [
        (token, f"{sign}\u00a0", text.replace(" ", "\u00a0") if len(text) < 40 else text) for token, sign, text in found
    ]
    runs = [run for token, sign, text in bound for run in (Run(sign, token), Run(text), Run(_ENTRY_GAP))][:-1]
    plain = _ENTRY_GAP.join(sign + text for _, sign, text in bound)
    tall = high(folded(plain, room.width, _KEY), _KEY)
    if slide is not None:
        put.words(slide, Room(room.left, room.top, room.width, tall), [runs], _KEY, look.ink, order.lang, name="Key")
    return Room(room.left, room.top + tall + 6, room.width, room.height - tall - 6)


def _pictured(look: Look, order: Order) -> list[Any]:
    """The chart as a picture; where there is no browser to draw it, its data in a table, with the reason."""
    composed, lang = order.composed(), order.lang
    arranged, said = composed.arranged, composed.words(lang)
    room = sheet(look, order).chart
    if arranged.axis == "map":
        room = _key(None, _note(None, room, look, order, _LEAST_MAP), look, order)
    try:
        images = _images(order, room)
    except studio.NoBrowserError:
        form = told.FORMS.get(arranged.axis, told.FORMS["other"])
        why = told.NO_PICTURE.format(form=form)[lang]
        return _tabled(look, order, table.of_marks(arranged, lang), headline=True, why=why)
    slides = []
    for i, image in enumerate(images, 1):
        title = told.CHART_PARTS.format(subject=order.exhibit.subject, i=i, n=len(images))[lang]
        slide, room = _slide(look, order, said["headline"] if i == 1 else title, 2 if i == 1 else 1)
        if arranged.axis == "map":
            room = _key(slide, _note(slide, room, look, order, _LEAST_MAP), look, order)
        put.picture(slide, room, image, order.exhibit.id + (f" {i}" if len(images) > 1 else ""), said["alt"])
        put.finished(slide, look)
        slides.append(slide)
    return slides


def _images(order: Order, room: Room) -> list[bytes]:
    """The pictures of what PowerPoint has no chart for. Raises ``studio.PictureError``."""
    arranged = order.composed().arranged
    if spans.there(arranged) and len(arranged.categories) > spans_picture.MOST_ROWS:
        shape = room.width / room.height
        parts = spans_picture.parts(arranged)
        figures = [spans_picture.figure(part, order.lang, order.theme, shape) for part in parts]
        return [studio.draw(figure, "png", _PICTURE_SCALE) for figure in figures]
    if arranged.axis == "map":
        return [studio.draw(map_picture.figure(order, room), "png", _PICTURE_SCALE * map_picture.points())]
    part = _SET_AT.get(arranged.axis, 1.0)
    return [picture.chart_png(order, room.width * part, room.height * part, _PICTURE_SCALE / part)]


def _tabled(look: Look, order: Order, whole: table.Table, headline: bool = False, why: str = "") -> list[Any]:
    """A table on as many slides as it needs; with ``headline`` the first of them bears it, and says ``why``."""
    lang, said = order.lang, order.composed().words(order.lang)
    room = sheet(look, order).chart
    tall = high(folded(why, room.width, SUBTITLE), SUBTITLE) + 10 if why else 0.0
    below = Room(room.left, room.top + tall, room.width, room.height - tall)
    pages = table.pages(whole, below)
    slides = []
    for i, page in enumerate(pages, 1):
        words = told.TABLE_PART if len(pages) == 1 else told.TABLE_PARTS
        title = words.format(subject=order.exhibit.subject, i=i, n=len(pages))[lang]
        bears = headline and i == 1
        slide, _ = _slide(look, order, said["headline"] if bears else title, 2 if bears else 1)
        if why:
            above = Room(room.left, room.top, room.width, tall)
            put.words(slide, above, [[Run(why)]], SUBTITLE, look.ink, lang, name="Why")
        table.put(slide, below, page, f"{order.exhibit.id} table {i}", said["alt"], look.ink, lang)
        put.finished(slide, look)
        slides.append(slide)
    return slides
