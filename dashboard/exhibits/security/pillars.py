"""Security 2: the four pillars of the Mérida Initiative, and the money that is known for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.charts.arranged import Arranged, Grid, Mark, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.prepare import STATUS, Shown
from dashboard.selection import met
from dashboard.text import EMPTY, T, join, percent

POINTS, USAID, INCLE = "pillar_priority_count", "usaid_money_share", "incle_money_share"
RULE_OF_LAW, OTHERS = "2", "1-3-4"
COLOURS = {"1": "kind-a", "2": "kind-b", "3": "kind-c", "4": "kind-d"}
GROUPS = {
    "first": (
        ("1", "2"),
        T("Carried on from the first strategy, 2007–2009", "Vienen de la primera estrategia, 2007-2009"),
    ),
    "new": (("3", "4"), T("New in 2009", "Nuevos en 2009")),
}
EVENTS = {
    "1": T(
        "2014: El Chapo is captured with the help of U.S. intelligence.",
        "2014: captura de El Chapo con ayuda de la inteligencia de EE. UU.",
    ),
    "2": T(
        "2008: Mexico changes to adversarial justice. 2014: PROJUST, the main U.S. project for it, starts.",
        "2008: México adopta el sistema acusatorio. 2014: inicia PROJUST, el principal proyecto de EE. UU. para apoyarlo.",
    ),
    "3": T(
        "Had been a U.S. priority before; the pillar is new in the strategy.",
        "Ya era una prioridad de EE. UU.; como pilar es nuevo en la estrategia.",
    ),
    "4": T(
        "2015: U.S. aid takes violence prevention beyond the first three cities.",
        "2015: la ayuda de EE. UU. lleva la prevención más allá de las tres primeras ciudades.",
    ),
}


def cards(shown: Shown) -> Arranged:
    """A card for each pillar: its points, and its share of the money where one is known."""
    points = shown.records["security-2-priorities"]
    points = points[met("pillar", points["pillar"], shown.selection.values_of("pillar") or ("all",))]
    there = [pillar for pillar in COLOURS if (points["pillar"] == pillar).any()]
    beside = tuple(pillar for pillars, _ in GROUPS.values() for pillar in pillars)
    over = tuple(id for id, (pillars, _) in GROUPS.items() for _ in pillars)
    usaid, incle = (percent(shown.value(s, p, pillar=RULE_OF_LAW)) for s, p in _MONEY)
    return Arranged(
        headline=T(
            "Rule of law got {usaid} of USAID’s Mérida money (FY2012–16), some {incle} of INCLE’s (FY2013–16)",
            "De los recursos de USAID para Mérida, {usaid} fue al pilar 2 (AF 2012-16); de los INCLE, cerca de {incle} (AF 2013-16)",
        ).format(usaid=usaid, incle=incle),
        subtitle=T(
            "What each pillar of the Mérida Initiative was for, 2009–2016, in our words, and its share of the money",
            "Para qué era cada pilar de la Iniciativa Mérida, 2009-2016, en nuestras palabras, y su parte de los recursos",
        ),
        alt=T(
            "Four cards, one for each pillar, with two or three points each and the share of the money that is known",
            "Cuatro tarjetas, una por pilar, con dos o tres puntos cada una y la parte conocida de los recursos",
        ),
        axis="boxes",
        panels=(Panel(Measure(EMPTY)),),
        traces=(
            *(_heading(id, words) for id, (pillars, words) in GROUPS.items() if {*pillars} & {*there}),
            *(_card(shown, pillar, points[points["pillar"] == pillar]) for pillar in there),
        ),
        grids=(
            Grid(tuple((id,) for group, (pillars, _) in GROUPS.items() for id in (group, *pillars)), gap=10),
            Grid(
                tuple(row for group, (pillars, _) in GROUPS.items() for row in ((group,) * len(pillars), pillars)),
                gap=10,
            ),
            Grid((over, beside), gap=12),
        ),
        notes=(
            T(
                "Shares of FY2012–2016 (USAID) and FY2013–2016 (INCLE, roughly); pillars 1, 3 and 4 are known only together.",
                "Porcentajes de los años fiscales 2012-2016 (USAID) y 2013-2016 (INCLE, aproximado); los pilares 1, 3 y 4 solo se conocen juntos.",
            ),
        ),
        hints=(
            T(
                "A click on a pillar filters the money of Figures 3 and 4.",
                "Un clic en un pilar filtra los recursos de las Gráficas 3 y 4.",
            ),
        ),
    )


_MONEY = ((USAID, "FY2012/FY2016"), (INCLE, "FY2013/FY2016"))


def _heading(id: str, words: T) -> Trace:
    mark = Mark(id=id, x=0, y=1.0, name=words, figure=words, label=words)
    return Trace(f"group-{id}", EMPTY, "text", (mark,), form="boxes", hollow=True)


def _card(shown: Shown, pillar: str, points: Any) -> Trace:
    """One pillar: its name, its points, its money; what happened to it when pointed at."""
    rows: Iterable[Mapping[str, Any]] = points.sort_values("priority_order").to_dict("records")
    said = [T(row["text_en"], row["text_es"]) for row in rows]
    listed = join((T("• {point}", "• {point}").format(point=point) for point in said), "\n")
    money = _money(shown, pillar)
    name = shown.label("pillar", pillar)
    mark = Mark(
        id=pillar,
        x=int(pillar),
        y=1.0,
        name=name,
        figure=join((join(said, "; "), money), ". "),
        status=STATUS["report"],
        remark=EVENTS[pillar],
        selects=("pillar", pillar),
        label=join((name, listed, money), "\n\n"),
    )
    return Trace(f"pillar-{pillar}", name, COLOURS[pillar], (mark,), form="boxes")


def _money(shown: Shown, pillar: str) -> T:
    known = RULE_OF_LAW if pillar == RULE_OF_LAW else OTHERS
    usaid, incle = (percent(shown.value(s, p, pillar=known)) for s, p in _MONEY)
    if known == RULE_OF_LAW:
        words = T(
            "{usaid} of USAID’s Mérida money, about {incle} of INCLE’s",
            "{usaid} de los recursos de USAID para Mérida, cerca de {incle} de los del INCLE",
        )
    else:
        words = T(
            "Pillars 1, 3 and 4 together: {usaid} of USAID’s Mérida money, about {incle} of INCLE’s",
            "Pilares 1, 3 y 4 juntos: {usaid} de los recursos de USAID para Mérida, cerca de {incle} de los del INCLE",
        )
    return words.format(usaid=usaid, incle=incle)


EXHIBIT = Exhibit(
    id="security-2",
    chapter="security",
    order=2,
    number=T("Figure 2", "Gráfica 2"),
    title=T("The four pillars of the Mérida Initiative", "Los cuatro pilares de la Iniciativa Mérida"),
    subject=T("The four pillars of the Mérida Initiative", "Los cuatro pilares de la Iniciativa Mérida"),
    dimensions=("pillar",),
    wide=True,
    views=(
        View(
            "cards",
            T("Pillars", "Pilares"),
            report=draw(POINTS, USAID, INCLE),
            latest=draw(POINTS, USAID, INCLE),
            arrange=cards,
            of_records=True,
        ),
    ),
)
