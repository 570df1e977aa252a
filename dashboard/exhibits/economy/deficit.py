"""Economy, added: the U.S. trade balance by partner, and the shares of the deficit that the report quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal, cast

from dashboard.charts.arranged import Arranged, Callout, Mark, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.measures import USD_BILLION_FROM_MILLION as BILLION
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, on_chart, placed, trace
from dashboard.text import EMPTY, T, join, number, percent, same

TOTAL, GOODS, CUSTOMS, SERVICES = (
    "balance_goods_services",
    "balance_goods_bop",
    "balance_goods_census",
    "balance_services",
)
SHARE, GOODS_SHARE, RECIPE = "share_of_goods_services_deficit", "share_of_us_goods_deficit", "share_by_report_recipe"
PRINTED = "report_share_of_us_goods_services_deficit"
NAMED = ("mexico", "china")  # partners that a pile shows; another is shown where a filter asks for it
COLOURS = {"mexico": "mx", "china": "cn", "canada": "ca"}
DASHES: dict[str, Literal["solid", "dash", "dot"]] = {"china": "dash", "japan": "dot", "germany": "dash"}

UNIT = T("billion dollars", "miles de millones de dólares")
SURPLUS, DEFICIT = T("surplus", "superávit"), T("deficit", "déficit")
OTHERS = T("All others", "Los demás")
EVERYONE = T("All countries", "Todos los países")


def _others(series: str) -> str:
    return f"{series}_others"


def _billions(millions: float) -> T:
    return number(millions * BILLION.scale, BILLION.digits)


def _partners(shown: Shown) -> tuple[str, ...]:
    """The partners to draw: Mexico and China, and whichever else a filter names, but the world."""
    chosen = shown.selection.values_of("partner")
    return NAMED + tuple(partner for partner in chosen if partner not in (*NAMED, "world"))


def _of(shown: Shown, series: str, partner: str, measure: Measure, **more: Any) -> Trace:
    """One partner’s values of a series (without a partner: all others’), named at the end with the last of them."""
    name = {"world": EVERYONE, "": OTHERS}.get(partner) or shown.label("partner", partner)
    where = {"partner": partner} if partner else {}
    rows = shown.rows(series, **where)
    end = join((name, on_chart(float(rows["value"].iloc[-1]), measure))) if len(rows) else name
    chosen: dict[str, Any] = {"name": name, "end_label": end, "dimensions": where}
    if partner:
        chosen["selects"] = "partner"
    colour = "text" if partner == "world" else COLOURS.get(partner, "other")
    return trace(shown, series, measure, colour, **(chosen | more))


def piles(
    reported: str, newest: str, headline: Callable[[Shown, str], T], what: T, notes: tuple[T, ...]
) -> Callable[[Shown], Arranged]:
    """Columns by year: the balances with Mexico, China and all others piled up, that with all countries as a line."""

    def arrange(shown: Shown) -> Arranged:
        series = reported if shown.vintage == "report" else newest
        columns = [_of(shown, series, partner, BILLION, form="columns") for partner in _partners(shown)]
        others = _of(shown, _others(series), "", BILLION, form="columns")
        everyone = _of(shown, series, "world", BILLION)
        year = same(f" ({shown.years()[1]})")
        return Arranged(
            headline=headline(shown, series),
            subtitle=subtitle(shown, what, UNIT),
            latest=latest(shown, newest, BILLION, T("with Mexico", "con México"), partner="mexico"),
            alt=T(
                "Columns by year below zero: the U.S. balance with Mexico, with China and with all others, and their sum as a line",
                "Columnas por año bajo cero: saldo de EE. UU. con México, con China y con los demás, y su suma como línea",
            ),
            axis="years",
            panels=(Panel(BILLION),),
            traces=(*columns, others, replace(everyone, end_label=everyone.end_label + year)),
            events=report_published("years", shown.years()[1]),
            notes=notes,
        )

    return arrange


def _whole(shown: Shown, series: str) -> T:
    """The balance with Mexico beside that with all countries, in the last year of the vintage."""
    mexico, world = shown.last(series, partner="mexico"), shown.last(series, partner="world")
    return T(
        "The U.S. deficit was ${m} billion with Mexico in {year} and ${w} billion with the world",
        "El déficit de EE. UU. con México fue de {m} mil millones de dólares en {year}; con todos los países, {w}",
    ).format(m=_billions(-mexico.value), w=_billions(-world.value), year=mexico.year)


def _goods(shown: Shown, series: str) -> T:
    """The goods deficit with Mexico beside that with China."""
    mexico, china = shown.last(series, partner="mexico"), shown.last(series, partner="china")
    return T(
        "The U.S. goods deficit was ${m} billion with Mexico in {year}, ${c} billion with China",
        "El déficit de bienes de EE. UU. fue de {m} mil millones de dólares con México en {year} y {c} con China",
    ).format(m=_billions(-mexico.value), c=_billions(-china.value), year=mexico.year)


def services(shown: Shown) -> Arranged:
    """A line for each partner: services are a surplus with nearly all of them."""
    drawn = ("mexico", "china", "canada", "japan", "germany")
    asked = "world" in shown.selection.values_of("partner")
    last = shown.last(SERVICES, partner="mexico")
    return Arranged(
        headline=T(
            "The U.S. services balance with Mexico was a {sign} of ${v} billion in {year}",
            "La balanza de servicios de EE. UU. con México tuvo un {sign} de {v} mil millones de dólares en {year}",
        ).format(sign=SURPLUS if last.value > 0 else DEFICIT, v=_billions(abs(last.value)), year=last.year),
        subtitle=subtitle(
            shown, T("U.S. balance of services by partner", "Balanza de servicios de EE. UU. por socio"), UNIT
        ),
        latest=latest(shown, SERVICES, BILLION, T("with Mexico", "con México"), partner="mexico"),
        alt=T(
            "Lines by year: the U.S. balance of services with Mexico, China, Canada, Japan and Germany",
            "Líneas por año: balanza de servicios de EE. UU. con México, China, Canadá, Japón y Alemania",
        ),
        axis="years",
        panels=(Panel(BILLION),),
        traces=tuple(
            _of(shown, SERVICES, partner, BILLION, dash=DASHES.get(partner, "solid"))
            for partner in (*drawn, *(("world",) if asked else ()))
        ),
        events=report_published("years", shown.years()[1]),
        notes=(
            T(
                "The report’s services surplus of almost $10 billion is that of 2015 in the edition of 2016: 9.2; today’s edition has {now}.",
                "El superávit de casi 10 mil millones del informe es el de 2015 en la edición de 2016: 9.2; la de hoy da {now}.",
            ).format(now=_billions(shown.value(SERVICES, "2015", partner="mexico"))),
        ),
    )


def shares(shown: Shown) -> Arranged:
    """Mexico’s and China’s part of the whole deficit by year; what the report prints stands beside it as points."""
    mexico, china = shown.last(SHARE, partner="mexico"), shown.last(SHARE, partner="china")
    partners = (*_partners(shown), *(("world",) if "world" in shown.selection.values_of("partner") else ()))
    lines = [_of(shown, SHARE, partner, PERCENT, dash=DASHES.get(partner, "solid")) for partner in partners]
    points = [
        _of(
            shown,
            PRINTED,
            partner,
            PERCENT,
            form="points",
            hollow=True,
            name=T("{partner}, as in the report", "{partner}, según el informe").format(
                partner=shown.label("partner", partner)
            ),
            end_label=EMPTY,
        )
        for partner in NAMED
    ]
    return Arranged(
        headline=T(
            "Mexico was {m} of the U.S. goods and services deficit in {year}, China {c} (BEA)",
            "A México correspondió {m} del déficit de bienes y servicios de EE. UU. en {year} y a China, {c} (BEA)",
        ).format(m=percent(mexico.value, 1), c=percent(china.value, 1), year=mexico.year),
        subtitle=subtitle(
            shown,
            T(
                "Share of the U.S. deficit in goods and services",
                "Participación en el déficit de bienes y servicios de EE. UU.",
            ),
            T("percent", "por ciento"),
        ),
        latest=latest(shown, SHARE, PERCENT, T("Mexico", "México"), partner="mexico"),
        alt=T(
            "Two lines, the shares of Mexico and of China in the U.S. deficit, and the report’s two shares as points",
            "Dos líneas, la participación de México y la de China en el déficit de EE. UU., y las dos cifras del informe como puntos",
        ),
        axis="years",
        panels=(Panel(PERCENT),),
        traces=(*lines, *points),
        callouts=()
        if shown.is_filtered()
        else tuple(_printed(shown, partner, dy) for partner, dy in (("mexico", -22), ("china", 30))),
        events=report_published("years", shown.years()[1]),
        notes=(
            T(
                "The report’s 11% and 66% mix goods of 2016 with services of 2015; the view “The report’s 11%” sets the ways to reckon side by side.",
                "El 11 y el 66% del informe mezclan bienes de 2016 con servicios de 2015: la vista «El 11% del informe» compara las recetas.",
            ),
        ),
    )


def _printed(shown: Shown, partner: str, dy: int) -> Callout:
    value = shown.value(PRINTED, "2016", partner=partner)
    words = T("{v}% in the report", "{v}% en el informe").format(v=number(value))
    return Callout(2016, value, words, dx=-64, dy=dy)


def recipe(shown: Shown) -> Arranged:
    """The parts of the whole deficit by each recipe: as printed, the same with today’s figures, and plain years."""
    kinds = [
        (series, period, words)
        for series, period, words in RECIPES
        if not shown.rows(series).query("period == @period").empty
    ]
    sides = (*NAMED, *(p for p in _partners(shown) if p not in NAMED))
    asked = shown.selection.values_of("partner")
    named = [
        (partner, shown.label("partner", partner), COLOURS.get(partner, "other"))
        for partner in (*sides, *(("world",) if "world" in asked else ()))
    ]
    known = [
        shown.value(series, period, partner="mexico")
        for series, period, _ in RECIPES
        if series in (RECIPE, SHARE) and period != "2024"
    ]
    return Arranged(
        headline=T(
            "The report has Mexico at {r}% of the U.S. deficit of 2016; today’s data give {low} to {high}%",
            "El informe atribuye a México {r}% del déficit de EE. UU. de 2016; las cifras de hoy dan de {low} a {high}%",
        ).format(
            r=number(shown.value(PRINTED, "2016", partner="mexico")),
            low=number(min(known), 1),
            high=number(max(known), 1),
        ),
        subtitle=T(
            "Shares of the U.S. deficit in goods and services by each way to reckon it, percent",
            "Participación en el déficit de bienes y servicios de EE. UU. según cada forma de calcularla, por ciento",
        ),
        latest=latest(shown, SHARE, PERCENT, T("Mexico", "México"), partner="mexico"),
        alt=T(
            "Bars of 100 percent, one for each way to reckon: Mexico, China and all others",
            "Barras de 100 por ciento, una por cada forma de calcular: México, China y los demás",
        ),
        axis="categories",
        panels=(Panel(PERCENT),),
        traces=(
            *(_part(shown, kinds, id, name, colour, partner=id) for id, name, colour in named),
            _part(shown, kinds, "others", OTHERS, "other"),
        ),
        categories=tuple(words for _, _, words in kinds),
        notes=(
            T(
                "The report adds goods of 2016 (Census) to services of 2015 (BEA), for the partner and for the whole. Its inputs have been revised since.",
                "El informe suma bienes de 2016 (Census) y servicios de 2015 (BEA), del socio y del total. Esos datos se han revisado desde entonces.",
            ),
        ),
    )


def _part(shown: Shown, kinds: list[tuple[str, str, T]], id: str, name: T, colour: str, **partner: str) -> Trace:
    """One partner’s part of every bar."""
    marks: list[Mark] = []
    for place, (series, period, words) in enumerate(kinds):
        rows = shown.rows(series if partner else _others(series), **partner)
        for row in cast(list[dict[str, Any]], rows[rows["period"] == period].to_dict("records")):
            mark = placed(row, PERCENT, place, words, "partner" if partner else "years")
            digits = 0 if series == PRINTED else 1
            figure = percent(row["value"], digits)
            marks.append(replace(mark, label=number(row["value"], digits), figure=figure))
    return Trace(id=id, name=name, colour=colour, marks=tuple(marks), form="bars", end_label=name)


RECIPES = (
    (PRINTED, "2016", T("Printed in the report", "Impreso en el informe")),
    (RECIPE, "2016", T("The same recipe, today’s figures", "La misma receta, cifras de hoy")),
    (SHARE, "2015", T("Goods and services of 2015", "Bienes y servicios de 2015")),
    (SHARE, "2016", T("Goods and services of 2016", "Bienes y servicios de 2016")),
    (GOODS_SHARE, "2016", T("Goods alone, 2016", "Solo bienes, 2016")),
    (SHARE, "2024", T("Goods and services of 2024", "Bienes y servicios de 2024")),
)

_HALF_TRILLION = T(
    "Balance-of-payments basis, edition of March 2025. A column below zero is a deficit.",
    "Base de balanza de pagos, edición de marzo de 2025. Una columna bajo cero es un déficit.",
)
_TWO_BASES = T(
    "“As in the report” is on the customs (Census) basis, where 2015 is its “close to $60 billion”; “And since?” is on the payments basis, somewhat more.",
    "«Como en el informe» usa la base aduanera (Census), donde 2015 son sus «casi 60 mil millones»; «¿Y desde entonces?», la de pagos, algo mayor.",
)


def _both(*series: str, years: tuple[int | None, int | None]) -> Any:
    """Plans of series with that of all others."""
    return draw(*series, *(_others(name) for name in series), years=years)


EXHIBIT = Exhibit(
    id="economy-deficit",
    chapter="economy",
    order=12,
    number=T("Added", "Añadido"),
    title=T("The U.S. deficit by partner", "El déficit de EE. UU. por socio"),
    subject=T("The U.S. trade balance by partner", "La balanza comercial de EE. UU. por socio"),
    dimensions=("years", "partner"),
    views=(
        View(
            "total",
            T("Goods and services", "Bienes y servicios"),
            report=_both(TOTAL, years=(1999, 2016)),
            latest=_both(TOTAL, years=(1999, 2024)),
            arrange=piles(
                TOTAL,
                TOTAL,
                _whole,
                T("U.S. balance of goods and services", "Balanza de bienes y servicios de EE. UU."),
                (_HALF_TRILLION,),
            ),
        ),
        View(
            "goods",
            T("Goods", "Bienes"),
            report=_both(CUSTOMS, years=(1999, 2016)),
            latest=_both(GOODS, years=(1999, 2024)),
            arrange=piles(
                CUSTOMS, GOODS, _goods, T("U.S. balance of goods", "Balanza de bienes de EE. UU."), (_TWO_BASES,)
            ),
        ),
        View(
            "services",
            T("Services", "Servicios"),
            report=draw(SERVICES, years=(1999, 2016)),
            latest=draw(SERVICES, years=(1999, 2024)),
            arrange=services,
        ),
        View(
            "shares",
            T("Shares", "Participación"),
            report=_both(SHARE, years=(1999, 2016)) + _both(PRINTED, years=(2016, 2016)),
            latest=_both(SHARE, years=(1999, 2024)) + _both(PRINTED, years=(2016, 2016)),
            arrange=shares,
        ),
        View(
            "recipe",
            T("The report’s 11%", "El 11% del informe"),
            report=_both(PRINTED, RECIPE, GOODS_SHARE, years=(2016, 2016)) + _both(SHARE, years=(2015, 2016)),
            latest=_both(PRINTED, RECIPE, GOODS_SHARE, years=(2016, 2016))
            + _both(SHARE, years=(2015, 2016))
            + _both(SHARE, years=(2024, 2024)),
            arrange=recipe,
        ),
    ),
    added=True,
)
