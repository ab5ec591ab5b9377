"""Rules on what was found and agreed: each returns the things that are not yet as they should be."""

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding
from visitapp.domain.framework import Criterion
from visitapp.domain.record import VisitRecord


def unsupported_findings(record: VisitRecord) -> tuple[Finding, ...]:
    """Return the findings no surviving, non-empty note supports."""
    return tuple(one for one in record.findings() if not any(note.text.strip() for note in record.notes_of(one.id)))


def one_source_findings(record: VisitRecord) -> tuple[Finding, ...]:
    """Return the findings whose evidence is all of one kind of source."""
    return tuple(one for one in record.findings() if len(sources_of(record, one)) == 1)


def sources_of(record: VisitRecord, finding: Finding) -> dict[str, int]:
    """Return how many notes of each kind of source speak to a finding; notes without one are left out."""
    counts: dict[str, int] = {}
    for note in record.notes_of(finding.id):
        if note.source:
            counts[note.source] = counts.get(note.source, 0) + 1
    return counts


def unused_evidence(record: VisitRecord) -> tuple[Note, ...]:
    """Return the notes that support no finding."""
    placed = record.placed_note_ids()
    return tuple(note for note in record.notes if note.id not in placed)


def actions_without_first_step(record: VisitRecord) -> tuple[Action, ...]:
    """Return the actions that do not say what happens first."""
    return tuple(one for one in record.actions if not one.first_step.strip())


def actions_without_urgency(record: VisitRecord) -> tuple[Action, ...]:
    """Return the actions that do not say how urgent they are."""
    return tuple(one for one in record.actions if not one.urgency)


def undecided_criteria(record: VisitRecord) -> tuple[Criterion, ...]:
    """Return the criteria nobody has given a value."""
    return tuple(
        one for one in record.framework.judgement.criteria if record.answer(f"criterion.{one.code}").value is None
    )
