"""What holds from tab to tab, my state, play, and where the keyboard stays; nothing that a reader does costs an error."""

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.marks import at, chart, click_mark, drag, points

ONE = "/economy/economy-1?lang=en"


def url(page: Page, part: str) -> None:
    """Wait until the address says ``part``, a regular expression."""
    expect(page).to_have_url(re.compile(part))


def follow(page: Page, path: str) -> None:
    """Follow a tab."""
    page.locator(f'.tabs a[data-path="{path}"]').click()
    url(page, rf"{path}\?")


def choose(page: Page, dimension: str, value: str) -> None:
    """Tick a value in a picker of the filter bar."""
    picker = page.locator(f'[data-filter="{dimension}"]')
    picker.locator("summary").click()
    picker.locator(f'input[value="{value}"]').check()
    url(page, f"{dimension}={value}")


def test_a_chapter_gets_back_what_it_was_left_with(page: Page) -> None:
    page.goto("/migration?lang=en&years=2010-2016")
    choose(page, "origin", "honduras")
    follow(page, "/energy")
    url(page, r"\?years=2010-2016&lang=en$")
    follow(page, "/migration")
    url(page, r"\?years=2010-2016&origin=honduras&lang=en$")
    expect(page.locator('[data-chip="origin"]')).to_contain_text("Honduras")
    page.goto("/migration?lang=en")
    chart(page, "migration-1")
    expect(page.locator("[data-chip]")).to_have_count(0)
    follow(page, "/energy")
    follow(page, "/migration")
    url(page, r"\?lang=en$")


def test_my_state_is_kept_put_into_chapters_that_have_it_and_can_be_taken_back(page: Page) -> None:
    page.goto("/economy?lang=en")
    choose(page, "state", "us-tx")
    page.get_by_label("Keep as my state").check()
    follow(page, "/security")
    url(page, r"/security\?lang=en$")  # it has states of Mexico only
    follow(page, "/energy")
    url(page, r"\?state=us-tx&lang=en$")
    page.locator('[data-chip="state"] a').click()
    url(page, r"/energy\?lang=en$")
    follow(page, "/security")
    follow(page, "/energy")
    url(page, r"/energy\?lang=en$")
    page.goto("/migration")
    url(page, r"/migration\?state=us-tx&lang=en")
    page.goto("/migration?lang=en")
    chart(page, "migration-1")
    expect(page.locator("[data-chip]")).to_have_count(0)
    page.locator('[data-filter="state"] summary').click()
    page.get_by_role("button", name="Forget my state (Texas)").click()
    expect(page.locator('[data-filter="state"] summary')).to_be_focused()
    page.goto("/economy")
    url(page, r"/economy\?lang=en$")


@pytest.mark.parametrize("cookie", ["us-zz", "texas", "us-tx,us-ca", "mx-jal", "us"])
def test_a_bad_state_in_the_cookie_is_ignored(page: Page, context: BrowserContext, base_url: str, cookie: str) -> None:
    context.add_cookies([{"name": "state", "value": cookie, "url": base_url}])
    page.goto("/economy")
    url(page, r"/economy\?lang=en$")
    follow(page, "/energy")
    url(page, r"/energy\?lang=en$")


def test_play_is_one_entry_of_the_history_and_stops_when_something_else_is_done(page: Page) -> None:
    page.clock.install()
    page.goto(ONE)
    chart(page, "economy-1")
    entries = page.evaluate("history.length")
    play = page.locator(".play")
    play.click()
    url(page, r"\?years=1993&")
    page.clock.run_for(2300)
    url(page, r"\?years=1995&")
    expect(play).to_have_text("Stop")
    assert page.evaluate("history.length") == entries
    click_mark(page, "economy-1", "us_exports_goods|2010")
    expect(play).to_have_text("Play")
    url(page, r"\?years=2010&from=economy-1")
    page.clock.run_for(5000)
    url(page, r"\?years=2010&from=economy-1")


def test_play_ends_with_the_last_year_and_begins_again_from_the_first(page: Page) -> None:
    page.clock.install()
    page.goto("/economy/economy-1?lang=en&years=2014")
    chart(page, "economy-1")
    play = page.locator(".play")
    play.click()
    url(page, r"\?years=2015&")
    page.clock.run_for(5000)
    expect(play).to_have_text("Play")
    url(page, r"\?years=2015&")
    play.click()
    url(page, r"\?years=1993&")
    expect(play).to_have_text("Stop")


def test_where_motion_is_unwelcome_play_goes_one_step_a_press(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.clock.install()
    page.goto(ONE)
    chart(page, "economy-1")
    for year in (1993, 1994):
        page.locator(".play").click()
        url(page, rf"\?years={year}&")
        page.clock.run_for(5000)
        expect(page.locator(".play")).to_have_text("Play")
        url(page, rf"\?years={year}&")


def test_play_begins_where_half_of_the_time_axes_have_begun(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("/migration?lang=en")
    chart(page, "migration-1")
    page.locator(".play").click()
    url(page, r"\?years=\d{4}&")
    year = int(re.search(r"years=(\d{4})", page.url)[1])  # type: ignore[index]
    firsts = page.evaluate(
        """() => [...document.querySelectorAll('[data-chart]')].map((chart) => window.dashboard.charts.payload(
          chart.dataset.chart)).filter((one) => one && one.time).map((one) => Math.min(...one.data.flatMap((trace) =>
          trace.x.filter((x, i) => trace.customdata[i]).map((x) => parseInt(x)))))"""
    )
    assert min(firsts) == 1850 or min(firsts) == 1960
    assert abs(sorted(firsts)[(len(firsts) - 1) // 2] - year) <= 1


def test_the_boxes_of_a_set_of_years_are_empty_and_an_end_moves_the_other_along(page: Page) -> None:
    page.goto("/economy/economy-1?lang=en&years=2008,2014")
    chart(page, "economy-1")
    first, last = page.get_by_label("First year"), page.get_by_label("Last year")
    expect(first).to_have_value("")
    expect(last).to_have_value("")
    expect(page.locator(".filter-years")).not_to_contain_text("–")
    expect(first).to_have_attribute("placeholder", "2008")
    first.fill("2010")
    first.press("Enter")
    url(page, r"\?years=2010-2014&")
    expect(first).to_have_value("2010")
    first.fill("2015")
    first.press("Enter")
    url(page, r"\?years=2015&")
    last.fill("2001")
    last.press("Enter")
    url(page, r"\?years=2001&")


def test_a_year_that_is_half_written_is_not_taken_away_by_an_answer(page: Page) -> None:
    page.goto("/economy/economy-1?lang=en")
    chart(page, "economy-1")
    last = page.get_by_label("Last year")
    last.fill("201")
    last.press("4")
    page.evaluate("dashboard.filters.prepare()")  # as every answer of the server does
    expect(last).to_have_value("2014")
    last.press("Enter")
    url(page, r"years=\d{4}-2014&")


COVERED = (
    "() => Math.max(...[...document.querySelectorAll('.bar, #chips')].map((e) => e.getBoundingClientRect().bottom))"
)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_chips_stay_in_sight_and_cover_no_card_that_is_gone_to(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("/economy?lang=en&years=2008&state=us-tx#economy-6")
    chart(page, "economy-6")
    page.locator('[data-chart="economy-6"]').evaluate("e => e.scrollIntoView({ block: 'start', behavior: 'instant' })")
    expect(page.get_by_role("link", name="Clear all")).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") > 800
    bottom = page.evaluate(COVERED)
    box: Any = page.locator('[data-chart="economy-6"]').bounding_box()
    assert 0 < bottom <= box["y"] < bottom + 30
    page.get_by_role("link", name="Clear all").click()
    expect(page.locator("[data-chip]")).to_have_count(0)


def test_a_menu_of_the_bar_opens_over_the_chips(page: Page) -> None:
    page.goto("/economy?lang=en&years=2008&state=us-tx")
    chart(page, "economy-6")
    page.locator('[data-filter="state"] summary').click()
    menu: Any = page.locator('[data-filter="state"] .filter-menu').bounding_box()
    chips: Any = page.locator("#chips").bounding_box()
    at_both = [menu["x"] + 8, chips["y"] + chips["height"] / 2]
    assert menu["y"] < at_both[1] < menu["y"] + menu["height"]
    assert page.evaluate("([x, y]) => Boolean(document.elementFromPoint(x, y).closest('.filter-menu'))", at_both)


@pytest.mark.browser_context_args(viewport={"width": 390, "height": 844})
def test_on_a_phone_the_button_of_the_bar_says_how_many_filters_are_on(page: Page) -> None:
    page.goto("/economy?lang=es&years=2008&state=us-tx")
    expect(page.locator(".bar-toggle")).to_have_text("Filtros (2)")
    page.locator('[data-chip="state"] a').click()
    expect(page.locator(".bar-toggle")).to_have_text("Filtros (1)")
    page.locator('[data-chip="years"] a').click()
    expect(page.locator(".bar-toggle")).to_have_text("Filtros")


# The keyboard alone


def test_a_picker_is_searched_and_ticked_by_keyboard_and_the_chips_pass_the_focus_on(page: Page) -> None:
    page.goto("/economy?lang=en&years=2000-2010")
    chart(page, "economy-1")
    page.locator('[data-filter="state"] summary').focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("texas")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    url(page, r"\?years=2000-2010&state=us-tx&")
    expect(page.locator('[data-filter="state"] input[value="us-tx"]')).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator('[data-filter="state"] summary')).to_be_focused()
    url(page, "state=us-tx")
    expect(page.locator('[data-chip="state"]')).to_be_visible()
    page.locator('[data-chip="years"] a').focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-chip="years"]')).to_have_count(0)
    expect(page.locator('[data-chip="state"] a')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-chip]")).to_have_count(0)
    expect(page.locator('[data-filter="state"] summary')).to_be_focused()


def test_years_that_the_data_lack_are_answered_with_those_that_they_have(page: Page) -> None:
    page.goto(ONE.replace("lang=en", "lang=es"))
    chart(page, "economy-1")
    first = page.get_by_label("Primer año")
    low, high = first.get_attribute("min"), first.get_attribute("max")
    first.fill("1800")
    first.press("Enter")
    expect(page.locator("#live")).to_have_text(f"Años de {low} a {high}.")
    assert first.evaluate("input => input.validationMessage") == f"Años de {low} a {high}."
    url(page, r"\?lang=es$")
    first.fill("2000")
    first.press("Enter")
    url(page, r"\?years=2000-2015&")  # the year in which the chart ends
    assert first.evaluate("input => input.validity.valid")


def test_a_row_of_a_printed_table_keeps_the_focus_through_its_own_gestures(page: Page) -> None:
    page.goto("/migration/migration-9?lang=en&view=migration-9:states")
    chart(page, "migration-9")
    row = page.locator('[data-printed="migration-9"] tr[data-selects]', has_text="Jalisco")
    row.focus()
    page.keyboard.press("Enter")
    url(page, r"\?state=mx-jal&")
    expect(page.locator('[data-chip="state"]')).to_be_visible()
    expect(row).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-chip]")).to_have_count(0)
    expect(row).to_be_focused()


def test_the_walk_goes_on_to_the_words_of_a_series(page: Page) -> None:
    page.goto(ONE)
    chart(page, "economy-1").focus()
    for key in ("End", "End", "ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator("#live")).to_have_text("U.S. exports of goods, all of it")
    page.keyboard.press("Enter")
    url(page, r"\?direction=us-to-mx&from=economy-1")
    expect(page.locator('[data-chart="economy-1"]')).to_be_focused()


def test_the_walk_shows_where_it_is_on_maps_and_reaches_their_classes(page: Page) -> None:
    exhibit = "economy-added-states"
    page.goto(f"/economy/{exhibit}?lang=en")
    chart(page, exhibit).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#live")).to_contain_text("share of the state’s exports")
    name = page.locator("#live").inner_text().split(",")[0]
    expect(page.locator(f'[data-chart="{exhibit}"] .hoverlayer')).to_contain_text(name)
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#live")).to_have_text("under 5%, all of it")


# Nothing costs an error: the fixture looks at the console


def middle_of(page: Page) -> tuple[dict[str, float], tuple[float, float]]:
    """Where a chart of columns stands, and a place among its marks."""
    page.goto(ONE)
    box: Any = chart(page, "economy-1").bounding_box()
    return box, (box["x"] + 300, box["y"] + 250)


def test_escape_lets_a_drag_go_and_the_next_one_counts(page: Page) -> None:
    _, (x, y) = middle_of(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y + 10, steps=4)
    expect(page.locator('[data-chart="economy-1"] .select-outline')).not_to_have_count(0)
    page.keyboard.press("Escape")
    page.mouse.move(x + 150, y + 10, steps=2)
    page.mouse.up()
    expect(page.locator('[data-chart="economy-1"] .select-outline')).to_have_count(0)
    url(page, r"economy-1\?lang=en$")
    drag(page, (x, y), (x + 120, y + 10))
    url(page, r"\?years=\d{4}-\d{4}&from=economy-1")


def test_gestures_that_mean_nothing_change_nothing(page: Page) -> None:
    box, (x, y) = middle_of(page)
    drag(page, (x, y), (x + 1, y + 80))
    expect(page.locator('[data-chart="economy-1"] .select-outline')).to_have_count(0)
    page.mouse.click(box["x"] + 3, box["y"] + box["height"] - 3)
    page.mouse.dblclick(x, y)
    expect(page.locator("[data-chip]")).to_have_count(0)
    url(page, r"economy-1\?lang=en$")


def test_a_drag_that_leaves_the_chart_ends_at_its_edge(page: Page) -> None:
    box, (x, y) = middle_of(page)
    drag(page, (x, y), (box["x"] + box["width"] + 500, box["y"] - 200))
    url(page, r"\?years=\d{4}-2015&from=economy-1")


def test_an_exhibit_that_was_empty_answers_again(page: Page) -> None:
    page.goto("/economy?lang=en&state=us-wy")
    expect(page.locator('[data-exhibit="economy-5"] [data-part="empty"]')).not_to_be_empty()
    page.locator('[data-chip="state"] a').click()
    expect(page.locator('[data-exhibit="economy-5"] [data-part="empty"]')).to_be_empty()
    chart(page, "economy-5")
    expect(page.locator('[data-chart="economy-5"] .trace').first).to_be_attached()
    texas = next(id for id in points(page, "economy-5") if id.endswith("us-tx"))
    click_mark(page, "economy-5", texas)
    url(page, r"\?state=us-tx&from=economy-5")
    page.locator('[data-filter="state"] summary').click()
    page.locator('[data-filter="state"] input[value="us-tx"]').uncheck()
    url(page, r"\?lang=en$")
    assert at(page, "economy-5", texas)
