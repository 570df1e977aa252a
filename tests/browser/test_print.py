"""A chapter on paper: every exhibit with its words, drawn, in light colours, without controls."""

import io
import re

import pypdf
import pytest
from playwright.sync_api import Page, expect

from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS
from dashboard.selection import Selection

CONTROLS = ("Copy link", "Download", "Open alone", "Add to tray", "Compare", "Filters", "Skip to", "Sources and gaps")


def printed(page: Page, paper: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(page.pdf(format=paper, print_background=True)))


def words(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "", text)


@pytest.mark.parametrize(("chapter", "paper"), [("economy", "A4"), ("security", "Letter")])
def test_a_chapter_prints_every_exhibit_and_no_controls(
    page: Page, composer: Composer, chapter: str, paper: str
) -> None:
    page.goto(f"/{chapter}?lang=en&theme=dark")
    exhibits = next(c for c in CHAPTERS if c.id == chapter).exhibits
    expect(page.locator(f'[data-chart="{exhibits[0].id}"]')).to_have_attribute("data-drawn", re.compile("."))
    page.emulate_media(media="print")
    for exhibit in exhibits:
        expect(page.locator(f'[data-chart="{exhibit.id}"]')).to_have_attribute("data-drawn", re.compile("."))
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator(f'[data-chart="{exhibits[0].id}"]')).to_have_js_property("layout.font.color", "#171a20")
    document = printed(page, paper)
    text = words(" ".join(sheet.extract_text() for sheet in document.pages))
    for exhibit in exhibits:
        composed = composer.compose(exhibit, Selection())
        assert words(composed.arranged.headline.en) in text, exhibit.id
        assert words(composed.source.en) in text, exhibit.id
    assert [name for name in CONTROLS if words(name) in text] == []
    assert len(exhibits) / 2 <= len(document.pages) <= len(exhibits) + 2
    last = words(document.pages[-1].extract_text())
    assert words(f"from {page.url}") in last and re.search(r"Printed[A-Z][a-z]+\d{1,2}20\d\d", last)


def test_the_page_is_as_before_when_it_was_printed(page: Page) -> None:
    page.goto("/economy/economy-1?lang=en&theme=dark")
    chart = page.locator('[data-chart="economy-1"]')
    expect(chart).to_have_attribute("data-drawn", re.compile("."))
    width = page.evaluate("document.querySelector('[data-chart]').clientWidth")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(chart).to_have_js_property("layout.font.color", "#171a20")
    assert page.evaluate("document.querySelector('[data-chart]').layout.width") != width
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(chart).to_have_js_property("layout.font.color", "#eceef1")
    expect(chart).to_have_js_property("layout.width", width)
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
