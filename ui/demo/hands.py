"""A person at the keyboard: presses keys and types into whatever has the focus, as Qt delivers real keys."""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from visitapp.errors import VisitappError

_LONGEST_WAIT_MS = 20_000


class LostWayError(VisitappError):
    """The walk did not find what it was looking for on the screen."""


class Hands:
    """Types and presses on one window."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def press(self, *sequences: str) -> None:
        """Press keys one after the other, each written as in the key map, such as "Ctrl+N" or "Down"."""
        for sequence in sequences:
            combination = QKeySequence(sequence)[0]
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
            self.settle()

    def write(self, text: str) -> None:
        """Type text into what has the focus; a line break inside a text box is Shift+Enter."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Shift+Return")
            for character in line:
                _type_character(self._target(), character)
        self.settle()

    def settle(self) -> None:
        """Let the window take in what has happened."""
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def wait_until(self, ready: Callable[[], bool], what: str) -> None:
        """Let the window work until something is so; raise LostWayError after twenty seconds."""
        deadline = QDeadlineTimer(_LONGEST_WAIT_MS)
        while not ready():
            if deadline.hasExpired():
                raise LostWayError(f"The walk stopped: {what} did not happen.")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def tab_to(self, name: str, kind: type[QWidget] = QWidget, most: int = 200) -> QWidget:
        """Press Tab until the focus is on the control whose spoken name begins so, and return it."""
        for _ in range(most):
            found = self.focused()
            if found is not None and isinstance(found, kind) and spoken_name(found).startswith(name):
                return found
            self.press("Tab")
        raise LostWayError(f"The walk stopped: no control named {name!r} can be reached with Tab.")

    def focus(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Put the focus on the first visible control whose spoken name begins so, as a click would."""
        root = self._target().window()
        for widget in root.findChildren(kind):
            if widget.isVisible() and widget.focusPolicy() and spoken_name(widget).startswith(name):
                widget.setFocus(Qt.FocusReason.MouseFocusReason)
                self.settle()
                return widget
        raise LostWayError(f"The walk stopped: no control named {name!r} is on the screen.")

    def focused(self) -> QWidget | None:
        """Return what has the focus in the window in front."""
        front = QApplication.activeWindow() or self.window
        return front.focusWidget()

    def replace(self, text: str) -> None:
        """Type text in place of all that stands in the focused field."""
        self.press("Ctrl+A")
        self.write(text)

    def _target(self) -> QWidget:
        front = QApplication.activeModalWidget() or QApplication.activePopupWidget() or self.window
        return front.focusWidget() or front


def spoken_name(widget: QWidget) -> str:
    """Return the name a screen reader speaks."""
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")


def _type_character(target: QWidget, character: str) -> None:
    key = Qt.Key(ord(character.upper())) if character.isascii() else Qt.Key.Key_unknown
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character))
