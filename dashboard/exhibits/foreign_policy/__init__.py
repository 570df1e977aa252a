"""Chapter 5, Foreign policy."""

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.foreign_policy import mechanisms, opinion, peacekeeping, united_nations
from dashboard.text import T

CHAPTER = Chapter(
    id="foreign-policy",
    path="/foreign-policy",
    name=T("Foreign policy", "Política exterior"),
    exhibits=(mechanisms.EXHIBIT, united_nations.EXHIBIT, peacekeeping.EXHIBIT, opinion.EXHIBIT),
)
