"""Paints a note of the tray as a card."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.parts.evidence_tray_model import NOTE_ROLE, PLACED_ROLE, Index
from ui.parts.evidence_tray_words import marker_look, where_seen
from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_words, words_width
from ui.widgets.text_lines import Laid, lay_out
from visitapp.domain.evidence import Note
from visitapp.domain.framework import Framework

_GAP = 7
_SIDE = 11
_ICON = 15
_LINES = 3


class EvidenceTrayDelegate(QStyledItemDelegate):
    """Marker, number and place on one line, then up to three lines of the note."""

    def __init__(self, framework: Framework, view: QListView) -> None:
        super().__init__(view)
        self._framework = framework
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height the words take at the list's width."""
        width = self._view.viewport().width()
        note = index.data(NOTE_ROLE)
        if not isinstance(note, Note):
            return QSize(width, 0)
        return QSize(width, int(_laid(note, width).height) + _head_height() + 4 + 2 * 10 + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the card."""
        note = index.data(NOTE_ROLE)
        if not isinstance(note, Note):
            return
        rect = QRectF(option.rect).adjusted(1, 1, -1, -_GAP)
        painter.save()
        self._paint_ground(painter, rect, option)
        self._paint_head(painter, rect, note, placed=bool(index.data(PLACED_ROLE)))
        painter.setPen(theme().colour("text"))
        laid = _laid(note, option.rect.width())
        laid.layout.draw(painter, QPointF(rect.x() + _SIDE, rect.y() + 10 + _head_height() + 3))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rounded(painter, rect, 10, "hover" if hovered else "surface", "line")
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if current or bool(option.state & QStyle.StateFlag.State_Selected):
            ringed = current and shows_ring(self._view)
            rounded(painter, rect, 10, None, "accent" if ringed or current else "line_strong", 2 if current else 1)

    def _paint_head(self, painter: QPainter, rect: QRectF, note: Note, *, placed: bool) -> None:
        look, high = marker_look(self._framework, note), _head_height()
        left, top = rect.x() + _SIDE, rect.y() + 9
        draw_icon(painter, look.icon, look.colour, left, top + (high - _ICON) / 2, _ICON, 2)
        left += _ICON + 6
        strong = theme().font("captionm", tnum=True)
        paint_words(painter, QRectF(left, top, 60, high), note.label, strong, "text2")
        left += words_width(note.label, strong) + 8
        plain, right = theme().font("caption"), rect.right() - 28
        where = painter.fontMetrics().elidedText(
            where_seen(self._framework, note), Qt.TextElideMode.ElideRight, int(right - left)
        )
        paint_words(painter, QRectF(left, top, right - left, high), where, plain, "text2")
        mark = "link-2" if placed else "lock" if note.private else "grip-vertical"
        draw_icon(painter, mark, "text3", rect.right() - 22, top + (high - 14) / 2, 14)


def _head_height() -> int:
    return max(theme().line_height("captionm"), _ICON)


def _laid(note: Note, width: int) -> Laid:
    room = max(40, width - 2 * _SIDE - 2)
    text = " ".join(note.text.split())
    style = "small"
    font, line = theme().font(style), theme().line_height(style)
    return lay_out(text, font, room, line, Qt.AlignmentFlag.AlignLeft, _LINES, (), True)
