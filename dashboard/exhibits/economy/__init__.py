"""Chapter 1, Economy."""

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.economy import trade
from dashboard.text import T

CHAPTER = Chapter(
    id="economy",
    path="/economy",
    name=T("Economy", "Economía"),
    exhibits=(trade.EXHIBIT,),
)
