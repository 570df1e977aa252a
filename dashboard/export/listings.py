"""What the API lists: exhibits, sources, chapters, dimensions, and the report's claims, events and recommendations."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

import pandas as pd

from dashboard.exhibits.base import Exhibit
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.prepare import records_of
from dashboard.export import about, rows
from dashboard.export.asked import Asked, Refused, no_such
from dashboard.export.formats import FORMATS
from dashboard.export.licences import RULES, counted, rule_of
from dashboard.export.order import Order
from dashboard.pages.recommendations import horizon, slug
from dashboard.selection import DIMENSION_NAMES, DIMENSIONS, VINTAGES
from dashboard.site import address
from dashboard.text import Lang, T

BASE: Final = "/api/v1"
# Cells that hold several, with bars between them.
SEVERAL: Final = ("exhibits", "milestones", "actors", "instruments", "countries", "series", "inconsistencies")
_NOT_ONE_OF = T(
    "{name}: “{found}” is not known. Allowed: {allowed}.", "{name}: «{found}» no se reconoce. Permitidos: {allowed}."
)


def exhibits(composer: Composer, asked: Asked, site: str) -> list[dict[str, Any]]:
    """Every exhibit, or those of a chapter, or those that a word is found in."""
    chapter = among("chapter", asked, [chapter.id for chapter in composer.chapters])
    listed = [
        exhibit_entry(one, asked.lang, site) for one in composer.exhibits.values() if chapter in ("", one.chapter)
    ]
    return holding(dict(asked.selection.lists).get("q", ""), listed, ("id", "title", "subject"))


def exhibit_entry(exhibit: Exhibit, lang: Lang, site: str) -> dict[str, Any]:
    """An exhibit as a list names it: what it is, what it can be asked, where its files are."""
    here = f"{site}{BASE}/exhibits/{exhibit.id}"
    return {
        "id": exhibit.id,
        "number": exhibit.number[lang],
        "title": exhibit.title[lang],
        "subject": exhibit.subject[lang],
        "chapter": exhibit.chapter,
        "added": exhibit.added,
        "views": [{"id": view.id, "name": view.name[lang]} for view in exhibit.views],
        "dimensions": list(exhibit.dimensions),
        "vintages": list(VINTAGES),
        "formats": list(FORMATS),
        "links": {
            "self": f"{here}?lang={lang}",
            "figure": f"{here}/figure.json?lang={lang}",
            "page": f"{site}{address(exhibit)}?lang={lang}",
            "embed": f"{site}/embed/{exhibit.id}?lang={lang}",
            **{format: f"{here}.{format}?lang={lang}" for format in FORMATS},
        },
    }


def exhibit(order: Order) -> dict[str, Any]:
    """One exhibit: its list entry, what is on show in words, the values it has, what is missing from it."""
    dataset, lang = order.composer.dataset, order.lang
    frame = dataset.exhibits.get(order.exhibit.id)
    values, years = {}, None
    if frame is not None:
        known = order.composer.labels.values
        for name in (name for name in order.exhibit.dimensions if name in frame):
            there = set(frame[name])
            values[name] = [{"id": id, "label": text[lang]} for id, text in known[name].items() if id in there]
        single = frame["year"].dropna()
        years = {"first": int(single.min()), "last": int(single.max())} if len(single) else None
    gaps = dataset.gaps[dataset.gaps["exhibit"] == order.exhibit.id]
    missing = [
        {"series": gap.series.split("|"), "period": gap.period, "what": what, "why": why}
        for gap, what, why in zip(gaps.itertuples(), gaps[f"what_{lang}"], gaps[f"why_{lang}"], strict=True)
    ]
    entry = exhibit_entry(order.exhibit, lang, order.site)
    return entry | about.exhibit(order) | {"values": values, "years": years, "gaps": missing}


def among(name: str, asked: Asked, allowed: Iterable[str]) -> str:
    """What narrows a list, empty where nothing does. Raises ``Refused``, 400, where it is none of ``allowed``."""
    chosen, values = dict(asked.selection.lists).get(name, ""), list(allowed)
    if chosen and chosen not in values:
        words = _NOT_ONE_OF.format(name=name, found=chosen, allowed=", ".join(values))
        raise Refused(400, words, problems=[{"parameter": name, "found": chosen, "allowed": values}])
    return chosen


def holding(word: str, listed: list[dict[str, Any]], fields: Iterable[str]) -> list[dict[str, Any]]:
    """The entries in which every word of ``word`` is found, whatever its case and accents."""
    words, names = slug(word).split("-"), list(fields)
    texts = [slug(" ".join(str(entry.get(name, "")) for name in names)) for entry in listed]
    return [entry for entry, text in zip(listed, texts, strict=True) if all(one in text for one in words)]


@lru_cache(maxsize=2)
def uses(composer: Composer) -> dict[str, list[str]]:
    """The exhibits that each source is used in."""
    used: dict[str, list[str]] = {}
    for id in composer.exhibits:
        frames = [
            *(f for name, f in composer.dataset.exhibits.items() if name == id),
            *records_of(composer.dataset, id),
        ]
        for source in about.source_ids(frames):
            used.setdefault(source, []).append(id)
    return used


def sources(composer: Composer, asked: Asked) -> dict[str, Any]:
    """Every source with its licence and the rule for passing it on; the rules, and how many sources each covers."""
    frame = composer.dataset.sources
    if rule := asked.extras["reuse"]:
        frame = frame[[rule_of(licence).id == rule for licence in frame["licence"]]]
    count = counted(composer.dataset.sources["licence"])
    listed = [source(composer, id, asked.lang) for id in frame.index]
    word = dict(asked.selection.lists).get("q", "")
    return {
        "rules": [
            {"rule": rule.id, "name": rule.name[asked.lang], "words": rule.words[asked.lang], "sources": count[rule.id]}
            for rule in RULES
        ],
        "sources": holding(word, listed, ("id", "publisher", "title")),
    }


def source(composer: Composer, id: str, lang: Lang) -> dict[str, Any]:
    """One source, and the exhibits that it is used in. Raises ``Refused``, 404."""
    if id not in composer.dataset.sources.index:
        raise no_such("source", id, list(composer.dataset.sources.index))
    row = composer.dataset.sources.loc[id]
    return about.described(row, id, composer.labels, lang) | {"exhibits": uses(composer).get(id, [])}


def chapters(composer: Composer, asked: Asked, site: str) -> list[dict[str, Any]]:
    """The chapters: what each argues, in our words, and its exhibits."""
    lang, listed = asked.lang, []
    for chapter in composer.chapters:
        row = composer.dataset.chapters.loc[chapter.id]
        listed.append(
            {
                "id": chapter.id,
                "name": chapter.name[lang],
                "title": row["title"] if lang == "en" else row["title_es"],
                "authors": row["authors"],
                "summary": row["summary"] if lang == "en" else row["summary_es"],
                "exhibits": [one.id for one in chapter.exhibits],
                "links": {"page": f"{site}{chapter.path}?lang={lang}"},
            }
        )
    return listed


def dimensions(composer: Composer, asked: Asked) -> dict[str, Any]:
    """What can be filtered by: the years that there are, and each dimension with its values and the exhibits that have it."""
    lang, known = asked.lang, composer.vocabulary
    listed = [
        {
            "id": name,
            "name": DIMENSION_NAMES[name][lang],
            "values": [{"id": id, "label": text[lang]} for id, text in known.values.get(name, {}).items()],
            "exhibits": [one.id for one in composer.exhibits.values() if name in one.dimensions],
        }
        for name in DIMENSIONS
    ]
    return {"years": {"first": known.first_year, "last": known.last_year}, "dimensions": listed}


def claims(composer: Composer, asked: Asked) -> list[dict[str, Any]]:
    """What the report states with a number, in our words."""
    frame = composer.dataset.claims
    chapter = among("chapter", asked, frame["chapter"].unique())
    frame = frame[frame["chapter"] == chapter] if chapter else frame
    listed = plain(composer, frame, asked.lang)
    return holding(dict(asked.selection.lists).get("q", ""), listed, ("statement", "quantity", "note"))


def milestones(composer: Composer, asked: Asked) -> list[dict[str, Any]]:
    """The agreements, laws and events of the relationship."""
    frame = composer.dataset.milestones
    chapter = among("chapter", asked, frame["chapter"].unique())
    frame = frame[frame["chapter"] == chapter] if chapter else frame
    listed = plain(composer, frame.assign(id=frame["milestone_id"]), asked.lang)
    return holding(dict(asked.selection.lists).get("q", ""), listed, ("title", "description"))


def recommendations(composer: Composer, asked: Asked) -> list[dict[str, Any]]:
    """The report's recommendations in our words, narrowed as on their page; each with the exhibits that bear on it."""
    frame = composer.dataset.recommendations
    kept = pd.Series(True, index=frame.index)
    of = {
        "chapter": frame["chapter"].map(lambda text: [text]),
        "actor": frame["actors"].map(lambda text: [slug(part) for part in text.split("|")]),
        "instrument": frame["instruments"].map(lambda text: [slug(part) for part in text.split("|") if part]),
        "horizon": frame["horizon_hint"].map(lambda text: [horizon(text)]),
    }
    for name, values in of.items():
        if chosen := among(name, asked, sorted({one for some in values for one in some})):
            kept &= values.map(lambda some, chosen=chosen: chosen in some)
    links = composer.dataset.recommendation_links.reindex(frame.index).fillna("")
    frame = frame.assign(exhibits=links["exhibits"], milestones=links["milestones"])[kept]
    listed = plain(composer, frame, asked.lang)
    return holding(dict(asked.selection.lists).get("q", ""), listed, ("recommendation",))


def plain(composer: Composer, frame: pd.DataFrame, lang: Lang) -> list[dict[str, Any]]:
    """Rows of a table of the package as objects, texts in ``lang``, cells that hold several as lists."""
    told = rows.worded(frame, composer.labels, lang)
    return [
        {name: [part for part in cell.split("|") if part] if name in SEVERAL else cell for name, cell in row.items()}
        for row in rows.listed(told)
    ]
