"""An exhibit in a frame of another site, and the code that puts it there."""

import re

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
DRAWN = re.compile(".+")


def framed(
    page: Page, base_url: str, complaints: list[str], path: str, width: int = 800, height: int = 820
) -> FrameLocator:
    """``path`` in a frame of a page of another site: the same machine under another name."""
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.goto(base_url.replace("127.0.0.1", "localhost") + "/healthz")
    complaints.clear()  # it asks for the other name
    page.set_content(f'<iframe src="{base_url}{path}" width="{width}" height="{height}" style="border:0"></iframe>')
    return page.frame_locator("iframe")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("id", "lang"), [("economy-1", "en"), ("economy-added-states", "es"), ("energy-3", "es")])
def test_a_card_is_drawn_in_a_frame_of_another_site(
    page: Page, base_url: str, complaints: list[str], id: str, lang: str, theme: str
) -> None:
    card = framed(page, base_url, complaints, f"/embed/{id}?lang={lang}&theme={theme}")
    expect(card.locator(f'[data-chart="{id}"]')).to_have_attribute("data-drawn", DRAWN)
    expect(card.locator("html")).to_have_attribute("data-theme", theme)
    expect(card.locator(".headline")).not_to_be_empty()
    expect(card.locator(".source")).not_to_be_empty()
    expect(card.locator(".banner, .bar, .actions, .footer")).to_have_count(0)


def test_its_views_change_in_the_frame_and_the_link_opens_what_is_on_show(
    page: Page, base_url: str, complaints: list[str], context: BrowserContext
) -> None:
    card = framed(page, base_url, complaints, "/embed/economy-1?lang=en&years=2000-2010")
    chart = card.locator('[data-chart="economy-1"]')
    expect(chart).to_have_attribute("data-drawn", DRAWN)
    card.locator('[data-value="economy-1:balance"]').click()
    expect(chart).to_have_attribute("data-drawn", re.compile("economy-1:balance"))
    with context.expect_page() as opened:
        card.get_by_role("link", name="Open in the dashboard").click()
    expect(opened.value).to_have_url(f"{base_url}/economy/economy-1?years=2000-2010&view=economy-1:balance&lang=en")
    opened.value.close()


def test_a_filter_shows_below_the_subtitle_and_can_be_removed(page: Page, base_url: str, complaints: list[str]) -> None:
    card = framed(page, base_url, complaints, "/embed/migration-2?lang=en&origin=guatemala")
    expect(card.locator('[data-chip="origin"]')).to_contain_text("Guatemala")
    expect(card.locator(".subtitle.latest + #chips")).to_have_count(1)
    card.locator('[data-chip="origin"] a').click()
    expect(card.locator("[data-chip]")).to_have_count(0)


def test_a_low_frame_keeps_the_source_in_sight_and_tells_how_high_it_would_be(
    page: Page, base_url: str, complaints: list[str]
) -> None:
    card = framed(page, base_url, complaints, "/embed/economy-1?lang=en", width=320, height=420)
    expect(card.locator('[data-chart="economy-1"]')).to_have_attribute("data-drawn", DRAWN)
    expect(card.locator(".source")).to_be_in_viewport(ratio=1)
    expect(card.get_by_role("link", name="Open in the dashboard")).to_be_in_viewport(ratio=1)
    frame = page.frames[1]
    assert frame.evaluate("document.documentElement.scrollHeight > window.innerHeight")
    told = page.evaluate(
        """() => new Promise((tell) => {
            window.addEventListener("message", ({ data }) => tell(data));
            document.querySelector("iframe").width = 600;
        })"""
    )
    assert told["type"] == "dashboard:height"
    page.locator("iframe").evaluate("(frame, height) => (frame.height = height)", told["height"])
    expect(card.locator(".headline")).to_be_in_viewport(ratio=1)
    expect(card.locator(".source")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("id", ["economy-1", "economy-added-states", "energy-3", "security-table-1"])
def test_a_card_is_as_narrow_as_a_phone(page: Page, base_url: str, complaints: list[str], id: str) -> None:
    card = framed(page, base_url, complaints, f"/embed/{id}?lang=es&vintage=latest", width=320)
    expect(card.locator(f'[data-chart="{id}"]')).to_have_attribute("data-drawn", DRAWN)
    assert page.frames[1].evaluate(OVERFLOW) <= 0


def test_a_page_with_the_shell_cannot_be_framed(page: Page, base_url: str, complaints: list[str]) -> None:
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        framed(page, base_url, complaints, "/economy/economy-1?lang=en")
    expect(page.frame_locator("iframe").locator(".headline")).to_have_count(0)
    complaints.clear()


def test_the_code_that_a_card_copies_frames_the_view_on_show(
    page: Page, base_url: str, context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    page.goto("/economy?lang=en&vintage=latest&years=2000-2020")
    card = page.locator("#economy-1")
    expect(card.locator("[data-chart]")).to_have_attribute("data-drawn", DRAWN)
    card.get_by_role("button", name="More").click()
    button = card.get_by_role("button", name="Embed")
    button.click()
    expect(card.get_by_role("button", name="Code for your page copied")).to_be_visible()
    code = page.evaluate("navigator.clipboard.readText()")
    address = f"{base_url}/embed/economy-1?years=2000-2020&amp;vintage=latest&amp;lang=en"
    assert code.startswith(f'<iframe src="{address}" title="U.S.-Mexico trade in goods and services"')
    assert "{" not in code and 600 <= int(re.findall(r' height="(\d+)"', code)[0]) <= 780
