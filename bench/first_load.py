"""The first visit to a chapter, beside the same visit to a plain Dash page of six charts.

Both are served by gunicorn with two workers. Each visit has a browser with nothing in its cache; visits to the two
alternate, so that what else the machine does falls on both. `--mbit` and `--latency` slow the network down.

    python -m bench.first_load --runs 9
    python -m bench.first_load --runs 5 --mbit 10 --latency 40
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, fields
from urllib.error import HTTPError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from tools import chromium, servers

PLAIN = ("--workers=2", "--threads=4", "--bind=127.0.0.1:0", "--no-control-socket", "bench.plain_dash:server")
MARKS = ".js-plotly-plot .trace, .js-plotly-plot .point"
# Promises the time of the first frame in which a chart has marks.
WATCH = f"""
window.firstChart = new Promise((resolve) => {{
  const look = () => document.querySelector({MARKS!r}) ? resolve(performance.now()) : requestAnimationFrame(look);
  look();
}});
"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass(frozen=True)
class Visit:
    """What one first visit took."""

    kilobytes: float
    requests: float
    first_paint_ms: float
    first_chart_ms: float


@dataclass(frozen=True)
class Network:
    """A connection: bits a second and milliseconds there and back; zero is as the machine has it."""

    mbit: float
    latency: float


def visit(browser: Browser, address: str, network: Network) -> Visit:
    """Visit a page for the first time, until nothing more is loaded.

    Chromium's slowed network now and then stops reading what has long arrived; such a visit is made again.
    """
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        sizes = count(page, network)
        try:
            page.goto(address)
            page.wait_for_selector(MARKS, state="attached")
        except TimeoutError:
            if not network.mbit:
                raise
            print(f"{address} stalled, once more", file=sys.stderr)
            return visit(browser, address, network)
        first_chart = page.evaluate("window.firstChart")
        page.wait_for_load_state("networkidle")
        return Visit(sum(sizes) / 1000, len(sizes), page.evaluate(PAINT), first_chart)


def count(page: Page, network: Network) -> list[float]:
    """A list that grows by the bytes over the wire (headers too) of each request that ends."""
    sizes: list[float] = []
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    if network.mbit:
        rate = network.mbit * 1e6 / 8
        conditions = {
            "offline": False,
            "latency": network.latency,
            "downloadThroughput": rate,
            "uploadThroughput": rate,
        }
        protocol.send("Network.emulateNetworkConditions", conditions)
    return sizes


def warm_up(address: str) -> None:
    """Ask often enough to reach each worker: the first requests to a plain Dash worker can fail (plotly/dash#3971)."""
    for _ in range(30):
        with suppress(HTTPError):
            urlopen(address).close()


def measure(addresses: Sequence[str], runs: int, network: Network) -> list[list[Visit]]:
    """``runs`` visits to each address, alternating; one list an address. One visit before them does not count."""
    for address in addresses:
        warm_up(address)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.ARGUMENTS))
        rounds = [[visit(browser, address, network) for address in addresses] for _ in range(runs + 1)]
        browser.close()
    return [list(visits) for visits in zip(*rounds[1:], strict=True)]


def report(ours: Sequence[Visit], plain: Sequence[Visit]) -> str:
    """Medians, lowest and highest of both, and the ratio of the medians."""
    lines = [f"{'':<16}{'ours':>24}{'plain Dash':>24}{'ratio':>8}"]
    columns = zip(
        fields(Visit), zip(*map(astuple, ours), strict=True), zip(*map(astuple, plain), strict=True), strict=True
    )
    for field, *both in columns:
        middle = [statistics.median(values) for values in both]
        cells = [f"{m:,.0f} ({min(v):,.0f}-{max(v):,.0f})" for m, v in zip(middle, both, strict=True)]
        lines.append(f"{field.name:<16}{cells[0]:>24}{cells[1]:>24}{middle[0] / middle[1]:>8.2f}")
    return "\n".join(lines)


def main() -> int:
    """Measure, and print a table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--page", default="/economy?lang=en", help="the page of ours")
    options.add_argument("--runs", type=int, default=9)
    options.add_argument("--mbit", type=float, default=0, help="megabits a second; 0: as fast as the machine")
    options.add_argument("--latency", type=float, default=0, help="milliseconds added to each request")
    chosen = options.parse_args()
    if chromium.find() is None:
        print("Chromium is not installed.", file=sys.stderr)
        return 1
    with servers.running() as ours, servers.running(PLAIN) as plain:
        visits = measure([ours + chosen.page, plain], chosen.runs, Network(chosen.mbit, chosen.latency))
    print(report(*visits))
    return 0


if __name__ == "__main__":
    sys.exit(main())
