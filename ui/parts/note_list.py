"""The notes of a stream as a list model: changed in place, so that caret, selection and scroll stay."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import chain, groupby, pairwise
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.parts.note_words import NoteWords, local_day
from ui.parts.visit_days import day_words
from visitapp.domain.evidence import Note
from visitapp.domain.sequence import changed_part

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class NoteList(QAbstractListModel):
    """Notes in the order they were taken, or the other way round; the first of each day says which day that is."""

    def __init__(self, words: NoteWords) -> None:
        super().__init__()
        self.words = words
        self.say_more: Callable[[Note], str] | None = None
        self._notes: list[Note] = []
        self._today: date | None = None

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Hold these notes: what is gone is taken out, what is new put in, what changed redrawn."""
        part = changed_part(self._notes, notes)
        top, below = self.begins_day(0), self.begins_day(part.end_before)
        come = notes[part.start : part.end_after]
        wanted = {note.id for note in come}
        last = part.end_before
        for stays, run in groupby(reversed(self._notes[part.start : last]), lambda note: note.id in wanted):
            first = last - len(list(run))
            if not stays:
                self._take_out(first, last)
            last = first
        self._put(part.start, come)
        for row, began in ((0, top), (part.end_after, below)):
            if began != self.begins_day(row) and row < len(notes):
                self.dataChanged.emit(self.index(row), self.index(row))

    def show_today(self, today: date) -> None:
        """Call this day today; where all notes are of today nothing is said of days."""
        if today != self._today:
            self._today = today
            if self._notes:
                self.dataChanged.emit(self.index(0), self.index(len(self._notes) - 1))

    def begins_day(self, row: int) -> bool:
        """Tell whether the note in a row is the first of a day that has to be said."""
        day = self._day(row)
        if day is None or (row and day == self._day(row - 1)):
            return False
        return bool(row) or day != self._today or self._day(len(self._notes) - 1) != day

    def seem_to_begin_days(self, first: int, last: int) -> list[bool]:
        """Tell of each of some rows whether it seems to begin a day; quick, and near midnight perhaps wrong."""
        days = [note.taken_at[:10] for note in self._notes[max(0, first - 1) : last + 1]]
        begun = [day != before for before, day in pairwise(days)]
        return begun if first else [self.begins_day(0), *begun][: last + 1]

    def day_words(self, row: int) -> str:
        """Return the day that the note in a row begins, such as Thu 20 Nov 2025 or Today, or nothing."""
        day = self._day(row) if self.begins_day(row) else None
        if day is None:
            return ""
        return self.tr("Today") if day == self._today else day_words(day, "ddd d MMM yyyy")

    def note(self, row: int) -> Note:
        """Return the note in a row."""
        return self._notes[row]

    def row_of(self, note_id: str) -> int:
        """Return the row of a note, or -1; the newest is found at once, at whichever end it stands."""
        notes = self._notes
        ends = (len(notes) - 1, 0) if notes else ()
        return next((row for row in chain(ends, range(len(notes))) if notes[row].id == note_id), -1)

    def redraw(self, note_id: str) -> None:
        """Have a note measured and drawn again: something beside its words is other."""
        row = self.row_of(note_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many notes there are."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        """Return a note in words."""
        if role in _SPOKEN and index.isValid():
            note = self._notes[index.row()]
            more = self.say_more(note) if self.say_more else ""
            day = self.day_words(index.row())
            return " ".join(part for part in (f"{day}." if day else "", self.words.spoken(note), more) if part)
        return None

    def _day(self, row: int) -> date | None:
        return local_day(self._notes[row].taken_at) if 0 <= row < len(self._notes) else None

    def _take_out(self, first: int, end: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, end - 1)
        del self._notes[first:end]
        self.endRemoveRows()

    def _put(self, row: int, notes: Sequence[Note]) -> None:
        held = {note.id for note in self._notes[row:]}
        for is_held, run in groupby(notes, lambda note: note.id in held):
            come = list(run)
            if is_held:
                self._replace(row, come)
            else:
                self._put_in(row, come)
            row += len(come)

    def _put_in(self, row: int, notes: list[Note]) -> None:
        self.beginInsertRows(QModelIndex(), row, row + len(notes) - 1)
        self._notes[row:row] = notes
        self.endInsertRows()

    def _replace(self, row: int, notes: list[Note]) -> None:
        self._notes[row : row + len(notes)] = notes
        self.dataChanged.emit(self.index(row), self.index(row + len(notes) - 1))
