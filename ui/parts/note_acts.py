"""What is done to a note from its row: mark, pin, keep private, delete, by key or from a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.parts.note_words import NoteWords
from ui.widgets.announce import announce
from ui.workspace.desk import Desk
from ui.workspace.evidence import Evidence
from visitapp.domain.evidence import Note


class NoteActs(QObject):
    """Acts on notes and says so on `view`. `edit_wanted` brings the id of a note, `deleted` the note that went."""

    edit_wanted = Signal(str)
    deleted = Signal(object)

    def __init__(self, desk: Desk, view: QWidget, words: NoteWords) -> None:
        super().__init__(view)
        self._desk, self._view, self._words = desk, view, words
        self._evidence = Evidence(desk)

    def edit(self, note: Note) -> None:
        """Ask for a note to be corrected."""
        self.edit_wanted.emit(note.id)

    def delete(self, note: Note) -> None:
        """Delete a note."""
        self._evidence.delete(note)
        self.deleted.emit(note)

    def pin(self, note: Note) -> None:
        """Pin a note, or pin it no longer."""
        self._evidence.change(note, pinned=not note.pinned)
        announce(self._view, self.tr("Unpinned") if note.pinned else self.tr("Pinned"))

    def keep_private(self, note: Note) -> None:
        """Keep a note out of reports, or no longer."""
        self._evidence.change(note, private=not note.private)
        announce(self._view, self.tr("No longer private") if note.private else self.tr("Private"))

    def mark(self, note: Note, code: str) -> None:
        """Give a note another marker; an empty code makes it a plain note."""
        self._evidence.change(note, marker=code)
        announce(self._view, self._words.marker_label(code))

    def mark_by_key(self, note: Note, letter: str) -> None:
        """Give a note the marker whose key this is, if there is one."""
        for marker in self._desk.record.framework.markers:
            if marker.key.upper() == letter:
                self.mark(note, marker.code)

    def open_menu(self, note: Note, place: QPoint) -> None:
        """Open all of this as a menu."""
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        _add(menu, self.tr("Edit"), self.edit, note)
        _add(menu, self.tr("Unpin") if note.pinned else self.tr("Pin"), self.pin, note)
        _add(
            menu,
            self.tr("No longer only for me") if note.private else self.tr("Only for me"),
            self.keep_private,
            note,
        )
        menu.addSeparator()
        self._add_markers(menu, note)
        menu.addSeparator()
        _add(menu, self.tr("Delete"), self.delete, note)
        menu.popup(place)

    def open_markers(self, note: Note, place: QPoint) -> None:
        """Open the markers alone as a menu."""
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add_markers(menu, note)
        menu.popup(place)

    def _add_markers(self, menu: QMenu, note: Note) -> None:
        group = QActionGroup(menu)
        for code in ("", *(one.code for one in self._desk.record.framework.markers)):
            action = menu.addAction(self._words.marker_label(code).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(note.marker == code)
            group.addAction(action)
            action.triggered.connect(partial(self.mark, note, code))


def _add(menu: QMenu, words: str, act: Callable[[Note], None], note: Note) -> None:
    menu.addAction(words).triggered.connect(partial(act, note))
