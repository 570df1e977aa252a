"""Foreign policy, added: how often Mexico, Canada and the United States vote alike at the United Nations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.phrases import ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.text import EMPTY, T, number, percent, same

MEXICO_US = "mexico_us_agreement_all_recorded_votes"
AGREEMENT: Final = {
    "canada_us_agreement_all_recorded_votes": ("ca", "dash"),
    "mexico_canada_agreement_all_recorded_votes": ("other", "dot"),
    MEXICO_US: ("mx", "solid"),
}
SINCE_2017: Final = {
    "canada_us_coincidence_half_credit": ("ca", "dash", T("Canada", "Canadá")),
    "global_average_us_coincidence": ("other", "dot", T("world average", "promedio mundial")),
    "mexico_us_coincidence_half_credit": ("mx", "solid", T("Mexico", "México")),
}
TO_2016: Final = {"mexico_us_coincidence_yes_no_votes": "mx", "canada_us_coincidence_yes_no_votes": "ca"}
WITH_CONSENSUS = "mexico_us_coincidence_with_consensus"
IDEAL: Final = {
    "ideal_point_us": ("us", "solid", T("United States", "Estados Unidos")),
    "ideal_point_canada": ("ca", "dash", T("Canada", "Canadá")),
    "ideal_point_mexico": ("mx", "solid", T("Mexico", "México")),
}
WHOLE: Final = replace(PERCENT, digits=0)
ON_SCALE: Final = Measure(T("on the scale", "en la escala"), digits=2)
CONSENSUS_YEAR: Final = "2016"


def votes(shown: Shown) -> Arranged:
    """Three lines, one a pair of countries: the share of recorded votes in which they agreed."""
    rows = shown.planned[shown.planned["series"] == MEXICO_US]
    low, last = rows.loc[rows["value"].idxmin()], shown.last(MEXICO_US)
    before = shown.value(MEXICO_US, str(last.year - 1))
    callouts: tuple[Callout, ...] = (
        Callout(int(low["year"]), low["value"], _at(low["value"], low["period"]), dx=-30, dy=-24),
    )
    if shown.vintage == "report":
        headline = T(
            "Mexico and the U.S. agreed in {v} of recorded UN votes in {y}, {before} the year before",
            "México y EE. UU. coincidieron en {v} de las votaciones de la ONU en {y}; un año antes, en {before}",
        )
        callouts += (Callout(last.year - 1, before, _at(before, str(last.year - 1)), dx=-20, dy=30),)
    else:
        headline = T(
            "Mexico and the U.S. agreed in {v} of recorded UN votes in {y}; the low was {low} in {then}",
            "México y EE. UU. coincidieron en {v} de las votaciones de la ONU en {y}; el mínimo fue {low} en {then}",
        )
    return Arranged(
        headline=headline.format(
            v=percent(last.value), y=last.year, before=percent(before), low=percent(low["value"]), then=low["period"]
        ),
        subtitle=subtitle(
            shown,
            T(
                "Recorded votes of the UN General Assembly in which two countries agreed",
                "Votaciones registradas de la Asamblea General de la ONU en que coincidieron dos países",
            ),
            T("percent; an abstention counts half", "por ciento; una abstención cuenta la mitad"),
        ),
        latest=latest(shown, MEXICO_US, WHOLE, T("Mexico and the U.S.", "México y EE. UU.")),
        alt=T(
            "Three lines: agreement of Canada and the United States, Mexico and Canada, Mexico and the United States",
            "Tres líneas: coincidencia de Canadá y Estados Unidos, México y Canadá, México y Estados Unidos",
        ),
        axis="years",
        panels=(Panel(WHOLE, limits=(0, 100)),),
        traces=tuple(
            trace(shown, series, WHOLE, c, dash=d, end_label=ending(shown, series, WHOLE, shown.name(series)))  # type: ignore[arg-type]
            for series, (c, d) in AGREEMENT.items()
        ),
        callouts=() if shown.is_filtered() else callouts,
        events=report_published("years", shown.years()[1]),
        notes=(_by_consensus(shown), _OWN_COUNT),
    )  # fmt: skip


def _at(value: float, year: str) -> T:
    return T("{v} in {y}", "{v} en {y}").format(v=percent(value), y=year)


def _by_consensus(shown: Shown) -> T:
    return T(
        "Most resolutions pass without a vote and are not in here: counting them the State Department put Mexico at {v} in {y}.",
        "La mayoría de las resoluciones se aprueba sin votación y no está aquí: al contarlas, el Departamento de Estado dio a México {v} en {y}.",
    ).format(v=percent(shown.value(WITH_CONSENSUS, CONSENSUS_YEAR)), y=CONSENSUS_YEAR)


_OWN_COUNT = T(
    "Own count of roll calls (Voeten, Robinson) to 2019, those on paragraphs too. A year is that of the session’s opening (2016: session 71); 1964 had none.",
    "Conteo propio de votaciones nominales (Voeten, Robinson) a 2019, también de párrafos. Año de apertura del periodo (2016: el 71.º); no hubo en 1964.",
)


def state_department(shown: Shown) -> Arranged:
    """The percentages that the State Department prints: lines since 2017, hollow points of the method before."""
    mexico, canada = TO_2016
    if shown.vintage == "report":
        last = shown.last(mexico)
        headline = T(
            "In {y} {m} of Mexico’s yes and no votes at the UN matched the U.S., {c} of Canada’s",
            "En {y} los votos a favor y en contra de México coincidieron {m} con los de EE. UU.; los de Canadá, {c}",
        ).format(y=last.year, m=percent(last.value), c=percent(shown.last(canada).value))
    else:
        ca, world, mx = (shown.last(series) for series in SINCE_2017)
        headline = T(
            "Mexico voted with the U.S. in {m} of UN votes in {y}, the average in {w}, Canada in {c}",
            "México votó con EE. UU. en {m} de las votaciones de la ONU en {y}; el promedio, {w}; Canadá, {c}",
        ).format(m=percent(mx.value), y=mx.year, w=percent(world.value), c=percent(ca.value))
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T(
                "Coincidence with U.S. votes in the UN General Assembly",
                "Coincidencia con los votos de EE. UU. en la Asamblea General de la ONU",
            ),
            T("percent, State Department", "por ciento, Departamento de Estado"),
        ),
        latest=latest(shown, "mexico_us_coincidence_half_credit", WHOLE, T("Mexico", "México"), T("State Department", "Departamento de Estado")),
        alt=T(
            "Hollow points to 2016 for Mexico and Canada, lines since 2017 for both and the world average",
            "Puntos huecos hasta 2016 de México y Canadá, líneas desde 2017 de ambos y del promedio mundial",
        ),
        axis="years",
        panels=(Panel(WHOLE, limits=(0, 100)),),
        traces=(*_printed(shown), *_older(shown)),
        events=report_published("years", shown.years()[1]),
        notes=(_by_consensus(shown), _TWO_METHODS),
    )  # fmt: skip


def _printed(shown: Shown) -> Iterator[Trace]:
    for series, (colour, dash, words) in SINCE_2017.items():
        yield trace(
            shown, series, WHOLE, colour, dash=dash, markers=True, end_label=ending(shown, series, WHOLE, words),  # type: ignore[arg-type]
        )  # fmt: skip


def _older(shown: Shown) -> Iterator[Trace]:
    """The hollow points: alone in the report's time they carry names and values, later their values."""
    alone = shown.vintage == "report"
    for series, colour in TO_2016.items():
        words = T("Mexico", "México") if colour == "mx" else T("Canada", "Canadá")
        points = trace(
            shown, series, WHOLE, colour, form="points", hollow=True, values="all" if alone else "last",
            end_label=words if alone else EMPTY,
        )  # fmt: skip
        yield replace(points, shape="circle" if colour == "mx" else "diamond")


_TWO_METHODS = T(
    "Hollow, to 2016: only yes and no votes, those on paragraphs too. From 2017 an abstention counts half: another method, so nothing is joined.",
    "Hueco, hasta 2016: solo votos a favor y en contra, también de párrafos. Desde 2017 la abstención cuenta la mitad: otro método, por eso no se unen.",
)


def ideal_points(shown: Shown) -> Arranged:
    """Three lines: where the votes of each country put it on one scale."""
    us, canada, mexico = (shown.last(series) for series in IDEAL)
    return Arranged(
        headline=T(
            "UN votes of {y} put Mexico at {m} on Voeten’s scale, Canada at {c}, the U.S. at {u}",
            "Los votos en la ONU de {y} ubican a México en {m} de la escala de Voeten, a Canadá en {c} y a EE. UU. en {u}",
        ).format(y=mexico.year, m=number(mexico.value, 2), c=number(canada.value, 2), u=number(us.value, 2)),
        subtitle=subtitle(
            shown,
            T(
                "Ideal points estimated from all recorded votes, higher is nearer the U.S.-led order",
                "Puntos ideales estimados con todas las votaciones; más alto, más cerca del orden encabezado por EE. UU.",
            ),
        ),
        latest=latest(shown, "ideal_point_mexico", ON_SCALE, T("Mexico", "México"), same("Voeten")),
        alt=T(
            "Three lines: the United States at the top, Canada below, Mexico at the bottom",
            "Tres líneas: Estados Unidos arriba, Canadá debajo y México abajo",
        ),
        axis="years",
        panels=(Panel(ON_SCALE),),
        traces=tuple(
            trace(shown, series, ON_SCALE, colour, dash=dash, end_label=ending(shown, series, ON_SCALE, words))  # type: ignore[arg-type]
            for series, (colour, dash, words) in IDEAL.items()
        ),
        events=report_published("years", shown.years()[1]),
        notes=(_ESTIMATE,),
    )  # fmt: skip


_ESTIMATE = T(
    "An estimate, not a count: it takes out what changes with each year’s agenda (Voeten, April 2020). There is no estimate for 1964.",
    "Es una estimación, no un conteo: descuenta lo que cambia con la agenda de cada año (Voeten, abril de 2020). No hay estimación para 1964.",
)

EXHIBIT = Exhibit(
    id="foreign-policy-added-un",
    chapter="foreign-policy",
    order=2,
    number=T("Added", "Añadido"),
    title=T("Voting together at the United Nations", "Coincidencias de voto en la ONU"),
    subject=T("Voting together at the United Nations", "Coincidencias de voto en la ONU"),
    added=True,
    views=(
        View(
            "votes",
            T("All recorded votes", "Todas las votaciones"),
            report=draw(*AGREEMENT, years=(1946, 2016)),
            latest=draw(*AGREEMENT, years=(1946, 2019)),
            arrange=votes,
            build=tuple((series,) for series in reversed(AGREEMENT)),
        ),
        View(
            "state",
            T("State Department", "Departamento de Estado"),
            report=draw(*TO_2016, years=(2013, 2016)),
            latest=draw(*TO_2016, years=(2013, 2016)) + draw(*SINCE_2017, years=(2017, 2023)),
            arrange=state_department,
        ),
        View(
            "ideal",
            T("Ideal points", "Puntos ideales"),
            report=draw(*IDEAL, years=(1946, 2016)),
            latest=draw(*IDEAL, years=(1946, 2019)),
            arrange=ideal_points,
        ),
    ),
)
