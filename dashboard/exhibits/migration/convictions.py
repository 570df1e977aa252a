"""Migration 5: how many of the people deported had a criminal conviction, and out of whom they are counted."""

from __future__ import annotations

from dashboard.charts.arranged import Arranged, Band, Callout, Panel
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.migration.sparse import Dash, of_value
from dashboard.exhibits.phrases import latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.text import EMPTY, T, percent

ICE, ICE_PRINTED = "ice_share_with_conviction", "ice_share_with_conviction_printed"
DHS, WIDER = "dhs_removals_share_criminal", "ice_share_conviction_or_pending_charge"
PLACES, REPORT = "ice_share_with_conviction_by_place", "report_share_with_conviction"
NO_ICE_COUNT = 2009  # known only as the rounded share that was printed

_PLACES: tuple[tuple[str, str, Dash], ...] = (("interior", "us", "solid"), ("border", "other", "dash"))
_PEOPLE: tuple[tuple[str, str, Dash], ...] = (("mexico", "mx", "solid"), ("all", "other", "dash"))
OF_ICE, OF_DHS = T("of ICE removals", "de las remociones del ICE"), T("of all DHS removals", "de todas las del DHS")


def share(shown: Shown) -> Arranged:
    """The share among the removals of one agency and among those of the whole department: the denominator decides."""
    ice, dhs = shown.value(ICE, "FY2014"), shown.value(DHS, "FY2014", origin="all")
    newest = shown.newest(DHS, origin="all")
    if shown.vintage == "report":
        headline = T(
            "In FY2014 people with a conviction were {i} of ICE removals, {d} of all DHS removals",
            "En el AF 2014, las personas con condena eran {i} de las remociones del ICE y {d} de todas las del DHS",
        ).format(i=percent(ice, 1), d=percent(dhs, 1))
    else:
        headline = T(
            "People with a conviction were {n} of all DHS removals in FY{y}, after {d} in FY2014",
            "Las personas con condena penal eran {n} de las remociones del DHS en el AF {y}, tras {d} en el AF 2014",
        ).format(n=percent(newest.value), y=newest.year, d=percent(dhs, 1))
    end = T("{v} in FY{y}", "{v} en el AF {y}").format(v=percent(newest.value), y=newest.year)
    same_year = T("{v} in FY2014", "{v} en el AF 2014").format(v=percent(dhs, 1))
    callouts = (
        (
            Callout(2014, ice, percent(ice, 1), dx=-14, dy=-30, colour="us"),
            Callout(2014, dhs, same_year, dx=-20, dy=-34),
        )
        if shown.vintage == "report"
        else (Callout(2014, dhs, same_year, dx=-20, dy=-78), Callout(newest.year, newest.value, end, dx=-20, dy=-40))
    )
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown,
            T(
                "People removed from the United States who had a criminal conviction",
                "Personas expulsadas de EE. UU. que tenían una condena penal",
            ),
            T("percent of all removed by fiscal year", "por ciento de las expulsadas por año fiscal"),
        ),
        latest=latest(shown, DHS, PERCENT, OF_DHS, origin="all"),
        alt=T(
            "Two lines: the share with a criminal conviction among ICE removals and among all DHS removals",
            "Dos líneas: la proporción con condena penal entre las remociones del ICE y entre todas las del DHS",
        ),
        axis="fiscal-years",
        panels=(Panel(PERCENT, limits=(0, 80)),),
        traces=(
            trace(shown, ICE, PERCENT, "us", markers=True, end_label=OF_ICE),
            trace(shown, ICE_PRINTED, PERCENT, "us", form="points", hollow=True, end_label=EMPTY),
            trace(
                shown,
                WIDER,
                PERCENT,
                "us",
                form="points",
                hollow=True,
                end_label=T("conviction or pending charge (ICE)", "condena o cargo pendiente (ICE)"),
            ),
            trace(
                shown, DHS, PERCENT, "other", dash="dash", markers=True, dimensions={"origin": "all"}, end_label=OF_DHS
            ),
        ),
        callouts=() if shown.is_filtered() else (*callouts, *_printed(shown)),
        bands=(Band(2019.5, 2022.5),) if len(shown.rows(WIDER)) else (),
        notes=(_DENOMINATOR, _FISCAL_2009 if shown.vintage == "report" else _WIDER),
    )


def _printed(shown: Shown) -> tuple[Callout, ...]:
    """The share that the report prints without a year, at the fiscal year whose share it equals."""
    printed, same_year = shown.value(REPORT, "2017-03"), shown.value(ICE, "FY2015")
    words = T("{v} in the report", "{v} en el informe").format(v=percent(printed))
    return (Callout(2015, same_year, words, dx=-64, dy=34),)


def place(shown: Shown) -> Arranged:
    """ICE removals from the interior and from the border, each with its share."""
    inside, border = (shown.value(PLACES, "FY2014", category=where) for where in ("interior", "border"))
    names = {"interior": T("from the interior", "del interior"), "border": T("at the border", "de la frontera")}
    return Arranged(
        headline=T(
            "In FY2014 {i} of ICE’s interior removals had a conviction, {b} of those at the border",
            "En el AF 2014 tenía condena {i} de las personas expulsadas por el ICE desde el interior y {b} de las de la frontera",
        ).format(i=percent(inside, 1), b=percent(border, 1)),
        subtitle=subtitle(
            shown,
            T(
                "People removed by ICE who had a criminal conviction",
                "Personas expulsadas por el ICE que tenían una condena penal",
            ),
            T("percent of each group by fiscal year", "por ciento de cada grupo por año fiscal"),
        ),
        latest=latest(shown, PLACES, PERCENT, T("interior", "interior"), category="interior"),
        alt=T(
            "Two lines: the share with a conviction among ICE removals from the interior and at the border",
            "Dos líneas: la proporción con condena entre las remociones del ICE del interior y de la frontera",
        ),
        axis="fiscal-years",
        panels=(Panel(PERCENT, limits=(0, 100)),),
        traces=tuple(
            of_value(
                trace(
                    shown,
                    PLACES,
                    PERCENT,
                    colour,
                    dash=dash,
                    markers=True,
                    values="all",
                    dimensions={"category": where},
                    end_label=names[where],
                ),
                where,
            )
            for where, colour, dash in _PLACES
        ),
        notes=(
            T(
                "Counts of FY2013 and FY2014 are ICE’s own; those of FY2015 and FY2016 come from the press and from a records request.",
                "Los conteos de los AF 2013 y 2014 son del ICE; los de 2015 y 2016, de la prensa y de una solicitud de información.",
            ),
        ),
    )


def mexicans(shown: Shown) -> Arranged:
    """The same share for all nationalities and for Mexicans, all removals of the department."""
    whole, mexico = shown.last(DHS, origin="all"), shown.last(DHS, origin="mexico")
    same_year = shown.value(DHS, mexico.period, origin="all")
    names = {"mexico": T("Mexicans", "mexicanos"), "all": T("all nationalities", "todas las nacionalidades")}
    return Arranged(
        headline=T(
            "In FY{y} {m} of Mexicans removed by DHS had a conviction, {a} of all nationalities",
            "En el AF {y} tenía condena penal {m} de los mexicanos expulsados por el DHS y {a} del total",
        ).format(y=mexico.year, m=percent(mexico.value, 1), a=percent(same_year, 1)),
        subtitle=subtitle(
            shown,
            T(
                "People removed by all DHS agencies who had a criminal conviction",
                "Personas expulsadas por todas las agencias del DHS que tenían una condena penal",
            ),
            T("percent of each group by fiscal year", "por ciento de cada grupo por año fiscal"),
        ),
        latest=latest(shown, DHS, PERCENT, names["all"], origin="all"),
        alt=T(
            "Two lines: the share with a criminal conviction among Mexicans removed and among all people removed",
            "Dos líneas: la proporción con condena penal entre los mexicanos expulsados y entre todas las personas expulsadas",
        ),
        axis="fiscal-years",
        panels=(Panel(PERCENT, limits=(0, 80)),),
        traces=tuple(
            of_value(
                trace(
                    shown,
                    DHS,
                    PERCENT,
                    colour,
                    dash=dash,
                    markers=True,
                    dimensions={"origin": who},
                    end_label=names[who],
                ),
                who,
            )
            for who, colour, dash in _PEOPLE
        ),
        callouts=()
        if shown.is_filtered()
        else (
            Callout(mexico.year, mexico.value, percent(mexico.value, 1), dx=4, dy=46, colour="mx"),
            Callout(mexico.year, same_year, percent(same_year, 1), dx=-20, dy=-30),
        ),
        notes=(
            T(
                "Editions of the DHS Yearbook are not alike: those of 2003 and 2014 give other numbers for some years, kept in the table.",
                "Las ediciones del anuario del DHS no coinciden: las de 2003 y 2014 dan otras cifras para algunos años, que están en la tabla.",
            ),
        )
        + ((_MISSING,) if whole.year > mexico.year else ()),
    )


_DENOMINATOR = T(
    "The denominator decides: ICE removals leave out people removed by the Border Patrol and at ports of entry, whom DHS counts.",
    "El denominador decide: las remociones del ICE no incluyen a quienes expulsan la Patrulla Fronteriza y los puertos de entrada; el DHS sí.",
)
_FISCAL_2009 = T(
    "Hollow point: FY2009 is known only as printed, about 35 percent; the others are computed from counts.",
    "Punto hueco: el AF 2009 solo se conoce como se publicó, cerca de 35 por ciento; los demás se calculan con conteos.",
)
_WIDER = T(
    "FY2020 and FY2022 count convictions or pending charges, not comparable. FY2009 of ICE is known only as printed, about 35.",
    "Los AF 2020 y 2022 cuentan condenas o cargos pendientes y no son comparables. El AF 2009 del ICE solo se conoce publicado, cerca de 35.",
)
_MISSING = T(
    "By nationality the yearbook’s table ends in FY2014; FY2016 and FY2019 are known for all nationalities only.",
    "Por nacionalidad, el cuadro del anuario termina en el AF 2014; los AF 2016 y 2019 solo se conocen para el total.",
)

EXHIBIT = Exhibit(
    id="migration-5",
    chapter="migration",
    order=5,
    number=T("Figure 5", "Gráfica 5"),
    title=T(
        "Share of deported immigrants with a criminal conviction", "Proporción de personas deportadas con condena penal"
    ),
    subject=T(
        "People removed from the United States with a criminal conviction",
        "Personas expulsadas de EE. UU. con condena penal",
    ),
    views=(
        View(
            "share",
            T("ICE and all DHS", "ICE y todo el DHS"),
            report=draw(ICE, years=(2008, 2016))
            + draw(ICE_PRINTED, years=(NO_ICE_COUNT, NO_ICE_COUNT))
            + draw(DHS, years=(2008, 2014)),
            latest=draw(ICE, years=(2008, 2016))
            + draw(ICE_PRINTED, years=(NO_ICE_COUNT, NO_ICE_COUNT))
            + draw(DHS, WIDER, years=(1993, 2022)),
            arrange=share,
        ),
        View(
            "place",
            T("Interior and border", "Interior y frontera"),
            report=draw(PLACES),
            latest=draw(PLACES),
            arrange=place,
        ),
        View(
            "mexicans",
            T("Mexicans", "Mexicanos"),
            report=draw(DHS, years=(1993, 2014)),
            latest=draw(DHS, years=(1993, 2019)),
            arrange=mexicans,
        ),
    ),
)
