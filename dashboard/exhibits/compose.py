"""One exhibit as a page shows it: words, figure and marks in one language, cached by what they depend on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

import pandas as pd

from dashboard.charts import draw
from dashboard.charts.arranged import Arranged, Printed, Trace
from dashboard.dataset import Dataset
from dashboard.exhibits import compare, milestones, prepare
from dashboard.exhibits.base import Chapter, Exhibit, by_id
from dashboard.exhibits.compare import TIME
from dashboard.exhibits.prepare import STATUS, Shown
from dashboard.labels import Labels
from dashboard.selection import DIMENSION_NAMES, Pin, Selection, Vocabulary
from dashboard.text import EMPTY, MINUS, Lang, T, join, listing, years_span

_FIGURE = re.compile(rf"([^\d{MINUS}]*){MINUS}?[\d,]+(?:\.(\d+))?(\D*)")
_SOURCES_NAMED = 3
_IN_FULL = {"BEA": "U.S. Bureau of Economic Analysis"}
_SOURCE_LINE = T("Source: {publishers} · {until} · {status}", "Fuente: {publishers} · {until} · {status}")
_DATA_TO = T("data to {last}", "datos hasta {last}")
_DATA_OF = T("data for {last}", "datos de {last}")
_RECORDS_LINE = T("Source: {publishers}", "Fuente: {publishers}")
_AND_OTHERS = T("{named} and {n} more", "{named} y {n} más")
_NOT_SPLIT = T(
    "This exhibit is not split by {dimension}; it shows everything.",
    "Esta gráfica no se desglosa por {dimension}; muestra todo.",
)
_EVENTS = T("▲ {events}", "▲ {events}")
_VIEWS_THAT_HAVE = T(" Views that have some: {views}.", " Vistas que sí tienen: {views}.")
_NOTHING_LEFT = T("Nothing in this exhibit matches the filters.", "Nada en esta gráfica corresponde a los filtros.")
_WITHOUT = T(" It has data without the filter: {filters}.", " Tiene datos sin el filtro: {filters}.")
_WITHOUT_ONE = T(
    " It has data without any one of these filters: {filters}.",
    " Tiene datos sin cualquiera de estos filtros: {filters}.",
)
_WITHOUT_ALL = T(" Remove them to bring the data back.", " Quítelos para recuperar los datos.")
_YEARS_THERE = T(
    " With the rest as chosen there are data for {years}.", " Con lo demás como se eligió, hay datos de {years}."
)


@dataclass(frozen=True)
class Composed:
    """One exhibit under one selection, in both languages, before it is drawn.

    ``unanswered`` are the dimensions that are filtered and that it is not split by.
    """

    exhibit: Exhibit
    shown: Shown
    arranged: Arranged
    source: T
    unanswered: tuple[str, ...]
    empty: T

    @property
    def silent(self) -> T:
        """That the exhibit does not answer to a filter."""
        words = listing(DIMENSION_NAMES[name] for name in self.unanswered)
        return _NOT_SPLIT.format(dimension=T(words.en.lower(), words.es.lower())) if words else EMPTY

    def on_page(self, lang: Lang) -> dict[str, Any]:
        """Every text of the card on the page, the hints among its notes; what stands for the chart has its newest value."""
        said = self.words(lang)
        alt = ". ".join(part for part in (said["alt"], said["latest"]) if part)
        return said | {"alt": alt, "notes": [*said["notes"], *(hint[lang] for hint in self.arranged.hints)]}

    def words(self, lang: Lang) -> dict[str, Any]:
        """Every text of the card that changes with the selection, but for what only a page can do."""
        arranged = self.arranged
        return {
            "headline": arranged.headline[lang],
            "subtitle": arranged.subtitle[lang],
            "latest": arranged.latest[lang],
            "alt": join((arranged.headline, arranged.alt), ". ")[lang],
            "notes": [note[lang] for note in (*arranged.notes, *self.exhibit.notes)],
            "source": self.source[lang],
            "events": _EVENTS.format(events=join((words for _, words in arranged.milestones), "; "))[lang]
            if arranged.milestones
            else "",
            "silent": self.silent[lang],
            "side": "",
            "empty": self.empty[lang],
        }


Side = Literal["A", "B"]
PINNED = "pinned"


class Composer:
    """Every exhibit of a data set, composed on demand and kept.

    ``chapters`` without a declared exhibit's data (left out at start) lose that exhibit.
    """

    def __init__(self, dataset: Dataset, chapters: Iterable[Chapter]) -> None:
        self.dataset = dataset
        self.chapters = tuple(chapters)
        self.exhibits: Mapping[str, Exhibit] = by_id(self.chapters)
        self.labels = Labels(dataset)
        self.vocabulary = vocabulary(dataset, self.labels, self.exhibits)
        self._composed = lru_cache(maxsize=1024)(self._compose)
        self._figure = lru_cache(maxsize=1024)(self._make_figure)
        self._vocabulary = lru_cache(maxsize=256)(self._make_vocabulary)
        self._beside = lru_cache(maxsize=64)(self._make_beside)

    def vocabulary_of(self, exhibits: Iterable[Exhibit]) -> Vocabulary:
        """What an address may say on the page of these exhibits: the years are those of their data."""
        return self._vocabulary(tuple(one.id for one in exhibits))

    def _make_vocabulary(self, ids: tuple[str, ...]) -> Vocabulary:
        frames = [self.dataset.exhibits[id] for id in ids if id in self.dataset.exhibits]
        years = [int(year) for frame in frames for year in frame["year"].dropna().unique()]
        return replace(self.vocabulary, first_year=min(years), last_year=max(years)) if years else self.vocabulary

    def part(self, exhibit: Exhibit, selection: Selection) -> Selection:
        """The part of a selection that filters an exhibit.

        In the exhibit that was clicked the choice stands out and the rest is dimmed (the browser does that), so that
        it can be changed: there only a range of years filters. Single years stand out on every time axis alike.
        """
        part = selection.only(exhibit.dimensions)
        clicked = selection.clicked == exhibit.id
        marked = part.years and not part.years.is_range and (clicked or self._on_time(exhibit, selection))
        return replace(part, years=None if marked else part.years, dims=() if clicked else part.dims)

    def _on_time(self, exhibit: Exhibit, selection: Selection) -> bool:
        plain = Selection(vintage=selection.vintage, views=selection.views)
        return self.compose(exhibit, plain).arranged.axis in TIME

    def key(self, exhibit: Exhibit, selection: Selection, lang: Lang, side: Side = "B") -> str:
        """What the exhibit's figure and words depend on, as text: its view, its part of the selection, the language."""
        pin = selection.pinned
        if pin and pin.exhibit == exhibit.id:
            alone = replace(selection, pinned=None)
            return f"{side}:{self.key(exhibit, alone, lang)}|{self.key(exhibit, pin.state, lang)}"
        part = self.part(exhibit, selection)
        silent = ",".join(_silent(exhibit, selection))
        return f"{exhibit.id}:{selection.view_of(exhibit.id, exhibit.default_view)}?{part.to_query()}&{lang}&{silent}"

    def compose(self, exhibit: Exhibit, selection: Selection) -> Composed:
        """The exhibit under the part of the selection that it answers to."""
        view = selection.view_of(exhibit.id, exhibit.default_view)
        composed = self._composed(exhibit.id, view, self.part(exhibit, selection))
        return replace(composed, unanswered=(*_silent(exhibit, selection), *composed.unanswered))

    def payload(self, exhibit: Exhibit, selection: Selection, lang: Lang, side: Side = "B") -> str:
        """``compose`` drawn and written as JSON: key, words, heights, traces, layouts.

        Where the exhibit is pinned, ``side`` says which of the two states it is: both are drawn on one scale.
        """
        key = self.key(exhibit, selection, lang, side)
        if is_pinned(exhibit, selection):
            return self._beside(exhibit, selection, lang, side, key)
        view = selection.view_of(exhibit.id, exhibit.default_view)
        figure = self._figure(exhibit.id, view, self.part(exhibit, selection), lang)
        return f"{self.words(exhibit, selection, lang)[:-1]},{figure[1:]}"  # one JSON object of two

    def words(self, exhibit: Exhibit, selection: Selection, lang: Lang) -> str:
        """The part of ``payload`` that says which it is, and its words: all of it that ``same_figure`` leaves to send."""
        key = self.key(exhibit, selection, lang)
        return written({"key": key, "words": self.compose(exhibit, selection).on_page(lang)})

    def _compose(self, exhibit_id: str, view: str, part: Selection) -> Composed:
        exhibit = self.exhibits[exhibit_id]
        chosen = replace(part, views=((exhibit_id, view),))
        shown = prepare.show(self.dataset, self.labels, exhibit, view, chosen)
        empty = shown.frame.empty and not exhibit.view(view).of_records
        arranged = nothing(exhibit) if empty else prepare.arrange(shown, exhibit, view)
        if arranged.is_empty() and shown.is_filtered():  # records of which none is left
            empty, arranged = True, nothing(exhibit)
        marked = milestones.of_exhibit(self.dataset.milestones, exhibit_id, part.events, arranged.axis)
        arranged = replace(arranged, milestones=tuple((one.x, one.words) for one in marked))
        return Composed(
            exhibit=exhibit,
            shown=shown,
            arranged=arranged,
            source=source_line(self.dataset, shown) or records_line(self.dataset, exhibit_id, shown),
            unanswered=tuple(name for name in part.filtered() if name not in shown.selection.filtered()),
            empty=self._why_empty(exhibit, view, chosen) if empty else EMPTY,
        )

    def _why_empty(self, exhibit: Exhibit, view: str, chosen: Selection) -> T:
        """What would bring something back: the filters to remove, the years to choose, the views that have some."""

        def left(view: str, selection: Selection) -> pd.DataFrame:
            return prepare.show(self.dataset, self.labels, exhibit, view, selection).frame

        filtered = chosen.only(exhibit.dimensions).filtered()
        back = [name for name in filtered if not left(view, chosen.without(name)).empty]
        template = (_WITHOUT_ALL, _WITHOUT, _WITHOUT_ONE)[min(len(back), 2)]
        words = template.format(filters=join((DIMENSION_NAMES[name] for name in back), ", "))
        years = left(view, chosen.without("years"))["year"].dropna() if "years" in back else ()
        span = _YEARS_THERE.format(years=years_span(int(min(years)), int(max(years)))) if len(years) else EMPTY
        others = [one.name for one in exhibit.views if not left(one.id, chosen).empty]
        return _NOTHING_LEFT + words + span + (_VIEWS_THAT_HAVE.format(views=listing(others)) if others else EMPTY)

    def _make_figure(self, exhibit_id: str, view: str, part: Selection, lang: Lang) -> str:
        return written(contents(self._composed(exhibit_id, view, part), view, lang))

    def _make_beside(self, exhibit: Exhibit, selection: Selection, lang: Lang, side: Side, key: str) -> str:
        pin = selection.pinned
        assert pin is not None  # the exhibit is pinned
        own, other = self.compose(exhibit, selection), self.compose(exhibit, pin.state)
        arranged = compare.on_one_scale(own.arranged, other.arranged)
        view = selection.view_of(exhibit.id, exhibit.default_view)
        own = replace(own, arranged=arranged)
        payload = {"key": key, "words": own.on_page(lang), **contents(own, view, lang)}
        states = [compare.state(exhibit, one, self.vocabulary) for one in (selection, pin.state)]
        payload["words"]["side"] = compare.side(side, states[0])[lang]
        if side == "A":
            lines = compare.differences(own, other, (selection, pin.state))
            lines = [compare.SAME_SO_FAR] if states[0] == states[1] else lines
            years = selection.years
            marked = [str(year) for year in years.values] if years and not years.is_range else []
            payload |= {"exhibit": exhibit.id, "differences": [line[lang] for line in lines]}
            payload |= {"selects": {}, "traces": {}, "own": {"years": marked} if marked else {}}
        return written(payload)


def is_pinned(exhibit: Exhibit, selection: Selection) -> bool:
    """Whether two states of an exhibit are looked at side by side."""
    return selection.pinned is not None and selection.pinned.exhibit == exhibit.id


def drawn_on(exhibits: Iterable[Exhibit], selection: Selection) -> dict[str, tuple[Exhibit, Selection, Side]]:
    """What a page draws, by the id of its place: each exhibit, and under ``pinned`` the state that one is kept in."""
    drawn: dict[str, tuple[Exhibit, Selection, Side]] = {one.id: (one, selection, "B") for one in exhibits}
    pin = selection.pinned
    if pin and pin.exhibit in drawn:
        exhibit = drawn[pin.exhibit][0]
        # What is chosen in B itself filters it: side by side, two whole charts would differ in emphasis alone.
        b = replace(selection, clicked="" if selection.clicked == exhibit.id else selection.clicked)
        a = replace(pin.state, pinned=Pin(exhibit.id, replace(b, pinned=None)), events=selection.events)
        drawn |= {exhibit.id: (exhibit, b, "B"), PINNED: (exhibit, a, "A")}
    return drawn


def same_figure(held: str, key: str) -> bool:
    """Whether two keys of an exhibit differ only in the filters that it does not answer to."""
    return held.rpartition("&")[0] == key.rpartition("&")[0]


def contents(composed: Composed, view: str, lang: Lang) -> dict[str, Any]:
    """What the browser draws of an exhibit: places, traces, layouts, and what its marks select."""
    drawn = draw.parts(composed.arranged, lang) if not composed.empty else {"data": [], "layouts": {}}
    return {
        "view": view,
        "subject": composed.exhibit.subject[lang],
        "heights": heights(drawn),
        "time": composed.arranged.axis in TIME,
        **({"written": written_as(composed.arranged, lang)} if composed.arranged.axis in TIME else {}),
        "selects": {mark.id: mark.selects for _, mark in composed.arranged.marks() if mark.selects},
        "traces": traces_select(composed),
        "printed": printed(composed.arranged.printed, lang),
        **drawn,
    }


def written_as(arranged: Arranged, lang: Lang) -> list[tuple[str, int]]:
    """How the values of each trace are printed: ``("{figure}%", 1)`` is one decimal, followed by a sign."""
    return [_pattern(trace, arranged, lang) for trace in arranged.traces]


def _pattern(trace: Trace, arranged: Arranged, lang: Lang) -> tuple[str, int]:
    figures = (_FIGURE.fullmatch(mark.label[lang]) for mark in trace.drawn())
    if found := next(filter(None, figures), None):
        return f"{found[1]}{{figure}}{found[3]}", len(found[2] or "")
    measure = arranged.panels[trace.panel].measure
    return measure.affix[lang], measure.digits


def written(payload: dict[str, Any]) -> str:
    """A payload as JSON."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


def traces_select(composed: Composed) -> dict[str, tuple[str, str]]:
    """What the words of a whole series choose: what all its marks do, or else the direction of its data."""
    chosen: dict[str, tuple[str, str]] = {}
    frame = composed.shown.frame
    directions = dict(zip(frame["series"], frame["direction"], strict=True)) if "direction" in frame else {}
    for trace in composed.arranged.traces:
        of_marks = {mark.selects for mark in trace.drawn()}
        only = next(iter(of_marks)) if len(of_marks) == 1 else None
        direction = directions.get(trace.id.split("|")[0], "")
        if only and only[0] != "years":
            chosen[trace.uid] = only
        elif direction and "direction" in composed.exhibit.dimensions:
            chosen[trace.uid] = ("direction", direction)
    return chosen


def heights(drawn: Mapping[str, Any]) -> dict[str, int]:
    """Height in px of the chart at each size, so that the page can keep its place before it is drawn."""
    return {name: layout["height"] for name, layout in drawn["layouts"].items()}


def printed(table: Printed | None, lang: Lang) -> dict[str, Any] | None:
    """A printed table as the browser sets it: columns, and rows of cells (words, what they are sorted by)."""
    if table is None:
        return None
    return {
        "columns": [{"name": column.name[lang], "numeric": column.numeric} for column in table.columns],
        "rows": [
            {"cells": [[words[lang], by] for words, by in zip(row.cells, row.sorts, strict=True)]}
            | ({"selects": row.selects} if row.selects else {})
            | ({"total": True} if row.total else {})
            for row in table.rows
        ],
    }


def nothing(exhibit: Exhibit) -> Arranged:
    """What a filter leaves that no row matches."""
    return Arranged(headline=exhibit.subject, subtitle=EMPTY, alt=_NOTHING_LEFT, axis="none", panels=(), traces=())


def source_line(dataset: Dataset, shown: Shown) -> T:
    """Who published what is on show, until when it runs, and how it is known; the rest is in the sources panel."""
    if shown.frame.empty:
        return EMPTY
    named = _publishers(dataset, shown.frame["source_id"])
    newest = shown.frame.loc[shown.frame["end"].idxmax()]
    until = (_DATA_OF if newest["kind"] == "span" else _DATA_TO).format(last=prepare.with_article(newest["period"]))
    status = listing(STATUS[name] for name in shown.frame["status"].value_counts().index)
    return _SOURCE_LINE.format(publishers=named, until=until, status=status)


def records_line(dataset: Dataset, exhibit: str, shown: Shown) -> T:
    """Who published the records of a view that plans no series."""
    if not shown.planned.empty:
        return EMPTY
    return _RECORDS_LINE.format(
        publishers=_publishers(
            dataset, pd.concat([frame["source_id"] for frame in prepare.records_of(dataset, exhibit)])
        )
    )


def _publishers(dataset: Dataset, ids: pd.Series) -> T:
    """The publishers of these sources, most rows first; how many more there are."""
    ids = ids.str.split(";").explode().str.strip()
    publishers: list[str] = []
    joint = dataset.sources["publisher"].reindex(ids.value_counts().index).dropna()
    for name in (one for names in joint for one in _apart(names)):
        if not any(_names_too(kept, name) for kept in publishers):
            publishers.append(name)
    if len(publishers) <= _SOURCES_NAMED:
        return listing(dataset.note(name) for name in publishers)
    return _AND_OTHERS.format(
        named=join((dataset.note(name) for name in publishers[:_SOURCES_NAMED]), ", "),
        n=len(publishers) - _SOURCES_NAMED,
    )


def _names_too(kept: str, name: str) -> bool:
    """Whether one of two publishers is named with the other: "Census, via …" and "Census", "A student, from BEA" and "BEA"."""
    return name.startswith(kept) or kept.startswith(name) or kept.endswith(f" {name}")


def _apart(publishers: str) -> list[str]:
    """Those who publish together one by one ("U.S. Census Bureau and BEA"); an "and" within a name stays."""
    names = [_IN_FULL.get(name, name) for name in publishers.split(" and ")]
    return names if all(name.startswith("U.S. ") for name in names) else [publishers]


def vocabulary(dataset: Dataset, labels: Labels, exhibits: Mapping[str, Exhibit]) -> Vocabulary:
    """What an address may say about these data."""
    years = [frame["year"].dropna() for id, frame in dataset.exhibits.items() if id in exhibits]
    years = [year for year in years if len(year)]  # some exhibits have no single years, but spans
    return Vocabulary(
        first_year=int(min(year.min() for year in years)),
        last_year=int(max(year.max() for year in years)),
        values={name: values for name, values in labels.values.items() if name in DIMENSION_NAMES},
        views={id: tuple(view.id for view in exhibit.views) for id, exhibit in exhibits.items()},
    )


def _silent(exhibit: Exhibit, selection: Selection) -> tuple[str, ...]:
    """What is filtered elsewhere and what this exhibit does not have: its years, its dimensions."""
    elsewhere = (name for name in selection.filtered() if name not in exhibit.dimensions)
    return tuple(name for name in elsewhere if name != "years" or selection.clicked != exhibit.id)
