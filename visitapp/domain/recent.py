"""The lessons a reviewer was in last, to go back to with one action."""

from dataclasses import dataclass, replace

from visitapp.domain.evidence import Context
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot


@dataclass(frozen=True, slots=True)
class Lesson:
    """Years and a subject that were seen together."""

    years: tuple[str, ...]
    subject: str


def recent_lessons(record: VisitRecord, now: Context, most: int = 3) -> tuple[Lesson, ...]:
    """Return the last pairs of years and subject that have a note, the latest first, without the pair in force."""
    here = Lesson(now.years, now.subject)
    found: dict[Lesson, None] = {}
    for note in reversed(record.notes):
        if len(found) >= most:
            break
        lesson = Lesson(note.years, note.subject)
        if note.years and note.subject and lesson != here:
            found.setdefault(lesson)
    return tuple(found)


def in_lesson(record: VisitRecord, context: Context, lesson: Lesson) -> Context:
    """Return the context moved into a lesson, and into its place in the plan where it has one."""
    moved = replace(context, years=lesson.years, subject=lesson.subject)
    planned = _planned(record, lesson)
    if planned is None or planned.id == context.slot_id:
        return moved
    prompt = context.prompt if planned.activity == context.activity else ""
    return replace(moved, activity=planned.activity, slot_id=planned.id, prompt=prompt)


def _planned(record: VisitRecord, lesson: Lesson) -> Slot | None:
    """Return the last lesson of the plan with these years and subject, or None."""
    lessons = [slot for slot in record.slots if slot.part_of and Lesson(slot.years, slot.subject) == lesson]
    return lessons[-1] if lessons else None
