"""The plan of a visit as appointments: what a calendar is told, and nothing it should not know."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from visitapp.domain.handed_lists import slot_words
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import one_line
from visitapp.domain.visit import Slot
from visitapp.domain.weighed import members

_LAST_MINUTE = 24 * 60


@dataclass(frozen=True, slots=True)
class Appointment:
    """One activity: `starts` and `ends` are local times in the United Kingdom. `uid` is the same at every sending."""

    uid: str
    starts: datetime
    ends: datetime
    title: str
    place: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class PlanCalendar:
    """All appointments of a visit; `sequence` grows at each sending, `stamp` is aware UTC."""

    title: str
    sequence: int
    stamp: datetime
    appointments: tuple[Appointment, ...]


def plan_calendar(record: VisitRecord, sequence: int, stamp: datetime) -> PlanCalendar:
    """Return an appointment for each activity and break that has a day, and its classroom visits in its words.

    A title says what and where, never what was found. A visit without a date has no appointments.
    """
    title = f"{record.framework.short or record.framework.noun}: {one_line(record.school.name)}"
    homes = [slot for slot in record.slots if not slot.part_of]
    found = (_appointment(record, slot) for slot in homes if slot.minutes)
    return PlanCalendar(title, sequence, stamp, tuple(one for one in found if one is not None))


def day_of_visit(record: VisitRecord, day: int) -> date | None:
    """Return the date of a day of the visit, or None while the visit has no date."""
    try:
        return date.fromisoformat(record.visit.starts_on) + timedelta(days=day - 1)
    except ValueError:
        return None


def team_words(record: VisitRecord, slot: Slot) -> str:
    """Return which part of the team does something, by name, else by role; empty when all do."""
    chosen = [one for one in members(record) if one.id in slot.team]
    return ", ".join(one_line(one.name) or one_line(one.role) for one in chosen if one.name or one.role)


def lesson_words(record: VisitRecord, slot: Slot) -> str:
    """Return a classroom visit in one line, such as "09:50 Room 1, Year 1 phonics"."""
    what = ", ".join(part for part in (one_line(slot.place), slot_words(record.framework, slot)) if part)
    return f"{slot.starts // 60:02d}:{slot.starts % 60:02d} {what}"


def _appointment(record: VisitRecord, slot: Slot) -> Appointment | None:
    day = day_of_visit(record, slot.day)
    if day is None:
        return None
    lessons = [lesson_words(record, one) for one in record.slots if one.part_of == slot.id]
    team = team_words(record, slot)
    says = (
        f"With {one_line(slot.people)}" if slot.people.strip() else "",
        f"Of the team: {team}" if team else "",
        *lessons,
    )
    return Appointment(
        uid=f"{slot.id}@visitapp",
        starts=_moment(day, slot.starts),
        ends=_moment(day, slot.ends),
        title=f"{one_line(slot_words(record.framework, slot))} ({one_line(record.school.name)})",
        place=one_line(slot.place),
        says="\n".join(part for part in says if part),
    )


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=min(minute, _LAST_MINUTE))
