"""Migration 2: apprehensions by origin."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.arranged import Arranged, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, Plan, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.migration.counting import (
    ENCOUNTERS,
    EVENTS_NOT_PEOPLE,
    THOUSAND,
    broken,
    quoted,
    ratio,
    thousands,
    title_42,
)
from dashboard.exhibits.phrases import ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, period_label, trace
from dashboard.text import T, join, listing, percent, same

MEXICO = "apprehensions_mexico_southwest"
OTHERS = "apprehensions_other_than_mexico_southwest"
TRIANGLE = "apprehensions_northern_triangle_southwest"
COUNTRIES = {
    "apprehensions_guatemala_southwest": "gt",
    "apprehensions_el_salvador_southwest": "sv",
    "apprehensions_honduras_southwest": "hn",
    "apprehensions_nicaragua_southwest": "other",
}
SHARES = {
    "share_mexico_southwest": ("mx", T("Mexico", "México")),
    "share_northern_triangle_southwest": ("text", T("Northern Triangle", "Triángulo Norte")),
    "share_rest_southwest": ("other", T("all others", "los demás")),
}

_WHAT = T(
    "Border Patrol apprehensions at the southwest border",
    "Aprehensiones de la Patrulla Fronteriza en la frontera suroeste",
)
_FISCAL = T("fiscal years", "años fiscales")
_ROUNDED = T(
    "Central American counts before FY2007 are rounded to 10, those of FY2000–FY2003 up to 5% low.",
    "Los conteos de centroamericanos anteriores al AF 2007 están redondeados a 10; los de 2000-2003, hasta 5% bajos.",
)
_TRIANGLE = T(
    "Northern Triangle: Guatemala, El Salvador and Honduras.", "Triángulo Norte: Guatemala, El Salvador y Honduras."
)


def _line(shown: Shown, series: str, measure: Measure, colour: str, dotted: bool = False) -> tuple[Trace, ...]:
    """A line by fiscal year, broken where the counts become encounters; none where nothing is on show."""
    line = trace(
        shown,
        series,
        measure,
        colour,
        axis="fiscal-years",
        dash="dot" if dotted else "solid",
        end_label=ending(shown, series, measure, shown.name(series)),
        selects="origin",
    )
    return broken(line)


def _counts(shown: Shown, measure: Measure) -> tuple[Trace, ...]:
    """Every origin on show: the three groups, or the countries."""
    return (
        *_line(shown, OTHERS, measure, "other", dotted=True),
        *_line(shown, TRIANGLE, measure, "text"),
        *_line(shown, MEXICO, measure, "mx"),
        *(
            part
            for series, colour in COUNTRIES.items()
            for part in _line(shown, series, measure, colour, colour == "other")
        ),
    )


def _passed(shown: Shown) -> T:
    """The planned fiscal years in which the Northern Triangle had more apprehensions than Mexico."""
    by_year = shown.planned.pivot_table(index="period", columns="series", values="value")
    periods = [str(period) for period in by_year.index[by_year[TRIANGLE] > by_year[MEXICO]]]
    years = listing(same(period.removeprefix("FY")) for period in periods)
    article = "el año fiscal" if len(periods) == 1 else "los años fiscales"
    return T(listing(map(period_label, periods)).en, f"{article} {years.es}")


def groups(shown: Shown) -> Arranged:
    """Mexico, all other countries, and the Northern Triangle among them."""
    end = shown.last(MEXICO)
    others, triangle = (shown.value(series, end.period) for series in (OTHERS, TRIANGLE))
    if shown.vintage == "report":
        headline = T(
            "The Northern Triangle passed Mexico in {years}: {triangle} against {mexico}",
            "El Triángulo Norte superó a México en {years}: {triangle} frente a {mexico}",
        ).format(years=_passed(shown), triangle=thousands(triangle), mexico=thousands(end.value))
    else:
        headline = T(
            "Other countries had {others} apprehensions in {year}, {fold} times Mexico’s {mexico}",
            "Los demás países sumaron {others} aprehensiones en el {year}, {fold} veces las {mexico} de México",
        ).format(
            others=thousands(others),
            year=period_label(end.period),
            fold=ratio(others, end.value),
            mexico=thousands(end.value),
        )
    return Arranged(
        headline=headline,
        subtitle=subtitle(shown, _WHAT, T("thousand", "miles"), _FISCAL),
        latest=latest(shown, MEXICO, THOUSAND, T("Mexico", "México")),
        alt=T(
            "Lines by fiscal year: apprehensions of people from Mexico, from the Northern Triangle, from all other countries",
            "Líneas por año fiscal: aprehensiones de personas de México, del Triángulo Norte y de todos los demás países",
        ),
        axis="fiscal-years",
        panels=(Panel(THOUSAND),),
        traces=_counts(shown, THOUSAND),
        callouts=quoted(shown, MEXICO, "FY2000", THOUSAND, dx=30, dy=2),
        events=report_published("fiscal-years", shown.years()[1]),
        bands=title_42(shown),
        notes=(_TRIANGLE + " " + EVENTS_NOT_PEOPLE, _ROUNDED if shown.vintage == "report" else ENCOUNTERS),
    )


def shares(shown: Shown) -> Arranged:
    """Each group's share of all apprehensions at the southwest border."""
    mexico, triangle, _ = SHARES
    start, end = shown.first(triangle), shown.last(triangle)
    return Arranged(
        headline=T(
            "The Northern Triangle had {b} of apprehensions in {end}, Mexico {m}; in {start} it had {a}",
            "El Triángulo Norte tuvo {b} de las aprehensiones en el {end} y México {m}; en el {start}, {a}",
        ).format(
            a=percent(start.value),
            b=percent(end.value),
            m=percent(shown.last(mexico).value),
            start=period_label(start.period),
            end=period_label(end.period),
        ),
        subtitle=subtitle(shown, _WHAT, T("percent of the total", "por ciento del total"), _FISCAL),
        latest=latest(shown, mexico, PERCENT, T("Mexico", "México")),
        alt=T(
            "Lines by fiscal year: shares of Mexico, the Northern Triangle and all others in the apprehensions",
            "Líneas por año fiscal: proporción de México, el Triángulo Norte y los demás en las aprehensiones",
        ),
        axis="fiscal-years",
        panels=(Panel(PERCENT, limits=(0, 100)),),
        traces=tuple(
            part
            for series, (colour, words) in SHARES.items()
            for part in broken(
                trace(
                    shown,
                    series,
                    PERCENT,
                    colour,
                    axis="fiscal-years",
                    name=words.capitalized(),
                    end_label=ending(shown, series, PERCENT, words, digits=0),
                )
            )
        ),
        callouts=quoted(shown, triangle, "FY2000", PERCENT, dx=10, dy=26),
        events=report_published("fiscal-years", shown.years()[1]),
        bands=title_42(shown),
        notes=(_TRIANGLE, _ROUNDED if shown.vintage == "report" else ENCOUNTERS),
    )


def countries(shown: Shown) -> Arranged:
    """Guatemala, El Salvador, Honduras and Nicaragua."""
    last = {series: shown.last(series) for series in COUNTRIES}
    top = max(last, key=lambda series: last[series].value)
    base = shown.value(top, "FY2007")
    place = {"dx": 44, "dy": 62} if shown.vintage == "report" else {"dx": 10, "dy": 50}
    colour = COUNTRIES[top]
    return Arranged(
        headline=T(
            "{country} led Central America with {v} apprehensions in {year}, {fold} times FY2007’s",
            "{country} encabezó Centroamérica con {v} aprehensiones en el {year}, {fold} veces las del AF 2007",
        ).format(
            country=shown.name(top),
            v=thousands(last[top].value),
            year=period_label(last[top].period),
            fold=ratio(last[top].value, base),
        ),
        subtitle=subtitle(shown, _WHAT, T("thousand", "miles"), _FISCAL),
        latest=latest(shown, top, THOUSAND, shown.name(top)),
        alt=T(
            "Lines by fiscal year: apprehensions of people from four Central American countries",
            "Líneas por año fiscal: aprehensiones de personas de cuatro países centroamericanos",
        ),
        axis="fiscal-years",
        panels=(Panel(THOUSAND),),
        traces=_counts(shown, THOUSAND),
        callouts=tuple(
            replace(callout, words=join((callout.words, shown.name(top))), colour=colour)
            for callout in quoted(shown, top, "FY2007", THOUSAND, **place)
        ),
        events=report_published("fiscal-years", shown.years()[1]),
        bands=title_42(shown),
        notes=(_ROUNDED, EVENTS_NOT_PEOPLE if shown.vintage == "report" else ENCOUNTERS),
    )


def _plan(*series: str, last: int) -> Plan:
    """These series; under a filter by origin all the others too, so that every origin can be chosen."""
    rest = (name for name in (MEXICO, OTHERS, TRIANGLE, *COUNTRIES) if name not in series)
    return draw(*series, years=(2000, last)) + draw(*rest, years=(2000, last), under="origin")


EXHIBIT = Exhibit(
    id="migration-2",
    chapter="migration",
    order=2,
    number=T("Figure 2", "Gráfica 2"),
    title=T("Apprehensions by origin", "Aprehensiones por origen"),
    subject=T(
        "Apprehensions at the southwest border by origin", "Aprehensiones en la frontera suroeste por país de origen"
    ),
    dimensions=("years", "origin"),
    views=(
        View(
            "groups",
            T("Mexico and others", "México y los demás"),
            report=_plan(MEXICO, OTHERS, TRIANGLE, last=2016),
            latest=_plan(MEXICO, OTHERS, TRIANGLE, last=2024),
            build=((MEXICO,), (TRIANGLE,), (OTHERS,)),
            arrange=groups,
        ),
        View(
            "shares",
            T("Shares", "Proporciones"),
            report=draw(*SHARES, years=(2000, 2016)),
            latest=draw(*SHARES, years=(2000, 2024)),
            arrange=shares,
        ),
        View(
            "countries",
            T("Central America", "Centroamérica"),
            report=_plan(*COUNTRIES, last=2016),
            latest=_plan(*COUNTRIES, last=2024),
            arrange=countries,
        ),
    ),
)
