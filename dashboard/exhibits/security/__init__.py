"""Chapter 2, Security."""

from dashboard.exhibits.base import Chapter
from dashboard.text import T

CHAPTER = Chapter(
    id="security",
    path="/security",
    name=T("Security", "Seguridad"),
    exhibits=(),
)
