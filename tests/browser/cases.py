"""What a reader clicks, chapter by chapter, and what that chooses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Click:
    """A click on ``mark`` of ``exhibit`` chooses ``first``; with Shift, ``then`` chooses ``both``."""

    exhibit: str
    mark: str
    first: str
    then: str
    both: str
    also: tuple[str, ...] = ()
    """Parts of the ids of other marks that have the first value, where their ids do not tell it."""


# Of each chapter, an exhibit for each dimension that its marks choose.
ECONOMY = (
    Click("economy-1", "us_imports_goods|2010", "years=2010", "us_exports_goods|2014", "years=2010,2014"),
    Click(
        "economy-5",
        "jobs_dependent_on_trade_with_mexico|2014|us-tx",
        "state=us-tx",
        "jobs_dependent_on_trade_with_mexico|2014|us-mi",
        "state=us-mi,us-tx",
    ),
    Click(
        "economy-1b",
        "us_exports_to_mexico_hs2|2015|hs-85",
        "product=hs-85",
        "us_imports_from_mexico_hs2|2015|hs-87",
        "product=hs-85,hs-87",
    ),
    Click(
        "economy-deficit",
        "balance_goods_services|2010|china",
        "partner=china",
        "balance_goods_services|2012|mexico",
        "partner=china,mexico",
    ),
    Click(
        "economy-added-ports",
        "goods_trade_with_mexico_by_port|2015|laredo",
        "port=laredo",
        "goods_trade_with_mexico_by_port|2015|el-paso",
        "port=el-paso,laredo",
    ),
)
SECURITY = (
    Click("security-2", "3", "pillar=3", "2", "pillar=2,3"),
    Click(
        "security-4",
        "incle_pillar_share|FY2013/FY2016|2",
        "pillar=2",
        "incle_pillar_share|FY2013/FY2016|1-3-4",
        "pillar=1-3-4,2",
    ),
    Click(
        "security-table-1",
        "merida_funding|FY2013|incle|incle",
        "account=incle",
        "merida_funding|FY2012|esf|esf",
        "account=esf,incle",
    ),
    Click(
        "security-added-firearms",
        "atf_traces_mexico|2009|us",
        "years=2009",
        "atf_traces_mexico|2010|us",
        "years=2009,2010",
    ),
)
MIGRATION = (
    Click(
        "migration-1",
        "mexican_apprehensions_southwest|FY2010",
        "years=2010",
        "total_apprehensions_southwest|FY2014",
        "years=2010,2014",
    ),
    Click(
        "migration-7",
        "uac_guatemala|FY2014|guatemala",
        "origin=guatemala",
        "uac_mexico|FY2014|mexico",
        "origin=guatemala,mexico",
    ),
    Click(
        "migration-3",
        "pew_mexico_to_us|2005/2010|mx-to-us",
        "direction=mx-to-us",
        "pew_us_to_mexico|2005/2010|us-to-mx",
        "direction=mx-to-us,us-to-mx",
    ),
    Click(
        "migration-added-crossings",
        "port_trucks|2016|laredo",
        "port=laredo",
        "port_trucks|2016|otay-mesa",
        "port=laredo,otay-mesa",
    ),
)
SECTORS = (
    Click(
        "migration-1",
        "mexican_apprehensions_southwest_by_sector|FY2016|tucson",
        "sector=tucson",
        "mexican_apprehensions_southwest_by_sector|FY2016|rio-grande-valley",
        "sector=rio-grande-valley,tucson",
    ),
)
STATES = (
    Click(
        "migration-added-remittances",
        "remittances_received_by_us_state_of_origin|2016|us-tx",
        "state=us-tx",
        "remittances_received_by_us_state_of_origin|2016|us-ca",
        "state=us-ca,us-tx",
    ),
)
ENERGY = (
    Click(
        "energy-6",
        "us_crude_condensate_production|2010",
        "years=2010",
        "mexico_crude_condensate_production|2014",
        "years=2010,2014",
    ),
    Click(
        "energy-5", "us-mx-01|Otay Mesa", "crossing=us-mx-01", "us-ca-06|Port of Morgan", "crossing=us-ca-06,us-mx-01"
    ),
    Click(
        "energy-7",
        "pipeline_crossing_capacity|2017|trans-pecos",
        "state=us-tx",
        "pipeline_crossing_capacity|2017|sierrita-gas-pipeline",
        "state=us-tx&crossing=us-mx-04",
        ("trans-pecos", "roadrunner", "comanche-trail", "nueva-era-impulsora", "valley-crossing-sur-de-texas-tuxpan"),
    ),
)
FOREIGN_POLICY = (
    Click(
        "foreign-policy-added-un",
        "mexico_us_agreement_all_recorded_votes|2010",
        "years=2010",
        "mexico_us_agreement_all_recorded_votes|2014",
        "years=2010,2014",
    ),
    Click(
        "foreign-policy-added-opinion",
        "americans_favorable_to_mexico_gallup|2005",
        "years=2005",
        "americans_favorable_to_mexico_gallup|2010",
        "years=2005,2010",
    ),
)
CLICKS = {
    "/economy?lang=en": ECONOMY,
    "/security?lang=en": SECURITY,
    "/migration?lang=en": MIGRATION,
    "/migration?view=migration-1:sectors&lang=en": SECTORS,
    "/migration?view=migration-added-remittances:us-states&lang=en": STATES,
    "/energy?lang=en": ENERGY,
    "/foreign-policy?lang=en": FOREIGN_POLICY,
}


@dataclass(frozen=True)
class Walk:
    """A drag over the years of an exhibit, then a value picked in the filter bar; ``both`` is what the address says."""

    exhibit: str
    start: float
    end: float
    years: str
    pick: str
    both: str


DRAGS = {
    "/economy": Walk("economy-2", 2004.6, 2011.4, "years=2005-2011", "state=us-ca", "years=2005-2011&state=us-ca"),
    "/security": Walk(
        "security-added-homicides", 2007.7, 2013.3, "years=2008-2013", "account=esf", "years=2008-2013&account=esf"
    ),
    "/migration": Walk(
        "migration-6", 2009.6, 2014.4, "years=2010-2014", "origin=honduras", "years=2010-2014&origin=honduras"
    ),
    "/energy": Walk(
        "energy-9", 2005.7, 2012.3, "years=2006-2012", "direction=mx-to-us", "years=2006-2012&direction=mx-to-us"
    ),
    "/foreign-policy": Walk("foreign-policy-added-un", 1990.1, 2004.9, "years=1990-2005", "", "years=1990-2005"),
}
# By the keyboard: the keys on a focused chart, and what Enter then chooses.
KEYS = {
    "/economy": ("economy-1b", ("ArrowRight", "ArrowRight"), "product=hs-87", ("ArrowLeft",), "product=hs-85,hs-87"),
    "/security": ("security-3", ("ArrowRight",), "pillar=2", ("ArrowDown",), "pillar=1-3-4,2"),
    "/migration": (
        "migration-2",
        ("ArrowLeft",),
        "origin=other-than-mexico",
        ("ArrowUp",),
        "origin=mexico,other-than-mexico",
    ),
    "/energy": ("energy-6", ("ArrowLeft", "ArrowLeft"), "years=2015", ("ArrowLeft",), "years=2014,2015"),
    "/foreign-policy": ("foreign-policy-added-un", ("ArrowLeft",), "years=2016", ("ArrowLeft",), "years=2015,2016"),
}
# Rows of printed tables, and the words at the end of a line.
ROWS = (
    ("/security", "security-table-1", "account", "esf"),
    ("/energy", "energy-7", "crossing", "us-mx-01"),
    ("/energy", "energy-5", "crossing", "us-ca-14"),
)
WORDS = (
    ("/economy", "economy-2", "us_direct_investment_position_in_mexico_bea2020", "direction=us-to-mx"),
    ("/migration", "migration-2", "apprehensions_mexico_southwest", "origin=mexico"),
    ("/energy", "energy-trade", "us_petroleum_imports_mexico", "direction=mx-to-us"),
)
