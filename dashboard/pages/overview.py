"""The relationship at a glance: its numbers, the chapters' arguments, the events."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.figures import FIGURES, Dimensions, Figure, Pick
from dashboard.exhibits.prepare import Datum, datum, figure, on_plan, period_label
from dashboard.pages import timeline, words
from dashboard.pages.links import href
from dashboard.selection import Selection
from dashboard.site import Place, address
from dashboard.text import EMPTY, Lang, T, number

THEN = T("Report ({period}): {figure}", "Informe ({period}): {figure}")
NOW = T("Latest ({period}): {figure}", "Último dato ({period}): {figure}")
NO_LATER = T(
    "No later figure has been published in a readable form.", "No se ha publicado un dato posterior en forma legible."
)
CHANGE = T("{change}% since {period}", "{change}% desde {period}")
SAME = T("The same as in {period}", "Igual que en {period}")
LINE = T(
    "{name}: a line of {n} points, {first} to {last}. The arrows walk them, Enter opens the exhibit at one.",
    "{name}: línea de {n} puntos, de {first} a {last}. Las flechas la recorren; Intro abre la gráfica en uno.",
)
NUMBERS = T("The relationship in {n} numbers", "La relación en {n} cifras")
FIVE_CHAPTERS = T("What the chapters argue", "Lo que sostienen los capítulos")


def page(composer: Composer, here: Place, selection: Selection, lang: Lang) -> tuple[Component, dict[str, str]]:
    """The Overview."""
    known = [f for f in FIGURES if f.exhibit in composer.exhibits]
    body = html.Main(
        [
            html.Header(
                [html.H1(words.SITE[lang]), html.P(words.TAGLINE[lang], className="argument")],
                className="chapter-header",
            ),
            html.H2(NUMBERS.format(n=len(known))[lang], className="section"),
            html.Ul([tile(composer, one, selection, lang) for one in known], className="tiles"),
            html.H2(FIVE_CHAPTERS[lang], className="section"),
            html.Div(
                [argument(composer, chapter, selection, lang) for chapter in composer.chapters], className="arguments"
            ),
            *timeline.section(composer, selection, lang),
        ],
        id="main",
    )
    return body, {}


def tile(composer: Composer, one: Figure, selection: Selection, lang: Lang) -> Component:
    """One number: then, now, the change, and its line."""
    exhibit = composer.exhibits[one.exhibit]
    then, now, rows = read(composer, one)
    told = [
        html.Span(one.name[lang], className="tile-name"),
        html.Strong(figure((now or then).value, one.measure)[lang]),
    ]
    lines = [
        words_of(THEN, then, one)[lang],
        words_of(NOW, now, one)[lang] if now else NO_LATER[lang],
        change(then, now)[lang],
    ]
    return html.Li(
        [
            html.A(
                told,
                href=href(address(exhibit), latest(selection), lang),
                className="tile-head",
                **{"data-path": address(exhibit), "data-with": "vintage=latest"},
            ),
            html.Div(
                className="spark",
                tabIndex=0,
                role="figure",
                **{
                    "data-spark": spark(rows, one, lang),
                    "data-then": str(then.year),
                    "data-opens": address(exhibit),
                    "aria-label": line_words(rows, one)[lang],
                },
            ),
            *(html.P(line) for line in (*lines, one.remark[lang]) if line),
        ],
        className="tile",
        **{"data-figure": one.exhibit},
    )


def read(composer: Composer, one: Figure) -> tuple[Datum, Datum | None, pd.DataFrame]:
    """What the report knew, the newest value if it is later, and the rows of the line."""
    frame = composer.dataset.exhibits[one.exhibit]
    line = on_plan(having(frame, one.dimensions), (one.line,)).sort_values("start", kind="stable")
    then = picked(frame, one.then)
    newest = picked(frame, one.now) if one.now else datum(line, one.line.series, -1)
    return then, newest if newest.year > then.year else None, line


def having(frame: pd.DataFrame, dimensions: Dimensions) -> pd.DataFrame:
    """The rows with these values of these dimensions."""
    for dimension, value in dimensions:
        frame = frame[frame[dimension] == value]
    return frame


def picked(frame: pd.DataFrame, pick: Pick) -> Datum:
    """The datum that is picked."""
    rows = having(frame, (("series", pick.series), ("period", pick.period), *pick.dimensions))
    return datum(rows, f"{pick.series} {pick.period}", 0)


def words_of(template: T, what: Datum, one: Figure) -> T:
    """A value with its period, in words."""
    return template.format(period=period_label(what.period), figure=figure(what.value, one.measure))


def change(then: Datum, now: Datum | None) -> T:
    """How much the value moved since the report's year, where both are of one sign."""
    if now is None or then.value * now.value <= 0:
        return EMPTY
    if now.value == then.value:
        return SAME.format(period=period_label(then.period))
    return CHANGE.format(
        change=number(100 * (now.value / then.value - 1), 0, sign=True), period=period_label(then.period)
    )


def latest(selection: Selection) -> Selection:
    """What a link to an exhibit keeps of the selection: its years and theme, on all that is known today."""
    return Selection(years=selection.years, vintage="latest", theme=selection.theme)


def line_words(rows: pd.DataFrame, one: Figure) -> T:
    """What the small line is, and what the keys do on it."""
    first, last = (period_label(rows["period"].iloc[i]) for i in (0, -1))
    return LINE.format(name=one.name, n=len(rows), first=first, last=last)


def spark(rows: pd.DataFrame, one: Figure, lang: Lang) -> str:
    """The line as the browser draws it: the year of each point, its value, and both in words."""
    points: list[Any] = [
        [
            row.end.year,
            round(row.value * one.measure.scale, 4),
            f"{period_label(row.period)[lang]}: {figure(row.value, one.measure)[lang]}",
        ]
        for row in rows.itertuples()
    ]
    return json.dumps(points, ensure_ascii=False, separators=(",", ":"))


def argument(composer: Composer, chapter: Chapter, selection: Selection, lang: Lang) -> Component:
    """A chapter's name and what it argues, in our words."""
    row = composer.dataset.chapters.loc[chapter.id]
    return html.Section(
        [
            html.H3(
                html.A(chapter.name[lang], href=href(chapter.path, Selection(), lang), **{"data-path": chapter.path})
            ),
            html.P(row["summary"] if lang == "en" else row["summary_es"]),
        ]
    )
