"""A workbook of an exhibit: the data as on the chart with a native chart of them, its rows one by one, sources and notes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.charts.theme import colour
from dashboard.export import about, native_chart, rows
from dashboard.export.order import Order
from dashboard.export.wide import Cell, wide
from dashboard.pages import words
from dashboard.periods import in_words
from dashboard.text import T, same

SHEETS: Final = (T("Data", "Datos"), T("Rows shown", "Filas a la vista"), T("Sources and notes", "Fuentes y notas"))
# What the tables of records are called, by the last word of their names in the package.
RECORDS: Final = {
    "crossings": T("Crossings", "Cruces"),
    "filings": T("Filings", "Expedientes"),
    "lines": T("Lines", "Líneas"),
    "links": T("Links", "Enlaces"),
    "mechanisms": T("Mechanisms", "Mecanismos"),
    "nodes": T("Nodes", "Nodos"),
    "priorities": T("Priorities", "Prioridades"),
    "traits": T("Traits", "Rasgos"),
}
EVERY: Final = T("Every row", "Todas las filas")  # what the second sheet is called where all rows are asked for
HEAD: Final = 5  # row of the first sheet, from 0, that holds the names of its columns; above it stands what they are
LONGEST_NAME: Final = 31  # characters that Excel takes as the name of a sheet
YEAR: Final = re.compile(r"\d{4}")
WIDEST: Final = 60  # characters of a column
# Whatever a cell holds is what it says: no formula, no link, no number that was a text.
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
ROW_HEADS: Final = {
    "series_name": words.COLUMNS["series"],
    "period": words.COLUMNS["period"],
    "start": T("First day", "Primer día"),
    "end": T("Last day", "Último día"),
    "value": words.COLUMNS["value"],
    "unit_name": words.COLUMNS["unit"],
    "status_name": words.COLUMNS["status"],
    "source": words.COLUMNS["source"],
    "locator": words.COLUMNS["locator"],
    "note": words.COLUMNS["note"],
}
IDS: Final = ("series", "unit", "status", "source_id")  # for programs; a sheet is for readers
MIDDLE: Final = T("Date (middle)", "Fecha (mitad)")
FACTS: Final = {
    "headline": T("Headline", "Título"),
    "subtitle": T("What it shows", "Qué muestra"),
    "latest": T("Newest value", "Dato más reciente"),
    "vintage": words.VINTAGE,
    "filters": words.FILTERS,
    "notes": words.NOTES,
    "source_line": words.COLUMNS["source"],
    "citation": T("Cite as", "Cítese como"),
    "link": T("This view on the dashboard", "Esta vista en el tablero"),
    "made": T("File made on", "Archivo creado el"),
    "data_version": T("Data version", "Versión de los datos"),
}
SOURCE_HEADS: Final = (
    T("Published by", "Publica"),
    T("Title", "Título"),
    T("Published", "Fecha"),
    T("Address", "Dirección"),
    T("Licence", "Licencia"),
    T("How it may be used", "Cómo puede usarse"),
    words.NOTES,
)
NOTHING: Final = T("Nothing matches the filters.", "Nada corresponde a los filtros.")


@dataclass(frozen=True)
class Look:
    """The formats of a workbook."""

    book: Workbook
    title: Format
    quiet: Format
    head: Format
    wrapped: Format
    link: Format
    day: Format

    @classmethod
    def of(cls, book: Workbook) -> Look:
        """The formats, made in ``book``."""
        text, muted, rule = (colour(token, "light") for token in ("text", "muted", "rule"))
        return cls(
            book,
            title=book.add_format({"bold": True, "font_size": 14, "font_color": text}),
            quiet=book.add_format({"font_color": muted}),
            head=book.add_format(
                {
                    "bold": True,
                    "text_wrap": True,
                    "valign": "top",
                    "bottom": 1,
                    "bottom_color": rule,
                    "font_color": text,
                }
            ),
            wrapped=book.add_format({"text_wrap": True, "valign": "top"}),
            link=book.add_format({"font_color": colour("accent", "light"), "underline": 1, "valign": "top"}),
            day=book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        )

    def number(self, digits: int) -> Format:
        """Thousands grouped, ``digits`` decimals: English and Mexican Spanish write numbers alike."""
        return self.book.add_format({"num_format": "#,##0" + ("." + "0" * digits if digits else "")})


def as_xlsx(order: Order) -> bytes:
    """The workbook of an order."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    said = about.exhibit(order)
    book.set_properties({"title": said["headline"], "subject": said["subtitle"], "comments": said["source_line"]})
    look, lang = Look.of(book), order.lang
    titles = (SHEETS[0], EVERY if order.rows == "all" else SHEETS[1], SHEETS[2])
    data, tall, notes = (book.add_worksheet(name[lang]) for name in titles)
    as_on_the_chart(data, look, order, said)
    tidy(tall, look, order, rows.flat(order))
    sources_and_notes(notes, look, order, said)
    if not about.of_records(order):
        for name, frame in rows.record_tables(order).items():
            tidy(book.add_worksheet(_records(name)[lang][:LONGEST_NAME]), look, order, frame)
    book.close()
    return out.getvalue()


def as_on_the_chart(sheet: Worksheet, look: Look, order: Order, said: dict[str, Any]) -> None:
    """Headline, subtitle, filters; periods (or categories) down, series across, units in the head; a native chart."""
    arranged = order.composed().arranged
    table = wide(arranged, order.lang)
    sheet.write_string(0, 0, said["headline"], look.title)
    sheet.write_string(1, 0, said["subtitle"], look.quiet)
    sheet.write_string(2, 0, f"{words.FILTERS[order.lang]}: {about.filter_line(order)}", look.quiet)
    sheet.write_string(3, 0, about.marked(order), look.quiet)
    if not table.rows:
        sheet.write_string(HEAD, 0, said["remarks"][-1] if said["remarks"] else NOTHING[order.lang])
        return
    dated = arranged.axis == "dates"
    first = 2 if dated else 1  # the first column of the series
    heads = [
        table.rows_are,
        *([MIDDLE[order.lang]] if dated else []),
        *(_with_unit(c.name, c.unit) for c in table.columns),
    ]
    for place, head in enumerate(heads):
        sheet.write_string(HEAD, place, head, look.head)
    formats = [look.number(column.digits) for column in table.columns]
    for down, row in enumerate(table.rows, start=HEAD + 1):
        _write(sheet, down, 0, row.label)
        if dated:
            sheet.write_datetime(down, 1, datetime.fromisoformat(str(row.at)), look.day)
        for across, (cell, format) in enumerate(zip(row.cells, formats, strict=True), start=first):
            _write(sheet, down, across, cell, format)
    last = HEAD + len(table.rows)
    sheet.autofilter(HEAD, 0, last, len(heads) - 1)
    sheet.freeze_panes(HEAD + 1, 1)
    sheet.set_row(HEAD, 48)
    sheet.set_column(0, 0, _width(str(row.label or "") for row in table.rows))
    sheet.set_column(1, len(heads) - 1, 18)
    block = native_chart.Block(SHEETS[0][order.lang], HEAD + 1, last, 1 if dated else 0, first)
    native_chart.add(look.book, sheet, arranged, table, block, len(heads) + 1, said)


def _with_unit(name: str, unit: str) -> str:
    bare = unit.strip("()")
    return f"{name} ({bare})" if bare else name


def _write(sheet: Worksheet, down: int, across: int, cell: Cell, format: Format | None = None) -> None:
    if isinstance(cell, str):
        sheet.write_string(down, across, cell)
    elif cell is not None:
        sheet.write_number(down, across, cell, format)


def _records(name: str) -> T:
    return RECORDS.get(name.rpartition("-")[2]) or same(name)


def tidy(sheet: Worksheet, look: Look, order: Order, frame: pd.DataFrame) -> None:
    """Rows one by one, with status, source and the place in it, under heads for readers."""
    named = {name for name in frame if f"{name}_name" in frame} | set(IDS)
    frame = frame[[name for name in frame if name not in named]]
    if "record" in frame:
        frame = frame.assign(record=[_records(name)[order.lang] for name in frame["record"]])
    labels = order.composer.labels
    for place, name in enumerate(frame):
        base = str(name).removesuffix("_name")
        head = ROW_HEADS.get(name) or labels.head(base)
        sheet.write_string(0, place, head[order.lang], look.head)
        sheet.set_column(place, place, _width(map(str, frame[name].head(200))))
    exact = look.number(0)
    exact.set_num_format("#,##0.######")
    whole = look.number(0)
    for place, name in enumerate(frame):
        for down, cell in enumerate(frame[name].to_list(), start=1):
            if isinstance(cell, datetime):
                sheet.write_datetime(down, place, cell, look.day)
            elif isinstance(cell, float):
                if cell == cell:  # else nothing is known
                    sheet.write_number(down, place, cell, whole if cell.is_integer() else exact)
            elif name == "period" and YEAR.fullmatch(cell):  # as on the first sheet
                sheet.write_number(down, place, int(cell))
            else:
                sheet.write_string(down, place, cell)
    sheet.autofilter(0, 0, max(1, len(frame)), max(0, len(frame.columns) - 1))
    sheet.freeze_panes(1, 1)


def sources_and_notes(sheet: Worksheet, look: Look, order: Order, said: dict[str, Any]) -> None:
    """What the numbers are, and each source with its licence and what it allows."""
    lang = order.lang
    told: dict[str, list[str]] = {
        name: said[name] if isinstance(said[name], list) else [said[name]]
        for name in ("headline", "subtitle", "latest", "notes", "source_line", "citation", "data_version")
    }
    told |= {
        "vintage": [said["vintage"]["name"]],
        "filters": [about.filter_line(order)],
        "made": [in_words(date.today().isoformat(), lang)],
    }
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, WIDEST)
    sheet.set_column(2, 6, 34)
    down = 0
    for name, head in FACTS.items():
        for line in [said["link"]] if name == "link" else [line for line in told[name] if line]:
            sheet.write_string(down, 0, head[lang], look.head)
            _link(sheet, look, down, 1, line) if name == "link" else sheet.write_string(down, 1, line, look.wrapped)
            down += 1
    down += 1
    for place, head in enumerate(SOURCE_HEADS):
        sheet.write_string(down, place, head[lang], look.head)
    for one in said["sources"]:
        down += 1
        cells = (one["publisher"], one["title"], one["published"], one["url"], one["licence"])
        for place, text in enumerate((*cells, f"{one['reuse']['name']}. {one['reuse']['words']}", one["note"])):
            _link(sheet, look, down, place, text) if place == 3 else sheet.write_string(down, place, text, look.wrapped)


def _link(sheet: Worksheet, look: Look, down: int, across: int, address: str) -> None:
    """An address to follow; as text where it is none, or longer than Excel takes."""
    if address.startswith("http") and len(address) < 2000:
        sheet.write_url(down, across, address, look.link, address)
    else:
        sheet.write_string(down, across, address, look.wrapped)


def _width(texts: Iterable[str]) -> int:
    """Characters that most of these texts need."""
    lengths = sorted(len(text) for text in texts) or [10]
    return max(10, min(WIDEST, lengths[int(len(lengths) * 0.9)] + 2))
