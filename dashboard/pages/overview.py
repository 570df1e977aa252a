"""The relationship at a glance: its numbers, the chapters' arguments, the events."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.figures import FIGURES, Dimensions, Figure, Pick
from dashboard.exhibits.prepare import Datum, datum, figure, on_plan, period_label, with_article
from dashboard.pages import timeline, words
from dashboard.pages.links import href
from dashboard.selection import Selection
from dashboard.site import Place, address
from dashboard.text import EMPTY, Lang, T, number, same

THEN = T("Report ({period}): {figure}", "Informe ({period}): {figure}")
NOW = T("Latest ({period}): {figure}", "Último dato ({period}): {figure}")
NO_LATER = T(
    "No later figure has been published in a readable form.", "No se ha publicado un dato posterior en forma legible."
)
CHANGE = T("{change}% since {period}", "{change}% desde {period}")
DEFICIT = T("{times} times the deficit of {period}", "{times} veces el déficit de {period}")
REVISED = T(", revised to {figure}", ", revisado a {figure}")
NO_CHANGE = T("Another series or edition: no change is computed.", "Otra serie o edición: no se calcula el cambio.")
APART = T("{said}, of another series", "{said}, de otra serie")
SAME = T("The same as in {period}", "Igual que en {period}")
LINE = T(
    "{name}: a line of {n} points, {first} to {last}. The arrows walk them, Enter opens the exhibit at one.",
    "{name}: línea de {n} puntos, de {first} a {last}. Las flechas la recorren; Intro abre la gráfica en uno.",
)
POINT = T(
    "Choose a year on a line to open its exhibit there.",
    "Elija un año en una línea para abrir ahí su gráfica.",
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
            html.P(POINT[lang], className="section-hint"),
            html.Ul([tile(composer, one, selection, lang) for one in known], className="tiles"),
            html.H2(FIVE_CHAPTERS[lang], className="section"),
            html.Div(
                [argument(composer, chapter, selection, lang) for chapter in composer.chapters], className="arguments"
            ),
            *timeline.section(composer, selection, lang),
        ],
        id="main",
        tabIndex=-1,
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
        change(one, then, now, rows)[lang],
    ]
    opens = opened(one)
    return html.Li(
        [
            html.A(
                told,
                href=href(address(exhibit), replace(opens, years=selection.years, theme=selection.theme), lang),
                className="tile-head",
                **{"data-path": address(exhibit), "data-with": opens.to_query()},
            ),
            html.Div(
                className="spark",
                tabIndex=0,
                role="figure",
                **{
                    "data-spark": spark(points(one, then, now, rows), one, lang),
                    "data-then": str(then.year),
                    "data-opens": address(exhibit),
                    "data-with": opens.to_query(),
                    "aria-label": line_words(points(one, then, now, rows), one)[lang],
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


def change(one: Figure, then: Datum, now: Datum | None, line: pd.DataFrame) -> T:
    """How much the tile's own line moved since the report's period, or why that cannot be said.

    The line may hold another edition of the report's value: the change is told from the line's, which is then named.
    Nothing is said of a value that changes its sign.
    """
    if now is None:
        return EMPTY
    start = line.loc[line["period"] == then.period, "value"]
    if one.now or start.empty:
        return NO_CHANGE
    began, period = float(start.iloc[0]), period_label(then.period)
    if began * now.value <= 0:
        return EMPTY
    if now.value == began:
        said = SAME.format(period=with_article(then.period))
    elif began < 0:
        said = DEFICIT.format(times=number(now.value / began, 1), period=period)
    else:
        said = CHANGE.format(
            change=number(100 * (now.value / began - 1), 0, sign=True), period=with_article(then.period)
        )
    told = figure(began, one.measure)
    return said if told == figure(then.value, one.measure) else said + REVISED.format(figure=told)


def opened(one: Figure) -> Selection:
    """Where the newest value stands in the exhibit: all that is known today, in its view, under its filters."""
    return Selection(
        vintage="latest",
        views=((one.exhibit, one.view),) if one.view else (),
        dims=tuple((dimension, (value,)) for dimension, value in one.chosen),
    )


@dataclass(frozen=True)
class Point:
    """A point of a small line; ``apart``: of another series, which no line joins."""

    datum: Datum
    apart: bool = False


def points(one: Figure, then: Datum, now: Datum | None, line: pd.DataFrame) -> list[Point]:
    """The line's points in time order, with the report's value and the newest where the line has none of their period."""
    own = [Point(Datum(row.value, row.period, row.end.year, row.status)) for row in line.itertuples()]
    others = [then, *((now,) if now and one.now else ())]
    known = {*line["period"]}
    return sorted(
        (*own, *(Point(datum, apart=True) for datum in others if datum.period not in known)),
        key=lambda point: point.datum.year,
    )


def line_words(drawn: list[Point], one: Figure) -> T:
    """What the small line is, and what the keys do on it."""
    first, last = (period_label(drawn[i].datum.period) for i in (0, -1))
    return LINE.format(name=one.name, n=len(drawn), first=first, last=last)


def spark(drawn: list[Point], one: Figure, lang: Lang) -> str:
    """The line as the browser draws it: the year of each point, its value, both in words, 1 for one that stands apart."""
    written: list[Any] = []
    for point in drawn:
        said = same("{period}: {figure}").format(
            period=period_label(point.datum.period), figure=figure(point.datum.value, one.measure)
        )
        said = APART.format(said=said) if point.apart else said
        written.append(
            [point.datum.year, round(point.datum.value * one.measure.scale, 4), said[lang], int(point.apart)]
        )
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


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
