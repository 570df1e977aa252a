"""Chapter 4, Energy."""

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.energy import (
    auctions,
    crossings,
    fuels,
    gas,
    oil,
    pipelines,
    rounds,
    structure,
    tariffs,
    transmission,
)
from dashboard.text import T

CHAPTER = Chapter(
    id="energy",
    path="/energy",
    name=T("Energy", "Energía"),
    exhibits=(
        rounds.EXHIBIT,
        tariffs.EXHIBIT,
        structure.EXHIBIT,
        auctions.EXHIBIT,
        crossings.EXHIBIT,
        oil.EXHIBIT,
        pipelines.EXHIBIT,
        transmission.EXHIBIT,
        gas.EXHIBIT,
        fuels.EXHIBIT,
    ),
)
