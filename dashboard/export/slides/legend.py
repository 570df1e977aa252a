"""The line of words above a native chart that says which colour is which, where no series is named at its end."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.charts import keys
from dashboard.charts.arranged import Arranged
from dashboard.charts.theme import SIZES
from dashboard.text import Lang

_ENTRY = re.compile(r'<span style="color:var\(--([\w-]+)\)">(.)</span> (.*?)(?=<span|$)', re.DOTALL)
_SIZE = SIZES["large"]


def entries(arranged: Arranged, lang: Lang) -> list[tuple[str, str, str]]:
    """Colour token, sign and words of each entry; none where the chart names its series itself."""
    columns = any(trace.form == "columns" for trace in arranged.traces)
    if columns and not arranged.legend:  # words beside the last column of a native chart would not keep their place
        named = {trace.end_label: trace.colour for trace in arranged.traces if trace.end_label and [*trace.drawn()]}
        arranged = replace(arranged, legend=tuple((colour, words) for words, colour in named.items()))
    lines = keys.key(arranged, lang, _SIZE).lines
    found = _ENTRY.findall("   ".join(lines).replace("<br>", " "))
    return [(token, sign, " ".join(words.split())) for token, sign, words in found]
