"""The field's terms that occur in the words of the exhibits, explained: what the sources mean by them."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.dataset import Dataset
from dashboard.text import Lang, T


@dataclass(frozen=True)
class Term:
    """One term of ``data/glossary.csv``. Only terms that a card uses stand there.

    Attributes:
        id: its anchor on the page of the glossary.
        name: as the page lists it.
        forms: how it stands in running words, parted by ``|``; found whole, without regard to case.
        meaning: one or two plain sentences.
        source: the source of the data that uses it so, where there is one.
    """

    id: str
    name: T
    forms: T
    meaning: T
    source: str = ""

    def written(self, lang: Lang) -> list[str]:
        """Every form of the term in one language."""
        return self.forms[lang].split("|")


def terms(dataset: Dataset) -> tuple[Term, ...]:
    """Every term, in the order of the file."""

    def both(row: dict[str, str], part: str) -> T:
        return T(row[f"{part}_en"], row[f"{part}_es"])

    rows: list[dict[str, str]] = dataset.glossary.to_dict("records")
    return tuple(
        Term(row["term_id"], both(row, "name"), both(row, "forms"), both(row, "meaning"), row["source_id"])
        for row in rows
    )
