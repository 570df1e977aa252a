"""Which page an address means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.exhibits.base import Chapter, Exhibit
from dashboard.exhibits.compose import Composer
from dashboard.parameters import parse
from dashboard.selection import Problem, Selection
from dashboard.text import Lang

Kind = Literal["overview", "chapter", "recommendations", "glossary", "gallery", "embed"]
OVERVIEW = "/"
RECOMMENDATIONS = "/recommendations"
GLOSSARY = "/glossary"
GALLERY = "/gallery"
EMBED = "/embed/"


@dataclass(frozen=True)
class Place:
    """A page. One of a chapter shows ``exhibits`` of it: all, or one alone; the others show none."""

    kind: Kind
    path: str
    chapter: Chapter | None = None
    exhibits: tuple[Exhibit, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What an address asks for: the page, the view of it, the language; and what in it could not be used.

    ``theme`` is the one that the reader chose, here or before; empty where the system's holds.
    """

    here: Place
    selection: Selection
    lang: Lang
    problems: tuple[Problem, ...] = ()
    theme: str = ""


def place(chapters: Sequence[Chapter], path: str) -> Place | None:
    """The page at ``path`` (``/``, ``/economy``, ``/economy/economy-1``), or ``None`` where there is none."""
    bare = path.rstrip("/") or "/"
    if bare == OVERVIEW:
        return Place("overview", OVERVIEW)
    if bare == RECOMMENDATIONS:
        return Place("recommendations", RECOMMENDATIONS)
    if bare == GLOSSARY:
        return Place("glossary", GLOSSARY)
    if bare == GALLERY:
        return Place("gallery", GALLERY)
    for chapter in chapters:
        if bare == chapter.path:
            return Place("chapter", bare, chapter, chapter.exhibits)
        for exhibit in chapter.exhibits:
            if bare == address(exhibit):
                return Place("chapter", bare, chapter, (exhibit,))
            if bare == EMBED + exhibit.id:
                return Place("embed", bare, chapter, (exhibit,))
    return None


def address(exhibit: Exhibit) -> str:
    """The path of an exhibit alone."""
    return f"/{exhibit.chapter}/{exhibit.id}"


def misplaced(composer: Composer, path: str) -> Exhibit | None:
    """The exhibit that a path names under a chapter that does not have it (``/economy/energy-1``)."""
    chapter, _, id = path.strip("/").partition("/")
    known = any(one.path == f"/{chapter}" for one in composer.chapters)
    return composer.exhibits.get(id) if known and place(composer.chapters, path) is None else None


def read(composer: Composer, path: str, query: str) -> Asked:
    """What an address asks for; a path that is no page asks for the Overview, a query without language for English."""
    here = place(composer.chapters, path) or Place("overview", OVERVIEW)
    selection, problems = parse(query, composer.vocabulary_of(here.exhibits))
    return Asked(here, selection, selection.lang or "en", tuple(problems))
