"""Pictures of every tab for the README: ``python -m tools.screenshots``."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dashboard.exhibits.registry import CHAPTERS
from dashboard.settings import ROOT
from dashboard.site import OVERVIEW, RECOMMENDATIONS
from tools import chromium, servers

FOLDER = ROOT / "docs" / "screenshots"
SIZE = {"width": 1440, "height": 900}


def pages() -> dict[str, str]:
    """File name -> path, for each tab."""
    tabs = {chapter.id: chapter.path for chapter in CHAPTERS if chapter.exhibits}
    return {"overview": OVERVIEW, **tabs, "recommendations": RECOMMENDATIONS}


def take(page: Page, address: str, file: Path) -> None:
    """One tab, once the charts in sight are drawn."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_function("[...document.querySelectorAll('[data-chart]')].every(c => c.dataset.drawn)")
    page.screenshot(path=file)


def main() -> None:
    """Serve, open each tab, save its picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with servers.running() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.ARGUMENTS))
        page = browser.new_context(viewport=SIZE, bypass_csp=True).new_page()  # type: ignore[arg-type]
        for name, path in pages().items():
            take(page, f"{base}{path}?lang=en", FOLDER / f"{name}.png")
            print(FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
