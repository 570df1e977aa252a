"""Where in a source a number stands, in Spanish: the connecting words are translated, names stay as published.

A locator is written in English in the data ("sheet FY2016, row Mexico, column ESF"). There are tens of thousands, and
they are made of few words; so they are not translated one by one but word by word, by ``locator_words``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dashboard.locator_words import MONTHS, NAMED, PHRASES, PLACES

# Numbers are set aside as one character each, so that what differs in its numbers alone is translated once.
_N: Final = "[\ue000-\uf8ff]"
_ORDINAL: Final = rf"({_N})(?:st|nd|rd|th)"
_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    (rf"{_ORDINAL}[-–]{_ORDINAL} paragraphs?", r"párrafos \1 a \2"),
    (rf"{_ORDINAL} paragraph", r"párrafo \1"),
    (rf"{_ORDINAL} place", r"lugar \1"),
    (rf"{_ORDINAL}:", r"lugar \1:"),
    (rf"\bFY({_N}),? (page|table)\b", r"\2 AF \1"),
    (rf"\bFY({_N})", r"AF \1"),
    (r"\b([A-Z]\w+(?: [A-Z]\w+)*) sector\b", r"sector \1"),
    (rf"\bconstant ({_N}) international \$", r"dólares internacionales constantes de \1"),
    (rf"\btable of ({_N}),? ", r"tabla de \1, "),
    (rf"\b({'|'.join(MONTHS)}) ({_N}), ({_N})", r"\2 de \1 de \3"),
    (rf"({_N}) ({'|'.join(MONTHS)}) ({_N})", r"\1 de \2 de \3"),
    (rf"({_N}) ({'|'.join(MONTHS)})\b", r"\1 de \2"),
    (rf"\b({'|'.join(MONTHS)}) ({_N})", r"\1 de \2"),
)
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_AS_QUOTED: Final = re.compile(r'("[^"]*"|“[^”]*”|«[^»]*»|\(ELEC[^)]*\))')
_NAMED: Final = re.compile(
    rf"\b({'|'.join(NAMED)}) ([A-Z].*?)(?=,|;|: | minus | plus | column\b| rows?\b| page\b| summed| \(|$)"
)
_WORDS: Final = {**NAMED, **MONTHS, **PLACES, **PHRASES}
_PHRASE: Final = re.compile(
    rf"(?<![\w.])(?:{'|'.join(re.escape(one) for one in sorted(_WORDS, key=len, reverse=True))})(?!\w)"
)


def in_spanish(text: str) -> str:
    """A locator in Spanish; what stands in quotation marks, and the names of rows, columns and sheets, as published."""
    numbers = _NUMBER.findall(text)
    places = iter(range(0xE000, 0xE000 + len(numbers)))
    told = _whole(_NUMBER.sub(lambda _: chr(next(places)), text))
    return re.sub(_N, lambda found: numbers[ord(found[0]) - 0xE000], told)


@lru_cache(maxsize=4096)
def _whole(text: str) -> str:
    return "".join(_quoted(part) if _AS_QUOTED.fullmatch(part) else _told(part) for part in _AS_QUOTED.split(text))


def _quoted(text: str) -> str:
    """What is quoted as it stands, between the quotation marks of Spanish."""
    return f"«{text[1:-1]}»" if text[0] in '"“' else text


def _told(text: str) -> str:
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        several = found[1] in ("columns", "rows", "sheets")
        kept.append(found[2].replace(" to ", " a ") if several else found[2])
        return f"{found[1]} <{chr(len(kept) + 0x20)}>"

    text = _NAMED.sub(keep, text)
    for pattern, to in _PATTERNS:
        text = re.sub(pattern, to, text)
    text = _PHRASE.sub(lambda found: _WORDS[found[0]], text)
    return re.sub(r"<(.)>", lambda found: kept[ord(found[1]) - 0x21], text)
