"""The arrows and Enter of a field, for the list below it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.widgets.announce import announce

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ListKeys(QObject):
    """Lets the arrows go through a list, round and round, while typing goes on in a field; `moved` tells that they
    did, `entered` that Enter was pressed. With no line in the list, the field has its keys."""

    moved = Signal()
    entered = Signal()

    def __init__(self, field: QWidget, view: QListView) -> None:
        super().__init__(field)
        self._field, self._view = field, view
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are meant for the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._view.model().rowCount():
            return self._take_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _take_key(self, key: Qt.Key) -> bool:
        if key in _MOVES:
            self._step(_MOVES[key])
        elif key in _ENTER:
            self.entered.emit()
        return key in _MOVES or key in _ENTER

    def _step(self, step: int) -> None:
        """Go to the line a step away; with none picked out, to the first or the last."""
        model, row = self._view.model(), self._view.currentIndex().row()
        count = model.rowCount()
        here = (row + step) % count if row >= 0 else (0 if step > 0 else count - 1)
        self._view.setCurrentIndex(model.index(here, 0))
        announce(self._field, str(self._view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))
        self.moved.emit()
