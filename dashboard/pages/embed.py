"""One card without the shell, for a frame in another page: headline, views, chart, notes, source, a link back."""

from __future__ import annotations

import json

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.exhibits.compose import Composer, drawn_on
from dashboard.pages import sound, words
from dashboard.pages.card import card
from dashboard.pages.links import href
from dashboard.pages.shell import chips, notices
from dashboard.selection import Selection
from dashboard.site import Asked, Place, address
from dashboard.text import Lang


def page(composer: Composer, here: Place, selection: Selection, lang: Lang) -> tuple[Component, dict[str, str]]:
    """The card of one exhibit and its payload."""
    (exhibit,) = here.exhibits
    assert here.chapter is not None  # an exhibit has one
    payloads = {
        id: composer.payload(one, of, lang, side) for id, (one, of, side) in drawn_on(here.exhibits, selection).items()
    }
    # Out of the frame: pages with the shell cannot be framed.
    back = html.A(
        words.OPEN_IN_DASHBOARD[lang],
        href=href(address(exhibit), selection, lang),
        target="_blank",
        rel="noopener",
        **{"data-follow": ""},
    )
    foot = [html.P([words.SITE[lang], " · ", back], className="back")]
    filters = [html.Div(chips(selection, composer.vocabulary, lang), id="chips")]
    payload = json.loads(payloads[exhibit.id])
    shown = card(composer, here.chapter, exhibit, selection, lang, payload, foot, filters)
    about = html.H1(exhibit.subject[lang], className="unseen")
    return html.Main([about, html.Div(shown, className="cards alone")], id="main"), payloads


def shell(composer: Composer, asked: Asked, body: Component, payloads: dict[str, str], table: str | None) -> Component:
    """What the card is drawn from, and nothing else around it."""
    return html.Div(
        [
            dcc.Location(id="url", refresh=False),
            dcc.Store(id="figures", data=payloads),
            *(dcc.Store(id=id) for id in ("answer", "held", "settled")),
            dcc.Store(id="table", data=table),
            html.Div(notices(asked.problems, asked.lang), id="notices", role="status"),
            body,
            sound.told(asked.lang),
            html.Div(id="live", className="unseen", role="status", **{"aria-live": "polite"}),
        ],
        id="page",
        className="embedded",
    )
