"""Two groups side by side, year by year: a filled dot, an open one, and the distance between them in words."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import PILL, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_centred, paint_words, words_width

_DOT, _LINE, _PAD = 4.5, 6, 9


class GapRow(NamedTuple):
    """One year: two values with their words, the distance in words, and the pupils below. Where either value is
    missing, `words` say why and nothing is drawn between."""

    year: str
    lower: float | None
    upper: float | None
    lower_words: str = ""
    upper_words: str = ""
    gap: str = ""
    below: str = ""
    words: str = ""


class GapChart(QWidget):
    """Paints what `set_rows` gives; `name` is the chart in words."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[GapRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[GapRow], name: str) -> None:
        """Show years, the first one on top."""
        self._rows = tuple(rows)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every year."""
        return QSize(theme().scaled(190), max(1, len(self._rows)) * self._row_height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room two dots can be told apart in."""
        return QSize(theme().scaled(170), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every year."""
        high = self._row_height()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, one in enumerate(self._rows):
                self._paint_row(painter, one, QRectF(0, number * high, self.width(), high))

    def _row_height(self) -> int:
        return theme().line_height("label") + theme().line_height("caption") + 5

    def _paint_row(self, painter: QPainter, one: GapRow, rect: QRectF) -> None:
        line, caption = theme().line_height("label"), theme().line_height("caption")
        small, years = theme().font("caption", tnum=True), words_width("2025", theme().font("caption", tnum=True))
        top = QRectF(rect.x(), rect.y(), rect.width(), line)
        paint_words(painter, top, one.year, small, "text")
        inner = rect.adjusted(years + 10, 0, 0, 0)
        if one.words:
            pill = QRectF(inner.x(), inner.y(), inner.width(), max(line, caption + 2))
            rounded(painter, pill, 6, "sunken")
            fits = words_width(one.words, small) < pill.width() - 8
            paint_centred(painter, pill, one.words if fits else one.words.partition(",")[0], small, "text2")
            if one.below:
                below = QRectF(inner.x() + 2, inner.y() + line + 2, inner.width(), caption)
                paint_words(painter, below, one.below, small, "text2")
            return
        figures = theme().font("label", weight=600, tnum=True)
        width = words_width(one.gap, figures)
        paint_words(painter, QRectF(rect.right() - width, rect.y(), width, line), one.gap, figures, "text")
        self._paint_pair(painter, one, QRectF(inner.x(), rect.y(), inner.width() - width - 8, line))
        below = QRectF(inner.x() + 2, rect.y() + line, inner.width(), caption)
        paint_words(painter, below, one.below, small, "text2")

    def _paint_pair(self, painter: QPainter, one: GapRow, rect: QRectF) -> None:
        if one.lower is None or one.upper is None:
            return
        figures, plain = theme().font("label", weight=600, tnum=True), theme().font("label", tnum=True)
        widest = words_width("00" if self._range()[1] < 99.5 else "100", figures) + _PAD
        left, right = rect.x() + widest, rect.right() - widest
        low, high = self._range()
        per = (right - left) / max(1.0, high - low)
        down = rect.center().y()
        lower, upper = left + (one.lower - low) * per, left + (one.upper - low) * per
        between = QRectF(min(lower, upper), down - _LINE / 2, abs(upper - lower), _LINE)
        rounded(painter, between, PILL, "track")
        first = (lower, one.lower_words, figures, "accent")
        second = (upper, one.upper_words, plain, "text")
        for (x, words, font, role), is_left in ((first, lower <= upper), (second, lower > upper)):
            size = words_width(words, font)
            start = x - _PAD - size if is_left else x + _PAD
            paint_words(painter, QRectF(start, rect.y(), size + 2, rect.height()), words, font, role)
        _paint_dots(painter, QPointF(lower, down), QPointF(upper, down))

    def _range(self) -> tuple[float, float]:
        known = [value for one in self._rows for value in (one.lower, one.upper) if value is not None]
        return (min(known), max(known)) if known else (0.0, 100.0)


def _paint_dots(painter: QPainter, lower: QPointF, upper: QPointF) -> None:
    painter.setPen(QPen(theme().colour("text2"), 2))
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(upper, _DOT - 1, _DOT - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("accent"))
    painter.drawEllipse(lower, _DOT, _DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
