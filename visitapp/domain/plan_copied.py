"""Last year's plan for this year's visit: the same days and hours, with roles in place of people."""

from collections.abc import Callable, Collection
from dataclasses import replace

from visitapp.domain.framework import Activity, Framework
from visitapp.domain.ids import new_id
from visitapp.domain.plan_days import day_for, number_of, school_days
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

HasNames = Callable[[str], bool]
"""Whether somebody is named in a text."""


def copied_plan(earlier: VisitRecord, record: VisitRecord, has_names: HasNames) -> tuple[Slot, ...]:
    """Return the slots of an earlier visit for another, each activity with its lessons, none that is planned already.

    The first school day stays the first, and so on; what was on a school day this visit does not have is left out.
    An activity goes by its code, else by its title; one the programme no longer has is left out.
    Text in which somebody is named gives way to whom the programme suggests; the pairs of a team are not kept.
    """
    planned = {(slot.day, slot.activity) for slot in record.slots if not slot.part_of}
    copied: list[Slot] = []
    days = {slot.day: _day(earlier, record, slot.day) for slot in earlier.slots}
    shown = [replace(slot, day=day) for slot in earlier.slots if (day := days[slot.day]) is not None]
    for home in (slot for slot in shown if not slot.part_of):
        activity = _same(earlier.framework, record.framework, home.activity)
        code = activity.code if activity else ""
        if (home.activity and activity is None) or (home.day, code) in planned:
            continue
        lessons = [slot for slot in shown if slot.part_of == home.id]
        copied += _copied(record, home, lessons if activity and activity.lessons else [], code, has_names)
    return tuple(copied)


def _day(earlier: VisitRecord, record: VisitRecord, day: int) -> int | None:
    """Return the day of a visit that is the same school day as one of an earlier visit; None when it has none."""
    number = number_of(earlier, day) or sum(one <= day for one in school_days(earlier))
    return day_for(record, number) if number <= len(school_days(record)) else None


def _copied(
    record: VisitRecord, home: Slot, lessons: list[Slot], activity: str, has_names: HasNames
) -> tuple[Slot, ...]:
    made = _for_visit(record, home, activity, has_names)
    inside = (replace(_for_visit(record, one, activity, has_names), part_of=made.id) for one in lessons)
    return (made, *inside)


def _for_visit(record: VisitRecord, slot: Slot, activity: str, has_names: HasNames) -> Slot:
    known = record.framework.activity(activity)
    suggested = known.people if known and not slot.part_of else ""
    return replace(
        slot,
        id=new_id(),
        visit_id=record.visit_id,
        activity=activity,
        title="" if has_names(slot.title) else slot.title,
        people=suggested if has_names(slot.people) else slot.people,
        years=_known(record.framework, "years", slot.years),
        subject=next(iter(_known(record.framework, "subjects", (slot.subject,))), ""),
        groups=_known(record.framework, "groups", slot.groups),
        team=(),
    )


def _known(framework: Framework, role: str, codes: Collection[str]) -> tuple[str, ...]:
    vocabulary = framework.vocabularies.get(role)
    return tuple(code for code in codes if vocabulary and vocabulary.term(code))


def _same(then: Framework, now: Framework, code: str) -> Activity | None:
    before = then.activity(code)
    titled = next((one for one in now.activities if before and one.title.lower() == before.title.lower()), None)
    return now.activity(code) or titled
