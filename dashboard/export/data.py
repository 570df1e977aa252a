"""The rows of an exhibit as a file: every row that the filters keep, with status, source and locator."""

from __future__ import annotations

from flask import Flask, Response, request

from dashboard.exhibits.compose import Composer
from dashboard.selection import parse

# Columns made at load, which a reader of the file can make again from `period`.
_TYPED = ("kind", "start", "end", "year")


def as_csv(composer: Composer, exhibit: str, query: str) -> str:
    """The rows of ``exhibit`` under the filters of ``query``, as CSV with a header.

    Raises ``KeyError`` for an unknown exhibit and ``ValueError``, in words, for a query that cannot be used whole.
    """
    selection, problems = parse(query, composer.vocabulary)
    if problems:
        raise ValueError(" ".join(problem.message.en for problem in problems))
    known = composer.exhibits[exhibit]
    if exhibit not in composer.dataset.exhibits:  # it consists of records
        return composer.dataset.records[exhibit].to_csv(index=False)
    frame = selection.only(known.dimensions).apply(composer.dataset.exhibits[exhibit])
    return frame.drop(columns=list(_TYPED)).to_csv(index=False)


def add_routes(server: Flask, composer: Composer) -> None:
    """``/api/v1/exhibits/<id>.csv`` with the same query as the pages."""

    @server.get("/api/v1/exhibits/<exhibit>.csv")
    def exhibit_csv(exhibit: str) -> tuple[dict[str, str], int] | Response:
        try:
            body = as_csv(composer, exhibit, request.query_string.decode("utf-8", "replace"))
        except KeyError:
            return {"error": f"no exhibit {exhibit}; there are: {', '.join(composer.exhibits)}"}, 404
        except ValueError as no:
            return {"error": str(no)}, 400
        name = f'attachment; filename="{exhibit}.csv"'
        return Response(body, mimetype="text/csv", headers={"Content-Disposition": name})
