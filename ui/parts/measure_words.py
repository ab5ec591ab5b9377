"""Indicators in words: how they are rated, when they are due, how many have which rating."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.parts.fact_date import short_day
from visitapp.domain.followed import due_on
from visitapp.domain.framework import Indicator
from visitapp.domain.measured import RatingCount
from visitapp.domain.record import VisitRecord

_NAMED = 5


class RatingLook(NamedTuple):
    """How a rating is shown: never by colour alone."""

    label: str
    tone: str
    icon: str
    outlined: bool


def rating_look(record: VisitRecord, code: str) -> RatingLook:
    """Return how a rating is shown; an empty code is shown as not rated."""
    found = record.framework.measures.rating(code)
    if found is None:
        return RatingLook(_tr("Not rated"), "neutral", "", True)
    return RatingLook(found.label, found.tone, found.icon, found.tone == "neutral")


def due_words(record: VisitRecord, indicator: Indicator, today: date) -> str:
    """Return when an indicator is to be looked at next: "Due since 20 Nov 2025", "Next due 3 Mar 2026"."""
    day = due_on(record, indicator)
    if day is None:
        return _tr("No day is set")
    said = short_day(day.isoformat())
    if day == today:
        return _tr("Due today")
    return (_tr("Due since {day}") if day < today else _tr("Next due {day}")).format(day=said)


def due_in_short(record: VisitRecord, indicator: Indicator, today: date) -> str:
    """Return the same for a narrow column: "due now", "due 3 Mar" or, in another year, "due 3 Mar 26"."""
    day = due_on(record, indicator)
    if day is None:
        return ""
    if day <= today:
        return _tr("due now")
    near = day.year == today.year
    return _tr("due {day}").format(day=f"{day.day} {day:%b}" if near else f"{day.day} {day:%b %y}")


def counted_words(record: VisitRecord, count: RatingCount) -> str:
    """Return a count with its unit and base: "Met: 5 of 13 indicators"."""
    label = rating_look(record, count.code).label
    return _tr("{label}: {count} of {of} indicators").format(label=label, count=count.count, of=count.of)


def due_line(due: Sequence[Indicator], base: int, today: date) -> str:
    """Return how many indicators are due on a day: "Due on 20 Nov 2025: 3 of 13 indicators"."""
    day = short_day(today.isoformat())
    return _tr("Due on {day}: {count} of {of} indicators").format(day=day, count=len(due), of=base)


def named(indicators: Sequence[Indicator]) -> str:
    """Return the first few indicators by name, and how many more there are."""
    names = ", ".join(one.title for one in indicators[:_NAMED])
    more = len(indicators) - _NAMED
    return _tr("{names} and {count} more").format(names=names, count=more) if more > 0 else names


def years_words(years: str) -> str:
    """Return a stretch of years as one reads it: "years 1 to 2"."""
    return _tr("years {years}").format(years=years.replace("-", _tr(" to ")))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Measures", text)
