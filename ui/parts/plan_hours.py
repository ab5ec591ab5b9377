"""The hours behind the day plan, and the line of this moment."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.parts.plan_room import hours_width
from ui.parts.plan_scale import DayScale
from ui.theme.painting import wash
from ui.theme.theme import theme
from ui.widgets.pressable import paint_words, words_width
from visitapp.domain.planning import clock


def paint_hours(painter: QPainter, scale: DayScale, width: int, now: int | None) -> None:
    """Draw a line and a figure for every hour of a scale, and one for `now`, in minutes from midnight."""
    first, last = scale.marks[0], scale.marks[-1]
    for hour in range(-(-first // 60), last // 60 + 1):
        _paint_time(painter, hour * 60, scale.top(hour * 60), width, is_now=False)
    if now is not None and first <= now <= last:
        _paint_time(painter, now, scale.top(now), width, is_now=True)


def _paint_time(painter: QPainter, minute: int, y: float, width: int, *, is_now: bool) -> None:
    left = hours_width()
    painter.setPen(QPen(theme().colour("accent" if is_now else "line"), 2 if is_now else 1))
    painter.drawLine(QPointF(left - 4, y), QPointF(width, y))
    font = theme().font("captionm" if is_now else "caption", tnum=True)
    words = words_width(clock(minute), font)
    high = theme().line_height("caption") + 2
    place = QRectF(left - 12 - words, y - high / 2, words + 2, high)
    wash(painter, place, "bg")
    paint_words(painter, place, clock(minute), font, "accent" if is_now else "text3")
