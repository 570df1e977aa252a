"""Energy 2: what industry pays for power in Mexico, as far as anybody has quoted it, and in the United States."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.energy.parts import CENTS, PESOS, WHOLE_PERCENT, at, between, inside, middle, relabelled
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, marks, position, trace
from dashboard.text import EMPTY, T, number, percent, same

LOW, HIGH = "mx_industrial_tariff_yoy_change_low", "mx_industrial_tariff_yoy_change_high"
SINCE = ("mx_industrial_tariff_change_since_dec2014_low", "mx_industrial_tariff_change_since_dec2014_high")
CHANGE = "mx_industrial_tariff_yoy_change"
US = "us_industrial_electricity_price"
OECD, CFE_PRICE = "mx_industrial_price_oecd_cents", "mx_industrial_price_quoted_cents"
PREMIUM = "mx_premium_over_us_industrial_price"
# Quotations in pesos, each of another price: series -> what it is.
IN_PESOS = {
    "mx_industrial_price_quoted_mxn": T("one user", "un usuario"),
    "mx_industrial_tariff_quoted": T("energy charge", "cargo por energía"),
    "mx_hm_average_price": T("tariff HM", "tarifa HM"),
    "mx_gdmth_average_price": T("tariff GDMTH", "tarifa GDMTH"),
}
ONE_TARIFF = "2016-07"  # the change told of this month is of one tariff's energy charge
BY_CFE = ("mexiconow_cfe", "jornada_cfe_2014", "cfe_via_eluniversal_2016_08")


def _signed(value: float, digits: int = 0) -> T:
    return number(value, digits, sign=True) + "%"


def _last_words(shown: Shown, *series: str) -> tuple[pd.Series, ...]:
    """The last row on show of each series that has one."""
    return tuple(rows.iloc[-1] for rows in map(shown.rows, series) if len(rows))


def changes(shown: Shown) -> Arranged:
    """Each quotation of a change over a year: ranges as upright lines, single figures as points."""
    small, large = (shown.value(series, "2015-09", status="report") for series in (LOW, HIGH))
    newest = shown.newest(CHANGE)
    if shown.vintage == "report":
        headline = T(
            "Mexico’s industrial tariffs fell by {a} to {b} in the year to September 2015 (CFE)",
            "Las tarifas industriales de México bajaron entre {a} y {b} en el año a septiembre de 2015 (CFE)",
        ).format(a=percent(-small), b=percent(-large))
    else:
        headline = T(
            "Mexico’s industrial tariffs were {v} higher in {when} than a year before (El Norte)",
            "Las tarifas industriales de México eran {v} más altas en {when} que un año antes (El Norte)",
        ).format(v=percent(newest.value, 1), when=inside(newest.period))
    singles = relabelled(
        trace(shown, CHANGE, PERCENT, "mx", form="points", axis="dates", hollow=True, values="all", end_label=EMPTY),
        lambda mark: _signed(mark.y or 0.0, 1),
    )
    ends = (("2015-09", small, 18), ("2015-09", large, -18))
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T(
                "Mexican industrial power tariffs against the same month a year before, percent, as quoted",
                "Tarifas eléctricas industriales de México frente al mismo mes del año anterior, por ciento, según citas",
            ),
        ),
        latest=latest(shown, CHANGE, _RISE if newest.value > 0 else PERCENT, source=T("El Norte", "El Norte")),
        alt=T(
            "Upright lines from the smallest to the largest cut at three dates of 2015, and single figures as points",
            "Líneas verticales de la menor a la mayor baja en tres fechas de 2015, y cifras sueltas como puntos",
        ),
        axis="dates",
        panels=(Panel(PERCENT),),
        traces=(
            between(shown, LOW, HIGH, WHOLE_PERCENT, "mx", _RANGE, "dates", end_label=EMPTY),
            replace(singles, name=_SINGLE),
        ),
        callouts=()
        if shown.is_filtered()
        else tuple(Callout(middle(period), value, _signed(value), dx=0, dy=dy) for period, value, dy in ends),
        notes=(_NO_SERIES, _since(shown), *_one_tariff(shown)),
    )


_RISE = replace(PERCENT, affix=same("+{figure}%"))
_RANGE = T("Industrial tariffs, smallest to largest cut", "Tarifas industriales, de la menor a la mayor baja")
_SINGLE = T("One figure for industrial tariffs", "Una sola cifra de tarifas industriales")


def _since(shown: Shown) -> T:
    a, b = (percent(-shown.value(series, "2015-09")) for series in SINCE)
    return T(
        "Against December 2014 the cut to September 2015 was {a} to {b}.",
        "Frente a diciembre de 2014, la baja a septiembre de 2015 fue de entre {a} y {b}.",
    ).format(a=a, b=b)


def _one_tariff(shown: Shown) -> tuple[T, ...]:
    """What the point of July 2016 is, where it is on show."""
    if shown.vintage == "report":
        return ()
    return (
        T(
            "The {v} of {when} is the energy charge of one tariff, not an average of industrial tariffs.",
            "El {v} de {when} es el cargo por energía de una sola tarifa, no un promedio de tarifas industriales.",
        ).format(v=_signed(shown.value(CHANGE, ONE_TARIFF), 1), when=inside(ONE_TARIFF)),
    )


def prices(shown: Shown) -> Arranged:
    """The U.S. price as a line, Mexican quotations as points: in cents above, in pesos below."""
    newest, old = shown.newest(US), shown.value(US, "2016-12")
    two = [shown.value(series, "2012") for series in (OECD, CFE_PRICE)]
    if shown.vintage == "report":
        headline = T(
            "Mexico’s industrial price of 2012 is put at {a} (OECD/IEA) or {b} cents per kWh (CFE)",
            "El precio industrial de México en 2012 se cita en {a} (OCDE/AIE) o {b} centavos de dólar por kWh (CFE)",
        ).format(a=number(two[0], 1), b=number(two[1], 1))
    else:
        headline = T(
            "U.S. industry paid {v} cents per kWh in {when}, against {old} in December 2016",
            "La industria de EE. UU. pagó {v} centavos por kWh en {when}, frente a {old} en diciembre de 2016",
        ).format(v=number(newest.value, 1), when=inside(newest.period), old=number(old, 1))
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T(
                "Price of electricity for industry: U.S. by month, Mexico where it is quoted",
                "Precio de la electricidad para la industria: EE. UU. por mes, México donde se cita",
            ),
        ),
        latest=latest(shown, US, CENTS, T("United States", "Estados Unidos")),
        alt=T(
            "A monthly line of the U.S. price with two Mexican points of 2012; below, Mexican quotations in pesos as points",
            "Línea mensual del precio en EE. UU. con dos puntos mexicanos de 2012; abajo, citas mexicanas en pesos como puntos",
        ),
        axis="dates",
        panels=(
            Panel(
                CENTS, title=T("U.S. cents per kWh", "Centavos de dólar por kWh"), limits=(0, 20), share=1.3, ticks=4
            ),
            Panel(PESOS, title=T("Mexico, pesos per kWh", "México, pesos por kWh"), limits=(0, 3), ticks=3),
        ),
        traces=(
            trace(shown, US, CENTS, "us", axis="dates", end_label=T("United States", "EE. UU.")),
            trace(shown, OECD, CENTS, "mx", form="points", axis="dates", end_label=EMPTY),
            trace(shown, CFE_PRICE, CENTS, "mx", form="points", axis="dates", hollow=True, end_label=EMPTY),
            *(
                trace(shown, series, PESOS, "mx", form="points", axis="dates", panel=1, end_label=EMPTY, hollow=True)
                for series in IN_PESOS
            ),
        ),
        callouts=() if shown.is_filtered() else (*_in_cents(shown), *_in_pesos(shown)),
        events=report_published("dates", shown.years()[1]),
        notes=(
            _NO_SERIES,
            T(
                "The points are of different prices and sources: no line joins them, and pesos are not converted.",
                "Los puntos son de precios y fuentes distintos: ninguna línea los une y los pesos no se convierten.",
            ),
        ),
    )


def _in_cents(shown: Shown) -> list[Callout]:
    words = {
        OECD: T("Mexico: {v} (OECD)", "México: {v} (OCDE)"),
        CFE_PRICE: T("Mexico: {v} (CFE)", "México: {v} (CFE)"),
    }
    points = [
        Callout(
            position(row, "dates"),
            row["value"],
            words[row["series"]].format(v=at(row["value"], CENTS)),
            dx=-76 if shown.vintage == "report" else 76,
            dy=0,
            colour="mx",
        )
        for row in _last_words(shown, OECD, CFE_PRICE)
    ]
    last = {"2016-12"} | ({shown.newest(US).period} if shown.vintage == "latest" else set())
    return [
        *points,
        *(
            Callout(middle(period), shown.value(US, period), number(shown.value(US, period), 1), dx=-10, dy=-24)
            for period in sorted(last)
        ),
    ]


def _in_pesos(shown: Shown) -> list[Callout]:
    return [
        Callout(
            position(row, "dates"),
            row["value"],
            T("{v}, {what}", "{v}, {what}").format(v=at(row["value"], PESOS), what=IN_PESOS[row["series"]]),
            panel=1,
            dx=-84 if _at_the_end(shown, row) else -20 if shown.vintage == "report" else 84,
            dy=22 if _at_the_end(shown, row) else 28 if shown.vintage == "report" else 0,
        )
        for row in _last_words(shown, *IN_PESOS)
    ]


def _at_the_end(shown: Shown, row: pd.Series) -> bool:
    """Whether a point stands so near the end of the axis that its words have no room at its right."""
    return row["end"] + pd.DateOffset(years=2) > shown.frame["end"].max()


def premium(shown: Shown) -> Arranged:
    """How far the Mexican price was above the U.S. price by each quotation; those of CFE apart from those of the press."""
    if shown.vintage == "report":
        headline = T(
            "CFE put industrial power in Mexico {a} above the U.S. price in 2012, {b} below in May 2016",
            "La electricidad industrial costaba en México {a} más que en EE. UU. en 2012 y {b} menos en mayo de 2016 (CFE)",
        ).format(a=percent(shown.value(PREMIUM, "2012")), b=percent(-shown.value(PREMIUM, "2016-05")))
    else:
        newest = shown.newest(PREMIUM)
        headline = T(
            "Power for industry cost {v} more in Mexico than in the U.S. in {when} (Reforma)",
            "La electricidad industrial costaba {v} más en México que en EE. UU. en {when} (Reforma)",
        ).format(v=percent(newest.value), when=inside(newest.period))
    rows = shown.rows(PREMIUM)
    by_cfe = rows["source_id"].isin(BY_CFE)
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T(
                "Industrial power price in Mexico over that in the United States, percent, as quoted",
                "Precio industrial de la electricidad en México frente al de EE. UU., por ciento, según citas",
            ),
        ),
        latest=latest(shown, PREMIUM, WHOLE_PERCENT, source=T("Reforma", "Reforma")),
        alt=T(
            "Points: the Mexican price over the U.S. price at seven dates, by CFE and by newspapers",
            "Puntos: el precio mexicano sobre el de EE. UU. en siete fechas, según la CFE y según periódicos",
        ),
        axis="dates",
        panels=(Panel(WHOLE_PERCENT, limits=(-50, 100), ticks=3),),
        traces=(
            _quoted(rows[by_cfe], "cfe", T("according to CFE", "según la CFE"), WHOLE_PERCENT, hollow=False),
            _quoted(
                rows[~by_cfe], "press", T("according to newspapers", "según periódicos"), WHOLE_PERCENT, hollow=True
            ),
        ),
        legend=(
            ("mx", T("according to CFE", "según la CFE")),
            ("other", T("according to newspapers", "según periódicos")),
        ),
        events=report_published("dates", shown.years()[1]),
        notes=(
            _NO_SERIES,
            T(
                "Each point compares other tariffs in its own way: CFE’s own comparison and those of newspapers do not make a series.",
                "Cada punto compara otras tarifas a su manera: la comparación de la CFE y las de los periódicos no forman una serie.",
            ),
        ),
    )


def _quoted(rows: pd.DataFrame, key: str, name: T, measure: Measure, hollow: bool) -> Trace:
    """The quotations of one side, each with its sign."""
    there = marks(rows, measure, "dates", gaps=False)
    return Trace(
        id=f"{PREMIUM}|{key}",
        name=name,
        colour="other" if hollow else "mx",
        marks=tuple(replace(mark, id=f"{mark.id}|{key}", label=_signed(mark.y or 0.0)) for mark in there),
        form="points",
        hollow=hollow,
        values="all",
        below=not hollow,
    )


_NO_SERIES = T(
    "We found no public series of average industrial prices in Mexico; the one that the report drew (Wood Mackenzie) was never public.",
    "No hallamos una serie pública del precio industrial medio en México; la que graficó el informe (Wood Mackenzie) nunca fue pública.",
)

EXHIBIT = Exhibit(
    id="energy-2",
    chapter="energy",
    order=2,
    number=T("Figure 2", "Gráfica 2"),
    title=T("Mexico’s industrial power prices", "Precios de la electricidad industrial en México"),
    subject=T(
        "What industry pays for power in Mexico and the U.S.",
        "Lo que paga la industria por la electricidad en México y EE. UU.",
    ),
    views=(
        View(
            "changes",
            T("Tariff changes", "Cambios de tarifa"),
            report=draw(LOW, HIGH, CHANGE, years=(2015, 2015)),
            latest=draw(LOW, HIGH, CHANGE),
            arrange=changes,
        ),
        View(
            "prices",
            T("Prices", "Precios"),
            report=draw(US, years=(2001, 2016)) + draw(OECD, CFE_PRICE, *IN_PESOS, years=(2001, 2016)),
            latest=draw(US, OECD, CFE_PRICE, *IN_PESOS),
            arrange=prices,
        ),
        View(
            "premium",
            T("Against the U.S.", "Frente a EE. UU."),
            report=draw(PREMIUM, years=(2008, 2016)),
            latest=draw(PREMIUM),
            arrange=premium,
        ),
    ),
)
