"""plotly.js as pages load it: bundles with only the traces that are drawn, or the whole of it where none was built.

`make build` makes modules that share their code: ``plotly.js`` draws the traces of every page, ``plotly-maps.js`` those
of maps besides, and so on (``tools/plotly_traces.json`` lists the groups). A page names the traces that it may draw and
gets the tags of the smallest bundle that has them; what only later charts need is imported when they are drawn.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import plotly.offline
import structlog

from dashboard.settings import Settings

if TYPE_CHECKING:
    from dashboard.static_files import StaticFiles

log = structlog.get_logger(__name__)

SHARED = re.compile(r'"\./(?P<name>[\w-]+\.js)"')


def bundle_folder(settings: Settings) -> Path:
    """Where the bundles are, by the version of plotly.js that the Python package goes with."""
    return settings.build_dir / f"plotly-{plotly.offline.get_plotlyjs_version()}"


class PlotlyScripts:
    """The scripts of plotly.js, among the static files."""

    def __init__(self, settings: Settings, static: StaticFiles) -> None:
        self._folder = bundle_folder(settings)
        self._static = static
        self._shared: dict[str, tuple[str, ...]] = {}
        self._groups: dict[str, list[str]] = {}
        if (self._folder / "traces.json").is_file():
            self._groups = json.loads((self._folder / "traces.json").read_text())
            for path in self._folder.glob("plotly*.js"):
                self._add(path.name)
        else:
            log.warning("the whole of plotly.js is served, 0.9 MB more: its bundles take npm and `make build`")
            static.add("plotly.js", str(plotly.offline.get_plotlyjs()).encode())

    def tags(self, traces: Iterable[str] = ()) -> str:
        """What a page's head says to have ``window.Plotly``; the script's id is ``plotly``, and it does not block.

        Args:
            traces: the types that the page may draw, ``{"bar", "choropleth"}``.

        Raises:
            KeyError: when no bundle has one of them.
        """
        if not self._groups:
            return f'<script async id="plotly" src="{escape(self._static.url("plotly.js"))}"></script>'
        name = self._name(traces)
        shared = "".join(
            f'<link rel="modulepreload" fetchpriority="low" href="{escape(self._static.url(chunk))}">'
            for chunk in self._shared[name]
        )
        return f'{shared}<script type="module" async id="plotly" src="{escape(self._static.url(name))}"></script>'

    def later(self, traces: Iterable[str]) -> str:
        """The address of the module that a page imports when it comes to draw ``traces`` besides those of its tags.

        Empty where the whole of plotly.js is served, which draws them already.

        Raises:
            KeyError: when no bundle has one of them.
        """
        return self._static.url(self._name(traces)) if self._groups else ""

    def _name(self, traces: Iterable[str]) -> str:
        group_of = {trace: group for group, members in self._groups.items() for trace in members}
        needed = {group_of[trace] for trace in traces}
        return "-".join(["plotly", *(group for group in self._groups if group in needed and group != "base")]) + ".js"

    def _add(self, name: str) -> str:
        """Serve a module after those that it shares, which it then names by their hashed addresses."""
        if name not in self._shared:
            code = (self._folder / name).read_text(encoding="utf-8")
            direct = list(dict.fromkeys(SHARED.findall(code)))
            urls = {chunk: self._add(chunk) for chunk in direct}
            self._shared[name] = tuple(dict.fromkeys(f for chunk in direct for f in (*self._shared[chunk], chunk)))
            self._static.add(name, SHARED.sub(lambda found: f'"{urls[found["name"]]}"', code).encode())
        return self._static.url(name)
