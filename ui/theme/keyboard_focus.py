"""Knows whether focus came by keyboard, so that the ring shows only then."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

_PROPERTY = "keyboard"
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class KeyboardFocus(QObject):
    """Notes on each window how focus last moved in it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch focus go by; never stops an event."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QWidget):
            _note(watched, event)
        return False


def watch_focus(app: QApplication) -> None:
    """Start noting how focus moves."""
    if app.findChild(KeyboardFocus) is None:
        app.installEventFilter(KeyboardFocus(app))


def shows_ring(widget: QWidget) -> bool:
    """Tell whether a widget has the focus and it came by keyboard."""
    return widget.hasFocus() and bool(widget.window().property(_PROPERTY))


def _note(widget: QWidget, event: QFocusEvent) -> None:
    if event.reason() in _BY_KEY:
        widget.window().setProperty(_PROPERTY, True)
    elif event.reason() == Qt.FocusReason.MouseFocusReason:
        widget.window().setProperty(_PROPERTY, False)
