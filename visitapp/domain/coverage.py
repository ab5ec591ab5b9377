"""What has been seen and what has not: evidence counted by year and subject, pupil group and strand."""

from collections import Counter
from dataclasses import dataclass

from visitapp.domain.record import VisitRecord


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of notes; a note with two years counts in both rows. `planned` holds cells of the day plan."""

    cells: dict[tuple[str, str], int]
    planned: frozenset[tuple[str, str]]
    groups: dict[str, int]
    strands: dict[str, dict[str, int]]
    """By strand: notes by the tone of their marker; plain notes count as neutral."""
    tones: dict[str, int]
    notes: int

    def planned_but_empty(self) -> frozenset[tuple[str, str]]:
        """Return the planned cells without a note."""
        return frozenset(cell for cell in self.planned if not self.cells.get(cell))


def coverage_of(record: VisitRecord) -> Coverage:
    """Return the counts for a visit."""
    notes = record.notes
    column = {subject: column_of(record, subject) for subject in {note.subject for note in notes}}
    tone_of = {marker.code: marker.tone for marker in record.framework.markers}
    tones = [tone_of.get(note.marker, "neutral") for note in notes]
    cells = Counter((year, column[note.subject]) for note in notes for year in note.years if note.subject)
    strands: dict[str, dict[str, int]] = {strand.code: {} for strand in record.framework.strands}
    for note, tone in zip(notes, tones, strict=True):
        if note.strand in strands:
            strands[note.strand][tone] = strands[note.strand].get(tone, 0) + 1
    planned = frozenset(
        (year, column_of(record, slot.subject)) for slot in record.slots for year in slot.years if slot.subject
    )
    return Coverage(
        dict(cells),
        planned,
        dict(Counter(group for note in notes for group in note.groups)),
        strands,
        dict(Counter(tones)),
        len(notes),
    )


def column_of(record: VisitRecord, subject: str) -> str:
    """Return the coverage column of a subject: its own, else that of its group, such as wider for history."""
    columns = record.framework.coverage_subjects
    vocabulary = record.framework.vocabularies.get("subjects")
    term = vocabulary.term(subject) if vocabulary else None
    return term.group if subject not in columns and term and term.group in columns else subject


def most_useful_gap(record: VisitRecord, coverage: Coverage) -> str:
    """Return one sentence naming the gap most worth closing, or nothing.

    A planned lesson without evidence comes first, then a year group nobody has looked at, then a strand.
    """
    label = record.framework.label
    empty = sorted(coverage.planned_but_empty(), key=lambda cell: _order(record, cell))
    if empty:
        year, subject = empty[0]
        return f"Planned, but nothing yet: {label('years', year)}, {label('subjects', subject).lower()}."
    seen = {year for note in record.notes for year in note.years}
    planned_years = {year for year, _ in coverage.planned}
    for year in record.framework.coverage_years:
        if year not in seen and coverage.notes:
            plan = "" if year in planned_years else ", and no visit is planned there"
            return f"Nothing from {label('years', year)}{plan}."
    for strand in record.framework.strands:
        if not coverage.strands[strand.code] and coverage.notes:
            return f"No evidence yet on {strand.label.lower()}."
    return ""


def _order(record: VisitRecord, cell: tuple[str, str]) -> tuple[int, str]:
    years = record.framework.coverage_years
    return (years.index(cell[0]) if cell[0] in years else len(years), cell[1])
