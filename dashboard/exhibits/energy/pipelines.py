"""Energy 7: the gas pipelines from the United States into Mexico, by capacity and by what they were in 2016."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dashboard.charts.arranged import Arranged, Column, Mark, Panel, Printed, Trace
from dashboard.charts.arranged import Row as Printing
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.energy.filings import DOUBTFUL, VOLUME, WEIGHT, amount, contradict, volume
from dashboard.exhibits.energy.parts import CUBIC_FEET_A_DAY, Row, at, records
from dashboard.exhibits.events import report_published
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, placed, trace
from dashboard.text import EMPTY, T, join, number, same

CAPACITY, TOTAL = "pipeline_crossing_capacity", "us_mx_pipeline_export_capacity_total"
NAMED: Final = 500  # million cubic feet a day from which an operating pipeline is named on the map
# What a pipeline was in 2016: colour, hollow, words.
LOOKS: Final = {
    "operating": ("kind-b", False, T("operating", "en operación")),
    "doubtful": ("other", True, T("operating, but {why}", "en operación, pero {why}").format(why=DOUBTFUL)),
    "under-construction": ("kind-a", True, T("under construction", "en construcción")),
    "planned": ("kind-d", True, T("planned", "en planes")),
}
UNFINISHED: Final = ("under-construction", "planned")


def _look(row: Row) -> str:
    filings = (amount(row["capacity_us_filing"]), amount(row["capacity_mx_filing"]))
    return "doubtful" if contradict(*filings) else str(row["status_2016"])


def pipelines(shown: Shown) -> Arranged:
    """A circle for each pipeline at the border, its area the capacity, its look what it was in 2016."""
    rows = records(shown.rows(CAPACITY))
    largest = float(shown.planned.loc[shown.planned["series"] == CAPACITY, "value"].max())
    marks = {look: [_circle(shown, row, largest) for row in rows if _look(row) == look] for look in LOOKS}
    traces = tuple(
        Trace(
            f"{CAPACITY}|{look}",
            LOOKS[look][2],
            LOOKS[look][0],
            tuple(there),
            form="places",
            hollow=LOOKS[look][1],
        )
        for look, there in marks.items()
        if there
    )
    return Arranged(
        headline=_in_2016(shown) if shown.vintage == "report" else _since(shown),
        subtitle=T(
            "Gas pipelines into Mexico by capacity at the border, million cubic feet a day, and status in 2016",
            "Gasoductos hacia México por capacidad en la frontera, millones de pies cúbicos diarios, y estado en 2016",
        ),
        latest=latest(shown, TOTAL, CUBIC_FEET_A_DAY, T("all pipelines", "todos los gasoductos"), T("EIA", "EIA")),
        alt=T(
            "A map of the border with a circle for each pipeline, as large as its capacity",
            "Mapa de la frontera con un círculo por gasoducto, del tamaño de su capacidad",
        ),
        axis="map",
        region="border",
        panels=(Panel(VOLUME),),
        traces=traces,
        legend=tuple((trace.colour, trace.name + f": {len(trace.marks)}") for trace in traces),
        printed=_table(shown, rows),
        notes=(_FILINGS, _PLACES if shown.vintage == "report" else _STARTS),
    )


def _circle(shown: Shown, row: Row, largest: float) -> Mark:
    """The mark of a pipeline; a click chooses its crossing or, where it has none, its state."""
    mark = placed(row, VOLUME, float(row["longitude"]), shown.label("pipeline", row["pipeline"]), "pipeline")
    unfinished = row["status_2016"] in UNFINISHED
    words = EMPTY
    if unfinished or (row["value"] >= NAMED and _look(row) == "operating"):
        words = join((_short(mark.name), number(row["value"])))
        if shown.vintage == "latest" and unfinished:
            words = words + same(f" ({row['in_service_year']})")
    return replace(
        mark,
        y=float(row["latitude"]),
        period=EMPTY,  # the year of the map's layer would read as that of the status
        weight=WEIGHT * row["value"] / largest,
        label=words,
        selects=("crossing", row["crossing"]) if row["crossing"] else ("state", row["state"]),
        remark=join(
            (
                _from_to(shown, row),
                _operators(shown, row),
                _other_filing(row),
                shown.note(row["note"]) if row["note"] else EMPTY,
            ),
            " · ",
        ),
    )


def _short(name: T) -> T:
    """The first of the names of a pipeline that has one for each side."""
    return T(name.en.split(" / ")[0], name.es.split(" / ")[0])


def _from_to(shown: Shown, row: Row) -> T:
    return T("{a} to {b}", "de {a} a {b}").format(a=shown.note(row["us_point"]), b=shown.note(row["mx_point"]))


def _operators(shown: Shown, row: Row) -> T:
    return join((shown.note(row["us_operator"]), shown.note(row["mx_counterpart"])), " / ")


def _other_filing(row: Row) -> T:
    told = amount(row["capacity_mx_filing"])
    return T("Mexican filing: {v}", "registro mexicano: {v}").format(v=volume(told)) if told is not None else EMPTY


def _in_2016(shown: Shown) -> T:
    planned = shown.planned[shown.planned["series"] == CAPACITY]
    counted = planned["status_2016"].value_counts()
    return T(
        "In 2016, {o} of {all} gas pipelines into Mexico operated; {c} were being built, {p} was planned",
        "En 2016 operaban {o} de {all} gasoductos hacia México; {c} estaban en construcción y {p} en planes",
    ).format(o=counted["operating"], all=len(planned), c=counted["under-construction"], p=counted["planned"])


def _since(shown: Shown) -> T:
    """When the pipelines were due that did not run in 2016: a start of all of them is not confirmed."""
    planned = shown.planned[shown.planned["series"] == CAPACITY]
    due = planned[planned["status_2016"].isin(UNFINISHED)]
    years = due["in_service_year"].astype(int)
    return T(
        "The {n} gas pipelines unfinished in 2016 were due to start between {a} and {b}",
        "Los {n} gasoductos inconclusos en 2016 debían arrancar entre {a} y {b}",
    ).format(n=len(due), a=years.min(), b=years.max())


def _table(shown: Shown, rows: list[Row]) -> Printed:
    """Both filings of every pipeline beside each other, from west to east."""

    def line(row: Row) -> Printing:
        us, mx = amount(row["capacity_us_filing"]), amount(row["capacity_mx_filing"])
        us = us if us is not None else float(row["value"])
        words = (
            shown.label("pipeline", row["pipeline"]),
            join((shown.note(row["us_point"]), shown.note(row["mx_point"])), "–"),
            volume(us),
            volume(mx),
            shown.label("status_2016", row["status_2016"]),
        )
        selects = ("crossing", row["crossing"]) if row["crossing"] else ("state", row["state"])
        return Printing(words, (words[0].en, words[1].en, us, mx, words[4].en), selects=selects)

    columns = (
        Column(T("Pipeline", "Gasoducto")),
        Column(T("At the border", "En la frontera")),
        Column(T("U.S. filing or design", "Registro de EE. UU. o diseño"), numeric=True),
        Column(T("Mexican filing", "Registro mexicano"), numeric=True),
        Column(T("In 2016", "En 2016")),
    )
    return Printed(columns, tuple(line(row) for row in sorted(rows, key=lambda row: float(row["longitude"]))))


def total(shown: Shown) -> Arranged:
    """The capacity of all pipelines together in the years that are known, as points: nothing joins them."""
    old, then = shown.value(TOTAL, "2008"), shown.value(TOTAL, "2016")
    if shown.vintage == "report":
        headline = T(
            "Gas export capacity to Mexico grew from {a} Bcf a day in 2008 to {b} in 2016 (IER, EIA)",
            "De 2008 a 2016 la capacidad de exportar gas a México pasó de {a} a {b} mil millones de pies cúbicos diarios (IER)",
        ).format(a=at(old, CUBIC_FEET_A_DAY), b=at(then, CUBIC_FEET_A_DAY))
    else:
        newest = shown.newest(TOTAL)
        headline = T(
            "Gas export capacity to Mexico grew from {b} Bcf a day in 2016 (IER) to {c} in {year} (EIA)",
            "De 2016 a {year} la capacidad de exportar gas a México pasó de {b} (IER) a {c} mil millones de pies cúbicos diarios (EIA)",
        ).format(b=at(then, CUBIC_FEET_A_DAY), c=at(newest.value, CUBIC_FEET_A_DAY), year=newest.year)
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T("Pipeline capacity from the United States to Mexico", "Capacidad de gasoductos de EE. UU. a México"),
            T("billion cubic feet a day (Bcf)", "miles de millones de pies cúbicos diarios"),
        ),
        latest=latest(shown, TOTAL, CUBIC_FEET_A_DAY, source=T("EIA", "EIA")),
        alt=T("A point for each year that is known", "Un punto por cada año que se conoce"),
        axis="years",
        panels=(Panel(CUBIC_FEET_A_DAY),),
        traces=(trace(shown, TOTAL, CUBIC_FEET_A_DAY, "us", form="points", end_label=EMPTY, values="all"),),
        events=report_published("years", shown.years()[1]),
        notes=(
            T(
                "Only these years are known on this basis; 2016 is EIA’s number as quoted by the Institute for Energy Research.",
                "Solo se conocen estos años con esta base; 2016 es la cifra de la EIA citada por el Institute for Energy Research.",
            ),
        ),
    )


_FILINGS = T(
    "Capacity as filed in the United States (map of 2017), or by design where nothing is filed; Mexico’s filings differ. Never added up.",
    "Capacidad registrada en EE. UU. (mapa de 2017), o de diseño si no hay registro; los registros de México difieren. No se suman.",
)
_PLACES = T(
    "Nueva Era and Valley Crossing stand at towns, not at their crossings. Del Rio’s 472 is probably a slip (Mexico filed 16.49).",
    "Nueva Era y Valley Crossing están en poblaciones, no en su cruce. Los 472 de Del Rio probablemente son un error (México registró 16.49).",
)
_STARTS = T(
    "In brackets the year in which each was due; the starts of Nueva Era and Valley Crossing are not confirmed; both stand at towns.",
    "Entre paréntesis, el año previsto; el arranque de Nueva Era y Valley Crossing no está confirmado; ambos están en poblaciones.",
)

EXHIBIT = Exhibit(
    id="energy-7",
    chapter="energy",
    order=7,
    number=T("Figure 7", "Gráfica 7"),
    title=T("U.S.-Mexico cross-border pipelines", "Gasoductos transfronterizos México-EE. UU."),
    subject=T("Gas pipelines from the United States to Mexico", "Gasoductos de Estados Unidos a México"),
    dimensions=("state", "crossing"),
    wide=True,
    views=(
        View(
            "map",
            T("Map", "Mapa"),
            report=draw(CAPACITY),
            latest=draw(CAPACITY),
            arrange=pipelines,
        ),
        View(
            "total",
            T("Total capacity", "Capacidad total"),
            report=draw(TOTAL, years=(2008, 2016)),
            latest=draw(TOTAL, years=(2008, 2024)),
            arrange=total,
        ),
    ),
)
