"""A chapter as a page: what it argues, its contents, its exhibits; or one exhibit alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.base import Chapter, Exhibit
from dashboard.exhibits.compose import Composer, drawn_on
from dashboard.pages import sheets, words
from dashboard.pages.card import card
from dashboard.pages.links import href
from dashboard.selection import Selection
from dashboard.site import RECOMMENDATIONS, Place
from dashboard.text import Lang, names


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
            xl=12 if alone else columns,
        )
        for exhibit, columns in zip(exhibits, columns_of([exhibit.wide for exhibit in exhibits]), strict=True)
    ]
    body = html.Main(
        [
            header(composer, chapter, selection, lang, exhibits[0] if alone else None),
            html.Div(
                [
                    dbc.Row(cards, class_name="cards alone" if alone else "cards"),
                    *([] if alone else [contents(chapter, lang)]),
                ],
                className="chapter-body",
            ),
            *([] if alone else [recommended(composer, chapter, lang), sheets.of_contents(lang)]),
        ],
        id="main",
        tabIndex=-1,
    )
    return body, payloads


def columns_of(wide: Sequence[bool]) -> list[int]:
    """How many of twelve columns each card takes: half of them two and two, all of them what is wide or would stand alone.

    ``[False, False, False, True]`` -> ``[6, 6, 12, 12]``.
    """
    columns: list[int] = []
    for is_wide, group in groupby(wide):
        count = len(list(group))
        columns += [12] * count if is_wide else [6] * (count - count % 2) + [12] * (count % 2)
    return columns


def header(composer: Composer, chapter: Chapter, selection: Selection, lang: Lang, alone: Exhibit | None) -> Component:
    """The chapter's name and, in our own words, its argument; of an exhibit ``alone``, the way back to them."""
    row = composer.dataset.chapters.loc[chapter.id]
    title = row["title"] if lang == "en" else row["title_es"]
    summary = row["summary"] if lang == "en" else row["summary_es"]
    authors = names(row["authors"])[lang]
    told = {"en": f"Chapter by {authors}: {title}", "es": f"Capítulo de {authors}: {title}"}[lang]
    if alone:
        back = html.A(
            words.WHOLE_CHAPTER[lang], href=href(chapter.path, selection, lang), **{"data-path": chapter.path}
        )
        about = html.H1(
            alone.subject[lang], className="unseen"
        )  # what is seen of it is the finding, its card's heading
        return html.Header([about, html.P(back, className="back")], className="chapter-header")
    return html.Header(
        [
            html.H1(chapter.name[lang]),
            sheets.opener(sheets.CONTENTS, words.CONTENTS, lang, "contents-opener"),
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
