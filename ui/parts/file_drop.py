"""Files let fall anywhere on a page, and a page that shows that it would take them."""

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ui.parts.picture_sources import has_picture, pictures_in
from ui.theme.painting import draw_icon, rounded, wash
from ui.theme.theme import theme
from ui.widgets.pressable import paint_centred

_EDGE, _ICON, _PAD = 12, 32, 28


class FileDrop(QWidget):
    """Lies over a page while files are held over it; `dropped` brings what was let fall, as sources of papers."""

    dropped = Signal(object)

    def __init__(self, page: QWidget, words: str, note: str) -> None:
        super().__init__(page)
        self._page, self._words, self._note = page, words, note
        self._is_over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(words)
        self.hide()
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come up when files come over the page, and go when they leave it another way."""
        if watched is self._page and isinstance(event, QDragEnterEvent) and has_picture(event.mimeData()):
            self._is_over = False
            self.setGeometry(self._page.rect())
            self.show()
            self.raise_()
            event.acceptProposedAction()
            return True
        if watched is self._page and event.type() == QEvent.Type.DragLeave:
            QTimer.singleShot(0, self, self._leave)
        if watched is self._page and isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.dropEvent(event)
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures."""
        self._is_over = True
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on welcoming them."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go again."""
        self._is_over = False
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was let fall."""
        self._is_over = False
        self.hide()
        event.acceptProposedAction()
        self.dropped.emit(pictures_in(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a frame and, on a card of its own, what would happen."""
        whole = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setOpacity(0.82)
            wash(painter, whole, "accent_soft")
            painter.setOpacity(1.0)
            frame = whole.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            rounded(painter, frame, 14, None, "accent", 2, (6.0, 4.0))
            self._paint_card(painter, whole)

    def _paint_card(self, painter: QPainter, whole: QRectF) -> None:
        high, low = theme().line_height("title"), theme().line_height("small")
        wide = max(theme().text_width(self._words, "title"), theme().text_width(self._note, "small")) + 2 * _PAD
        card = QRectF(0, 0, min(wide, whole.width() - 2 * _PAD), high + low + _ICON + 2 * _PAD + 14)
        card.moveCenter(whole.center())
        rounded(painter, card, 14, "surface", "line")
        top = card.top() + _PAD
        draw_icon(painter, "paperclip", "accent", card.center().x() - _ICON / 2, top, _ICON, 1.6)
        line = QRectF(card.x(), top + _ICON + 10, card.width(), high)
        paint_centred(painter, line, self._words, theme().font("title"), "text")
        below = QRectF(card.x(), line.bottom() + 4, card.width(), low)
        paint_centred(painter, below, self._note, theme().font("small"), "text2")

    def _leave(self) -> None:
        if not self._is_over:
            self.hide()
