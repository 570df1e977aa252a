"""Economy 2: the direct investment that the two countries hold in each other."""

from __future__ import annotations

from dashboard.charts.arranged import Arranged, Callout, Panel, Trace
from dashboard.exhibits.base import Exhibit, Plan, View, draw
from dashboard.exhibits.events import report_published
from dashboard.exhibits.measures import USD_BILLION_FROM_MILLION as BILLION
from dashboard.exhibits.phrases import ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.text import EMPTY, T, number

# One edition, 2020, of both directions; other editions and quotations stand beside it as points.
IN_MEXICO = "us_direct_investment_position_in_mexico_bea2020"
IN_US = "mexican_direct_investment_position_in_us_bea2020"
BOTH = "total_bilateral_direct_investment_position_bea2020"
IN_MEXICO_2016 = "us_direct_investment_position_in_mexico"
IN_MEXICO_ELSEWHERE = "us_direct_investment_position_in_mexico_other_vintages"
IN_MEXICO_BEFORE_REVISION = "us_direct_investment_position_in_mexico_vintage2025"
IN_US_ELSEWHERE = "mexican_direct_investment_position_in_us"
BOTH_IN_REPORT = "total_bilateral_direct_investment_position"
BY_OWNER = "mexican_direct_investment_position_in_us_ubo"

BASIS = T(
    "billion dollars at historical cost, end of year", "miles de millones de dólares a costo histórico, fin de año"
)
REPORT = T("in the report", "en el informe")


def _billions(millions: float, digits: int = 0) -> T:
    return number(millions * BILLION.scale, digits)


def _latest(shown: Shown) -> T:
    return latest(
        shown,
        IN_MEXICO_ELSEWHERE,
        BILLION,
        T("U.S. investment in Mexico", "inversión de EE. UU. en México"),
        T("BEA, quoted by M. Strasser", "BEA, citado por M. Strasser"),
    )


def _points(shown: Shown, series: str, colour: str, words: T = EMPTY) -> Trace:
    """Numbers of other editions: hollow, never joined, said at the right only in the report's vintage."""
    reported = shown.vintage == "report" and bool(words)
    label = ending(shown, series, BILLION, words, digits=0) if reported else EMPTY
    return trace(shown, series, BILLION, colour, form="points", hollow=True, end_label=label)


def positions(shown: Shown) -> Arranged:
    """Both directions and their sum in one edition; what the report or others print stands beside it as points."""
    names = (
        (BOTH, "other", "dot", T("both together", "ambos sentidos")),
        (IN_MEXICO, "us", "solid", T("U.S. in Mexico", "de EE. UU. en México")),
        (IN_US, "mx", "dash", T("Mexico in the U.S.", "de México en EE. UU.")),
    )
    reported = shown.vintage == "report"
    lines = [
        trace(
            shown,
            series,
            BILLION,
            colour,
            dash=dash,  # type: ignore[arg-type]
            end_label=ending(shown, series, BILLION, words, digits=0) if reported else words,
        )
        for series, colour, dash, words in names
    ]
    points = (
        _points(shown, BOTH_IN_REPORT, "other", REPORT),
        _points(shown, IN_MEXICO_ELSEWHERE, "us", REPORT),
        _points(shown, IN_US_ELSEWHERE, "mx", REPORT),
    )
    headline, callouts = (_as_reported if reported else _as_known)(shown)
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T("Direct investment that each country holds in the other", "Inversión directa de cada país en el otro"),
            BASIS,
        ),
        latest=_latest(shown),
        alt=T(
            "Three lines: U.S. direct investment in Mexico, Mexican direct investment in the United States, and both together",
            "Tres líneas: inversión directa de EE. UU. en México, de México en EE. UU. y la suma de ambas",
        ),
        axis="years",
        panels=(Panel(BILLION),),
        traces=(*lines, *points),
        callouts=() if shown.is_filtered() else callouts,
        events=report_published("years", shown.years()[1]),
        notes=(_ONE_EDITION, (_reported if reported else _quoted)(shown)),
    )


def _as_reported(shown: Shown) -> tuple[T, tuple[Callout, ...]]:
    """The growth of both together, with the value that it starts from on the chart."""
    start, end = shown.first(BOTH), shown.last(BOTH)
    headline = T(
        "Mutual direct investment grew {x}-fold from {a} to {b}, to ${v} billion (BEA via Saleh)",
        "La inversión directa mutua se multiplicó por {x} de {a} a {b}, a {v} mil millones de dólares (BEA, Saleh)",
    ).format(x=number(end.value / start.value, 1), a=start.year, b=end.year, v=_billions(end.value))
    words = T("{v} in {year}", "{v} en {year}").format(v=_billions(start.value, 1), year=start.year)
    return headline, (Callout(start.year, start.value * BILLION.scale, words, dx=34, dy=34),)


def _as_known(shown: Shown) -> tuple[T, tuple[Callout, ...]]:
    """The newest quotation, named as such."""
    newest, line = shown.newest(IN_MEXICO_ELSEWHERE), shown.last(IN_MEXICO)
    headline = T(
        "U.S. direct investment in Mexico stood at ${v} billion in {year} (BEA, quoted by Strasser)",
        "La inversión directa de EE. UU. en México era de {v} mil millones de dólares en {year} (BEA, por Strasser)",
    ).format(v=_billions(newest.value), year=newest.year)
    words = T("{v} as quoted", "{v} según se cita").format(v=_billions(newest.value))
    end = T("{v} in {year}", "{v} en {year}").format(v=_billions(line.value), year=line.year)
    return headline, (
        Callout(newest.year, newest.value * BILLION.scale, words, dx=-52, dy=14),
        Callout(line.year, line.value * BILLION.scale, end, dx=34, dy=-26, colour="us"),
    )


def editions(shown: Shown) -> Arranged:
    """U.S. investment in Mexico in two editions: where they part is a revision, not a fall."""
    old, new = shown.value(IN_MEXICO_2016, "2014"), shown.value(IN_MEXICO, "2014")
    reported = shown.value(IN_MEXICO_ELSEWHERE, "2015")
    revision = T("{v} in the report: a revision, not a fall", "{v} en el informe: una revisión, no una caída").format(
        v=_billions(reported)
    )
    callouts = (
        Callout(2014, old * BILLION.scale, T("{v} in 2014", "{v} en 2014").format(v=_billions(old)), dx=-70, dy=12),
        Callout(2014, new * BILLION.scale, T("{v} in 2014", "{v} en 2014").format(v=_billions(new)), dx=-24, dy=-48),
        Callout(2015, reported * BILLION.scale, revision, dx=8, dy=-96),
    )
    return Arranged(
        headline=T(
            "For 2014 BEA’s edition of 2016 has ${old} billion, that of 2020 ${new} billion (Saleh)",
            "Para 2014, la edición de 2016 de la BEA da {old} mil millones de dólares y la de 2020, {new} (Saleh)",
        ).format(old=_billions(old), new=_billions(new)),
        subtitle=subtitle(
            shown, T("U.S. direct investment in Mexico", "Inversión directa de EE. UU. en México"), BASIS
        ),
        latest=_latest(shown),
        alt=T(
            "Two lines, U.S. direct investment in Mexico in the editions of 2016 and 2020, and numbers of other editions as points",
            "Dos líneas, la inversión directa de EE. UU. en México en las ediciones de 2016 y 2020, y cifras de otras ediciones como puntos",
        ),
        axis="years",
        panels=(Panel(BILLION),),
        traces=(
            trace(shown, IN_MEXICO, BILLION, "other", dash="dash", end_label=T("edition of 2020", "edición de 2020")),
            trace(shown, IN_MEXICO_2016, BILLION, "us", end_label=T("edition of 2016", "edición de 2016")),
            _points(shown, IN_MEXICO_ELSEWHERE, "us"),
        ),
        callouts=() if shown.is_filtered() else callouts,
        events=report_published("years", shown.years()[1]),
        notes=(
            T(
                "The two editions are equal from 1982 to 2012; the Bureau of Economic Analysis revised the later years.",
                "Las dos ediciones son iguales de 1982 a 2012; la BEA revisó los años posteriores.",
            ),
            T(
                "The edition of 2016 ends in 2014. Circles are single numbers from other editions; no line joins them.",
                "La edición de 2016 termina en 2014. Los círculos son cifras sueltas de otras ediciones; ninguna línea los une.",
            ),
        ),
    )


def by_owner(shown: Shown) -> Arranged:
    """Mexican investment in the United States by ultimate owner, single numbers, beside the line by foreign parent."""
    if shown.vintage == "report":
        year, parent = "2014", shown.value(IN_US, "2014")
        headline = T(
            "By ultimate owner, Mexico held ${owner} billion in the U.S. in {year}; by parent, ${parent} billion",
            "Por propietario final, México tenía {owner} mil millones de dólares en EE. UU. en {year}; por matriz, {parent}",
        ).format(owner=_billions(shown.value(BY_OWNER, year), 1), parent=_billions(parent, 1), year=year)
        beside = T("{v} in {year}", "{v} en {year}").format(v=_billions(parent, 1), year=year)
        callouts: tuple[Callout, ...] = (
            Callout(int(year), parent * BILLION.scale, beside, dx=-50, dy=28, colour="mx"),
        )
    else:
        year = shown.newest(BY_OWNER).period
        headline = T(
            "By ultimate owner, Mexican investment in the U.S. was ${owner} billion in {year} (CRS)",
            "Por propietario final, la inversión de México en EE. UU. era de {owner} mil millones de dólares en {year} (CRS)",
        ).format(owner=_billions(shown.value(BY_OWNER, year), 1), year=year)
        callouts = ()
    top = shown.value(BY_OWNER, year)
    words = T("{v} in {year}", "{v} en {year}").format(v=_billions(top, 1), year=year)
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown, T("Mexican direct investment in the United States", "Inversión directa de México en EE. UU."), BASIS
        ),
        latest=latest(shown, BY_OWNER, BILLION, T("by ultimate owner", "por propietario final"), T("CRS", "CRS")),
        alt=T(
            "Points: Mexican direct investment in the United States by ultimate owner; a line: the same by foreign parent",
            "Puntos: inversión directa de México en EE. UU. por propietario final; una línea: la misma por matriz extranjera",
        ),
        axis="years",
        panels=(Panel(BILLION),),
        traces=(
            trace(
                shown, BY_OWNER, BILLION, "mx", form="points", end_label=T("by ultimate owner", "por propietario final")
            ),
            trace(shown, IN_US, BILLION, "mx", dash="dash", end_label=T("by foreign parent", "por matriz extranjera")),
        ),
        callouts=()
        if shown.is_filtered()
        else (Callout(int(year), top * BILLION.scale, words, dx=-46, dy=12), *callouts),
        events=report_published("years", shown.years()[1]),
        notes=(
            T(
                "By foreign parent: the first owner abroad. By ultimate owner: the one at the top of the chain, wherever the parent is.",
                "Por matriz: el primer dueño en el extranjero. Por propietario final: el que está al inicio de la cadena, sin importar dónde esté la matriz.",
            ),
            T(
                "The points come from several publications and are not joined; the report’s $17 billion fits the line, not the points.",
                "Los puntos provienen de distintas publicaciones y no se unen; los 17 mil millones del informe corresponden a la línea.",
            ),
        ),
    )


_ONE_EDITION = T(
    "Lines: the Bureau of Economic Analysis edition of 2020, as compiled by S. Saleh and others; it ends in 2019.",
    "Líneas: edición de 2020 del Bureau of Economic Analysis (BEA), recopilada por S. Saleh y otros; termina en 2019.",
)


def _reported(shown: Shown) -> T:
    """What the circles of the report's vintage are."""
    mexico, states, both = (shown.value(s, "2015") for s in (IN_MEXICO_ELSEWHERE, IN_US_ELSEWHERE, BOTH_IN_REPORT))
    return T(
        "Circles: the report’s {a}, {b} and {c} billion for 2015, from another edition; {a} and {b} would add up to {sum}.",
        "Círculos: los {a}, {b} y {c} mil millones que el informe da para 2015, de otra edición; {a} y {b} sumarían {sum}.",
    ).format(a=_billions(mexico), b=_billions(states), c=_billions(both), sum=_billions(mexico + states))


def _quoted(shown: Shown) -> T:
    """What the circles after the last edition are."""
    return T(
        "Circles: later numbers as others quote them, from several editions. For 2024 CRS had printed {v} before a revision.",
        "Círculos: cifras posteriores citadas por terceros, de varias ediciones. Para 2024, el CRS daba {v} antes de una revisión.",
    ).format(v=_billions(shown.value(IN_MEXICO_BEFORE_REVISION, "2024"), 1))


def _later(*series: str) -> Plan:
    return draw(*series, years=(2016, 2024))


EXHIBIT = Exhibit(
    id="economy-2",
    chapter="economy",
    order=2,
    number=T("Figure 2", "Gráfica 2"),
    title=T(
        "U.S.-Mexico foreign direct investment positions, 1993–2015",
        "Posiciones de inversión extranjera directa México-EE. UU., 1993-2015",
    ),
    subject=T(
        "Direct investment of the United States and Mexico in each other", "Inversión directa mutua de México y EE. UU."
    ),
    dimensions=("years", "direction"),
    views=(
        View(
            "positions",
            T("Both directions", "Ambos sentidos"),
            report=draw(BOTH, IN_MEXICO, IN_US, years=(1993, 2015))
            + draw(BOTH_IN_REPORT, IN_MEXICO_ELSEWHERE, IN_US_ELSEWHERE, years=(2015, 2015)),
            latest=draw(BOTH, IN_MEXICO, IN_US, years=(1982, 2019)) + _later(IN_MEXICO_ELSEWHERE, IN_US_ELSEWHERE),
            arrange=positions,
        ),
        View(
            "editions",
            T("Editions", "Ediciones"),
            report=draw(IN_MEXICO_2016, IN_MEXICO, IN_MEXICO_ELSEWHERE, years=(1993, 2015)),
            latest=draw(IN_MEXICO_2016, IN_MEXICO, IN_MEXICO_ELSEWHERE, years=(1982, 2024)),
            arrange=editions,
        ),
        View(
            "ultimate-owner",
            T("By ultimate owner", "Por propietario final"),
            report=draw(IN_US, BY_OWNER, years=(1993, 2015)),
            latest=draw(IN_US, BY_OWNER, years=(1982, 2024)),
            arrange=by_owner,
        ),
    ),
)
