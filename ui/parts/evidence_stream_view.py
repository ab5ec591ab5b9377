"""The list of notes: grows upwards from its foot, and takes keys for the note in hand."""

from PySide6.QtCore import QEvent, QMargins, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip

from ui.parts.note_list import NoteList
from ui.parts.note_painter import MORE, PIN, NotePainter, action_at, action_place
from ui.theme.theme import theme
from ui.widgets.surfaces import scroll_by_finger
from visitapp.domain.evidence import Note

_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_NEAR = 6


class NoteView(QListView):
    """Shows a `NoteList`. Every signal but `left` brings the note it is about; `marked` also the key pressed.

    The newest note stays in view while the view is at its foot.
    """

    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    pin_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    marked = Signal(object, str)
    left = Signal()

    def __init__(self, notes: NoteList) -> None:
        super().__init__()
        self._notes = notes
        self._at_foot = True
        self.setModel(notes)
        self._cards = NotePainter(self, notes)
        self.setItemDelegate(self._cards)
        self._set_up()
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_range)
        theme().changed.connect(self.doItemsLayout)
        self.doubleClicked.connect(self._on_double_clicked)

    def current_note(self) -> Note | None:
        """Return the note in hand, or None."""
        index = self.currentIndex()
        return self._notes.note(index.row()) if index.isValid() else None

    def hold(self, row: int) -> None:
        """Take the note in a row in hand and bring it into view."""
        if 0 <= row < self._notes.rowCount():
            self.setCurrentIndex(self._notes.index(row))
            self.scrollTo(self._notes.index(row))

    def go_to_foot(self) -> None:
        """Bring the newest note into view."""
        self._at_foot = True
        self.scrollToBottom()

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
        """Press an action of the card in hand, or take another card in hand."""
        held, index = self.currentIndex(), self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and index == held and event.button() == Qt.MouseButton.LeftButton:
            self._press_action(index, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the newest note."""
        if not self.currentIndex().isValid():
            self.hold(self._notes.rowCount() - 1)
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the notes again when they are wider or narrower; stay at the foot when the box below grows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._cards.set_width(event.size().width())
            self.doItemsLayout()
        if self._at_foot:
            self.scrollToBottom()

    def showEvent(self, event: QShowEvent) -> None:
        """Start at the foot."""
        super().showEvent(event)
        self.go_to_foot()

    def updateGeometries(self) -> None:
        """Leave the spare room above the notes, and the room of the bar beside them whether it shows or not."""
        spare = max(0, self.height() - self.contentsSize().height())
        beside = self.verticalScrollBar().sizeHint().width() if spare else 0
        edges = QMargins(0, spare, beside, 0)
        if self.viewportMargins() != edges:
            self.setViewportMargins(edges)
        super().updateGeometries()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what an icon under the mouse does."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.verticalScrollBar().setSingleStep(24)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Evidence"))
        scroll_by_finger(self)

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
        elif letter.isalnum():
            self.marked.emit(note, letter)
        else:
            return False
        return True

    def _press_action(self, index: QModelIndex, event: QMouseEvent) -> None:
        action = action_at(QRectF(self.visualRect(index)), event.position())
        if action == PIN:
            self.pin_wanted.emit(self._notes.note(index.row()))
        elif action == MORE:
            self._open_menu(index)

    def _open_menu(self, index: QModelIndex) -> None:
        place = action_place(QRectF(self.visualRect(index)), MORE).toPoint()
        self.menu_wanted.emit(self._notes.note(index.row()), self.viewport().mapToGlobal(place))

    def _tip_at(self, point: QPoint) -> str:
        index = self.indexAt(point)
        if not index.isValid() or index != self.currentIndex():
            return ""
        action = action_at(QRectF(self.visualRect(index)), QRectF(point, point).topLeft())
        return {PIN: self.tr("Pin  P"), MORE: self.tr("More")}.get(action if action is not None else -1, "")

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.edit_wanted.emit(self._notes.note(index.row()))

    def _on_scrolled(self, value: int) -> None:
        self._at_foot = value >= self.verticalScrollBar().maximum() - _NEAR

    def _on_range(self, least: int, most: int) -> None:
        if self._at_foot:
            self.verticalScrollBar().setValue(most)
