"""The description of the API (OpenAPI 3.1), made from the same declarations that it is served from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dashboard import __version__
from dashboard.exhibits.compose import Composer
from dashboard.export.asked import EXTRAS, OF_EXHIBIT, OF_FIGURE, OF_FILE, PAGE, values_of
from dashboard.export.formats import FORMATS
from dashboard.export.listings import BASE
from dashboard.pages import words
from dashboard.parameters import PARAMETERS
from dashboard.selection import DIMENSION_NAMES, DIMENSIONS, Vocabulary
from dashboard.selection import LISTS as NARROWING


@dataclass(frozen=True)
class Listing:
    """A list of the API: what it holds, the parameters that narrow it."""

    words: str
    parameters: tuple[str, ...]


LISTS: Final[Mapping[str, Listing]] = {
    "/exhibits": Listing("Every exhibit: its views, dimensions, formats and links", ("chapter", "q", "lang")),
    "/sources": Listing("Every source with its licence and how its numbers may be used", ("reuse", "q", "lang")),
    "/chapters": Listing("The chapters with what each argues", ("lang",)),
    "/dimensions": Listing("What exhibits can be filtered by, with every value and its name", ("lang",)),
    "/claims": Listing("What the report states with a number", ("chapter", "q", "lang")),
    "/milestones": Listing("Agreements, laws and events", ("chapter", "q", "lang")),
    "/recommendations": Listing(
        "The report's recommendations in our words", ("chapter", "actor", "instrument", "horizon", "q", "lang")
    ),
}
DESCRIPTIONS: Final[Mapping[str, str]] = {
    "years": "A range (`2000-2015`) or single years (`2008,2012`); fiscal years and months of them too. A range is cut to the data.",
    "vintage": "`report`: what the report of March 2017 showed; `latest`: all that is known today.",
    "view": "The view of an exhibit, `economy-1:balance`; its first one where it is not named.",
    "from": "The exhibit that a selection was made in. A file holds what was selected, whatever this says.",
    "table": "The exhibit whose table is open on the page; without effect on data.",
    "events": "Milestones on the time axes of pictures and figures.",
    "lang": "Language of names, headlines and notes; English where it is left out.",
    "theme": "Colours of pictures and figures.",
    "chapter": "One chapter.",
    "actor": "Who acts.",
    "instrument": "An instrument.",
    "horizon": "The horizon of a recommendation.",
    "q": "Words that are looked for, whatever their case and accents.",
}
_YEARS: Final = r"^\d{4}(-\d{4}|(,\d{4})*)$"
_SLUG: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
_REFUSED: Final = {
    "400": "A parameter that cannot be used; the answer says which, and what is allowed.",
    "404": "There is no such thing.",
}
HEAVY: Final = ("png", "svg", "pdf", "pptx")  # made by a browser or by much drawing
_HEAVY: Final = {
    "429": "Too many such files are being made at once; try again in a few seconds.",
    "501": "No browser was found on the server that could draw it.",
    "503": "It was not ready in time; try again in a moment.",
}
ERROR: Final[dict[str, Any]] = {
    "type": "object",
    "required": ["error", "status", "request_id"],
    "properties": {
        "error": {"type": "string", "description": "In words, in the language that was asked for"},
        "status": {"type": "integer"},
        "request_id": {"type": "string", "description": "The number under which the request is logged"},
        "allowed": {"type": "array", "items": {"type": "string"}, "description": "What there is"},
        "problems": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parameter", "found"],
                "properties": {
                    "parameter": {"type": "string"},
                    "found": {"type": "string"},
                    "allowed": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}


def document(composer: Composer, site: str) -> dict[str, Any]:
    """The whole description for the server at ``site``."""
    known = composer.vocabulary
    exhibit = {"name": "exhibit", "in": "path", "required": True, "schema": {"enum": list(composer.exhibits)}}
    source = {"name": "id", "in": "path", "required": True, "schema": {"enum": list(composer.dataset.sources.index)}}
    chapter = {"name": "id", "in": "path", "required": True, "schema": {"enum": [one.id for one in composer.chapters]}}
    paths: dict[str, Any] = {
        f"{BASE}/": _get("What there is under this address", (), known, ok=_json("Index"), id="index"),
        **{
            f"{BASE}{path}": _get(one.words, one.parameters, known, ok=_json(_name(path)), id=_name(path).lower())
            for path, one in LISTS.items()
        },
        f"{BASE}/exhibits/{{exhibit}}": _get(
            "One exhibit: what is on show in words, the values it has, its sources, what is missing",
            OF_EXHIBIT, known, ok=_json("Exhibit"), id="exhibit", path=exhibit,
        ),
        **{
            f"{BASE}/exhibits/{{exhibit}}.{format}": _get(
                f"An exhibit as {format}", OF_FILE, known,
                ok=_json("Rows") if format == "json" else _file(format), id=f"exhibit_{format}", path=exhibit,
                more=_HEAVY if format in HEAVY else {},
            )
            for format, one in FORMATS.items()
        },
        f"{BASE}/exhibits/{{exhibit}}/figure.json": _get(
            "The figure as plotly.js draws it", OF_FIGURE, known, ok=_json("Figure"), id="figure", path=exhibit
        ),
        f"{BASE}/exhibits/{{exhibit}}/picture.json": _get(
            "The framed figure of a picture, for a browser that draws it by itself",
            OF_FILE, known, ok=_json("Picture"), id="picture", path=exhibit,
        ),
        f"{BASE}/chapters/{{id}}.pptx": _get(
            "The slides of a chapter", PAGE, known, ok=_file("pptx"), id="chapter_slides", path=chapter, more=_HEAVY
        ),
        f"{BASE}/deck.pptx": _get(
            "The slides of the whole report, or of the exhibits that `cards` names",
            (*PAGE, "cards"), known, ok=_file("pptx"), id="deck", more=_HEAVY,
        ),
        f"{BASE}/sources/{{id}}": _get("One source", ("lang",), known, ok=_json("Source"), id="source", path=source),
        f"{BASE}/package.zip": _get(
            "The whole data package with its description, licences and citation",
            (), known, ok={"application/zip": {}}, id="package",
        ),
        f"{BASE}/openapi.json": _get("This description", (), known, ok={"application/json": {}}, id="openapi"),
    }  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {"title": words.SITE.en, "version": __version__, "description": words.TAGLINE.en},
        "servers": [{"url": site or "/"}],
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }


def _name(path: str) -> str:
    return path.strip("/").capitalize()


def _file(format: str) -> dict[str, Any]:
    return {FORMATS[format].mime: {}}


def _json(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _get(
    summary: str,
    names: Iterable[str],
    known: Vocabulary,
    *,
    ok: Mapping[str, Any],
    id: str,
    path: Mapping[str, Any] | None = None,
    more: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """One address that can be read."""
    etag = {"ETag": {"schema": {"type": "string"}}, "Cache-Control": {"schema": {"type": "string"}}}
    refused = {"400": _REFUSED["400"], **({"404": _REFUSED["404"]} if path else {}), **(more or {})}
    responses: dict[str, Any] = {
        "200": {"description": summary, "headers": etag, "content": dict(ok)},
        "304": {"description": "What the ETag of the request names is what there is."},
        **{status: {"description": told, "content": _json("Error")} for status, told in refused.items()},
    }
    parameters = [*([dict(path)] if path else []), *(parameter(name, known) for name in names)]
    return {"get": {"operationId": id, "summary": summary, "parameters": parameters, "responses": responses}}


def parameter(name: str, known: Vocabulary) -> dict[str, Any]:
    """One parameter of the query: what it does, what it can be."""
    default = next((one.default for one in PARAMETERS if one.name == name), "")
    described: dict[str, Any] = {"name": name, "in": "query", "schema": schema(name, known)}
    if default:
        described["schema"] = described["schema"] | {"default": default}
    if name in DIMENSIONS or name == "view":  # several with commas
        described |= {"style": "form", "explode": False}
    if words_of := DESCRIPTIONS.get(name) or (EXTRAS[name].words if name in EXTRAS else ""):
        described["description"] = words_of
    elif name in DIMENSION_NAMES:
        described["description"] = f"{DIMENSION_NAMES[name].en}: only these values, with commas."
    return described


def schema(name: str, known: Vocabulary) -> dict[str, Any]:
    """What a parameter can be."""
    if name in EXTRAS:
        values = [value for value in EXTRAS[name].values if value]
        return {"enum": values, "default": EXTRAS[name].values[0]} if EXTRAS[name].values[0] else {"enum": values}
    values = list(values_of(name, known))
    if name in DIMENSIONS or name == "view":
        return {"type": "array", "items": {"enum": values}, "minItems": 1, "uniqueItems": True}
    if name in ("tray", "cards"):
        return {"type": "string", "description": "Exhibits with commas, in their order."}
    if values:
        return {"enum": values}
    patterns = {"years": _YEARS, **{one: _SLUG for one in NARROWING if one != "q"}}
    return {"type": "string"} | ({"pattern": patterns[name]} if name in patterns else {})


def _object(required: Collection[str] = (), **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*properties, *required], "properties": properties}


def _list(of: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": dict(of)}


_TEXT: Final = {"type": "string"}
_TEXTS: Final = _list(_TEXT)
_ANY: Final = {"type": "object"}
_SOURCE: Final = _object(
    id=_TEXT,
    publisher=_TEXT,
    title=_TEXT,
    published=_TEXT,
    url=_TEXT,
    licence=_TEXT,
    reuse=_object(rule={"enum": [value for value in EXTRAS["reuse"].values if value]}, name=_TEXT, words=_TEXT),
    note=_TEXT,
)
_ENTRY: Final = {
    "id": _TEXT,
    "number": _TEXT,
    "title": _TEXT,
    "subject": _TEXT,
    "views": _list(_object(id=_TEXT, name=_TEXT)),
    "dimensions": _TEXTS,
    "vintages": _TEXTS,
    "formats": _TEXTS,
    "links": {"type": "object", "additionalProperties": _TEXT},
}
_SAID: Final = {
    "id": _TEXT,
    "headline": _TEXT,
    "subtitle": _TEXT,
    "notes": _TEXTS,
    "filters": _list(_object(parameter=_TEXT, name=_TEXT, words=_TEXT)),
    "units": {"type": "object", "additionalProperties": _TEXT},
    "sources": _list(_SOURCE),
    "citation": _TEXT,
    "link": _TEXT,
    "data_version": _TEXT,
}
_YEARS_OF: Final = {
    "type": ["object", "null"],
    "properties": {"first": {"type": "integer"}, "last": {"type": "integer"}},
}
_ROW: Final = _object(
    series=_TEXT, series_name=_TEXT, period=_TEXT, start=_TEXT, end=_TEXT, value={"type": ["number", "null"]},
    unit=_TEXT, unit_name=_TEXT, status=_TEXT, status_name=_TEXT, source_id=_TEXT, source=_TEXT, locator=_TEXT, note=_TEXT,
)  # fmt: skip
SCHEMAS: Final[dict[str, Any]] = {
    "Error": ERROR,
    "Index": _object(name=_TEXT, links={"type": "object", "additionalProperties": _TEXT}),
    "Exhibits": _object(exhibits=_list(_object(**_ENTRY, chapter=_TEXT))),
    "Exhibit": _object(**_ENTRY | _SAID, values=_ANY, years=_YEARS_OF, gaps=_list(_ANY)),
    "Rows": _object(**_SAID, rows=_list(_ROW)),
    "Picture": _object(figure=_ANY, size=_ANY, names=_ANY),
    "Figure": _object(data=_list(_ANY), layout=_ANY),
    "Sources": _object(rules=_list(_ANY), sources=_list(_SOURCE)),
    "Source": _SOURCE,
    "Chapters": _object(chapters=_list(_object(id=_TEXT, name=_TEXT, title=_TEXT, summary=_TEXT, exhibits=_TEXTS))),
    "Dimensions": _object(
        years=_object(first={"type": "integer"}, last={"type": "integer"}),
        dimensions=_list(_object(id=_TEXT, name=_TEXT, values=_list(_object(id=_TEXT, label=_TEXT)), exhibits=_TEXTS)),
    ),
    "Claims": _object(claims=_list(_object(claim_id=_TEXT, statement=_TEXT))),
    "Milestones": _object(milestones=_list(_object(id=_TEXT, date=_TEXT, title=_TEXT))),
    "Recommendations": _object(recommendations=_list(_object(rec_id=_TEXT, recommendation=_TEXT))),
}


def addresses() -> list[str]:
    """Every address of the API, as a template."""
    one = f"{BASE}/exhibits/<id>"
    lists = [f"{BASE}{path}" for path in LISTS]
    files = f"{one}.<{'|'.join(FORMATS)}>"
    others = (
        f"{one}/picture.json",
        f"{BASE}/chapters/<id>.pptx",
        f"{BASE}/deck.pptx",
        f"{BASE}/sources/<id>",
        f"{BASE}/package.zip",
        f"{BASE}/openapi.json",
    )
    return [*lists, one, files, f"{one}/figure.json", *others]


def index(site: str) -> dict[str, Any]:
    """Where to begin."""
    links = {path.strip("/"): f"{site}{BASE}{path}" for path in (*LISTS, "/package.zip", "/openapi.json")}
    return {"name": words.SITE.en, "links": links, "parameters": list(PAGE)}
