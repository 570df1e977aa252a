"""Added: oil and its products across the border, what Mexico imports and refines, and what the trade is worth."""

from __future__ import annotations

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.energy.parts import BARRELS, filled, inside, middle
from dashboard.exhibits.energy.refining import (
    ALL_IMPORTS,
    CAPACITY,
    DIESEL,
    GASOLINE,
    GASOLINE_PRINTED,
    THROUGHPUT,
    USE,
    USE_PRINTED,
    imports,
    refining,
)
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import USD_BILLION
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.text import EMPTY, T, number

PRODUCTS, PRODUCTS_DAILY = "us_petroleum_product_exports_mexico_annual", "us_petroleum_product_exports_mexico_daily"
OIL = "us_petroleum_imports_mexico"
CRUDE, CRUDE_MONTHLY = "us_crude_imports_mexico_annual", "us_crude_imports_mexico"
SOLD, BOUGHT = "us_energy_exports_mexico_value", "us_energy_imports_mexico_value"
BOTH_WAYS, BALANCE, PRINTED = "us_mexico_hs27_trade_value", "us_mexico_hs27_trade_balance", "us_energy_trade_mexico"

UNIT = BARRELS.unit
BILLION = Measure(USD_BILLION.unit, digits=1)


def flows(shown: Shown) -> Arranged:
    """Products to Mexico and oil from Mexico as two lines of years; crude alone as points."""
    out, back = shown.value(PRODUCTS, "2016"), shown.value(OIL, "2016")
    newest = shown.last(PRODUCTS)
    if shown.vintage == "report":
        headline = T(
            "In 2016 the U.S. sold Mexico {a} thousand barrels of oil products a day, bought {b} of oil",
            "En 2016 EE. UU. vendió a México {a} miles de barriles diarios de petrolíferos y compró {b} de crudo y petrolíferos",
        ).format(a=number(out), b=number(back))
    else:
        headline = T(
            "The U.S. sold Mexico {v} thousand barrels of oil products a day in {y}, {old} in 2016",
            "EE. UU. vendió a México {v} miles de barriles diarios de petrolíferos en {y} y {old} en 2016",
        ).format(v=number(newest.value), y=newest.year, old=number(out))
    marks = ((2016, out, -14, 26, "us"), (2016, back, -16, -26, "mx"))
    if shown.vintage == "latest":
        marks = ((2016, out, -26, 12, "us"), (newest.year, newest.value, -8, 24, "us"))
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T("Oil and its products between the U.S. and Mexico", "Petróleo y petrolíferos entre EE. UU. y México"),
            UNIT,
        ),
        latest=latest(shown, PRODUCTS, BARRELS, T("products to Mexico", "petrolíferos a México")),
        alt=T(
            "Two lines by year: U.S. oil products to Mexico, and crude and products from Mexico",
            "Dos líneas por año: petrolíferos de EE. UU. a México, y crudo y petrolíferos desde México",
        ),
        axis="years",
        panels=(Panel(BARRELS),),
        traces=(
            trace(shown, PRODUCTS, BARRELS, "us", end_label=T("products to Mexico", "petrolíferos a México")),
            trace(
                shown,
                OIL,
                BARRELS,
                "mx",
                dash="dash",
                end_label=T("crude and products from Mexico", "crudo y petrolíferos desde México"),
            ),
            trace(
                shown,
                CRUDE,
                BARRELS,
                "mx",
                form="points",
                hollow=True,
                name=T("Crude alone from Mexico", "Solo crudo desde México"),
                end_label=EMPTY,
            ),
        ),
        callouts=()
        if shown.is_filtered()
        else (
            *(Callout(x, y, number(y), dx=dx, dy=dy, colour=c) for x, y, dx, dy, c in marks),
            Callout(2013, shown.value(CRUDE, "2013"), T("crude alone", "solo crudo"), dx=-74, dy=-6, colour="mx"),
        ),
        events=report_published("years", shown.years()[1]),
        notes=(
            _RATE,
            T(
                "What comes from Mexico is crude with products, to 2017; crude alone (circles) is EIA quoted by others, five years.",
                "Lo que llega de México es crudo con petrolíferos, hasta 2017; el crudo solo (círculos) es de la EIA citada por otros, cinco años.",
            ),
        ),
    )


def monthly(shown: Shown) -> Arranged:
    """Products by month as a line; the months of crude that could be read as points."""
    rows = shown.planned[shown.planned["series"] == PRODUCTS_DAILY]
    top = rows.loc[rows["value"].idxmax()]
    return Arranged(
        headline=T(
            "U.S. oil products to Mexico were highest in {when}: {v} thousand barrels a day",
            "Los petrolíferos de EE. UU. a México tuvieron su máximo en {when}: {v} miles de barriles diarios",
        ).format(when=inside(str(top["period"])), v=number(top["value"])),
        subtitle=subtitle(
            shown,
            T(
                "Oil products to Mexico and crude from Mexico by month",
                "Petrolíferos a México y crudo desde México por mes",
            ),
            UNIT,
        ),
        latest=latest(shown, PRODUCTS_DAILY, BARRELS, T("products to Mexico", "petrolíferos a México")),
        alt=T(
            "A monthly line of U.S. oil products to Mexico, and scattered months of crude from Mexico as points",
            "Línea mensual de petrolíferos de EE. UU. a México y meses sueltos de crudo desde México como puntos",
        ),
        axis="dates",
        panels=(Panel(BARRELS),),
        traces=(
            trace(
                shown,
                PRODUCTS_DAILY,
                BARRELS,
                "us",
                axis="dates",
                end_label=T("products to Mexico", "petrolíferos a México"),
            ),
            trace(
                shown,
                CRUDE_MONTHLY,
                BARRELS,
                "mx",
                form="points",
                axis="dates",
                end_label=T("crude from Mexico", "crudo desde México"),
            ),
        ),
        callouts=()
        if shown.is_filtered()
        else (Callout(middle(str(top["period"])), top["value"], number(top["value"]), dx=-30, dy=20, colour="us"),),
        events=report_published("dates", shown.years()[1]),
        zoomable=True,
        notes=(
            _RATE,
            T(
                "Crude by month is known for the months with a point only: they are no series, so no line joins them.",
                "El crudo por mes solo se conoce en los meses con un punto: no forman una serie y ninguna línea los une.",
            ),
        ),
    )


def value(shown: Shown) -> Arranged:
    """What the trade is worth both ways, and its balance; the number that the report prints as a circle."""
    now, said = shown.value(BOTH_WAYS, "2015"), shown.value(PRINTED, "2015")
    first, last = shown.first(BALANCE), shown.last(BALANCE)
    signed = [number(one.value, 1, sign=True) for one in (first, last)]
    if shown.vintage == "report":
        headline = T(
            "Trade in mineral fuels was ${v} billion in 2015; the report prints ${said} billion for energy",
            "El comercio de combustibles fue de {v} mil millones de dólares en 2015; el informe imprime {said} de energía",
        ).format(v=number(now, 1), said=number(said))
    else:
        headline = T(
            "The U.S. balance in mineral fuels went from {a} billion dollars in {x} to {b} in {y}",
            "El saldo de EE. UU. en combustibles pasó de {a} mil millones de dólares en {x} a {b} en {y}",
        ).format(a=signed[0], x=first.year, b=signed[1], y=last.year)
    balances = ((first, signed[0], -14), (last, signed[1], 16)) if first.year != last.year else ()
    return filled(
        Arranged(
            headline=headline,
            subtitle=subtitle(
                shown,
                T(
                    "Trade in fuels and energy between the U.S. and Mexico",
                    "Comercio de combustibles y energía entre EE. UU. y México",
                ),
                T("billion dollars", "miles de millones de dólares"),
            ),
            latest=latest(shown, BALANCE, BILLION, T("U.S. balance", "saldo de EE. UU.")),
            alt=T(
                "Lines: trade in mineral fuels both ways, energy exports and imports; below, columns of the balance",
                "Líneas: comercio total de combustibles, exportaciones e importaciones de energía; abajo, columnas del saldo",
            ),
            axis="years",
            panels=(
                Panel(BILLION, title=T("Value", "Valor"), ticks=4, share=1.4),
                Panel(BILLION, title=T("U.S. balance in mineral fuels", "Saldo de EE. UU. en combustibles"), ticks=3),
            ),
            traces=(
                trace(
                    shown,
                    BOTH_WAYS,
                    BILLION,
                    "other",
                    markers=True,
                    end_label=T("mineral fuels, both ways", "combustibles, ambos sentidos"),
                ),
                trace(shown, SOLD, BILLION, "us", markers=True, end_label=T("energy to Mexico", "energía a México")),
                trace(
                    shown,
                    BOUGHT,
                    BILLION,
                    "mx",
                    dash="dash",
                    markers=True,
                    end_label=T("energy from Mexico", "energía desde México"),
                ),
                trace(shown, PRINTED, BILLION, "text", form="points", hollow=True, end_label=EMPTY),
                trace(shown, BALANCE, BILLION, "us", form="columns", panel=1, end_label=EMPTY),
            ),
            callouts=()
            if shown.is_filtered()
            else (
                Callout(2015, said, T("report: {v}", "informe: {v}").format(v=number(said)), dx=52, dy=0),
                Callout(2015, now, number(now, 1), dx=-6, dy=-26),
                *(
                    Callout(one.year, one.value, words, panel=1, dx=0, dy=dy, colour="us")
                    for one, words, dy in balances
                ),
            ),
            events=report_published("years", shown.years()[1]),
            heights=(480, 420, 500),
            notes=(
                T(
                    "Mineral fuels are HS chapter 27 (Census); imports of 2021–2023 are not known. Energy to and from Mexico: Census as quoted from EIA.",
                    "Combustibles es el capítulo 27 del SA (Census); faltan las importaciones de 2021 a 2023. Energía: Census, citado de la EIA.",
                ),
                T(
                    "The report’s {said} billion names no year; in 2013, before oil prices fell, fuels alone were {v} billion.",
                    "Los {said} mil millones del informe no tienen año; en 2013, antes de bajar el petróleo, los combustibles sumaban {v}.",
                ).format(said=number(said), v=number(shown.value(BOTH_WAYS, "2013"), 1)),
            ),
        )
    )


_RATE = T(
    "Products: volume of the period divided by its days, EIA release of March 2023.",
    "Petrolíferos: volumen del periodo entre sus días, edición de la EIA de marzo de 2023.",
)
_TRADE = (BOTH_WAYS, BALANCE, SOLD, BOUGHT, PRINTED)

EXHIBIT = Exhibit(
    id="energy-trade",
    chapter="energy",
    order=11,
    number=T("Added", "Añadido"),
    title=T("Oil and products across the border", "Petróleo y petrolíferos a través de la frontera"),
    subject=T(
        "Oil, fuels and energy between the U.S. and Mexico", "Petróleo, combustibles y energía entre EE. UU. y México"
    ),
    dimensions=("years", "direction"),
    views=(
        View(
            "flows",
            T("By year", "Por año"),
            report=draw(PRODUCTS, OIL, CRUDE, years=(1993, 2016)),
            latest=draw(PRODUCTS, OIL, CRUDE, years=(1993, None)),
            arrange=flows,
        ),
        View(
            "monthly",
            T("By month", "Por mes"),
            report=draw(PRODUCTS_DAILY, CRUDE_MONTHLY, years=(2004, 2016), kind="month"),
            latest=draw(PRODUCTS_DAILY, CRUDE_MONTHLY, years=(2004, None), kind="month"),
            arrange=monthly,
        ),
        View(
            "imports",
            T("Mexico’s imports", "Importaciones de México"),
            report=draw(ALL_IMPORTS, GASOLINE, DIESEL, GASOLINE_PRINTED, years=(2012, 2016)),
            latest=draw(ALL_IMPORTS, GASOLINE, DIESEL, GASOLINE_PRINTED),
            arrange=imports,
        ),
        View(
            "refineries",
            T("Refineries", "Refinerías"),
            report=draw(CAPACITY, THROUGHPUT, USE, USE_PRINTED, years=(1980, 2016)),
            latest=draw(CAPACITY, THROUGHPUT, USE, USE_PRINTED, years=(1980, None)),
            arrange=refining,
        ),
        View(
            "value", T("Value", "Valor"), report=draw(*_TRADE, years=(2013, 2016)), latest=draw(*_TRADE), arrange=value
        ),
    ),
    added=True,
)
