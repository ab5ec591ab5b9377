"""Which notes are offered where evidence is chosen: those that suit a section, or those that hold some words."""

from visitapp.domain.evidence import Note
from visitapp.domain.framework import Section
from visitapp.domain.record import VisitRecord


def notes_for(record: VisitRecord, section: Section | None, words: str = "") -> tuple[Note, ...]:
    """Return the notes that may be offered for a section, private ones never; with `words` all that hold them."""
    shared = [note for note in record.notes if not note.private and note.text.strip()]
    if words.strip():
        wanted = words.casefold().split()
        return tuple(
            note for note in shared if all(word in f"{note.label} {note.text}".casefold() for word in wanted)
        )
    if section is None:
        return tuple(shared)
    return tuple(
        note
        for note in shared
        if (not section.strands or note.strand in section.strands)
        and (not section.markers or note.marker in section.markers)
    )
