"""Compare: an exhibit is pinned as it is (A) and looked at in another state (B) beside it; both stand in the address."""

import re

from playwright.sync_api import Page, expect

A, B = '[data-chart="pinned"]', '[data-chart="economy-1"]'


def years(page: Page, chart: str) -> list[float]:
    return page.locator(chart).evaluate("chart => chart.layout.xaxis.range.map(Math.round)")


def test_a_state_is_pinned_and_another_looked_at_beside_it(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/economy?years=1993-2005&lang=en")
    card = page.locator("#economy-1")
    card.get_by_role("button", name="More").click()
    card.get_by_role("button", name="Compare").click()
    expect(page).to_have_url(re.compile(r"pin=economy-1~years:1993-2005&lang=en$"))
    expect(page.locator(A)).to_have_attribute("data-drawn", re.compile("^A:"))
    expect(card.locator("[data-differences]")).to_contain_text("A is kept as it was")
    page.get_by_label("Last year").fill("2015")
    page.get_by_label("Last year").press("Enter")
    expect(page).to_have_url(re.compile("years=1993-2015"))
    page.get_by_label("First year").fill("2006")
    page.get_by_label("First year").press("Enter")
    expect(card.locator("[data-differences]")).to_contain_text("in A (2005)")
    expect(page.locator(f"{A}[data-drawn*='2006-2015']")).to_be_attached()
    expect(page.locator(f"{B}[data-drawn*='2006-2015']")).to_be_attached()
    assert years(page, A)[1] <= 2006 <= years(page, B)[0] + 1
    assert card.locator(A).bounding_box()["x"] < card.locator(B).bounding_box()["x"]  # type: ignore[index]
    expect(card.locator(".side")).to_contain_text(["A: 1993–2005", "B: 2006–2015"])


def test_the_address_restores_both_and_ending_it_leaves_the_view(page: Page) -> None:
    page.goto("/economy/economy-1?years=2010-2015&pin=economy-1~years:2000-2005&lang=es")
    expect(page.locator(A)).to_have_attribute("data-drawn", re.compile("^A:"))
    expect(page.locator("[data-differences]")).to_contain_text("en A (2005)")
    page.get_by_role("button", name="Terminar comparación").click()
    expect(page.locator(A)).to_have_count(0)
    expect(page).to_have_url(re.compile(r"\?years=2010-2015&lang=es$"))
    expect(page.locator(".side:visible")).to_have_count(0)
    page.go_back()
    expect(page.locator(A)).to_have_attribute("data-drawn", re.compile("^A:"))


def test_a_phone_shows_one_above_the_other_without_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/economy/economy-1?years=2015&pin=economy-1~years:2005&lang=en")
    expect(page.locator(A)).to_have_attribute("data-drawn", re.compile("^A:"))
    above, below = (page.locator(chart).bounding_box() for chart in (A, B))
    assert above["y"] + above["height"] <= below["y"]  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_link_beside_the_chips_is_the_whole_view(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/economy?years=2010-2015&pin=economy-1~years:2000-2005&lang=en")
    page.locator("#chips").get_by_role("button", name="Copy link").click()
    expect(page.locator("#chips").get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
