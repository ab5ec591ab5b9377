"""Shows what a camera sees, or the photo just taken, as large as there is room."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import draw_icon, rounded, wash
from ui.theme.theme import theme
from ui.widgets.pressable import paint_centred

_RADIUS = 8.0
_ICON = 32.0
_LEAST = QSize(240, 150)
_USUAL = QSize(16, 9)


class CameraView(QWidget):
    """Paints one picture whole; while there is none it says so in words."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self._words = ""
        self._wide = _LEAST.width()
        self._is_taken = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all below it is drawn too
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def picture(self) -> QImage:
        """What is shown; null while there are words in its place."""
        return self._picture

    def say(self, words: str) -> None:
        """Show words and no picture."""
        self._picture, self._words, self._is_taken = QImage(), words, False
        self.setAccessibleName(words)
        self.update()

    def show_picture(self, picture: QImage, name: str, *, is_taken: bool = False) -> bool:
        """Show a picture under a name; return whether it has another shape than the one before."""
        before = self.shape_shown()
        self._picture, self._is_taken = picture, is_taken
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.update()
        after = self.shape_shown()
        return before.width() * after.height() != after.width() * before.height()

    def shape_shown(self) -> QSize:
        """Return the width and height of what is shown, and the usual ones of a camera before anything is."""
        return _USUAL if self._picture.isNull() else self._picture.size()

    def want_width(self, wide: int) -> None:
        """Ask for the room a picture of this width takes."""
        self._wide = wide
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room of the picture at the width wanted."""
        shape = self.shape_shown()
        return QSize(self._wide, self._wide * shape.height() // shape.width())

    def minimumSizeHint(self) -> QSize:
        """Return the least in which something can be seen."""
        return _LEAST

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, or the words."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), "raised")
            if self._picture.isNull():
                rounded(painter, QRectF(self.rect()), _RADIUS, "sunken", "line")
                self._paint_words(painter)
            else:
                self._paint_picture(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        size = QSizeF(self._picture.size()).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        shape = QPainterPath()
        shape.addRoundedRect(place, _RADIUS, _RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(shape)
        painter.drawImage(place, self._picture)
        painter.setClipping(False)
        line, width = ("accent", 2.0) if self._is_taken else ("line_strong", 1.0)
        rounded(painter, place, _RADIUS, None, line, width)

    def _paint_words(self, painter: QPainter) -> None:
        middle = QRectF(self.rect()).center()
        draw_icon(painter, "camera", "text3", middle.x() - _ICON / 2, middle.y() - _ICON - 4, _ICON)
        below = QRectF(0, middle.y() + 10, self.width(), theme().fit(24, "body", 4))
        paint_centred(painter, below, self._words, theme().font("body"), "text2")
