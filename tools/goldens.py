"""The golden suite: what every exhibit draws, as text that a person can compare.

``python -m tools.goldens`` accepts what is drawn now; tests/test_goldens.py shows what has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard import dataset, settings
from dashboard.charts import draw
from dashboard.exhibits.base import Exhibit, View
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS
from dashboard.selection import VINTAGES, Selection
from dashboard.text import LANGS, Lang

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "goldens"


def composer() -> Composer:
    """Every exhibit on the project's own data."""
    return Composer(dataset.load(settings.load().data_dir), CHAPTERS)


def cases(composed: Composer) -> Iterator[tuple[Exhibit, View, Lang]]:
    """Each exhibit, view and language."""
    return ((e, view, lang) for e in composed.exhibits.values() for view in e.views for lang in LANGS)


def path(exhibit: Exhibit, view: View, lang: Lang) -> Path:
    """Where a golden stands."""
    return FOLDER / f"{exhibit.id}.{view.id}.{lang}.txt"


def golden(composed: Composer, exhibit: Exhibit, view: View, lang: Lang) -> str:
    """Both vintages of one view: its words, its traces in short, its layouts."""
    lines = []
    for vintage in VINTAGES:
        result = composed.compose(exhibit, Selection(vintage=vintage, views=((exhibit.id, view.id),)))
        drawn = draw.parts(result.arranged, lang)
        lines.append(f"== {vintage}")
        lines += [f"{name}: {words}" for name, words in result.words(lang).items() if words]
        for trace in drawn["data"]:
            lines += _trace(trace)
        for size, layout in drawn["layouts"].items():
            lines += _layout(size, layout)
    return "\n".join(lines) + "\n"


def _trace(trace: dict[str, Any]) -> list[str]:
    told = [" ".join(filter(None, ("--", trace["type"], trace.get("name"), trace.get("mode"))))]
    style = {key: trace[key] for key in ("line", "marker", "orientation", "xaxis", "yaxis") if key in trace}
    told.append("   " + json.dumps(style, ensure_ascii=False, sort_keys=True))
    points = list(zip(trace.get("x", trace.get("labels", ())), trace.get("y", trace.get("values", ())), strict=True))
    told += [f"   {_short(x)}: {_short(y)}" for x, y in (points if len(points) < 5 else [*points[:2], *points[-2:]])]
    arrays = {key: value for key, value in trace.items() if isinstance(value, list)}
    told.append(f"   {len(points)} points, {_digest(arrays)}")
    return told


def _layout(size: str, layout: dict[str, Any]) -> list[str]:
    told = [f"-- {size}: {layout['height']} px, margins {json.dumps(_rounded(layout['margin']))}"]
    for name in sorted(key for key in layout if "axis" in key):
        axis = layout[name]
        kept = {key: axis[key] for key in ("range", "ticktext", "dtick", "domain") if key in axis}
        told.append(f"   {name} {json.dumps(_rounded(kept), ensure_ascii=False)}")
    told += [
        f"   says {_rounded(note.get('x'))}, {_rounded(note.get('y'))}: {note['text']}"
        for note in layout["annotations"]
    ]
    told += [f"   {shape['type']} {shape['x0']} {shape['x1']}" for shape in layout["shapes"]]
    return told


def _short(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.5g}")
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    return [_rounded(inner) for inner in value] if isinstance(value, list) else value


def _digest(arrays: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(_rounded(arrays), sort_keys=True).encode()).hexdigest()[:10]


def main() -> None:
    """Write every golden; remove those of exhibits that are gone."""
    composed = composer()
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = {path(*case): golden(composed, *case) for case in cases(composed)}
    for stale in set(FOLDER.glob("*.txt")) - set(wanted):
        stale.unlink()
    for file, text in wanted.items():
        file.write_text(text, encoding="utf-8")
    print(f"{len(wanted)} goldens written")


if __name__ == "__main__":
    main()
