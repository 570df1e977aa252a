"""Reads the data package as text and says everything that is wrong with it.

What is allowed stands in data/datapackage.json (fields, types, keys, references) and in the tables it names, not here.
A problem is one line: file, row as in a spreadsheet (the header is row 1), column, what is there, what is allowed.
"""

from __future__ import annotations

import csv
import difflib
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from dashboard.formulas import FormulaError, Operand, SeriesOf, evaluate
from dashboard.periods import Period

PACKAGE = "datapackage.json"

_FEW = 12  # as many allowed values as are listed in full


@dataclass(frozen=True)
class Problem:
    """Something wrong in one place; `row` 0 stands for the file as a whole."""

    file: str
    row: int
    column: str
    found: str
    allowed: str
    message: str

    def __str__(self) -> str:
        place = [self.file, *([f"row {self.row}"] if self.row else []), *([self.column] if self.column else [])]
        found = f": {self.found!r}" if self.found else ""
        allowed = f"; allowed: {self.allowed}" if self.allowed else ""
        return f"{', '.join(place)}{found}: {self.message}{allowed}"


class BadData(Exception):  # noqa: N818
    """The package has `problems`; all of them, not the first."""

    def __init__(self, problems: Collection[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Table:
    """One resource of the package: its description and its cells as text (row number in a spreadsheet = index + 2)."""

    resource: Mapping[str, Any]
    cells: pd.DataFrame

    @property
    def name(self) -> str:
        """The name of the resource."""
        return str(self.resource["name"])

    @property
    def file(self) -> str:
        """Its file, from the package's folder."""
        return str(self.resource["path"])

    @property
    def fields(self) -> list[dict[str, Any]]:
        """The descriptions of its columns."""
        return list(self.resource["schema"]["fields"])

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The columns that split its series."""
        return tuple(field["name"] for field in self.fields if field.get("role") == "dimension")

    @cached_property
    def numbers(self) -> pd.DataFrame:
        """An exhibit's cells with `value` as float64, NaN where it is no number."""
        return self.cells.assign(value=pd.to_numeric(self.cells["value"], errors="coerce").astype("float64"))

    def problem(self, index: int, column: str, allowed: str, message: str, found: str | None = None) -> Problem:
        """Something wrong with one cell, or with the row where `column` is empty."""
        text = str(self.cells[column].iloc[index]) if found is None and column in self.cells else found or ""
        return Problem(self.file, int(self.cells.index[index]) + 2, column, text, allowed, message)


Tables = dict[str, Table]


def validate(data_dir: Path, without: Collection[str] = ()) -> list[Problem]:
    """Everything that is wrong with the package, file by file; empty where nothing is."""
    tables, problems = read_package(data_dir, without)
    return problems + check_package(tables, compute(tables), without)


def read_package(data_dir: Path, without: Collection[str] = ()) -> tuple[Tables, list[Problem]]:
    """The tables by resource name, but for exhibits in `without`, and what could not be read of them."""
    try:
        package = json.loads((data_dir / PACKAGE).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadData([Problem(PACKAGE, 0, "", "", "a JSON description of the package", str(error))]) from error
    tables: Tables = {}
    problems: list[Problem] = []
    for resource in package["resources"]:
        if resource.get("exhibit") in without and "exhibit" in resource:
            continue
        table, found = _read_table(data_dir, resource)
        tables[table.name] = table
        problems += found
    return (_leave_out(tables, without) if without else tables), problems


def _leave_out(tables: Tables, without: Collection[str]) -> Tables:
    """The tables without the derivations that make or read a left-out exhibit."""
    derivations = tables["derivations"]
    names = [f'"{exhibit}"' for exhibit in without]
    read = derivations.cells["formula"].map(lambda formula: any(name in formula for name in names)).astype(bool)
    kept = derivations.cells[~(derivations.cells["exhibit"].isin(list(without)) | read)]
    return tables | {"derivations": Table(derivations.resource, kept)}


def _read_table(data_dir: Path, resource: Mapping[str, Any]) -> tuple[Table, list[Problem]]:
    names = [field["name"] for field in resource["schema"]["fields"]]
    file = str(resource["path"])
    empty = Table(resource, pd.DataFrame({name: pd.Series(dtype=object) for name in names}))
    try:
        raw = (data_dir / file).read_bytes()
    except OSError:
        return empty, [Problem(file, 0, "", "", "a file of this name", "the file is missing")]
    try:
        text, broken = raw.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        text, broken = raw.decode("utf-8-sig", errors="replace"), True
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header, *rows = reader
    except (csv.Error, ValueError) as error:
        message = "the text is not UTF-8" if broken else str(error)
        return empty, [
            Problem(file, reader.line_num, "", "", "comma-separated values with a header, in UTF-8", message)
        ]
    problems = [Problem(file, 1, name, "", "", "the column is missing") for name in names if name not in header]
    problems += [
        Problem(file, 1, name, name, ", ".join(names), "the column is not in the package's description")
        for name in header
        if name not in names
    ]
    for index, row in enumerate(rows):
        if len(row) != len(header):
            message = f"the row has {len(row)} cells"
            problems.append(Problem(file, index + 2, "", ",".join(row)[:60], f"{len(header)} cells", message))
            rows[index] = (row + [""] * len(header))[: len(header)]
    columns = dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else {}
    cells = pd.DataFrame({name: columns.get(name, [""] * len(rows)) for name in names}, dtype=object)
    table = Table(resource, cells)
    if broken:
        problems += [
            table.problem(index, column, "text in UTF-8", "the text is not UTF-8")
            for column in names
            for index in _where(cells[column].str.contains("\ufffd", regex=False))
        ]
    return table, problems


def _where(mask: pd.Series | np.ndarray) -> list[int]:
    return np.flatnonzero(np.asarray(mask, dtype=bool)).tolist()


def check_package(tables: Tables, results: Iterable[Result], without: Collection[str] = ()) -> list[Problem]:
    """What is wrong with tables that could be read: each by its description, then all together."""
    problems = [problem for table in tables.values() for problem in _check_table(table, tables)]
    return [*problems, *_check_series(tables, without), *check_identities(tables, results)]


def _check_table(table: Table, tables: Tables) -> Iterator[Problem]:
    for field in table.fields:
        yield from _check_field(table, field)
        if "references" in field:
            yield from _check_references(table, field, tables)
    yield from _check_key(table)
    if "exhibit" in table.resource:
        yield from _check_units(table)


def _check_field(table: Table, field: Mapping[str, Any]) -> Iterator[Problem]:
    name, constraints = field["name"], field.get("constraints", {})
    column = table.cells[name]
    if constraints or field["type"] == "number" or field.get("period"):
        faults = {text: _cell_fault(text, field, constraints) for text in column.unique()}
        if any(faults.values()):
            for index, text in enumerate(column):
                if fault := faults[text]:
                    yield table.problem(index, name, *fault)
    for other, values in field.get("requiredWhen", {}).items():
        for index in _where((column == "") & table.cells[other].isin(values)):
            yield table.problem(index, name, "text", f"needed where {other} is {' or '.join(values)}")


def _cell_fault(text: str, field: Mapping[str, Any], constraints: Mapping[str, Any]) -> tuple[str, str] | None:
    """What is allowed in a cell and what is wrong with it, or None."""
    if text == "":
        return ("a value", "the cell is empty") if constraints.get("required") else None
    if field["type"] == "number" and not _is_number(text):
        return "a number such as 1234.5", "not a number"
    if "enum" in constraints and text not in constraints["enum"]:
        return ", ".join(constraints["enum"]), f"unknown {field['name']}"
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], text):
        return f"text like {constraints['pattern']}", f"not a possible {field['name']}"
    if field.get("period"):
        try:
            Period.parse(text)
        except ValueError as error:
            return str(error).split(": allowed are ")[-1], "not a period"
    return None


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?", text) is not None


def _check_references(table: Table, field: Mapping[str, Any], tables: Tables) -> Iterator[Problem]:
    name, reference = field["name"], field["references"]
    target = tables.get(reference["resource"])
    if target is None:
        return
    same = [
        (column, condition["same"]) for column, condition in reference.get("where", {}).items() if "same" in condition
    ]
    allowed = _allowed(target, reference)
    cells = table.cells[[*(column for _, column in same), name]]
    faults: dict[tuple[str, ...], str] = {}
    pairs: Iterable[tuple[str, ...]] = (
        cells.drop_duplicates().itertuples(index=False, name=None)
        if same
        else ((text,) for text in cells[name].unique())
    )
    for pair in pairs:
        key, text = pair[:-1], pair[-1]
        options = allowed.get(key, set())
        parts = text.split(reference["separator"]) if "separator" in reference else [text]
        wrong = next((part for part in parts if text and part not in options), None)
        if wrong is not None:
            faults[pair] = _options(wrong, options, target, name)
    for pair, rows in _rows_of(cells, faults):
        more = f" (and in {len(rows) - 1} more rows)" if len(rows) > 1 else ""
        yield table.problem(rows[0], name, faults[pair], f"unknown {name}{more}")


def _allowed(target: Table, reference: Mapping[str, Any]) -> dict[tuple[str, ...], set[str]]:
    """The values that a reference allows, by the cells that have to be the same (none: by the empty tuple)."""
    known, same = target.cells, []
    for column, condition in reference.get("where", {}).items():
        if "is" in condition:
            known = known[known[column] == condition["is"]]
        else:
            same.append(column)
    if not same:
        return {(): set(known[reference["field"]])}
    allowed: dict[tuple[str, ...], set[str]] = {}
    for *key, value in known[[*same, reference["field"]]].itertuples(index=False):
        allowed.setdefault(tuple(key), set()).add(value)
    return allowed


def _rows_of(cells: pd.DataFrame, keys: Collection[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """The rows where the cells equal each of `keys`."""
    if not keys:
        return
    found: dict[tuple[str, ...], list[int]] = {key: [] for key in keys}
    for index, key in enumerate(cells.itertuples(index=False, name=None)):
        if key in found:
            found[key].append(index)
    yield from found.items()


def _options(wrong: str, options: Collection[str], target: Table, name: str) -> str:
    if len(options) <= _FEW:
        return ", ".join(sorted(options)) or f"nothing: {target.file} has no {name} for it"
    near = difflib.get_close_matches(wrong, options, n=1)
    return f"a {name} of {target.file}" + (f" (did you mean {near[0]!r}?)" if near else "")


def _check_key(table: Table) -> Iterator[Problem]:
    key = list(table.resource["schema"].get("primaryKey", ()))
    twice = table.cells.duplicated(key) if key else pd.Series(dtype=bool)
    if not twice.any():
        return
    first: dict[tuple[str, ...], int] = {}
    for index, cells in enumerate(table.cells[key].itertuples(index=False, name=None)):
        if cells in first:
            found, only = ", ".join(filter(None, cells)), f"one row for each {', '.join(key)}"
            yield table.problem(index, "", only, f"the same as row {first[cells]}", found)
        first.setdefault(cells, index + 2)


def _check_units(table: Table) -> Iterator[Problem]:
    pairs = table.cells[["series", "unit"]]
    counted = Counter(zip(pairs["series"], pairs["unit"], strict=True))
    usual: dict[str, str] = {}
    for (series, unit), _ in counted.most_common():
        usual.setdefault(series, unit)
    if len(counted) > len(usual):
        for index, (series, unit) in enumerate(zip(pairs["series"], pairs["unit"], strict=True)):
            if unit != usual[series]:
                yield table.problem(index, "unit", usual[series], f"the unit changes within {series}")


def exhibit_tables(tables: Tables) -> dict[str, Table]:
    """The tables of the exhibits by exhibit id."""
    return {table.resource["exhibit"]: table for table in tables.values() if "exhibit" in table.resource}


def _check_series(tables: Tables, without: Collection[str]) -> Iterator[Problem]:
    """Every row of series.csv has data: in the exhibit's table or derived."""
    present = {
        (exhibit, series)
        for exhibit, table in exhibit_tables(tables).items()
        for series in table.cells["series"].unique()
    }
    derived = tables["derivations"].cells.query("kind == 'derive'")
    present |= set(derived[["exhibit", "series"]].itertuples(index=False, name=None))
    series = tables["series"]
    for index, exhibit, name in series.cells[["exhibit", "series"]].itertuples(name=None):
        if (exhibit, name) not in present and exhibit not in without:
            yield Problem(series.file, index + 2, "series", name, "a series with data", f"{exhibit} has no such series")


Result = tuple[int, pd.Series, Operand | FormulaError]


def compute(tables: Tables) -> list[Result]:
    """For each derivation its row in a spreadsheet, itself, and its result or why it has none.

    Derivations that read derived series see those that stand above them.
    """
    exhibits = {
        exhibit: SeriesOf.split(table.numbers, table.dimensions) for exhibit, table in exhibit_tables(tables).items()
    }
    results: list[Result] = []
    for index, derivation in tables["derivations"].cells.iterrows():
        exhibit = derivation["exhibit"]
        result: Operand | FormulaError
        try:
            result = evaluate(derivation["formula"], exhibit, exhibits)
            strange = set(result.axes) - {"period", *exhibits[exhibit].dimensions}
            if strange:
                raise FormulaError(f"{exhibit} is not split by {', '.join(sorted(strange))}")
            if derivation["kind"] == "derive":
                rows = derived_rows(derivation, result, exhibits[exhibit].dimensions)
                exhibits[exhibit] = exhibits[exhibit].joined(derivation["series"], rows)
        except FormulaError as error:
            result = error
        results.append((int(str(index)) + 2, derivation, result))
    return results


def derived_rows(derivation: pd.Series, result: Operand, dimensions: Iterable[str]) -> pd.DataFrame:
    """The rows that a derivation adds: series, period, value, unit, status, source_id, note and the dimensions."""
    split = {dimension: result.fixed.get(dimension, "") for dimension in dimensions if dimension not in result.axes}
    return result.frame.assign(
        series=derivation["series"], unit=derivation["unit"], status="computed", note=derivation["note_en"], **split
    )


def check_identities(tables: Tables, results: Iterable[Result]) -> Iterator[Problem]:
    """The derivations that cannot be computed, and the rows of the package that do not agree with theirs.

    Rows printed in the report or quoted by a third party are not compared: they may be rounded, or wrong.
    """
    file, exhibits = tables["derivations"].file, exhibit_tables(tables)
    for row, derivation, result in results:
        if isinstance(result, FormulaError):
            yield Problem(file, row, "formula", derivation["formula"], "", str(result))
        elif derivation["kind"] == "check":
            nothing = Problem(file, row, "series", derivation["series"], "rows to compare with", "checks nothing")
            yield from _compare(exhibits[derivation["exhibit"]], derivation, result, nothing)


def _compare(table: Table, derivation: pd.Series, result: Operand, nothing: Problem) -> Iterator[Problem]:
    rows = table.cells[table.cells["series"] == derivation["series"]]
    rows = rows[rows["status"].isin(["computed", "official"])]
    tolerance = float(derivation["tolerance"] or 0)
    compared = False
    for index, *key, text in rows[[*result.axes, "value"]].itertuples():
        expected = result.cells.get(tuple(key))
        if expected is not None and _is_number(text):
            compared = True
            if not abs(float(text) - expected[0]) <= tolerance:
                allowed = f"{expected[0]:.10g} ± {tolerance:g}"
                message = f"{derivation['series']} {' '.join(filter(None, key))} is not {derivation['formula']}"
                yield Problem(table.file, index + 2, "value", text, allowed, message)
    if not compared:
        yield nothing
