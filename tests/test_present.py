"""Presenter mode as the server sees it: its pages, its figures, its words, and the layouts for a stage."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from dashboard import settings
from dashboard.charts import stage
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS
from dashboard.pages import present, stage_words
from dashboard.parameters import parse
from dashboard.selection import VINTAGES, Selection
from dashboard.static_files import StaticFiles
from dashboard.text import LANGS, T

SMALLEST = 13  # px of type on the stage as it is laid out, which is 28 px on 1920x1080 (assets/stage/fit.js)


@pytest.fixture(scope="module")
def client(composer: Composer) -> Iterator[FlaskClient]:
    server = Flask(__name__)
    server.before_request(lambda: setattr(g, "request_id", "a-test"))
    present.add_routes(server, composer, StaticFiles.load(settings.load()))
    with server.test_client() as client:
        yield client


def presentation(page: str) -> dict[str, Any]:
    return json.loads(page.split('id="presentation">')[1].split("</script>")[0])


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.id)
def test_a_chapter_is_presented_in_its_order(client: FlaskClient, chapter: Any) -> None:
    answer = client.get(f"/present{chapter.path}?lang=es")
    told = presentation(answer.text)
    assert [one["id"] for one in told["order"]] == [exhibit.id for exhibit in chapter.exhibits]
    assert told["order"][0]["subject"] == chapter.exhibits[0].subject.es
    assert 'lang="es"' in answer.text
    assert "<script>" not in answer.text  # the policy forbids scripts in the page


def test_a_tray_is_presented_in_its_own_order(client: FlaskClient) -> None:
    told = presentation(client.get("/present?tray=energy-9,economy-1&lang=en").text)
    assert [(one["id"], one["path"]) for one in told["order"]] == [("energy-9", "/energy"), ("economy-1", "/economy")]


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_tray_says_how_to_fill_it(client: FlaskClient, lang: Any) -> None:
    page = client.get(f"/present?lang={lang}").text
    assert stage_words.EMPTY_TRAY[lang] in page
    assert "<script src" not in page


@pytest.mark.parametrize("path", ["/present/nothing", "/present/nothing/speaker", "/present/figures/nothing.json"])
def test_what_is_not_there_is_not_presented(client: FlaskClient, path: str) -> None:
    assert client.get(f"{path}?lang=en").status_code == 404


@pytest.mark.parametrize(("lang", "words"), [("en", "Write a range (2000-2015)"), ("es", "Escriba un intervalo")])
def test_figures_under_filters_that_cannot_be_read_are_refused_in_words(
    client: FlaskClient, lang: str, words: str
) -> None:
    headers = {"Accept": "application/json"}
    answer = client.get(f"/present/figures/economy-1.json?years=abc&lang={lang}", headers=headers)
    assert answer.status_code == 400
    assert words in answer.get_json()["error"]


def test_the_figures_of_an_exhibit_are_all_its_views_in_both_vintages_under_the_filters(
    client: FlaskClient, composer: Composer
) -> None:
    found = client.get("/present/figures/economy-1.json?years=2000-2010&lang=en").get_json()
    views = [view.id for view in composer.exhibits["economy-1"].views]
    assert list(found) == [f"{view}|{vintage}" for view in views for vintage in VINTAGES]
    ids = {id for trace in found["goods|latest"]["data"] for id in trace["customdata"] if id}
    assert {int(id.split("|")[1]) for id in ids} == set(range(2000, 2011))


def test_a_pin_in_the_address_does_not_change_what_is_on_stage(client: FlaskClient) -> None:
    plain = client.get("/present/figures/economy-1.json?lang=en").get_data()
    assert client.get("/present/figures/economy-1.json?pin=economy-1~years:2000-2008&lang=en").get_data() == plain


def test_the_worker_may_look_after_presentations_and_is_asked_for_anew(client: FlaskClient) -> None:
    answer = client.get("/worker.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Service-Worker-Allowed"] == "/present"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "addEventListener" in answer.text


def test_a_page_names_every_file_that_it_needs_without_a_network(client: FlaskClient) -> None:
    page = client.get("/present/economy?lang=en").text
    kept = presentation(page)["keep"]
    named = [part.split('"')[0] for part in page.split('src="')[1:]]
    assert set(named) <= set(kept)
    for name in ("app", "stage", "inter", "states", "plotly"):
        assert any(f"/{name}" in url for url in kept), name


def test_scripts_of_a_folder_are_a_file_of_their_own(tmp_path: Path) -> None:
    for name, text in {"b.js": "b", "a.js": "a", "stage/c.js": "c", "stage/d.css": "d {}"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    static = StaticFiles(settings.load().model_copy(update={"assets_dir": tmp_path}))
    assert static.joined() == {"app.js": b"a\n;b", "stage.js": b"c", "stage.css": b"d {}"}


def views(composer: Composer) -> Iterator[tuple[Any, Any, Selection]]:
    for exhibit in composer.exhibits.values():
        for view in exhibit.views:
            for vintage in VINTAGES:
                yield exhibit, view, Selection(vintage=vintage, views=((exhibit.id, view.id),))


def test_what_is_built_up_is_there_in_both_vintages_and_every_chapter_has_some(composer: Composer) -> None:
    chapters = set()
    for exhibit, view, selection in views(composer):
        if not view.build:
            continue
        arranged = composer.compose(exhibit, selection).arranged
        steps = present.build(view, arranged)
        assert len(steps) > 1, (exhibit.id, selection.vintage)
        uids = [uid for step in steps for uid in step]
        assert len(uids) == len(set(uids)) and set(uids) <= {trace.uid for trace in arranged.traces}
        planned = {part.series for plan in (view.report, view.latest) for part in plan}
        assert {id for step in view.build for id in step} <= planned
        chapters.add(exhibit.chapter)
    assert chapters == {chapter.id for chapter in CHAPTERS}


def sizes(found: Any) -> Iterator[float]:
    """The sizes of type in a layout."""
    if isinstance(found, dict):
        for name, value in found.items():
            if name in ("font", "tickfont", "textfont") and "size" in value:
                yield value["size"]
            else:
                yield from sizes(value)
    elif isinstance(found, list):
        for value in found:
            yield from sizes(value)


def test_every_chart_is_set_for_a_stage_in_type_that_the_back_row_reads(composer: Composer) -> None:
    small, tall = [], []
    for exhibit, view, selection in views(composer):
        composed = composer.compose(exhibit, selection)
        if composed.empty:
            continue
        fitted = stage.fitted(composed.arranged, "es")
        assert fitted.least <= fitted.layout["height"] <= fitted.most
        if min(sizes(fitted.layout)) < SMALLEST:
            small.append((exhibit.id, view.id))
        if composed.arranged.axis in ("years", "fiscal-years", "dates", "map") and len(composed.arranged.panels) < 3:
            tall += [(exhibit.id, view.id)] * (fitted.layout["height"] > stage.HEIGHT + 2)
    assert (small, tall) == ([], [])


def test_every_word_of_the_stage_is_there_in_both_languages() -> None:
    named = [stage_words.STAGE, stage_words.SPEAKER, stage_words.TRAY_WORDS]
    texts = [text for words in named for text in words.values()]
    texts += [text for keys, _, does in stage_words.KEYS for text in (keys, does)]
    assert all(isinstance(text, T) and text.en and text.es for text in texts)


def test_links_that_present_keep_the_selection(composer: Composer) -> None:
    selection, _ = parse("years=2000-2015&state=us-tx&vintage=latest&lang=en", composer.vocabulary)
    target = present.tray.link("/present/economy", "economy-2", selection, "en").href
    assert target == "/present/economy?years=2000-2015&state=us-tx&vintage=latest&lang=en#economy-2"
