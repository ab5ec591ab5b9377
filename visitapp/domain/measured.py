"""What a record says of the indicators: last value beside target, what is due on a day, how people rated them.

Nothing here rates anything: a rating is a person's, and only counted.
"""

from dataclasses import dataclass
from datetime import date

from visitapp.domain.followed import due_on, readings
from visitapp.domain.following import Reading
from visitapp.domain.framework import Aim, Indicator, SuccessCriterion
from visitapp.domain.record import VisitRecord
from visitapp.domain.weighed import bearings

YEARS = "measures.years"
"""The key under which the stretch of years looked at is kept."""
NO_CRITERIA = "none"
"""The answer that leaves the criteria of success out."""


@dataclass(frozen=True, slots=True)
class RatingCount:
    """How many of all indicators have a rating now; an empty code stands for those nobody has rated."""

    code: str
    count: int
    of: int


def evidence_key(code: str) -> str:
    """Return the key under which evidence on an indicator is linked."""
    return f"indicator.{code}"


def evidence_count(record: VisitRecord, code: str) -> int:
    """Return how many notes and findings are linked with an indicator."""
    return len(bearings(record, evidence_key(code)))


def latest(record: VisitRecord, code: str) -> Reading | None:
    """Return the newest reading of an indicator that holds a value or a rating, or None."""
    said = (one for one in reversed(readings(record, code)) if one.value.strip() or one.rating)
    return next(said, None)


def target(record: VisitRecord, indicator: Indicator) -> str:
    """Return what is aimed for: as it was with the newest reading, else as the programme says."""
    last = latest(record, indicator.code)
    return last.target.strip() if last and last.target.strip() else indicator.target


def rating(record: VisitRecord, code: str) -> str:
    """Return the code a person rated the newest value of an indicator with; empty when nobody has yet."""
    last = latest(record, code)
    return last.rating if last else ""


def rating_counts(record: VisitRecord) -> tuple[RatingCount, ...]:
    """Return how many of all indicators have each rating, in the programme's order, those without one last."""
    measures = record.framework.measures
    found = (measures.rating(rating(record, one.code)) for one in measures.indicators)
    given = [one.code if one else "" for one in found]
    codes = [*(one.code for one in measures.ratings), ""]
    return tuple(RatingCount(code, given.count(code), len(given)) for code in codes)


def due_indicators(record: VisitRecord, on: date) -> tuple[Indicator, ...]:
    """Return the indicators that are due on a day, or have been for some time, in the programme's order."""
    return tuple(one for one in record.framework.measures.indicators if is_due(record, one, on))


def is_due(record: VisitRecord, indicator: Indicator, on: date) -> bool:
    """Return whether an indicator is to be looked at on a day, or should have been before."""
    day = due_on(record, indicator)
    return day is not None and day <= on


def awaiting_rating(record: VisitRecord, on: date) -> tuple[Indicator, ...]:
    """Return the indicators with a value nobody rated, and those due on a day that nobody rated in this visit."""
    return tuple(one for one in record.framework.measures.indicators if _awaits(record, one, on))


def unexplained_ratings(record: VisitRecord) -> tuple[Indicator, ...]:
    """Return the indicators whose rating has no reason."""
    found = ((one, latest(record, one.code)) for one in record.framework.measures.indicators)
    return tuple(one for one, last in found if last and last.rating and not last.reason.strip())


def last_day(record: VisitRecord) -> date:
    """Return the last day of the visit, or the last day there is while the visit has no date."""
    try:
        return date.fromisoformat(record.visit.ends_on or record.visit.starts_on)
    except ValueError:
        return date.max


def years(record: VisitRecord) -> str:
    """Return the stretch of years whose criteria are looked at, the first while none was chosen; empty for none."""
    chosen = record.answer(YEARS).value
    stretches = record.framework.measures.stretches()
    if chosen == NO_CRITERIA or not stretches:
        return ""
    return str(chosen) if chosen in stretches else stretches[0]


def criteria(record: VisitRecord, aim: Aim) -> tuple[SuccessCriterion, ...]:
    """Return an aim's criteria of success for the years looked at."""
    chosen = years(record)
    return tuple(one for one in aim.criteria if one.years == chosen)


def _awaits(record: VisitRecord, indicator: Indicator, on: date) -> bool:
    last = latest(record, indicator.code)
    if last is not None and not last.rating:
        return True
    rated_now = last is not None and last.on >= record.visit.starts_on
    return not rated_now and is_due(record, indicator, on)
