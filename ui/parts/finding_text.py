"""The words of a finding, written in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from ui.widgets.growing_edit import GrowingEdit

_MOST_LINES = 14


class FindingText(GrowingEdit):
    """Grows with its words. Escape goes back to the card; Alt with an arrow is the card's."""

    escaped = Signal()

    def __init__(self, name: str, placeholder: str, style: str) -> None:
        super().__init__(name, style, 1, _MOST_LINES)
        self.setPlaceholderText(placeholder)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape and let the card have what is not text."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def start_writing(self) -> None:
        """Take the focus with the caret after the last letter."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
