"""Rubbish is collected on the window's thread only.

Python may collect on whichever thread happens to allocate; a widget let go on the writer's thread would end the
program. So automatic collection is switched off, and a timer does it here, youngest objects first.
"""

import gc
from functools import cache

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


@cache
def collect_here(app: QObject) -> "Collecting":
    """Collect on this thread only, from now on; asked again for the same application, nothing more is done."""
    return Collecting(app)


class Collecting(QObject):
    """Collects while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_EVERY_MS)

    def collect(self) -> None:
        """Collect the generations that have grown past Python's own thresholds."""
        counts = gc.get_count()
        due = [generation for generation, count in enumerate(counts) if count > self._thresholds[generation] > 0]
        if due:
            gc.collect(due[-1])
