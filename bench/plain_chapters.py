"""The chapters as plain Dash has them: tabs, a ``dcc.Graph`` an exhibit, one callback a chapter that returns whole figures.

What `bench.gestures` measures the dashboard against. It shows the same exhibits, with the same rows under the same
filter, arranged and drawn by the same functions; a click filters them alike. What differs is what plain Dash has one
do: `clickData` goes to the server, which makes the figures of the chapter from the rows, and `dcc.Graph` draws them.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
from dash import Dash, Input, Output, ctx, dcc, html, no_update

from dashboard import dataset, settings
from dashboard.charts import draw, places
from dashboard.charts.arranged import Arranged
from dashboard.charts.maps import TOKEN
from dashboard.charts.regions import OUTLINES
from dashboard.charts.theme import SIZES, painted
from dashboard.exhibits import prepare
from dashboard.exhibits.base import Chapter, Exhibit
from dashboard.exhibits.compare import TIME
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS
from dashboard.selection import Selection, Vintage
from dashboard.years import Years

VINTAGE: Vintage = "latest"  # all that is known: more points than the report had
STATES = "/assets/" + OUTLINES
TWO_COLUMNS = {"display": "grid", "gridTemplateColumns": "1fr 1fr", "gap": "24px"}
CONFIG: dict[str, Any] = {"displaylogo": False, "showSendToCloud": False}

composer = Composer(dataset.load(settings.ROOT / "data"), CHAPTERS)


def figure(exhibit: Exhibit, selection: Selection) -> go.Figure:
    """The exhibit under a selection, with what was chosen in it set apart."""
    part = composer.part(exhibit, selection)
    shown = prepare.show(composer.dataset, composer.labels, exhibit, exhibit.default_view, part)
    if shown.frame.empty and not exhibit.view(exhibit.default_view).of_records:
        return go.Figure(layout={"height": 430, "annotations": [{"text": "Nothing matches.", "showarrow": False}]})
    arranged = prepare.arrange(shown, exhibit, exhibit.default_view)
    size = SIZES["large" if exhibit.wide else "medium"]
    drawn: dict[str, Any] = {"data": draw.traces(arranged, "en", size), "layout": draw.layout(arranged, "en", size)}
    places.fit(drawn, size.width)
    drawn["layout"] |= {"hovermode": "closest", "autosize": True}
    for trace in drawn["data"]:
        if trace.get("geojson") == TOKEN:
            trace["geojson"] = STATES  # the browser fetches the outlines once
    return emphasised(go.Figure(painted(drawn, "light")), arranged, selection, selection.clicked == exhibit.id)


def emphasised(drawn: go.Figure, arranged: Arranged, selection: Selection, clicked: bool) -> go.Figure:
    """``drawn`` with the chosen marks as its selected points, where it is not filtered by them."""
    chosen = {value for _, values in selection.dims for value in values} if clicked else set()
    if selection.years and (arranged.axis in TIME or clicked):
        chosen |= {str(year) for year in selection.years.values}
    if chosen:
        selects = {mark.id: mark.selects for _, mark in arranged.marks() if mark.selects}
        for trace in drawn.data:
            ids = getattr(trace, "customdata", None)
            if ids is not None and trace.type in ("bar", "scatter", "scattergeo", "choropleth"):
                trace.selectedpoints = [i for i, id in enumerate(ids) if selects.get(id, ("", ""))[1] in chosen]
    return drawn


def chosen(exhibit: Exhibit, click: dict[str, Any]) -> Selection | None:
    """The selection that a click on a mark means; ``None`` where the mark chooses nothing."""
    id = click["points"][0].get("customdata")
    id = id[0] if isinstance(id, list) else id
    marks = composer.compose(exhibit, Selection(vintage=VINTAGE)).arranged.marks()
    name, value = next((mark.selects for _, mark in marks if mark.id == id and mark.selects), ("", ""))
    if not name:
        return None
    if name == "years":
        return Selection(years=Years((int(value),)), vintage=VINTAGE, clicked=exhibit.id)
    return Selection(dims=((name, (value,)),), vintage=VINTAGE, clicked=exhibit.id)


def tab(chapter: Chapter) -> dcc.Tab:
    """A chapter's graphs, two beside each other."""
    graphs = [
        html.Div(
            [
                html.H2(exhibit.subject["en"]),
                dcc.Graph(id=exhibit.id, figure=figure(exhibit, Selection(vintage=VINTAGE)), config=CONFIG),
            ],
            style={"gridColumn": "span 2"} if exhibit.wide else {},
        )
        for exhibit in chapter.exhibits
    ]
    return dcc.Tab(html.Div(graphs, style=TWO_COLUMNS), label=chapter.name["en"], value=chapter.id)


def connect(app: Dash, chapter: Chapter) -> None:
    """The one callback of a chapter: from a click on any of its graphs to the figures of all."""

    @app.callback(
        [Output(exhibit.id, "figure") for exhibit in chapter.exhibits],
        [Input(exhibit.id, "clickData") for exhibit in chapter.exhibits],
        prevent_initial_call=True,
    )
    def filter_chapter(*_: Any) -> list[Any]:
        exhibit = composer.exhibits[str(ctx.triggered_id)]
        selection = chosen(exhibit, ctx.triggered[0]["value"])
        if selection is None:
            return [no_update for _ in chapter.exhibits]
        return [figure(one, selection) for one in chapter.exhibits]


def create_app() -> Dash:
    """The plain app, one tab a chapter."""
    app = Dash(__name__, assets_folder=str(settings.ROOT / "assets"), assets_ignore=r".*\.(js|css)", title="Plain Dash")
    tabs = [tab(chapter) for chapter in CHAPTERS]
    app.layout = html.Div([html.H1("U.S.-Mexico"), dcc.Tabs(tabs, id="chapter", value=CHAPTERS[0].id)])
    for chapter in CHAPTERS:
        connect(app, chapter)
    return app


server = create_app().server
