"""Writes data/datapackage.json: every table of the package with its fields, keys and references.

The fields of the tables that are kept by hand stand in `tables.toml`; those of the exhibits and records follow from
`layout.toml` and `records.toml`. Beside Frictionless' own properties a field may have

    role        "dimension" or "attribute": what a column of an exhibit is beyond the eight that every exhibit has
    dimension   the dimension in values.csv that the ids in the column belong to
    period      true: the text is a period
    references  {resource, field, separator?, where?}: every id in the cell (split at the separator) has to be a value
                of that field; `where` narrows it to rows of the resource that equal this row or a fixed value
"""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DATA = HERE.parent

STATUSES = ["report", "official", "secondary", "computed"]

Field = dict[str, Any]


def references(resource: str, field: str, **more: Any) -> Field:
    return {"references": {"resource": resource, "field": field, **more}}


def of_dimension(dimension: str) -> Field:
    return {"dimension": dimension} | references("values", "id", where={"dimension": {"is": dimension}})


COMMON: dict[str, Field] = {
    "period": {
        "type": "string",
        "period": True,
        "description": "2015, FY2015, 2015-Q1, 2015-03, 2016-12-05, a span 1995/2000 or part of a year 2022-01/2022-11",
        "constraints": {"required": True},
    },
    "value": {"type": "number", "description": "the number, in its unit", "constraints": {"required": True}},
    "status": {
        "type": "string",
        "description": "printed in the report, read from the official series, quoted by a third party, or computed from such",
        "constraints": {"required": True, "enum": STATUSES},
    },
    "source_id": {"type": "string", "description": "one source, or several joined by ;", "constraints": {"required": True}}
    | references("sources", "source_id", separator=";"),
    "unit": {"type": "string", "constraints": {"required": True}} | references("units", "unit"),
    "locator": {"type": "string", "description": "where in the source"},
    "note": {"type": "string", "description": "Spanish in translations.csv"},
}


def exhibit_resource(layout: Any) -> Field:
    series = {"type": "string", "constraints": {"required": True}}
    fields = [{"name": "series"} | series | references("series", "series", where={"exhibit": {"is": layout.exhibit}})]
    fields += [{"name": name} | COMMON[name] for name in ("period", "value", "unit", "status", "source_id", "locator", "note")]
    fields += [
        {"name": name, "type": "string", "role": "dimension"} | of_dimension(layout.dimension(name))
        for name in layout.dimensions
    ]
    fields += [{"name": name, "type": "string", "role": "attribute"} for name in layout.attributes]
    key = ["series", "period", *layout.dimensions, "source_id"]
    return resource(layout.exhibit, f"exhibits/{layout.exhibit}.csv", fields, key, layout.title) | {"exhibit": layout.exhibit}


def record_resource(
    name: str, columns: Iterable[str], dimensions: set[str], of: dict[str, str], numbers: set[str]
) -> Field:
    fields = []
    for column in columns:
        field = {"name": column, "type": "number" if column in numbers else "string"}
        if column in COMMON:
            field |= COMMON[column]
        elif of.get(column, column) in dimensions:
            field |= of_dimension(of.get(column, column))
        fields.append(field)
    return resource(f"records-{name}", f"records/{name}.csv", fields, []) | {"record": name}


def resource(name: str, path: str, fields: list[Field], key: list[str], title: str = "") -> Field:
    schema: Field = {"fields": fields, "missingValues": [""]}
    if key:
        schema["primaryKey"] = key
    foreign = [field for field in fields if field.get("references", {}).keys() == {"resource", "field"}]
    if foreign:
        schema["foreignKeys"] = [
            {
                "fields": [field["name"]],
                "reference": {"resource": field["references"]["resource"], "fields": [field["references"]["field"]]},
            }
            for field in foreign
        ]
    made = {"name": name, "path": path, "profile": "tabular-data-resource", "encoding": "utf-8", "schema": schema}
    return made | ({"title": title} if title else {})


def kept_tables() -> Iterator[Field]:
    """The resources of tables.toml: "name = type, property, property ..." in short form."""
    for name, table in tomllib.loads((HERE / "tables.toml").read_text(encoding="utf-8")).items():
        fields = []
        for column, properties in table["fields"].items():
            field = {"name": column, "type": "string"} | properties
            if field.pop("required", False):
                field.setdefault("constraints", {})["required"] = True
            if "enum" in field:
                field.setdefault("constraints", {})["enum"] = field.pop("enum")
            fields.append(field)
        made = resource(name, table.get("path", f"{name}.csv"), fields, table.get("key", []), table["title"])
        yield made | ({"record": table["record"]} if "record" in table else {})


def describe(layouts: Iterable[Any]) -> None:
    """Writes data/datapackage.json."""
    with (DATA / "values.csv").open(encoding="utf-8", newline="") as handle:
        dimensions = {row["dimension"] for row in csv.DictReader(handle)}
    records = tomllib.loads((HERE / "records.toml").read_text(encoding="utf-8"))
    of = records.pop("of")
    numbers = {"latitude", "longitude", "volume", "capacity_mw", "number", "length_km", "cost_usd_million", "row"} | {
        f"end_{end}_{axis}" for end in "ab" for axis in ("latitude", "longitude")
    }
    resources = [
        *kept_tables(),
        *(exhibit_resource(layout) for layout in layouts if (DATA / "exhibits" / f"{layout.exhibit}.csv").exists()),
        *(record_resource(name, columns, dimensions, of, numbers) for name, columns in records.items()),
    ]
    package = {
        "profile": "tabular-data-package",
        "name": "charting-a-new-course",
        "title": "U.S.-Mexico bilateral indicators: the data behind “Charting a New Course” and since",
        "description": (
            "Every number of the dashboard with its source, status and place in the source; "
            "one table an exhibit, in tidy form, and the tables that explain them in English and Spanish."
        ),
        "homepage": "https://www.wilsoncenter.org/",
        "licenses": [
            {
                "name": "see-sources",
                "title": "Facts from public sources; the licence of each source stands in sources.csv",
                "path": "sources.csv",
            }
        ],
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=1)
    (DATA / "datapackage.json").write_text(text + "\n", encoding="utf-8")
