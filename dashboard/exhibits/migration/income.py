"""Added: GDP per head of the United States and Mexico, in current dollars and in purchasing power."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.charts.arranged import Arranged, Callout, Measure, Panel
from dashboard.exhibits.base import Exhibit, Plan, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.text import EMPTY, T, number

RATIO_2017 = "gdp_per_capita_current_usd_wdi2017_ratio_us_to_mexico"
THOUSANDS = Measure(T("thousand dollars", "miles de dólares"), scale=1e-3, digits=1)
INTERNATIONAL = Measure(T("thousand international dollars", "miles de dólares internacionales"), scale=1e-3, digits=1)
TIMES = Measure(T("times", "veces"), digits=2)


@dataclass(frozen=True)
class Basis:
    """One way to value GDP per head: its series, unit, and words."""

    series: str
    measure: Measure
    words: T
    unit: T
    digits: int

    def of(self, who: str) -> str:
        """The series of a country, or of the ratio."""
        return f"{self.series}_{who}"

    @property
    def names(self) -> tuple[str, str, str]:
        """The series of the United States, of Mexico, and of the one over the other."""
        return self.of("united_states"), self.of("mexico"), self.of("ratio_us_to_mexico")


CURRENT = Basis(
    "gdp_per_capita_current_usd",
    THOUSANDS,
    T("in current dollars", "en dólares corrientes"),
    T("thousand current dollars", "miles de dólares corrientes"),
    1,
)
POWER = Basis(
    "gdp_per_capita_ppp_current",
    INTERNATIONAL,
    T("in purchasing power", "en poder adquisitivo"),
    T("thousand international dollars (purchasing power)", "miles de dólares internacionales (poder adquisitivo)"),
    2,
)


def arrange(basis: Basis) -> Callable[[Shown], Arranged]:
    """Two panels on one axis: GDP per head of both countries, and how many times Mexico’s that of the U.S. is."""
    us, mexico, ratio = basis.names

    def arranged(shown: Shown) -> Arranged:
        now, then = shown.last(ratio), shown.value(ratio, "2015")
        if shown.vintage == "report":
            headline = T(
                "U.S. GDP per head was {v} times Mexico’s in {y} {basis}",
                "El PIB por habitante de EE. UU. era {v} veces el de México en {y} {basis}",
            ).format(v=number(now.value, basis.digits), y=now.year, basis=basis.words)
        else:
            headline = T(
                "U.S. GDP per head was {v} times Mexico’s in {y} {basis}, {old} times in 2015",
                "El PIB por habitante de EE. UU. era {v} veces el de México en {y} {basis}; en 2015, {old}",
            ).format(v=number(now.value, basis.digits), y=now.year, basis=basis.words, old=number(then, basis.digits))
        told = ((2015, then), (now.year, now.value)) if now.year != 2015 else ((2015, then),)
        return Arranged(
            headline=headline,
            subtitle=subtitle(shown, T("GDP per head", "PIB por habitante"), basis.unit),
            latest=latest(
                shown, ratio, TIMES, T("U.S. over Mexico", "EE. UU. entre México"), T("World Bank", "Banco Mundial")
            ),
            alt=T(
                "Two panels: GDP per head of the United States and of Mexico, and the one divided by the other",
                "Dos paneles: PIB por habitante de EE. UU. y de México, y el uno dividido entre el otro",
            ),
            axis="years",
            panels=(
                Panel(basis.measure, T("GDP per head", "PIB por habitante"), share=1.4),
                Panel(
                    TIMES,
                    T("U.S. GDP per head, in times Mexico’s", "PIB por habitante de EE. UU., en veces el de México"),
                    limits=(0, 8),
                    ticks=4,
                ),
            ),
            traces=(
                trace(shown, us, basis.measure, "us", values="last", end_label=T("United States", "Estados Unidos")),
                trace(shown, mexico, basis.measure, "mx", dash="dash", values="last", end_label=T("Mexico", "México")),
                trace(shown, ratio, TIMES, "text", panel=1, end_label=T("U.S. / Mexico", "EE. UU. / México")),
            ),
            callouts=()
            if shown.is_filtered()
            else tuple(
                Callout(
                    year,
                    value,
                    T("{v} in {y}", "{v} en {y}").format(v=number(value, basis.digits), y=year),
                    panel=1,
                    dx=-24,
                    dy=-34 if basis is CURRENT else 32,
                )
                for year, value in told
            ),
            events=report_published("years", shown.years()[1]),
            heights=(500, 440, 520),
            notes=(_four(shown), _edition(shown)) if basis is CURRENT else (_four(shown),),
        )

    return arranged


def _four(shown: Shown) -> T:
    """The report’s statement, and in which of the two units it holds."""
    current, power = (shown.value(basis.names[2], "2015") for basis in (CURRENT, POWER))
    if current <= 4 or power >= 4:
        return EMPTY
    return T(
        "The report’s “more than four times” holds in current dollars ({c} in 2015), not in purchasing power ({p}).",
        "El «más de cuatro veces» del informe se cumple en dólares corrientes ({c} en 2015), no en poder adquisitivo ({p}).",
    ).format(c=number(current, 1), p=number(power, 2))


def _edition(shown: Shown) -> T:
    return T(
        "World Bank edition of 2024. That of 2017 had {v} for 2015; Mexico’s GDP was revised upward since.",
        "Edición de 2024 del Banco Mundial. La de 2017 daba {v} para 2015; el PIB de México se revisó después al alza.",
    ).format(v=number(shown.value(RATIO_2017, "2015"), 1))


def _plan(basis: Basis, last: int) -> Plan:
    return draw(*basis.names, years=(1990, last))


EXHIBIT = Exhibit(
    id="migration-added-gdp",
    chapter="migration",
    order=21,
    number=T("Added", "Añadido"),
    title=T("GDP per head, Mexico and the United States", "PIB por habitante, México y EE. UU."),
    subject=T("GDP per head of the United States and Mexico", "PIB por habitante de EE. UU. y México"),
    added=True,
    views=tuple(
        View(id, name, report=_plan(basis, 2015), latest=_plan(basis, 2023), arrange=arrange(basis))
        for id, name, basis in (
            ("current", T("Current dollars", "Dólares corrientes"), CURRENT),
            ("purchasing-power", T("Purchasing power", "Poder adquisitivo"), POWER),
        )
    ),
)
