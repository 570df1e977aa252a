"""Energy 6: how much crude oil Mexico and the United States pump."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.arranged import Arranged, Callout, Panel
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.energy.parts import BARRELS, inside, middle
from dashboard.exhibits.events import report_published
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.text import EMPTY, T, number

MX, US = "mexico_crude_condensate_production", "us_crude_condensate_production"
MX_MONTHLY, US_MONTHLY = "mexico_crude_production", "us_crude_production"
US_FROM_VOLUME = "us_crude_production_rate_from_volume"
PRINTED, LIMIT = "pemex_production_report", "pemex_production_report_upper_bound"
PEAK = "2004"

MEXICO, UNITED_STATES = T("Mexico", "México"), T("United States", "Estados Unidos")
UNIT = BARRELS.unit


def annual(shown: Shown) -> Arranged:
    """Both countries on one axis; what the report prints of Pemex stands beside the line as points."""
    peak, end, us = shown.value(MX, PEAK), shown.last(MX), shown.last(US)
    if shown.vintage == "report":
        headline = T(
            "Mexico’s crude output fell from {a} thousand barrels a day in {x} to {b} in {y}",
            "La producción de crudo de México cayó de {a} miles de barriles diarios en {x} a {b} en {y}",
        ).format(a=number(peak), x=PEAK, b=number(end.value), y=end.year)
    else:
        headline = T(
            "U.S. crude output was {n} times Mexico’s in {y}: {us} and {mx} thousand barrels a day",
            "La producción de crudo de EE. UU. fue {n} veces la de México en {y}: {us} y {mx} miles de barriles diarios",
        ).format(n=number(us.value / end.value, 1), y=end.year, us=number(us.value), mx=number(end.value))
    printed = shown.value(LIMIT, "2017")
    return Arranged(
        headline=headline,
        subtitle=subtitle(shown, T("Crude oil and condensate", "Petróleo crudo y condensados"), UNIT),
        latest=latest(shown, MX, BARRELS, MEXICO),
        alt=T(
            "Two lines: crude output of the United States and of Mexico",
            "Dos líneas: la producción de crudo de Estados Unidos y la de México",
        ),
        axis="years",
        panels=(Panel(BARRELS),),
        traces=(
            trace(shown, US, BARRELS, "us", values="last", end_label=UNITED_STATES),
            trace(shown, MX, BARRELS, "mx", dash="dash", end_label=MEXICO),
            trace(shown, PRINTED, BARRELS, "text", form="points", hollow=True, end_label=EMPTY),
            trace(shown, LIMIT, BARRELS, "text", form="points", hollow=True, end_label=EMPTY),
        ),
        callouts=()
        if shown.is_filtered()
        else (
            Callout(int(PEAK), peak, number(peak), dx=0, dy=-26, colour="mx"),
            Callout(end.year, end.value, number(end.value), dx=-14, dy=26, colour="mx"),
            Callout(
                2017,
                printed,
                T("report: under {v}", "informe: menos de {v}").format(v=number(printed)),
                dx=-70 if shown.vintage == "report" else 60,
                dy=-44 if shown.vintage == "report" else 36,
            ),
        ),
        events=report_published("years", shown.years()[1]),
        notes=(_SAME, _PRINTED),
    )


def monthly(shown: Shown) -> Arranged:
    """The two countries by month in two panels; before Mexico's monthly series its yearly averages."""
    us_series = US_MONTHLY if shown.vintage == "report" else US_FROM_VOLUME
    mx, us = shown.last(MX_MONTHLY), shown.last(us_series)
    if shown.vintage == "report":
        headline = T(
            "Mexico pumped {mx} thousand barrels a day in {when}, the United States {us}",
            "En {when}, México extrajo {mx} miles de barriles diarios de crudo y Estados Unidos {us}",
        ).format(mx=number(mx.value), us=number(us.value), when=inside(mx.period))
        marked = us
    else:
        rows = shown.planned[shown.planned["series"] == us_series]
        top = rows.loc[rows["value"].idxmax()]
        marked = replace(us, value=float(top["value"]), period=str(top["period"]))
        headline = T(
            "The U.S. pumped {v} thousand barrels a day in {when}, the most from {y} on",
            "EE. UU. extrajo {v} miles de barriles diarios en {when}, más que en cualquier mes desde {y}",
        ).format(v=number(marked.value), when=inside(marked.period), y=shown.first(us_series).year)
    return Arranged(
        headline=headline,
        subtitle=subtitle(shown, T("Crude oil by month", "Petróleo crudo por mes"), UNIT),
        latest=latest(shown, US_FROM_VOLUME, BARRELS, UNITED_STATES),
        alt=T(
            "Two panels by month: crude output of the United States above, of Mexico below",
            "Dos paneles por mes: producción de crudo de Estados Unidos arriba y de México abajo",
        ),
        axis="dates",
        panels=(Panel(BARRELS, title=UNITED_STATES, ticks=4), Panel(BARRELS, title=MEXICO, ticks=4)),
        traces=(
            trace(shown, us_series, BARRELS, "us", axis="dates", end_label=EMPTY),
            trace(shown, MX, BARRELS, "mx", axis="dates", dash="dot", panel=1, end_label=EMPTY),
            trace(shown, MX_MONTHLY, BARRELS, "mx", axis="dates", panel=1, end_label=EMPTY),
        ),
        callouts=()
        if shown.is_filtered()
        else (
            Callout(middle(marked.period), marked.value, number(marked.value), dx=-14, dy=-50, colour="us"),
            Callout(middle(mx.period), mx.value, number(mx.value), panel=1, dx=-20, dy=-24, colour="mx"),
        ),
        events=report_published("dates", shown.years()[1]),
        zoomable=True,
        heights=(480, 420, 500),
        notes=(
            T(
                "Each panel has its own scale. Dotted: yearly averages with condensate. Mexico’s months begin in December 2006, a low outlier.",
                "Cada panel tiene su escala. Punteado: promedios anuales con condensados. Los meses mexicanos empiezan en diciembre de 2006, un dato atípico.",
            ),
            _EDITIONS_OLD if shown.vintage == "report" else _EDITIONS_NEW,
        ),
    )


_SAME = T(
    "Crude with condensate; both countries’ crude alone is within 0.1 percent of it. Natural gas liquids are not in it.",
    "Crudo con condensados; el crudo solo de ambos países difiere hasta 0.1 por ciento. No incluye líquidos del gas natural.",
)
_PRINTED = T(
    "Circles: what the report prints, 3.4 million in 2004 and “less than 2 million” in 2017, a forecast when it was printed.",
    "Círculos: lo que imprime el informe, 3.4 millones en 2004 y «menos de 2 millones» en 2017, un pronóstico al imprimirse.",
)
_EDITIONS_OLD = T(
    "The report drew a copy of these data by Trading Economics that is not public.",
    "El informe usó una copia de estos datos de Trading Economics que no es pública.",
)
_EDITIONS_NEW = T(
    "U.S. rates are computed from the volume of the month (edition of February 2026); Mexico’s monthly series ends in July 2023.",
    "Las tasas de EE. UU. se calculan con el volumen del mes (edición de febrero de 2026); la serie mensual de México termina en julio de 2023.",
)
_BEFORE = draw(MX, years=(2001, 2006))

EXHIBIT = Exhibit(
    id="energy-6",
    wide=True,
    chapter="energy",
    order=6,
    number=T("Figure 6", "Gráfica 6"),
    title=T("Mexican and U.S. oil production, 2001–2016", "Producción petrolera de México y EE. UU., 2001-2016"),
    subject=T("Crude oil output of Mexico and the United States", "Producción de crudo de México y Estados Unidos"),
    views=(
        View(
            "annual",
            T("By year", "Por año"),
            report=draw(US, MX, years=(2001, 2016)) + draw(PRINTED, LIMIT),
            latest=draw(US, MX, years=(2000, 2024)) + draw(PRINTED, LIMIT),
            arrange=annual,
            build=((US,), (MX, PRINTED, LIMIT)),
        ),
        View(
            "monthly",
            T("By month", "Por mes"),
            report=_BEFORE + draw(MX_MONTHLY, US_MONTHLY, years=(2001, 2016)),
            latest=_BEFORE + draw(MX_MONTHLY, US_FROM_VOLUME, years=(2001, None)),
            arrange=monthly,
        ),
    ),
)
