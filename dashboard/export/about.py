"""What must go with the numbers of an exhibit wherever they go: headline, filters in words, notes, sources, a way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pandas as pd

from dashboard.exhibits import prepare
from dashboard.exhibits.prepare import STATUS, Shown
from dashboard.export.licences import rule_of
from dashboard.export.order import Order
from dashboard.labels import Labels
from dashboard.pages import words
from dashboard.periods import in_words
from dashboard.site import address
from dashboard.text import LANGS, Lang, T, join

_CITED: Final = T(
    "“{subject}”, {site}, from: {sources}. {link} (data version {version}, read on {day}).",
    "«{subject}», {site}, con datos de: {sources}. {link} (versión de los datos {version}, consulta del {day}).",
)
_CITED_SOURCES: Final = 6
_MORE: Final = T("{named}; and {n} more", "{named}; y {n} más")
_MARKED: Final = T(
    "On the chart the choice stands out and the rest is dimmed; the rows hold the choice alone.",
    "En la gráfica la selección destaca y lo demás se atenúa; las filas contienen solo la selección.",
)
_NO_FILTER: Final = T("No filter", "Sin filtros")


def shown(order: Order) -> Shown:
    """The rows of the view on show that every filter of the selection keeps.

    On the page a choice stands out in the exhibit that it was made in, and single years on every time axis, while the
    rest is dimmed; a file has no dimmed rows, so there they filter like all others.
    """
    view = order.selection.view_of(order.exhibit.id, order.exhibit.default_view)
    chosen = order.selection.only(order.exhibit.dimensions)
    return prepare.show(order.composer.dataset, order.composer.labels, order.exhibit, view, chosen)


def rows(order: Order) -> pd.DataFrame:
    """The rows that are asked for: those on show, or all of the exhibit; in the order of its series, then by time."""
    everything = prepare.rows_of(order.composer.dataset, order.exhibit)
    frame = everything if order.rows == "all" else shown(order).frame
    places = {name: place for place, name in enumerate(everything["series"].unique())}
    ordered = frame.assign(_place=frame["series"].map(places)).sort_values(["_place", "start"], kind="stable")
    return ordered.drop(columns="_place").reset_index(drop=True)


def records(order: Order) -> dict[str, pd.DataFrame]:
    """The tables of records (texts, nodes, filings) of an exhibit by name, as the filters keep them."""
    dataset, id = order.composer.dataset, order.exhibit.id
    named = {name: frame for name, frame in dataset.records.items() if name == id or name.startswith(f"{id}-")}
    if order.rows == "all":
        return named
    part = replace(order.selection.only(order.exhibit.dimensions), years=None)
    return {name: part.apply(frame) for name, frame in named.items()}


def of_records(order: Order) -> bool:
    """Whether records are all that the file can hold: the exhibit has no series, or the view on show draws none."""
    if order.exhibit.id not in order.composer.dataset.exhibits:
        return True
    return order.rows == "shown" and bool(records(order)) and shown(order).planned.empty


def source_ids(frames: Iterable[pd.DataFrame]) -> list[str]:
    """The sources that these rows name, most rows first."""
    cells = [frame["source_id"] for frame in frames if "source_id" in frame]
    if not cells:
        return []
    ids = pd.concat(cells).str.split(";").explode().str.strip()
    return [str(id) for id in ids[ids != ""].value_counts().index]


def sources_used(order: Order) -> list[str]:
    """The sources of the rows that are asked for, and of the records that are shown with them."""
    if of_records(order):
        return source_ids(records(order).values())
    return source_ids([rows(order), *records(order).values()])


def source(order: Order, id: str) -> dict[str, Any]:
    """One source: who published it, what, where, under which licence, and the rule for passing it on."""
    return described(order.composer.dataset.sources.loc[id], id, order.composer.labels, order.lang)


def described(row: Any, id: str, labels: Labels, lang: Lang) -> dict[str, Any]:
    """A row of ``sources.csv`` for readers of ``lang``."""
    rule = rule_of(row["licence"])
    read = words.READ_FROM.get(row["read_from_kind"])
    return {
        "id": id,
        "publisher": labels.note(row["publisher"], lang),
        "title": row["title"],
        "published": row["published"],
        "url": row["public_url"],
        "read": read[lang] if read else "",
        "licence": labels.note(row["licence"], lang),
        "reuse": {"rule": rule.id, "name": rule.name[lang], "words": rule.words[lang]},
        "note": labels.note(row["note"], lang),
    }


def link(order: Order) -> str:
    """The address of exactly this view on the dashboard; only its path where nobody serves."""
    query = replace(order.selection, lang=order.lang, theme="", table="", lists=()).to_query()
    return f"{order.site}{address(order.exhibit)}?{query}"


def filters(order: Order) -> list[dict[str, str]]:
    """The filters that bear on the exhibit, each with its words."""
    if order.rows == "all":
        return []
    part = order.selection.only(order.exhibit.dimensions)
    chips = part.describe(order.composer.vocabulary)
    return [{"parameter": c.dimension, "name": c.name[order.lang], "words": c.words[order.lang]} for c in chips]


def filter_line(order: Order) -> str:
    """The filters as one line."""
    return "; ".join(f"{one['name']}: {one['words']}" for one in filters(order)) or _NO_FILTER[order.lang]


def marked(order: Order) -> str:
    """That the rows hold less than the chart, where a choice only stands out in it; empty where they hold the same."""
    chosen = order.selection.only(order.exhibit.dimensions)
    drawn = order.composer.part(order.exhibit, order.selection)
    return (
        _MARKED[order.lang]
        if order.rows == "shown" and (chosen.years, chosen.dims) != (drawn.years, drawn.dims)
        else ""
    )


def remarks(order: Order) -> list[str]:
    """What must be said of the rows that they do not say: what is left out, a filter that they do not answer to."""
    said = order.composed().words(order.lang)
    return [text for text in (marked(order), said["silent"], said["empty"]) if text]


def citation(order: Order, ids: list[str]) -> str:
    """How the numbers may be cited, with who published them."""
    publishers = list(dict.fromkeys(order.composer.dataset.sources["publisher"].reindex(ids).dropna()))
    who = join((order.composer.dataset.note(one) for one in publishers[:_CITED_SOURCES]), "; ")
    if more := len(publishers) - _CITED_SOURCES:
        who = _MORE.format(named=who, n=more) if more > 0 else who
    cited = _CITED.format(
        subject=order.exhibit.subject,
        site=words.SITE,
        sources=who,
        link=link(order),
        version=order.composer.dataset.version,
        day=T(*(in_words(date.today().isoformat(), lang) for lang in LANGS)),
    )
    return cited[order.lang]


def exhibit(order: Order) -> dict[str, Any]:
    """Everything in words that belongs to the numbers of an exhibit, in the order's language."""
    lang, ids = order.lang, sources_used(order)
    composed = order.composed()
    said = composed.words(lang)
    view = order.exhibit.view(order.selection.view_of(order.exhibit.id, order.exhibit.default_view))
    chapter = next(chapter for chapter in order.composer.chapters if chapter.id == order.exhibit.chapter)
    frame = rows(order)
    return {
        "id": order.exhibit.id,
        "number": order.exhibit.number[lang],
        "title": order.exhibit.title[lang],
        "subject": order.exhibit.subject[lang],
        "chapter": {"id": chapter.id, "name": chapter.name[lang]},
        "view": {"id": view.id, "name": view.name[lang]},
        "vintage": {"id": order.selection.vintage, "name": words.VINTAGES[order.selection.vintage][lang]},
        "rows_asked": order.rows,
        "lang": lang,
        "headline": said["headline"],
        "subtitle": said["subtitle"],
        "latest": said["latest"],
        "alternative_text": said["alt"],
        "units": {unit: order.composer.labels.units[unit][lang] for unit in frame["unit"].unique()},
        "filters": filters(order),
        "notes": said["notes"],
        "remarks": remarks(order),
        "source_line": said["source"],
        "statuses": {status: STATUS[status][lang] for status in frame["status"].unique()},
        "sources": [source(order, id) for id in ids],
        "citation": citation(order, ids),
        "link": link(order),
        "data_version": order.composer.dataset.version,
    }
