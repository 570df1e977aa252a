"""Migration 9, by state: people born abroad in 2020, and the few states whose U.S.-born are known for 2015."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from dashboard.charts.arranged import Arranged, Panel, Trace
from dashboard.exhibits import mapped
from dashboard.exhibits.measures import PERCENT, PERSONS
from dashboard.exhibits.prepare import Shown, figure
from dashboard.text import T, number, percent

SHARES, COUNTS, US_BORN = "foreign_born_share_of_state_population", "foreign_born_by_state", "us_born_by_state"
STEPS = (0.5, 1.0, 1.5, 2.5)  # per cent of a state's population
PEOPLE = (50_000, 60_000, 80_000, 100_000)


def by_state(shown: Shown) -> Arranged:
    """The report's time: the five states whose U.S.-born are known. Later: the share born abroad in all 32."""
    return _us_born(shown) if shown.vintage == "report" else _foreign_born(shown)


def _us_born(shown: Shown) -> Arranged:
    ranked = shown.planned[shown.planned["series"] == US_BORN].sort_values("value", ascending=False)
    first, second = ranked.iloc[0], ranked.iloc[1]
    rows = shown.frame[shown.frame["series"] == US_BORN]
    known = set(rows["state"])
    return Arranged(
        headline=T(
            "{a} had {x} U.S.-born residents in {year}, {b} {y} (Mexico Today)",
            "{a} tenía {x} residentes nacidos en EE. UU. en {year} y {b}, {y} (Mexico Today)",
        ).format(
            a=shown.label("state", first["state"]), b=shown.label("state", second["state"]),
            x=number(first["value"]), y=number(second["value"]), year=int(first["year"]),
        ),
        subtitle=T(
            "Residents born in the United States, people, {year}; known for {n} states",
            "Residentes nacidos en EE. UU., personas, {year}; se conocen {n} entidades",
        ).format(year=int(first["year"]), n=len(ranked)),
        latest=_latest(shown),
        alt=T(
            "Map of Mexico: the states whose number of U.S.-born residents is known; all others are hatched",
            "Mapa de México: las entidades cuyo número de residentes nacidos en EE. UU. se conoce; las demás, con rayas",
        ),
        axis="map",
        region="mexico",
        panels=(Panel(PERSONS),),
        traces=(*mapped.areas(shown, rows, PERSONS, PEOPLE, labelled=known), *mapped.unknown(shown, "mexico", known)),
        legend=mapped.key(PERSONS, PEOPLE),
        printed=mapped.largest(shown, rows, PERSONS, T("U.S.-born", "Nacidos en EE. UU.")),
        notes=(_FIVE_STATES,),
    )  # fmt: skip


def _foreign_born(shown: Shown) -> Arranged:
    ranked = shown.planned[shown.planned["series"] == SHARES].sort_values("value", ascending=False)
    first, second = ranked.iloc[0], ranked.iloc[1]
    rows = shown.frame[shown.frame["series"] == SHARES]
    return Arranged(
        headline=T(
            "{p} of the people in {a} were born abroad in {year}, {q} in {b}",
            "{p} de la población de {a} había nacido en otro país en {year}, {q} en {b}",
        ).format(
            a=shown.label("state", first["state"]), b=shown.label("state", second["state"]),
            p=percent(first["value"], 1), q=percent(second["value"], 1), year=int(first["year"]),
        ),
        subtitle=T(
            "Residents born in any other country, percent of the state’s population, {year}",
            "Residentes nacidos en cualquier otro país, por ciento de la población de la entidad, {year}",
        ).format(year=int(first["year"])),
        latest=_latest(shown),
        alt=T(
            "Map of Mexico: states by the share of their residents born in another country, in five classes",
            "Mapa de México: entidades según la proporción de residentes nacidos en otro país, en cinco clases",
        ),
        axis="map",
        region="mexico",
        panels=(Panel(PERCENT),),
        traces=(
            *(_with_counts(shown, one) for one in mapped.areas(shown, rows, PERCENT, STEPS, labelled=set(ranked["state"][:5]))),
            *mapped.unknown(shown, "mexico", set(rows["state"])),
        ),
        legend=mapped.key(PERCENT, STEPS),
        printed=mapped.largest(shown, rows, PERCENT, T("Born abroad", "Nacidos en otro país")),
        notes=(_ALL_COUNTRIES, _SAMPLE),
    )  # fmt: skip


def _with_counts(shown: Shown, areas: Trace) -> Trace:
    """The same, each state with its number of people as a remark."""
    rows = cast(list[dict[str, Any]], shown.frame[shown.frame["series"] == COUNTS].to_dict("records"))
    people = {row["state"]: figure(row["value"], PERSONS) for row in rows}
    return replace(areas, marks=tuple(replace(mark, remark=people[str(mark.x)]) for mark in areas.marks))


def _latest(shown: Shown) -> T:
    newest = shown.newest(SHARES)
    rows = shown.everything[(shown.everything["series"] == SHARES) & (shown.everything["period"] == newest.period)]
    top = rows.nlargest(1, "value").iloc[0]
    return T("Latest: {v} born abroad in {y}, {s}", "Último dato: {v} nacidos en otro país en {y}, {s}").format(
        v=percent(top["value"], 1), y=newest.year, s=shown.label("state", top["state"])
    )


_FIVE_STATES = T(
    "Numbers, rounded to thousands, not shares: only the five largest are known, from the press on the Intercensal Survey of 2015.",
    "Cifras redondeadas a miles, no proporciones: solo se conocen las cinco mayores, por la prensa sobre la Encuesta Intercensal 2015.",
)
_ALL_COUNTRIES = T(
    "People born in all other countries: how many of them in the United States is not known for all states.",
    "Personas nacidas en todos los demás países: cuántas de ellas en EE. UU. no se conoce para todas las entidades.",
)
_SAMPLE = T(
    "2020 census, expanded questionnaire, a sample: it differs from the full count, known for three states.",
    "Censo 2020, cuestionario ampliado, una muestra: difiere del conteo total, conocido para tres entidades.",
)
