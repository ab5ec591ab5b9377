"""One Tab stop for a set of chips: the arrows move inside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ArrowSet(QObject):
    """Widgets of which Tab reaches one, the one last used; arrow keys walk the rest that are shown."""

    def __init__(self, widgets: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        for number, widget in enumerate(self._widgets):
            widget.installEventFilter(self)
            widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk on arrow keys, and let Tab come back to where the focus was."""
        if event.type() == QEvent.Type.FocusIn:
            self._hold(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._walk(watched, step)
                return True
        return False

    def _walk(self, start: QObject, step: int) -> None:
        shown = [widget for widget in self._widgets if widget.isVisible() and widget.isEnabled()]
        if start in shown:
            shown[(shown.index(start) + step) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _hold(self, held: QObject) -> None:
        for widget in self._widgets:
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus if widget is held else Qt.FocusPolicy.ClickFocus)
