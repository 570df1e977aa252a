"""Energy 1: the oil blocks of Round 1.4, and how many blocks each round of Mexico's auctions awarded."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.arranged import Arranged, Column, Mark, Panel, Printed, Trace
from dashboard.charts.arranged import Row as Printing
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.energy.parts import BLOCKS, Row, bar, inside, records
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown
from dashboard.text import EMPTY, T, join, number, percent, same

ROYALTY = "ronda_1_4_royalty_rate"
OFFERED, AWARDED, REST = "blocks_offered", "blocks_awarded", "blocks_not_awarded"
FACTOR = replace(PERCENT, digits=2)
AREAS = {
    "perdido": ("kind-b", T("Perdido Fold Belt", "Cinturón Plegado de Perdido"), T("Perdido", "Perdido")),
    "salina": ("kind-a", T("Salina Basin", "Cuenca Salina"), T("Salina", "Salina")),
}
NO_BID, NOBODY = T("no bid", "sin oferta"), "no-bid"


def _rate(value: float) -> T:
    """A royalty as it is printed: with two decimals or with none."""
    return percent(value, 0 if value == int(value) else 2)


def _block(row: Row) -> T:
    return AREAS[row["area"]][2] + f" {row['block']}"


def royalties(shown: Shown) -> Arranged:
    """A bar for each of the ten blocks, the highest royalty first, and the table that the report prints."""
    rows = sorted(records(shown.rows(ROYALTY)), key=lambda row: -row["value"])
    planned = records(shown.planned[shown.planned["series"] == ROYALTY])
    taken = [row for row in planned if row["winner"] != NOBODY]

    def mark(place: int, row: Row) -> Mark:
        built = bar(row, FACTOR, place, _block(row), f"{row['area']}-{row['block']}")
        words = NO_BID if row["winner"] == NOBODY else _rate(row["value"])
        return replace(built, label=words, figure=words, remark=shown.label("winner", row["winner"]))

    traces = (
        Trace(
            id=f"{ROYALTY}|{area}",
            name=T("Additional royalty, {area}", "Regalía adicional, {area}").format(area=name),
            colour=colour,
            marks=tuple(mark(place, row) for place, row in enumerate(rows) if row["area"] == area),
            form="bars",
            end_label=name,
        )
        for area, (colour, name, _) in AREAS.items()
    )
    return Arranged(
        headline=T(
            "Round 1.4 awarded {n} of {all} blocks in December 2016, at royalties of up to {top}",
            "La Ronda 1.4 adjudicó {n} de {all} bloques en diciembre de 2016, con regalías de hasta {top}",
        ).format(n=len(taken), all=len(planned), top=_rate(max(row["value"] for row in planned))),
        subtitle=T(
            "Additional royalty offered by the winner of each deepwater block, percent, December 5, 2016",
            "Regalía adicional ofrecida por el ganador de cada bloque de aguas profundas, por ciento, 5 de diciembre de 2016",
        ),
        alt=T(
            "Bars: the royalty rate of each of the ten blocks; two have no bid",
            "Barras: la regalía de cada uno de los diez bloques; dos no tienen oferta",
        ),
        axis="categories",
        panels=(Panel(FACTOR),),
        traces=tuple(traces),
        categories=tuple(_who(shown, row) for row in rows),
        printed=_table(shown),
        notes=(
            T(
                "Additional royalty: the share of output’s value that the winner pays on top of the basic royalty.",
                "Regalía adicional: la parte del valor de la producción que el ganador paga además de la regalía básica.",
            ),
            T(
                "Two blocks are printed as 0 and “No winner”: nobody bid, it is not a royalty of zero. The bid for Perdido 1 was 17.01.",
                "Dos bloques se imprimen con 0 y «No winner»: nadie ofertó, no es una regalía de cero. La oferta por Perdido 1 fue de 17.01.",
            ),
        ),
    )


def _who(shown: Shown, row: Row) -> T:
    if row["winner"] == NOBODY:
        return _block(row)
    return join((_block(row), shown.label("winner", row["winner"])), ": ")


def _table(shown: Shown) -> Printed:
    """The report's own table, in its order."""

    def line(row: Row) -> Printing:
        none = row["winner"] == NOBODY
        words = (
            shown.label("area", row["area"]),
            same(row["block"]),
            T("No winner", "Sin ganador") if none else shown.label("winner", row["winner"]),
            NO_BID if none else _rate(row["value"]),
        )
        return Printing(words, (words[0].en, int(row["block"]), words[2].en, None if none else float(row["value"])))

    rows = sorted(records(shown.rows(ROYALTY)), key=lambda row: (row["area"], int(row["block"])))
    columns = (
        Column(T("Area", "Área")),
        Column(T("Block", "Bloque"), numeric=True),
        Column(T("Winner", "Ganador")),
        Column(T("Royalty rate", "Regalía"), numeric=True),
    )
    return Printed(columns, tuple(line(row) for row in rows))


def rounds(shown: Shown) -> Arranged:
    """A bar for each round as long as the blocks offered: awarded, not awarded, and where the number is not known."""
    rows = records(shown.rows(OFFERED))
    awarded = {row["round"]: row for row in records(shown.rows(AWARDED))}
    rest = {row["round"]: row for row in records(shown.rows(REST)) if row["value"]}
    unknown = {row["round"]: row for row in rows if row["round"] not in awarded}

    def trace(series: str, name: T, colour: str, hatched: bool, of: dict[str, Row]) -> Trace:
        there = ((i, of[row["round"]]) for i, row in enumerate(rows) if row["round"] in of)
        bars = (bar(row, BLOCKS, i, shown.label("round", row["round"]), row["round"]) for i, row in there)
        bars = (replace(mark, label=EMPTY) for mark in bars) if hatched else bars  # no figure is read on hatching
        return Trace(series, name, colour, tuple(bars), form="bars", hatched=hatched, end_label=name)

    return Arranged(
        headline=_in_the_report(shown) if shown.vintage == "report" else _since(shown),
        subtitle=subtitle(
            shown,
            T(
                "Blocks offered and awarded in each round of Mexico’s oil auctions",
                "Bloques ofrecidos y adjudicados en cada ronda petrolera de México",
            ),
        ),
        latest=latest(shown, AWARDED, BLOCKS, T("Round 3.1", "Ronda 3.1"), T("Argus", "Argus")),
        alt=T(
            "Bars: blocks offered in each round, split into awarded and not awarded",
            "Barras: bloques ofrecidos en cada ronda, divididos en adjudicados y no adjudicados",
        ),
        axis="categories",
        panels=(Panel(BLOCKS),),
        traces=(
            trace(AWARDED, T("awarded", "adjudicados"), "kind-b", False, awarded),
            trace(REST, T("not awarded", "no adjudicados"), "other", False, rest),
            trace(OFFERED, T("offered, awards not known", "ofrecidos, sin dato"), "other", True, unknown),
        ),
        categories=tuple(_round(shown, row, awarded.get(row["round"])) for row in rows),
        notes=(_contracts(shown), *(() if shown.vintage == "report" else (_NOT_FOUND,))),
    )


def _round(shown: Shown, row: Row, awarded: Row | None) -> T:
    """A round with its month and how many of its blocks went."""
    name = T("{round}, {when}", "{round}, {when}").format(
        round=shown.label("round", row["round"]), when=inside(row["period"][:7])
    )
    if awarded is None:
        return name + T(": {b} offered", ": {b} ofrecidos").format(b=number(row["value"]))
    return name + T(": {a} of {b}", ": {a} de {b}").format(a=number(awarded["value"]), b=number(row["value"]))


def _pair(shown: Shown, period: str, round_: str) -> tuple[T, T]:
    return tuple(number(shown.value(series, period, round=round_)) for series in (AWARDED, OFFERED))  # type: ignore[return-value]


def _in_the_report(shown: Shown) -> T:
    (a, b), (c, d) = _pair(shown, "2015-07", "1-1"), _pair(shown, "2016-12-05", "1-4")
    return T(
        "Awards went from {a} of {b} blocks in Round 1.1 (July 2015) to {c} of {d} in 1.4 (December 2016)",
        "Se adjudicaron {a} de {b} bloques en la Ronda 1.1 (julio de 2015) y {c} de {d} en la 1.4 (diciembre de 2016)",
    ).format(a=a, b=b, c=c, d=d)


def _since(shown: Shown) -> T:
    (a, b), (c, d) = _pair(shown, "2018-03-27", "3-1"), _pair(shown, "2016-12-05", "1-4")
    return T(
        "Round 3.1 awarded {a} of {b} blocks in March 2018 (Argus), after {c} of {d} in Round 1.4",
        "La Ronda 3.1 adjudicó {a} de {b} bloques en marzo de 2018 (Argus), tras {c} de {d} en la Ronda 1.4",
    ).format(a=a, b=b, c=c, d=d)


def _contracts(shown: Shown) -> T:
    return T(
        "The four rounds and Trion make {n} contracts. The report’s ${v} billion is the investment forecast by the government (${f}), not revenue.",
        "Las cuatro rondas y Trion suman {n} contratos. Los {v} mil millones del informe son inversión prevista por el gobierno ({f}), no ingresos.",
    ).format(
        n=number(shown.value("round_1_contracts_total", "2016-12")),
        v=number(shown.value("round_1_expected_value", "2016-12")),
        f=number(shown.value("round_1_forecast_investment", "2016-12"), 1),
    )


_NOT_FOUND = T(
    "Rounds from 2.1 on are told by the trade press; none of it says how many of the 14 blocks of Round 2.3 were awarded.",
    "Las rondas desde la 2.1 provienen de la prensa especializada; ninguna fuente dice cuántos de los 14 bloques de la 2.3 se adjudicaron.",
)
_REPORT = draw(OFFERED, AWARDED, REST, years=(2015, 2016))
_LATEST = draw(OFFERED, AWARDED, REST)

EXHIBIT = Exhibit(
    id="energy-1",
    chapter="energy",
    order=1,
    number=T("Figure 1", "Gráfica 1"),
    title=T("Ronda 1.4 results", "Resultados de la Ronda 1.4"),
    subject=T(
        "Mexico’s oil rounds: blocks, winners and royalties",
        "Rondas petroleras de México: bloques, ganadores y regalías",
    ),
    views=(
        View("royalties", T("Round 1.4", "Ronda 1.4"), report=draw(ROYALTY), latest=draw(ROYALTY), arrange=royalties),
        View("rounds", T("All rounds", "Todas las rondas"), report=_REPORT, latest=_LATEST, arrange=rounds),
    ),
)
