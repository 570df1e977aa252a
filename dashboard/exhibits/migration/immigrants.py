"""Migration 9: people born abroad who live in Mexico, most of them in the United States."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT, PERSONS
from dashboard.exhibits.migration import immigrant_map as of_states
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, placed, trace
from dashboard.text import EMPTY, T, number, percent, same

REGIONS, OTHERS = "un_foreign_born_in_mexico_by_region", "un_other_born_in_mexico"
CENSUS = "us_born_residents_of_mexico"
SHARE, SHARE_PRINTED, SHARE_UN = (
    "us_born_share_of_foreign_born",
    "us_born_share_of_foreign_born_as_printed",
    "un_us_born_share_of_foreign_born",
)
US = "united-states"

THOUSANDS = Measure(T("thousand people", "miles de personas"), scale=1e-3)
BORN_IN_US, BORN_ELSEWHERE = (
    T("born in the United States", "nacidos en EE. UU."),
    T("born in other countries", "nacidos en otros países"),
)


def us_born(shown: Shown) -> Arranged:
    """Two parts piled at each mid-year estimate of the United Nations; census counts of the U.S.-born as points."""
    printed, last = shown.value(CENSUS, "2015"), shown.last(CENSUS)
    if shown.vintage == "report":
        headline = T(
            "{n} people born in the U.S. lived in Mexico in 2015, as the report quotes CONAPO",
            "En 2015 vivían en México {n} personas nacidas en EE. UU., según cita del CONAPO en el informe",
        ).format(n=number(printed))
        quoted: tuple[tuple[int, float, int], ...] = ((2015, printed, 90),)
    else:
        headline = T(
            "Mexico had {n} U.S.-born residents in {y}, {old} in 2015 (INEGI via Yucatan Times)",
            "México tenía {n} residentes nacidos en EE. UU. en {y} y {old} en 2015 (INEGI, por Yucatan Times)",
        ).format(n=number(last.value), y=last.year, old=number(printed))
        quoted = ((2015, printed, 84), (last.year, last.value, 112))
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T("Residents of Mexico born in another country", "Residentes de México nacidos en otro país"),
            T("thousand people", "miles de personas"),
        ),
        latest=latest(
            shown, CENSUS, PERSONS, BORN_IN_US, T("2020 census via Yucatan Times", "censo 2020, por Yucatan Times")
        ),
        alt=T(
            "Columns by year: residents of Mexico born in the United States and in other countries, piled up; points: census counts of the U.S.-born",
            "Columnas por año: residentes de México nacidos en EE. UU. y en otros países, apilados; puntos: conteos censales de los nacidos en EE. UU.",
        ),
        axis="years",
        panels=(Panel(THOUSANDS, limits=None if shown.is_filtered() else (0, 1500)),),
        traces=(
            *(_born_in(shown, origin) for origin in shown.selection.values_of("origin") or (US,)),
            trace(shown, OTHERS, THOUSANDS, "other", form="columns", values="all", end_label=BORN_ELSEWHERE),
            trace(shown, CENSUS, THOUSANDS, "text", form="points", hollow=True, end_label=EMPTY, selects="origin"),
        ),
        callouts=()
        if shown.is_filtered()
        else tuple(Callout(y, v * THOUSANDS.scale, number(v), dx=-40, dy=dy) for y, v, dy in quoted),
        events=report_published("years", shown.years()[1]),
        notes=(_MID_YEAR, _REFUGEES),
    )


def _born_in(shown: Shown, origin: str) -> Trace:
    """The columns of one place of birth: the United States, or the regions that are chosen."""
    words = BORN_IN_US if origin == US else shown.label("origin", origin)
    return trace(
        shown,
        REGIONS,
        THOUSANDS,
        {US: "us", "canada": "ca"}.get(origin, "other"),
        form="columns",
        values="all",
        dimensions={"origin": origin},
        name=words.capitalized(),
        end_label=words,
        selects="origin",
    )


def regions(shown: Shown) -> Arranged:
    """The regions of birth in one year, the largest first."""
    year = int(shown.frame.loc[shown.frame["series"] == REGIONS, "year"].max())
    frame = shown.frame[(shown.frame["series"] == REGIONS) & (shown.frame["year"] == year)]
    ranked = cast(list[dict[str, Any]], frame.sort_values("value", ascending=False, kind="stable").to_dict("records"))
    last = shown.last(REGIONS, origin=US)
    same_year = shown.planned[(shown.planned["series"] == REGIONS) & (shown.planned["period"] == last.period)]
    second = same_year[same_year["origin"] != US].nlargest(1, "value").iloc[0]
    return Arranged(
        headline=T(
            "In {y} {n} immigrants in Mexico were born in the U.S., {m} in {where} (UN)",
            "En {y}, {n} inmigrantes en México habían nacido en EE. UU. y {m} en {where} (ONU)",
        ).format(
            n=number(last.value), y=last.year, m=number(second["value"]), where=shown.label("origin", second["origin"])
        ),
        subtitle=T(
            "Residents of Mexico born in another country by region of birth, people, mid-{y}",
            "Residentes de México nacidos en otro país por región de nacimiento, personas, mediados de {y}",
        ).format(y=year),
        latest=latest(shown, REGIONS, PERSONS, BORN_IN_US, T("United Nations", "Naciones Unidas"), origin=US),
        alt=T("Bars: residents of Mexico by region of birth", "Barras: residentes de México por región de nacimiento"),
        axis="categories",
        panels=(Panel(PERSONS),),
        traces=tuple(
            Trace(
                id=f"{REGIONS}|{id}",
                name=T("Residents of Mexico", "Residentes de México"),
                colour=colour,
                marks=tuple(
                    placed(row, PERSONS, i, shown.label("origin", row["origin"]), "origin")
                    for i, row in enumerate(ranked)
                    if (row["origin"] == US) is is_us
                ),
                form="bars",
            )
            for id, colour, is_us in (("us", "us", True), ("others", "other", False))
        ),
        categories=tuple(shown.label("origin", row["origin"]) for row in ranked),
        notes=(
            T(
                "Regions are our grouping of the United Nations’ estimates by country, in the manner of the CONAPO table that the report cites.",
                "Las regiones son una agrupación propia de las estimaciones de la ONU por país, a la manera del cuadro del CONAPO que cita el informe.",
            ),
        ),
    )


def share(shown: Shown) -> Arranged:
    """What part of the immigrants was born in the United States: census counts, the report’s words, the UN’s estimates."""
    first, last = shown.first(SHARE), shown.last(SHARE)
    return Arranged(
        headline=T(
            "U.S.-born were {a} of immigrants in {x}, {b} in {y} (Geo-Mexico, {who})",
            "Los nacidos en EE. UU. eran {a} de los inmigrantes en {x} y {b} en {y} (Geo-Mexico, {who})",
        ).format(
            a=percent(first.value, 1), x=first.year, b=percent(last.value), y=last.year,
            who=same("Mexico Today" if shown.vintage == "report" else "Colef"),
        ),
        subtitle=subtitle(
            shown,
            T("U.S.-born among the residents of Mexico born abroad", "Nacidos en EE. UU. entre los residentes de México nacidos en el extranjero"),
            T("percent", "por ciento"),
        ),
        latest=latest(shown, SHARE, replace(PERCENT, digits=0), source=T("2020 census, quoted by Colef", "censo 2020, citado por el Colef")),
        alt=T(
            "Points by year: the U.S.-born share of immigrants in Mexico by the census and by the United Nations",
            "Puntos por año: la proporción de nacidos en EE. UU. entre los inmigrantes en México según el censo y la ONU",
        ),
        axis="years",
        panels=(Panel(PERCENT, from_zero=False, limits=(50, 90), ticks=4),),
        traces=(
            replace(trace(shown, SHARE_UN, PERCENT, "other", form="points", end_label=T("United Nations", "Naciones Unidas")), shape="square"),
            trace(shown, SHARE, PERCENT, "us", form="points", end_label=T("census and survey", "censo y encuesta")),
            trace(shown, SHARE_PRINTED, PERCENT, "text", form="points", hollow=True, end_label=EMPTY),
        ),
        callouts=() if shown.is_filtered() else _shares(shown),
        events=report_published("years", shown.years()[1]),
        notes=(_THREE_QUARTERS, _REFUGEES),
    )  # fmt: skip


def _shares(shown: Shown) -> tuple[Callout, ...]:
    first, last = shown.first(SHARE), shown.last(SHARE)
    printed = shown.value(SHARE_PRINTED, "2015")
    return (
        Callout(
            first.year,
            first.value,
            T("{v} in {y}", "{v} en {y}").format(v=percent(first.value, 1), y=first.year),
            dx=-45,
            dy=16,
            colour="us",
        ),
        Callout(
            last.year,
            last.value,
            T("{v} in {y}", "{v} en {y}").format(v=percent(last.value), y=last.year),
            dx=-10,
            dy=-34,
            colour="us",
        ),
        Callout(2015, printed, T("{v} in the report", "{v} en el informe").format(v=percent(printed)), dx=-40, dy=56),
    )


_MID_YEAR = T(
    "Columns: mid-year estimates of the United Nations, revision of 2020. Circles: counts of the census and the 2015 survey.",
    "Columnas: estimaciones a mitad de año de la ONU, revisión de 2020. Círculos: conteos del censo y de la encuesta de 2015.",
)
_REFUGEES = T(
    "1990 is left out: the United Nations adds Guatemalan and Salvadoran refugees to it, whom the census did not count.",
    "Se omite 1990: la ONU le suma refugiados guatemaltecos y salvadoreños que el censo no contó.",
)
_THREE_QUARTERS = T(
    "The report’s “roughly three-quarters” is the share of 2010; it prints it beside the number of 2015.",
    "Las «cerca de tres cuartas partes» del informe corresponden a 2010; las pone junto a la cifra de 2015.",
)

EXHIBIT = Exhibit(
    id="migration-9",
    chapter="migration",
    order=9,
    number=T("Figure 9", "Gráfica 9"),
    title=T("Immigrants in Mexico", "Inmigrantes en México"),
    subject=T("Residents of Mexico born in another country", "Residentes de México nacidos en otro país"),
    dimensions=("years", "origin", "state"),
    views=(
        View(
            "us-born",
            T("U.S.-born and others", "De EE. UU. y de otros países"),
            report=draw(REGIONS, OTHERS, years=(2000, 2015)) + draw(CENSUS, years=(2010, 2015)),
            latest=draw(REGIONS, OTHERS, years=(2000, 2020)) + draw(CENSUS, years=(2010, 2020)),
            arrange=us_born,
        ),
        View(
            "regions",
            T("By region of birth", "Por región de nacimiento"),
            report=draw(REGIONS, years=(2000, 2015)),
            latest=draw(REGIONS, years=(2000, 2020)),
            arrange=regions,
        ),
        View(
            "share",
            T("U.S.-born share", "Proporción de EE. UU."),
            report=draw(SHARE, SHARE_UN, SHARE_PRINTED, years=(2000, 2015)),
            latest=draw(SHARE, SHARE_UN, SHARE_PRINTED, years=(2000, 2020)),
            arrange=share,
        ),
        View(
            "states",
            T("By state", "Por entidad"),
            report=draw(of_states.US_BORN, years=(2015, 2015)),
            latest=draw(of_states.SHARES, of_states.COUNTS, years=(2020, 2020)),
            arrange=of_states.by_state,
        ),
    ),
)
