"""How pages look: the gallery of all exhibits, the theme that a reader chose, and that nothing moves while a page loads."""

import re

import pytest
from playwright.sync_api import Page, expect

from dashboard.exhibits.registry import CHAPTERS
from tests.browser.test_chapters import ANY

GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 23, 28)"
BARS = "[...document.querySelectorAll('meta[name=\"theme-color\"]')].map((bar) => bar.content)"
# The ground before anything of ours has run, and at the end: a page that flashes has two.
SEEN = """new MutationObserver(() => {
  if (document.body) (window.seen = window.seen || new Set()).add(getComputedStyle(document.body).backgroundColor);
}).observe(document, { childList: true, subtree: true, attributes: true });"""
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => window.shifts.push(one)))
  .observe({ type: 'layout-shift', buffered: true });"""
SHIFTED = """(all) => {
  const told = (shift) => shift.sources.map(({ node }) => node && (node.id || node.className || node.nodeName)).join(' ');
  const counted = window.shifts.filter((shift) => all || !shift.hadRecentInput);
  window.shifts = [];
  return [counted.reduce((sum, shift) => sum + shift.value, 0), counted.map(told)];
}"""
PAINTED = "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))))"
PAGES = [
    "/",
    "/recommendations",
    "/glossary",
    *sorted((c.path for c in CHAPTERS), key=lambda path: path == "/migration"),
]
PAGES_ON_A_PHONE = ["/", "/recommendations", "/economy/economy-1", "/migration"]


def test_the_gallery_shows_every_view_and_draws_what_comes_near(page: Page) -> None:
    page.goto("/gallery?lang=es")  # it composes every exhibit
    cards = page.locator(".gallery .card")
    expect(cards.first.locator("[data-chart]")).to_have_attribute("data-drawn", ANY, timeout=60_000)
    there = set(page.evaluate("[...document.querySelectorAll('.gallery .card')].map((card) => card.id)"))
    views = {f"{e.id}.{view.id}.report" for chapter in CHAPTERS for e in chapter.exhibits for view in e.views}
    assert views <= there and len(there) > len(views)
    assert page.locator("[data-drawn]").count() < 10, "the others wait"
    for exhibit in ("energy-9", "foreign-policy-added-opinion"):
        page.locator(f'nav a[href="#{exhibit}"]').click()
        chart = page.locator(f"#{exhibit} [data-chart]").first
        expect(chart).to_be_in_viewport(timeout=30_000)
        expect(chart).to_have_attribute("data-drawn", ANY, timeout=30_000)


def test_a_chosen_theme_is_remembered_without_a_flash_until_the_system_s_is_chosen(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.add_init_script(SEEN)
    page.goto("/economy/economy-1?lang=en")
    theme = page.get_by_role("group", name="Theme")
    expect(theme.locator("[aria-current]")).to_have_text("Auto")
    theme.get_by_text("Dark").click()
    expect(page).to_have_url(re.compile("theme=dark"))
    page.goto("/glossary?lang=en")  # an address that says nothing of it
    expect(theme.locator("[aria-current]")).to_have_text("Dark")
    assert page.evaluate("[...window.seen]") == [DARK]
    assert page.evaluate(BARS) == ["#14171c", "#14171c"]
    page.goto("/present/economy?lang=en")
    assert page.evaluate(GROUND) == DARK
    page.goto("/glossary?lang=en&theme=light")  # somebody else's link is not a choice
    assert page.evaluate(GROUND) == LIGHT
    page.goto("/glossary?lang=en")
    assert page.evaluate(GROUND) == DARK
    theme.get_by_text("Auto").click()
    expect(theme.locator("[aria-current]")).to_have_text("Auto")
    assert page.evaluate(GROUND) == LIGHT
    assert page.evaluate(BARS) == ["#ffffff", "#14171c"]
    page.reload()
    expect(theme.locator("[aria-current]")).to_have_text("Auto")
    assert page.evaluate(GROUND) == LIGHT


def test_the_dashboard_has_a_name_and_icons_of_its_own(page: Page) -> None:
    page.goto("/glossary?lang=es")
    manifest = page.evaluate("fetch(document.querySelector('link[rel=manifest]').href).then((answer) => answer.json())")
    assert manifest["lang"] == "es" and manifest["name"] in page.title()
    touch = page.locator('link[rel="apple-touch-icon"]').get_attribute("href")
    size = "(src) => createImageBitmap(new Blob([src])).then((image) => `${image.width}x${image.height}`)"
    load = "(src) => fetch(src).then((answer) => answer.arrayBuffer())"
    pngs = [(icon["src"], icon["sizes"]) for icon in manifest["icons"] if icon["type"] == "image/png"]
    for src, sizes in [*pngs, (touch, "180x180")]:
        assert page.evaluate(f"async (src) => ({size})(await ({load})(src))", src) == sizes


@pytest.mark.parametrize(("width", "lang", "paths"), [(1440, "en", PAGES), (390, "es", PAGES_ON_A_PHONE)])
def test_nothing_moves_while_a_page_loads_and_little_when_a_filter_answers(
    page: Page, width: int, lang: str, paths: list[str]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.add_init_script(SHIFTS)
    moved = {}
    for path in paths:
        page.goto(f"{path}?lang={lang}")
        expect(page.locator("[data-search] input")).to_be_attached()
        if page.locator("[data-chart]").count():
            expect(page.locator("[data-chart]:not([hidden])").first).to_have_attribute("data-drawn", ANY)
        page.evaluate(PAINTED)
        moved[path] = page.evaluate(SHIFTED, False)
    assert page.url.endswith(f"/migration?lang={lang}")
    page.evaluate("window.dashboard.address.set('years', '2005-2012')")
    expect(page.locator("#chips [data-chip]")).to_have_count(1)
    expect(page.locator('[data-chart="migration-1"]')).to_have_attribute("data-drawn", re.compile("years=2005-2012"))
    page.evaluate(PAINTED)
    moved["a filter"] = page.evaluate(SHIFTED, True)
    assert {path: shift for path, shift in moved.items() if shift[0] >= 0.02} == {}
