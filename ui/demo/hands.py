"""A person at the keyboard: presses keys and types into whatever has the focus, as Qt delivers real keys."""

import re
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QKeyCombination, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from visitapp.errors import VisitappError

_LONGEST_WAIT_MS = 20_000
_STEP_MS = 10
_GLANCE_MS = 10
_MOST_CHOICES = 80
_MOST_NUDGES = 5
_NEW_LINE = "Shift+Return"


class LostWayError(VisitappError):
    """The walk did not find what it was looking for on the screen."""


class Hands:
    """Types and presses on one window, and counts the keys pressed."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.pressed = 0
        """How many keys and chords were pressed; letters that were typed as text are not among them."""

    def press(self, *sequences: str) -> None:
        """Press keys one after the other, each written as in the key map, such as "Ctrl+N" or "Down"."""
        for sequence in sequences:
            combination = _combination(sequence)
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
            self.pressed += 1
            self.settle()

    def stride(self, key: str, times: int) -> None:
        """Press one key many times, as fast as a held key repeats."""
        combination = _combination(key)
        for _ in range(times):
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
        self.pressed += times
        self.settle()

    def write(self, text: str, new_line: str = _NEW_LINE) -> None:
        """Type text into what has the focus; `new_line` is the key for a line break inside it."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press(new_line)
            for character in line:
                _type_character(self._target(), character)
        self.settle()

    def write_quickly(self, text: str, new_line: str = "Return") -> None:
        """Give text word by word, as dictation and touch keyboards do; `new_line` is the key for a line break."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press(new_line)
            for word in re.findall(r"\S+\s*|\s+", line):
                event = QInputMethodEvent()
                event.setCommitString(word)
                QApplication.sendEvent(self._target(), event)
        self.settle()

    def settle(self) -> None:
        """Let the window take in what has happened."""
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        for _ in range(_MOST_NUDGES):
            if QApplication.activeModalWidget() or QApplication.activeWindow() is self.window:
                return
            self.window.activateWindow()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def wait_until(self, ready: Callable[[], bool], what: str) -> None:
        """Let the window work until something is so; raise LostWayError after twenty seconds."""
        loop, step = QEventLoop(), QTimer()
        deadline = QDeadlineTimer(_LONGEST_WAIT_MS)
        step.timeout.connect(loop.quit)
        step.start(_STEP_MS)
        while not ready():
            if deadline.hasExpired():
                raise LostWayError(f"The walk stopped: {what} did not happen.")
            loop.exec()

    def tab_to(self, name: str, kind: type[QWidget] = QWidget, most: int = 200, key: str = "Tab") -> QWidget:
        """Press Tab, or another key, until the focus is on the control whose spoken name begins so; return it."""
        for _ in range(most):
            found = self.focused()
            if found is not None and isinstance(found, kind) and spoken_name(found).startswith(name):
                return found
            self.press(key)
        raise LostWayError(f"The walk stopped: no control named {name!r} can be reached with {key}.")

    def focus(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Put the focus on the first visible control whose spoken name begins so, as a click would."""
        return self.point_at(self.find(name, kind))

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Return the first visible control whose spoken name begins so; raise LostWayError when there is none."""
        found = self._first(name, kind)
        if found is None:
            raise LostWayError(f"The walk stopped: no control named {name!r} is on the screen.")
        return found

    def shows(self, name: str) -> bool:
        """Return whether a control whose spoken name begins so is on the screen."""
        return self._first(name, QWidget) is not None

    def _first(self, name: str, kind: type[QWidget]) -> QWidget | None:
        for widget in self._target().window().findChildren(kind):
            if widget.focusPolicy() and widget.isVisible() and spoken_name(widget).startswith(name):
                return widget
        return None

    def point_at(self, widget: QWidget) -> QWidget:
        """Put the focus on one control, as a click would, and return it."""
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        self.settle()
        return widget

    def choose(self, *path: str) -> None:
        """In the open menu walk down to the words that begin so, through menus inside it, and press Enter."""
        for depth, words in enumerate(path, 1):
            self._walk_menu(words)
            self.press("Return" if depth == len(path) else "Right")

    def focused(self) -> QWidget | None:
        """Return what has the focus in the window in front."""
        front = QApplication.activeWindow() or self.window
        return front.focusWidget()

    def replace(self, text: str) -> None:
        """Type text in place of all that stands in the focused field."""
        self.press("Ctrl+A")
        if not text:
            self.press("Delete")
        self.write(text)

    def _walk_menu(self, words: str) -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            raise LostWayError(f"The walk stopped: no menu is open to choose {words!r} from.")
        for _ in range(_MOST_CHOICES):
            action = menu.activeAction()
            if action is not None and action.text().startswith(words):
                return
            QTest.keyClick(menu, Qt.Key.Key_Down)
            self.pressed += 1
        raise LostWayError(f"The walk stopped: the menu does not offer {words!r}.")

    def _target(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        front = QApplication.activeModalWidget() or self.window
        return front.focusWidget() or front


def spoken_name(widget: QWidget) -> str:
    """Return the name a screen reader speaks."""
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")


def _combination(sequence: str) -> QKeyCombination:
    found: QKeyCombination = QKeySequence(sequence)[0]  # type: ignore[index]
    return found


def _type_character(target: QWidget, character: str) -> None:
    key = Qt.Key(ord(character.upper())) if character.isascii() else Qt.Key.Key_unknown
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
    QApplication.sendEvent(target, event)
