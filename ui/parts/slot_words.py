"""A slot of the day in words."""

import re

from PySide6.QtCore import QCoreApplication

from visitapp.domain.plan_days import day_title, number_of, plan_days
from visitapp.domain.plan_inside import outside
from visitapp.domain.plan_pairs import team_words
from visitapp.domain.plan_words import lesson_name
from visitapp.domain.planning import clock
from visitapp.domain.record import VisitRecord
from visitapp.domain.subject_words import inside_a_line
from visitapp.domain.visit import Slot

_LONGEST_SUBJECT = 9
"""The most letters of a subject that is not shortened on a card."""


def slot_title(record: VisitRecord, slot: Slot) -> str:
    """Return what a slot is called: its own title, its lesson, its activity, or a break."""
    if slot.title:
        return lesson_name(record, slot) if slot.part_of else slot.title
    if slot.part_of:
        return lesson_title(record, slot)
    activity = record.framework.activity(slot.activity)
    return activity.title if activity else _tr("Break")


def lesson_title(record: VisitRecord, slot: Slot) -> str:
    """Return a lesson in a few letters, such as "Y4 maths"."""
    subject = subject_word(record, slot.subject)
    return " ".join(part for part in (_short_years(record, slot), subject) if part) or _tr("Classroom visit")


def lesson_label(record: VisitRecord, slot: Slot) -> str:
    """Return what stands on a lesson's card: a title that only says year and subject is said as every other is."""
    label = record.framework.label
    years = " / ".join(label("years", code) for code in slot.years)
    title = slot.title.strip()
    rest = title[len(years) :].strip() if years and title.lower().startswith(f"{years.lower()} ") else ""
    if not title:
        return lesson_title(record, slot)
    if rest.lower() in {one.lower() for one in _names_of(record, slot.subject)}:
        return lesson_title(record, slot)
    return f"{_short_years(record, slot)} {rest}" if rest else _with_years(record, slot, title)


def subject_word(record: VisitRecord, code: str) -> str:
    """Return a subject as a word inside a line, such as "maths", "PE" or "English"; empty for none."""
    vocabulary = record.framework.vocabularies.get("subjects")
    term = vocabulary.term(code) if vocabulary and code else None
    if term is None:
        return code
    return inside_a_line(term.label if len(term.label) <= _LONGEST_SUBJECT else term.short or term.label)


def _with_years(record: VisitRecord, slot: Slot, title: str) -> str:
    """Return a title after the year groups it does not name itself."""
    words = re.sub(r"[^\w/]+", " ", title.lower())
    said = f" {words} "
    terms = ((code, record.framework.label("years", code)) for code in slot.years)
    unsaid = [short_term(record, "years", code) for code, label in terms if f" {label.lower()} " not in said]
    return " ".join(
        part for part in ("/".join(one for one in unsaid if f" {one.lower()} " not in said), title) if part
    )


def _short_years(record: VisitRecord, slot: Slot) -> str:
    return "/".join(short_term(record, "years", code) for code in slot.years)


def _names_of(record: VisitRecord, code: str) -> tuple[str, ...]:
    return tuple(
        one for one in (record.framework.label("subjects", code), short_term(record, "subjects", code)) if one
    )


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
    out = next((home for one, home in outside(record.slots) if one.id == slot.id), None)
    away = _tr("outside {home}").format(home=slot_title(record, out)) if out else ""
    parts = (slot_title(record, slot), hours, slot.people, slot.place, groups, team_words(record, slot), away)
    return ", ".join(part for part in parts if part)


def home_words(record: VisitRecord, home: Slot) -> str:
    """Return an activity that takes classroom visits, such as "Learning walk, 09:45" or with its day."""
    start = clock(home.starts)
    when = f"{day_name(record, home.day)}, {start}" if len(plan_days(record)) > 1 else start
    return f"{slot_title(record, home)}, {when}"


def day_name(record: VisitRecord, day: int) -> str:
    """Return what a day of the visit is called inside a line, such as "day 2"; a weekend day by its date."""
    number = number_of(record, day)
    return _tr("day {day}").format(day=number) if number else day_title(record, day)


def overlap_sentence(record: VisitRecord, first: Slot, second: Slot) -> str:
    """Return in plain words that one slot starts before another has ended."""
    words = _tr("{second} starts at {start}, before {first} ends at {end}.")
    names = {"first": slot_title(record, first), "second": slot_title(record, second)}
    return words.format(start=clock(second.starts), end=clock(first.ends), **names)


def outside_sentence(record: VisitRecord, lesson: Slot, home: Slot) -> str:
    """Return in plain words that a classroom visit is at another time than the activity it is part of."""
    words = _tr("{lesson}, {at}, is outside {home}, {start} to {end}.")
    names = {"lesson": slot_title(record, lesson), "home": slot_title(record, home)}
    hours = {"at": clock(lesson.starts), "start": clock(home.starts), "end": clock(home.ends)}
    return words.format(**names, **hours)


def no_room_words(record: VisitRecord, home: Slot) -> str:
    """Return that an activity has no room for a classroom visit just planned."""
    return _tr("No room is left in {home}. The visit is after it.").format(home=slot_title(record, home))


def removed_words(record: VisitRecord, slot: Slot) -> str:
    """Return that a slot was taken out of the plan."""
    return _tr("{title} taken out of the plan. Ctrl+Z brings it back.").format(title=slot_title(record, slot))


def _tr(text: str) -> str:
    return QCoreApplication.translate("SlotWords", text)
