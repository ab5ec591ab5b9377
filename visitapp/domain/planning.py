"""Checks on a day plan: pure rules, each named for the kind a framework asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from visitapp.domain.framework import PlanRule
from visitapp.domain.plan_days import day_of_visit, school_days, weekend_days
from visitapp.domain.plan_inside import outside
from visitapp.domain.plan_pairs import is_for
from visitapp.domain.record import VisitRecord
from visitapp.domain.team_words import listed
from visitapp.domain.usual import taught_years
from visitapp.domain.visit import Slot

_MOST = 4
"""How many years or classes a note names before it counts the rest."""
_WEEKEND, _OUTSIDE = "school-days", "lessons-inside"


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
    """Return the result of every plan rule of the visit's framework, in order, after what is wrong in any."""
    asked = (RuleResult(rule, *_RULES[rule.kind](record, rule)) for rule in record.framework.plan_rules)
    return (*_faults(record), *asked)


def overlapping(slots: tuple[Slot, ...]) -> tuple[tuple[Slot, Slot], ...]:
    """Return pairs of slots of one day that overlap and want the same people, the earlier first; lessons are compared
    with lessons only. Two parts of a team can be in two places."""
    pairs: list[tuple[Slot, Slot]] = []
    for inside in (False, True):
        row = [slot for slot in slots if bool(slot.part_of) is inside]
        pairs += [(a, b) for a, b in combinations(row, 2) if a.day == b.day and b.starts < a.ends and _share(a, b)]
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


def current_slot(slots: tuple[Slot, ...], day: int, minute: int, member_id: str = "") -> Slot | None:
    """Return the innermost slot running at a minute of a day: a lesson before the activity it is part of, and what is
    for a member of the team before what is for others."""
    running = [slot for slot in slots if slot.day == day and slot.starts <= minute < slot.ends]
    own = [slot for slot in running if is_for(slots, slot, member_id)]
    return max(own or running, key=lambda slot: (bool(slot.part_of), slot.starts), default=None)


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


def reason_key(rule: PlanRule) -> str:
    """Return the key under which it is answered, in words, why a rule is not met."""
    return f"plan.{rule.code}"


def takes_reason(rule: PlanRule) -> bool:
    """Return whether a rule is also met by saying why not."""
    return rule.kind == "years-planned"


def years_left_out(record: VisitRecord, activity: str) -> tuple[str, ...]:
    """Return the year groups the school teaches that no lesson of an activity is planned in, youngest first."""
    planned = {year for slot in lessons_of(record, activity) for year in slot.years}
    return tuple(year for year in taught_years(record) if year not in planned)


def first_wrong(record: VisitRecord, rule: PlanRule) -> Slot | None:
    """Return the first slot because of which a plan is wrong under any programme, None for what a programme asks."""
    if rule.kind == _OUTSIDE:
        return next((lesson for lesson, _ in outside(record.slots)), None)
    weekend = weekend_days(record) if rule.kind == _WEEKEND else ()
    return next((one for one in record.slots if day_of_visit(record, one.day) in weekend), None)


def _faults(record: VisitRecord) -> Iterator[RuleResult]:
    """Yield what no programme wants: a day at a weekend, a classroom visit at another time than its activity."""
    weekend = [f"{day:%A} {day.day} {day:%B}" for day in weekend_days(record)]
    if weekend:
        words = f"{listed(weekend, _MOST)} {'is' if len(weekend) == 1 else 'are'} no school day"
        yield RuleResult(PlanRule("on-school-days", _WEEKEND, "On school days"), False, words)
    out = outside(record.slots)
    if out:
        count = f"{len(out)} {'visit is' if len(out) == 1 else 'visits are'} outside"
        rule = PlanRule("visits-in-time", _OUTSIDE, "Visits within their activity", activity=out[0][1].activity)
        yield RuleResult(rule, False, count)


def _share(one: Slot, other: Slot) -> bool:
    return not one.team or not other.team or not set(one.team).isdisjoint(other.team)


def _time_on_site(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    days = max(1, record.framework.days)
    shortest = min(minutes_on_site(record.slots, day) for day in school_days(record)[:days])
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


def _years_planned(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    if not lessons_of(record, rule.activity):
        return False, "No visits planned"
    missing = [record.framework.label("years", year) for year in years_left_out(record, rule.activity)]
    why = record.answer(reason_key(rule)).note.strip()
    if missing:
        return bool(why), why or f"Not {listed(missing, _MOST)}. Add a visit, or note why not"
    return True, "Every year group" if taught_years(record) else "The school has no year groups of its own"


def _classes_named(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    """A class of two years is one visit with both; a room that is down for two years may be such a class."""
    lessons = lessons_of(record, rule.activity)
    unnamed = sum(not slot.years for slot in lessons)
    if not lessons or unnamed:
        says = "1 visit names" if unnamed == 1 else f"{unnamed} visits name"
        return False, f"{says} no year group" if lessons else "No visits planned"
    for one, other in combinations(lessons, 2):
        if one.place and one.place == other.place and set(one.years).isdisjoint(other.years):
            named = f"{_class_words(record, one)} and {_class_words(record, other)}"
            return False, f"{one.place} is down for {named}. If it is one class, choose both years"
    mixed = sorted({_class_words(record, slot) for slot in lessons if len(slot.years) > 1})
    return True, f"Mixed-age: {listed(mixed, _MOST)}" if mixed else "Each visit is of one year group"


def _class_words(record: VisitRecord, slot: Slot) -> str:
    return "/".join(record.framework.label("years", year) for year in slot.years)


def _people_at(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    for slot in record.slots:
        if slot.activity == rule.activity and _names_one(slot.people, rule):
            return True, slot.people
    return False, "Nobody named yet"


def _people_at_lessons(record: VisitRecord, rule: PlanRule) -> tuple[bool, str]:
    """Whoever is named for an activity comes along on every visit inside it."""
    homes = {slot.id: slot.people for slot in record.slots if not slot.part_of}
    lessons = lessons_of(record, rule.activity)
    if not lessons:
        return False, "No visits planned"
    named = sum(_names_one(f"{slot.people}\n{homes[slot.part_of]}", rule) for slot in lessons)
    count = "1 visit" if len(lessons) == 1 else f"{len(lessons)} visits"
    return named == len(lessons), f"Named for {named} of {count}"


def _names_one(people: str, rule: PlanRule) -> bool:
    return any(word.lower() in people.lower() for word in rule.words)


_RULES: dict[str, Callable[[VisitRecord, PlanRule], tuple[bool, str]]] = {
    "time-on-site": _time_on_site,
    "agreed-before": _agreed_before,
    "activity-planned": _activity_planned,
    "lessons-planned": _lessons_planned,
    "groups-in-lessons": _groups_in_lessons,
    "years-planned": _years_planned,
    "classes-named": _classes_named,
    "people-at": _people_at,
    "people-at-lessons": _people_at_lessons,
}
