"""A list of what may be put into the report, painted as cards, each with Insert on it."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.parts.report_offers import OfferList
from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import draw_icon, focus_ring, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_words, words_width
from ui.widgets.surfaces import scroll_by_finger
from ui.widgets.text_lines import Laid, lay_out
from ui.widgets.tones import TONES

Index = QModelIndex | QPersistentModelIndex
_PAD = 11
_GAP = 7
_LINES = 3
_KEPT = 600


class NoteCards(QStyledItemDelegate):
    """Paints an offer: mark, name, where it comes from, whether it is used, and its words in three lines."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._cache: dict[tuple[str, float, int], Laid] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of its head and words."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        words = self._laid(index.data() or "", width - 2 * _PAD).height
        return QSize(width, round(words) + _head_height() + 18 + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the card."""
        notes = index.model()
        if not isinstance(notes, OfferList):
            return
        rect = QRectF(option.rect).adjusted(0, 0, 0, -_GAP)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        rounded(painter, rect, 9, "surface", "accent" if current else "line")
        if current and option.widget is not None and shows_ring(option.widget):
            focus_ring(painter, rect, 9)
        self._paint_head(painter, rect, notes, index.row())
        laid = self._laid(index.data() or "", rect.width() - 2 * _PAD)
        painter.setPen(theme().colour("text"))
        laid.layout.draw(painter, QPointF(rect.x() + _PAD, rect.y() + 9 + _head_height()))

    def _laid(self, text: str, width: float) -> Laid:
        key = (text, max(20.0, width), theme().serial)
        if key not in self._cache:
            if len(self._cache) > _KEPT:
                self._cache.clear()
            flat, line = " ".join(text.split()), theme().line_height("small")
            left = Qt.AlignmentFlag.AlignLeft
            self._cache[key] = lay_out(flat, theme().font("small"), key[1], line, left, _LINES, (), True)
        return self._cache[key]

    def _paint_head(self, painter: QPainter, rect: QRectF, notes: OfferList, row: int) -> None:
        offer, high = notes.offer(row), _head_height()
        tone = TONES.get(offer.tone, TONES["neutral"])
        top = rect.y() + 7
        draw_icon(painter, offer.icon, tone.front, rect.x() + _PAD, top + (high - 15) / 2, 15, 2)
        font = theme().font("captionm", tnum=True)
        x = rect.x() + _PAD + 21
        if offer.label:
            paint_words(painter, QRectF(x, top, 60, high), offer.label, font, "text2")
            x += words_width(offer.label, font) + 7
        end = self._paint_button(painter, rect, notes, row)
        meta = QFontMetricsF(theme().font("caption")).elidedText(
            offer.meta, Qt.TextElideMode.ElideRight, max(0.0, end - x - 8)
        )
        paint_words(painter, QRectF(x, top, end - x, high), meta, theme().font("caption"), "text2")

    def _paint_button(self, painter: QPainter, rect: QRectF, notes: OfferList, row: int) -> float:
        place = button_rect(rect, used=notes.used(row))
        if notes.used(row):
            rounded(painter, place, 5, "sunken")
            draw_icon(painter, "check", "text2", place.x() + 6, place.center().y() - 6, 12, 2.2)
            paint_words(painter, place.adjusted(22, 0, 0, 0), _used(), theme().font("captionm"), "text2")
        elif notes.can_insert:
            line = QRectF(place.x(), rect.y() + 7, place.width(), _head_height())
            draw_icon(painter, "corner-down-left", "text2", line.x() + 6, line.center().y() - 7, 14)
            paint_words(painter, line.adjusted(25, 0, 0, 0), _insert(), theme().font("label"), "text2")
        else:
            return rect.right() - _PAD
        return place.x()


class NoteListView(QListView):
    """What to put into the report: Enter, or a press on Insert, or a double press; `inserted` brings the row.

    Shift+Enter wants the words themselves: `words_wanted`.
    """

    inserted = Signal(int)
    words_wanted = Signal(int)
    left = Signal()
    """Up from the first one."""

    def __init__(self, notes: OfferList) -> None:
        super().__init__()
        self._notes = notes
        self.setModel(notes)
        self.setItemDelegate(NoteCards(self))
        self.setAccessibleName(self.tr("Evidence"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        scroll_by_finger(self)
        theme().changed.connect(self.scheduleDelayedItemsLayout)
        notes.modelReset.connect(self._begin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert on Enter; go back to the search field with Up from the first."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            in_words = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.words_wanted if in_words else self.inserted).emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Insert when Insert was pressed."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._on_button(index, event.position()):
            self.inserted.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Insert on a double press."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._on_button(index, event.position()):
            self.inserted.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer where a press does something."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and self._on_button(index, event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again when the width is new."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def insert_rect(self, row: int) -> QRect:
        """Return where Insert stands on the note of a row, in the viewport."""
        card = QRectF(self.visualRect(self._notes.index(row))).adjusted(0, 0, 0, -_GAP)
        return button_rect(card, used=self._notes.used(row)).toAlignedRect()

    def _on_button(self, index: Index, at: QPointF) -> bool:
        inside = self.insert_rect(index.row()).contains(at.toPoint())
        return inside and self._notes.can_insert and not self._notes.used(index.row())

    def _begin(self) -> None:
        if self._notes.rowCount():
            self.setCurrentIndex(self._notes.index(0))


def button_rect(card: QRectF, *, used: bool) -> QRectF:
    """Return where Insert, or Used, stands on a card."""
    if used:
        width = words_width(_used(), theme().font("captionm")) + 30
        return QRectF(card.right() - width - 8, card.y() + 6, width, _head_height())
    width = words_width(_insert(), theme().font("label")) + 34
    high = max(_head_height() + 6, theme().metrics.least)
    return QRectF(card.right() - width - 4, card.y() + 3, width, high)


def _head_height() -> int:
    return theme().fit(20, "captionm", 4)


def _insert() -> str:
    return QCoreApplication.translate("NoteListView", "Insert")


def _used() -> str:
    return QCoreApplication.translate("NoteListView", "Used")
