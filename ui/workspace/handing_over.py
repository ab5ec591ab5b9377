"""Everything of a visit so far is handed over: composed, written, read back, and only then called done."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from ui.background import run_in_background
from ui.workspace.desk import Desk
from ui.workspace.evidence import COMPOSER
from visitapp.domain.handover import Handover, compose_handover
from visitapp.errors import VisitappError


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed over: a path for each format, in the order of the formats, and how many notes are in it."""

    paths: tuple[Path, ...]
    notes: str


class _StoppedError(VisitappError):
    """The person no longer wants it."""


class HandingOver(QObject):
    """Hands over the open visit, off the window's thread; one of `handed`, `refused` and `stopped` follows."""

    handed = Signal(object)
    refused = Signal(str)
    stopped = Signal()
    progressed = Signal(int, int)
    """How many of how many steps are done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._stop = Event()

    def handover(self, *, private: bool = False) -> Handover:
        """Return the visit as it stands at this moment, with what is still being typed."""
        return _composed(self._desk, private=private)()

    def hand_over(self, folder: Path, formats: Collection[str], *, private: bool = False) -> None:
        """Write everything so far into a folder, in the background; everything typed is handed over first."""
        self._desk.leave()
        self._stop = Event()
        work = partial(
            _work, _composed(self._desk, private=private), folder, frozenset(formats), partial(self._step, self._stop)
        )
        run_in_background(self, work, self._finish, self.refused.emit)

    def stop(self) -> None:
        """Stop before anything is written; once the files are being put in place it is too late, and they are."""
        self._stop.set()

    def _step(self, stop: Event, done: int, steps: int) -> None:
        if stop.is_set():
            raise _StoppedError
        self.progressed.emit(done, steps)

    def _finish(self, handed: Handed | None) -> None:
        if handed is None:
            self.stopped.emit()
        else:
            self.handed.emit(handed)


def _composed(desk: Desk, *, private: bool) -> Callable[[], Handover]:
    """Return a function that composes the visit as it is now, safe on any thread: all it holds is frozen."""
    from visitapp.frameworks.measures import load_measures

    draft = desk.draft(COMPOSER)
    return partial(
        compose_handover,
        desk.record,
        desk.now().astimezone(),
        desk.zone,
        private=private,
        sample=desk.is_sample,
        drafts=(draft,) if draft else (),
        words=desk.aids.shorthand if desk.aids is not None else None,
        measures=load_measures(),
    )


def _work(
    compose: Callable[[], Handover], folder: Path, formats: frozenset[str], step: Callable[[int, int], None]
) -> Handed | None:
    from exports.handover.write import write_handover

    handover = compose()
    try:
        return Handed(write_handover(handover, folder, formats, step), handover.note_count())
    except _StoppedError:
        return None
