"""Words offered right at the caret, in quiet letters: Tab takes them, typing on or Esc lets them go."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from ui.theme.theme import theme
from ui.widgets.announce import announce


class Offer(NamedTuple):
    """What Tab would do at the caret: take away `back` characters before it and write `words`; `shown` is painted."""

    words: str
    shown: str
    back: int = 0


class InlineOffer(QObject):
    """Asks `find` for an offer after every change, with the line before the caret; only at the end of a line."""

    def __init__(self, box: QPlainTextEdit, find: Callable[[str], Offer | None]) -> None:
        super().__init__(box)
        self._box, self._find = box, find
        self._offer: Offer | None = None
        self._at = -1
        box.textChanged.connect(self._look)
        box.cursorPositionChanged.connect(self._on_moved)

    def current(self) -> Offer | None:
        """Return what is offered now, or None."""
        return self._offer

    def let_go(self) -> bool:
        """Offer nothing until something is typed; return whether anything was offered."""
        was_offered = self._offer is not None
        self._show(None)
        return was_offered

    def accept(self) -> bool:
        """Write what is offered, as one step of the box's own undo; return whether anything was."""
        offer = self._offer
        if offer is None:
            return False
        self._show(None)
        caret = self._box.textCursor()
        caret.beginEditBlock()
        if offer.back:
            caret.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, offer.back)
        caret.insertText(offer.words)
        caret.endEditBlock()
        self._box.setTextCursor(caret)
        self._show(None)
        announce(self._box, offer.words.strip())
        return True

    def paint(self) -> None:
        """Draw the offer after the caret, as much of it as the line has room for."""
        if self._offer is None:
            return
        room, font = self._room(), theme().font("compose")
        words = QFontMetricsF(font).elidedText(self._offer.shown, Qt.TextElideMode.ElideRight, room.width())
        with QPainter(self._box.viewport()) as painter:
            painter.setFont(font)
            painter.setPen(theme().colour("text3"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), words)

    def take_press(self, point: QPointF) -> bool:
        """Accept when a finger or the mouse is put on what is offered; return whether it was."""
        return self._offer is not None and self._room().contains(point) and self.accept()

    def _room(self) -> QRectF:
        """Return where the offer is painted: from the caret to the end of the line."""
        caret = QRectF(self._box.cursorRect())
        width = max(0.0, self._box.viewport().width() - caret.right() - 2)
        return QRectF(caret.right() + 1, caret.top(), width, caret.height())

    def _look(self) -> None:
        caret = self._box.textCursor()
        if caret.hasSelection() or not caret.atBlockEnd() or not self._box.hasFocus():
            self._show(None)
            return
        self._at = caret.position()
        self._show(self._find(caret.block().text()))

    def _on_moved(self) -> None:
        if self._offer is not None and self._box.textCursor().position() != self._at:
            self._show(None)

    def _show(self, offer: Offer | None) -> None:
        if offer != self._offer:
            self._offer = offer
            self._box.viewport().update()
