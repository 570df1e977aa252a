"""plotly.js as it is bundled: the version that Python's plotly speaks to, and every trace that an exhibit draws."""

import json

import plotly.offline

from dashboard.exhibits.compose import Composer
from dashboard.selection import Selection
from dashboard.settings import ROOT


def test_the_bundled_plotly_is_the_one_of_the_python_package() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    assert package["devDependencies"]["plotly.js"] == plotly.offline.get_plotlyjs_version()


def test_every_trace_that_an_exhibit_draws_is_bundled(composer: Composer) -> None:
    bundled = {
        trace for group in json.loads((ROOT / "tools/plotly_traces.json").read_text()).values() for trace in group
    }
    drawn = {
        trace.get("type", "scatter")
        for exhibit in composer.exhibits.values()
        for trace in json.loads(composer.payload(exhibit, Selection(), "en"))["data"]
    }
    assert drawn <= bundled
