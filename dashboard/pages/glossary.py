"""The glossary: a page with every term, and what the browser needs to explain them in the words of the cards."""

from __future__ import annotations

import json

from dash import html
from dash.development.base_component import Component

from dashboard.dataset import Dataset
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.glossary import Term, terms
from dashboard.pages.links import href
from dashboard.pages.sources import language_of
from dashboard.selection import Selection
from dashboard.site import GLOSSARY, Place
from dashboard.text import Lang, T

TITLE = T("Glossary", "Glosario")
ABOUT = T(
    "What the terms of the exhibits mean, in the sense of the sources that use them. In a card, a term with a dotted "
    "line tells its meaning when it is pointed at, focused or tapped.",
    "Qué significan los términos de las gráficas, en el sentido de las fuentes que los usan. En cada gráfica, un "
    "término con línea punteada dice su significado al señalarlo, enfocarlo o tocarlo.",
)
SOURCE = T("As used in: {source}", "Como se usa en: {source}")
MORE = T("All terms", "Todos los términos")


def page(composer: Composer, here: Place, selection: Selection, lang: Lang) -> tuple[Component, dict[str, str]]:
    """Every term in the order of the alphabet, each with an anchor of its own."""
    listed = sorted(terms(composer.dataset), key=lambda term: term.name[lang].casefold())
    body = html.Main(
        [
            html.Header([html.H1(TITLE[lang]), html.P(ABOUT[lang], className="argument")], className="chapter-header"),
            html.Dl([part for term in listed for part in entry(composer, term, lang)], className="glossary"),
        ],
        id="main",
        tabIndex=-1,
    )
    return body, {}


def entry(composer: Composer, term: Term, lang: Lang) -> list[Component]:
    """One term, what it means, and which source uses it so."""
    said: list[Component] = [html.P(term.meaning[lang])]
    sources = composer.dataset.sources
    if term.source in sources.index:
        row = sources.loc[term.source]
        title = html.Span(f"{row['publisher']}, {row['title']}", lang=language_of(row["title"]))
        before, after = SOURCE[lang].split("{source}")
        said.append(html.P([before, title, after], className="facts"))
    return [html.Dt(term.name[lang], id=term.id), html.Dd(said)]


def index(dataset: Dataset, lang: Lang) -> bytes:
    """The terms as the browser finds and explains them: JSON with ``page``, ``more`` and ``terms``."""
    found = [
        {"id": term.id, "name": term.name[lang], "forms": term.written(lang), "meaning": term.meaning[lang]}
        for term in terms(dataset)
    ]
    told = {"page": href(GLOSSARY, Selection(), lang), "more": MORE[lang], "terms": found}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
