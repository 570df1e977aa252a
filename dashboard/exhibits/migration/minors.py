"""Migration 7: unaccompanied minors by country."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.arranged import Arranged, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.migration.counting import APPREHENSIONS, broken, parted, title_42
from dashboard.exhibits.phrases import ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, period_label, trace
from dashboard.text import EMPTY, T, number, percent

COUNTRIES = {"uac_guatemala": "gt", "uac_el_salvador": "sv", "uac_honduras": "hn", "uac_mexico": "mx"}
WITH_PORTS = {series: f"{series}_usbp_plus_ofo" for series in COUNTRIES}
FIRST_AT_SOUTHWEST = 2014


def countries(shown: Shown) -> Arranged:
    """A line for each country: nationwide to FY2013, gaps where no table by country was published, hollow with ports."""
    ranked = sorted(COUNTRIES, key=lambda series: -shown.last(series).value)
    first, second = (shown.last(series) for series in ranked[:2])
    return Arranged(
        headline=T(
            "{a} ({va}) and {b} ({vb}) had the most unaccompanied children in {year}",
            "{a} ({va}) y {b} ({vb}) tuvieron el mayor número de menores no acompañados en el AF {y}",
        ).format(
            a=shown.name(ranked[0]),
            va=number(first.value),
            b=shown.name(ranked[1]),
            vb=number(second.value),
            year=period_label(first.period),
            y=first.year,
        ),
        subtitle=subtitle(
            shown,
            T(
                "Border Patrol apprehensions of children without parents or guardians, by country",
                "Aprehensiones de niñas, niños y adolescentes sin padres ni tutores, por país, Patrulla Fronteriza",
            ),
            T("fiscal years", "años fiscales"),
        ),
        latest=latest(shown, ranked[0], APPREHENSIONS, shown.name(ranked[0])),
        alt=T(
            "Lines by fiscal year: unaccompanied children from Guatemala, El Salvador, Honduras and Mexico",
            "Líneas por año fiscal: menores no acompañados de Guatemala, El Salvador, Honduras y México",
        ),
        axis="fiscal-years",
        panels=(Panel(APPREHENSIONS),),
        traces=tuple(part for series, colour in COUNTRIES.items() for part in _lines(shown, series, colour)),
        events=report_published("fiscal-years", shown.years()[1]),
        bands=title_42(shown),
        notes=_notes(shown),
    )


def _lines(shown: Shown, series: str, colour: str) -> tuple[Trace, ...]:
    """The parts of one country's line: to FY2013 dotted, then solid, encounters dashed, with the ports of entry hollow."""
    words = ending(shown, series, APPREHENSIONS, shown.name(series))
    whole = trace(
        shown, series, APPREHENSIONS, colour, axis="fiscal-years", markers=True, end_label=words, selects="origin"
    )
    nationwide, southwest = parted(whole, FIRST_AT_SOUTHWEST)
    nationwide = replace(
        nationwide, name=whole.name + T(", all U.S. borders", ", todas las fronteras de EE. UU."), dash="dot"
    )
    with_ports = trace(
        shown,
        WITH_PORTS[series],
        APPREHENSIONS,
        colour,
        axis="fiscal-years",
        form="points",
        hollow=True,
        end_label=EMPTY,
        selects="origin",
    )
    return tuple(part for part in (nationwide, *broken(southwest), with_ports) if part.marks)


def _notes(shown: Shown) -> tuple[T, T]:
    if shown.vintage == "report":
        whole = sum(shown.value(series, "FY2013") for series in COUNTRIES if series != "uac_mexico")
        more = 100 * (whole / shown.value("uac_group_northern_triangle", "FY2013") - 1)
        return _TO_2013.format(more=percent(more, 1)), _MEXICO
    return _GAPS, _BREAKS


_TO_2013 = T(
    "To FY2013 (dotted) the countries count all U.S. borders: in FY2013 {more} more than at the southwest border.",
    "Hasta el AF 2013 (punteado) los países cuentan todas las fronteras: en 2013, {more} más que la del suroeste.",
)
_MEXICO = T(
    "Mexico is unknown for FY2009 to FY2012, when Mexican children were the largest group.",
    "De México no hay dato de 2009 a 2012, cuando sus menores eran el grupo más numeroso.",
)
_GAPS = T(
    "Gaps, with no table: FY2019–FY2021 of the three countries, FY2021 of Mexico. Hollow points add ports of entry, a wider count.",
    "Huecos, sin cuadro: 2019-2021 de los tres países, 2021 de México. Los puntos huecos suman los puertos de entrada, un conteo más amplio.",
)
_BREAKS = T(
    "From FY2020 encounters, with Title 42 expulsions; to FY2013 (dotted) all U.S. borders. Mexico FY2009–FY2012: unknown.",
    "Desde el AF 2020, encuentros con expulsiones del Título 42; hasta 2013 (punteado), todas las fronteras. México 2009-2012: sin dato.",
)

EXHIBIT = Exhibit(
    id="migration-7",
    chapter="migration",
    order=7,
    number=T("Figure 7", "Gráfica 7"),
    title=T("Unaccompanied minors by country", "Menores no acompañados por país"),
    subject=T("Unaccompanied children apprehended, by country", "Menores no acompañados aprehendidos, por país"),
    dimensions=("years", "origin"),
    views=(
        View(
            "countries",
            T("By country", "Por país"),
            report=draw(*COUNTRIES, years=(2009, 2016)),
            latest=draw(*COUNTRIES, years=(2009, 2024)) + draw(*WITH_PORTS.values(), years=(2020, 2024)),
            arrange=countries,
            build=tuple(WITH_PORTS.items()),
        ),
    ),
)
