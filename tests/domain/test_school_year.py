"""The school year of a day, in one place for results, visits and support; and how a year is said."""

import pytest

from visitapp.domain.school_year import said_year, school_year_of


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("2025-08-31", "2025"),
        ("2025-09-01", "2026"),
        ("2025-12-31", "2026"),
        ("2026-01-01", "2026"),
        ("2025-11", "2026"),
        ("", ""),
        ("2025", ""),
        ("soon", ""),
        ("20-11-2025", ""),
    ],
)
def test_the_school_year_of_a_day_ends_in_the_summer_after_it(day, year):
    assert school_year_of(day) == year


@pytest.mark.parametrize(
    ("year", "said"), [("2019", "2018/19"), ("2000", "1999/00"), ("2017-2019", "2017-2019"), ("", "")]
)
def test_a_school_year_is_said_by_both_its_years(year, said):
    assert said_year(year) == said
