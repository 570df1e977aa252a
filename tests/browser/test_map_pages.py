"""Maps in the browser: drawn without a request to another server, fetched once, pointed at and clicked."""

from typing import Any

from playwright.sync_api import Page

from dashboard.charts.map_frame import pixels, window
from dashboard.charts.regions import states, words_at
from dashboard.charts.theme import SIZES
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS
from dashboard.selection import Selection

STATES, PORTS = "economy-added-states", "economy-added-ports"


def open_map(page: Page, base_url: str, exhibit: str, query: str = "") -> None:
    page.goto(f"{base_url}/economy/{exhibit}?lang=en{query}")
    page.wait_for_selector(f'[data-chart="{exhibit}"][data-drawn]')


def at_state(page: Page, state: str) -> tuple[float, float]:
    """Where a state's words stand on the page, as plotly.js projects them."""
    lon, lat = words_at("united-states", state)
    chart = page.locator(f'[data-chart="{STATES}"]')
    chart.scroll_into_view_if_needed()
    box: Any = chart.bounding_box()
    x, y = chart.evaluate("(chart, at) => chart._fullLayout.geo._subplot.projection(at)", [lon, lat])
    return box["x"] + x, box["y"] + y


def test_states_are_filled_and_not_the_rest_of_the_world(page: Page, base_url: str) -> None:
    open_map(page, base_url, STATES)
    paths = page.locator(f'[data-chart="{STATES}"] path.choroplethlocation')
    assert paths.count() == len(states("united-states"))
    widths = paths.evaluate_all("paths => paths.map(path => path.getBBox().width)")
    whole = page.locator(f'[data-chart="{STATES}"]').evaluate("chart => chart.clientWidth")
    assert max(widths) < whole / 4 and min(widths) > 0


def test_outlines_and_the_drawing_of_maps_come_once_and_only_where_there_is_a_map(page: Page, base_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base_url}/economy/economy-1?lang=en")
    page.wait_for_selector('[data-chart="economy-1"][data-drawn]')
    assert not [url for url in asked if "states." in url or "plotly-maps" in url]
    page.goto(f"{base_url}/economy?lang=en")
    for exhibit in (STATES, PORTS):
        page.wait_for_selector(f'[data-chart="{exhibit}"][data-drawn]', state="attached")
    assert len([url for url in asked if "/maps/states." in url]) == 1
    assert len([url for url in asked if "plotly-maps" in url]) <= 1


def test_a_state_tells_what_it_is_and_a_click_chooses_it(page: Page, base_url: str) -> None:
    open_map(page, base_url, STATES)
    page.mouse.move(*at_state(page, "us-tx"))
    page.wait_for_selector(".hoverlayer .hovertext")
    assert "Texas" in str(page.locator(".hoverlayer").text_content())
    page.mouse.click(*at_state(page, "us-tx"))
    page.wait_for_function("window.location.search.includes('state=us-tx')")


def test_the_server_knows_where_places_stand_in_the_browser(page: Page, base_url: str, composer: Composer) -> None:
    page.set_viewport_size({"width": 1000, "height": 900})
    open_map(page, base_url, PORTS)
    exhibit = next(e for chapter in CHAPTERS for e in chapter.exhibits if e.id == PORTS)
    arranged = composer.compose(exhibit, Selection()).arranged
    chart = page.locator(f'[data-chart="{PORTS}"]')
    size = SIZES["large"]
    width, margin = chart.evaluate("c => [c._fullLayout._size.w, c._fullLayout.margin.t]")
    tall = chart.evaluate("c => c._fullLayout._size.h")
    frame = window(arranged, size)
    scale = min(width / (2 * frame.half), tall / (frame.top - frame.bottom))
    ours = min(size.narrowest / (2 * frame.half), tall / (frame.top - frame.bottom))
    for lon, lat in ((-99.51, 27.5), (-116.94, 32.55)):
        x, y = (part * scale / ours for part in pixels(arranged, size)(lon, lat))
        x += (width - 2 * frame.half * scale) / 2
        y += margin + (tall - (frame.top - frame.bottom) * scale) / 2
        there = chart.evaluate("(c, at) => c._fullLayout.geo._subplot.projection(at)", [lon, lat])
        assert abs(there[0] - x) < 1 and abs(there[1] - y) < 1
