"""Presenter mode: by the keyboard alone, without a network, in step with the speaker's window, readable far away."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from dashboard.exhibits.registry import CHAPTERS

ECONOMY = [exhibit.id for exhibit in next(c for c in CHAPTERS if c.id == "economy").exhibits]
LONG = 60_000  # ms: a cold server draws every figure of a chapter


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page on a projector."""
    page.set_viewport_size({"width": 1920, "height": 1080})
    yield page


def on_stage(page: Page, exhibit: str, step: int = 0) -> None:
    stage = page.locator("#stage")
    expect(stage).to_have_attribute("data-exhibit", exhibit, timeout=LONG)
    expect(stage).to_have_attribute("data-step", str(step))
    shows = stage.get_attribute("data-shows") or ""
    expect(page.locator(f'[data-chart="{exhibit}"]')).to_have_attribute("data-drawn", shows)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def ready(page: Page) -> None:
    expect(page.locator("#stage-sign")).to_have_text("Offline ready", timeout=LONG)


def drawn(page: Page) -> set[str]:
    """The ids of the marks of the series that have appeared."""
    ids = page.evaluate(
        """() => document.querySelector('#stage [data-chart]').data
          .filter((t) => t.visible !== false).flatMap((t) => (t.customdata || []).flat())"""
    )
    return {id for id in ids if id}


def test_a_chapter_is_walked_by_keys_alone_from_its_page_and_back(page: Page) -> None:
    page.goto("/economy?vintage=latest&lang=en")
    expect(page.locator('[data-chart="economy-1"]')).to_have_attribute("data-drawn", re.compile("."))
    press(page, "p")
    expect(page).to_have_url(re.compile(r"/present/economy\?vintage=latest&lang=en$"))
    on_stage(page, "economy-1")
    for step in (1, 2, 3, 4):
        press(page, "ArrowRight")
        on_stage(page, "economy-1", step)
    press(page, "PageDown")
    on_stage(page, "economy-2")
    press(page, " ")
    on_stage(page, "economy-3")
    press(page, "PageUp")
    on_stage(page, "economy-2")
    press(page, "Backspace")
    on_stage(page, "economy-1", 4)  # back into all that was built
    press(page, "End")
    on_stage(page, ECONOMY[-1])
    press(page, "ArrowRight")
    expect(page.locator("#stage-notice")).to_have_text("This is the last exhibit.")
    press(page, "Home")
    on_stage(page, "economy-1")
    press(page, "2")
    on_stage(page, "economy-2")
    press(page, "Escape")
    expect(page).to_have_url(re.compile(r"/economy\?vintage=latest&lang=en#economy-2$"))
    expect(page.locator("#economy-2")).to_be_in_viewport()


def test_the_series_appear_one_by_one_without_moving_the_axes(page: Page) -> None:
    page.goto("/present/economy?lang=en")
    on_stage(page, "economy-1")
    top = page.evaluate("document.querySelector('#stage [data-chart]')._fullLayout.yaxis.range[1]")
    assert {id.split("|")[0] for id in drawn(page)} == {"us_exports_goods"}
    press(page, "ArrowRight")
    on_stage(page, "economy-1", 1)
    assert {id.split("|")[0] for id in drawn(page)} == {"us_exports_goods", "us_services_exports"}
    press(page, "ArrowRight", "ArrowRight", "ArrowRight")
    on_stage(page, "economy-1", 4)
    assert "total_trade_goods_services|2015" in drawn(page)
    assert page.evaluate("document.querySelector('#stage [data-chart]')._fullLayout.yaxis.range[1]") == top


def test_the_address_restores_the_stage(page: Page, context: BrowserContext) -> None:
    page.goto("/present/economy?years=2000-2010&vintage=latest&view=economy-1:goods&lang=en#economy-1")
    on_stage(page, "economy-1")
    assert {int(id.split("|")[1]) for id in drawn(page)} == set(range(2000, 2011))
    press(page, "v", "ArrowRight")
    on_stage(page, "economy-2")
    other = context.new_page()
    other.goto(page.url)
    on_stage(other, "economy-2")
    expect(other.locator('[data-chip="years"]')).to_have_text("Years: 2000–2010")
    press(other, "ArrowLeft")
    on_stage(other, "economy-1")
    expect(other.locator("#stage-kicker")).to_contain_text("View 4 of 5: Services")
    other.close()


def test_the_network_may_go_once_the_sign_says_so(page: Page, context: BrowserContext, complaints: list[str]) -> None:
    page.goto("/present/economy?lang=en")
    ready(page)
    asked: list[str] = []
    context.set_offline(True)
    page.on("request", lambda request: asked.append(request.url))
    press(page, "2")
    on_stage(page, "economy-2")
    before = drawn(page)
    press(page, "l")
    expect(page.locator("#stage-vintage")).to_have_text("And since?")
    expect(page.locator("#stage .headline")).to_contain_text("2024")
    assert max(id.split("|")[1] for id in drawn(page)) > max(id.split("|")[1] for id in before)
    press(page, "v")
    expect(page.locator("#stage [data-chart]")).to_have_attribute("data-drawn", re.compile("economy-2:editions"))
    press(page, "ArrowRight")
    on_stage(page, "economy-3")
    press(page, "ArrowLeft")
    on_stage(page, "economy-2")
    press(page, "9")  # a map, of which none was drawn before
    on_stage(page, "economy-added-states")
    expect(page.locator("#stage .choroplethlayer path").first).to_be_attached()
    assert [url for url in asked if "/static/" not in url] == []

    address = page.url
    press(page, "y")
    page.keyboard.type("2001-2011")
    press(page, "Enter")
    expect(page.locator("#stage-notice")).to_contain_text("No network, and this filter was not fetched ahead")
    expect(page).to_have_url(address)
    press(page, "Escape")  # puts the message away
    expect(page.locator("#stage-notice")).to_be_hidden()
    press(page, "Escape")
    expect(page.locator("#stage-notice")).to_contain_text("cannot be opened now")

    page.reload()  # the page itself was kept too
    on_stage(page, "economy-added-states")
    context.set_offline(False)
    complaints.clear()  # the browser says of each request that it failed


def test_filters_that_were_seen_once_work_without_a_network(
    page: Page, context: BrowserContext, complaints: list[str]
) -> None:
    page.goto("/present/economy?lang=en#economy-1:4")
    ready(page)
    press(page, "y")
    page.keyboard.type("2000-2010")
    press(page, "Enter")
    expect(page.locator('[data-chip="years"]')).to_have_text("Years: 2000–2010")
    expect(page.locator("#stage-sign")).to_contain_text("Fetching")
    ready(page)  # the other exhibits under the filter
    context.set_offline(True)
    press(page, "2")
    on_stage(page, "economy-2")
    assert {int(id.split("|")[1]) for id in drawn(page)} == set(range(2000, 2011))
    press(page, "u")
    expect(page.locator('[data-chip="years"]')).to_have_count(0)
    expect(page.locator("#stage [data-chart]")).not_to_have_attribute("data-drawn", re.compile("years="))
    assert "us_direct_investment_position_in_mexico_bea2020|2015" in drawn(page)
    context.set_offline(False)
    complaints.clear()


def test_filters_on_stage_are_undone_and_the_opening_state_comes_back(page: Page) -> None:
    page.goto("/present/economy?vintage=latest&lang=en#economy-1:4")
    on_stage(page, "economy-1", 4)
    press(page, "y")
    page.keyboard.type("20x")
    press(page, "Enter")
    expect(page.locator("#stage-panel [role=alert]")).to_contain_text("Write 2000-2015, or 2008,2012")
    page.keyboard.type("2005-2012")
    press(page, "Enter")
    expect(page).to_have_url(re.compile("years=2005-2012&vintage=latest"))
    expect(page.locator('[data-chip="years"]')).to_be_visible()
    press(page, "d", "ArrowDown", "Enter", "Escape")
    expect(page).to_have_url(re.compile("years=2005-2012&direction=mx-to-us"))
    expect(page.locator('[data-chip="direction"]')).to_have_text("Direction: Mexico to U.S.")
    press(page, "Control+z")
    expect(page).to_have_url(re.compile(r"years=2005-2012&vintage=latest&lang"))
    press(page, "u")
    expect(page).to_have_url(re.compile(r"\?vintage=latest&lang=en"))
    press(page, "u")
    expect(page.locator("#stage-notice")).to_have_text("There is no filter to undo.")
    press(page, "l", "v", "0")
    expect(page).to_have_url(re.compile(r"/present/economy\?vintage=latest&lang=en#economy-1$"))
    on_stage(page, "economy-1")


def test_a_click_on_a_mark_filters_on_the_scaled_stage(page: Page) -> None:
    page.goto("/present/economy?lang=en#economy-1:4")
    on_stage(page, "economy-1", 4)
    at = page.evaluate(
        """() => {
          const gd = document.querySelector('#stage [data-chart]'), layout = gd._fullLayout;
          const curve = gd.data.findIndex((t) => t.uid === 'us_imports_goods');
          const i = gd.data[curve].x.indexOf(2010), bar = gd.calcdata[curve][i], box = gd.getBoundingClientRect();
          const times = box.width / gd.offsetWidth;
          return [box.left + times * (layout.xaxis._offset + layout.xaxis.d2p(2010)),
                  box.top + times * (layout.yaxis._offset + layout.yaxis.d2p(bar.b + bar.s / 2))];
        }"""
    )
    page.mouse.click(*at)
    expect(page).to_have_url(re.compile("years=2010&from=economy-1&lang=en#economy-1:4"))
    expect(page.locator("#stage [data-chart]")).to_have_attribute("data-emphasis", '{"years":["2010"]}')


def test_the_marks_of_the_chart_on_stage_are_walked_and_left_by_the_keyboard(page: Page) -> None:
    page.goto("/present/economy?lang=en#economy-2")
    on_stage(page, "economy-2")
    press(page, "m", "ArrowLeft", "ArrowLeft")
    expect(page.locator("#live")).to_contain_text("2014, 109.7 billion dollars")
    press(page, "Enter")
    expect(page).to_have_url(re.compile("years=2014"))
    press(page, "Escape", "ArrowRight")
    on_stage(page, "economy-3")


def test_a_number_goes_to_its_exhibit(page: Page) -> None:
    page.goto("/present/economy?lang=en")
    on_stage(page, "economy-1")
    press(page, "5")
    on_stage(page, "economy-5")
    press(page, "1")  # 1, or 10?
    expect(page.locator("#stage-goto")).to_have_text("Go to 1: Enter")
    press(page, "0")
    on_stage(page, ECONOMY[9])
    press(page, "1", "Enter")
    on_stage(page, "economy-1")
    page.goto("/present/foreign-policy?lang=es")
    on_stage(page, "foreign-policy-mechanisms")
    press(page, "9")
    expect(page.locator("#stage-notice")).to_have_text("No hay gráfica 9; son 4.")


def test_the_screen_goes_black_and_comes_back(page: Page) -> None:
    page.goto("/present/economy?lang=en")
    on_stage(page, "economy-1")
    for there, back in (("b", "b"), (".", "ArrowRight")):
        press(page, there)
        expect(page.locator("#stage-black")).to_be_visible()
        box = page.locator("#stage-black").bounding_box()
        assert (
            box and box["x"] <= 0 >= box["y"] and box["x"] + box["width"] >= 1920 and box["y"] + box["height"] >= 1080
        )
        press(page, back)
        expect(page.locator("#stage-black")).to_be_hidden()
    on_stage(page, "economy-1", 1)


def test_every_key_is_in_the_help_and_is_a_button_there(page: Page) -> None:
    page.goto("/present/economy?lang=en")
    on_stage(page, "economy-1")
    press(page, "?")
    panel = page.locator("#stage-panel")
    expect(panel.locator("li")).to_have_count(17)
    panel.get_by_role("button", name="Last exhibit").click()
    on_stage(page, ECONOMY[-1])
    expect(panel).to_be_hidden()


SIZES = """() => {
  const main = document.querySelector('#stage'), times = main.getBoundingClientRect().width / main.offsetWidth, found = {};
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, words = walker.currentNode.textContent.trim();
    if (words && element.getClientRects().length && !element.closest('.unseen')) {
      const own = element.getCTM && !(element instanceof HTMLElement) ? element.getCTM() : { a: 1, b: 0 };
      found[words] = parseFloat(getComputedStyle(element).fontSize) * times * Math.hypot(own.a, own.b);
    }
  }
  return found;
}"""


@pytest.mark.parametrize(("size", "least"), [((1920, 1080), 28), ((1024, 768), 18)], ids=lambda value: str(value))
@pytest.mark.parametrize("chapter", ["economy", "energy"])
def test_every_word_on_stage_is_large_enough(page: Page, size: tuple[int, int], least: int, chapter: str) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"/present/{chapter}?years=2000-2015&lang=es")
    exhibits = [exhibit.id for exhibit in next(c for c in CHAPTERS if c.id == chapter).exhibits]
    small: dict[str, float] = {}
    for exhibit in exhibits:
        expect(page.locator("#stage")).to_have_attribute("data-exhibit", exhibit, timeout=LONG)
        chart = page.locator(f'[data-chart="{exhibit}"]')
        empty = page.locator('#stage [data-part="empty"]')
        expect(page.locator("#stage")).to_have_attribute("data-shows", re.compile("."), timeout=LONG)
        if not empty.inner_text():
            expect(chart).to_have_attribute("data-drawn", re.compile("."))
        found: dict[str, float] = page.evaluate(SIZES)
        assert len(found) > 6, exhibit
        small |= {f"{exhibit}: {words}": px for words, px in found.items() if px < least}
        if exhibit != exhibits[-1]:
            press(page, *str(exhibits.index(exhibit) + 2))
    assert small == {}


def test_nothing_moves_from_exhibit_to_exhibit(page: Page) -> None:
    page.goto("/present/economy?lang=en")
    places: set[tuple[Any, ...]] = set()
    for number, exhibit in enumerate(ECONOMY[:6], 1):
        press(page, str(number), "Enter") if number == 1 else press(page, str(number))
        expect(page.locator("#stage")).to_have_attribute("data-exhibit", exhibit, timeout=LONG)
        boxes = [page.locator(f"#stage {name}").bounding_box() for name in (".headline", ".stage-body", ".stage-foot")]
        places.add(tuple(tuple(box.values()) for box in boxes if box))
    assert len(places) == 1


def test_the_speaker_s_window_and_the_stage_stay_in_step(page: Page, context: BrowserContext) -> None:
    page.goto("/present/economy?lang=en&theme=dark#economy-1:4")
    ready(page)
    context.set_offline(True)  # the window asks no server
    with context.expect_page() as opened:
        press(page, "s")
    speaker = opened.value
    headline = page.locator("#stage .headline")
    expect(speaker.locator("html")).to_have_attribute("data-theme", "dark")
    expect(speaker.locator("#speaker-headline")).to_have_text(headline.inner_text())
    expect(speaker.locator("#speaker-notes li").first).to_contain_text("Services by country begin in 1999")
    expect(speaker.locator("#speaker-newest")).to_contain_text("2025")
    expect(speaker.locator("#speaker-sources li").first).to_contain_text("Census")
    following = speaker.locator("#speaker-next-headline").inner_text()
    expect(speaker.locator("#speaker-place")).to_have_text("1 / 10 · Step 5 of 5")
    press(speaker, "ArrowRight")  # there, and it moves here
    on_stage(page, "economy-2")
    expect(headline).to_have_text(following)
    press(page, "l")  # here, and it moves there
    expect(speaker.locator("#speaker-kicker")).to_contain_text("And since?")
    expect(speaker.locator("#speaker-headline")).to_have_text(headline.inner_text())
    speaker.get_by_role("button", name="Black screen").click()
    expect(page.locator("#stage-black")).to_be_visible()
    expect(speaker.get_by_role("button", name="The screen is black")).to_have_attribute("aria-pressed", "true")
    expect(speaker.locator("#speaker-timer")).to_have_text(re.compile(r"^0:\d\d:\d\d$"))
    press(speaker, "End")
    expect(speaker.locator("#speaker-next-headline")).to_have_text("That was the last exhibit.")
    speaker.close()
    context.set_offline(False)


def test_cards_of_two_chapters_are_put_in_a_tray_ordered_and_presented(page: Page) -> None:
    page.goto("/economy?lang=en")
    page.locator("#economy-2 .actions-more").click()
    page.locator('[data-tray-card="economy-2"]').click()
    expect(page).to_have_url(re.compile(r"\?tray=economy-2&lang=en"))
    page.get_by_role("link", name="Energy", exact=True).click()
    expect(page).to_have_url(re.compile(r"/energy\?tray=economy-2&lang=en"))
    page.locator("#energy-9 .actions-more").click()
    page.locator('[data-tray-card="energy-9"]').click()
    page.locator('[data-tray-card="energy-6"]').click()
    expect(page.locator('[data-tray-card="energy-6"]')).to_have_text("Take from tray")
    page.locator(".tray summary").click()
    expect(page.locator(".tray summary")).to_have_text("Tray (3)")
    rows = page.locator(".tray li")
    rows.nth(2).get_by_role("button", name="Move up").click()
    expect(page).to_have_url(re.compile("tray=economy-2,energy-6,energy-9"))
    rows.nth(0).get_by_role("button", name="Remove").click()
    expect(page).to_have_url(re.compile("tray=energy-6,energy-9"))
    rows.nth(1).get_by_role("button", name="Move up").click()
    expect(page).to_have_url(re.compile("tray=energy-9,energy-6"))
    slides = page.get_by_role("link", name="Slides (PPTX)")
    assert slides.get_attribute("href") == "/api/v1/deck.pptx?cards=energy-9,energy-6&lang=en"
    page.get_by_role("link", name="Present these").click()
    expect(page).to_have_url(re.compile(r"/present\?tray=energy-9,energy-6&lang=en"))
    on_stage(page, "energy-9")
    press(page, "ArrowRight")
    on_stage(page, "energy-6")
    press(page, "Escape")
    expect(page).to_have_url(re.compile(r"/energy\?tray=energy-9,energy-6&lang=en#energy-6"))


def test_a_finger_swipes(browser: Browser, base_url: str) -> None:
    context = browser.new_context(viewport={"width": 1024, "height": 768}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{base_url}/present/economy?lang=en#economy-2")
    on_stage(page, "economy-2")
    cdp = context.new_cdp_session(page)

    def swipe(start: int, end: int) -> None:
        for kind, x in (("touchStart", start), ("touchMove", (start + end) // 2), ("touchMove", end)):
            cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 120}]})
        cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe(800, 300)
    on_stage(page, "economy-3")
    swipe(300, 800)
    on_stage(page, "economy-2")
    swipe(500, 480)  # no swipe
    on_stage(page, "economy-2")
    context.close()


def test_a_number_goes_to_its_exhibit_and_the_enter_that_follows_does_nothing_more(page: Page) -> None:
    page.goto("/present/migration?lang=en")
    expect(page.locator("#stage")).to_have_attribute("data-exhibit", "migration-1")
    page.keyboard.press("7")
    page.keyboard.press("Enter")
    expect(page.locator("#stage-place")).to_contain_text("7 / ")
    page.keyboard.type("99")  # 9, and 9 again
    page.keyboard.press("Enter")
    expect(page.locator("#stage-place")).to_contain_text("9 / ")
    page.keyboard.press("1")
    page.keyboard.press("2")
    expect(page.locator("#stage-place")).to_contain_text("12 / ")
    page.keyboard.press("Enter")
    expect(page.locator("#stage-place")).to_contain_text("12 / ")
    page.keyboard.type("1")
    page.keyboard.press("9")
    expect(page.locator("#stage-notice")).to_contain_text("There is no exhibit 19")
    page.keyboard.press("Escape")  # the message goes, the presentation does not
    expect(page.locator("#stage-notice")).to_be_hidden()
    assert "/present/migration" in page.url


def test_an_exhibit_that_is_on_its_way_is_named_and_no_other_is_shown(page: Page) -> None:
    page.goto("/present/energy?lang=en")
    expect(page.locator("#stage")).to_have_attribute("data-exhibit", "energy-1")
    held: list[Route] = []
    page.route("**/energy-2*", lambda route: held.append(route))
    page.goto("/present/energy?lang=en&years=2016#energy-1")
    expect(page.locator("#stage-place")).to_contain_text("1 / 10")
    page.keyboard.press("2")
    expect(page.locator("#stage-place")).to_have_text("2 / 10")
    expect(page.locator("#stage-kicker")).to_contain_text("loading")
    expect(page.locator("#stage [data-chart='energy-2'] .main-svg")).to_have_count(0)
    for route in held:
        route.continue_()
    expect(page.locator("#stage-kicker")).not_to_contain_text("loading")
    expect(page.locator("#stage [data-chart='energy-2'] .main-svg").first).to_be_attached()
