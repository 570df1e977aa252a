"""Every exhibit in every view and both vintages on one page, to look at. ``DASHBOARD_GALLERY`` opens it."""

from __future__ import annotations

import json
from dataclasses import replace

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from flask import abort, request

from dashboard.exhibits.base import Chapter, Exhibit, View
from dashboard.exhibits.compose import Composer
from dashboard.pages import words
from dashboard.pages.card import card
from dashboard.pages.links import href
from dashboard.selection import VINTAGES, Selection
from dashboard.site import GALLERY, Place, address
from dashboard.text import Lang, T

TITLE = T("Gallery of all exhibits", "Galería de todas las gráficas")


def hide() -> None:
    """Answer its address as one that there is not."""
    if request.path.rstrip("/") == GALLERY:
        abort(404)


def page(composer: Composer, here: Place, selection: Selection, lang: Lang) -> tuple[Component, dict[str, str]]:
    """The page, and the payloads by the ids of its cards (``economy-1.goods.latest``)."""
    payloads: dict[str, str] = {}
    sections = []
    for chapter in composer.chapters:
        for exhibit in chapter.exhibits:
            cards = []
            for view, of in states(composer, exhibit, selection, lang):
                id = f"{exhibit.id}.{view.id}.{of.vintage}"
                payloads[id] = composer.payload(exhibit, of, lang)
                shown = framed(composer, chapter, replace(exhibit, id=id, views=(view,)), of, lang, payloads[id])
                cards.append(dbc.Col(shown, xs=12, xl=12 if exhibit.wide else 6))
            heading = html.H2(f"{exhibit.number[lang]} · {exhibit.subject[lang]}", className="section")
            sections.append(html.Section([heading, dbc.Row(cards, class_name="cards")], id=exhibit.id))
    head = html.Header(html.H1(TITLE[lang]), className="chapter-header")
    body = html.Main([head, contents(composer, lang), *sections], id="main", tabIndex=-1, className="gallery")
    return body, payloads


def states(composer: Composer, exhibit: Exhibit, selection: Selection, lang: Lang) -> list[tuple[View, Selection]]:
    """Each view of an exhibit in the report's vintage, and in the latest where that shows something else."""
    found = []
    for view in exhibit.views:
        before = None
        for vintage in VINTAGES:
            of = replace(selection, vintage=vintage, views=((exhibit.id, view.id),), pinned=None)
            shown = json.loads(composer.payload(exhibit, of, lang)) | {"key": ""}
            if shown != before:
                found.append((view, of))
            before = shown
    return found


def framed(
    composer: Composer, chapter: Chapter, exhibit: Exhibit, selection: Selection, lang: Lang, payload: str
) -> Component:
    """The short form of a card, with the way to the exhibit itself. ``exhibit`` has one view, and the id of the card."""
    itself = replace(exhibit, id=exhibit.id.partition(".")[0])
    way = html.A(
        f"{exhibit.views[0].name[lang]} · {words.VINTAGES[selection.vintage][lang]}",
        href=href(address(itself), selection, lang),
    )
    return card(composer, chapter, exhibit, selection, lang, json.loads(payload), [html.P(way, className="back")])


def contents(composer: Composer, lang: Lang) -> Component:
    """A line of anchors for each chapter."""
    lines = [
        html.Li([chapter.name[lang], ": ", *anchors(chapter, lang)], className="gallery-line")
        for chapter in composer.chapters
    ]
    return html.Nav(html.Ul(lines), **{"aria-label": words.CONTENTS[lang]})


def anchors(chapter: Chapter, lang: Lang) -> list[Component | str]:
    """The exhibits of a chapter as links within the page."""
    links = [html.A(exhibit.subject[lang], href=f"#{exhibit.id}") for exhibit in chapter.exhibits]
    return [part for link in links for part in (link, " · ")][:-1]
