"""Migration 4: the unauthorized population of the United States, from Mexico and from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.migration.sparse import joined
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.text import EMPTY, T, number

MEXICO, OTHER = "pew2016_unauthorized_mexico", "pew2016_unauthorized_other"
MEXICO_2025, OTHER_2025, TOTAL_2025 = (f"pew2025_unauthorized_{who}" for who in ("mexico", "other", "total"))
MEXICO_BETWEEN = tuple(f"pew{edition}_unauthorized_mexico" for edition in (2018, 2019, 2024))
OTHER_BETWEEN = tuple(f"pew{edition}_unauthorized_other_computed" for edition in (2018, 2019, 2024))
TOTAL_BETWEEN = tuple(f"pew{edition}_unauthorized_total" for edition in (2018, 2019, 2024))
TOTAL_2016 = "pew2016_unauthorized_total"

DHS_OLD, DHS_2010, DHS_NEW = (
    f"dhs_unauthorized_total_{basis}" for basis in ("before_2010_census", "2010_census_basis", "revised")
)
DHS_MEXICO = "dhs_unauthorized_mexico"
MPI_2015, MPI, MPI_2025 = "mpi2015_unauthorized_total", "mpi_unauthorized_total", "mpi2025_unauthorized_total"
MPI_MEXICO_2015, MPI_MEXICO = "mpi2015_unauthorized_mexico", "mpi_unauthorized_mexico"
CMS, CMS_MEXICO = "cms_unauthorized_total", "cms_unauthorized_mexico"

MILLIONS = Measure(T("million people", "millones de personas"), digits=1)
FROM_MEXICO, FROM_ELSEWHERE = T("from Mexico", "de México"), T("from other countries", "de otros países")
ALL = T("all countries", "todos los países")


def _line(shown: Shown, series: str, colour: str, panel: int = 0, apart: float = 1, **more: object) -> Trace:
    """A series of few dates, joined where the next year is near."""
    return joined(trace(shown, series, MILLIONS, colour, form="points", panel=panel, selects="origin", **more), apart)  # type: ignore[arg-type]


def _points(shown: Shown, names: Iterable[str], colour: str) -> tuple[Trace, ...]:
    """Numbers of the editions in between: hollow, never joined."""
    return tuple(
        trace(shown, s, MILLIONS, colour, form="points", hollow=True, end_label=EMPTY, selects="origin") for s in names
    )


def origin(shown: Shown) -> Arranged:
    """Mexico against all other countries in Pew’s edition of 2016; later editions as points that no line reaches."""
    reported = shown.vintage == "report"
    everywhere = float("inf")  # the six years of the edition of 2016, joined as the report's figure joins them
    values = "all" if reported else "none"
    lines = (
        _line(shown, MEXICO, "mx", apart=everywhere, values=values, end_label=FROM_MEXICO if reported else EMPTY),
        _line(
            shown,
            OTHER,
            "other",
            apart=everywhere,
            dash="dash",
            values=values,
            end_label=FROM_ELSEWHERE if reported else EMPTY,
        ),
    )
    later = (
        *_points(shown, MEXICO_BETWEEN, "mx"),
        *(replace(one, shape="diamond") for one in _points(shown, OTHER_BETWEEN, "other")),
        trace(
            shown, MEXICO_2025, MILLIONS, "mx", form="points", values="last", end_label=FROM_MEXICO, selects="origin"
        ),
        replace(
            trace(
                shown,
                OTHER_2025,
                MILLIONS,
                "other",
                form="points",
                values="last",
                end_label=FROM_ELSEWHERE,
                selects="origin",
            ),
            shape="diamond",
        ),
    )
    return Arranged(
        headline=_as_reported(shown) if reported else _as_known(shown),
        subtitle=subtitle(
            shown,
            T(
                "Unauthorized population of the United States by country of birth",
                "Población no autorizada de EE. UU. por país de nacimiento",
            ),
            T("millions", "millones"),
            T("estimates of the Pew Research Center", "estimaciones del Pew Research Center"),
        ),
        latest=latest(
            shown, MEXICO_2025, MILLIONS, FROM_MEXICO, T("Pew, quoted by the press", "Pew, citado por la prensa")
        ),
        alt=T(
            "Two lines with points: unauthorized people from Mexico and from all other countries",
            "Dos líneas con puntos: personas no autorizadas de México y de los demás países",
        ),
        axis="years",
        panels=(Panel(MILLIONS),),
        traces=_parted(lines) if reported else (*lines, *later),
        callouts=() if reported or shown.is_filtered() else _ends(shown),
        events=report_published("years", shown.years()[1]),
        notes=(_SIX_YEARS,) if reported else (_EDITIONS, _NEW_METHOD),
    )


def _parted(lines: tuple[Trace, Trace]) -> tuple[Trace, ...]:
    """Both lines, the figures of the lower one below it."""
    return lines[0], replace(lines[1], below=True)


def _ends(shown: Shown) -> tuple[Callout, ...]:
    peak = shown.value(MEXICO, "2007")
    return (Callout(2007, peak, T("{v} in 2007", "{v} en 2007").format(v=number(peak, 1)), dx=-34, dy=22, colour="mx"),)


def _as_reported(shown: Shown) -> T:
    peak, end = shown.value(MEXICO, "2007"), shown.last(MEXICO)
    moved = T("fell", "bajaron") if end.value < peak else T("rose", "subieron")
    return T(
        "Unauthorized Mexicans in the U.S. {moved} from {a} million in 2007 to {b} in {y} (Pew, copy)",
        "Las personas no autorizadas de México {moved} de {a} millones en 2007 a {b} millones en {y} (Pew, copia)",
    ).format(moved=moved, a=number(peak, 1), b=number(end.value, 1), y=end.year)


def _as_known(shown: Shown) -> T:
    mexico, other = shown.last(MEXICO_2025), shown.last(OTHER_2025)
    return T(
        "In {y}, {m} million unauthorized people were Mexican, {o} million others (Pew via press)",
        "En {y}, {m} millones de personas no autorizadas eran de México y {o} de otros países (Pew, por prensa)",
    ).format(y=mexico.year, m=number(mexico.value, 1), o=number(other.value, 1))


def sources(shown: Shown) -> Arranged:
    """All unauthorized people, and those from Mexico, by who estimates: one panel each, all on one scale."""
    panels = [panel for panel in _PANELS if any(len(shown.rows(s)) for s in (*panel[1], *panel[2]))]
    traces = [
        _line(
            shown,
            series,
            colour,
            panel=i,
            apart=1,
            hollow=series in _REVISED,
            end_label=words if series == named else EMPTY,
        )
        for i, (_, totals, mexicans) in enumerate(panels)
        for group, colour, words in ((totals, "text", ALL), (mexicans, "mx", FROM_MEXICO))
        for there in ([s for s in group if len(shown.rows(s))],)
        for named, series in ((there[-1], s) for s in there)
    ]
    return Arranged(
        headline=_range(shown),
        subtitle=subtitle(
            shown,
            T(
                "Unauthorized population of the United States by source",
                "Población no autorizada de EE. UU. por fuente",
            ),
            T("millions", "millones"),
        ),
        latest=latest(shown, TOTAL_2025, MILLIONS, ALL, T("Pew, quoted by the press", "Pew, citado por la prensa")),
        alt=T(
            "Panels on one scale, one for each source: all unauthorized people and those from Mexico",
            "Paneles con una misma escala, uno por fuente: todas las personas no autorizadas y las de México",
        ),
        axis="years",
        panels=tuple(Panel(MILLIONS, name, limits=(0, 20), ticks=2) for name, _, _ in panels),
        traces=tuple(traces),
        callouts=() if shown.is_filtered() else _quoted(shown, [name for name, _, _ in panels]),
        events=report_published("years", shown.years()[1]),
        heights=tuple(110 + height * len(panels) for height in (120, 120, 125)),  # type: ignore[arg-type]
        notes=(_EDITIONS_APART, _FIRST_OF_JANUARY),
    )


def _at_report() -> tuple[tuple[str, str], ...]:
    return ((TOTAL_2016, "2014"), (DHS_2010, "2012-01"), (MPI_2015, "2013"))


def _at_latest() -> tuple[tuple[str, str], ...]:
    return ((TOTAL_2025, "2023"), (MPI_2025, "2023"), (CMS, "2023"))


def _range(shown: Shown) -> T:
    if shown.vintage == "report":
        pew, dhs, _ = (number(shown.value(s, period), 1) for s, period in _at_report())
        return T(
            "DHS put the total at {d} million for 2012 (ImmigrationProf), Pew at {p} for 2014 (UPI)",
            "El DHS estimaba {d} millones para 2012 (por ImmigrationProf) y Pew {p} para 2014 (por UPI)",
        ).format(d=dhs, p=pew)
    pew, mpi, cms = (number(shown.value(s, period), 1) for s, period in _at_latest())
    return T(
        "For 2023 CMS estimates {c} million, MPI {m} (via El País) and Pew {p} (via press)",
        "Para 2023 el CMS estima {c} millones; MPI, {m} (por El País), y Pew, {p} (por la prensa)",
    ).format(c=cms, m=mpi, p=pew)


def _quoted(shown: Shown, panels: list[T]) -> tuple[Callout, ...]:
    quoted = _at_report() if shown.vintage == "report" else _at_latest()
    where = {name: i for i, name in enumerate(panels)}
    return tuple(
        Callout(
            int(period[:4]),
            shown.value(series, period),
            number(shown.value(series, period), 1),
            panel=where[_panel_of(series)],
            dx=-14,
            dy=15,
        )
        for series, period in quoted
    )


def _panel_of(series: str) -> T:
    return next(name for name, totals, _ in _PANELS if series in totals)


_PANELS: tuple[tuple[T, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        T("Pew Research Center", "Pew Research Center"),
        (TOTAL_2016, *TOTAL_BETWEEN, TOTAL_2025),
        (MEXICO, *MEXICO_BETWEEN, MEXICO_2025),
    ),
    (
        T("Department of Homeland Security", "Departamento de Seguridad Nacional"),
        (DHS_OLD, DHS_2010, DHS_NEW),
        (DHS_MEXICO,),
    ),
    (
        T("Migration Policy Institute", "Migration Policy Institute"),
        (MPI_2015, MPI, MPI_2025),
        (MPI_MEXICO_2015, MPI_MEXICO),
    ),
    (T("Center for Migration Studies", "Center for Migration Studies"), (CMS,), (CMS_MEXICO,)),
)
_REVISED = {*TOTAL_BETWEEN, *MEXICO_BETWEEN, DHS_OLD, MPI_2015, MPI_MEXICO_2015}

_SIX_YEARS = T(
    "Known for the six years with a point; between them the lines are straight. Numbers from a public copy of Pew’s chart.",
    "Solo se conocen los seis años con punto; entre ellos las líneas son rectas. Cifras de una copia pública de la gráfica de Pew.",
)
_EDITIONS = T(
    "Line: edition of 2016. Hollow points: editions of 2018, 2019 and 2024. Filled points of 2021 and 2023: edition of 2025.",
    "Línea: edición de 2016. Puntos huecos: ediciones de 2018, 2019 y 2024. Puntos llenos de 2021 y 2023: edición de 2025.",
)
_NEW_METHOD = T(
    "Editions are not joined: for all countries, 2022 is 11.0 million in that of 2024 and 11.8 in that of 2025, a new method.",
    "Las ediciones no se empalman: para todos los países, 2022 es 11.0 millones en la de 2024 y 11.8 en la de 2025, con otro método.",
)
_EDITIONS_APART = T(
    "Lines join only years that follow each other in one edition; hollow: an edition that was replaced later.",
    "Las líneas unen solo años seguidos de una misma edición; hueco: edición que después se reemplazó.",
)
_FIRST_OF_JANUARY = T(
    "Homeland Security counts on January 1. Most numbers are quoted by third parties; the sources panel names them.",
    "El Departamento de Seguridad Nacional cuenta al 1 de enero. Casi todas las cifras se citan de terceros; las fuentes los nombran.",
)

EXHIBIT = Exhibit(
    id="migration-4",
    chapter="migration",
    order=4,
    number=T("Figure 4", "Gráfica 4"),
    title=T("Unauthorized population in the United States by origin", "Población no autorizada en EE. UU. por origen"),
    subject=T("Unauthorized population of the United States by origin", "Población no autorizada de EE. UU. por origen"),
    dimensions=("years", "origin"),
    views=(
        View(
            "origin",
            T("By origin (Pew)", "Por origen (Pew)"),
            report=draw(MEXICO, OTHER),
            latest=draw(MEXICO, OTHER, MEXICO_2025, OTHER_2025)
            + draw(*MEXICO_BETWEEN, *OTHER_BETWEEN, years=(2015, None)),
            arrange=origin,
        ),
        View(
            "sources",
            T("By source", "Por fuente"),
            report=draw(TOTAL_2016, MEXICO, DHS_OLD, MPI_2015, MPI_MEXICO_2015)
            + draw(DHS_2010, DHS_MEXICO, years=(2000, 2012)),
            latest=draw(*TOTAL_BETWEEN, *MEXICO_BETWEEN, years=(2015, None))
            + draw(
                TOTAL_2016, MEXICO, TOTAL_2025, MEXICO_2025,
                DHS_OLD, DHS_2010, DHS_NEW, DHS_MEXICO, MPI_2015, MPI_MEXICO_2015, MPI, MPI_MEXICO, MPI_2025, CMS, CMS_MEXICO,
            ),
            arrange=sources,
        ),
    ),
)  # fmt: skip
