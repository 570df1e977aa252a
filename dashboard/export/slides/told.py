"""The words of a deck: under a headline, at the foot of a slide, in the speaker's notes, on opening and last slides."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from babel.dates import format_date

from dashboard.export import about
from dashboard.export.order import Order
from dashboard.periods import in_words
from dashboard.text import LOCALES, Lang, T, names

LIVE: Final = T("Open this view on the dashboard", "Abrir esta vista en el tablero")
TABLE_PART: Final = T("{subject}: table", "{subject}: tabla")
TABLE_PARTS: Final = T("{subject}: table, {i} of {n}", "{subject}: tabla, {i} de {n}")
CHART_PARTS: Final = T("{subject}: chart, {i} of {n}", "{subject}: gráfica, {i} de {n}")
SOURCES: Final = T("Sources", "Fuentes")
SOURCES_PART: Final = T("Sources, {i} of {n}", "Fuentes, {i} de {n}")
CONTENTS_PART: Final = T("Contents, {i} of {n}", "Contenido, {i} de {n}")
CONTENTS: Final = T("Contents", "Contenido")
NO_PICTURE: Final = T(
    "This exhibit is a {form}, which PowerPoint has no chart for, and no browser was found to draw a picture of it. These are its data.",
    "Esta gráfica es {form}, para la cual PowerPoint no tiene un gráfico, y no se encontró un navegador que la dibuje. Estos son sus datos.",
)
FORMS: Final = {
    "map": T("map", "un mapa"),
    "boxes": T("diagram", "un diagrama"),
    "other": T("drawing", "un dibujo"),
}
MADE: Final = T("Made on {day}", "Elaborado el {day}")
NOTE: Final = T("Note: {note}", "Nota: {note}")
LEFT_OUT: Final = T("Not shown under these filters:", "No se muestran con estos filtros:")
NOTHING_LEFT: Final = T("Nothing matches these filters", "Nada coincide con estos filtros")
VINTAGES: Final = {
    "report": T("Data as in the report of March 2017", "Datos como en el informe de marzo de 2017"),
    "latest": T("Data to the newest year known", "Datos hasta el año más reciente que se conoce"),
}
NO_FILTERS: Final = T("no filters", "sin filtros")
_BY: Final = T("Chapter by {authors}: {title}", "Capítulo de {authors}: {title}")
_NOTES: Final = {
    "shown": T("What is shown", "Qué se muestra"),
    "latest": T("Newest value", "Valor más reciente"),
    "mislead": T("What would mislead", "Lo que podría inducir a error"),
    "events": T("Events", "Hechos"),
    "filters": T("Filters", "Filtros"),
    "sources": SOURCES,
    "link": T("The live view", "La vista en línea"),
}
_SENTENCE: Final = re.compile(r"(?<=[a-záéíóúñ0-9%)”»]\.) (?=[A-ZÁÉÍÓÚÑ¿“«])")
_ACTIVE: Final = T("Filters: {filters}", "Filtros: {filters}")


def day(made: date, lang: Lang) -> str:
    """A day in words."""
    return format_date(made, format="long", locale=LOCALES[lang])


def made(lang: Lang) -> str:
    """The day on which a deck is made, in words."""
    return MADE.format(day=day(date.today(), lang))[lang]


def kicker(order: Order) -> str:
    """Number and chapter of an exhibit: ``"Figure 1 · Economy"``."""
    chapter = next(c for c in order.composer.chapters if c.id == order.exhibit.chapter)
    return f"{order.exhibit.number[order.lang]} · {chapter.name[order.lang]}"


def listed(order: Order) -> str:
    """Number and subject of an exhibit."""
    return f"{order.exhibit.number[order.lang]} · {order.exhibit.subject[order.lang]}"


def note(order: Order, lines: Callable[[str], int], most: int) -> str:
    """What would mislead most: the first note, or as many of its sentences as ``most`` lines hold; else nothing.

    ``lines`` tells how many lines a text takes.
    """
    notes = order.composed().words(order.lang)["notes"]
    sentences = _SENTENCE.split(notes[0]) if notes else []
    for count in range(len(sentences), 0, -1):
        said = NOTE.format(note=" ".join(sentences[:count]))[order.lang]
        if lines(said) <= most:
            return said
    return ""


def subtitle(order: Order) -> str:
    """What, unit, period, basis; and the filters."""
    said = order.composed().words(order.lang)
    line = _filters(order)
    return " · ".join(part for part in (said["subtitle"], line) if part)


def _filters(order: Order) -> str:
    """The filters that bear on the exhibit, in words; nothing without any."""
    chips = about.filters(order)
    told = "; ".join(f"{chip['name']}: {chip['words']}" for chip in chips)
    return _ACTIVE.format(filters=told)[order.lang] if told else ""


def link(order: Order) -> str:
    """The live view's address; empty where nobody serves it."""
    return about.link(order) if order.site else ""


def notes(order: Order) -> str:
    """What the speaker must know: the whole of what the page says around the chart, and every source with its address."""
    composed, lang = order.composed(), order.lang
    said = composed.words(lang)
    parts = [
        (said["headline"], []),
        (_NOTES["shown"][lang], [said["subtitle"]]),
        (_NOTES["latest"][lang], [said["latest"]]),
        (_NOTES["filters"][lang], [text for text in (_filters(order), said["silent"], said["empty"]) if text]),
        (_NOTES["mislead"][lang], said["notes"]),
        (_NOTES["events"][lang], [said["events"]]),
        (_NOTES["sources"][lang], [said["source"], *sources(order)]),
        (_NOTES["link"][lang], [link(order)]),
    ]
    told = [(head, [line for line in lines if line]) for head, lines in parts]
    return "\n\n".join("\n".join([head, *lines]) for head, lines in told if lines or head == said["headline"])


def sources(order: Order) -> list[str]:
    """Publisher, title, date and address of every source of what is on show."""
    return [_cited(about.source(order, id), order.lang) for id in about.sources_used(order)]


def _cited(source: dict[str, Any], lang: Lang) -> str:
    published = f" ({in_words(source['published'], lang)})" if source["published"] else ""
    return ". ".join(part for part in (f"{source['publisher']}: {source['title']}{published}", source["url"]) if part)


def source_links(order: Order) -> dict[str, list[tuple[str, str]]]:
    """By publisher, title and address (or nothing) of each source of what is on show."""
    found: dict[str, list[tuple[str, str]]] = {}
    for id in about.sources_used(order):
        source = about.source(order, id)
        url = source["url"] if source["url"].startswith("http") else ""
        found.setdefault(source["publisher"], []).append((source["title"], url))
    return found


def chapter(order: Order) -> tuple[str, str, str]:
    """Name, argument and authorship of the chapter of an order's exhibit."""
    found = next(c for c in order.composer.chapters if c.id == order.exhibit.chapter)
    row = order.composer.dataset.chapters.loc[found.id]
    side = {"en": "", "es": "_es"}[order.lang]
    by = _BY.format(authors=names(row["authors"])[order.lang], title=row[f"title{side}"])
    return found.name[order.lang], row[f"summary{side}"], by[order.lang]


def as_filtered(order: Order) -> str:
    """Which data, under which filters, in one line."""
    lang, selection = order.lang, order.selection
    chips = selection.describe(order.composer.vocabulary)
    told = "; ".join(f"{chip.name[lang]}: {chip.words[lang]}" for chip in chips) or NO_FILTERS[lang]
    return f"{VINTAGES[selection.vintage][lang]} · {told}"
