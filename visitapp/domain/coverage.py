"""What has been seen and what has not: evidence counted by year and subject, pupil group and strand."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TypeVar

from visitapp.domain.evidence import Note
from visitapp.domain.framework import Framework
from visitapp.domain.record import VisitRecord
from visitapp.domain.sequence import changed_part

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of notes; a note with two years counts in both rows. `planned` holds cells of the day plan."""

    cells: dict[tuple[str, str], int]
    planned: frozenset[tuple[str, str]]
    groups: dict[str, int]
    strands: dict[str, dict[str, int]]
    """By strand: notes by the tone of their marker; plain notes count as neutral."""
    tones: dict[str, int]
    years: dict[str, int]
    notes: int

    def planned_but_empty(self) -> frozenset[tuple[str, str]]:
        """Return the planned cells without a note."""
        return frozenset(cell for cell in self.planned if not self.cells.get(cell))


def coverage_of(record: VisitRecord) -> Coverage:
    """Return the counts for a visit."""
    return Tally().counted(record)


class Tally:
    """Counts one visit again and again; each time only the notes that are not as they were are counted."""

    def __init__(self) -> None:
        self._framework: Framework | None = None
        self._notes: tuple[Note, ...] = ()
        self._begin()

    def counted(self, record: VisitRecord) -> Coverage:
        """Return the counts for the visit as it is now."""
        if record.framework is not self._framework:
            self._framework = record.framework
            self._begin()
        part = changed_part(self._notes, record.notes)
        for note in self._notes[part.start : part.end_before]:
            self._add(record, note, -1)
        for note in record.notes[part.start : part.end_after]:
            self._add(record, note, 1)
        self._notes = record.notes
        planned = frozenset(
            (year, column_of(record, slot.subject)) for slot in record.slots for year in slot.years if slot.subject
        )
        strands = {one.code: _held(self._strands[one.code]) for one in record.framework.strands}
        groups, tones, years = _held(self._groups), _held(self._tones), _held(self._years)
        return Coverage(_held(self._cells), planned, groups, strands, tones, years, len(self._notes))

    def _begin(self) -> None:
        self._notes = ()
        self._cells: Counter[tuple[str, str]] = Counter()
        self._groups: Counter[str] = Counter()
        self._tones: Counter[str] = Counter()
        self._years: Counter[str] = Counter()
        self._strands: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._tone_of = {one.code: one.tone for one in self._framework.markers} if self._framework else {}
        self._columns: dict[str, str] = {}

    def _add(self, record: VisitRecord, note: Note, by: int) -> None:
        tone = self._tone_of.get(note.marker, "neutral")
        self._tones[tone] += by
        self._strands[note.strand][tone] += by
        for group in note.groups:
            self._groups[group] += by
        for year in note.years:
            self._years[year] += by
            if note.subject:
                self._cells[year, self._column(record, note.subject)] += by

    def _column(self, record: VisitRecord, subject: str) -> str:
        if subject not in self._columns:
            self._columns[subject] = column_of(record, subject)
        return self._columns[subject]


def _held(counts: Counter[Key]) -> dict[Key, int]:
    return {key: count for key, count in counts.items() if count}


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
    planned_years = {year for year, _ in coverage.planned}
    for year in record.framework.coverage_years:
        if year not in coverage.years and coverage.notes:
            plan = "" if year in planned_years else ", and no visit is planned there"
            return f"Nothing from {label('years', year)}{plan}."
    for strand in record.framework.strands:
        if not coverage.strands[strand.code] and coverage.notes:
            return f"No evidence yet on {strand.label.lower()}."
    return ""


def _order(record: VisitRecord, cell: tuple[str, str]) -> tuple[int, str]:
    years = record.framework.coverage_years
    return (years.index(cell[0]) if cell[0] in years else len(years), cell[1])
