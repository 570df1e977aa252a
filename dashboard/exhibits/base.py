"""What an exhibit is: one declaration, read by the page, the table, the exports, the address and the tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.selection import Vintage
from dashboard.text import EMPTY, T

if TYPE_CHECKING:
    from dashboard.charts.arranged import Arranged
    from dashboard.exhibits.prepare import Shown


@dataclass(frozen=True)
class Draw:
    """One series and the years of it that a vintage shows (both included; ``None``: open).

    A period (``1987-07``) in place of a year cuts at a month: what overlaps it is in. ``kind`` keeps the periods of one
    kind (``year``, ``month``), where a series holds several; with ``under`` it is drawn only while that dimension is
    filtered: the parts that then stand in for a total. ``only`` keeps these values of a dimension.
    """

    series: str
    first: int | str | None = None
    last: int | str | None = None
    kind: str = ""
    under: str = ""
    only: tuple[str, tuple[str, ...]] | None = None


Plan = tuple[Draw, ...]


def draw(
    *series: str,
    years: tuple[int | str | None, int | str | None] = (None, None),
    kind: str = "",
    under: str = "",
    only: tuple[str, tuple[str, ...]] | None = None,
) -> Plan:
    """The named series over the same years (or periods); plans are added with ``+``."""
    return tuple(Draw(name, *years, kind, under, only) for name in series)


@dataclass(frozen=True)
class View:
    """One way to look at an exhibit: what each vintage shows, and the function that arranges it."""

    id: str
    name: T
    report: Plan
    latest: Plan
    arrange: Callable[[Shown], Arranged]
    of_records: bool = False
    """Whether it is made of records alone, which no filter of rows can empty."""
    build: tuple[tuple[str, ...], ...] = ()
    """On a stage its series appear one after the other: the ids of the traces that each step adds (without what follows
    ``|``: all parts of a series). What is not named is there from the start."""

    def plan(self, vintage: Vintage) -> Plan:
        """What a vintage shows."""
        return self.report if vintage == "report" else self.latest


@dataclass(frozen=True)
class Exhibit:
    """A figure or table of the report, or one that we added.

    ``title`` is the report's own (or ours, if added); ``subject`` names what is shown without a finding:
    it stands as headline while a filter is on. ``notes`` say what would mislead. The first view is the default.
    """

    id: str
    chapter: str
    order: int
    number: T
    title: T
    subject: T
    views: tuple[View, ...]
    dimensions: tuple[str, ...] = ("years",)
    notes: tuple[T, ...] = ()
    added: bool = False
    wide: bool = False
    remark: T = EMPTY

    def view(self, id: str) -> View:
        """The view with this id. Raises ``KeyError`` naming those that there are."""
        for view in self.views:
            if view.id == id:
                return view
        raise KeyError(f"{self.id} has no view {id!r}; it has {', '.join(v.id for v in self.views)}")

    @property
    def default_view(self) -> str:
        """The view of an address that names none."""
        return self.views[0].id


@dataclass(frozen=True)
class Chapter:
    """A tab: its place in the address, its name, and its exhibits in reading order."""

    id: str
    path: str
    name: T
    exhibits: tuple[Exhibit, ...]


def by_id(chapters: tuple[Chapter, ...]) -> Mapping[str, Exhibit]:
    """Every exhibit by its id. Raises ``ValueError`` if an id or a place in a chapter stands twice."""
    found: dict[str, Exhibit] = {}
    for chapter in chapters:
        orders = [exhibit.order for exhibit in chapter.exhibits]
        if orders != sorted(set(orders)):
            raise ValueError(f"chapter {chapter.id}: the orders {orders} must ascend without repetition")
        for exhibit in chapter.exhibits:
            if exhibit.id in found:
                raise ValueError(f"exhibit {exhibit.id} is declared twice")
            found[exhibit.id] = exhibit
    return found
