"""Migration 3: Mexicans who came to the United States and people who left it for Mexico, by period."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT, PERSONS
from dashboard.exhibits.migration.sparse import joined
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Datum, Shown, period_label, placed, trace
from dashboard.text import T, join, number, percent

NORTH, SOUTH = "pew_mexico_to_us", "pew_us_to_mexico"
NET_2015, NET_2021 = "pew_net_migration_to_us", "pew2021_net_migration_to_us"
LANES = (
    (NORTH, "mx", T("from Mexico to the U.S.", "de México a EE. UU.")),
    (SOUTH, "us", T("from the U.S. to Mexico", "de EE. UU. a México")),
)

BY_PEW, HISTORY = "mexican_born_in_us_pew2015", "mexican_born_in_us_nyt_upfront"
SURVEY, ESTIMATE = "mexican_born_in_us_acs", "un_mexican_born_in_us_rev2024"
REASONS = "return_reason_share"
FAMILY, DEPORTED, REST = "family-reunification", "deported", "all-other-reasons"

MILLIONS = Measure(T("million people", "millones de personas"), scale=1e-6, digits=1)
WHOLE_PERCENT = replace(PERCENT, digits=0)


def _millions(persons: float) -> T:
    return number(persons * MILLIONS.scale, MILLIONS.digits)


def flows(shown: Shown) -> Arranged:
    """A pair of bars for each period, north and south, with the net flow in its name; periods overlap, so no time axis."""
    rows = shown.frame[shown.frame["series"].isin((NORTH, SOUTH))].sort_values("start", kind="stable")
    periods = list(dict.fromkeys(rows["period"]))
    north, south = shown.last(NORTH), shown.last(SOUTH)
    more = T("more people", "más personas") if south.value > north.value else T("fewer people", "menos personas")
    return Arranged(
        headline=T(
            "From {a} to {b} {more} left for Mexico, {s}, than came from it, {n} (Pew)",
            "De {a} a {b} se fueron a México {more}, {s}, que las que llegaron de allá, {n} (Pew)",
        ).format(a=_ends(south)[0], b=_ends(south)[1], more=more, s=number(south.value), n=number(north.value)),
        subtitle=T(
            "People who moved between Mexico and the United States in five years, estimates of the Pew Research Center",
            "Personas que se mudaron entre México y EE. UU. en cinco años, estimaciones del Pew Research Center",
        ),
        latest=latest(
            shown, NET_2021, PERSONS, T("net flow to the United States", "saldo hacia EE. UU."), T("Pew", "Pew")
        ),
        alt=T(
            "For each period two bars: people who moved from Mexico to the United States and the other way",
            "Dos barras por periodo: personas que se mudaron de México a EE. UU. y en sentido contrario",
        ),
        axis="categories",
        panels=(Panel(PERSONS),),
        traces=tuple(
            Trace(
                id=series,
                name=name.capitalized(),
                colour=colour,
                marks=tuple(
                    placed(row, PERSONS, periods.index(row["period"]), name.capitalized(), "direction")
                    for row in cast(list[dict[str, Any]], shown.rows(series).to_dict("records"))
                ),
                form="bars",
                lane=lane,
                end_label=name,
            )
            for lane, (series, colour, name) in enumerate(LANES)
        ),
        categories=tuple(_named(shown, period) for period in periods),
        notes=(_WHO_COUNTS, _NETS_OF_2015 if shown.vintage == "report" else _NETS_OF_2021),
    )


def _ends(span: Datum) -> tuple[str, str]:
    first, last = span.period.split("/")
    return first, last


def _named(shown: Shown, period: str) -> T:
    """A period and the net flow as Pew printed it, in the newer edition where that has it."""
    series = NET_2015 if shown.vintage == "report" or period == "1995/2000" else NET_2021
    net = shown.value(series, period)
    if net == 0:
        words = T("net about zero", "saldo casi nulo")
    elif net > 0:
        words = T("net {n} to the U.S.", "saldo de {n} hacia EE. UU.").format(n=number(net))
    else:
        words = T("net {n} to Mexico", "saldo de {n} hacia México").format(n=number(-net))
    return join((period_label(period), words), ", ")


def stock(shown: Shown) -> Arranged:
    """The Mexican-born population of the United States: few dates of each edition, joined only where years follow."""
    if shown.vintage == "report":
        start, end = shown.value(BY_PEW, "2007"), shown.last(BY_PEW)
        headline = T(
            "Mexican-born U.S. residents were {v} million in {y}, {old} in 2007 (Pew via IRJCI)",
            "{v} millones de nacidos en México vivían en EE. UU. en {y}; en 2007, {old} millones (Pew, por IRJCI)",
        ).format(v=_millions(end.value), y=end.year, old=_millions(start))
        quoted = (2007, start, -64, 4), (end.year, end.value, -30, -40)
    else:
        start, end = shown.value(SURVEY, "2010"), shown.last(SURVEY)
        headline = T(
            "Mexican-born U.S. residents were {v} million in {y}, {old} in 2010 (ACS via MPI)",
            "{v} millones de nacidos en México vivían en EE. UU. en {y}; en 2010, {old} millones (ACS, por MPI)",
        ).format(v=_millions(end.value), y=end.year, old=_millions(start))
        quoted = (2010, start, 20, -46), (end.year, end.value, -10, -44)
    callouts = tuple(
        Callout(year, v * MILLIONS.scale, T("{v} in {y}", "{v} en {y}").format(v=_millions(v), y=year), dx=dx, dy=dy)
        for year, v, dx, dy in quoted
    )
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T("People born in Mexico who live in the United States", "Personas nacidas en México que viven en EE. UU."),
            T("millions", "millones"),
        ),
        latest=latest(
            shown, SURVEY, MILLIONS, source=T("American Community Survey via MPI", "American Community Survey, por MPI")
        ),
        alt=T(
            "Points by year: people born in Mexico who live in the United States, by source",
            "Puntos por año: personas nacidas en México que viven en EE. UU., por fuente",
        ),
        axis="years",
        panels=(Panel(MILLIONS),),
        traces=(
            trace(
                shown,
                HISTORY,
                MILLIONS,
                "other",
                form="points",
                hollow=True,
                end_label=T("New York Times Upfront", "New York Times Upfront"),
            ),
            trace(
                shown,
                BY_PEW,
                MILLIONS,
                "mx",
                form="points",
                end_label=T("Pew, edition of 2015", "Pew, edición de 2015"),
            ),
            trace(
                shown,
                ESTIMATE,
                MILLIONS,
                "other",
                form="points",
                hollow=True,
                end_label=T("United Nations", "Naciones Unidas"),
            ),
            joined(
                trace(
                    shown,
                    SURVEY,
                    MILLIONS,
                    "mx",
                    form="points",
                    end_label=T("census and American Community Survey", "censo y American Community Survey"),
                ),
                apart=1,
            ),
        ),
        callouts=() if shown.is_filtered() else callouts,
        events=report_published("years", shown.years()[1]),
        notes=(_SOURCES_DIFFER,),
    )


def reasons(shown: Shown) -> Arranged:
    """Why people went back, in per cent: three bars, the largest first."""
    rows = shown.rows(REASONS).sort_values("value", ascending=False, kind="stable")
    ranked = sorted(cast(list[dict[str, Any]], rows.to_dict("records")), key=lambda row: row["category"] == REST)
    period = shown.last(REASONS).period
    return Arranged(
        headline=T(
            "{f} of those back in Mexico by {y} came for family, {d} were deported (Pew via Fortune)",
            "{f} de quienes en {y} ya habían vuelto a México lo hizo por su familia; {d} fue deportado (Pew, por Fortune)",
        ).format(
            f=percent(shown.value(REASONS, period, category=FAMILY)),
            d=percent(shown.value(REASONS, period, category=DEPORTED)),
            y=period.split("/")[1],
        ),
        subtitle=T(
            "Main reason of those who lived in the United States in 2009 and in Mexico in 2014, percent of them (ENADID 2014)",
            "Motivo principal de quienes vivían en EE. UU. en 2009 y en México en 2014, por ciento de ellos (ENADID 2014)",
        ),
        alt=T("Three bars: the reasons for going back to Mexico", "Tres barras: los motivos para volver a México"),
        axis="categories",
        panels=(Panel(WHOLE_PERCENT),),
        traces=tuple(
            Trace(
                id=f"{REASONS}|{id}",
                name=T("Main reason", "Motivo principal"),
                colour=colour,
                marks=tuple(
                    replace(mark, id=f"{mark.id}|{row['category']}")
                    for i, row in enumerate(ranked)
                    if (row["category"] == REST) is is_rest
                    for mark in (placed(row, WHOLE_PERCENT, i, shown.label("category", row["category"])),)
                ),
                form="bars",
                hatched=is_rest,
            )
            for id, colour, is_rest in (("named", "us", False), ("rest", "other", True))
        ),
        categories=tuple(shown.label("category", row["category"]) for row in ranked),
        notes=(
            T(
                "Only these two reasons were found in print; the rest is what is left of 100.",
                "Solo se encontraron impresos estos dos motivos; el resto es lo que falta para 100.",
            ),
        ),
    )


_WHO_COUNTS = T(
    "Northbound counts only people born in Mexico; southbound also their family born in the United States. The periods overlap.",
    "Hacia el norte cuentan solo los nacidos en México; hacia el sur, también su familia nacida en EE. UU. Los periodos se traslapan.",
)
_NETS_OF_2015 = T(
    "Net flows as Pew printed them in 2015, from numbers not rounded. Northbound of 1995–2000 was printed as nearly 3 million.",
    "Saldos como los publicó Pew en 2015, con cifras sin redondear. El flujo al norte de 1995–2000 se publicó como casi 3 millones.",
)
_NETS_OF_2021 = T(
    "Net flows as Pew printed them in 2021; that of 1995–2000 in 2015, when it gave 20,000 and 140,000 to Mexico for the next two.",
    "Saldos como los publicó Pew en 2021; el de 1995–2000, en 2015, cuando dio 20,000 y 140,000 hacia México para los dos siguientes.",
)
_SOURCES_DIFFER = T(
    "Sources are not joined: Pew and the United Nations adjust for people whom the census misses, the survey does not.",
    "Las fuentes no se empalman: Pew y Naciones Unidas ajustan por quienes el censo no cuenta; la encuesta no lo hace.",
)

EXHIBIT = Exhibit(
    id="migration-3",
    chapter="migration",
    order=3,
    number=T("Figure 3", "Gráfica 3"),
    title=T("Mexicans migrating north and south", "Mexicanos que migran al norte y al sur"),
    subject=T("Migration between Mexico and the United States", "Migración entre México y EE. UU."),
    dimensions=("years", "direction"),
    views=(
        View(
            "flows",
            T("Flows", "Flujos"),
            report=draw(NORTH, SOUTH, NET_2015, years=(None, 2014)),
            latest=draw(NORTH, SOUTH, NET_2015, NET_2021),
            arrange=flows,
        ),
        View(
            "mexican-born",
            T("Mexican-born in the U.S.", "Nacidos en México en EE. UU."),
            report=draw(HISTORY, years=(1970, 2010)) + draw(BY_PEW, years=(2000, 2014)),
            latest=draw(ESTIMATE, years=(1990, 2024)) + draw(SURVEY, years=(2000, 2023)),
            arrange=stock,
        ),
        View(
            "reasons",
            T("Reasons for return", "Motivos del retorno"),
            report=draw(REASONS),
            latest=draw(REASONS),
            arrange=reasons,
        ),
    ),
)
