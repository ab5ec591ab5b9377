"""The keyboard on the screen: asked for when a finger enters a box, and by a button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputDevice, QMouseEvent


def show_touch_keyboard() -> None:
    """Ask the system for its keyboard on the screen; where there is none, nothing happens."""
    QGuiApplication.inputMethod().show()


def is_by_finger(event: QMouseEvent) -> bool:
    """Tell whether a mouse event was made by Qt, or by the system, from the touch of a finger."""
    made = event.source() != Qt.MouseEventSource.MouseEventNotSynthesized
    return made or event.deviceType() == QInputDevice.DeviceType.TouchScreen
