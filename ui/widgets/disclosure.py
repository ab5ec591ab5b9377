"""A line that opens what is folded under it, and closes it again."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import Pressable, paint_words

_ICON, _LEFT, _WORDS = 16, 3, 28


class Disclosure(Pressable):
    """A full-width line with an arrow, on (`toggled`) while open; `icon` stands at its right where there is one."""

    def __init__(self, text: str = "", icon: str = "", colour: str = "text2") -> None:
        super().__init__(text)
        self._icon, self._colour = icon, colour
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._describe)
        self._describe()

    def sizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(160, max(theme().line_height("small") + 10, theme().metrics.least))

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw arrow, words and icon."""
        rect = QRectF(self.rect())
        middle = (rect.height() - _ICON) / 2
        with QPainter(self) as painter:
            if self.underMouse():
                rounded(painter, rect, theme().metrics.radius_small, "hover")
            arrow = "chevron-down" if self.isChecked() else "chevron-right"
            draw_icon(painter, arrow, "text2", _LEFT, middle, _ICON, 2)
            font = theme().font("small", weight=500, tnum=True)
            words = QRectF(_WORDS, 0, rect.width() - _WORDS, rect.height())
            paint_words(painter, words, self.text(), font, "text2")
            if self._icon:
                draw_icon(painter, self._icon, self._colour, rect.right() - _ICON - 3, middle, _ICON, 2)
            self.paint_ring(painter, rect, theme().metrics.radius_small)

    def _describe(self, _on: bool = False) -> None:
        self.setAccessibleDescription(self.tr("Open") if self.isChecked() else self.tr("Folded"))
        self.update()
