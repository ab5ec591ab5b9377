"""The day an action is due, as people write days: always one to come, unless they name the year."""

import re
from datetime import date

from ui.parts.fact_date import read_day, short_day

_YEAR = re.compile(r"\d{4}|\d\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2}$")


def due_day(text: str, since: date) -> date | None:
    """Return the day that was written, None when it is not understood.

    A day without a year is the first such day on or after `since`.
    """
    found = read_day(text, since)
    if found is None or found >= since or _YEAR.search(text.strip()):
        return found
    try:
        return found.replace(year=found.year + 1)
    except ValueError:
        return None


def day_in_words(day: str) -> str:
    """Return an ISO day as 5 Dec 2025; any other text as it is."""
    return short_day(day) or day


def day_and_month(day: str) -> str:
    """Return an ISO day as 5 Dec; any other text as it is."""
    return short_day(day).rpartition(" ")[0] or day
