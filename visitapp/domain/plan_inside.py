"""Classroom visits and the time of the activity they are part of: what lies outside it, and how it is put right."""

from collections.abc import Sequence
from dataclasses import replace

from visitapp.domain.plan_order import lessons_in
from visitapp.domain.visit import Slot


def outside(slots: Sequence[Slot]) -> tuple[tuple[Slot, Slot], ...]:
    """Return the classroom visits that are not within the time of their activity, each with that activity."""
    homes = {one.id: one for one in slots if not one.part_of}
    pairs = ((one, homes[one.part_of]) for one in slots if one.part_of in homes)
    return tuple((lesson, home) for lesson, home in pairs if not _is_inside(lesson, home))


def room_in(slots: Sequence[Slot], home: Slot, minutes: int) -> int | None:
    """Return the minute at which an activity has room for one more classroom visit: after its last, else in the first
    gap; None when it has none."""
    lessons = [one for one in _of_its_day(slots, home) if one.minutes]
    return _begin(lessons, home, minutes)


def lengthened(slots: Sequence[Slot], home: Slot) -> tuple[Slot, ...]:
    """Return an activity as it becomes when it takes in all its classroom visits of its day; nothing when it does."""
    lessons = _of_its_day(slots, home)
    starts = min([home.starts, *(one.starts for one in lessons)])
    ends = max([home.ends, *(one.ends for one in lessons)])
    wanted = replace(home, starts=starts, ends=ends)
    return () if wanted == home else (wanted,)


def moved_in(slots: Sequence[Slot], home: Slot) -> tuple[Slot, ...]:
    """Return the classroom visits outside an activity as they become when each takes a gap inside; nothing when
    there is not room for all, or none is outside."""
    lessons = list(lessons_in(slots, home))
    kept = [one for one in lessons if _is_inside(one, home)]
    moved: list[Slot] = []
    for one in lessons:
        if one in kept:
            continue
        starts = _begin([*kept, *moved], home, one.minutes)
        if starts is None:
            return ()
        moved.append(replace(one, day=home.day, starts=starts, ends=starts + one.minutes))
    return tuple(moved)


def _of_its_day(slots: Sequence[Slot], home: Slot) -> tuple[Slot, ...]:
    return tuple(one for one in lessons_in(slots, home) if one.day == home.day)


def _begin(lessons: Sequence[Slot], home: Slot, minutes: int) -> int | None:
    ordered = sorted(lessons, key=lambda one: one.starts)
    last = max([home.starts, *(one.ends for one in ordered)])
    if last + minutes <= home.ends:
        return last
    until = home.starts
    for one in ordered:
        if one.starts - until >= minutes and until + minutes <= home.ends:
            return until
        until = max(until, one.ends)
    return None


def _is_inside(lesson: Slot, home: Slot) -> bool:
    return lesson.day == home.day and home.starts <= lesson.starts and lesson.ends <= home.ends
