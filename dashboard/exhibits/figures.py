"""The relationship in twelve numbers: what the Overview quotes, each from a series of an exhibit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.charts.arranged import Measure
from dashboard.exhibits import measures
from dashboard.exhibits.base import Draw
from dashboard.text import EMPTY, T

Dimensions = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Pick:
    """One datum: a series, a period, the values of its dimensions."""

    series: str
    period: str
    dimensions: Dimensions = ()


@dataclass(frozen=True)
class Figure:
    """One number of the Overview.

    ``then`` is what the report knew. ``line`` is drawn as a small line, from the rows with ``dimensions``; its last value
    is the newest, unless a newer one is of another series or edition: ``now``, which no change is computed to.
    ``remark`` says what a reader must know to compare the two: other editions, who is quoted. ``view`` (empty: the
    default one) and the filters ``chosen`` show the newest value in the exhibit.
    """

    exhibit: str
    name: T
    line: Draw
    then: Pick
    measure: Measure
    now: Pick | None = None
    dimensions: Dimensions = ()
    remark: T = EMPTY
    view: str = ""
    chosen: Dimensions = ()


_MILLION_PEOPLE: Final = Measure(T("million people", "millones de personas"), digits=1)
_MILLION_USD: Final = Measure(T("million dollars", "millones de dólares"), digits=0)
_THOUSAND_BARRELS: Final = Measure(T("thousand barrels a day", "miles de barriles diarios"))
_BCF: Final = Measure(T("billion cubic feet a year", "miles de millones de pies cúbicos al año"), scale=1e-3)
_DEATHS: Final = Measure(T("homicides", "homicidios"))
_APPREHENSIONS: Final = Measure(T("apprehensions", "aprehensiones"))
_RETURNS: Final = Measure(T("returns", "devoluciones"))
_MILLION_JOBS: Final = Measure(T("million jobs", "millones de empleos"), scale=1e-6, digits=1)
_NATIONAL: Final[Dimensions] = (("state", "mx"),)

FIGURES: Final[tuple[Figure, ...]] = (
    Figure(
        "economy-1",
        T("Trade in goods and services", "Comercio de bienes y servicios"),
        Draw("total_trade_goods_services"),
        Pick("total_trade_goods_services_vintage2016", "2015"),
        measures.USD_BILLION_FROM_MILLION,
        remark=T(
            "The report: edition of 2016. 2025 as quoted by CRS.", "El informe: edición de 2016. 2025 según el CRS."
        ),
    ),
    Figure(
        "economy-1",
        T("U.S. balance of trade in goods", "Balanza de bienes de EE. UU."),
        Draw("balance_goods", first=1993),
        Pick("balance_goods", "2015"),
        measures.USD_BILLION_FROM_MILLION,
        remark=T("Imports of 2025 as quoted by CRS.", "Importaciones de 2025 según el CRS."),
        view="balance",
    ),
    Figure(
        "economy-2",
        T("U.S. direct investment in Mexico", "Inversión directa de EE. UU. en México"),
        Draw("us_direct_investment_position_in_mexico_bea2020"),
        Pick("us_direct_investment_position_in_mexico_other_vintages", "2015"),
        measures.USD_BILLION_FROM_MILLION,
        now=Pick("us_direct_investment_position_in_mexico_other_vintages", "2024"),
        remark=T(
            "Three editions: the line is that of 2020; 2024 quotes the Bureau of Economic Analysis at second hand.",
            "Tres ediciones: la línea es la de 2020; 2024 cita de segunda mano al Bureau of Economic Analysis.",
        ),
    ),
    Figure(
        "economy-5",
        T("U.S. jobs that depend on trade with Mexico", "Empleos en EE. UU. que dependen del comercio con México"),
        Draw("jobs_dependent_on_trade_with_mexico"),
        Pick("jobs_dependent_on_trade_with_mexico", "2014", (("state", "us"),)),
        _MILLION_JOBS,
        dimensions=(("state", "us"),),
        remark=T("2017 as quoted by the Business Roundtable.", "2017 según el Business Roundtable."),
        chosen=(("state", "us"),),
    ),
    Figure(
        "security-added-homicides",
        T("Intentional homicides in Mexico", "Homicidios dolosos en México"),
        Draw("inegi_homicides_registered"),
        Pick("inegi_homicides_registered", "2016", _NATIONAL),
        _DEATHS,
        dimensions=_NATIONAL,
        remark=T(
            "Death certificates (INEGI), as quoted by others.",
            "Certificados de defunción (INEGI), citadas por terceros.",
        ),
    ),
    Figure(
        "security-table-1",
        T("Mérida money for Mexico in a fiscal year", "Dinero de la Iniciativa Mérida en un año fiscal"),
        Draw("merida_funding"),
        Pick("merida_funding", "FY2016", (("account", "total"), ("stage", "estimate"))),
        _MILLION_USD,
        now=Pick("merida_funding_carried_on", "FY2021", (("account", "all-accounts"), ("stage", "actual"))),
        dimensions=(("account", "total"), ("stage", "actual")),
        remark=T(
            "The report: two accounts, an estimate. FY2021, the last year of Mérida: all accounts, actual.",
            "El informe: dos cuentas, una estimación. Año fiscal 2021, el último de Mérida: todas las cuentas, ejercido.",
        ),
        view="carried-on",
    ),
    Figure(
        "migration-1",
        T("Apprehensions of Mexicans, southwest border", "Aprehensiones de mexicanos, frontera suroeste"),
        Draw("mexican_apprehensions_southwest"),
        Pick("mexican_apprehensions_southwest", "FY2016"),
        _APPREHENSIONS,
        remark=T(
            "From FY2020 encounters, to May 2023 with expulsions.",
            "Desde 2020, encuentros; hasta mayo de 2023, con expulsiones.",
        ),
    ),
    Figure(
        "migration-4",
        T("Unauthorized Mexicans in the United States", "Mexicanos no autorizados en Estados Unidos"),
        Draw("pew2016_unauthorized_mexico"),
        Pick("pew2016_unauthorized_mexico", "2014"),
        _MILLION_PEOPLE,
        now=Pick("pew2025_unauthorized_mexico", "2023"),
        remark=T(
            "Pew Research Center, editions of 2016 and 2025, as quoted by others: not one series.",
            "Pew Research Center, ediciones de 2016 y 2025, citadas por terceros: no son una sola serie.",
        ),
    ),
    Figure(
        "migration-8",
        T("Central Americans returned by Mexico", "Centroamericanos devueltos por México"),
        Draw("mexico_returned_central_americans_upm", kind="year"),
        Pick("mexico_returned_central_americans_upm", "2015"),
        _RETURNS,
        chosen=(("origin", "central-america"),),
    ),
    Figure(
        "migration-added-remittances",
        T("Remittances to Mexico", "Remesas a México"),
        Draw("remittances_received_mexico"),
        Pick("remittances_received_mexico_as_published_2016", "2015"),
        measures.USD_BILLION_FROM_MILLION,
        remark=T("The report: as first published.", "El informe: según lo publicado entonces."),
    ),
    Figure(
        "energy-9",
        T("U.S. natural gas piped to Mexico", "Gas natural de EE. UU. por ducto a México"),
        Draw("us_ng_pipeline_exports_mexico_annual", first=1990),
        Pick("us_ng_pipeline_exports_mexico_annual", "2015"),
        _BCF,
    ),
    Figure(
        "energy-6",
        T("Mexico's crude oil production", "Producción de crudo de México"),
        Draw("mexico_crude_condensate_production"),
        Pick("mexico_crude_condensate_production", "2015"),
        _THOUSAND_BARRELS,
        remark=T("Crude with condensate (Energy Institute).", "Crudo con condensados (Energy Institute)."),
    ),
)
