"""Boxes, keys of colours, cursors, small lines, fingers, what is kept from tab to tab, play, and where the keyboard stays."""

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.marks import at, chart, click_mark, drag, points

STATES = "economy-added-states"
LIVE = "#live"
PHONE = {"has_touch": True, "is_mobile": True, "viewport": {"width": 390, "height": 844}}


def url(page: Page, part: str) -> None:
    """Wait until the address says ``part``, a regular expression."""
    expect(page).to_have_url(re.compile(part))


def state(page: Page, exhibit: str, name: str) -> str:
    """The id of the mark of a state."""
    return next(id for id in points(page, exhibit) if id.endswith(name))


def cursor(page: Page, place: tuple[float, float]) -> str:
    """What the pointer looks like at a place of the window."""
    page.mouse.move(*place)
    return str(page.evaluate("([x, y]) => getComputedStyle(document.elementFromPoint(x, y)).cursor", list(place)))


def entry(page: Page, exhibit: str, words: str) -> Locator:
    """An entry of the key above a chart that can be clicked."""
    chart(page, exhibit)
    return page.locator(f'[data-chart="{exhibit}"] .annotation-text a', has_text=words)


# Boxes


def test_a_box_over_a_map_chooses_the_states_in_it_and_shift_adds_without_moving_the_map(page: Page) -> None:
    page.goto(f"/economy/{STATES}?lang=en")
    texas, new_mexico = (at(page, STATES, state(page, STATES, name)) for name in ("us-tx", "us-nm"))
    drag(page, (new_mexico[0] - 30, new_mexico[1] - 30), (texas[0] + 20, texas[1] + 30))
    url(page, rf"\?state=us-nm,us-ok,us-tx&from={STATES}")
    assert at(page, STATES, state(page, STATES, "us-tx")) == pytest.approx(texas, abs=40)  # the chips may push it down
    assert at(page, STATES, state(page, STATES, "us-tx"))[0] == pytest.approx(texas[0], abs=0.5)
    maine = at(page, STATES, state(page, STATES, "us-me"))
    page.keyboard.down("Shift")
    drag(page, (maine[0] - 8, maine[1] - 8), (maine[0] + 8, maine[1] + 8))
    page.keyboard.up("Shift")
    url(page, r"\?state=us-me,us-nm,us-ok,us-tx&")


def test_a_box_over_a_treemap_chooses_its_tiles_and_a_click_does_not_zoom(page: Page) -> None:
    page.goto("/economy/economy-1b?lang=en&view=economy-1b:all")
    machines, electric = (at(page, "economy-1b", f"us_exports_to_mexico_hs2|2015|hs-{n}") for n in ("84", "85"))
    tiles = page.locator('[data-chart="economy-1b"] g.slice').count()
    click_mark(page, "economy-1b", "us_exports_to_mexico_hs2|2015|hs-84")
    url(page, r"\?product=hs-84&")
    expect(page.locator('[data-chart="economy-1b"]')).to_have_attribute("data-emphasis", '{"product":["hs-84"]}')
    assert page.locator('[data-chart="economy-1b"] g.slice').count() == tiles
    page.keyboard.press("Escape")
    url(page, r"\?view=economy-1b:all&lang=en$")
    (left, right), (top, bottom) = (sorted(pair) for pair in zip(machines, electric, strict=True))
    drag(page, (left - 5, top - 5), (right + 5, bottom + 5))
    url(page, r"\?product=(hs-\d+,)*hs-84,hs-85(,hs-\d+)*&")


def test_a_box_over_bars_chooses_theirs_and_one_over_tiles_too(page: Page) -> None:
    page.goto("/economy?lang=en")
    first = at(page, "economy-1b", "us_exports_to_mexico_hs2|2015|hs-84")
    drag(page, (first[0] - 20, first[1] - 8), (first[0] + 20, first[1] + 8))
    url(page, r"\?product=hs-84&from=economy-1b")
    page.goto("/economy/economy-5?lang=en&view=economy-5:map")
    texas = at(page, "economy-5", state(page, "economy-5", "us-tx"))
    drag(page, (texas[0] - 15, texas[1] - 15), (texas[0] + 15, texas[1] + 15))
    url(page, r"\?state=us-tx&")


# Keys of colours, nodes, cursors


def test_an_entry_of_a_key_chooses_what_it_stands_for(page: Page) -> None:
    page.goto("/security?lang=en")
    entry(page, "security-added-aid", "INCLE").click()
    url(page, r"\?account=incle&from=security-added-aid")
    entry(page, "security-added-aid", "FMF").click(modifiers=["Shift"])
    url(page, r"\?account=fmf,incle&")
    expect(entry(page, "security-added-aid", "disbursed, all accounts")).to_have_count(0)
    page.goto(f"/economy/{STATES}?lang=en")
    entry(page, STATES, "30% and more").click()
    url(page, rf"\?state=us-az,us-nm,us-tx&from={STATES}")
    entry(page, STATES, "30% and more").click()
    url(page, r"\?lang=en$")


def test_entries_that_share_their_values_are_words_and_no_more(page: Page) -> None:
    page.goto("/migration/migration-1?lang=en&view=migration-1:sectors")
    chart(page, "migration-1")
    expect(page.locator('[data-chart="migration-1"] .annotation-text', has_text="Other nationalities")).to_have_count(1)
    expect(page.locator('[data-chart="migration-1"] .annotation-text a')).to_have_count(0)


def test_the_pointer_is_a_hand_on_what_selects_and_there_alone(page: Page) -> None:
    page.goto(f"/economy/{STATES}?lang=en")
    box: Any = chart(page, STATES).bounding_box()
    assert cursor(page, at(page, STATES, state(page, STATES, "us-tx"))) == "pointer"
    expect(page.locator(".chart.selects")).to_have_count(1)
    assert cursor(page, (box["x"] + 4, box["y"] + box["height"] - 4)) in ("auto", "default")
    expect(page.locator(".chart.selects")).to_have_count(0)
    page.goto("/economy/economy-4?lang=en")
    chart(page, "economy-4")
    words: Any = page.locator('[data-chart="economy-4"] .annotation-text-g').first.bounding_box()
    assert cursor(page, (words["x"] + 10, words["y"] + 5)) in ("auto", "default")


def test_a_box_of_a_diagram_chooses_its_pillar_and_one_without_a_value_does_not_pretend(page: Page) -> None:
    page.goto("/security/security-2?lang=en")
    click_mark(page, "security-2", "2")
    url(page, r"\?pillar=2&from=security-2")
    expect(page.locator('[data-chip="pillar"]')).to_be_visible()
    heading = at(page, "security-2", "first")
    assert cursor(page, heading) == "default"
    expect(page.locator(".chart.selects")).to_have_count(0)
    page.mouse.click(*heading)
    url(page, r"\?pillar=2&from=security-2")
    page.goto("/energy/energy-3?lang=en")
    node = at(page, "energy-3", "basic-users")
    assert cursor(page, node) == "default"
    page.mouse.click(*node)
    url(page, r"energy-3\?lang=en$")


# The Overview


def test_a_small_line_says_its_points_and_opens_its_exhibit_at_one(page: Page) -> None:
    page.goto("/?lang=en&theme=dark")
    line = page.locator('[data-figure="economy-1"] .spark').first
    expect(line.locator("svg")).to_be_attached()
    box: Any = line.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    expect(line.locator(".spark-words")).to_have_text(re.compile(r"^20\d\d: [\d.]+ billion dollars$"))
    year = line.locator(".spark-words").inner_text()[:4]
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20)
    url(page, rf"/economy/economy-1\?years={year}&vintage=latest&lang=en&theme=dark$")
    expect(page.locator('[data-chip="years"]')).to_contain_text(year)
    page.locator('.tabs a[data-path="/energy"]').click()
    url(page, rf"/energy\?years={year}&vintage=latest&")


def test_the_arrows_walk_a_small_line_and_enter_opens(page: Page) -> None:
    page.goto("/?lang=es")
    line = page.locator('[data-figure="economy-1"] .spark').first
    expect(line.locator("svg")).to_be_attached()
    line.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(LIVE)).to_have_text("2025: 976.1 mil millones de dólares")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(LIVE)).to_contain_text("2024: ")
    page.keyboard.press("Home")
    expect(page.locator(LIVE)).to_contain_text("1999: ")
    page.keyboard.press("Enter")
    url(page, r"/economy/economy-1\?years=1999&vintage=latest&lang=es$")


def test_a_small_line_ends_at_the_newest_value_and_opens_the_view_that_shows_it(page: Page) -> None:
    page.goto("/?lang=en")
    line = page.locator('[data-figure="security-table-1"] .spark')
    expect(line.locator(".spark-now")).to_have_count(1)
    expect(line.locator("circle")).to_have_count(2)  # the report's estimate and the newest value stand apart
    line.focus()
    page.keyboard.press("End")
    expect(page.locator(LIVE)).to_have_text("FY2021: 159 million dollars, of another series")
    page.keyboard.press("Enter")
    url(page, r"/security/security-table-1\?years=2021&vintage=latest&view=security-table-1:carried-on&lang=en$")


def test_years_chosen_on_the_overview_are_marked_and_go_along(page: Page) -> None:
    page.goto("/?lang=en&years=2008")
    expect(page.locator('[data-figure="economy-1"] .spark-chosen').first).to_be_attached()
    page.locator('[data-figure="energy-9"] .tile-head').click()
    url(page, r"/energy/energy-9\?years=2008&vintage=latest&")


def test_an_event_leads_to_its_exhibits_at_its_year(page: Page) -> None:
    page.goto("/?lang=en")
    event = page.locator(".timeline > li", has_text="NAFTA takes effect")
    event.get_by_role("link", name="U.S.-Mexico trade in goods and services").click()
    url(page, r"/economy/economy-1\?years=1994&vintage=latest&events=main&lang=en$")
    expect(page.locator('[data-part="events"]')).to_contain_text("NAFTA takes effect")


# A finger


@pytest.mark.browser_context_args(**PHONE)
@pytest.mark.parametrize(
    "exhibit, mark, says", [("economy-1", "us_exports_goods|2010", "years=2010"), (STATES, "us-tx", "state=us-tx")]
)
def test_a_tap_selects_and_shows_the_words_a_second_one_clears(page: Page, exhibit: str, mark: str, says: str) -> None:
    page.goto("/economy?lang=en")
    chart(page, exhibit)
    id = state(page, exhibit, mark)
    page.touchscreen.tap(*at(page, exhibit, id))
    url(page, says)
    expect(
        page.locator(f'[data-chart="{exhibit}"] .hoverlayer .hovertext, [data-chart="{exhibit}"] .hoverlayer .legend')
    ).not_to_have_count(0)
    page.touchscreen.tap(*at(page, exhibit, id))
    url(page, r"\?lang=en$")
    box: Any = chart(page, exhibit).bounding_box()
    page.touchscreen.tap(box["x"] + 2, box["y"] + box["height"] - 2)
    expect(page.locator(f'[data-chart="{exhibit}"] .hoverlayer > *')).to_have_count(0)
    url(page, r"\?lang=en$")


@pytest.mark.browser_context_args(**PHONE)
def test_a_long_press_adds_and_letting_go_changes_nothing(page: Page, context: BrowserContext) -> None:
    page.goto("/economy/economy-1?lang=en")
    finger = context.new_cdp_session(page)
    page.touchscreen.tap(*at(page, "economy-1", "us_exports_goods|2005"))
    url(page, r"\?years=2005&")
    x, y = at(page, "economy-1", "us_exports_goods|2010")
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    url(page, r"\?years=2005,2010&")
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator('[data-chip="years"]')).to_contain_text("2005 and 2010")
    url(page, r"\?years=2005,2010&")


@pytest.mark.browser_context_args(**PHONE)
def test_the_page_scrolls_by_a_finger_on_a_chart(page: Page, context: BrowserContext) -> None:
    page.goto("/energy?lang=en")
    box: Any = chart(page, "energy-6").bounding_box()
    before = page.evaluate("scrollY")
    finger = context.new_cdp_session(page)
    x, y = box["x"] + 150, box["y"] + 200
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 9):
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - 20 * step}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator("html")).not_to_have_js_property("scrollTop", before)
    assert page.evaluate("scrollY") > before + 60
    url(page, r"\?lang=en$")


@pytest.mark.browser_context_args(**PHONE)
def test_on_a_phone_the_key_above_the_lines_chooses_a_series(page: Page) -> None:
    page.goto("/migration/migration-2?lang=en")
    entry(page, "migration-2", "Mexico").last.tap()
    url(page, r"\?origin=mexico&from=migration-2")
