"""One exhibit on the page: kicker, headline, chart, notes, source, and what opens below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.base import Chapter, Exhibit
from dashboard.exhibits.compose import Composer
from dashboard.pages import downloads, keys, sound, tray, words
from dashboard.pages import embed_code as embed
from dashboard.pages.links import href, param_link
from dashboard.selection import Selection
from dashboard.text import Lang

# What can be done on a chart is told once on a page; a frame has no table.
_REACHED: Final = {"aria-describedby": keys.ON_CHART, "aria-keyshortcuts": "T S"}


def card(
    composer: Composer,
    chapter: Chapter,
    exhibit: Exhibit,
    selection: Selection,
    lang: Lang,
    payload: dict[str, Any],
    foot: Sequence[Component] | None = None,
    filters: Sequence[Component] = (),
) -> Component:
    """The card of ``exhibit``. ``payload`` is its composed figure and words; the browser renews them in place.

    ``foot`` stands with the source in place of the card's own actions, ``filters`` below the subtitle.
    """
    said = payload["words"]
    heading = f"{exhibit.id}-headline"
    source = html.P(said["source"], className="source", **_part("source"))
    below = (
        [source, *_foot(composer, exhibit, selection, lang, payload)]
        if foot is None
        else [html.Div([source, *foot], className="foot")]
    )
    return html.Section(
        [
            html.Div(className="pinned-slot", **{"data-pinned": exhibit.id}),
            html.P(said["side"], className="side", **_part("side")),
            html.P(kicker(chapter, exhibit, lang), className="kicker"),
            html.H2(said["headline"], id=heading, className="headline", **_part("headline")),
            html.P(said["subtitle"], className="subtitle", **_part("subtitle")),
            html.P(said["latest"], className="subtitle latest", **_part("latest")),
            *filters,
            views(exhibit, selection, lang),
            html.Div(
                className="chart",
                role="figure",
                tabIndex=0,
                style={f"--h-{name}": f"{px}px" for name, px in payload["heights"].items()},
                **{"data-chart": exhibit.id, "aria-label": said["alt"], **({} if foot else _REACHED)},
            ),
            html.Div(className="printed", style={"--rows": printed_rows(payload)}, **{"data-printed": exhibit.id}),
            html.P(said["empty"], className="empty", **_part("empty")),
            html.P(said["silent"], className="silent", **_part("silent")),
            html.P(said["events"], className="events-on-axis", **_part("events")),
            html.Ul([html.Li(note) for note in said["notes"]], className="notes", **_part("notes")),
            *below,
        ],
        id=exhibit.id,
        className="card wide" if exhibit.wide else "card",
        **{"data-exhibit": exhibit.id, "aria-labelledby": heading},
    )


def _foot(
    composer: Composer, exhibit: Exhibit, selection: Selection, lang: Lang, payload: dict[str, Any]
) -> Sequence[Component]:
    """What can be done with the card, and what opens below it."""
    return (
        actions(exhibit, selection, lang, payload),
        html.Div(id=f"{exhibit.id}-table", className="table-slot", **{"data-table": exhibit.id}),
        disclosures(composer, exhibit, lang),
    )


def printed_rows(payload: dict[str, Any]) -> int:
    """Rows of the printed table, so that its place is kept; 0 where there is none."""
    return len(payload["printed"]["rows"]) + 1 if payload["printed"] else 0


def kicker(chapter: Chapter, exhibit: Exhibit, lang: Lang) -> str:
    """``Figure 1 · Economy``, or ``Added · Economy``."""
    return f"{exhibit.number[lang]} · {chapter.name[lang]}"


def _part(name: str) -> dict[str, str]:
    return {"data-part": name}


def views(exhibit: Exhibit, selection: Selection, lang: Lang) -> Component:
    """The views of an exhibit as links; nothing where there is but one."""
    if len(exhibit.views) < 2:
        return html.Div(className="views none")
    chosen = selection.view_of(exhibit.id, exhibit.default_view)
    return html.Nav(
        [
            param_link(
                view.name[lang],
                "view",
                f"{exhibit.id}:{view.id}",
                view.id == chosen,
                selection,
                lang,
                default=view is exhibit.views[0],
            )
            for view in exhibit.views
        ],
        className="views",
        **{"aria-label": f"{words.VIEWS[lang]}: {exhibit.subject[lang]}"},
    )


def actions(exhibit: Exhibit, selection: Selection, lang: Lang, payload: dict[str, Any]) -> Component:
    """Table, data, the exhibit alone, its link."""
    alone = f"/{exhibit.chapter}/{exhibit.id}"
    present, take = tray.of_card(exhibit, selection, lang)
    offered = [
        param_link(
            words.TABLE[lang],
            "table",
            exhibit.id,
            selection.table == exhibit.id,
            selection,
            lang,
            opens=f"{exhibit.id}-table",
        ),
        downloads.menu(exhibit, selection, lang),
        html.Button(
            words.COPY_LINK[lang],
            type="button",
            **{"data-copy": alone, "data-done": words.COPIED[lang], "data-share": words.SHARE[lang]},
        ),
        _more("actions-rest", lang),
        sound.button(exhibit, lang, payload),
        present,
        _more("actions-more", lang),
        html.A(words.ALONE[lang], href=href(alone, selection, lang), **{"data-path": alone}),
        take,
        html.Button(
            words.EMBED[lang], type="button", **embed.copying(exhibit, payload, lang, bool(selection.filtered()))
        ),
        html.Button(
            words.COMPARE[lang],
            type="button",
            **{"data-pin": exhibit.id, "data-on": words.COMPARE[lang], "data-off": words.UNPIN[lang]},
        ),
    ]
    subject = html.Span(exhibit.subject[lang], id=f"{exhibit.id}-subject", hidden=True)
    return html.Div([*_named(offered, exhibit), subject], className="actions")


def _more(name: str, lang: Lang) -> Component:
    """What opens the actions after it: on a phone before "Listen", in a card of half a row after "Present"."""
    attributes = {"data-toggle": "actions", "aria-expanded": "false"}
    return html.Button(words.MORE[lang], type="button", className=name, **attributes)


def _named(offered: Sequence[Component], exhibit: Exhibit) -> Sequence[Component]:
    """The actions, each named with the exhibit's subject after its own words, which change: every card has the same."""
    for at, one in enumerate(offered):
        if isinstance(one, html.A | html.Button):
            id = f"{exhibit.id}-action-{at}"
            one.id = id
            setattr(one, "aria-labelledby", f"{id} {exhibit.id}-subject")
            if hasattr(one, "data-toggle"):
                rest = range(at + 1, len(offered))
                setattr(one, "aria-controls", " ".join(f"{exhibit.id}-action-{later}" for later in rest))
    return offered


def disclosures(composer: Composer, exhibit: Exhibit, lang: Lang) -> Component:
    """What opens below the card: sources and gaps, and the report's own statements; filled in when opened."""
    return html.Details(
        [
            html.Summary(words.SOURCES[lang], id={"type": "sources-summary", "exhibit": exhibit.id}, n_clicks=0),
            html.Div(id={"type": "sources", "exhibit": exhibit.id}, className="sources"),
        ],
        className="disclosure",
    )
