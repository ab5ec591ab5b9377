"""The buttons of the timeline before they are painted: walked, moved and made longer by keys, dragged by a mouse."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.pressable import Pressable

_STEP = 5
_EDGE = 8
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
_PLACES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_ENDS = {Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


class PlanButton(Pressable):
    """A slot one can press, walk past with the arrows, move by five minutes or by a place with Alt, make longer or
    shorter with Alt and Shift, and take out with Delete."""

    stepped = Signal(int)
    """Wants the focus this many slots on."""
    moved = Signal(int)
    """Wants the slot this many minutes later."""
    stretched = Signal(int)
    """Wants the slot this many minutes longer."""
    placed = Signal(int)
    """Wants the slot this many places on among those it stands with."""
    removed = Signal()

    def __init__(self, slot_id: str) -> None:
        super().__init__()
        self.slot_id = slot_id
        self.picked = False

    def set_picked(self, *, picked: bool) -> None:
        """Show that this is the slot being edited, or not."""
        self.picked = picked
        self.setAccessibleDescription(self.tr("Being edited") if picked else "")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move or remove."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            (self.stretched if shift else self.moved).emit(-_STEP if key == Qt.Key.Key_Up else _STEP)
        elif alt and key in _PLACES:
            self.placed.emit(_PLACES[key])
        elif key in _MOVES and not event.modifiers():
            self.stepped.emit(_MOVES[key])
        elif key in _ENDS:
            self.stepped.emit(_ENDS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class DragButton(PlanButton):
    """A slot that a mouse can drag to another time, or by its lower edge to another length; Esc lets it go.

    Until the mouse is let go no other key does anything. Touch never drags: a finger scrolls. Whatever a drag does
    has buttons in the editor and keys.
    """

    dragged = Signal(QPoint, bool)
    """Is this far, in px, from where it was, or with True its end is."""
    dropped = Signal(QPoint, bool)
    let_go = Signal()
    """Is to be as it was."""

    def __init__(self, slot_id: str) -> None:
        super().__init__(slot_id)
        self._from: QPoint | None = None
        self._by_edge = self._dragged = False
        self.setMouseTracking(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a mouse took hold."""
        super().mousePressEvent(event)
        real = event.source() == Qt.MouseEventSource.MouseEventNotSynthesized
        if real and event.button() == Qt.MouseButton.LeftButton:
            self._from, self._by_edge = event.globalPosition().toPoint(), self._is_edge(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse once it has gone far enough to mean it."""
        if self._dragged and not event.buttons() & Qt.MouseButton.LeftButton:
            self._give_up()
        elif self._from is not None:
            self._follow(event.globalPosition().toPoint() - self._from)
        elif not self._dragged:
            shapes = Qt.CursorShape
            self.setCursor(shapes.SizeVerCursor if self._is_edge(event) else shapes.PointingHandCursor)
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go where it is, or press it if it was not dragged."""
        began, self._from = self._from, None
        if not self._dragged:
            super().mouseReleaseEvent(event)
            return
        self._stop_dragging()
        if began is not None:
            self.dropped.emit(event.globalPosition().toPoint() - began, self._by_edge)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of a drag that nobody can see."""
        super().hideEvent(event)
        self._give_up()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of a drag when the keyboard goes elsewhere, such as to a screen that was locked."""
        super().focusOutEvent(event)
        self._give_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is dragged keep every key from everything else, and let go on Esc."""
        if event.type() not in _KEYS:
            return super().eventFilter(watched, event)
        event.accept()
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.KeyPress and self._from is not None:
            self._from = None
            self.let_go.emit()
        return True

    def _give_up(self) -> None:
        """End a drag whose mouse was let go unseen."""
        if self._dragged:
            self._stop_dragging()
            if self._from is not None:
                self._from = None
                self.let_go.emit()

    def _stop_dragging(self) -> None:
        self._dragged = False
        self.removeEventFilter(self)

    def _follow(self, by: QPoint) -> None:
        if not self._dragged and self._far(by) >= QApplication.startDragDistance():
            self._dragged = True
            self.setDown(False)
            self.raise_()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.installEventFilter(self)
        if self._dragged:
            self.dragged.emit(by, self._by_edge)

    def _far(self, by: QPoint) -> int:
        """Return how far it was pulled, in px; an activity only goes up and down."""
        return abs(by.y())

    def _is_edge(self, event: QMouseEvent) -> bool:
        return event.position().y() >= self.height() - _EDGE


class CarriedButton(DragButton):
    """A slot inside another that a mouse can carry to any place; it has no edge to pull."""

    def _far(self, by: QPoint) -> int:
        return by.manhattanLength()

    def _is_edge(self, event: QMouseEvent) -> bool:
        return False
