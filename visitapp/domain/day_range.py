"""Days typed by hand: a day, a month or a year, and the stretch of time several of them leave."""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Days:
    """From the ISO day `since` up to but not on the ISO day `until`; empty is no bound."""

    since: str = ""
    until: str = ""

    def narrowed(self, how: str, by: "Days") -> "Days":
        """Return what is left of these days `on`, `after` or `before` others, both bounds of which are set."""
        if how == "after":
            return Days(max(self.since, by.until), self.until)
        if how == "before":
            return Days(self.since, _earlier(self.until, by.since))
        return Days(max(self.since, by.since), _earlier(self.until, by.until))


def days_of(typed: str) -> Days | None:
    """Return the days meant by 2025-11-20, 20/11/2025, 2025-11 or 2025; None when it is no date."""
    british = _BRITISH.fullmatch(typed)
    iso = _ISO.fullmatch(typed)
    if british:
        day, month, year = (int(part) for part in british.groups())
    elif iso:
        year, month, day = (int(part or 0) for part in iso.groups())
    else:
        return None
    return _stretch(year, month, day)


def _stretch(year: int, month: int, day: int) -> Days | None:
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if first.year == MAXYEAR:
        return None
    if day:
        last = first + timedelta(days=1)
    elif month and month < _MONTHS:
        last = date(year, month + 1, 1)
    else:
        last = date(year + 1, 1, 1)
    return Days(first.isoformat(), last.isoformat())


def _earlier(one: str, other: str) -> str:
    return min(one, other) if one and other else one or other
