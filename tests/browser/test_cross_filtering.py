"""A gesture on one exhibit, and the whole chapter answers with exactly the rows that the selection means."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.exhibits.compose import Composer
from tests.browser.cases import CLICKS, DRAGS, KEYS, ROWS, WORDS, Click, Walk
from tests.browser.chapter import data, differences, settled
from tests.browser.marks import chart, click_mark, drag


@pytest.fixture(autouse=True)
def wide(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})


def has(filters: str, exhibit: str = "") -> re.Pattern[str]:
    """An address with just these filters, and the exhibit that they were chosen in."""
    chosen = rf"{re.escape(filters)}&" if filters else ""
    return re.compile(rf"\?{chosen}(view=[a-z0-9:-]+&)?" + (f"from={exhibit}&" if exhibit else "") + "lang=en$")


def answers(page: Page, composer: Composer, plain: dict[str, Any]) -> dict[str, Any]:
    """The charts of the page, which are what its address means."""
    charts = settled(page, composer)
    assert not (wrong := differences(page, charts, plain)), page.url + "\n" + "\n".join(wrong)
    return charts


def lit(shown: dict[str, Any]) -> set[str]:
    return {mark["id"] for mark in shown["marks"] if not mark["dim"] and not mark["line"]}


@pytest.mark.parametrize("address", CLICKS)
def test_a_click_filters_the_chapter_shift_adds_and_a_second_click_clears(
    page: Page, composer: Composer, address: str
) -> None:
    page.goto(address)
    plain = settled(page, composer)
    for case in CLICKS[address]:
        click_mark(page, case.exhibit, case.mark)
        expect(page).to_have_url(has(case.first, case.exhibit))
        charts = answers(page, composer, plain)
        stands_out(page, case, charts[case.exhibit])
        click_mark(page, case.exhibit, case.then, shift=True)
        expect(page).to_have_url(has(case.both, case.exhibit))
        answers(page, composer, plain)
        page.go_back()
        expect(page).to_have_url(has(case.first, case.exhibit))
        stands_out(page, case, settled(page, composer)[case.exhibit])
        click_mark(page, case.exhibit, case.mark)
        expect(page).to_have_url(has(""))
        expect(page.locator("[data-chip]")).to_have_count(0)
        assert data(answers(page, composer, plain)) == data(plain)


def stands_out(page: Page, case: Click, shown: dict[str, Any]) -> None:
    """The exhibit that was clicked keeps its marks; all but those of the chosen value are dimmed."""
    name, value = case.first.split("=")
    expect(chart(page, case.exhibit)).to_have_attribute(
        "data-emphasis", json.dumps({name: [value]}, separators=(",", ":"))
    )
    own = {mark["id"] for mark in shown["marks"] if not mark["line"]}
    of_value = {id for id in own if {value, *case.also} & {*re.split(r"[|]|FY", id)}}
    assert lit(shown) == of_value
    if own and of_value:
        assert own - of_value, "nothing to dim"


def along(page: Page, exhibit: str, year: float) -> tuple[float, float]:
    """A place above a year, in the upper part of a chart."""
    chart(page, exhibit)
    x, y = page.evaluate(
        """([exhibit, year]) => {
          const gd = document.querySelector(`[data-chart="${exhibit}"]`), box = gd.getBoundingClientRect();
          const { xaxis, yaxis } = gd._fullLayout;
          return [box.left + xaxis._offset + xaxis.d2p(year), box.top + yaxis._offset + 0.2 * yaxis._length];
        }""",
        [exhibit, year],
    )
    return x, y


def pick(page: Page, filters: str) -> None:
    """Choose a value in the filter bar."""
    name, value = filters.split("=")
    page.locator(f'[data-filter="{name}"] summary').click()
    page.locator(f'[data-filter="{name}"] input[value="{value}"]').check()
    page.keyboard.press("Escape")


@pytest.mark.parametrize("path", DRAGS)
def test_a_drag_cuts_to_years_the_bar_adds_a_value_and_the_chips_take_them_away(
    page: Page, composer: Composer, path: str
) -> None:
    walk: Walk = DRAGS[path]
    page.goto(f"{path}?lang=en")
    plain = settled(page, composer)
    drag(page, along(page, walk.exhibit, walk.start), along(page, walk.exhibit, walk.end))
    expect(page).to_have_url(has(walk.years, walk.exhibit))
    answers(page, composer, plain)
    if walk.pick:
        pick(page, walk.pick)
        expect(page).to_have_url(has(walk.both))
        answers(page, composer, plain)
        expect(page.locator("[data-chip]")).to_have_count(2)
        page.locator('[data-chip="years"] a').click()
        expect(page).to_have_url(has(walk.pick))
        answers(page, composer, plain)
        page.go_back()
        expect(page).to_have_url(has(walk.both))
    page.locator("#chips a.clear").click()
    expect(page).to_have_url(has(""))
    assert data(answers(page, composer, plain)) == data(plain)
    page.go_back()
    expect(page.locator('[data-chip="years"]')).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(has(""))
    assert data(answers(page, composer, plain)) == data(plain)


@pytest.mark.parametrize("path", KEYS)
def test_the_keyboard_alone_chooses_adds_and_clears(page: Page, composer: Composer, path: str) -> None:
    exhibit, keys, first, more, both = KEYS[path]
    page.goto(f"{path}?lang=en")
    plain = settled(page, composer)
    chart(page, exhibit).focus()
    for key in keys:
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(page).to_have_url(has(first, exhibit))
    answers(page, composer, plain)
    expect(chart(page, exhibit)).to_be_focused()
    for key in more:
        page.keyboard.press(key)
    page.keyboard.press("Shift+Enter")
    expect(page).to_have_url(has(both, exhibit))
    answers(page, composer, plain)
    page.locator("[data-chip] a").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(has(""))
    assert data(answers(page, composer, plain)) == data(plain)


@pytest.mark.parametrize(("path", "exhibit", "name", "value"), ROWS)
def test_a_row_of_a_printed_table_chooses_by_hand_and_by_key(
    page: Page, composer: Composer, path: str, exhibit: str, name: str, value: str
) -> None:
    page.goto(f"{path}?lang=en")
    plain = settled(page, composer)
    row = page.locator(
        f"[data-printed=\"{exhibit}\"] tr[data-selects='{json.dumps([name, value], separators=(',', ':'))}']"
    ).first
    row.click()
    expect(page).to_have_url(has(f"{name}={value}", exhibit))
    answers(page, composer, plain)
    row.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(has(""))
    assert data(answers(page, composer, plain)) == data(plain)


@pytest.mark.parametrize(("path", "exhibit", "series", "filters"), WORDS)
def test_the_words_at_the_end_of_a_line_choose_what_it_stands_for(
    page: Page, composer: Composer, path: str, exhibit: str, series: str, filters: str
) -> None:
    page.goto(f"{path}?lang=en")
    plain = settled(page, composer)
    place = chart(page, exhibit).evaluate(
        """(gd, name) => {
          const at = gd.layout.annotations.findIndex((note) => note.name === name);
          const box = gd.querySelector(`.annotation[data-index="${at}"] text`).getBoundingClientRect();
          return [box.left + box.width / 2, box.top + box.height / 2];
        }""",
        series,
    )
    page.mouse.click(*place)
    expect(page).to_have_url(has(filters, exhibit))
    answers(page, composer, plain)


def test_back_and_forward_step_through_five_gestures_and_a_colleague_sees_the_last(
    page: Page, composer: Composer
) -> None:
    page.goto("/economy?lang=en")
    plain = settled(page, composer)
    gestures = (
        lambda: click_mark(page, "economy-1", "us_imports_goods|2012"),
        lambda: click_mark(page, "economy-1", "us_exports_goods|2015", shift=True),
        lambda: pick(page, "state=us-tx"),
        lambda: click_mark(page, "economy-deficit", "balance_goods_services|2010|china"),
        lambda: page.locator('[data-chip="years"] a').click(),
    )
    addresses = ("", "years=2012", "years=2012,2015", "years=2012,2015&state=us-tx")
    addresses += ("years=2012,2015&state=us-tx&partner=china", "state=us-tx&partner=china")
    seen = []

    def look(read: Callable[[], dict[str, Any]]) -> tuple[str, list[str], Any]:
        charts = read()
        return page.url, page.locator("[data-chip] > span").all_inner_texts(), data(charts)

    def again() -> dict[str, Any]:
        return settled(page, composer)

    seen.append(look(again))
    for gesture, filters in zip(gestures, addresses[1:], strict=True):
        gesture()
        expect(page).to_have_url(re.compile(rf"\?{filters}(&from=[a-z0-9-]+)?&lang=en$"))
        seen.append(look(lambda: answers(page, composer, plain)))
    for step in reversed(range(5)):
        page.go_back()
        expect(page).to_have_url(seen[step][0])
        assert look(again) == seen[step]
    for step in range(1, 6):
        page.go_forward()
        expect(page).to_have_url(seen[step][0])
        assert look(again) == seen[step]
    colleague = page.context.new_page()
    colleague.set_viewport_size({"width": 1440, "height": 900})
    colleague.goto(seen[-1][0])
    charts = settled(colleague, composer)
    chips = colleague.locator("[data-chip] > span").all_inner_texts()
    assert (colleague.url, chips, data(charts)) == seen[-1]


@pytest.mark.parametrize("path", ["/economy", "/api/v1/exhibits/economy-1.csv"])
def test_a_query_that_is_too_long_is_refused_in_words(page: Page, path: str) -> None:
    answer = page.request.get(f"{path}?lang=es&state=" + "us-tx," * 1100)
    assert answer.status == 414
    assert "demasiado larga" in answer.text()
    answer = page.request.get(f"{path}?lang=es&state=" + "us-tx," * 34000)  # 200 kB
    assert answer.status == 414
    assert "demasiado larga" in answer.text()


@pytest.mark.parametrize(
    ("lang", "unknown", "years", "state"),
    [
        (
            "en",
            "is not a parameter of this site",
            "Write a range (2000-2015)",
            "state: “texas” is not known. Allowed: ",
        ),
        (
            "es",
            "no es un parámetro de este sitio",
            "Escriba un intervalo (2000-2015)",
            "state: «texas» no se reconoce. Permitidos: ",
        ),
    ],
)
def test_a_malformed_address_opens_the_page_and_says_what_is_allowed(
    page: Page, composer: Composer, lang: str, unknown: str, years: str, state: str
) -> None:
    page.goto(f"/economy?yeers=2010&years=soon&state=texas&lang={lang}")
    notices = page.locator("#notices .notice")
    expect(notices).to_have_count(3)
    for words in (unknown, years, state):
        expect(page.locator("#notices")).to_contain_text(words)
    assert all(one["marks"] for one in settled(page, composer).values())
    notices.first.locator("button").click()
    expect(notices).to_have_count(2)
