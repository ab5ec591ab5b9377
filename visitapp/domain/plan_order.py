"""Classroom visits in the order of the clock: one takes another place, and the rest make room."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from visitapp.domain.visit import Slot


def lessons_in(slots: Sequence[Slot], home: Slot) -> tuple[Slot, ...]:
    """Return the classroom visits inside an activity, by the clock."""
    inside = (slot for slot in slots if slot.part_of == home.id)
    return tuple(sorted(inside, key=lambda one: (one.starts, one.id)))


def placed(slots: Sequence[Slot], lesson: Slot, home: Slot, place: int) -> tuple[Slot, ...]:
    """Return the slots as they become when a classroom visit takes a place, from 0, among those of an activity.

    In its own activity it and those it passes keep their lengths, and the gaps stay where they were. In another it
    begins when the visit before it ends, and those after it make room. The activity is never shorter than they are.
    """
    others = [one for one in lessons_in(slots, home) if one.id != lesson.id]
    place = max(0, min(place, len(others)))
    inside = [*others[:place], lesson, *others[place:]]
    moved = _rolled(lessons_in(slots, home), inside) if lesson.part_of == home.id else _let_in(inside, home, place)
    return _changed(slots, (*moved, _holding(home, moved)))


def put_at(slots: Sequence[Slot], lesson: Slot, home: Slot, starts: int) -> tuple[Slot, ...]:
    """Return the slots as they become when a classroom visit starts at a minute inside an activity."""
    begins = max(home.starts, min(starts, home.ends - lesson.minutes))
    moved = _inside(lesson, home, begins)
    return _changed(slots, (moved, _holding(home, [moved])))


def _rolled(before: Sequence[Slot], after: Sequence[Slot]) -> list[Slot]:
    """Return visits in another order, from the start of the first, with the gaps there were between them."""
    gaps = [max(0, later.starts - earlier.ends) for earlier, later in pairwise(before)]
    different = [number for number, pair in enumerate(zip(before, after, strict=True)) if pair[0].id != pair[1].id]
    if not different:
        return []
    first, last = different[0], different[-1]
    begins, moved = before[first].starts, list[Slot]()
    for number, slot in enumerate(after[first : last + 1], first):
        moved.append(replace(slot, starts=begins, ends=begins + slot.minutes))
        begins = moved[-1].ends + (gaps[number] if number < last else 0)
    return moved


def _let_in(inside: Sequence[Slot], home: Slot, place: int) -> list[Slot]:
    until = inside[place - 1].ends if place else home.starts
    moved = [_inside(inside[place], home, until)]
    for slot in inside[place + 1 :]:
        until = moved[-1].ends
        if slot.starts >= until:
            break
        moved.append(replace(slot, starts=until, ends=until + slot.minutes))
    return moved


def _inside(lesson: Slot, home: Slot, begins: int) -> Slot:
    ends = begins + lesson.minutes
    return replace(lesson, part_of=home.id, day=home.day, activity=home.activity, starts=begins, ends=ends)


def _holding(home: Slot, inside: Sequence[Slot]) -> Slot:
    return replace(home, ends=max([home.ends, *(one.ends for one in inside)]))


def _changed(slots: Sequence[Slot], wanted: Sequence[Slot]) -> tuple[Slot, ...]:
    known = {one.id: one for one in slots}
    return tuple(one for one in wanted if known.get(one.id) != one)
