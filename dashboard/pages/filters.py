"""The filter bar of a chapter: years, and a picker for each dimension that its exhibits can be filtered by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.compose import Composer
from dashboard.pages import words
from dashboard.selection import DIMENSION_NAMES, DIMENSIONS
from dashboard.site import Kind, Place
from dashboard.text import Lang


def bar(composer: Composer, here: Place, lang: Lang) -> Component:
    """What the page offers to filter by, as data from which the browser makes the controls."""
    known = composer.vocabulary_of(here.exhibits)
    offered = {
        "years": [known.first_year, known.last_year],
        "dimensions": [
            {"id": name, "name": DIMENSION_NAMES[name][lang], "values": values(composer, here, name, lang)}
            for name in DIMENSIONS
            if any(name in exhibit.dimensions for exhibit in here.exhibits)
        ],
        "words": {name: text[lang] for name, text in words.FILTER_WORDS.items()},
    }
    text = json.dumps(offered, ensure_ascii=False, separators=(",", ":"))
    attributes = {"data-filters": text, "aria-label": words.FILTER_BY[lang]}
    return html.Div(_places(offered), className="filters", role="group", **attributes)


def _places(offered: Mapping[str, Any]) -> list[Component]:
    """What stands where the controls will be, as large as they are, so that nothing moves when the browser makes them."""
    said = offered["words"]
    boxes = [html.Span(className="year"), html.Span("–"), html.Span(className="year")]
    years = [html.Span(said["years"], className="bar-label"), *boxes, html.Span(said["play"], className="play")]
    pickers = [html.Details(html.Summary(one["name"]), className="filter-picker") for one in offered["dimensions"]]
    return [html.Div(years, className="filter-years"), *pickers]


def values(composer: Composer, here: Place, dimension: str, lang: Lang) -> list[tuple[str, str]]:
    """The values of a dimension that the exhibits of a page have, in the order of the package."""
    frames = [composer.dataset.exhibits.get(exhibit.id) for exhibit in here.exhibits if dimension in exhibit.dimensions]
    there = {value for frame in frames if _has(frame, dimension) for value in frame[dimension].unique()}  # type: ignore[index]
    known: Any = composer.labels.values.get(dimension, {})
    return [(id, label[lang]) for id, label in known.items() if id in there]


@lru_cache(maxsize=4)
def states(composer: Composer) -> Mapping[str, tuple[str, ...]]:
    """Path of a chapter -> the states that its exhibits can be filtered by: where "my state" may be put into an address."""
    kind: Kind = "chapter"
    places = [Place(kind, chapter.path, chapter, chapter.exhibits) for chapter in composer.chapters]
    return {
        place.path: tuple(id for id, _ in values(composer, place, "state", "en") if "-" in id)  # no whole country
        for place in places
    }


def _has(frame: pd.DataFrame | None, dimension: str) -> bool:
    return frame is not None and dimension in frame.columns
