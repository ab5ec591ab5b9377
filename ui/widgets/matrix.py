"""A square on which a person places one point by hand."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.pressable import Pressable, paint_centred, words_width

_STEP = 0.05
_MOVES = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, _STEP),
    Qt.Key.Key_Down: (0.0, -_STEP),
}
_OFF = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CELLS = 4


class Matrix(Pressable):
    """Two scales, each 0 to 1, crossing; the point is a record of a judgement and starts out not placed.

    Place it by a click, a drag or the arrow keys; Delete takes it off. `placed` brings across and up,
    `removed` tells that it is gone. The bands are words for a screen reader, low to high.
    """

    placed = Signal(float, float)
    removed = Signal()

    def __init__(self, across: str, up: str, across_bands: Sequence[str], up_bands: Sequence[str]) -> None:
        super().__init__()
        self._across, self._up = across, up
        self._across_bands, self._up_bands = tuple(across_bands), tuple(up_bands)
        self._point: tuple[float, float] | None = None
        self._told: tuple[float, float] | None = None
        self.setAccessibleDescription(self.tr("Arrow keys move the point, Delete takes it off."))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._rename()

    def point(self) -> tuple[float, float] | None:
        """Return across and up, 0 to 1 each, or None while not placed."""
        return self._point

    def set_point(self, point: tuple[float, float] | None) -> None:
        """Show a point, or none, without telling anyone."""
        self._point = self._told = point
        self._rename()
        self.update()

    def place_of(self, point: tuple[float, float]) -> QPoint:
        """Return where a point is drawn, in px from the corner."""
        return self._place(self._grid(), point).toPoint()

    def sizeHint(self) -> QSize:
        """Return the square and its two labels."""
        words = theme().line_height("caption")
        return QSize(160 + words, 134 + words)

    def press(self) -> None:
        """Put the point in the middle if it is not placed."""
        if self._point is None:
            self._take((0.5, 0.5))
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or take off the point."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            x, y = self._point or (0.5, 0.5)
            right, up = _MOVES[key] if self._point else (0.0, 0.0)
            self._take((x + right, y + up))
            self._tell()
        elif key in _OFF and self._point is not None:
            self.set_point(None)
            self.removed.emit()
        elif key == Qt.Key.Key_Space:
            self.press()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Place the point under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(self._at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the point follow."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where the point came to rest."""
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the square, its labels and the point."""
        grid = self._grid()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_cells(painter, grid)
            self._paint_labels(painter, grid)
            if self._point is None:
                paint_centred(painter, grid, self.tr("Not placed"), theme().font("captionm"), "text2")
            else:
                _paint_point(painter, self._place(grid, self._point))
            self.paint_ring(painter, grid.adjusted(-2, -2, 2, 2), 7)

    def _grid(self) -> QRectF:
        words = theme().line_height("caption") + 2
        return QRectF(words + 2, 2, self.width() - words - 4, self.height() - words - 6)

    @staticmethod
    def _place(grid: QRectF, point: tuple[float, float]) -> QPointF:
        return QPointF(grid.x() + point[0] * grid.width(), grid.bottom() - point[1] * grid.height())

    def _at(self, place: QPointF) -> tuple[float, float]:
        grid = self._grid()
        return ((place.x() - grid.x()) / grid.width(), (grid.bottom() - place.y()) / grid.height())

    def _take(self, point: tuple[float, float]) -> None:
        self._point = (_within(point[0]), _within(point[1]))
        self._rename()
        self.update()

    def _tell(self) -> None:
        if self._point is not None and self._point != self._told:
            self._told = self._point
            announce(self, self._words())
            self.placed.emit(*self._point)

    def _words(self) -> str:
        if self._point is None:
            return self.tr("not placed")
        across = _band(self._across_bands, self._point[0])
        return f"{self._across} {across}, {self._up} {_band(self._up_bands, self._point[1])}".lower()

    def _rename(self) -> None:
        title = self.tr("{across} against {up}").format(across=self._across, up=self._up.lower())
        self.setAccessibleName(f"{title}: {self._words()}")

    def _paint_labels(self, painter: QPainter, grid: QRectF) -> None:
        font, high = theme().font("caption", px=11), theme().line_height("caption")
        below = QRectF(grid.x(), grid.bottom() + 3, grid.width(), high)
        paint_centred(painter, below, self._across, font, "text2")
        arrow = below.center().x() + words_width(self._across, font) / 2 + 4
        draw_icon(painter, "arrow-right", "text3", arrow, below.center().y() - 6, 12, 2)
        painter.save()
        painter.translate(high / 2, grid.center().y())
        painter.rotate(-90)
        paint_centred(painter, QRectF(-60, -high / 2, 120, high), self._up, font, "text2")
        painter.restore()


def _within(value: float) -> float:
    return round(max(0.0, min(1.0, value)), 3)


def _band(bands: Sequence[str], value: float) -> str:
    return bands[min(len(bands) - 1, int(value * len(bands)))] if bands else f"{value:.0%}"


def _paint_cells(painter: QPainter, grid: QRectF) -> None:
    wide, high = grid.width() / _CELLS, grid.height() / _CELLS
    for column in range(_CELLS):
        for row in range(_CELLS):
            rect = QRectF(grid.x() + column * wide, grid.y() + row * high, wide, high)
            rounded(painter, rect.adjusted(1.5, 1.5, -1.5, -1.5), 5, _ground(_CELLS - 1 - row - column))


def _ground(lean: int) -> str:
    if lean >= 2:
        return "risk_soft"
    if lean >= 1:
        return "develop_soft"
    return "sunken" if lean >= -1 else "strength_soft"


def _paint_point(painter: QPainter, place: QPointF) -> None:
    painter.setPen(QPen(theme().colour("surface"), 3))
    painter.setBrush(theme().colour("accent"))
    painter.drawEllipse(place, 9, 9)
    painter.setPen(QPen(theme().colour("accent"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place, 12, 12)
