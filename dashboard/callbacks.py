"""The wires from the address to the figures. One request a gesture; only what changed is sent."""

from __future__ import annotations

import json
from typing import Any

from dash import MATCH, Dash, Input, Output, State, no_update
from dash.development.base_component import Component

from dashboard.exhibits.compose import PINNED, Composer, drawn_on, is_pinned, same_figure
from dashboard.pages import shell, sources, table
from dashboard.parameters import parse
from dashboard.selection import Selection
from dashboard.site import Asked, read
from dashboard.text import Lang


def connect(app: Dash, composer: Composer) -> None:
    """Register every callback of the pages on ``app``."""

    @app.callback(
        Output("answer", "data"),
        Output("chips", "children"),
        Output("notices", "children"),
        Output("table", "data"),
        Input("url", "search"),
        State("url", "pathname"),
        State("held", "data"),
        prevent_initial_call=True,
    )
    def follow_address(search: str | None, path: str, held: dict[str, str]) -> tuple[Any, ...]:
        asked = read(composer, path, (search or "").lstrip("?"))
        return (
            changed(composer, asked, held or {}),
            shell.chips(asked.selection, composer.vocabulary, asked.lang),
            shell.notices(asked.problems, asked.lang),
            opened(composer, asked.selection, asked.lang),
        )

    @app.callback(
        Output({"type": "sources", "exhibit": MATCH}, "children"),
        Input({"type": "sources-summary", "exhibit": MATCH}, "n_clicks"),
        State({"type": "sources", "exhibit": MATCH}, "id"),
        State("url", "search"),
        State({"type": "sources", "exhibit": MATCH}, "children"),
        prevent_initial_call=True,
    )
    def open_sources(_: int, id: dict[str, str], search: str | None, there: Any) -> Component | Any:
        selection, _problems = parse(search or "", composer.vocabulary)
        return (
            no_update
            if there
            else sources.panel(composer.dataset, composer.labels, id["exhibit"], selection.lang or "en")
        )

    app.renderer = "var renderer = new DashRenderer(window.dashboard.wire);"  # figures are taken as they arrive
    app.clientside_callback(
        "function(figures) { return window.dashboard.charts.begin(figures); }",
        Output("held", "data"),
        Input("figures", "data"),
    )
    app.clientside_callback(
        "function() { window.dashboard.charts.settle(); return window.dash_clientside.no_update; }",
        Output("settled", "data"),
        Input("answer", "data"),
        Input("chips", "children"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        "function(table) { window.dashboard.tables.receive(table); return window.dash_clientside.no_update; }",
        Output("live", "children"),
        Input("table", "data"),
    )


def changed(composer: Composer, asked: Asked, held: dict[str, str]) -> dict[str, str] | Any:
    """The payloads of the page whose key is not the one that the browser holds; ``null`` for what is no longer pinned.

    Of an exhibit whose figure the browser has, the words alone.
    """
    drawn = drawn_on(asked.here.exhibits, asked.selection)
    new: dict[str, str] = {}
    for id, (exhibit, selection, side) in drawn.items():
        key = composer.key(exhibit, selection, asked.lang, side)
        if id in held and same_figure(held[id], key) and not is_pinned(exhibit, selection):
            new |= {id: composer.words(exhibit, selection, asked.lang)} if held[id] != key else {}
        elif held.get(id) != key:
            new[id] = composer.payload(exhibit, selection, asked.lang, side)
    gone = {PINNED: "null"} if PINNED in held and PINNED not in drawn else {}
    return new | gone or no_update


def opened(composer: Composer, selection: Selection, lang: Lang) -> str | None:
    """The tables of the exhibit whose table is open, as JSON; ``None`` when none is."""
    if not selection.table:
        return None
    composed = composer.compose(composer.exhibits[selection.table], selection)
    return json.dumps(
        table.tables(composed, composer.dataset, composer.labels, lang), ensure_ascii=False, separators=(",", ":")
    )
