"""The "Download" menu of a card: pictures in several shapes, the slide, the data; only formats that can be made.

Every entry is a link to the file as the server makes it. The browser draws PNG and SVG itself (assets/pictures.js), and
keeps the links at the view on show (assets/downloads.js).
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.exhibits.base import Exhibit
from dashboard.export import studio
from dashboard.export.formats import FORMATS
from dashboard.export.order import SCALES, SHAPES, Shape
from dashboard.selection import Selection
from dashboard.text import Lang, T, same

DOWNLOAD: Final = T("Download", "Descargar")
_PICTURE: Final = T("Picture", "Imagen")
_SLIDE: Final = T("Slide", "Diapositiva")
_DATA: Final = T("Data", "Datos")
_SHAPES: Final[dict[Shape, T]] = {
    "card": T("As on the page", "Como en la página"),
    "slide": T("Slide, 16:9", "Diapositiva, 16:9"),
    "square": T("Square", "Cuadrada"),
    "column": T("Column of text", "Columna de texto"),
}
_SCALE: Final = T("PNG {n}×", "PNG {n}×")
_COPY: Final = T("Copy as picture", "Copiar como imagen")
_ROWS: Final = {"shown": T("What is on show", "Lo que se muestra"), "all": T("All rows", "Todas las filas")}
_WHICH_ROWS: Final = T("Which rows", "Qué filas")
_NAMES: Final[dict[str, T]] = {
    "png": same("PNG"),
    "svg": same("SVG"),
    "pdf": same("PDF"),
    "pptx": T("PowerPoint (PPTX)", "PowerPoint (PPTX)"),
    "xlsx": T("Excel (XLSX)", "Excel (XLSX)"),
    "csv": same("CSV"),
    "json": same("JSON"),
    "parquet": same("Parquet"),
}
_PICTURES: Final = ("png", "svg", "pdf")
_DRAWN_BY_SERVER: Final = ("pdf",)
_WORDS: Final = {
    "making": T("Making the file …", "Preparando el archivo …"),
    "saved": T("Saved: {name}", "Guardado: {name}"),
    "copied": T("The picture is on the clipboard.", "La imagen está en el portapapeles."),
    "refused": T(
        "The browser does not let pages copy pictures here. Download the PNG instead.",
        "El navegador no permite copiar imágenes aquí. Descargue el PNG.",
    ),
    "failed": T("That did not work. Try again in a moment.", "No funcionó. Inténtelo de nuevo en un momento."),
}


def menu(exhibit: Exhibit, selection: Selection, lang: Lang) -> Component:
    """The menu of an exhibit: a disclosure with its links in groups."""
    groups = [_pictures(exhibit, selection, lang), _slide(exhibit, selection, lang), _data(exhibit, selection, lang)]
    words = {name: text[lang] for name, text in _WORDS.items()}
    return html.Details(
        [
            html.Summary(DOWNLOAD[lang], **{"aria-label": f"{DOWNLOAD[lang]}: {exhibit.subject[lang]}"}),
            html.Div(
                [*(group for group in groups if group), html.P(className="download-status", role="status")],
                className="download-menu",
            ),
        ],
        className="downloads",
        **{
            "data-downloads": exhibit.id,
            "data-pictures": " ".join(_PICTURES),
            "data-words": json.dumps(words, ensure_ascii=False),
        },
    )


def _group(title: T, lang: Lang, *children: Component) -> Component:
    return html.Div([html.P(title[lang], className="download-title"), *children], className="download-group")


def _row(name: str, links: list[Component]) -> Component:
    return html.Div(
        [html.Span(name, className="download-name"), html.Span(links, className="download-links")],
        className="download-row",
        role="group",
        **{"aria-label": name},
    )


def _file(
    exhibit: Exhibit, selection: Selection, lang: Lang, format: str, words: str, said: str, **more: str
) -> Component:
    """A link to a file; ``more`` are the parameters that it has besides those of the view."""
    query = "&".join([replace(selection, lang=lang).to_query(), *(f"{name}={value}" for name, value in more.items())])
    return html.A(
        words,
        href=f"/api/v1/exhibits/{exhibit.id}.{format}?{query}",
        download="",
        **{"data-file": format, "data-more": json.dumps(more), "aria-label": said},
    )


def _pictures(exhibit: Exhibit, selection: Selection, lang: Lang) -> Component | None:
    offered = [name for name in _PICTURES if name in FORMATS and (name not in _DRAWN_BY_SERVER or studio.find())]
    if not offered:
        return None
    rows = []
    for shape in SHAPES:
        of_shape = {"shape": shape} if shape != SHAPES[0] else {}
        links = []
        for format in offered:
            scales = SCALES if format == "png" else (1,)
            for scale in scales:
                words = _SCALE.format(n=scale)[lang] if format == "png" else _NAMES[format][lang]
                scaled = {"scale": str(scale)} if scale != 1 else {}
                said = f"{words}, {_SHAPES[shape][lang]}"
                links.append(_file(exhibit, selection, lang, format, words, said, **of_shape, **scaled))
        rows.append(_row(_SHAPES[shape][lang], links))
    copying = html.Button(_COPY[lang], type="button", className="download-copy", **{"data-copy-picture": ""})
    return _group(_PICTURE, lang, *rows, copying)


def _slide(exhibit: Exhibit, selection: Selection, lang: Lang) -> Component | None:
    if "pptx" not in FORMATS:
        return None
    words = _NAMES["pptx"][lang]
    return _group(
        _SLIDE, lang, html.Div(_file(exhibit, selection, lang, "pptx", words, words), className="download-row")
    )


def _data(exhibit: Exhibit, selection: Selection, lang: Lang) -> Component | None:
    offered = [name for name in _NAMES if name in FORMATS and name not in (*_PICTURES, "pptx")]
    if not offered:
        return None
    links = [_file(exhibit, selection, lang, name, _NAMES[name][lang], _NAMES[name][lang]) for name in offered]
    choices = [
        html.Button(
            words[lang],
            type="button",
            className="download-rows",
            **{"data-rows": rows, "aria-pressed": "true" if rows == "shown" else "false"},
        )
        for rows, words in _ROWS.items()
    ]
    which = html.Div(choices, className="segmented", role="group", **{"aria-label": _WHICH_ROWS[lang]})
    return _group(_DATA, lang, which, html.Div(html.Span(links, className="download-links"), className="download-row"))
