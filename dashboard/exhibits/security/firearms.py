"""Security, added: firearms recovered in Mexico that the ATF traced, and how many were U.S.-sourced."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, period_label, trace
from dashboard.exhibits.security.parts import Row, bar, records, split_by
from dashboard.text import T, number, percent

TRACED, OTHER = "atf_traces_mexico", "atf_traces_other_or_unknown"
SHARE, SPANS, RETAIL = "atf_us_sourced_share", "atf_us_sourced_share_span", "atf_traced_to_us_retail_purchaser_share"
FIREARMS = Measure(T("firearms", "armas"))
US_SOURCED = T("U.S.-sourced", "de origen estadounidense")
OTHERS = T("of other or unknown origin", "de otro origen o desconocido")
NOT_SPLIT = T("traced, origin not known for the year", "rastreadas, origen no conocido en el año")
TO_RETAIL = T("traced to a U.S. retailer", "rastreadas hasta un vendedor en EE. UU.")


def traced(shown: Shown) -> Arranged:
    """A column for each year that is known, in two parts where the origin is."""
    split = set(shown.everything.loc[shown.everything["series"] == OTHER, "period"])

    def whole(row: Row) -> bool:
        return row["firearm_origin"] == "all" and row["period"] not in split and row["kind"] == "year"

    def american(row: Row) -> bool:
        return row["firearm_origin"] == "us-sourced"

    looks = (
        ("us", american, "us", {"axis": "years", "name": US_SOURCED, "form": "columns"}),
        ("whole", whole, "other", {"axis": "years", "name": NOT_SPLIT, "form": "columns", "hatched": True}),
    )
    us, one = split_by(shown, TRACED, FIREARMS, looks)
    others = replace(trace(shown, OTHER, FIREARMS, "other", form="columns", name=OTHERS), marks=_no_gaps(shown))
    headline, callouts = (_as_reported if shown.vintage == "report" else _as_known)(shown)
    legend = (("us", US_SOURCED), ("other", OTHERS), ("other", NOT_SPLIT))
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T(
                "Firearms recovered in Mexico and traced by the ATF",
                "Armas recuperadas en México y rastreadas por la ATF",
            ),
        ),
        latest=latest(
            shown,
            TRACED,
            FIREARMS,
            source=T("ATF, quoted by La Jornada", "ATF, citada por La Jornada"),
            firearm_origin="all",
        ),
        alt=T(
            "Columns by year, only the years that are known: U.S.-sourced firearms and others, or all together",
            "Columnas por año, solo los años conocidos: armas de origen estadounidense y otras, o todas juntas",
        ),
        axis="years",
        panels=(Panel(FIREARMS),),
        traces=(us, others, one),
        legend=legend,
        callouts=() if shown.is_filtered() else callouts,
        events=report_published("years", shown.years()[1]),
        notes=(_NOT_A_SAMPLE, _YEARS_MISSING if shown.vintage == "report" else _together(shown)),
    )


def _together(shown: Shown) -> T:
    return _YEARS_MISSING_TODAY.format(n=number(shown.value(TRACED, "2018/2021", firearm_origin="all")))


def _no_gaps(shown: Shown) -> tuple:
    return tuple(mark for mark in trace(shown, OTHER, FIREARMS, "other").marks if mark.y is not None)


def _as_reported(shown: Shown) -> tuple[T, tuple[Callout, ...]]:
    rows = shown.planned[(shown.planned["series"] == TRACED) & (shown.planned["firearm_origin"] == "all")]
    top, last = rows.loc[rows["value"].idxmax()], shown.last(TRACED, firearm_origin="all")
    headline = T(
        "The ATF traced {a} guns recovered in Mexico in {y}, {b} in {z} (via press)",
        "La ATF rastreó {a} armas recuperadas en México en {y} y {b} en {z} (según la prensa)",
    ).format(a=number(top["value"]), y=top["year"], b=number(last.value), z=last.year)
    return headline, (
        Callout(int(top["year"]), float(top["value"]), number(top["value"]), dx=40, dy=10),
        Callout(last.year, last.value, number(last.value), dx=-4, dy=50),
    )


def _as_known(shown: Shown) -> tuple[T, tuple[Callout, ...]]:
    last = shown.last(TRACED, firearm_origin="all")
    american = shown.value(TRACED, last.period, firearm_origin="us-sourced")
    headline = T(
        "Of {a} traced guns found in Mexico in {y}, {b} were U.S.-sourced (ATF, La Jornada)",
        "De {a} armas recuperadas en México en {y} y rastreadas, {b} eran de origen estadounidense (ATF, La Jornada)",
    ).format(a=number(last.value), b=number(american), y=last.year)
    words = T("{a}, of them {b} U.S.-sourced", "{a}, de ellas {b} de EE. UU.").format(
        a=number(last.value), b=number(american)
    )
    return headline, (Callout(last.year, last.value, words, dx=-60, dy=26),)


def shares(shown: Shown) -> Arranged:
    """A bar for each period: one year or several together; the share traced to a retailer stands apart."""
    rows = sorted(
        (row for series in (SPANS, SHARE, RETAIL) for row in records(shown.rows(series))),
        key=lambda row: (row["series"] == RETAIL, row["start"], row["end"]),
    )
    looks = {SPANS: ("us", US_SOURCED, False), SHARE: ("us", US_SOURCED, False), RETAIL: ("other", TO_RETAIL, True)}
    traces = tuple(
        Trace(
            series,
            name if series != SPANS else T("{n}, several years", "{n}, varios años").format(n=name),
            colour,
            tuple(
                bar(row, PERCENT, i, period_label(row["period"]))
                for i, row in enumerate(rows)
                if row["series"] == series
            ),
            form="bars",
            hatched=hatched,
            end_label=name,
        )
        for series, (colour, name, hatched) in looks.items()
    )
    return Arranged(
        headline=_share_headline(shown),
        subtitle=T(
            "Share of the firearms recovered in Mexico and traced by the ATF, percent, single years and several years together",
            "Porcentaje de las armas recuperadas en México y rastreadas por la ATF, años sueltos y varios años juntos",
        ),
        latest=latest(shown, SHARE, PERCENT, US_SOURCED, T("ATF, quoted by La Jornada", "ATF, citada por La Jornada")),
        alt=T(
            "Bars by period: the U.S.-sourced share of traced firearms",
            "Barras por periodo: porcentaje de origen estadounidense",
        ),
        axis="categories",
        categories=tuple(period_label(row["period"]) for row in rows),
        panels=(Panel(PERCENT),),
        traces=traces,
        notes=(
            T(
                "U.S.-sourced means made in or imported into the United States. Traced to a retailer is narrower: half could not be traced.",
                "De origen estadounidense: fabricadas en EE. UU. o importadas a ese país. Hasta un vendedor es más estrecho: la mitad no se pudo rastrear.",
            ),
            _NOT_A_SAMPLE,
        ),
    )


def _share_headline(shown: Shown) -> T:
    if shown.vintage == "latest":
        last = shown.last(SHARE)
        return T(
            "{v} of traced guns found in Mexico in {y} were U.S.-sourced (ATF via La Jornada)",
            "{v} de las armas recuperadas en México en {y} y rastreadas era de origen estadounidense (ATF, La Jornada)",
        ).format(v=percent(last.value, 1), y=last.year)
    return T(
        "{v} of guns traced in 2009–2014 were U.S.-sourced (GAO); {w} led to a U.S. shop in 2016",
        "{v} de las armas rastreadas en 2009-2014 era de EE. UU. (GAO); {w} llevó a un vendedor de EE. UU. en 2016",
    ).format(v=percent(shown.value(SPANS, "2009/2014"), 1), w=percent(shown.value(RETAIL, "2016")))


_NOT_A_SAMPLE = T(
    "Traced guns are those that Mexico submits to the ATF: not a sample of the guns in Mexico, nor of those recovered.",
    "Las armas rastreadas son las que México envía a la ATF: no son una muestra de las armas en México ni de las recuperadas.",
)
_YEARS_MISSING = T(
    "The totals of 2012 and 2014 are not at hand; years without a column are not known.",
    "No se dispone de los totales de 2012 y 2014; los años sin columna no se conocen.",
)
_YEARS_MISSING_TODAY = T(
    "Years without a column are not known one by one; 2018 to 2021 together were {n} firearms.",
    "Los años sin columna no se conocen por separado; de 2018 a 2021 sumaron {n} armas.",
)

EXHIBIT = Exhibit(
    id="security-added-firearms",
    chapter="security",
    order=8,
    number=T("Added", "Añadido"),
    title=T("Firearms recovered in Mexico and traced", "Armas recuperadas en México y rastreadas"),
    subject=T("Firearms recovered in Mexico and traced", "Armas recuperadas en México y rastreadas"),
    dimensions=("years",),
    added=True,
    views=(
        View(
            "traced",
            T("Number", "Número"),
            report=draw(TRACED, OTHER, years=(None, 2016), kind="year"),
            latest=draw(TRACED, OTHER, kind="year"),
            arrange=traced,
        ),
        View(
            "shares",
            T("U.S.-sourced share", "Porcentaje de EE. UU."),
            report=draw(SHARE, SPANS, RETAIL, years=(None, 2016)),
            latest=draw(SHARE, SPANS, RETAIL),
            arrange=shares,
        ),
    ),
)
