"""Work that takes longer than a blink, done off the window's thread with plain values in and out."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot
from shiboken6 import isValid

from visitapp.errors import VisitappError


class _Result(QObject):
    """Brings what came of a piece of work back to the window's thread, as long as whoever asked is still there."""

    done = Signal(object)
    failed = Signal(str)
    ended = Signal()
    waiting: "set[_Result]" = set()
    """Kept here until the work has ended: the thread that does it may outlive whoever asked."""

    def __init__(self, parent: QObject, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        super().__init__()
        self._done: Callable[[Any], None] | None = done
        self._failed: Callable[[str], None] | None = failed
        self.waiting.add(self)
        self.done.connect(self._on_done)
        self.failed.connect(self._on_failed)
        self.ended.connect(self._on_ended)
        parent.destroyed.connect(self._forget)

    @Slot(object)
    def _on_done(self, value: object) -> None:
        if self._done is not None and is_there(self._done):
            self._done(value)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if self._failed is not None and is_there(self._failed):
            self._failed(sentence)

    @Slot()
    def _on_ended(self) -> None:
        self._forget()
        self.waiting.discard(self)
        self.deleteLater()

    @Slot()
    def _forget(self) -> None:
        self._done = self._failed = None


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
            self._tell(self._result.failed, str(error))
        else:
            self._tell(self._result.done, value)
        finally:
            self._tell(self._result.ended)

    def _tell(self, signal: SignalInstance, *said: object) -> None:
        if isValid(self._result):  # not so once the program has ended meanwhile
            signal.emit(*said)


def is_there(told: Callable[..., None]) -> bool:
    """Return whether the object whose method is to be called has not been deleted meanwhile."""
    while isinstance(told, partial):
        told = told.func
    owner = getattr(told, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def run_in_background(
    parent: QObject, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[str], None]
) -> None:
    """Run `work` on another thread; `done` gets its value, or `failed` a sentence, back on this one.

    Neither is called once `parent`, or the object whose method it is, has gone.
    """
    QThreadPool.globalInstance().start(_Task(work, _Result(parent, done, failed)))
