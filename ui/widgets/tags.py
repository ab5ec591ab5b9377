"""Small still marks: tags, keys, dots and initials."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_centred, paint_words, words_width
from ui.widgets.tones import TONES

_ICON = 12


class Tag(QLabel):
    """A word or two about something. `tone` colours it, `outlined` draws only a line."""

    def __init__(
        self,
        text: str,
        *,
        icon: str = "",
        tone: str = "neutral",
        outlined: bool = False,
        height: int = 20,
        weight: int = 500,
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._icon, self._tone, self._outlined = icon, tone, outlined
        self._height, self._weight = height, weight
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tag(self, text: str, tone: str = "neutral", icon: str = "", *, outlined: bool = False) -> None:
        """Show other words in another tone."""
        self._tone, self._icon, self._outlined = tone, icon, outlined
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of icon and words."""
        width = words_width(self.text(), theme().font("captionm", weight=self._weight)) + 14
        if self._icon:
            width += _ICON + (4 if self.text() else 0)
        return QSize(int(width) + 1, theme().fit(self._height, "captionm", 4))

    def minimumSizeHint(self) -> QSize:
        """Return the size it likes."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tag."""
        rect, tone = QRectF(self.rect()), TONES[self._tone]
        line = "line" if self._outlined else None
        x = 7.0
        with QPainter(self) as painter:
            rounded(painter, rect, 5, None if self._outlined else tone.soft, line)
            if self._icon:
                draw_icon(painter, self._icon, tone.front, x, (rect.height() - _ICON) / 2, _ICON, 2.2)
                x += _ICON + 4
            font = theme().font("captionm", weight=self._weight)
            paint_words(painter, QRectF(x, 0, rect.width(), rect.height()), self.text(), font, tone.front)


class Kbd(QLabel):
    """A key as it is printed on the keyboard."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of its words."""
        height = theme().fit(18, "captionm", 2)
        return QSize(max(height, int(words_width(self.text(), theme().font("captionm"))) + 10), height)

    def minimumSizeHint(self) -> QSize:
        """Return the size it likes."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key."""
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            rounded(painter, rect, 4, "sunken", "line")
            paint_centred(painter, rect, self.text(), theme().font("captionm"), "text2")


class Dot(QWidget):
    """A spot of colour in a legend."""

    def __init__(self, colour: str, size: int = 7) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the spot."""
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), self.height() / 2, self._colour)


class Initials(QLabel):
    """A reviewer's letters in a circle; `yours` fills it."""

    def __init__(self, text: str, name: str, *, yours: bool = False) -> None:
        super().__init__(text)
        self._yours = yours
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return its square."""
        side = theme().fit(24, "captionm", 6)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return its square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and its letters."""
        rect = QRectF(self.rect())
        fill, line, front = ("accent_fill", None, "on_accent") if self._yours else ("sunken", "line_strong", "text2")
        with QPainter(self) as painter:
            rounded(painter, rect, rect.height() / 2, fill, line)
            paint_centred(painter, rect, self.text(), theme().font("captionm", weight=600, px=11), front)
