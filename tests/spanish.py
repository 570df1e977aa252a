"""Every text that a reader in Spanish can meet, and how to tell that one of them is English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

# Words that English uses all the time, or that the field does, and that are no words of Spanish.
ENGLISH = frozenset(
    """
    the of and with from for by this that these those which who whose what when where was were been being be have had
    their its his her they them we our you your it is are than then not nor between through about after before under
    over more most less each every other others another all any some only both same such own into onto upon within
    without during since until because while if but there here how why would could should may might must can cannot
    will shall does did done very also yet still even just never always often cent percent
    first second third last next new old high higher highest low lower lowest
    year years month months quarter quarters week weeks day days january february march april june july august
    september october november december
    share shares trade report reported table tables sheet sheets row rows column columns quoting quoted retrieved
    data value values growth border goods services number numbers page pages figure figures source sources chapter
    paragraph line lines text edition note notes rate rates count counts counted people person persons state states
    country countries foreign domestic market gas-fired pipeline pipelines crossing crossings power oil crude price
    prices cost costs thousand million billion dollar dollars worker workers job jobs employment export exports import
    imports investment remittances immigrants migrants apprehensions returns deaths guns firearms drugs funds
    funding request requests law bill act court survey poll release press news article statement footnote appendix
    annex list chart graph map caption title heading paper copy archived read file filed filing link site
    website shown drawn computed calculated estimated estimate estimates printed published rounded known unknown
    unclear missing given added average amount amounts change changes balance deficit surplus level levels
    households industry large small commerce ownership owner capacity plants
    search close open show hide download copy remove filter filters back help loading found mexico united canada
    relations overview settings language theme dark light chapters exhibits events recommendations keys
    """.split()  # noqa: SIM905 - a list of words is read as a text
)
WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'-][A-Za-zÀ-ÿ]+)*")
ADDRESS = re.compile(
    r"https?://\S+|\b[\w.-]+\.(?:gov|org|com|mx|edu|net|news|html?|pdf|xlsx?|csv|zip|json|txt)\b\S*|(?<!\w)/[\w./?=&%-]+"
)
# Elements, fields to be filled in, and what an address says ("years: …", "economy-1~years:2000-2008").
TAG = re.compile(r"<[^>]*>|\{\w+\}|%\{[^}]*\}|^(?:years|pin|view|state|source|table|q): |\S+~\S+|\b\w+_[\w-]+")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
# Names stay as published: capitalized words in a row ("Bureau of Economic Analysis", "Cross Border Xpress").
NAME = re.compile(
    r"Argüelles pipeline|Pipe Lines \(Canada\) Limited|\b[A-Z][\w.’'/-]*(?:,? (?:(?:of|and|for|the|in|on|with|to|&|de|del) )*(?:&|[A-Z0-9][\w.’'/-]*))+"
)
# Props of a component that a reader sees or hears, some by way of a script; what else a component has is for scripts.
SEEN = frozenset({"children", "title", "placeholder", "alt", "label", "aria-label"}) | {
    f"data-{name}"
    for name in (
        *("any", "copy-text", "count", "done", "filters", "first-visit", "name", "none", "off", "print"),
        *("search", "sound", "spark", "tray", "words"),
    )
}
# Keys of a figure and of the words around it that hold texts.
TEXTS = frozenset({"text", "hovertext", "name", "ticktext", "words", "subject", "written"})


def english(text: str) -> list[str]:
    """The English words of a text, but for those in addresses, in quotation marks and in names."""
    bare = TAG.sub(" ", text)
    for left_out in (ADDRESS, QUOTED, NAME):
        bare = left_out.sub(" · ", re.sub(r"\s+", " ", bare))
    return [word for word in WORD.findall(bare) if word.lower() in ENGLISH and not (word.isupper() and len(word) > 2)]


def strings(told: Any) -> Iterator[str]:
    """Every text in plain data, keys left out."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for value in told.values():
            yield from strings(value)
    elif isinstance(told, list | tuple):
        for value in told:
            yield from strings(value)


def of_component(node: Any) -> Iterator[str]:
    """What a reader sees of a component (as JSON) and hears of it, but for what is marked as English."""
    if isinstance(node, str) and node.startswith(('{"', "[[")):
        yield from (text for text in strings(json.loads(node)) if re.search(r"[\sA-Z]", text))  # ids have neither
    elif isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for child in node:
            yield from of_component(child)
    elif isinstance(node, dict):
        props = node.get("props", {})
        if props.get("lang", "es") == "es":
            for name in SEEN & set(props):
                yield from of_component(props[name])


def of_figure(told: Any) -> Iterator[str]:
    """What a reader sees of a payload or a table: the words around it, names, labels, marks and cells."""
    if isinstance(told, list):
        for one in told:
            yield from of_figure(one)
    elif isinstance(told, dict):
        for key, value in told.items():
            if key == "cells":
                yield from (str(seen) for seen, *_ in value)
            elif key == "name" and str(value).startswith("key:"):
                continue  # what an entry of a key of colours is known by
            elif key in TEXTS and (key == "words" or not isinstance(value, dict)):
                yield from strings(value)
            else:
                yield from of_figure(value)
