"""Where the numbers of an exhibit come from, what is missing, and what the report says of it."""

from __future__ import annotations

import re
from typing import Any, Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.dataset import Dataset
from dashboard.exhibits.prepare import STATUS, records_of
from dashboard.labels import Labels
from dashboard.pages import words
from dashboard.pages.links import href
from dashboard.periods import in_words
from dashboard.selection import Selection
from dashboard.site import RECOMMENDATIONS
from dashboard.text import EMPTY, Lang, T, join, listing, number

_ROWS = T("{n} rows", "{n} filas")
_ONE_ROW = T("1 row", "1 fila")
_EXAMPLE = T("For example: {locator}", "Por ejemplo: {locator}")
_LICENCE = T("Licence: {licence}", "Licencia: {licence}")
_SPANISH: Final = re.compile(r"\b(?:de|del|el|la|los|las|en|y|por|para|con|un|una|sobre)\b|[ñ¿¡]")
_ENGLISH: Final = re.compile(
    r"\b(?:of|the|and|for|in|to|from|by|on|with|at|a|is|are|as|its|Mexican|U\.S\.)\b", re.IGNORECASE
)


def panel(dataset: Dataset, labels: Labels, exhibit: str, lang: Lang) -> Component:
    """Sources by the number of rows that come from each, gaps in words, statements of the report."""
    return html.Div(
        [
            html.H3(words.SOURCES[lang]),
            html.Ol(
                [_source(labels, row, lang) for row in used(dataset, exhibit).itertuples()], className="source-list"
            ),
            html.H3(words.GAPS[lang]),
            _gaps(dataset, exhibit, lang),
            *_claims(dataset, labels, exhibit, lang),
            *_recommendations(dataset, exhibit, lang),
        ]
    )


def used(dataset: Dataset, exhibit: str) -> pd.DataFrame:
    """The sources of an exhibit and its records (rows of ``sources``), with ``rows``, ``statuses``, a ``locator``."""
    frames = [frame for name, frame in dataset.exhibits.items() if name == exhibit]
    frames += records_of(dataset, exhibit)
    columns = ["source_id", "status", "locator"]
    rows = pd.concat(
        [frame.reindex(columns=columns, fill_value="") for frame in frames if "source_id" in frame], ignore_index=True
    )
    rows = rows.assign(source_id=rows["source_id"].str.split(";")).explode("source_id")
    rows["source_id"] = rows["source_id"].str.strip()
    counted = rows.groupby("source_id", sort=False).agg(
        rows=("status", "size"), statuses=("status", lambda s: list(dict.fromkeys(s))), locator=("locator", "first")
    )
    return counted.join(dataset.sources, how="inner").sort_values("rows", ascending=False, kind="stable")


def _source(labels: Labels, row: Any, lang: Lang) -> Component:
    linked = row.public_url.startswith("http")
    told = [
        join((_counted(row.rows), listing(STATUS[status] for status in row.statuses if status)), ", "),
        words.READ_FROM.get(row.read_from_kind, EMPTY).capitalized(),
        _EXAMPLE.format(locator=T(row.locator, labels.locator(row.locator, "es"))) if row.locator else EMPTY,
        _LICENCE.format(licence=T(row.licence, labels.note(row.licence, "es"))) if row.licence else EMPTY,
    ]
    return html.Li(
        [
            f"{labels.note(row.publisher, lang)}: ",
            html.A(row.title, href=row.public_url, rel="noopener", lang=language_of(row.title))
            if linked
            else html.Span(row.title, lang=language_of(row.title)),
            f" ({in_words(row.published, lang)}). " if row.published else ". ",
            join(told, ". ")[lang] + ".",
        ]
    )


def _counted(rows: int) -> T:
    return _ONE_ROW if rows == 1 else _ROWS.format(n=number(rows))


def _gaps(dataset: Dataset, exhibit: str, lang: Lang) -> Component:
    rows = dataset.gaps[dataset.gaps["exhibit"] == exhibit]
    if rows.empty:
        return html.P(words.NO_GAPS[lang])
    return html.Ul(
        [
            html.Li(
                [html.Strong(_when(row.period, lang) + getattr(row, f"what_{lang}")), " ", getattr(row, f"why_{lang}")]
            )
            for row in rows.itertuples()
        ]
    )


def _when(period: str, lang: Lang) -> str:
    return f"{in_words(period, lang)}: " if period else ""


def _claims(dataset: Dataset, labels: Labels, exhibit: str, lang: Lang) -> list[Component]:
    """What the report says with a number about this exhibit, and what must be known of it."""
    claims = dataset.claims[dataset.claims["figure_id"] == exhibit]
    items = [
        html.Li(
            [
                labels.note(row.statement, lang),
                *([html.Span(f" {labels.note(row.note, lang)}", className="facts")] if row.note else []),
            ]
        )
        for row in claims.itertuples()
    ]
    return [html.H3(words.CLAIMS[lang]), html.Ul(items)] if items else []


def _recommendations(dataset: Dataset, exhibit: str, lang: Lang) -> list[Component]:
    """The recommendations that bear on this exhibit, each a link into their list."""
    links = dataset.recommendation_links
    ids = [id for id, text in links["exhibits"].items() if exhibit in text.split("|")]
    column = "recommendation" if lang == "en" else "recommendation_es"
    to = href(RECOMMENDATIONS, Selection(), lang)
    items = [html.Li(html.A(dataset.recommendations.loc[id, column], href=f"{to}#{id}")) for id in ids]
    return [html.H3(words.BEARING[lang]), html.Ul(items)] if items else []


def language_of(title: str) -> Lang:
    """The language of a title, by the small words in it; English where there are none, as most sources are."""
    return "es" if len(_SPANISH.findall(title)) > len(_ENGLISH.findall(title)) else "en"
