"""Work visas for Mexicans (added): H-2A, H-2B with H-2R, and TN."""

from __future__ import annotations

from typing import Final, Literal

from dashboard.charts.arranged import Arranged, Callout, Event, Measure, Panel
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.migration.counting import ratio
from dashboard.exhibits.phrases import ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, period_label, trace
from dashboard.text import T, number

VISAS: Final = Measure(T("visas", "visas"))
CLASSES: Final = {
    "visas_h2a_mexico": ("kind-a", T("H-2A, farm work", "H-2A, agrícolas")),
    "visas_h2b_incl_h2r_mexico": ("kind-b", T("H-2B, other seasonal", "H-2B, otros temporales")),
    "visas_tn_mexico": ("kind-c", T("TN, professionals", "TN, profesionistas")),
}
_DASHES: Final[tuple[Literal["solid", "dash", "dot"], ...]] = ("solid", "dash", "dot")
TOGETHER: Final = "visas_h2a_h2b_tn_mexico"

_WHAT = T(
    "Visas issued to Mexicans for work in the United States", "Visas expedidas a mexicanos para trabajar en EE. UU."
)
_FISCAL = T("fiscal years", "años fiscales")
_ISSUED = T(
    "Visas issued: neither people, who may get one every year, nor entries. H-2B holds the H-2R of FY2005–FY2007.",
    "Visas expedidas: no son personas, que pueden recibir una cada año, ni entradas. H-2B incluye las H-2R de 2005-2007.",
)
_METHOD = T(
    "From FY2019 the State Department counts final outcomes, under 1% from before. TN visas halved in FY2024, unexplained.",
    "Desde el AF 2019 el Departamento de Estado cuenta resultados finales (menos de 1% de diferencia). TN: mitad en 2024, sin explicar.",
)


def _notes(shown: Shown) -> tuple[T, ...]:
    return (_ISSUED,) if shown.vintage == "report" else (_ISSUED, _METHOD)


def _events(shown: Shown) -> tuple[Event, ...]:
    return report_published("fiscal-years", shown.years()[1])


def together(shown: Shown) -> Arranged:
    """The three classes piled on each fiscal year, the total on the last."""
    first, last = shown.first("visas_h2a_mexico").period, shown.last("visas_h2a_mexico").period
    start, reported, end = (shown.value(TOGETHER, period) for period in (first, "FY2016", last))
    if shown.vintage == "report":
        headline = T(
            "Work visas issued to Mexicans rose {fold}-fold from {first} to {last}, to {end}",
            "Las visas de trabajo para mexicanos se multiplicaron por {fold} del {first} al {last}, a {end}",
        ).format(fold=ratio(end, start), first=period_label(first), last=period_label(last), end=number(end))
    else:
        headline = T(
            "Mexicans were issued {end} work visas in {last}, {fold} times those of FY2016",
            "Se expidieron {end} visas de trabajo a mexicanos en el {last}, {fold} veces las del AF 2016",
        ).format(fold=ratio(end, reported), last=period_label(last), end=number(end))
    year = int(last[2:])
    return Arranged(
        headline=headline,
        subtitle=subtitle(shown, _WHAT, _FISCAL),
        latest=latest(shown, TOGETHER, VISAS),
        alt=T(
            "Columns by fiscal year: H-2A, H-2B and TN visas issued to Mexicans, piled up",
            "Columnas por año fiscal: visas H-2A, H-2B y TN expedidas a mexicanos, apiladas",
        ),
        axis="fiscal-years",
        panels=(Panel(VISAS),),
        traces=tuple(
            trace(shown, series, VISAS, colour, axis="fiscal-years", form="columns", end_label=words)
            for series, (colour, words) in CLASSES.items()
        ),
        callouts=() if shown.is_filtered() else (Callout(year, end, number(end), dx=-44, dy=8),),
        events=_events(shown),
        notes=_notes(shown),
    )


def classes(shown: Shown) -> Arranged:
    """A line for each class."""
    farm, base = shown.last("visas_h2a_mexico"), shown.value("visas_h2a_mexico", "FY2007")
    return Arranged(
        headline=T(
            "H-2A visas for farm work reached {v} in {year}, {fold} times those of FY2007",
            "Las visas H-2A para el campo llegaron a {v} en el {year}, {fold} veces las del AF 2007",
        ).format(v=number(farm.value), year=period_label(farm.period), fold=ratio(farm.value, base)),
        subtitle=subtitle(shown, _WHAT, _FISCAL),
        latest=latest(shown, "visas_h2a_mexico", VISAS, T("H-2A", "H-2A")),
        alt=T(
            "Three lines by fiscal year: H-2A, H-2B and TN visas issued to Mexicans",
            "Tres líneas por año fiscal: visas H-2A, H-2B y TN expedidas a mexicanos",
        ),
        axis="fiscal-years",
        panels=(Panel(VISAS),),
        traces=tuple(
            trace(
                shown,
                series,
                VISAS,
                colour,
                axis="fiscal-years",
                dash=dash,
                end_label=ending(shown, series, VISAS, words),
            )
            for (series, (colour, words)), dash in zip(CLASSES.items(), _DASHES, strict=True)
        ),
        callouts=() if shown.is_filtered() else (Callout(2007, base, number(base), dx=-10, dy=-40),),
        events=_events(shown),
        notes=_notes(shown),
    )


EXHIBIT = Exhibit(
    id="migration-added-visas",
    chapter="migration",
    order=22,
    number=T("Added", "Añadido"),
    title=T("Work visas for Mexicans", "Visas de trabajo para mexicanos"),
    subject=T("Work visas issued to Mexicans", "Visas de trabajo expedidas a mexicanos"),
    added=True,
    views=(
        View(
            "together",
            T("Together", "En conjunto"),
            report=draw(*CLASSES, years=(1997, 2016)),
            latest=draw(*CLASSES, years=(1997, 2024)),
            arrange=together,
        ),
        View(
            "classes",
            T("By class", "Por clase"),
            report=draw(*CLASSES, years=(1997, 2016)),
            latest=draw(*CLASSES, years=(1997, 2024)),
            arrange=classes,
        ),
    ),
)
