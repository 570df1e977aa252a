"""One shape for every error: JSON for programs, a short page for people, both with the request's id, never a trace."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from dash.exceptions import DependencyException, InvalidResourceError
from flask import Request, Response
from werkzeug.exceptions import HTTPException

LANGUAGES = ("en", "es")
WORDS: dict[int, dict[str, str]] = {
    400: {"en": "This request cannot be read.", "es": "No se puede leer esta solicitud."},
    404: {"en": "There is no such page.", "es": "Esta página no existe."},
    405: {
        "en": "This address does not take such requests.",
        "es": "Esta dirección no admite ese tipo de solicitud.",
    },
    413: {"en": "This request is too large.", "es": "Esta solicitud es demasiado grande."},
    414: {
        "en": "The address of this page is too long.",
        "es": "La dirección de esta página es demasiado larga.",
    },
    429: {
        "en": "Too many files are being made at once. Try again in a few seconds.",
        "es": "Se están creando demasiados archivos a la vez. Inténtelo de nuevo en unos segundos.",
    },
    500: {
        "en": "Something went wrong on our side. It has been logged under the number below.",
        "es": "Algo falló de nuestro lado. Quedó registrado con el número de abajo.",
    },
    503: {"en": "The dashboard is not ready yet.", "es": "El tablero aún no está listo."},
}
# What Dash raises for component files that it does not know.
STATUS: dict[type[Exception], int] = {DependencyException: 404, InvalidResourceError: 404}
OTHER = {"en": "This cannot be answered.", "es": "No se puede responder."}
HOME = {"en": "To the overview", "es": "Ir al resumen"}
NUMBER = {"en": "Request", "es": "Solicitud"}
PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{status}</title><style>
:root {{ color-scheme: light dark }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 40em; margin: 15vh auto; padding: 0 16px }}
small {{ opacity: .75 }}
</style></head><body><main><h1>{words}</h1><p><a href="/?lang={lang}">{home}</a></p>
<p><small>{number} {request_id}</small></p></main></body></html>
"""


def wants_json(request: Request) -> bool:
    """Whether a program asks: Dash's own calls, the API, or whoever prefers JSON to HTML."""
    if request.path.startswith(("/_dash", "/api/", "/oembed", "/healthz", "/readyz")):
        return True
    accept = request.accept_mimetypes
    return accept["application/json"] > accept["text/html"]


def language(request: Request) -> str:
    """The language to say it in: the address's, otherwise the best that the browser takes."""
    asked = request.args.get("lang", "")
    if asked in LANGUAGES:
        return asked
    return request.accept_languages.best_match(LANGUAGES) or "en"


def answer(
    request: Request, status: int, request_id: str, words: str | None = None, facts: Mapping[str, Any] | None = None
) -> Response:
    """The answer to a request that failed.

    Args:
        request: the request.
        status: an HTTP status of 400 or more.
        request_id: the number under which it is logged.
        words: what to say instead of the status's own sentence.
        facts: what else a program is told: what was wrong, what is allowed.
    """
    lang = language(request)
    said = words or WORDS.get(status, OTHER)[lang]
    if wants_json(request):
        response = Response(
            json.dumps(
                {"error": said, "status": status, "request_id": request_id} | dict(facts or {}), ensure_ascii=False
            ),
            mimetype="application/json",
        )
    else:
        response = Response(
            PAGE.format(
                lang=lang,
                status=status,
                words=escape(said),
                home=HOME[lang],
                number=NUMBER[lang],
                request_id=escape(request_id),
            ),
            mimetype="text/html",
        )
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


def status_of(error: Exception) -> int:
    """The HTTP status of an exception: its own, Dash's as listed, or 500."""
    for known, status in STATUS.items():
        if isinstance(error, known):
            return status
    return (error.code or 500) if isinstance(error, HTTPException) else 500
