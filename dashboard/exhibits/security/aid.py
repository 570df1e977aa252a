"""Security, added: U.S. aid to Mexico by account, the money behind Figures 3 and 4."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.charts.arranged import Arranged, Callout, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import USD_MILLION_FROM_USD as MILLION
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.exhibits.security.parts import bar, records
from dashboard.text import EMPTY, T, number

BY_ACCOUNT, USAID = "us_obligations_to_mexico_by_account", "usaid_esf_and_da_obligations_to_mexico"
INCLE_SUM, RATIO = "incle_obligations_to_mexico", "incle_to_usaid_ratio_obligations"
OBLIGATED, DISBURSED = "us_obligations_to_mexico_total", "us_disbursements_to_mexico_total"
LAST_WHOLE = 2023  # reporting of the later years was not complete
FIVE_YEARS = "FY2012/FY2016"
ACCOUNTS = (
    (
        "incle",
        "kind-b",
        T("INCLE, narcotics control and law enforcement", "INCLE, control de narcóticos y aplicación de la ley"),
    ),
    ("defense-counter-drug", "kind-d", T("Defense, counter-drug", "Defensa, antidrogas")),
    ("fmf", "kind-c", T("FMF, military financing", "FMF, financiamiento militar")),
)
ESF_AND_DA = T("USAID: ESF and Development Assistance", "USAID: ESF y Asistencia para el Desarrollo")
PAID = T("disbursed, all accounts", "desembolsado, todas las cuentas")
UNIT = T("million dollars of each year", "millones de dólares de cada año")


def _millions(dollars: float, digits: int = 0) -> T:
    return number(dollars * MILLION.scale, digits)


def _newest(shown: Shown) -> T:
    rows = shown.everything[(shown.everything["series"] == OBLIGATED) & (shown.everything["year"] <= LAST_WHOLE)]
    last = replace(shown, everything=rows)
    return latest(last, OBLIGATED, MILLION, T("obligated", "comprometidos"))


def accounts(shown: Shown) -> Arranged:
    """Four accounts piled up by year, and what all accounts disbursed as a line."""
    incle = shown.planned[(shown.planned["series"] == BY_ACCOUNT) & (shown.planned["account"] == "incle")]
    top = incle.loc[incle["value"].idxmax()]
    year = 2015 if shown.vintage == "report" else shown.last(BY_ACCOUNT, account="incle").year
    then = shown.value(BY_ACCOUNT, f"FY{year}", account="incle")
    callouts = (
        _said(int(top["year"]), top["value"], "kind-b", dx=-44, dy=88),
        _said(year, then, "kind-b", **({"dx": -30, "dy": 72} if shown.vintage == "report" else {"dx": 40, "dy": 190})),
    )
    columns = tuple(
        trace(
            shown,
            BY_ACCOUNT,
            MILLION,
            colour,
            form="columns",
            axis="fiscal-years",
            name=name,
            dimensions={"account": id},
            selects="account",
        )
        for id, colour, name in (*ACCOUNTS, *_chosen(shown))
    )
    usaid = trace(
        shown, USAID, MILLION, "kind-a", form="columns", axis="fiscal-years", name=ESF_AND_DA, selects="account"
    )
    drawn = (
        columns[0],
        usaid,
        *columns[1:],
        trace(shown, DISBURSED, MILLION, "text", axis="fiscal-years", name=PAID, end_label=EMPTY),
    )
    return Arranged(
        headline=T(
            "INCLE obligations peaked at ${a} million in FY{y} and were ${b} million in FY{z}",
            "Los compromisos INCLE tuvieron su máximo en el AF {y}: {a} millones de dólares; en el AF {z} fueron de {b}",
        ).format(a=_millions(top["value"]), y=top["year"], b=_millions(then), z=year),
        subtitle=subtitle(
            shown,
            T("U.S. aid obligated to Mexico by account", "Ayuda de EE. UU. comprometida a México por cuenta"),
            UNIT,
        ),
        latest=_newest(shown),
        alt=T(
            "Columns by fiscal year in four accounts, and a line: what all accounts disbursed",
            "Columnas por año fiscal en cuatro cuentas y una línea: lo desembolsado por todas las cuentas",
        ),
        axis="fiscal-years",
        panels=(Panel(MILLION),),
        traces=drawn,
        legend=tuple((one.colour, one.name) for one in drawn if one.marks),
        callouts=() if shown.is_filtered() else callouts,
        events=report_published("fiscal-years", shown.years()[1]),
        heights=(420, 380, 430),
        notes=(_late(shown), _NO_PILLARS if shown.vintage == "report" else _ACCOUNTS_END),
    )


def _chosen(shown: Shown) -> tuple[tuple[str, str, T], ...]:
    """Smaller accounts, which a pile leaves out, while a filter asks for them."""
    named = {id for id, _, _ in ACCOUNTS}
    chosen = (id for id in shown.selection.values_of("account") if id not in named)
    return tuple((id, "kind-a" if id in ("esf", "da") else "other", shown.label("account", id)) for id in chosen)


def _said(year: int, value: float, colour: str, dx: int, dy: int) -> Callout:
    words = T("INCLE {v} in FY{y}", "INCLE {v} en {y}").format(v=_millions(value), y=year)
    return Callout(year, value * MILLION.scale, words, dx=dx, dy=dy, colour=colour)


def long_run(shown: Shown) -> Arranged:
    """All accounts since 1946, obligated and from 2001 disbursed; the newest years, not complete, as circles."""
    rows = shown.planned[(shown.planned["series"] == OBLIGATED) & (shown.planned["year"] <= LAST_WHOLE)]
    top, last = rows.loc[rows["value"].idxmax()], rows.loc[rows["year"].idxmax()]
    return Arranged(
        headline=T(
            "U.S. aid obligated to Mexico peaked at ${a} million in FY{y}; FY{z} had ${b} million",
            "La ayuda de EE. UU. comprometida a México tuvo su máximo en el AF {y}: {a} millones de dólares; en {z} fue de {b}",
        ).format(a=_millions(top["value"]), y=top["year"], b=_millions(last["value"]), z=last["year"]),
        subtitle=subtitle(
            shown,
            T("U.S. aid to Mexico, economic and military", "Ayuda de EE. UU. a México, económica y militar"),
            UNIT,
        ),
        latest=_newest(shown),
        alt=T(
            "Two lines by fiscal year: aid obligated since 1946 and disbursed since 2001",
            "Dos líneas por año fiscal: ayuda comprometida desde 1946 y desembolsada desde 2001",
        ),
        axis="fiscal-years",
        panels=(Panel(MILLION),),
        traces=(
            *_line(shown, OBLIGATED, "kind-b", "solid", T("obligated", "comprometido")),
            *_line(shown, DISBURSED, "kind-a", "dash", T("disbursed", "desembolsado")),
        ),
        callouts=() if shown.is_filtered() else (_plain(int(top["year"]), top["value"], dx=-70, dy=8),),
        events=report_published("fiscal-years", shown.years()[1]),
        notes=(
            T(
                "Dollars of each year, not adjusted for inflation. Disbursements are published from FY2001 on.",
                "Dólares de cada año, sin ajuste por inflación. Los desembolsos se publican desde el año fiscal 2001.",
            ),
            *(() if shown.vintage == "report" else (_NOT_COMPLETE,)),
        ),
    )


def _line(shown: Shown, series: str, colour: str, dash: str, name: T) -> tuple[Trace, Trace]:
    """A line of the whole years, and circles for those that were not complete."""
    line = trace(shown, series, MILLION, colour, axis="fiscal-years", dash=dash, name=name)  # type: ignore[arg-type]
    whole = tuple(mark for mark in line.marks if float(mark.x) <= LAST_WHOLE)
    part = tuple(replace(mark, change=EMPTY) for mark in line.marks if float(mark.x) > LAST_WHOLE)
    circles = T("{name}, not complete", "{name}, incompleto").format(name=name)
    ends = [(mark.x, mark.label) for mark in whole if mark.y is not None]
    words = (
        T("{v} {name} in FY{y}", "{v} {name} en {y}").format(v=ends[-1][1], name=name, y=ends[-1][0]) if ends else name
    )
    return (
        replace(line, marks=whole, end_label=words),
        Trace(f"{series}|part", circles, colour, part, form="points", hollow=True),
    )


def _plain(year: int, value: float, dx: int, dy: int) -> Callout:
    words = T("{v} in FY{y}", "{v} en {y}").format(v=_millions(value), y=year)
    return Callout(year, value * MILLION.scale, words, dx=dx, dy=dy)


def five_years(shown: Shown) -> Arranged:
    """The five years of Figures 3 and 4: INCLE beside USAID."""
    found = (
        (INCLE_SUM, "kind-b", T("INCLE, State Department", "INCLE, Departamento de Estado")),
        (USAID, "kind-a", ESF_AND_DA),
    )
    frames = [(shown.rows(series), colour, name) for series, colour, name in found]
    frames = [(rows[rows["period"] == FIVE_YEARS], colour, name) for rows, colour, name in frames]
    there: list[tuple[pd.DataFrame, str, T]] = [one for one in frames if len(one[0])]
    return Arranged(
        headline=T(
            "INCLE obligations were {r} times USAID’s in FY2012–2016: ${a} against ${b} million",
            "Los compromisos INCLE fueron {r} veces los de USAID (años fiscales 2012-2016): {a} y {b} millones de dólares",
        ).format(
            r=number(shown.value(RATIO, FIVE_YEARS), 1),
            a=_millions(shown.value(INCLE_SUM, FIVE_YEARS), 1),
            b=_millions(shown.value(USAID, FIVE_YEARS), 1),
        ),
        subtitle=T(
            "Obligations to Mexico over the years of Figure 3, million dollars, FY2012–2016 together",
            "Compromisos para México en los años de la Gráfica 3, millones de dólares, años fiscales 2012-2016 juntos",
        ),
        alt=T("Two bars: INCLE and USAID", "Dos barras: INCLE y USAID"),
        axis="categories",
        categories=tuple(name for _, _, name in there),
        panels=(Panel(MILLION),),
        traces=tuple(
            Trace(
                f"{records(rows)[0]['series']}|sum",
                name,
                colour,
                (bar(records(rows)[0], MILLION, i, name),),
                form="bars",
            )
            for i, (rows, colour, name) in enumerate(there)
        ),
        notes=(
            T(
                "The report says roughly four times. This is all aid, not only Mérida, and no public file marks the pillar of the money.",
                "El informe dice aproximadamente cuatro veces. Es toda la ayuda, no solo Mérida, y ningún archivo público señala el pilar.",
            ),
        ),
    )


def _late(shown: Shown) -> T:
    return T(
        "Money is obligated long after it is appropriated. INCLE of FY2016 is {v} million, since cancelled obligations count as negative.",
        "Los recursos se comprometen mucho después de asignarse. El INCLE de 2016 es de {v} millones: lo cancelado cuenta como negativo.",
    ).format(v=_millions(shown.value(BY_ACCOUNT, "FY2016", account="incle"), 1))


_NO_PILLARS = T(
    "No public file marks the pillar; the 61 and 58 percent of Figures 3 and 4 are not to be applied to these amounts.",
    "Ningún archivo público señala el pilar; el 61 y el 58 por ciento de las Gráficas 3 y 4 no se aplican a estos montos.",
)
_ACCOUNTS_END = T(
    "By account the Greenbook ends in FY2020. The columns leave out the smaller accounts; the line is of all.",
    "Por cuenta, el Greenbook termina en 2020. Las columnas omiten las cuentas menores; la línea es de todas.",
)
_NOT_COMPLETE = T(
    "Circles: FY2024 and FY2025 were not completely reported when the file was published (FY2025: first months).",
    "Círculos: 2024 y 2025 no estaban completos cuando se publicó el archivo (2025: primeros meses).",
)

EXHIBIT = Exhibit(
    id="security-added-aid",
    chapter="security",
    order=9,
    number=T("Added", "Añadido"),
    title=T(
        "U.S. aid to Mexico by account, FY1946–2025", "Ayuda de EE. UU. a México por cuenta, años fiscales 1946-2025"
    ),
    subject=T("U.S. aid to Mexico by account", "Ayuda de EE. UU. a México por cuenta"),
    dimensions=("years", "account"),
    added=True,
    views=(
        View(
            "accounts",
            T("By account", "Por cuenta"),
            report=draw(BY_ACCOUNT, DISBURSED, years=(2008, 2016))
            + draw(USAID, years=(2008, 2016), kind="fiscal-year"),
            latest=draw(BY_ACCOUNT, DISBURSED, years=(2008, LAST_WHOLE))
            + draw(USAID, years=(2008, 2020), kind="fiscal-year"),
            arrange=accounts,
        ),
        View(
            "long-run",
            T("Since 1946", "Desde 1946"),
            report=draw(OBLIGATED, DISBURSED, years=(1946, 2016)),
            latest=draw(OBLIGATED, DISBURSED),
            arrange=long_run,
        ),
        View(
            "five-years",
            T("INCLE and USAID", "INCLE y USAID"),
            report=draw(INCLE_SUM, USAID, years=("FY2012", "FY2016"), kind="span"),
            latest=draw(INCLE_SUM, USAID, years=("FY2012", "FY2016"), kind="span"),
            arrange=five_years,
        ),
    ),
)
