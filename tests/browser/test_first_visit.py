"""What a person can do is said once, quietly, on the first chart; all keys are told on ``?``."""

import re

from playwright.sync_api import Page, expect

from dashboard.pages import keys

DRAWN = re.compile(".+")


def test_the_hint_goes_for_good_after_the_first_gesture(page: Page) -> None:
    page.goto("/economy?lang=en")
    hint, chart = page.locator(".first-visit"), page.locator('[data-chart="economy-1"]')
    expect(hint).to_have_count(1)
    expect(hint).to_contain_text("drag to choose years")
    card = page.locator("#economy-1").bounding_box()
    box = hint.bounding_box()
    kicker = page.locator("#economy-1 .kicker").evaluate(
        "(e) => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect().right }"
    )
    headline = page.locator("#economy-1-headline").bounding_box()
    assert card and box and headline
    assert kicker < box["x"] and box["x"] + box["width"] <= card["x"] + card["width"] + 1
    assert box["y"] + box["height"] <= headline["y"] + 4  # on the line of the kicker: it covers nothing
    place = headline["y"]

    expect(chart).to_have_attribute("data-drawn", DRAWN)
    chart.focus()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(hint).to_have_count(0)
    expect(page).to_have_url(re.compile("from=economy-1"))
    after = page.locator("#economy-1-headline").bounding_box()
    assert after and abs(after["x"] - headline["x"]) < 1 and place > 0
    page.goto("/security?lang=es")
    expect(page.locator(".term").first).to_be_attached()  # marked after the hint would have been placed
    expect(hint).to_have_count(0)


def test_it_can_be_dismissed_and_all_keys_are_told(page: Page) -> None:
    page.goto("/security?years=2008-2016&lang=es")
    hint, help = page.locator(".first-visit"), page.locator("#help")
    expect(hint).to_contain_text("teclas")
    hint.get_by_role("button", name="Cerrar la sugerencia").click()
    expect(hint).to_have_count(0)
    expect(page.locator("[data-chart]").first).to_be_focused()

    page.keyboard.press("?")
    expect(help).to_be_visible()
    expect(help.locator("dt")).to_have_text([one.key.es for group in keys.groups() for one in group.keys])
    expect(help.locator("dd")).to_have_text([one.does.es for group in keys.groups() for one in group.keys])
    page.keyboard.press("l")  # the keys of the page rest
    page.keyboard.press("Escape")
    expect(help).to_be_hidden()
    expect(page.locator("[data-chart]").first).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?years=2008-2016&lang=es$"))

    opener = page.get_by_role("contentinfo").get_by_role("button", name="Teclas")
    opener.click()
    expect(help).to_be_visible()
    help.get_by_role("button", name="Cerrar").click()
    expect(help).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("?")  # in a text it is a letter
    expect(help).to_be_hidden()
    page.reload()
    expect(page.locator(".term").first).to_be_attached()  # marked after the hint would have been placed
    expect(hint).to_have_count(0)
