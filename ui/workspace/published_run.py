"""One published file looked at or read in, off the window's thread."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.background import run_in_background
from ui.workspace.published import BroughtIn, Looked, Published, Unexplained
from ui.workspace.published_turns import STANDING, Act
from visitapp.domain.published.batches import Scope
from visitapp.errors import CancelledImportError, SeveralSheetsError

if TYPE_CHECKING:
    from visitapp.domain.published.mapping import TableMapping

Found = TypeVar("Found")


Sheets = tuple[str, ...]


class FileRun(QObject):
    """One file looked at or read in, off the window's thread: one of `done`, `unexplained`, `undecided`, `refused`
    and `stopped` follows."""

    done = Signal(object)
    unexplained = Signal(object)
    """A table of no known kind, `Unexplained`: it is read once a mapping says how."""
    undecided = Signal(object)
    """The names of the sheets with a table in a workbook that has several: it is read once one is named."""
    refused = Signal(str)
    stopped = Signal()
    progressed = Signal(int, int)
    """How many bytes are done of how many."""

    def __init__(
        self,
        published: Published,
        path: Path,
        scope: Scope,
        mapping: "TableMapping | None" = None,
        sheet: str = "",
    ) -> None:
        super().__init__(published)
        self._published, self._path, self._scope = published, path, scope
        self._mapping, self._sheet = mapping, sheet
        self._stop = Event()

    def look(self) -> None:
        """See what the file is and what reading it in would give; nothing is kept."""
        run_in_background(self, self._look, self._finish, self.refused.emit)

    def bring_in(self) -> None:
        """Read the file in."""
        run_in_background(self, self._bring_in, self._finish, self.refused.emit)

    def stop(self) -> None:
        """Stop; nothing of the file is kept unless it was whole already."""
        self._stop.set()

    def _look(self) -> Looked | Unexplained | Sheets | None:
        return self._try(self._published.look)

    def _bring_in(self) -> BroughtIn | Unexplained | Sheets | None:
        return self._try(self._published.bring_in)

    def _try(self, work: Callable[..., Found]) -> Found | Unexplained | Sheets | None:
        try:
            return self._worked(work)
        except SeveralSheetsError as refusal:
            return refusal.sheets
        except CancelledImportError:
            return None

    def _worked(self, work: Callable[..., Found]) -> Found | Unexplained:
        from ui.workspace.published_files import UnexplainedError, look_at

        try:
            return work(self._path, self._scope, self._watch, self._wanted, self._mapping, self._sheet)
        except UnexplainedError as refusal:
            remembered = refusal.remembered
        return Unexplained(look_at(self._path, self._wanted, self._sheet), remembered)

    def _watch(self, done: int, whole: int) -> None:
        self.progressed.emit(done, whole)

    def _wanted(self) -> bool:
        return not self._stop.is_set()

    def _finish(self, found: BroughtIn | Looked | Unexplained | Sheets | None) -> None:
        if found is None:
            self.stopped.emit()
            return
        if isinstance(found, (Unexplained, tuple)):
            (self.undecided if isinstance(found, tuple) else self.unexplained).emit(found)
            return
        if isinstance(found, BroughtIn):
            turns = self._published.turns
            turns.note(Act(found.batch.id, STANDING))
            if found.batch.id in (held := {one.id for one in self._published.batches()}):
                turns.forget_all_but(held)
            self._published.changed.emit()
        self.done.emit(found)
