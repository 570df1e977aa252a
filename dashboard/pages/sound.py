"""A time series to be listened to: the button of a card, and the words that are spoken around it."""

from __future__ import annotations

import json
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.base import Exhibit
from dashboard.text import Lang, T

LISTEN: Final = T("Listen", "Escuchar")
STOP: Final = T("Stop", "Detener")
WORDS: Final = {
    "start": T("{series}, from {first}", "{series}. Inicio: {first}"),
    "end": T("to {last}", "Fin: {last}"),
    "stopped": T("Stopped", "Detenido"),
    "none": T(
        "This chart has no series over time to listen to.", "Esta gráfica no tiene una serie de tiempo que escuchar."
    ),
}


def button(exhibit: Exhibit, lang: Lang, payload: dict[str, Any]) -> Component:
    """The button of a card; hidden while its view has no time axis."""
    attributes = {"data-listen": exhibit.id, "data-on": LISTEN[lang], "data-off": STOP[lang], "aria-pressed": "false"}
    return html.Button(LISTEN[lang], type="button", hidden=not payload["time"], **attributes)


def told(lang: Lang) -> Component:
    """What the browser says when a series begins and when it ends."""
    words = {name: text[lang] for name, text in WORDS.items()}
    return html.Div(hidden=True, **{"data-sound": json.dumps(words, ensure_ascii=False)})
