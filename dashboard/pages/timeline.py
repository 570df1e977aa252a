"""The events of the relationship: by year, filtered by chapter, each with the exhibits that it belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.base import Exhibit
from dashboard.exhibits.compare import TIME
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.milestones import MAIN_KINDS, first_day, kind_words, when
from dashboard.pages.links import href
from dashboard.selection import Events, Selection
from dashboard.site import address
from dashboard.text import Lang, T
from dashboard.years import Years

TITLE = T("{n} events, {first}–{last}", "{n} hechos, {first}–{last}")
ALL = T("All chapters", "Todos los capítulos")
WHICH = T("Events of which chapter", "Hechos de qué capítulo")
REPORT = T("The report, March 2017", "El informe, marzo de 2017")
REPORT_DAY = "2017-03-01"
COUNT = T("{n} of {total} events", "{n} de {total} hechos")


def section(composer: Composer, selection: Selection, lang: Lang) -> list[Component]:
    """The heading, the pickers of a chapter and the list of events with the report's own mark in it."""
    rows = composer.dataset.milestones
    rows = rows.assign(day=[first_day(date) for date in rows["date"]]).sort_values("day", kind="stable")
    before = (rows["day"] < REPORT_DAY).sum()
    items = [event(composer, row, selection, lang) for row in rows.itertuples()]
    items.insert(int(before), html.Li(REPORT[lang], className="report-mark"))
    title = TITLE.format(n=len(rows), first=rows["day"].iloc[0][:4], last=rows["day"].iloc[-1][:4])
    chapters = [html.Span(chapter.name[lang], **{"data-value": chapter.id}) for chapter in composer.chapters]
    picker = html.Div(
        chapters, className="picker", **{"data-pick": "chapter", "data-any": ALL[lang], "data-name": WHICH[lang]}
    )
    body = html.Div(
        [
            html.Div([picker], className="list-filters"),
            html.P(className="list-count", role="status", **{"data-count": COUNT[lang]}),
            html.Ol(items, className="timeline"),
        ],
        **{"data-list": ""},
    )
    return [html.H2(title[lang], className="section", id="timeline"), body]


def event(composer: Composer, row: Any, selection: Selection, lang: Lang) -> Component:
    """One event: when, as exactly as it is known, which leads to its chapter; what; its exhibits, at its year."""
    exhibits = [composer.exhibits[id] for id in row.exhibits.split("|") if id in composer.exhibits]
    marked: Events = "main" if row.kind in MAIN_KINDS else "all"
    shown = Selection(vintage="latest", events=marked, theme=selection.theme)
    links = [link(e.subject[lang], address(e), at_year(composer, e, row, shown), lang) for e in exhibits]
    chapter = next((one for one in composer.chapters if one.id == row.chapter), None)
    date = when(row.date, row.date_precision)[lang]
    return html.Li(
        [
            html.Span(link(date, chapter.path, shown, lang) if chapter else date, className="when"),
            html.Div(
                [
                    html.Strong(row.title if lang == "en" else row.title_es),
                    html.Span(f" · {kind_words(row.kind)[lang]}", className="facts"),
                    html.P(row.description if lang == "en" else row.description_es),
                    *([html.P([piece for link in links for piece in (link, " ")], className="facts")] if links else []),
                ]
            ),
        ],
        id=row.milestone_id,
        **{"data-chapter": row.chapter},
    )


def link(text: str, path: str, shown: Selection, lang: Lang) -> Component:
    """A link that sets what it shows; in the browser it also keeps what holds across chapters."""
    return html.A(
        text, href=href(path, shown, lang), **{"data-path": path, "data-with": replace(shown, theme="").to_query()}
    )


def at_year(composer: Composer, exhibit: Exhibit, row: Any, shown: Selection) -> Selection:
    """``shown`` with the year of the event marked, where the exhibit has it on a time axis."""
    if row.date_precision == "decade":
        return shown
    year = int(first_day(row.date)[:4])
    composed = composer.compose(exhibit, Selection(vintage="latest"))
    on_axis = composed.arranged.axis in TIME and (composed.shown.frame["year"] == year).any()
    return replace(shown, years=Years((year,))) if on_axis else shown
