"""A classroom visit in full: which class, in what, where, with whom, and for which part of the team."""

from visitapp.domain.handed_lists import slot_words
from visitapp.domain.plan_pairs import team_words
from visitapp.domain.planning import clock
from visitapp.domain.record import VisitRecord
from visitapp.domain.subject_words import inside_a_line
from visitapp.domain.text import one_line
from visitapp.domain.visit import Slot


def lesson_words(record: VisitRecord, slot: Slot) -> str:
    """Return a classroom visit in one line, such as "09:50 Room 1, Year 1 phonics, with the class teacher".

    Who is there and who goes is left out where the activity around it says the same.
    """
    home = record.find("slot", slot.part_of)
    around = home if isinstance(home, Slot) else Slot("")
    people, team = one_line(slot.people), team_words(record, slot)
    parts = (
        one_line(slot.place),
        lesson_name(record, slot),
        _with(people) if people != one_line(around.people) else "",
        f"team: {team}" if team and set(slot.team) != set(around.team) else "",
    )
    return f"{clock(slot.starts)} {', '.join(part for part in parts if part)}"


def lesson_name(record: VisitRecord, slot: Slot) -> str:
    """Return what a classroom visit is of: its year group, its own title and its subject, each said once."""
    title = one_line(slot.title)
    if not title:
        return slot_words(record.framework, slot) if slot.years or slot.subject else "Classroom visit"
    years = [code for code in slot.years if not _says(record, "years", code, title)]
    named = " ".join([", ".join(record.framework.label("years", code) for code in years), title]).strip()
    if not slot.subject or _says(record, "subjects", slot.subject, title):
        return named
    return f"{named}, {inside_a_line(record.framework.label('subjects', slot.subject))}"


def _with(people: str) -> str:
    return people if not people or people.casefold().startswith("with ") else f"with {people}"


def _says(record: VisitRecord, role: str, code: str, title: str) -> bool:
    """Return whether a title has the word of a code in it, as it is or shortened."""
    vocabulary = record.framework.vocabularies.get(role)
    term = vocabulary.term(code) if vocabulary else None
    words = f" {title.casefold()} ".replace("/", " ").replace(",", " ")
    known = (term.label, term.short) if term else (code,)
    return any(f" {one.casefold()} " in words for one in known if one)
