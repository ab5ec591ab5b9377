"""The list of notes, which takes keys for the note in hand."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from ui.parts.card_view import CardView
from ui.parts.note_list import NoteList
from ui.parts.note_painter import MORE, PIN, NotePainter, action_at, action_place, marker_place
from ui.parts.note_pictures import NotePictures
from visitapp.domain.evidence import Note

_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class NoteView(CardView):
    """Shows a `NoteList`. Every signal but `left` brings the note it is about; `marked` also the key pressed."""

    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    pin_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    markers_wanted = Signal(object, QPoint)
    marked = Signal(object, str)
    picture_wanted = Signal(object)
    left = Signal()

    def __init__(self, notes: NoteList) -> None:
        super().__init__(notes)
        self._notes = notes
        self._painter = NotePainter(self, notes)
        self.setItemDelegate(self._painter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
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
        """Do what a key does to the note in hand; arrows walk."""
        note = self.current_note()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif note is None or not self._act(note, event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters act on the note in hand."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the markers from the tag of any card, press an action of the one in hand, or take another in hand."""
        held, index = self.currentIndex(), self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        note = self._notes.note(index.row())
        tag = marker_place(QRectF(self.visualRect(index)), note, self._notes.words)
        if tag.contains(event.position()):
            self.markers_wanted.emit(note, self.viewport().mapToGlobal(tag.bottomLeft().toPoint()))
        elif self._painter.picture_place(QRectF(self.visualRect(index)), note).contains(event.position()):
            self.picture_wanted.emit(note)
        elif index == held:
            self._press_action(index, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the newest note."""
        if not self.currentIndex().isValid():
            self.hold(self.leading_row())
        super().focusInEvent(event)

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
        elif letter == "P":
            self.pin_wanted.emit(note)
        elif letter == "V":
            self.picture_wanted.emit(note)
        elif letter.isalnum():
            self.marked.emit(note, letter)
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
        return self._painter.words_part(QRectF(self.visualRect(index)), self._notes.note(index.row()))

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
