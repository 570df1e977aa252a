"""Chapter 3, Migration."""

from dashboard.exhibits.base import Chapter
from dashboard.text import T

CHAPTER = Chapter(
    id="migration",
    path="/migration",
    name=T("Migration", "Migración"),
    exhibits=(),
)
