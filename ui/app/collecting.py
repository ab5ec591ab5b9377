"""Rubbish is collected on the window's thread only.

Python may collect on whichever thread happens to allocate; a widget let go on the writer's thread would end the
program. So automatic collection is switched off, and a timer does it here, youngest objects first. With a large visit
open a look at all objects takes far longer than a frame, so the longer it took, the longer until the next.
"""

import gc
from functools import cache
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_ALL = 2
_SHARE = 0.001
"""The part of the window's time that may go into looking at all objects."""


@cache
def collect_here(app: QObject) -> "Collecting":
    """Collect on this thread only, from now on; asked again for the same application, nothing more is done."""
    return Collecting(app)


class Collecting(QObject):
    """Collects while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._next_of_all = 0.0
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_EVERY_MS)

    def collect(self) -> None:
        """Collect the generations that have grown past Python's own thresholds."""
        counts, rested = gc.get_count(), perf_counter() >= self._next_of_all
        due = [generation for generation, count in enumerate(counts) if count > self._thresholds[generation] > 0]
        if _ALL in due and not rested:
            due.remove(_ALL)
        if due:
            self._collect(due[-1])

    def _collect(self, generation: int) -> None:
        begun = perf_counter()
        gc.collect(generation)
        ended = perf_counter()
        if generation == _ALL:
            self._next_of_all = ended + (ended - begun) / _SHARE
