"""Chapter 4, Energy."""

from dashboard.exhibits.base import Chapter
from dashboard.text import T

CHAPTER = Chapter(
    id="energy",
    path="/energy",
    name=T("Energy", "Energía"),
    exhibits=(),
)
