"""A rating of a few steps, set by arrow keys, figures or the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import focus_ring, rounded
from ui.theme.theme import theme

_EDGE = 4
_PITCH = 15
_TOUCH_PITCH = 30


class Dots(QSlider):
    """A rating of 1 up to the number of `labels`, or 0 while none is given; `rated` brings each new one.

    `name` is what is rated. Keys: 1 to 9, the arrows, Delete to take it off.
    """

    rated = Signal(int)

    def __init__(self, name: str, labels: Sequence[str], rating: int = 0) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name, self._labels = name, tuple(labels)
        self.setRange(0, len(self._labels))
        self.setSingleStep(1)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_rating(rating)
        self.valueChanged.connect(self._on_changed)

    def rating(self) -> int:
        """Return the rating, 0 for none."""
        return self.value()

    def set_rating(self, rating: int) -> None:
        """Show a rating without telling anyone."""
        blocked = self.blockSignals(True)
        self.setValue(rating)
        self.blockSignals(blocked)
        self._rename()
        self.update()

    def label(self) -> str:
        """Return the word for the rating, or an empty text."""
        return self._labels[self.value() - 1] if self.value() else ""

    def sizeHint(self) -> QSize:
        """Return room for every step."""
        return QSize(len(self._labels) * self._pitch() + 2 * _EDGE - 4, theme().metrics.least)

    def minimumSizeHint(self) -> QSize:
        """Return the size it likes."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a figure as the rating."""
        if event.text().isdigit() and int(event.text()) <= self.maximum():
            self.setValue(int(event.text()))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setValue(0)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Rate by the step under the mouse; the one step given, pressed again, takes it off."""
        step = min(self.maximum(), max(0, int((event.position().x() - _EDGE + 2) // self._pitch())) + 1)
        self.setValue(0 if step == self.value() == 1 else step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Leave the rating alone while the mouse moves."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the rating alone when the mouse lets go."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the rating alone while the page scrolls."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        pitch = self._pitch()
        width, top = min(pitch - 4, 22), (self.height() - 7) / 2
        with QPainter(self) as painter:
            for number in range(self.maximum()):
                given = number < self.value()
                rect = QRectF(_EDGE + number * pitch, top, width, 7)
                rounded(painter, rect, 3.5, "accent" if given else "track")
            if shows_ring(self):
                focus_ring(painter, QRectF(self.rect()), 6)

    def _pitch(self) -> int:
        return _TOUCH_PITCH if theme().metrics.touch else _PITCH

    def _on_changed(self, rating: int) -> None:
        self._rename()
        self.update()
        self.rated.emit(rating)

    def _rename(self) -> None:
        self.setAccessibleName(f"{self._name}: {self.label() or self.tr('not rated')}")
