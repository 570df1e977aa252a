"""A click on a mark, and how soon the other exhibits of the chapter answer: ours beside plain Dash.

Both are served by gunicorn with two workers. The plain app (`bench.plain_chapters`) shows the same exhibits with the
same rows, a tab a chapter, and one callback a chapter returns whole figures. Clicks on the two alternate, in pages that
stay open, so that what else the machine does falls on both; each click chooses another value. The first round asks
for values that nobody has asked for since the servers started, the second for the same ones again. Times run from the
release of the pointer to the frame after the one in which a chart showed other data.

    python -m bench.gestures --runs 20
    python -m bench.gestures --runs 20 --exhibit migration-8
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.first_load import warm_up
from bench.plain_chapters import VINTAGE, composer
from dashboard.exhibits.base import Chapter, Exhibit
from dashboard.selection import Selection
from tools import chromium, servers

PLAIN = ("--workers=2", "--threads=4", "--bind=127.0.0.1:0", "--no-control-socket", "bench.plain_chapters:server")
SCRIPT = (Path(__file__).parent / "gestures.js").read_text("utf-8")
PLAY = Selection(vintage=VINTAGE)
QUIET_MS = 700  # without a chart that changed: the gesture is over
TOP = 140  # px above the clicked chart: the bars that stick are not in the way
# plotly.js asks another server for outlines of the world, which no map here shows; it is answered at once.
# Scrolls a chart to below the bars; resolves when every chart has been drawn; when none has changed for a while.
SCROLL = "([exhibit, top]) => window.scrollBy(0, window.bench.chart(exhibit).getBoundingClientRect().top - top)"
DRAWN = """(exhibits) => new Promise((resolve) => {
  const there = (exhibit) => (window.bench.chart(exhibit) || {})._fullLayout;
  const look = () => exhibits.every(there) ? window.setTimeout(resolve, 1500) : window.setTimeout(look, 100);
  look();
})"""
UNTIL_QUIET = """(ms) => new Promise((resolve) => {
  const look = () => window.bench.quiet() > ms ? resolve() : window.setTimeout(look, 50);
  look();
})"""
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
WORLD = {
    "type": "Topology",
    "arcs": [],
    "objects": {layer: {"type": "GeometryCollection", "geometries": []} for layer in LAYERS},
}


@dataclass(frozen=True)
class Weight:
    """What the exhibits of a chapter draw, as all that is known."""

    chapter: Chapter
    exhibits: int
    traces: int
    points: int
    kilobytes: float
    rows: int


@dataclass(frozen=True)
class Gesture:
    """What one click took: times in ms, the answers of the server, and which exhibits it redrew.

    ``first_other`` is the time at which the first exhibit but the clicked one shows what it shows in the end,
    ``first_from_server`` the same of those that the server's answer redrew.
    """

    clicked: float
    first_other: float
    first_from_server: float
    all_visible: float
    whole_chapter: float
    sent: float
    server: float
    requests: float
    kilobytes: float
    redrawn: float


def weigh(chapter: Chapter) -> Weight:
    """How heavy a chapter is."""
    payloads = [json.loads(composer.payload(exhibit, PLAY, "en")) for exhibit in chapter.exhibits]
    traces = [trace for payload in payloads for trace in payload["data"]]
    return Weight(
        chapter,
        len(payloads),
        len(traces),
        sum(len(trace.get("customdata") or ()) for trace in traces),
        sum(len(json.dumps(payload, ensure_ascii=False).encode()) for payload in payloads) / 1000,
        sum(len(composer.dataset.exhibits.get(exhibit.id, ())) for exhibit in chapter.exhibits),
    )


def marks_of(exhibit: Exhibit) -> list[str]:
    """A mark for each value that a click on the exhibit can choose, those of the largest series."""
    traces = sorted(composer.compose(exhibit, PLAY).arranged.traces, key=lambda trace: -len(trace.marks))
    found = {mark.selects: mark.id for trace in reversed(traces) for mark in trace.drawn() if mark.selects and mark.y}
    return list(found.values())


def opened(browser: Browser, address: str, chapter: Chapter, plain: bool) -> Page:
    """A page that shows a chapter, with all its charts drawn."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.route("**://cdn.plot.ly/**", lambda route: route.fulfill(json=WORLD))
    page.goto(address if plain else f"{address}{chapter.path}?vintage={VINTAGE}&lang=en")
    if plain:
        page.locator("#chapter").get_by_text(chapter.name["en"], exact=True).click()
    page.evaluate(SCRIPT)
    page.evaluate(DRAWN, [exhibit.id for exhibit in chapter.exhibits])
    return page


def click(page: Page, chapter: Chapter, exhibit: Exhibit, mark: str) -> Gesture:
    """Click a mark, wait until no chart changes any more, and say what happened."""
    exhibits = [one.id for one in chapter.exhibits]
    page.evaluate(SCROLL, [exhibit.id, TOP])
    x, y = page.evaluate("([exhibit, mark]) => window.bench.place(exhibit, mark)", [exhibit.id, mark])
    page.mouse.move(x - 3, y + 1)
    page.mouse.move(x, y)
    page.wait_for_timeout(150)  # plotly.js takes notice of the pointer
    visible = page.evaluate("(exhibits) => window.bench.visible(exhibits)", exhibits)
    page.evaluate("(exhibits) => window.bench.watch(exhibits)", exhibits)
    page.mouse.down()
    page.mouse.up()
    page.evaluate(UNTIL_QUIET, QUIET_MS)
    return summary(page.evaluate("() => window.bench.result()"), exhibit.id, visible)


def summary(result: dict[str, Any], clicked: str, visible: Sequence[str]) -> Gesture:
    """What the page has seen, as one gesture."""
    changes = {exhibit: times for exhibit, times in result["changes"].items() if times}
    answered = max((answer["came"] for answer in result["answers"]), default=math.inf)
    ends = {exhibit: times[-1] for exhibit, times in changes.items()}
    others = [end for exhibit, end in ends.items() if exhibit != clicked]
    return Gesture(
        clicked=changes.get(clicked, [math.nan])[0],
        first_other=min(others, default=math.nan),
        first_from_server=min((end for end in others if end > answered), default=math.nan),
        all_visible=max((ends[exhibit] for exhibit in visible if exhibit in ends), default=math.nan),
        whole_chapter=max(ends.values(), default=math.nan),
        sent=min((answer["sent"] for answer in result["answers"]), default=math.nan),
        server=sum(answer["came"] - answer["sent"] for answer in result["answers"]),
        requests=len(result["answers"]),
        kilobytes=sum(answer["bytes"] for answer in result["answers"]) / 1000,
        redrawn=len(ends),
    )


Rounds = list[list[tuple[Gesture, Gesture]]]


def measure(addresses: tuple[str, str], chapter: Chapter, exhibit: Exhibit, runs: int) -> Rounds:
    """Two rounds of ``runs`` clicks, each on ours and on plain Dash; one click before them does not count."""
    first, *marks = islice(cycle(marks_of(exhibit)), runs + 1)
    for address in addresses:
        warm_up(address)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.ARGUMENTS))
        pages = [
            opened(browser, address, chapter, plain) for address, plain in zip(addresses, (False, True), strict=True)
        ]
        for page in pages:
            click(page, chapter, exhibit, first)
        rounds: Rounds = []
        for _ in range(2):
            rounds.append([])
            for mark in marks:
                ours, plain = (click(page, chapter, exhibit, mark) for page in pages)
                rounds[-1].append((ours, plain))
        browser.close()
    return rounds


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of the values do not exceed (nearest rank)."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def report(pairs: Iterable[tuple[Gesture, Gesture]]) -> str:
    """Median and 95th percentile of both, and the ratios."""
    sides = list(zip(*pairs, strict=True))
    lines = [f"{'':<20}{'ours p50':>10}{'p95':>8}{'plain p50':>12}{'p95':>8}{'ratio p50':>12}{'p95':>8}"]
    for one in fields(Gesture):
        found = [[v for v in (getattr(gesture, one.name) for gesture in side) if not math.isnan(v)] for side in sides]
        if not all(found):
            lines.append(f"{one.name:<20}{'none':>10}")
            continue
        ours, plain = ((statistics.median(values), percentile(values, 0.95)) for values in found)
        ratios = [mine / its if its else math.nan for mine, its in zip(ours, plain, strict=True)]
        lines.append(
            f"{one.name:<20}{ours[0]:>10,.0f}{ours[1]:>8,.0f}{plain[0]:>12,.0f}{plain[1]:>8,.0f}"
            f"{ratios[0]:>12.2f}{ratios[1]:>8.2f}"
        )
    return "\n".join(lines)


def weights() -> tuple[str, Chapter]:
    """How heavy each chapter is, as a table; and the heaviest: the one with the most points."""
    found = sorted(map(weigh, composer.chapters), key=lambda weight: -weight.points)
    lines = [f"{'chapter':<20}{'exhibits':>9}{'traces':>8}{'points':>8}{'kB':>7}{'rows':>8}"]
    lines += [
        f"{one.chapter.id:<20}{one.exhibits:>9}{one.traces:>8}{one.points:>8,}{one.kilobytes:>7,.0f}{one.rows:>8,}"
        for one in found
    ]
    return "\n".join(lines), found[0].chapter


def main() -> int:
    """Measure, and print tables."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--runs", type=int, default=20, help="clicks a round, on each")
    options.add_argument("--exhibit", help="where to click; otherwise the first of the heaviest chapter")
    chosen = options.parse_args()
    if chosen.exhibit and chosen.exhibit not in composer.exhibits:
        options.error(f"--exhibit: allowed are {', '.join(composer.exhibits)}")
    if chromium.find() is None:
        print("Chromium is not installed.", file=sys.stderr)
        return 1
    table, heaviest = weights()
    exhibit = composer.exhibits[chosen.exhibit] if chosen.exhibit else heaviest.exhibits[0]
    chapter = next(one for one in composer.chapters if exhibit in one.exhibits)
    print(table, f"\nA click on a mark of {exhibit.id} at 1440x900, {chosen.runs} values; times in ms.", sep="\n")
    with servers.running() as ours, servers.running(PLAIN) as plain:
        rounds = measure((ours, plain), chapter, exhibit, chosen.runs)
    for name, pairs in zip(("Values that nobody has asked for before", "The same values again"), rounds, strict=True):
        print(f"\n{name}", report(pairs), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
