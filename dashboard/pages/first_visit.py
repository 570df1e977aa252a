"""The hint on the first chart of a chapter: what can be done there, in one line, until it has been done once."""

from __future__ import annotations

import json
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.text import Lang, T

# By how the reader points, and whether the chart has a time axis and marks to choose.
HINTS: Final = {
    "time": T(
        "Click a mark to filter · drag to choose years · ? for keys",
        "Clic en una marca: filtra · arrastrar: elige años · ?: teclas",
    ),
    "marks": T("Click a mark to filter · ? for keys", "Clic en una marca: filtra · ?: teclas"),
    "words": T("Point at a mark to read it · ? for keys", "Señale una marca para leerla · ?: teclas"),
    "touch": T("Tap a mark to filter", "Toque una marca: filtra"),
    "touch-words": T("Tap a mark to read it", "Toque una marca: léala"),
    "dismiss": T("Dismiss the hint", "Cerrar la sugerencia"),
}


def hint(lang: Lang) -> Component:
    """The words of the hint; the browser sets the fitting ones into the first card, over empty ground."""
    words = {name: text[lang] for name, text in HINTS.items()}
    return html.Div(hidden=True, **{"data-first-visit": json.dumps(words, ensure_ascii=False)})
