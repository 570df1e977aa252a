"""Migration 1: apprehensions of Mexicans at the border, beside those of all nationalities."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.arranged import Arranged, Callout, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.migration.counting import (
    APPREHENSIONS,
    ENCOUNTERS,
    EVENTS_NOT_PEOPLE,
    THOUSAND,
    broken,
    quoted,
    ratio,
    thousands,
    title_42,
)
from dashboard.exhibits.migration.sectors import bars, leaders, names, sectors
from dashboard.exhibits.phrases import ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, period_label, trace
from dashboard.text import EMPTY, T, join, percent

MEXICANS = "mexican_apprehensions_southwest"
MEXICANS_ALL_BORDERS = "mexican_apprehensions_nationwide"
EVERYBODY = "total_apprehensions_southwest"
BY_SECTOR = ("mexican_apprehensions_southwest_by_sector", "total_apprehensions_southwest_by_sector")
OTHERS_BY_SECTOR = "other_apprehensions_southwest_by_sector"

_MEXICANS = T("Mexicans", "Mexicanos")
_OTHERS = T("Other nationalities", "Otras nacionalidades")
_ALL = T("All nationalities", "Todas las nacionalidades")
_PATROL = T(
    "Border Patrol apprehensions between ports of entry, southwest border",
    "Aprehensiones de la Patrulla Fronteriza entre puertos de entrada, frontera suroeste",
)

_PRELIMINARY = T(
    "Hollow: all nationalities in FY2025, a preliminary DHS figure as quoted by the press.",
    "Hueco: todas las nacionalidades en el AF 2025, cifra preliminar del DHS citada por la prensa.",
)


def over_time(shown: Shown) -> Arranged:
    """Mexicans as the main line, all nationalities behind; under a filter by sector, the sectors."""
    start, reported, last = (shown.value(MEXICANS, p) for p in ("FY2000", "FY2016", shown.last(MEXICANS).period))
    if shown.vintage == "report":
        headline = T(
            "Apprehensions of Mexicans {moved} from {start} in FY2000 to {end} in FY2016",
            "Las aprehensiones de mexicanos {moved} de {start} en el AF 2000 a {end} en el AF 2016",
        ).format(
            moved=T("fell", "cayeron") if reported < start else T("rose", "subieron"),
            start=thousands(start),
            end=thousands(reported),
        )
        points = (*quoted(shown, MEXICANS, "FY2000", THOUSAND, dx=16, dy=14), *_all_borders(shown))
    else:
        headline = T(
            "Apprehensions of Mexicans numbered {end} in {year}, {fold} times those of FY2016",
            "Las aprehensiones de mexicanos fueron {end} en el {year}, {fold} veces las del AF 2016",
        ).format(end=thousands(last), year=period_label(shown.last(MEXICANS).period), fold=ratio(last, reported))
        points = (*quoted(shown, MEXICANS, "FY2016", THOUSAND, dx=-64, dy=-6), *_all_borders(shown))
    sectors = shown.selection.values_of("sector")
    return Arranged(
        headline=headline,
        subtitle=subtitle(shown, _PATROL, T("thousand", "miles"), T("fiscal years", "años fiscales")),
        latest=latest(shown, MEXICANS, THOUSAND, T("Mexicans", "mexicanos")),
        alt=T(
            "Two lines by fiscal year: apprehensions of Mexicans, and of all nationalities behind them",
            "Dos líneas por año fiscal: aprehensiones de mexicanos y, detrás, de todas las nacionalidades",
        ),
        axis="fiscal-years",
        panels=(Panel(THOUSAND),),
        traces=_of_sectors(shown, sectors) if sectors else _of_the_border(shown),
        callouts=points,
        events=report_published("fiscal-years", shown.years()[1]),
        bands=title_42(shown),
        notes=(EVENTS_NOT_PEOPLE, _before_2000(shown))
        if shown.vintage == "report"
        else (EVENTS_NOT_PEOPLE, ENCOUNTERS, _PRELIMINARY),
    )


def _all_borders(shown: Shown) -> tuple[Callout, ...]:
    """The name of the dotted line."""
    if shown.is_filtered():
        return ()
    at = shown.value(MEXICANS_ALL_BORDERS, "FY1992") * THOUSAND.scale
    return (
        Callout(1992, at, T("Mexicans, all borders", "mexicanos, todas las fronteras"), dx=0, dy=-104, colour="mx"),
    )


def _before_2000(shown: Shown) -> T:
    share = 100 * shown.value(MEXICANS, "FY2000") / shown.value(MEXICANS_ALL_BORDERS, "FY2000")
    return T(
        "Mexicans before FY2000: at all borders ({share} of them at the southwest border in FY2000); FY1971–FY1991 unknown.",
        "Mexicanos antes del AF 2000: en todas las fronteras ({share} en la del suroeste en 2000); AF 1971-1991 se desconoce.",
    ).format(share=percent(share))


def _of_the_border(shown: Shown) -> tuple[Trace, ...]:
    """The total, its preliminary last year apart; Mexicans, and at all borders for the years before FY2000."""
    total = trace(shown, EVERYBODY, THOUSAND, "other", axis="fiscal-years", end_label=_ALL)
    official = tuple(mark for mark in total.marks if mark.x <= 2024)  # type: ignore[operator]
    if official:
        total = replace(total, end_label=join((official[-1].label, T("all nationalities", "todas las nacionalidades"))))
    preliminary = replace(
        total,
        id=f"{EVERYBODY}|preliminary",
        name=_ALL + T(", preliminary (press)", ", preliminar (prensa)"),
        marks=tuple(replace(mark, change=EMPTY) for mark in total.marks if mark.x > 2024),  # type: ignore[operator]
        form="points",
        hollow=True,
        end_label=EMPTY,
    )
    older = trace(
        shown, MEXICANS_ALL_BORDERS, THOUSAND, "mx", axis="fiscal-years", end_label=EMPTY, dash="dot", markers=True
    )
    words = ending(shown, MEXICANS, THOUSAND, _MEXICANS)
    mexicans = trace(shown, MEXICANS, THOUSAND, "mx", axis="fiscal-years", end_label=words)
    parts = (*broken(replace(total, marks=official)), preliminary, older, *broken(mexicans))
    return tuple(part for part in parts if part.marks)


def _of_sectors(shown: Shown, sectors: tuple[str, ...]) -> tuple[Trace, ...]:
    """One sector: both lines. Several: all nationalities alone, each line named by its sector."""
    built: list[Trace] = []
    for sector in sectors:
        name = shown.label("sector", sector)
        for series, colour, who in zip(BY_SECTOR, ("mx", "other"), (_MEXICANS, _ALL), strict=True):
            if len(sectors) == 1 or series == BY_SECTOR[1]:
                words = who if len(sectors) == 1 else name
                line = trace(
                    shown, series, THOUSAND, colour, axis="fiscal-years",
                    name=join((name, who), ": "), end_label=words, dimensions={"sector": sector},
                )  # fmt: skip
                ids = tuple(replace(mark, id=f"{mark.id}|{sector}") for mark in line.marks)
                built += broken(replace(line, marks=ids))
    return tuple(built)


def by_sector(shown: Shown) -> Arranged:
    """The nine sectors in the last year on show, Mexicans and others end to end where both are known."""
    of = sectors(shown, BY_SECTOR[1])
    if (of.rows["series"] == BY_SECTOR[0]).any():
        parts: tuple[Trace, ...] = (
            bars(of, BY_SECTOR[0], "mx", _MEXICANS),
            bars(of, OTHERS_BY_SECTOR, "other", _OTHERS),
        )
    else:
        parts = (bars(of, BY_SECTOR[1], "other", _ALL),)
    return Arranged(
        headline=leaders(shown, of),
        subtitle=join((_PATROL, T("by sector", "por sector"), period_label(of.period)), ", "),
        latest=latest(shown, EVERYBODY, THOUSAND, T("all sectors, preliminary", "todos los sectores, preliminar")),
        alt=T(
            "Bars: apprehensions in each of the nine Border Patrol sectors",
            "Barras: aprehensiones en cada uno de los nueve sectores de la Patrulla Fronteriza",
        ),
        axis="categories",
        categories=names(shown, of),
        panels=(Panel(APPREHENSIONS),),
        traces=parts,
        notes=(
            EVENTS_NOT_PEOPLE,
            T(
                "The bars are of the last year chosen. Nationalities by sector are known for FY2000 to FY2020 only.",
                "Las barras son del último año elegido. Las nacionalidades por sector solo se conocen de 2000 a 2020.",
            ),
        ),
    )


EXHIBIT = Exhibit(
    id="migration-1",
    chapter="migration",
    order=1,
    number=T("Figure 1", "Gráfica 1"),
    title=T(
        "Apprehensions of unauthorized Mexican immigrants at the border",
        "Aprehensiones de inmigrantes mexicanos no autorizados en la frontera",
    ),
    subject=T("Apprehensions of Mexicans at the border", "Aprehensiones de mexicanos en la frontera"),
    dimensions=("years", "sector"),
    views=(
        View(
            "years",
            T("Over time", "En el tiempo"),
            report=draw(EVERYBODY, years=(1960, 2016))
            + draw(MEXICANS_ALL_BORDERS, years=(1970, 2000))
            + draw(MEXICANS, years=(2000, 2016))
            + draw(*BY_SECTOR, years=(1960, 2016), under="sector"),
            latest=draw(EVERYBODY, years=(1960, 2025))
            + draw(MEXICANS_ALL_BORDERS, years=(1970, 2000))
            + draw(MEXICANS, years=(2000, 2024))
            + draw(*BY_SECTOR, years=(1960, 2024), under="sector"),
            arrange=over_time,
        ),
        View(
            "sectors",
            T("By sector", "Por sector"),
            report=draw(*BY_SECTOR, OTHERS_BY_SECTOR, years=(2000, 2016)),
            latest=draw(*BY_SECTOR, OTHERS_BY_SECTOR, years=(2000, 2024)),
            arrange=by_sector,
        ),
    ),
)
