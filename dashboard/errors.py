"""One shape for every error: JSON for programs, a short page for people, both with the request's id, never a trace."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from dash.exceptions import DependencyException, InvalidResourceError
from flask import Request, Response
from werkzeug.exceptions import HTTPException

from dashboard.error_page import Way, page
from dashboard.selection import THEMES
from dashboard.text import LANGS, Lang, T, as_lang

WORDS: dict[int, T] = {
    400: T("This request cannot be read.", "No se puede leer esta solicitud."),
    404: T("There is no such page.", "Esta página no existe."),
    405: T("This address does not take such requests.", "Esta dirección no admite ese tipo de solicitud."),
    413: T("This request is too large.", "Esta solicitud es demasiado grande."),
    414: T("The address of this page is too long.", "La dirección de esta página es demasiado larga."),
    429: T(
        "Too many files are being made at once. Try again in a few seconds.",
        "Se están creando demasiados archivos a la vez. Inténtelo de nuevo en unos segundos.",
    ),
    500: T(
        "Something went wrong on our side. It has been logged under the number below.",
        "Algo falló de nuestro lado. Quedó registrado con el número de abajo.",
    ),
    503: T("The dashboard is not ready yet.", "El tablero aún no está listo."),
}
# What Dash raises for component files that it does not know.
STATUS: dict[type[Exception], int] = {DependencyException: 404, InvalidResourceError: 404}
OTHER = T("This cannot be answered.", "No se puede responder.")


def wants_json(request: Request) -> bool:
    """Whether a program asks: Dash's own calls, the API, or whoever prefers JSON to HTML."""
    if request.path.startswith(("/_dash", "/api/", "/oembed", "/healthz", "/readyz")):
        return True
    accept = request.accept_mimetypes
    return accept["application/json"] > accept["text/html"]


def language(request: Request) -> Lang:
    """The language to say it in: the address's, the one that was chosen last, or the best that the browser takes."""
    return as_lang(_one_of(LANGS, request, "lang") or request.accept_languages.best_match(LANGS) or "en")


def _one_of(known: Sequence[str], request: Request, name: str) -> str:
    """What the address says of ``name``, otherwise the cookie; empty where neither names one that is known."""
    return next((one for one in (request.args.get(name, ""), request.cookies.get(name, "")) if one in known), "")


def answer(
    request: Request,
    status: int,
    request_id: str,
    words: str | None = None,
    facts: Mapping[str, Any] | None = None,
    nearest: Sequence[Way] = (),
) -> Response:
    """The answer to a request that failed.

    Args:
        request: the request.
        status: an HTTP status of 400 or more.
        request_id: the number under which it is logged.
        words: what to say instead of the status's own sentence.
        facts: what else a program is told: what was wrong, what is allowed.
        nearest: pages that a person may have meant: address and words of each.
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
        theme = _one_of(THEMES, request, "theme")
        text = page(status, said, request_id, lang, theme, request.path, nearest)
        response = Response(text, mimetype="text/html")
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


def status_of(error: Exception) -> int:
    """The HTTP status of an exception: its own, Dash's as listed, or 500."""
    for known, status in STATUS.items():
        if isinstance(error, known):
            return status
    return (error.code or 500) if isinstance(error, HTTPException) else 500
