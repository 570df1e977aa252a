"""Where the numbers of an exhibit come from, what is missing, and what the report says of it."""

from __future__ import annotations

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.dataset import Dataset
from dashboard.exhibits.prepare import STATUS, period_label
from dashboard.labels import Labels
from dashboard.pages import words
from dashboard.periods import Period
from dashboard.text import Lang, number


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
            *_claims(dataset, exhibit, lang),
        ]
    )


def used(dataset: Dataset, exhibit: str) -> pd.DataFrame:
    """The sources of an exhibit (rows of ``sources``), with ``rows``, ``statuses`` and an example ``locator``."""
    frame = dataset.exhibits[exhibit]
    frame = frame.assign(source_id=frame["source_id"].str.split(";")).explode("source_id")
    frame["source_id"] = frame["source_id"].str.strip()
    counted = frame.groupby("source_id", sort=False).agg(
        rows=("value", "size"), statuses=("status", lambda s: list(dict.fromkeys(s))), locator=("locator", "first")
    )
    return counted.join(dataset.sources, how="inner").sort_values("rows", ascending=False, kind="stable")


def _source(labels: Labels, row: object, lang: Lang) -> Component:
    get = lambda name: getattr(row, name, "")  # noqa: E731
    counted = number(get("rows"))[lang]
    statuses = ", ".join(STATUS[status][lang] for status in get("statuses"))
    how = words.READ_FROM.get(get("read_from_kind"))
    link = (
        html.A(get("title"), href=get("public_url"), rel="noopener")
        if get("public_url").startswith("http")
        else get("title")
    )
    told = [
        f"{get('publisher')}: ",
        link,
        f" ({get('published')}). " if get("published") else ". ",
        {"en": f"{counted} rows, {statuses}. ", "es": f"{counted} filas, {statuses}. "}[lang],
        f"{how[lang].capitalize()}. " if how else "",
        {"en": f"For example: {get('locator')}. ", "es": f"Por ejemplo: {get('locator')}. "}[lang]
        if get("locator")
        else "",
        {
            "en": f"Licence: {labels.note(get('licence'), lang)}.",
            "es": f"Licencia: {labels.note(get('licence'), lang)}.",
        }[lang],
    ]
    return html.Li(told)


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
    try:
        return f"{period_label(Period.parse(period).text)[lang]}: "
    except ValueError:
        return f"{period}: " if period else ""


def _claims(dataset: Dataset, exhibit: str, lang: Lang) -> list[Component]:
    claims = dataset.claims[dataset.claims["figure_id"] == exhibit]
    if claims.empty or lang != "en":
        return []
    return [html.H3(words.CLAIMS[lang]), html.Ul([html.Li(statement) for statement in claims["statement"]])]
