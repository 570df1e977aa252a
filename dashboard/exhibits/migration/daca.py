"""Added: how many people DACA has covered, ever and on a date, as bars and a small printed table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast

from dashboard.charts.arranged import Arranged, Column, Panel, Printed, Row, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.measures import PERSONS
from dashboard.exhibits.phrases import latest
from dashboard.exhibits.prepare import Shown, period_label, placed
from dashboard.text import EMPTY, T, join, number, percent

PRINTED, PRINTED_SHARE = "report_daca_beneficiaries", "report_daca_mexican_share"
GRANTED, GRANTED_MPI, GRANTED_USCIS = (
    "daca_initial_requests_approved_cumulative",
    "daca_ever_granted_mpi",
    "daca_ever_granted_uscis",
)
ACTIVE, ACTIVE_SHARE, APPROVAL_SHARE = (
    "daca_active_recipients",
    "daca_active_mexican_share",
    "daca_approvals_mexican_share",
)


@dataclass(frozen=True)
class Count:
    """How one series is told: what it counts, from whom, before its date, how exact; which share belongs to it."""

    what: T
    source: T
    before: T = EMPTY
    about: T = EMPTY
    share: str = ""


EVER, NOW = T("Ever granted", "Otorgado alguna vez"), T("With DACA on that date", "Con DACA vigente en la fecha")
OVER, ABOUT = T("over", "más de"), T("about", "cerca de")
COUNTS = {
    GRANTED: Count(EVER, T("USCIS", "USCIS"), before=T("end of", "fin del"), share=APPROVAL_SHARE),
    GRANTED_MPI: Count(EVER, T("MPI", "MPI"), about=OVER),
    PRINTED: Count(EVER, T("the report", "el informe"), about=OVER, share=PRINTED_SHARE),
    GRANTED_USCIS: Count(EVER, T("USCIS via Good Faith Media", "USCIS, por Good Faith Media"), about=ABOUT),
    ACTIVE: Count(NOW, T("USCIS", "USCIS"), share=ACTIVE_SHARE),
}
WITH = T("With DACA", "Con DACA vigente")
USAFACTS = T("USCIS via USAFacts", "USCIS, por USAFacts")


def counts(shown: Shown) -> Arranged:
    """A bar for each date, those ever granted and those with DACA apart, and the same as a table with the Mexican share."""
    rows = _rows(shown)
    return Arranged(
        headline=_as_reported(shown) if shown.vintage == "report" else _as_known(shown),
        subtitle=T(
            "People under Deferred Action for Childhood Arrivals (DACA), by date and by what is counted",
            "Personas con la Acción Diferida para los Llegados en la Infancia (DACA), por fecha y por lo que se cuenta",
        ),
        latest=latest(
            shown, ACTIVE, PERSONS, T("with DACA", "con DACA vigente"), T("USAFacts", "USAFacts"), origin="all"
        ),
        alt=T(
            "Bars: people ever granted DACA, and people who had it, at several dates",
            "Barras: personas a las que se otorgó DACA alguna vez y personas que lo tenían, en varias fechas",
        ),
        axis="categories",
        panels=(Panel(PERSONS),),
        traces=tuple(
            Trace(
                id=id,
                name=name,
                colour=colour,
                marks=tuple(
                    replace(placed(row, PERSONS, place, _date(row)), label=_people(row))
                    for place, row in enumerate(rows)
                    if (COUNTS[row["series"]].what is EVER) is is_ever
                ),
                form="bars",
                hatched=is_ever,
                end_label=name,
            )
            for id, name, colour, is_ever in (("ever", EVER, "other", True), ("active", NOW, "us", False))
        ),
        categories=tuple(join((_date(row), _source(row)), ": ") for row in rows),
        printed=_table(shown, rows),
        notes=(
            T(
                "Ever granted counts each person once and never falls; those with DACA on a date are fewer, as some do not renew.",
                "«Otorgado alguna vez» cuenta a cada persona una vez y nunca baja; quienes lo tienen en una fecha son menos, pues no todos renuevan.",
            ),
            _SHARES,
        ),
    )


def _rows(shown: Shown) -> list[dict[str, Any]]:
    """The counts on show, ever granted first, each in time order; of the active ones all countries together."""
    frame = shown.frame[shown.frame["series"].isin(COUNTS) & shown.frame["origin"].isin(("", "all"))]
    rows = cast(list[dict[str, Any]], frame.sort_values("end", kind="stable").to_dict("records"))
    return sorted(rows, key=lambda row: COUNTS[row["series"]].what is NOW)


def _as_reported(shown: Shown) -> T:
    known, said = shown.last(GRANTED), shown.value(PRINTED, "2017-03")
    return T(
        "USCIS had granted DACA to {n} people by end-FY{y}; the report says over {said}",
        "Al cierre del AF {y}, USCIS había otorgado DACA a {n} personas; el informe dice más de {said}",
    ).format(n=number(known.value), y=known.year, said=number(said))


def _as_known(shown: Shown) -> T:
    then, now = shown.first(ACTIVE, origin="all"), shown.newest(ACTIVE, origin="all")
    return T(
        "{a} people had DACA in September {y}, about {b} in June {z} (USAFacts)",
        "{a} personas tenían DACA vigente en septiembre de {y} y unas {b} en junio de {z} (USAFacts)",
    ).format(a=number(then.value), y=then.year, b=number(now.value), z=now.year)


def _date(row: dict[str, Any]) -> T:
    return join((COUNTS[row["series"]].before, period_label(row["period"]))).capitalized()


def _lower(date: T) -> T:
    """A date in the middle of a sentence; months are lower case in Spanish alone."""
    return T(
        date.en[:1].lower() + date.en[1:] if date.en.startswith("End") else date.en, date.es[:1].lower() + date.es[1:]
    )


def _quoted(row: dict[str, Any]) -> bool:
    """Whether a count of those with DACA is not USCIS’s own table."""
    return row["series"] == ACTIVE and row["status"] == "secondary"


def _source(row: dict[str, Any]) -> T:
    return USAFACTS if _quoted(row) else COUNTS[row["series"]].source


def _people(row: dict[str, Any]) -> T:
    return join((ABOUT if _quoted(row) else COUNTS[row["series"]].about, number(row["value"])))


def _share(shown: Shown, row: dict[str, Any]) -> float | None:
    """The Mexican share of the same date, if it is known."""
    rows = shown.everything[
        (shown.everything["series"] == COUNTS[row["series"]].share) & (shown.everything["end"] == row["end"])
    ]
    return float(rows["value"].iloc[0]) if len(rows) else None


def _table(shown: Shown, rows: list[dict[str, Any]]) -> Printed:
    def cells(row: dict[str, Any]) -> Row:
        share = _share(shown, row)
        date, what = _date(row), COUNTS[row["series"]].what
        words = (
            T("{what}, {date}", "{what}, {date}").format(what=EVER if what is EVER else WITH, date=_lower(date)),
            _people(row),
            percent(share, 0 if row["series"] == PRINTED else 1) if share is not None else EMPTY,
            _source(row).capitalized(),
        )
        return Row(words, (row["end"].strftime("%Y-%m-%d"), float(row["value"]), share, words[3].en))

    columns = (
        Column(T("Count", "Conteo")),
        Column(T("People", "Personas"), numeric=True),
        Column(T("Mexican share", "De México"), numeric=True),
        Column(T("Source", "Fuente")),
    )
    return Printed(columns, tuple(cells(row) for row in rows))


_SHARES = T(
    "Mexican share: of all approvals, renewals included, for fiscal years; of the people with DACA for the later dates.",
    "De México: de todas las aprobaciones, con renovaciones, en los años fiscales; de quienes tienen DACA en las fechas posteriores.",
)

EXHIBIT = Exhibit(
    id="migration-added-daca",
    chapter="migration",
    order=25,
    number=T("Added", "Añadido"),
    title=T("People under DACA", "Personas con DACA"),
    subject=T("People under Deferred Action for Childhood Arrivals (DACA)", "Personas con DACA"),
    added=True,
    views=(
        View(
            "counts",
            T("Counts", "Conteos"),
            report=draw(GRANTED, APPROVAL_SHARE, years=(2014, 2016))
            + draw(GRANTED_MPI, years=("2016-08", "2016-08"))
            + draw(PRINTED, PRINTED_SHARE),
            latest=draw(GRANTED, APPROVAL_SHARE, years=(2016, 2017))
            + draw(PRINTED, PRINTED_SHARE, GRANTED_USCIS, ACTIVE, ACTIVE_SHARE),
            arrange=counts,
        ),
    ),
)
