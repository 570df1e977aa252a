"""Addresses of the page's controls. Every control is a link that could have been typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.parameters import PARAMETERS
from dashboard.selection import DIMENSIONS, Selection
from dashboard.text import Lang

# Links that, followed a second time, take back what they did.
TOGGLES = ("table", "events")


def href(path: str, selection: Selection, lang: Lang) -> str:
    """``path`` with the whole selection, in the language on show."""
    return f"{path}?{replace(selection, lang=lang).to_query()}"


def param_link(
    text: str,
    name: str,
    value: str,
    on: bool,
    selection: Selection,
    lang: Lang,
    default: bool = False,
    opens: str = "",
) -> Component:
    """A link that sets one parameter of the address; the browser changes it in place and keeps the rest.

    ``opens``: the id of what it opens and closes, where it does.
    """
    attributes: dict[str, Any] = {"data-param": name, "data-value": value}
    if opens:
        attributes |= {"aria-expanded": str(on).lower(), "aria-controls": opens}
    elif on:
        attributes["aria-current"] = "true"
    if default:
        attributes["data-default"] = ""
    return html.A(text, href=f"?{_with(selection, name, value, lang).to_query()}", **attributes)


def _with(selection: Selection, name: str, value: str, lang: Lang) -> Selection:
    """The selection with one more parameter set, as the link is followed without a script."""
    chosen = replace(selection, lang=lang)
    if name == "view":
        exhibit, _, view = value.partition(":")
        others = tuple(pair for pair in chosen.views if pair[0] != exhibit)
        return replace(chosen, views=tuple(sorted((*others, (exhibit, view)))))
    again = name in TOGGLES and getattr(chosen, name) == value
    changed: dict[str, Any] = {name: "" if again else value}
    return replace(chosen, **changed)


def address_spec() -> dict[str, Any]:
    """What the browser must know to write addresses as ``Selection.to_query`` does: order and defaults."""
    return {
        "toggles": TOGGLES,
        "dimensions": DIMENSIONS,
        "order": [p.name for p in PARAMETERS],
        "defaults": {p.name: p.default for p in PARAMETERS if p.default},
    }
