"""What every painted button shares: size, keys, ring and the drawing of its words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import focus_ring, rounded, tint
from ui.theme.theme import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS_HEIGHT = 18


class Pressable(QPushButton):
    """A stock push button, so that role and state are right, whose look a subclass paints."""

    def __init__(self, text: str = "", name: str = "", description: str = "") -> None:
        super().__init__(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAccessibleName(name or text)
        self.setAccessibleDescription(description)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_label(self, text: str, name: str = "") -> None:
        """Change the words on the button and, with them, its accessible name; the same again costs nothing."""
        if (text, name or text) != (self.text(), self.accessibleName()):
            self.setText(text)
            self.setAccessibleName(name or text)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the size it likes: a button is never squeezed."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button too, as people expect outside dialogs."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain and not event.isAutoRepeat():
            self.press()
            return
        super().keyPressEvent(event)

    def press(self) -> None:
        """Do what a click does."""
        self.click()

    def setMenu(self, menu: QMenu) -> None:
        """Open this menu when pressed."""
        super().setMenu(menu)
        self.follow_menu(menu)

    def follow_menu(self, menu: QMenu) -> None:
        """Look as at rest once a menu of this button has closed and the pointer is elsewhere.

        Qt tells nobody that the pointer left while a menu was open.
        """
        menu.aboutToHide.connect(self._on_menu_closed)

    def _on_menu_closed(self) -> None:
        is_over = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_over)
        self.update()

    def paint_ring(self, painter: QPainter, rect: QRectF, radius: float, on: str = "") -> None:
        """Draw the focus ring if the keyboard is here.

        `on` is `edge` where an accent line runs already, `fill` on an accent ground: the ring then lies inside.
        """
        if not shows_ring(self):
            return
        inner = rect.adjusted(3, 3, -3, -3) if on else rect
        role = "on_accent" if on == "fill" else "accent"
        focus_ring(painter, inner, max(2.0, radius - 3) if on else radius, role)


def paint_words(painter: QPainter, rect: QRectF, text: str, font: QFont, role: str) -> None:
    """Draw a line of words from the left of `rect`, centred in its height."""
    painter.setFont(font)
    painter.setPen(theme().colour(role))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(rect, int(flags), text)


def paint_centred(painter: QPainter, rect: QRectF, text: str, font: QFont, role: str) -> None:
    """Draw a line of words in the middle of `rect`."""
    painter.setFont(font)
    painter.setPen(theme().colour(role))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), text)


def words_width(text: str, font: QFont) -> float:
    """Return how wide a line of words is, in px."""
    return QFontMetricsF(font).horizontalAdvance(text)


def keys_width(keys: str) -> float:
    """Return how wide a key hint is, with its gap, in px; nothing for no keys."""
    return words_width(keys, theme().font("caption")) + 20 if keys else 0.0


def paint_keys(painter: QPainter, x: float, height: float, keys: str, role: str) -> None:
    """Draw a key hint such as Ctrl N at `x`, in a faint chip of the role's own colour."""
    tall = theme().fit(_KEYS_HEIGHT, "caption", 2)
    rect = QRectF(x + 8, (height - tall) / 2, keys_width(keys) - 8, tall)
    rounded(painter, rect, 4, tint(role, 0.16))
    paint_centred(painter, rect, keys, theme().font("caption", weight=500), role)
