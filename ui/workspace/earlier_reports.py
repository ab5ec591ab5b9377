"""Earlier reports read into the open vault, one after another, off the window's thread."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.background import run_in_background
from visitapp.frameworks.library import Library

if TYPE_CHECKING:
    from sqlmodel import Session

    from visitapp.domain.imported.reading import Reading

Ask = Callable[["Callable[[Session], Any]", Callable[[Any], None]], None]


class EarlierReports(QObject):
    """Makes a visit of each file, whole; `ended` follows the last, or the one at which it was stopped."""

    made = Signal(object)
    """What became of a file that was read: an `Imported`."""
    refused = Signal(str, str)
    """The name of a file that was not read, and why."""
    progressed = Signal(int, int)
    """How many of how many files are done."""
    ended = Signal()

    def __init__(
        self, library: Library, ask: Ask, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._ask = ask
        self._now = now
        self._files: list[Path] = []
        self._count = 0

    def read_in(self, paths: Sequence[Path]) -> None:
        """Begin with these files; folders among them are looked through."""
        from visitapp.imports.reports.read import reports_in

        self._files = list(reports_in(tuple(paths)))
        self._count = len(self._files)
        self._next()

    def stop(self) -> None:
        """Read no further file; the one that is being read becomes a whole visit or none."""
        self._files = []

    def _next(self) -> None:
        if not self._files:
            self.ended.emit()
            return
        from ui.workspace.importing import read_one

        path = self._files.pop(0)
        run_in_background(
            self, partial(read_one, path, self._library), partial(self._keep, path), partial(self._refuse, path)
        )

    def _keep(self, path: Path, reading: "Reading") -> None:
        from ui.workspace.importing import keep_reading

        now = self._now()
        self._ask(lambda session: keep_reading(session, reading, path, now), self._tell)

    def _tell(self, imported: object) -> None:
        self.made.emit(imported)
        self._on_done()

    def _refuse(self, path: Path, sentence: str) -> None:
        self.refused.emit(path.name, sentence)
        self._on_done()

    def _on_done(self) -> None:
        self.progressed.emit(self._count - len(self._files), self._count)
        self._next()
