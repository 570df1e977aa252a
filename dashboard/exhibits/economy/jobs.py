"""Economy 5: U.S. jobs that depend on trade with Mexico."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from dashboard.charts.arranged import Arranged, Mark, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.phrases import latest
from dashboard.exhibits.prepare import Shown, placed
from dashboard.exhibits.us_tiles import STATES, US_TILES
from dashboard.text import EMPTY, T, join, listing, number, percent, same

JOBS, ONE_IN = "jobs_dependent_on_trade_with_mexico", "one_in_n_us_workers"
NATION = "us"
YEAR = "2014"
BOUNDS = {  # quoted as "just under" or "almost": what stands in the data is the most that it can be
    "us-tn": T("just under {n}", "algo menos de {n}"),
    "us-az": T("almost {n}", "casi {n}"),
}

THOUSANDS = Measure(T("thousand jobs", "miles de empleos"), scale=1e-3)
MILLIONS = Measure(T("million jobs", "millones de empleos"), scale=1e-6, digits=1)
WORKERS = Measure(T("U.S. workers for each such job", "trabajadores de EE. UU. por cada empleo así"))
QUOTED = T("rounded, as quoted", "redondeado, según se cita")
AT_MOST = T("upper bound", "cota superior")


def _known(frame: Any) -> list[dict[str, Any]]:
    """One row for each known state, the first of its sources, the largest number first."""
    rows = frame[(frame["series"] == JOBS) & (frame["state"] != NATION) & (frame["period"] == YEAR)]
    rows = rows.drop_duplicates("state").sort_values("value", ascending=False, kind="stable")
    return cast(list[dict[str, Any]], rows.to_dict("records"))


def _nation(shown: Shown) -> float:
    return shown.value(JOBS, YEAR, state=NATION)


def _millions(persons: float) -> T:
    return number(persons * MILLIONS.scale, MILLIONS.digits)


def _part(numbers: Iterable[float], shown: Shown) -> T:
    """What the numbers of some states are of the whole, in per cent."""
    return percent(100 * sum(numbers) / _nation(shown))


def _coverage(shown: Shown) -> T:
    """How much of the whole the known states are, in words."""
    rows = _known(shown.planned)
    return T(
        "{n} of {all} states known, about {part} of the {total} million jobs",
        "{n} de {all} estados conocidos, cerca de {part} de los {total} millones de empleos",
    ).format(
        n=len(rows), all=STATES, part=_part((row["value"] for row in rows), shown), total=_millions(_nation(shown))
    )


def _latest(shown: Shown) -> T:
    return latest(
        shown,
        JOBS,
        MILLIONS,
        T("whole country", "todo el país"),
        T("Trade Partnership for Business Roundtable", "Trade Partnership para Business Roundtable"),
        state=NATION,
    )


def _mark(shown: Shown, row: dict[str, Any], x: float) -> Mark:
    """A state's number, said to be an upper bound where it is one."""
    mark = placed(row, THOUSANDS, x, shown.label("state", row["state"]), "state")
    bound = BOUNDS.get(row["state"])
    return replace(mark, label=bound.format(n=mark.label), remark=AT_MOST) if bound else mark


def ranked(shown: Shown) -> Arranged:
    """A bar for each state whose number is public, on the states' own scale."""
    rows = _known(shown.frame)
    if NATION in shown.selection.values_of("state"):
        rows = [*cast(list[dict[str, Any]], shown.rows(JOBS, state=NATION).to_dict("records")), *rows]
    marks = [_mark(shown, row, place) for place, row in enumerate(rows)]
    years = sorted({row["period"] for row in rows})
    if len(years) > 1:  # the nation is known in two
        marks = [replace(mark, name=join((mark.name, mark.period), ", ")) for mark in marks]
    first = _known(shown.planned)[0]
    return Arranged(
        headline=T(
            "{State} had {n},000 jobs that depended on trade with Mexico in {year} (quoted by the CSG)",
            "{State} tenía {n} mil empleos que dependían del comercio con México en {year} (citado por el CSG)",
        ).format(State=shown.label("state", first["state"]), n=number(first["value"] / 1000), year=YEAR),
        subtitle=T(
            "Net jobs that depend on trade with Mexico, thousands, {year}",
            "Empleos netos que dependen del comercio con México, miles, {year}",
        ).format(year=listing(same(year) for year in years))
        + same(": ")
        + _coverage(shown),
        latest=_latest(shown),
        alt=T(
            "Bars of the states whose number is public; those of all other states are not known",
            "Barras de los estados cuya cifra es pública; las de los demás no se conocen",
        ),
        axis="categories",
        panels=(Panel(THOUSANDS),),
        traces=tuple(
            Trace(
                id=f"{JOBS}|{kind}",
                name=shown.name(JOBS),
                colour="us",
                marks=tuple(mark for mark in marks if (mark.remark == AT_MOST) is bound),
                form="bars",
                hatched=bound,
                end_label=words,
            )
            for kind, bound, words in (("quoted", False, QUOTED), ("bound", True, AT_MOST))
        ),
        categories=tuple(mark.name for mark in marks),
        notes=(_QUOTATIONS, _MODEL),
    )


def tiles(shown: Shown) -> Arranged:
    """A tile for each state: filled with its number where that is public, hollow where it is not."""
    known, chosen = _known(shown.planned), {row["state"] for row in _known(shown.frame)}
    unknown = [state for state in US_TILES if state not in {row["state"] for row in known}]
    coverage = {"n": len(known), "all": STATES, "part": _part((row["value"] for row in known), shown)}
    kinds = (
        ("known", False, _KNOWN.format(**coverage), [_tile(shown, row) for row in known if row["state"] in chosen]),
        ("left-out", True, _LEFT_OUT, [_tile(shown, row) for row in known if row["state"] not in chosen]),
        ("unknown", True, _UNKNOWN, [_blank(shown, state) for state in unknown]),
    )
    return Arranged(
        headline=T(
            "State numbers are known for {n} of {all} states, about {part} of the {year} total (CSG, press)",
            "Se conocen las cifras de {n} de {all} estados, cerca de {part} del total de {year} (CSG, prensa)",
        ).format(**coverage, year=YEAR),
        subtitle=T(
            "Net jobs that depend on trade with Mexico, thousands, {year}; every tile is a state or D.C.",
            "Empleos netos que dependen del comercio con México, miles, {year}; cada cuadro es un estado o D.C.",
        ).format(year=YEAR),
        latest=_latest(shown),
        alt=T(
            "A map of equal tiles: the states whose number is public are filled, all others are hollow",
            "Un mapa de cuadros iguales: los estados con cifra pública van llenos, los demás vacíos",
        ),
        axis="none",
        panels=(Panel(THOUSANDS),),
        traces=tuple(
            Trace(
                id=f"{JOBS}|{kind}",
                name=shown.name(JOBS),
                colour="other" if kind == "unknown" else "us",
                marks=tuple(marks),
                form="tiles",
                hollow=hollow,
                end_label=words,
            )
            for kind, hollow, words, marks in kinds
        ),
        notes=(_QUOTATIONS, _MODEL),
    )


def _code(state: str) -> str:
    return state.removeprefix("us-").upper()


def _blank(shown: Shown, state: str) -> Mark:
    """The tile of a state whose number is not known."""
    column, line = US_TILES[state]
    return Mark(
        id=f"{JOBS}|{YEAR}|{state}|unknown",
        x=column,
        y=line,
        period=same(YEAR),
        figure=T("not published in readable form", "sin publicación legible"),
        label=same(_code(state)),
        name=shown.label("state", state),
        selects=("state", state),
    )


def _tile(shown: Shown, row: dict[str, Any]) -> Mark:
    column, line = US_TILES[row["state"]]
    mark = _mark(shown, row, column)
    figure = number(row["value"] * THOUSANDS.scale)
    sign = "<" if row["state"] in BOUNDS else ""
    return replace(mark, y=float(line), label=same(f"{_code(row['state'])}<br>{sign}") + figure)


def people(shown: Shown) -> Arranged:
    """Twenty-nine people, one of them with a job that depends on trade with Mexico."""
    share = shown.last(ONE_IN)
    newest = shown.newest(JOBS, state=NATION)
    row = cast(list[dict[str, Any]], shown.rows(ONE_IN).to_dict("records"))[0]
    mark = placed(row, WORKERS, 0, T("One worker in {n}", "Un trabajador de cada {n}").format(n=number(share.value)))
    total = T(
        "{v} million jobs depended on trade with Mexico in {year}",
        "{v} millones de empleos dependían del comercio con México en {year}",
    )
    reported = total.format(v=_millions(_nation(shown)), year=YEAR)
    if shown.vintage == "report":
        headline = T(
            "The report says that one in {n} U.S. jobs depended on trade with Mexico ({year} data)",
            "Según el informe, uno de cada {n} trabajadores de EE. UU. dependía del comercio con México (datos de {year})",
        ).format(n=number(share.value), year=YEAR)
    else:
        headline = T(
            "Trade with Mexico supported {v} million U.S. jobs in {year}, {old} in 2014 (Roundtable)",
            "El comercio con México sostenía {v} millones de empleos en EE. UU. en {year} (Business Roundtable); {old} en 2014",
        ).format(v=_millions(newest.value), year=newest.year, old=_millions(_nation(shown)))
        reported = (
            reported
            + T(", ", ", ")
            + T("{v} in {year}", "{v} en {year}").format(v=_millions(newest.value), year=newest.year)
        )
    return Arranged(
        headline=headline,
        subtitle=T(
            "U.S. workers for each job that depends on trade with Mexico, as the report prints it",
            "Trabajadores de EE. UU. por cada empleo que depende del comercio con México, como lo imprime el informe",
        ),
        latest=_latest(shown),
        alt=T("{n} people in rows, one of them in colour", "{n} personas en filas, una de ellas en color").format(
            n=number(share.value)
        ),
        axis="none",
        panels=(Panel(WORKERS),),
        traces=(
            Trace(
                ONE_IN,
                shown.name(ONE_IN),
                "us",
                (replace(mark, y=1.0, figure=number(share.value)),),
                form="people",
                end_label=reported,
            ),
            Trace(
                f"{ONE_IN}|others",
                T("All other workers", "Los demás trabajadores"),
                "other",
                (
                    Mark(
                        id=f"{ONE_IN}|others",
                        x=1,
                        y=share.value - 1,
                        value=share.value - 1,
                        period=mark.period,
                        figure=T("{n} of {all}", "{n} de {all}").format(
                            n=number(share.value - 1), all=number(share.value)
                        ),
                        name=T("All other workers", "Los demás trabajadores"),
                    ),
                ),
                form="people",
                hollow=True,
                end_label=EMPTY,
            ),
        ),
        notes=(
            _MODEL,
            T(
                "29 times 4.9 million is 142 million workers. No “one in n” was published for 2017.",
                "29 por 4.9 millones son 142 millones de trabajadores. Para 2017 no se publicó un «uno de cada n».",
            ),
        ),
    )


_KNOWN = T(
    "known: {n} of {all} states, about {part} of all jobs", "conocida: {n} de {all} estados, cerca de {part} del total"
)
_LEFT_OUT = T("known, left out by the filter", "conocida, fuera del filtro")
_UNKNOWN = T("unknown: not published in readable form", "desconocida: sin publicación legible")
_QUOTATIONS = T(
    "State numbers are rounded quotations by the CSG and newspapers of one study; its full table was published only as a picture.",
    "Las cifras por estado son citas redondeadas del CSG y la prensa de un mismo estudio; su cuadro completo solo se publicó como imagen.",
)
_MODEL = T(
    "Net jobs by the Trade Partnership’s model: jobs gained less jobs lost. The year 2014 is inferred, the report does not print it.",
    "Empleos netos según el modelo de Trade Partnership: ganados menos perdidos. El año 2014 es inferido; el informe no lo imprime.",
)

EXHIBIT = Exhibit(
    id="economy-5",
    chapter="economy",
    order=5,
    number=T("Figure 5", "Gráfica 5"),
    title=T("U.S. jobs that depend on trade with Mexico", "Empleos en EE. UU. que dependen del comercio con México"),
    subject=T("U.S. jobs that depend on trade with Mexico", "Empleos en EE. UU. que dependen del comercio con México"),
    dimensions=("years", "state"),
    views=(
        View(
            "states",
            T("States known", "Estados conocidos"),
            report=draw(JOBS, years=(2014, 2014)),
            latest=draw(JOBS, years=(2014, 2014)) + draw(JOBS, years=(2017, 2017), under="state"),
            arrange=ranked,
        ),
        View(
            "map",
            T("Map", "Mapa"),
            report=draw(JOBS, years=(2014, 2014)),
            latest=draw(JOBS, years=(2014, 2014)),
            arrange=tiles,
        ),
        View(
            "one-in-29",
            T("One in 29", "Uno de cada 29"),
            report=draw(ONE_IN),
            latest=draw(ONE_IN),
            arrange=people,
        ),
    ),
)
