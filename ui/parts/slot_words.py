"""A slot of the day in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from visitapp.domain.plan_calendar import team_words
from visitapp.domain.planning import clock
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot


def slot_title(record: VisitRecord, slot: Slot) -> str:
    """Return what a slot is called: its own title, its lesson, its activity, or a break."""
    if slot.title:
        return slot.title
    if slot.part_of:
        return lesson_title(record, slot)
    activity = record.framework.activity(slot.activity)
    return activity.title if activity else _tr("Break")


def lesson_title(record: VisitRecord, slot: Slot) -> str:
    """Return a lesson in a few letters, such as "Y4 Maths"."""
    years = "/".join(short_term(record, "years", code) for code in slot.years)
    subject = short_term(record, "subjects", slot.subject) if slot.subject else ""
    return " ".join(part for part in (years, subject) if part) or _tr("Classroom visit")


def short_term(record: VisitRecord, role: str, code: str) -> str:
    """Return the short form of a code of a vocabulary, or its label."""
    vocabulary = record.framework.vocabularies.get(role)
    term = vocabulary.term(code) if vocabulary else None
    return (term.short or term.label) if term else code


def slot_line(record: VisitRecord, slot: Slot) -> str:
    """Return who and where, and which part of the team, in one quiet line."""
    return "  \u00b7  ".join(part for part in (team_words(record, slot), slot.people, slot.place) if part)


def slot_name(record: VisitRecord, slot: Slot) -> str:
    """Return a slot in one spoken sentence, such as "Leadership discussion, 08:45 to 09:45, headteacher"."""
    hours = _tr("{start} to {end}").format(start=clock(slot.starts), end=clock(slot.ends))
    groups = ", ".join(record.framework.label("groups", code) for code in slot.groups)
    parts = (slot_title(record, slot), hours, slot.people, slot.place, groups, team_words(record, slot))
    return ", ".join(part for part in parts if part)


def overlap_sentence(record: VisitRecord, first: Slot, second: Slot) -> str:
    """Return in plain words that one slot starts before another has ended."""
    words = _tr("{second} starts at {start}, before {first} ends at {end}.")
    names = {"first": slot_title(record, first), "second": slot_title(record, second)}
    return words.format(start=clock(second.starts), end=clock(first.ends), **names)


def visit_days(record: VisitRecord) -> int:
    """Return how many days the plan has: as the dates say, as the framework says, or as is planned."""
    first, last = record.visit.starts_on, record.visit.ends_on
    dated = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 if first and last else 1
    return max(1, record.framework.days, dated, max((slot.day for slot in record.slots), default=1))


def _tr(text: str) -> str:
    return QCoreApplication.translate("SlotWords", text)
