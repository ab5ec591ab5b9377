"""A small line of figures by year, with others beside it as broken lines; every figure stands there in words too."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.pressable import paint_centred, paint_words, words_width

_DOT, _RING = 4.5, 4.0
_LEFT, _TOP, _GAP = 14, 26, 10
_LEAST_RANGE = 24.0
_DASHES = ((2.0, 2.0), (7.0, 4.0))


class ChartPoint(NamedTuple):
    """One year: how it is called below, the value and its words, what stands under the year, and whether it is only
    expected. A year without a value has none of the two."""

    year: str
    value: float | None = None
    words: str = ""
    below: str = ""
    is_open: bool = False
    follows: bool = True
    """Whether the year before stands right beside it, so that a line may join the two."""
    is_own: bool = False
    """Whether somebody entered it, so that it is drawn as a diamond and never taken for a published one."""


class Beside(NamedTuple):
    """Somebody else's figures for the same years, and what they are called."""

    label: str
    values: tuple[float | None, ...]


class FigureChart(QWidget):
    """Paints what `set_chart` gives; `name` is the chart in words."""

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[ChartPoint, ...] = ()
        self._beside: tuple[Beside, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_chart(self, points: Sequence[ChartPoint], beside: Sequence[Beside], name: str) -> None:
        """Show years in order, and others beside them."""
        self._points, self._beside = tuple(points), tuple(beside)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a line and two rows of words below."""
        return QSize(theme().scaled(176), theme().scaled(136) + self._foot())

    def minimumSizeHint(self) -> QSize:
        """Return the least room the figures can be told apart in."""
        return QSize(theme().scaled(150), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, the figures and the years."""
        if not self._points:
            return
        across = self._across()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_years(painter, across)
            for one, dash in zip(self._beside, _DASHES, strict=False):
                _paint_broken(painter, self._places(across, one.values), dash, self._points)
            self._paint_labels(painter, across)
            self._paint_school(painter, across)

    def _foot(self) -> int:
        return 2 * theme().line_height("caption") + 4

    def _across(self) -> list[float]:
        font = theme().font("caption", tnum=True)
        labels = [words_width(_label(one), font) for one in self._beside if _last(one.values) is not None]
        right = self.width() - (max(labels) + 12 if labels else _LEFT)
        left = _LEFT + 4
        step = (right - left) / max(1, len(self._points) - 1)
        middle = (left + right) / 2
        return [left + place * step if len(self._points) > 1 else middle for place in range(len(self._points))]

    def _scale(self) -> tuple[float, float]:
        others = [value for one in self._beside for value in one.values]
        known = [value for value in (*(one.value for one in self._points), *others) if value is not None]
        low, high = (min(known), max(known)) if known else (0.0, 0.0)
        spare = max(0.0, _LEAST_RANGE - (high - low)) / 2
        return low - spare, high + spare

    def _down(self, value: float) -> float:
        low, high = self._scale()
        bottom = self.height() - self._foot() - theme().line_height("label") - 10
        return bottom - (value - low) / (high - low) * (bottom - _TOP)

    def _places(self, across: list[float], values: Sequence[float | None]) -> list[QPointF | None]:
        pairs = zip(across, values, strict=False)
        return [None if value is None else QPointF(x, self._down(value)) for x, value in pairs]

    def _paint_years(self, painter: QPainter, across: list[float]) -> None:
        high = theme().line_height("caption")
        top = self.height() - self._foot()
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.drawLine(QPointF(across[0] - 14, top), QPointF(across[-1] + 14, top))
        font = theme().font("caption", tnum=True)
        for x, one in zip(across, self._points, strict=True):
            paint_centred(painter, QRectF(x - 20, top + 3, 40, high), one.year, font, "text")
            if one.below:
                paint_centred(painter, QRectF(x - 20, top + 3 + high, 40, high), one.below, font, "text2")

    def _paint_school(self, painter: QPainter, across: list[float]) -> None:
        places = self._places(across, [one.value for one in self._points])
        for (before, after), point in zip(pairwise(places), self._points[1:], strict=True):
            if before is not None and after is not None and point.follows:
                painter.setPen(_pen("accent", 2.2, (3.0, 2.2) if point.is_open else None))
                painter.drawLine(before, after)
        font = theme().font("label", weight=600, tnum=True)
        for number, (place, one) in enumerate(zip(places, self._points, strict=True)):
            if place is None:
                words = QRectF(across[number] - 20, self.height() - self._foot() - 20, 40, 16)
                paint_centred(painter, words, "\u2013", font, "text3")
                continue
            _paint_dot(painter, place, is_open=one.is_open, is_own=one.is_own)
            self._paint_value(painter, place, number, font)

    def _paint_value(self, painter: QPainter, place: QPointF, number: int, font: QFont) -> None:
        high = theme().line_height("label")
        values = [one.value for one in self._points]
        around = [values[at] for at in (number - 1, number + 1) if 0 <= at < len(values)]
        known = [value for value in around if value is not None]
        own = values[number] or 0.0
        is_above = not known or own >= sum(known) / len(known)
        words = self._points[number].words
        width = words_width(words, font)
        above, below = (
            QRectF(place.x() - width / 2, top, width, high) for top in (place.y() - high - 4, place.y() + 5)
        )
        wanted, instead = (above, below) if is_above else (below, above)
        if self._is_crossed(wanted, number):
            wanted = wanted if self._is_crossed(instead, number, own=True) else instead
            painter.fillRect(wanted.adjusted(0, 2, 0, -2), theme().colour("surface"))
        paint_centred(painter, wanted, words, font, "accent")

    def _is_crossed(self, rect: QRectF, number: int, *, own: bool = False) -> bool:
        """Return whether a line of the others, or the school's own, runs through where words are to stand."""
        across = self._across()
        lines = [list(one.values) for one in self._beside]
        lines += [[one.value for one in self._points]] if own else []
        for values in lines:
            places = self._places(across, values)
            for start, end in pairwise(places[max(0, number - 1) : number + 2]):
                if start is None or end is None:
                    continue
                low, high = max(rect.left(), start.x()), min(rect.right(), end.x())
                slope = (end.y() - start.y()) / max(1.0, end.x() - start.x())
                first, last = (start.y() + slope * (at - start.x()) for at in (low, high))
                if low <= high and max(first, last) > rect.top() + 2 and min(first, last) < rect.bottom() - 2:
                    return True
        return False

    def _paint_labels(self, painter: QPainter, across: list[float]) -> None:
        high, font = theme().line_height("caption"), theme().font("caption", tnum=True)
        told = [(self._down(value), one) for one in self._beside if (value := _last(one.values)) is not None]
        y = float("-inf")
        for down, one in sorted(told, key=lambda pair: pair[0]):
            y = max(y + high, min(down - high / 2, self.height() - self._foot() - 2 * high))
            words = _label(one)
            x = self.width() - words_width(words, font)
            paint_words(painter, QRectF(x, y, self.width() - x, high), words, font, "text2")


def paint_diamond(painter: QPainter, place: QPointF, radius: float) -> None:
    """Draw the mark of a figure somebody entered."""
    corners = ((0.0, -radius), (radius, 0.0), (0.0, radius), (-radius, 0.0))
    painter.drawPolygon([QPointF(place.x() + across, place.y() + down) for across, down in corners])


def _label(one: Beside) -> str:
    last = _last(one.values)
    return f"{one.label} {last:.0f}" if last is not None else one.label


def _last(values: Sequence[float | None]) -> float | None:
    return next((value for value in reversed(values) if value is not None), None)


def _pen(role: str, width: float, dash: tuple[float, float] | None = None) -> QPen:
    pen = QPen(theme().colour(role), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    if dash:
        pen.setDashPattern(list(dash))
    return pen


def _paint_broken(
    painter: QPainter, places: Sequence[QPointF | None], dash: tuple[float, float], points: Sequence[ChartPoint]
) -> None:
    painter.setPen(_pen("text2", 1.4, dash))
    for (before, after), point in zip(pairwise(places), points[1:], strict=True):
        if before is not None and after is not None and point.follows:
            painter.drawLine(before, after)


def _paint_dot(painter: QPainter, place: QPointF, *, is_open: bool, is_own: bool) -> None:
    painter.setPen(_pen("accent", 2.0))
    painter.setBrush(theme().colour("surface" if is_open else "accent"))
    radius = _RING if is_open else _DOT - 1
    if is_own:
        paint_diamond(painter, place, radius + 1.5)
    else:
        painter.drawEllipse(place, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
