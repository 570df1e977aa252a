"""The data API under ``/api/v1``: the pages' query, strictly read; JSON lists; every format of every exhibit.

Answers may be kept and asked for again with their ETag; anyone's page may read them (CORS). Errors are JSON in the one
shape of ``dashboard.errors``, in the language that is asked for, with the values that are allowed.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Collection
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from flask import Blueprint, Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from dashboard import __version__, errors, serving
from dashboard.charts import draw
from dashboard.charts.theme import SIZES
from dashboard.exhibits.compose import Composer
from dashboard.export import about, listings, openapi, package
from dashboard.export import asked as reading
from dashboard.export.asked import Asked, Refused
from dashboard.export.formats import FORMATS
from dashboard.export.names import file_name
from dashboard.export.order import Order
from dashboard.text import T

BASE: Final = listings.BASE
FRESH: Final = "public, max-age=300"
# Heavy formats: few at a time, and the last ones are kept.
AT_ONCE: Final = 2
PATIENCE: Final = 5  # seconds that a request waits for its turn
INLINE: Final = ("json", "png", "svg", "pdf")
REMARK: Final = "X-Dashboard-Remark"
CORS: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Disposition, Content-Length, X-Request-ID, X-Dashboard-Remark",
}
PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, Accept, Content-Type",
    "Access-Control-Max-Age": "86400",
}
_BUSY: Final = T(errors.WORDS[429]["en"], errors.WORDS[429]["es"])
_turns = threading.BoundedSemaphore(AT_ONCE)


def add_routes(server: Flask, composer: Composer, data_dir: Path) -> None:
    """Every route of the API on ``server``; the data package is read from ``data_dir``."""
    api = Blueprint("api", __name__, url_prefix=BASE)

    def read(allowed: Collection[str]) -> Asked:
        query = request.query_string.decode("utf-8", "replace")
        return reading.read(query, allowed, composer.vocabulary)

    def order(exhibit: str, allowed: Collection[str]) -> Order:
        query = request.query_string.decode("utf-8", "replace")
        return reading.order(composer, exhibit, reading.read_of(composer, exhibit, query, allowed), site())

    def listing(path: str, make: Callable[[Asked], Any]) -> None:
        allowed = openapi.LISTS[path].parameters

        def view() -> Response:
            asked = read(allowed)
            return reply(composer, lambda: as_json(make(asked)))

        api.add_url_rule(path, path, view)

    listing("/exhibits", lambda asked: {"exhibits": listings.exhibits(composer, asked, site())})
    listing("/sources", lambda asked: listings.sources(composer, asked))
    listing("/chapters", lambda asked: {"chapters": listings.chapters(composer, asked, site())})
    listing("/dimensions", lambda asked: listings.dimensions(composer, asked))
    listing("/claims", lambda asked: {"claims": listings.claims(composer, asked)})
    listing("/milestones", lambda asked: {"milestones": listings.milestones(composer, asked)})
    listing("/recommendations", lambda asked: {"recommendations": listings.recommendations(composer, asked)})

    @api.get("/exhibits/<name>")
    def exhibit(name: str) -> Response:
        id, dot, format = name.rpartition(".")
        if not dot:
            one = order(name, reading.OF_EXHIBIT)
            return reply(composer, lambda: as_json(listings.exhibit(one)))
        if id not in composer.exhibits:
            raise reading.no_such("exhibit", id, composer.exhibits)
        if format not in FORMATS:
            raise reading.no_such("format", format, FORMATS)
        one = order(id, reading.OF_FILE)
        response = reply(
            composer, lambda: made(one, format), FORMATS[format].mime, file_name(one, format), format in INLINE
        )
        if remarks := about.remarks(one):  # a CSV cannot say it
            response.headers[REMARK] = in_header(" ".join(remarks))
        return response

    @api.get("/exhibits/<id>/figure.json")
    def figure(id: str) -> Response:
        if id not in composer.exhibits:
            raise reading.no_such("exhibit", id, composer.exhibits)
        query = request.query_string.decode("utf-8", "replace")
        asked = reading.read_of(composer, id, query, reading.OF_FIGURE)
        one = reading.order(composer, id, asked, site())
        size = next(name for name in SIZES if name == asked.extras["size"])
        return reply(composer, lambda: drawn(one, size))

    @api.get("/sources/<id>")
    def source(id: str) -> Response:
        asked = read(("lang",))
        return reply(composer, lambda: as_json(listings.source(composer, id, asked.lang)))

    @api.get("/package.zip")
    def whole() -> Response:
        read(())
        name = f"{package.NAME}_{composer.dataset.version}.zip"
        return reply(
            composer, lambda: package.as_zip(composer.dataset, data_dir), "application/zip", name, inline=False
        )

    @api.get("/openapi.json")
    def described() -> Response:
        read(())
        return reply(composer, lambda: as_json(openapi.document(composer, site())))

    @api.get("/")
    def index() -> Response:
        read(())
        return reply(composer, lambda: as_json(openapi.index(site())))

    @api.get("/<path:rest>")
    def nothing(rest: str) -> Response:
        raise reading.no_such("address", f"{BASE}/{rest}", openapi.addresses())

    api.register_error_handler(Refused, refused)
    server.register_blueprint(api)
    server.after_request(open_to_all)


def site() -> str:
    """The address that the request came to, without a slash at its end."""
    return request.host_url.rstrip("/")


def in_header(text: str) -> str:
    """``text`` as a header can hold it: what is not ASCII percent-encoded (UTF-8), and the percent sign."""
    return quote(" ".join(text.split()), safe=" !\"#$&'()*+,/:;<=>?@[]^`{|}")


def as_json(body: Any) -> bytes:
    """``body`` as JSON that holds every language's letters."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def drawn(order: Order, size: Any) -> bytes:
    """The validated figure in the colours of its theme; without traces where the filters leave nothing."""
    composed = order.composed()
    if composed.empty:
        return as_json({"data": [], "layout": {"title": {"text": composed.empty[order.lang]}}})
    return str(draw.figure(composed.arranged, order.lang, size, order.theme).to_json()).encode()


def made(order: Order, format: str) -> bytes:
    """The file of an order. Raises ``Refused``, 429, where too many heavy ones are being made."""
    if format not in openapi.HEAVY:
        return FORMATS[format].make(order)
    if not _turns.acquire(timeout=PATIENCE):
        raise Refused(429, _BUSY)
    try:
        return _kept(order, format)
    finally:
        _turns.release()


@lru_cache(maxsize=48)
def _kept(order: Order, format: str) -> bytes:
    return FORMATS[format].make(order)


def reply(
    composer: Composer, make: Callable[[], bytes], mime: str = "application/json", name: str = "", inline: bool = True
) -> Response:
    """The answer, or 304 where the caller has it: it depends on the data, this version, the address and the day."""
    parts = (composer.dataset.version, __version__, request.url, date.today().isoformat())
    tag = hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:24]
    if request.if_none_match.contains_weak(tag):
        response = Response(status=304)
    else:
        response = Response(make(), mimetype=mime)
        serving.compress(response)
    if name:
        response.headers["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = FRESH
    response.vary.add("Accept-Encoding")
    return response


def refused(error: HTTPException) -> Response:
    """What a refused request is told."""
    assert isinstance(error, Refused)  # it is registered for no other
    words = error.words.es if errors.language(request) == "es" else error.words.en
    response = errors.answer(request, error.code or 400, g.get("request_id", ""), words, error.facts)
    if error.code == 429:
        response.headers["Retry-After"] = str(PATIENCE)
    return response


def open_to_all(response: Response) -> Response:
    """Let pages of other sites read what is under ``/api/``; nothing there depends on who asks."""
    if request.path.startswith("/api/") and request.method in ("GET", "HEAD", "OPTIONS"):
        response.headers.update(CORS)
        if request.method == "OPTIONS":
            response.headers.update(PREFLIGHT)
    return response
