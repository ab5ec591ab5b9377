"""A word about something, large enough to be read from afar."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.pages.present.words import line_height
from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_centred, words_width
from ui.widgets.tones import TONES


class BigTag(QLabel):
    """A label on a soft ground; with no tone only a line is drawn round it. `px` is its size before the scale."""

    def __init__(self, text: str, px: int, tone: str = "") -> None:
        super().__init__(text)
        self._px, self._tone = px, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of its words."""
        tall = line_height(self._px) + self._px // 4
        return QSize(round(words_width(self.text(), self._font()) + 0.7 * tall), tall)

    def minimumSizeHint(self) -> QSize:
        """Return the size it likes."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tag."""
        rect, tone = QRectF(self.rect()), TONES[self._tone or "neutral"]
        with QPainter(self) as painter:
            rounded(painter, rect, rect.height() / 5, tone.soft if self._tone else None, "" if self._tone else "line")
            paint_centred(painter, rect, self.text(), self._font(), tone.front)

    def _font(self) -> QFont:
        return theme().font("body", weight=500, px=self._px)
