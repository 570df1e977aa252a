"""Energy 9: how much dry gas the United States produces, how much of it goes to Mexico by pipeline, and which share that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.energy.parts import BILLION_FROM_MILLION_CUBIC_FEET as BILLION
from dashboard.exhibits.energy.parts import CUBIC_FEET_A_DAY, WHOLE_PERCENT, at, between, filled, inside, middle
from dashboard.exhibits.energy.parts import TRILLION_FROM_MILLION_CUBIC_FEET as TRILLION
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Datum, Shown, trace
from dashboard.text import EMPTY, T, join, number, percent, years_span

DRY, EXPORTS = "us_dry_ng_production_annual", "us_ng_pipeline_exports_mexico_annual"
DRY_MONTHLY, EXPORTS_MONTHLY = "us_dry_ng_production", "us_ng_pipeline_exports_mexico"
DRY_DAILY, EXPORTS_DAILY = "us_dry_ng_production_daily_avg", "us_ng_pipeline_exports_mexico_daily_avg"
RECORD = "us_ng_pipeline_exports_mexico_monthly_quote"
SHARE, SHARE_LATEST = "us_ng_pipeline_exports_mexico_share", "us_ng_pipeline_exports_mexico_share_latest"
LOW, HIGH = "report_expected_share_of_us_production_low", "report_expected_share_of_us_production_high"

DRY_GAS, TO_MEXICO = (
    T("U.S. dry gas production", "Producción de gas seco de EE. UU."),
    T("Pipeline exports to Mexico", "Exportaciones por ducto a México"),
)
WHAT = T("U.S. dry gas production and exports to Mexico", "Gas seco de EE. UU.: producción y exportaciones a México")
EXACT = replace(TRILLION, digits=2)


def _panels(shown: Shown, measure: Measure, dry: str, *exports: str) -> tuple[Panel, Panel]:
    """Production above, exports below, each with the years that it covers: they do not end together."""

    def titled(words: T, *series: str) -> Panel:
        first, last = shown.years(*series)
        return Panel(measure, title=join((words, years_span(first, last) if first else EMPTY), ", "), ticks=4)

    return titled(DRY_GAS, dry), titled(TO_MEXICO, *exports)


def _longer(shown: Shown) -> tuple[T, ...]:
    """Where production goes on, for the views in which it ends before exports do."""
    if shown.vintage == "report":
        return ()
    return (
        T(
            "Here production ends before exports do; the view “A day, since 2015” has both to {year}.",
            "Aquí la producción termina antes que las exportaciones; la vista «Por día, desde 2015» llega con ambas a {year}.",
        ).format(year=min(shown.newest(series).year for series in (DRY_DAILY, EXPORTS_DAILY))),
    )


def _ends(shown: Shown, points: Sequence[tuple[Datum, Measure, int, int]], dated: bool) -> tuple[Callout, ...]:
    """A figure at each point of a panel, so many px above it; none under a filter."""
    if shown.is_filtered():
        return ()
    return tuple(
        Callout(
            middle(one.period) if dated else one.year,
            one.value * measure.scale,
            at(one.value, measure),
            panel=panel,
            dx=16 if panel == 0 else -24,
            dy=dy,
            colour="text" if panel == 0 else "us",
        )
        for one, measure, panel, dy in points
    )


def yearly(shown: Shown) -> Arranged:
    """Two panels of years: production and exports, in trillion cubic feet."""
    dry, exports = shown.last(DRY), shown.last(EXPORTS)
    start = _of(shown, EXPORTS, 2010 if shown.vintage == "report" else 2016)
    planned = shown.planned[shown.planned["series"] == EXPORTS]
    peak = _of(shown, EXPORTS, int(planned.loc[planned["value"].idxmax(), "year"]))
    below = (
        ((exports, EXACT, 1, -30), (peak, EXACT, 1, 14)) if peak.year != exports.year else ((exports, EXACT, 1, 12),)
    )
    return filled(
        Arranged(
            headline=_yearly(start, peak, exports),
            subtitle=subtitle(shown, WHAT, T("trillion cubic feet a year", "billones de pies cúbicos al año")),
            latest=latest(shown, EXPORTS, EXACT, T("exports to Mexico", "exportaciones a México")),
            alt=T(
                "Two panels of years: production above, exports to Mexico below",
                "Dos paneles por año: producción arriba, exportaciones a México abajo",
            ),
            axis="years",
            panels=_panels(shown, TRILLION, DRY, EXPORTS),
            traces=(
                trace(shown, DRY, TRILLION, "other", end_label=EMPTY),
                trace(shown, EXPORTS, EXACT, "us", panel=1, end_label=EMPTY),
            ),
            callouts=_ends(
                shown,
                ((dry, TRILLION, 0, -26), (start, EXACT, 1, 12), *below),
                False,
            ),
            events=report_published("years", shown.years()[1]),
            heights=(460, 400, 480),
            notes=(_SCALES, *_longer(shown), _EDITIONS),
        )
    )


def _yearly(start: Datum, peak: Datum, end: Datum) -> T:
    """How exports grew; where the last year is below an earlier one, the two beside each other."""
    if peak.year == end.year:
        return T(
            "Piped gas exports to Mexico grew {fold}-fold from {a} to {b}, to {v} trillion cubic feet",
            "De {a} a {b} el gas de EE. UU. por ducto a México se multiplicó por {fold}, a {v} billones de pies cúbicos",
        ).format(fold=number(end.value / start.value, 1), a=start.year, b=end.year, v=at(end.value, EXACT))
    return T(
        "Mexico took {v} trillion cubic feet of gas by pipe in {b}, {p} in {top} and {old} in {a}",
        "México recibió por ducto {v} billones de pies cúbicos de gas en {b}, {p} en {top} y {old} en {a}",
    ).format(
        v=at(end.value, EXACT),
        b=end.year,
        p=at(peak.value, EXACT),
        top=peak.year,
        old=at(start.value, EXACT),
        a=start.year,
    )


def _of(shown: Shown, series: str, year: int) -> Datum:
    return Datum(shown.value(series, str(year)), str(year), year, "")


def monthly(shown: Shown) -> Arranged:
    """Two panels of months, volumes of the whole month."""
    exports = shown.planned[shown.planned["series"] == EXPORTS_MONTHLY]
    top = exports.loc[exports["value"].idxmax()]
    peak = Datum(float(top["value"]), str(top["period"]), int(top["year"]), "")
    return filled(
        Arranged(
            headline=T(
                "Monthly pipeline exports to Mexico were highest in {when}: {v} billion cubic feet",
                "La exportación mensual por ducto a México tuvo su máximo en {when}: {v} mil millones de pies cúbicos",
            ).format(when=inside(peak.period), v=at(peak.value, BILLION)),
            subtitle=subtitle(shown, WHAT, T("billion cubic feet a month", "miles de millones de pies cúbicos al mes")),
            latest=latest(shown, EXPORTS_MONTHLY, BILLION, T("exports to Mexico", "exportaciones a México")),
            alt=T(
                "Two panels of months: production above, exports to Mexico below",
                "Dos paneles por mes: producción arriba, exportaciones a México abajo",
            ),
            axis="dates",
            panels=_panels(shown, BILLION, DRY_MONTHLY, EXPORTS_MONTHLY),
            traces=(
                trace(shown, DRY_MONTHLY, BILLION, "other", axis="dates", end_label=EMPTY),
                trace(shown, EXPORTS_MONTHLY, BILLION, "us", axis="dates", panel=1, end_label=EMPTY),
            ),
            callouts=_ends(shown, ((peak, BILLION, 1, 12),), True),
            events=report_published("dates", shown.years()[1]),
            zoomable=True,
            heights=(460, 400, 480),
            notes=(_SCALES, *_longer(shown), _EDITIONS),
        )
    )


def daily(shown: Shown) -> Arranged:
    """Two panels of months, averages a day; the record that EIA has told since is a point."""
    first, last = shown.first(EXPORTS_DAILY), shown.last(EXPORTS_DAILY)
    if shown.vintage == "report":
        headline = T(
            "Mexico took {b} billion cubic feet a day by pipe in {y}, {a} in {x}",
            "México recibió {b} mil millones de pies cúbicos diarios en {y}, tras {a} en {x}",
        ).format(a=number(first.value, 1), x=inside(first.period), b=number(last.value, 1), y=inside(last.period))
        marked = ((first, CUBIC_FEET_A_DAY, 1, -16), (last, CUBIC_FEET_A_DAY, 1, 14))
    else:
        record = shown.last(RECORD)
        headline = T(
            "Mexico took {v} billion cubic feet a day in {when} (EIA via Permian Basin Oil and Gas)",
            "México recibió {v} mil millones de pies cúbicos diarios en {when} (EIA, por Permian Basin Oil and Gas)",
        ).format(v=number(record.value, 1), when=inside(record.period))
        marked = ((first, CUBIC_FEET_A_DAY, 1, -16), (record, CUBIC_FEET_A_DAY, 1, 12))
    return filled(
        Arranged(
            headline=headline,
            subtitle=subtitle(
                shown,
                WHAT,
                T(
                    "billion cubic feet a day, monthly averages",
                    "miles de millones de pies cúbicos diarios, promedios mensuales",
                ),
            ),
            latest=latest(shown, EXPORTS_DAILY, CUBIC_FEET_A_DAY, T("exports to Mexico", "exportaciones a México")),
            alt=T(
                "Two panels of monthly averages: production above, exports to Mexico below",
                "Dos paneles de promedios mensuales: producción arriba, exportaciones a México abajo",
            ),
            axis="dates",
            panels=_panels(shown, CUBIC_FEET_A_DAY, DRY_DAILY, EXPORTS_DAILY, RECORD),
            traces=(
                trace(shown, DRY_DAILY, CUBIC_FEET_A_DAY, "other", axis="dates", end_label=EMPTY),
                trace(shown, EXPORTS_DAILY, CUBIC_FEET_A_DAY, "us", axis="dates", panel=1, end_label=EMPTY),
                trace(
                    shown,
                    RECORD,
                    CUBIC_FEET_A_DAY,
                    "us",
                    form="points",
                    axis="dates",
                    panel=1,
                    hollow=True,
                    end_label=EMPTY,
                ),
            ),
            callouts=_ends(shown, marked, True),
            events=report_published("dates", shown.years()[1]),
            zoomable=True,
            heights=(460, 400, 480),
            notes=(_SCALES, _EDITIONS),
        )
    )


def share(shown: Shown) -> Arranged:
    """Exports to Mexico as a share of production, and the share that the report saw coming."""
    old, new = shown.value(SHARE, "2015"), shown.value(SHARE, "2016")
    newest = shown.newest(SHARE_LATEST)
    low, high = (shown.value(series, "2017") for series in (LOW, HIGH))
    expected = T("report: “soon” {a} to {b}", "informe: «pronto» de {a} a {b}").format(a=number(low), b=percent(high))
    if shown.vintage == "report":
        headline = T(
            "Mexico took {a} of U.S. dry gas production in 2015 and {b} in 2016, by pipeline",
            "México recibió por ducto {a} de la producción de gas seco de EE. UU. en 2015 y {b} en 2016",
        ).format(a=percent(old, 1), b=percent(new, 1))
        points = [(2015, old, -26, -6), (2016, new, -30, 8)]
    else:
        headline = T(
            "Mexico took {v} of U.S. dry gas production in {y}; the report expected {a} to {b} “soon”",
            "México recibió {v} de la producción de gas seco de EE. UU. en {y}; el informe preveía de {a} a {b}",
        ).format(v=percent(newest.value, 1), y=newest.year, a=number(low), b=percent(high))
        points = [(newest.year, newest.value, -10, 22)]
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T(
                "Pipeline exports to Mexico, percent of U.S. dry gas production",
                "Exportaciones por ducto a México, por ciento de la producción de gas seco de EE. UU.",
            ),
        ),
        latest=latest(shown, SHARE_LATEST, PERCENT),
        alt=T(
            "A line: the share of exports to Mexico in production; an upright line for the share that the report expected",
            "Una línea: la parte de las exportaciones a México en la producción; una línea vertical para lo que esperaba el informe",
        ),
        axis="years",
        panels=(Panel(PERCENT),),
        traces=(
            trace(shown, SHARE, PERCENT, "us", end_label=EMPTY)
            if shown.vintage == "report"
            else trace(shown, SHARE, PERCENT, "other", dash="dash", end_label=T("edition of 2020", "edición de 2020")),
            trace(shown, SHARE_LATEST, PERCENT, "us", end_label=T("edition of 2025", "edición de 2025")),
            between(
                shown,
                LOW,
                HIGH,
                WHOLE_PERCENT,
                "text",
                T("Share that the report expected “soon”", "Parte que el informe esperaba «pronto»"),
                "years",
            ),
        ),
        callouts=()
        if shown.is_filtered()
        else (
            *(Callout(x, y, percent(y, 1), dx=dx, dy=dy, colour="us") for x, y, dx, dy in points),
            Callout(2017, (low + high) / 2, expected, dx=-110, dy=0),
        ),
        events=report_published("years", shown.years()[1]) if shown.vintage == "latest" else (),
        notes=(
            T(
                "The report says that Mexico “will soon” take 8 to 10 percent and names no year: its range stands at 2017.",
                "El informe dice que México tomará «pronto» de 8 a 10 por ciento y no menciona un año: su rango se coloca en 2017.",
            ),
            _EDITIONS,
        ),
    )


_SCALES = T("Each panel has its own scale, from zero.", "Cada panel tiene su propia escala, desde cero.")
_EDITIONS = T(
    "Volumes and averages a day are different editions of EIA, up to 2.7 percent apart, and never joined.",
    "Los volúmenes y los promedios diarios son ediciones distintas de la EIA, con hasta 2.7 por ciento de diferencia; no se unen.",
)

EXHIBIT = Exhibit(
    id="energy-9",
    chapter="energy",
    order=9,
    number=T("Figure 9", "Gráfica 9"),
    title=T(
        "U.S. natural gas production and exports to Mexico",
        "Producción de gas natural de EE. UU. y exportaciones a México",
    ),
    subject=T(
        "U.S. dry gas production and pipeline exports to Mexico",
        "Gas seco de EE. UU.: producción y exportaciones por ducto a México",
    ),
    dimensions=("years", "direction"),
    views=(
        View(
            "yearly",
            T("By year", "Por año"),
            report=draw(DRY, EXPORTS, years=(1990, 2016)),
            latest=draw(DRY, EXPORTS, years=(1990, 2022)),
            arrange=yearly,
        ),
        View(
            "monthly",
            T("By month", "Por mes"),
            report=draw(DRY_MONTHLY, EXPORTS_MONTHLY, years=(1997, 2016)),
            latest=draw(DRY_MONTHLY, EXPORTS_MONTHLY, years=(1997, 2023)),
            arrange=monthly,
        ),
        View(
            "daily",
            T("A day, since 2015", "Por día, desde 2015"),
            report=draw(DRY_DAILY, EXPORTS_DAILY, years=(2015, 2016)),
            latest=draw(DRY_DAILY, EXPORTS_DAILY, RECORD),
            arrange=daily,
        ),
        View(
            "share",
            T("Share", "Proporción"),
            report=draw(SHARE, years=(1990, 2016)) + draw(LOW, HIGH),
            latest=draw(SHARE, years=(1990, 2019)) + draw(SHARE_LATEST, LOW, HIGH),
            arrange=share,
        ),
    ),
)
