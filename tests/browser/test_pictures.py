"""The "Download" menu: pictures drawn in the browser, the same as the server's; files of the view on show; keys."""

import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page, expect

from dashboard.export import studio
from tools.pictures import differ

ONE = "/economy/economy-1"


def opened(page: Page, path: str = f"{ONE}?lang=en", exhibit: str = "economy-1") -> Locator:
    """The open menu of an exhibit."""
    page.goto(path)
    expect(page.locator(f'[data-chart="{exhibit}"]')).to_have_attribute("data-drawn", re.compile(".+"))
    menu = page.locator(f'[data-downloads="{exhibit}"]')
    menu.locator("summary").click()
    return menu


def entry(menu: Locator, format: str, words: str = "") -> Locator:
    return menu.locator(f'[data-file="{format}"][aria-label="{words}"]' if words else f'[data-file="{format}"]').first


def taken(page: Page, link: Locator) -> tuple[str, bytes]:
    """The name and the bytes of the file that a click on ``link`` saves."""
    with page.expect_download() as download:
        link.click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_png_of_2x_is_drawn_here_with_its_name_and_size(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    menu = opened(page, f"{ONE}?years=2000-2015&lang=en")
    name, body = taken(page, entry(menu, "png", "PNG 2×, As on the page"))
    assert name == "economy-1_us-mexico-trade_2000-2015_2x_en.png"
    image = Image.open(io.BytesIO(body)).convert("RGB")
    assert image.width == 1640
    assert len(image.getcolors(10_000_000) or ()) > 30
    assert "/api/v1/exhibits/economy-1/picture.json" in asked
    assert "/api/v1/exhibits/economy-1.png" not in asked
    expect(menu.get_by_role("status")).to_have_text(f"Saved: {name}")


@pytest.mark.parametrize("exhibit", ["economy-1", "economy-added-states"])
def test_the_browser_draws_what_the_server_draws(page: Page, exhibit: str) -> None:
    if studio.find() is None:
        pytest.skip("no Chromium was found")
    menu = opened(page, f"/economy/{exhibit}?lang=es&theme=dark", exhibit)
    link = entry(menu, "png", "PNG 1×, Diapositiva, 16:9")
    answer = page.request.get(link.evaluate("link => link.href"))
    assert answer.ok
    name, body = taken(page, link)
    assert name in answer.headers["content-disposition"]
    here, there = (Image.open(io.BytesIO(one)).convert("RGB") for one in (body, answer.body()))
    assert here.size == there.size == (1920, 1080)
    assert differ(here, there) < 0.001


def test_an_svg_holds_its_words_as_text_in_a_font_with_fallbacks(page: Page) -> None:
    menu = opened(page, f"{ONE}?lang=es")
    name, body = taken(page, entry(menu, "svg"))
    assert name == "economy-1_comercio-de-bienes_report_es.svg"
    text = body.decode("utf-8")
    assert "Inter, system-ui" in text.replace("&quot;", '"')
    assert "Comercio de EE.\u00a0UU. con México" in text


def test_copy_as_picture_puts_a_png_on_the_clipboard(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    menu = opened(page)
    menu.get_by_role("button", name="Copy as picture").click()
    expect(menu.get_by_role("status")).to_have_text("The picture is on the clipboard.")
    size = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const picture = await createImageBitmap(await item.getType('image/png'));
          return [picture.width, picture.height];
        }"""
    )
    assert size[0] == 1640
    assert size[1] > 1000


def test_a_browser_that_refuses_is_explained(page: Page) -> None:
    page.add_init_script("delete window.ClipboardItem")
    menu = opened(page)
    menu.get_by_role("button", name="Copy as picture").click()
    expect(menu.get_by_role("status")).to_contain_text("Download the PNG instead")


def test_files_are_of_the_view_on_show_or_of_all_rows(page: Page) -> None:
    menu = opened(page)
    page.keyboard.press("Escape")
    page.locator('[data-param="vintage"][data-value="latest"]').click()
    expect(page).to_have_url(re.compile("vintage=latest"))
    menu.locator("summary").click()
    link = entry(menu, "csv")
    expect(link).to_have_attribute("href", re.compile("vintage=latest"))
    shown_name, shown = taken(page, link)
    assert shown_name == "economy-1_us-mexico-trade_latest_en.csv"
    menu.get_by_role("button", name="All rows").click()
    expect(link).to_have_attribute("href", re.compile("rows=all"))
    assert "rows" not in parse_qs(urlsplit(entry(menu, "png").get_attribute("href") or "").query)
    all_name, everything = taken(page, link)
    assert all_name == "economy-1_us-mexico-trade_all-rows_en.csv"
    assert everything.count(b"\n") > shown.count(b"\n")


def test_what_the_server_refuses_is_said_in_its_words(page: Page, complaints: list[str]) -> None:
    menu = opened(page)
    page.route("**/picture.json*", lambda route: route.fulfill(status=429, json={"error": "Too many at once."}))
    entry(menu, "png").click()
    expect(menu.get_by_role("status")).to_have_text("Too many at once.")
    complaints.clear()  # the browser logs the 429


def test_the_menu_is_walked_and_closed_from_the_keyboard_and_escape_keeps_the_filters(page: Page) -> None:
    menu = opened(page, f"{ONE}?years=2000-2010&lang=en")
    page.keyboard.press("ArrowDown")
    expect(entry(menu, "png", "PNG 1×, As on the page")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(entry(menu, "png", "PNG 2×, As on the page")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(menu.locator("summary")).to_be_focused()
    page.keyboard.press("End")
    expect(entry(menu, "parquet")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()
    expect(page).to_have_url(re.compile("years=2000-2010"))


def test_a_click_elsewhere_closes_the_menu(page: Page) -> None:
    menu = opened(page)
    expect(menu).to_have_attribute("open", "")
    page.locator(".kicker").first.click()
    expect(menu).not_to_have_attribute("open", "")


def test_on_a_phone_every_entry_is_large_enough_for_a_finger_and_inside_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    menu = opened(page, f"{ONE}?lang=es")
    for link in menu.locator(".download-menu a, .download-menu button").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["width"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
