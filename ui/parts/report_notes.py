"""The notes offered beside the report, as a list model: which belong to the section, and which are used already."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.parts.note_words import NoteWords
from visitapp.domain.evidence import Note
from visitapp.domain.framework import Framework, Section
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import one_line

Index = QModelIndex | QPersistentModelIndex
_TELLING = 40


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


def is_used(note: Note, written: str) -> bool:
    """Return whether a note is named in a text, or its beginning stands there."""
    return _stands(note, one_line(written))


def _stands(note: Note, line: str) -> bool:
    start = one_line(note.text)[:_TELLING].rstrip()
    return f"[{note.label}]" in line or (bool(start) and start in line)


class ReportNotes(QAbstractListModel):
    """Notes in the order they were taken, each used or not; `can_insert` is False where nothing can be put in."""

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self._words = NoteWords(framework)
        self._notes: tuple[Note, ...] = ()
        self._used: frozenset[str] = frozenset()
        self.can_insert = True

    @property
    def words(self) -> NoteWords:
        """The words notes are said in."""
        return self._words

    def show_notes(self, notes: Sequence[Note], written: str, *, can_insert: bool) -> None:
        """Hold other notes; the same ones keep the place one is at."""
        line = one_line(written)
        used = frozenset(note.id for note in notes if _stands(note, line))
        self.can_insert = can_insert
        if tuple(notes) != self._notes:
            self.beginResetModel()
            self._notes, self._used = tuple(notes), used
            self.endResetModel()
        elif used != self._used:
            self._used = used
            if self._notes:
                self.dataChanged.emit(self.index(0), self.index(len(self._notes) - 1))

    def note(self, row: int) -> Note:
        """Return the note in a row."""
        return self._notes[row]

    def used(self, row: int) -> bool:
        """Return whether the note in a row stands in the section."""
        return self._notes[row].id in self._used

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many notes there are."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = 0) -> str | None:
        """Return a note's words, in full for a screen reader."""
        note = self._notes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            used = self.tr("Used.") if self.used(index.row()) else ""
            return " ".join(part for part in (f"{note.label}.", self._words.spoken(note), used) if part)
        return None
