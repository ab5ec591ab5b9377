"""What is usually wanted in a visit: the subjects and year groups to offer before the rest of their lists."""

from visitapp.domain.framework import Term
from visitapp.domain.record import VisitRecord


def usual_subjects(record: VisitRecord) -> tuple[str, ...]:
    """Return the subjects of the day plan and of the notes so far with the common ones, in the list's order."""
    used = {slot.subject for slot in record.slots} | {note.subject for note in record.notes}
    return tuple(term.code for term in _terms(record, "subjects") if term.common or term.code in used)


def usual_years(record: VisitRecord) -> tuple[str, ...]:
    """Return the year groups of the school's phase with any planned or seen; all where the phase tells none."""
    phase = next((one for one in _terms(record, "phases") if one.code == record.school.phase), None)
    used = {year for slot in record.slots for year in slot.years}
    used |= {year for note in record.notes for year in note.years}
    taught = phase.years if phase else ()
    return tuple(term.code for term in _terms(record, "years") if not taught or term.code in (*taught, *used))


def taught_years(record: VisitRecord) -> tuple[str, ...]:
    """Return the year groups of the school's phase that the programme looks at; all it looks at when the phase
    tells none, and none at all for a programme that looks at no year groups."""
    looked_at = record.framework.coverage_years
    phase = next((one for one in _terms(record, "phases") if one.code == record.school.phase), None)
    taught = [year for year in looked_at if phase and year in phase.years]
    return tuple(taught) if phase and phase.years else looked_at


def _terms(record: VisitRecord, role: str) -> tuple[Term, ...]:
    vocabulary = record.framework.vocabularies.get(role)
    return vocabulary.terms if vocabulary else ()
