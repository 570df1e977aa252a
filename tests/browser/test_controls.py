"""The controls of a page: each changes the address, and the address says what is on show."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from dashboard.exhibits.compose import Composer
from dashboard.parameters import parse

ONE = "/economy/economy-1"
HEADLINE = "#economy-1-headline"


def ready(page: Page) -> None:
    expect(page.locator('[data-chart="economy-1"]')).to_have_attribute("data-drawn", re.compile(".+"))


def test_a_page_without_a_language_goes_to_the_browser_s(page: Page) -> None:
    page.set_extra_http_headers({"Accept-Language": "es-MX,es;q=0.9"})
    page.goto(ONE)
    expect(page).to_have_url(re.compile(r"\?lang=es$"))
    expect(page.locator("html")).to_have_attribute("lang", "es")


def test_another_language_is_remembered(page: Page) -> None:
    page.goto(f"{ONE}?vintage=latest&lang=en")
    ready(page)
    page.locator("[data-lang]").click()
    expect(page).to_have_url(re.compile(r"vintage=latest&lang=es$"))
    page.goto("/economy")
    expect(page).to_have_url(re.compile(r"lang=es"))


def test_the_vintage_switch_and_the_key_l_change_the_figure_and_back_undoes_it(page: Page) -> None:
    page.goto(f"{ONE}?lang=en")
    ready(page)
    before = page.locator(HEADLINE).inner_text()
    page.locator('[data-param="vintage"][data-value="latest"]').click()
    expect(page.locator(HEADLINE)).not_to_have_text(before)
    expect(page).to_have_url(re.compile("vintage=latest&lang=en"))
    page.go_back()
    expect(page.locator(HEADLINE)).to_have_text(before)
    page.keyboard.press("l")
    expect(page.locator(HEADLINE)).not_to_have_text(before)
    assert "2025" in page.locator(HEADLINE).inner_text()


def test_the_theme_is_in_the_address_and_repaints_the_figure(page: Page) -> None:
    page.goto(f"{ONE}?lang=en&theme=light")
    ready(page)
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    page.locator('[data-param="theme"][data-value="dark"]').click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate(colour) != light
    expect(page.locator('[data-chart="economy-1"]')).to_have_js_property("layout.font.color", "#eceef1")


def test_the_system_s_theme_holds_until_the_address_says_otherwise(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{ONE}?lang=en")
    ready(page)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 28)"


def test_the_table_opens_sorts_and_holds_every_row(page: Page, composer: Composer) -> None:
    page.goto(f"{ONE}?lang=en")
    ready(page)
    page.locator('[data-param="table"]').click()
    expect(page).to_have_url(re.compile("table=economy-1"))
    table = page.locator('[data-table="economy-1"] table')
    expect(table.locator("tbody tr")).to_have_count(23)  # 1993 to 2015
    assert "236.46" in table.locator("tbody tr", has_text="2015").inner_text()
    page.get_by_role("button", name="All rows, with status and source").click()
    total = len(composer.dataset.exhibits["economy-1"])
    expect(table.locator("caption")).to_contain_text(f"({total} rows)")
    value = table.locator("thead th").nth(
        [c.strip() for c in table.locator("thead").inner_text().split("\t")].index("Value")
    )
    value.locator("button").click()
    expect(value).to_have_attribute("aria-sort", "descending")
    first = table.locator("tbody tr").first.inner_text()
    largest = composer.dataset.exhibits["economy-1"]["value"].max()
    assert f"{largest:,.0f}" in first
    page.get_by_role("button", name="Close the table").click()
    expect(table).to_have_count(0)


def test_sources_and_gaps_open_in_words(page: Page) -> None:
    page.goto(f"{ONE}?lang=en")
    ready(page)
    page.get_by_text("Sources and gaps").click()
    panel = page.locator(".sources")
    expect(panel).to_contain_text("Bureau of Economic Analysis")
    expect(panel).to_contain_text("What is missing")
    expect(panel).to_contain_text("1999")


def test_copy_link_puts_the_exact_view_on_the_clipboard(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{ONE}?years=2000-2015&vintage=latest&view=economy-1:goods&lang=en")
    ready(page)
    page.locator(".actions").get_by_role("button", name="Copy link").click()
    expect(page.locator(".actions").get_by_role("button", name="Link copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url


def test_a_filter_in_the_address_is_a_chip_that_can_be_removed(page: Page) -> None:
    page.goto(f"{ONE}?years=2000-2010&lang=en")
    ready(page)
    chip = page.locator('[data-chip="years"]')
    expect(chip).to_contain_text("2000–2010")
    expect(page.locator(HEADLINE)).to_have_text("U.S.-Mexico trade in goods and services")
    ticks = "document.querySelector('[data-chart=\"economy-1\"]').layout.xaxis.range"
    assert page.evaluate(ticks)[0] > 1998
    chip.locator("a").click()
    expect(chip).to_have_count(0)
    expect(page).to_have_url(re.compile(r"\?lang=en$"))


def test_what_an_address_cannot_say_is_told_and_can_be_dismissed(page: Page) -> None:
    page.goto(f"{ONE}?years=abc&colour=red&lang=en")
    ready(page)
    notices = page.locator("#notices .notice")
    expect(notices).to_have_count(2)
    expect(notices.first).to_contain_text("2000-2015")
    notices.first.get_by_role("button").click()
    expect(notices).to_have_count(1)


def test_the_browser_writes_addresses_as_the_server_does(page: Page, composer: Composer) -> None:
    page.goto(f"{ONE}?lang=es&vintage=latest&years=2000-2015&table=economy-1&view=economy-1:goods,economy-2:editions")
    ready(page)
    page.locator('[data-param="view"][data-value="economy-1:balance"]').click()
    expect(page).to_have_url(re.compile("balance"))
    query = page.url.split("?")[1]
    assert parse(query, composer.vocabulary)[0].to_query() == query


def test_search_finds_an_exhibit_from_the_keyboard(page: Page) -> None:
    page.goto(f"{ONE}?lang=en")
    ready(page)
    page.keyboard.press("/")
    page.keyboard.type("direct investment")
    options = page.locator("#search-results [role=option]")
    expect(options.first).to_contain_text("Direct investment")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/economy/economy-2"))


def test_recommendations_are_narrowed_by_pickers_and_a_word(page: Page, composer: Composer) -> None:
    page.goto("/recommendations?lang=en")
    shown = page.locator(".recommendations > li:visible")
    rows = composer.dataset.recommendations
    expect(shown).to_have_count(len(rows))
    page.get_by_label("Chapter", exact=True).select_option("energy")
    expect(shown).to_have_count(int((rows["chapter"] == "energy").sum()))
    expect(page).to_have_url(re.compile("chapter=energy"))
    page.get_by_label("Word").fill("pipeline")
    count = int(((rows["chapter"] == "energy") & rows["recommendation"].str.lower().str.contains("pipeline")).sum())
    assert 0 < count <= shown.count() < int((rows["chapter"] == "energy").sum())
