"""Migration 10: what Americans say about the level of immigration."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.arranged import Arranged, Callout, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.migration.sparse import Dash, joined
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, period_label, position, trace
from dashboard.text import EMPTY, T, join, percent

PRESENT, MORE, LESS = "immigration_kept_at_present_level", "immigration_increased", "immigration_decreased"
ANSWERS = (LESS, PRESENT, MORE)
GALLUP, TIMES = "gallup", "new-york-times-cbs"
WHOLE = replace(PERCENT, digits=0)
APART = 1.6  # years: polls that are further apart have one missing between them, or belong to another time

DRAWN: dict[str, tuple[str, Dash, T]] = {
    LESS: ("kind-a", "solid", T("decreased", "disminuir")),
    PRESENT: ("other", "dot", T("kept at its present level", "mantenerse igual")),
    MORE: ("kind-b", "dash", T("increased", "aumentar")),
}


def levels(shown: Shown) -> Arranged:
    """Three answers on a true date axis, joined only where the next poll is near; another pollster's points are hollow."""
    last = shown.last(LESS, pollster=GALLUP)
    month = period_label(last.period)
    if shown.vintage == "report":
        peak = shown.value(LESS, "1995", pollster=GALLUP)
        headline = T(
            "In {m} {v} wanted less immigration, in 1995 {p} (Gallup via press)",
            "En {m}, {v} quería menos inmigración; en 1995, {p} (Gallup, por la prensa)",
        ).format(m=month, v=percent(last.value), p=percent(peak))
        quoted = ("1995", peak, 34, 14)
    else:
        before = shown.value(LESS, "2024-06", pollster=GALLUP)
        headline = T(
            "In {m} {v} wanted less immigration, {p} a year before (Gallup via press)",
            "En {m}, {v} quería menos inmigración; un año antes, {p} (Gallup, por la prensa)",
        ).format(m=month, v=percent(last.value), p=percent(before))
        quoted = ("2024-06", before, -40, 14)
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T("Should immigration to the United States be …?", "¿La inmigración a EE. UU. debería …?"),
            T("percent of U.S. adults", "por ciento de los adultos de EE. UU."),
        ),
        latest=latest(
            shown,
            LESS,
            WHOLE,
            T("wanted it decreased", "quería que disminuyera"),
            T("Gallup via press", "Gallup, por la prensa"),
        ),
        alt=T(
            "Three lines with points: Americans who want immigration decreased, kept at its level, or increased",
            "Tres líneas con puntos: estadounidenses que quieren que la inmigración disminuya, se mantenga o aumente",
        ),
        axis="dates",
        panels=(Panel(WHOLE, limits=(0, 70)),),
        traces=(*(_answer(shown, series) for series in ANSWERS), _other_poll(shown)),
        callouts=() if shown.is_filtered() else (_callout(shown, *quoted),),
        events=report_published("dates", shown.years()[1]),
        notes=(_QUESTION, _GAPS),
    )


def _answer(shown: Shown, series: str) -> Trace:
    colour, dash, words = DRAWN[series]
    rows = shown.rows(series, pollster=GALLUP)
    if len(rows):
        words = join((percent(float(rows["value"].iloc[-1])), words))
    points = trace(
        shown,
        series,
        WHOLE,
        colour,
        form="points",
        axis="dates",
        dash=dash,
        dimensions={"pollster": GALLUP},
        end_label=words,
    )
    return joined(points, APART)


def _other_poll(shown: Shown) -> Trace:
    return trace(
        shown, LESS, WHOLE, DRAWN[LESS][0], form="points", axis="dates", hollow=True, dimensions={"pollster": TIMES},
        name=T("Decreased (New York Times and CBS)", "Disminuir (New York Times y CBS)"), end_label=EMPTY,
    )  # fmt: skip


def _callout(shown: Shown, period: str, value: float, dx: int, dy: int) -> Callout:
    rows = shown.planned[(shown.planned["series"] == LESS) & (shown.planned["period"] == period)]
    words = T("{v} in {y}", "{v} en {y}").format(v=percent(value), y=period[:4])
    return Callout(position(rows.iloc[0], "dates"), value, words, dx=dx, dy=dy, colour=DRAWN[LESS][0])


_QUESTION = T(
    "Gallup asks: “In your view, should immigration be kept at its present level, increased or decreased?” It is about level, not worry.",
    "Gallup pregunta si la inmigración «debería mantenerse en su nivel actual, aumentar o disminuir». Mide el nivel deseado, no la preocupación.",
)
_GAPS = T(
    "Polls more than a year and a half apart are not joined. Hollow: New York Times and CBS, 1986 and 1993. Polls without a month stand at mid-year.",
    "No se unen encuestas separadas por más de año y medio. Hueco: New York Times y CBS, 1986 y 1993. Las que no tienen mes van a mitad de año.",
)

EXHIBIT = Exhibit(
    id="migration-10",
    chapter="migration",
    order=10,
    number=T("Figure 10", "Gráfica 10"),
    title=T("Public opinion on immigration to the United States", "Opinión pública sobre la inmigración a EE. UU."),
    subject=T(
        "What Americans want the level of immigration to be", "El nivel de inmigración que quieren los estadounidenses"
    ),
    views=(
        View(
            "levels",
            T("Three answers", "Tres respuestas"),
            report=draw(*ANSWERS, years=(1965, 2016)),
            latest=draw(*ANSWERS, years=(1965, 2025)),
            arrange=levels,
        ),
    ),
)
