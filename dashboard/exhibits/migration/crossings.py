"""Legal crossings by port (added): trucks, cars and pedestrians going north."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, cast

import pandas as pd

from dashboard.charts.arranged import Arranged, Callout, Mark, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, Plan, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.migration.counting import parted
from dashboard.exhibits.phrases import ZOOM, latest, subtitle
from dashboard.exhibits.prepare import Shown, on_chart, period_label, placed, trace
from dashboard.text import EMPTY, T, join, number, percent, same

_UNIT: Final = T("crossings", "cruces")
EXACT: Final = Measure(_UNIT)
MILLION: Final = Measure(T("million crossings", "millones de cruces"), scale=1e-6, digits=1)
THOUSAND: Final = Measure(T("thousand crossings", "miles de cruces"), scale=1e-3)
NAMED: Final = 0.01  # of all crossings, from which a port is named on the map
SPLIT: Final = 2020  # the year from which Ysleta is counted apart from El Paso


@dataclass(frozen=True)
class Kind:
    """A kind of crossing: its series, its colour, and its words (as a subject, and in the middle of a sentence)."""

    name: str
    colour: str
    words: T
    crossings: T

    @property
    def port(self) -> str:
        """The series by port."""
        return f"port_{self.name}"

    @property
    def border(self) -> str:
        """The series of the whole border."""
        return f"border_{self.name}"

    @property
    def monthly(self) -> str:
        """The series of the whole border by month."""
        return f"border_{self.name}_monthly"


TRUCKS: Final = Kind("trucks", "kind-a", T("Trucks", "Camiones"), T("truck crossings", "cruces de camiones"))
CARS: Final = Kind("personal_vehicles", "kind-b", T("Cars", "Automóviles"), T("car crossings", "cruces de automóviles"))
PEDESTRIANS: Final = Kind(
    "pedestrians", "kind-c", T("Pedestrians", "Peatones"), T("pedestrian crossings", "cruces de peatones")
)
KINDS: Final = (TRUCKS, CARS, PEDESTRIANS)

_NORTH = T("from Mexico into the United States", "de México a EE. UU.")
_ONLY_NORTH = T(
    "Only crossings into the United States are counted, not people: whoever crosses daily counts daily.",
    "Solo se cuentan los cruces hacia EE. UU., no personas: quien cruza a diario cuenta a diario.",
)
_SPLIT_NOTE = T(
    "El Paso included Ysleta until Ysleta was counted apart, from 2020 on.",
    "El Paso incluía Ysleta hasta que esta se contó por separado, a partir de 2020.",
)
_OWN_SCALES = T(
    "Each panel has its own scale. Trucks are counted, not containers.",
    "Cada panel tiene su propia escala. Se cuentan camiones, no contenedores.",
)
_TO_2025 = T(
    "The months end in February 2025; 2025 is not added up.", "Los meses terminan en febrero de 2025; 2025 no se suma."
)


def by_port(kind: Kind) -> Callable[[Shown], Arranged]:
    """A circle for each port, its area the crossings of the newest year on show."""

    def arrange(shown: Shown) -> Arranged:
        planned, rows = _newest(shown.planned, kind.port), _newest(shown.frame, kind.port)
        first, largest = planned["port"].iloc[0], float(planned["value"].iloc[0])
        year, whole = str(planned["period"].iloc[0]), float(planned["value"].sum())
        at = str(rows["period"].iloc[0])
        return Arranged(
            headline=T(
                "{port} had {v} {kind} in {year}, {share} of the border’s",
                "{port} registró {v} {kind} en {year}, {share} de los de la frontera",
            ).format(
                port=shown.label("port", first),
                v=number(largest),
                kind=kind.crossings,
                year=year,
                share=percent(100 * largest / whole),
            ),
            subtitle=join((kind.crossings.capitalized() + " " + _NORTH, _BY_PORT, same(at)), ", "),
            latest=latest(shown, kind.border, EXACT, T("whole border", "toda la frontera")),
            alt=T(
                "A map of the border with a circle at each port, as large as its crossings",
                "Mapa de la frontera con un círculo en cada puerto, del tamaño de sus cruces",
            ),
            axis="map",
            region="border",
            panels=(Panel(EXACT),),
            traces=(Trace(kind.port, kind.words, kind.colour, _circles(shown, rows, largest), form="places"),),
            notes=(_ONLY_NORTH, _SPLIT_NOTE),
        )

    return arrange


_BY_PORT = T("by port, circles by number", "por puerto, círculos según el número")


def _newest(frame: pd.DataFrame, series: str) -> pd.DataFrame:
    """The rows of a series in the newest year on show that saw a crossing, the largest first."""
    rows = frame[(frame["series"] == series) & (frame["value"] > 0)]
    if rows.empty:  # a port that had none at all
        rows = frame[frame["series"] == series]
    return rows[rows["year"] == rows["year"].max()].sort_values("value", ascending=False, kind="stable")


def _circles(shown: Shown, rows: pd.DataFrame, largest: float) -> tuple[Mark, ...]:
    """The mark of each port, named with its number; words that have no room are left out by the map."""
    marks = []
    for row in cast(list[dict[str, Any]], rows.to_dict("records")):
        name = shown.label("port", row["port"])
        mark = placed(row, EXACT, float(row["longitude"]), name, "port")
        words = join((name, number(row["value"])), " ") if row["value"] >= NAMED * rows["value"].sum() else EMPTY
        marks.append(replace(mark, y=float(row["latitude"]), weight=row["value"] / largest, label=words))
    return tuple(marks)


def over_time(shown: Shown) -> Arranged:
    """Three panels, one for each kind: the whole border by year; under a filter by port, the ports."""
    start, end = shown.first(TRUCKS.border), shown.last(TRUCKS.border)
    return Arranged(
        headline=T(
            "Truck crossings from Mexico rose from {a} million in {start} to {b} million in {year}",
            "Los cruces de camiones desde México pasaron de {a} millones en {start} a {b} millones en {year}",
        ).format(a=_millions(start.value), b=_millions(end.value), start=start.period, year=end.period),
        subtitle=subtitle(shown, T("Crossings", "Cruces") + " " + _NORTH, T("millions a year", "millones al año")),
        latest=latest(shown, TRUCKS.border, MILLION, T("trucks", "camiones")),
        alt=T(
            "Three panels by year: trucks, cars and pedestrians",
            "Tres paneles por año: camiones, automóviles y peatones",
        ),
        axis="years",
        panels=tuple(Panel(MILLION, kind.words, ticks=3) for kind in KINDS),
        traces=tuple(one for panel, kind in enumerate(KINDS) for one in _yearly(shown, kind, panel)),
        heights=(560, 540, 600),
        events=report_published("years", shown.years()[1]),
        notes=(_OWN_SCALES, _SPLIT_NOTE if "port" in shown.selection.filtered() else _ONLY_NORTH),
    )


def _millions(value: float) -> T:
    return number(value / 1e6, 1)


def _yearly(shown: Shown, kind: Kind, panel: int) -> list[Trace]:
    """The line of the border, or one for each chosen port, named at its end; El Paso's is broken where Ysleta leaves it."""
    ports = shown.selection.values_of("port")
    if not ports:
        return [trace(shown, kind.border, MILLION, kind.colour, panel=panel, end_label=EMPTY, values="ends")]
    built: list[Trace] = []
    for port in ports:
        name = shown.label("port", port)
        line = trace(
            shown,
            kind.port,
            MILLION,
            kind.colour,
            panel=panel,
            name=join((name, kind.words), ": "),
            end_label=name,
            dimensions={"port": port},
        )
        line = replace(line, marks=tuple(replace(m, id=f"{m.id}|{port}" if m.id else "") for m in line.marks))
        built += parted(line, SPLIT) if port == "el-paso" else (line,)
    return [line for line in built if line.marks]


def monthly(shown: Shown) -> Arranged:
    """Three panels, one for each kind: the whole border by month; zooms by dragging."""
    rows = shown.planned[shown.planned["series"] == TRUCKS.monthly]
    peak = rows.loc[rows["value"].idxmax()]
    return Arranged(
        headline=T(
            "Truck crossings from Mexico peaked in {month}: {v} thousand in the month",
            "Los cruces de camiones desde México alcanzaron su máximo en {month}: {v} mil en el mes",
        ).format(month=period_label(peak["period"]), v=number(peak["value"] / 1e3)),
        subtitle=subtitle(shown, T("Crossings", "Cruces") + " " + _NORTH, T("thousands a month", "miles al mes")),
        latest=latest(shown, TRUCKS.monthly, THOUSAND, T("trucks", "camiones")),
        alt=T(
            "Three panels by month: trucks, cars and pedestrians",
            "Tres paneles por mes: camiones, automóviles y peatones",
        ),
        axis="dates",
        panels=tuple(Panel(THOUSAND, kind.words, ticks=3) for kind in KINDS),
        traces=tuple(
            trace(shown, kind.monthly, THOUSAND, kind.colour, axis="dates", panel=panel, end_label=EMPTY)
            for panel, kind in enumerate(KINDS)
        ),
        callouts=()
        if shown.is_filtered()
        else (Callout(f"{peak['period']}-15", peak["value"] / 1e3, on_chart(peak["value"], THOUSAND), dx=-36, dy=4),),
        heights=(560, 540, 600),
        events=report_published("dates", shown.years()[1]),
        zoomable=True,
        notes=(_OWN_SCALES,) if shown.vintage == "report" else (_OWN_SCALES, _TO_2025),
        hints=(ZOOM,),
    )


def _map_plan(kind: Kind, last: int) -> Plan:
    """The ports in the last year; whenever years are chosen, in those."""
    return draw(kind.port, years=(last, last)) + draw(kind.port, years=(1996, last), under="years")


_BORDER = tuple(kind.border for kind in KINDS)
_PORTS = tuple(kind.port for kind in KINDS)
_MONTHS = tuple(kind.monthly for kind in KINDS)

EXHIBIT = Exhibit(
    id="migration-added-crossings",
    chapter="migration",
    order=24,
    number=T("Added", "Añadido"),
    title=T("Legal crossings by port", "Cruces legales por puerto"),
    subject=T("Legal crossings from Mexico into the United States", "Cruces legales de México a EE. UU."),
    dimensions=("years", "state", "port"),
    added=True,
    wide=True,
    views=(
        *(
            View(
                kind.name.replace("_", "-"),
                kind.words,
                report=_map_plan(kind, 2016),
                latest=_map_plan(kind, 2024),
                arrange=by_port(kind),
            )
            for kind in KINDS
        ),
        View(
            "years",
            T("Over time", "En el tiempo"),
            report=draw(*_BORDER, years=(1996, 2016)) + draw(*_PORTS, years=(1996, 2016), under="port"),
            latest=draw(*_BORDER, years=(1996, 2024)) + draw(*_PORTS, years=(1996, 2024), under="port"),
            arrange=over_time,
        ),
        View(
            "monthly",
            T("Monthly", "Mensual"),
            report=draw(*_MONTHS, years=(1996, 2016)),
            latest=draw(*_MONTHS, years=(1996, 2025)),
            arrange=monthly,
        ),
    ),
)
