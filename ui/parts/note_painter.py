"""Draws one note as a card, and knows how tall it is."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.parts.note_list import Index, NoteList
from ui.parts.note_pictures import NotePictures
from ui.parts.note_words import NoteWords
from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import draw_icon, focus_ring, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_words, words_width
from ui.widgets.text_lines import Laid, lay_out
from ui.widgets.tones import TONES
from visitapp.domain.evidence import Note

GAP = 8
_LEFT, _TOP, _RIGHT, _BOTTOM = 14, 11, 14, 12
_HEAD = 20
_BETWEEN = 5
_DAY, _BAR = 30, 3
_TAG_ICON = 12
_ACTIONS = ("ellipsis", "pin")
MORE, PIN = range(2)
_SAMPLE = "the children explain what they have learned, and why it matters to them "
_UNUSED = 3
"""Letters a line leaves free on average, since it ends with a whole word."""
_MOST_KEPT = 20_000


class NotePainter(QStyledItemDelegate):
    """Paints the notes of a `NoteList`; the selected one shows what can be done with it."""

    def __init__(self, view: QAbstractItemView, notes: NoteList) -> None:
        super().__init__(view)
        self._view, self._notes, self._words = view, notes, notes.words
        self.pictures: NotePictures | None = None
        self._heights: dict[tuple[str, int], int] = {}
        self._look = theme().serial

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a card as wide as the option's rectangle and the gap below it, kept by text."""
        width = option.rect.width()
        if width <= 0:
            return QSize(0, GAP)
        note = self._notes.note(index.row())
        place = note.text, width - (self.pictures.room(note) if self.pictures else 0)
        height = self._kept().get(place)
        if height is None:
            height = self._heights[place] = _height(*place)
        least = self.pictures.least_height(note) + GAP if self.pictures else 0
        return QSize(width, max(height, least) + self.room_above(index.row()))

    def guesses(self, first: int, last: int, across: int) -> list[int]:
        """Return about how tall the cards of some rows are, from the length of their words alone."""
        font, line = theme().font("note"), theme().line_height("note")
        in_line = max(1.0, (across - _LEFT - _RIGHT) / (words_width(_SAMPLE, font) / len(_SAMPLE)) - _UNUSED)
        least = _TOP + _head() + _BETWEEN + _BOTTOM + GAP
        rows, day = range(first, last + 1), _day_height()
        texts = (self._notes.note(row).text for row in rows)
        plain = [least + line * (1 + int(len(text) / in_line) + text.count("\n")) for text in texts]
        begun = self._notes.seem_to_begin_days(first, last)
        return [height + day if begins else height for height, begins in zip(plain, begun, strict=True)]

    def room_above(self, row: int) -> int:
        """Return the room in px that a row leaves above its card to say the day, 0 within a day."""
        return _day_height() if self._notes.begins_day(row) else 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a card."""
        above = self.room_above(index.row())
        note, rect = self._notes.note(index.row()), QRectF(option.rect).adjusted(0, above, 0, -GAP)
        if above:
            _paint_day(
                painter, QRectF(rect.x(), rect.y() - above, rect.width(), above), self._notes.day_words(index.row())
            )
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_ground(painter, rect, selected=selected)
        words = self.words_part(rect, note)
        self._paint_head(painter, words, note, selected=selected)
        if self.pictures:
            self.pictures.paint(painter, rect, note)
        laid = _laid(note.text, words.width() - _LEFT - _RIGHT, theme().serial)
        painter.setPen(theme().colour("text"))
        laid.layout.draw(painter, QPointF(rect.x() + _LEFT, rect.y() + _TOP + _head() + _BETWEEN))
        if selected and shows_ring(self._view):
            focus_ring(painter, rect, theme().metrics.radius_card)

    def words_part(self, card: QRectF, note: Note) -> QRectF:
        """Return the part of a card left of its picture; all of it without one."""
        return card.adjusted(0, 0, -self.pictures.room(note), 0) if self.pictures else card

    def picture_place(self, card: QRectF, note: Note) -> QRectF:
        """Return where the picture of a card (its rectangle with the gap) is; nowhere without one."""
        return self.pictures.place(card.adjusted(0, 0, 0, -GAP), note) if self.pictures else QRectF()

    def _kept(self) -> dict[tuple[str, int], int]:
        if self._look != theme().serial or len(self._heights) > _MOST_KEPT:
            self._heights.clear()
            self._look = theme().serial
        return self._heights

    def _paint_head(self, painter: QPainter, rect: QRectF, note: Note, *, selected: bool) -> None:
        line = QRectF(rect.x() + _LEFT, rect.y() + _TOP, rect.width() - _LEFT - _RIGHT, _head())
        font = theme().font("captionm", tnum=True)
        time = self._words.time(note)
        paint_words(painter, line, time, font, "text2")
        x = line.x() + words_width(time, font) + 7
        x = self._paint_marker(painter, x, line, note)
        if note.private:
            x = paint_tag(painter, x, line, self.tr("Private"), "eye-off", "neutral")
        right = _paint_right(painter, rect, line, note, selected=selected)
        source = self._words.source(note)
        if source and source.icon:
            draw_icon(painter, source.icon, "text3", x + 2, line.center().y() - 6.5, 13, 2)
            x += 21
        room = QRectF(x, line.y(), right - x - 8, line.height())
        caption = theme().font("caption")
        words = QFontMetricsF(caption).elidedText(self._words.meta(note), Qt.TextElideMode.ElideRight, room.width())
        paint_words(painter, room, words, caption, "text3")

    def _paint_marker(self, painter: QPainter, x: float, line: QRectF, note: Note) -> float:
        marker = self._words.marker(note)
        tone, icon = (marker.tone, marker.icon) if marker else ("neutral", "")
        return paint_tag(painter, x, line, self._words.marker_label(note.marker), icon, tone)


def marker_place(card: QRectF, note: Note, words: NoteWords) -> QRectF:
    """Return where the marker of a card (its rectangle with the gap) can be pressed; to a finger it is larger."""
    time = words_width(words.time(note), theme().font("captionm", tnum=True))
    line = QRectF(card.x() + _LEFT + time + 7, card.y() + _TOP, 0, _head())
    marker = words.marker(note)
    line.setWidth(_tag_width(words.marker_label(note.marker), marker.icon if marker else ""))
    more = max(0.0, theme().metrics.least - line.height()) / 2
    return line.adjusted(-2, -more, 2, more)


def action_at(card: QRectF, point: QPointF) -> int | None:
    """Return which action of a selected card (its rectangle with the gap) lies under a point, or None."""
    rect = card.adjusted(0, 0, 0, -GAP)
    return next((action for action in range(len(_ACTIONS)) if _action_rect(rect, action).contains(point)), None)


def action_place(card: QRectF, action: int) -> QPointF:
    """Return where a menu of an action should open: the lower left corner of its icon."""
    return _action_rect(card.adjusted(0, 0, 0, -GAP), action).bottomLeft()


def _height(text: str, width: int) -> int:
    laid = _lay(text, width - _LEFT - _RIGHT)
    return int(_TOP + _head() + _BETWEEN + laid.height + _BOTTOM + 0.999) + GAP


def _head() -> int:
    return theme().fit(_HEAD, "captionm", 4)


def _day_height() -> int:
    return theme().fit(_DAY, "captionm", 12)


def _paint_day(painter: QPainter, room: QRectF, words: str) -> None:
    font = theme().font("captionm", tnum=True)
    paint_words(painter, room.adjusted(2, 0, 0, -4), words, font, "text2")
    start, middle = room.x() + 2 + words_width(words, font) + 10, room.center().y() - 2
    painter.fillRect(QRectF(start, middle, room.right() - start, 1), theme().colour("line"))


def _paint_ground(painter: QPainter, rect: QRectF, *, selected: bool) -> None:
    """Draw an empty card; the one in hand has an edge and a bar that no card under the mouse has."""
    radius = theme().metrics.radius_card
    rounded(painter, rect, radius, "surface", *(("accent", 1.5) if selected else ("line", 1.0)))
    if selected:
        bar = QRectF(rect.x() + 5, rect.y() + radius, _BAR, rect.height() - 2 * radius)
        rounded(painter, bar, _BAR / 2, "accent")


def _paint_right(painter: QPainter, rect: QRectF, line: QRectF, note: Note, *, selected: bool) -> float:
    if selected:
        for action, icon in enumerate(_ACTIONS):
            place = _action_rect(rect, action).center()
            role = "accent" if action == PIN and note.pinned else "text2"
            draw_icon(painter, icon, role, place.x() - 7.5, place.y() - 7.5, 15)
        return _action_rect(rect, len(_ACTIONS) - 1).left()
    if note.pinned:
        draw_icon(painter, "pin", "accent", line.right() - 14, line.center().y() - 7, 14, 2)
        return line.right() - 18
    return line.right()


def _action_rect(rect: QRectF, action: int) -> QRectF:
    side = 44.0 if theme().metrics.touch else 28.0
    middle = rect.y() + _TOP + _head() / 2
    return QRectF(rect.right() - 8 - (action + 1) * side - action * 6, middle - side / 2, side, side)


def paint_tag(painter: QPainter, x: float, line: QRectF, text: str, icon: str, tone_code: str) -> float:
    """Draw a small tag from `x` on as high as a line; return where what follows may begin."""
    tone, font = TONES[tone_code], theme().font("captionm")
    before = _TAG_ICON + 4 if icon else 0
    rect = QRectF(x, line.y(), _tag_width(text, icon), line.height())
    edge = tone.solid if theme().palette.name == "contrast" else None
    rounded(painter, rect, 5, tone.soft, edge)
    if icon:
        draw_icon(painter, icon, tone.front, x + 7, line.center().y() - _TAG_ICON / 2, _TAG_ICON, 2.2)
    paint_words(painter, rect.adjusted(7 + before, 0, 0, 0), text, font, tone.front)
    return rect.right() + 6


def _tag_width(text: str, icon: str) -> float:
    return words_width(text, theme().font("captionm")) + 14 + (_TAG_ICON + 4 if icon else 0)


@lru_cache(maxsize=64)
def _laid(text: str, width: float, serial: int) -> Laid:
    return _lay(text, width)


def _lay(text: str, width: float) -> Laid:
    height = theme().line_height("note")
    return lay_out(text, theme().font("note"), width, height, Qt.AlignmentFlag.AlignLeft, 0, (), True)
