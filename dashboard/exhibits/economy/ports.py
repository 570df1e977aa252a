"""Economy, added: where goods trade with Mexico crosses, and how."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, Literal, cast

import pandas as pd

from dashboard.charts.arranged import Arranged, Mark, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import USD_BILLION as BILLION
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, placed, trace
from dashboard.text import EMPTY, T, join, number, percent, same

TRADE = "goods_trade_with_mexico_by_port"
EXPORTS_BY_MODE, IMPORTS_BY_MODE = "goods_exports_to_mexico_by_mode", "goods_imports_from_mexico_by_mode"
EXPORTS_BY_PORT, IMPORTS_BY_PORT = "goods_exports_to_mexico_by_port", "goods_imports_from_mexico_by_port"
FIRST = "laredo"
SPLIT = 2020  # the year from which Ysleta is counted apart from El Paso
# Ports of entry that are no crossings by land, about where their towns are: on the map when they are asked for.
INLAND: Final = {
    "san-diego": (-117.16, 32.72),
    "phoenix": (-112.07, 33.45),
    "tucson": (-110.93, 32.22),
    "albuquerque": (-106.65, 35.08),
}
NAMED = 5  # billion dollars from which a port is named on the map
LINES = 5
# A port keeps its line whatever else is on show.
LOOKS: Final[dict[str, tuple[str, Literal["solid", "dash", "dot"]]]] = {
    "laredo": ("step-5", "solid"),
    "el-paso": ("step-4", "solid"),
    "ysleta": ("step-4", "dash"),
    "hidalgo": ("step-3", "solid"),
    "eagle-pass": ("other", "solid"),
    "brownsville": ("other", "dash"),
}
UNIT = T("billion dollars at current prices", "miles de millones de dólares corrientes")


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], frame.to_dict("records"))


def _newest(frame: pd.DataFrame, *series: str) -> pd.DataFrame:
    """The rows of some series in the newest year on show, the largest first."""
    rows = frame[frame["series"].isin(series)]
    return rows[rows["year"] == rows["year"].max()].sort_values("value", ascending=False, kind="stable")


def _year(rows: pd.DataFrame) -> int:
    return int(rows["year"].iloc[0])


def _laredo(shown: Shown) -> T:
    """What the first port handled in the newest year that is planned, and its part of the whole."""
    planned = _newest(shown.planned, TRADE)
    return T(
        "{Port} handled ${v} billion of U.S.-Mexico goods trade in {year}, {share} of the total",
        "Por {Port} pasaron {v} mil millones de dólares del comercio de bienes en {year}, {share} del total",
    ).format(
        Port=shown.label("port", planned["port"].iloc[0]),
        v=number(planned["value"].iloc[0] / 1e9),
        year=_year(planned),
        share=_share(shown, planned),
    )


def _share(shown: Shown, rows: pd.DataFrame) -> T:
    """The first of ``rows`` as a part of all goods trade of its year, whatever carried it."""
    everything = shown.everything
    of_year = everything["year"] == _year(rows)
    whole = everything[of_year & everything["series"].isin((EXPORTS_BY_MODE, IMPORTS_BY_MODE))]
    return percent(100 * rows["value"].iloc[0] / whole["value"].sum())


def ports(shown: Shown) -> Arranged:
    """A circle for each port, its area the value of exports and imports of one year."""
    rows = _newest(shown.frame, TRADE)
    largest = float(_newest(shown.planned, TRADE)["value"].max())
    asked = "port" in shown.selection.filtered()
    places = {**shown.places, **(INLAND if asked else {})}
    marks = tuple(_circle(shown, row, places[row["port"]], largest) for row in _rows(rows) if row["port"] in places)
    if rows["port"].iloc[0] == FIRST:
        marks = (replace(marks[0], label=marks[0].label + same(" (") + _share(shown, rows) + same(")")), *marks[1:])
    texas = _states(shown, rows) == {"TX"}
    return Arranged(
        headline=_laredo(shown),
        subtitle=join(
            (
                _OF_TEXAS if texas else T("Border ports", "Puertos fronterizos"),
                T(
                    "exports and imports of goods together, circles by value",
                    "exportaciones e importaciones de bienes juntas, círculos según el valor",
                ),
                UNIT,
                same(_year(rows)),
            ),
            ", ",
        ),
        latest=latest(shown, TRADE, BILLION, shown.label("port", FIRST), port=FIRST),
        alt=T(
            "A map of the border with a circle at each port, as large as its trade",
            "Mapa de la frontera con un círculo en cada puerto, del tamaño de su comercio",
        ),
        axis="map",
        region="border",
        panels=(Panel(BILLION),),
        traces=(Trace(TRADE, shown.name(TRADE), "us", marks, form="places"),),
        notes=(_TEXAS_ALONE, *((_TOGETHER,) if _year(rows) < SPLIT else ())) if texas else _away(shown, rows),
    )


def _states(shown: Shown, rows: pd.DataFrame) -> set[str]:
    """The states of the ports of ``rows``."""
    known = shown.everything[shown.everything["port"].isin(rows["port"])]
    return set(known["port_state"]) - {"", "US"}


def _away(shown: Shown, rows: pd.DataFrame) -> tuple[T, ...]:
    """Which ports are not on the map, and what part of the trade they have."""
    away = rows[rows["port"].isin(INLAND)]
    if away.empty or "port" in shown.selection.filtered():
        return ()
    share = percent(100 * away["value"].sum() / rows["value"].sum(), 1)
    return (_AWAY.format(ports=join((shown.label("port", port) for port in away["port"]), ", "), share=share),)


def _circle(shown: Shown, row: dict[str, Any], place: tuple[float, float], largest: float) -> Mark:
    mark = placed(row, BILLION, place[0], shown.label("port", row["port"]), "port")
    named = row["value"] >= NAMED * 1e9
    words = T("{port} {v}", "{port} {v}").format(port=mark.name, v=number(row["value"] / 1e9)) if named else EMPTY
    return replace(mark, y=place[1], weight=row["value"] / largest, label=words)


def lines(shown: Shown) -> Arranged:
    """A line for each of the ports of Texas with the most trade, or for those that were chosen."""
    rows = _newest(shown.frame, TRADE)
    start, end = shown.first(TRADE, port=FIRST), shown.last(TRADE, port=FIRST)
    chosen = list(rows["port"][: None if "port" in shown.selection.filtered() else LINES])
    return Arranged(
        headline=T(
            "Trade through {Port} grew from ${a} billion in {start} to ${b} billion in {year}",
            "El comercio por {Port} creció de {a} mil millones de dólares en {start} a {b} mil millones en {year}",
        ).format(
            Port=shown.label("port", FIRST),
            a=number(start.value / 1e9, 1),
            b=number(end.value / 1e9, 1),
            start=start.year,
            year=end.year,
        ),
        subtitle=subtitle(
            shown,
            T(
                "Exports and imports of goods together, by port",
                "Exportaciones e importaciones de bienes juntas, por puerto",
            ),
            UNIT,
        ),
        latest=latest(shown, TRADE, BILLION, shown.label("port", FIRST), port=FIRST),
        alt=T("A line for each port", "Una línea por puerto"),
        axis="years",
        panels=(Panel(BILLION),),
        traces=tuple(_line(shown, port) for port in chosen),
        heights=(420, 400, 430),
        events=report_published("years", shown.years()[1]),
        notes=(_SPLIT, _SINCE_2003) if shown.years()[1] >= SPLIT else (_TOGETHER, _SINCE_2003),
    )


def _line(shown: Shown, port: str) -> Trace:
    """The line of a port; that of El Paso is broken where Ysleta leaves it."""
    colour, dash = LOOKS.get(port, ("other", "dot"))
    line = trace(
        shown,
        TRADE,
        BILLION,
        colour,
        name=shown.label("port", port),
        dash=dash,
        values="ends" if port == FIRST else "none",
        dimensions={"port": port},
        selects="port",
    )
    if port != "el-paso":
        return line
    before = tuple(mark for mark in line.marks if float(mark.x) < SPLIT)
    after = tuple(mark for mark in line.marks if float(mark.x) >= SPLIT)
    gap = (Mark(id="", x=SPLIT - 0.5, y=None),) if before and after else ()
    after = (replace(after[0], change=EMPTY), *after[1:]) if after else ()
    return replace(line, marks=(*before, *gap, *after))


def modes(shown: Shown) -> Arranged:
    """Exports to the left and imports to the right by mode of transport, of all trade or of the chosen ports."""
    rows = _newest(shown.frame, EXPORTS_BY_MODE, IMPORTS_BY_MODE, EXPORTS_BY_PORT, IMPORTS_BY_PORT)
    planned = _newest(shown.planned, EXPORTS_BY_MODE, IMPORTS_BY_MODE)
    on_show = {*rows["mode"]}
    ranked = [mode for mode in _largest_first(planned) if mode in on_show]
    ranked += [mode for mode in _largest_first(rows) if mode not in ranked]
    trucks = planned[planned["mode"] == "truck"].set_index("series")["value"]
    sides = (
        (
            (EXPORTS_BY_MODE, EXPORTS_BY_PORT),
            "us",
            -1,
            T("U.S. exports to Mexico", "Exportaciones de EE. UU. a México"),
        ),
        (
            (IMPORTS_BY_MODE, IMPORTS_BY_PORT),
            "mx",
            1,
            T("U.S. imports from Mexico", "Importaciones de EE. UU. desde México"),
        ),
    )
    traces = tuple(
        Trace(
            id=series[0],
            name=words,
            colour=colour,
            marks=tuple(_bar(shown, row, ranked.index(row["mode"]), sign) for row in _rows(_summed(rows, series))),
            form="bars",
            end_label=words,
        )
        for series, colour, sign, words in sides
    )
    where = _places(shown, rows)
    return Arranged(
        headline=T(
            "Trucks carried ${m} billion of imports from Mexico and ${x} billion of exports in {year}",
            "En {year} cruzaron en camión {m} mil millones de dólares de importaciones y {x} mil millones de exportaciones",
        ).format(
            m=number(trucks[IMPORTS_BY_MODE] / 1e9, 1), x=number(trucks[EXPORTS_BY_MODE] / 1e9, 1), year=_year(planned)
        ),
        subtitle=join(
            (
                T("Goods trade by mode of transport", "Comercio de bienes por modo de transporte"),
                where,
                UNIT,
                same(_year(rows)),
            ),
            ", ",
        ),
        latest=latest(shown, IMPORTS_BY_MODE, BILLION, T("imports by truck", "importaciones por camión"), mode="truck"),
        alt=T(
            "Bars to both sides: exports by mode of transport to the left, imports to the right",
            "Barras hacia ambos lados: exportaciones por modo de transporte a la izquierda, importaciones a la derecha",
        ),
        axis="categories",
        panels=(Panel(BILLION),),
        traces=tuple(trace for trace in traces if trace.marks),
        categories=tuple(shown.label("mode", mode) for mode in ranked),
        notes=(_FREE_ZONES,) if "foreign-trade-zone" in ranked else (),
    )


def _largest_first(rows: pd.DataFrame) -> list[str]:
    """The modes by both ways together."""
    return list(rows.groupby("mode")["value"].sum().sort_values(ascending=False, kind="stable").index)


def _places(shown: Shown, rows: pd.DataFrame) -> T:
    chosen = [port for port in dict.fromkeys(rows["port"]) if port != "all"]
    return join((shown.label("port", port) for port in chosen), " + ")


def _summed(rows: pd.DataFrame, series: tuple[str, ...]) -> pd.DataFrame:
    """One row for each mode: that of the whole, or the sum over the chosen ports."""
    own = rows[rows["series"].isin(series)]
    first = own.drop_duplicates("mode").set_index("mode")
    return first.assign(value=own.groupby("mode")["value"].sum()).reset_index()


def _bar(shown: Shown, row: dict[str, Any], place: int, sign: int) -> Mark:
    mark = placed(row, BILLION, place, shown.label("mode", row["mode"]), "mode", sign)
    tiny = row["value"] < 0.05e9
    return replace(mark, selects=None, label=_TINY if tiny else mark.label)


_TINY = same("<0.1")
_OF_TEXAS = T("Border ports, known for Texas only", "Puertos fronterizos, solo se conocen los de Texas")
_TEXAS_ALONE = T(
    "The ports of California, Arizona and New Mexico are known for 2021, 2022 and 2023 only.",
    "Los puertos de California, Arizona y Nuevo México se conocen solo para 2021, 2022 y 2023.",
)
_TOGETHER = T("El Paso includes Ysleta.", "El Paso incluye Ysleta.")
_SPLIT = T(
    "Ysleta is counted apart from El Paso since 2020: the break in El Paso’s line is not a fall in its trade.",
    "Ysleta se cuenta aparte de El Paso desde 2020: el corte en la línea de El Paso no es una caída de su comercio.",
)
_SINCE_2003 = T("By air and sea only since November 2003.", "Por aire y mar solo desde noviembre de 2003.")
_AWAY = T(
    "Not on the map: ports of entry that are not land crossings ({ports}), {share} of the trade by port.",
    "No están en el mapa: los puertos que no son cruces terrestres ({ports}), {share} del comercio por puerto.",
)
_FREE_ZONES = T(
    "Foreign trade zone: imports that enter a customs-free zone, whatever carried them.",
    "Zona de comercio exterior: importaciones que entran a una zona franca, sin importar el transporte.",
)

_BY_MODE = (EXPORTS_BY_MODE, IMPORTS_BY_MODE)
_BY_PORT = (EXPORTS_BY_PORT, IMPORTS_BY_PORT)

EXHIBIT = Exhibit(
    id="economy-added-ports",
    chapter="economy",
    order=14,
    number=T("Added", "Añadido"),
    title=T("Where the trade crosses", "Por dónde cruza el comercio"),
    subject=T("U.S.-Mexico goods trade by port and mode", "Comercio de bienes México-EE. UU. por puerto y modo"),
    dimensions=("years", "direction", "port"),
    views=(
        View(
            "map",
            T("Map", "Mapa"),
            report=draw(TRADE, years=(2015, 2015)) + draw(TRADE, years=(1995, 2015), under="years"),
            latest=draw(TRADE, years=(2023, 2023)) + draw(TRADE, years=(1995, 2025), under="years"),
            arrange=ports,
        ),
        View(
            "lines",
            T("Since 1995", "Desde 1995"),
            report=draw(TRADE, years=(1995, 2015)),
            latest=draw(TRADE, years=(1995, 2025)),
            arrange=lines,
        ),
        View(
            "modes",
            T("By mode", "Por modo"),
            report=draw(*_BY_MODE, years=(2015, 2015))
            + draw(*_BY_MODE, years=(1995, 2015), under="years")
            + draw(*_BY_PORT, years=(1995, 2015), under="port"),
            latest=draw(*_BY_MODE, years=(2025, 2025))
            + draw(*_BY_MODE, years=(1995, 2025), under="years")
            + draw(*_BY_PORT, years=(1995, 2025), under="port"),
            arrange=modes,
        ),
    ),
    added=True,
    wide=True,
)
