"""Every chapter, in the order of the tabs."""

from __future__ import annotations

from typing import Final

from dashboard.exhibits import economy, energy, foreign_policy, migration, security
from dashboard.exhibits.base import Chapter

CHAPTERS: Final[tuple[Chapter, ...]] = (
    economy.CHAPTER,
    security.CHAPTER,
    migration.CHAPTER,
    energy.CHAPTER,
    foreign_policy.CHAPTER,
)
