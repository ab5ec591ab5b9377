"""The list of notes, which takes keys for the note in hand."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from ui.parts.card_view import CardView
from ui.parts.note_list import NoteList
from ui.parts.note_painter import MORE, PIN, NotePainter, action_at, action_place, marker_place
from ui.parts.note_pictures import NotePictures
from ui.theme.keyboard_focus import came_by_keyboard
from visitapp.domain.evidence import Note

_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_WALKS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
_NOT_GONE_TO = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
"""Ways to get the focus that must not move what is in view."""
_BY_KEYS = Qt.WidgetAttribute.WA_KeyboardFocusChange


class NoteView(CardView):
    """Shows a `NoteList`. Every signal but `typed` and `left` brings the note it is about; `lettered` also the key.

    A letter acts on the note in hand only if it is one of `letters` and the note was come to by keyboard, so that the
    ring shows where it acts. Any other is `typed`: it belongs in the box.
    """

    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    pin_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    markers_wanted = Signal(object, QPoint)
    lettered = Signal(object, str)
    picture_wanted = Signal(object)
    typed = Signal(str)
    left = Signal()

    def __init__(self, notes: NoteList) -> None:
        super().__init__(notes)
        self._notes = notes
        self.letters: frozenset[str] = frozenset()
        self._painter = NotePainter(self, notes)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("Evidence"))
        self.doubleClicked.connect(self._on_double_clicked)

    def current_note(self) -> Note | None:
        """Return the note in hand, or None."""
        index = self.currentIndex()
        return self._notes.note(index.row()) if index.isValid() else None

    def guesses(self, first: int, last: int, across: int) -> list[int]:
        """Return about how tall rows are, from the length of their notes."""
        return self._painter.guesses(first, last, across)

    def show_pictures(self, pictures: NotePictures) -> None:
        """Draw the pictures of notes on their cards."""
        self._painter.pictures = pictures

    def hold(self, row: int) -> None:
        """Take the note in a row in hand and bring it into view."""
        if 0 <= row < self._notes.rowCount():
            self.setCurrentIndex(self._notes.index(row))
            self.scrollTo(self._notes.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key does to the note in hand; arrows walk, and what is no command is for the box."""
        note = self.current_note()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif note is None or not self._act(note, event):
            if event.key() in _WALKS:
                self.window().setAttribute(_BY_KEYS)
            if _is_writing(event):
                self.typed.emit(event.text())
            else:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters act on the note in hand, or belong in the box."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the markers from the tag of any card, press an action of the one in hand, or take another in hand."""
        self.window().setAttribute(_BY_KEYS, False)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._card(index).contains(event.position()):
            return
        was_held = self.selectionModel().isSelected(index)
        super().mousePressEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        note = self._notes.note(index.row())
        tag = marker_place(self._card(index), note, self._notes.words)
        if tag.contains(event.position()):
            self.markers_wanted.emit(note, self.viewport().mapToGlobal(tag.bottomLeft().toPoint()))
        elif self._painter.picture_place(self._card(index), note).contains(event.position()):
            self.picture_wanted.emit(note)
        elif was_held:
            self._press_action(index, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the note under the mouse, or for the key of menus of the one in hand."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            if self.current_note() is not None and QApplication.activePopupWidget() is None:
                self._open_menu(self.currentIndex())
            return
        index = self.indexAt(event.pos())
        if index.isValid() and self._card(index).contains(event.pos()):
            self.menu_wanted.emit(self._notes.note(index.row()), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the newest note, unless the mouse is about to pick one: then nothing moves under it."""
        is_empty, is_gone_to = not self.currentIndex().isValid(), event.reason() not in _NOT_GONE_TO
        if is_empty and is_gone_to:
            self.hold(self.leading_row())
        super().focusInEvent(event)
        if is_empty and not is_gone_to:
            self.selectionModel().clearCurrentIndex()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what an icon under the mouse does."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _act(self, note: Note, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        key, letter = Qt.Key(event.key()), event.text().upper()
        if key in _EDIT:
            self.edit_wanted.emit(note)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit(note)
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and event.modifiers()):
            self._open_menu(self.currentIndex())
        elif not came_by_keyboard(self):
            return False
        elif letter == "V" and self._painter.picture_place(self._card(self.currentIndex()), note):
            self.picture_wanted.emit(note)
        elif letter in self.letters:
            self.lettered.emit(note, letter)
        else:
            return False
        return True

    def _press_action(self, index: QModelIndex, event: QMouseEvent) -> None:
        action = action_at(self._words_part(index), event.position())
        if action == PIN:
            self.pin_wanted.emit(self._notes.note(index.row()))
        elif action == MORE:
            self._open_menu(index)

    def _words_part(self, index: QModelIndex) -> QRectF:
        return self._painter.words_part(self._card(index), self._notes.note(index.row()))

    def _card(self, index: QModelIndex) -> QRectF:
        """Return where the card of a row is, with the gap below it but without the day above it."""
        return QRectF(self.visualRect(index)).adjusted(0, self._painter.room_above(index.row()), 0, 0)

    def _open_menu(self, index: QModelIndex) -> None:
        place = action_place(self._words_part(index), MORE).toPoint()
        self.menu_wanted.emit(self._notes.note(index.row()), self.viewport().mapToGlobal(place))

    def _tip_at(self, point: QPoint) -> str:
        index = self.indexAt(point)
        if not index.isValid() or index != self.currentIndex():
            return ""
        action = action_at(self._words_part(index), QRectF(point, point).topLeft())
        return {PIN: self.tr("Pin  P"), MORE: self.tr("More")}.get(action if action is not None else -1, "")

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.edit_wanted.emit(self._notes.note(index.row()))


def _is_writing(event: QKeyEvent) -> bool:
    """Tell whether a key writes a sign, rather than doing something."""
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return not event.modifiers() & ~plain and event.text().isprintable() and bool(event.text().strip())
