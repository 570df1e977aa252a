"""A chapter as a page: what it argues, its contents, its exhibits; or one exhibit alone."""

from __future__ import annotations

import json

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.compose import Composer, drawn_on
from dashboard.pages import words
from dashboard.pages.card import card
from dashboard.pages.links import href
from dashboard.selection import Selection
from dashboard.site import RECOMMENDATIONS, Place
from dashboard.text import Lang


def page(composer: Composer, here: Place, selection: Selection, lang: Lang) -> tuple[Component, dict[str, str]]:
    """The page and the payload of each of its exhibits, with which the browser draws."""
    chapter, exhibits = here.chapter, here.exhibits
    assert chapter is not None  # a page of this kind has one
    payloads = {
        id: composer.payload(exhibit, of, lang, side)
        for id, (exhibit, of, side) in drawn_on(exhibits, selection).items()
    }
    alone = len(exhibits) == 1 and len(chapter.exhibits) > 1
    cards = [
        dbc.Col(
            card(composer, chapter, exhibit, selection, lang, json.loads(payloads[exhibit.id])),
            xs=12,
            xl=12 if alone or exhibit.wide else 6,
        )
        for exhibit in exhibits
    ]
    body = html.Main(
        [
            header(composer, chapter, selection, lang, alone),
            html.Div(
                [
                    dbc.Row(cards, class_name="cards alone" if alone else "cards"),
                    *([] if alone else [contents(chapter, lang)]),
                ],
                className="chapter-body",
            ),
            *([] if alone else [recommended(composer, chapter, lang)]),
        ],
        id="main",
    )
    return body, payloads


def header(composer: Composer, chapter: Chapter, selection: Selection, lang: Lang, alone: bool) -> Component:
    """The chapter's name and, in our own words, its argument."""
    row = composer.dataset.chapters.loc[chapter.id]
    title = row["title"] if lang == "en" else row["title_es"]
    summary = row["summary"] if lang == "en" else row["summary_es"]
    told = {"en": f"Chapter by {row['authors']}: {title}", "es": f"Capítulo de {row['authors']}: {title}"}[lang]
    if alone:
        back = html.A(
            words.WHOLE_CHAPTER[lang], href=href(chapter.path, selection, lang), **{"data-path": chapter.path}
        )
        return html.Header([html.P(back, className="back")], className="chapter-header")
    return html.Header(
        [
            html.H1(chapter.name[lang]),
            html.P(words.ARGUED[lang], className="kicker"),
            html.P(summary, className="argument"),
            html.P(told, className="by"),
        ],
        className="chapter-header",
    )


def recommended(composer: Composer, chapter: Chapter, lang: Lang) -> Component:
    """What the chapter recommends, each a link into the list of all."""
    rows = composer.dataset.recommendations
    rows = rows[rows["chapter"] == chapter.id]
    to = f"{href(RECOMMENDATIONS, Selection(), lang)}"
    column = "recommendation" if lang == "en" else "recommendation_es"
    items = [html.Li(html.A(getattr(row, column), href=f"{to}#{row.rec_id}")) for row in rows.itertuples()]
    return html.Section(
        [html.H2(words.RECOMMENDED[lang], className="section"), html.Ul(items)], className="recommended"
    )


def contents(chapter: Chapter, lang: Lang) -> Component:
    """The exhibits of the chapter, one glance away."""
    items = [
        html.Li(html.A([html.Span(exhibit.number[lang]), " ", exhibit.subject[lang]], href=f"#{exhibit.id}"))
        for exhibit in chapter.exhibits
    ]
    return html.Nav(
        [html.H2(words.CONTENTS[lang]), html.Ol(items)], className="contents", **{"aria-label": words.CONTENTS[lang]}
    )
