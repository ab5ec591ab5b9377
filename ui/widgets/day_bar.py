"""The day as a strip: what was agreed, against the clock."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import draw_icon, rounded, tint, wash
from ui.theme.theme import theme
from ui.widgets.clock_times import clock
from ui.widgets.pressable import paint_centred, paint_words, words_width

_TOP = 20
_BAR = 28
_LOOKS = {
    "done": ("strength_soft", None, "strength"),
    "now": ("accent_soft", "accent", "on_accent_soft"),
    "break": ("sunken", None, "text2"),
    "todo": ("surface", "line_strong", "text2"),
}


class DayPart(NamedTuple):
    """One activity of the day: start and end in minutes since midnight, words, short words.

    States: done, now, break, todo.
    """

    start: int
    end: int
    label: str
    short: str = ""
    state: str = "todo"


class DayBar(QWidget):
    """The parts of a day between two times, with a line at the time it is now."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[DayPart, ...] = ()
        self._now: int | None = None
        self._place = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(240)

    def set_day(self, parts: Sequence[DayPart], now: int | None = None, place: str = "") -> None:
        """Show a day; `now` is in minutes since midnight, `place` is a word inside the part one is in."""
        self._parts, self._now, self._place = tuple(parts), now, place
        self.setAccessibleName(self._spoken())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for hours, strip and the time now."""
        return QSize(400, self._top() + self._bar() + theme().line_height("captionm") + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the day."""
        if not self._parts:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_hours(painter)
            for part in self._parts:
                self._paint_part(painter, part)
            if self._now is not None:
                self._paint_now(painter, self._now)

    def _x(self, minute: float) -> float:
        first, last = self._parts[0].start, max(part.end for part in self._parts)
        return (minute - first) / max(1, last - first) * self.width()

    def _top(self) -> int:
        return theme().fit(_TOP, "caption", 4)

    def _bar(self) -> int:
        return theme().fit(_BAR, "captionm", 10)

    def _paint_hours(self, painter: QPainter) -> None:
        first, last = self._parts[0].start, max(part.end for part in self._parts)
        font = theme().font("caption", tnum=True)
        half = words_width("00:00", font) / 2 + 2
        for minute in range(-(-first // 60) * 60, last + 1, 60):
            x = min(self._x(minute), self.width() - 0.5)
            painter.setPen(QPen(theme().colour("line"), 1))
            painter.drawLine(QPointF(x, self._top() - 4), QPointF(x, self._top()))
            middle = min(max(x, half), self.width() - half)
            place = QRectF(middle - half, 0, 2 * half, self._top() - 5)
            paint_centred(painter, place, clock(minute), font, "text3")

    def _paint_part(self, painter: QPainter, part: DayPart) -> None:
        fill, line, front = _LOOKS[part.state]
        left = self._x(part.start) + 1.5
        rect = QRectF(left, self._top(), max(2.0, self._x(part.end) - left - 1.5), self._bar())
        rounded(painter, rect, 6, fill, line, 1.5 if part.state == "now" else 1)
        if part.state == "now" and self._now is not None:
            self._paint_gone(painter, rect, self._now)
        x = rect.x() + (9 if words_width(part.label, theme().font("captionm")) < rect.width() - 14 else 5)
        if part.state == "done":
            draw_icon(painter, "check", front, x - 1, rect.center().y() - 6, 12, 2.6)
            x += 16
        end = self._x(self._now) - 4 if self._place and part.state == "now" and self._now else rect.right() - 4
        paint_words(painter, QRectF(x, rect.y(), max(1.0, end - x), rect.height()), self._words(part, end - x),
                    theme().font("captionm"), front)  # fmt: skip

    def _words(self, part: DayPart, room: float) -> str:
        font = theme().font("captionm")
        words = part.label if words_width(part.label, font) <= room else part.short or part.label
        return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, room))

    def _paint_gone(self, painter: QPainter, rect: QRectF, now: int) -> None:
        path = QPainterPath()
        path.addRoundedRect(rect, 6, 6)
        painter.save()
        painter.setClipPath(path)
        gone = max(0.0, self._x(now) - rect.x())
        wash(painter, QRectF(rect.x(), rect.y(), gone, rect.height()), tint("accent", 0.16))
        painter.restore()

    def _paint_now(self, painter: QPainter, now: int) -> None:
        x, top, bottom = self._x(now), self._top(), self._top() + self._bar()
        if self._place:
            rect = QRectF(x + 9, top, 160, self._bar())
            paint_words(painter, rect, self._place, theme().font("caption"), "on_accent_soft")
        pen = QPen(theme().colour("text"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top - 2), QPointF(x, bottom + 4))
        font, words = (
            theme().font("captionm", tnum=True, weight=600),
            self.tr("Now {time}").format(time=clock(now)),
        )
        half = words_width(words, font) / 2 + 2
        middle = min(max(x, half), self.width() - half)
        place = QRectF(middle - half, bottom + 4, 2 * half, theme().line_height("captionm"))
        paint_centred(painter, place, words, font, "text")

    def _spoken(self) -> str:
        states = {"done": self.tr("done"), "now": self.tr("now")}
        told = []
        for part in self._parts:
            words = f"{clock(part.start)} {part.label}"
            told.append(", ".join(w for w in (words, states.get(part.state, "")) if w))
        return self.tr("Day plan: {parts}").format(parts="; ".join(told))
