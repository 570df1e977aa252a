"""Economy 1b, added: what is traded, by chapters of the Harmonized System."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pandas as pd

from dashboard.charts.arranged import Arranged, Mark, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.measures import USD_BILLION_FROM_MILLION as BILLION
from dashboard.exhibits.phrases import latest
from dashboard.exhibits.prepare import Shown, placed
from dashboard.text import T, join, listing, number, percent, same

EXPORTS, IMPORTS = "us_exports_to_mexico_hs2", "us_imports_from_mexico_hs2"
SHARES = {EXPORTS: "share_of_us_exports_to_mexico", IMPORTS: "share_of_us_imports_from_mexico"}
COLOURS = {EXPORTS: "us", IMPORTS: "mx"}
SIDES = {
    EXPORTS: T("U.S. exports to Mexico", "Exportaciones de EE. UU. a México"),
    IMPORTS: T("U.S. imports from Mexico", "Importaciones de EE. UU. desde México"),
}
SPECIAL = ("hs-98", "hs-99")  # provisions, not kinds of goods
TOP = 10
LEADERS = 4

UNIT = T("billion dollars", "miles de millones de dólares")


def _year(frame: pd.DataFrame) -> int:
    """The newest year in which both directions are on show; the newest of all if there is none."""
    years = [set(frame.loc[frame["series"] == series, "year"].astype(int)) for series in (EXPORTS, IMPORTS)]
    return max((years[0] & years[1]) or (years[0] | years[1]))


def _of_year(frame: pd.DataFrame, series: str, year: int) -> dict[str, dict[str, Any]]:
    """Product -> row of one series in one year, the largest first."""
    rows = frame[(frame["series"] == series) & (frame["year"] == year)].sort_values("value", ascending=False)
    return {row["product"]: row for row in cast(list[dict[str, Any]], rows.to_dict("records"))}


def _both(frame: pd.DataFrame, year: int) -> dict[str, dict[str, dict[str, Any]]]:
    return {series: _of_year(frame, series, year) for series in (EXPORTS, IMPORTS)}


def _goods(rows: dict[str, dict[str, Any]]) -> list[str]:
    return [product for product in rows if product not in SPECIAL]


def _largest(rows: dict[str, dict[str, dict[str, Any]]]) -> tuple[str, str]:
    """The direction on show, imports before exports, and its largest group."""
    series = IMPORTS if rows[IMPORTS] else EXPORTS
    return series, next(iter(rows[series]))


def _words(shown: Shown, product: str) -> T:
    """A product in the middle of a sentence."""
    label = shown.label("product", product)
    return T(label.en[:1].lower() + label.en[1:], label.es[:1].lower() + label.es[1:])


def _billions(millions: float) -> T:
    return number(millions * BILLION.scale, BILLION.digits)


_TEN = T(
    "The ten largest product groups (two-digit HS chapters) by trade both ways",
    "Los diez mayores grupos de productos (capítulos del SA) por comercio en ambos sentidos",
)
_CHOSEN = T(
    "Chosen product groups (two-digit HS chapters), trade with Mexico",
    "Grupos de productos elegidos (capítulos del SA), comercio con México",
)


def ranking(shown: Shown) -> Arranged:
    """The ten largest product groups of one year, exports to the left, imports to the right."""
    year = _year(shown.frame)
    rows, whole = _both(shown.frame, year), _both(shown.everything, year)
    total = {  # of both ways, though but one is on show: the order stays
        product: sum(side[product]["value"] for side in whole.values() if product in side)
        for product in dict.fromkeys([*rows[EXPORTS], *rows[IMPORTS]])
    }
    chosen = shown.selection.values_of("product")
    ranked = sorted((p for p in total if chosen or p not in SPECIAL), key=lambda p: -total[p])[:TOP]
    traces = tuple(
        Trace(
            id=series,
            name=SIDES[series],
            colour=COLOURS[series],
            marks=tuple(
                placed(rows[series][product], BILLION, place, shown.label("product", product), "product", sign)
                for place, product in enumerate(ranked)
                if product in rows[series]
            ),
            form="bars",
            end_label=SIDES[series],
        )
        for series, sign in ((EXPORTS, -1), (IMPORTS, 1))
    )
    return Arranged(
        headline=_leading(shown),
        subtitle=join(
            (
                _CHOSEN if chosen else _TEN,
                UNIT,
                same(year),
            ),
            ", ",
        ),
        latest=_latest(shown, *_largest(rows)),
        alt=T(
            "Bars to both sides: U.S. exports of each product group to the left, imports to the right",
            "Barras hacia ambos lados: exportaciones de EE. UU. de cada grupo a la izquierda, importaciones a la derecha",
        ),
        axis="categories",
        panels=(Panel(BILLION),),
        traces=traces,
        categories=tuple(shown.label("product", product) for product in ranked),
        notes=(_not_ranked(shown, year), *_changed(shown), _BASIS),
    )


def _leading(shown: Shown) -> T:
    """Whether the same groups lead both ways, and the largest import with its value."""
    year = _year(shown.planned)
    rows = _both(shown.planned, year)
    first = _goods(rows[IMPORTS])[0]
    same_groups = set(_goods(rows[EXPORTS])[:LEADERS]) == set(_goods(rows[IMPORTS])[:LEADERS])
    words = (
        T(
            "The same four groups led both ways in {year}; {product} led imports, ${v} billion",
            "Los mismos cuatro grupos encabezaron ambos sentidos en {year}; {product}: {v} mil millones importados",
        )
        if same_groups
        else T(
            "{Product} were the largest U.S. import from Mexico in {year}: ${v} billion",
            "{Product} fueron la mayor importación de EE. UU. desde México en {year}: {v} mil millones de dólares",
        )
    )
    return words.format(
        year=year,
        product=_words(shown, first),
        Product=shown.label("product", first),
        v=_billions(rows[IMPORTS][first]["value"]),
    )


def _latest(shown: Shown, series: str, product: str) -> T:
    """The newest value of a group in one direction."""
    direction = {IMPORTS: T("imports of", "importaciones de"), EXPORTS: T("exports of", "exportaciones de")}[series]
    return latest(shown, series, BILLION, join((direction, _words(shown, product))), product=product)


def _not_ranked(shown: Shown, year: int) -> T:
    """What the provisions of chapters 98 and 99 amount to in the year on show."""
    rows = _both(shown.everything, year)
    sums = [sum(side[product]["value"] for product in SPECIAL if product in side) for side in rows.values()]
    if not all(sums):
        return T(
            "Chapters 98 and 99 hold special provisions, not kinds of goods: they are not ranked.",
            "Los capítulos 98 y 99 contienen disposiciones especiales, no tipos de bienes: no entran en la clasificación.",
        )
    return T(
        "Chapters 98 and 99 are special provisions, not kinds of goods, and not ranked: exports {x}, imports {m} billion in {year}.",
        "Los capítulos 98 y 99 son disposiciones especiales, no tipos de bienes, y no se clasifican: {x} y {m} mil millones en {year}.",
    ).format(x=_billions(sums[0]), m=_billions(sums[1]), year=year)


def _changed(shown: Shown) -> tuple[T, ...]:
    """Which groups left and joined the four largest imports in the year after the one on show, if any did."""
    year = _year(shown.planned)
    old, new = (_goods(_of_year(shown.everything, IMPORTS, y))[:LEADERS] for y in (year, year + 1))
    gone, come = [p for p in old if p not in new], [p for p in new if p not in old]
    if not gone or not come or shown.is_filtered():
        return ()
    return (
        T(
            "In {year} {come} took the place of {gone} among the four largest imports.",
            "En {year}, {come} desplazaron a {gone} de las cuatro mayores importaciones.",
        ).format(
            year=year + 1,
            come=listing(_words(shown, p) for p in come),
            gone=listing(_words(shown, p) for p in gone),
        ),
    )


def treemap(shown: Shown) -> Arranged:
    """Every product group of one year as a rectangle, exports and imports apart; 98 and 99 in grey."""
    year = _year(shown.frame)
    rows = _both(shown.frame, year)
    sides = [series for series in (EXPORTS, IMPORTS) if rows[series]]
    totals = {series: sum(row["value"] for row in rows[series].values()) for series in sides}
    return Arranged(
        headline=_shares(shown),
        subtitle=join(
            (
                T(
                    "All product groups (two-digit HS chapters), share of each direction",
                    "Todos los grupos de productos (capítulos del SA), participación en cada sentido",
                ),
                same(year),
            ),
            ", ",
        ),
        latest=_latest(shown, *_largest(rows)),
        alt=T(
            "Rectangles as large as their part of U.S. exports to Mexico and of imports from it",
            "Rectángulos del tamaño de su parte en las exportaciones de EE. UU. a México y en las importaciones",
        ),
        axis="none",
        panels=tuple(Panel(BILLION, title=_title(shown, series, totals[series], year)) for series in sides),
        traces=tuple(
            Trace(
                id=series,
                name=SIDES[series],
                colour=COLOURS[series],
                marks=tuple(_cell(shown, row) for row in rows[series].values() if row["value"] > 0),
                form="treemap",
                panel=panel,
            )
            for panel, series in enumerate(sides)
        ),
        heights=(660 if len(sides) > 1 else 360, 420, 480),
        notes=(_GREY, _BASIS),
        hints=(_ON_HOVER,),
    )


def _title(shown: Shown, series: str, total: float, year: int) -> T:
    """The sum of what is on show and, where that is but a part, of what."""
    words = T("{side}: ${v} billion", "{side}: {v} mil millones de dólares")
    if "product" in shown.selection.filtered():
        words = T("{side}, chosen: ${v} of {all} billion", "{side}, lo elegido: {v} de {all} mil millones de dólares")
    whole = sum(row["value"] for row in _of_year(shown.everything, series, year).values())
    return words.format(side=SIDES[series], v=_billions(total), all=_billions(whole))


def _share(shown: Shown, row: dict[str, Any]) -> T:
    return percent(shown.value(SHARES[row["series"]], row["period"], product=row["product"]), 1)


def _cell(shown: Shown, row: dict[str, Any]) -> Mark:
    """One rectangle: its name and its share; the value is in the hover."""
    share, mark = _share(shown, row), placed(row, BILLION, 0, shown.label("product", row["product"]), "product")
    return replace(
        mark,
        figure=share,
        remark=mark.figure,
        colour="other" if row["product"] in SPECIAL else "",
    )


def _shares(shown: Shown) -> T:
    """The largest import as a share of both directions."""
    year = _year(shown.planned)
    rows = _both(shown.planned, year)
    first = _goods(rows[IMPORTS])[0]
    return T(
        "{Product} were {m} of U.S. imports from Mexico in {year} and {x} of exports",
        "{Product} fueron {m} de las importaciones de EE. UU. desde México en {year} y {x} de las exportaciones",
    ).format(
        Product=shown.label("product", first),
        year=year,
        m=_share(shown, rows[IMPORTS][first]),
        x=_share(shown, rows[EXPORTS][first]),
    )


_BASIS = T(
    "Imports are those for consumption, not the general imports of Figure 1. By product they are not known for 2021–2023 and 2025.",
    "Las importaciones son para consumo, no las generales de la gráfica 1. Por producto no se conocen las de 2021 a 2023 ni 2025.",
)
_GREY = T(
    "Grey: special provisions (chapters 98 and 99), not kinds of goods.",
    "Gris: disposiciones especiales (capítulos 98 y 99), no tipos de bienes.",
)
_ON_HOVER = T(
    "What is too small to carry its name tells it on hover.",
    "Los rectángulos sin nombre lo muestran al señalarlos.",
)

_ALL = (EXPORTS, IMPORTS, *SHARES.values())
# One year, the newest that is known both ways; any other is shown when it is asked for.
_REPORT = draw(*_ALL, years=(2015, 2015)) + draw(*_ALL, years=(1996, 2015), under="years")
_LATEST = draw(*_ALL, years=(2024, 2024)) + draw(*_ALL, years=(1996, 2025), under="years")

EXHIBIT = Exhibit(
    id="economy-1b",
    chapter="economy",
    order=11,
    number=T("Added", "Añadido"),
    title=T("What is traded, by HS chapter", "Qué se comercia, por capítulo del SA"),
    subject=T("What the United States and Mexico trade, by product", "Qué comercian EE. UU. y México, por producto"),
    dimensions=("years", "direction", "product"),
    views=(
        View("ranking", T("Top ten", "Los diez mayores"), report=_REPORT, latest=_LATEST, arrange=ranking),
        View("all", T("All products", "Todos los productos"), report=_REPORT, latest=_LATEST, arrange=treemap),
    ),
    added=True,
)
