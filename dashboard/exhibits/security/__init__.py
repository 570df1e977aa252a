"""Chapter 2, Security."""

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.security import justice, money, pillars, requests
from dashboard.text import T

CHAPTER = Chapter(
    id="security",
    path="/security",
    name=T("Security", "Seguridad"),
    exhibits=(requests.EXHIBIT, pillars.EXHIBIT, money.USAID_EXHIBIT, money.INCLE_EXHIBIT, justice.EXHIBIT),
)
