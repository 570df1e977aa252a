"""Security, added: intentional homicides in Mexico, as INEGI counts deaths and SESNSP victims."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel, Trace
from dashboard.exhibits import mapped
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PER_100K
from dashboard.exhibits.phrases import ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, period_label, trace
from dashboard.text import EMPTY, T, join, number, same

INEGI, SESNSP = "inegi_homicides_registered", "sesnsp_homicide_victims"
INEGI_RATE, SESNSP_RATE = "inegi_homicide_rate_computed", "sesnsp_homicide_victim_rate"
BY_MONTH = "sesnsp_homicide_victims_monthly"
STATES, STATE_RATES = "sesnsp_homicide_victims_by_state", "sesnsp_homicide_victim_rate_by_state"
COUNTED_FROM_FILES = "mxmortalitydb"  # INEGI's count of 2017, 2020 and 2021, from its file of deaths
STEPS = (10, 20, 30, 50)  # victims per 100,000 at which a class of the map begins
TOKENS = ("kind-b", "kind-a", "kind-c", "kind-d", "other")
TURN = 2016

PEOPLE = Measure(T("people", "personas"))
DEATHS = T("deaths by homicide, INEGI", "defunciones por homicidio, INEGI")
VICTIMS = T("victims, SESNSP", "víctimas, SESNSP")


def counts(shown: Shown) -> Arranged:
    """Two lines that count differently and are never joined; while states are chosen, theirs."""
    headline, callouts = (_rise if shown.vintage == "report" else _peak)(shown, INEGI, PEOPLE)
    return _lines(
        shown,
        (INEGI, SESNSP, STATES),
        PEOPLE,
        headline,
        callouts,
        T("Intentional homicides in Mexico", "Homicidios dolosos en México"),
        _both(shown, INEGI, SESNSP, PEOPLE, same("SESNSP")),
    )


def _both(shown: Shown, deaths: str, victims: str, measure: Measure, source: T) -> T:
    """The newest of the headline's count, and that of the other, each with who counts."""
    other = shown.newest(victims)
    return latest(shown, deaths, measure, T("deaths", "defunciones"), same("INEGI")) + T(
        "; {v} in {year}, victims ({source})", "; {v} en {year}, víctimas ({source})"
    ).format(v=number(other.value * measure.scale, measure.digits), year=other.year, source=source)


def rates(shown: Shown) -> Arranged:
    """The same per 100,000 people."""
    headline, callouts = (_rise if shown.vintage == "report" else _peak)(shown, INEGI_RATE, PER_100K)
    return _lines(
        shown,
        (INEGI_RATE, SESNSP_RATE, STATE_RATES),
        PER_100K,
        headline,
        callouts,
        T(
            "Intentional homicides in Mexico per 100,000 people",
            "Homicidios dolosos en México por cada 100,000 habitantes",
        ),
        _both(shown, INEGI_RATE, SESNSP_RATE, PER_100K, same("SESNSP, CONAPO")),
    )


def _lines(
    shown: Shown,
    series: tuple[str, str, str],
    measure: Measure,
    headline: T,
    callouts: tuple[Callout, ...],
    what: T,
    newest: T,
) -> Arranged:
    deaths, victims, by_state = series
    chosen = [state for state in shown.selection.values_of("state") if len(shown.rows(by_state, state=state))]
    national = (
        trace(shown, deaths, measure, "kind-b", name=DEATHS, end_label=ending(shown, deaths, measure, DEATHS)),
        _from_files(shown, deaths, measure),
        trace(
            shown,
            victims,
            measure,
            "kind-a",
            dash="dash",
            name=VICTIMS,
            end_label=ending(shown, victims, measure, VICTIMS),
        ),
    )
    states = tuple(
        trace(
            shown,
            by_state,
            measure,
            TOKENS[i % len(TOKENS)],
            name=shown.label("state", state),
            dash="solid" if i < len(TOKENS) else "dot",
            dimensions={"state": state},
            markers=True,
        )
        for i, state in enumerate(chosen)
    )
    return Arranged(
        headline=headline,
        subtitle=subtitle(shown, what),
        latest=newest,
        alt=T(
            "Two lines by year: deaths by homicide that INEGI registers, and victims that SESNSP counts",
            "Dos líneas por año: defunciones por homicidio que registra el INEGI y víctimas que cuenta el SESNSP",
        ),
        axis="years",
        panels=(Panel(measure),),
        traces=states or national,
        callouts=() if shown.is_filtered() else callouts,
        events=report_published("years", shown.years()[1]),
        notes=(_COUNTS, _FROM_FILES) if shown.vintage == "latest" else (_COUNTS,),
    )


def _from_files(shown: Shown, series: str, measure: Measure) -> Trace:
    """Hollow points on the years that were counted from INEGI's file of deaths."""
    rows = shown.rows(series)
    years = set(rows.loc[rows["source_id"].str.contains(COUNTED_FROM_FILES), "year"])
    whole = trace(shown, series, measure, "kind-b", form="points", hollow=True, end_label=EMPTY)
    marks = tuple(replace(mark, id=f"{mark.id}|counted") for mark in whole.marks if mark.x in years)
    name = T("counted from INEGI’s file of deaths", "contado del archivo de defunciones del INEGI")
    return replace(whole, id=f"{whole.id}|counted", name=name, marks=marks)


def _rise(shown: Shown, series: str, measure: Measure) -> tuple[T, tuple[Callout, ...]]:
    """The rise of 2016, of which the report warns."""
    before, after = shown.value(series, str(TURN - 1)), shown.value(series, str(TURN))
    words = T(
        "Homicides in Mexico rose {x}% in {y}, from {a} to {b} (INEGI, via D. Valle-Jones)",
        "Los homicidios en México subieron {x}% en {y}, de {a} a {b} (INEGI, por D. Valle-Jones)",
    )
    if measure is PER_100K:
        words = T(
            "Mexico’s homicide rate rose from {a} to {b} per 100,000 in {y} (INEGI via Valle-Jones)",
            "La tasa de homicidios subió de {a} a {b} por cada 100,000 habitantes en {y} (INEGI, por D. Valle-Jones)",
        )
    told = {"a": number(before, measure.digits), "b": number(after, measure.digits)}
    return words.format(x=number(100 * (after / before - 1)), y=TURN, **told), (
        _said(TURN - 1, before, measure, dx=-44, dy=-52),
    )


def _peak(shown: Shown, series: str, measure: Measure) -> tuple[T, tuple[Callout, ...]]:
    """The highest year and the last one, with the turn of 2016 marked."""
    rows = shown.planned[shown.planned["series"] == series]
    top, last = rows.loc[rows["value"].idxmax()], shown.last(series)
    words = T(
        "Homicides in Mexico peaked at {a} in {y} and were {b} in {z} (INEGI, as quoted)",
        "Los homicidios en México tuvieron su máximo en {y}, {a}, y fueron {b} en {z} (INEGI, según terceros)",
    )
    if measure is PER_100K:
        words = T(
            "Mexico’s homicide rate was {a} per 100,000 in {y} and {b} in {z} (INEGI, as quoted)",
            "La tasa de homicidios fue de {a} por cada 100,000 habitantes en {y} y de {b} en {z} (INEGI, según terceros)",
        )
    told = {"a": number(top["value"], measure.digits), "b": number(last.value, measure.digits)}
    return words.format(y=top["year"], z=last.year, **told), (
        _said(int(top["year"]), top["value"], measure, dx=-130, dy=0),
        _said(TURN, shown.value(series, str(TURN)), measure, dx=54, dy=-56),
    )


def _said(year: int, value: float, measure: Measure, dx: int, dy: int) -> Callout:
    words = T("{v} in {y}", "{v} en {y}").format(v=number(value, measure.digits), y=year)
    return Callout(year, float(value), words, dx=dx, dy=dy)


def by_month(shown: Shown) -> Arranged:
    """SESNSP's victims by month."""
    rows = shown.planned[shown.planned["series"] == BY_MONTH]
    top = rows.loc[rows["value"].idxmax()]
    month = period_label(top["period"])
    return Arranged(
        headline=T(
            "{Month} had the most homicide victims of any month in SESNSP’s count: {v}",
            "El SESNSP contó el mayor número mensual de víctimas de homicidio doloso en {month}: {v}",
        ).format(v=number(top["value"]), month=month, Month=month.capitalized()),
        subtitle=subtitle(
            shown,
            T("Victims of intentional homicide in Mexico by month", "Víctimas de homicidio doloso en México por mes"),
        ),
        latest=latest(shown, BY_MONTH, PEOPLE, T("victims", "víctimas"), T("SESNSP", "SESNSP")),
        alt=T("One line by month: victims of intentional homicide", "Una línea por mes: víctimas de homicidio doloso"),
        axis="dates",
        panels=(Panel(PEOPLE),),
        traces=(trace(shown, BY_MONTH, PEOPLE, "kind-a", axis="dates", end_label=EMPTY),),
        callouts=()
        if shown.is_filtered()
        else (Callout(f"{top['period']}-15", float(top["value"]), number(top["value"]), dx=-16, dy=26),),
        events=report_published("dates", shown.years()[1]),
        zoomable=True,
        notes=(
            T(
                "Months are not adjusted for their length. The file ends in June 2025; the daily reports of that year are another count.",
                "Los meses no están ajustados por su duración. El archivo termina en junio de 2025; el reporte diario de ese año es otro conteo.",
            ),
        ),
    )


def by_state(shown: Shown) -> Arranged:
    """A map of the victims per 100,000 people in the newest year on show."""
    rows, planned = (_newest(frame) for frame in (shown.frame, shown.planned))
    top, low = planned.loc[planned["value"].idxmax()], planned.loc[planned["value"].idxmin()]
    labelled = {*rows.loc[rows["value"] >= STEPS[-1], "state"], low["state"]}
    return Arranged(
        headline=T(
            "In {y}, {n} of 32 states had {step} homicide victims or more per 100,000, {Low} {b} (SESNSP)",
            "En {y}, {n} de 32 estados tuvieron {step} o más víctimas de homicidio por cada 100,000 habitantes; {Low}, {b}",
        ).format(
            n=int((planned["value"] >= STEPS[-1]).sum()),
            step=STEPS[-1],
            y=top["year"],
            Low=shown.label("state", low["state"]),
            b=number(low["value"], 1),
        ),
        subtitle=join(
            (
                T(
                    "Victims of intentional homicide per 100,000 people",
                    "Víctimas de homicidio doloso por cada 100,000 habitantes",
                ),
                same(rows["year"].iloc[0]),
            ),
            ", ",
        ),
        latest=latest(
            shown,
            STATE_RATES,
            PER_100K,
            T("{state}, the highest", "{state}, la más alta").format(state=shown.label("state", top["state"])),
            T("SESNSP, CONAPO", "SESNSP, CONAPO"),
            state=top["state"],
        ),
        alt=T(
            "A map of Mexico’s states in five classes by homicide victims per 100,000 people",
            "Mapa de los estados de México en cinco clases según las víctimas de homicidio por cada 100,000 habitantes",
        ),
        axis="map",
        region="mexico",
        panels=(Panel(PER_100K),),
        traces=(
            *mapped.areas(shown, rows, PER_100K, STEPS, labelled=labelled),
            *mapped.unknown(shown, "mexico", set(rows["state"])),
        ),
        legend=mapped.key(PER_100K, STEPS),
        notes=(
            T(
                "Victims in state prosecutors’ case files over CONAPO’s population. Small states move with few: {state} had {n} in {y}.",
                "Víctimas en carpetas de las fiscalías estatales entre la población de CONAPO. En estados chicos bastan pocas: {state} tuvo {n} en {y}.",
            ).format(
                state=shown.label("state", top["state"]),
                n=number(shown.value(STATES, top["period"], state=top["state"])),
                y=top["year"],
            ),
        ),
    )


def _newest(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame[frame["series"] == STATE_RATES]
    return rows[rows["year"] == rows["year"].max()]


_COUNTS = T(
    "Two counts, never joined: INEGI registers death certificates, SESNSP the victims in prosecutors’ case files.",
    "Dos conteos que no se empalman: el INEGI registra certificados de defunción; el SESNSP, víctimas en carpetas de investigación.",
)
_FROM_FILES = T(
    "Circles: 2017, 2020 and 2021 are counts of INEGI’s file of deaths, since its printed totals were not at hand.",
    "Círculos: 2017, 2020 y 2021 son conteos del archivo de defunciones del INEGI, pues no se dispuso de sus totales impresos.",
)
_PAST, _TODAY = (1990, 2016), (1990, 2024)


def _plan(deaths: str, victims: str, states: str, years: tuple[int, int]) -> tuple:
    return draw(deaths, victims, years=years) + draw(states, years=years, under="state")


EXHIBIT = Exhibit(
    id="security-added-homicides",
    chapter="security",
    order=7,
    number=T("Added", "Añadido"),
    title=T("Intentional homicides in Mexico", "Homicidios dolosos en México"),
    subject=T("Intentional homicides in Mexico", "Homicidios dolosos en México"),
    dimensions=("years", "state"),
    added=True,
    views=(
        View(
            "counts",
            T("Number", "Número"),
            report=_plan(INEGI, SESNSP, STATES, _PAST),
            latest=_plan(INEGI, SESNSP, STATES, _TODAY),
            build=((INEGI,), (SESNSP,)),
            arrange=counts,
        ),
        View(
            "rates",
            T("Per 100,000 people", "Por 100,000 habitantes"),
            report=_plan(INEGI_RATE, SESNSP_RATE, STATE_RATES, _PAST),
            latest=_plan(INEGI_RATE, SESNSP_RATE, STATE_RATES, _TODAY),
            arrange=rates,
        ),
        View(
            "months",
            T("By month", "Por mes"),
            report=draw(BY_MONTH, years=(2015, 2016)),
            latest=draw(BY_MONTH, years=(2015, 2025)),
            arrange=by_month,
        ),
        View(
            "states",
            T("By state", "Por estado"),
            report=draw(STATE_RATES, years=(2015, 2016)),
            latest=draw(STATE_RATES, years=(2015, 2024)),
            arrange=by_state,
        ),
    ),
)
