"""Foreign policy, added: how Americans see Mexico, and Mexicans the United States."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal

from dashboard.charts.arranged import Arranged, Callout, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.migration.sparse import joined
from dashboard.exhibits.phrases import subtitle
from dashboard.exhibits.prepare import Shown, position, trace
from dashboard.text import EMPTY, T, percent

AMERICANS, MEXICANS = "americans_favorable_to_mexico_gallup", "mexicans_favorable_to_us_pew"
PEW, PEW_OTHER = "americans_favorable_to_mexico_pew", "americans_favorable_to_mexico_pew_second_quotation"
ONLINE: Final = "2024"  # Pew asked on the telephone before
WHOLE: Final = replace(PERCENT, digits=0)
NEXT_YEAR: Final = 1.1  # years: polls further apart are not joined
BEFORE_LAW, AFTER_LAW = "2010-04", "2010-05"

TITLES: Final = {
    AMERICANS: T("Americans favorable to Mexico (Gallup)", "Estadounidenses con opinión favorable de México (Gallup)"),
    MEXICANS: T("Mexicans favorable to the United States (Pew)", "Mexicanos con opinión favorable de EE. UU. (Pew)"),
}


def both(shown: Shown) -> Arranged:
    """Two panels on one scale, each public above or below the other; points joined where years follow each other."""
    americans, mexicans = shown.last(AMERICANS), shown.last(MEXICANS)
    if shown.vintage == "report":
        headline = T(
            "{a} of Americans saw Mexico favorably in {y}, {m} of Mexicans the U.S. in {z} (press)",
            "{a} de los estadounidenses veía bien a México en {y}, y {m} de los mexicanos a EE. UU. en {z} (según la prensa)",
        )
    else:
        headline = T(
            "{a} of Americans saw Mexico favorably in {y}, {m} of Mexicans the U.S. (press)",
            "En {y}, {a} de los estadounidenses veía bien a México y {m} de los mexicanos a EE. UU. (según la prensa)",
        )
    kept = [series for series in (AMERICANS, MEXICANS) if any(len(shown.rows(name)) for name in _of_panel(series))]
    return Arranged(
        headline=headline.format(a=percent(americans.value), y=americans.year, m=percent(mexicans.value), z=mexicans.year),
        subtitle=subtitle(
            shown,
            T("Adults with a very or mostly (somewhat) favorable opinion of the other country", "Adultos con opinión muy o más bien favorable del otro país"),
            T("percent", "por ciento"),
        ),
        latest=_latest(shown),
        alt=T(
            "Two panels of points: Americans favorable to Mexico, and Mexicans favorable to the United States",
            "Dos paneles de puntos: estadounidenses con opinión favorable de México y mexicanos con opinión favorable de Estados Unidos",
        ),
        axis="dates",
        panels=tuple(Panel(WHOLE, title=TITLES[series], limits=(0, 80), ticks=4) for series in kept),
        traces=tuple(one for panel, series in enumerate(kept) for one in _panel(shown, series, panel)),
        callouts=() if shown.is_filtered() else tuple(_callouts(shown)),
        events=report_published("dates", shown.years()[1]),
        heights=(560, 520, 560),
        notes=(_JOINED, *((_PEW_TWICE,) if shown.vintage == "latest" else ()), _LAW),
    )  # fmt: skip


def _of_panel(series: str) -> tuple[str, ...]:
    return (AMERICANS, PEW, PEW_OTHER) if series == AMERICANS else (MEXICANS,)


def _panel(shown: Shown, series: str, panel: int) -> Iterator[Trace]:
    colour = "us" if series == AMERICANS else "mx"
    points = trace(shown, series, WHOLE, colour, form="points", axis="dates", panel=panel, end_label=EMPTY)
    apart = tuple(mark for mark in points.marks if mark.id.rpartition("|")[2] in (BEFORE_LAW, AFTER_LAW))
    yield joined(replace(points, marks=tuple(mark for mark in points.marks if mark not in apart)), NEXT_YEAR)
    if apart:
        yield replace(points, id=f"{series}|months", marks=apart)
    if series == AMERICANS:
        yield from _pew(shown, panel)


def _pew(shown: Shown, panel: int) -> Iterator[Trace]:
    """Pew's readings of Americans, hollow: two quotations of its telephone polls, and the online one."""
    first = trace(shown, PEW, WHOLE, "other", form="points", axis="dates", panel=panel, hollow=True)
    kinds: tuple[tuple[str, bool, Literal["circle", "square"], T], ...] = (
        ("phone", False, "circle", T("Pew by telephone", "Pew por teléfono")),
        ("online", True, "square", T("Pew online, not comparable", "Pew en línea, no comparable")),
    )
    for id, online, shape, words in kinds:
        kept = tuple(mark for mark in first.marks if mark.id.endswith(f"|{ONLINE}") == online)
        yield replace(first, id=f"{PEW}|{id}", marks=kept, shape=shape, end_label=words)
    other = trace(shown, PEW_OTHER, WHOLE, "other", form="points", axis="dates", panel=panel, hollow=True)
    yield replace(
        other, shape="diamond", end_label=T("Pew by telephone, another quotation", "Pew por teléfono, otra cita")
    )


def _callouts(shown: Shown) -> Iterator[Callout]:
    """The last reading of each public, the two months of 2010; later Pew's two readings of 2017."""
    latest = shown.vintage == "latest"
    yield _at(shown, AMERICANS, shown.last(AMERICANS).period, 0, 0, 20)
    yield _at(shown, MEXICANS, BEFORE_LAW, 1, 24, 2)
    yield _at(shown, MEXICANS, AFTER_LAW, 1, 24, -6)
    yield _at(shown, MEXICANS, shown.last(MEXICANS).period, 1, 0, -20 if latest else 20)
    if latest:
        yield _at(shown, MEXICANS, "2017", 1, 0, -20)
        yield _at(shown, MEXICANS, "2024", 1, -24, 8)
        yield _at(shown, PEW, ONLINE, 0, 0, -22)
        words = T("{a} or {b} in 2017 (Pew)", "{a} o {b} en 2017 (Pew)").format(
            a=percent(shown.value(PEW, "2017")), b=percent(shown.value(PEW_OTHER, "2017"))
        )
        rows = shown.planned[(shown.planned["series"] == PEW) & (shown.planned["period"] == "2017")]
        yield Callout(position(rows.iloc[0], "dates"), shown.value(PEW_OTHER, "2017"), words, panel=0, dx=-50, dy=26)


def _at(shown: Shown, series: str, period: str, panel: int, dx: int, dy: int) -> Callout:
    rows = shown.planned[(shown.planned["series"] == series) & (shown.planned["period"] == period)]
    value = float(rows["value"].iloc[0])
    return Callout(position(rows.iloc[0], "dates"), value, percent(value), panel=panel, dx=dx, dy=dy)


def _latest(shown: Shown) -> T:
    americans, mexicans = shown.newest(AMERICANS), shown.newest(MEXICANS)
    return T(
        "Latest: {a} of Americans in {y} (Gallup), {m} of Mexicans in {z} (Pew), both via press",
        "Último dato: {a} de los estadounidenses en {y} (Gallup) y {m} de los mexicanos en {z} (Pew), ambos por la prensa",
    ).format(a=percent(americans.value), y=americans.year, m=percent(mexicans.value), z=mexicans.year)


_JOINED = T(
    "Only polls of consecutive years are joined, not the two of 2010; those between were not found. They stand at mid-year; Gallup’s are of February.",
    "Solo se unen encuestas de años consecutivos, no las dos de 2010; las intermedias no se hallaron. Van a mitad de año; las de Gallup son de febrero.",
)
_LAW = T(
    "Pew asked Mexicans twice in 2010: in about April, before Arizona’s law SB 1070 was signed, and in May, after it.",
    "Pew preguntó a los mexicanos dos veces en 2010: hacia abril, antes de la firma de la ley SB 1070 de Arizona, y en mayo, después.",
)
_PEW_TWICE = T(
    "Two articles quote Pew’s 2017 reading of Americans differently, 65 and 66. Pew’s online poll of 2024 is, Pew says, not comparable.",
    "Dos artículos citan distinto el dato de Pew de 2017 sobre los estadounidenses, 65 y 66. Pew advierte que su encuesta en línea de 2024 no es comparable.",
)

EXHIBIT = Exhibit(
    id="foreign-policy-added-opinion",
    chapter="foreign-policy",
    order=4,
    number=T("Added", "Añadido"),
    title=T("How each public sees the other", "Cómo se ven los dos públicos"),
    subject=T(
        "How Americans see Mexico and Mexicans the United States",
        "Cómo ven los estadounidenses a México y los mexicanos a EE. UU.",
    ),
    added=True,
    views=(
        View(
            "both",
            T("Both publics", "Ambos públicos"),
            report=draw(AMERICANS, years=(2003, 2016)) + draw(MEXICANS, years=(2008, 2016)),
            latest=draw(AMERICANS, MEXICANS, PEW, PEW_OTHER, years=(2003, 2025)),
            arrange=both,
        ),
    ),
)
