"""Migration 8: Central Americans deported or returned by Mexico."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, Plan, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.phrases import ZOOM, ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, on_chart, period_label, placed, trace
from dashboard.text import EMPTY, T, number, percent, same

EVENTS: Final = Measure(T("events", "eventos"))
PARTS: Final = {
    "mexico_returned_guatemala_upm": ("gt", T("Guatemala", "Guatemala")),
    "mexico_returned_honduras_upm": ("hn", T("Honduras", "Honduras")),
    "mexico_returned_el_salvador_upm": ("sv", T("El Salvador", "El Salvador")),
    "mexico_returned_other_central_america_upm": ("other", T("other Central America", "resto de Centroamérica")),
}
ALL: Final = "mexico_returned_central_americans_upm"
PRESENTED: Final = "mexico_presented_central_americans_upm"
PRESS_ALL: Final = "mexico_returned_central_americans"
PRESS_THREE: Final = "mexico_returned_northern_triangle"
PRESS_SUM: Final = "mexico_returned_northern_triangle_sum"
BY_MEXICO, BY_US = "mexico_deported_northern_triangle_fy", "us_deported_northern_triangle_fy"
DHS: Final = "us_removals_northern_triangle"

_WHAT = T(
    "Returns of Central Americans by Mexico: deportations and assisted returns, events",
    "Devoluciones de centroamericanos por México: deportaciones y retornos asistidos, eventos",
)
_SEGOB = T("SEGOB", "SEGOB")


def _note_before_2015(shown: Shown) -> T:
    return T(
        "SEGOB’s table begins in 2015. Hollow: press figures quoting it, for 2010 and 2013 the three countries only.",
        "El cuadro de la SEGOB comienza en 2015. Huecos: cifras suyas citadas por la prensa; 2010 y 2013, solo los tres países.",
    )


def returned(shown: Shown) -> Arranged:
    """Columns by nationality from 2015, hollow points before; later on persons presented as a line."""
    top, old = shown.value(ALL, "2015"), shown.value(PRESS_ALL, "2014")
    newest = shown.newest(ALL, kind="year") if shown.vintage == "latest" else None
    if newest is None:
        headline = T(
            "Mexico returned {top} Central Americans in 2015, {old} in 2014 (SEGOB via the press)",
            "México devolvió a {top} centroamericanos en 2015; en 2014, a {old} (SEGOB, por la prensa)",
        ).format(top=number(top), old=number(old))
        quoted = (_callout(2015, top, dx=-54, dy=10), _callout(2014, old, dx=-40, dy=24))
    else:
        headline = T(
            "Mexico returned {n} Central Americans in {year}, {less} fewer than in 2015",
            "México devolvió a {n} centroamericanos en {year}, {less} menos que en 2015",
        ).format(n=number(newest.value), year=newest.year, less=percent(100 * (1 - newest.value / top)))
        quoted = (_callout(2015, top, dx=-40, dy=22), _callout(newest.year, newest.value, dx=0, dy=24))
    return Arranged(
        headline=headline,
        subtitle=subtitle(shown, _WHAT),
        latest=latest(shown, ALL, EVENTS, T("Central Americans", "centroamericanos"), _SEGOB, kind="year"),
        alt=T(
            "Columns by year: Central Americans returned by Mexico, by nationality; hollow points before 2015",
            "Columnas por año: centroamericanos devueltos por México, por nacionalidad; puntos huecos antes de 2015",
        ),
        axis="years",
        panels=(Panel(EVENTS),),
        traces=_kept(
            *(
                trace(
                    shown,
                    series,
                    EVENTS,
                    colour,
                    form="columns",
                    name=words.capitalized(),
                    end_label=words,
                    selects=_choosing(colour),
                )
                for series, (colour, words) in PARTS.items()
            ),
            trace(
                shown,
                ALL,
                EVENTS,
                "text",
                end_label=ending(shown, ALL, EVENTS, T("all Central America", "toda Centroamérica")),
                selects="origin",
            ),
            trace(
                shown,
                PRESENTED,
                EVENTS,
                "text",
                markers=True,
                end_label=ending(
                    shown, PRESENTED, EVENTS, T("presented to the authority", "presentados ante la autoridad")
                ),
                selects="origin",
            ),
            *_press(shown),
        ),
        callouts=() if shown.is_filtered() else quoted,
        events=report_published("years", shown.years()[1]),
        notes=(_note_before_2015(shown), _EVENTS if shown.vintage == "report" else _PRESENTED),
    )


_EVENTS = T(
    "Events, not people: whoever is returned twice counts twice. 2016 is SEGOB’s final count.",
    "Eventos, no personas: quien es devuelto dos veces cuenta dos veces. 2016 es el conteo final de la SEGOB.",
)
_PRESENTED = T(
    "Presented: people in an irregular situation with a procedure opened or taken to shelters, from 2018; not returns.",
    "Presentados: personas en situación irregular con procedimiento abierto o canalizadas a albergues, desde 2018; no son devoluciones.",
)


def _choosing(colour: str) -> str:
    """What a column chooses: its country, or its year where it stands for several countries."""
    return "years" if colour == "other" else "origin"


def _press(shown: Shown) -> tuple[Trace, ...]:
    """What the press quoted for the years before SEGOB's own table; the first names them all."""
    points = [
        trace(shown, series, EVENTS, "text", form="points", hollow=True, end_label=EMPTY)
        for series in (PRESS_THREE, PRESS_SUM, PRESS_ALL)
    ]
    return tuple(point for point in points if point.marks)


def _callout(year: int, value: float, dx: int, dy: int) -> Callout:
    return Callout(year, value, number(value), dx=dx, dy=dy)


def _kept(*traces: Trace) -> tuple[Trace, ...]:
    """The traces with something on show."""
    return tuple(one for one in traces if one.marks)


def compared(shown: Shown) -> Arranged:
    """For each fiscal year two bars: returned by Mexico and by the United States; another source hatched."""
    at = "FY2015" if shown.vintage == "report" else shown.last(BY_MEXICO).period
    mexico, us = shown.value(BY_MEXICO, at), shown.value(BY_US, at)
    fiscal = {f"FY{year}": i for i, year in enumerate(sorted({int(row) for row in shown.frame["year"]}))}
    return Arranged(
        headline=T(
            "Mexico deported {mexico} people to the Northern Triangle in {year}, the U.S. {us} (MPI)",
            "México deportó a {mexico} personas al Triángulo Norte en el {year}; EE. UU., a {us} (MPI)",
        ).format(mexico=number(mexico), us=number(us), year=period_label(at)),
        subtitle=subtitle(
            shown,
            T(
                "People returned to Guatemala, Honduras and El Salvador by each country, events, U.S. fiscal years",
                "Personas devueltas a Guatemala, Honduras y El Salvador por cada país, eventos, años fiscales de EE. UU.",
            ),
        ),
        latest=latest(shown, BY_MEXICO, EVENTS, T("by Mexico", "por México"), same("MPI")),
        alt=T(
            "For each fiscal year two bars: people returned to the Northern Triangle by Mexico and by the United States",
            "Dos barras por año fiscal: personas devueltas al Triángulo Norte por México y por EE. UU.",
        ),
        axis="categories",
        categories=tuple(period_label(period) for period in fiscal),
        panels=(Panel(EVENTS),),
        traces=_kept(
            _lane(shown, BY_MEXICO, "mx", 0, T("Mexico (MPI)", "México (MPI)"), fiscal),
            _lane(shown, PRESS_THREE, "mx", 0, _MEXICO_2014, fiscal, hatched=True),
            _lane(shown, BY_US, "us", 1, T("United States (MPI)", "Estados Unidos (MPI)"), fiscal),
            _lane(shown, DHS, "us", 1, T("United States (DHS)", "Estados Unidos (DHS)"), fiscal, hatched=True),
        ),
        notes=(
            T(
                "One source, the Migration Policy Institute (MPI), compares both countries, from FY2015. FY2014 is from two others.",
                "Una sola fuente, el Migration Policy Institute (MPI), compara a ambos países, desde el AF 2015; 2014 viene de otras dos.",
            ),
            _receiving(shown),
        ),
    )


_MEXICO_2014 = T("Mexico, calendar 2014 (SEGOB via CRS)", "México, año calendario 2014 (SEGOB, por CRS)")


def _receiving(shown: Shown) -> T:
    """What the receiving countries counted over two spans, if it says the same."""
    series = [f"central_americans_deported_by_{who}_receiving_countries_span" for who in ("mexico", "us")]
    (m1, u1), (m2, u2) = ([shown.value(name, span) for name in series] for span in ("2011/2014", "2015-01/2018-09"))
    if not (m1 < u1 and m2 > u2):
        return EMPTY
    return T(
        "The receiving countries’ counts agree: by Mexico {m1}, by the U.S. {u1} in 2011–2014; {m2} and {u2} from 2015 to September 2018.",
        "Los países receptores coinciden: México {m1} y EE. UU. {u1} en 2011-2014; {m2} y {u2} de 2015 a septiembre de 2018.",
    ).format(m1=number(m1), u1=number(u1), m2=number(m2), u2=number(u2))


def _lane(
    shown: Shown, series: str, colour: str, lane: int, name: T, rows: Mapping[str, int], hatched: bool = False
) -> Trace:
    """One country's bars from one source."""
    marks = tuple(
        placed(row, EVENTS, rows[f"FY{row['year']}"], name)
        for row in cast(list[dict[str, Any]], shown.rows(series).to_dict("records"))
    )
    return Trace(series, name, colour, marks, form="bars", lane=lane, end_label=name, hatched=hatched)


def monthly(shown: Shown) -> Arranged:
    """Returns by month, all and the three countries; zooms by dragging."""
    rows = shown.planned[shown.planned["series"] == ALL]
    peak = rows.loc[rows["value"].idxmax()]
    return Arranged(
        headline=T(
            "Mexico’s monthly returns of Central Americans peaked in {month}: {v}",
            "Las devoluciones mensuales de centroamericanos alcanzaron su máximo en {month}: {v}",
        ).format(month=period_label(peak["period"]), v=number(peak["value"])),
        subtitle=subtitle(shown, _WHAT, T("by month", "por mes")),
        latest=latest(shown, ALL, EVENTS, T("Central Americans", "centroamericanos"), _SEGOB, kind="month"),
        alt=T(
            "Monthly lines: returns of all Central Americans and to three countries",
            "Líneas mensuales: devoluciones de todos los centroamericanos y a tres países",
        ),
        axis="dates",
        panels=(Panel(EVENTS),),
        traces=_kept(
            trace(
                shown,
                ALL,
                EVENTS,
                "text",
                axis="dates",
                end_label=T("all Central America", "toda Centroamérica"),
                selects="origin",
            ),
            *(
                trace(
                    shown,
                    series,
                    EVENTS,
                    colour,
                    axis="dates",
                    name=words.capitalized(),
                    end_label=words,
                    selects="origin",
                )
                for series, (colour, words) in PARTS.items()
                if colour != "other"
            ),
        ),
        callouts=()
        if shown.is_filtered()
        else (Callout(f"{peak['period']}-15", peak["value"], on_chart(peak["value"], EVENTS), dx=40, dy=16),),
        events=report_published("dates", shown.years()[1]),
        zoomable=True,
        hints=(ZOOM,),
        notes=(
            T(
                "Events, not people: whoever is returned twice counts twice.",
                "Eventos, no personas: quien es devuelto dos veces cuenta dos veces.",
            ),
        ),
    )


_COUNTRIES = tuple(series for series, (colour, _) in PARTS.items() if colour != "other")


def _returned_plan(last: int) -> Plan:
    presented = draw(PRESENTED, years=(2018, last), kind="year") if last > 2017 else ()
    return (
        draw(*PARTS, years=(2015, last), kind="year")
        + draw(ALL, years=(2015, last), kind="year", under="origin")
        + draw(PRESS_THREE, years=(2010, 2010), kind="year")
        + draw(PRESS_SUM, years=(2013, 2013), kind="year")
        + draw(PRESS_ALL, years=(2014, 2014), kind="year")
        + presented
    )


def _compared_plan(last: int) -> Plan:
    return (
        draw(BY_MEXICO, BY_US, years=(2015, last))
        + draw(PRESS_THREE, years=(2014, 2014), kind="year")
        + draw(DHS, years=(2014, 2014))
    )


EXHIBIT = Exhibit(
    id="migration-8",
    chapter="migration",
    order=8,
    number=T("Figure 8", "Gráfica 8"),
    title=T("Central Americans deported or returned by Mexico", "Centroamericanos deportados o devueltos por México"),
    subject=T("Central Americans returned by Mexico", "Centroamericanos devueltos por México"),
    dimensions=("years", "origin"),
    views=(
        View(
            "returned",
            T("By nationality", "Por nacionalidad"),
            report=_returned_plan(2016),
            latest=_returned_plan(2024),
            arrange=returned,
        ),
        View(
            "compared",
            T("Mexico and the U.S.", "México y EE. UU."),
            report=_compared_plan(2015),
            latest=_compared_plan(2017),
            arrange=compared,
        ),
        View(
            "monthly",
            T("Monthly", "Mensual"),
            report=draw(ALL, *_COUNTRIES, years=(2015, 2016), kind="month"),
            latest=draw(ALL, *_COUNTRIES, years=(2015, 2025), kind="month"),
            arrange=monthly,
        ),
    ),
)
