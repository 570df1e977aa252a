"""Added: the money that Mexicans abroad send home."""

from __future__ import annotations

from dashboard.charts.arranged import Arranged, Callout, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import USD_BILLION_FROM_MILLION as BILLION
from dashboard.exhibits.migration.remittance_maps import FROM_STATE, RECEIVE, REVISED, SEND, TO_STATE, by_state
from dashboard.exhibits.migration.sparse import Dash, of_value
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.text import EMPTY, T, number

BANXICO, WORLD_BANK = "remittances_received_mexico", "personal_remittances_received_world_bank"
PUBLISHED_2017 = "remittances_received_mexico_as_published_2017"
PUBLISHED = tuple(f"remittances_received_mexico_as_published_{year}" for year in (2006, 2013, 2016, 2017))

UNIT = T("billion current dollars", "miles de millones de dólares corrientes")
MONEY = T("billion dollars", "miles de millones de dólares")


def _billions(millions: float) -> T:
    return number(millions * BILLION.scale, BILLION.digits)


def total(shown: Shown) -> Arranged:
    """Banxico’s line, the World Bank’s wider one, and what was published at the time as points; states if chosen."""
    states = _states(shown)
    quoted: tuple[tuple[str, float, int, int], ...]
    if shown.vintage == "report":
        before, last = (shown.value(PUBLISHED_2017, year) for year in ("2015", "2016"))
        headline = T(
            "Remittances to Mexico were ${a} billion in 2015, ${b} in 2016 (Banxico via 24 Horas)",
            "Las remesas a México sumaron {a} mil millones de dólares en 2015 y {b} en 2016 (Banxico, por 24 Horas)",
        ).format(a=_billions(before), b=_billions(last))
        quoted = (("2015", before, -60, -70), ("2016", last, -30, -130))
    else:
        now, then = shown.last(BANXICO), shown.value(BANXICO, "2015")
        headline = T(
            "Remittances to Mexico were ${v} billion in {y}, {x} times those of 2015 (Banxico)",
            "Las remesas a México sumaron {v} mil millones de dólares en {y}, {x} veces las de 2015 (Banxico)",
        ).format(v=_billions(now.value), y=now.year, x=number(now.value / then, 1))
        quoted = ((now.period, now.value, -30, 44), ("2015", then, -40, 40))
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T("Remittances received by Mexico from all countries", "Remesas que recibe México de todos los países"),
            UNIT,
        )
        if not states
        else subtitle(shown, T("Remittances by state", "Remesas por entidad federativa o estado"), UNIT),
        latest=latest(shown, BANXICO, BILLION, source=T("Banxico", "Banxico")),
        alt=T(
            "Lines by year: remittances received by Mexico as Banxico and the World Bank count them",
            "Líneas por año: remesas recibidas por México según Banxico y el Banco Mundial",
        ),
        axis="years",
        panels=(Panel(BILLION),),
        traces=states
        or (
            trace(
                shown,
                WORLD_BANK,
                BILLION,
                "other",
                dash="dot",
                end_label=T("World Bank, wider definition", "Banco Mundial, definición más amplia"),
            ),
            trace(shown, BANXICO, BILLION, "mx", end_label=T("Banxico", "Banxico")),
            *(trace(shown, s, BILLION, "mx", form="points", hollow=True, end_label=EMPTY) for s in PUBLISHED),
        ),
        callouts=()
        if shown.is_filtered()
        else tuple(
            Callout(
                int(year),
                value * BILLION.scale,
                T("{v} in {y}", "{v} en {y}").format(v=_billions(value), y=year),
                dx=dx,
                dy=dy,
            )
            for year, value, dx, dy in quoted
        ),
        events=report_published("years", shown.years()[1]),
        notes=(_revised(shown), _WIDER) if not states else (REVISED,),
    )


def _states(shown: Shown) -> tuple[Trace, ...]:
    """The lines of chosen states: Mexican ones that receive, U.S. ones that send; solid, dashed, dotted in turn."""
    traces = []
    for place, state in enumerate(shown.selection.values_of("state")):
        for series, colour, words in (
            (TO_STATE, "mx", T("to {s}", "a {s}")),
            (FROM_STATE, "us", T("from {s}", "desde {s}")),
        ):
            name = words.format(s=shown.label("state", state))
            line = trace(
                shown, series, BILLION, colour, dash=_DASHES[place % 3], dimensions={"state": state}, name=name
            )
            traces += [of_value(line, state)] if line.marks else []
    return tuple(traces)


_DASHES: tuple[Dash, ...] = ("solid", "dash", "dot")


def _revised(shown: Shown) -> T:
    """What was published at the time against today’s edition."""
    return T(
        "Circles: as published at the time, not joined. For 2015, {old} in February 2017 and {new} in today’s edition.",
        "Círculos: lo publicado en su momento, sin unir. Para 2015, {old} en febrero de 2017 y {new} en la edición de hoy.",
    ).format(old=_billions(shown.value(PUBLISHED_2017, "2015")), new=_billions(shown.value(BANXICO, "2015")))


_WIDER = T(
    "The World Bank adds the pay of short-term workers abroad to what Banxico counts. Yearly sums of months, not adjusted for inflation.",
    "El Banco Mundial suma a lo que cuenta Banxico el salario de trabajadores temporales. Sumas anuales de meses, sin ajuste por inflación.",
)

EXHIBIT = Exhibit(
    id="migration-added-remittances",
    chapter="migration",
    order=23,
    number=T("Added", "Añadido"),
    title=T("Money sent home to Mexico", "Remesas a México"),
    subject=T("Remittances received by Mexico", "Remesas que recibe México"),
    dimensions=("years", "state"),
    added=True,
    views=(
        View(
            "total",
            T("Total", "Total"),
            report=draw(BANXICO, WORLD_BANK, *PUBLISHED, years=(1995, 2016))
            + draw(TO_STATE, FROM_STATE, years=(2003, 2016), under="state"),
            latest=draw(BANXICO, WORLD_BANK, *PUBLISHED, years=(1995, 2025))
            + draw(TO_STATE, FROM_STATE, years=(2003, 2025), under="state"),
            arrange=total,
        ),
        View(
            "mexican-states",
            T("Mexican states", "Entidades de México"),
            report=draw(TO_STATE, years=(2003, 2016)),
            latest=draw(TO_STATE, years=(2003, 2025)),
            arrange=by_state(RECEIVE),
        ),
        View(
            "us-states",
            T("U.S. states", "Estados de EE. UU."),
            report=draw(FROM_STATE, years=(2013, 2016)),
            latest=draw(FROM_STATE, years=(2013, 2025)),
            arrange=by_state(SEND),
        ),
    ),
)
