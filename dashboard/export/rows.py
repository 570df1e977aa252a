"""The rows of an exhibit as a table for programs: CSV, JSON, Parquet. The columns are the same for every exhibit.

Ids (``series``, ``origin``, ``unit``, ``status``) never change with the language; beside each stands its name in words.
"""

from __future__ import annotations

import io
import json
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.exhibits.prepare import STATUS
from dashboard.export import about
from dashboard.export.order import Order
from dashboard.labels import Labels
from dashboard.text import LANGS, Lang

# Columns of every exhibit; its dimensions (with their names) stand after `end`, what else it has at the end.
BEFORE: Final = ("series", "series_name", "period", "start", "end")
AFTER: Final = ("value", "unit", "unit_name", "status", "status_name", "source_id", "source", "locator", "note")
TRANSLATED: Final = (
    *("note", "locator", "statement", "quantity", "place", "relation", "outcome", "synchronous", "in_report"),
    *("status_basis", "status_since", "coordinate_source", "end_a_coordinate_source", "end_b_coordinate_source"),
    *("operator", "owner", "counterpart_operators", "mx_counterpart", "end_a", "end_b", "us_point", "mx_point"),
    *("us_operator", "us_operators"),
)
_MADE_AT_LOAD: Final = ("kind", "year")
_DATES: Final = ("start", "end")


def table(order: Order) -> pd.DataFrame:
    """The rows of the exhibit that are asked for, with names in the order's language.

    ``start`` and ``end`` are datetime64 (first and last day of the period), ``value`` float64, all else text.
    """
    labels, lang = order.composer.labels, order.lang
    frame = about.rows(order)
    names, units = labels.names(order.exhibit.id), labels.units
    publishers = {id: labels.note(one, lang) for id, one in order.composer.dataset.sources["publisher"].items()}
    made: dict[str, Any] = {
        "series": frame["series"],
        "series_name": [names[id][lang] for id in frame["series"]],
        "period": frame["period"],
        "start": frame["start"],
        "end": frame["end"],
    }
    dimensions = [name for name in order.composer.dataset.dimensions.get(order.exhibit.id, ()) if name in frame]
    for name in dimensions:
        made[name] = frame[name]
        if labels.of_column(name):
            made[f"{name}_name"] = [labels.named(name, ids, lang) for ids in frame[name]]
    made |= {
        "value": frame["value"],
        "unit": frame["unit"],
        "unit_name": [units[id][lang] for id in frame["unit"]],
        "status": frame["status"],
        "status_name": [STATUS[id][lang] for id in frame["status"]],
        "source_id": frame["source_id"],
        "source": [_publishers(ids, publishers) for ids in frame["source_id"]],
        "locator": [labels.locator(text, lang) for text in frame["locator"]],
        "note": [labels.note(text, lang) for text in frame["note"]],
    }
    others = [name for name in frame if name not in made and name not in _MADE_AT_LOAD]
    built = pd.DataFrame(made | _others(frame[others], labels, lang), index=frame.index)
    return built.astype({name: "str" for name in built if name not in ("value", *_DATES)})


def _others(frame: pd.DataFrame, labels: Labels, lang: Lang) -> dict[str, Any]:
    """The columns of ``frame``, their texts in ``lang``, ids of a dimension with their names beside them."""
    made: dict[str, Any] = {}
    for name in map(str, frame):
        texts = frame[name]
        made[name] = [labels.note(text, lang) for text in texts] if name in TRANSLATED else texts
        if labels.of_column(name):
            made[f"{name}_name"] = [labels.named(name, ids, lang) for ids in texts]
    return made


def _publishers(ids: str, publishers: dict[str, str]) -> str:
    return "; ".join(dict.fromkeys(publishers.get(id.strip(), id.strip()) for id in ids.split(";")))


def record_tables(order: Order) -> dict[str, pd.DataFrame]:
    """The tables of records by name, their texts in the order's language, values of dimensions with their names."""
    labels, lang = order.composer.labels, order.lang
    return {name: worded(frame, labels, lang) for name, frame in about.records(order).items()}


def worded(frame: pd.DataFrame, labels: Labels, lang: Lang) -> pd.DataFrame:
    """A table of the package for readers of ``lang``: of columns in two languages one, notes translated, values named."""
    made: dict[str, Any] = {}
    for name in frame:
        base, other = _languages(str(name), frame)
        if base is None:  # the other language's side of a column
            continue
        chosen = frame[other[lang]] if other else frame[name]
        if not other and base in TRANSLATED:
            told = labels.locator if base in ("locator", "place") else labels.note
            chosen = [told(text, lang) for text in chosen]
        made[base] = chosen
        if labels.of_column(base):
            made[f"{base}_name"] = [labels.named(base, ids, lang) for ids in frame[name]]
    return pd.DataFrame(made, index=frame.index).reset_index(drop=True)


def _languages(name: str, frame: pd.DataFrame) -> tuple[str | None, dict[Lang, str] | None]:
    """The name of a column without its language, and its columns by language: ``text_en``/``text_es``, ``name``/``name_es``."""
    if name.endswith("_es") and {name[:-3], f"{name[:-3]}_en"} & set(frame):
        return None, None
    base = name.removesuffix("_en")
    if f"{base}_es" in frame:
        return base, {lang: f"{base}_{lang}" if f"{base}_{lang}" in frame else base for lang in LANGS}
    return name, None


def flat(order: Order) -> pd.DataFrame:
    """What a file of one table holds: the rows, or of an exhibit that is records the records, each naming its table."""
    if not about.of_records(order):
        return table(order)
    tables = record_tables(order)
    if len(tables) == 1:
        return next(iter(tables.values()))
    return pd.concat([frame.assign(record=name) for name, frame in tables.items()], ignore_index=True).pipe(
        lambda frame: frame[["record", *(name for name in frame if name != "record")]]
    )


def as_csv(order: Order) -> bytes:
    """UTF-8 with a header, lines ended by a line feed, dates as ``2015-12-31``, numbers with all their digits."""
    return flat(order).to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\n").encode()


def as_json(order: Order) -> bytes:
    """What the exhibit says (see ``about.exhibit``), ``rows`` and, where it has some, ``records`` by name."""
    rows = [] if about.of_records(order) else listed(table(order))
    body = about.exhibit(order) | {"rows": rows}
    if tables := record_tables(order):
        body["records"] = {name: listed(frame) for name, frame in tables.items()}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def listed(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame as JSON: one object a row, ``null`` where a number is missing, days as text."""
    plain = frame.assign(**{name: frame[name].dt.strftime("%Y-%m-%d") for name in _DATES if _is_date(frame, name)})
    return plain.astype(object).where(plain.notna(), None).to_dict("records")


def _is_date(frame: pd.DataFrame, name: str) -> bool:
    return name in frame and pd.api.types.is_datetime64_any_dtype(frame[name])


def as_parquet(order: Order) -> bytes:
    """Typed columns (``start`` and ``end`` are days); the metadata of the file hold what the exhibit says, as JSON."""
    made = pa.Table.from_pandas(flat(order), preserve_index=False)
    for name in _DATES:
        if name in made.column_names and pa.types.is_timestamp(made.schema.field(name).type):
            place = made.column_names.index(name)
            made = made.set_column(place, name, made.column(name).cast(pa.date32(), safe=False))
    told = json.dumps(about.exhibit(order), ensure_ascii=False).encode()
    made = made.replace_schema_metadata({"exhibit": told})
    out = io.BytesIO()
    pq.write_table(made, out, compression="zstd")
    return out.getvalue()
