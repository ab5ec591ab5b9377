"""Draws ink on a sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from visitapp.domain.ink import TALL, WIDE, Point, Stroke

_INK = QColor(20, 24, 40)


def blank_sheet() -> QImage:
    """Return an empty white sheet: paper is white in every look, for it may be printed."""
    sheet = QImage(WIDE, TALL, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    return sheet


def drawn_sheet(strokes: Sequence[Stroke]) -> QImage:
    """Return a sheet with strokes on it."""
    sheet = blank_sheet()
    for stroke in strokes:
        draw_points(sheet, stroke.width, stroke.points)
    return sheet


def draw_points(sheet: QImage, width: int, points: Sequence[Point]) -> QRectF:
    """Draw one stroke, or the newest part of one; return the part of the sheet it touched."""
    touched = QRectF()
    with QPainter(sheet) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for start, end in zip(points, points[1:] or points, strict=False):
            wide = width * (0.5 + (start[2] + end[2]) / 200)
            round_ends, round_joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(_INK, wide, Qt.PenStyle.SolidLine, round_ends, round_joins))
            first, last = QPointF(*start[:2]), QPointF(*end[:2])
            if first == last:
                painter.drawPoint(first)
            else:
                painter.drawLine(first, last)
            touched = touched.united(QRectF(first, last).normalized().adjusted(-wide, -wide, wide, wide))
    return touched
