"""What is done to a note from its row: mark, pin, keep private, place in the day, delete, by key or from a menu."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.parts.note_words import NoteWords
from ui.widgets.announce import announce
from ui.workspace.desk import Desk
from ui.workspace.evidence import Evidence
from visitapp.domain.evidence import Note

_PIN = "P"


class NoteActs(QObject):
    """Acts on notes and says so on `view`. `edit_wanted` brings the id of a note, `deleted` the note that went.

    `done_by_key` brings what a single letter did, in words.
    """

    edit_wanted = Signal(str)
    deleted = Signal(object)
    done_by_key = Signal(str)

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

    def place_in(self, note: Note, activity: str) -> None:
        """Say that a note was taken in another activity, or with an empty code in none."""
        self._evidence.place_in(note, activity)
        announce(self._view, self._words.activity(activity))

    def letters(self) -> frozenset[str]:
        """Return the letters that do something to a note."""
        return frozenset({_PIN, *(one.key.upper() for one in self._desk.record.framework.markers if one.key)})

    def do_by_key(self, note: Note, letter: str) -> None:
        """Pin a note, or give it the marker whose key this is; what it has already is only said."""
        if letter == _PIN:
            self._evidence.change(note, pinned=not note.pinned)
            words = self.tr("{note} unpinned") if note.pinned else self.tr("{note} pinned")
            self.done_by_key.emit(words.format(note=note.label))
            return
        markers = self._desk.record.framework.markers
        code = next((one.code for one in markers if one.key.upper() == letter), note.marker)
        if code == note.marker:
            announce(self._view, self._words.marker_label(code))
            return
        self._evidence.change(note, marker=code)
        words = self.tr("{note} marked: {marker}")
        self.done_by_key.emit(words.format(note=note.label, marker=self._words.marker_label(code)))

    def open_menu(self, note: Note, place: QPoint) -> None:
        """Open all of this as a menu that shows the keys of what it does."""
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        _add(menu, self.tr("Edit"), self.edit, note, "Enter")
        _add(menu, self.tr("Unpin") if note.pinned else self.tr("Pin"), self.pin, note, _PIN)
        _add(
            menu,
            self.tr("No longer only for me") if note.private else self.tr("Only for me"),
            self.keep_private,
            note,
        )
        menu.addSeparator()
        self._add_markers(menu, note)
        menu.addSeparator()
        self._add_activities(menu, note)
        menu.addSeparator()
        _add(menu, self.tr("Delete"), self.delete, note, self.tr("Del"))
        menu.popup(place)

    def open_markers(self, note: Note, place: QPoint) -> None:
        """Open the markers alone as a menu."""
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add_markers(menu, note)
        menu.popup(place)

    def _add_markers(self, menu: QMenu, note: Note) -> None:
        choices = [("", self._words.marker_label(""), "")]
        choices += [(one.code, one.label, one.key) for one in self._desk.record.framework.markers]
        _add_choices(menu, choices, note.marker, partial(self.mark, note))

    def _add_activities(self, menu: QMenu, note: Note) -> None:
        activities = self._desk.record.framework.activities
        if activities:
            choices = [(code, self._words.activity(code), "") for code in ("", *(one.code for one in activities))]
            inner = menu.addMenu(self.tr("Activity"))
            _add_choices(inner, choices, note.activity, partial(self.place_in, note))


def _add(menu: QMenu, words: str, act: Callable[[Note], None], note: Note, keys: str = "") -> None:
    menu.addAction(_with_keys(words, keys)).triggered.connect(partial(act, note))


def _add_choices(
    menu: QMenu, choices: Iterable[tuple[str, str, str]], held: str, choose: Callable[[str], None]
) -> None:
    """Add (code, words, keys) to choose one of."""
    group = QActionGroup(menu)
    for code, words, keys in choices:
        action = menu.addAction(_with_keys(words.replace("&", "&&"), keys))
        action.setCheckable(True)
        action.setChecked(code == held)
        group.addAction(action)
        action.triggered.connect(partial(choose, code))


def _with_keys(words: str, keys: str) -> str:
    return f"{words}\t{keys}" if keys else words
