"""Makes the exhibits, records and report tables of the data package from the evidence folder.

    python data/carry/carry.py EVIDENCE_DIR

What is decided by hand stands beside this file: `layout.toml` (which columns become which dimensions, which rows are
records), `records.toml` (the tables of data/records), `notes.csv`, `locators.csv`, `locator-rules.csv` and `texts.csv`
(wording for readers), `claims-links.csv` (the series and inconsistencies that a claim is about). The ids of dimension values come from data/values.csv: a spelling that is nobody's alias stops
the run. series.csv, values.csv, units.csv, gaps.csv, sources.csv, translations.csv and derivations.csv are kept by hand
and only read here. Numbers pass through as text; the run ends with a count of rows and a sum per series on both sides.
"""

from __future__ import annotations

import csv
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parent
sys.path[:0] = [str(HERE), str(DATA.parent)]

import pandas as pd  # noqa: E402

from dashboard.formulas import SeriesOf, evaluate  # noqa: E402

Row = dict[str, str]

BASE = ("series", "period", "value", "unit", "status", "source_id", "locator", "note")

REPORT_TABLES = {
    "chapters": ("chapter_id", "title", "title_es", "authors", "summary", "summary_es"),
    "claims": (
        "claim_id", "chapter", "place", "statement", "quantity", "comparator", "value", "unit", "period", "figure_id",
        "series", "inconsistencies", "note",
    ),
    "inconsistencies": ("id", "place", "what_disagrees", "likely_explanation"),
    "milestones": (
        "milestone_id", "date", "date_precision", "chapter", "title", "title_es", "description", "description_es",
        "countries", "kind", "exhibits", "source_id", "locator", "status",
    ),
    "recommendations": (
        "rec_id", "chapter", "place", "recommendation", "recommendation_es", "actors", "instruments", "countries",
        "horizon_hint",
    ),
    "recommendation-links": ("rec_id", "exhibits", "milestones", "note"),
    "foreign-policy-mechanisms": (
        "mechanism_id", "name", "name_es", "abbreviation", "members", "topic", "start", "end", "status_2017",
        "status_since", "source_id", "locator", "note", "note_es",
    ),
}  # fmt: skip

# columns of the report's tables that hold ids of data/values.csv, joined by "|"
REPORT_IDS = {"members": "member", "topic": "topic", "status_2017": "mechanism_status"}


class Unknown(Exception):
    """Something of the evidence that the tables beside this file do not know."""


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def write(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(columns), lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


@lru_cache
def tables() -> dict[str, dict[str, str]]:
    """records.toml: by table its columns, and under "of" the dimensions of columns with names of their own."""
    return tomllib.loads((HERE / "records.toml").read_text(encoding="utf-8"))


def optional(path: Path) -> list[Row]:
    return read(path) if path.exists() else []


@dataclass
class Layout:
    """One section of layout.toml."""

    exhibit: str
    title: str
    files: dict[str, str]
    dimensions: dict[str, str] = field(default_factory=dict)
    of: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    blank: tuple[str, ...] = ()
    unsplit: dict[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    records: dict[str, str] = field(default_factory=dict)
    both: dict[str, str] = field(default_factory=dict)

    @classmethod
    def all(cls) -> list[Layout]:
        sections = tomllib.loads((HERE / "layout.toml").read_text(encoding="utf-8"))
        return [cls(exhibit, **{"files": {exhibit: ""}, **section}) for exhibit, section in sections.items()]

    @property
    def columns(self) -> tuple[str, ...]:
        return (*BASE, *self.dimensions, *self.attributes)

    def dimension(self, column: str) -> str:
        return self.of.get(column, column)

    def check(self, found: Iterable[str]) -> None:
        """Every column of the evidence has to be used or dropped by name."""
        used = [part for source in (self.dimensions | self.attributes).values() for part in re.split(r"[|+]", source)]
        unknown = set(found) - set(BASE) - set(used) - set(self.dropped)
        if unknown:
            raise Unknown(f"{self.exhibit}: columns {sorted(unknown)} are neither carried nor dropped in layout.toml")


def pick(row: Row, source: str) -> str:
    """The cell that `source` names: "a|b" the first that is filled, "a+b" both with a space between, if both are."""
    for option in source.split("|"):
        cells = [row.get(part, "") for part in option.split("+")]
        if all(cells):
            return " ".join(cells)
    return ""


class Values:
    """The ids of data/values.csv by dimension and spelling."""

    def __init__(self, rows: list[Row]) -> None:
        self.ids: dict[tuple[str, str], str] = {}
        for row in rows:
            for spelling in (row["id"], *filter(None, row["aliases"].split("|"))):
                known = self.ids.setdefault((row["dimension"], spelling), row["id"])
                if known != row["id"]:
                    raise Unknown(f"values.csv: {row['dimension']} {spelling!r} is an alias of {known} and of {row['id']}")
        self.dimensions = {dimension for dimension, _ in self.ids}
        self.labels = {(row["dimension"], row["id"]): row["label_en"] for row in rows}
        self.missing: Counter[tuple[str, str]] = Counter()

    def label(self, dimension: str, spelling: str) -> str:
        return self.labels.get((dimension, self.ids.get((dimension, spelling), "")), spelling)

    def id(self, dimension: str, spelling: str, blank: tuple[str, ...] = ()) -> str:
        if not spelling or spelling in blank:
            return ""
        found = self.ids.get((dimension, spelling))
        if found is None:
            self.missing[dimension, spelling] += 1
            return spelling
        return found


class Words:
    """What readers see instead of the evidence's wording."""

    def __init__(self, chapters: list[Row], values: Values) -> None:
        self.values = values
        self.notes = {row["old"]: row["en"] for row in optional(HERE / "notes.csv")}
        self.locators = {row["old"]: row["new"] for row in optional(HERE / "locators.csv")}
        self.rules = [(re.compile(row["pattern"]), row["new"]) for row in optional(HERE / "locator-rules.csv")]
        self.texts = {(row["column"], row["old"]): row["new"] for row in optional(HERE / "texts.csv")}
        self.sources = {"report_2017": "wilson_2017"}  # the report, cited under two names
        self.chapters = [
            (int(row["first_line"]), int(row["last_line"]), row["chapter_id"]) for row in chapters
        ]

    def note(self, old: str) -> str:
        return self.notes.get(old, old)

    def text(self, column: str, old: str) -> str:
        """The wording of a text column of the evidence."""
        return self.texts.get((column, old), old)

    def source(self, ids: str) -> str:
        return ";".join(self.sources.get(part.strip(), part.strip()) for part in ids.split(";") if part)

    def locator(self, old: str) -> str:
        if old in self.locators:
            return self.locators[old]
        if re.fullmatch(r"lines? [\d ,;and-]+", old):
            return self.place(old)
        for pattern, new in self.rules:
            old = pattern.sub(new, old)
        return re.sub(r"\{(\w+):([^}]*)\}", lambda found: self.values.label(*found.groups()), old)

    def place(self, lines: str) -> str:
        """Where in the report, in words: "Security chapter, text"."""
        numbers = [int(number) for number in re.findall(r"\d+", lines)]
        found = [name for first, last, name in self.chapters for number in numbers if first <= number <= last]
        names = [name.replace("-", " ").capitalize() for name in dict.fromkeys(found)]
        return "; ".join(f"{name} chapter, text" if name[0] not in "IR" else name for name in names)


def exhibit_row(row: Row, layout: Layout, suffix: str, values: Values, words: Words) -> Row:
    made = {
        **{column: row[column] for column in ("period", "value", "unit", "status")},
        "series": row["series"] + suffix,
        "source_id": words.source(row["source_id"]),
        "locator": words.locator(row["locator"]),
        "note": words.note(row["note"]),
    }
    for column, source in layout.dimensions.items():
        spelling = "" if layout.unsplit.get(row["series"]) == column else pick(row, source)
        made[column] = values.id(layout.dimension(column), spelling, layout.blank)
    for column, source in layout.attributes.items():
        made[column] = words.text(source, pick(row, source))
    return made


def record_row(row: Row, exhibit: str, columns: Mapping[str, str], values: Values, words: Words) -> Row:
    made: Row = {}
    of = tables()["of"]
    for column, source in columns.items():
        cell = exhibit if source == "@exhibit" else pick(row, source)
        if of.get(column, column) in values.dimensions:
            cell = values.id(of.get(column, column), cell)
        elif column in ("source_id", "locator", "note"):
            cell = getattr(words, column.removesuffix("_id"))(cell)
        elif column not in ("period", "status", "subject"):
            cell = words.text(source, cell)
        made[column] = cell
    return made


def tally(rows: Iterable[Row]) -> dict[str, tuple[int, Decimal]]:
    """Rows and sum of the values for each series."""
    sums: dict[str, tuple[int, Decimal]] = defaultdict(lambda: (0, Decimal(0)))
    for row in rows:
        count, total = sums[row["series"]]
        sums[row["series"]] = count + 1, total + Decimal(row["value"])
    return dict(sums)


def carry_exhibit(layout: Layout, evidence: Path, values: Values, words: Words) -> tuple[list[Row], dict[str, list[Row]]]:
    """The exhibit's rows and, by table, its records. Raises Unknown when a row or a number would get lost."""
    rows: list[Row] = []
    records: dict[str, list[Row]] = defaultdict(list)
    expected: list[Row] = []
    for name, suffix in layout.files.items():
        for row in read(evidence / f"{name}.csv"):
            if not rows and not records:
                layout.check(row)
            table = (layout.records | layout.both).get(row["series"])
            if table:
                records[table].append(record_row(row, layout.exhibit, tables()[table], values, words))
            if row["series"] not in layout.records and (row["value"] or row["series"] not in layout.both):
                rows.append(exhibit_row(row, layout, suffix, values, words))
                expected.append(row | {"series": row["series"] + suffix})
    if tally(rows) != tally(expected):
        raise Unknown(f"{layout.exhibit}: rows or sums differ from the evidence")
    return rows, records


def name_sources(exhibits: Mapping[str, list[Row]], dimensions: Mapping[str, tuple[str, ...]]) -> None:
    """Gives rows whose source is "computed" the sources of their inputs, by their check in data/derivations.csv."""
    checks = {
        (row["exhibit"], row["series"]): row["formula"] for row in read(DATA / "derivations.csv") if row["kind"] == "check"
    }
    series = {
        exhibit: SeriesOf.split(pd.DataFrame(rows, dtype=object).astype({"value": "float64"}), dimensions[exhibit])
        for exhibit, rows in exhibits.items()
    }
    for exhibit, rows in exhibits.items():
        for row in rows:
            if row["source_id"] == "computed":
                result = evaluate(checks[exhibit, row["series"]], exhibit, series)
                row["source_id"] = result.cells[tuple(row[axis] for axis in result.axes)][1]


def report_row(row: Row, values: Values, words: Words) -> Row:
    made = {column: words.text(column, cell) for column, cell in row.items()}
    for column, dimension in REPORT_IDS.items():
        if column in row:
            made[column] = "|".join(values.id(dimension, spelling) for spelling in row[column].split("|"))
    for column in ("report_line", "report_lines"):
        if column in row:
            made["place"] = made[column] if made[column] != row[column] else words.place(row[column])
    if "locator" in row:
        made["locator"] = words.locator(row["locator"])
    if "source_id" in row:
        made["source_id"] = words.source(row["source_id"])
    return made


def main(evidence: Path) -> None:
    values = Values(read(DATA / "values.csv"))
    words = Words(read(evidence / "chapters.csv"), values)
    layouts = Layout.all()
    exhibits: dict[str, list[Row]] = {}
    records: dict[str, list[Row]] = {name: [] for name in tables() if name != "of"}
    for layout in layouts:
        exhibits[layout.exhibit], made = carry_exhibit(layout, evidence, values, words)
        for table, rows in made.items():
            records[table] += rows
    links = {row["claim_id"]: row for row in optional(HERE / "claims-links.csv")}
    reports = {table: [report_row(row, values, words) for row in read(evidence / f"{table}.csv")] for table in REPORT_TABLES}
    for claim in reports["claims"]:
        claim |= {"note": claim["series_hint"]} | links.get(claim["claim_id"], {})
    if values.missing:
        listed = "\n".join(f"  {dimension}: {spelling!r} ({count})" for (dimension, spelling), count in values.missing.items())
        raise Unknown(f"spellings that are no alias in data/values.csv:\n{listed}")
    name_sources(exhibits, {layout.exhibit: tuple(layout.dimensions) for layout in layouts})
    for layout in layouts:
        if exhibits[layout.exhibit]:
            write(DATA / "exhibits" / f"{layout.exhibit}.csv", layout.columns, exhibits[layout.exhibit])
    for table, rows in records.items():
        write(DATA / "records" / f"{table}.csv", tables()[table], rows)
    for table, columns in REPORT_TABLES.items():
        folder = DATA / "records" if table == "foreign-policy-mechanisms" else DATA
        write(folder / f"{table}.csv", columns, reports[table])

    from package import describe  # here, because it reads the tables just written

    describe(layouts)
    for layout in layouts:
        print(f"{layout.exhibit:32} {len(exhibits[layout.exhibit]):6} rows, {len(tally(exhibits[layout.exhibit])):4} series")
    for table, rows in records.items():
        print(f"{table:32} {len(rows):6} records")
    both = sum(row["series"] in layout.both for layout in layouts for row in exhibits[layout.exhibit])
    found = sum(len(read(evidence / f"{name}.csv")) for layout in layouts for name in layout.files)
    if sum(map(len, exhibits.values())) + sum(map(len, records.values())) - both != found:
        raise Unknown(f"{found} rows of the evidence are not all there")
    print(f"{'all':32} {sum(map(len, exhibits.values())):6} rows, {sum(map(len, records.values()))} records ({both} of them both), {found} in the evidence")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        main(Path(sys.argv[1]))
    except Unknown as error:
        sys.exit(f"carry: {error}")
