"""Maps: projection, outlines, classes, words that have room; and that nothing makes plotly.js ask another server."""

import csv
import math
from collections import Counter
from itertools import pairwise
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import draw, map_words, maps
from dashboard.charts.arranged import Arranged, Mark, Measure, Panel, RegionName, Trace
from dashboard.charts.conic import Conic
from dashboard.charts.map_frame import diameter, pixels, window
from dashboard.charts.regions import BORDER, FILE, REGIONS, outline_id, outlines, states, words_at
from dashboard.charts.theme import COLOURS, SIZES, Theme
from dashboard.text import EMPTY, T, same

DATA = Path(__file__).resolve().parent.parent / "data"
UNIT = Measure(T("units", "unidades"))
TOWNS = {"Laredo": (-99.51, 27.5, 1.0), "Hidalgo": (-98.27, 26.1, 0.1), "Brownsville": (-97.4, 25.95, 0.1)}


def a_map(region: RegionName, *traces: Trace) -> Arranged:
    words = same("A map")
    return Arranged(words, words, words, axis="map", region=region, panels=(Panel(UNIT),), traces=traces)


def areas(colour: str, *names: str, labels: bool = True) -> Trace:
    marks = tuple(Mark(f"s|2015|{n}", n, 3.0, name=same(n), label=same("12.3%") if labels else EMPTY) for n in names)
    return Trace(colour, same("Series"), colour, marks, form="areas")


def towns() -> Trace:
    marks = tuple(
        Mark(f"t|2015|{name}", lon, lat, name=same(name), label=same(name), weight=weight)
        for name, (lon, lat, weight) in TOWNS.items()
    )
    return Trace("t", same("Towns"), "us", marks, form="places")


# Projection


@given(st.floats(-170, -60), st.floats(10, 75))
def test_a_place_comes_back_from_the_map(lon: float, lat: float) -> None:
    conic = Conic(-96.6, 29.5, 45.5)
    assert conic.inverse(*conic.forward(lon, lat)) == pytest.approx((lon, lat), abs=1e-6)


def test_equal_areas_stay_equal() -> None:
    """A degree by a degree at 30 and at 60 degrees north: their areas on the globe are as their cells on the map."""
    conic = Conic(-100, 20, 45)

    def cell(lat: float) -> float:
        around = [(-100, lat), (-99.99, lat), (-99.99, lat + 0.01), (-100, lat + 0.01), (-100, lat)]
        flat = [conic.forward(*place) for place in around]
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(flat)))

    assert cell(30) / cell(60) == pytest.approx(
        math.cos(math.radians(30.005)) / math.cos(math.radians(60.005)), rel=1e-3
    )


@pytest.mark.parametrize("region", list(REGIONS))
def test_the_ranges_of_the_axes_frame_the_window(region: RegionName) -> None:
    conic, frame = REGIONS[region].conic, REGIONS[region].window
    (west, east), (south, north) = conic.ranges(frame.half, frame.bottom, frame.top)
    edge = [(west + (east - west) * i / 40, lat) for i in range(41) for lat in (south, north)]
    edge += [(lon, south + (north - south) * i / 40) for i in range(41) for lon in (west, east)]
    xs, ys = zip(*(conic.forward(*place) for place in edge), strict=True)
    assert (min(xs), max(xs)) == pytest.approx((-frame.half, frame.half), abs=1e-6)
    assert (min(ys), max(ys)) == pytest.approx((frame.bottom, frame.top), abs=1e-6)


# Outlines


def test_every_state_of_both_countries_has_an_outline() -> None:
    with (DATA / "values.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file) if row["dimension"] == "state"}
    assert set(states("both")) <= known
    assert len(states("mexico")) == 32 and len(states("united-states")) == 51
    assert outline_id("united-states", "us-pr") is None
    assert "us-ak" not in states("border")


def test_outlines_run_clockwise_or_the_rest_of_the_world_is_filled() -> None:
    for id, outline in outlines().items():
        for polygon in outline["geometry"]["coordinates"] if id != BORDER else ():
            assert len(polygon) == 1, f"{id} has a hole"
            assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(polygon[0])) < 0, id


def test_neighbours_share_their_border() -> None:
    edges: Counter[frozenset[tuple[float, ...]]] = Counter()
    for state in ("us-ca", "us-az", "us-nm", "us-tx", *states("mexico")):
        for polygon in outlines()[state]["geometry"]["coordinates"]:
            edges.update(frozenset((tuple(a), tuple(b))) for a, b in pairwise(polygon[0]))
    line = [frozenset((tuple(a), tuple(b))) for a, b in pairwise(outlines()[BORDER]["geometry"]["coordinates"])]
    assert len(line) > 50
    assert [edge for edge in line if edges[edge] != 2] == []


def test_the_outlines_are_light() -> None:
    assert len(brotli.compress(FILE.read_bytes(), quality=11)) < 25_000


# Classes


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1])
def test_neighbouring_classes_can_be_told_apart(theme: int) -> None:
    ladder = [COLOURS[token][theme] for token in ("ground", "step-1", "step-2", "step-3", "step-4", "step-5")]
    light = [_luminance(colour) + 0.05 for colour in ladder]
    assert light == sorted(light, reverse=theme == 0)
    assert all(max(a, b) / min(a, b) >= 1.45 for a, b in pairwise(light))


# Figures


@pytest.mark.parametrize("region", list(REGIONS))
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_map_is_valid_and_asks_nobody_for_a_map_of_the_world(region: RegionName, theme: Theme) -> None:
    first, second, *rest = states(region)
    figure = draw.figure(a_map(region, areas("step-2", first), areas("unknown", second), towns()), "es", "small", theme)
    assert figure.data[0].type == "scattergeo"  # a first trace of states would make plotly.js ask
    assert figure.layout.geo.visible is False
    drawn = [id for trace in figure.data if trace.type == "choropleth" for id in trace.locations]
    assert sorted(drawn) == sorted(outline_id(region, state) for state in [first, second, *rest])
    features = [f["id"] for trace in figure.data if trace.type == "choropleth" for f in trace.geojson["features"]]
    assert sorted(features) == sorted(drawn)


def test_the_page_gets_the_name_of_the_outlines_and_not_their_points() -> None:
    parts = draw.parts(a_map("mexico", areas("step-1", "mx-jal")), "en")
    assert {trace["geojson"] for trace in parts["data"] if "geojson" in trace} == {maps.TOKEN}


def test_what_is_not_known_is_hatched_within_its_outline() -> None:
    lines = maps.hatching("mexico", ("mx-cmx", "mx-son"))
    assert lines
    lons, lats = zip(*(place for line in lines for place in line), strict=True)
    rings = [p[0] for state in ("mx-cmx", "mx-son") for p in outlines()[state]["geometry"]["coordinates"]]
    assert min(lon for ring in rings for lon, _ in ring) - 0.02 <= min(lons)
    assert max(lats) <= max(lat for ring in rings for _, lat in ring) + 0.02


def test_routes_can_be_pointed_at_all_along_and_break_where_a_mark_is_empty() -> None:
    marks = (Mark("a", -106.5, 31.7), Mark("b", -102.0, 30.0), Mark("", -101.0, None), Mark("c", -99.5, 27.5))
    figure = draw.figure(a_map("border", Trace("r", same("Routes"), "us", marks, form="routes")), "en")
    drawn = next(trace for trace in figure.data if trace.uid == "r")
    assert drawn.lat.count(None) == 1 and len(drawn.lat) > 15
    assert set(drawn.customdata) == {"a", "b", "", "c"}
    assert drawn.line.color == COLOURS["us"][0]


def test_a_place_outside_the_region_widens_the_picture() -> None:
    far = Trace("p", same("P"), "us", (Mark("p", -106.65, 37.0),), form="places")
    usual, wider = (window(a_map("border", *traces), SIZES["large"]) for traces in ((), (far,)))
    x, y = REGIONS["border"].conic.forward(-106.65, 37.0)
    assert not usual.bottom <= y <= usual.top
    assert wider.bottom < y < wider.top and abs(x) < wider.half


# Words


@pytest.mark.parametrize("size", list(SIZES.values()), ids=list(SIZES))
def test_words_beside_places_touch_neither_each_other_nor_other_places(size) -> None:  # type: ignore[no-untyped-def]
    arranged = a_map("border", towns())
    placed = map_words.beside_places(arranged, "en", size)
    assert "t|2015|Laredo" in placed
    place = pixels(arranged, size)
    dots = {m.id: map_words._circle(place(float(m.x), m.y or 0), diameter(m, size)) for _, m in arranged.marks()}
    boxes = {id: map_words._beside(dots[id], id.split("|")[2], size.label, position) for id, position in placed.items()}
    for id, box in boxes.items():
        others = [other for name, other in boxes.items() if name != id]
        circles = [dot for name, dot in dots.items() if name != id]
        assert not any(map_words._touch(box, other) for other in others)
        assert not any(map_words._touch(map_words._letters(box), dot) for dot in circles)
        assert box[0] >= 0 and box[2] <= size.narrowest


def said(arranged: Arranged, size: str) -> dict[tuple[float, float], map_words.Words]:
    return {one.at: one for one in map_words.in_states(arranged, "en", SIZES[size])}  # type: ignore[index]


def test_of_many_states_only_those_with_room_carry_their_words() -> None:
    found = said(a_map("united-states", areas("step-5", *states("united-states"))), "small")
    assert found[words_at("united-states", "us-tx")].text == "12.3%"
    assert found[words_at("united-states", "us-ri")].text == found[words_at("united-states", "us-dc")].text == ""


def test_the_words_of_few_states_may_reach_beyond_them() -> None:
    found = said(a_map("united-states", areas("step-5", "us-tx", "us-mi")), "small")
    assert (found[words_at("united-states", "us-mi")].text, found[words_at("united-states", "us-mi")].over) == (
        "12.3%",
        True,
    )
    assert found[words_at("united-states", "us-tx")].over is False
