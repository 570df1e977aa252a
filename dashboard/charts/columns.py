"""The series of a chart as the columns of a table: what each is called, and how many decimals it is read with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from dashboard.charts.arranged import Arranged, Trace
from dashboard.text import EMPTY, T, years_span

_FISCAL = T("FY", "AF ")
_FROM_TO = T("{first} to {last}", "{first} a {last}")


def heads(arranged: Arranged) -> dict[str, T]:
    """The name of each trace that draws something, by its id.

    Those of one name also say what tells them apart: how they are known, else the words at their ends, else the periods
    that they cover. Where nothing does, the name stays.
    """
    of_one_name: dict[T, list[Trace]] = defaultdict(list)
    for trace in arranged.traces:
        if trace.name and next(trace.drawn(), None):
            of_one_name[trace.name].append(trace)
    return {id: head for name, traces in of_one_name.items() for id, head in _apart(name, traces, arranged).items()}


def _apart(name: T, traces: Sequence[Trace], arranged: Arranged) -> Mapping[str, T]:
    ways: tuple[Callable[[Trace], T], ...] = (_status, _at_the_end, lambda trace: _covers(trace, arranged))
    for way in ways if len(traces) > 1 else ():
        told = [way(trace) for trace in traces]
        if all(told) and len(set(told)) == len(told):
            return {trace.id: name + " (" + words + ")" for trace, words in zip(traces, told, strict=True)}
    return {trace.id: name for trace in traces}


def _status(trace: Trace) -> T:
    known = {mark.status for mark in trace.drawn()}
    return known.pop() if len(known) == 1 else EMPTY


def _at_the_end(trace: Trace) -> T:
    """The words at its end; not those that tell its last value, which belongs in a row."""
    return EMPTY if trace.end_label.en[:1].isdigit() else trace.end_label


def _covers(trace: Trace, arranged: Arranged) -> T:
    """From its first to its last period: ``FY2014–2018``, ``October 2009 to February 2020``."""
    marks = list(trace.drawn())
    if arranged.axis in ("years", "fiscal-years"):
        years = years_span(int(marks[0].x), int(marks[-1].x))
        return _FISCAL + years if arranged.axis == "fiscal-years" else years
    first, last = marks[0].period, marks[-1].period
    return first if first == last else _FROM_TO.format(first=first, last=last)


def decimals(values: Iterable[float], most: int) -> int:
    """How many decimals the values of a column need, ``most`` at most; none for whole numbers (no tenths of people)."""
    return min(most, max((len(f"{value:.6f}".rstrip("0").partition(".")[2]) for value in values), default=0))
