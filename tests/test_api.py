"""The data API as programs use it: strict parameters, one shape of error, ETags, CORS, its own description; and sharing."""

import io
import json
import re
import threading
import zipfile
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from werkzeug.serving import make_server

from dashboard.exhibits.registry import CHAPTERS
from dashboard.export import api, openapi
from dashboard.export.formats import FORMATS
from dashboard.export.licences import RULES
from dashboard.export.listings import BASE
from dashboard.settings import ROOT

IDS = [exhibit.id for chapter in CHAPTERS for exhibit in chapter.exhibits]
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EVER_GOOD = ("/", "/chapters", "/dimensions", "/sources", "/sources/{id}", "/openapi.json")  # no pattern, no free text
MACHINES = (ROOT / "docs" / "machines.md").read_text("utf-8")


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


def get(client: FlaskClient, path: str, **more: Any) -> Any:
    return client.get(f"{BASE}{path}", **more)


# What there is


def test_the_list_names_every_exhibit_and_every_link_of_it_answers(client: FlaskClient) -> None:
    listed = get(client, "/exhibits").json["exhibits"]
    assert [one["id"] for one in listed] == IDS
    assert listed[0]["formats"] == list(FORMATS)
    for name, link in listed[0]["links"].items():
        if name not in openapi.HEAVY:
            parts = urlsplit(link)
            assert client.get(f"{parts.path}?{parts.query}").status_code == 200, name


@pytest.mark.parametrize("id", IDS)
def test_every_exhibit_says_what_it_shows(client: FlaskClient, id: str) -> None:
    told = get(client, f"/exhibits/{id}?lang=es").json
    assert told["headline"] and told["subtitle"] and told["sources"] and told["citation"]
    assert told["lang"] == "es" and told["link"].startswith("http://localhost/")
    assert set(told["values"]) <= set(told["dimensions"])


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("size", ["small", "large"])
def test_every_figure_can_be_drawn_by_plotly(client: FlaskClient, id: str, size: str) -> None:
    figure = get(client, f"/exhibits/{id}/figure.json?size={size}&theme=dark").json
    assert figure["data"] and "var(--" not in json.dumps(figure)
    if id == "economy-1":
        assert figure["layout"]["height"] > 200


def test_sources_say_their_rule_and_where_they_are_used(client: FlaskClient) -> None:
    answer = get(client, "/sources").json
    assert [rule["rule"] for rule in answer["rules"]] == [rule.id for rule in RULES]
    assert sum(rule["sources"] for rule in answer["rules"]) == len(answer["sources"])
    one = get(client, "/sources/bea_geo_2025").json
    assert one["reuse"]["rule"] == "public-domain" and "economy-1" in one["exhibits"]
    free = get(client, "/sources?reuse=public-domain").json["sources"]
    assert 0 < len(free) < len(answer["sources"]) and {s["reuse"]["rule"] for s in free} == {"public-domain"}


def test_lists_are_narrowed_and_come_in_the_language(client: FlaskClient) -> None:
    assert [one["id"] for one in get(client, "/chapters").json["chapters"]] == [chapter.id for chapter in CHAPTERS]
    of_one = get(client, "/recommendations?chapter=energy&actor=us").json["recommendations"]
    assert of_one and all(one["chapter"] == "energy" and "US" in one["actors"] for one in of_one)
    english, spanish = (get(client, f"/milestones?chapter=energy&lang={x}").json["milestones"] for x in ("en", "es"))
    assert [one["id"] for one in english] == [one["id"] for one in spanish]
    assert english[0]["title"] == "Mexican oil closed to outsiders"
    assert spanish[0]["title"] == "El petróleo mexicano se cierra a terceros"
    assert {one["chapter"] for one in get(client, "/claims?chapter=security").json["claims"]} == {"security"}
    found = get(client, "/exhibits?q=MIGRACION&lang=es").json["exhibits"]
    assert 0 < len(found) < len(IDS)


def test_dimensions_have_their_values_and_names(client: FlaskClient) -> None:
    answer = get(client, "/dimensions?lang=es").json
    state = next(one for one in answer["dimensions"] if one["id"] == "state")
    assert {"id": "us-tx", "label": "Texas"} in state["values"] and "economy-added-states" in state["exhibits"]
    assert answer["years"]["first"] < 1950 < 2024 < answer["years"]["last"]


# Files


@pytest.mark.parametrize("format", [format for format in FORMATS if format not in openapi.HEAVY])
def test_a_file_says_what_it_is_and_how_it_is_called(client: FlaskClient, format: str) -> None:
    answer = get(client, f"/exhibits/migration-2.{format}?years=2000-2010&lang=es")
    assert answer.status_code == 200
    assert answer.mimetype == FORMATS[format].mime
    name = re.search(r'filename="(.+)"', answer.headers["Content-Disposition"])[1]
    assert name.startswith("migration-2_") and name.endswith(f"_2000-2010_report_es.{format}".replace("_report", "")), (
        name
    )


def test_the_line_of_pandas_in_the_docs_reads_an_exhibit(server: Flask) -> None:
    (line,) = [line.strip() for line in MACHINES.splitlines() if line.strip().startswith("pd.read_csv(")]
    running = make_server("127.0.0.1", 0, server)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        frame = eval(line.replace("localhost:8050", f"127.0.0.1:{running.port}"), {"pd": pd})
    finally:
        running.shutdown()
        running.server_close()
    exports = frame[(frame["series"] == "us_exports_goods") & (frame["period"].astype(str) == "2015")]
    assert exports["value"].tolist() == [236460.137]


def test_every_example_in_the_docs_is_answered(client: FlaskClient) -> None:
    examples = [one for one in re.findall(r"http://localhost:8050(/api[^\s\"`]*)", MACHINES) if "<" not in one]
    assert len(examples) >= 4
    assert {one: client.get(one).status_code for one in examples} == dict.fromkeys(examples, 200)


def test_the_whole_package_can_be_had(client: FlaskClient) -> None:
    answer = get(client, "/package.zip")
    assert answer.mimetype == "application/zip" and answer.headers["Content-Disposition"].startswith("attachment")
    assert "exhibits/economy-1.csv" in zipfile.ZipFile(io.BytesIO(answer.data)).namelist()


def test_without_its_setting_nothing_answers_assistants(client: FlaskClient) -> None:
    assert client.post("/_mcp", json={"jsonrpc": "2.0", "id": 1, "method": "tools/list"}).status_code in (404, 405)


def test_every_address_in_the_docs_is_there_and_the_other_way_round(client: FlaskClient) -> None:
    table = MACHINES.split("## What there is")[1].split("An exhibit's addresses")[0]
    named = set(re.findall(rf"`({BASE}[^`]*)`", table))
    served = {re.sub(r"\{\w+\}", "<id>", path) for path in get(client, "/openapi.json").json["paths"]}
    files = {f"{BASE}/exhibits/<id>.{format}" for format in FORMATS}
    assert files <= served
    assert named == served - files - {f"{BASE}/", f"{BASE}/openapi.json"} | {f"{BASE}/exhibits/<id>.<format>"}
    for format in FORMATS:
        assert f"`{format}`" in table


def test_rows_all_gives_more_than_what_is_on_show(client: FlaskClient) -> None:
    shown, everything = (
        pd.read_csv(io.BytesIO(get(client, f"/exhibits/economy-1.csv?rows={rows}").data)) for rows in ("shown", "all")
    )
    assert set(shown["series"]) < set(everything["series"]) and len(shown) < len(everything)


# What cannot be used


@pytest.mark.parametrize(
    ("query", "parameter", "allowed"),
    [
        ("foo=1", "foo", "vintage"),
        ("vintage=old", "vintage", "latest"),
        ("rows=none", "rows", "all"),
        ("scale=3", "scale", "2"),
        ("origin=narnia", "origin", "guatemala"),
        ("origin=guatemala,narnia", "origin", "guatemala"),
        ("view=economy-1:none", "view", "economy-1:goods"),
        ("lang=fr", "lang", "es"),
        ("from=nowhere", "from", "economy-1"),
        ("years=soon", "years", None),
        ("years=2000-1990", "years", None),
        ("lang=en&lang=es", "lang", None),
    ],
)
def test_a_parameter_that_cannot_be_used_is_refused_with_what_is_allowed(
    client: FlaskClient, query: str, parameter: str, allowed: str | None
) -> None:
    answer = get(client, f"/exhibits/economy-1.csv?{query}")
    assert answer.status_code == 400 and answer.mimetype == "application/json"
    body = answer.json
    assert {"error", "status", "request_id", "problems"} == set(body) and body["status"] == 400
    (problem,) = body["problems"]
    assert problem["parameter"] == parameter and parameter in body["error"]
    assert allowed is None or allowed in problem["allowed"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_every_fault_of_a_query_is_named_at_once_in_the_language(client: FlaskClient) -> None:
    body = get(client, "/exhibits/economy-1.csv?foo=1&years=x&rows=y&lang=es").json
    assert [problem["parameter"] for problem in body["problems"]] == ["foo", "rows", "years"]
    assert "no es un parámetro" in body["error"]


def test_a_range_that_reaches_beyond_the_data_is_cut(client: FlaskClient) -> None:
    frame = pd.read_csv(io.BytesIO(get(client, "/exhibits/economy-1.csv?years=1700-1995").data))
    assert sorted(frame["period"].unique()) == [1993, 1994, 1995]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/exhibits/economy-99", "economy-1"),
        ("/exhibits/economy-99.csv", "economy-1"),
        ("/exhibits/economy-99/figure.json", "economy-1"),
        ("/exhibits/economy-1.docx", "csv"),
        ("/sources/nobody", "bea_geo_2025"),
        ("/nothing/here", f"{BASE}/exhibits"),
    ],
)
def test_what_there_is_not_is_answered_with_what_there_is(client: FlaskClient, path: str, allowed: str) -> None:
    answer = get(client, path)
    assert answer.status_code == 404 and allowed in answer.json["allowed"] and answer.json["error"]


def test_a_view_may_stand_bare_at_its_own_exhibit(client: FlaskClient) -> None:
    bare, full = (get(client, f"/exhibits/economy-1.csv?view={x}") for x in ("balance", "economy-1:balance"))
    assert bare.status_code == 200 and bare.text == full.text != get(client, "/exhibits/economy-1.csv").text
    (problem,) = get(client, "/exhibits/economy-1.csv?view=nothing").json["problems"]
    assert "economy-1:balance" in problem["allowed"] and not any("economy-2" in one for one in problem["allowed"])
    assert "economy-1:balance" in problem["words"]["en"] and "economy-2" not in problem["words"]["en"]


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ("1800-1900", "from 1985 to"),
        ("abc", "cannot be used"),
        ("2015-2000", "the first year comes after the last"),
    ],
)
def test_years_that_an_exhibit_has_none_of_are_refused(client: FlaskClient, years: str, words: str) -> None:
    answer = get(client, f"/exhibits/economy-1.csv?years={years}")
    assert answer.status_code == 400 and words in answer.json["error"] and "ignored" not in answer.json["error"]


def test_a_file_says_in_its_head_what_it_cannot_say_in_its_rows(client: FlaskClient) -> None:
    remark = get(client, "/exhibits/economy-1.csv?origin=guatemala").headers[api.REMARK]
    assert "not split by" in remark
    spanish = get(client, "/exhibits/economy-1.csv?origin=guatemala&lang=es").headers[api.REMARK]
    assert "gr%C3%A1fica no se desglosa" in spanish
    assert api.REMARK not in get(client, "/exhibits/economy-1.csv").headers


def test_a_value_that_a_list_does_not_have_is_refused(client: FlaskClient) -> None:
    answer = get(client, "/recommendations?actor=nobody")
    assert answer.status_code == 400 and "mexico" in answer.json["problems"][0]["allowed"]


def test_too_long_a_query_and_another_method_are_refused_in_json(client: FlaskClient) -> None:
    assert get(client, "/exhibits/economy-1.csv?q=" + "x" * 9000).status_code == 414
    answer = client.post(f"{BASE}/exhibits")
    assert answer.status_code == 405 and answer.json["status"] == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_when_too_many_heavy_files_are_made_at_once_one_is_told_to_wait(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "PATIENCE", 0)
    monkeypatch.setattr(api, "_turns", threading.BoundedSemaphore(1))
    heavy = next(format for format in FORMATS if format in openapi.HEAVY)
    api._turns.acquire()
    answer = get(client, f"/exhibits/economy-1.{heavy}")
    assert answer.status_code == 429 and answer.json["error"] and "Retry-After" in answer.headers


# Keeping, and who may read


def test_what_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    first = get(client, "/exhibits/economy-1.csv?years=2000-2010")
    tag = first.headers["ETag"]
    again = get(client, "/exhibits/economy-1.csv?years=2000-2010", headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert get(client, "/exhibits/economy-1.csv?years=2000-2011", headers={"If-None-Match": tag}).status_code == 200
    assert "max-age" in first.headers["Cache-Control"]


def test_answers_are_compressed(client: FlaskClient) -> None:
    answer = get(client, "/exhibits", headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br" and "Accept-Encoding" in answer.headers["Vary"]


def test_pages_of_any_site_may_read_the_api_and_only_it(client: FlaskClient) -> None:
    for path in ("/exhibits", "/exhibits/economy-99", "/exhibits/economy-1.csv"):
        assert get(client, path).headers["Access-Control-Allow-Origin"] == "*"
    asked = client.options(
        f"{BASE}/exhibits", headers={"Access-Control-Request-Method": "GET", "Origin": "https://a.b"}
    )
    assert asked.status_code == 200 and asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    for path in ("/economy?lang=en", "/oembed", "/embed/economy-1?lang=en"):
        assert "Access-Control-Allow-Origin" not in client.get(path).headers


def test_a_head_request_gets_the_headers_alone(client: FlaskClient) -> None:
    answer = client.head(f"{BASE}/exhibits/economy-1.csv")
    assert (answer.status_code, answer.data) == (200, b"")
    assert int(answer.headers["Content-Length"]) > 1000 and answer.headers["ETag"]


# The description


FUZZED = [
    "/",
    *openapi.LISTS,
    "/sources/{id}",
    "/exhibits/{exhibit}",
    "/exhibits/{exhibit}/figure.json",
    "/exhibits/{exhibit}/picture.json",
    *(f"/exhibits/{{exhibit}}.{format}" for format in FORMATS if format not in openapi.HEAVY),
    "/openapi.json",
]


@pytest.fixture(scope="module")
def described(server: Flask) -> Any:
    return schemathesis.openapi.from_wsgi(f"{BASE}/openapi.json", server)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", FUZZED)
def test_whatever_is_asked_the_answer_is_one_that_is_described(described: Any, path: str, mode: GenerationMode) -> None:
    operation = described[f"{BASE}{path}"]["GET"]
    if mode is GenerationMode.NEGATIVE and not list(operation.iter_parameters()):
        return  # there is nothing to get wrong

    @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: Any) -> None:
        answer = case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})
        assert answer.status_code in (
            (200,) if mode is GenerationMode.POSITIVE and path in EVER_GOOD else (200, 400, 404)
        )

    asked()


def test_the_description_has_every_parameter_and_format(client: FlaskClient) -> None:
    paths = get(client, "/openapi.json").json["paths"]
    for format, made in FORMATS.items():
        one = paths[f"{BASE}/exhibits/{{exhibit}}.{format}"]["get"]
        assert list(one["responses"]["200"]["content"]) == [made.mime]
        names = {parameter["name"] for parameter in one["parameters"]}
        assert {"years", "origin", "vintage", "view", "lang", "rows", "exhibit"} <= names
