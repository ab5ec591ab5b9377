"""Which notes a stream shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ui.parts.note_words import local_time
from visitapp.domain.coverage import column_of
from visitapp.domain.evidence import Context, Note
from visitapp.domain.record import VisitRecord

Cell = tuple[str, str]
HERE, TODAY, ALL, PINNED = "here", "today", "all", "pinned"


@dataclass(frozen=True, slots=True)
class Choice:
    """A set of notes: by `show` (here, today, all or pinned), by a `cell` of year and column, or by words."""

    show: str = ALL
    cell: Cell | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a stream is read from: the record, the context in force and whether it is a lesson, and today."""

    record: VisitRecord
    context: Context
    in_lesson: bool
    today: date
    is_visit_day: bool

    def chosen(self, notes: Iterable[Note], choice: Choice) -> tuple[Note, ...]:
        """Return the notes of a choice, in order."""
        if choice.words:
            words = choice.words.casefold().split()
            return tuple(note for note in notes if all(word in note.text.casefold() for word in words))
        if choice.cell:
            return tuple(note for note in notes if self._is_in(note, choice.cell))
        return tuple(note for note in notes if self._shows(note, choice.show))

    def _shows(self, note: Note, show: str) -> bool:
        if show == HERE:
            return self._is_here(note)
        if show == TODAY:
            return self._is_today(note)
        return note.pinned or show != PINNED

    def _is_here(self, note: Note) -> bool:
        if self.in_lesson:
            return note.slot_id == self.context.slot_id
        return bool(self.context.activity) and note.activity == self.context.activity

    def _is_today(self, note: Note) -> bool:
        taken = local_time(note.taken_at)
        return taken is not None and taken.date() == self.today

    def _is_in(self, note: Note, cell: Cell) -> bool:
        return cell[0] in note.years and column_of(self.record, note.subject) == cell[1]
