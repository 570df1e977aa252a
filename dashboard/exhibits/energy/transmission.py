"""Energy 8: power lines over the U.S.-Mexico border, and the lines that Mexico planned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dashboard.charts.arranged import Arranged, Column, Mark, Measure, Panel, Printed, Trace
from dashboard.charts.arranged import Row as Printing
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.energy.parts import Row, records
from dashboard.exhibits.prepare import STATUS, Shown, period_label, placed
from dashboard.text import EMPTY, T, join, number, same

LINES = "energy-8-lines"
EXISTING, PLANNED = "existing_interconnection_capacity", "planned_line_capacity"
COUNTS: Final = {"all": "interconnections_total", "wecc": "interconnections_wecc", "ercot": "interconnections_ercot"}
MEGAWATTS: Final = Measure(T("MW", "MW"))
# Rows that tell of two lines together: the lines of which they are the sum.
PAIRS: Final = {
    "path-45-both-california-lines": ("otay-mesa-tijuana", "imperial-valley-mexicali-la-rosita"),
    "el-paso-electric-cfe-juarez-two-lines-together": ("el-paso-ciudad-juarez-line-1", "el-paso-ciudad-juarez-line-2"),
}
GRIDS: Final = {"wecc": "kind-a", "ercot": "kind-b", "mexico": "kind-d"}
MIDDLE: Final = -102  # the longitude of the middle of Mexico: words have room there
RETIRED, CANCELLED, RUNNING = "retired", "cancelled", "In service"
LATER = "cal-mex-iid-mexicali-oriente"  # proposed after the report's figure
BC_SIN, IXTEPEC = "baja-california-national-grid-bc-sin-hvdc", "ixtepec-potencia-yautepec-hvdc"


def _lines(shown: Shown, kind: str) -> dict[str, Row]:
    """The last row of each line of a kind, by its id: the table has the older ones before."""
    rows = shown.records[LINES]
    return {row["interconnection"]: row for row in records(rows[rows["kind"] == kind])}


def interconnections(shown: Shown) -> Arranged:
    """A circle for each known line over the border, its area the capacity; hollow where none is known or it was retired."""
    lines = {id: row for id, row in _lines(shown, "existing").items() if id not in PAIRS}
    ratings = {
        row["interconnection"]: row
        for row in records(shown.frame[shown.frame["series"] == EXISTING].sort_values("start"))
    }
    largest = max(row["value"] for row in ratings.values())
    counts = {grid: shown.value(series, "2016") for grid, series in COUNTS.items()}
    traces, legend = [], {}
    for grid in ("wecc", "ercot"):
        there = [row for row in lines.values() if row["region"] == grid]
        marks = [_tie(shown, row, ratings, largest) for row in there]
        words = shown.label("region", grid)
        legend[grid] = T(
            "{grid}: {n} in the report, {found} found", "{grid}: {n} en el informe, {found} encontradas"
        ).format(grid=words, n=number(counts[grid]), found=len(there))
        rated = tuple(
            mark for row, mark in zip(there, marks, strict=True) if mark.weight is not None and not _gone(shown, row)
        )
        hollow = tuple(mark for mark in marks if mark not in rated)
        traces += [Trace(f"existing|{grid}", words, GRIDS[grid], rated, form="places")] if rated else []
        traces += (
            [Trace(f"existing|{grid}|hollow", words, GRIDS[grid], hollow, form="places", hollow=True)] if hollow else []
        )
    return Arranged(
        headline=_ten(counts) if shown.vintage == "report" else _running(shown, lines, ratings),
        subtitle=T(
            "Power lines between the grids of the United States and Mexico, capacity in MW where known; hollow: not known or retired",
            "Líneas eléctricas entre las redes de EE. UU. y México, capacidad en MW donde se conoce; hueco: sin dato o retirada",
        ),
        alt=T(
            "A map of the border with a circle for each line that could be identified",
            "Mapa de la frontera con un círculo por cada línea identificada",
        ),
        axis="map",
        region="border",
        panels=(Panel(MEGAWATTS),),
        traces=tuple(traces),
        legend=tuple((GRIDS[grid], words) for grid, words in legend.items()),
        printed=_table(shown, _lines(shown, "existing"), ratings),
        notes=(_FOUND, _TOWNS),
    )


def _gone(shown: Shown, row: Row) -> bool:
    return shown.vintage == "latest" and RETIRED in row["outcome"]


def _tie(shown: Shown, row: Row, ratings: dict[str, Row], largest: float) -> Mark:
    """The mark of one line; the capacity of a pair stands at its first line, as a circle only if both share one place."""
    id = row["interconnection"]
    pair, members = next(((pair, both) for pair, both in PAIRS.items() if id in both), ("", (id,)))
    rating = ratings.get(pair or id)
    one_place = len({(_lines(shown, "existing")[member]["end_a_latitude"]) for member in members}) == 1
    told = rating if rating is not None and (not pair or (id == members[0] and one_place)) else None
    words = _name(shown, pair if told is not None and pair else id)
    mark = _plain(shown, row, words)
    if told is not None:
        mark = placed(told, MEGAWATTS, mark.x, words, "interconnection")  # type: ignore[arg-type]
        mark = replace(mark, y=float(row["end_a_latitude"]), weight=told["value"] / largest, selects=None)
    label = join((words, number(told["value"]) if told is not None else EMPTY))
    if pair and told is None:
        label = join((words, _together(rating))) if id == members[0] and not one_place else words
        label = EMPTY if one_place else label
    remark = (
        _outcome(shown, row),
        _together(rating) if pair and told is None else EMPTY,
        _technology(shown, row),
        _note(shown, told or row),
    )
    return replace(mark, label=label, remark=join(remark, " · "))


def _plain(shown: Shown, row: Row, words: T) -> Mark:
    return Mark(
        id=f"line|{row['period']}|{row['interconnection']}",
        x=float(row["end_a_longitude"]),
        y=float(row["end_a_latitude"]),
        period=period_label(row["period"]),
        figure=T("capacity not known", "capacidad desconocida"),
        status=STATUS[row["status"]],
        name=words,
    )


def _name(shown: Shown, id: str) -> T:
    return shown.label("interconnection", id)


def _together(rating: Row | None) -> T:
    if rating is None:
        return EMPTY
    return T("(both lines {v})", "(ambas líneas {v})").format(v=number(rating["value"]))


def _outcome(shown: Shown, row: Row) -> T:
    return shown.note(row["outcome"]) if shown.vintage == "latest" and row["outcome"] else EMPTY


def _technology(shown: Shown, row: Row) -> T:
    told = [shown.label("technology", row["technology"])] if row["technology"] else []
    told += [same(f"{row['voltage_kv']} kV")] if row["voltage_kv"] else []
    return join(told, ", ")


def _note(shown: Shown, row: Row) -> T:
    return shown.note(row["note"]) if row["note"] else EMPTY


def _ten(counts: dict[str, float]) -> T:
    return T(
        "{all} lines joined the two countries’ grids in 2016: {wecc} to the western grid, {ercot} to Texas",
        "{all} líneas unían las redes de los dos países en 2016: {wecc} con la red del oeste y {ercot} con Texas",
    ).format(**{grid: number(value) for grid, value in counts.items()})


def _running(shown: Shown, lines: dict[str, Row], ratings: dict[str, Row]) -> T:
    """Which of the ties to Texas are said to run, and which is gone."""
    running = [ratings[id] for id, row in lines.items() if row["outcome"].startswith(RUNNING) and id in ratings]
    gone = [_name(shown, id) for id, row in lines.items() if RETIRED in row["outcome"]]
    return T(
        "In 2025, {n} Texas ties ran ({a}, {b} MW; ERCOT); {gone}, out since 2020, is retired",
        "En 2025 operaban {n} enlaces con Texas ({a} y {b} MW; ERCOT); {gone}, fuera desde 2020, está retirado",
    ).format(
        n=len(running),
        a=number(running[0]["value"]),
        b=number(running[1]["value"]),
        gone=T(gone[0].en.split("–")[0], gone[0].es.split("–")[0]),
    )


def planned(shown: Shown) -> Arranged:
    """The lines inside Mexico drawn straight from end to end, those over the border as circles; what became of them."""
    lines = _lines(shown, "planned")
    rows = {row["interconnection"]: row for row in records(shown.frame[shown.frame["series"] == PLANNED])}
    inside = [id for id in rows if lines[id]["region"] == "mexico"]
    over = [id for id in rows if lines[id]["region"] != "mexico"]
    largest = max(row["value"] for row in rows.values())
    within = T("inside Mexico, drawn straight", "dentro de México, en línea recta")
    across = T("over the border", "sobre la frontera")
    ends = tuple(mark for id in inside for mark in _ends(shown, lines[id], rows[id]))
    routes = tuple(
        mark for id in inside for mark in (*_ends(shown, lines[id], rows[id], "route"), Mark(id="", x=0, y=None))
    )
    circles = _circles(shown, lines, rows, over, largest)
    return Arranged(
        headline=_plans(lines, rows) if shown.vintage == "report" else _cancelled(lines, rows),
        subtitle=T(
            "Planned power lines that are known by name, capacity in MW, year planned for, or what became of them",
            "Líneas eléctricas planeadas que se conocen por nombre, capacidad en MW, año previsto o qué pasó con ellas",
        ),
        alt=T(
            "A map of Mexico with two straight lines and circles at the border",
            "Mapa de México con dos líneas rectas y círculos en la frontera",
        ),
        axis="map",
        region="mexico",
        panels=(Panel(MEGAWATTS),),
        traces=(
            Trace("planned|mexico", within, "kind-d", routes, form="routes", dash="dash"),
            Trace("planned|ends", within, "kind-d", ends, form="places"),
            Trace("planned|over", across, "kind-a", circles, form="places", hollow=True),
        ),
        legend=(("kind-d", within), ("kind-a", across)),
        printed=_table(shown, lines, rows),
        notes=(_CONCEPT, _STRAIGHT),
    )


def _ends(shown: Shown, row: Row, rated: Row, part: str = "end") -> Iterable[Mark]:
    """The two ends of a line: the one nearer the middle of the map carries name, capacity and year or fate."""
    name = _name(shown, row["interconnection"])
    fate = (
        T("tender cancelled 2019", "licitación cancelada 2019")
        if shown.vintage == "latest" and CANCELLED in row["outcome"]
        else same(row["planned_year"])
    )
    bearer = min("ab", key=lambda end: abs(float(row[f"end_{end}_longitude"]) - MIDDLE))
    for end in ("a", "b"):
        mark = placed(rated, MEGAWATTS, float(row[f"end_{end}_longitude"]), name, "interconnection")
        words = join((_broken(name), number(rated["value"]) + " MW", fate), "<br>")
        remark = (_outcome(shown, row), _technology(shown, row), _note(shown, row))
        yield replace(
            mark,
            id=f"{mark.id}|{part}-{end}",
            y=float(row[f"end_{end}_latitude"]),
            label=words if part == "end" and end == bearer else EMPTY,
            selects=None,
            remark=join(remark, " · "),
        )


def _broken(name: T) -> T:
    """A long name of two ends, each in a line of its own."""
    return T(*(words.replace("–", "–<br>") if len(words) > 20 else words for words in (name.en, name.es)))


def _short(name: T) -> T:
    """A name without its phase and without its ends in brackets: the table and the hover have all of it."""
    return T(*(words.split(",")[0].split(" (")[0] for words in (name.en, name.es)))


def _circles(
    shown: Shown, lines: dict[str, Row], rows: dict[str, Row], over: Iterable[str], largest: float
) -> tuple[Mark, ...]:
    """A circle for each line over the border; those at one place share the words of the largest."""
    marks: list[Mark] = []
    for id in sorted(over, key=lambda id: -rows[id]["value"]):
        row, name = lines[id], _name(shown, id)
        mark = placed(rows[id], MEGAWATTS, float(row["end_a_longitude"]), name, "interconnection")
        y, here = float(row["end_a_latitude"]), [one for one in over if _at(lines[one]) == _at(row)]
        values = join((number(rows[one]["value"]) for one in here), " / ")
        label = join((_short(name), values)) + " MW"
        remark = (_outcome(shown, row), _technology(shown, row), _note(shown, row))
        first = all(there.y != y for there in marks)
        mark = replace(mark, y=y, weight=rows[id]["value"] / largest, label=label if first else EMPTY)
        marks.append(replace(mark, selects=None, remark=join(remark, " · ")))
    return tuple(marks)


def _at(row: Row) -> tuple[str, str]:
    return row["end_a_longitude"], row["end_a_latitude"]


def _plans(lines: dict[str, Row], rows: dict[str, Row]) -> T:
    return T(
        "A {v} MW line was to join Baja California to Mexico’s grid by {year} (El Economista)",
        "Una línea de {v} MW uniría Baja California al sistema nacional en {year} (El Economista)",
    ).format(v=number(rows[BC_SIN]["value"]), year=lines[BC_SIN]["planned_year"])


def _cancelled(lines: dict[str, Row], rows: dict[str, Row]) -> T:
    """The tenders that ended, counted by what is written of their lines."""
    ended = [rows[id] for id in (BC_SIN, IXTEPEC) if CANCELLED in lines[id]["outcome"]]
    return T(
        "Mexico cancelled tenders for {n} lines ({a}, {b} MW) in January 2019 (Energy Business)",
        "Las licitaciones de {n} líneas, de {a} y {b} MW, se cancelaron en enero de 2019 (Energy Business)",
    ).format(n=len(ended), a=number(ended[0]["value"]), b=number(ended[-1]["value"]))


def _table(shown: Shown, lines: dict[str, Row], rows: dict[str, Row]) -> Printed:
    """Every row that the sources name; in the report's vintage when it was planned for, today what became of it."""
    then = shown.vintage == "report"

    def last(row: Row) -> T:
        return same(row["planned_year"]) if then else shown.note(row["outcome"]) if row["outcome"] else EMPTY

    def line(id: str, row: Row) -> Printing:
        value = float(rows[id]["value"]) if id in rows else None
        words = (
            _name(shown, id),
            shown.label("region", row["region"]) if row["region"] else EMPTY,
            number(value) if value is not None else EMPTY,
            _technology(shown, row),
            last(row),
        )
        return Printing(words, (words[0].en, words[1].en, value, words[3].en, words[4].en))

    there = {id: row for id, row in lines.items() if not (then and id == LATER)}
    dated = any(last(row) for row in there.values())
    columns: tuple[Column, ...] = (
        Column(T("Line", "Línea")),
        Column(T("Grid", "Red")),
        Column(T("MW", "MW"), numeric=True),
        Column(T("Technology", "Tecnología")),
        Column(T("Planned for", "Prevista para") if then else T("What became of it", "Qué pasó con ella")),
    )
    built = [line(id, row) for id, row in there.items()]
    if not dated:
        columns, built = columns[:-1], [Printing(row.cells[:-1], row.sorts[:-1]) for row in built]
    return Printed(columns, tuple(built))


_FOUND = T(
    "Two of the six lines to Texas that the report counts could not be identified. Some rows of the table are pairs of lines.",
    "Dos de las seis líneas con Texas que cuenta el informe no se pudieron identificar. Algunos renglones de la tabla son pares.",
)
_TOWNS = T(
    "Placed at towns, not at substations. Capacities are of the year known: El Paso 1997, the others 2016.",
    "Ubicadas en poblaciones, no en subestaciones. La capacidad es del año conocido: El Paso 1997, las demás 2016.",
)
_CONCEPT = T(
    "The report’s line from Texas through northern Mexico to California is a concept without a route: none is drawn.",
    "La línea de Texas a California por el norte de México que menciona el informe es un concepto sin trazo: no se dibuja.",
)
_STRAIGHT = T(
    "The report’s own map was not found; these lines are from other public sources of 2016–2018, drawn straight between towns.",
    "No se encontró el mapa del informe; estas líneas son de otras fuentes públicas de 2016-2018, trazadas rectas entre poblaciones.",
)

EXHIBIT = Exhibit(
    id="energy-8",
    chapter="energy",
    order=8,
    number=T("Figure 8", "Gráfica 8"),
    title=T("Mexico’s planned electricity transmission", "La transmisión eléctrica planeada de México"),
    subject=T("Power lines between Mexico and the United States", "Líneas eléctricas entre México y Estados Unidos"),
    dimensions=(),
    wide=True,
    views=(
        View(
            "planned",
            T("Planned lines", "Líneas planeadas"),
            report=draw(
                PLANNED,
                only=(
                    "interconnection",
                    (BC_SIN, IXTEPEC, "nogales-interconnection-phase-1", "nogales-interconnection-phase-2"),
                ),
            ),
            latest=draw(PLANNED),
            arrange=planned,
        ),
        View(
            "existing",
            T("Interconnections", "Interconexiones"),
            report=draw(*COUNTS.values(), years=(2016, 2016)) + draw(EXISTING, years=(1997, 2016)),
            latest=draw(*COUNTS.values(), years=(2016, 2016)) + draw(EXISTING, years=(1997, 2016)),
            arrange=interconnections,
        ),
    ),
)
