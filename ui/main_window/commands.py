"""Shortcuts of the window, each with a code; undo is left to a text box while it has something of its own."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.main_window.key_map import KEYS, OTHER_KEYS
from ui.widgets.kept_undo import leaves_undo_to_record


class Commands(QObject):
    """Turns keys into the codes of commands."""

    wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        for code, keys in (*KEYS.items(), *OTHER_KEYS.items()):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(partial(self.wanted.emit, code))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take undo and redo from a text box that has nothing of its own to turn round."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QPlainTextEdit | QLineEdit):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            code = _undo_code(event)
            if code == "redo" and _has_own(watched, code):
                event.accept()
                return True
            return bool(code) and not _has_own(watched, code)
        if event.type() == QEvent.Type.KeyPress and _undo_code(event) == "redo":
            watched.redo()
            return True
        return False

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Listen to a text box from its first focus on; on the whole application it would see every event."""
        if isinstance(new, QPlainTextEdit | QLineEdit) and new.window() is self._window:
            new.installEventFilter(self)


def _undo_code(event: QKeyEvent) -> str:
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    return "redo" if event.matches(QKeySequence.StandardKey.Redo) or _is_ctrl_y(event) else ""


def _has_own(edit: QPlainTextEdit | QLineEdit, code: str) -> bool:
    if leaves_undo_to_record(edit):
        return False
    if isinstance(edit, QLineEdit):
        return edit.isUndoAvailable() if code == "undo" else edit.isRedoAvailable()
    document = edit.document()
    return document.isUndoAvailable() if code == "undo" else document.isRedoAvailable()


def _is_ctrl_y(event: QKeyEvent) -> bool:
    """Known to every platform here, though not to every text box of Qt."""
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
