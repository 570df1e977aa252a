"""Every key of the pages, in one declaration: the help on ``?`` and docs/keys.md are written from it.

``python -m dashboard.pages.keys`` prints docs/keys.md; a test compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.pages import stage_words
from dashboard.text import Lang, T, same


@dataclass(frozen=True)
class Key:
    """One key or gesture, as a reader knows it, and what it does."""

    key: T
    does: T


@dataclass(frozen=True)
class Group:
    """Keys that work in the same place."""

    name: T
    keys: tuple[Key, ...]


_ENTER: Final = T("Enter", "Intro")
_ESCAPE: Final = T("Esc", "Esc")

PAGE: Final = Group(
    T("On every page", "En todas las páginas"),
    (
        Key(same("?"), T("Show these keys", "Mostrar estas teclas")),
        Key(same("/"), T("Search", "Buscar")),
        Key(same("L"), T("Switch between the report and today", "Alternar entre el informe y hoy")),
        Key(same("P"), T("Present from the exhibit in sight", "Presentar desde la gráfica a la vista")),
        Key(_ESCAPE, T("Clear the filters, or close what is open", "Quitar los filtros o cerrar lo abierto")),
    ),
)
CHART: Final = Group(
    T("On a chart (Tab goes to it)", "En una gráfica (Tab lleva a ella)"),
    (
        Key(same("← →"), T("Walk along a series", "Recorrer una serie")),
        Key(same("↑ ↓"), T("Go to another series", "Pasar a otra serie")),
        Key(T("Home End", "Inicio Fin"), T("First and last value", "Primer y último valor")),
        Key(
            T("Enter Space", "Intro Espacio"),
            T("Filter the chapter by the mark; again to clear", "Filtrar el capítulo por la marca; otra vez la quita"),
        ),
        Key(T("Shift + Enter", "Mayús + Intro"), T("Add the mark to the filter", "Añadir la marca al filtro")),
        Key(
            same("T"),
            T("Go to its table, and back", "Ir a su tabla y volver"),
        ),
        Key(same("S"), T("Listen to the series; again to stop", "Escuchar la serie; otra vez la detiene")),
    ),
)
POINTER: Final = Group(
    T("With mouse or finger", "Con el ratón o el dedo"),
    (
        Key(
            T("Click, tap", "Clic, toque"),
            T("Filter the chapter by a mark or a word of the key", "Filtrar el capítulo por una marca o una clave"),
        ),
        Key(T("Shift + click, long press", "Mayús + clic, toque largo"), T("Add to the filter", "Añadir al filtro")),
        Key(
            T("Drag", "Arrastrar"),
            T("Choose years on a time axis, marks elsewhere", "Elegir años en un eje de tiempo; si no, marcas"),
        ),
    ),
)


def groups() -> tuple[Group, ...]:
    """All keys, those of presenter mode as its own help lists them."""
    stage = tuple(Key(keys, does) for keys, _, does in stage_words.KEYS)
    return (PAGE, CHART, POINTER, Group(T("While presenting", "Al presentar"), stage))


TITLE: Final = T("Keys", "Teclas")
ON_CHART: Final = "keys-on-chart"
_CHART: Final = T(
    "The arrow keys walk the data, Enter filters, T opens the table, S plays a series.",
    "Las flechas recorren los datos, Intro filtra, T abre la tabla y S hace oír una serie.",
)
CLOSE: Final = T("Close", "Cerrar")


def button(lang: Lang) -> Component:
    """What opens the help for those who do not know ``?``."""
    return html.Button(f"{TITLE[lang]} (?)", type="button", **{"data-help": "", "aria-haspopup": "dialog"})


def on_chart(lang: Lang) -> Component:
    """What the keys do on a chart, read out with it."""
    return html.P(_CHART[lang], id=ON_CHART, hidden=True)


def dialog(lang: Lang) -> Component:
    """All keys in groups; the browser opens it."""
    told: list[Component] = []
    for group in groups():
        told.append(
            html.Section([html.H3(group.name[lang]), html.Dl([part for key in group.keys for part in _row(key, lang)])])
        )
    return html.Dialog(
        [
            html.Div(
                [html.H2(TITLE[lang], id="help-title"), html.Button(CLOSE[lang], type="button", **{"data-close": ""})],
                className="help-head",
            ),
            html.Div(told, className="help-groups"),
        ],
        id="help",
        className="help",
        **{"aria-labelledby": "help-title"},
    )


def _row(key: Key, lang: Lang) -> list[Component]:
    return [html.Dt([html.Kbd(key.key[lang])]), html.Dd(key.does[lang])]


def markdown() -> str:
    """docs/keys.md."""
    lines = [
        "# Keys",
        "",
        "Written by `python -m dashboard.pages.keys` from `dashboard/pages/keys.py`; the dialog on `?` shows the same.",
    ]
    for group in groups():
        lines += ["", f"## {group.name.en}", "", "| key | what it does |", "| --- | --- |"]
        lines += [f"| `{key.key.en}` | {key.does.en} |" for key in group.keys]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(markdown(), end="")
