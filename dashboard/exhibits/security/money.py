"""Security 3 and 4: USAID's and the State Department's money for Mérida, which is known by pillar as two shares only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard.charts.arranged import Arranged, Panel
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.measures import PERCENT, USD_MILLION
from dashboard.exhibits.phrases import subtitle
from dashboard.exhibits.prepare import Shown
from dashboard.exhibits.security.parts import bars, segments, split_by
from dashboard.text import T, number, percent

PILLARS = {
    "2": ("kind-b", T("Pillar 2, rule of law", "Pilar 2, Estado de derecho")),
    "1-3-4": ("other", T("Pillars 1, 3 and 4 together", "Pilares 1, 3 y 4 juntos")),
}
USAID, ESF = "usaid_pillar_share", "esf_mexico_table_1_not_figure_3"
GAO = ("merida_allocated_inl", "merida_allocated_usaid")
PLANNED = tuple(
    f"foreignassistance_planned_fy2017_{purpose}"
    for purpose in ("democracy_human_rights_governance", "peace_and_security", "environment_climate")
)
INCLE, INCLE_BY_YEAR = "incle_pillar_share", "incle_mexico_table_1"
WHOLE_PERCENT = replace(PERCENT, digits=0)
WHOLE = replace(USD_MILLION, digits=0)
MILLION = T("million dollars", "millones de dólares")


def pillar_share(series: str, period: str, whose: T, years: T, headline: T, note: T) -> Callable[[Shown], Arranged]:
    """One bar: the share of Pillar 2 and that of the others together."""

    def arrange(shown: Shown) -> Arranged:
        traces = segments(shown.rows(series), WHOLE_PERCENT, "pillar", PILLARS, selects="pillar")
        return Arranged(
            headline=headline.format(v=percent(shown.value(series, period, pillar="2"))),
            subtitle=T(
                "{whose} for the Mérida Initiative by pillar, percent, {years}",
                "{whose} para la Iniciativa Mérida por pilar, por ciento, {years}",
            ).format(whose=whose, years=years),
            alt=T(
                "One bar in two parts: Pillar 2, and the others together",
                "Una barra en dos partes: el pilar 2 y los demás juntos",
            ),
            axis="categories",
            categories=(whose,),
            panels=(Panel(WHOLE_PERCENT, limits=(0, 100)),),
            traces=traces,
            notes=(note,),
        )

    return arrange


def by_year(series: str, colour: str, what: T, headline: T, notes: tuple[T, ...]) -> Callable[[Shown], Arranged]:
    """A column for each fiscal year of the printed table; the estimate of FY2016 is hatched."""

    def arrange(shown: Shown) -> Arranged:
        first, last = shown.first(series), shown.value(series, "FY2016")
        rows = shown.planned[(shown.planned["series"] == series) & (shown.planned["kind"] == "fiscal-year")]
        traces = split_by(
            shown,
            series,
            USD_MILLION,
            (
                ("actual", lambda row: row["kind"] == "fiscal-year" and row["period"] != "FY2016", colour, {}),
                ("estimate", lambda row: row["period"] == "FY2016", colour, {"hatched": True}),
            ),
        )
        return Arranged(
            headline=headline.format(a=number(first.value, 1), start=first.year, b=number(last, 1)),
            subtitle=subtitle(shown, what, MILLION),
            alt=T("Columns by fiscal year: {what}", "Columnas por año fiscal: {what}").format(what=what),
            axis="fiscal-years",
            panels=(Panel(USD_MILLION, ticks=4),),
            traces=tuple(replace(trace, form="columns", values="all") for trace in traces),
            heights=(300, 260, 320),
            notes=tuple(note.format(sum=number(float(rows["value"].sum()), 1)) for note in notes),
        )

    return arrange


def gao(shown: Shown) -> Arranged:
    """Two bars: what the State Department and what USAID allocated over FY2014-2018."""
    inl, usaid = (shown.value(series, "FY2014/FY2018") for series in GAO)
    return Arranged(
        headline=T(
            "For FY2014–2018 the State Department allocated ${a} million, USAID ${b} million (GAO)",
            "Para los años fiscales 2014-2018 el Departamento de Estado asignó {a} millones de dólares y USAID, {b} (GAO)",
        ).format(a=number(inl), b=number(usaid)),
        subtitle=T(
            "Funds allocated to the Mérida Initiative, million dollars, FY2014–2018 together",
            "Fondos asignados a la Iniciativa Mérida, millones de dólares, años fiscales 2014-2018 juntos",
        ),
        alt=T("Two bars: State Department and USAID", "Dos barras: Departamento de Estado y USAID"),
        **bars(shown, GAO, ("kind-b", "kind-a"), WHOLE),
        notes=(
            T(
                "Not the report’s series: other years and another definition than Figure 3. GAO’s categories are not the four pillars.",
                "No es la serie del informe: son otros años y otra definición que en la Gráfica 3. Las categorías de la GAO no son los cuatro pilares.",
            ),
        ),
    )


def planned(shown: Shown) -> Arranged:
    """Three bars: what was planned for FY2017 by purpose."""
    first, second, _ = (shown.value(series, "FY2017") for series in PLANNED)
    return Arranged(
        headline=T(
            "The plan for FY2017: ${a} million for democracy and rights, ${b} for security (AP/VOA)",
            "Para el AF 2017 se preveían {a} millones de dólares en democracia y derechos y {b} en seguridad (AP/VOA)",
        ).format(a=number(first, 1), b=number(second, 1)),
        subtitle=T(
            "State and USAID funds planned for Mexico by purpose, million dollars, FY2017, as of February 2017",
            "Fondos de Estado y USAID previstos para México por propósito, millones de dólares, año fiscal 2017, a febrero de 2017",
        ),
        alt=T("Three bars: the purposes of the plan for FY2017", "Tres barras: los propósitos del plan para 2017"),
        **bars(shown, PLANNED, ("kind-a",) * 3, USD_MILLION),
        notes=(
            T(
                "A plan of both agencies together, not the report’s series and not by pillar; quoted from ForeignAssistance.gov.",
                "Es un plan de ambas dependencias, no la serie del informe ni por pilar; citado de ForeignAssistance.gov.",
            ),
        ),
    )


_BARS_LOST = T(
    "The figure’s bars by pillar and year are not available as numbers; the report’s text gives only the share of Pillar 2.",
    "Las barras de la gráfica por pilar y año no están disponibles en números; el texto del informe solo da la parte del pilar 2.",
)
_ROUGHLY = T(
    "The bars by pillar are not available as numbers. The report says roughly 58 percent, and speaks of the years since FY2012.",
    "Las barras por pilar no están disponibles en números. El informe dice aproximadamente 58 por ciento y habla de los años desde 2012.",
)
_NOT_THE_FIGURE = T(
    "Not the series of Figure 3: these are the ESF row of Table 1, {sum} million together; FY2016 (hatched) is an estimate.",
    "No es la serie de la Gráfica 3: es el renglón ESF de la Tabla 1, {sum} millones en total; 2016 (rayado) es estimación.",
)
_WHOLE_ACCOUNT = T(
    "The whole account, {sum} million together, not split by pillar: the 58 percent are not of single years. FY2016 (hatched) is an estimate.",
    "Es la cuenta completa, {sum} millones en total, sin desglose por pilar: el 58 por ciento no es de años sueltos. 2016 (rayado) es estimación.",
)

USAID_EXHIBIT = Exhibit(
    id="security-3",
    chapter="security",
    order=3,
    number=T("Figure 3", "Gráfica 3"),
    title=T(
        "USAID FY2012–2016, total funding for Mexico", "USAID, años fiscales 2012-2016, recursos totales para México"
    ),
    subject=T("USAID’s money for the Mérida Initiative", "Recursos de USAID para la Iniciativa Mérida"),
    dimensions=("years", "account", "pillar"),
    views=(
        View(
            "pillars",
            T("By pillar", "Por pilar"),
            report=draw(USAID),
            latest=draw(USAID),
            arrange=pillar_share(
                USAID,
                "FY2012/FY2016",
                T("USAID’s money", "Recursos de USAID"),
                T("fiscal years 2012–2016 together", "años fiscales 2012-2016 juntos"),
                T(
                    "{v} of USAID’s Mérida money of FY2012–2016 went to Pillar 2, rule of law",
                    "{v} de los recursos de USAID para Mérida en los años fiscales 2012-2016 fue al pilar 2, Estado de derecho",
                ),
                _BARS_LOST,
            ),
        ),
        View(
            "esf",
            T("ESF by year", "ESF por año"),
            report=draw(ESF, kind="fiscal-year"),
            latest=draw(ESF, kind="fiscal-year"),
            arrange=by_year(
                ESF,
                "kind-a",
                T(
                    "Economic Support Fund (ESF) for Mexico under Mérida",
                    "Fondo de Apoyo Económico (ESF) para México en Mérida",
                ),
                T(
                    "ESF aid was ${a} million in FY{start} and an estimated ${b} million in FY2016",
                    "El Fondo de Apoyo Económico dio {a} millones de dólares en el año fiscal {start} y unos {b} millones en 2016",
                ),
                (_NOT_THE_FIGURE,),
            ),
        ),
        View("gao", T("State and USAID", "Estado y USAID"), report=draw(*GAO), latest=draw(*GAO), arrange=gao),
        View(
            "planned",
            T("Plan for FY2017", "Plan para 2017"),
            report=draw(*PLANNED),
            latest=draw(*PLANNED),
            arrange=planned,
        ),
    ),
)

INCLE_EXHIBIT = Exhibit(
    id="security-4",
    chapter="security",
    order=4,
    number=T("Figure 4", "Gráfica 4"),
    title=T(
        "FY2013–2016 Mérida budget summary, INCLE funding",
        "Resumen del presupuesto de Mérida 2013-2016, recursos INCLE",
    ),
    subject=T("The State Department’s INCLE money for Mérida", "Recursos INCLE del Departamento de Estado para Mérida"),
    dimensions=("years", "account", "pillar"),
    views=(
        View(
            "pillars",
            T("By pillar", "Por pilar"),
            report=draw(INCLE),
            latest=draw(INCLE),
            arrange=pillar_share(
                INCLE,
                "FY2013/FY2016",
                T("INCLE money", "Recursos INCLE"),
                T("fiscal years 2013–2016 together", "años fiscales 2013-2016 juntos"),
                T(
                    "Roughly {v} of INCLE’s Mérida money of FY2013–2016 went to Pillar 2, rule of law",
                    "Cerca de {v} de los recursos INCLE para Mérida en los años fiscales 2013-2016 fue al pilar 2, Estado de derecho",
                ),
                _ROUGHLY,
            ),
        ),
        View(
            "incle",
            T("INCLE by year", "INCLE por año"),
            report=draw(INCLE_BY_YEAR, kind="fiscal-year"),
            latest=draw(INCLE_BY_YEAR, kind="fiscal-year"),
            arrange=by_year(
                INCLE_BY_YEAR,
                "kind-b",
                T(
                    "International Narcotics Control and Law Enforcement (INCLE) for Mexico",
                    "Control Internacional de Narcóticos y Aplicación de la Ley (INCLE) para México",
                ),
                T(
                    "INCLE aid fell from ${a} million in FY{start} to an estimated ${b} million in FY2016",
                    "El INCLE para México pasó de {a} millones de dólares en el año fiscal {start} a unos {b} millones en 2016",
                ),
                (_WHOLE_ACCOUNT,),
            ),
        ),
    ),
)
