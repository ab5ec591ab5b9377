"""The plan of a visit as appointments: what a calendar is told, and nothing it should not know."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from visitapp.domain.handed_lists import slot_words
from visitapp.domain.plan_days import day_of_visit
from visitapp.domain.plan_pairs import team_words
from visitapp.domain.plan_words import lesson_words
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import one_line
from visitapp.domain.visit import Slot

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
