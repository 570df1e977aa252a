"""What a phone has no room for opens from below: the filters of the bar, and the contents of a chapter.

A sheet is an empty dialog with a title; while it is open the browser keeps the parts of the page in it (assets/sheet.js).
"""

from __future__ import annotations

from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.pages import keys, words
from dashboard.text import Lang, T

FILTERS: Final = "filters"
CONTENTS: Final = "contents"
SHOW: Final = T("Show the charts", "Ver las gráficas")


def opener(name: str, title: T, lang: Lang, classes: str) -> Component:
    """The button that opens the sheet ``name``; only where the page has no room for its parts."""
    return html.Button(title[lang], type="button", className=classes, **{"data-sheet": name, "aria-haspopup": "dialog"})


def of_filters(lang: Lang) -> Component:
    """The sheet of the filter bar; what a choice changed is told in it, as the page behind it is not heard."""
    foot = html.Div(
        [
            html.P(className="sheet-said", role="status"),
            html.Button(words.CLEAR_ALL[lang], type="button", **{"data-query": ""}),
            html.Button(SHOW[lang], type="button", className="sheet-show", **{"data-close": ""}),
        ],
        className="sheet-foot",
    )
    return _sheet(FILTERS, words.FILTERS_BUTTON, lang, foot)


def of_contents(lang: Lang) -> Component:
    """The sheet of a chapter's contents."""
    return _sheet(CONTENTS, words.CONTENTS, lang)


def _sheet(name: str, title: T, lang: Lang, *foot: Component) -> Component:
    heading = f"sheet-{name}-title"
    head = html.Div(
        [
            html.H2(title[lang], id=heading),
            html.Button("×", type="button", **{"data-close": "", "aria-label": keys.CLOSE[lang]}),
        ],
        className="sheet-head",
    )
    return html.Dialog(
        html.Div([head, html.Div(className="sheet-body"), *foot], className="sheet-page"),
        id=f"sheet-{name}",
        className="sheet",
        **{"aria-labelledby": heading},
    )
