"""The app's mark: a page with one line of evidence ticked."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.painting import rounded
from ui.theme.theme import theme

_LINES = ((0.36, 0.60), (0.52, 0.48), (0.68, 0.42))


class Mark(QWidget):
    """The mark, `size` px square."""

    def __init__(self, size: int = 32) -> None:
        super().__init__()
        self.setFixedSize(size, size)
        self.setAccessibleName("Visitapp")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        size = float(self.width())
        with QPainter(self) as painter:
            paint_mark(painter, size)


def paint_mark(painter: QPainter, size: float) -> None:
    """Draw the mark at the painter's origin, `size` px square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rounded(painter, QRectF(0, 0, size, size), size * 0.28, "accent_fill")
    painter.setPen(_pen(size * 0.069))
    for height, right in _LINES:
        painter.drawLine(QPointF(size * 0.28, size * height), QPointF(size * right, size * height))
    painter.setPen(_pen(size * 0.075))
    tick = QPainterPath(QPointF(size * 0.52, size * 0.62))
    tick.lineTo(size * 0.60, size * 0.70)
    tick.lineTo(size * 0.76, size * 0.50)
    painter.drawPath(tick)


def _pen(width: float) -> QPen:
    colour, cap, join = theme().colour("on_accent"), Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, Qt.PenStyle.SolidLine, cap, join)
