"""From an exhibit's rows to marks: what is on show, read as values, labelled in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, cast

import pandas as pd

from dashboard.charts.arranged import Arranged, Axis, Form, Mark, Measure, Trace
from dashboard.charts.arranged import Labels as ValueLabels
from dashboard.exhibits.base import Exhibit, Plan
from dashboard.periods import Period
from dashboard.selection import Selection, Vintage
from dashboard.text import EMPTY, T, join, listing, number, same
from dashboard.years import year_bounds

if TYPE_CHECKING:
    from dashboard.dataset import Dataset
    from dashboard.labels import Labels

STATUS: Final[dict[str, T]] = {
    "report": T("printed in the report", "impreso en el informe"),
    "official": T("official", "oficial"),
    "secondary": T("quoted by a third party", "citado por un tercero"),
    "computed": T("computed", "calculado"),
}
# What a mark is made of.
_TOLD: Final = ("series", "period", "kind", "start", "end", "year", "value", "status")
_NAMED: Final = 3  # chosen values that a headline names
_AND_MORE: Final = T("{named} and {n} more", "{named} y {n} más")
# How many days may lie between two neighbours of a series before a gap is drawn.
_NEIGHBOURS: Final = {"year": 370, "fiscal-year": 370, "quarter": 95, "month": 32, "day": 2}


@dataclass(frozen=True)
class Datum:
    """One row, as a headline quotes it: its value in the data's unit, its period as written, its year."""

    value: float
    period: str
    year: int
    status: str


@dataclass(frozen=True)
class Shown:
    """The rows that are on show in one view, and what is needed to read them.

    ``frame`` holds the rows of the view's plan that the selection keeps, ``planned`` those that it would without a
    filter (headlines are of these), ``everything`` all rows of the exhibit; ``names`` the label of each series,
    ``values`` the labels of dimensions; ``records`` the tables of the package that are not series; ``places`` longitude
    and latitude of ports; ``translations`` the Spanish of the package's notes.
    """

    exhibit: str
    frame: pd.DataFrame
    planned: pd.DataFrame
    everything: pd.DataFrame
    names: Mapping[str, T]
    values: Mapping[str, Mapping[str, T]]
    records: Mapping[str, pd.DataFrame]
    vintage: Vintage
    selection: Selection
    places: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    translations: Mapping[str, str] = field(default_factory=dict)

    def record(self, name: str) -> pd.DataFrame:
        """A table of records (texts, nodes, filings), its rows kept as the selection's dimensions say."""
        return replace(self.selection, years=None).apply(self.records[name])

    def rows(self, series: str, **dimensions: str) -> pd.DataFrame:
        """Rows on show of one series (and values of dimensions), in time order."""
        return _in_time(_where(self.frame, series, dimensions))

    def value(self, series: str, period: str, **dimensions: str) -> float:
        """The one value of a series in a period, whatever the filter. Raises ``LookupError`` if it is not just one."""
        rows = _where(self.everything, series, dimensions)
        found = rows.loc[rows["period"] == period, "value"]
        if len(found) != 1:
            raise LookupError(f"{self.exhibit}: {series} {period} {dimensions}: {len(found)} rows, one is needed")
        return float(found.iloc[0])

    def first(self, series: str, **dimensions: str) -> Datum:
        """The earliest planned datum of a series. Raises ``LookupError`` if there is none."""
        return datum(_where(self.planned, series, dimensions), f"{series} {dimensions}", 0)

    def last(self, series: str, **dimensions: str) -> Datum:
        """The latest planned datum of a series. Raises ``LookupError`` if there is none."""
        return datum(_where(self.planned, series, dimensions), f"{series} {dimensions}", -1)

    def newest(self, series: str, **dimensions: str) -> Datum:
        """The latest datum that there is, whatever the vintage on show. Raises ``LookupError`` if there is none."""
        return datum(_where(self.everything, series, dimensions), f"{series} {dimensions}", -1)

    def years(self, *series: str) -> tuple[int, int]:
        """First and last year on show, of these series or of all."""
        years = (self.frame[self.frame["series"].isin(series)] if series else self.frame)["year"].dropna()
        return (int(years.min()), int(years.max())) if len(years) else (0, 0)

    def name(self, series: str) -> T:
        """The label of a series."""
        return self.names[series]

    def note(self, text: str) -> T:
        """A note of the package in both languages."""
        return T(text, self.translations.get(text, text))

    def label(self, dimension: str, value: str) -> T:
        """The words of a dimension's value."""
        return self.values.get(dimension, {}).get(value, same(value))

    def is_filtered(self) -> bool:
        """Whether the selection may leave out rows."""
        return self.selection.is_filtered()


def datum(rows: pd.DataFrame, what: str, at: int) -> Datum:
    """Row ``at`` of ``rows`` in time order. Raises ``LookupError``, naming ``what``, if there is none."""
    if rows.empty:
        raise LookupError(f"{what}: no rows")
    row = _in_time(rows).iloc[at]
    return Datum(float(row["value"]), row["period"], row["end"].year, row["status"])


def _in_time(rows: pd.DataFrame) -> pd.DataFrame:
    return rows if rows["start"].is_monotonic_increasing else rows.sort_values("start", kind="stable")


def _where(frame: pd.DataFrame, series: str, dimensions: Mapping[str, str]) -> pd.DataFrame:
    kept = frame["series"] == series
    for dimension, value in dimensions.items():
        kept &= frame[dimension] == value
    return frame[kept]


def show(dataset: Dataset, labels: Labels, exhibit: Exhibit, view_id: str, selection: Selection) -> Shown:
    """The rows of ``exhibit`` that are on show in a view under a selection."""
    everything = rows_of(dataset, exhibit)
    plan = exhibit.view(view_id).plan(selection.vintage)
    filtered = selection.only(exhibit.dimensions).filtered()
    part = selection.only(_answered(exhibit, _planned(dataset, exhibit, plan, filtered)))
    return Shown(
        exhibit=exhibit.id,
        frame=part.apply(_planned(dataset, exhibit, plan, part.filtered())),
        planned=_planned(dataset, exhibit, plan),
        everything=everything,
        names=labels.names(exhibit.id),
        values=labels.values,
        records=dataset.records,
        vintage=selection.vintage,
        selection=part,
        places=labels.places,
        translations=dataset.translations,
    )


@lru_cache(maxsize=1024)
def _planned(dataset: Dataset, exhibit: Exhibit, plan: Plan, filtered: tuple[str, ...] = ()) -> pd.DataFrame:
    """``on_plan``, kept: filters choose among few of these."""
    return on_plan(rows_of(dataset, exhibit), plan, filtered)


def _answered(exhibit: Exhibit, rows: pd.DataFrame) -> list[str]:
    """The dimensions of an exhibit that a view answers to: not those that none of its planned rows have a value of."""
    return [name for name in exhibit.dimensions if name not in rows or rows.empty or (rows[name] != "").any()]


def rows_of(dataset: Dataset, exhibit: Exhibit) -> pd.DataFrame:
    """All rows of an exhibit; none of one that consists of records."""
    return dataset.exhibits.get(exhibit.id, next(iter(dataset.exhibits.values())).iloc[:0])


def records_of(dataset: Dataset, exhibit: str) -> list[pd.DataFrame]:
    """The tables of records that an exhibit shows: those named like it."""
    return [frame for name, frame in dataset.records.items() if name == exhibit or name.startswith(f"{exhibit}-")]


def on_plan(frame: pd.DataFrame, plan: Plan, filtered: Collection[str] = ()) -> pd.DataFrame:
    """The rows of the planned series within their planned years or periods, while these dimensions are filtered."""
    first, last = year_bounds(frame)
    kept = pd.Series(False, index=frame.index)
    for part in plan:
        if part.under and part.under not in filtered:
            continue
        rows = frame["series"] == part.series
        if part.kind:
            rows &= frame["kind"] == part.kind
        if part.only:
            rows &= frame[part.only[0]].isin(part.only[1])
        if isinstance(part.first, str):
            rows &= frame["end"] >= pd.Timestamp(Period.parse(part.first).start)
        elif part.first is not None:
            rows &= first >= part.first
        if isinstance(part.last, str):
            rows &= frame["start"] <= pd.Timestamp(Period.parse(part.last).end)
        elif part.last is not None:
            rows &= last <= part.last
        kept |= rows
    return frame[kept]


def marks(
    rows: pd.DataFrame,
    measure: Measure,
    axis: Axis = "years",
    selects: str = "years",
    gaps: bool = True,
) -> tuple[Mark, ...]:
    """A mark for each row, in time order, with an empty mark wherever neighbours are missing.

    ``rows`` are those of one series. ``selects`` names the dimension that a click chooses
    (``years``: the row's year). Change is said against the mark just before, if it is a neighbour.
    """
    built: list[Mark] = []
    previous: dict[str, Any] | None = None
    told = [name for name in dict.fromkeys((*_TOLD, selects)) if name in rows]
    for row in cast(list[dict[str, Any]], rows[told].to_dict("records")):
        near = previous is not None and (row["start"] - previous["start"]).days <= _NEIGHBOURS.get(row["kind"], 0)
        if previous is not None and not near and gaps:
            built.append(Mark(id="", x=_between(previous, row, axis), y=None))
        built.append(_mark(row, previous if near else None, measure, axis, selects))
        previous = row
    return tuple(built)


def _mark(row: dict[str, Any], before: dict[str, Any] | None, measure: Measure, axis: Axis, selects: str) -> Mark:
    change = EMPTY
    if before is not None and before["value"] > 0 and row["value"] > 0 and measure.unit.en != "%":
        moved = number(100 * (row["value"] / before["value"] - 1), 1, sign=True)
        change = T("{moved}% on {period}", "{moved}% frente a {period}").format(
            moved=moved, period=period_label(before["period"])
        )
    chosen = row.get(selects) if selects != "years" else (None if pd.isna(row["year"]) else int(row["year"]))
    return Mark(
        id=f"{row['series']}|{row['period']}" + (f"|{chosen}" if selects != "years" else ""),
        x=position(row, axis),
        y=row["value"] * measure.scale,
        period=period_label(row["period"]),
        figure=figure(row["value"], measure),
        status=STATUS[row["status"]],
        change=change,
        selects=(selects, str(chosen)) if chosen not in (None, "") else None,
        label=on_chart(row["value"], measure),
    )


def placed(row: Mapping[str, Any], measure: Measure, x: float, name: T, selects: str = "years", sign: int = 1) -> Mark:
    """The mark of one row named ``name`` that stands at a place of its own (a rank, a category).

    ``sign`` -1 turns its bar around.
    """
    mark = _mark(dict(row), None, measure, "dates", selects)
    value = row["value"] * measure.scale
    return replace(mark, x=x, y=sign * value, value=value, name=name)


def position(row: Mapping[str, Any], axis: Axis) -> float | str:
    """Where a row stands on the axis: its year, or the middle of its period as an ISO date."""
    if axis in ("years", "fiscal-years"):
        return int(row["year"])
    start, end = row["start"], row["end"]
    return (start + (end - start) / 2).strftime("%Y-%m-%d")


def _between(before: Mapping[str, Any], after: Mapping[str, Any], axis: Axis) -> float | str:
    if axis in ("years", "fiscal-years"):
        return (float(before["year"]) + float(after["year"])) / 2
    return (before["start"] + (after["start"] - before["start"]) / 2).strftime("%Y-%m-%d")


@lru_cache(maxsize=1 << 14)
def period_label(text: str) -> T:
    """A period in words, in both languages."""
    period = Period.parse(text)
    return T(period.label("en"), period.label("es"))


def with_article(text: str) -> T:
    """A period in words after "since" or "to": Spanish sets an article before fiscal years, quarters and days."""
    period, kind = period_label(text), Period.parse(text).kind
    if period.es.startswith("años fiscales"):
        return T(period.en, f"los {period.es}")
    return T(period.en, f"el {period.es}") if kind in ("fiscal-year", "quarter", "day") else period


def figure(value: float, measure: Measure) -> T:
    """A value with its unit, as a sentence says it."""
    if measure.unit.en == "%":
        return on_chart(value, measure)
    return number(value * measure.scale, measure.digits) + " " + _counted(measure.unit)


def _counted(unit: T) -> T:
    """A unit after a figure. Spanish says "502 mil aprehensiones" for a column of "miles de aprehensiones"; only barrels
    a day are told in thousands, as the industry does."""
    return unit if "barriles" in unit.es else T(unit.en, unit.es.replace("miles de ", "mil ", 1))


def on_chart(value: float, measure: Measure) -> T:
    """A value as it is written on the chart, its unit being in the subtitle."""
    return measure.affix.format(figure=number(value * measure.scale, measure.digits))


def trace(
    shown: Shown,
    series: str,
    measure: Measure,
    colour: str,
    *,
    form: Form = "line",
    axis: Axis = "years",
    name: T | None = None,
    end_label: T | None = None,
    panel: int = 0,
    dash: Literal["solid", "dash", "dot"] = "solid",
    hatched: bool = False,
    hollow: bool = False,
    markers: bool = False,
    values: ValueLabels = "none",
    dimensions: Mapping[str, str] | None = None,
    selects: str = "years",
) -> Trace:
    """One series on show as a trace, named by its label unless ``name`` says otherwise."""
    words = name or shown.name(series)
    rows = shown.rows(series, **(dimensions or {}))
    return Trace(
        id="|".join([series, *(dimensions or {}).values()]),
        name=words,
        colour=colour,
        marks=marks(rows, measure, axis, selects, gaps=form == "line"),
        form=form,
        panel=panel,
        end_label=words if end_label is None else end_label,
        dash=dash,
        hatched=hatched,
        hollow=hollow,
        markers=markers,
        values=values,
    )


def arrange(shown: Shown, exhibit: Exhibit, view_id: str) -> Arranged:
    """What is on show, arranged; under a filter the subject stands as headline, since the finding is of all the data."""
    arranged = told_apart(exhibit.view(view_id).arrange(shown))
    if not shown.is_filtered():
        return arranged
    # The newest value of all is not one of what is on show where a dimension is filtered.
    latest = EMPTY if shown.selection.dims else arranged.latest
    return replace(arranged, headline=filtered_headline(exhibit, shown), latest=latest)


def filtered_headline(exhibit: Exhibit, shown: Shown) -> T:
    """The subject, and what of it was chosen (years stand in the subtitle)."""
    values = [shown.label(name, value) for name, chosen in shown.selection.dims for value in chosen]
    if not values:
        return exhibit.subject
    if len(values) > _NAMED:
        return exhibit.subject + ": " + _AND_MORE.format(named=join(values[:_NAMED], ", "), n=len(values) - _NAMED)
    return exhibit.subject + ": " + listing(values)


def told_apart(arranged: Arranged) -> Arranged:
    """Series of one name in several panels also bear the panel's: a table or a spoken mark shows no panels."""
    names = Counter((trace.name.en, trace.panel) for trace in arranged.traces)
    panels = Counter(name for name, _ in names)

    def named(trace: Trace) -> T:
        title = arranged.panels[trace.panel].title if panels[trace.name.en] > 1 else EMPTY
        return join((trace.name, title), ", ") if trace.name else trace.name

    return replace(arranged, traces=tuple(replace(trace, name=named(trace)) for trace in arranged.traces))
