"""Evidence beside the report: notes for the section being written, found by a few letters, put in with Enter."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.report_note_list import NoteListView
from ui.parts.report_notes import ReportNotes, notes_for
from ui.widgets.buttons import IconButton
from ui.widgets.layout import column, row
from ui.widgets.line_edit import SearchField
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.evidence import Note
from visitapp.domain.framework import Section


class ReportEvidence(QWidget):
    """Notes for one section, all with the filter off; `wanted` brings the note to name as evidence, `words_wanted`
    the one whose words are to be put in."""

    wanted = Signal(object)
    words_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._section: Section | None = None
        self._written = ""
        self._notes = ReportNotes(desk.record.framework)
        self._count = Text("", "caption", "text3", tnum=True, elide=True)
        self._all = IconButton("filter", self.tr("Show all evidence"), size=28, icon_size=15, checked=False)
        self._all.toggled.connect(self._on_all)
        self._field = SearchField(self.tr("Find evidence"))
        self._field.textChanged.connect(self._on_search)
        self._field.installEventFilter(self)
        self.list = NoteListView(self._notes)
        self.list.inserted.connect(self._on_inserted)
        self.list.words_wanted.connect(self._on_words)
        self.list.left.connect(self._field.setFocus)
        self._none = Text("", "small", "text2", wrap=True)
        head = row(Text(self.tr("Evidence"), "heading"), (self._count, 1), self._all, spacing=6)
        self.setLayout(column(head, self._field, 2, (self.list, 1), self._none, spacing=4))
        self.refresh()

    def show_section(self, section: Section | None, written: str) -> None:
        """Offer the notes for a section, in which `written` stands; None is the front page."""
        self._section, self._written = section, written
        self.refresh()

    def refresh(self) -> None:
        """Offer the notes as the record now has them."""
        section = None if self._all.isChecked() else self._section
        found = notes_for(self._desk.record, section, self._field.text())
        can_insert = self._section is not None and self._section.prose
        self._notes.show_notes(found, self._written, can_insert=can_insert)
        self._count.set_text(self._counted(len(found)))
        self._none.set_text(self._said_of_none())
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))

    def show_note(self, label: str) -> None:
        """Bring a note into view by its label, whatever section it is for."""
        self._field.setText(label)
        place = next((row for row in range(self._notes.rowCount()) if self._notes.note(row).label == label), -1)
        if place >= 0:
            self.list.setCurrentIndex(self._notes.index(place))

    def search(self) -> None:
        """Put the focus in the search field, empty."""
        self._field.clear()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field: Enter takes the first note, Down walks into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._notes.rowCount():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                in_words = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self._on_words if in_words else self._on_inserted)(0)
                return True
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _counted(self, count: int) -> str:
        if self._section is None or self._all.isChecked() or self._field.text().strip():
            return str(count)
        return self.tr("{count} for this section").format(count=count)

    def _said_of_none(self) -> str:
        if self._field.text().strip():
            return self.tr("No note holds these words.")
        if not self._desk.record.notes:
            return self.tr("Notes you take during the visit stand here.")
        return self.tr("No note is about this section. The filter shows all of them.")

    def _on_all(self, checked: bool) -> None:
        self._all.set_icon("filter", self.tr("Show evidence for this section") if checked else "")
        self.refresh()

    def _on_search(self, text: str) -> None:
        self.refresh()

    def _on_inserted(self, place: int) -> None:
        note: Note = self._notes.note(place)
        if self._notes.can_insert:
            self.wanted.emit(note)

    def _on_words(self, place: int) -> None:
        if self._notes.can_insert:
            self.words_wanted.emit(self._notes.note(place))
