"""How long the page is blocked while a reader scrolls a chapter from its first exhibit to its last.

python -m bench.scrolling --page /migration?lang=en
"""

from __future__ import annotations

import argparse
import sys

from playwright.sync_api import sync_playwright

from tools import chromium, servers

# Long tasks (50 ms and more), as the browser counts them, from now on.
WATCH = """
window.tasks = [];
new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((task) => task.duration)))
  .observe({ entryTypes: ["longtask"] });
"""
# A screenful at each frame, to the end of the page.
SCROLL = """() => new Promise((resolve) => {
  const step = () => {
    window.scrollBy(0, window.innerHeight / 4);
    const end = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    return end ? window.setTimeout(() => resolve(window.tasks), 500) : requestAnimationFrame(step);
  };
  step();
})"""


def main() -> int:
    """Open the page, scroll, print the longest tasks."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--page", default="/migration?lang=en")
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    if chromium.find() is None:
        print("Chromium is not installed.", file=sys.stderr)
        return 1
    with servers.running() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.ARGUMENTS))
        for _ in range(chosen.runs):
            page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            page.goto(address + chosen.page)
            page.locator("[data-drawn]").first.wait_for()
            page.evaluate(WATCH)
            tasks = sorted(page.evaluate(SCROLL), reverse=True)
            print(f"{chosen.page}: longest tasks while scrolling (ms): {[round(task) for task in tasks[:5]] or 'none'}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
