"""From the pages to the projector: the links that present, and the tray in which cards of any chapter are put in order."""

from __future__ import annotations

import json
from functools import lru_cache

from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.base import Exhibit
from dashboard.exhibits.compose import Composer
from dashboard.pages import stage_words as said
from dashboard.pages.links import href
from dashboard.selection import Selection
from dashboard.site import Asked
from dashboard.text import Lang

PRESENT = "/present"
DECK = "/api/v1/deck.pptx"


def of_bar(composer: Composer, asked: Asked) -> list[Component]:
    """For the bar of a chapter: present it, print it, and the tray, which the browser fills from the address."""
    here, lang = asked.here, asked.lang
    alone = here.exhibits[0].id if len(here.exhibits) == 1 else ""
    path = f"{PRESENT}{here.chapter.path}" if here.chapter else PRESENT
    return [
        html.Span(
            [
                link(path, alone, asked.selection, lang),
                html.Button(said.PRINT[lang], type="button", **{"data-print": said.PRINTED[lang]}),
                html.Details(
                    [
                        html.Summary(said.TRAY[lang]),
                        html.Div(className="tray-menu", **{"data-tray": _offered(composer, lang)}),
                    ],
                    className="tray",
                ),
            ],
            className="bar-actions",
        )
    ]


def of_card(exhibit: Exhibit, selection: Selection, lang: Lang) -> list[Component]:
    """For a card: present from it on, put it into the tray."""
    there = exhibit.id in selection.tray
    return [
        link(f"{PRESENT}/{exhibit.chapter}", exhibit.id, selection, lang),
        html.Button(
            said.TRAY_WORDS["take" if there else "add"][lang],
            type="button",
            **{"data-tray-card": exhibit.id},  # its words say which of the two it does
        ),
    ]


def link(path: str, exhibit: str, selection: Selection, lang: Lang) -> Component:
    """A link that presents, at ``exhibit`` or from the start; the browser puts the selection on show into it."""
    target = f"#{exhibit}" if exhibit else ""
    return html.A(
        said.PRESENT[lang], href=href(path, selection, lang) + target, **{"data-present": path, "data-at": exhibit}
    )


@lru_cache(maxsize=4)
def _offered(composer: Composer, lang: Lang) -> str:
    """What the browser fills the tray with: the name of every exhibit, addresses, words."""
    names = {
        exhibit.id: f"{exhibit.number[lang]} · {exhibit.subject[lang]}"
        for chapter in composer.chapters
        for exhibit in chapter.exhibits
    }
    words = {name: text[lang] for name, text in said.TRAY_WORDS.items()}
    offered = {"names": names, "words": words, "present": PRESENT, "deck": DECK}
    return json.dumps(offered, ensure_ascii=False, separators=(",", ":"))
