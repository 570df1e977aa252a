"""Energy 4: who won Mexico's first renewable power auction, and what three auctions paid and bought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from dashboard.charts.arranged import Arranged, Column, Mark, Panel, Printed, Trace
from dashboard.charts.arranged import Row as Printing
from dashboard.charts.rows import LANE
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.energy.parts import DOLLARS_PER_MWH, GWH, Row, bar, records
from dashboard.exhibits.phrases import latest
from dashboard.exhibits.prepare import Shown
from dashboard.text import EMPTY, EN_DASH, T, join, number, same

ENERGY, OFFERS = "awarded_energy", "awarded_energy_offers"
CAPACITY, PAYMENT, NEW = "project_capacity", "bid_annual_payment", "new_capacity"
CONTRACTS, COMPANIES = "contracts_awarded", "winning_companies"
AVERAGE, AVERAGE_OF, LOWEST = "average_price_package", "average_price", "lowest_price"
FINAL = "first-auction-final"
RUNS = {
    FINAL: T("First, March 2016", "Primera, marzo de 2016"),
    "second-auction": T("Second, September 2016", "Segunda, septiembre de 2016"),
    "third-auction": T("Third, November 2017", "Tercera, noviembre de 2017"),
}
KINDS = {"solar-pv": ("kind-a", T("solar", "solar")), "wind": ("kind-c", T("wind", "eólica"))}
TOGETHER = ("vega-solar", "sunpower")  # announced as one: their bars stand next to each other
PROJECTS = {"chacabal-i": same("Aldesa, Chacabal I"), "chacabal-ii": same("Aldesa, Chacabal II")}
_MILLION = 1e-6


def _of(frame: pd.DataFrame, series: str, run: str = FINAL) -> list[Row]:
    """Rows of one series in one run: the other runs of the first auction are never mixed in."""
    return records(frame[(frame["series"] == series) & (frame["run"] == run)])


def _winners(frame: pd.DataFrame) -> list[Row]:
    """What is known of each winner in the final run, the largest first, those that belong together side by side."""
    rows = [row for series in (ENERGY, OFFERS) for row in _of(frame, series) if row["company"]]
    group = sum(row["value"] for row in rows if row["company"] in TOGETHER)
    return sorted(rows, key=lambda row: (-(group if row["company"] in TOGETHER else row["value"]), -row["value"]))


def winners(shown: Shown) -> Arranged:
    """A bar for each winner whose energy is known, and the table of all eleven."""
    rows, planned = _winners(shown.frame), _winners(shown.planned)
    top, all_energy = planned[0], shown.value(ENERGY, "2016-03", run=FINAL, technology="", company="")
    traces = (
        Trace(
            id=f"{ENERGY}|{kind}",
            name=name,
            colour=colour,
            marks=tuple(
                replace(
                    bar(row, GWH, i, _who(shown, row), f"{row['company']}-{row['project']}"), label=number(row["value"])
                )
                for i, row in enumerate(rows)
                if row["technology"] == kind
            ),
            form="bars",
            end_label=name,
        )
        for kind, (colour, name) in KINDS.items()
    )
    return Arranged(
        headline=T(
            "In March 2016 {who} won {v} GWh a year, the most of all (pv magazine)",
            "En marzo de 2016 {who} obtuvo {v} GWh al año, más que nadie (pv magazine)",
        ).format(who=shown.label("company", top["company"]), v=number(top["value"])),
        subtitle=T(
            "Energy awarded by winner, GWh a year, final run of March 30, 2016: {all} GWh in all (FuturENERGY)",
            "Energía adjudicada por ganador, GWh al año, corrida final del 30 de marzo de 2016: {all} GWh en total (FuturENERGY)",
        ).format(all=number(all_energy)),
        alt=T(
            "Bars: the energy that each known winner of the first auction is to deliver a year",
            "Barras: la energía que cada ganador conocido de la primera subasta debe entregar al año",
        ),
        axis="categories",
        panels=(Panel(GWH),),
        traces=tuple(traces),
        categories=tuple(_who(shown, row) for row in rows),
        printed=_table(shown, rows),
        notes=(_read_together(planned), _unknown(planned, all_energy)),
    )


def _who(shown: Shown, row: Row) -> T:
    """A winner, and its project where it won with several."""
    return PROJECTS[row["project"]] if row["project"] else shown.label("company", row["company"])


def _read_together(planned: list[Row]) -> T:
    both = {row["company"]: row["value"] for row in planned if row["company"] in TOGETHER}
    a, b = (both[name] for name in TOGETHER)
    return T(
        "Vega Solar ({a}) and SunPower ({b}) are to be read together: SunPower announced about 1,000 GWh a year, their sum.",
        "Vega Solar ({a}) y SunPower ({b}) deben leerse juntas: SunPower anunció cerca de 1,000 GWh al año, su suma.",
    ).format(a=number(a), b=number(b))


def _unknown(planned: list[Row], all_energy: float) -> T:
    known = sum(row["value"] for row in planned)
    return T(
        "The bars add up to {known} of {all} GWh; a dash is what was not published in readable form. The annulled run of March 29 is left out.",
        "Las barras suman {known} de {all} GWh; un guion es lo que no se publicó en forma legible. La corrida anulada del 29 de marzo no entra.",
    ).format(known=number(known), all=number(all_energy))


def _table(shown: Shown, rows: list[Row]) -> Printed | None:
    """Eleven companies: what each is to deliver, what it builds, what it is paid; a dash where nobody printed it."""
    if not rows:
        return None
    kinds = {row["company"]: row["technology"] for row in rows}
    kinds |= {row["company"]: row["technology"] for row in _of(shown.frame, CAPACITY)}
    energy = _sums(rows)
    capacity, payment = (_sums(_of(shown.frame, series)) for series in (CAPACITY, PAYMENT))
    companies = sorted(kinds, key=lambda company: -energy.get(company, 0.0))

    def line(
        name: T, kind: T, energy: float | None, capacity: float | None, payment: float | None, total: bool = False
    ) -> Printing:
        paid = payment * _MILLION if payment is not None else None
        words = (name, kind, _cell(energy), _cell(capacity), _cell(paid, 1))
        return Printing(words, (name.en, kind.en, energy, capacity, paid), total=total)

    named = (
        line(shown.label("company", c), KINDS[kinds[c]][1], energy.get(c), capacity.get(c), payment.get(c))
        for c in companies
    )
    energy_in_all, new = (
        shown.value(series, "2016-03", run=FINAL, technology="", company="") for series in (ENERGY, NEW)
    )
    contracts = shown.value(CONTRACTS, "2016-03", run=FINAL, technology="", status="report")
    all_in = T("All: {n} contracts, {c} companies", "Total: {n} contratos, {c} empresas").format(
        n=number(contracts), c=number(shown.value(COMPANIES, "2016-03", run=FINAL))
    )
    return Printed(
        (
            Column(T("Winner", "Ganador")),
            Column(T("Technology", "Tecnología")),
            Column(T("Energy, GWh a year", "Energía, GWh al año"), numeric=True),
            Column(T("Capacity announced, MW", "Capacidad anunciada, MW"), numeric=True),
            Column(T("Payment offered, million pesos a year", "Pago ofertado, millones de pesos al año"), numeric=True),
        ),
        (
            *named,
            line(
                T("An eleventh company, not named", "Una undécima empresa, sin nombre"), same(EN_DASH), None, None, None
            ),
            line(all_in, EMPTY, energy_in_all, new, None, total=True),
        ),
    )


def _sums(rows: Iterable[Row]) -> Mapping[str, float]:
    """The sum of each company's rows."""
    sums: dict[str, float] = {}
    for row in rows:
        sums[row["company"]] = sums.get(row["company"], 0.0) + row["value"]
    return sums


def _cell(value: float | None, digits: int = 0) -> T:
    return same(EN_DASH) if value is None else number(value, digits)


def prices(shown: Shown) -> Arranged:
    """A row for each auction and technology: the average price and the lowest one side by side."""
    kinds = {"": T("all", "todas")} | {kind: name for kind, (_, name) in KINDS.items()}
    there = shown.frame[shown.frame["series"].isin((AVERAGE, AVERAGE_OF, LOWEST)) & (shown.frame["company"] == "")]
    rows = [
        (run, kind)
        for run in RUNS
        for kind in kinds
        if len(there[(there["run"] == run) & (there["technology"] == kind)])
    ]
    names = [join((RUNS[run], kinds[kind]), ": ") for run, kind in rows]

    def place(i: int, lane: int) -> float:
        """The row ``i``, or its middle for a bar that has nothing beside it."""
        run, kind = rows[i]
        both = there[(there["run"] == run) & (there["technology"] == kind)]
        return i if len(both) > 1 else i + LANE * (0.5 - lane)

    def trace(key: str, series: tuple[str, ...], name: T, colour: str, lane: int, hatched: bool) -> Trace:
        of = ((row, (row["run"], row["technology"])) for row in records(there[there["series"].isin(series)]))
        placed = ((row, rows.index(at)) for row, at in of if at in rows)
        built = (_price(row, place(i, lane), names[i], "-".join(rows[i])) for row, i in placed)
        return Trace(key, name, colour, tuple(built), form="bars", lane=lane, hatched=hatched)

    average, lowest = T("average", "promedio"), T("lowest", "mínimo")
    return Arranged(
        headline=_fell(shown),
        subtitle=T(
            "Price of energy with its clean energy certificate, U.S. dollars per MWh, by auction and technology",
            "Precio de la energía con su certificado de energía limpia, dólares por MWh, por subasta y tecnología",
        ),
        latest=latest(shown, AVERAGE, DOLLARS_PER_MWH, source=T("pv magazine", "pv magazine")),
        alt=T(
            "Pairs of bars: the average and the lowest price in each auction, by technology where it is known",
            "Pares de barras: el precio promedio y el mínimo de cada subasta, por tecnología donde se conoce",
        ),
        axis="categories",
        panels=(Panel(DOLLARS_PER_MWH),),
        traces=(
            trace("average", (AVERAGE, AVERAGE_OF), average, "kind-b", 0, False),
            trace("lowest", (LOWEST,), lowest, "kind-a", 1, True),
        ),
        categories=tuple(names),
        legend=(("kind-b", average), ("kind-a", lowest)),
        notes=(
            T(
                "First auction by technology: rounded. The run of March 29, 2016, annulled, gave an average of {v} and is not drawn.",
                "Primera subasta por tecnología: redondeado. La corrida anulada del 29 de marzo de 2016 daba un promedio de {v} y no se grafica.",
            ).format(v=number(shown.value(AVERAGE, "2016-03", run="first-auction-annulled"), 1)),
        ),
    )


def _price(row: Row, x: float, name: T, key: str) -> Mark:
    """A price as it was printed: with its cents, or rounded to dollars."""
    value = row["value"]
    return replace(bar(row, DOLLARS_PER_MWH, x, name, key), label=number(value, 0 if value == int(value) else 2))


def _fell(shown: Shown) -> T:
    first = shown.value(AVERAGE, "2016-03", run=FINAL)
    second, third = shown.value(AVERAGE, "2016-09"), shown.value(AVERAGE, "2017-11")
    if shown.vintage == "report":
        return T(
            "Prices fell from ${a} to ${b} per MWh in 2016 (Windpower Monthly, pv magazine)",
            "Los precios bajaron de {a} a {b} dólares por MWh en 2016 (Windpower Monthly, pv magazine)",
        ).format(a=number(first, 2), b=number(second, 2))
    return T(
        "Prices fell from ${a} per MWh in 2016 to ${b} in 2017 (Windpower Monthly, pv magazine)",
        "Los precios bajaron de {a} dólares por MWh en 2016 a {b} en 2017 (Windpower Monthly, pv magazine)",
    ).format(a=number(first, 2), b=number(third, 2))


def volumes(shown: Shown) -> Arranged:
    """A bar for each auction, and what else is known of it."""
    runs = [run for run in RUNS if _whole(shown, ENERGY, run) is not None]
    by_run = {
        run: row for run in runs for row in _of(shown.frame, ENERGY, run) if row["technology"] == "" == row["company"]
    }
    value = {
        run: shown.value(ENERGY, period, run=run, technology="", company="")
        for run, period in zip(RUNS, ("2016-03", "2016-09", "2017-11"), strict=True)
    }
    first, second, third = value.values()
    words = (
        T(
            "Auctions awarded {a} and {b} GWh a year in 2016 (FuturENERGY, La Jornada)",
            "Las subastas de 2016 adjudicaron {a} y {b} GWh al año (FuturENERGY, La Jornada)",
        )
        if shown.vintage == "report"
        else T(
            "The auction of November 2017 awarded {c} GWh a year (pv magazine), the one before {b}",
            "La subasta de noviembre de 2017 adjudicó {c} GWh al año (pv magazine) y la anterior {b}",
        )
    )
    return Arranged(
        headline=words.format(a=number(first), b=number(second), c=number(third)),
        subtitle=T(
            "Energy awarded in each long-term power auction, GWh a year",
            "Energía adjudicada en cada subasta eléctrica de largo plazo, GWh al año",
        ),
        latest=latest(shown, ENERGY, GWH, source=T("pv magazine", "pv magazine"), technology=""),
        alt=T("Bars: the energy awarded in each auction", "Barras: la energía adjudicada en cada subasta"),
        axis="categories",
        panels=(Panel(GWH),),
        traces=(
            Trace(
                id=ENERGY,
                name=shown.name(ENERGY),
                colour="kind-b",
                marks=tuple(bar(by_run[run], GWH, i, RUNS[run], run) for i, run in enumerate(runs)),
                form="bars",
            ),
        ),
        categories=tuple(RUNS[run] for run in runs),
        printed=_auctions(shown, runs),
        notes=(_NEW_CAPACITY,),
    )


def _whole(shown: Shown, series: str, run: str) -> float | None:
    """What a series says of an auction as a whole, if it is on show."""
    rows = [row for row in _of(shown.frame, series, run) if row["technology"] == "" == row["company"]]
    return float(rows[0]["value"]) if rows else None


def _auctions(shown: Shown, runs: list[str]) -> Printed:
    def line(run: str) -> Printing:
        found = [_whole(shown, series, run) for series in (ENERGY, AVERAGE, NEW, COMPANIES, CONTRACTS)]
        words = (RUNS[run], *(_cell(value, 2 * (i == 1)) for i, value in enumerate(found)))
        return Printing(words, (list(RUNS).index(run), *found))

    columns = (
        Column(T("Auction", "Subasta")),
        Column(T("Energy, GWh a year", "Energía, GWh al año"), numeric=True),
        Column(T("Average price, dollars per MWh", "Precio promedio, dólares por MWh"), numeric=True),
        Column(T("New capacity, MW", "Capacidad nueva, MW"), numeric=True),
        Column(T("Companies", "Empresas"), numeric=True),
        Column(T("Contracts", "Contratos"), numeric=True),
    )
    return Printed(columns, tuple(line(run) for run in runs))


_NEW_CAPACITY = T(
    "New capacity of the first auction by SENER; FuturENERGY prints 2,753 MW, which counts whole plants. A dash: not in a source that we read.",
    "Capacidad nueva de la primera subasta según SENER; FuturENERGY imprime 2,753 MW, que cuenta plantas completas. Guion: sin fuente legible.",
)
_DRAWN = ("run", tuple(RUNS))  # neither the annulled run nor the offers printed before it
_ONE = draw(ENERGY, OFFERS, CAPACITY, PAYMENT, NEW, CONTRACTS, COMPANIES, only=("run", (FINAL,)))
_VOLUMES = (ENERGY, AVERAGE, NEW, COMPANIES, CONTRACTS)
_PRICES = (AVERAGE, AVERAGE_OF, LOWEST)

EXHIBIT = Exhibit(
    id="energy-4",
    chapter="energy",
    order=4,
    number=T("Figure 4", "Gráfica 4"),
    title=T("Mexico’s first renewable energy auction, 2016", "Primera subasta de energía renovable de México, 2016"),
    subject=T(
        "Mexico’s power auctions: winners, prices and energy",
        "Subastas eléctricas de México: ganadores, precios y energía",
    ),
    views=(
        View("winners", T("Winners", "Ganadores"), report=_ONE, latest=_ONE, arrange=winners),
        View(
            "prices",
            T("Prices", "Precios"),
            report=draw(*_PRICES, years=(2016, 2016), only=_DRAWN),
            latest=draw(*_PRICES, only=_DRAWN),
            arrange=prices,
        ),
        View(
            "energy",
            T("Energy", "Energía"),
            report=draw(*_VOLUMES, years=(2016, 2016), only=_DRAWN),
            latest=draw(*_VOLUMES, only=_DRAWN),
            arrange=volumes,
        ),
    ),
    wide=True,
)
