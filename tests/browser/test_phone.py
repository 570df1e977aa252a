"""A phone in emulated touch: the journey of a reader from a shared link to the stage, and a walk over all pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from dashboard.exhibits.registry import CHAPTERS
from dashboard.site import GLOSSARY, OVERVIEW, RECOMMENDATIONS
from tests.browser.marks import at, chart

PHONE: dict[str, Any] = {"has_touch": True, "is_mobile": True, "viewport": {"width": 390, "height": 844}}
PERMISSIONS = ["clipboard-read", "clipboard-write"]
CHAPTER_PATHS = [chapter.path for chapter in CHAPTERS if chapter.exhibits]
# Spanish words are the longer ones; of English a page of each kind.
WALK = [
    *(f"{path}?lang=es" for path in (OVERVIEW, *CHAPTER_PATHS, RECOMMENDATIONS, GLOSSARY)),
    *(f"{path}?lang=en&vintage=latest" for path in (OVERVIEW, "/migration", "/economy/economy-1", RECOMMENDATIONS)),
]
# What a finger must meet, and its px where they are too few. Words within a sentence keep its line (`.term`), as WCAG 2.5.8
# allows; the skip link is for keys; a tick box is met by its label.
SMALL = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [role=button]')].flatMap((one) => {
  const target = one.type === 'checkbox' ? one.closest('label') : one;
  if (!target.getClientRects().length || target.matches('.term, .skip') || target.closest('.js-plotly-plot')) return [];
  const { width, height } = target.getBoundingClientRect();
  return width > 43.5 && height > 43.5 ? [] : [`${target.outerHTML.slice(0, 90)} is ${width} x ${height}`];
})"""
# Boxes for text into which a phone would zoom.
ZOOMING = """() => [...document.querySelectorAll('input:not([type=checkbox]), select')]
  .filter((one) => one.getClientRects().length && parseFloat(getComputedStyle(one).fontSize) < 16)
  .map((one) => one.outerHTML.slice(0, 90))"""
# Words of a chart that touch each other or are cut by its edge; more ticks than a phone can tell apart.
WORDS = """() => [...document.querySelectorAll('[data-chart][data-drawn]')].flatMap((chart) => {
  const frame = chart.getBoundingClientRect(), found = [];
  const boxes = (what) => [...chart.querySelectorAll(what)].filter((t) => t.textContent.trim())
    .map((t) => [t.textContent, t.getBoundingClientRect()]);
  const touching = (words, room) => words.forEach(([a, p], i) => words.slice(i + 1).forEach(([b, q]) => {
    const beside = Math.max(p.left, q.left) - Math.min(p.right, q.right);
    if (beside < room && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 4) found.push(`"${a}" touches "${b}"`);
  }));
  const ticks = boxes('.xtick text');
  touching(ticks, 4);
  touching(boxes('.annotation-text-g text, .xtick text, .ytick text'), 1);
  if (new Set(ticks.map(([words]) => words)).size > 6) found.push(`${ticks.length} ticks`);
  boxes('text').forEach(([words, box]) => {
    if (box.left < frame.left - 2 || box.right > frame.right + 2) found.push(`"${words}" is cut`);
  });
  return found.map((what) => `${chart.dataset.chart}: ${what}`);
})"""


def finger(page: Page) -> CDPSession:
    """A finger that can be moved."""
    return page.context.new_cdp_session(page)


def swipe(touch: CDPSession, y: int, start: int, end: int) -> None:
    """Move it sideways."""
    for kind, x in (("touchStart", start), ("touchMove", (start + end) // 2), ("touchMove", end)):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def left(of: Locator) -> float:
    """Where it begins in the window."""
    box = of.bounding_box()
    assert box
    return box["x"]


@pytest.mark.browser_context_args(**PHONE, permissions=PERMISSIONS)
def test_the_journey_of_a_reader_with_a_phone(page: Page) -> None:
    page.goto("/economy/economy-1?years=2000-2010&lang=en")  # a shared link
    card = page.locator("#economy-1")
    expect(card.locator(".headline")).to_be_in_viewport(ratio=1)
    expect(page.locator("[data-chip=years]")).to_be_in_viewport(ratio=1)
    chart(page, "economy-1")
    page.evaluate("scrollTo(0, 0)")

    # The sheet of filters keeps the focus, tells what a choice did, and closes in three ways.
    opener, sheet = page.get_by_role("button", name="Filters (1)"), page.get_by_role("dialog", name="Filters")
    opener.tap()
    expect(sheet.get_by_label("First year")).to_have_value("2000")
    chip, top = page.locator("[data-chip=years]").bounding_box(), sheet.bounding_box()
    assert chip and top and chip["y"] + chip["height"] <= top["y"] and top["y"] + top["height"] == 844
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('.sheet')")
    assert page.evaluate(SMALL) == page.evaluate(ZOOMING) == []
    sheet.locator("[data-filter=direction] summary").tap()
    sheet.get_by_label("Mexico to U.S.").tap()
    expect(page).to_have_url(re.compile("direction=mx-to-us"))
    expect(sheet.get_by_role("status")).not_to_be_empty()
    sheet.locator("summary").first.focus()
    page.keyboard.press("l")  # the keys of the page rest
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    opener = page.get_by_role("button", name="Filters (2)")
    expect(opener).to_be_focused()
    expect(page).to_have_url(re.compile(r"years=2000-2010&direction=mx-to-us&lang=en$"))
    expect(card.locator(".headline")).not_to_contain_text("6.5-fold")
    opener.tap()
    page.touchscreen.tap(195, 20)  # beside it
    expect(sheet).to_be_hidden()
    opener.tap()
    sheet.get_by_role("button", name="Clear all").tap()
    expect(page.locator("[data-chip]")).to_have_count(0)
    sheet.get_by_role("button", name="Show the charts").tap()
    expect(sheet).to_be_hidden()
    expect(page.locator(".bar .filter-years")).to_have_count(1)  # back in its place

    # A tap selects and says the value, the second takes it back.
    place = at(page, "economy-1", "us_imports_goods|2008")
    page.touchscreen.tap(*place)
    expect(page).to_have_url(re.compile("years=2008"))
    expect(page.locator('[data-chart="economy-1"] .hoverlayer')).to_contain_text("215.9")
    page.touchscreen.tap(*at(page, "economy-1", "us_imports_goods|2008"))
    expect(page).to_have_url(re.compile(r"\?lang=en$"))

    # The table scrolls under its first column.
    actions = card.locator(".actions")
    assert actions.locator(":scope > :visible").all_inner_texts() == ["Table", "Download", "Copy link", "More"]
    actions.get_by_text("Table").tap()
    scroll = card.locator(".table-slot .table-scroll")
    year, number = scroll.locator("tbody th").first, scroll.locator("tbody td").first
    head, before, moved = scroll.locator("thead th").first, left(year), left(number)
    scroll.evaluate("(e) => { e.scrollLeft = 60; e.scrollTop = 200; }")
    assert left(year) == left(head) == before and left(number) == moved - 60
    box = year.bounding_box()
    assert box and box["width"] < 0.45 * 358
    assert (
        scroll.evaluate(
            "(e) => e.querySelector('thead th').getBoundingClientRect().top - e.getBoundingClientRect().top"
        )
        < 2
    )

    # A file, the link, and what stands behind "More".
    actions.get_by_text("Download").tap()
    assert page.evaluate(SMALL) == []
    with page.expect_download() as got:
        actions.get_by_role("link", name="CSV").tap()
    assert got.value.suggested_filename.endswith(".csv")
    actions.get_by_text("Copy link").tap()
    expect(page.locator("#live")).to_have_text("Link copied")
    assert re.search(r"/economy/economy-1\?table=economy-1&lang=en$", page.evaluate("navigator.clipboard.readText()"))
    actions.get_by_role("button", name="More").tap()
    for words in ("Listen", "Add to tray", "Embed", "Compare", "Present"):
        expect(actions.get_by_text(words)).to_be_visible()
    assert page.evaluate(SMALL) == []

    # On stage a finger swipes on: through the series that appear one by one, to the next exhibit, and back.
    actions.get_by_text("Present").tap()
    stage, touch = page.locator("#stage"), finger(page)
    expect(stage.locator('[data-chart="economy-1"] .main-svg').first).to_be_attached()
    steps = int(str(stage.get_attribute("data-steps")))
    for step in range(1, steps):
        swipe(touch, 420, 330, 60)
        expect(stage).to_have_attribute("data-step", str(step))
    swipe(touch, 420, 330, 60)
    expect(stage).not_to_have_attribute("data-exhibit", "economy-1")
    swipe(touch, 420, 60, 330)
    expect(stage).to_have_attribute("data-exhibit", "economy-1")


@pytest.mark.browser_context_args(**PHONE)
def test_a_card_is_shared_and_the_contents_lead_from_one_to_another(page: Page) -> None:
    page.add_init_script("navigator.share = async (what) => (window.shared = what)")
    page.add_init_script("navigator.clipboard.writeText = async (text) => (window.copied = text)")
    page.goto("/migration?lang=es&view=migration-9:states")
    chart(page, "migration-1")
    page.locator("#migration-1 .actions").get_by_role("button", name="Compartir").tap()
    shared = page.evaluate("shared")
    assert shared["title"] == page.locator("#migration-1 .headline").inner_text()
    assert re.search(r"/migration/migration-1\?view=migration-9:states&lang=es$", shared["url"])
    views = page.locator("#migration-9 .views")
    views.scroll_into_view_if_needed()
    expect(views.locator("[aria-current]")).to_be_in_viewport(ratio=1)  # one line that scrolls, and has scrolled
    height = views.bounding_box()
    assert height and height["height"] < 60
    assert page.evaluate("window.copied") is None
    page.get_by_role("button", name="En este capítulo").tap()
    sheet = page.get_by_role("dialog", name="En este capítulo")
    links = sheet.get_by_role("link")
    expect(links.first).to_be_in_viewport(ratio=1)
    assert links.count() == len(next(c for c in CHAPTERS if c.id == "migration").exhibits)
    links.nth(3).tap()
    expect(sheet).to_be_hidden()
    expect(page.locator("#migration-4 .headline")).to_be_in_viewport(ratio=1)
    expect(page).to_have_url(re.compile("#migration-4$"))
    page.locator(".search input").fill("remesas")
    found = page.get_by_role("option").first
    box = found.bounding_box()
    assert box and box["height"] >= 44
    found.tap(position={"x": box["width"] - 8, "y": 6})  # anywhere on its line
    expect(page).to_have_url(re.compile("/migration/"))
    expect(page.locator(".filters .year").first).to_be_attached()
    page.set_viewport_size({"width": 844, "height": 390})  # on its side
    expect(page.locator(".bar")).to_have_css("position", "static")
    expect(page.locator("html")).to_have_js_property("scrollWidth", 844)


@pytest.mark.browser_context_args(**PHONE)
def test_every_page_fits_a_phone_and_a_finger(page: Page) -> None:
    faults = []
    for path in WALK:
        page.set_viewport_size(PHONE["viewport"])
        page.goto(path)
        expect(page.locator("main")).to_be_visible()
        expect(page.locator("[data-chart]:not([data-drawn]):not([hidden])")).to_have_count(0)
        faults += [f"{path}: {fault}" for check in (SMALL, ZOOMING, WORDS) for fault in page.evaluate(check)]
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            expect(page.locator("html"), path).to_have_js_property("scrollWidth", width)
    assert not faults, "\n".join(faults)
