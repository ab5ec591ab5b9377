"""The box a note is typed in."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.parts.inline_offer import InlineOffer
from ui.parts.picture_sources import has_picture
from ui.parts.tag_completer import TagCompleter
from ui.parts.tag_words import TagRow, tag_rows
from ui.widgets.growing_edit import GrowingEdit
from visitapp.domain.framework import Framework
from visitapp.domain.grammar import Grammar

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class NoteBox(GrowingEdit):
    """Enter tells `entered`, Shift+Enter is a new line; with `find`, typing # offers tags."""

    entered = Signal()
    pictured = Signal(QMimeData)
    """Pictures were pasted or dropped here."""

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
        self.offer: InlineOffer | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, break the line on Shift+Enter, and keep the list of tags in step."""
        if self.tags is not None and self.tags.take_key(event.key()):
            return
        if event.key() == Qt.Key.Key_Escape and self.offer is not None and self.offer.let_go():
            return
        if event.key() in _ENTER:
            self._take_enter(event)
            return
        super().keyPressEvent(event)
        self._follow(event)

    def type_on(self, text: str) -> None:
        """Take the focus, and at the caret what was typed elsewhere."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Accept a tag with Tab while the list is open, or what is offered at the caret, else move on."""
        if forwards and self.tags is not None and self.tags.take_key(Qt.Key.Key_Tab):
            return True
        if forwards and self.offer is not None and self.offer.accept():
            return True
        return super().focusNextPrevChild(forwards)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list of tags."""
        super().focusOutEvent(event)
        self._close_tags()
        if self.offer is not None:
            self.offer.let_go()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close the list of tags; a press on what is offered at the caret takes it."""
        self._close_tags()
        if self.offer is None or not self.offer.take_press(event.position()):
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and what is offered after them."""
        super().paintEvent(event)
        if self.offer is not None:
            self.offer.paint()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take pictures as well as words."""
        return has_picture(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Tell of pictures that are pasted or dropped; words go in."""
        if has_picture(source):
            self.pictured.emit(source)
        else:
            super().insertFromMimeData(source)

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


def make_box(framework: Framework, grammar: Grammar) -> NoteBox:
    """Return the box of a new note, which offers the tags of a programme."""
    box = NoteBox(_tr("New note"), partial(tag_rows, grammar=grammar, framework=framework))
    box.setPlaceholderText(_tr("What did you see, and what did it do for learning?"))
    signs = ", ".join(f"{one.prefix} {one.label}" for one in framework.markers if one.prefix)
    told = _tr("Enter saves. Start with a sign and a space to mark it: {signs}.")
    box.setAccessibleDescription(told.format(signs=signs))
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("Composer", text)
