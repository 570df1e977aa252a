"""Every chapter and every exhibit as a reader opens them."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from dashboard.exhibits.registry import CHAPTERS
from dashboard.site import address

FULL = [chapter for chapter in CHAPTERS if chapter.exhibits]

MARKS = """id => {
  const chart = document.querySelector(`[data-chart="${id}"]`);
  return chart.querySelectorAll('.trace path, .trace .point, .trace .slice, .trace text, .choroplethlayer path, .scattergeo path').length;
}"""
ANY = re.compile(".+")
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"


def drawn(page: Page, exhibit: str) -> None:
    """Wait until an exhibit has been drawn, bringing it into view first."""
    chart = page.locator(f'[data-chart="{exhibit}"]')
    chart.scroll_into_view_if_needed()
    expect(chart).to_have_attribute("data-drawn", ANY)


@pytest.mark.parametrize("chapter", FULL, ids=lambda c: c.id)
@pytest.mark.parametrize("width", [768])
def test_no_page_scrolls_sideways(page: Page, chapter, width: int) -> None:  # type: ignore[no-untyped-def]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{chapter.path}?lang=es&vintage=latest")
    drawn(page, chapter.exhibits[0].id)
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("chapter", FULL, ids=lambda c: c.id)
def test_every_exhibit_has_an_address_of_its_own_and_every_view_is_drawn(page: Page, chapter) -> None:  # type: ignore[no-untyped-def]
    for exhibit in chapter.exhibits:
        page.goto(f"{address(exhibit)}?lang=en")
        drawn(page, exhibit.id)
        assert page.locator("[data-exhibit]").count() == 1
        for view in exhibit.views[1:]:
            page.locator(f'[data-param="view"][data-value="{exhibit.id}:{view.id}"]').click()
            chart = page.locator(f'[data-chart="{exhibit.id}"][data-drawn*=":{view.id}?"]')
            expect(chart).to_be_attached()
            assert page.evaluate(MARKS, exhibit.id) > 0, (exhibit.id, view.id)


# The words that a chart says beside its marks: which leave it, or lie on each other.
FAULTS = """() => {
  const found = [];
  for (const chart of document.querySelectorAll('[data-chart][data-drawn]')) {
    const frame = chart.getBoundingClientRect();
    const boxes = [...chart.querySelectorAll('.annotation-text-g text, .xtick text, .ytick text')]
      .filter(t => t.textContent.trim()).map(t => [t.textContent, t.getBoundingClientRect()]);
    if ([...chart.querySelectorAll('.xtick text, .ytick text')].some(t => /rotate\\((?!0)/.test(t.getAttribute('transform'))))
      found.push(`${chart.dataset.chart}: words on an axis are turned`);
    for (const [words, box] of boxes) {
      if (box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 4 || box.bottom > frame.bottom + 4)
        found.push(`${chart.dataset.chart}: "${words}" leaves the chart`);
    }
    boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
      const w = Math.min(p.right, q.right) - Math.max(p.left, q.left);
      const h = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
      if (w > 2 && h > 4) found.push(`${chart.dataset.chart}: "${a}" overlaps "${b}"`);
    }));
  }
  return found;
}"""


@pytest.mark.parametrize(("lang", "vintage"), [("en", "report"), ("es", "latest")])
@pytest.mark.parametrize("chapter", FULL, ids=lambda c: c.id)
def test_a_chapter_draws_all_its_exhibits_and_no_words_overlap_at_three_widths(
    page: Page,
    chapter,  # type: ignore[no-untyped-def]
    lang: str,
    vintage: str,
) -> None:
    for width in (390, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 1000})
        page.goto(f"{chapter.path}?vintage={vintage}&lang={lang}")
        assert page.locator("html").get_attribute("lang") == lang
        expect(page.locator("[data-exhibit]")).to_have_count(len(chapter.exhibits))
        for exhibit in chapter.exhibits:
            drawn(page, exhibit.id)
            assert page.evaluate(MARKS, exhibit.id) > 0, (width, exhibit.id)
            assert page.locator(f"#{exhibit.id}-headline").inner_text().strip()
        assert page.evaluate(FAULTS) == [], width
        assert page.evaluate(OVERFLOW) <= 0, width


def test_the_figure_on_the_page_carries_the_numbers_of_the_package(page: Page) -> None:
    page.goto("/economy/economy-1?lang=en&view=economy-1:goods")
    drawn(page, "economy-1")
    traces = page.evaluate(
        "document.querySelector('[data-chart=\"economy-1\"]').data.map(t => [t.customdata, [...t.y]])"
    )
    values = {id: value for ids, ys in traces for id, value in zip(ids, ys, strict=True)}
    assert values["us_exports_goods|2015"] == pytest.approx(236.460137)
    assert values["us_imports_goods|2015"] == pytest.approx(296.433325)
    assert json.dumps(sorted(values)[:1]) == '["us_exports_goods|1993"]'


def test_on_a_phone_the_tabs_are_one_line_and_the_current_one_is_in_sight(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/foreign-policy?lang=es")
    current = page.locator(".tabs [aria-current]")
    expect(current).to_be_in_viewport(ratio=1)
    box = page.locator(".tabs").bounding_box()
    assert box["height"] < 60  # type: ignore[index]
    first = page.locator("h2.headline").first
    assert first.bounding_box()["y"] < 844, "the first finding is on the first screen"  # type: ignore[index]
