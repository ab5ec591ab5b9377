"""The notes of the tray as a list model: each is an item that can be dragged."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.parts.evidence_tray_words import spoken
from visitapp.domain.evidence import Note
from visitapp.domain.framework import Framework
from visitapp.domain.record import VisitRecord
from visitapp.domain.rules import used_note_ids

NOTE_IDS = "application/x-visitapp-note-ids"
"""What is dragged: ids of notes, one a line."""
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
PLACED_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Shown(StrEnum):
    """Which notes the tray shows."""

    UNPLACED = "unplaced"
    ALL = "all"
    PINNED = "pinned"


def dragged(notes: Sequence[Note]) -> QMimeData:
    """Return notes as what is dragged."""
    mime = QMimeData()
    mime.setData(NOTE_IDS, "\n".join(note.id for note in notes).encode())
    return mime


def dragged_notes(mime: QMimeData, record: VisitRecord) -> tuple[Note, ...]:
    """Return the notes that are dragged and still exist, none when something else is dragged."""
    ids = bytes(mime.data(NOTE_IDS).data()).decode().split("\n")
    found = (record.find("note", one) for one in ids if one)
    return tuple(note for note in found if isinstance(note, Note))


def notes_shown(record: VisitRecord, shown: str, *, private: bool) -> tuple[Note, ...]:
    """Return the notes a filter lets through, in the order they were taken."""
    notes = [note for note in record.notes if private or not note.private]
    if shown == Shown.UNPLACED:
        used = used_note_ids(record)
        return tuple(note for note in notes if note.id not in used)
    return tuple(note for note in notes if shown == Shown.ALL or note.pinned)


class EvidenceTrayModel(QAbstractListModel):
    """Notes in order; a change moves only the rows it must, so that place and scroll survive."""

    def __init__(self, framework: Framework, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._framework = framework
        self._notes: list[Note] = []
        self._placed: frozenset[str] = frozenset()

    def set_notes(self, notes: Sequence[Note], placed: frozenset[str]) -> None:
        """Show these notes; `placed` are the ids that already speak for a finding."""
        wanted = {note.id for note in notes}
        for row in reversed(range(len(self._notes))):
            if self._notes[row].id not in wanted:
                self.beginRemoveRows(_NOWHERE, row, row)
                del self._notes[row]
                self.endRemoveRows()
        for row, note in enumerate(notes):
            if row < len(self._notes) and self._notes[row].id == note.id:
                self._notes[row] = note
            else:
                self.beginInsertRows(_NOWHERE, row, row)
                self._notes.insert(row, note)
                self.endInsertRows()
        self._drop_rows_after(len(notes))
        self._placed = placed
        if self._notes:
            self.dataChanged.emit(self.index(0), self.index(len(self._notes) - 1))

    def note(self, row: int) -> Note | None:
        """Return the note in a row, or None past the end."""
        return self._notes[row] if 0 <= row < len(self._notes) else None

    def row_of(self, note_id: str) -> int:
        """Return the row of a note, -1 when it is not shown."""
        return next((row for row, note in enumerate(self._notes) if note.id == note_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many notes are shown."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a note, its words, or all of it as a screen reader says it."""
        note = self.note(index.row())
        if note is None:
            return None
        if role == NOTE_ROLE:
            return note
        if role == PLACED_ROLE:
            return note.id in self._placed
        if role == Qt.ItemDataRole.DisplayRole:
            return note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._framework, note)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every note be chosen and dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        """Return the one type that is dragged."""
        return [NOTE_IDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the notes that are dragged."""
        found = (self.note(index.row()) for index in indexes)
        return dragged([note for note in found if note is not None])

    def supportedDragActions(self) -> Qt.DropAction:
        """Say that dragging takes nothing away."""
        return Qt.DropAction.LinkAction | Qt.DropAction.CopyAction

    def _drop_rows_after(self, count: int) -> None:
        if len(self._notes) > count:
            self.beginRemoveRows(_NOWHERE, count, len(self._notes) - 1)
            del self._notes[count:]
            self.endRemoveRows()
