"""The words of the data package in both languages: series, values of dimensions, units, notes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import pandas as pd

from dashboard.dataset import Dataset
from dashboard.heads import OTHERS
from dashboard.locators import in_spanish
from dashboard.selection import DIMENSION_NAMES
from dashboard.text import Lang, T, same

# Dimensions that split an exhibit without being in the address.
_OTHERS: Mapping[str, T] = {
    "mode": T("Mode", "Modo"),
    "kind": T("Kind", "Tipo"),
    "agency": T("Agency", "Dependencia"),
    "country": T("Country", "País"),
    "pollster": T("Pollster", "Encuestadora"),
}
# Columns that hold values of a dimension that is called otherwise.
_VALUES_OF: Mapping[str, str] = {
    "members": "member",
    "source_node": "node",
    "target_node": "node",
    "state_mx": "state",
    "status_2017": "mechanism_status",
}


class Labels:
    """Read once from a data set; every lookup is a dictionary's."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._names = {exhibit: _texts(dataset.series.loc[[exhibit]].droplevel(0)) for exhibit in dataset.exhibits}

    def names(self, exhibit: str) -> Mapping[str, T]:
        """The label of each series of an exhibit; none of one that consists of records."""
        return self._names.get(exhibit, {})

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, T]]:
        """dimension -> id -> label."""
        frame = self._dataset.values
        return {str(dimension): _texts(frame.loc[dimension]) for dimension in frame.index.unique(level=0)}

    @cached_property
    def units(self) -> Mapping[str, T]:
        """unit -> label."""
        return _texts(self._dataset.units)

    @cached_property
    def places(self) -> Mapping[str, tuple[float, float]]:
        """Longitude and latitude of each port that the rows of some exhibit place."""
        found: dict[str, tuple[float, float]] = {}
        for frame in self._dataset.exhibits.values():
            if {"port", "longitude", "latitude"} <= set(frame):
                known = frame[frame["longitude"] != ""].drop_duplicates("port")
                places = zip(known["longitude"].astype(float), known["latitude"].astype(float), strict=True)
                found |= dict(zip(known["port"], places, strict=True))
        return found

    def head(self, column: str) -> T:
        """What a column of the package is called, be it a dimension or not."""
        known = OTHERS.get(column) or DIMENSION_NAMES.get(column) or _OTHERS.get(column)
        return known or same(column.replace("_", " ").capitalize())

    def of_column(self, column: str) -> Mapping[str, T]:
        """id -> label of what a column holds; empty where it holds no ids."""
        return self.values.get(_VALUES_OF.get(column, column), {})

    def named(self, column: str, ids: str, lang: Lang) -> str:
        """The names of one value of a column, or of several with bars between them; what has none as it stands."""
        known = self.of_column(column)
        return ", ".join(known[id][lang] if id in known else id for id in ids.split("|")) if known else ids

    def note(self, text: str, lang: Lang) -> str:
        """A note, a licence, a formula or a publisher of the package, in ``lang``."""
        return self._dataset.note(text)[lang]

    def locator(self, text: str, lang: Lang) -> str:
        """Where in its source a number stands, in ``lang``; names of rows, columns and sheets stay as published."""
        return text if lang == "en" else self._dataset.translations.get(text) or in_spanish(text)


def _texts(frame: pd.DataFrame) -> dict[str, T]:
    return {str(id): T(en, es) for id, en, es in zip(frame.index, frame["label_en"], frame["label_es"], strict=True)}
