"""The days of a visit: school days from its first on; another day is among them only where something is planned."""

from datetime import date, timedelta

from visitapp.domain.record import VisitRecord

_SATURDAY = 5


def day_of_visit(record: VisitRecord, day: int) -> date | None:
    """Return the date of a day of the visit, or None while the visit has no date. Day 1 is the first, and the days of
    a calendar are counted, so that day 3 of a visit from a Friday is a Sunday."""
    first = _read(record.visit.starts_on)
    return first + timedelta(days=day - 1) if first else None


def school_days(record: VisitRecord) -> tuple[int, ...]:
    """Return the days of the visit on which the school is open: as many as its dates leave or its programme wants.

    The first is among them even at a weekend, for somebody chose it.
    """
    wanted, first = max(1, record.framework.days), _read(record.visit.starts_on)
    if first is None:
        return tuple(range(1, wanted + 1))
    last = _read(record.visit.ends_on) or first
    found, day = [1], 1
    while len(found) < wanted or day <= (last - first).days:
        day += 1
        if not _is_weekend(first + timedelta(days=day - 1)):
            found.append(day)
    return tuple(found)


def plan_days(record: VisitRecord) -> tuple[int, ...]:
    """Return the days a plan is shown for: the school days, and any other on which something is planned."""
    return tuple(sorted({*school_days(record), *(slot.day for slot in record.slots)}))


def day_for(record: VisitRecord, number: int) -> int:
    """Return the day of the visit that a programme means by its day 1, 2 or 3."""
    days = school_days(record)
    return days[min(max(1, number), len(days)) - 1]


def number_of(record: VisitRecord, day: int) -> int:
    """Return which of the school days a day of the visit is, from 1; 0 for a day that is none of them."""
    days = school_days(record)
    return days.index(day) + 1 if day in days else 0


def day_title(record: VisitRecord, day: int) -> str:
    """Return what a day of the visit is called, such as "Day 2"; a day that is no school day by its date."""
    number, found = number_of(record, day), day_of_visit(record, day)
    return f"Day {number or day}" if number or found is None else f"{found:%a} {found.day} {found:%b}"


def weekend_days(record: VisitRecord) -> tuple[date, ...]:
    """Return the Saturdays and Sundays on which the visit begins or something is planned, in order."""
    days = {1, *(slot.day for slot in record.slots)}
    found = (day_of_visit(record, day) for day in sorted(days))
    return tuple(one for one in found if one and _is_weekend(one))


def _is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY


def _read(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
