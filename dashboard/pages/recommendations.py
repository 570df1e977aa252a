"""The report's recommendations in our words: filtered by chapter, actor, instrument, horizon and a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.compose import Composer
from dashboard.labels import Labels
from dashboard.pages.links import href
from dashboard.selection import Selection
from dashboard.site import Place, address
from dashboard.text import Lang, T, same

HORIZONS = {
    "short": T("Short term", "Corto plazo"),
    "medium": T("Medium term", "Mediano plazo"),
    "long": T("Long term", "Largo plazo"),
    "ongoing": T("Ongoing", "Permanente"),
    "made": T("Made in 2013, to be reviewed", "Hecha en 2013, por revisar"),
}
ACTORS = {
    "US": T("United States", "Estados Unidos"),
    "Mexico": T("Mexico", "México"),
    "Canada": T("Canada", "Canadá"),
    "states": T("States", "Estados"),
    "private sector": T("Private sector", "Sector privado"),
    "civil society": T("Civil society", "Sociedad civil"),
    "UNHCR": T("UNHCR", "ACNUR"),
    "EU": T("European Union", "Unión Europea"),
}
INTRODUCTION = T("Introduction", "Introducción")
TITLE = T("Recommendations", "Recomendaciones")
ARGUMENT = T(
    "All {n} recommendations of the report, in our own words, each with the exhibits and events that bear on it.",
    "Las {n} recomendaciones del informe, en nuestras palabras, cada una con las gráficas y los hechos relacionados.",
)
FILTER_NAMES = {
    "chapter": T("Chapter", "Capítulo"),
    "actor": T("Who acts", "Quién actúa"),
    "instrument": T("Instrument", "Instrumento"),
    "horizon": T("Horizon", "Horizonte"),
    "q": T("Word", "Palabra"),
}
ANY = T("All", "Todos")
BEARS_ON = T("Exhibits", "Gráficas")
EVENTS = T("Events", "Hechos")
COUNT = T("{n} of {total} recommendations", "{n} de {total} recomendaciones")


def slug(text: str) -> str:
    """A value as an address writes it: ``21st Century Border`` -> ``21st-century-border``."""
    plain = unicodedata.normalize("NFD", text.lower()).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


def horizon(hint: str) -> str:
    """The first word of the horizon as the data note it: short, medium, long, ongoing, made."""
    return hint.split(";")[0].split()[0]


def page(composer: Composer, here: Place, selection: Selection, lang: Lang) -> tuple[Component, dict[str, str]]:
    """The whole list with its filters; the browser hides what a filter leaves out."""
    rows = composer.dataset.recommendations
    argument = ARGUMENT.format(n=len(rows))
    body = html.Main(
        [
            html.Header(
                [html.H1(TITLE[lang]), html.P(argument[lang], className="argument")], className="chapter-header"
            ),
            html.Div(filters(composer, rows, lang), className="list-filters", role="search"),
            html.P(className="list-count", role="status", **{"data-count": COUNT[lang]}),
            html.Ol([entry(composer, row, selection, lang) for row in rows.itertuples()], className="recommendations"),
        ],
        id="main",
        tabIndex=-1,
        **{"data-list": ""},
    )
    return body, {}


def chapter_name(composer: Composer, id: str) -> T:
    """The name of a chapter's tab; the introduction has none."""
    return next((chapter.name for chapter in composer.chapters if chapter.id == id), INTRODUCTION)


def filters(composer: Composer, rows: pd.DataFrame, lang: Lang) -> list[Component]:
    """A picker for each of the list's parameters, and a box for a word."""
    chapters = [(id, chapter_name(composer, id)[lang]) for id in rows["chapter"].unique()]
    actors = [(slug(id), ACTORS[id][lang]) for id in ACTORS]
    horizons = [(id, HORIZONS[id][lang]) for id in HORIZONS]
    return [
        _picker("chapter", chapters, lang),
        _picker("actor", actors, lang),
        _picker("instrument", instruments(composer.labels, rows, lang), lang),
        _picker("horizon", horizons, lang),
        html.Label([FILTER_NAMES["q"][lang], html.Div(**{"data-word": FILTER_NAMES["q"][lang]})], className="picker"),
    ]


def instruments(labels: Labels, rows: pd.DataFrame, lang: Lang) -> list[tuple[str, str]]:
    """Every instrument that a recommendation names, by its words."""
    ids = {part for text in rows["instruments"] for part in text.split("|") if part}
    known = labels.values.get("instrument", {})
    return sorted(((slug(id), known.get(slug(id), same(id))[lang]) for id in ids), key=lambda pair: pair[1].lower())


def _picker(name: str, options: Iterable[tuple[str, str]], lang: Lang) -> Component:
    attributes: dict[str, Any] = {"data-pick": name, "data-any": ANY[lang], "data-name": FILTER_NAMES[name][lang]}
    values = [html.Span(text, **{"data-value": value}) for value, text in options]
    return html.Div(values, className="picker", **attributes)


def entry(composer: Composer, row: Any, selection: Selection, lang: Lang) -> Component:
    """One recommendation: who, how, when; the exhibits and events that bear on it."""
    links = composer.dataset.recommendation_links
    link = links.loc[row.rec_id] if row.rec_id in links.index else None
    facts = [
        chapter_name(composer, row.chapter)[lang],
        ", ".join(ACTORS[actor][lang] for actor in row.actors.split("|") if actor in ACTORS),
        HORIZONS[horizon(row.horizon_hint)][lang],
    ]
    return html.Li(
        [
            html.P(row.recommendation if lang == "en" else row.recommendation_es),
            html.P(" · ".join(filter(None, facts)), className="facts"),
            *bearing(composer, link, lang),
        ],
        id=row.rec_id,
        **{
            "data-chapter": row.chapter,
            "data-actor": " ".join(slug(actor) for actor in row.actors.split("|")),
            "data-instrument": " ".join(slug(part) for part in row.instruments.split("|") if part),
            "data-horizon": horizon(row.horizon_hint),
        },
    )


def bearing(composer: Composer, link: Any, lang: Lang) -> list[Component]:
    """Links to the exhibits, and the events by name."""
    if link is None:
        return []
    exhibits = [composer.exhibits[id] for id in link["exhibits"].split("|") if id in composer.exhibits]
    milestones = composer.dataset.milestones
    events = [milestones.loc[id] for id in link["milestones"].split("|") if id in milestones.index]
    built: list[Component] = []
    if exhibits:
        anchors = [html.A(e.subject[lang], href=href(address(e), Selection(), lang)) for e in exhibits]
        built.append(html.P([f"{BEARS_ON[lang]}: ", *_between(anchors)], className="facts"))
    if events:
        names = "; ".join(e["title"] if lang == "en" else e["title_es"] for e in events)
        built.append(html.P(f"{EVENTS[lang]}: {names}", className="facts"))
    return built


def _between(anchors: Sequence[Component]) -> list[Any]:
    return [piece for i, anchor in enumerate(anchors) for piece in (("; ", anchor) if i else (anchor,))]
