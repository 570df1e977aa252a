"""The index of the search box: exhibits, series, events, recommendations and sources, in one language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.compose import Composer
from dashboard.exhibits.milestones import when
from dashboard.pages import filters, words
from dashboard.pages.links import href
from dashboard.selection import DIMENSION_NAMES, DIMENSIONS, Selection
from dashboard.site import OVERVIEW, RECOMMENDATIONS, Place, address
from dashboard.text import Lang, T

KINDS = {
    "exhibit": T("Exhibit", "Gráfica"),
    "series": T("Series", "Serie"),
    "milestone": T("Event", "Hecho"),
    "recommendation": T("Recommendation", "Recomendación"),
    "value": T("Filter", "Filtro"),
    "source": T("Source", "Fuente"),
}
Entry = tuple[str, str, str, str]  # kind, what is read, what else is searched, address


def index(composer: Composer, lang: Lang) -> bytes:
    """The whole index as JSON: ``{"kinds": {...}, "entries": [[kind, title, more, address], ...]}``."""
    entries = [list(entry) for entry in all_entries(composer, lang)]
    told = {"kinds": {kind: text[lang] for kind, text in KINDS.items()}, "entries": entries}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def all_entries(composer: Composer, lang: Lang) -> Iterator[Entry]:
    """Every entry, exhibits first."""
    yield from _exhibits(composer, lang)
    yield from _series(composer, lang)
    yield from _milestones(composer, lang)
    yield from _recommendations(composer, lang)
    yield from _values(composer, lang)
    yield from _sources(composer, lang)


def _exhibits(composer: Composer, lang: Lang) -> Iterator[Entry]:
    for exhibit in composer.exhibits.values():
        views = " ".join(view.name[lang] for view in exhibit.views)
        title = f"{exhibit.title.en} {exhibit.title.es}"  # found in either language
        more = f"{exhibit.number[lang]} {title} {exhibit.subject.en} {exhibit.subject.es} {exhibit.id} {views}"
        yield "exhibit", exhibit.subject[lang], more, href(address(exhibit), Selection(), lang)


def _series(composer: Composer, lang: Lang) -> Iterator[Entry]:
    rows = composer.dataset.series
    for row in rows[rows["role"] == "drawn"].itertuples():
        exhibit = composer.exhibits.get(row.exhibit)
        if exhibit:
            label = row.label_en if lang == "en" else row.label_es
            yield (
                "series",
                label,
                f"{exhibit.subject[lang]} {row.label_en} {row.label_es}",
                href(address(exhibit), Selection(), lang),
            )


def _milestones(composer: Composer, lang: Lang) -> Iterator[Entry]:
    for row in composer.dataset.milestones.itertuples():
        title, more = (row.title, row.description) if lang == "en" else (row.title_es, row.description_es)
        date = when(row.date, row.date_precision)[lang]
        yield "milestone", f"{title} ({date})", more, f"{href(OVERVIEW, Selection(), lang)}#{row.milestone_id}"


def _recommendations(composer: Composer, lang: Lang) -> Iterator[Entry]:
    for row in composer.dataset.recommendations.itertuples():
        text = row.recommendation if lang == "en" else row.recommendation_es
        yield "recommendation", text, row.instruments, f"{href(RECOMMENDATIONS, Selection(), lang)}#{row.rec_id}"


def _values(composer: Composer, lang: Lang) -> Iterator[Entry]:
    """Each value that a chapter can be filtered by: a state, a port, a product."""
    for chapter in composer.chapters:
        here = Place("chapter", chapter.path, chapter, chapter.exhibits)
        for dimension in DIMENSIONS:
            if any(dimension in exhibit.dimensions for exhibit in chapter.exhibits):
                for id, label in filters.values(composer, here, dimension, lang):
                    other = composer.labels.values[dimension][id]
                    to = href(chapter.path, Selection(dims=((dimension, (id,)),)), lang)
                    yield (
                        "value",
                        f"{label} ({chapter.name[lang]})",
                        f"{other.en} {other.es} {DIMENSION_NAMES[dimension][lang]}",
                        to,
                    )


def _sources(composer: Composer, lang: Lang) -> Iterator[Entry]:
    sources = composer.dataset.sources
    for exhibit in composer.exhibits.values():
        frame = composer.dataset.exhibits.get(exhibit.id)
        ids = (
            sorted({id for text in frame["source_id"].unique() for id in text.split(";")}) if frame is not None else []
        )
        for id in ids:
            row = sources.loc[id.strip()]
            yield (
                "source",
                f"{composer.labels.note(row['publisher'], lang)}: {row['title']}",
                exhibit.subject[lang],
                href(address(exhibit), Selection(), lang),
            )


def box(lang: Lang) -> Component:
    """The place of the search box; the browser makes it one (it is of no use without a script)."""
    said = {"data-search": words.SEARCH, "data-none": words.SEARCH_NONE, "data-found": words.SEARCH_FOUND}
    return html.Div(className="search", **{name: text[lang] for name, text in said.items()})
