"""The rows that an address means for an exhibit, read from the CSV files with plain pandas.

Nothing here comes from the code under test but the declared plan (which series over which years a view shows).
Filtering by years, ranges and dimensions, and the few series that are computed, are written out again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from dashboard.exhibits.base import Exhibit, Plan
from dashboard.exhibits.registry import CHAPTERS

DATA = Path(__file__).resolve().parent.parent / "data"
EXHIBITS: Mapping[str, Exhibit] = {exhibit.id: exhibit for chapter in CHAPTERS for exhibit in chapter.exhibits}
DIRECTIONS = pd.read_csv(DATA / "series.csv", dtype=str, keep_default_na=False)
NOT_DIMENSIONS = ("from", "vintage", "view", "lang", "theme", "table")


def asked(address: str) -> dict[str, str]:
    """What an address filters by: ``{"years": "2010", "state": "us-tx"}``."""
    pairs = (part.split("=") for part in address.partition("?")[2].partition("#")[0].split("&") if part)
    return {name: text for name, text in pairs if name not in NOT_DIMENSIONS}


def months(period: str) -> tuple[int, int]:
    """First and last month of a period, counted from the year 0."""
    ends = []
    for half in period.split("/"):
        year = int(re.search(r"\d{4}", half)[0])  # type: ignore[index]
        if half.startswith("FY"):
            ends.append((12 * year - 3, 12 * year + 8))
        elif quarter := re.search(r"Q(\d)", half):
            last = 12 * year + 3 * int(quarter[1]) - 1
            ends.append((last - 2, last))
        elif month := re.match(r"\d{4}-(\d\d)", half):
            ends.append((12 * year + int(month[1]) - 1,) * 2)
        else:
            ends.append((12 * year, 12 * year + 11))
    return ends[0][0], ends[-1][1]


def kind(period: str) -> str:
    """Whether a period is a year, fiscal year, quarter, month, day or something longer."""
    if "/" in period:
        first, last = (re.findall(r"\d{4}", half)[0] for half in period.split("/"))
        return "part-of-year" if first == last else "span"
    forms = {r"\d{4}": "year", r"FY\d{4}": "fiscal-year", r".*Q.": "quarter", r"\d{4}-\d\d": "month"}
    return next((name for form, name in forms.items() if re.fullmatch(form, period)), "day")


@cache
def table(exhibit: str) -> pd.DataFrame:
    """All rows of an exhibit, with the direction of their series, their years and months, and the computed series."""
    frame = pd.read_csv(DATA / "exhibits" / f"{exhibit}.csv", dtype=str, keep_default_na=False)
    frame["value"] = frame["value"].astype(float)
    for name, compute in COMPUTED.get(exhibit, {}).items():
        made = compute(frame).dropna().reset_index().assign(series=name)
        frame = pd.concat([frame, made], ignore_index=True)
    frame = frame.fillna({name: "" for name in frame if frame[name].dtype == "str"})
    if "direction" not in frame:
        known = DIRECTIONS[DIRECTIONS["exhibit"] == exhibit].set_index("series")["direction"]
        frame["direction"] = frame["series"].map(known).fillna("")
    years = frame["period"].str.findall(r"\d{4}")
    ends = frame["period"].map(months)
    return frame.assign(
        first=years.str[0].astype(int),
        last=years.str[-1].astype(int),
        start=ends.str[0],
        end=ends.str[1],
        kind=frame["period"].map(kind),
    )


def planned(frame: pd.DataFrame, plan: Plan, filtered: tuple[str, ...]) -> pd.DataFrame:
    """The rows that a declaration names."""
    kept = pd.Series(False, index=frame.index)
    for part in plan:
        if part.under and part.under not in filtered:
            continue
        rows = frame["series"] == part.series
        if part.kind:
            rows &= frame["kind"] == part.kind
        if part.only:
            rows &= frame[part.only[0]].isin(part.only[1])
        if part.first is not None:
            rows &= (
                frame["first"] >= part.first if isinstance(part.first, int) else frame["end"] >= months(part.first)[0]
            )
        if part.last is not None:
            rows &= frame["last"] <= part.last if isinstance(part.last, int) else frame["start"] <= months(part.last)[1]
        kept |= rows
    return frame[kept]


def in_years(frame: pd.DataFrame, text: str) -> pd.Series:
    """Which rows overlap a range (2000-2015) or one of several years (2008,2012)."""
    if "-" in text:
        low, high = map(int, text.split("-"))
        return (frame["first"] <= high) & (frame["last"] >= low)
    kept = pd.Series(False, index=frame.index)
    for year in map(int, text.split(",")):
        kept |= (frame["first"] <= year) & (frame["last"] >= year)
    return kept


def having(cells: pd.Series, name: str, text: str) -> pd.Series:
    """Which cells hold a chosen value. A share of pillars 1, 3 and 4 together belongs to each of them."""
    chosen = text.split(",")
    if name != "pillar":
        return cells.isin(chosen)
    parts = {part for value in chosen for part in value.split("-")}
    return cells.map(lambda cell: bool(parts & set(cell.split("-"))) or cell == "all")


def silent(exhibit: str, filters: Mapping[str, str], view: str = "", vintage: str = "report") -> set[str]:
    """The dimensions that an exhibit does not answer to: undeclared, or without a value in any row of the view."""
    declared = EXHIBITS[exhibit]
    rows = planned(table(exhibit), _plan(exhibit, view, vintage), tuple(filters)) if _has_rows(exhibit) else None
    without = {name for name in filters if name not in declared.dimensions}
    if rows is None or rows.empty:
        return without
    return without | {name for name in filters if name in rows and name != "years" and not (rows[name] != "").any()}


def on_show(
    exhibit: str, filters: Mapping[str, str], on_time: bool, view: str = "", vintage: str = "report"
) -> pd.DataFrame:
    """The rows that are left of a view. On a time axis single years are marked, not cut out."""
    heard = {name: text for name, text in filters.items() if name not in silent(exhibit, filters, view, vintage)}
    if on_time and "-" not in heard.get("years", "-"):
        del heard["years"]
    rows = planned(table(exhibit), _plan(exhibit, view, vintage), tuple(heard))
    for name, text in heard.items():
        if name != "years" and name not in rows:  # of records, not of rows
            continue
        kept = in_years(rows, text) if name == "years" else having(rows[name], name, text)
        rows = rows[kept.astype(bool)]
    return rows


def _has_rows(exhibit: str) -> bool:
    return (DATA / "exhibits" / f"{exhibit}.csv").exists()


def _plan(exhibit: str, view: str, vintage: str) -> Plan:
    declared = EXHIBITS[exhibit]
    found = declared.view(view) if view else declared.views[0]
    return found.report if vintage == "report" else found.latest


def _series(frame: pd.DataFrame, name: str, *by: str) -> pd.Series:
    """One series by its period (and dimensions), its values as they stand."""
    return frame[frame["series"] == name].set_index(["period", *by])["value"]


def _only(frame: pd.DataFrame, name: str, column: str, value: str) -> pd.Series:
    """One value's part of a series."""
    return _series(frame[frame[column] == value], name)


def _index(name: str, base: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda frame: 100 * _series(frame, name) / _series(frame, name)[base]


def _yearly(frame: pd.DataFrame, name: str) -> pd.Series:
    """Months summed to years, where all twelve are there."""
    monthly = _series(frame, name)
    years = monthly.groupby(monthly.index.str[:4])
    return years.sum()[years.count() == 12].rename_axis("period")


def _a_day(yearly: pd.Series) -> pd.Series:
    return yearly / [366 if int(year) % 4 == 0 else 365 for year in yearly.index]


def _less_two(frame: pd.DataFrame) -> pd.Series:
    world, mexico, china = (
        _only(frame, "balance_goods_services", "partner", name) for name in ("world", "mexico", "china")
    )
    return world - mexico - china


def _by_port(frame: pd.DataFrame) -> pd.Series:
    both = [f"goods_{way}_mexico_by_port" for way in ("exports_to", "imports_from")]
    out, back = (frame[frame["series"] == name].groupby(["period", "port"])["value"].sum() for name in both)
    return (out + back).dropna()


def _rest_of_central_america(frame: pd.DataFrame) -> pd.Series:
    names = ("central_americans", "guatemala", "honduras", "el_salvador")
    whole, *parts = (_series(frame, f"mexico_returned_{name}_upm") for name in names)
    return whole - parts[0] - parts[1] - parts[2]


def _three_of_the_press(frame: pd.DataFrame) -> pd.Series:
    first, second, third = (
        _series(frame, f"mexico_returned_{name}") for name in ("guatemala", "honduras", "el_salvador")
    )
    return first + second + third


COMPUTED: dict[str, dict[str, Callable[[pd.DataFrame], pd.Series]]] = {
    "economy-6": {
        "mfg_employment_index": _index("mfg_employment_manemp", "1987-07"),
        "mfg_real_output_vintage2017_index": _index("mfg_real_output_outms_vintage2017", "1987-Q3"),
    },
    "economy-deficit": {"balance_goods_services_others": _less_two},
    "economy-added-ports": {"goods_trade_with_mexico_by_port": _by_port},
    "security-added-firearms": {
        "atf_traces_other_or_unknown": lambda frame: (
            _only(frame, "atf_traces_mexico", "firearm_origin", "all")
            - _only(frame, "atf_traces_mexico", "firearm_origin", "us-sourced")
        )
    },
    "migration-8": {
        "mexico_returned_other_central_america_upm": _rest_of_central_america,
        "mexico_returned_northern_triangle_sum": _three_of_the_press,
    },
    "migration-9": {
        "un_other_born_in_mexico": lambda frame: (
            _series(frame, "un_foreign_born_in_mexico")
            - _only(frame, "un_foreign_born_in_mexico_by_region", "origin", "united-states")
        )
    },
    "energy-9": {"us_ng_pipeline_exports_mexico_annual": lambda frame: _yearly(frame, "us_ng_pipeline_exports_mexico")},
    "energy-trade": {
        "us_petroleum_product_exports_mexico_annual": lambda frame: _a_day(
            _yearly(frame, "us_petroleum_product_exports_mexico")
        )
    },
}
