"""Chapter 1, Economy."""

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.economy import (
    deficit,
    investment,
    jobs,
    manufacturing,
    ports,
    production,
    products,
    shares,
    states,
    trade,
)
from dashboard.text import T

CHAPTER = Chapter(
    id="economy",
    path="/economy",
    name=T("Economy", "Economía"),
    exhibits=(
        trade.EXHIBIT,
        investment.EXHIBIT,
        production.EXHIBIT,
        shares.EXHIBIT,
        jobs.EXHIBIT,
        manufacturing.EXHIBIT,
        products.EXHIBIT,
        deficit.EXHIBIT,
        states.EXHIBIT,
        ports.EXHIBIT,
    ),
)
