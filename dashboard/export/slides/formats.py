"""Numbers as a sheet and a native chart write them: the language's own, with a true minus sign."""

from __future__ import annotations

from dashboard.charts.arranged import Mark, Measure
from dashboard.text import MINUS, Lang, number

_MONTHS = {"en": "mmm yyyy", "es": "[$-80A]mmm yyyy"}


def of_measure(measure: Measure, digits: int, lang: Lang, sign: bool = True) -> str:
    """The number format of a measure's values with ``digits`` decimals; without ``sign`` a minus is left out.

    Mexican Spanish and U.S. English group alike, and an office suite sets the separators of its own language.
    """
    before, _, after = measure.affix[lang].partition("{figure}")
    figure = "#,##0" + ("." + "0" * digits if digits else "")
    plain = f"{_quoted(before)}{figure}{_quoted(after)}"
    # The minus stands where the page has it: inside what is written around the figure.
    minus = f"{_quoted(before)}{_quoted(MINUS) if sign else ''}{figure}{_quoted(after)}"
    return f"{plain};{minus}"


def told_by(measure: Measure, mark: Mark, lang: Lang) -> bool:
    """Whether the words at ``mark`` are just its value as the measure's format writes it."""
    return mark.label[lang] == measure.affix[lang].format(figure=figure(mark.y or 0.0, measure.digits, lang))


def figure(value: float, digits: int, lang: Lang) -> str:
    """A number as the format writes it."""
    return number(value, digits)[lang]


def years(fiscal: bool, lang: Lang, dated: bool = False) -> str:
    """The format of a year, marked where it is a fiscal one; ``dated``: of its first day."""
    figure = "yyyy" if dated else "0"
    return f"{_quoted({'en': 'FY', 'es': 'AF '}[lang])}{figure}" if fiscal else figure


def dates(months: bool, lang: Lang) -> str:
    """The format of a date on an axis: its year, or its month and year."""
    return _MONTHS[lang] if months else "yyyy"


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
