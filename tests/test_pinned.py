"""Numbers of the report, written down by hand from its sources, and found on the exhibits."""

import pytest

from dashboard.exhibits.compose import Composer
from dashboard.selection import Selection, Vintage

# exhibit, view, vintage, mark (series|period[|values]), value as drawn
PINNED: list[tuple[str, str, Vintage, str, float]] = [
    ("economy-1", "total", "report", "total_trade_goods_services_vintage2016|2015", 583.6),
    ("economy-1", "total", "report", "total_trade_goods_services|2015", 588.320462),
    ("economy-1", "goods", "report", "us_exports_goods|2015", 236.460137),
    ("economy-1", "goods", "report", "us_exports_goods|2014", 241.007162),
    ("economy-1", "balance", "report", "balance_goods|2015", -59.973188),
    ("economy-1", "total", "latest", "total_trade_goods_services|2025", 976.1),
    ("economy-2", "positions", "report", "mexican_direct_investment_position_in_us_bea2020|1993", 1.244),
    ("economy-2", "positions", "report", "mexican_direct_investment_position_in_us_bea2020|2015", 15.262),
    ("economy-6", "index", "report", "mfg_employment_index|2016-04", 70.0563),
    ("migration-8", "compared", "report", "mexico_deported_northern_triangle_fy|FY2015", 165_524),
    ("migration-9", "us-born", "report", "us_born_residents_of_mexico|2015", 739.168),
    ("energy-6", "annual", "report", "mexico_crude_condensate_production|2004", 3382.898),
]


@pytest.mark.parametrize(("exhibit", "view", "vintage", "mark", "value"), PINNED, ids=lambda part: str(part))
def test_a_number_of_the_report_stands_on_its_exhibit(
    composer: Composer, exhibit: str, view: str, vintage: Vintage, mark: str, value: float
) -> None:
    known = composer.exhibits[exhibit]
    arranged = composer.compose(known, Selection(vintage=vintage, views=((exhibit, view),))).arranged
    drawn = {one.id: one.y for _, one in arranged.marks()}
    found = [y for id, y in drawn.items() if id == mark or id.startswith(f"{mark}|")]
    assert found, sorted(drawn)[:40]
    assert any(y == pytest.approx(value, rel=1e-4) for y in found), found
