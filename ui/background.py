"""Work that takes longer than a blink, done off the window's thread with plain values in and out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from visitapp.errors import VisitappError


class _Result(QObject):
    done = Signal(object)
    failed = Signal(str)


class _Task(QRunnable):
    def __init__(self, work: Callable[[], Any], result: _Result) -> None:
        super().__init__()
        self._work = work
        self._result = result

    def run(self) -> None:
        """Do the work; an expected fault becomes its sentence, a bug goes to the error hook."""
        try:
            value = self._work()
        except VisitappError as error:
            self._result.failed.emit(str(error))
        else:
            self._result.done.emit(value)


def run_in_background(
    parent: QObject, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[str], None]
) -> None:
    """Run `work` on another thread; `done` gets its value, or `failed` a sentence, back on this one."""
    result = _Result(parent)
    result.done.connect(done)
    result.failed.connect(failed)
    result.done.connect(result.deleteLater)
    result.failed.connect(result.deleteLater)
    QThreadPool.globalInstance().start(_Task(work, result))
