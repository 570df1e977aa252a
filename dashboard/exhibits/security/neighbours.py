"""Security, added: Mexico's aid beside Central America's, as the report compares them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dashboard.charts.arranged import Arranged, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.measures import USD_MILLION
from dashboard.exhibits.prepare import Shown
from dashboard.exhibits.security.parts import Row, bar, fiscal, records
from dashboard.text import T, join, number, percent

AID, SUMS, PRINTED_GAP, GAP = (
    "us_assistance",
    "us_assistance_check",
    "us_assistance_gap_printed",
    "us_assistance_gap_computed",
)
WHOLE = replace(USD_MILLION, digits=0)
RECIPIENTS = {"central-america": T("Central America", "Centroamérica"), "mexico": T("Mexico, Mérida", "México, Mérida")}
STAGES = {
    "request": T("requested", "solicitado"),
    "enacted": T("approved", "aprobado"),
    "estimate": T("estimated", "estimado"),
    "expected": T("expected by the author", "previsto por el autor"),
}
BOTH_YEARS = "FY2016/FY2017"


def by_year(shown: Shown) -> Arranged:
    """A bar for each printed amount of one year; what Congress had not approved is hatched."""
    rows = _rows(shown, lambda row: row["kind"] == "fiscal-year")
    given, ours = (
        shown.value(AID, "FY2016", recipient=who, stage=stage)
        for who, stage in (("central-america", "enacted"), ("mexico", "estimate"))
    )
    return Arranged(
        headline=T(
            "For FY2016 Central America got ${a} million, Mérida in Mexico an estimated ${b} million",
            "En el año fiscal 2016 Centroamérica recibió {a} millones de dólares; de Mérida para México se estimaban {b}",
        ).format(a=number(given), b=number(ours)),
        **_bars(
            rows, lambda row: join((RECIPIENTS[row["recipient"]], fiscal(row["period"]), STAGES[row["stage"]]), ", ")
        ),
        notes=(
            T(
                "All aid to Central America, security and other, beside Mérida money (ESF and INCLE) for Mexico.",
                "Toda la ayuda a Centroamérica, de seguridad y otra, junto a los recursos de Mérida (ESF e INCLE) para México.",
            ),
        ),
    )


def both_years(shown: Shown) -> Arranged:
    """The two sums that the report prints."""
    rows = _rows(shown, lambda row: row["period"] == BOTH_YEARS)
    neighbours, mexico = (shown.value(AID, BOTH_YEARS, recipient=who) for who in RECIPIENTS)
    added = shown.value(SUMS, BOTH_YEARS, recipient="central-america")
    return Arranged(
        headline=T(
            "The report puts Mexico at ${a} million in FY2016–17 and Central America at ${b} million",
            "El informe suma {a} millones de dólares de Mérida para México y {b} para Centroamérica, años fiscales 2016-2017",
        ).format(a=number(mexico), b=number(neighbours)),
        **_bars(rows, lambda row: RECIPIENTS[row["recipient"]]),
        notes=(
            T(
                "750 and 700 million add up to {sum}, not the printed {printed}; the forecast of FY2017 is the author’s.",
                "750 y 700 millones suman {sum}, no los {printed} impresos; la previsión de 2017 es del autor.",
            ).format(sum=number(added), printed=number(neighbours)),
            T(
                "The report says 80 percent less for Mexico; with its own sums it is {gap}. FY2017 is a request.",
                "El informe dice 80 por ciento menos para México; con sus propias sumas es {gap}. 2017 es una solicitud.",
            ).format(gap=percent(shown.value(GAP, BOTH_YEARS), 1)),
        ),
    )


def _rows(shown: Shown, keeps: Callable[[Row], bool]) -> list[Row]:
    order = list(RECIPIENTS)
    rows = [row for row in records(shown.rows(AID)) if keeps(row)]
    return sorted(rows, key=lambda row: (order.index(row["recipient"]), row["start"], list(STAGES).index(row["stage"])))


def _bars(rows: list[Row], name: Callable[[Row], T]) -> dict[str, Any]:
    """What both views share: the bars, each with the name that ``name`` gives its row."""
    looks = (
        ("central-america", "enacted", "other", False),
        ("mexico", "enacted", "mx", False),
        ("central-america", "", "other", True),
        ("mexico", "", "mx", True),
    )
    traces = tuple(
        Trace(
            f"{who}|{stage or 'not-final'}",
            join((RECIPIENTS[who], STAGES["enacted"] if stage else T("not final", "no definitivo")), ", "),
            colour,
            tuple(
                bar(row, WHOLE, i, name(row), f"{who}|{row['stage']}")
                for i, row in enumerate(rows)
                if row["recipient"] == who and (row["stage"] == "enacted") == (stage == "enacted")
            ),
            form="bars",
            hatched=hatched,
        )
        for who, stage, colour, hatched in looks
    )
    return {
        "subtitle": T(
            "U.S. assistance as the report prints it, million dollars; hatched: requests, estimates, forecasts",
            "Asistencia de EE. UU. según el informe, millones de dólares; rayado: solicitudes, estimaciones, previsiones",
        ),
        "alt": T(
            "Bars: U.S. assistance to Central America and to Mexico",
            "Barras: asistencia de EE. UU. a Centroamérica y a México",
        ),
        "axis": "categories",
        "categories": tuple(name(row) for row in rows),
        "panels": (Panel(WHOLE),),
        "traces": tuple(trace for trace in traces if trace.marks),
    }


EXHIBIT = Exhibit(
    id="security-added-fms",
    chapter="security",
    order=10,
    number=T("Added", "Añadido"),
    title=T(
        "Mexico’s aid beside Central America’s, FY2016–2017", "La ayuda a México junto a la de Centroamérica, 2016-2017"
    ),
    subject=T("Mexico’s aid beside Central America’s", "La ayuda a México junto a la de Centroamérica"),
    dimensions=("years",),
    added=True,
    views=(
        View(
            "years",
            T("By year", "Por año"),
            report=draw(AID, kind="fiscal-year"),
            latest=draw(AID, kind="fiscal-year"),
            arrange=by_year,
        ),
        View(
            "both-years",
            T("Two years together", "Dos años juntos"),
            report=draw(AID, kind="fiscal-year") + draw(AID),
            latest=draw(AID),
            arrange=both_years,
        ),
    ),
)
