"""Draws what a search found: a card for each note with the match marked in it, a heading for each visit."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.parts.note_words import NoteWords
from ui.parts.search_list import Index, SearchList, VisitHeading, time_words
from ui.parts.search_shapes import Tags, paint_ground, paint_tags
from ui.theme.painting import draw_icon
from ui.theme.theme import theme
from ui.widgets.pressable import paint_words, words_width
from ui.widgets.text_lines import Laid, lay_out
from ui.widgets.text_spans import PlacedSpan, Span
from ui.workspace.search import Hit
from visitapp.domain.evidence import Note
from visitapp.domain.found import Marks, excerpt

_GAP, _SIDE, _TOP, _BETWEEN, _BOTTOM = 6, 14, 9, 4, 10
_LINES = 2
_WIDE_LETTER = 8.0
_LAST_OF_ONE_UNIT = "\uffff"


class SearchPainter(QStyledItemDelegate):
    """Paints the rows of a `SearchList`; every note is as tall as every other, so that nothing is laid out unseen."""

    def __init__(self, view: QListView, found: SearchList) -> None:
        super().__init__(view)
        self._found = found

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a card or of a heading."""
        is_heading = self._found.hit(index.row()) is None
        return _sizes(theme().serial)[is_heading]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, rect = self._found.row(index.row()), QRectF(option.rect)
        if isinstance(row, VisitHeading):
            _paint_heading(painter, rect, row)
        else:
            held = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_hit(painter, rect.adjusted(0, 0, -2, -_GAP), row, held=held)

    def _paint_hit(self, painter: QPainter, rect: QRectF, hit: Hit, *, held: bool) -> None:
        paint_ground(painter, rect, held=held)
        line = QRectF(rect.x() + _SIDE, rect.y() + _TOP, rect.width() - 2 * _SIDE, _head())
        self._paint_head(painter, line, hit, held=held)
        laid = _laid(hit.note.text, hit.marks, line.width(), theme().serial)
        painter.setPen(theme().colour("text"))
        laid.layout.draw(painter, QPointF(line.x(), line.bottom() + _BETWEEN))

    def _paint_head(self, painter: QPainter, line: QRectF, hit: Hit, *, held: bool) -> None:
        note, words = hit.note, self._found.words(hit)
        font, time = theme().font("captionm", tnum=True), time_words(hit)
        paint_words(painter, line, time, font, "text2")
        if words is None:
            return
        x = line.x() + (_width(time, theme().serial) + 7 if time else 0)
        x = paint_tags(painter, x, line, _tags_of(note, words), held=held)
        right = line.right()
        if note.pinned:
            draw_icon(painter, "pin", "accent", right - 14, line.center().y() - 7, 14, 2)
            right -= 22
        meta = _short(words.meta(note), max(0.0, right - x), theme().serial)
        paint_words(painter, QRectF(x, line.y(), right - x, line.height()), meta, theme().font("caption"), "text2")


def card_height() -> int:
    """Return how tall the card of a note is, with the gap below it, in px."""
    return int(_TOP + _head() + _BETWEEN + _LINES * theme().line_height("note") + _BOTTOM + 0.999) + _GAP


@lru_cache(maxsize=4)
def _sizes(serial: int) -> tuple[QSize, QSize]:
    """Return the sizes of a card and of a heading."""
    return QSize(100, card_height()), QSize(100, theme().fit(34, "bodym", 12))


def _head() -> int:
    return theme().fit(20, "captionm", 4)


def _paint_heading(painter: QPainter, rect: QRectF, heading: VisitHeading) -> None:
    line, strong, quiet = rect.adjusted(2, 4, -4, -4), theme().font("bodym", weight=600), theme().font("caption")
    count = words_width(heading.notes, quiet)
    paint_words(painter, line.adjusted(line.width() - count, 0, 0, 0), heading.notes, quiet, "text2")
    days = words_width(heading.days, quiet)
    room = line.width() - count - days - 30
    school = QFontMetricsF(strong).elidedText(heading.school, Qt.TextElideMode.ElideRight, room)
    paint_words(painter, line, school, strong, "text")
    paint_words(painter, line.adjusted(words_width(school, strong) + 10, 0, 0, 0), heading.days, quiet, "text2")


def _tags_of(note: Note, words: NoteWords) -> Tags:
    marker, source = words.marker(note), words.source(note)
    icon, tone = (marker.icon, marker.tone) if marker else ("", "neutral")
    return Tags(words.marker_label(note.marker), icon, tone, note.private, source.icon if source else "")


@lru_cache(maxsize=256)
def _width(time: str, serial: int) -> float:
    return words_width(time, theme().font("captionm", tnum=True))


@lru_cache(maxsize=256)
def _short(meta: str, room: float, serial: int) -> str:
    return QFontMetricsF(theme().font("caption")).elidedText(meta, Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=64)
def _laid(text: str, marks: Marks, width: float, serial: int) -> Laid:
    fits = int(_LINES * width / (_WIDE_LETTER * theme().text_scale))
    part = excerpt(text, marks, max(40, fits))
    spans = [_placed(part.text, start, end) for start, end in part.marks]
    left = Qt.AlignmentFlag.AlignLeft
    return lay_out(part.text, theme().font("note"), width, theme().line_height("note"), left, _LINES, spans, True)


def _placed(text: str, start: int, end: int) -> PlacedSpan:
    """Return a mark where a text layout has it: it counts in units of UTF-16."""
    first = _units(text[:start])
    look = Span(text[start:end], colour="on_accent_soft", weight=600, mark="accent_soft")
    return PlacedSpan(first, _units(text[start:end]), look)


def _units(text: str) -> int:
    return sum(2 if letter > _LAST_OF_ONE_UNIT else 1 for letter in text)
