"""Serving, tried on an app of one page: headers, health, limits, errors, compression, static files."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli
import plotly.offline
import pytest
from dash import Dash, Input, Output, html
from flask.testing import FlaskClient
from structlog.testing import capture_logs

from dashboard import errors, serving
from dashboard.plotly_scripts import bundle_folder
from dashboard.settings import Settings
from dashboard.static_files import StaticFiles

INDEX = """<!doctype html><html><head>{%metas%}<title>{%title%}</title>{%css%}<script>early()</script></head>
<body>{%app_entry%}{%config%}{%scripts%}{%renderer%}</body></html>"""
NOT_READY = "economy-1.csv cannot be read"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Assets of two style sheets, a script and a font, and an empty build folder with a small plotly.js."""
    assets = tmp_path / "assets"
    (assets / "fonts").mkdir(parents=True)
    (assets / "fonts" / "a.woff2").write_bytes(bytes(range(256)) * 4)
    (assets / "1.css").write_text("@font-face { src: url(fonts/a.woff2) }")
    (assets / "2.css").write_text("body { margin: 0 }" * 100)
    (assets / "a.js").write_text("window.a = 'señal';")
    made = Settings(assets_dir=assets, build_dir=tmp_path / "build", max_query_bytes=256, max_body_bytes=2048)
    bundles = bundle_folder(made)
    bundles.mkdir(parents=True)
    (bundles / "traces.json").write_text('{"base": ["scatter", "bar"], "maps": ["choropleth"], "flows": ["sankey"]}')
    (bundles / "chunk-A.js").write_text("export const core = {};" * 100)
    (bundles / "chunk-B.js").write_text('import{core}from"./chunk-A.js";export const geo = {};')
    (bundles / "plotly.js").write_text('import{core}from"./chunk-A.js";window.Plotly = core;')
    (bundles / "plotly-maps.js").write_text('import{core}from"./chunk-A.js";import"./chunk-B.js";window.Plotly = core;')
    return made


@pytest.fixture
def static(settings: Settings) -> StaticFiles:
    return StaticFiles.load(settings)


def make_app(settings: Settings, static: StaticFiles, readiness: serving.Readiness) -> Dash:
    app = Dash("tests.tiny", include_assets_files=False, add_log_handler=False, index_string=INDEX)
    app.layout = html.Div([html.Button(id="button"), html.Div("-" * 2000, id="text")])

    @app.callback(Output("text", "children"), Input("button", "n_clicks"), prevent_initial_call=True)
    def count(clicks: int) -> int:
        return 12 // clicks

    serving.harden(app, settings, static, readiness, is_page=lambda path: path in ("/", "/economy", "/embed/economy-1"))
    return app


@pytest.fixture
def client(settings: Settings, static: StaticFiles, monkeypatch: pytest.MonkeyPatch) -> Iterator[FlaskClient]:
    monkeypatch.setattr(StaticFiles, "add_components", lambda *_: None)  # slow, and tried on its own
    app = make_app(settings, static, lambda: {"data_version": "7"})
    serving.warm_up(app, static, ["/"])
    with app.server.test_client() as client:
        yield client


def click(client: FlaskClient, clicks: int) -> Any:
    body = {
        "output": "text.children",
        "outputs": {"id": "text", "property": "children"},
        "inputs": [{"id": "button", "property": "n_clicks", "value": clicks}],
        "changedPropIds": ["button.n_clicks"],
    }
    return client.post("/_dash-update-component", json=body)


def addresses(tags: str) -> list[str]:
    return re.findall(r'(?:href|src)="([^"]+)"', tags)


# Health


def test_a_live_process_says_so(client: FlaskClient) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.json) == (200, {"status": "ok"})
    assert response.headers["Cache-Control"] == "no-store"


def test_a_ready_process_tells_its_versions(client: FlaskClient) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json == {"ready": True, "version": serving.__version__, "data_version": "7"}


def test_one_that_is_not_ready_says_why(settings: Settings, static: StaticFiles) -> None:
    def readiness() -> dict[str, str]:
        raise ValueError(NOT_READY)

    response = make_app(settings, static, readiness).server.test_client().get("/readyz")
    assert response.status_code == 503
    assert response.json is not None and response.json["reason"] == NOT_READY


# Headers


@pytest.mark.parametrize("path", ["/", "/_dash-layout", "/healthz", "/nowhere", "/static/nothing.js"])
def test_every_answer_has_the_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Request-ID"]


def test_only_our_scripts_run(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    directives = dict(directive.split(" ", 1) for directive in policy.split("; "))
    assert "unsafe" not in directives["script-src"]
    assert directives["default-src"] == "'self'"
    assert directives["object-src"] == directives["base-uri"] == "'none'"
    assert serving._hash("early()") in directives["script-src"]


def test_every_inline_script_of_the_page_is_allowed(client: FlaskClient) -> None:
    response = client.get("/")
    policy = response.headers["Content-Security-Policy"]
    scripts = serving.INLINE_SCRIPT.findall(response.text)
    assert len(scripts) == 2
    assert [script for script in scripts if serving._hash(script) not in policy] == []


def test_only_embedded_pages_may_stand_in_a_frame_elsewhere(client: FlaskClient) -> None:
    assert "frame-ancestors 'self'" in client.get("/economy").headers["Content-Security-Policy"]
    assert "frame-ancestors *" in client.get("/embed/economy-1").headers["Content-Security-Policy"]


def test_a_request_keeps_a_well_formed_id(client: FlaskClient) -> None:
    given = "7f3c-gateway.1"
    assert client.get("/", headers={"X-Request-ID": given}).headers["X-Request-ID"] == given


@pytest.mark.parametrize("given", ["short", "x" * 65, "<script>alert()</script>", "ñandú-12345"])
def test_an_id_that_is_not_gets_a_new_one(client: FlaskClient, given: str) -> None:
    answered = client.get("/", headers={"X-Request-ID": given.encode().decode("latin-1")}).headers["X-Request-ID"]
    assert answered != given and serving.WELL_FORMED_ID.fullmatch(answered)


def test_one_line_is_logged_a_request_without_its_query(client: FlaskClient) -> None:
    with capture_logs() as lines:
        client.get("/economy?years=2008")
        client.get("/healthz")
    (line,) = [line for line in lines if line["log_level"] == "info"]
    assert (line["method"], line["path"], line["status"]) == ("GET", "/economy", 200)
    assert line["bytes"] > 0 and line["ms"] >= 0 and "2008" not in str(line)


# Errors and limits


def test_a_path_that_is_no_page_is_not_found_in_the_readers_language(client: FlaskClient) -> None:
    response = client.get("/nowhere?lang=es")
    assert response.status_code == 404
    assert errors.WORDS[404]["es"] in response.text
    assert response.headers["X-Request-ID"] in response.text


def test_a_program_gets_json(client: FlaskClient) -> None:
    response = client.get("/nowhere", headers={"Accept": "application/json"})
    assert response.json == {
        "error": errors.WORDS[404]["en"],
        "status": 404,
        "request_id": response.headers["X-Request-ID"],
    }


def test_a_callback_that_fails_shows_no_trace_but_logs_it(client: FlaskClient) -> None:
    with capture_logs() as lines:
        response = click(client, 0)
    assert response.status_code == 500
    assert "division" not in response.text and "Traceback" not in response.text
    assert [type(line["exc_info"]) for line in lines if line["log_level"] == "error"] == [ZeroDivisionError]


@pytest.mark.parametrize("body", [{}, [], {"output": "other.children"}, {"output": ["text"]}])
def test_a_call_of_no_callback_is_refused(client: FlaskClient, body: object) -> None:
    assert client.post("/_dash-update-component", json=body).status_code == 400


def test_a_component_file_that_there_is_not_is_not_found(client: FlaskClient) -> None:
    response = client.get("/_dash-component-suites/nothing/nothing.js")
    assert response.status_code == 404
    assert response.json is not None and response.json["error"] == errors.WORDS[404]["en"]


def test_too_long_a_query_is_refused(client: FlaskClient) -> None:
    assert client.get("/?years=" + "2" * 200).status_code == 200
    response = client.get("/?years=" + "2" * 300)
    assert response.status_code == 414
    assert errors.WORDS[414]["en"] in response.text


def test_too_large_a_body_is_refused(client: FlaskClient) -> None:
    response = client.post("/_dash-update-component", json={"output": "x" * 3000})
    assert response.status_code == 413


# Compression and caching of what is made for a request


@pytest.mark.parametrize(
    ("accepted", "coding", "decode"),
    [
        ("br, gzip", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
    ],
)
def test_a_layout_is_compressed_once(client: FlaskClient, accepted: str, coding: str, decode: Any) -> None:
    response = client.get("/_dash-layout", headers={"Accept-Encoding": accepted})
    assert response.headers["Content-Encoding"] == coding
    assert "Accept-Encoding" in response.headers["Vary"]
    assert json.loads(decode(response.data))["props"]["children"][1]["props"]["id"] == "text"


def test_a_client_that_takes_no_coding_gets_none(client: FlaskClient) -> None:
    response = client.get("/_dash-layout", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in response.headers
    assert response.json


def test_an_unchanged_layout_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/_dash-layout")
    again = client.get("/_dash-layout", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert "Referer" in first.headers["Vary"]


def test_pages_are_asked_for_anew_and_callbacks_are_not_kept(client: FlaskClient) -> None:
    assert client.get("/").headers["Cache-Control"] == "no-cache"
    assert click(client, 3).headers["Cache-Control"] == "no-store"
    assert client.get("/nowhere").headers["Cache-Control"] == "no-store"


# Static files


def test_style_sheets_are_joined_and_name_their_font_by_its_hash(client: FlaskClient, static: StaticFiles) -> None:
    response = client.get(static.url("app.css"))
    assert response.mimetype == "text/css"
    assert static.url("fonts/a.woff2") in response.text and "margin" in response.text
    assert client.get(static.url("fonts/a.woff2")).mimetype == "font/woff2"


def test_a_style_sheet_that_names_a_missing_file_is_refused(settings: Settings) -> None:
    (settings.assets_dir / "3.css").write_text("body { background: url('none.png') }")
    with pytest.raises(KeyError, match=r"none\.png"):
        StaticFiles.load(settings)


@pytest.mark.parametrize(
    ("coding", "decode"), [("br", brotli.decompress), ("gzip", gzip.decompress), ("identity", bytes)]
)
def test_a_static_file_comes_as_asked_for(client: FlaskClient, static: StaticFiles, coding: str, decode: Any) -> None:
    response = client.get(static.url("chunk-A.js"), headers={"Accept-Encoding": coding})
    assert response.headers.get("Content-Encoding", "identity") == coding
    assert response.headers["Vary"] == "Accept-Encoding"
    assert decode(response.data).startswith(b"export")


def test_a_hashed_address_is_kept_for_ever(client: FlaskClient, static: StaticFiles) -> None:
    headers = client.get(static.url("app.js")).headers
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(static.url("app.js"), headers={"If-None-Match": headers["ETag"]}).status_code == 304


def test_an_outdated_address_gets_the_file_of_today(client: FlaskClient) -> None:
    response = client.get("/static/app.0123456789.js")
    assert "señal" in response.text
    assert response.headers["Cache-Control"] == "no-cache"


def test_nothing_outside_is_served(client: FlaskClient, settings: Settings) -> None:
    (settings.assets_dir.parent / "secret.txt").write_text("secret")
    assert client.get("/static/../secret.txt").status_code == 404
    assert client.get("/static/%2e%2e/secret.txt").status_code == 404


def test_what_was_compressed_is_kept(settings: Settings, static: StaticFiles) -> None:
    kept = sorted(path.suffix for path in (settings.build_dir / "static").iterdir())
    assert kept == [".br", ".br", ".gz", ".gz"]  # app.css and chunk-A.js; the others are small or a font


def test_a_minified_file_is_served_until_its_source_changes(settings: Settings, static: StaticFiles) -> None:
    source = static.joined()["app.js"]
    minified = settings.build_dir / "minified" / f"{hashlib.sha256(source).hexdigest()}.js"
    minified.parent.mkdir()
    minified.write_text("window.a=1")
    assert StaticFiles.load(settings).url("app.js") != static.url("app.js")
    (settings.assets_dir / "a.js").write_text("window.a = 2;")
    changed = StaticFiles.load(settings)
    assert changed._files["app.js"].bodies["identity"] == b"window.a = 2;"


def test_a_page_loads_the_smallest_plotly_that_has_its_traces(client: FlaskClient, static: StaticFiles) -> None:
    core, geo = static.url("chunk-A.js"), static.url("chunk-B.js")
    assert static.plotly.tags() == static.plotly.tags({"bar"})
    assert addresses(static.plotly.tags({"bar"})) == [core, static.url("plotly.js")]
    assert addresses(static.plotly.tags({"bar", "choropleth"})) == [core, geo, static.url("plotly-maps.js")]
    assert core in client.get(static.url("plotly-maps.js")).text
    assert 'id="plotly"' in static.plotly.tags()


def test_what_a_page_draws_later_comes_from_the_bundle_that_has_it(static: StaticFiles) -> None:
    assert static.plotly.later({"choropleth"}) == static.url("plotly-maps.js")


def test_a_trace_that_no_bundle_has_is_refused(static: StaticFiles) -> None:
    with pytest.raises(KeyError, match="surface"):
        static.plotly.tags({"surface"})


def test_without_a_bundle_the_whole_of_plotly_is_served_and_said(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bundle_folder(settings) / "traces.json").unlink()
    monkeypatch.setattr(plotly.offline, "get_plotlyjs", lambda: "window.Plotly = 'whole';")
    with capture_logs() as lines:
        static = StaticFiles.load(settings)
    assert static._files["plotly.js"].bodies["identity"] == b"window.Plotly = 'whole';"
    assert addresses(static.plotly.tags({"surface"})) == [static.url("plotly.js")]
    assert ["npm" in line["event"] for line in lines] == [True]


def test_dash_component_files_are_compressed_ahead(settings: Settings, static: StaticFiles) -> None:
    app = make_app(settings, static, dict)
    app.registered_paths.clear()
    with app.server.test_client() as client:
        page = client.get("/").text
        app.registered_paths = {"dash": {"deps/prop-types@15.8.1.min.js"}}
        static.add_components(app)
        address = next(part for part in page.split('"') if "prop-types" in part)
        response = client.get(address, headers={"Accept-Encoding": "br"})
    assert response.headers["Content-Encoding"] == "br"
    assert "immutable" in response.headers["Cache-Control"]
    assert b"PropTypes" in brotli.decompress(response.data)
