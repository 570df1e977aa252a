"""What a browser asks for to make a picture by itself: the framed figure; and how errors of pictures are answered."""

from __future__ import annotations

from flask import Flask, Response, g, request

from dashboard import errors
from dashboard.exhibits.compose import Composer
from dashboard.export import api, asked
from dashboard.export.names import file_name
from dashboard.export.order import Order
from dashboard.export.picture import framed, pixels
from dashboard.export.studio import NoBrowserError, PictureError, TooLargeError

ADDRESS = "/api/v1/exhibits/<id>/picture.json"
_AGAIN = "10"  # seconds after which a picture that was not made is worth asking for again


def add_routes(server: Flask, composer: Composer) -> None:
    """The figure of a picture, ready to be drawn, with the query of the pages, ``shape`` and ``scale``."""

    def picture(id: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        try:
            order = asked.order(composer, id, asked.read(query, asked.OF_FILE, composer.vocabulary), api.site())
        except asked.Refused as no:
            return api.refused(no)
        return api.reply(composer, lambda: api.as_json(described(order)))

    server.add_url_rule(ADDRESS, "picture", picture)
    server.register_error_handler(PictureError, not_made)


def described(order: Order) -> dict[str, object]:
    """``{"figure", "size": {"width", "height", "scale"}, "names": {"png", "svg"}}``: all that drawing it takes."""
    figure = framed(order)
    layout = figure["layout"]
    size = {"width": layout["width"], "height": layout["height"], "scale": pixels(order) / layout["width"] + 1e-9}
    return {"figure": figure, "size": size, "names": {kind: file_name(order, kind) for kind in ("png", "svg")}}


def not_made(error: Exception) -> Response:
    """A picture that was not made: why, in the reader's language."""
    assert isinstance(error, PictureError)  # it is registered for no other
    status = 501 if isinstance(error, NoBrowserError) else 400 if isinstance(error, TooLargeError) else 503
    words = error.message[errors.language(request)]
    response = errors.answer(request, status, g.get("request_id", ""), words)
    if status == 503:
        response.headers["Retry-After"] = _AGAIN
    return response
