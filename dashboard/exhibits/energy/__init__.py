"""Chapter 4, Energy."""

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.energy import auctions, fuels, gas, oil, rounds, tariffs
from dashboard.text import T

CHAPTER = Chapter(
    id="energy",
    path="/energy",
    name=T("Energy", "Energía"),
    exhibits=(
        rounds.EXHIBIT,
        tariffs.EXHIBIT,
        auctions.EXHIBIT,
        oil.EXHIBIT,
        gas.EXHIBIT,
        fuels.EXHIBIT,
    ),
)
