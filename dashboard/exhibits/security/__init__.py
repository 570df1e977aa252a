"""Chapter 2, Security."""

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.security import (
    aid,
    firearms,
    funding,
    homicides,
    justice,
    money,
    neighbours,
    pillars,
    requests,
)
from dashboard.text import T

CHAPTER = Chapter(
    id="security",
    path="/security",
    name=T("Security", "Seguridad"),
    exhibits=(
        requests.EXHIBIT,
        pillars.EXHIBIT,
        money.USAID_EXHIBIT,
        money.INCLE_EXHIBIT,
        funding.EXHIBIT,
        justice.EXHIBIT,
        homicides.EXHIBIT,
        firearms.EXHIBIT,
        aid.EXHIBIT,
        neighbours.EXHIBIT,
    ),
)
