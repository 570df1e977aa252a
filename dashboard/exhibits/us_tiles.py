"""Where each state stands on a map of equal tiles: (column, row), the usual arrangement of the 50 states and D.C."""

from __future__ import annotations

from typing import Final

_ROWS: Final = (
    "ak .. .. .. .. .. .. .. .. .. me",
    ".. .. .. .. .. .. .. .. .. vt nh",
    "wa id mt nd mn il wi mi ny ri ma",
    "or nv wy sd ia in oh pa nj ct ..",
    "ca ut co ne mo ky wv va md de ..",
    ".. az nm ks ar tn nc sc dc .. ..",
    ".. .. .. ok la ms al ga .. .. ..",
    "hi .. .. tx .. .. .. .. fl .. ..",
)

US_TILES: Final[dict[str, tuple[int, int]]] = {
    f"us-{code}": (column, row)
    for row, line in enumerate(_ROWS)
    for column, code in enumerate(line.split())
    if code != ".."
}
STATES: Final = 50  # without D.C.
