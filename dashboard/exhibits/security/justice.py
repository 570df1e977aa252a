"""Security, Table 2: the old and the new system of criminal justice in Mexico, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.charts.arranged import Arranged, Grid, Mark, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.prepare import STATUS, Shown
from dashboard.text import EMPTY, T, percent

WITHOUT_TRIAL, JUDGES = "share_of_cases_expected_without_trial", "judges_per_case"
PERIOD = "2008/2016"
SYSTEMS = {
    "inquisitorial": ("other", T("Before: inquisitorial, in writing", "Antes: inquisitivo, por escrito")),
    "adversarial": (
        "kind-b",
        T("Since the 2008 reform: adversarial, oral", "Desde la reforma de 2008: acusatorio, oral"),
    ),
}


def systems(shown: Shown) -> Arranged:
    """Two columns of boxes, a row for each aspect; on a phone the aspect stands over its pair."""
    traits = shown.record("security-table-2-traits")
    rows = sorted(traits["row"].unique(), key=int)
    pairs = tuple((f"{row}-inquisitorial", f"{row}-adversarial") for row in rows)
    beside = (("", *SYSTEMS), *((f"{row}-aspect", *pair) for row, pair in zip(rows, pairs, strict=True)))
    over = (
        tuple(SYSTEMS),
        *(cells for row, pair in zip(rows, pairs, strict=True) for cells in ((f"{row}-aspect",) * 2, pair)),
    )
    narrow = Grid(over, gap=8)
    return Arranged(
        headline=T(
            "Under the reform of 2008 some {share} of cases are expected to end without a trial",
            "Con la reforma de 2008 se espera que cerca de {share} de los casos termine sin juicio",
        ).format(share=percent(shown.value(WITHOUT_TRIAL, PERIOD))),
        subtitle=T(
            "How a criminal case runs in Mexico under the old and the new system, in our words",
            "Cómo transcurre un caso penal en México en el sistema anterior y en el nuevo, en nuestras palabras",
        ),
        alt=T(
            "Two columns with six rows: each aspect of a criminal case in the old system and in the new one",
            "Dos columnas con seis renglones: cada aspecto de un caso penal en el sistema anterior y en el nuevo",
        ),
        axis="boxes",
        panels=(Panel(Measure(EMPTY)),),
        traces=(*_headings(traits), *(_column(traits, system) for system in SYSTEMS)),
        grids=(narrow, narrow, Grid(beside, columns=(0.7, 2, 2), gap=10)),
        notes=(
            T(
                "The 80 percent is an expectation of the report, not a measurement. One row is garbled in print; the words are ours.",
                "El 80 por ciento es una expectativa del informe, no una medición. Un renglón salió impreso con errores; las palabras son nuestras.",
            ),
        ),
    )


def _headings(traits: Any) -> tuple[Trace, ...]:
    """The names of the systems over their columns, and of the aspects."""
    aspects = traits.drop_duplicates("row").to_dict("records")
    named = tuple(_heading(f"{row['row']}-aspect", T(row["aspect_en"], row["aspect_es"])) for row in aspects)
    systems = (
        Trace(f"system-{id}", EMPTY, "text", (_heading(id, words),), form="boxes", hollow=True)
        for id, (_, words) in SYSTEMS.items()
    )
    return (*systems, Trace("aspects", EMPTY, "text", named, form="boxes", hollow=True))


def _heading(id: str, words: T) -> Mark:
    return Mark(id=id, x=0, y=1.0, name=words, figure=words, label=words)


def _column(traits: Any, system: str) -> Trace:
    colour, words = SYSTEMS[system]
    rows = traits[traits["justice_system"] == system].to_dict("records")
    return Trace(system, words, colour, tuple(_trait(row) for row in rows), form="boxes")


def _trait(row: Mapping[str, Any]) -> Mark:
    words = T(row["text_en"], row["text_es"])
    return Mark(
        id=f"{row['row']}-{row['justice_system']}",
        x=int(row["row"]),
        y=1.0,
        name=T(row["aspect_en"], row["aspect_es"]),
        figure=words,
        status=STATUS[row["status"]],
        label=words,
    )


EXHIBIT = Exhibit(
    id="security-table-2",
    chapter="security",
    order=6,
    number=T("Table 2", "Tabla 2"),
    title=T(
        "Past and present criminal justice systems in Mexico",
        "Los sistemas de justicia penal de México, anterior y actual",
    ),
    subject=T("Old and new criminal justice in Mexico", "La justicia penal en México, antes y ahora"),
    dimensions=(),
    wide=True,
    views=(
        View(
            "systems",
            T("Side by side", "Lado a lado"),
            report=draw(WITHOUT_TRIAL, JUDGES),
            latest=draw(WITHOUT_TRIAL, JUDGES),
            arrange=systems,
            of_records=True,
        ),
    ),
)
