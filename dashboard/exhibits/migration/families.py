"""Migration 6: apprehensions at the southwest border by type: children alone, people in families, single adults."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.arranged import Arranged, Callout, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.migration.counting import (
    APPREHENSIONS,
    ENCOUNTERS,
    broken,
    quoted,
    ratio,
    title_42,
)
from dashboard.exhibits.migration.sectors import bars, names, sectors
from dashboard.exhibits.phrases import ZOOM, ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, period_label, trace
from dashboard.text import EMPTY, T, join, number, percent

CHILDREN, FAMILIES, ADULTS = "unaccompanied_children", "family_unit_individuals", "single_adults"
TYPES = {
    CHILDREN: ("kind-a", T("unaccompanied children", "menores no acompañados")),
    FAMILIES: ("kind-b", T("people in families", "personas en familia")),
    ADULTS: ("kind-c", T("single adults", "adultos solos")),
}
# The same types, split.
SHARES = {
    ADULTS: "share_single_adults",
    FAMILIES: "share_family_unit_individuals",
    CHILDREN: "share_unaccompanied_children",
}
BY_SECTOR = {series: f"{series}_by_sector" for series in TYPES}
MONTHLY = {series: f"{series}_monthly" for series in TYPES}

_WHAT = T(
    "Border Patrol apprehensions at the southwest border by type of person",
    "Aprehensiones de la Patrulla Fronteriza en la frontera suroeste por tipo de persona",
)
_FISCAL = T("fiscal years", "años fiscales")
_INDIVIDUALS = T(
    "“In families” counts each person of a family unit: children under 18 with a parent or legal guardian, and these.",
    "«En familia» cuenta a cada integrante de una unidad familiar: menores de 18 años con padre, madre o tutor, y estos.",
)
_SINCE = T(
    "Families and adults are counted apart from FY2013 on, children from FY2008; the two first years are rounded to 10.",
    "Familias y adultos se cuentan por separado desde el AF 2013; los menores, desde 2008 (2008 y 2009, redondeados a 10).",
)
_FIRST_ENCOUNTERS = "2020-03-01"


def _notes(shown: Shown) -> tuple[T, T]:
    return _INDIVIDUALS, (_SINCE if shown.vintage == "report" else ENCOUNTERS)


def types(shown: Shown) -> Arranged:
    """A line for each type; under a filter by sector, those of the sectors."""
    start, reported, end = (shown.value(FAMILIES, p) for p in ("FY2013", "FY2016", shown.last(FAMILIES).period))
    if shown.vintage == "report":
        headline = T(
            "Apprehensions of people in families rose {fold}-fold from FY2013 to FY2016, to {end}",
            "Las aprehensiones de personas en familia se multiplicaron por {fold} del AF 2013 al AF 2016, a {end}",
        ).format(fold=ratio(end, start), end=number(end))
    else:
        headline = T(
            "Apprehensions of people in families numbered {end} in {year}, {fold} times those of FY2016",
            "Las aprehensiones de personas en familia fueron {end} en el {year}, {fold} veces las del AF 2016",
        ).format(fold=ratio(end, reported), end=number(end), year=period_label(shown.last(FAMILIES).period))
    base, dx, dy = ("FY2013", -20, 92) if shown.vintage == "report" else ("FY2016", -34, 50)
    chosen = shown.selection.values_of("sector")
    return Arranged(
        headline=headline,
        subtitle=subtitle(shown, _WHAT, _FISCAL),
        latest=latest(shown, FAMILIES, APPREHENSIONS, TYPES[FAMILIES][1]),
        alt=T(
            "Three lines by fiscal year: unaccompanied children, people in families, single adults",
            "Tres líneas por año fiscal: menores no acompañados, personas en familia, adultos solos",
        ),
        axis="fiscal-years",
        panels=(Panel(APPREHENSIONS),),
        traces=_of_sectors(shown, chosen) if chosen else _of_the_border(shown),
        callouts=tuple(
            replace(callout, colour=TYPES[FAMILIES][0])
            for callout in quoted(shown, FAMILIES, base, APPREHENSIONS, dx=dx, dy=dy)
        ),
        events=report_published("fiscal-years", shown.years()[1]),
        bands=title_42(shown),
        notes=_notes(shown),
    )


def _of_the_border(shown: Shown) -> tuple[Trace, ...]:
    return tuple(
        part
        for series, (colour, words) in TYPES.items()
        for part in broken(
            trace(
                shown,
                series,
                APPREHENSIONS,
                colour,
                axis="fiscal-years",
                end_label=ending(shown, series, APPREHENSIONS, words),
            )
        )
    )


def _of_sectors(shown: Shown, chosen: tuple[str, ...]) -> tuple[Trace, ...]:
    """The lines of each chosen sector, named by type, and by sector too where there are several."""
    built: list[Trace] = []
    for sector in chosen:
        for series, (colour, words) in TYPES.items():
            name = join((shown.label("sector", sector), words), ": ")
            line = trace(
                shown,
                BY_SECTOR[series],
                APPREHENSIONS,
                colour,
                axis="fiscal-years",
                name=name,
                end_label=words if len(chosen) == 1 else name,
                dimensions={"sector": sector},
            )
            ids = tuple(replace(mark, id=f"{mark.id}|{sector}" if mark.id else "") for mark in line.marks)
            built += broken(replace(line, marks=ids))
    return tuple(built)


def shares(shown: Shown) -> Arranged:
    """Columns of 100 per cent: how the apprehensions of each year divide into the three types."""
    first, last = shown.first(SHARES[ADULTS]), shown.last(SHARES[ADULTS])
    few = shown.years()[1] - shown.years()[0] < 9
    return Arranged(
        headline=T(
            "Single adults {moved} from {a} of apprehensions in {start} to {b} in {end}",
            "Los adultos solos {moved} de {a} de las aprehensiones en el {start} a {b} en el {end}",
        ).format(
            moved=T("fell", "bajaron") if last.value < first.value else T("rose", "subieron"),
            a=percent(first.value),
            b=percent(last.value),
            start=period_label(first.period),
            end=period_label(last.period),
        ),
        subtitle=subtitle(shown, _WHAT, T("percent of the total", "por ciento del total"), _FISCAL),
        latest=latest(shown, SHARES[ADULTS], PERCENT, TYPES[ADULTS][1]),
        alt=T(
            "Columns of 100 percent by fiscal year: single adults, people in families, unaccompanied children",
            "Columnas de 100 por ciento por año fiscal: adultos solos, personas en familia, menores no acompañados",
        ),
        axis="fiscal-years",
        panels=(Panel(replace(PERCENT, digits=0), limits=(0, 100)),),
        traces=tuple(
            trace(
                shown,
                share,
                replace(PERCENT, digits=0),
                TYPES[series][0],
                axis="fiscal-years",
                form="columns",
                name=TYPES[series][1].capitalized(),
                end_label=TYPES[series][1],
                values="all" if few else "ends",
            )
            for series, share in SHARES.items()
        ),
        events=report_published("fiscal-years", shown.years()[1]),
        notes=(_INDIVIDUALS, EMPTY if shown.vintage == "report" else ENCOUNTERS)[: 1 + (shown.vintage == "latest")],
    )


def monthly(shown: Shown) -> Arranged:
    """The three types by month; zooms by dragging."""
    series = CHILDREN if shown.vintage == "report" else FAMILIES
    rows = shown.planned[shown.planned["series"] == MONTHLY[series]]
    peak = rows.loc[rows["value"].idxmax()]
    dx, dy = (-20, 60) if shown.vintage == "report" else (50, 50)
    return Arranged(
        headline=T(
            "Apprehensions of {who} peaked in {month}: {v}",
            "Las aprehensiones de {who} alcanzaron su máximo en {month}: {v}",
        ).format(who=TYPES[series][1], month=period_label(peak["period"]), v=number(peak["value"])),
        subtitle=subtitle(shown, _WHAT, T("by month", "por mes")),
        latest=latest(shown, MONTHLY[series], APPREHENSIONS, TYPES[series][1]),
        alt=T(
            "Three monthly lines: unaccompanied children, people in families, single adults",
            "Tres líneas mensuales: menores no acompañados, personas en familia, adultos solos",
        ),
        axis="dates",
        panels=(Panel(APPREHENSIONS),),
        traces=tuple(
            part
            for kind, (colour, words) in TYPES.items()
            for part in broken(
                trace(shown, MONTHLY[kind], APPREHENSIONS, colour, axis="dates", end_label=words), _FIRST_ENCOUNTERS
            )
        ),
        callouts=()
        if shown.is_filtered()
        else (Callout(f"{peak['period']}-15", peak["value"], number(peak["value"]), dx=dx, dy=dy),),
        events=report_published("dates", shown.years()[1]),
        bands=title_42(shown, "dates"),
        zoomable=True,
        notes=(_INDIVIDUALS,) if shown.vintage == "report" else (_INDIVIDUALS, ENCOUNTERS),
        hints=(ZOOM,),
    )


def by_sector(shown: Shown) -> Arranged:
    """The nine sectors in the last year on show, the three types end to end."""
    of = sectors(shown, *BY_SECTOR.values())
    families = shown.planned[
        (shown.planned["series"] == BY_SECTOR[FAMILIES]) & (shown.planned["period"] == of.planned_period)
    ].set_index("sector")["value"]
    top = str(families.idxmax())
    return Arranged(
        headline=T(
            "{sector} counted {v} people in families in {year}, {share} of all of them",
            "{sector} registró {v} personas en familia en el {year}, {share} del total",
        ).format(
            sector=shown.label("sector", top),
            v=number(families[top]),
            year=period_label(of.planned_period),
            share=percent(100 * families[top] / families.sum()),
        ),
        subtitle=join((_WHAT, T("by sector", "por sector"), period_label(of.period)), ", "),
        latest=latest(
            shown, FAMILIES, APPREHENSIONS, T("people in families, all sectors", "en familia, todos los sectores")
        ),
        alt=T(
            "Bars: the three types of apprehensions in each of the nine Border Patrol sectors",
            "Barras: los tres tipos de aprehensiones en cada uno de los nueve sectores de la Patrulla Fronteriza",
        ),
        axis="categories",
        categories=names(shown, of, with_shares=False),
        panels=(Panel(APPREHENSIONS),),
        traces=tuple(
            bars(of, BY_SECTOR[series], colour, words.capitalized()) for series, (colour, words) in TYPES.items()
        ),
        notes=(
            _INDIVIDUALS,
            T(
                "The bars are of the last year chosen. Types by sector are known for FY2013 to FY2020 only.",
                "Las barras son del último año elegido. Los tipos por sector solo se conocen para los años fiscales 2013 a 2020.",
            ),
        ),
    )


EXHIBIT = Exhibit(
    id="migration-6",
    chapter="migration",
    order=6,
    number=T("Figure 6", "Gráfica 6"),
    title=T("Apprehensions at the southwest border by type", "Aprehensiones en la frontera suroeste por tipo"),
    subject=T(
        "Apprehensions of children alone, families and adults",
        "Aprehensiones de menores no acompañados, familias y adultos",
    ),
    dimensions=("years", "sector"),
    views=(
        View(
            "types",
            T("Types", "Tipos"),
            report=draw(CHILDREN, years=(2008, 2016))
            + draw(FAMILIES, ADULTS, years=(2013, 2016))
            + draw(*BY_SECTOR.values(), years=(2013, 2016), under="sector"),
            latest=draw(CHILDREN, years=(2008, 2024))
            + draw(FAMILIES, ADULTS, years=(2013, 2024))
            + draw(*BY_SECTOR.values(), years=(2013, 2020), under="sector"),
            arrange=types,
        ),
        View(
            "shares",
            T("Shares", "Proporciones"),
            report=draw(*SHARES.values(), years=(2013, 2016)),
            latest=draw(*SHARES.values(), years=(2013, 2024)),
            arrange=shares,
        ),
        View(
            "monthly",
            T("Monthly", "Mensual"),
            report=draw(*MONTHLY.values(), years=("2009-10", "2016-09")),
            latest=draw(*MONTHLY.values(), years=("2009-10", "2025-08")),
            arrange=monthly,
        ),
        View(
            "sectors",
            T("By sector", "Por sector"),
            report=draw(*BY_SECTOR.values(), years=(2013, 2016)),
            latest=draw(*BY_SECTOR.values(), years=(2013, 2020)),
            arrange=by_sector,
        ),
    ),
)
