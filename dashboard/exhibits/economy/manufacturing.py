"""Economy 6: employment and output of U.S. manufacturing."""

from __future__ import annotations

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Datum, Shown, period_label, trace
from dashboard.periods import Period
from dashboard.text import T, join, number

EMPLOYMENT = "mfg_employment_manemp"
OUTPUT = {"2017": "mfg_real_output_outms_vintage2017", "2024": "mfg_real_output_outms"}
PRODUCTION = "mfg_industrial_production_ipman"
EMPLOYMENT_INDEX = "mfg_employment_index"
OUTPUT_INDEX = {"2017": "mfg_real_output_vintage2017_index", "2024": "mfg_real_output_index"}
PRODUCTION_INDEX = "mfg_industrial_production_index"

START, END = "1987-07", "2016-04"  # the report's figure
EMPLOYEES = Measure(T("million employees", "millones de empleados"), scale=1e-3, digits=1)
SINCE_1987 = Measure(T("(July 1987 = 100)", "(julio de 1987 = 100)"), digits=1)
BASES = {
    "2017": Measure(T("(2009 = 100)", "(2009 = 100)"), digits=1),
    "2024": Measure(T("(2017 = 100)", "(2017 = 100)"), digits=1),
}


def _change(index: float) -> T:
    """An index of base 100 as a change: ``−30%``."""
    return number(index - 100, 0, sign=True) + "%"


def _moved(index: float) -> T:
    """An index of base 100 as a verb with its change: ``fell 30%``."""
    verb = T("rose", "subió") if index >= 100 else T("fell", "bajó")
    return verb + " " + number(abs(index - 100), 0) + "%"


def _millions(thousands: float) -> T:
    return number(thousands * EMPLOYEES.scale, 1)


def _words(datum: Datum) -> T:
    return period_label(datum.period)


def _latest(shown: Shown) -> T:
    return latest(shown, EMPLOYMENT, EMPLOYEES)


def _ended(shown: Shown, series: str, name: T) -> T:
    """The name at the end of an index, with the change since July 1987 unless a filter cuts the line."""
    if shown.is_filtered():
        return name
    return join((_change(shown.last(series).value), name))


def index(shown: Shown) -> Arranged:
    """Employment and real output on one axis, both 100 in July 1987 (output: the quarter of July)."""
    edition = "2017" if shown.vintage == "report" else "2024"
    jobs, output = shown.last(EMPLOYMENT_INDEX), shown.last(OUTPUT_INDEX[edition])
    if shown.vintage == "report":
        headline = T(
            "From July 1987 to {end} factory jobs {jobs} while real output {output}",
            "De julio de 1987 a {end} el empleo manufacturero {jobs} y la producción real {output}",
        ).format(end=_words(jobs), jobs=_moved(jobs.value), output=_moved(output.value))
    else:
        headline = T(
            "From July 1987 factory jobs {jobs} to {end}; real output {output} to {then}",
            "Desde julio de 1987 el empleo manufacturero {jobs} (a {y}) y la producción real {output} (a {z})",
        ).format(
            end=_words(jobs),
            jobs=_moved(jobs.value),
            y=jobs.year,
            output=_moved(output.value),
            then=_words(output),
            z=output.year,
        )
    traces: tuple[Trace, ...] = (
        trace(
            shown,
            OUTPUT_INDEX[edition],
            SINCE_1987,
            "kind-a",
            axis="dates",
            dash="dash",
            end_label=_ended(shown, OUTPUT_INDEX[edition], T("real output", "producción real")),
        ),
        trace(
            shown,
            EMPLOYMENT_INDEX,
            SINCE_1987,
            "kind-b",
            axis="dates",
            end_label=_ended(shown, EMPLOYMENT_INDEX, T("employees", "empleados")),
        ),
    )
    if shown.vintage == "latest":
        words = _ended(shown, PRODUCTION_INDEX, T("industrial production", "producción industrial"))
        traces += (trace(shown, PRODUCTION_INDEX, SINCE_1987, "other", axis="dates", dash="dot", end_label=words),)
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T("U.S. manufacturing", "Manufactura de EE. UU."),
            T("index, July 1987 = 100", "índice, julio de 1987 = 100"),
            T("seasonally adjusted", "con ajuste estacional"),
        ),
        latest=_latest(shown),
        alt=T(
            "Lines from 100 in July 1987: manufacturing employees fall, real manufacturing output rises",
            "Líneas a partir de 100 en julio de 1987: el empleo manufacturero baja, la producción real sube",
        ),
        axis="dates",
        panels=(Panel(SINCE_1987, from_zero=False),),
        traces=traces,
        events=report_published("dates", shown.years()[1]),
        notes=(_other_edition(shown), _QUARTERS if shown.vintage == "report" else _PRODUCTION),
    )


def _other_edition(shown: Shown) -> T:
    """What the same months are in the other edition of real output: a revision, not another time."""
    old, new = (_change(shown.value(OUTPUT_INDEX[edition], "2016-Q2")) for edition in ("2017", "2024"))
    return T(
        "Output is revised: to the second quarter of 2016 it is {old} in the edition of 2017, {new} in that of 2024.",
        "La producción se revisa: al segundo trimestre de 2016 es {old} en la edición de 2017 y {new} en la de 2024.",
    ).format(old=old, new=new)


def levels(shown: Shown) -> Arranged:
    """Employees above, the index of real output below, on one time axis."""
    edition = "2017" if shown.vintage == "report" else "2024"
    base = BASES[edition]
    end = shown.last(EMPLOYMENT)
    if shown.vintage == "report":
        start = shown.first(EMPLOYMENT)
        headline = T(
            "U.S. factories had {a} million employees in {start} and {b} million in {end}",
            "La manufactura de EE. UU. tenía {a} millones de empleados en {start} y {b} en {end}",
        ).format(a=_millions(start.value), start=_words(start), b=_millions(end.value), end=_words(end))
        before = start
    else:
        before = _peak(shown)
        headline = T(
            "U.S. factories had {b} million employees in {end} and {a} million in {start}",
            "La manufactura de EE. UU. tenía {b} millones de empleados en {end} y {a} en {start}",
        ).format(a=_millions(before.value), start=_words(before), b=_millions(end.value), end=_words(end))
    output = OUTPUT[edition]
    traces: tuple[Trace, ...] = (
        trace(shown, EMPLOYMENT, EMPLOYEES, "kind-b", axis="dates", end_label=T("employees", "empleados")),
        trace(
            shown,
            output,
            base,
            "kind-a",
            axis="dates",
            panel=1,
            dash="dash",
            end_label=T("real output", "producción real"),
        ),
    )
    if shown.vintage == "latest":
        words = T("industrial production", "producción industrial")
        traces += (trace(shown, PRODUCTION, base, "other", axis="dates", panel=1, dash="dot", end_label=words),)
    year = base.unit.en.strip("()")
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown, T("U.S. manufacturing", "Manufactura de EE. UU."), T("seasonally adjusted", "con ajuste estacional")
        ),
        latest=_latest(shown),
        alt=T(
            "Two panels on one time axis: manufacturing employees by month, and the index of real manufacturing output by quarter",
            "Dos paneles sobre el mismo eje: empleados de la manufactura por mes e índice de su producción real por trimestre",
        ),
        axis="dates",
        panels=(
            Panel(EMPLOYEES, T("Employees, million", "Empleados, millones"), ticks=4),
            Panel(base, T("Output, index, {y}", "Producción, índice, {y}").format(y=year), ticks=4),
        ),
        traces=traces,
        callouts=() if shown.is_filtered() else (_said(before, dx=44, dy=-48), _said(end, dx=-30, dy=-40)),
        events=report_published("dates", shown.years()[1]),
        heights=(560, 500, 560),
        notes=(_EMPLOYMENT, _QUARTERS if shown.vintage == "report" else _PRODUCTION),
    )


def _peak(shown: Shown) -> Datum:
    rows = shown.planned[shown.planned["series"] == EMPLOYMENT]
    top = rows.loc[rows["value"].idxmax()]
    return Datum(float(top["value"]), top["period"], int(top["year"]), top["status"])


def _said(datum: Datum, dx: int, dy: int) -> Callout:
    words = T("{v} in {month}", "{v} en {month}").format(v=_millions(datum.value), month=_words(datum))
    return Callout(Period.parse(datum.period).midpoint.isoformat(), datum.value * EMPLOYEES.scale, words, dx=dx, dy=dy)


def editions(shown: Shown) -> Arranged:
    """Real output since July 1987 in both editions."""
    old, new = (shown.value(OUTPUT_INDEX[edition], "2016-Q2") for edition in ("2017", "2024"))
    middle = "2016-05-16"  # of the second quarter
    names = {edition: T("edition of {e}", "edición de {e}").format(e=edition) for edition in OUTPUT_INDEX}
    return Arranged(
        headline=T(
            "From Q3 1987 to Q2 2016 real output {old} (edition of 2017) or {new} (edition of 2024)",
            "Del 3.er trim. de 1987 al 2.º de 2016 la producción real {old} (edición de 2017) o {new} (edición de 2024)",
        ).format(old=_moved(old), new=number(new - 100, 0) + "%"),
        subtitle=subtitle(
            shown,
            T("Real output of U.S. manufacturing", "Producción real de la manufactura de EE. UU."),
            T("index, third quarter of 1987 = 100", "índice, tercer trimestre de 1987 = 100"),
        ),
        latest=latest(shown, OUTPUT_INDEX["2024"], SINCE_1987),
        alt=T(
            "Two lines from 100 in 1987: real manufacturing output in the editions of 2017 and 2024; the earlier one rises more",
            "Dos líneas desde 100 en 1987: la producción real en las ediciones de 2017 y 2024; la primera sube más",
        ),
        axis="dates",
        panels=(Panel(SINCE_1987, from_zero=False, limits=(100, 200)),),
        traces=(
            trace(shown, OUTPUT_INDEX["2017"], SINCE_1987, "other", axis="dates", dash="dash", end_label=names["2017"]),
            trace(shown, OUTPUT_INDEX["2024"], SINCE_1987, "kind-a", axis="dates", end_label=names["2024"]),
        ),
        callouts=()
        if shown.is_filtered()
        else (
            Callout(middle, old, _change(old), dx=-34, dy=18),
            Callout(middle, new, _change(new), dx=-4, dy=-34),
        ),
        events=report_published("dates", shown.years()[1]),
        notes=(
            T(
                "The same years, measured again: the Bureau of Labor Statistics revises the whole series with each edition.",
                "Los mismos años, medidos de nuevo: el Bureau of Labor Statistics revisa toda la serie en cada edición.",
            ),
        ),
    )


_QUARTERS = T(
    "Employees are monthly, output is quarterly: its July 1987 is the third quarter, its April 2016 the second.",
    "El empleo es mensual y la producción trimestral: julio de 1987 es el tercer trimestre y abril de 2016, el segundo.",
)
_PRODUCTION = T(
    "Real output (BLS) ends in the second quarter of 2024. Industrial production (Federal Reserve) is another measure and is not joined to it.",
    "La producción real (BLS) termina en el segundo trimestre de 2024. La producción industrial (Reserva Federal) es otra medida y no se empalma.",
)
_EMPLOYMENT = T(
    "Employees as published in 2026; no edition of 2016 was found. April 2016 was 12,349 thousand in one of 2020, 12,325 now.",
    "Empleo según lo publicado en 2026; no se halló la edición de 2016. Abril de 2016 era de 12,349 mil en 2020 y hoy es de 12,325 mil.",
)

EXHIBIT = Exhibit(
    id="economy-6",
    chapter="economy",
    order=6,
    number=T("Figure 6", "Gráfica 6"),
    title=T(
        "U.S. manufacturing employment and output, July 1987–April 2016",
        "Empleo y producción de la manufactura de EE. UU., julio de 1987-abril de 2016",
    ),
    subject=T("Employment and output of U.S. manufacturing", "Empleo y producción de la manufactura de EE. UU."),
    views=(
        View(
            "index",
            T("Since July 1987", "Desde julio de 1987"),
            report=draw(EMPLOYMENT_INDEX, OUTPUT_INDEX["2017"], years=(START, END)),
            latest=draw(EMPLOYMENT_INDEX, OUTPUT_INDEX["2024"], PRODUCTION_INDEX, years=(START, None)),
            arrange=index,
            build=((EMPLOYMENT_INDEX,), (OUTPUT_INDEX["2017"], OUTPUT_INDEX["2024"]), (PRODUCTION_INDEX,)),
        ),
        View(
            "levels",
            T("Levels", "Niveles"),
            report=draw(EMPLOYMENT, OUTPUT["2017"], years=(START, END)),
            latest=draw(EMPLOYMENT, OUTPUT["2024"], PRODUCTION),
            arrange=levels,
        ),
        View(
            "editions",
            T("Output by edition", "Producción por edición"),
            report=draw(*OUTPUT_INDEX.values(), years=(START, END)),
            latest=draw(*OUTPUT_INDEX.values(), years=(START, None)),
            arrange=editions,
        ),
    ),
)
