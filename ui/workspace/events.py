"""From the writer's thread to the window's: the only crossing."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from ui.background import is_there


class WriterEvents(QObject):
    """Listens to the writer on its thread and speaks on the window's."""

    result = Signal(object, object)
    """A function and the result it is to be called with."""
    was_saved = Signal(object)
    was_refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.result.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def saved(self, at: datetime) -> None:
        """Pass on that everything is committed."""
        self.was_saved.emit(at)

    def save_failed(self, sentence: str) -> None:
        """Pass on that a commit was refused."""
        self.was_refused.emit(sentence)

    def _hand_over(self, done: Callable[[Any], None], result: Any) -> None:  # noqa: ANN401
        if is_there(done):
            done(result)
