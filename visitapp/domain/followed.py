"""What the record of a visit says of the time after it: progress of actions, support, values of indicators."""

from datetime import date

from visitapp.domain.finding import Action
from visitapp.domain.following import Progress, Reading, SupportDay
from visitapp.domain.framework import Indicator
from visitapp.domain.record import VisitRecord


def progress_of(record: VisitRecord, action_id: str) -> tuple[Progress, ...]:
    """Return what was said or seen of an action, oldest first."""
    found = [one for one in record.living("progress") if one.action_id == action_id]
    return tuple(sorted(found, key=lambda one: (one.on, one.id)))


def support_days(record: VisitRecord) -> tuple[SupportDay, ...]:
    """Return the support planned and given, oldest first, those without a date last."""
    return tuple(sorted(record.living("support_day"), key=lambda one: (not one.on, one.on, one.id)))


def days_given(record: VisitRecord) -> float:
    """Return how many days of support were given."""
    return float(sum(one.days for one in record.living("support_day") if one.given))


def days_planned(record: VisitRecord) -> float:
    """Return how many days of support were planned, those given among them."""
    return float(sum(one.days for one in record.living("support_day")))


def readings(record: VisitRecord, indicator: str) -> tuple[Reading, ...]:
    """Return the values of an indicator, oldest first."""
    found = [one for one in record.living("reading") if one.indicator == indicator]
    return tuple(sorted(found, key=lambda one: (one.on, one.id)))


def done_key(action_id: str) -> str:
    """Return the key under which the day is kept on which an action was done."""
    return f"done.{action_id}"


def reply_key(action_id: str) -> str:
    """Return the key under which evidence on the school's reply to an action is linked."""
    return f"reply.{action_id}"


def done_on(record: VisitRecord, action: Action) -> str:
    """Return the ISO day on which an action was done; empty while it is not, or nobody said when."""
    said = record.answer(done_key(action.id)).value if action.status == "done" else None
    return said if isinstance(said, str) else ""


def due_key(indicator: str) -> str:
    """Return the key under which people keep a day of their own for looking at an indicator next."""
    return f"indicator.{indicator}.due"


def due_on(record: VisitRecord, indicator: Indicator) -> date | None:
    """Return when an indicator is to be looked at next: on the day people chose, if it lies after its last value;
    else so many months after that value, at once without one.

    None when the programme gives no rhythm. "At once" is the first day of the visit, or None while it has no date.
    """
    found = (_day(one.on) for one in reversed(readings(record, indicator.code)) if one.value.strip())
    last = next((day for day in found if day), None)
    chosen = _day(str(record.answer(due_key(indicator.code)).value or ""))
    if chosen and (last is None or chosen > last):
        return chosen
    months = record.framework.measures.months(indicator)
    if not months:
        return None
    return months_after(last, months) if last else _day(record.visit.starts_on)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
