"""The one registry of colours, in both themes, and of the three sizes in which a chart is set.

A figure never holds a colour: it holds ``var(--us)`` and the page (or an export) fills in the theme's own.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final, Literal

Theme = Literal["light", "dark"]
SizeName = Literal["small", "medium", "large"]

# token -> (light, dark). Marks keep 3:1 against the ground, words 4.5:1.
COLOURS: Final[dict[str, tuple[str, str]]] = {
    "ground": ("#ffffff", "#14171c"),
    "raised": ("#f4f5f7", "#1d2127"),
    "text": ("#171a20", "#eceef1"),
    "muted": ("#5a606c", "#a4abb6"),
    "rule": ("#d9dce1", "#363c45"),
    "grid": ("#e6e8ec", "#2a2f37"),
    "accent": ("#1c48cf", "#8fa6ff"),
    "notice": ("#fdf3d8", "#3a3116"),
    # Countries and directions (a direction takes the exporter's).
    "us": ("#1c48cf", "#4868e5"),
    "mx": ("#20a56e", "#a1f5c6"),
    "ca": ("#671f1f", "#db6d5a"),
    "cn": ("#7a5e0a", "#e9b739"),
    "gt": ("#7d24ca", "#a74ed3"),
    "sv": ("#765025", "#e19870"),
    "hn": ("#1e5060", "#51b8e2"),
    "other": ("#767c8c", "#868d94"),
    # Classes on a map, from the fewest to the most, and what nothing is known of.
    "step-1": ("#ecd0ac", "#4a3350"),
    "step-2": ("#dd9f7b", "#7d4562"),
    "step-3": ("#c0686a", "#b5626a"),
    "step-4": ("#8a4066", "#dd9c7d"),
    "step-5": ("#4c2153", "#f6e0c3"),
    "unknown": ("#8d939e", "#7c838d"),
    # Kinds (of people, visas, crossings, accounts ...): never beside countries.
    "kind-a": ("#d0602a", "#f08c4a"),
    "kind-b": ("#22406b", "#6b7fda"),
    "kind-c": ("#5297cc", "#a9e4ea"),
    "kind-d": ("#83312f", "#ba3d57"),
}

_SURFACES: Final = ("ground", "raised", "rule", "grid", "notice")


def _contrast(a: str, b: str) -> float:
    low, high = sorted(_luminance(colour) for colour in (a, b))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ink(fill: str) -> str:
    return max(("#ffffff", "#000000"), key=lambda ink: _contrast(fill, ink))


# ``on-us`` ...: words on a mark of that colour, whichever of white and black stands out more (never less than 4.5:1).
INKS: Final[dict[str, tuple[str, str]]] = {
    f"on-{token}": (_ink(light), _ink(dark)) for token, (light, dark) in COLOURS.items() if token not in _SURFACES
}


def _legible(colour: str, ground: str, end: str) -> str:
    """``colour``, mixed with ``end`` as little as words need to keep 4.5:1 on ``ground``."""
    for part in range(21):
        mixed = "".join(
            f"{round(int(colour[i : i + 2], 16) * (1 - part / 20) + int(end[i : i + 2], 16) * part / 20):02x}"
            for i in (1, 3, 5)
        )
        if _contrast(f"#{mixed}", ground) >= 4.5:
            return f"#{mixed}"
    return end


# ``as-us`` ...: words of that colour on the ground, as near to it as can be read.
WORDS: Final[dict[str, tuple[str, str]]] = {
    f"as-{token}": tuple(  # type: ignore[misc]
        _legible(pair[theme], COLOURS["ground"][theme], COLOURS["text"][theme]) for theme in (0, 1)
    )
    for token, pair in COLOURS.items()
    if token not in _SURFACES
}
_ALL: Final = COLOURS | INKS | WORDS


@dataclass(frozen=True)
class Size:
    """How a chart is set at one width: type in px, the width (px) that it is laid out for, ticks on the x axis.

    ``beside``: px that the names of rows may take beside their bars.
    """

    name: SizeName
    below: int
    width: int
    tick: int
    label: int
    ticks: int
    beside: int

    @property
    def narrowest(self) -> int:
        """The least width (px) at which a chart is set in this size: what must fit is measured against it."""
        return {"small": 300, "medium": 400, "large": 700}[self.name]


SIZES: Final[dict[SizeName, Size]] = {
    "small": Size("small", below=400, width=330, tick=12, label=12, ticks=5, beside=104),
    "medium": Size("medium", below=700, width=560, tick=13, label=13, ticks=7, beside=150),
    "large": Size("large", below=100_000, width=820, tick=14, label=14, ticks=9, beside=290),
}


def var(token: str) -> str:
    """A colour of the registry as a figure holds it. Raises ``KeyError`` for an unknown token."""
    if token not in _ALL:
        raise KeyError(f"colour {token!r} is not in the registry; known are {', '.join(COLOURS)}")
    return f"var(--{token})"


def colour(token: str, theme: Theme) -> str:
    """A colour of the registry as ``#rrggbb``."""
    return _ALL[token][theme == "dark"]


def painted(figure: dict[str, Any], theme: Theme) -> dict[str, Any]:
    """``figure`` with every ``var(--token)`` replaced by the theme's colour (for exports and tests)."""
    text = re.sub(r"var\(--([a-z0-9-]+)\)", lambda m: colour(m[1], theme), json.dumps(figure))
    return json.loads(text)


def stylesheet() -> str:
    """The custom properties of both themes: the system's preference, unless ``<html data-theme>`` says otherwise."""
    light = "".join(f"--{token}:{pair[0]};" for token, pair in _ALL.items())
    dark = "".join(f"--{token}:{pair[1]};" for token, pair in _ALL.items())
    return (
        f":root{{color-scheme:light;{light}}}"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}"
        f":root[data-theme=dark]{{color-scheme:dark;{dark}}}"
    )
