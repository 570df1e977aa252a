"""The data package in memory: typed pandas frames, read once, frozen.

    dataset = load(Path("data"))
    dataset.exhibits["economy-1"]      one row a number
    dataset.series.loc[("economy-1", "us_exports_goods")]

`load` refuses a package with faults and names them all (see `dashboard.validation`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from dashboard.formulas import Operand, in_words
from dashboard.periods import KINDS, Period
from dashboard.text import LANGS, Lang, T
from dashboard.validation import (
    PACKAGE,
    BadData,
    Problem,
    Result,
    Table,
    Tables,
    check_package,
    compute,
    derived_rows,
    exhibit_tables,
    read_package,
    validate,
)

__all__ = ["BadData", "Dataset", "Problem", "load", "validate"]


# fmt: off
COLUMNS = (
    "series", "period", "kind", "start", "end", "year", "value", "unit", "status", "source_id", "locator", "note",
)
# fmt: on


@dataclass(frozen=True, eq=False)  # one is itself alone: it can key a cache
class Dataset:
    """Everything the package holds.

    exhibits     by exhibit id: a frame with the columns of COLUMNS and the exhibit's dimensions and attributes (text,
                 "" where empty). kind is categorical, start and end are datetime64 (first and last day), year is Int64
                 (the fiscal year's number for fiscal years, NA for spans), value is float64 in `unit`.
                 Derived series stand at the end, status "computed".
    dimensions   by exhibit id: the columns that split it; "direction" is among them where its series have one
    series       indexed by (exhibit, series), in drawing order
    values       indexed by (dimension, id): label_en, label_es, aliases
    units        indexed by unit: label_en, label_es, kind
    sources      indexed by source_id
    records      by name: the tables that are not series; numbers as float64
    translations Spanish of every note and of what is said of publishers, English to Spanish
    version      a short hash of the package's content
    """

    exhibits: Mapping[str, pd.DataFrame]
    dimensions: Mapping[str, tuple[str, ...]]
    series: pd.DataFrame
    values: pd.DataFrame
    units: pd.DataFrame
    sources: pd.DataFrame
    gaps: pd.DataFrame
    records: Mapping[str, pd.DataFrame]
    translations: Mapping[str, str]
    chapters: pd.DataFrame
    claims: pd.DataFrame
    inconsistencies: pd.DataFrame
    milestones: pd.DataFrame
    glossary: pd.DataFrame
    recommendations: pd.DataFrame
    recommendation_links: pd.DataFrame
    version: str

    def note(self, text: str) -> T:
        """A note, a licence, a formula or a publisher in both languages; the same where there is no Spanish."""
        return T(text, self.translations.get(text, text))


def load(data_dir: Path, without: Collection[str] = ()) -> Dataset:
    """The package in `data_dir`, but for the exhibits `without`. Raises BadData with every problem there is."""
    tables, problems = read_package(data_dir, without)
    results = compute(tables)
    problems += check_package(tables, results, without)
    if problems:
        raise BadData(problems)
    series, gaps = (_known(_typed(tables[name]), without) for name in ("series", "gaps"))
    series = series.set_index(["exhibit", "series"], drop=False)
    series.index.names = [None, None]
    periods = _periods(tables)
    words = _Words(tables, series)
    derived = _derived(tables, results, words)
    exhibits, dimensions = {}, {}
    for exhibit, table in exhibit_tables(tables).items():
        frame, split = _exhibit(table, derived.get(exhibit), series.loc[[exhibit]], periods)
        exhibits[exhibit], dimensions[exhibit] = frame, split
    records = {table.resource["record"]: _typed(table) for table in tables.values() if "record" in table.resource}
    return Dataset(
        exhibits=MappingProxyType(exhibits),
        dimensions=MappingProxyType(dimensions),
        series=series,
        values=_typed(tables["values"]).set_index(["dimension", "id"]),
        units=_typed(tables["units"]).set_index("unit"),
        sources=_typed(tables["sources"]).set_index("source_id"),
        gaps=gaps,
        records=MappingProxyType(records),
        translations=MappingProxyType(_translations(tables, words)),
        chapters=_typed(tables["chapters"]).set_index("chapter_id", drop=False),
        claims=_typed(tables["claims"]).set_index("claim_id", drop=False),
        inconsistencies=_typed(tables["inconsistencies"]).set_index("id", drop=False),
        milestones=_typed(tables["milestones"]).set_index("milestone_id", drop=False),
        glossary=_typed(tables["glossary"]),
        recommendations=_typed(tables["recommendations"]).set_index("rec_id", drop=False),
        recommendation_links=_typed(tables["recommendation-links"]).set_index("rec_id", drop=False),
        version=_version(data_dir, tables),
    )


def _known(frame: pd.DataFrame, without: Collection[str]) -> pd.DataFrame:
    """The rows about exhibits that are not left out."""
    return frame[~frame["exhibit"].isin(list(without))].reset_index(drop=True)


def _typed(table: Table) -> pd.DataFrame:
    """The table with text columns as text and number columns as float64 (NaN where empty)."""
    numbers = {field["name"] for field in table.fields if field["type"] == "number"}
    columns = {
        name: pd.to_numeric(table.cells[name].where(table.cells[name] != "")).astype("float64") if name in numbers
        else table.cells[name].astype("str")
        for name in table.cells
    }  # fmt: skip
    return pd.DataFrame(columns)


def _periods(tables: Tables) -> pd.DataFrame:
    """Every period of the exhibits, indexed by its text: kind, start, end, year."""
    texts = {text for table in exhibit_tables(tables).values() for text in table.cells["period"].unique()}
    texts |= {text[:4] for text in texts if text[:4].isdigit()}  # what yearly sums may add
    parsed = [Period.parse(text) for text in sorted(texts)]
    return pd.DataFrame(
        {
            "kind": pd.Categorical([period.kind for period in parsed], categories=KINDS),
            "start": pd.to_datetime([period.start for period in parsed]),
            "end": pd.to_datetime([period.end for period in parsed]),
            "year": pd.array([period.year for period in parsed], dtype="Int64"),
        },
        index=pd.Index([period.text for period in parsed], dtype=object),
    )


class _Words:
    """Says formulas in words, English and Spanish."""

    def __init__(self, tables: Tables, series: pd.DataFrame) -> None:
        values = tables["values"].cells
        names = list(zip(series["exhibit"], series["series"], strict=True))
        self.labels = {lang: dict(zip(names, series[f"label_{lang}"], strict=True)) for lang in LANGS}
        self.values = {lang: dict(zip(values["id"], values[f"label_{lang}"], strict=True)) for lang in LANGS}

    def formula(self, derivation: pd.Series, lang: Lang) -> str:
        return in_words(derivation["formula"], derivation["exhibit"], self.labels[lang], self.values[lang], lang)


def _derived(tables: Tables, results: Iterable[Result], words: _Words) -> dict[str, pd.DataFrame]:
    """The rows of the derived series by exhibit, each with its formula in words as the locator."""
    exhibits = exhibit_tables(tables)
    made: dict[str, list[pd.DataFrame]] = {}
    for _, derivation, result in results:
        if derivation["kind"] == "derive" and isinstance(result, Operand):
            rows = derived_rows(derivation, result, exhibits[derivation["exhibit"]].dimensions)
            made.setdefault(derivation["exhibit"], []).append(rows.assign(locator=words.formula(derivation, "en")))
    return {exhibit: pd.concat(rows, ignore_index=True) for exhibit, rows in made.items()}


def _exhibit(
    table: Table, derived: pd.DataFrame | None, series: pd.DataFrame, periods: pd.DataFrame
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    cells = table.cells.assign(value=pd.to_numeric(table.cells["value"]).astype("float64"))
    if derived is not None:
        cells = pd.concat([cells, derived], ignore_index=True).fillna("")
    known = periods.loc[cells["period"]].reset_index(drop=True)
    cells = pd.concat([cells, known], axis="columns")
    extra = [field["name"] for field in table.fields if "role" in field]
    dimensions = table.dimensions
    directions = series.set_index("series")["direction"]
    if "direction" not in extra and (directions != "").any():
        cells["direction"] = cells["series"].map(directions)
        extra, dimensions = [*extra, "direction"], (*dimensions, "direction")
    frame = cells[[*COLUMNS, *extra]]
    texts = {name: "str" for name in frame if frame[name].dtype == object}
    return frame.astype(texts | {"value": "float64"}), dimensions


def _translations(tables: Tables, words: _Words) -> dict[str, str]:
    cells = tables["translations"].cells
    spanish = dict(zip(cells["en"], cells["es"], strict=True))
    for _, derivation in tables["derivations"].cells.query("kind == 'derive'").iterrows():
        spanish[derivation["note_en"]] = derivation["note_es"]
        spanish[words.formula(derivation, "en")] = words.formula(derivation, "es")
    return spanish


def _version(data_dir: Path, tables: Tables) -> str:
    content = hashlib.sha256()
    for path in sorted({PACKAGE, *(table.file for table in tables.values())}):
        content.update(path.encode())
        content.update((data_dir / path).read_bytes())
    return content.hexdigest()[:12]
