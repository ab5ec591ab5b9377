"""The notes of a stream as a list model: changed in place, so that caret, selection and scroll stay."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.parts.note_words import NoteWords
from visitapp.domain.evidence import Note

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class NoteList(QAbstractListModel):
    """Notes in the order they were taken."""

    def __init__(self, words: NoteWords) -> None:
        super().__init__()
        self.words = words
        self._notes: list[Note] = []

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Hold these notes: what is gone is taken out, what is new put in, what changed redrawn."""
        wanted = {note.id for note in notes}
        for row in range(len(self._notes) - 1, -1, -1):
            if self._notes[row].id not in wanted:
                self._take_out(row)
        for row, note in enumerate(notes):
            self._put(row, note)
        if len(self._notes) != len(notes):
            self._start_again(notes)

    def note(self, row: int) -> Note:
        """Return the note in a row."""
        return self._notes[row]

    def row_of(self, note_id: str) -> int:
        """Return the row of a note, or -1."""
        return next((row for row, note in enumerate(self._notes) if note.id == note_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many notes there are."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        """Return a note in words."""
        if role in _SPOKEN and index.isValid():
            return self.words.spoken(self._notes[index.row()])
        return None

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._notes[row]
        self.endRemoveRows()

    def _put(self, row: int, note: Note) -> None:
        if row < len(self._notes) and self._notes[row].id == note.id:
            if self._notes[row] is not note:
                self._notes[row] = note
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginInsertRows(QModelIndex(), row, row)
        self._notes.insert(row, note)
        self.endInsertRows()

    def _start_again(self, notes: Sequence[Note]) -> None:
        self.beginResetModel()
        self._notes = list(notes)
        self.endResetModel()
