"""What stands between the dashboard and the network: health, headers, compression, limits, errors, the access log.

In ``create_app``::

    static = StaticFiles.load(settings)
    app = Dash(
        ...,
        include_assets_files=False,
        add_log_handler=False,
        external_stylesheets=[static.url("app.css")],
        external_scripts=[static.url("app.js")],
        index_string=INDEX.replace("{head}", serving.PRELOADS + static.plotly.tags({"bar", "scatter"})),
    )
    ...  # layout and callbacks
    serving.harden(app, settings, static, readiness, is_page)
    serving.warm_up(app, static, pages)
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import time
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice
from typing import Any

import brotli
import structlog
from dash import Dash
from flask import Flask, Response, abort, g, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.serving import is_running_from_reloader, run_simple

from dashboard import __version__, errors
from dashboard.error_page import Way
from dashboard.settings import Settings
from dashboard.static_files import COMPRESSIBLE, SMALL, StaticFiles, best_coding
from dashboard.text import Lang

log = structlog.get_logger(__name__)

Readiness = Callable[[], Mapping[str, Any]]
Nearest = Callable[[str, Lang], Sequence[Way]]

WELL_FORMED_ID = re.compile(r"[\w.:-]{8,64}", re.ASCII)
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL)
KEPT = 500_000  # bytes up to which a compressed body is kept
QUALITY = 5  # brotli's, on the fly: as quick as gzip and a fifth smaller
EMBEDDED = "/embed/"
CATCH_ALL = "/<path:path>"  # Dash's endpoint for every path that nothing else answers
# Dash's first two requests, sent while its scripts are still on their way. For the head of a page.
PRELOADS = "".join(
    f'<link rel="preload" as="fetch" crossorigin href="/_dash-{name}">' for name in ("layout", "dependencies")
)
QUIET = ("/healthz", "/readyz")
WARM_UP = "dashboard.warm_up"  # marks our own first requests


def harden(
    app: Dash,
    settings: Settings,
    static: StaticFiles,
    readiness: Readiness,
    is_page: Callable[[str], bool] = lambda path: True,
    nearest: Nearest = lambda path, lang: (),
) -> None:
    """Make a Dash app fit to be served; to be called when its layout and all its callbacks are defined.

    Args:
        app: the app.
        settings: the settings of this process.
        static: its static files.
        readiness: what /readyz tells of the data, ``{"data_version": ...}``; raises when they are not there.
        is_page: whether a path (``/economy``) is a page; every other one is answered 404.
        nearest: the pages that somebody may have meant who asked for a path that is none, in a language.
    """
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    if settings.dev:
        app.enable_dev_tools(debug=True, dev_tools_disable_version_check=True)
    policy = content_security_policy(app, settings)

    def begin() -> Response | None:
        g.started = time.perf_counter()
        g.request_id = request_id(request.headers.get("X-Request-ID"))
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)
        if len(request.query_string) > settings.max_query_bytes:
            abort(414)
        if answered := static.respond(request):
            return answered
        if request.endpoint == CATCH_ALL and not is_page(request.path):
            abort(404)
        if request.path == "/_dash-update-component" and not is_callback(app, request.get_json(silent=True)):
            abort(400)
        return None

    def finish(response: Response) -> Response:
        add_headers(response, policy)
        if "ETag" not in response.headers:
            cache(response)
            compress(response)
        write_access_line(response)
        return response

    # First in, last out: around whatever hooks there are already.
    server.before_request_funcs.setdefault(None, []).insert(0, begin)
    server.after_request_funcs.setdefault(None, []).insert(0, finish)
    server.add_url_rule("/healthz", "healthz", lambda: Response('{"status": "ok"}', mimetype="application/json"))
    server.add_url_rule("/readyz", "readyz", lambda: ready(readiness))
    answer = partial(failed, nearest=nearest)
    server.register_error_handler(HTTPException, answer)
    for known in errors.STATUS:
        server.register_error_handler(known, answer)
    if not settings.dev:  # where Dash shows the trace in the browser
        server.register_error_handler(Exception, answer)


def warm_up(app: Dash, static: StaticFiles, pages: Iterable[str] = ("/",)) -> None:
    """Answer the first requests before the workers are forked: no worker is cold, and caches are filled once for all.

    Dash sets itself up in the first request it gets, and a second one that comes meanwhile fails (plotly/dash#3971).

    Args:
        app: the app, hardened.
        static: its static files.
        pages: the pages whose layout is asked for as a browser would; only the first with hot reload.
    """
    client = app.server.test_client()
    for page in islice(pages, 1 if static.dev else None):
        headers = {"Referer": f"http://localhost{page}", "Accept-Encoding": "br"}
        for path in (page, "/_dash-layout", "/_dash-dependencies"):
            response = client.get(path, headers=headers, environ_overrides={WARM_UP: True})
            if response.status_code >= 400:
                raise RuntimeError(f"{path} for {page} is answered {response.status_code}")
    structlog.contextvars.clear_contextvars()
    static.add_components(app)


def is_callback(app: Dash, body: object) -> bool:
    """Whether the body of a request calls a callback that there is; what else is sent there is noise, not our error."""
    return isinstance(body, dict) and str(body.get("output")) in app.callback_map


def content_security_policy(app: Dash, settings: Settings) -> str:
    """Scripts of ours alone, no frames around the pages; ``{ancestors}`` is filled in for each request."""
    own = [_hash(script) for script in INLINE_SCRIPT.findall(app.index_string)]
    scripts = " ".join(["'self'", *app.csp_hashes(), *own])
    if settings.dev:  # Dash's developer tools evaluate code
        scripts = "'self' 'unsafe-inline' 'unsafe-eval'"
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",  # plotly.js styles its marks inline
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors {ancestors}",
        ]
    )


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def request_id(given: str | None) -> str:
    """The id under which a request is logged: the one that a proxy gave, if it is well formed, or a new one."""
    return given if given and WELL_FORMED_ID.fullmatch(given) else uuid.uuid4().hex


def add_headers(response: Response, policy: str) -> None:
    """The headers that every answer has. Dash needs a Referer, so the policy on it is not ``no-referrer``."""
    headers = response.headers
    headers["X-Request-ID"] = g.request_id
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    if response.mimetype == "text/html":
        ancestors = "*" if request.path.startswith(EMBEDDED) else "'self'"
        headers["Content-Security-Policy"] = policy.format(ancestors=ancestors)
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        if ancestors != "*":
            headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if request.is_secure:
        headers["Strict-Transport-Security"] = "max-age=31536000"


def cache(response: Response) -> None:
    """What nobody said how to keep: pages and layouts are asked for anew, and not sent again when they are the same."""
    kept = request.method in ("GET", "HEAD") and request.path not in QUIET
    response.headers.setdefault("Cache-Control", "no-cache" if kept else "no-store")
    if not kept:
        return
    if request.path == "/_dash-layout":  # depends on the page that asks
        response.vary.add("Referer")
        response.vary.add("Cookie")
    # A page holds a token of its own each time.
    if request.method == "GET" and response.status_code == 200 and response.mimetype == "application/json":
        response.add_etag(weak=True)
        response.make_conditional(request)


def compress(response: Response) -> None:
    """Compress what was made for this request and is worth it."""
    if response.is_streamed or response.direct_passthrough or "Content-Encoding" in response.headers:
        return
    if not COMPRESSIBLE.match(response.mimetype or ""):
        return
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    coding = best_coding(request)
    if coding != "identity" and len(body) >= SMALL:
        make = compressed if len(body) <= KEPT else compressed.__wrapped__
        response.set_data(make(body, coding))
        response.headers["Content-Encoding"] = coding


@lru_cache(maxsize=64)
def compressed(body: bytes, coding: str) -> bytes:
    """A body in a coding; the last few are kept, since readers ask for the same."""
    return brotli.compress(body, quality=QUALITY) if coding == "br" else gzip.compress(body, 5, mtime=0)


def write_access_line(response: Response) -> None:
    """One line a request. The query is left out: it says what someone reads."""
    write = log.debug if request.path in QUIET or WARM_UP in request.environ else log.info
    write(
        "request",
        method=request.method,
        path=request.path,
        status=response.status_code,
        ms=round((time.perf_counter() - g.started) * 1000, 1),
        bytes=response.content_length or 0,
    )


def ready(readiness: Readiness) -> Response:
    """Whether pages can be served: the versions of the app and of the data, or 503 with the reason in words."""
    try:
        facts, status = {"ready": True, "version": __version__, **readiness()}, 200
    except Exception as error:
        log.exception("not ready")
        facts, status = {"ready": False, "version": __version__, "reason": str(error)}, 503
    return Response(json.dumps(facts), status=status, mimetype="application/json")


def failed(error: Exception, nearest: Nearest) -> Response:
    """The answer to a request that raised."""
    status = errors.status_of(error)
    if status >= 500:
        log.error("failed", method=request.method, path=request.path, exc_info=error)
    meant = nearest(request.path, errors.language(request)) if status == 404 and not errors.wants_json(request) else ()
    response = errors.answer(request, status, g.request_id, nearest=meant)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return response


def run_dev(create: Callable[[Settings], Dash], settings: Settings) -> None:
    """Serve with hot reload: a change of the code, the assets or the data restarts the server, then the page.

    Args:
        create: makes the app; called in the process that serves, not in the one that watches.
        settings: with ``dev``.
    """
    folders = (settings.assets_dir, settings.data_dir)
    watched = [str(path) for folder in folders for path in folder.rglob("*") if path.is_file()]
    server = create(settings).server if is_running_from_reloader() else Flask(__name__)
    run_simple(settings.host, settings.port, server, use_reloader=True, extra_files=watched, threaded=True)
