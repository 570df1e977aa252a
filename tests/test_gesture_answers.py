"""What a gesture is answered with: only what it changes, and of an exhibit whose figure stays, its words alone."""

import json
from typing import Any

import pytest
from dash import no_update

from dashboard.callbacks import changed
from dashboard.exhibits.compose import Composer, same_figure
from dashboard.parameters import parse
from dashboard.site import read
from dashboard.text import number


def held(composer: Composer, path: str, query: str) -> dict[str, str]:
    asked = read(composer, path, query)
    return {one.id: composer.key(one, asked.selection, asked.lang) for one in asked.here.exhibits}


def answer(composer: Composer, path: str, before: str, after: str) -> Any:
    new = changed(composer, read(composer, path, after), held(composer, path, before))
    return new if new is no_update else {id: json.loads(text) for id, text in new.items()}


def test_a_state_sends_figures_of_what_has_states_and_words_of_the_rest(composer: Composer) -> None:
    sent = answer(composer, "/economy", "lang=en", "state=us-tx&from=economy-5&lang=en")
    figures = {id for id, payload in sent.items() if "data" in payload}
    assert figures == {"economy-added-states"}
    assert set(sent["economy-6"]) == {"key", "words"}
    assert "not split by state" in sent["economy-6"]["words"]["silent"]
    assert "economy-5" not in sent  # the clicked one stands out in the browser


def test_when_the_filter_goes_the_words_go_and_no_figure_is_sent_again(composer: Composer) -> None:
    sent = answer(composer, "/economy", "state=us-tx&from=economy-5&lang=en", "lang=en")
    assert sent["economy-6"] == {"key": sent["economy-6"]["key"], "words": sent["economy-6"]["words"]}
    assert sent["economy-6"]["words"]["silent"] == ""


def test_nothing_is_sent_for_what_the_page_has(composer: Composer) -> None:
    assert answer(composer, "/economy", "years=2008&lang=en", "years=2008&lang=en") is no_update


@pytest.mark.parametrize("query", ["state=us-tx&lang=en", "years=2000-2010&lang=es", "lang=en"])
def test_a_payload_is_one_object_whose_key_is_the_exhibits(composer: Composer, query: str) -> None:
    asked = read(composer, "/economy", query)
    for exhibit in asked.here.exhibits:
        payload = json.loads(composer.payload(exhibit, asked.selection, asked.lang))
        assert payload["key"] == composer.key(exhibit, asked.selection, asked.lang)
        assert {"words", "view", "data", "layouts", "selects"} <= set(payload)


def test_keys_tell_a_figure_from_its_silent_filters(composer: Composer) -> None:
    exhibit = composer.exhibits["economy-6"]
    keys = [
        composer.key(exhibit, parse(query, composer.vocabulary)[0], "en")
        for query in ("", "state=us-tx", "years=2000-2010&state=us-tx")
    ]
    assert len(set(keys)) == 3
    assert same_figure(keys[0], keys[1])
    assert not same_figure(keys[1], keys[2])


def test_the_years_of_a_page_are_those_of_its_data(composer: Composer) -> None:
    for chapter in composer.chapters:
        frames = [composer.dataset.exhibits[one.id] for one in chapter.exhibits if one.id in composer.dataset.exhibits]
        vocabulary = composer.vocabulary_of(chapter.exhibits)
        assert vocabulary.first_year == min(frame["year"].min() for frame in frames if frame["year"].notna().any())
        assert composer.vocabulary_of(chapter.exhibits) is vocabulary


def test_zero_has_no_sign_whichever_was_written_first() -> None:
    assert [number(-0.0, 3)["en"], number(0.0, 3)["en"], number(-0.0, 4)["en"]] == ["0.000", "0.000", "0.0000"]
