"""What a reader does on a chart: the address changes, the exhibit stands out, the others are filtered."""

import csv
import re
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.exhibits.compose import Composer
from dashboard.settings import ROOT
from tests.browser.marks import at, chart, click_mark, drag

CHIP = "[data-chip]"


def periods(page: Page, exhibit: str) -> set[str]:
    ids = page.evaluate(
        """exhibit => document.querySelector(`[data-chart="${exhibit}"]`).data.flatMap((t) => t.customdata || [])""",
        exhibit,
    )
    return {id.split("|")[1] for id in ids if id and "|" in id}


def test_a_click_on_a_column_marks_its_year_and_a_second_click_clears_it(page: Page) -> None:
    page.goto("/economy?lang=en")
    click_mark(page, "economy-1", "us_imports_goods|2010")
    expect(page).to_have_url(re.compile(r"\?years=2010&from=economy-1&lang=en$"))
    expect(page.locator('[data-chip="years"]')).to_contain_text("2010")
    expect(chart(page, "economy-1")).to_have_attribute("data-emphasis", '{"years":["2010"]}')
    click_mark(page, "economy-1", "us_exports_goods|2014", shift=True)
    expect(page).to_have_url(re.compile("years=2010,2014"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?years=2010&"))
    expect(chart(page, "economy-1")).to_have_attribute("data-emphasis", '{"years":["2010"]}')
    click_mark(page, "economy-1", "us_imports_goods|2010")
    expect(page.locator(CHIP)).to_have_count(0)


def test_a_click_picks_the_part_of_the_pile_under_the_pointer(page: Page, composer: Composer) -> None:
    page.goto("/economy?lang=en")
    china = next(
        mark.id
        for trace, mark in composer.compose(composer.exhibits["economy-deficit"], _plain()).arranged.marks()
        if mark.selects == ("partner", "china") and "|2010" in mark.id
    )
    click_mark(page, "economy-deficit", china)
    expect(page).to_have_url(re.compile("partner=china&from=economy-deficit"))


def _plain():  # type: ignore[no-untyped-def]
    from dashboard.selection import Selection

    return Selection()


def test_a_drag_over_time_cuts_every_time_axis_to_the_years(page: Page) -> None:
    page.goto("/economy?lang=en")
    box = chart(page, "economy-1").bounding_box()
    page.mouse.move(box["x"] + 150, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 260, box["y"] + 205, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"years=\d{4}-\d{4}&from=economy-1"))
    first, last = map(int, re.search(r"years=(\d{4})-(\d{4})", page.url).groups())  # type: ignore[union-attr]
    expect(page.locator('[data-chart="economy-2"][data-drawn*="years="]')).to_be_attached()
    assert {int(period) for period in periods(page, "economy-2")} == set(range(first, last + 1))


def test_a_drag_from_mark_to_mark_chooses_their_years_and_those_between(page: Page) -> None:
    page.goto("/energy/energy-9?lang=en")
    start, end = (at(page, "energy-9", f"us_ng_pipeline_exports_mexico_annual|{year}") for year in (2000, 2008))
    drag(page, (start[0] + 3, start[1] - 40), (end[0] - 3, end[1] - 40))
    expect(page).to_have_url(re.compile(r"\?years=2000-2008&from=energy-9"))


VALUES = """exhibit => [...document.querySelectorAll(`[data-chart="${exhibit}"] .chosen-values span`)].map((span) => {
  const box = span.getBoundingClientRect();
  return { words: span.textContent, x: box.left + box.width / 2, y: box.top + box.height / 2,
           left: box.left, right: box.right, top: box.top, bottom: box.bottom };
})"""


def printed(page: Page, exhibit: str) -> list[dict[str, Any]]:
    """The values that stand at the chosen marks of a chart, and where; none lies on another."""
    expect(page.locator(f'[data-chart="{exhibit}"] .chosen-values span').first).to_be_attached()
    found: list[dict[str, Any]] = page.evaluate(VALUES, exhibit)
    for one, other in combinations(found, 2):
        apart = one["right"] <= other["left"] or other["right"] <= one["left"]
        assert apart or one["bottom"] <= other["top"] or other["bottom"] <= one["top"], (one, other)
    return found


def test_a_chosen_year_has_its_value_printed_and_those_of_other_years_give_way(page: Page) -> None:
    series = "us_ng_pipeline_exports_mexico_annual"
    with (ROOT / "data" / "exhibits" / "energy-9.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["series"] == "us_ng_pipeline_exports_mexico"]
    million = sum(float(row["value"]) for row in rows if row["period"].startswith("2008-"))
    assert round(million / 1e6, 2) == 0.37
    page.goto("/energy/energy-9?lang=en")
    callout = page.locator('[data-chart="energy-9"] .annotation', has_text="0.33")
    chart(page, "energy-9")
    expect(callout).to_have_css("opacity", "1")
    click_mark(page, "energy-9", f"{series}|2008")
    value = page.locator('[data-chart="energy-9"] .chosen-values span', has_text="0.37")
    expect(value).to_be_visible()
    expect(callout).to_have_css("opacity", "0.25")
    mark = at(page, "energy-9", f"{series}|2008")
    near = next(one for one in printed(page, "energy-9") if one["words"] == "0.37")
    assert abs(near["x"] - mark[0]) < 50 and abs(near["y"] - mark[1]) < 30
    expect(value).to_have_css("color", "rgb(28, 72, 207)")
    page.keyboard.press("Escape")
    expect(page.locator(".chosen-values")).to_have_count(0)
    expect(callout).to_have_css("opacity", "1")


@pytest.mark.browser_context_args(viewport={"width": 390, "height": 844})
def test_values_of_chosen_years_on_a_phone_keep_apart_and_are_of_what_is_chosen_besides(page: Page) -> None:
    page.goto("/migration?lang=es&theme=dark&years=2008,2015&origin=guatemala&from=migration-1")
    chart(page, "migration-2")
    assert {one["words"] for one in printed(page, "migration-2")} == {"15", "57"}
    page.goto("/economy/economy-6?lang=es&years=2008,2015")
    chart(page, "economy-6")
    assert 2 <= len(printed(page, "economy-6")) <= 12


def test_columns_that_stand_on_each_other_print_their_total_above(page: Page) -> None:
    page.goto("/migration/migration-8?lang=en&years=2016")
    chart(page, "migration-8")
    with (ROOT / "data" / "exhibits" / "migration-8.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["period"] == "2016"]
    total = next(one for one in printed(page, "migration-8"))
    assert total["words"].replace(",", "") in {row["value"] for row in rows}


def test_the_keyboard_walks_the_marks_says_them_selects_and_clears(page: Page) -> None:
    page.goto("/economy/economy-1?lang=en")
    chart(page, "economy-1").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#live")).to_contain_text("U.S. exports of goods, 2014, 241.0 billion dollars")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("years=2014"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"\?lang=en$"))


@pytest.mark.parametrize("state", ["us-tx"])
def test_a_filter_of_the_bar_filters_the_exhibits_that_have_it_and_the_others_say_so(page: Page, state: str) -> None:
    page.goto("/economy?lang=en")
    chart(page, "economy-1")
    page.locator('[data-filter="state"] summary').click()
    page.locator(f'[data-filter="state"] input[value="{state}"]').check()
    expect(page).to_have_url(re.compile(f"state={state}"))
    expect(page.locator('[data-exhibit="economy-1"] [data-part="silent"]')).to_contain_text("not split by state")
    expect(page.locator('[data-chart="economy-5"][data-drawn*="state="]')).to_be_attached()
    ids = page.evaluate(
        """() => document.querySelector('[data-chart="economy-5"]').data.flatMap((t) => t.customdata)"""
    )
    assert ids and all(id.endswith(state) for id in ids if id)
