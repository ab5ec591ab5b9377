"""The stages of a visit in order; none is ever locked, for people jump about."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import PILL, draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.layout import row
from ui.widgets.pressable import Pressable, paint_centred, paint_words, words_width

_CIRCLE = 18
_GAP = 2


class Stepper(QWidget):
    """Named stages; `chosen` brings the number, from 0, of the one a person chose.

    When room is short only the current stage keeps its word.
    """

    chosen = Signal(int)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Visit stages"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._steps = [Step(number, name, len(names)) for number, name in enumerate(names)]
        for number, step in enumerate(self._steps):
            step.clicked.connect(partial(self.chosen.emit, number))
        self.setLayout(row(*self._steps, None, spacing=_GAP))
        theme().changed.connect(self._fold)

    def set_states(self, states: Sequence[str]) -> None:
        """Show each stage as done, now, part (started) or todo."""
        for step, state in zip(self._steps, states, strict=True):
            step.set_state(state)
        self._fold()

    def sizeHint(self) -> QSize:
        """Return room for every word."""
        return QSize(self._width(folded=False), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the numbers and the current word."""
        return QSize(self._width(folded=True), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the words."""
        super().resizeEvent(event)
        self._fold()

    def _width(self, *, folded: bool) -> int:
        return sum(step.wanted_width(folded=folded) + _GAP for step in self._steps)

    def _height(self) -> int:
        return max(step.sizeHint().height() for step in self._steps)

    def _fold(self) -> None:
        folded = self.width() < self._width(folded=False)
        for step in self._steps:
            step.set_folded(folded=folded)


class Step(Pressable):
    """One stage, a radio button to a screen reader."""

    def __init__(self, number: int, text: str, total: int) -> None:
        super().__init__(text)
        self._number, self._total, self._state, self._folded = number + 1, total, "todo", False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolTip(f"{text}  Ctrl+{self._number}")
        self.set_state("todo")

    def set_state(self, state: str) -> None:
        """Show another state."""
        self._state = state
        self.setAutoExclusive(False)
        self.setChecked(state == "now")
        self.setAutoExclusive(True)
        self._rename()
        self.updateGeometry()
        self.update()

    def set_folded(self, *, folded: bool) -> None:
        """Hide the word, or show it."""
        if folded != self._folded:
            self._folded = folded
            self.updateGeometry()
            self.update()

    def wanted_width(self, *, folded: bool) -> int:
        """Return the width in px with or without its word; the current stage keeps it."""
        bare = 10 + _CIRCLE + 10
        if folded and not self._is_now():
            return max(bare, theme().metrics.least)
        return int(words_width(self.text(), theme().font("label", weight=600, px=13))) + bare + 12

    def sizeHint(self) -> QSize:
        """Return the room it takes now."""
        height = max(36, theme().metrics.control, theme().line_height("label") + 12)
        return QSize(self.wanted_width(folded=self._folded), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the stage."""
        rect, now = QRectF(self.rect()), self._is_now()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if now:
                rounded(painter, rect, PILL, "accent_soft")
            elif self.underMouse():
                rounded(painter, rect, PILL, "hover")
            circle = QRectF(10, (rect.height() - _CIRCLE) / 2, _CIRCLE, _CIRCLE)
            self._paint_circle(painter, circle)
            if now or not self._folded:
                words = QRectF(circle.right() + 7, 0, rect.width(), rect.height())
                front = "on_accent_soft" if now else "text2"
                paint_words(painter, words, self.text(), self._font(), front)
            self.paint_ring(painter, rect, 18)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        if self._state == "done":
            rounded(painter, circle, 9, "strength_soft")
            draw_icon(painter, "check", "strength", circle.x() + 3, circle.y() + 3, 12, 3)
            return
        now = self._is_now()
        if now:
            rounded(painter, circle, 9, "accent_fill")
        else:
            line = "accent" if self._state == "part" else "line_strong"
            rounded(painter, circle, 9, None, line, 1.2)
        front = "on_accent" if now else "accent" if self._state == "part" else "text2"
        font = QFont(theme().font("captionm", tnum=True, weight=600))
        font.setPixelSize(11)
        paint_centred(painter, circle, str(self._number), font, front)

    def _is_now(self) -> bool:
        return self._state == "now"

    def _font(self) -> QFont:
        return theme().font("label", weight=600 if self._is_now() else 500, px=13)

    def _rename(self) -> None:
        states = {
            "done": self.tr("complete"),
            "now": self.tr("current stage"),
            "part": self.tr("started"),
            "todo": self.tr("not started"),
        }
        place = self.tr("Stage {number} of {total}").format(number=self._number, total=self._total)
        self.setAccessibleName(f"{place}, {self.text()}, {states[self._state]}")
