"""The box a note is typed in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.parts.tag_completer import TagCompleter
from ui.parts.tag_words import TagRow
from ui.widgets.growing_edit import GrowingEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class NoteBox(GrowingEdit):
    """Enter tells `entered`, Shift+Enter is a new line; with `find`, typing # offers tags."""

    entered = Signal()

    def __init__(
        self,
        name: str,
        find: Callable[[str], Sequence[TagRow]] | None = None,
        *,
        least: int = 2,
        most: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, "compose", least, most, parent)
        self.tags = TagCompleter(self, find) if find else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, break the line on Shift+Enter, and keep the list of tags in step."""
        if self.tags is not None and self.tags.take_key(event.key()):
            return
        if event.key() in _ENTER:
            self._take_enter(event)
            return
        super().keyPressEvent(event)
        self._follow(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Accept a tag with Tab while the list is open, else move on."""
        if forwards and self.tags is not None and self.tags.take_key(Qt.Key.Key_Tab):
            return True
        return super().focusNextPrevChild(forwards)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list of tags."""
        super().focusOutEvent(event)
        self._close_tags()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close the list of tags."""
        self._close_tags()
        super().mousePressEvent(event)

    def _take_enter(self, event: QKeyEvent) -> None:
        self._close_tags()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif not event.isAutoRepeat():
            self.entered.emit()

    def _follow(self, event: QKeyEvent) -> None:
        if self.tags is None:
            return
        if (event.text().isprintable() and event.text()) or event.key() in _DELETES:
            self.tags.look()
        else:
            self.tags.hide()

    def _close_tags(self) -> None:
        if self.tags is not None:
            self.tags.hide()
