"""What is seen without sharp sight or without colours: contrasts in both themes, and series that differ in more than colour."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from dashboard.charts import draw
from dashboard.charts.arranged import Arranged, Callout, Mark, Measure, Panel, Trace
from dashboard.charts.theme import COLOURS, INKS, SIZES, Theme, colour, painted
from dashboard.exhibits.compose import Composer
from dashboard.selection import VINTAGES, Selection
from dashboard.settings import ROOT
from dashboard.text import same

THEMES: tuple[Theme, ...] = ("light", "dark")

CSS = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "assets").rglob("*.css")) if ".min." not in path.name
)
# Kinds of dots and links that share a look: what else tells them.
TOLD_OTHERWISE = {
    "energy-3:whole": "the links of CFE begin at CFE",
    "energy-5:both": "each border has its own",
    "energy-5:mexico": "the number beside the dot is that of the table",
    "energy-7:map": "the words of a dot and the table tell its state",
    "energy-8:existing": "the two grids lie apart, west and Texas",
}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize(
    ("words", "ground"),
    [(words, ground) for words in ("text", "muted", "accent") for ground in ("ground", "raised")]
    + [("text", "notice")],
)
def test_words_can_be_read_on_every_ground_that_they_stand_on(words: str, ground: str, theme: int) -> None:
    assert contrast(COLOURS[words][theme], COLOURS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("ink", list(INKS))
def test_words_can_be_read_on_marks(ink: str, theme: int) -> None:
    assert contrast(INKS[ink][theme], COLOURS[ink.removeprefix("on-")][theme]) >= 4.5


@pytest.mark.parametrize("token", [ink.removeprefix("on-") for ink in INKS])
def test_words_at_a_mark_can_be_read_in_its_colour(token: str) -> None:
    line = Trace("a", same("A"), token, (Mark("1", 2000, 1.0), Mark("2", 2001, 2.0)), end_label=same("A"))
    callout = Callout(2001, 2.0, same("2 in 2001"), colour=token)
    panel = Panel(Measure(same("units")))
    arranged = Arranged(same("H"), same("S"), same("A"), "years", (panel,), (line,), callouts=(callout,))
    notes = draw.layout(arranged, "en", SIZES["large"])["annotations"]
    inks = {note["text"]: note["font"]["color"] for note in notes}
    assert set(inks) == {"A", "2 in 2001"}
    found = [(ink, theme) for ink in inks.values() for theme in THEMES]
    assert all(contrast(painted({"c": ink}, theme)["c"], colour("ground", theme)) >= 4.5 for ink, theme in found)


def rules() -> list[tuple[str, str]]:
    """Every rule of the style sheets: what it is for, and what it says."""
    return re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL))


def test_the_edges_of_controls_stand_out() -> None:
    """``--rule`` and ``--grid`` are quieter than 3:1: they divide, and never say where a control is."""
    control = re.compile(
        r"(?:input|select|textarea|button|summary|\.year|\.play|\.btn[\w-]*)(?:\[[^\]]*\]|:[\w-]+)*\s*(?:,|$)"
    )
    edges = [(what.strip(), said) for what, said in rules() if control.search(what.strip())]
    assert len(edges) > 20
    assert [what for what, said in edges if re.search(r"border(?:-\w+)?:[^;]*var\(--(?:rule|grid)\)", said)] == []
    assert all(contrast(*(COLOURS[token][theme] for token in ("muted", "ground"))) >= 3 for theme in (0, 1))


def test_the_ring_of_the_focus_is_never_taken_away() -> None:
    taken = [what.strip() for what, said in rules() if re.search(r"outline(?:-\w+)?:\s*(?:none|0)\b", said)]
    # Where the keyboard goes on from, and nothing to be used: the page's parts, and the stage itself.
    assert taken == ["#main:focus,\n#main h1:focus,\n#main h2:focus,\n.card:focus", ".stage:focus"]


def by_colour_alone(arranged: Arranged) -> list[set[str]]:
    """Colours of lines, points, places and links that nothing but colour tells from each other: no dash, no shape, no
    filling, and no name at the end of a line of that colour."""
    drawn = [trace for trace in arranged.traces if next(trace.drawn(), None)]
    alike: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for trace in drawn:
        if trace.form in ("line", "points", "places", "routes", "links"):
            alike[trace.panel, trace.form, trace.dash, trace.hollow, trace.markers, trace.shape].add(trace.colour)
    named = [trace for trace in drawn if trace.end_label]
    at_the_end = not arranged.legend and arranged.axis not in ("categories", "none")
    if len(named) > 1 and all(trace.form == "points" for trace in named):
        at_the_end = False  # kinds of points have a key
    labelled = {(trace.panel, trace.colour) for trace in named if at_the_end}
    bare = [{c for c in colours if (look[0], c) not in labelled} for look, colours in alike.items()]
    return [colours for colours in bare if len(colours) > 1]


def test_no_series_is_told_from_another_by_colour_alone(composer: Composer) -> None:
    found = {
        f"{exhibit.id}:{view.id}"
        for exhibit in composer.exhibits.values()
        for view in exhibit.views
        for vintage in VINTAGES
        if by_colour_alone(
            composer.compose(exhibit, Selection(vintage=vintage, views=((exhibit.id, view.id),))).arranged
        )
    }
    assert found == set(TOLD_OTHERWISE)
