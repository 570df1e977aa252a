"""What Mexico imports of oil products and what its refineries process: two views of oil and products across the border."""

from __future__ import annotations

from dashboard.charts.arranged import Arranged, Callout, Panel
from dashboard.exhibits.energy.parts import BARRELS, inside, middle
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.text import EMPTY, T, number, percent

ALL_IMPORTS, GASOLINE, DIESEL = "mexico_petroleum_product_imports", "mexico_gasoline_imports", "mexico_diesel_imports"
GASOLINE_PRINTED = "mexico_gasoline_imports_report"
CAPACITY, THROUGHPUT, USE = "mexico_refinery_capacity", "mexico_refinery_throughput", "mexico_refinery_utilization"
USE_PRINTED = "pemex_refinery_utilization_report"

UNIT = BARRELS.unit


def imports(shown: Shown) -> Arranged:
    """What Mexico imports from all countries by month, and the number that the report prints."""
    gasoline, said = shown.value(GASOLINE, "2016-07"), shown.value(GASOLINE_PRINTED, "2016-07")
    everything = shown.value(ALL_IMPORTS, "2016-07")
    rows = shown.planned[shown.planned["series"] == GASOLINE]
    top = rows.loc[rows["value"].idxmax()]
    if shown.vintage == "report":
        headline = T(
            "Mexico imported {v} thousand barrels of gasoline a day in July 2016; the report prints {said}",
            "México importó {v} miles de barriles diarios de gasolina en julio de 2016; el informe imprime {said}",
        ).format(v=number(gasoline), said=number(said))
        marks = (("2016-07", gasoline, number(gasoline), 14, -30, "kind-a"),)
    else:
        headline = T(
            "Mexican gasoline imports were highest in {when}: {v} thousand barrels a day",
            "Las importaciones mexicanas de gasolina tuvieron su máximo en {when}: {v} miles de barriles diarios",
        ).format(when=inside(str(top["period"])), v=number(top["value"]))
        marks = ((str(top["period"]), float(top["value"]), number(top["value"]), -10, 20, "kind-a"),)
    printed = T("report: {v}", "informe: {v}").format(v=number(said))
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T("Mexican imports from all countries by month", "Importaciones de México de todos los países por mes"),
            UNIT,
        ),
        latest=latest(shown, GASOLINE, BARRELS, T("gasoline", "gasolina")),
        alt=T(
            "Three monthly lines: all oil products, gasoline, diesel; the number of the report as a circle",
            "Tres líneas mensuales: todos los petrolíferos, gasolina y diésel; el número del informe como círculo",
        ),
        axis="dates",
        panels=(Panel(BARRELS),),
        traces=(
            trace(
                shown,
                ALL_IMPORTS,
                BARRELS,
                "other",
                axis="dates",
                end_label=T("all oil products", "todos los petrolíferos"),
            ),
            trace(shown, GASOLINE, BARRELS, "kind-a", axis="dates", end_label=T("gasoline", "gasolina")),
            trace(shown, DIESEL, BARRELS, "kind-b", axis="dates", dash="dash", end_label=T("diesel", "diésel")),
            trace(shown, GASOLINE_PRINTED, BARRELS, "text", form="points", axis="dates", hollow=True, end_label=EMPTY),
        ),
        callouts=()
        if shown.is_filtered()
        else (
            *(Callout(middle(period), y, words, dx=dx, dy=dy, colour=c) for period, y, words, dx, dy, c in marks),
            Callout(middle("2016-07"), said, printed, dx=-50, dy=26),
        ),
        events=report_published("dates", shown.years()[1]),
        zoomable=True,
        notes=(
            T(
                "The report’s {said} of gasoline in July 2016 is nearer all oil products, {all}; gasoline was {v}.",
                "Los {said} de gasolina que imprime el informe en julio de 2016 se acercan a todos los petrolíferos, {all}; la gasolina fue {v}.",
            ).format(said=number(said), all=number(everything), v=number(gasoline)),
            T(
                "From October 2018 only what Pemex imports is in the data, and they end in November 2018.",
                "Desde octubre de 2018 los datos solo incluyen lo que importa Pemex, y terminan en noviembre de 2018.",
            ),
        ),
    )


def refining(shown: Shown) -> Arranged:
    """Capacity and throughput above, one as a share of the other below, with the share that the report prints."""
    said, use = shown.value(USE_PRINTED, "2016"), shown.value(USE, "2016")
    planned = shown.planned[shown.planned["series"] == USE]
    low, last = planned.loc[planned["value"].idxmin()], shown.last(USE)
    if shown.vintage == "report":
        headline = T(
            "Mexico’s refineries ran at {v} of capacity in 2016; the report prints {said}",
            "Las refinerías de México operaron a {v} de su capacidad en 2016; el informe imprime {said}",
        ).format(v=percent(use, 1), said=percent(said))
        marks = [(2016, use, -12, -28)]
    else:
        headline = T(
            "Mexico’s refineries ran at {v} of capacity in {y}, after a low of {low} in {x}",
            "Las refinerías de México operaron a {v} de su capacidad en {y}, tras un mínimo de {low} en {x}",
        ).format(v=percent(last.value, 1), y=last.year, low=percent(low["value"], 1), x=int(low["year"]))
        marks = [(last.year, last.value, -8, 24), (int(low["year"]), float(low["value"]), -6, -18)]
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T(
                "Mexican refineries: capacity, crude processed, and use",
                "Refinerías mexicanas: capacidad, crudo procesado y uso",
            ),
        ),
        latest=latest(shown, USE, PERCENT, T("of capacity", "de la capacidad")),
        alt=T(
            "Two lines, capacity and throughput; below, throughput as a share of capacity",
            "Dos líneas, capacidad y crudo procesado; abajo, lo procesado como parte de la capacidad",
        ),
        axis="years",
        panels=(
            Panel(BARRELS, title=UNIT.capitalized(), ticks=4),
            Panel(PERCENT, title=T("Use of capacity", "Uso de la capacidad"), limits=(0, 100), ticks=4),
        ),
        traces=(
            trace(shown, CAPACITY, BARRELS, "other", dash="dash", end_label=T("capacity", "capacidad")),
            trace(shown, THROUGHPUT, BARRELS, "mx", end_label=T("processed", "procesado")),
            trace(shown, USE, PERCENT, "mx", panel=1, end_label=EMPTY),
            trace(shown, USE_PRINTED, PERCENT, "text", form="points", panel=1, hollow=True, end_label=EMPTY),
        ),
        callouts=()
        if shown.is_filtered()
        else (
            *(Callout(x, y, percent(y, 1), panel=1, dx=dx, dy=dy, colour="mx") for x, y, dx, dy in marks),
            Callout(
                2016,
                said,
                T("report: {v}", "informe: {v}").format(v=percent(said)),
                panel=1,
                dx=-10 if shown.vintage == "report" else 40,
                dy=44,
            ),
        ),
        events=report_published("years", shown.years()[1]),
        heights=(460, 400, 480),
        notes=(
            T(
                "The report prints 66 percent for “the past few years”: throughput over capacity was {a} in 2014 and {b} in 2015.",
                "El informe imprime 66 por ciento para «los últimos años»: lo procesado era {a} de la capacidad en 2014 y {b} en 2015.",
            ).format(a=percent(shown.value(USE, "2014"), 1), b=percent(shown.value(USE, "2015"), 1)),
        ),
    )
