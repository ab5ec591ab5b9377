"""One line of a script: to be read aloud, and to be pressed to go where it is written."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.pressable import Pressable
from ui.widgets.text_lines import Laid, lay_out

_PAD_X, _PAD_Y = 10, 5


class ScriptLine(Pressable):
    """Words that wrap, with smaller ones below; `strong` words stand out."""

    def __init__(self, text: str, more: str = "", *, strong: bool = False) -> None:
        super().__init__(text, f"{text}. {more}" if more else text)
        self._more, self._strong = more, strong
        self.setAccessibleDescription(self.tr("Goes to where it is written"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that it grows as it narrows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in px at a width."""
        words, below = self._laid(width)
        return max(int(words.height + (below.height + 2 if below else 0) + 2 * _PAD_Y + 0.999), theme().metrics.least)

    def sizeHint(self) -> QSize:
        """Return a line about 420 px wide."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(160, theme().metrics.least)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        words, below = self._laid(self.width())
        rect, radius = QRectF(self.rect()), theme().metrics.radius
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rounded(painter, rect, radius, "hover" if self.underMouse() else None)
            painter.setPen(theme().colour("text"))
            words.layout.draw(painter, QPointF(_PAD_X, _PAD_Y))
            if below:
                painter.setPen(theme().colour("text2"))
                below.layout.draw(painter, QPointF(_PAD_X, _PAD_Y + words.height + 2))
            self.paint_ring(painter, rect, radius)

    def _laid(self, width: int) -> tuple[Laid, Laid | None]:
        words = self._lines(self.text(), "prose", width, 600 if self._strong else None)
        return words, self._lines(self._more, "body", width) if self._more else None

    @staticmethod
    def _lines(text: str, style: str, width: int, weight: int | None = None) -> Laid:
        font, tall = theme().font(style, weight=weight), theme().line_height(style)
        return lay_out(text, font, max(40, width - 2 * _PAD_X), tall, Qt.AlignmentFlag.AlignLeft, 0, (), True)
