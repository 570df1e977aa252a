"""What somebody may have meant who asked for a page that there is not: the pages whose words are nearest to the address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final
from urllib.parse import unquote

from dashboard.exhibits.compose import Composer
from dashboard.pages import glossary, words
from dashboard.pages.links import href
from dashboard.selection import Selection
from dashboard.site import GLOSSARY, OVERVIEW, RECOMMENDATIONS, address
from dashboard.text import LANGS, Lang, T

MOST: Final = 5
ALIKE: Final = 0.82  # from which two words are taken for the same, mistyped
LONGEST: Final = 120  # characters of an address that are looked at


def nearest(composer: Composer, path: str, lang: Lang) -> list[tuple[str, str]]:
    """Address and name of up to five pages, the nearest first; none where no word of the path is like one of theirs."""
    asked = _words(unquote(path)[:LONGEST])
    scored = [(sum(_found(word, known) for word in asked), page, name) for page, name, known in _pages(composer)]
    best = sorted((one for one in scored if one[0]), key=lambda one: -one[0])[:MOST]
    return [(href(page, Selection(), lang), name[lang]) for _, page, name in best]


def _pages(composer: Composer) -> Iterator[tuple[str, T, set[str]]]:
    """Path, name and words of every page: whole chapters first, which win where an exhibit is no nearer."""
    alone = [(OVERVIEW, words.OVERVIEW), (RECOMMENDATIONS, words.RECOMMENDATIONS), (GLOSSARY, glossary.TITLE)]
    for page, name in [*alone, *((chapter.path, chapter.name) for chapter in composer.chapters)]:
        yield page, name, _words(f"{page} {name.en} {name.es}")
    for chapter in composer.chapters:
        for exhibit in chapter.exhibits:
            name = chapter.name + ": " + exhibit.subject
            told = " ".join(exhibit.subject[lang] for lang in LANGS)
            yield address(exhibit), name, _words(f"{address(exhibit)} {exhibit.id} {told}")


def _words(text: str) -> set[str]:
    """Its words and numbers in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return {word for word in re.findall(r"[a-z]+|\d+", letters) if len(word) > 2 or word.isdigit()}


def _found(word: str, known: set[str]) -> float:
    """How near the nearest of the known words is, from 0.82 to 1; a number counts half, and only when it is the same."""
    if word.isdigit():
        return 0.5 if word in known else 0.0
    like = max((SequenceMatcher(None, word, other).ratio() for other in known), default=0.0)
    return like if like >= ALIKE else 0.0
