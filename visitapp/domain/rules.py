"""What stands behind a finding, and which notes stand in nothing yet."""

from visitapp.domain.evidence import Note
from visitapp.domain.excellence import EXCELLENCE
from visitapp.domain.finding import Finding
from visitapp.domain.record import VisitRecord
from visitapp.domain.weighed import notes_bearing


def sources_of(record: VisitRecord, finding: Finding) -> dict[str, int]:
    """Return how many notes of each kind of source speak to a finding; notes without one are left out."""
    counts: dict[str, int] = {}
    for note in record.notes_of(finding.id):
        if note.source:
            counts[note.source] = counts.get(note.source, 0) + 1
    return counts


def used_note_ids(record: VisitRecord) -> frozenset[str]:
    """Return the ids of the notes that stand in what is reported: in a finding, or as evidence of excellence."""
    return record.placed_note_ids() | {note.id for note in notes_bearing(record, EXCELLENCE)}


def unused_evidence(record: VisitRecord) -> tuple[Note, ...]:
    """Return the notes that stand in nothing that is reported."""
    used = used_note_ids(record)
    return tuple(note for note in record.notes if note.id not in used)
