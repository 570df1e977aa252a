"""Which series is which: words at the end of each line where there is room, a line of coloured words above where not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts import labels, rows
from dashboard.charts.arranged import Arranged, Trace
from dashboard.charts.scales import Scale
from dashboard.charts.theme import Size, var
from dashboard.text import Lang, T

END_LABEL_CHARACTERS = 17
_GAP = 8  # px between the plot and its end labels


@dataclass(frozen=True)
class Key:
    """How the series are named at one size: ``lines`` of markup above the chart, or ``end`` words of each trace.

    ``stands_for`` holds, for each entry of the lines, the uids of the traces that it explains.
    """

    lines: tuple[str, ...]
    end: tuple[tuple[Trace, str], ...]
    stands_for: tuple[tuple[str, ...], ...] = ()

    @property
    def end_width(self) -> float:
        """Px that the end labels take beside the plot."""
        return max((labels.width(words, self.font) for _, words in self.end), default=0.0) + _GAP

    font: int = 13

    @property
    def note(self) -> str:
        """The name of the lines in a figure, by which the browser knows what each entry stands for: ``key:a,b|c``."""
        return "key:" + "|".join(",".join(traces) for traces in self.stands_for)


def key(arranged: Arranged, lang: Lang, size: Size) -> Key:
    """The key of ``arranged`` at ``size``: end labels from medium width up, unless the chart declares a legend."""
    named = [trace for trace in arranged.traces if trace.end_label and not _nothing(trace)]
    if arranged.legend:
        entries = [
            _swatch(token, _legend_sign(arranged, token, words), words, lang) for token, words in arranged.legend
        ]
        traces = tuple(tuple(t.uid for t in explained(arranged, *entry)) for entry in arranged.legend)
        return Key(tuple(flow(entries, size)), (), traces)
    if arranged.axis == "categories" and rows.mirrored(arranged):
        return Key((), ())  # each side has its heading
    kinds_of_points = len(named) > 1 and all(trace.form == "points" for trace in named)
    if arranged.axis in ("categories", "none") or kinds_of_points or (size.name == "small" and len(named) > 1):
        seen: dict[str, tuple[str, str]] = {}
        for trace in named:
            seen.setdefault(trace.end_label[lang], _swatch(trace.colour, _sign(trace), trace.end_label, lang))
        traces = tuple(tuple(t.uid for t in named if t.end_label[lang] == words) for words in seen)
        return Key(tuple(flow(list(seen.values()), size)), (), traces)
    end = tuple((trace, labels.wrap(_signed(trace, named, lang), END_LABEL_CHARACTERS)) for trace in named)
    return Key((), end, font=size.label)


def _signed(trace: Trace, named: Sequence[Trace], lang: Lang) -> str:
    """The end label of a trace, with its sign where another of its colour could be meant."""
    alike = [other for other in named if (other.panel, other.colour) == (trace.panel, trace.colour)]
    return (
        f"{_sign(trace)} {trace.end_label[lang]}"
        if len({_sign(other) for other in alike}) > 1
        else trace.end_label[lang]
    )


def _nothing(trace: Trace) -> bool:
    return next(trace.drawn(), None) is None


def _sign(trace: Trace) -> str:
    if trace.form == "points":
        return {"circle": "●○", "square": "■□", "diamond": "◆◇", "x": "××"}[trace.shape][trace.hollow]
    if trace.form in ("line", "routes", "links"):
        return {"solid": "━", "dash": "╍", "dot": "┉"}[trace.dash]
    if trace.hollow:
        return "□"
    return "▨" if trace.hatched else "■"


def _legend_sign(arranged: Arranged, token: str, words: T) -> str:
    """The sign of an entry of a declared legend: that of the trace of its name, or of the first that has its colour."""
    if token == "unknown":
        return "▨"
    trace = next(iter(explained(arranged, token, words)), None)
    if trace is None or trace.form == "areas":
        return "■"
    if trace.form == "places":
        return "●○"[trace.hollow]
    return _sign(trace)


def explained(arranged: Arranged, token: str, words: T) -> list[Trace]:
    """The traces that an entry of a declared legend is about: those of its name, or all that have its colour."""
    alike = [trace for trace in arranged.traces if trace.colour == token]
    return [trace for trace in alike if trace.name == words] or alike


def _swatch(colour: str, sign: str, words: T, lang: Lang) -> tuple[str, str]:
    """The markup of one entry and its plain text (to measure)."""
    return f'<span style="color:{var(colour)}">{sign}</span> {words[lang]}', f"{sign}  {words[lang]}"


def above(key: Key, size: Size, top: float) -> list[dict[str, Any]]:
    """The lines of ``key`` above a chart that stands ``top`` px below the figure's upper edge."""
    if not key.lines:
        return []
    where = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "top", "yshift": top - 2}
    font = {"size": size.label, "color": var("text")}
    text = {"text": "<br>".join(key.lines), "name": key.note}
    return [{**text, "font": font, "showarrow": False, "align": "left", **where}]


def flow(entries: Sequence[tuple[str, str]], size: Size) -> list[str]:
    """Entries side by side in as many lines as the width needs."""
    lines: list[str] = []
    used, room = 0.0, size.width - 8
    for markup, plain in entries:
        wide = labels.width(plain, size.label) + size.label
        if wide > room:  # too long for one line
            sign, end, words = markup.partition("</span> ")
            lines += f"{sign}{end}{labels.wrap(words, int(room / (0.57 * size.label)) - 3)}".split("<br>")
            used = room
        elif lines and used + wide <= room:
            lines[-1] += "   " + markup
            used += wide
        else:
            lines.append(markup)
            used = wide
    return lines


def end_annotations(key: Key, scales: Sequence[Scale], heights: Sequence[float], size: Size) -> list[dict[str, Any]]:
    """The end label of each trace beside its last mark, moved apart where they would touch.

    ``scales`` and ``heights`` (px) are those of the panels. The middle of a stacked column is where its words go.
    """
    built = []
    for panel, (scale, length) in enumerate(zip(scales, heights, strict=True)):
        entries = [(trace, words) for trace, words in key.end if trace.panel == panel]
        at = [scale.pixel(value, length) for value in _ends([trace for trace, _ in entries])]
        tall = [labels.height(words, size.label) for _, words in entries]
        placed = labels.spread(at, tall, -size.label / 2, length + size.label)
        for (trace, words), centre in zip(entries, placed, strict=True):
            built.append(
                {
                    "text": words,
                    "name": trace.uid,
                    "captureevents": True,
                    "font": {"size": size.label, "color": var(f"as-{trace.colour}")},
                    "xref": "paper",
                    "x": 1,
                    "xanchor": "left",
                    "xshift": _GAP,
                    "yref": f"y{panel + 1} domain" if panel else "y domain",
                    "y": 0,
                    "yanchor": "middle",
                    "yshift": round(centre, 1),
                    "align": "left",
                    "showarrow": False,
                }
            )
    return built


def _ends(traces: Sequence[Trace]) -> list[float]:
    """Where on the y axis each trace ends: its last value, or the middle of its last part of a pile."""
    piled, ends = {True: 0.0, False: 0.0}, []
    for trace in traces:
        last = [mark.y for mark in trace.drawn() if mark.y is not None][-1]
        if trace.form == "columns":
            up = last >= 0
            ends.append(piled[up] + last / 2)
            piled[up] += last
        else:
            ends.append(last)
    return ends
