"""The layout of a figure at one width: margins, axes with round ticks, panels, words placed on the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any

from dashboard.charts import callouts, keys, labels, places, rows, spans
from dashboard.charts.arranged import Arranged, Band, Panel, Trace, extent
from dashboard.charts.keys import Key
from dashboard.charts.scales import Scale, date_ticks, linear, year_ticks
from dashboard.charts.theme import Size, var
from dashboard.text import Lang, number

PANEL_GAP = 46  # px between stacked panels: the title of the lower one stands in it
FONT = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True)
class Frame:
    """Pixels: the figure's height, its margins, and per panel its scale, its bottom (paper 0..1) and its height."""

    height: int
    left: float
    right: float
    top: float
    bottom: float
    scales: tuple[Scale, ...]
    domains: tuple[tuple[float, float], ...]

    @property
    def plot_height(self) -> float:
        """Px between the margins."""
        return self.height - self.top - self.bottom

    @property
    def panel_heights(self) -> list[float]:
        """Px of each panel."""
        return [(high - low) * self.plot_height for low, high in self.domains]


def frame(arranged: Arranged, lang: Lang, size: Size, key: Key) -> Frame:
    """Where everything stands at ``size``."""
    index = ("small", "medium", "large").index(size.name)
    height = arranged.heights[index] + round(len(key.lines) * size.label * labels.LINE_HEIGHT)
    scales = tuple(_scale(arranged, i) for i in range(len(arranged.panels)))
    top = 14 + len(key.lines) * size.label * labels.LINE_HEIGHT + (6 if key.lines else 0)
    top += (size.label + 6) * _event_rows(arranged)
    if arranged.axis not in ("categories", "none") and any(p.title for p in arranged.panels[:1]):
        top += size.label + 8
    if arranged.axis == "none":
        top += _panel_title_room(arranged, lang, size)
        height = round(top + 2 + (places.grid_height(arranged, size) or height - top - 2))
        return Frame(height, 2, 2, top, 2, scales, _domains(arranged, height - top))
    if arranged.axis == "categories":
        named = rows.rows(arranged, lang, size)
        top += named.top(size)
        below = spans.bottom(size) if spans.there(arranged) else 6
        tall = named.height + named.over(size)
        return Frame(round(top + tall + below), named.left, 6, top, below, scales, _domains(arranged, tall))
    bottom = size.tick + 14.0
    left, right = _sides(arranged, lang, size, key, scales)
    return Frame(height, left, right, top, bottom, scales, _domains(arranged, height - top - bottom))


def _panel_title(arranged: Arranged, panel: Panel, lang: Lang, size: Size) -> str:
    """The title of a panel without axes, in lines that its width holds."""
    wide = size.narrowest if size.name == "small" else size.narrowest / len(arranged.panels)
    return labels.wrap(panel.title[lang], int(wide / (0.6 * size.label)))


def _panel_title_room(arranged: Arranged, lang: Lang, size: Size) -> float:
    titles = [_panel_title(arranged, panel, lang, size) for panel in arranged.panels if panel.title]
    return max((labels.height(title, size.label) for title in titles), default=-4) + 4


def _sides(arranged: Arranged, lang: Lang, size: Size, key: Key, scales: Sequence[Scale]) -> tuple[float, float]:
    ticks = [
        text for scale, panel in zip(scales, arranged.panels, strict=True) for text in _tick_texts(scale, panel, lang)
    ]
    left = max(labels.width(text, size.tick) for text in ticks) + 10
    # Without end labels the last tick needs half its own width: a year's, or a month's with its year.
    return left, key.end_width + 4 if key.end else 36 if arranged.axis == "dates" else 18


def _event_rows(arranged: Arranged) -> int:
    above = any(event.panel == 0 for event in arranged.events) or any(band.above for band in arranged.bands)
    return 1 if above else 0


def _domains(arranged: Arranged, plot_height: float) -> tuple[tuple[float, float], ...]:
    """The panels from the top down, as shares of the plotting height, a gap between them."""
    if arranged.axis in ("categories", "none"):
        return tuple((0.0, 1.0) for _ in arranged.panels)
    gap = PANEL_GAP / plot_height
    total = sum(panel.share for panel in arranged.panels)
    room = 1 - gap * (len(arranged.panels) - 1)
    domains, top = [], 1.0
    for panel in arranged.panels:
        high, top = top, top - room * panel.share / total
        domains.append((max(0.0, round(top, 4)), round(high, 4)))
        top -= gap
    return tuple(domains)


def _scale(arranged: Arranged, panel: int) -> Scale:
    declared = arranged.panels[panel]
    columns = any(trace.form in ("columns", "bars") for trace in arranged.traces if trace.panel == panel)
    return linear(*reach(arranged, panel), declared.ticks, from_zero=declared.from_zero or columns)


def reach(arranged: Arranged, panel: int) -> tuple[float, float]:
    """The least and the greatest value that a panel must hold: those declared, or those of its data."""
    return arranged.panels[panel].limits or extent(_reach([t for t in arranged.traces if t.panel == panel]))


def _reach(traces: Sequence[Trace]) -> list[float | None]:
    """Every height that the panel must hold: values, and the tops and bottoms of piles of columns."""
    values = [mark.y for trace in traces for mark in trace.marks if trace.form != "columns"]
    piles: dict[tuple[object, bool], float] = {}
    for trace in traces:
        if trace.form == "columns":
            for mark in trace.drawn():
                pile = (mark.x, (mark.y or 0) >= 0)
                piles[pile] = piles.get(pile, 0.0) + (mark.y or 0)
    return [*values, *piles.values()]


def _tick_texts(scale: Scale, panel: Panel, lang: Lang) -> list[str]:
    return [panel.measure.affix[lang].format(figure=number(tick, scale.digits)[lang]) for tick in scale.ticks]


def assemble(arranged: Arranged, lang: Lang, size: Size, frame: Frame, key: Key) -> dict[str, Any]:
    """The layout as Plotly describes it."""
    return shared(size) | {
        "height": frame.height,
        "margin": {"l": frame.left, "r": frame.right, "t": frame.top, "b": frame.bottom, "pad": 0, "autoexpand": False},
        "hovermode": "closest" if arranged.axis in ("categories", "none") else "x unified",
        "hoversubplots": "axis",
        # plotly.js counts a column that is pointed at as almost this far away: a dot nearer than that would win over it.
        "hoverdistance": 10 if any(trace.form == "columns" for trace in arranged.traces) else 30,
        "dragmode": "zoom" if arranged.zoomable else False,
        "barmode": "relative",
        "bargap": 0.25,
        "uniformtext": {"mode": "hide", "minsize": size.tick - 1},  # no figure where its column has no room for it
        "annotations": _annotations(arranged, lang, size, frame, key),
        "shapes": _shapes(arranged),
        **_axes(arranged, lang, size, frame),
    }


def shared(size: Size) -> dict[str, Any]:
    """What the layouts of all charts have in common: the ground, the type, the hover box."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": size.tick, "color": var("text")},
        "hoverdistance": 30,
        "hoverlabel": {
            "bgcolor": var("raised"),
            "bordercolor": var("rule"),
            "font": {"family": FONT, "size": size.tick, "color": var("text")},
            "align": "left",
            "namelength": -1,
        },
        "dragmode": False,
        "showlegend": False,
    }


def _axes(arranged: Arranged, lang: Lang, size: Size, frame: Frame) -> dict[str, Any]:
    """The axes, and what the page must know to fit a chart without axes to its width (``meta``)."""
    if arranged.axis == "categories":
        named = rows.rows(arranged, lang, size)
        axes = rows.axes(named, size, _plain_axis())
        years = spans.years(arranged, named.high, size) if spans.there(arranged) else {}
        return axes | {"xaxis": axes["xaxis"] | years}
    if arranged.axis == "none":
        columns, down = places.grid(arranged) or (None, None)
        if columns:
            return places.axes(arranged, _plain_axis()) | {"meta": {"columns": columns, "rows": down}}
        where = places.domains(arranged, size, _panel_title_room(arranged, lang, size), frame.plot_height)
        return {"meta": {"domains": where}, "uniformtext": {"mode": "hide", "minsize": size.tick}}
    return _y_axes(arranged, lang, size, frame) | {"xaxis": _x_axis(arranged, lang, size)}


def _plain_axis(**more: Any) -> dict[str, Any]:
    return {"zeroline": False, "showgrid": False, "fixedrange": True, "ticks": "", **more}


def _y_axes(arranged: Arranged, lang: Lang, size: Size, frame: Frame) -> dict[str, Any]:
    axes: dict[str, Any] = {}
    if arranged.milestones:  # they stand on the foot of the whole chart, whatever its scale
        axes["yaxis99"] = _plain_axis(domain=[0, 1], range=[0, 1], visible=False)
    for i, (panel, scale, domain) in enumerate(zip(arranged.panels, frame.scales, frame.domains, strict=True)):
        axes[f"yaxis{i + 1}" if i else "yaxis"] = {
            "domain": list(domain),
            "range": [scale.low, scale.high],
            "tickmode": "array",
            "tickvals": list(scale.ticks),
            "ticktext": _tick_texts(scale, panel, lang),
            "tickfont": {"size": size.tick, "color": var("muted")},
            "gridcolor": var("grid"),
            "showgrid": True,
            "zeroline": scale.low <= 0,
            "zerolinecolor": var("muted"),
            "zerolinewidth": 1,
            "fixedrange": True,
            "ticks": "",
        }
    return axes


def _x_axis(arranged: Arranged, lang: Lang, size: Size) -> dict[str, Any]:
    anchor = f"y{len(arranged.panels)}" if len(arranged.panels) > 1 else "y"
    base = _plain_axis(
        anchor=anchor,
        tickfont={"size": size.tick, "color": var("muted")},
        tickangle=0,
        ticklabelstandoff=3,  # off the 0 of the y axis
        showspikes=True,
        spikemode="across",
        spikethickness=1,
        spikedash="dot",
        spikecolor=var("muted"),
        spikesnap="data",
    )
    xs = [mark.x for _, mark in arranged.marks()]
    if arranged.axis == "dates":
        return (
            base
            | _date_ticks([str(x) for x in xs], size, _with_points(arranged))
            | {"fixedrange": not arranged.zoomable}
        )
    first, last = (min(xs), max(xs)) if xs else (0, 1)
    step = _column_step(arranged)
    margin = 0.7 * step or 0.3
    ticks = year_ticks(int(first), int(last), size.ticks)
    if step > 1:  # columns of every fifth year: their years and no others
        ticks = [int(x) for x in sorted({float(mark.x) for t, mark in arranged.marks() if t.form == "columns"})]
    fiscal = arranged.axis == "fiscal-years"
    prefix = {"en": "FY", "es": "AF "}[lang] if fiscal else ""
    title = {"unifiedhovertitle": {"text": f"{prefix}%{{x:.0f}}"}}
    return (
        base
        | title
        | {
            "type": "linear",
            "range": [float(first) - margin, float(last) + margin],
            "tickmode": "array",
            "tickvals": ticks,
            "ticktext": [f"{prefix}{year}" if fiscal and i == 0 else str(year) for i, year in enumerate(ticks)],
        }
    )


def _column_step(arranged: Arranged) -> float:
    """Years from one column to the next; 0 without columns."""
    xs = sorted({float(mark.x) for trace, mark in arranged.marks() if trace.form == "columns"})
    return min((after - before for before, after in pairwise(xs)), default=float(bool(xs)))


def _with_points(arranged: Arranged) -> bool:
    return any(trace.markers or trace.form == "points" for trace, _ in arranged.marks())


def _date_ticks(dates: list[str], size: Size, padded: bool) -> dict[str, Any]:
    """The axis of dates; ``padded``: room for points at its ends."""
    first, last = (min(dates), max(dates)) if dates else ("2000-01-01", "2001-01-01")
    if padded:
        room = max((date.fromisoformat(last) - date.fromisoformat(first)) / 80, timedelta(days=20))
        first, last = (str(date.fromisoformat(first) - room), str(date.fromisoformat(last) + room))
    return {"type": "date", "range": [first, last], "hoverformat": "%b %Y", **date_ticks(first, last, size.ticks)}


def _text(words: str, font: int, colour: str, **where: Any) -> dict[str, Any]:
    return {"text": words, "font": {"size": font, "color": var(colour)}, "showarrow": False, **where}


def _annotations(arranged: Arranged, lang: Lang, size: Size, frame: Frame, key: Key) -> list[dict[str, Any]]:
    built = []
    if key.lines:
        where = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -frame.left, "align": "left"}
        where |= {"yref": "paper", "y": 1, "yanchor": "top", "yshift": frame.top - 4, "name": key.note}
        built.append(_text("<br>".join(key.lines), size.label, "text", **where))
    if arranged.axis == "categories":
        built += rows.words(rows.rows(arranged, lang, size), size)
        built += spans.starts(arranged, lang, size)
    built += _panel_titles(arranged, lang, size, frame)
    built += keys.end_annotations(key, frame.scales, frame.panel_heights, size)
    built += _event_words(arranged, lang, size, frame)
    for band in arranged.bands:
        if band.words:
            built.append(_band_words(band, lang, size))
    for callout in arranged.callouts:
        words = labels.wrap(callout.words[lang], 26)
        built.append(
            _text(words, size.label, callout.colour if callout.colour == "text" else f"as-{callout.colour}")
            | {
                "x": callout.x,
                "y": callout.y,
                "xref": "x",
                "yref": f"y{callout.panel + 1}" if callout.panel else "y",
                "showarrow": True,
                "arrowhead": 0,
                "arrowwidth": 1,
                "arrowcolor": var("muted"),
                "standoff": 4,
                "ax": callouts.shift(callout, words, arranged, size, frame.left, frame.right),
                "ay": -callouts.rise(callout, words, size, frame.scales, frame.panel_heights),
                "align": "right" if callout.dx < 0 else "left",
                "bgcolor": var("ground"),
                "borderpad": 1,
            }
        )
    return built


def _band_words(band: Band, lang: Lang, size: Size) -> dict[str, Any]:
    """The words of a band: at the left of its upper end, or above the plot at its start, on a phone in two lines."""
    if not band.above:
        inside = {"x": band.start, "xanchor": "left", "xshift": 3, "y": 1, "yanchor": "top", "align": "left"}
        return _text(labels.wrap(band.words[lang], 16), size.label - 1, "muted", **inside, xref="x", yref="paper")
    words = labels.wrap(band.words[lang], 8 if size.name == "small" else 16)
    where = {"xanchor": "center", "xshift": 8} if size.name == "small" else {"xanchor": "left", "xshift": 3}
    above = {"x": band.start, "y": 1, "yanchor": "bottom", "yshift": 3, "align": "left"}
    return _text(words, size.label - 1, "muted", **above, **where, xref="x", yref="paper")


def _panel_titles(arranged: Arranged, lang: Lang, size: Size, frame: Frame) -> list[dict[str, Any]]:
    titled = [(i, panel) for i, panel in enumerate(arranged.panels) if panel.title]
    if arranged.axis == "none":
        where = places.domains(arranged, size, _panel_title_room(arranged, lang, size), frame.plot_height)
        return [
            _text(
                f"<b>{_panel_title(arranged, panel, lang, size)}</b>",
                size.label,
                "text",
                xref="paper",
                x=where[i]["x"][0],
            )
            | {
                "xanchor": "left",
                "yref": "paper",
                "y": where[i]["y"][1],
                "yanchor": "bottom",
                "yshift": 2,
                "align": "left",
            }
            for i, panel in titled
        ]
    return [
        _text(f"<b>{panel.title[lang]}</b>", size.label, "text", xref="paper", x=0, xanchor="left")
        | {"xshift": -frame.left, "yref": "paper", "y": frame.domains[i][1], "yanchor": "bottom"}
        | {"yshift": 8 if i else 8 + (size.label + 6) * _event_rows(arranged)}  # above the words of events
        for i, panel in titled
    ]


def _event_words(arranged: Arranged, lang: Lang, size: Size, frame: Frame) -> list[dict[str, Any]]:
    """Words of the events above the first panel; the last one ends at its line (on a phone short of a band's words)."""
    events = sorted(arranged.events, key=lambda event: event.x)
    built, ends = [], -3 if size.name == "small" and any(band.above for band in arranged.bands) else 3
    for position, event in enumerate(events):
        last = position == len(events) - 1
        where = {"x": event.x, "xref": "x", "xanchor": "right" if last else "left", "xshift": ends if last else -3}
        above = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 3}
        built.append(_text(event.words[lang], size.label - 1, "muted", **where, **above))
    return built


def _shapes(arranged: Arranged) -> list[dict[str, Any]]:
    lines = [
        {
            "type": "line",
            "x0": x,
            "x1": x,
            "xref": "x",
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "line": {"color": var("muted"), "width": 1, "dash": "dot"},
        }
        for x, _ in groupby(sorted((event.x for event in arranged.events), key=str))
    ]
    bands = [
        {
            "type": "rect",
            "x0": band.start,
            "x1": band.end,
            "xref": "x",
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "layer": "below",
            "fillcolor": var("raised"),
            "line": {"width": 0},
        }
        for band in arranged.bands
    ]
    return [*bands, *lines]
