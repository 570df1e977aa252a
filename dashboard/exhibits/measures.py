"""How the values of the exhibits are read: unit in words, scale, decimals."""

from typing import Final

from dashboard.charts.arranged import Measure
from dashboard.text import T, same

_PERCENT = same("{figure}%")

USD_BILLION_FROM_MILLION: Final = Measure(T("billion dollars", "miles de millones de dólares"), scale=1e-3, digits=1)
USD_BILLION: Final = Measure(T("billion dollars", "miles de millones de dólares"), scale=1e-9, digits=1)
USD_MILLION: Final = Measure(T("million dollars", "millones de dólares"), digits=1)
USD_MILLION_FROM_USD: Final = Measure(T("million dollars", "millones de dólares"), scale=1e-6, digits=1)
PERCENT: Final = Measure(same("%"), digits=1, affix=_PERCENT)
PERSONS: Final = Measure(T("people", "personas"))
JOBS: Final = Measure(T("jobs", "empleos"))
MILLION_JOBS_FROM_THOUSAND: Final = Measure(T("million jobs", "millones de empleos"), scale=1e-3, digits=1)
INDEX: Final = Measure(T("(index)", "(índice)"), digits=1)
PER_100K: Final = Measure(T("per 100,000 people", "por cada 100,000 habitantes"), digits=1)
