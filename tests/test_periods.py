"""Periods: what may be written, what it means, what it is called."""

from datetime import date

import pytest

from dashboard.exhibits.prepare import with_article
from dashboard.periods import Period, in_words

WRITTEN = [
    # text, kind, first day, last day, year, on an axis
    ("2015", "year", date(2015, 1, 1), date(2015, 12, 31), 2015, True),
    ("FY2015", "fiscal-year", date(2014, 10, 1), date(2015, 9, 30), 2015, True),
    ("2015-Q1", "quarter", date(2015, 1, 1), date(2015, 3, 31), 2015, True),
    ("2015-Q4", "quarter", date(2015, 10, 1), date(2015, 12, 31), 2015, True),
    ("2016-02", "month", date(2016, 2, 1), date(2016, 2, 29), 2016, True),
    ("2015-12", "month", date(2015, 12, 1), date(2015, 12, 31), 2015, True),
    ("2016-12-05", "day", date(2016, 12, 5), date(2016, 12, 5), 2016, True),
    ("2022-01/2022-11", "part-of-year", date(2022, 1, 1), date(2022, 11, 30), 2022, False),
    ("1995/2000", "span", date(1995, 1, 1), date(2000, 12, 31), None, False),
    ("FY2012/FY2017", "span", date(2011, 10, 1), date(2017, 9, 30), None, False),
    ("2010-05/2012-06", "span", date(2010, 5, 1), date(2012, 6, 30), None, False),
]

CALLED = [
    ("2015", "2015", "2015"),
    ("FY2015", "FY2015", "año fiscal 2015"),
    ("2015-Q1", "Q1 2015", "1.er trimestre de 2015"),
    ("2015-Q2", "Q2 2015", "2.º trimestre de 2015"),
    ("2015-03", "March 2015", "marzo de 2015"),
    ("2016-12-05", "December 5, 2016", "5 de diciembre de 2016"),
    ("1995/2000", "1995–2000", "1995–2000"),
    ("FY2012/FY2017", "FY2012–FY2017", "años fiscales 2012–2017"),
    ("2022-01/2022-11", "January–November 2022", "enero–noviembre de 2022"),
    ("2010-05/2012-06", "May 2010–June 2012", "mayo de 2010–junio de 2012"),
]


@pytest.mark.parametrize(("text", "kind", "start", "end", "year", "on_axis"), WRITTEN)
def test_a_period_is_what_its_text_says(text, kind, start, end, year, on_axis):
    period = Period.parse(text)
    assert (period.kind, period.start, period.end) == (kind, start, end)
    assert (period.text, period.year, period.on_axis) == (text, year, on_axis)


@pytest.mark.parametrize(("text", "english", "spanish"), CALLED)
def test_a_period_has_a_name_in_both_languages(text, english, spanish):
    assert (Period.parse(text).label("en"), Period.parse(text).label("es")) == (english, spanish)


def test_there_is_no_name_in_a_third_language():
    with pytest.raises(ValueError, match="allowed are en, es"):
        Period.parse("2015").label("fr")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "15",
        "2015-13",
        "2016-02-30",
        "FY15",
        "2015-Q5",
        "2015/FY2016",
        "2000/1995",
        "2015/2015",
        "1995/2000/2005",
        " 2015",
    ],
)
def test_what_is_no_period_is_refused_with_what_is_allowed(text):
    with pytest.raises(ValueError, match=r"allowed are 2015, FY2015, 2015-Q1, 2015-03, 2016-12-05, a span"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2015", {2015}),
        ("FY2015", {2015}),  # not 2014, although it begins there
        ("2015-Q4", {2015}),
        ("2014-12", {2014}),
        ("2016-12-05", {2016}),
        ("2009/2014", {2009, 2010, 2011, 2012, 2013, 2014}),
        ("FY2012/FY2013", {2012, 2013}),
        ("2022-01/2022-11", {2022}),
    ],
)
def test_a_chosen_year_matches_its_fiscal_year_its_parts_and_spans_over_it(text, years):
    assert {year for year in range(2005, 2026) if Period.parse(text).year_overlaps(year)} == years


def test_the_midpoint_is_the_day_in_the_middle():
    assert Period.parse("2015").midpoint == date(2015, 7, 2)
    assert Period.parse("FY2015").midpoint == date(2015, 4, 1)
    assert Period.parse("2016-12-05").midpoint == date(2016, 12, 5)


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("2025-01-16", "January 16, 2025", "16 de enero de 2025"),
        ("2025-01", "January 2025", "enero de 2025"),
        ("2025", "2025", "2025"),
        ("2012-2015", "2012-2015", "2012-2015"),
        ("undated", "undated", "undated"),
    ],
)
def test_a_date_of_publication_is_told_in_words(text, english, spanish):
    assert (in_words(text, "en"), in_words(text, "es")) == (english, spanish)


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("FY2016", "FY2016", "el año fiscal 2016"),
        ("FY2008/FY2009", "FY2008–FY2009", "los años fiscales 2008–2009"),
        ("2024-Q2", "Q2 2024", "el 2.º trimestre de 2024"),
        ("2016-12-05", "December 5, 2016", "el 5 de diciembre de 2016"),
        ("2016", "2016", "2016"),
        ("2016-12", "December 2016", "diciembre de 2016"),
    ],
)
def test_spanish_sets_an_article_before_fiscal_years_quarters_and_days(text, english, spanish):
    assert (with_article(text).en, with_article(text).es) == (english, spanish)
