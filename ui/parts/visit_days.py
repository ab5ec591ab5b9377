"""The days of a visit: in British English words, and counted as working days."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

_LOCALE = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_SATURDAY = 5


def day_words(day: date, form: str = "ddd d MMM") -> str:
    """Return a day written in a Qt date form, in British English."""
    return _LOCALE.toString(QDate(day.year, day.month, day.day), form)


def long_day_words(day: date) -> str:
    """Return a day in full, such as Thu 20 November 2025."""
    return day_words(day, "ddd d MMMM yyyy")


def working_day(day: date) -> date:
    """Return the day itself, or the Monday after a weekend day."""
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def last_working_day(first: date, count: int) -> date:
    """Return the last of `count` days, the first one counted and weekends passed over."""
    day = first
    for _ in range(count - 1):
        day = working_day(day + timedelta(days=1))
    return day
