"""Economy 1: U.S.-Mexico trade in goods and services."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.charts.arranged import Arranged, Callout, Panel
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import USD_BILLION_FROM_MILLION as BILLION
from dashboard.exhibits.phrases import ZOOM, ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, period_label, trace
from dashboard.text import EMPTY, T, number, years_span

GOODS = ("us_exports_goods", "us_imports_goods")
SERVICES = ("us_services_exports", "us_services_imports")
MONTHLY = ("us_exports_goods_monthly", "us_imports_goods_monthly")
FOR_CONSUMPTION = "us_imports_goods_for_consumption_monthly"
TOTAL = "total_trade_goods_services"
PUBLISHED_2016 = "total_trade_goods_services_vintage2016"
COLOURS = {GOODS[0]: "us", SERVICES[0]: "us", GOODS[1]: "mx", SERVICES[1]: "mx"}

UNIT = T("billion dollars at current prices", "miles de millones de dólares corrientes")
BY_CRS = T(
    "imports as quoted by the Congressional Research Service",
    "importaciones según el Servicio de Investigación del Congreso de EE. UU.",
)


_NO_SERVICES_2025 = T(
    "2025: services by direction are not out; the circle is CRS’s total, whose basis for goods it does not state.",
    "2025: faltan los servicios por sentido; el círculo es el total del CRS, que no indica la base de los bienes.",
)


def _billions(millions: float, digits: int = 0) -> T:
    return number(millions * BILLION.scale, digits)


def total(shown: Shown) -> Arranged:
    """Four parts piled on each year; the total that was published in 2016 for 2015 stands on it as a point."""
    first, last = shown.years(*GOODS)
    growth = shown.value("total_trade_goods", "2015") / shown.value("total_trade_goods", "1993")
    published = shown.value(PUBLISHED_2016, "2015")
    newest = shown.newest(TOTAL)
    if shown.vintage == "report":
        headline = T(
            "Goods trade grew {fold}-fold from 1993 to 2015; with services it reached ${total} billion",
            "El comercio de bienes se multiplicó por {fold} de 1993 a 2015; con servicios sumó {total} mil millones de dólares",
        ).format(fold=number(growth, 1), total=_billions(published))
        words = T("{v} as published in 2016", "{v} según lo publicado en 2016").format(v=_billions(published, 1))
        callouts: tuple[Callout, ...] = (Callout(2015, published * BILLION.scale, words, dx=-96, dy=14),)
    else:
        headline = T(
            "Trade in goods and services reached ${total} billion in {year} (CRS), from ${old} billion in 2015",
            "El comercio de bienes y servicios llegó a {total} mil millones de dólares en {year} (CRS); en 2015 fue de {old}",
        ).format(total=_billions(newest.value), year=newest.year, old=_billions(shown.value(TOTAL, "2015")))
        words = T("{v} (CRS)", "{v} (CRS)").format(v=_billions(newest.value))
        callouts = (
            Callout(newest.year, newest.value * BILLION.scale, words, dx=-70, dy=6),
            Callout(
                2015, shown.value(TOTAL, "2015") * BILLION.scale, _billions(shown.value(TOTAL, "2015")), dx=-34, dy=22
            ),
        )
    columns = (GOODS[0], SERVICES[0], GOODS[1], SERVICES[1])
    return Arranged(
        headline=headline,
        subtitle=subtitle(shown, T("U.S. trade with Mexico", "Comercio de EE. UU. con México"), UNIT),
        latest=latest(shown, TOTAL, BILLION, T("goods and services", "bienes y servicios"), T("CRS", "CRS")),
        alt=T(
            "Columns by year, {years}: U.S. exports and imports of goods, and from 1999 of services, piled up",
            "Columnas por año, {years}: exportaciones e importaciones de bienes de EE. UU. y, desde 1999, de servicios, apiladas",
        ).format(years=years_span(first, last)),
        axis="years",
        panels=(Panel(BILLION),),
        traces=(
            *(trace(shown, s, BILLION, COLOURS[s], form="columns", hatched=s in SERVICES) for s in columns),
            trace(shown, TOTAL, BILLION, "text", dimensions={"status": "computed"}, end_label=T("total", "total")),
            trace(
                shown,
                TOTAL,
                BILLION,
                "text",
                dimensions={"status": "secondary"},
                form="points",
                hollow=True,
                end_label=EMPTY,
            ),
            trace(shown, PUBLISHED_2016, BILLION, "text", form="points", hollow=True, end_label=EMPTY),
        ),
        callouts=() if shown.is_filtered() else callouts,
        events=report_published("years", last),
        notes=(
            T(
                "Services by country begin in 1999 on this basis; the years before show goods alone.",
                "Los servicios por país comienzan en 1999 con esta base; los años anteriores muestran solo bienes.",
            ),
            *((_NO_SERVICES_2025,) if shown.vintage == "latest" else ()),
            T(
                "The report’s total for 2015, $583.6 billion, is the edition of 2016; today’s edition adds up to $588.3 billion.",
                "El total de 2015 del informe, 583.6 mil millones, es de la edición de 2016; la de hoy suma 588.3 mil millones.",
            ),
        ),
    )


def balance(shown: Shown) -> Arranged:
    """U.S. exports minus imports, goods and services apart."""
    reported, newest = shown.value("balance_goods", "2015"), shown.newest("balance_goods")
    if shown.vintage == "report":
        headline = T(
            "The United States ran a goods deficit of ${goods} billion with Mexico in 2015",
            "EE. UU. tuvo con México un déficit de bienes de {goods} mil millones de dólares en 2015",
        ).format(goods=_billions(-reported))
    else:
        headline = T(
            "The U.S. goods deficit with Mexico grew from ${old} to ${new} billion from 2015 to {year} (CRS)",
            "El déficit de bienes de EE. UU. con México creció de {old} en 2015 a {new} mil millones en {year} (CRS)",
        ).format(old=_billions(-reported), new=_billions(-newest.value), year=newest.year)
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T("U.S. exports minus imports with Mexico", "Exportaciones menos importaciones de EE. UU. con México"),
            UNIT,
        ),
        latest=latest(shown, "balance_goods", BILLION, T("goods", "bienes"), BY_CRS),
        alt=T(
            "Three lines: the balance of goods, of services, and of both",
            "Tres líneas: la balanza de bienes, la de servicios y la de ambos",
        ),
        axis="years",
        panels=(Panel(BILLION),),
        traces=(
            trace(
                shown,
                "balance_services",
                BILLION,
                "other",
                dash="dash",
                end_label=ending(shown, "balance_services", BILLION, T("services", "servicios")),
            ),
            trace(
                shown,
                "balance_goods_services",
                BILLION,
                "text",
                dash="dot",
                end_label=ending(shown, "balance_goods_services", BILLION, T("both", "ambos")),
            ),
            trace(
                shown,
                "balance_goods",
                BILLION,
                "us",
                end_label=ending(shown, "balance_goods", BILLION, T("goods", "bienes")),
            ),
        ),
        events=report_published("years", shown.years()[1]),
        notes=(
            T(
                "The report speaks of an almost $10 billion services surplus: 9.2 in the edition of 2016, 6.6 in today’s.",
                "El informe habla de un superávit de servicios de casi 10 mil millones: 9.2 en la edición de 2016, 6.6 en la de hoy.",
            ),
        ),
    )


def two_lines(what: T, series: tuple[str, str], notes: tuple[T, ...]) -> Callable[[Shown], Arranged]:
    """Exports and imports of ``what`` as two lines; the headline says how far each grew."""

    def arrange(shown: Shown) -> Arranged:
        start, end = shown.first(series[0]), shown.last(series[0])
        fold = [number(shown.last(s).value / shown.first(s).value, 1) for s in series]
        return Arranged(
            headline=T(
                "U.S. exports of {what} to Mexico grew {x}-fold from {start} to {end}, imports {m}-fold",
                "De {start} a {end} EE. UU. multiplicó por {x} sus exportaciones de {what} a México y por {m} sus importaciones",
            ).format(what=what, start=start.year, end=end.year, x=fold[0], m=fold[1]),
            subtitle=subtitle(
                shown,
                T("U.S. trade in {what} with Mexico", "Comercio de {what} de EE. UU. con México").format(what=what),
                UNIT,
            ),
            latest=latest(shown, series[0], BILLION, T("exports", "exportaciones")),
            alt=T(
                "Two lines: U.S. exports and imports of {what}",
                "Dos líneas: exportaciones e importaciones de {what} de EE. UU.",
            ).format(what=what),
            axis="years",
            panels=(Panel(BILLION),),
            traces=(
                trace(
                    shown,
                    series[0],
                    BILLION,
                    "us",
                    end_label=ending(shown, series[0], BILLION, T("exports", "exportaciones")),
                ),
                trace(
                    shown,
                    series[1],
                    BILLION,
                    "mx",
                    dash="dash",
                    end_label=ending(shown, series[1], BILLION, T("imports", "importaciones")),
                ),
            ),
            events=report_published("years", shown.years()[1]),
            notes=notes,
        )

    return arrange


def monthly(shown: Shown) -> Arranged:
    """Goods by month, not seasonally adjusted; zooms by dragging."""
    exports = shown.planned[shown.planned["series"] == MONTHLY[0]]
    peak = exports.loc[exports["value"].idxmax()]
    return Arranged(
        headline=T(
            "U.S. goods exports to Mexico were highest in {month}: ${v} billion",
            "El mes de mayores exportaciones de bienes de EE. UU. a México fue {month}: {v} mil millones de dólares",
        ).format(v=_billions(peak["value"], 1), month=period_label(peak["period"])),
        subtitle=subtitle(
            shown,
            T("U.S. trade in goods with Mexico by month", "Comercio mensual de bienes de EE. UU. con México"),
            UNIT,
            T("not seasonally adjusted", "sin ajuste estacional"),
        ),
        latest=latest(shown, MONTHLY[0], BILLION, T("exports", "exportaciones")),
        alt=T(
            "Two monthly lines: U.S. exports and imports of goods",
            "Dos líneas mensuales: exportaciones e importaciones de bienes",
        ),
        axis="dates",
        panels=(Panel(BILLION),),
        traces=(
            trace(shown, MONTHLY[0], BILLION, "us", axis="dates"),
            trace(shown, MONTHLY[1], BILLION, "mx", axis="dates"),
            trace(shown, FOR_CONSUMPTION, BILLION, "other", axis="dates", dash="dot"),
        ),
        callouts=()
        if shown.is_filtered()
        else (
            Callout(f"{peak['period']}-15", peak["value"] * BILLION.scale, _billions(peak["value"], 1), dx=-40, dy=12),
        ),
        events=report_published("dates", shown.years()[1]),
        zoomable=True,
        hints=(ZOOM,),
        notes=(
            T(
                "General imports by month end in January 2023; imports for consumption run on.",
                "Las importaciones generales terminan en enero de 2023; las de consumo siguen.",
            ),
        ),
    )


_CURRENT_EDITION = T(
    "Exports of 2015 were $236.5 billion; the report’s “more than $240 billion” fits 2014, 241.0.",
    "Las exportaciones de 2015 fueron de 236.5 mil millones; el «más de 240» del informe corresponde a 2014, 241.0.",
)
_GOODS_BASIS = T(
    "Goods on the Census basis, general imports; the imports of 2024 and 2025 come from third parties.",
    "Bienes con la base de la Oficina del Censo, importaciones generales; las de 2024 y 2025 provienen de terceros.",
)
_SERVICES_BASIS = T(
    "Services as in the Bureau of Economic Analysis file of March 2025; it has since revised them.",
    "Servicios según el archivo de marzo de 2025 del Bureau of Economic Analysis, que después los revisó.",
)

EXHIBIT = Exhibit(
    id="economy-1",
    chapter="economy",
    order=1,
    number=T("Figure 1", "Gráfica 1"),
    title=T(
        "U.S.-Mexico trade in goods and services, 1993–2015", "Comercio de bienes y servicios México-EE. UU., 1993-2015"
    ),
    subject=T("U.S.-Mexico trade in goods and services", "Comercio de bienes y servicios entre México y EE. UU."),
    dimensions=("years", "direction"),
    views=(
        View(
            "total",
            T("Total", "Total"),
            report=draw(*GOODS, years=(1993, 2015)) + draw(*SERVICES, TOTAL, PUBLISHED_2016, years=(1999, 2015)),
            latest=draw(*GOODS, years=(1993, 2025)) + draw(*SERVICES, TOTAL, PUBLISHED_2016, years=(1999, 2025)),
            arrange=total,
            build=((GOODS[0],), (SERVICES[0],), (GOODS[1],), (SERVICES[1],), (TOTAL, PUBLISHED_2016)),
        ),
        View(
            "balance",
            T("Balance", "Balanza"),
            report=draw("balance_goods", years=(1993, 2015))
            + draw("balance_services", "balance_goods_services", years=(1999, 2015)),
            latest=draw("balance_goods", years=(1993, 2025))
            + draw("balance_services", "balance_goods_services", years=(1999, 2025)),
            arrange=balance,
        ),
        View(
            "goods",
            T("Goods", "Bienes"),
            report=draw(*GOODS, years=(1993, 2015)),
            latest=draw(*GOODS, years=(1985, 2025)),
            arrange=two_lines(T("goods", "bienes"), GOODS, (_CURRENT_EDITION, _GOODS_BASIS)),
        ),
        View(
            "services",
            T("Services", "Servicios"),
            report=draw(*SERVICES, years=(1999, 2015)),
            latest=draw(*SERVICES, years=(1999, 2025)),
            arrange=two_lines(T("services", "servicios"), SERVICES, (_SERVICES_BASIS,)),
        ),
        View(
            "monthly",
            T("Monthly", "Mensual"),
            report=draw(*MONTHLY, years=(1993, 2015)),
            latest=draw(*MONTHLY, FOR_CONSUMPTION, years=(1985, 2026)),
            arrange=monthly,
        ),
    ),
)
