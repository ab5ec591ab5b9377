"""Whether focus came by keyboard, so that the ring shows only then. Qt keeps the answer on each window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def came_by_keyboard(widget: QWidget) -> bool:
    """Tell whether focus last moved by keyboard in the window of a widget."""
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def shows_ring(widget: QWidget) -> bool:
    """Tell whether a widget has the focus and it came by keyboard."""
    return widget.hasFocus() and came_by_keyboard(widget)
