"""Every form in which an exhibit can be taken away: one row a format, read by the API, the command line and the card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.export import deck, picture, rows, sheet
from dashboard.export.order import Order


@dataclass(frozen=True)
class Format:
    """A kind of file: its media type, and the function that makes its bytes from an order."""

    mime: str
    make: Callable[[Order], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    "png": Format("image/png", picture.png),
    "svg": Format("image/svg+xml", picture.svg),
    "pdf": Format("application/pdf", picture.pdf),
    "csv": Format("text/csv", rows.as_csv),
    "json": Format("application/json", rows.as_json),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet.as_xlsx),
    "pptx": Format(deck.MIME, deck.of_exhibit),
    "parquet": Format("application/vnd.apache.parquet", rows.as_parquet),
}
