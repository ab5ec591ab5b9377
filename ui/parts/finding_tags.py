"""Small marks on a finding that can be pressed: a word, or the kinds of source behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import Pressable, paint_words, words_width
from ui.widgets.tones import TONES

_ICON = 12
_SOURCE_ICON = 14
_PITCH = 10


class TagButton(Pressable):
    """A tag that does something when pressed, or with `checkable` holds yes or no."""

    def __init__(self, name: str, *, checkable: bool = False) -> None:
        super().__init__("", name)
        self._tone, self._icon, self._outlined = "neutral", "", True
        self.setCheckable(checkable)

    def set_tag(self, text: str, name: str, *, tone: str = "neutral", icon: str = "", outlined: bool = True) -> None:
        """Show words in a tone; `name` says all of it."""
        if (self.text(), self.accessibleName(), self._tone, self._icon) == (text, name, tone, icon):
            return
        self._tone, self._icon, self._outlined = tone, icon, outlined
        self.set_label(text, name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of icon and words, never less than a target takes."""
        width = words_width(self.text(), theme().font("captionm")) + 15
        width += _ICON + 4 if self._icon else 0
        least = theme().metrics.least
        return QSize(max(least, int(width)), max(least, self._tag_height() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tag in the middle of its target."""
        high, tone = self._tag_height(), TONES[self._tone]
        rect = QRectF(0, (self.height() - high) / 2, self.width(), high)
        words = words_width(self.text(), theme().font("captionm")) + (_ICON + 4 if self._icon else 0)
        x = max(7.0, (self.width() - words) / 2)
        with QPainter(self) as painter:
            rounded(painter, rect, 5, self._ground(tone.soft), self._line(tone.solid))
            if self._icon:
                draw_icon(painter, self._icon, tone.front, x, rect.y() + (high - _ICON) / 2, _ICON, 2.2)
                x += _ICON + 4
            room = QRectF(x, rect.y(), rect.width(), high)
            paint_words(painter, room, self.text(), theme().font("captionm"), tone.front)
            self.paint_ring(painter, rect, 5)

    def _ground(self, soft: str) -> str | None:
        if not self._outlined:
            return soft
        return "hover" if self.underMouse() else None

    def _line(self, solid: str) -> str | None:
        if theme().palette.name == "contrast":
            return solid
        return "line" if self._outlined else None

    @staticmethod
    def _tag_height() -> int:
        return theme().fit(20, "captionm", 4)


class SourcesButton(Pressable):
    """Kinds of source as icons with counts; press it to see the notes."""

    def __init__(self, name: str) -> None:
        super().__init__("", name)
        self._sources: tuple[tuple[str, int], ...] = ()
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_sources(self, sources: Sequence[tuple[str, int]], name: str) -> None:
        """Show (icon, count) pairs; `name` says them in words."""
        self._sources = tuple(sources)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of every kind of source."""
        width = sum(self._width(count) for _, count in self._sources)
        return QSize(
            max(theme().metrics.least, int(width) - _PITCH + 8),
            max(theme().metrics.least, theme().fit(20, "captionm", 4)),
        )

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(min(36, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icons and counts."""
        high = self.height()
        with QPainter(self) as painter:
            if self.underMouse() or self.isChecked():
                rounded(painter, QRectF(self.rect()), theme().metrics.radius_small, "hover")
            x = 3.0
            for icon, count in self._sources:
                if x + self._width(count) > self.width() + _PITCH:
                    paint_words(painter, QRectF(x, 0, 16, high), "\u2026", theme().font("captionm"), "text2")
                    break
                draw_icon(painter, icon, "text2", x, (high - _SOURCE_ICON) / 2, _SOURCE_ICON, 2)
                room = QRectF(x + _SOURCE_ICON + 4, 0, self._width(count), high)
                paint_words(painter, room, str(count), theme().font("captionm", tnum=True), "text2")
                x += self._width(count)
            self.paint_ring(painter, QRectF(self.rect()), theme().metrics.radius_small)

    @staticmethod
    def _width(count: int) -> float:
        return _SOURCE_ICON + 4 + words_width(str(count), theme().font("captionm", tnum=True)) + _PITCH
