"""Security 1: what was asked of Congress for the Mérida Initiative in FY2008 and FY2009, and what it gave."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.arranged import Arranged, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.measures import PERCENT, USD_MILLION
from dashboard.exhibits.prepare import Shown
from dashboard.exhibits.security.parts import bar, fiscal, records, segments
from dashboard.text import T, join, number, percent

SHARE, REQUEST, GIVEN = "merida_request_basket_share", "merida_request", "merida_appropriated"
BASKETS = {
    "counternarcotics-border": (
        "kind-b",
        T(
            "counternarcotics, counterterrorism and border security",
            "lucha antidrogas y antiterrorismo, y seguridad fronteriza",
        ),
    ),
    "public-security": ("kind-a", T("public security and law enforcement", "seguridad pública y aplicación de la ley")),
    "rule-of-law": (
        "kind-c",
        T("institution building and rule of law", "fortalecimiento institucional y Estado de derecho"),
    ),
}
YEARS = ("FY2008", "FY2009")
WHOLE = replace(USD_MILLION, digits=0)
PLACES = (
    ("mexico", "mexico", T("Mexico", "México")),
    ("central-america", "central-america-caribbean", T("Central America", "Centroamérica")),
)
REQUESTED, APPROPRIATED = T("requested", "solicitado"), T("appropriated by Congress", "asignado por el Congreso")
# The parts of what was appropriated for Mexico that add up to the whole of each year.
ACCOUNTS = (
    ("esf", "kind-a", T("ESF, economic support", "ESF, apoyo económico"), ("mexico-esf",)),
    (
        "incle",
        "kind-b",
        T("INCLE, narcotics control and law enforcement", "INCLE, control de narcóticos y aplicación de la ley"),
        ("mexico-incle-supplemental", "mexico-incle-bridge", "mexico-supplemental-incle"),
    ),
    (
        "fmf",
        "kind-c",
        T("FMF, military financing", "FMF, financiamiento militar"),
        ("mexico-fmf", "mexico-supplemental-fmf"),
    ),
    ("whole", "other", T("regular FY2009, not split", "ordinario 2009, sin desglose"), ("mexico-regular",)),
)


def baskets(shown: Shown) -> Arranged:
    """One bar, the whole request, in its three baskets."""
    top = shown.value(SHARE, "FY2008/FY2009", basket="counternarcotics-border")
    traces = segments(shown.rows(SHARE), PERCENT, "basket", BASKETS)
    return Arranged(
        headline=T(
            "Fighting drugs and terrorism, and border security, were {v} of the first Mérida requests",
            "Antidrogas, antiterrorismo y seguridad fronteriza sumaban {v} de las primeras solicitudes de Mérida",
        ).format(v=percent(top, 1)),
        subtitle=T(
            "Bush administration requests for the Mérida Initiative by basket, percent, FY2008 supplemental and FY2009",
            "Solicitudes del gobierno de Bush para la Iniciativa Mérida por paquete, por ciento, suplementario 2008 y 2009",
        ),
        alt=T(
            "One bar in three parts, the baskets of the request",
            "Una barra en tres partes, los paquetes de la solicitud",
        ),
        axis="categories",
        categories=(T("Request", "Solicitud"),),
        panels=(Panel(PERCENT),),
        traces=traces,
        notes=(
            T(
                "Only shares are printed. They are not of the $1.4 billion asked for over three years, and whose request they split is not said.",
                "Solo se imprimen porcentajes. No son de los 1,400 millones pedidos a tres años, ni se dice de qué solicitud son parte.",
            ),
        ),
    )


def given(shown: Shown) -> Arranged:
    """Two bars a row: requested and appropriated, for Mexico and for Central America in each year."""
    rows = [(place, year) for place in PLACES for year in YEARS]
    asked = [shown.rows(REQUEST, period=year, component=ask) for (ask, _, _), year in rows]
    got = [shown.rows(GIVEN, period=year, component=give) for (_, give, _), year in rows]
    there = [i for i in range(len(rows)) if len(asked[i]) or len(got[i])]
    names = [join((name, fiscal(year)), ", ") for (_, _, name), year in rows]

    def bars(series: str, frames: list, colour: str, name: T, lane: int, hatched: bool) -> Trace:
        built = (
            bar(row, WHOLE, at, names[i], row["component"]) for at, i in enumerate(there) for row in records(frames[i])
        )
        return Trace(series, name, colour, tuple(built), form="bars", end_label=name, lane=lane, hatched=hatched)

    value = {
        year: (shown.value(REQUEST, year, component="mexico"), shown.value(GIVEN, year, component="mexico"))
        for year in YEARS
    }
    (a, b), (c, d) = (map(number, value[year]) for year in YEARS)
    return Arranged(
        headline=T(
            "Asked for ${a} and ${c} million for FY2008 and FY2009, Congress gave ${b} and ${d}",
            "Para los AF 2008 y 2009 se solicitaron {a} y {c} millones de dólares para México; el Congreso dio {b} y {d}",
        ).format(a=a, b=b, c=c, d=d),
        subtitle=T(
            "Mérida Initiative, requested and appropriated, million dollars, fiscal years 2008 and 2009",
            "Iniciativa Mérida, solicitado y asignado, millones de dólares, años fiscales 2008 y 2009",
        ),
        alt=T(
            "Pairs of bars: requested and appropriated for Mexico and for Central America in FY2008 and FY2009",
            "Pares de barras: solicitado y asignado para México y Centroamérica en los años fiscales 2008 y 2009",
        ),
        axis="categories",
        categories=tuple(names[i] for i in there),
        panels=(Panel(WHOLE),),
        traces=(
            bars(REQUEST, asked, "other", REQUESTED, 0, True),
            bars(GIVEN, got, "kind-b", APPROPRIATED, 1, False),
        ),
        notes=(
            T(
                "FY2008 includes $48 million of FY2009 bridge funds; FY2009 is 300 regular and 420 supplemental.",
                "2008 incluye 48 millones de fondos puente de 2009; 2009 son 300 ordinarios y 420 suplementarios.",
            ),
            T(
                "What was appropriated for Central America includes Haiti and the Dominican Republic.",
                "Lo asignado a Centroamérica incluye a Haití y la República Dominicana.",
            ),
        ),
    )


def accounts(shown: Shown) -> Arranged:
    """A bar for each year: what was appropriated for Mexico, by account where that is known."""
    rows = shown.rows(GIVEN)
    years = [year for year in YEARS if len(rows[(rows["period"] == year) & (rows["component"] != "")])]
    traces = tuple(
        Trace(
            key,
            name,
            colour,
            tuple(
                bar(
                    row,
                    USD_MILLION,
                    years.index(row["period"]),
                    join((name, shown.label("component", row["component"])), " · "),
                    row["component"],
                )
                for row in records(rows[rows["component"].isin(components) & rows["period"].isin(years)])
            ),
            form="bars",
            end_label=name,
        )
        for key, colour, name, components in ACCOUNTS
    )
    one = {year: shown.value(GIVEN, year, component="mexico") for year in YEARS}
    fmf = [
        shown.value(GIVEN, year, component=part)
        for year, part in zip(YEARS, ("mexico-fmf", "mexico-supplemental-fmf"), strict=True)
    ]
    return Arranged(
        headline=T(
            "Military financing was ${a} of ${b} million in FY2008, at least ${c} of ${d} in FY2009",
            "El financiamiento militar fue {a} de {b} millones de dólares en el AF 2008 y al menos {c} de {d} en el AF 2009",
        ).format(a=number(fmf[0], 1), b=number(one["FY2008"]), c=number(fmf[1]), d=number(one["FY2009"])),
        subtitle=T(
            "Appropriated for Mexico under the Mérida Initiative by account, million dollars",
            "Asignado a México por la Iniciativa Mérida según la cuenta, millones de dólares",
        ),
        alt=T(
            "Two bars, FY2008 and FY2009, in parts by account; 300 million of FY2009 are not split",
            "Dos barras, 2008 y 2009, en partes por cuenta; 300 millones de 2009 no están desglosados",
        ),
        axis="categories",
        categories=tuple(
            T("{year}: {total}", "{year}: {total}").format(year=fiscal(year), total=number(one[year])) for year in years
        ),
        panels=(Panel(USD_MILLION),),
        traces=traces,
        notes=(
            T(
                "INCLE of FY2008 is 215.5 supplemental and 48.0 bridge funds. The regular 300 million of FY2009 are known in total only.",
                "El INCLE de 2008 son 215.5 suplementarios y 48.0 de fondos puente. De los 300 millones ordinarios de 2009 solo se conoce el total.",
            ),
        ),
    )


_ALL = draw(REQUEST, GIVEN, years=(2008, 2009), kind="fiscal-year")
_GIVEN = draw(GIVEN, years=(2008, 2009), kind="fiscal-year")

EXHIBIT = Exhibit(
    id="security-1",
    chapter="security",
    order=1,
    number=T("Figure 1", "Gráfica 1"),
    title=T(
        "Bush administration requests for the Mérida Initiative, FY2008 supplemental and FY2009",
        "Solicitudes del gobierno de Bush para la Iniciativa Mérida, suplementario 2008 y año fiscal 2009",
    ),
    subject=T(
        "Requests and appropriations for the Mérida Initiative", "Solicitudes y asignaciones de la Iniciativa Mérida"
    ),
    dimensions=("years",),
    wide=True,
    views=(
        View("baskets", T("Baskets", "Paquetes"), report=draw(SHARE), latest=draw(SHARE), arrange=baskets),
        View("given", T("Requested and given", "Solicitado y asignado"), report=_ALL, latest=_ALL, arrange=given),
        View("accounts", T("By account", "Por cuenta"), report=_GIVEN, latest=_GIVEN, arrange=accounts),
    ),
)
