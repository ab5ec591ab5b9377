"""One visit as a line of the list, painted whole so that hundreds of them cost little."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from ui.theme.painting import draw_icon, rounded, wash
from ui.theme.theme import theme
from ui.widgets.pressable import Pressable, paint_words, words_width

_STAGES = 6
_EDGE = 16
_GAP = 12
_CHEVRON = 16
_LEAST_SHARED = 300
_NAMED = 0.6
"""Which part of the room that is shared the school's name has; the next step has the rest."""
_WIDTHS = (112, 96, 108)
_OF_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class VisitWords(NamedTuple):
    """What a row says: every part in words, the stages behind as a number, and the tone of the next step."""

    school: str
    place: str
    programme: str
    dates: str
    distance: str
    stage: str
    stages_behind: int
    step: str
    tone: str = ""


class VisitRow(Pressable):
    """A visit as one button. Enter or a click opens it; `delete_wanted` comes from Delete or its menu."""

    delete_wanted = Signal()

    def __init__(self, words: VisitWords) -> None:
        super().__init__()
        self._words, self._ruled = words, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    @property
    def words(self) -> VisitWords:
        """Return what the row says."""
        return self._words

    def set_words(self, words: VisitWords) -> None:
        """Say something else."""
        if words == self._words and self.accessibleName():
            return
        self._words = words
        stage = self.tr("stage {name}").format(name=words.stage)
        parts = (words.school, words.place, words.programme, words.dates, words.distance, stage, words.step)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def set_ruled(self, *, ruled: bool) -> None:
        """Draw a hair line above the row, or none for the first one."""
        self._ruled = ruled
        self.update()

    def sizeHint(self) -> QSize:
        """Return the row's height for the text size and touch in force."""
        two_lines = theme().line_height("bodym") + theme().line_height("caption") + 14
        return QSize(480, max(theme().metrics.row, two_lines) + 1)

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(240, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for deletion on Delete; leave the arrows to the list."""
        if event.key() in _OF_THE_LIST:
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_wanted.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to open or delete the visit."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(self.press)
        menu.addAction(self.tr("Delete visit")).triggered.connect(self.delete_wanted)
        menu.popup(event.globalPos())

    def enterEvent(self, event: QEvent) -> None:
        """Show where the mouse is."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the mouse has gone."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        rect = QRectF(self.rect()).adjusted(4, 3, -4, -2)
        with QPainter(self) as painter:
            if self._ruled:
                wash(painter, QRect(_EDGE, 0, self.width() - 2 * _EDGE, 1), "line")
            if self.underMouse():
                rounded(painter, rect, theme().metrics.radius, "hover")
            self._paint_cells(painter)
            self.paint_ring(painter, rect, theme().metrics.radius)

    def _paint_cells(self, painter: QPainter) -> None:
        words, height = self._words, self.height()
        shared, with_stage = self._shared_room()
        tag, dates, stage = (theme().scaled(width) for width in _WIDTHS)
        x, named = float(_EDGE), 2 * shared * _NAMED
        _two_lines(painter, QRectF(x, 0, named, height), (words.school, "bodym"), (words.place, "caption"))
        x += named + _GAP
        _tag(painter, QRectF(x, 0, tag, height), words.programme)
        x += tag + _GAP
        _two_lines(painter, QRectF(x, 0, dates, height), (words.dates, "small"), (words.distance, "caption"))
        x += dates + _GAP
        if with_stage:
            _stage(painter, QRectF(x, 0, stage, height), words)
            x += stage + _GAP
        end = self.width() - _GAP - _CHEVRON
        _step(painter, QRectF(x, 0, end - _GAP - x, height), words)
        draw_icon(painter, "chevron-right", "text3", end, (height - _CHEVRON) / 2, _CHEVRON)

    def _shared_room(self) -> tuple[float, bool]:
        tag, dates, stage = (theme().scaled(width) for width in _WIDTHS)
        rest = self.width() - _EDGE - _GAP - _CHEVRON - tag - dates - 4 * _GAP
        with_stage = rest - stage - _GAP >= _LEAST_SHARED
        return (rest - (stage + _GAP if with_stage else 0)) / 2, with_stage


def _two_lines(painter: QPainter, rect: QRectF, upper: tuple[str, str], lower: tuple[str, str]) -> None:
    first, second = theme().line_height(upper[1]), theme().line_height(lower[1])
    whole = first + (second if lower[0] else 0)
    top = rect.y() + (rect.height() - whole) / 2
    _line(painter, QRectF(rect.x(), top, rect.width(), first), upper[0], theme().font(upper[1], tnum=True), "text")
    if lower[0]:
        below = QRectF(rect.x(), top + first, rect.width(), second)
        _line(painter, below, lower[0], theme().font(lower[1], tnum=True), "text2")


def _tag(painter: QPainter, rect: QRectF, text: str) -> None:
    if not text:
        return
    font, height = theme().font("captionm"), theme().fit(20, "captionm", 4)
    width = min(rect.width(), words_width(text, font) + 15)
    pill = QRectF(rect.x(), (rect.height() - height) / 2, width, height)
    rounded(painter, pill, 5, "sunken")
    _line(painter, pill.adjusted(7, 0, -7, 0), text, font, "text2")


def _stage(painter: QPainter, rect: QRectF, words: VisitWords) -> None:
    line, bar = theme().line_height("small"), 6
    top = (rect.height() - line - 5 - bar) / 2
    _line(painter, QRectF(rect.x(), top, rect.width(), line), words.stage, theme().font("small"), "text")
    width = (min(92.0, rect.width()) - (_STAGES - 1) * 3) / _STAGES
    for number in range(_STAGES):
        part = QRectF(rect.x() + number * (width + 3), top + line + 5, width, bar)
        rounded(painter, part, 3, "accent" if number < words.stages_behind else "track")
        if number == words.stages_behind:
            rounded(painter, QRectF(part.x(), part.y(), width / 2, bar), 3, "accent")


def _step(painter: QPainter, rect: QRectF, words: VisitWords) -> None:
    x, front = rect.x(), words.tone or "text2"
    if words.tone:
        draw_icon(painter, "circle-alert", front, x, (rect.height() - 15) / 2, 15, 2)
        x += 21
    _line(painter, QRectF(x, 0, rect.right() - x, rect.height()), words.step, theme().font("small"), front)


def _line(painter: QPainter, rect: QRectF, text: str, font: QFont, role: str) -> None:
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, rect.width()) + 1)
    paint_words(painter, rect, shown, font, role)
