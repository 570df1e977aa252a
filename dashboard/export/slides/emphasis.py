"""What was chosen in an exhibit stands out on its slide as it does on the page: the rest is dimmed."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.charts.arranged import Mark, Trace
from dashboard.exhibits.compose import traces_select
from dashboard.export.order import Order
from dashboard.export.picture_emphasis import chosen

TIME = ("years", "fiscal-years", "dates")
Dimmed = Callable[[Trace, Mark], bool]


def nothing_dimmed(_trace: Trace, _mark: Mark) -> bool:
    """Nothing was chosen."""
    return False


def dimmed(order: Order) -> Dimmed:
    """Whether a mark is one of those that were not chosen."""
    composed = order.composed()
    own = chosen(composed, order.selection)
    if not own:
        return nothing_dimmed
    of_traces = traces_select(composed)
    on_time = composed.arranged.axis in TIME
    marks = [mark.selects for _, mark in composed.arranged.marks() if mark.selects]
    split = {name for name, _ in (*marks, *of_traces.values())}

    def left_out(trace: Trace, mark: Mark, name: str, values: tuple[str, ...]) -> bool:
        if name == "years" and on_time:
            return str(mark.x)[:4] not in values
        told = [one for one in (mark.selects, of_traces.get(trace.uid)) if one and one[0] == name]
        return told[0][1] not in values if told else name in split

    return lambda trace, mark: any(left_out(trace, mark, name, values) for name, values in own.items())
