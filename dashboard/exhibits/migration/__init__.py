"""Chapter 3, Migration."""

from dashboard.exhibits.base import Chapter
from dashboard.exhibits.migration import (
    convictions,
    crossings,
    daca,
    families,
    flows,
    immigrants,
    income,
    mexicans,
    minors,
    opinion,
    origins,
    remittances,
    returns,
    unauthorized,
    visas,
)
from dashboard.text import T

CHAPTER = Chapter(
    id="migration",
    path="/migration",
    name=T("Migration", "Migración"),
    exhibits=(
        mexicans.EXHIBIT,
        origins.EXHIBIT,
        flows.EXHIBIT,
        unauthorized.EXHIBIT,
        convictions.EXHIBIT,
        families.EXHIBIT,
        minors.EXHIBIT,
        returns.EXHIBIT,
        immigrants.EXHIBIT,
        opinion.EXHIBIT,
        income.EXHIBIT,
        visas.EXHIBIT,
        remittances.EXHIBIT,
        crossings.EXHIBIT,
        daca.EXHIBIT,
    ),
)
