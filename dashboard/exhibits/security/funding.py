"""Security, Table 1: Mérida funding for Mexico as the report prints it, and as other sources carry it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from dashboard.charts.arranged import Arranged, Callout, Column, Panel, Printed, Trace
from dashboard.charts.arranged import Row as PrintedRow
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import USD_MILLION
from dashboard.exhibits.phrases import subtitle
from dashboard.exhibits.prepare import Shown, marks
from dashboard.exhibits.security.parts import Row, fiscal, records, split_by
from dashboard.text import EMPTY, T, join, number, same

PRINTED, CARRIED, CLIMATE = "merida_funding", "merida_funding_carried_on", "merida_esf_global_climate_change"
ACCOUNTS = {"incle": "kind-b", "esf": "kind-a"}
ROWS = ("esf", "incle", "total")
WHAT = T("Mérida Initiative funding for Mexico", "Recursos de la Iniciativa Mérida para México")
MILLION = T("million dollars", "millones de dólares")


@dataclass(frozen=True)
class Kind:
    """What a number is: asked for, estimated, given; ``of`` Mérida (``total``) or of all accounts, which are wider."""

    id: str
    of: Literal["total", "all-accounts"]
    stages: tuple[str, ...]
    name: T
    shape: Literal["circle", "square", "diamond"] = "circle"
    hollow: bool = False


KINDS = (
    Kind("given", "total", ("actual", "enacted"), T("given by Congress", "otorgado por el Congreso")),
    Kind("estimated", "total", ("estimate",), T("estimated", "estimado"), "diamond"),
    Kind("requested", "total", ("request",), T("requested", "solicitado"), hollow=True),
    Kind(
        "all-given",
        "all-accounts",
        ("actual", "estimate"),
        T("all accounts of State and USAID, given", "todas las cuentas de Estado y USAID, otorgado"),
        "square",
    ),
    Kind(
        "all-requested",
        "all-accounts",
        ("request",),
        T("all accounts, requested", "todas las cuentas, solicitado"),
        "square",
        hollow=True,
    ),
)


def table(shown: Shown) -> Arranged:
    """The printed table, and its columns as piles with the printed totals; what is not final is hatched."""
    start, end = shown.value(PRINTED, "FY2012", account="total"), shown.value(PRINTED, "FY2017", account="total")
    parts = sum(shown.value(PRINTED, "FY2014", account=account) for account in ACCOUNTS)
    callout = Callout(
        2014,
        parts,
        T("the parts add up to {parts}", "las partes suman {parts}").format(parts=number(parts, 1)),
        dx=76,
        dy=64,
    )
    piles = (trace for account, colour in ACCOUNTS.items() for trace in _piles(shown, account, colour))
    totals = split_by(shown, PRINTED, USD_MILLION, (("total", _in_chart("total"), "text", {"hollow": True}),))
    return Arranged(
        headline=T(
            "Mérida money for Mexico fell from ${a} million in FY2012 to ${b} asked for FY2017",
            "Los recursos de Mérida para México bajaron de {a} millones de dólares en el AF 2012 a {b} solicitados para 2017",
        ).format(a=number(start, 1), b=number(end, 1)),
        subtitle=subtitle(shown, WHAT, MILLION),
        alt=T(
            "Columns by fiscal year, INCLE and ESF piled up, and the printed totals as points; below, the printed table",
            "Columnas por año fiscal, INCLE y ESF apilados, y los totales impresos como puntos; debajo, la tabla impresa",
        ),
        axis="fiscal-years",
        panels=(Panel(USD_MILLION),),
        traces=(
            *(replace(trace, form="columns") for trace in piles),
            *(
                replace(trace, form="points", values="all", name=T("Printed total", "Total impreso"))
                for trace in totals
            ),
        ),
        legend=(
            ("kind-a", T("ESF, Economic Support Fund", "ESF, Fondo de Apoyo Económico")),
            (
                "kind-b",
                T(
                    "INCLE, narcotics control and law enforcement",
                    "INCLE, control de narcóticos y aplicación de la ley",
                ),
            ),
            ("text", T("printed total", "total impreso")),
        ),
        callouts=() if shown.is_filtered() else (callout,),
        heights=(360, 320, 380),
        printed=printed(shown),
        notes=(
            T(
                "Hatched: FY2016 as estimated, FY2017 as requested. The printed ESF of FY2014 is the request; its total implies {implied}.",
                "Rayado: 2016 según estimación, 2017 según solicitud. El ESF impreso de 2014 es la solicitud; su total implica {implied}.",
            ).format(implied=number(shown.value("merida_esf_implied_by_total", "FY2014"), 1)),
            T(
                "(a), (b): {a} million of FY2014 and {b} million of FY2015 were for climate programs.",
                "(a), (b): {a} millones de 2014 y {b} millones de 2015 eran para programas de clima.",
            ).format(a=number(shown.value(CLIMATE, "FY2014"), 1), b=number(shown.value(CLIMATE, "FY2015"), 1)),
        ),
    )


def _in_chart(account: str, *stages: str) -> Callable[[Row], bool]:
    """Rows of one account; of FY2016, which the table prints twice, the estimate."""

    def keeps(row: Row) -> bool:
        twice = row["period"] == "FY2016" and row["stage"] == "request"
        return row["account"] == account and not twice and (not stages or row["stage"] in stages)

    return keeps


def _piles(shown: Shown, account: str, colour: str) -> tuple[Trace, ...]:
    name = shown.label("account", account)
    return split_by(
        shown,
        PRINTED,
        USD_MILLION,
        (
            (account, _in_chart(account, "actual"), colour, {"name": name, "selects": "account"}),
            (
                f"{account}-not-final",
                _in_chart(account, "estimate", "request"),
                colour,
                {
                    "name": T("{name}, not final", "{name}, no definitivo").format(name=name),
                    "selects": "account",
                    "hatched": True,
                },
            ),
        ),
    )


def printed(shown: Shown) -> Printed:
    """The table as printed: a column for each year and stage, a row for each account."""
    rows = shown.frame[shown.frame["series"] == PRINTED]
    heads = rows.drop_duplicates(["period", "stage"]).sort_values(["start", "stage"], ascending=[True, False])
    columns = [
        Column(join((fiscal(row["period"]), shown.label("stage", row["stage"]))), numeric=True)
        for row in records(heads)
    ]
    cells = {(row["account"], row["period"], row["stage"]): row for row in records(rows)}
    built = []
    for account in ROWS:
        found = [cells.get((account, row["period"], row["stage"])) for row in records(heads)]
        if any(found):
            name = T("Total", "Total") if account == "total" else same(account.upper())
            built.append(
                PrintedRow(
                    (name, *(_cell(row) for row in found)),
                    (name.en, *(float(row["value"]) if row else None for row in found)),
                    selects=None if account == "total" else ("account", account),
                    total=account == "total",
                )
            )
    return Printed((Column(T("Account", "Cuenta")), *columns), tuple(built))


def _cell(row: Row | None) -> T:
    if row is None:
        return EMPTY
    mark = f" ({row['note_mark']})" if row["note_mark"] else ""
    return number(row["value"], 1) + mark


def carried_on(shown: Shown) -> Arranged:
    """Points by fiscal year, one shape for each kind of number; years that nobody gives stay empty."""
    known = _of_kind(shown.planned, KINDS[0])
    top, newest = known.loc[known["value"].idxmax()], known.sort_values("start").iloc[-1]
    if shown.vintage == "report":
        headline = T(
            "Congress gave Mérida in Mexico ${top} million in FY{y}, the most, and ${new} in FY{z}",
            "El Congreso dio a Mérida en México {top} millones de dólares en el año fiscal {y}, el máximo, y {new} en {z}",
        )
    else:
        headline = T(
            "Mérida money for Mexico peaked at ${top} million in FY{y}; FY{z} had ${new} (CRS, quoted)",
            "Los recursos de Mérida tuvieron su máximo en el AF {y}: {top} millones de dólares; en {z} fueron {new} (CRS, citado)",
        )
    callouts = tuple(
        Callout(
            int(row["year"]),
            float(row["value"]),
            T("{v} in FY{y}", "{v} en {y}").format(v=_short(row["value"]), y=row["year"]),
            dx=dx,
            dy=dy,
        )
        for row, dx, dy in ((top, 56, 4), (newest, 30, 52))
    )
    return Arranged(
        headline=headline.format(
            top=_short(top["value"]), y=top["year"], new=_short(newest["value"]), z=newest["year"]
        ),
        subtitle=subtitle(
            shown,
            T("Security aid to Mexico by kind of number", "Ayuda de seguridad a México según el tipo de dato"),
            MILLION,
        ),
        alt=T(
            "Points by fiscal year: requested, estimated and given for the Mérida Initiative, and for all accounts together",
            "Puntos por año fiscal: solicitado, estimado y otorgado para la Iniciativa Mérida, y para todas las cuentas juntas",
        ),
        axis="fiscal-years",
        panels=(Panel(USD_MILLION),),
        traces=tuple(_points(shown, kind) for kind in KINDS),
        callouts=() if shown.is_filtered() else callouts,
        events=report_published("fiscal-years", shown.years()[1]),
        notes=(
            T(
                "Not one series: kinds of number and sources differ, so no line joins them. All accounts together are wider than Mérida.",
                "No es una sola serie: cambian el tipo de dato y la fuente, por eso no se unen. Todas las cuentas abarcan más que Mérida.",
            ),
            T(
                "The Mérida Initiative ended in 2021; later numbers are of the Bicentennial Framework.",
                "La Iniciativa Mérida terminó en 2021; las cifras posteriores son del Entendimiento Bicentenario.",
            )
            if shown.vintage == "latest"
            else T(
                "FY2010 and FY2011 have requests only; parts of what Congress gave for FY2010 are in the table.",
                "2010 y 2011 solo tienen solicitudes; partes de lo otorgado para 2010 están en la tabla.",
            ),
        ),
    )


def _short(value: float) -> T:
    return number(value, 0 if float(value).is_integer() else 1)


def _of_kind(frame: pd.DataFrame, kind: Kind, chosen: bool = False) -> pd.DataFrame:
    """The rows of one kind; while accounts are ``chosen``, theirs in place of the total's."""
    whole = frame["account"] == "all-accounts"
    kept = (frame["account"] == "total") | chosen if kind.of == "total" else whole
    rows = frame[kept & (whole == (kind.of == "all-accounts")) & frame["stage"].isin(kind.stages)]
    # Where the report prints a year, others only repeat it.
    return rows.sort_values(["start", "series"]).drop_duplicates(["period", "account"])


def _points(shown: Shown, kind: Kind) -> Trace:
    rows = _of_kind(shown.frame, kind, bool(shown.selection.values_of("account")))
    there = marks(rows, USD_MILLION, "fiscal-years", gaps=False)
    told = tuple(
        replace(mark, id=f"{mark.id}|{kind.id}|{account}", change=EMPTY)
        for mark, account in zip(there, rows["account"], strict=True)
    )
    return Trace(
        id=kind.id,
        name=kind.name,
        colour="kind-b" if kind.of == "total" else "other",
        marks=told,
        form="points",
        end_label=kind.name,
        shape=kind.shape,
        hollow=kind.hollow,
    )


EXHIBIT = Exhibit(
    id="security-table-1",
    chapter="security",
    order=5,
    number=T("Table 1", "Tabla 1"),
    title=T("FY2012–FY2017 Mérida funding for Mexico", "Recursos de Mérida para México, años fiscales 2012-2017"),
    subject=T("Mérida Initiative funding for Mexico", "Recursos de la Iniciativa Mérida para México"),
    dimensions=("years", "account"),
    wide=True,
    views=(
        View("table", T("As printed", "Como se imprimió"), report=draw(PRINTED), latest=draw(PRINTED), arrange=table),
        View(
            "carried-on",
            T("FY2008 on", "Desde 2008"),
            report=draw(PRINTED) + draw(CARRIED, years=(2008, 2017)),
            latest=draw(PRINTED) + draw(CARRIED),
            arrange=carried_on,
        ),
    ),
)
