"""Foreign policy, added: troops, police and experts of the three countries in missions of the United Nations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dashboard.charts.arranged import Arranged, Callout, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERSONS
from dashboard.exhibits.phrases import subtitle
from dashboard.exhibits.prepare import Shown, figure, marks, period_label, position, trace
from dashboard.text import EMPTY, T, number

COUNTRIES: Final = {
    "mexico": ("mx", T("Mexico", "México")),
    "us": ("us", T("United States", "Estados Unidos")),
    "canada": ("ca", T("Canada", "Canadá")),
}
TOTAL: Final = {country: f"{country}_un_peacekeeping_total" for country in COUNTRIES}
KINDS: Final = {
    "troops": ("kind-b", "solid", T("troops", "tropas")),
    "police": ("kind-a", "dash", T("police", "policías")),
    "experts": ("kind-c", "dot", T("experts on mission", "expertos en misión")),
}
BY_KIND: Final = {
    country: {kind: f"{country}_un_peacekeeping_{kind}" for kind in KINDS if country != "mexico" or kind == "police"}
    for country in COUNTRIES
}
MONTHLY = "ipi_ppp_2014"  # the source of the month-end counts
ANNOUNCED: Final = ("2015-03", "2015-12")  # what Mexico said it would send
RETURN, MEXICAN_POLICE = "2015-03", "mexico_un_peacekeeping_police"


def totals(shown: Shown) -> Arranged:
    """A panel for each country: a line of month-end counts, later counts as points."""
    first, last = shown.first(TOTAL["mexico"]), shown.last(TOTAL["mexico"])
    if shown.vintage == "report":
        headline = T(
            "Mexico had {a} UN police in {then} (IPI) and announced {b} officers in {back}",
            "México tenía {a} policías en misiones de la ONU en {then} (IPI); en {back} anunció {b} oficiales",
        ).format(
            a=number(first.value),
            then=_month(first.period),
            back=_month(RETURN),
            b=number(shown.value(TOTAL["mexico"], RETURN)),
        )
    else:
        headline = T(
            "Mexico had {b} people in UN missions in {now} (press), {a} in {then} (IPI)",
            "México tenía {b} personas en misiones de la ONU en {now} (SRE, vía prensa) y {a} en {then} (IPI)",
        ).format(a=number(first.value), then=_month(first.period), now=_month(last.period), b=number(last.value))
    kept = _there(shown, {country: (series,) for country, series in TOTAL.items()})
    return Arranged(
        headline=headline,
        subtitle=subtitle(shown, _COUNTED.format(end=_month(_last_month(shown))), _SCALES),
        latest=_latest(shown),
        alt=T(
            "Three panels, Mexico, the United States and Canada: lines of monthly counts to 2014, a few points since",
            "Tres paneles, México, Estados Unidos y Canadá: líneas de conteos mensuales hasta 2014 y algunos puntos después",
        ),
        axis="dates",
        panels=tuple(Panel(PERSONS, title=COUNTRIES[country][1], ticks=3) for country in kept),
        traces=tuple(one for panel, country in enumerate(kept) for one in _counts(shown, country, panel)),
        callouts=() if shown.is_filtered() else tuple(_total_callouts(shown)),
        events=report_published("dates", shown.years()[1]),
        heights=(620, 560, 600),
        notes=(_FIRST, _GAP, *((_COLOMBIA,) if shown.vintage == "latest" else ())),
    )  # fmt: skip


def _last_month(shown: Shown) -> str:
    """The month in which the month-end counts end."""
    rows = shown.planned[shown.planned["source_id"] == MONTHLY]
    return str(rows.loc[rows["start"].idxmax(), "period"])


def _there(shown: Shown, series: dict[str, tuple[str, ...]]) -> list[str]:
    """The countries with something on show."""
    return [country for country, names in series.items() if any(len(shown.rows(name)) for name in names)]


def _counts(shown: Shown, country: str, panel: int) -> Iterator[Trace]:
    """Month-end counts as a line; what was quoted later as points, hollow where it was only announced."""
    series, (colour, name) = TOTAL[country], COUNTRIES[country]
    rows = shown.rows(series)
    monthly, announced = rows["source_id"] == MONTHLY, rows["period"].isin(ANNOUNCED) & (country == "mexico")
    kinds = (
        ("months", monthly, "line", False, EMPTY),
        (
            "quoted",
            ~monthly & ~announced,
            "points",
            False,
            T("single later counts, as quoted", "conteos posteriores sueltos, citados"),
        ),
        (
            "announced",
            announced,
            "points",
            True,
            T("announced by Mexico, not counted", "anunciado por México, no contado"),
        ),
    )
    for id, kept, form, hollow, words in kinds:
        yield Trace(
            id=f"{series}|{id}", name=name, colour=colour, panel=panel, form=form, hollow=hollow, end_label=words,  # type: ignore[arg-type]
            marks=marks(rows[kept], PERSONS, "dates", gaps=form == "line"),
        )  # fmt: skip


def _total_callouts(shown: Shown) -> Iterator[Callout]:
    """The peak of each country, and the last count or announcement."""
    for panel, series in enumerate(TOTAL.values()):
        rows = shown.planned[shown.planned["series"] == series].sort_values("start")
        peak = rows.loc[rows["value"].idxmax()]
        yield _callout(peak, panel, dx=60, dy=16)
        quoted = (
            [rows[rows["period"] == RETURN].iloc[0]] if shown.vintage == "report" and panel == 0 else [rows.iloc[-1]]
        )
        for row in quoted:
            yield _callout(row, panel, dx=-30, dy=30)


def _callout(row: object, panel: int, dx: int, dy: int) -> Callout:
    words = T("{v} in {when}", "{v} en {when}").format(v=number(row["value"]), when=_month(row["period"]))  # type: ignore[index]
    return Callout(position(row, "dates"), float(row["value"]), words, panel=panel, dx=dx, dy=dy)  # type: ignore[arg-type,index]


def _month(period: str) -> T:
    return period_label(period)


def _latest(shown: Shown) -> T:
    """The newest counts of Mexico and Canada, each with its month."""
    told = [(COUNTRIES[country][1], shown.newest(TOTAL[country])) for country in ("mexico", "canada")]
    (mexico, m), (canada, c) = told
    return T(
        "Latest: {mexico} {m} in {a}; {canada} {c} in {b}", "Último dato: {mexico} {m} en {a}; {canada} {c} en {b}"
    ).format(
        mexico=mexico,
        m=figure(m.value, PERSONS),
        a=_month(m.period),
        canada=canada,
        c=number(c.value),
        b=_month(c.period),
    )


def kinds(shown: Shown) -> Arranged:
    """A panel for each country: troops, police and experts as lines, to March 2014."""
    troops = BY_KIND["us"]["troops"]
    rows = shown.planned[shown.planned["series"] == troops]
    peak, last = rows.loc[rows["value"].idxmax()], shown.last(troops)
    kept = _there(shown, {country: tuple(names.values()) for country, names in BY_KIND.items()})
    return Arranged(
        headline=T(
            "The U.S. had {a} troops in UN missions in {peak} and {b} in {end} (IPI)",
            "EE. UU. tenía {a} tropas en misiones de la ONU en {peak} y {b} en {end} (IPI)",
        ).format(a=number(peak["value"]), peak=_month(peak["period"]), b=number(last.value), end=_month(last.period)),
        subtitle=subtitle(shown, _WHAT, _SCALES),
        latest=_latest(shown),
        alt=T(
            "Three panels, Mexico, the United States and Canada, with lines of troops, police and experts",
            "Tres paneles, México, Estados Unidos y Canadá, con líneas de tropas, policías y expertos",
        ),
        axis="dates",
        panels=tuple(Panel(PERSONS, title=COUNTRIES[country][1], ticks=3) for country in kept),
        traces=tuple(
            trace(shown, BY_KIND[country][kind], PERSONS, colour, axis="dates", dash=dash, panel=panel, end_label=EMPTY)  # type: ignore[arg-type]
            for panel, country in enumerate(kept)
            for kind, (colour, dash, _) in KINDS.items()
            if kind in BY_KIND[country]
        ),
        legend=tuple((colour, words) for colour, _, words in KINDS.values()),
        callouts=()
        if shown.is_filtered()
        else (
            _callout(peak, 1, dx=60, dy=16),
            _callout(rows[rows["period"] == last.period].iloc[0], 1, dx=-30, dy=36),
        ),
        heights=(620, 560, 600),
        notes=(_FIRST, _KINDS),
    )


_WHAT = T(
    "Uniformed personnel in UN peacekeeping, month-end counts of the International Peace Institute (IPI)",
    "Personal uniformado en operaciones de paz de la ONU, conteos de fin de mes del International Peace Institute (IPI)",
)
_COUNTED = T(
    "Uniformed personnel in UN peacekeeping, month-end counts (IPI) to {end}, later points as quoted",
    "Personal uniformado en operaciones de paz de la ONU, conteos de fin de mes (IPI) hasta {end} y puntos posteriores citados",
)
_SCALES = T("people, each panel on its own scale", "personas, cada panel con su propia escala")
_FIRST = T(
    "The report calls Mexico’s commitment of 2015 its first; Mexican police served in UN missions from February 1992 to April 1995.",
    "El informe presenta como el primero el compromiso de México de 2015; hubo policías mexicanos en misiones de la ONU de febrero de 1992 a abril de 1995.",
)
_GAP = T(
    "From May 1995 to February 2015 the source (IPI, International Peace Institute) has no row for Mexico and prints no zero: a gap.",
    "De mayo de 1995 a febrero de 2015 la fuente (IPI, International Peace Institute) no tiene filas de México ni imprime ceros: un vacío.",
)
_COLOMBIA = T(
    "SRE is Mexico’s foreign ministry. Mexico’s counts of 2019 and 2021 include the mission in Colombia, a political one.",
    "SRE es la Secretaría de Relaciones Exteriores. Los conteos de 2019 y 2021 incluyen la misión en Colombia, que es política.",
)
_KINDS = T(
    "Troops include staff officers, police include formed units, experts are mostly military observers. Mexico sent police alone.",
    "Las tropas incluyen oficiales de estado mayor; la policía, unidades formadas; los expertos son sobre todo observadores. México envió solo policías.",
)

EXHIBIT = Exhibit(
    id="foreign-policy-added-peacekeeping",
    chapter="foreign-policy",
    order=3,
    number=T("Added", "Añadido"),
    title=T("Troops, police and experts in UN missions", "Tropas, policías y expertos en misiones de la ONU"),
    subject=T("People in UN missions", "Personas en misiones de la ONU"),
    added=True,
    views=(
        View(
            "totals",
            T("All personnel", "Todo el personal"),
            report=draw(*TOTAL.values(), years=(1990, 2016)),
            latest=draw(*TOTAL.values(), years=(1990, 2024)),
            arrange=totals,
        ),
        View(
            "kinds",
            T("By kind", "Por tipo"),
            report=draw(*(name for names in BY_KIND.values() for name in names.values()), years=(1990, 2014)),
            latest=draw(*(name for names in BY_KIND.values() for name in names.values()), years=(1990, 2014)),
            arrange=kinds,
        ),
    ),
)
