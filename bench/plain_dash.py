"""What the dashboard is measured against: a plain Dash page of six line charts, everything as Dash has it by default."""

import plotly.graph_objects as go
from dash import Dash, dcc, html

YEARS = list(range(1990, 2025))


def figure(number: int) -> go.Figure:
    """Three lines over 35 years."""
    lines = [
        go.Scatter(x=YEARS, y=[(year - 1990) * series + number for year in YEARS], name=f"Series {series}")
        for series in (1, 2, 3)
    ]
    return go.Figure(lines, {"title": f"Figure {number}"})


app = Dash(__name__)
app.layout = html.Div([html.H1("Six charts"), *(dcc.Graph(figure=figure(number)) for number in range(6))])
server = app.server
