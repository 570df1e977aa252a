"""Chapter 5, Foreign policy."""

from dashboard.exhibits.base import Chapter
from dashboard.text import T

CHAPTER = Chapter(
    id="foreign-policy",
    path="/foreign-policy",
    name=T("Foreign policy", "Política exterior"),
    exhibits=(),
)
