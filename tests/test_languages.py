"""Everything that is said is said in both languages, and a reader in Spanish meets no English but names and titles."""

from __future__ import annotations

import ast
import io
import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

import openpyxl
import pandas as pd
import pytest
from flask import Flask
from flask.testing import FlaskClient
from plotly.utils import PlotlyJSONEncoder
from pptx import Presentation

from dashboard.dataset import Dataset
from dashboard.exhibits.compose import Composer
from dashboard.export import about, rows, sheet
from dashboard.export.deck import of_exhibit
from dashboard.export.listings import BASE
from dashboard.export.order import Order
from dashboard.pages import glossary, search, sources
from dashboard.parameters import parse
from dashboard.selection import Selection
from dashboard.settings import ROOT
from tests.spanish import english, of_component, of_figure, strings

PAGES = ("/", "/recommendations", "/glossary", "/economy", "/security", "/migration", "/energy", "/foreign-policy")
# Names of rows, columns, sheets and the like stand as the source prints them.
AS_PRINTED = re.compile(
    r"\b(?:fila|columna|hoja|indicador|serie|archivo|tabla|gráfica|sección)s? (?:«[^»]*»|[^,;()«])*"
)


@pytest.fixture(scope="module")
def client(server: Flask) -> FlaskClient:
    return server.test_client()


def faults(texts: Iterable[str]) -> dict[str, list[str]]:
    """The texts that hold English words, with these words."""
    return {text: found for text in dict.fromkeys(texts) if (found := english(text))}


def written() -> Iterator[tuple[str, str, str]]:
    """(file and line, English, Spanish) of every ``T`` in the code, the constant parts of both sides."""

    def constants(node: ast.expr) -> str:
        if isinstance(node, ast.Constant):
            return str(node.value)
        parts = [
            part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)
        ]
        return " ".join(["{computed}", *parts])

    for path in (ROOT / "dashboard").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "T" and len(node.args) == 2:
                yield f"{path.name}:{node.lineno}", constants(node.args[0]), constants(node.args[1])


def test_every_text_of_the_code_is_in_both_languages() -> None:
    texts = list(written())
    assert len(texts) > 2000
    assert [text for text in texts if "" in text and text[1:] != ("", "")] == []
    assert {spanish: (where, found) for where, _, spanish in texts if (found := english(spanish))} == {}


def test_every_table_of_the_data_has_both_languages(data: Dataset) -> None:
    tables = {
        name: getattr(data, name) for name in vars(data) if isinstance(getattr(data, name), pd.DataFrame)
    } | data.records
    pairs, missing, foreign = 0, [], {}
    for table_name, frame in tables.items():
        for spanish in (name for name in frame if str(name).endswith("_es")):
            other = f"{spanish[:-3]}_en" if f"{spanish[:-3]}_en" in frame else spanish[:-3]
            pairs += 1
            one_sided = (frame[spanish].str.strip() == "") != (frame[other].str.strip() == "")
            missing += [(table_name, spanish, text) for text in frame.loc[one_sided, other]]
            foreign |= dict.fromkeys(faults(frame[spanish]), (table_name, spanish))
    assert pairs > 12
    assert missing == []
    assert foreign == {}


def test_notes_publishers_licences_and_places_are_translated(composer: Composer, data: Dataset) -> None:
    labels = composer.labels
    frames = [*data.exhibits.values(), *data.records.values(), data.sources]
    said = {
        labels.note(text, "es")
        for column in ("note", "publisher", "licence")
        for frame in frames
        if column in frame and f"{column}_es" not in frame
        for text in frame[column].unique()
    }
    places = {
        labels.locator(text, "es") for frame in frames if "locator" in frame for text in frame["locator"].unique()
    }
    assert faults(said) == {}
    assert faults(AS_PRINTED.sub("·", place) for place in places) == {}


def test_the_scripts_hold_no_sentence() -> None:
    found = []
    for script in (ROOT / "assets").rglob("*.js"):
        code = re.sub(r"/\*.*?\*/|(?m:(?:^|\s)//.*$)", "", script.read_text(encoding="utf-8"), flags=re.S)
        found += [(script.name, text) for text in re.findall(r"[\"'`]([A-Z][a-z]+ [a-z][^\"'`\n]*)[\"'`]", code)]
    assert found == []


def spanish(exhibit: str, composer: Composer, query: str = "", rows: str = "shown") -> Order:
    selection, _ = parse(f"{query}&lang=es", composer.vocabulary)
    return Order(composer, composer.exhibits[exhibit], selection, "es", rows=rows, site="https://example.org")


def test_the_pages_and_their_figures_are_in_spanish(client: FlaskClient) -> None:
    seen: list[str] = []
    for path in PAGES:
        layout = client.get("/_dash-layout", headers={"Referer": f"http://localhost{path}?lang=es&events=all"}).json
        seen += of_component(layout)
        (figures,) = (held["props"].get("data", {}) for held in layout["props"]["children"] if is_figures(held))
        for payload in figures.values():
            seen += of_figure(json.loads(payload))
    assert len(seen) > 10_000
    assert faults(seen) == {}


def is_figures(component: Any) -> bool:
    return isinstance(component, dict) and component["props"].get("id") == "figures"


def test_what_the_cards_say_today_is_in_spanish(composer: Composer) -> None:
    seen: list[str] = []
    for exhibit in composer.exhibits.values():
        for view in exhibit.views:
            selection = Selection(vintage="latest", views=((exhibit.id, view.id),), events="all")
            seen += strings(composer.compose(exhibit, selection).on_page("es"))
    assert faults(seen) == {}


def test_sources_gaps_and_claims_are_in_spanish(composer: Composer, data: Dataset) -> None:
    titles = set(data.sources["title"])  # as published, in whatever language
    for id in composer.exhibits:
        panel = json.dumps(sources.panel(data, composer.labels, id, "es"), cls=PlotlyJSONEncoder)
        said = [text for text in of_component(json.loads(panel)) if text not in titles]
        assert faults(AS_PRINTED.sub("·", text) for text in said) == {}, id


def test_what_is_searched_and_explained_is_in_spanish(composer: Composer, data: Dataset) -> None:
    found = json.loads(search.index(composer, "es"))
    publishers = {composer.labels.note(name, "es") for name in data.sources["publisher"]}
    kinds: dict[str, set[str]] = {}
    for kind, text, *_ in found["entries"]:
        kinds.setdefault(kind, set()).add(text)
    assert kinds.keys() == found["kinds"].keys()
    assert all(any(text.startswith(f"{name}: ") for name in publishers) for text in kinds.pop("source"))
    assert faults([*(text for texts in kinds.values() for text in texts), *found["kinds"].values()]) == {}
    explained = json.loads(glossary.index(data, "es"))
    terms = [
        text for term in explained["terms"] for name, part in term.items() if name != "id" for text in strings(part)
    ]
    assert faults([explained["more"], *terms]) == {}


@pytest.mark.parametrize(
    "id", ["economy-1", "energy-3", "energy-7", "energy-8", "foreign-policy-mechanisms", "security-1"]
)
def test_the_files_of_an_exhibit_are_in_spanish(composer: Composer, id: str) -> None:
    order = spanish(id, composer, rows="all")
    said = about.exhibit(order)
    titles = {source["title"] for source in said["sources"]}
    told = [text for name, part in said.items() if name not in IDS for text in strings(part)]
    assert faults(AS_PRINTED.sub("·", text) for text in told if text not in titles and " " in text) == {}
    tables = [rows.flat(order), *rows.record_tables(order).values()]
    for frame in tables:
        worded = [name for name in frame if f"{name}_name" not in frame and name not in sheet.IDS]
        cells = {str(cell) for name in worded for cell in frame[name].unique()}
        assert faults(AS_PRINTED.sub("·", cell) for cell in cells) == {}


IDS = ("id", "units", "statuses", "link", "lang", "rows_asked", "data_version")


def test_a_workbook_and_a_slide_are_in_spanish(composer: Composer) -> None:
    order = spanish("energy-8", composer, "vintage=latest")
    titles = {source["title"] for source in about.exhibit(order)["sources"]}
    book = openpyxl.load_workbook(io.BytesIO(sheet.as_xlsx(order)))
    cells = [str(cell) for one in book for line in one.iter_rows(values_only=True) for cell in line if cell is not None]
    slides = Presentation(io.BytesIO(of_exhibit(order))).slides
    said = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    notes = [line for slide in slides for line in slide.notes_slide.notes_text_frame.text.splitlines()]
    assert len(cells) > 100 and len(notes) > 5
    assert (
        faults(AS_PRINTED.sub("·", without(titles, text)) for text in [*book.sheetnames, *cells, *said, *notes]) == {}
    )


def without(titles: Iterable[str], text: str) -> str:
    """A text without the titles of publications in it, which stay as published."""
    for title in sorted(titles, key=len, reverse=True):
        text = text.replace(title, "·")
    return text


HEADS = ("/", "/economy", "/energy/energy-3", "/recommendations", "/glossary", "/embed/migration-2")
STAGES = ("/present/energy", "/present", "/present/security/speaker")


def test_the_heads_of_pages_the_stage_and_the_speaker_are_in_spanish(client: FlaskClient, data: Dataset) -> None:
    titles = set(data.sources["title"])
    for path in (*HEADS, *STAGES):
        page = client.get(f"{path}?lang=es").text
        assert page.startswith(('<!DOCTYPE html><html lang="es"', '<!doctype html>\n<html lang="es"')), path
        data_of_page = re.findall(
            r'<script type="application/json" id="(?:table-words|presentation)">(.*?)</script>', page
        )
        told = [text for script in data_of_page for text in seen(json.loads(script))]
        bare = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.S)
        named = (
            r'(?:property|name)="(?:og:title|og:description|og:image:alt|og:site_name|description)" content="([^"]*)"'
        )
        told += [unescape(text) for text in [*re.findall(named, bare), *re.findall(r">([^<>]+)<", bare)]]
        told += [unescape(text) for text in re.findall(r'(?:aria-label|title|alt|data-changed)="([^"]*)"', bare)]
        assert faults(without(titles, text) for text in told if not text.startswith("/")) == {}, path


def seen(told: Any) -> Iterator[str]:
    """What the stage is given to show: no ids, addresses, or names of keys and actions."""
    if isinstance(told, list):
        for one in told:
            yield from seen(one)
    elif isinstance(told, dict):
        for key, value in told.items():
            if key not in ("id", "path", "dimensions", "keep", "version", "speaker", "scope", "figures", "worker"):
                yield from seen(value)
    elif isinstance(told, str) and re.search(r"\s|[A-Z]", told):
        yield told


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere?lang=es", 404),
        ("/present/nowhere?lang=es", 404),
        ("/embed/economy-99?lang=es", 404),
        (f"{BASE}/exhibits/economy-99?lang=es", 404),
        (f"{BASE}/exhibits/economy-1.csv?years=x&rows=some&lang=es", 400),
        (f"{BASE}/exhibits/economy-1.csv?foo=1&lang=es", 400),
        (f"{BASE}/exhibits/economy-1.doc?lang=es", 404),
        ("/present/figures/economy-1.json?years=x&lang=es", 400),
        ("/oembed?url=nothing&lang=es", 404),
    ],
)
def test_an_error_is_told_in_spanish(client: FlaskClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    bare = re.sub(r"<style>.*?</style>", "", answer.text, flags=re.S)
    said = answer.json["error"] if answer.is_json else " ".join(re.findall(r">([^<>]+)<", bare))
    listed = re.split(r"(?:Permitidos|Existen|admite|Una dirección así es)\b:?", said)[0]
    assert re.search(r"\b(?:no|No|Esta|Escriba)\b", said)
    assert faults([re.sub(r"\b[a-z]+: ", "", listed)]) == {}


@pytest.mark.parametrize("path", ["/", "/economy", "/present/energy", "/embed/energy-3", "/glossary", "/nowhere"])
def test_the_first_visit_speaks_the_language_of_the_browser(server: Flask, path: str) -> None:
    def spoken(accepted: str, query: str = "", chosen: str = "") -> str:
        reader = server.test_client()
        if chosen:
            reader.set_cookie("lang", chosen)
        answer = reader.get(f"{path}{query}", headers={"Accept-Language": accepted}, follow_redirects=True)
        return re.findall(r'<html lang="(\w+)"', answer.text)[0]

    assert spoken("es-MX,es;q=0.9,en;q=0.8") == spoken("de, es;q=0.4, en;q=0.3") == "es"
    assert spoken("en-US,en;q=0.9,es;q=0.8") == spoken("de,fr;q=0.5") == "en"
    assert spoken("en", query="?lang=es") == spoken("en-US,en", chosen="es") == "es"
    assert spoken("es", query="?lang=en") == spoken("es", query="?lang=en", chosen="es") == "en"


@pytest.mark.parametrize("path", ["/", "/migration", "/energy/energy-3", "/embed/energy-3", "/present/energy"])
def test_a_page_names_itself_in_the_other_language(client: FlaskClient, path: str) -> None:
    page = client.get(f"{path}?vintage=latest&lang=es").text
    others = dict(re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]+)"', page))
    assert {lang: unescape(url) for lang, url in others.items()} == {
        lang: f"http://localhost{path}?vintage=latest&lang={lang}" for lang in ("en", "es")
    }


def test_the_language_of_an_address_is_remembered_but_for_a_card_in_another_page(server: Flask) -> None:
    reader = server.test_client()

    def next_visit() -> str:
        return reader.get("/energy", headers={"Accept-Language": "en"}).headers["Location"]

    reader.get("/embed/energy-3?lang=es")
    reader.get("/nowhere?lang=es")
    reader.get("/economy?lang=fr")
    assert next_visit() == "/energy?lang=en"
    reader.get("/economy?lang=es")
    assert next_visit() == "/energy?lang=es"
    reader.get("/present/energy?lang=en")
    assert next_visit() == "/energy?lang=en"
