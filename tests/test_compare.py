"""Two states of one exhibit: on one scale, in words, and both in the address."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.exhibits.compose import PINNED, Composer, drawn_on
from dashboard.parameters import parse
from dashboard.selection import Selection
from tests.conftest import DATA

TRADE = "economy-1"


def sides(composer: Composer, exhibit: str, query: str) -> tuple[dict, dict]:
    selection, problems = parse(query, composer.vocabulary)
    assert problems == []
    drawn = drawn_on([composer.exhibits[exhibit]], selection)
    a, b = (composer.payload(drawn[id][0], drawn[id][1], "en", drawn[id][2]) for id in (PINNED, exhibit))
    return json.loads(a), json.loads(b)


def value(series: str, period: str) -> float:
    rows = pd.read_csv(DATA / "exhibits" / f"{TRADE}.csv", dtype={"period": str})
    return float(rows.loc[(rows["series"] == series) & (rows["period"] == period), "value"].iloc[0])


def test_both_states_are_drawn_on_one_scale(composer: Composer) -> None:
    a, b = sides(composer, TRADE, f"years=2004-2015&pin={TRADE}~years:1993-2003")
    alone = json.loads(
        composer.payload(composer.exhibits[TRADE], parse("years=1993-2003", composer.vocabulary)[0], "en")
    )
    for size in ("small", "medium", "large"):
        assert a["layouts"][size]["yaxis"]["range"] == b["layouts"][size]["yaxis"]["range"]
        assert a["layouts"][size]["yaxis"]["range"][1] > alone["layouts"][size]["yaxis"]["range"][1]


def test_the_differences_are_told_with_values_and_years(composer: Composer) -> None:
    a, _ = sides(composer, TRADE, f"years=2004-2015&pin={TRADE}~years:1993-2005")
    before, after = value("us_exports_goods", "2005"), value("us_exports_goods", "2015")
    unit = 1000 if before > 10_000 else 1
    told = (
        f"U.S. exports of goods: {before / unit:.1f} billion dollars in A (2005), "
        f"{after / unit:.1f} billion dollars in B (2015) (+{100 * (after / before - 1):.0f}% from A to B)"
    )
    assert told in a["differences"]


def test_single_years_are_compared_with_each_other(composer: Composer) -> None:
    a, b = sides(composer, TRADE, f"years=2015&pin={TRADE}~years:2005")
    assert a["own"] == {"years": ["2005"]}
    assert any("(2005)" in line and "(2015)" in line for line in a["differences"])
    assert a["words"]["side"].startswith("A: 2005 ") and b["words"]["side"].startswith("B: 2015 ")


def test_a_line_in_pieces_is_compared_at_its_newest_value(composer: Composer) -> None:
    a, _ = sides(composer, "migration-7", "pin=migration-7~vintage:latest")
    rows = pd.read_csv(DATA / "exhibits" / "migration-7.csv", dtype=str)
    newest = rows.loc[rows["series"] == "uac_guatemala", "period"].max()
    told = [line for line in a["differences"] if line.startswith("Guatemala: ")]
    assert len(told) == 1 and f"in A ({newest})" in told[0]
    alone = [line for line in a["differences"] if line.startswith("Only in")]
    assert not any("Guatemala" in line.split(": ", 1)[1].split("; ") for line in alone)


def test_before_anything_differs_the_reader_is_told_what_to_do(composer: Composer) -> None:
    a, _ = sides(composer, TRADE, f"pin={TRADE}")
    assert a["differences"] == [
        "A is kept as it was. Choose other years, filters, data or another view, and this chart, B, answers."
    ]


def test_no_change_is_told_between_two_editions(composer: Composer) -> None:
    a, _ = sides(composer, "economy-2", "vintage=latest&pin=economy-2")
    of_editions = [line for line in a["differences"] if "other editions" in line]
    assert of_editions and not any("%" in line for line in of_editions)


def test_an_exhibit_that_was_clicked_is_filtered_beside_what_was_pinned(composer: Composer) -> None:
    query = "partner=china&from=economy-deficit&pin=economy-deficit"
    _, b = sides(composer, "economy-deficit", query)
    ids = [id for trace in b["data"] for id in trace.get("customdata", []) if id]
    assert ids and all(id.endswith("china") for id in ids)


def test_every_exhibit_can_be_compared_with_itself_in_both_vintages(composer: Composer) -> None:
    for exhibit in composer.exhibits.values():
        selection = parse(f"vintage=latest&pin={exhibit.id}", composer.vocabulary)[0]
        for of, state, side in drawn_on([exhibit], selection).values():
            for lang in ("en", "es"):
                payload = json.loads(composer.payload(of, state, lang, side))
                assert payload["words"]["side"].startswith(f"{side}: ")
                assert side == "B" or payload["differences"]


@pytest.mark.parametrize(
    ("text", "allowed"),
    [("nothing", "economy-1"), ("economy-1~lang:es", "years"), ("economy-1~years:abc", "2000-2015"), ("", "economy-1")],
)
def test_a_pin_that_cannot_be_read_is_named_with_what_is_allowed(composer: Composer, text: str, allowed: str) -> None:
    _, problems = parse(f"pin={text}", composer.vocabulary)
    assert [problem.parameter for problem in problems] == ["pin"]
    assert allowed in problems[0].message.en and allowed in problems[0].message.es


def test_a_pin_of_another_chapter_draws_nothing(composer: Composer) -> None:
    selection = replace(Selection(), pinned=parse("pin=energy-1", composer.vocabulary)[0].pinned)
    assert PINNED not in drawn_on([composer.exhibits[TRADE]], selection)
