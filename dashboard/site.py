"""Which page an address means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.exhibits.base import Chapter, Exhibit


@dataclass(frozen=True)
class Place:
    """A chapter, and the exhibits of it that a page shows: all, or one alone."""

    chapter: Chapter
    exhibits: tuple[Exhibit, ...]


def place(chapters: Sequence[Chapter], path: str) -> Place | None:
    """The page at ``path`` (``/economy``, ``/economy/economy-1``), or ``None`` where there is none."""
    for chapter in chapters:
        if path.rstrip("/") == chapter.path:
            return Place(chapter, chapter.exhibits)
        for exhibit in chapter.exhibits:
            if path.rstrip("/") == f"{chapter.path}/{exhibit.id}":
                return Place(chapter, (exhibit,))
    return None
