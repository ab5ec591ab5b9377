"""Which notes a stream shows."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ui.parts.note_words import local_time
from visitapp.domain.aspect import Aspect, is_about
from visitapp.domain.evidence import Context, Note
from visitapp.domain.record import VisitRecord, when
from visitapp.domain.sequence import changed_part

HERE, TODAY, ALL, PINNED = "here", "today", "all", "pinned"


@dataclass(frozen=True, slots=True)
class Choice:
    """A set of notes: by `show` (here, today, all or pinned), or by what they are `about`."""

    show: str = ALL
    about: Aspect | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a stream is read from: the record, the context in force and whether it is a lesson, and today."""

    record: VisitRecord
    context: Context
    in_lesson: bool
    today: date
    is_visit_day: bool

    def shows(self, note: Note, show: str) -> bool:
        """Tell whether a note is one of here, today, all or pinned."""
        if show == HERE:
            return self._is_here(note)
        if show == TODAY:
            return self._is_today(note)
        return note.pinned or show != PINNED

    def found(self, notes: Iterable[Note], about: Aspect) -> list[Note]:
        """Return the notes about an aspect, in order."""
        return [note for note in notes if is_about(self.record, note, about)]

    def is_same_place(self, other: "Standing") -> bool:
        """Tell whether here and today are the same from both."""
        mine, theirs = (
            (one.context.slot_id, one.context.activity, one.in_lesson, one.today) for one in (self, other)
        )
        return mine == theirs

    def _is_here(self, note: Note) -> bool:
        if self.in_lesson:
            return note.slot_id == self.context.slot_id
        return bool(self.context.activity) and note.activity == self.context.activity

    def _is_today(self, note: Note) -> bool:
        taken = local_time(note.taken_at)
        return taken is not None and taken.date() == self.today


class Sorted:
    """The notes of a visit by what shows them; each time only those that are not as they were are sorted again."""

    def __init__(self) -> None:
        self._notes: tuple[Note, ...] = ()
        self._standing: Standing | None = None
        self._shown: dict[str, list[Note]] = {}

    def __getitem__(self, show: str) -> list[Note]:
        """Return the notes shown as here, today, all or pinned, in order."""
        return self._shown[show]

    def count(self, show: str) -> int:
        """Return how many notes are shown as here, today, all or pinned."""
        return len(self._shown[show])

    def follow(self, notes: tuple[Note, ...], standing: Standing) -> None:
        """Sort the notes as they are now."""
        if self._standing is None or not standing.is_same_place(self._standing):
            self._notes, self._shown = (), {show: [] for show in (HERE, TODAY, ALL, PINNED)}
        part = changed_part(self._notes, notes)
        gone, come = self._notes[part.start : part.end_before], notes[part.start : part.end_after]
        for show, shown in self._shown.items():
            start = bisect_right(shown, when(notes[part.start - 1]), key=when) if part.start else 0
            end = start + sum(standing.shows(note, show) for note in gone)
            shown[start:end] = [note for note in come if standing.shows(note, show)]
        self._notes, self._standing = notes, standing
