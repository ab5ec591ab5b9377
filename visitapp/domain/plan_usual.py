"""The usual day of a programme as slots of a plan, and where a day has room."""

from collections.abc import Iterable, Sequence

from visitapp.domain.framework import Framework, UsualSlot
from visitapp.domain.ids import new_id
from visitapp.domain.plan_days import day_for, number_of
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

_FIRST_MINUTE, _NOON = 9 * 60, 12 * 60


def usual_slots(record: VisitRecord) -> tuple[Slot, ...]:
    """Return what the usual days have and a plan has not: at their hours where these are free, else at the end.

    An activity already planned on any day is left alone, and a day with a break gets no other. Every day is a school
    day of the visit.
    """
    planned = {slot.activity for slot in record.slots if slot.activity}
    rested = {number_of(record, slot.day) for slot in record.slots if slot.is_break}
    found: list[Slot] = []
    for one in _usual(record.framework):
        if one.activity in planned or (not one.activity and one.day in rested):
            continue
        day, there = day_for(record, one.day), [*record.slots, *found]
        begin = one.starts if _is_free(there, day, one.starts, one.ends) else end_of_day(there, day)
        ends = begin + (one.ends - one.starts)
        found.append(Slot(new_id(), record.visit_id, day, begin, ends, one.activity, one.title))
    return tuple(found)


def end_of_day(slots: Iterable[Slot], day: int) -> int:
    """Return the minute at which a day's plan ends, nine o'clock for an empty day."""
    return max((slot.ends for slot in slots if slot.day == day), default=_FIRST_MINUTE)


def gap_for_break(slots: Sequence[Slot], day: int, minutes: int) -> int | None:
    """Return where a break of so many minutes fits between activities, nearest to noon; None where it does not."""
    homes = sorted((one.starts, one.ends) for one in slots if one.day == day and not one.part_of)
    until, found = 0, list[int]()
    for starts, ends in homes:
        if until and starts - until >= minutes:
            found += [until, starts - minutes]
        until = max(until, ends)
    return min(found, key=lambda begin: abs(begin - _NOON), default=None)


def _usual(framework: Framework) -> tuple[UsualSlot, ...]:
    """Return the usual days; where a programme tells none, its required activities one after the other."""
    if framework.usual:
        return framework.usual
    ends: dict[int, int] = {}
    found: list[UsualSlot] = []
    for one in framework.activities:
        for day in one.days if one.required else ():
            begin = ends.get(day, _FIRST_MINUTE)
            ends[day] = begin + one.minutes[0]
            found.append(UsualSlot(begin, ends[day], one.code, day=day))
    return tuple(found)


def _is_free(slots: Iterable[Slot], day: int, starts: int, ends: int) -> bool:
    return not any(one.day == day and one.starts < ends and starts < one.ends for one in slots)
