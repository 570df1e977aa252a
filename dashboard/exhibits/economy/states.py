"""Economy, added: what Mexico buys from each state, and sells to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

import pandas as pd

from dashboard.charts.arranged import Arranged, Measure, Panel, Trace
from dashboard.exhibits import mapped
from dashboard.exhibits.base import Exhibit, Plan, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.measures import USD_BILLION as BILLION
from dashboard.exhibits.measures import USD_BILLION_FROM_MILLION as BILLION_FROM_MILLION
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, placed, trace
from dashboard.text import EMPTY, T, join, number, percent, same

EXPORTS, IMPORTS = "goods_exports_to_mexico", "goods_imports_from_mexico"
BTS_EXPORTS, BTS_IMPORTS = "goods_exports_to_mexico_all_modes_bts", "goods_imports_from_mexico_all_modes_bts"
SHARE_OF_EXPORTS, SHARE_OF_IMPORTS = "mexico_share_of_state_goods_exports", "mexico_share_of_state_goods_imports"
RANK_OF_MARKETS, RANK_OF_SUPPLIERS = "mexico_rank_among_state_export_markets", "mexico_rank_among_state_import_sources"

RANK = Measure(T("(rank)", "(lugar)"))
SHARES = (5, 10, 20, 30)  # per cent at which a class begins
RANKS = (2, 3, 4, 6)
LABELLED = 20  # per cent from which a state carries its figure
NOT_STATES = ("us", "us-xx", "us-pr", "us-vi")  # the sum, what is not identified, and territories
LARGEST = "us-tx"
BARS = 15
LINES = 4
# A state keeps its line whatever else is on show.
LOOKS: dict[str, tuple[str, Literal["solid", "dash", "dot"]]] = {
    "us-tx": ("step-5", "solid"),
    "us-ca": ("step-4", "solid"),
    "us-mi": ("step-3", "solid"),
    "us-il": ("other", "solid"),
    "us-ga": ("other", "dash"),
}
UNIT = T("billion dollars at current prices", "miles de millones de dólares corrientes")


@dataclass(frozen=True)
class Side:
    """One of the two directions, and what is said of it."""

    share: str
    rank: str
    found: T
    what: T
    counted: T
    ranked: T
    alt: T
    newest: T = EMPTY


SOLD = Side(
    SHARE_OF_EXPORTS,
    RANK_OF_MARKETS,
    T(
        "Mexico bought {v} of {State}’s exports in {year}, the highest share of any state",
        "México compró {v} de lo que exportó {State} en {year}, la proporción más alta del país",
    ),
    T("Mexico’s share of each state’s goods exports", "Parte de México en las exportaciones de bienes de cada estado"),
    T(
        "Mexico was the first export market of {n} states in {year} and the second of {m}",
        "México fue el primer mercado de exportación de {n} estados en {year} y el segundo de {m}",
    ),
    T(
        "Mexico’s rank among each state’s export markets",
        "Lugar de México entre los mercados de exportación de cada estado",
    ),
    T("what it exports", "lo que exporta"),
    T("BTS; all exports as quoted by Visual Capitalist", "BTS; total de exportaciones citado por Visual Capitalist"),
)
BOUGHT = Side(
    SHARE_OF_IMPORTS,
    RANK_OF_SUPPLIERS,
    T(
        "Mexico supplied {v} of {State}’s imports in {year}, the highest share of any state",
        "México aportó {v} de lo que importó {State} en {year}, la proporción más alta del país",
    ),
    T("Mexico’s share of each state’s goods imports", "Parte de México en las importaciones de bienes de cada estado"),
    T(
        "Mexico was the first foreign supplier of {n} states in {year} and the second of {m}",
        "México fue el primer proveedor extranjero de {n} estados en {year} y el segundo de {m}",
    ),
    T(
        "Mexico’s rank among each state’s foreign suppliers",
        "Lugar de México entre los proveedores extranjeros de cada estado",
    ),
    T("what it imports", "lo que importa"),
)


def _newest(frame: pd.DataFrame, series: str) -> pd.DataFrame:
    """The rows of a series in the newest year on show, the largest first."""
    rows = frame[frame["series"] == series]
    return rows[rows["year"] == rows["year"].max()].sort_values("value", ascending=False, kind="stable")


def _year(rows: pd.DataFrame) -> int:
    return int(rows["year"].iloc[0])


def shares(side: Side) -> Callable[[Shown], Arranged]:
    """A map of Mexico's share of what each state exports (or imports)."""

    def arrange(shown: Shown) -> Arranged:
        planned, rows = _newest(shown.planned, side.share), _newest(shown.frame, side.share)
        first = planned["state"].iloc[0]
        chosen = rows["state"] if "state" in shown.selection.filtered() else []
        labelled = {*rows.loc[rows["value"] >= LABELLED, "state"], first, *chosen}
        traces = mapped.areas(shown, rows, PERCENT, SHARES, labelled=labelled)
        return Arranged(
            headline=side.found.format(
                v=percent(planned["value"].iloc[0], 1), State=shown.label("state", first), year=_year(planned)
            ),
            subtitle=join((side.what, same(_year(rows))), ", "),
            latest=latest(shown, side.share, PERCENT, shown.label("state", LARGEST), side.newest, state=LARGEST),
            alt=T(
                "A map of the states in five classes by Mexico’s share of {what}",
                "Mapa de los estados en cinco clases según la parte de México en {what}",
            ).format(what=side.alt),
            axis="map",
            region="united-states",
            panels=(Panel(PERCENT),),
            traces=(*traces, *mapped.unknown(shown, "united-states", set(rows["state"]))),
            legend=mapped.key(PERCENT, SHARES),
            notes=(_ORIGIN if side is SOLD else _DESTINATION,),
        )

    return arrange


def ranks(side: Side) -> Callable[[Shown], Arranged]:
    """A map of Mexico's rank among a state's markets (or suppliers)."""

    def arrange(shown: Shown) -> Arranged:
        planned, rows = _newest(shown.planned, side.rank), _newest(shown.frame, side.rank)
        states = planned[planned["state"] != "us-dc"]
        traces = tuple(
            replace(trace, marks=tuple(replace(mark, figure=mark.label) for mark in trace.marks))
            for trace in mapped.areas(shown, rows, RANK, RANKS, labelled=set(rows["state"]), upside_down=True)
        )
        return Arranged(
            headline=side.counted.format(
                n=int((states["value"] == 1).sum()), m=int((states["value"] == 2).sum()), year=_year(planned)
            ),
            subtitle=join((side.ranked, same(_year(rows))), ", "),
            latest=EMPTY,
            alt=T(
                "A map of the states by Mexico’s rank in {what}: first, second, third, fourth or fifth, lower",
                "Mapa de los estados según el lugar de México en {what}: primero, segundo, tercero, cuarto o quinto, menor",
            ).format(what=side.alt),
            axis="map",
            region="united-states",
            panels=(Panel(RANK),),
            traces=(*traces, *mapped.unknown(shown, "united-states", set(rows["state"]))),
            legend=(*zip(mapped.colours(len(RANKS) + 1, True), _RANK_WORDS, strict=True), ("unknown", mapped.NO_DATA)),
            notes=(_RANKS_COMPUTED,) if _year(rows) in (2013, 2014, 2015, 2019) else (),
        )

    return arrange


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], frame.to_dict("records"))


def _states(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of states; those of sums and territories only where there is nothing else."""
    states = rows[~rows["state"].isin(NOT_STATES)]
    return rows if states.empty else states


_MOST = T("The {n} states with the most goods trade with Mexico", "Los {n} estados que más comercian con México")
_CHOSEN = T("Goods trade of the chosen states with Mexico", "Comercio de bienes de los estados elegidos con México")


def dollars(shown: Shown) -> Arranged:
    """The states with the most trade as bars to both sides: exports to the left, imports to the right."""
    sides = {series: _states(_newest(shown.frame, series)) for series in (EXPORTS, IMPORTS)}
    there = [rows for rows in sides.values() if len(rows)]
    year = max(_year(rows) for rows in there)
    whole = shown.everything[shown.everything["series"].isin(sides) & (shown.everything["year"] == year)]
    total = whole.groupby("state")["value"].sum().sort_values(ascending=False, kind="stable")
    on_show = {*pd.concat(there)["state"]}
    ranked = [state for state in total.index if state in on_show][:BARS]  # by trade both ways, whichever is on show
    planned = _states(_newest(shown.planned, EXPORTS))
    first = planned["state"].iloc[0]
    bought = _newest(shown.planned, IMPORTS).set_index("state")["value"]
    traces = tuple(
        Trace(
            id=series,
            name=shown.name(series),
            colour=colour,
            marks=tuple(
                placed(
                    row,
                    BILLION_FROM_MILLION,
                    ranked.index(row["state"]),
                    shown.label("state", row["state"]),
                    "state",
                    sign,
                )
                for row in _rows(sides[series])
                if row["state"] in ranked
            ),
            form="bars",
            end_label=shown.name(series),
        )
        for series, colour, sign in ((EXPORTS, "us", -1), (IMPORTS, "mx", 1))
    )
    return Arranged(
        headline=T(
            "{State} sold Mexico ${v} billion of goods in {year} and bought ${w} billion",
            "{State} vendió a México bienes por {v} mil millones de dólares en {year} y le compró {w} mil millones",
        ).format(
            State=shown.label("state", first),
            v=number(planned["value"].iloc[0] / 1e3, 1),
            w=number(bought[first] / 1e3, 1),
            year=_year(planned),
        ),
        subtitle=join(
            (
                _CHOSEN if shown.selection.values_of("state") else _MOST.format(n=len(ranked)),
                UNIT,
                same(year),
            ),
            ", ",
        ),
        latest=latest(
            shown, BTS_EXPORTS, BILLION, join((shown.label("state", LARGEST), T("(BTS)", "(BTS)")), " "), state=LARGEST
        ),
        alt=T(
            "Bars to both sides: each state’s exports to Mexico to the left, its imports to the right",
            "Barras hacia ambos lados: exportaciones de cada estado a México a la izquierda, importaciones a la derecha",
        ),
        axis="categories",
        panels=(Panel(BILLION_FROM_MILLION),),
        traces=tuple(trace for trace in traces if trace.marks),
        categories=tuple(shown.label("state", state) for state in ranked),
        notes=(_ORIGIN,),
    )


def since_2004(shown: Shown) -> Arranged:
    """Exports above, imports below: the states with the most trade, or those that were chosen."""
    series = [name for name in (BTS_EXPORTS, BTS_IMPORTS) if len(shown.rows(name))]
    ends = pd.concat([_states(_newest(shown.frame, name)) for name in series])
    total = ends.groupby("state")["value"].sum().sort_values(ascending=False, kind="stable")
    start, end = (pick(BTS_EXPORTS, state=LARGEST) for pick in (shown.first, shown.last))
    return Arranged(
        headline=T(
            "{State} exported ${v} billion of goods to Mexico in {year}, {x} times the value of {start}",
            "{State} exportó {v} mil millones de dólares en bienes a México en {year}, {x} veces el valor de {start}",
        ).format(
            State=shown.label("state", LARGEST),
            v=number(end.value / 1e9, 1),
            year=end.year,
            x=number(end.value / start.value, 1),
            start=start.year,
        ),
        subtitle=subtitle(
            shown, T("Goods trade of states with Mexico", "Comercio de bienes de los estados con México"), UNIT
        ),
        latest=latest(shown, BTS_EXPORTS, BILLION, shown.label("state", LARGEST), state=LARGEST),
        alt=T(
            "Two panels with a line for each state: exports to Mexico, imports from Mexico",
            "Dos paneles con una línea por estado: exportaciones a México e importaciones de México",
        ),
        axis="years",
        panels=tuple(Panel(BILLION, title=_TITLES[name]) for name in series),
        traces=tuple(
            _line(shown, name, panel, state) for panel, name in enumerate(series) for state in total.index[:LINES]
        ),
        heights=(660, 560, 600) if len(series) > 1 else (400, 340, 400),
        events=report_published("years", shown.years()[1]),
        notes=(_BTS, _ORIGIN),
    )


def _line(shown: Shown, series: str, panel: int, state: str) -> Trace:
    colour, dash = LOOKS.get(state, ("other", "dot"))
    line = trace(
        shown,
        series,
        BILLION,
        colour,
        name=shown.label("state", state),
        panel=panel,
        dash=dash,
        values="last" if state == LARGEST else "none",
        dimensions={"state": state},
        selects="state",
    )
    return replace(line, end_label=line.name if len(line.marks) else EMPTY)


_TITLES = {
    BTS_EXPORTS: T("Exports to Mexico", "Exportaciones a México"),
    BTS_IMPORTS: T("Imports from Mexico", "Importaciones de México"),
}
_RANK_WORDS = (
    T("first", "primero"),
    T("second", "segundo"),
    T("third", "tercero"),
    T("fourth or fifth", "cuarto o quinto"),
    T("lower", "menor"),
)
_ORIGIN = T(
    "Exports count for the state where the goods set out on their way abroad: border states look bigger than they produce.",
    "Las exportaciones se asignan al estado donde inicia su salida al extranjero: los fronterizos parecen producir más.",
)
_DESTINATION = T(
    "Imports count for the state to which they are first sent, often a warehouse and not where they are used.",
    "Las importaciones se asignan al primer estado de destino, a menudo un almacén y no donde se usan.",
)
_RANKS_COMPUTED = T(
    "Computed among the 25 countries that led in the table’s last year: a country that left the list could rank higher.",
    "Calculado entre los 25 países líderes del último año del cuadro: un país que salió de la lista pudo estar más arriba.",
)
_BTS = T(
    "First values of the Bureau of Transportation Statistics, not revised: not to be joined with the Census figures.",
    "Primeros valores del Bureau of Transportation Statistics, sin revisar: no deben unirse con los de la Oficina del Censo.",
)


def _one_year(*series: str, report: int, latest: int, last: int) -> tuple[Plan, Plan]:
    """One year a vintage; any other is shown when it is asked for."""
    return (
        draw(*series, years=(report, report)) + draw(*series, years=(2013, report), under="years"),
        draw(*series, years=(latest, latest)) + draw(*series, years=(2013, last), under="years"),
    )


def _view(id: str, name: T, arrange: Callable[[Shown], Arranged], *series: str, last: int = 2020) -> View:
    report, newest = _one_year(*series, report=2015, latest=2020, last=last)
    return View(id, name, report=report, latest=newest, arrange=arrange)


EXHIBIT = Exhibit(
    id="economy-added-states",
    chapter="economy",
    order=13,
    number=T("Added", "Añadido"),
    title=T("What Mexico buys from each state", "Qué compra México a cada estado"),
    subject=T("Each state’s goods trade with Mexico", "Comercio de bienes de cada estado con México"),
    dimensions=("years", "direction", "state"),
    views=(
        _view("exports", T("Share of exports", "Parte de lo exportado"), shares(SOLD), SHARE_OF_EXPORTS, last=2023),
        _view("imports", T("Share of imports", "Parte de lo importado"), shares(BOUGHT), SHARE_OF_IMPORTS),
        _view("markets", T("Rank as a market", "Lugar como mercado"), ranks(SOLD), RANK_OF_MARKETS),
        _view("suppliers", T("Rank as a supplier", "Lugar como proveedor"), ranks(BOUGHT), RANK_OF_SUPPLIERS),
        _view("dollars", T("Dollars", "Dólares"), dollars, EXPORTS, IMPORTS),
        View(
            "since-2004",
            T("Since 2004", "Desde 2004"),
            report=draw(BTS_EXPORTS, BTS_IMPORTS, years=(2004, 2015)),
            latest=draw(BTS_EXPORTS, BTS_IMPORTS, years=(2004, 2025)),
            arrange=since_2004,
        ),
    ),
    notes=(T("Trade, not jobs.", "Comercio, no empleos."),),
    added=True,
    wide=True,
)
