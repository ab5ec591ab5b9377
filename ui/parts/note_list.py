"""The notes of a stream as a list model: changed in place, so that caret, selection and scroll stay."""

from collections.abc import Callable, Sequence
from itertools import chain, groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.parts.note_words import NoteWords
from visitapp.domain.evidence import Note
from visitapp.domain.sequence import changed_part

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class NoteList(QAbstractListModel):
    """Notes in the order they were taken."""

    def __init__(self, words: NoteWords) -> None:
        super().__init__()
        self.words = words
        self.say_more: Callable[[Note], str] | None = None
        self._notes: list[Note] = []

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Hold these notes: what is gone is taken out, what is new put in, what changed redrawn."""
        part = changed_part(self._notes, notes)
        come = notes[part.start : part.end_after]
        wanted = {note.id for note in come}
        last = part.end_before
        for stays, run in groupby(reversed(self._notes[part.start : last]), lambda note: note.id in wanted):
            first = last - len(list(run))
            if not stays:
                self._take_out(first, last)
            last = first
        self._put(part.start, come)

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
            return " ".join(part for part in (self.words.spoken(note), more) if part)
        return None

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
