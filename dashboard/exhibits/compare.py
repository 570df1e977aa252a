"""One exhibit in two states side by side: A, which was pinned, and B, the view on show; on one scale, and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dashboard.charts import spans
from dashboard.charts.arranged import Arranged, Mark, Measure, Panel
from dashboard.charts.layouts import reach
from dashboard.selection import DIMENSION_NAMES, Selection, Vocabulary
from dashboard.text import T, join, listing, number, same

if TYPE_CHECKING:
    from dashboard.exhibits.base import Exhibit
    from dashboard.exhibits.compose import Composed

TIME: Final = ("years", "fiscal-years", "dates")
_MOST: Final = 6  # lines of differences that are read at a glance

_VINTAGES: Final = {
    "report": T("as in the report", "como en el informe"),
    "latest": T("with what is known today", "con lo que se sabe hoy"),
}
_ALL_YEARS: Final = T("all years", "todos los años")
_SIDE: Final = T("{side}: {state}", "{side}: {state}")
SAME_SO_FAR: Final = T(
    "A is kept as it was. Choose other years, filters, data or another view, and this chart, B, answers.",
    "A se conserva como estaba. Elija otros años, filtros, datos u otra vista, y esta gráfica, B, responde.",
)
_NO_DIFFERENCE: Final = T(
    "The numbers on show are the same in A and B.", "Las cifras a la vista son las mismas en A y en B."
)
_DIFFERENCE: Final = T("{name}: {a} in A ({at_a}), {b} in B ({at_b})", "{name}: {a} en A ({at_a}), {b} en B ({at_b})")
_SAME_PERIOD: Final = T("{name}, {at_a}: {a} in A, {b} in B", "{name}, {at_a}: {a} en A, {b} en B")
_PLAIN: Final = T("{name}: {a} in A, {b} in B", "{name}: {a} en A, {b} en B")
_MOVED: Final = T(" ({moved}% from A to B)", " ({moved}% de A a B)")
_POINTS: Final = T(" ({moved} percentage points from A to B)", " ({moved} puntos porcentuales de A a B)")
_ONLY: Final = T("Only in {side}: {names}", "Solo en {side}: {names}")
_MORE: Final = T("{n} more differ; the tables hold all.", "{n} más difieren; las tablas las contienen todas.")


@dataclass(frozen=True)
class Told:
    """A mark that speaks for a series or a category: its name, and how its value is read."""

    name: T
    mark: Mark
    measure: Measure
    joined: bool = True
    """Whether it is one of a course of values: points that no line joins may be of several editions."""

    @property
    def value(self) -> float:
        """The number, in the unit that it is shown in."""
        return self.mark.value if self.mark.value is not None else self.mark.y or 0.0


def state(exhibit: Exhibit, selection: Selection, vocabulary: Vocabulary) -> T:
    """What is chosen in one state of an exhibit, in words."""
    view = exhibit.view(selection.view_of(exhibit.id, exhibit.default_view))
    chosen = selection.only(exhibit.dimensions)
    years = [chosen.years.words() if chosen.years else _ALL_YEARS] if "years" in exhibit.dimensions else []
    filters = [
        DIMENSION_NAMES[name] + " " + listing(vocabulary.label(name, value) for value in values)
        for name, values in chosen.dims
    ]
    views = [view.name] if len(exhibit.views) > 1 else []
    return join((*years, *filters, *views, _VINTAGES[selection.vintage]), " · ")


def side(letter: str, words: T) -> T:
    """``A: 2000–2008 · as in the report``."""
    return _SIDE.format(side=letter, state=words)


def on_one_scale(one: Arranged, other: Arranged) -> Arranged:
    """``one`` with axes of values that also hold what ``other`` shows, wherever both measure alike."""
    if one.axis != other.axis or one.axis not in (*TIME, "categories") or spans.there(one):
        return one
    if [_panel(panel) for panel in one.panels] != [_panel(panel) for panel in other.panels]:
        return one
    panels = []
    for i, panel in enumerate(one.panels):
        lows, highs = zip(reach(one, i), reach(other, i), strict=True)
        panels.append(replace(panel, limits=(min(lows), max(highs))))
    return replace(one, panels=tuple(panels))


def _panel(panel: Panel) -> tuple[str, float, str]:
    return panel.measure.unit.en, panel.measure.scale, panel.title.en


def differences(a: Composed, b: Composed, years: tuple[Selection, Selection]) -> list[T]:
    """How the numbers of B differ from those of A: of each series its newest (or chosen) year, of each category its
    value; at most six, those that changed most, and what only one of them shows. ``years``: both selections."""
    told_a, told_b = told(a.arranged, years[0]), told(b.arranged, years[1])
    both = [(told_a[key], told_b[key]) for key in told_a if key in told_b]
    apart = [pair for pair in both if _says(pair[0]) != _says(pair[1])]
    largest = sorted(apart, key=lambda pair: -_change(*pair))[:_MOST]
    lines = [_line(one, other) for one, other in apart if (one, other) in largest]
    if len(apart) > _MOST:
        lines.append(_MORE.format(n=len(apart) - _MOST))
    for letter, mine, theirs in (("A", told_a, told_b), ("B", told_b, told_a)):
        alone = [mine[key].name for key in mine if key not in theirs]
        if alone:
            more = [] if len(alone) <= _MOST else [same("…")]
            lines.append(_ONLY.format(side=letter, names=join([*alone[:_MOST], *more], "; ")))
    return lines or [_NO_DIFFERENCE]


def told(arranged: Arranged, selection: Selection) -> dict[str, Told]:
    """The mark of each series or category that speaks for it: of a line in pieces, its newest."""
    found: dict[str, Told] = {}
    for one in _told(arranged, selection):
        before = found.get(one.name.en)
        if before is None or arranged.axis not in TIME or str(before.mark.x) < str(one.mark.x):
            found[one.name.en] = one
    return found


def _told(arranged: Arranged, selection: Selection) -> Iterator[Told]:
    chosen = {str(year) for year in selection.years.values} if selection.years and not selection.years.is_range else ()
    for trace in arranged.traces:
        marks = [mark for mark in trace.drawn() if mark.figure]
        measure = arranged.panels[trace.panel].measure if arranged.panels else Measure(unit=T("", ""))
        if arranged.axis in TIME:
            if chosen:
                marks = [mark for mark in marks if _year(mark) in chosen]
            if marks:
                yield Told(trace.name, marks[-1], measure, trace.form != "points")
            continue
        for mark in marks:
            category = arranged.categories[int(mark.x)] if arranged.axis == "categories" else mark.name or mark.label
            alone = len(arranged.traces) == 1 or arranged.axis == "map"
            name = category if alone and category else join((trace.name, category), ", ")
            yield Told(name, mark, measure)


def _year(mark: Mark) -> str:
    return str(mark.x)[:4] if isinstance(mark.x, str) else str(round(mark.x))


def _says(one: Told) -> tuple[str, str]:
    return one.mark.figure.en, one.mark.period.en


def _change(one: Told, other: Told) -> float:
    return abs(other.value - one.value) / max(abs(one.value), abs(other.value), 1e-12)


def _measured(one: Told) -> tuple[str, float, str]:
    """Unit, scale and series: a change is told of one series alone, for editions are not to be joined."""
    return one.measure.unit.en, one.measure.scale, one.mark.id.split("|")[0]


def _line(one: Told, other: Told) -> T:
    a, b = one.mark, other.mark
    template = _DIFFERENCE if a.period.en != b.period.en else _SAME_PERIOD if a.period else _PLAIN
    words = template.format(name=one.name, a=a.figure, b=b.figure, at_a=a.period, at_b=b.period)
    if _measured(one) != _measured(other) or not (one.joined and other.joined):
        return words
    if "%" in one.measure.affix.en or one.measure.unit.en == "%":
        return words + _POINTS.format(moved=number(other.value - one.value, 1, sign=True))
    moved = 100 * (other.value / one.value - 1) if one.value > 0 and other.value > 0 else 0.0
    return words + _MOVED.format(moved=number(moved, int(abs(moved) < 10), sign=True)) if moved else words
