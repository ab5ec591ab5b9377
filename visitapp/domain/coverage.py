"""What has been seen and what has not: evidence counted by year and subject, group, strand, source and prompt."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TypeVar

from visitapp.domain.evidence import Note
from visitapp.domain.framework import Activity, Framework
from visitapp.domain.hunches import is_hunch
from visitapp.domain.record import VisitRecord
from visitapp.domain.sequence import changed_part

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of notes that are not private, since a reminder is no evidence; one with two years counts in both rows.

    `planned` holds cells of the day plan.
    """

    cells: dict[tuple[str, str], int]
    planned: frozenset[tuple[str, str]]
    groups: dict[str, int]
    strands: dict[str, dict[str, int]]
    """By strand: notes by the tone of their marker; plain notes count as neutral."""
    tones: dict[str, int]
    years: dict[str, int]
    notes: int
    sources: dict[str, int]
    activities: dict[str, int]
    prompts: dict[tuple[str, str], int]
    """By activity and prompt, only prompts the framework asks, and hunches under no activity: the notes on each."""

    def planned_but_empty(self) -> frozenset[tuple[str, str]]:
        """Return the planned cells without a note."""
        return frozenset(cell for cell in self.planned if not self.cells.get(cell))

    def answered(self, activity: Activity) -> int:
        """Return how many prompts of an activity have at least one note."""
        return sum(bool(self.prompts.get((activity.code, one.code))) for one in activity.prompts)


def coverage_of(record: VisitRecord) -> Coverage:
    """Return the counts for a visit."""
    return record.once(_counted)


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
        sources, activities, prompts = _held(self._sources), _held(self._activities), _held(self._prompts)
        cells, notes = _held(self._cells), sum(self._tones.values())
        found = Coverage(cells, planned, groups, strands, tones, years, notes, sources, activities, prompts)
        record.keep(_counted, found)
        return found

    def _begin(self) -> None:
        self._notes = ()
        self._cells: Counter[tuple[str, str]] = Counter()
        self._groups: Counter[str] = Counter()
        self._tones: Counter[str] = Counter()
        self._years: Counter[str] = Counter()
        self._sources: Counter[str] = Counter()
        self._activities: Counter[str] = Counter()
        self._prompts: Counter[tuple[str, str]] = Counter()
        self._strands: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._tone_of = {one.code: one.tone for one in self._framework.markers} if self._framework else {}
        self._columns: dict[str, str] = {}
        self._asked = _asked(self._framework) if self._framework else frozenset()

    def _add(self, record: VisitRecord, note: Note, by: int) -> None:
        if note.private:
            return
        tone = self._tone_of.get(note.marker, "neutral")
        self._tones[tone] += by
        self._strands[note.strand][tone] += by
        if note.source:
            self._sources[note.source] += by
        if note.activity:
            self._activities[note.activity] += by
        if (note.activity, note.prompt) in self._asked:
            self._prompts[note.activity, note.prompt] += by
        elif is_hunch(note.prompt):
            self._prompts["", note.prompt] += by
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


def activities_of(record: VisitRecord, coverage: Coverage) -> tuple[Activity, ...]:
    """Return the activities of this visit, in the programme's order: required, planned, or with a note."""
    planned = {slot.activity for slot in record.slots}
    return tuple(
        one
        for one in record.framework.activities
        if one.required or one.code in planned or one.code in coverage.activities
    )


def _counted(record: VisitRecord) -> Coverage:
    return Tally().counted(record)


def _asked(framework: Framework) -> frozenset[tuple[str, str]]:
    return frozenset((one.code, prompt.code) for one in framework.activities for prompt in one.prompts)


def _held(counts: Counter[Key]) -> dict[Key, int]:
    return {key: count for key, count in counts.items() if count}


def column_of(record: VisitRecord, subject: str) -> str:
    """Return the coverage column of a subject: its own, else that of its group, such as wider for history."""
    columns = record.framework.coverage_subjects
    vocabulary = record.framework.vocabularies.get("subjects")
    term = vocabulary.term(subject) if vocabulary else None
    return term.group if subject not in columns and term and term.group in columns else subject
