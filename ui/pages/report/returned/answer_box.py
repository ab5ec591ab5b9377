"""The box for a wording of one's own, or for the reason why a change is not taken."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from ui.parts.autosave import Autosave
from ui.widgets.fields import TextArea
from ui.workspace.desk import Desk
from visitapp.domain.places import Place

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerBox(TextArea):
    """Keeps what is typed at once. Enter is `entered`, Shift with it a new line; Esc is `escaped`."""

    entered = Signal()
    escaped = Signal()

    def __init__(self, desk: Desk, place: Place, name: str, hint: str, label: str) -> None:
        super().__init__(name, placeholder=hint, least=1, most=8)
        self.autosave = Autosave(self.edit, desk, place, label)
        self.edit.installEventFilter(self)

    def start(self, text: str = "") -> None:
        """Take the focus at the end of what is written; an empty box begins with `text`."""
        if text and not self.text():
            self.edit.setPlainText(text)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Esc before the text does."""
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in _ENTER and not shifted:
                self.autosave.seal()
                self.entered.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.escaped.emit()
                return True
        return super().eventFilter(watched, event)
