"""The tables behind a chart, as plain data that the browser sets: what is drawn, and every row."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from dashboard.charts import columns as of_series
from dashboard.charts import spans
from dashboard.charts.arranged import Arranged
from dashboard.dataset import Dataset
from dashboard.exhibits.compose import Composed, printed
from dashboard.exhibits.prepare import STATUS, Shown, period_label
from dashboard.labels import Labels
from dashboard.pages import words
from dashboard.text import Lang, T, number

Cell = list[Any]  # [what is read, what is sorted by]


def tables(composed: Composed, dataset: Dataset, labels: Labels, lang: Lang) -> dict[str, Any]:
    """Both tables of an exhibit: ``{"exhibit", "label", "tables": [{"name", "columns", "rows"}]}``.

    A column is ``{"name", "numeric"}``; a row ``{"cells"}``, a cell the words to read and the value to sort by.
    """
    return {
        "exhibit": composed.exhibit.id,
        "label": composed.arranged.headline[lang],
        "words": controls(lang),
        "tables": [
            {"name": words.TABLE_DRAWN[lang]} | drawn(composed.arranged, lang),
            {"name": words.TABLE_ALL[lang]} | _whole(composed, dataset, labels, lang),
        ],
    }


def controls(lang: Lang) -> dict[str, str]:
    """The words of a table's own controls."""
    texts = {
        "which": words.TABLE_WHICH,
        "close": words.CLOSE_TABLE,
        "opened": words.TABLE_OPENED,
        "closed": words.TABLE_CLOSED,
        "more": words.SHOW_MORE,
        "rows": words.ROWS,
        "row": words.ONE_ROW,
        "region": words.TABLE_OF,
        "sort": words.SORT,
    }
    return {name: text[lang] for name, text in texts.items()}


def drawn(arranged: Arranged, lang: Lang) -> dict[str, Any]:
    """The marks of the chart: a row for each period (or category), a column for each series."""
    by_row: dict[tuple[Any, str], dict[str, Cell]] = {}
    names: dict[str, str] = {}
    placeless = arranged.axis in ("none", "boxes", "map")
    told_in_words = placeless or spans.there(arranged)
    heads = of_series.heads(arranged)
    digits: dict[str, int] = {}
    for trace in (trace for trace in arranged.traces if trace.id in heads):
        # the classes of a map, and the kinds of a life span, are one series
        column = trace.name.en if arranged.axis == "map" or spans.there(arranged) else trace.id
        names[column] = (trace.name if column == trace.name.en else heads[trace.id])[lang]
        digits[column] = arranged.panels[trace.panel].measure.digits + 1
        for mark in trace.drawn():
            row = (mark.name or mark.label) if placeless else mark.period
            if arranged.axis == "categories":
                row = arranged.categories[int(mark.x)]
            value = mark.value if mark.value is not None else mark.y or 0.0
            told = mark.figure[lang] if told_in_words else ""
            place = "" if placeless else mark.x  # what has no axis keeps its order
            by_row.setdefault((place, row[lang]), {})[column] = [told, value]
    if not told_in_words:
        _write_numbers(by_row.values(), digits, lang)
    first = words.COLUMNS["category" if placeless or arranged.axis == "categories" else "period"][lang]
    columns = [{"name": first, "numeric": False}, *({"name": name, "numeric": True} for name in names.values())]
    order = sorted(by_row, key=lambda key: (str(type(key[0])), key[0]))
    rows = [
        {"cells": [[label, label if at == "" else at], *(by_row[at, label].get(id, ["", None]) for id in names)]}
        for at, label in order
    ]
    return {"columns": columns, "rows": rows}


def _write_numbers(rows: Collection[dict[str, Cell]], digits: dict[str, int], lang: Lang) -> None:
    """Each value in words, alike all down its column."""
    for column, most in digits.items():
        cells = [row[column] for row in rows if column in row]
        kept = of_series.decimals((value for _, value in cells), most)
        for cell in cells:
            cell[0] = number(cell[1], kept)[lang]


def _whole(composed: Composed, dataset: Dataset, labels: Labels, lang: Lang) -> dict[str, Any]:
    """All rows of the exhibit; of a view that consists of records, the table that it prints."""
    records = printed(composed.arranged.printed, lang) if composed.shown.planned.empty else None
    return records or every_row(composed, dataset, labels, lang)


def every_row(composed: Composed, dataset: Dataset, labels: Labels, lang: Lang) -> dict[str, Any]:
    """All rows of the exhibit that the filters keep, whatever the view, in full precision."""
    shown = composed.shown
    frame = shown.selection.apply(shown.everything)
    dimensions = [name for name in dataset.dimensions.get(shown.exhibit, ()) if name in frame.columns]
    columns = [
        _column(words.COLUMNS["series"], lang),
        *({"name": labels.head(name)[lang], "numeric": False} for name in dimensions),
        _column(words.COLUMNS["period"], lang),
        _column(words.COLUMNS["value"], lang, numeric=True),
        *(_column(words.COLUMNS[name], lang) for name in ("unit", "status", "source", "locator", "note")),
    ]
    publishers = {str(id): labels.note(one, lang) for id, one in dataset.sources["publisher"].items()}
    return {
        "columns": columns,
        "rows": [_row(row, shown, labels, dimensions, publishers, lang) for row in _dicts(frame)],
    }


def _column(name: T, lang: Lang, numeric: bool = False) -> dict[str, Any]:
    return {"name": name[lang], "numeric": numeric}


def _dicts(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return frame.sort_values(["series", "start"], kind="stable").to_dict("records")


def _row(
    row: dict[str, Any], shown: Shown, labels: Labels, dimensions: list[str], publishers: dict[str, str], lang: Lang
) -> dict[str, list[Cell]]:
    def plain(text: str) -> Cell:
        return [text, text.lower()]

    ids = [part.strip() for part in row["source_id"].split(";")]
    cells = [
        plain(shown.name(row["series"])[lang]),
        *(plain(labels.named(name, row[name], lang)) for name in dimensions),
        [period_label(row["period"])[lang], row["start"].strftime("%Y-%m-%d")],
        [exact(row["value"])[lang], row["value"]],
        plain(labels.units[row["unit"]][lang]),
        plain(STATUS[row["status"]][lang]),
        plain("; ".join(dict.fromkeys(publishers.get(id, id) for id in ids))),
        plain(labels.locator(row["locator"], lang)),
        plain(labels.note(row["note"], lang)),
    ]
    return {"cells": cells}


def exact(value: float) -> T:
    """A value with all the decimals that it has, up to six."""
    digits = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return number(value, digits)
