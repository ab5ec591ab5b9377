"""What every test of a real widget needs: the app dressed as it ships, and the accessible tree."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.theme import dress, theme
from ui.theme.tokens import DESK, LIGHT


def dressed(app: QApplication) -> Iterator[None]:
    """Dress the app for one test and put the plain look back after it."""
    dress(app)
    yield
    if (theme().palette, theme().metrics, theme().text_scale) != (LIGHT, DESK, 1.0):
        theme().apply(LIGHT, DESK, 1.0)


def accessible_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def is_checked(widget: QWidget) -> bool:
    return bool(QAccessible.queryAccessibleInterface(widget).state().checked)


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def count_pixels(image: QImage, colour: str) -> int:
    wanted = int(colour.lstrip("#"), 16) | 0xFF000000
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def differing(one: QImage, other: QImage) -> int:
    """Return how many pixels differ between two pictures of one size."""
    return sum(one.pixel(x, y) != other.pixel(x, y) for x in range(one.width()) for y in range(one.height()))


def shown(qtbot, widget: QWidget) -> QWidget:
    """Put a widget on the screen and wait until it has the keyboard."""
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget
