"""Checks on a day plan: pure rules, each named for the kind a framework asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from visitapp.domain.framework import PlanRule
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot


@dataclass(frozen=True, slots=True)
class RuleResult:
    """Whether a rule is met, and the facts in words."""

    rule: PlanRule
    met: bool
    note: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A minute of a day of the visit; day 1 is the first, days before it are 0 and less."""

    day: int
    minute: int

    def minutes_left(self, slot: Slot) -> int:
        """Return the minutes until a slot ends, below zero once it is over."""
        return (slot.day - self.day) * 24 * 60 + slot.ends - self.minute

    def minutes_until(self, slot: Slot) -> int:
        """Return the minutes until a slot starts, zero or less once it has."""
        return (slot.day - self.day) * 24 * 60 + slot.starts - self.minute


def plan_results(record: VisitRecord) -> tuple[RuleResult, ...]:
    """Return the result of every plan rule of the visit's framework, in its order."""
    return tuple(RuleResult(rule, *_RULES[rule.kind](record, rule)) for rule in record.framework.plan_rules)


def overlapping(slots: tuple[Slot, ...]) -> tuple[tuple[Slot, Slot], ...]:
    """Return pairs of neighbouring slots of one day that overlap; lessons are compared with lessons only."""
    pairs: list[tuple[Slot, Slot]] = []
    for inside in (False, True):
        row = [slot for slot in slots if bool(slot.part_of) is inside]
        pairs += [(a, b) for a, b in pairwise(row) if a.day == b.day and b.starts < a.ends]
    return tuple(pairs)


def minutes_on_site(slots: tuple[Slot, ...], day: int | None = None) -> int:
    """Return the minutes planned for activities, breaks not counted and overlaps counted once."""
    total = 0
    for this_day in sorted({slot.day for slot in slots if day in (None, slot.day)}):
        until = 0
        for slot in slots:
            if slot.day == this_day and slot.activity and not slot.part_of:
                total += max(0, slot.ends - max(slot.starts, until))
                until = max(until, slot.ends)
    return total


def current_slot(slots: tuple[Slot, ...], day: int, minute: int) -> Slot | None:
    """Return the innermost slot running at a minute of a day: a lesson before the activity it is part of."""
    running = [slot for slot in slots if slot.day == day and slot.starts <= minute < slot.ends]
    return max(running, key=lambda slot: (bool(slot.part_of), slot.starts), default=None)


def next_slot(slots: tuple[Slot, ...], after: Slot) -> Slot | None:
    """Return what comes after a slot: the next lesson of the same activity, else the next activity."""
    later = [slot for slot in slots if (slot.day, slot.starts) > (after.day, after.starts)]
    lessons = [slot for slot in later if after.part_of and slot.part_of == after.part_of]
    return next(iter(lessons), None) or next((slot for slot in later if not slot.part_of and slot.activity), None)


def lessons_of(record: VisitRecord, activity: str) -> tuple[Slot, ...]:
    """Return the classroom visits planned inside an activity."""
    homes = {slot.id for slot in record.slots if slot.activity == activity and not slot.part_of}
    return tuple(slot for slot in record.slots if slot.part_of in homes)


def clock(minute: int) -> str:
    """Return minutes from midnight as 24-hour time, such as 08:45."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def length(minutes: int) -> str:
    """Return a length in hours and minutes, such as "5 h 45 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part
    )


def _time_on_site(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    days = max(1, record.framework.days)
    shortest = min(minutes_on_site(record.slots, day) for day in range(1, days + 1))
    note = f"{length(shortest)}, breaks not counted" + (" on the shortest day" if days > 1 else "")
    return shortest >= rule.minutes, note


def _agreed_before(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    visit = record.visit
    if not visit.agreed_on or not visit.starts_on:
        return False, "Not agreed yet" if not visit.agreed_on else "No date set"
    days = (date.fromisoformat(visit.starts_on) - date.fromisoformat(visit.agreed_on)).days
    return days >= rule.days, f"Agreed {days} {'day' if days == 1 else 'days'} before"


def _activity_planned(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    found = next((slot for slot in record.slots if slot.activity == rule.activity and not slot.part_of), None)
    return (True, f"{clock(found.starts)} to {clock(found.ends)}") if found else (False, "Not in the plan")


def _lessons_planned(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    count = len(lessons_of(record, rule.activity))
    return count > 0, f"{count} {'visit' if count == 1 else 'visits'} planned" if count else "None planned"


def _groups_in_lessons(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    lessons = lessons_of(record, rule.activity)
    having = [slot for slot in lessons if slot.groups]
    return bool(having), f"In {len(having)} of {len(lessons)} visits" if lessons else "No visits planned"


def _people_at(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    for slot in record.slots:
        if slot.activity == rule.activity and any(word.lower() in slot.people.lower() for word in rule.words):
            return True, slot.people
    return False, "Nobody named yet"


_RULES: dict[str, Callable[[VisitRecord, PlanRule], tuple[bool, str]]] = {
    "time-on-site": _time_on_site,
    "agreed-before": _agreed_before,
    "activity-planned": _activity_planned,
    "lessons-planned": _lessons_planned,
    "groups-in-lessons": _groups_in_lessons,
    "people-at": _people_at,
}
