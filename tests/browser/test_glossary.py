"""Terms in the words of cards: their meaning is told on hover, focus and tap; the words stay what they were."""

import re

from playwright.sync_api import Browser, Page, expect

from dashboard.exhibits.compose import Composer
from dashboard.exhibits.glossary import terms
from dashboard.selection import Selection

ONE = "/migration/migration-1"
TERM = '#migration-1 [data-term="apprehension"]'


def test_a_term_tells_its_meaning_and_escape_leaves_the_filters(page: Page, composer: Composer) -> None:
    page.goto(f"{ONE}?years=2000-2016&lang=en")
    term, meaning = page.locator(TERM), page.locator(".meaning")
    expect(term).to_have_count(1)  # the first one of the card, and no other
    listed = terms(composer.dataset)
    told = next(one for one in listed if one.id == "apprehension").meaning.en
    said = composer.compose(composer.exhibits["migration-1"], Selection()).words("en")
    assert page.locator('[data-part="headline"] .term').count() == 0
    assert (page.locator('[data-part="subtitle"]').first.text_content() or "").startswith(said["subtitle"][:40])

    term.hover()
    expect(meaning).to_have_text(told)
    meaning.hover()  # it stays while the pointer is on it
    expect(meaning).to_be_visible()
    page.mouse.move(5, 5)
    expect(meaning).to_be_hidden()

    term.focus()
    expect(meaning).to_be_visible()
    expect(page.locator(f"#{term.get_attribute('aria-describedby')}")).to_have_text(told)
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(page).to_have_url(re.compile("years=2000-2016"))

    # New words are marked again.
    page.keyboard.press("l")
    expect(page.locator('[data-part="notes"]').first).to_contain_text("From FY2020 the counts are encounters")
    expect(page.locator('#migration-1 [data-term="encounter"]')).to_have_count(1)

    term.click()
    expect(page).to_have_url(re.compile(r"/glossary\?lang=en#apprehension$"))
    expect(page.locator(".glossary dt")).to_have_count(len(listed))
    expect(page.locator("#apprehension + dd")).to_contain_text(told)
    page.get_by_role("contentinfo").get_by_role("link", name="Glossary").click()
    expect(page.locator("h1")).to_have_text("Glossary")


def test_a_tap_tells_it_in_spanish_and_nothing_moves(browser: Browser, base_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{base_url}{ONE}?lang=es")
    term = page.locator(TERM)
    expect(term).to_have_count(1)
    expect(page.locator('[data-chart="migration-1"]')).to_have_attribute("data-drawn", re.compile("."))
    before = page.locator('[data-part="subtitle"]').first.bounding_box()
    term.tap()
    expect(page.locator(".meaning")).to_contain_text("Persona detenida por la Patrulla Fronteriza")
    expect(page).to_have_url(re.compile(ONE))
    assert page.locator('[data-part="subtitle"]').first.bounding_box() == before
    box = page.locator(".meaning").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.locator(".meaning").tap()
    expect(page.locator(".meaning")).to_be_visible()
    page.locator("h2").first.tap()
    expect(page.locator(".meaning")).to_be_hidden()
    context.close()
