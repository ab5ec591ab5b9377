"""Setting the time of a note by hand: when it may be, and how the moment it was really entered is kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from visitapp.domain.evidence import Note
from visitapp.domain.visit import Visit


def with_time(note: Note, taken: datetime) -> Note:
    """Return a note with its time set by hand (aware); the moment it was entered is kept, the first one for ever."""
    taken_at = taken.astimezone(UTC).isoformat(timespec="seconds")
    entered_at = note.entered_at or note.taken_at
    return replace(note, taken_at=taken_at, entered_at="" if taken_at == entered_at else entered_at)


def time_fault(visit: Visit, taken: datetime, now: datetime) -> str:
    """Return why a note cannot have this time, in a sentence, or nothing; both moments are aware and local."""
    if taken > now:
        return f"The time was not changed: {taken:%H:%M} is still to come. It is {now:%H:%M} now."
    first, last = visit.starts_on, visit.ends_on or visit.starts_on
    if first and not first <= taken.date().isoformat() <= last:
        days = _day(first) if first == last else f"{_day(first)} to {_day(last)}"
        return f"The time was not changed: {_day(taken.date().isoformat())} is not a day of the visit ({days})."
    return ""


def days_to_choose(visit: Visit, today: date) -> tuple[date, ...]:
    """Return the days of a visit that have come, in order; none for a visit without a date."""
    if not visit.starts_on:
        return ()
    first = date.fromisoformat(visit.starts_on)
    last = min(date.fromisoformat(visit.ends_on or visit.starts_on), today)
    return tuple(first + timedelta(days=step) for step in range((last - first).days + 1))


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
