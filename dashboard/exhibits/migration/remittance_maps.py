"""The two maps of remittances: the Mexican states that receive, the U.S. states that send."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.charts.arranged import Arranged, Panel, RegionName
from dashboard.exhibits import mapped
from dashboard.exhibits.measures import USD_BILLION_FROM_MILLION as BILLION
from dashboard.exhibits.prepare import Shown
from dashboard.text import EMPTY, T, number

TO_STATE, FROM_STATE = "remittances_received_by_state", "remittances_received_by_us_state_of_origin"
NOT_IDENTIFIED = "us-xx"


@dataclass(frozen=True)
class Side:
    """One of the two maps: its series, region, the values (million dollars) at which its classes begin, its words."""

    series: str
    region: RegionName
    steps: tuple[int, int, int, int]
    headline: T
    what: T
    alt: T


RECEIVE = Side(
    TO_STATE,
    "mexico",
    (500, 1000, 2000, 4000),
    T(
        "{a} received ${x} billion of remittances in {year}, {b} ${y} billion (Banxico)",
        "{a} recibió remesas por {x} mil millones de dólares en {year} y {b}, por {y} mil millones (Banxico)",
    ),
    T(
        "Remittances received by Mexican state, billion dollars, {year}",
        "Remesas recibidas por entidad federativa, miles de millones de dólares, {year}",
    ),
    T(
        "Map of Mexico: states by the remittances that they receive, in five classes",
        "Mapa de México: entidades según las remesas que reciben, en cinco clases",
    ),
)
SEND = Side(
    FROM_STATE,
    "united-states",
    (100, 500, 1500, 5000),
    T(
        "${x} billion came from {a} in {year} and ${y} billion from {b} (Banxico)",
        "De {a} salieron {x} mil millones de dólares en {year} y de {b}, {y} mil millones (Banxico)",
    ),
    T(
        "Remittances to Mexico by U.S. state of origin, billion dollars, {year}",
        "Remesas a México por estado de origen en EE. UU., miles de millones de dólares, {year}",
    ),
    T(
        "Map of the United States: states by the remittances that leave them for Mexico, in five classes",
        "Mapa de EE. UU.: estados según las remesas que envían a México, en cinco clases",
    ),
)


def by_state(side: Side) -> Callable[[Shown], Arranged]:
    """A map of one year, the last on show, in five classes; the two states of the headline carry their figure."""

    def arrange(shown: Shown) -> Arranged:
        year = int(shown.frame["year"].max())
        rows = shown.frame[(shown.frame["series"] == side.series) & (shown.frame["year"] == year)]
        told = shown.planned[shown.planned["year"] == shown.planned["year"].max()]
        first, second = (row for _, row in told.nlargest(2, "value").iterrows())
        return Arranged(
            headline=side.headline.format(
                a=shown.label("state", first["state"]),
                b=shown.label("state", second["state"]),
                x=number(first["value"] * BILLION.scale, 1),
                y=number(second["value"] * BILLION.scale, 1),
                year=int(first["year"]),
            ),
            subtitle=side.what.format(year=year),
            latest=_latest(shown, side),
            alt=side.alt,
            axis="map",
            region=side.region,
            panels=(Panel(BILLION),),
            traces=(
                *mapped.areas(shown, rows, BILLION, side.steps, labelled=(first["state"], second["state"])),
                *mapped.unknown(shown, side.region, set(rows["state"])),
            ),
            legend=mapped.key(BILLION, side.steps),
            printed=mapped.largest(shown, rows, BILLION, T("Billion dollars", "Mil millones de dólares")),
            notes=(_TOTALS, _not_identified(shown, year) if side is SEND else REVISED),
        )

    return arrange


def _latest(shown: Shown, side: Side) -> T:
    """The newest year’s largest state."""
    rows = shown.everything[shown.everything["series"] == side.series]
    top = rows[rows["year"] == rows["year"].max()].nlargest(1, "value").iloc[0]
    return T("Latest: {v} billion dollars in {y}, {s}", "Último dato: {v} mil millones de dólares en {y}, {s}").format(
        v=number(top["value"] * BILLION.scale, 1), y=int(top["year"]), s=shown.label("state", top["state"])
    )


def _not_identified(shown: Shown, year: int) -> T:
    rows = shown.everything[(shown.everything["series"] == FROM_STATE) & (shown.everything["year"] == year)]
    unknown = rows.loc[rows["state"] == NOT_IDENTIFIED, "value"].sum()
    if not unknown:
        return EMPTY
    return T(
        "{v} billion dollars of {y} have no state of origin and are not on the map. Banxico publishes origins from 2013 on.",
        "De {y}, {v} mil millones de dólares no tienen estado de origen y no están en el mapa. Banxico publica el origen desde 2013.",
    ).format(v=number(unknown * BILLION.scale, 1), y=year)


_TOTALS = T(
    "Totals, not per head: the map shows where the money goes or comes from, and populous states stand out.",
    "Totales, no por habitante: el mapa muestra a dónde va o de dónde sale el dinero, y resaltan los estados más poblados.",
)
REVISED = T(
    "Today’s edition of Banxico, from 2003 on; the shares of states differ from those printed at the time.",
    "Edición de hoy del Banco de México, desde 2003; las participaciones difieren de las publicadas en su momento.",
)
