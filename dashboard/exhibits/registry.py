"""Every chapter that has exhibits, in the order of the tabs."""

from __future__ import annotations

from typing import Final

from dashboard.exhibits import economy
from dashboard.exhibits.base import Chapter

CHAPTERS: Final[tuple[Chapter, ...]] = (economy.CHAPTER,)
