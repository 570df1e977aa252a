"""Economy 4: how much of Mexico's inputs, and of the value of its exports, comes from the United States."""

from __future__ import annotations

from dashboard.charts.arranged import Arranged, Callout, Panel
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.measures import PERCENT
from dashboard.exhibits.phrases import ending, latest, subtitle
from dashboard.exhibits.prepare import Datum, Shown, trace
from dashboard.text import EMPTY, T, percent

# Two releases of the World Input-Output Database, 2013 and 2016, never joined.
INPUTS_2013 = "us_share_of_total_inputs_mexican_production_wiod2013"
INPUTS_2016 = "us_share_of_total_inputs_mexican_production_wiod2016"
INPUTS_GROSS = "us_share_of_total_inputs_mexican_production_wiod2016_gross"
OF_FOREIGN = "us_share_of_foreign_inputs_mexican_production_wiod2013"
VALUE_ALL = "us_value_added_share_of_mexican_gross_exports_wiod2013"
VALUE_TO_US_2013 = "us_value_added_share_of_mexican_exports_to_us_wiod2013"
VALUE_TO_US_2016 = "us_value_added_share_of_mexican_exports_to_us_wiod2016"
FOREIGN_VALUE = "foreign_value_added_share_of_mexican_gross_exports_wiod2013"
CHINESE_VALUE = "china_value_added_share_of_mexican_gross_exports_wiod2013"

SHARES = (INPUTS_2013, INPUTS_2016, INPUTS_GROSS, VALUE_ALL, VALUE_TO_US_2013, VALUE_TO_US_2016)
REACH = 25.0  # per cent: both panels stand on one scale


def _percent(value: float) -> T:
    return percent(value, 1)


def _latest(shown: Shown) -> T:
    return latest(
        shown,
        INPUTS_2016,
        PERCENT,
        T("U.S. share of all inputs", "parte de EE. UU. en todos los insumos"),
        T("WIOD, release of 2016", "WIOD, edición de 2016"),
    )


def _moved(first: Datum, last: Datum) -> T:
    """``rose to 5.2%``."""
    verb = T("rose to {v}", "subió a {v}") if last.value > first.value else T("fell to {v}", "bajó a {v}")
    return verb.format(v=_percent(last.value))


def _peak(shown: Shown, series: str) -> tuple[int, float]:
    rows = shown.planned[shown.planned["series"] == series]
    top = rows.loc[rows["value"].idxmax()]
    return int(top["year"]), float(top["value"])


def shares(shown: Shown) -> Arranged:
    """Two panels on one scale: the U.S. share of inputs above, the U.S. value in exports below."""
    year, top = _peak(shown, INPUTS_2013)
    old, start, end = shown.last(INPUTS_2013), shown.first(INPUTS_2016), shown.last(INPUTS_2016)
    if shown.vintage == "report":
        headline = T(
            "The U.S. share of Mexico’s inputs rose to {top} in {year} and was {end} in {last} (WIOD 2013)",
            "La parte de EE. UU. en los insumos de México subió a {top} en {year} y era de {end} en {last} (WIOD 2013)",
        ).format(top=_percent(top), year=year, end=_percent(old.value), last=old.year)
    else:
        headline = T(
            "The U.S. share of Mexico’s inputs was {a} in {start} and {b} in {end} (WIOD 2016)",
            "La parte de EE. UU. en los insumos de México era de {a} en {start} y de {b} en {end} (WIOD 2016)",
        ).format(a=_percent(start.value), start=start.year, b=_percent(end.value), end=end.year)
    callouts = (
        Callout(year, top, T("{v} in {y}", "{v} en {y}").format(v=_percent(top), y=year), dx=30, dy=16),
        Callout(start.year, start.value, _percent(start.value), dx=-10, dy=-40),
        Callout(old.year, old.value, _percent(old.value), dx=0, dy=-34),
        Callout(end.year, end.value, _percent(end.value), dx=-4, dy=26),
    )
    quoted = callouts[:1] + callouts[2:3] if shown.vintage == "report" else callouts[1:2] + callouts[3:]
    of_2013, of_2016 = T("release of 2013", "edición de 2013"), T("release of 2016", "edición de 2016")
    return Arranged(
        headline=headline,
        subtitle=subtitle(
            shown, T("What comes from the United States", "Lo que proviene de EE. UU."), T("percent", "por ciento")
        ),
        latest=_latest(shown),
        alt=T(
            "Two panels: the U.S. share of all inputs used in Mexico, and the share of U.S. value in Mexican exports, by release of the database",
            "Dos paneles: la parte de EE. UU. en todos los insumos usados en México y la de su valor en las exportaciones mexicanas, por edición de la base",
        ),
        axis="years",
        panels=(
            Panel(
                PERCENT,
                T("U.S. share of all inputs used in Mexico", "Parte de EE. UU. en todos los insumos de México"),
                limits=(0, REACH),
            ),
            Panel(
                PERCENT,
                T("U.S. value in Mexican exports", "Valor de EE. UU. en las exportaciones mexicanas"),
                limits=(0, REACH),
            ),
        ),
        traces=(
            trace(shown, INPUTS_2013, PERCENT, "us", end_label=of_2013),
            trace(shown, INPUTS_2016, PERCENT, "us", dash="dash", end_label=of_2016),
            trace(shown, INPUTS_GROSS, PERCENT, "us", form="points", hollow=True, end_label=EMPTY),
            trace(
                shown,
                VALUE_ALL,
                PERCENT,
                "us",
                panel=1,
                end_label=ending(shown, VALUE_ALL, PERCENT, T("all exports, 2013", "todas, ed. 2013")),
            ),
            trace(
                shown,
                VALUE_TO_US_2013,
                PERCENT,
                "other",
                panel=1,
                dash="dot",
                end_label=ending(shown, VALUE_TO_US_2013, PERCENT, T("to the U.S., 2013", "a EE. UU., ed. 2013")),
            ),
            trace(
                shown,
                VALUE_TO_US_2016,
                PERCENT,
                "us",
                panel=1,
                dash="dash",
                end_label=ending(shown, VALUE_TO_US_2016, PERCENT, T("to the U.S., 2016", "a EE. UU., ed. 2016")),
            ),
        ),
        callouts=() if shown.is_filtered() else quoted,
        heights=(600, 520, 580),
        notes=(_OURS, _TO_US_ONLY),
    )


def origins(shown: Shown) -> Arranged:
    """All foreign value in Mexican exports, and the parts of it that are of the United States and of China."""
    china, last = shown.first(CHINESE_VALUE), shown.last(CHINESE_VALUE)
    first_us, last_us = shown.first(VALUE_ALL), shown.last(VALUE_ALL)
    return Arranged(
        headline=T(
            "From {y} to {z} Chinese value in Mexican exports {cn}; U.S. value {us}",
            "De {y} a {z} el valor chino en las exportaciones mexicanas {cn}; el de EE. UU. {us}",
        ).format(y=china.year, z=last.year, cn=_moved(china, last), us=_moved(first_us, last_us)),
        subtitle=subtitle(
            shown,
            T("Foreign value in Mexico’s gross exports", "Valor extranjero en las exportaciones brutas de México"),
            T("percent of exports", "por ciento de las exportaciones"),
        ),
        latest=latest(shown, CHINESE_VALUE, PERCENT, T("Chinese value", "valor de China")),
        alt=T(
            "Three lines: all foreign value in Mexican exports, U.S. value and Chinese value",
            "Tres líneas: todo el valor extranjero en las exportaciones mexicanas, el de EE. UU. y el de China",
        ),
        axis="years",
        panels=(Panel(PERCENT, limits=(0, 35)),),
        traces=(
            trace(
                shown,
                FOREIGN_VALUE,
                PERCENT,
                "other",
                values="first",
                end_label=ending(shown, FOREIGN_VALUE, PERCENT, T("all foreign", "todo lo extranjero")),
            ),
            trace(
                shown,
                VALUE_ALL,
                PERCENT,
                "us",
                values="first",
                end_label=ending(shown, VALUE_ALL, PERCENT, T("United States", "Estados Unidos")),
            ),
            trace(
                shown,
                CHINESE_VALUE,
                PERCENT,
                "cn",
                dash="dash",
                end_label=ending(shown, CHINESE_VALUE, PERCENT, T("China", "China")),
            ),
        ),
        notes=(_OURS,),
    )


def of_foreign(shown: Shown) -> Arranged:
    """The U.S. share of the inputs that Mexico imports."""
    first, last = shown.first(OF_FOREIGN), shown.last(OF_FOREIGN)
    return Arranged(
        headline=T(
            "Of the inputs that Mexico imports, {a} came from the U.S. in {y} and {b} in {z}",
            "De los insumos que México importa, {a} provenía de EE. UU. en {y} y {b} en {z}",
        ).format(a=_percent(first.value), y=first.year, b=_percent(last.value), z=last.year),
        subtitle=subtitle(
            shown,
            T(
                "U.S. share of the foreign inputs used in Mexico",
                "Parte de EE. UU. en los insumos extranjeros usados en México",
            ),
            T("percent", "por ciento"),
        ),
        latest=latest(shown, OF_FOREIGN, PERCENT, source=T("WIOD, release of 2013", "WIOD, edición de 2013")),
        alt=T(
            "One line: the U.S. share of the foreign inputs used in Mexico",
            "Una línea: la parte de EE. UU. en los insumos extranjeros usados en México",
        ),
        axis="years",
        panels=(Panel(PERCENT),),
        traces=(
            trace(
                shown,
                OF_FOREIGN,
                PERCENT,
                "us",
                values="first",
                end_label=ending(shown, OF_FOREIGN, PERCENT, T("United States", "Estados Unidos")),
            ),
        ),
        notes=(
            T(
                "Another base than in the report, which counts all inputs, Mexico’s own too; computed from the release of 2013.",
                "Otra base que la del informe, que cuenta todos los insumos, también los mexicanos; calculado con la edición de 2013.",
            ),
        ),
    )


_OURS = T(
    "U.S. value in exports is our own computation from the World Input-Output Database, not the OECD’s (TiVA).",
    "El valor en las exportaciones es cálculo propio con la World Input-Output Database, no el de la OCDE (TiVA).",
)
_TO_US_ONLY = T(
    "Releases are not joined. That of 2016 gives value in exports to the U.S. only; dotted: the same in that of 2013. Circles: gross flows.",
    "Las ediciones no se empalman. La de 2016 solo da los envíos a EE. UU.; punteado, lo mismo en la de 2013. Círculos: flujos brutos.",
)

EXHIBIT = Exhibit(
    id="economy-4",
    chapter="economy",
    order=4,
    number=T("Figure 4", "Gráfica 4"),
    title=T(
        "U.S. share of inputs for Mexican production, and U.S. value in Mexican gross exports, 1995–2014",
        "Parte de EE. UU. en los insumos de la producción mexicana y valor de EE. UU. en las exportaciones de México, 1995-2014",
    ),
    subject=T(
        "The U.S. part in Mexico’s inputs and exports", "La parte de EE. UU. en los insumos y exportaciones de México"
    ),
    views=(
        View("shares", T("Shares", "Partes"), report=draw(*SHARES), latest=draw(*SHARES), arrange=shares),
        View(
            "origins",
            T("Foreign value in exports", "Valor extranjero exportado"),
            report=draw(FOREIGN_VALUE, VALUE_ALL, CHINESE_VALUE),
            latest=draw(FOREIGN_VALUE, VALUE_ALL, CHINESE_VALUE),
            arrange=origins,
        ),
        View(
            "foreign-inputs",
            T("Of foreign inputs", "De los insumos extranjeros"),
            report=draw(OF_FOREIGN),
            latest=draw(OF_FOREIGN),
            arrange=of_foreign,
        ),
    ),
)
