"""axe finds nothing on any page, in either language and theme, and at 200 % zoom."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.exhibits.registry import CHAPTERS
from dashboard.settings import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# Everything that WCAG 2.2 AA asks for and a program can see, and axe's own good practice.
RUN = """() => axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
  'best-practice']}).then(({violations}) => violations.flatMap(({id, impact, nodes}) => nodes.map(({target, any, all, none}) =>
  `${id} (${impact}) ${target.join(' ')}: ${[...any, ...all, ...none].map((one) => one.message)[0]}`)))"""
WINDOW = {"width": 1440, "height": 900}
ZOOMED = {"width": 720, "height": 450}  # what 200 % leaves of it, in CSS pixels
# Both languages, themes and zooms, each with each; one load a language. Of the long pages, which hold the same parts many
# times over, the first of each language.
STATES = {"en": (("light", WINDOW), ("dark", ZOOMED)), "es": (("dark", ZOOMED), ("light", WINDOW))}
LONG = {"overview", "recommendations", *(chapter.id for chapter in CHAPTERS)}

pytestmark = pytest.mark.skipif(shutil.which("npm") is None, reason="axe comes with npm")


def nothing(page: Page) -> None:
    """The page as it opens, with its charts."""
    expect(page.locator("h1").first).to_be_attached()
    for chart in page.locator("[data-chart]").all()[:1]:
        expect(chart).to_have_attribute("data-drawn", re.compile("."))


def menus(page: Page) -> None:
    """What opens in the bar."""
    nothing(page)
    page.locator(".filter-picker, .tray").evaluate_all("(all) => all.forEach((one) => (one.open = true))")
    expect(page.locator("[data-tray] li")).to_have_count(2)


def everything(page: Page) -> None:
    """Chips, notices, a comparison, and all that opens in a card."""
    expect(page.locator("#chips [data-chip]")).not_to_have_count(0)
    expect(page.locator("#notices .notice")).not_to_have_count(0)
    expect(page.locator('[data-table="economy-1"] table')).to_be_visible()
    expect(page.locator('[data-chart="pinned"]')).to_have_attribute("data-drawn", re.compile("."))
    page.locator("#economy-1 .disclosure summary").click()
    expect(page.locator("#economy-1 .sources h3").first).to_be_visible()
    page.locator("#economy-1 .actions-more").evaluate("(button) => button.click()")
    page.locator("#economy-1 .downloads").evaluate("(menu) => (menu.open = true)")


def help(page: Page) -> None:
    nothing(page)
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()


ALL = "years=1995-2010&direction=us-to-mx&state=atlantis&table=economy-1&pin=economy-1~years:1993-2005&events=main"
PAGES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "overview": ("/?", nothing),
    **{chapter.id: (f"{chapter.path}?", nothing) for chapter in CHAPTERS},
    "recommendations": ("/recommendations?", nothing),
    "glossary": ("/glossary?", nothing),
    "exhibit": ("/economy/economy-5?tray=economy-1,energy-9", menus),
    "embed": ("/embed/economy-1?years=2000-2010", nothing),
    "everything": (f"/economy/economy-1?{ALL}", everything),
    "help": ("/glossary?", help),
    "stage": ("/present/economy?", nothing),
    "speaker": ("/present/economy/speaker?", nothing),
    "nowhere": ("/no-such-page?", nothing),
}


@pytest.mark.parametrize("lang", STATES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, complaints: list[str], name: str, lang: str) -> None:
    address, prepare = PAGES[name]
    states = STATES[lang][: 1 if name in LONG else None]
    page.set_viewport_size(states[0][1])  # type: ignore[arg-type]
    page.goto(f"{address}&lang={lang}")
    prepare(page)
    page.evaluate(AXE.read_text())
    found: dict[str, Any] = {}
    for theme, size in states:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.evaluate("(theme) => (document.documentElement.dataset.theme = theme)", theme)
        found[f"{theme}, {size['width']} px"] = page.evaluate(RUN)
    complaints[:] = [one for one in complaints if name != "nowhere" or "404" not in one]
    assert not any(found.values()), found
