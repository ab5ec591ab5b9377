"""Taking pictures in without holding the window: read, encoded and on the disk, one after the other."""

import threading
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.workspace.pictures import Kept, Pictures
from visitapp.errors import VisitappError

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.workspace.picture_reading import Reading


@dataclass(frozen=True, slots=True)
class Job:
    """One picture to take in: where it comes from (a file, its bytes, or a drawing with its ink) and its kind."""

    source: "bytes | Path | QImage"
    kind: str
    strokes: str = ""


class PictureIntake(QObject):
    """`taken` brings a job and what was kept of it, `refused` a sentence; `busy` tells when work begins and ends."""

    taken = Signal(object, object)
    refused = Signal(str)
    busy = Signal(bool)

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._waiting: deque[Job] = deque()
        self._run: _Run | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a picture is being taken in."""
        return self._run is not None

    def take(self, job: Job) -> None:
        """Take a picture in as soon as those before it are done."""
        self._waiting.append(job)
        if self._run is None:
            self.busy.emit(True)
            self._next()

    def cancel(self) -> None:
        """Give up the picture being read and those that wait; nothing more is heard of them."""
        self._waiting.clear()
        if self._run is not None:
            self._run.given_up = True
            self._run.cancel()
            self._run = None
            self.busy.emit(False)

    def _next(self) -> None:
        self._run = _Run(self._pictures, self._waiting.popleft())
        self._run.ended.connect(self._take_end)
        self._run.start()

    def _take_end(self, run: object) -> None:
        if not isinstance(run, _Run) or run is not self._run:
            return
        self._run = None
        if run.kept is not None:
            self.taken.emit(run.job, run.kept)
        else:
            self.refused.emit(run.sentence)
        if self._waiting and self._run is None:
            self._next()
        elif self._run is None:
            self.busy.emit(False)


class _Run(QObject):
    """One job on a thread of its own, which lives on when the window that wanted it has gone."""

    ended = Signal(object)

    def __init__(self, pictures: Pictures, job: Job) -> None:
        super().__init__()
        self.job = job
        self.kept: Kept | None = None
        self.sentence = ""
        self.given_up = False
        self._pictures = pictures
        self._reading: Reading | None = None

    def start(self) -> None:
        """Begin."""
        from ui.workspace.picture_reading import Reading

        if isinstance(self.job.source, bytes | Path):
            self._reading = Reading(self.job.source)
        threading.Thread(target=self._work, name="picture", daemon=True).start()

    def cancel(self) -> None:
        """End the process that reads."""
        if self._reading is not None:
            self._reading.cancel()

    def _work(self) -> None:
        from ui.workspace.picture_reading import encode_sketch

        try:
            encoded = self._reading.run() if self._reading else encode_sketch(self.job.source)  # type: ignore[arg-type]
            if not self.given_up:
                self.kept = self._pictures.keep(encoded)
        except VisitappError as error:
            self.sentence = str(error)
        self.ended.emit(self)
