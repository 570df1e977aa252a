"""Without a mouse: a reader opens the page, finds an exhibit, filters, reads the table, takes the data, presents, and is back."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import Any

from playwright.sync_api import Locator, Page, expect

# Of what has the focus: whether a ring shows it, whether any of it can be seen, where it is, and how it is found again.
STOP = """() => {
  const here = document.activeElement, box = here.getBoundingClientRect(), style = getComputedStyle(here);
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]));
  const hits = points.map(([x, y]) => document.elementFromPoint(x, y)).filter((hit) => hit && (here.contains(hit) || hit.contains(here)));
  const visited = (window.stops = window.stops || []);
  if (!visited.includes(here)) visited.push(here);
  return {at: visited.indexOf(here), ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: hits.some((hit) => hit !== document.body && !hit.contains(document.body) && hit.id !== 'page'),
    footer: Boolean(here.closest('footer.footer')), body: here === document.body,
    words: here.outerHTML.slice(0, 120)};
}"""
MOST = 400  # presses of Tab from the top of a page to its end


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until ``target`` has the focus."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if target.evaluate("(one) => one === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {target}")


def test_everything_is_done_with_the_keyboard(page: Page) -> None:
    page.goto("/?lang=en")
    expect(page.locator("[data-search] input")).to_be_attached()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the exhibits")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("() => Boolean(document.activeElement.closest('main'))"), "the next stop is in the page itself"

    page.evaluate("() => { window.before = document.activeElement; }")
    live = page.locator("#live")
    page.keyboard.press("/")
    page.keyboard.type("qqq")
    expect(live).to_have_text("Nothing found")
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement === window.before"), "back where it came from"
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type("direct investment of the united")
    expect(page.get_by_role("option").first).to_contain_text("investment")
    expect(live).to_have_text(re.compile(r"^(1 result|\d+ results)$"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/economy/economy-2\?"))
    chart = page.locator('[data-chart="economy-2"]')
    expect(chart).to_have_attribute("data-drawn", re.compile("."))

    tab_to(page, page.get_by_label("First year"))
    page.keyboard.type("2001")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"years=2001-"))
    expect(live).to_have_text(re.compile(r"^Years: 2001.*\. 1 exhibit changed$"))
    expect(page.get_by_label("First year")).to_be_focused()

    tab_to(page, chart)
    assert "T opens the table" in page.locator(f"#{chart.get_attribute('aria-describedby')}").inner_text()
    page.keyboard.press("t")
    region = page.get_by_role("region", name=re.compile("^Table: "))
    expect(region).to_be_focused()
    link = page.locator('[data-param="table"]')
    expect(link).to_have_attribute("aria-expanded", "true")
    expect(live).to_contain_text("Table opened")
    years = region.get_by_role("rowheader").all_inner_texts()
    assert years[0] == "2001" and years == sorted(years)
    other = page.get_by_role("button", name="All rows, with status and source")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(other).to_be_focused()
    page.keyboard.press("Enter")
    expect(other).to_have_attribute("aria-pressed", "true")
    expect(other).to_be_focused()
    page.keyboard.press("Escape")
    expect(chart).to_be_focused()
    expect(region).to_have_count(0)
    expect(link).to_have_attribute("aria-expanded", "false")
    expect(live).to_have_text("Table closed")
    expect(page).to_have_url(re.compile(r"years=2001-"))

    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(region).to_be_visible()
    page.keyboard.press("Escape")
    expect(region).to_have_count(0)
    expect(link).to_be_focused()
    expect(page).to_have_url(re.compile(r"years=2001-"))

    tab_to(page, page.locator("#economy-2 .downloads > summary"))
    page.keyboard.press("Enter")
    csv_link = page.locator('#economy-2 [data-file="csv"]')
    tab_to(page, csv_link)
    with page.expect_download() as arriving:
        page.keyboard.press("Enter")
    lines = arriving.value.path().read_text(encoding="utf-8-sig").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    assert arriving.value.suggested_filename.endswith(".csv")
    assert min(row["period"] for row in rows) == "2001" and all(float(row["value"]) for row in rows)
    page.keyboard.press("Escape")
    expect(page.locator("#economy-2 .downloads > summary")).to_be_focused()

    page.keyboard.press("p")
    expect(page).to_have_url(re.compile(r"/present/economy\?.*years=2001-.*#economy-2$"))
    expect(page.locator("h1.headline")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"/economy.*\?.*years=2001-"))
    expect(chart).to_have_attribute("data-drawn", re.compile("."))

    page.keyboard.press("l")
    expect(live).to_have_text(re.compile(r"^And since\? Years: 2001.* changed$"))
    height = page.evaluate("() => window.scrollY")
    page.locator("[data-chip] a").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("First year")).to_be_focused()
    expect(live).to_contain_text("Removed: Years: 2001")
    assert height > 0 and page.evaluate("() => window.scrollY") > height / 2


def test_tab_goes_from_the_top_to_the_footer_and_back_and_is_always_seen(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # then the page is where it scrolls to at once
    page.goto("/foreign-policy?years=2010-2016&lang=en")
    expect(page.locator("[data-chart]").first).to_have_attribute("data-drawn", re.compile("."))
    forth = walk(page, "Tab")
    back = walk(page, "Shift+Tab")
    assert [stop["words"] for stop in forth if not stop["ring"]] == []
    assert [stop["words"] for stop in (*forth, *back) if not stop["seen"]] == []
    assert any(stop["footer"] for stop in forth), "Tab reaches the footer"
    assert back[-1]["at"] == 0, "and Shift+Tab the top"
    names = Counter(re.findall(r'- (?:button|link) "([^"]+)"', page.locator("main").aria_snapshot()))
    assert [name for name, times in names.items() if times > 1] == [], "each button says what it is about"

    card = page.locator(".card").filter(has=page.locator(".actions-more:visible")).first  # of half a row
    more, rest = card.get_by_role("button", name="More"), card.get_by_role("link", name="Open alone")
    more.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(rest).to_be_focused()
    page.keyboard.press("Escape")
    expect(rest).to_be_hidden()
    expect(more).to_be_focused()
    expect(page).to_have_url(re.compile("years=2010-2016"))


def walk(page: Page, key: str) -> list[dict[str, Any]]:
    """Every stop of ``key`` until it leaves the page or is at its start."""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop["body"] or (stops and stop["at"] == stops[-1]["at"]):
            return stops
        stops.append(stop)
    raise AssertionError(f"{key} does not come to an end: {stops[-3:]}")
