"""Energy 5: where natural gas pipelines cross the borders with Canada and Mexico, with the two tables of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.charts.arranged import Arranged, Column, Mark, Panel, Printed, RegionName, Trace
from dashboard.charts.arranged import Row as Printing
from dashboard.exhibits.base import Exhibit, View
from dashboard.exhibits.energy.filings import DOUBTFUL, VOLUME, WEIGHT, amount, contradict, volume
from dashboard.exhibits.energy.parts import Row, records
from dashboard.exhibits.prepare import STATUS, Shown, period_label
from dashboard.text import EMPTY, T, join, number, same

CROSSINGS, FILINGS = "energy-5-crossings", "energy-5-filings"
ADDED = "Not in the report"
MISPRINT: Final = ("Central Pipeline Minnesota", "Centra Pipeline Minnesota")  # the report's words, the filings'
NEAR: Final = 0.1  # degrees within which filings of a crossing are one point of the map
WITH: Final = {"us-ca": T("With Canada", "Con Canadá"), "us-mx": T("With Mexico", "Con México")}
COLOURS: Final = {"us-ca": "ca", "us-mx": "mx"}


@dataclass(frozen=True)
class Border:
    """One of the two borders: its id, its region on the map, the degrees within which points share one number.

    ``named``: million cubic feet a day from which a filing is named.
    """

    id: str
    region: RegionName
    together: float
    named: float


CANADA, MEXICO = Border("us-ca", "north", 1.4, 1500), Border("us-mx", "border", 0.5, 1000)


def _filings(shown: Shown) -> list[Row]:
    """Every filing of the crossings that are on show: those of a chosen state come with their other side."""
    chosen = set(shown.record(FILINGS)["crossing"])
    rows = [row for row in records(shown.records[FILINGS]) if row["crossing"] in chosen]
    return rows if shown.vintage == "latest" else [row for row in rows if row["in_report"] != ADDED]


def _listed(shown: Shown) -> list[Row]:
    """The rows of the report's tables that are on show."""
    there = {row["crossing"] for row in _filings(shown)}
    return [row for row in records(shown.records[CROSSINGS]) if row["crossing"] in there]


def _counted(shown: Shown) -> dict[str, int]:
    """How many crossings the report lists at each border, whatever the filter."""
    borders = list(shown.records[CROSSINGS]["border"])
    return {border: borders.count(border) for border in WITH}


def _added(shown: Shown) -> int:
    """How many crossings with Mexico stand in the layer of 2017 and not in the report."""
    rows = shown.records[FILINGS]
    return rows[rows["in_report"] == ADDED]["crossing"].nunique()


def _number(crossing: str) -> str:
    """The number of a crossing in the report's table; empty for one that is not in it."""
    last = crossing.rsplit("-", 1)[-1]
    return str(int(last)) if last.isdigit() else ""


def both(shown: Shown) -> Arranged:
    """A dot for each crossing of both borders, numbered as in the report's tables."""
    filings, counted = _filings(shown), _counted(shown)
    if shown.vintage == "report":
        headline = T(
            "In 2016 gas pipelines crossed the U.S. border at {ca} points with Canada, {mx} with Mexico",
            "En 2016 los gasoductos cruzaban la frontera de EE. UU. por {ca} puntos con Canadá y {mx} con México",
        ).format(ca=counted["us-ca"], mx=counted["us-mx"])
    else:
        headline = T(
            "The official map of 2017 has {n} gas crossings to Mexico beyond the report’s {mx}",
            "El mapa oficial de 2017 tiene {n} cruces de gas a México además de los {mx} del informe",
        ).format(n=_added(shown), mx=counted["us-mx"])
    traces = [_dots(shown, filings, border, added=False) for border in WITH]
    traces += [_dots(shown, filings, "us-mx", added=True)] if shown.vintage == "latest" else []
    traces = [trace for trace in traces if trace.marks]
    return Arranged(
        headline=headline,
        subtitle=T(
            "Crossings of natural gas pipelines, numbered as in the report’s tables; places from the official map of 2017",
            "Cruces de gasoductos, numerados como en las tablas del informe; ubicación según el mapa oficial de 2017",
        ),
        alt=T(
            "A map of the United States and Mexico with a numbered dot at each crossing of the two borders",
            "Mapa de Estados Unidos y México con un punto numerado en cada cruce de las dos fronteras",
        ),
        axis="map",
        region="both",
        panels=(Panel(VOLUME),),
        traces=tuple(traces),
        legend=tuple((trace.colour, trace.name + f": {_crossings(trace)}") for trace in traces),
        printed=_table(shown, tuple(WITH)),
        notes=(_NO_CANADA, _PAIRS, _MISPRINT),
    )


def _dots(shown: Shown, filings: Iterable[Row], border: str, added: bool) -> Trace:
    rows = [
        row
        for row in filings
        if row["border"] == border and row["side"] == "us" and (row["in_report"] == ADDED) == added
    ]
    points: list[Row] = []
    for row in rows:
        if not any(row["crossing"] == there["crossing"] and _close(row, there, NEAR) for there in points):
            points.append(row)
    words = T("Not in the report", "No están en el informe") if added else WITH[border]
    marks = tuple(_dot(shown, row, filings) for row in points)
    marks = marks if added else _numbered(marks, 2.2)
    name = f"crossings|{border}" + ("|added" if added else "")
    return Trace(name, words, "other" if added else COLOURS[border], marks, form="places", hollow=added)


def _crossings(trace: Trace) -> int:
    return len({mark.selects for mark in trace.marks})


def _close(a: Row, b: Row, degrees: float) -> bool:
    return all(abs(float(a[part]) - float(b[part])) < degrees for part in ("latitude", "longitude"))


def _dot(shown: Shown, row: Row, filings: Iterable[Row]) -> Mark:
    """The mark of one point: every filing of its crossing is told where one points."""
    own = [one for one in filings if one["crossing"] == row["crossing"]]
    number_ = _number(row["crossing"])
    return Mark(
        id=f"{row['crossing']}|{row['city']}",
        x=float(row["longitude"]),
        y=float(row["latitude"]),
        name=join((same(number_), shown.label("crossing", row["crossing"])), ". "),
        period=period_label(row["period"]),
        figure=join((_filed(one) for one in own), "; "),
        status=STATUS[row["status"]],
        selects=("crossing", row["crossing"]),
        label=same(number_),
        value=0.0,
    )


_SIDES: Final = {"us": T("U.S.", "EE. UU."), "ca": T("Canada", "Canadá"), "mx": T("Mexico", "México")}


def _filed(row: Row) -> T:
    """One filing in words: its side, operator, volume and diameter."""
    told = amount(row["volume"])
    parts = [T("{side}: {operator}", "{side}: {operator}").format(side=_SIDES[row["side"]], operator=row["operator"])]
    if told is not None:
        parts.append(volume(told))
    if row["diameter_in"]:
        parts.append(T("{d} in", "{d} pulgadas").format(d=row["diameter_in"]))
    return join(parts, ", ")


def _numbered(marks: Sequence[Mark], degrees: float) -> tuple[Mark, ...]:
    """Points that stand close together share one label, ``15–19``, on the southernmost; the others have none."""
    groups: list[list[Mark]] = []
    for mark in marks:
        last = groups[-1] if groups else []
        first = last[0] if last else None
        if first and abs(float(mark.x) - float(first.x)) < degrees and abs((mark.y or 0) - (first.y or 0)) < degrees:
            last.append(mark)
        else:
            groups.append([mark])
    built: list[Mark] = []
    for group in groups:
        ends = (group[0].label, group[-1].label)
        words = ends[0] if ends[0] == ends[1] else join(ends, "–")
        bearer = min(group, key=lambda mark: mark.y or 0)
        built += [replace(mark, label=words if mark is bearer else EMPTY) for mark in group]
    return tuple(built)


def one(border: Border) -> Callable[[Shown], Arranged]:
    """A circle for each U.S. filing at one border, its area the volume filed; the report's table beside it."""

    def arrange(shown: Shown) -> Arranged:
        filings = [row for row in _filings(shown) if row["border"] == border.id]
        traces = tuple(trace for trace in _circles(shown, filings, border) if trace.marks)
        return Arranged(
            headline=_largest(shown, border),
            subtitle=T(
                "Volume that U.S. operators filed at each crossing, million cubic feet a day, circles by volume, 2017",
                "Volumen registrado por operadores de EE. UU. en cada cruce, millones de pies cúbicos diarios, círculos según volumen, 2017",
            ),
            alt=T(
                "A map of the border with a circle for each filing, as large as the volume, numbered as in the table",
                "Mapa de la frontera con un círculo por registro, del tamaño del volumen, numerado como en la tabla",
            ),
            axis="map",
            region=border.region,
            panels=(Panel(VOLUME),),
            traces=traces,
            legend=tuple((trace.colour, trace.name) for trace in traces),
            printed=_table(shown, (border.id,)),
            notes=_NOTES[border.id],
        )

    return arrange


def _largest(shown: Shown, border: Border) -> T:
    """Which filing is the largest of a border, whatever the filter."""
    rows = [row for row in records(shown.records[FILINGS]) if row["border"] == border.id and row["side"] == "us"]
    rows = [
        row
        for row in rows
        if amount(row["volume"]) is not None and (shown.vintage == "latest" or row["in_report"] != ADDED)
    ]
    top = max(rows, key=lambda row: float(row["volume"]))
    words = {
        "operator": top["operator"],
        "v": number(float(top["volume"])),
        "year": top["period"],
        "place": top["city"],
    }
    if border is CANADA:
        return T(
            "Of {n} gas crossings with Canada, {place} filed the most: {v} million cf a day ({year})",
            "De {n} cruces de gas con Canadá, {place} tiene el mayor registro: {v} millones de pies cúbicos diarios ({year})",
        ).format(n=_counted(shown)[border.id], **words)
    n = _counted(shown)[border.id] + (_added(shown) if shown.vintage == "latest" else 0)
    return T(
        "Of {n} gas crossings with Mexico, {place} filed the most: {v} million cf a day ({year})",
        "De {n} cruces de gas con México, {place} tiene el mayor registro: {v} millones de pies cúbicos diarios ({year})",
    ).format(n=n, **words)


def _circles(shown: Shown, filings: Sequence[Row], border: Border) -> tuple[Trace, ...]:
    """Filings of the U.S. side in groups: plain, contradicted by the other country's, without a volume, added later."""
    known = [float(row["volume"]) for row in records(shown.records[FILINGS]) if row["side"] == "us" and row["volume"]]
    groups: dict[str, list[Mark]] = {"plain": [], "doubtful": [], "unknown": [], "added": []}
    for row in (row for row in filings if row["side"] == "us"):
        mark = _circle(shown, row, filings, max(known), border.named)
        kind = "doubtful" if _doubtful(row, filings) else "plain" if mark.weight is not None else "unknown"
        groups["added" if row["in_report"] == ADDED else kind].append(mark)
    names = {
        "plain": T("volume filed", "volumen registrado"),
        "doubtful": DOUBTFUL,
        "unknown": T("no volume filed", "sin volumen registrado"),
        "added": T("not in the report", "no está en el informe"),
    }
    looks = {
        "plain": (COLOURS[border.id], False),
        "doubtful": ("kind-a", True),
        "unknown": ("other", True),
        "added": ("kind-b", True),
    }
    return tuple(
        Trace(
            f"filings|{border.id}|{kind}",
            names[kind],
            looks[kind][0],
            _numbered_circles(marks, border.together),
            form="places",
            hollow=looks[kind][1],
        )
        for kind, marks in groups.items()
    )


def _doubtful(row: Row, filings: Iterable[Row]) -> bool:
    """Whether the one filing of the other country at a crossing contradicts the one of this country."""
    own = [one for one in filings if one["crossing"] == row["crossing"]]
    sides = [[amount(one["volume"]) for one in own if (one["side"] == "us") == us] for us in (True, False)]
    return all(len(side) == 1 for side in sides) and contradict(sides[0][0], sides[1][0])


def _circle(shown: Shown, row: Row, filings: Iterable[Row], largest: float, named: float) -> Mark:
    mark, told = _dot(shown, row, filings), amount(row["volume"])
    own = T("{operator}: {v}", "{operator}: {v}").format(operator=row["operator"], v=volume(told))
    if told is not None:
        own = own + " " + VOLUME.unit
    others = [one for one in filings if one["crossing"] == row["crossing"] and one is not row]
    words = mark.label
    if told and told >= named:
        words = join((words + same(".") if words else EMPTY, same(row["city"]), number(told)))
    return replace(
        mark,
        id=f"{row['crossing']}|{row['operator']}|{row['city']}",
        figure=own,
        remark=join(
            (join((_filed(one) for one in others), "; "), shown.note(row["note"]) if row["note"] else EMPTY), ". "
        ),
        value=told,
        weight=None if told is None else WEIGHT * told / largest,
        label=words,
    )


def _numbered_circles(marks: Sequence[Mark], degrees: float) -> tuple[Mark, ...]:
    """The largest filing of each crossing carries its label; small ones that stand close together share one."""
    best: dict[str, Mark] = {}
    for mark in marks:
        crossing = mark.selects[1] if mark.selects else ""
        if crossing not in best or (mark.weight or 0) > (best[crossing].weight or 0):
            best[crossing] = mark
    named = [mark for mark in best.values() if " " in mark.label.en]
    small = [mark for mark in best.values() if mark not in named]
    labels = {mark.id: mark.label for mark in (*named, *_numbered(small, degrees))}
    return tuple(replace(mark, label=labels.get(mark.id, EMPTY)) for mark in marks)


def _table(shown: Shown, borders: Sequence[str]) -> Printed:
    """The tables of the report, its misprint set right: number, U.S. operator, counterpart."""
    countries = {"us-ca": T("Canada", "Canadá"), "us-mx": T("Mexico", "México")}

    def line(row: Row) -> Printing:
        words = (
            same(int(row["number"])),
            *((countries[row["border"]],) if len(borders) > 1 else ()),
            shown.label("crossing", row["crossing"]),
            same(row["us_operators"].replace(*MISPRINT)),
            same(row["counterpart_operators"]),
        )
        return Printing(
            words, (int(row["number"]), *(cell.en for cell in words[1:])), selects=("crossing", row["crossing"])
        )

    columns = (
        Column(T("No.", "Núm.")),
        *((Column(T("Border with", "Frontera con")),) if len(borders) > 1 else ()),
        Column(T("Crossing", "Cruce")),
        Column(T("U.S. operators", "Operadores de EE. UU.")),
        Column(T("Counterparts", "Contrapartes")),
    )
    return Printed(columns, tuple(line(row) for row in _listed(shown) if row["border"] in borders))


_NO_CANADA = T(
    "Canada is not drawn: the maps here have no outline of it. The dots stand on the border.",
    "Canadá no se dibuja: estos mapas no tienen su contorno. Los puntos están sobre la frontera.",
)
_PAIRS = T(
    "One number may stand for several pipelines; crossings 6 and 11 with Mexico have two points each.",
    "Un número puede abarcar varios gasoductos; los cruces 6 y 11 con México tienen dos puntos cada uno.",
)
_OVERLAP = T(
    "Filings at one crossing are not added: at Sumas two operators file the same 1,832. Canada’s filings have no volumes.",
    "Los registros de un cruce no se suman: en Sumas dos operadores registran los mismos 1,832. Los de Canadá no tienen volumen.",
)
_MISPRINT = T(
    "Crossings 10–12 with Canada: the report misprints “Central” Pipeline Minnesota; Centra, as filed, stands here.",
    "Cruces 10-12 con Canadá: el informe imprime por error «Central» Pipeline Minnesota; aquí va Centra, como en los registros.",
)
_TWO_FILINGS = T(
    "Each country filed its own volume; the two differ and are never added. The circles are the U.S. filings.",
    "Cada país registró su propio volumen; difieren y nunca se suman. Los círculos son los registros de EE. UU.",
)
_SLIPS = T(
    "Del Rio’s 472 is probably a slip (Mexico filed 16.49); at Nogales the U.S. filed 261 and Mexico 7.5.",
    "Los 472 de Del Rio probablemente son un error (México registró 16.49); en Nogales EE. UU. registró 261 y México 7.5.",
)
_NOTES: Final = {"us-ca": (_OVERLAP, _MISPRINT, _NO_CANADA), "us-mx": (_TWO_FILINGS, _SLIPS)}

EXHIBIT = Exhibit(
    id="energy-5",
    chapter="energy",
    order=5,
    number=T("Figure 5", "Gráfica 5"),
    title=T("Border crossings of natural gas pipelines", "Cruces fronterizos de gasoductos"),
    subject=T("Gas pipeline crossings with Canada and Mexico", "Cruces de gasoductos con Canadá y México"),
    dimensions=("state", "crossing"),
    wide=True,
    views=(
        View("both", T("Both borders", "Ambas fronteras"), report=(), latest=(), arrange=both, of_records=True),
        View("mexico", WITH["us-mx"], report=(), latest=(), arrange=one(MEXICO), of_records=True),
        View("canada", WITH["us-ca"], report=(), latest=(), arrange=one(CANADA), of_records=True),
    ),
)
