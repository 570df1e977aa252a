"""Diagrams of boxes: every word has room at every size, no box touches another, links run from edge to edge."""

import pytest

from dashboard.charts import boxes, draw, labels
from dashboard.charts.arranged import Arranged, Grid, Mark, Measure, Panel, Trace
from dashboard.charts.theme import SIZES
from dashboard.text import EMPTY, T, same

WORDS = "Putting the new adversarial criminal justice system into practice"
SIZE = pytest.mark.parametrize("size", list(SIZES.values()), ids=lambda size: size.name)


def diagram(links: bool = True) -> Arranged:
    """A heading over two boxes, a third below, and a link from each of the two to the third."""
    named = ("a", "b", "c")
    drawn = tuple(
        Mark(id, i, 1.0, name=same(id), label=T(f"{id}\n{WORDS}", f"{id}\n{WORDS}")) for i, id in enumerate(named)
    )
    head = Mark("head", 0, 1.0, name=same("head"), label=same("A heading"))
    ends = tuple(Mark(f"{one}-c", 0, 1.0, figure=same("supplies"), ends=(one, "c")) for one in ("a", "b"))
    stacked = Grid((("head",), ("a",), ("b",), ("c",)), links=False)
    wide = Grid((("head", "head", ""), ("a", "b", ""), ("", "", "c")), gap=40, links=links)
    return Arranged(
        headline=same("H"),
        subtitle=same("S"),
        alt=same("A"),
        axis="boxes",
        panels=(Panel(Measure(EMPTY)),),
        traces=(
            Trace("heads", EMPTY, "text", (head,), form="boxes", hollow=True),
            Trace("named", same("Named"), "kind-a", drawn, form="boxes"),
            Trace("links", same("Links"), "other", ends, form="links"),
        ),
        grids=(stacked, wide, wide),
    )


@SIZE
def test_boxes_do_not_touch_and_hold_their_words(size) -> None:  # type: ignore[no-untyped-def]
    placed = boxes.place(diagram(), "en", size)
    assert set(placed.rects) == {"head", "a", "b", "c"}
    for id, rect in placed.rects.items():
        assert 0 <= rect.left < rect.right <= placed.width and 0 <= rect.top < rect.bottom <= placed.height + 1e-6
        font = boxes.FONT[size.name]
        assert labels.width(placed.words[id].replace("<b>", "").replace("</b>", ""), font) <= rect.right - rect.left
        assert (placed.words[id].count("<br>") + 1) * boxes.LINE * font <= rect.bottom - rect.top
        for other, it in placed.rects.items():
            apart = it.left >= rect.right or it.right <= rect.left or it.top >= rect.bottom or it.bottom <= rect.top
            assert other == id or apart


@SIZE
def test_links_run_from_edge_to_edge_and_are_left_out_of_a_stack(size) -> None:  # type: ignore[no-untyped-def]
    drawn = boxes.traces(diagram(), "en", size)[2]
    if size.name == "small":
        assert drawn["x"] == []
        return
    rects = boxes.place(diagram(), "en", size).rects
    assert len(drawn["x"]) == len(drawn["y"]) == len(drawn["customdata"]) == 2 * (boxes.STEPS + 2)
    start, end = 0, boxes.STEPS
    assert drawn["x"][start] == pytest.approx(rects["a"].right, abs=0.1)
    assert drawn["x"][end] == pytest.approx(rects["c"].left, abs=0.1)
    assert rects["c"].top < drawn["y"][end] < rects["c"].bottom


def test_a_filter_that_takes_a_box_takes_its_links_too() -> None:
    whole = diagram()
    fewer = Arranged(
        whole.headline,
        whole.subtitle,
        whole.alt,
        "boxes",
        whole.panels,
        (
            whole.traces[0],
            Trace("named", same("Named"), "kind-a", whole.traces[1].marks[1:], form="boxes"),
            whole.traces[2],
        ),
        grids=whole.grids,
    )
    assert set(boxes.traces(fewer, "en", SIZES["large"])[2]["customdata"]) == {"b-c"}


@SIZE
def test_the_page_learns_where_the_boxes_stand_at_each_size(size) -> None:  # type: ignore[no-untyped-def]
    layout = draw.layout(diagram(), "es", size)
    assert [len(trace["x"]) for trace in layout["meta"]["traces"]][:2] == [1, 3]
    assert len([note for note in layout["annotations"] if WORDS.split()[0] in note["text"]]) == 3
    assert draw.figure(diagram(), "es", size.name).data[1].type == "bar"
