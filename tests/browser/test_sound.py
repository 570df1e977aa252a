"""A series over time is heard: its tones rise and fall with its values, its gaps are silent, its ends are said."""

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.exhibits.compose import Composer

DRAWN = re.compile(".+")
PLAN = """([id, at]) => {
  const chart = document.querySelector(`[data-chart="${id}"]`), { sound, charts } = window.dashboard;
  const all = sound.series(chart, charts.payload(id)), one = all[at];
  const { x, y } = chart.data[one.at];
  const plan = sound.schedule(chart, all, one);
  return { all: all.length, seconds: plan.seconds, tones: plan.tones.map((t) => ({ ...t, x: x[t.point], y: y[t.point] })) };
}"""
# The plan rendered without a loudspeaker: how often the wave crosses zero in each hundredth of a second, and how loud it is.
RENDER = """async ([id, at]) => {
  const chart = document.querySelector(`[data-chart="${id}"]`), { sound, charts } = window.dashboard;
  const all = sound.series(chart, charts.payload(id)), plan = sound.schedule(chart, all, all[at]);
  const context = new OfflineAudioContext(1, Math.ceil(plan.seconds * 8000), 8000);
  sound.sound(context, plan, 0);
  const wave = (await context.startRendering()).getChannelData(0);
  return plan.tones.map(({ at, until }) => {
    const part = wave.slice(Math.ceil((at + 0.03) * 8000), Math.floor((until - 0.03) * 8000));
    let crossings = 0;
    part.forEach((v, i) => (crossings += i && v * part[i - 1] < 0 ? 1 : 0));
    return { hz: crossings / 2 / (part.length / 8000), loud: Math.max(0, ...part.map(Math.abs)) };
  }).concat([{ hz: 0, loud: wave[wave.length - 1] }]);
}"""


def test_the_tones_rise_and_fall_with_the_values_and_gaps_are_silent(page: Page) -> None:
    page.goto("/migration/migration-1?lang=en&vintage=latest")
    expect(page.locator('[data-chart="migration-1"]')).to_have_attribute("data-drawn", DRAWN)
    plan: dict[str, Any] = page.evaluate(PLAN, ["migration-1", 0])
    tones = plan["tones"]
    assert plan["all"] >= 2 and 4 <= plan["seconds"] <= 6 and len(tones) > 20
    for before, after in pairwise(tones):
        assert (after["hz"] > before["hz"]) == (after["y"] > before["y"])
        assert after["at"] >= before["until"] - 1e-9
    # The years in between 1970 and 1992 are not known for Mexicans: some series of the chart has a hole.
    plans = [page.evaluate(PLAN, ["migration-1", at]) for at in range(plan["all"])]
    holes = [
        (before, after)
        for one in plans
        for before, after in pairwise(one["tones"])
        if after["at"] - before["until"] > 0.5
    ]
    assert any(int(before["x"]) <= 1970 and int(after["x"]) >= 1992 for before, after in holes)

    heard = page.evaluate(RENDER, ["migration-1", 0])
    long = [(tone, got) for tone, got in zip(tones, heard, strict=False) if tone["until"] - tone["at"] > 0.07]
    assert len(long) > 3
    for tone, got in long:
        low, high = sorted((tone["hz"], tone["to"]))
        assert low * 0.75 - 20 <= got["hz"] <= high * 1.25 + 20
        assert got["loud"] == pytest.approx(0.2, abs=0.03)
    assert heard[-1]["loud"] == pytest.approx(0, abs=0.01)


def test_the_key_plays_what_is_walked_and_says_where_it_begins_and_ends(page: Page, composer: Composer) -> None:
    page.clock.install()
    page.goto("/economy/economy-1?lang=en&years=1993-2015")
    chart, live, mark = page.locator('[data-chart="economy-1"]'), page.locator("#live"), page.locator(".sound-mark")
    page.clock.run_for(2000)
    expect(chart).to_have_attribute("data-drawn", DRAWN)
    button = page.get_by_role("button", name="Listen")
    chart.focus()
    page.keyboard.press("s")
    expect(live).to_have_text("U.S. exports of goods, from 1993: 41.6 billion dollars")
    expect(mark).to_have_count(1)
    expect(page.get_by_role("button", name="Stop")).to_have_attribute("aria-pressed", "true")
    page.clock.run_for(6000)
    expect(live).to_have_text("to 2015: 236.5 billion dollars")
    expect(mark).to_have_count(0)
    expect(button).to_have_attribute("aria-pressed", "false")

    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")  # services, then imports of goods
    page.keyboard.press("s")
    expect(live).to_have_text("U.S. imports of goods, from 1993: 39.9 billion dollars")
    page.keyboard.press("Escape")
    expect(live).to_have_text("Stopped")
    expect(page).to_have_url(re.compile("years=1993-2015"))  # the filters stay

    page.emulate_media(reduced_motion="reduce")
    button.click()
    expect(live).to_contain_text("from 1993")
    expect(mark).to_have_count(0)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Balance").click()
    page.clock.run_for(1000)
    expect(chart).to_have_attribute("data-drawn", re.compile("balance"))
    page.goto("/security/security-2?lang=en")  # no time axis: nothing to listen to
    expect(page.locator("#security-2 .actions")).to_be_visible()
    expect(page.locator("[data-listen]")).to_be_hidden()
