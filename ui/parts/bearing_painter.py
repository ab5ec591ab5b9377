"""Paints a note or finding that may be linked: how it stands at the left, then where it is from and its words."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.parts.bearing_list import BearingList, Index, stance_words
from ui.parts.evidence_tray_words import marker_look, where_seen
from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import draw_icon, focus_ring, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_centred, paint_words, words_width
from ui.widgets.text_lines import Laid, lay_out
from ui.widgets.tones import TONES
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Framework

_SIDE, _TOP, _GAP, _ICON = 10, 8, 4, 15
_LINES = 3


class _Head(NamedTuple):
    icon: str
    colour: str
    label: str
    where: str


class BearingPainter(QStyledItemDelegate):
    """One card a row; what is linked carries a word, never a colour alone."""

    def __init__(self, framework: Framework, notes: BearingList, view: QListView) -> None:
        super().__init__(view)
        self._framework, self._list, self._view = framework, notes, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height the words take at the list's width."""
        width = self._view.viewport().width()
        offered = self._list.offered(index.row())
        text = offered.one.text if offered else ""
        tall = int(_laid(text, _room(width, self._mark_width())).height) + _head_height() + 3 + 2 * _TOP + _GAP
        return QSize(width, max(tall, theme().metrics.least + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the card."""
        offered = self._list.offered(index.row())
        if offered is None:
            return
        rect = QRectF(option.rect).adjusted(1, 1, -1, -_GAP)
        painter.save()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rounded(painter, rect, 9, "hover" if hovered else "surface", "line_strong" if current else "line")
        mark = self._mark_width()
        self._paint_stance(painter, QRectF(rect.x() + _SIDE, rect.y(), mark, rect.height()), offered.one)
        left = rect.x() + _SIDE + mark + _SIDE
        line = QRectF(left, rect.y() + _TOP, rect.right() - _SIDE - left, _head_height())
        self._paint_head(painter, line, self._head(offered.one), self._list.why(index.row()))
        painter.setPen(theme().colour("text"))
        laid = _laid(offered.one.text, _room(option.rect.width(), mark))
        laid.layout.draw(painter, QPointF(left, line.bottom() + 3))
        if current and shows_ring(self._view):
            focus_ring(painter, rect, 9)
        painter.restore()

    def _paint_stance(self, painter: QPainter, room: QRectF, one: Note | Finding) -> None:
        stance = self._list.stance(one)
        high = theme().fit(22, "captionm", 6)
        rect = QRectF(room.x(), room.center().y() - high / 2, room.width(), high)
        if not stance:
            rounded(painter, rect, 6, None, "line_strong", 1, (3.0, 3.0))
            return
        tone = TONES["accent" if stance == "for" else "neutral"]
        rounded(painter, rect, 6, tone.soft, tone.solid, 1.25)
        paint_centred(painter, rect, stance_words(one, stance), theme().font("captionm", weight=600), tone.front)

    def _paint_head(self, painter: QPainter, line: QRectF, head: _Head, why: str) -> None:
        draw_icon(painter, head.icon, head.colour, line.x(), line.center().y() - _ICON / 2, _ICON, 2)
        strong, plain = theme().font("captionm", tnum=True), theme().font("caption")
        x, right = line.x() + _ICON + 6, line.right()
        if why:
            right -= words_width(why, plain)
            paint_words(painter, QRectF(right, line.y(), line.width(), line.height()), why, plain, "text2")
        paint_words(painter, QRectF(x, line.y(), line.width(), line.height()), head.label, strong, "text2")
        x += words_width(head.label, strong) + 8
        painter.setFont(plain)
        where = painter.fontMetrics().elidedText(head.where, Qt.TextElideMode.ElideRight, max(0, int(right - x - 10)))
        paint_words(painter, QRectF(x, line.y(), line.width(), line.height()), where, plain, "text2")

    def _head(self, one: Note | Finding) -> _Head:
        if isinstance(one, Note):
            look = marker_look(self._framework, one)
            return _Head(look.icon, look.colour, one.label, where_seen(self._framework, one))
        kind = self._framework.finding_kind(one.kind)
        if kind is None:
            return _Head("circle", "text3", one.kind, "")
        return _Head(kind.icon, TONES[kind.tone].front, kind.label, "")

    def _mark_width(self) -> float:
        words = (
            stance_words(_ANY_NOTE, "for"),
            stance_words(_ANY_NOTE, "against"),
            stance_words(_ANY_FINDING, "for"),
        )
        return max(words_width(one, theme().font("captionm", weight=600)) for one in words) + 16


_ANY_NOTE, _ANY_FINDING = Note(""), Finding("")


def _head_height() -> int:
    return max(theme().line_height("captionm"), _ICON)


def _room(width: float, mark: float) -> float:
    return max(60.0, width - 3 * _SIDE - mark - 2)


def _laid(text: str, width: float) -> Laid:
    font, line = theme().font("small"), theme().line_height("small")
    return lay_out(" ".join(text.split()), font, width, line, Qt.AlignmentFlag.AlignLeft, _LINES, (), True)
