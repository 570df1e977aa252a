"""What a reader does on a chart: the address changes, the exhibit stands out, the others are filtered."""

import re

import pytest
from playwright.sync_api import Page, expect

from dashboard.exhibits.compose import Composer
from tests.browser.marks import chart, click_mark

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
