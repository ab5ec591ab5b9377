"""What others publish of schools, in the open vault: read in off the window's thread, asked for, taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.background import run_in_background
from visitapp.domain.ids import new_id
from visitapp.domain.published.batches import Batch, FileProfile, Scope, Tally
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.errors import CancelledImportError

if TYPE_CHECKING:
    from visitapp.domain.published.mapping import TableMapping
    from visitapp.imports.published.mapped import Sampled
    from visitapp.store.published.database import PublishedDatabase

Watch = Callable[[int, int], None]
Found = TypeVar("Found")
_REPLACED = ("register",)


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of a file that was read in."""

    batch: Batch
    tally: Tally


@dataclass(frozen=True, slots=True)
class Looked:
    """What reading a file in would give; nothing was kept."""

    path: Path
    profile: FileProfile
    tally: Tally


@dataclass(frozen=True, slots=True)
class Standing:
    """What was read in, the newest first, and code, name and open schools of every authority in the register."""

    batches: tuple[Batch, ...]
    authorities: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A table of no known kind, as somebody must see it to say how it is read; `remembered` is how one with the same
    columns was, where only the year is not known."""

    sample: "Sampled"
    remembered: "TableMapping | None"


class Published(QObject):
    """The published data of one vault; `changed` tells that something was read in, taken back or brought back."""

    changed = Signal()

    def __init__(
        self, database: Path, key: bytes, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path, self._key, self._now = database, key, now
        self._open: PublishedDatabase | None = None
        self._opening = Lock()

    def find_schools(self, text: str, done: Callable[[tuple[RegisterSchool, ...]], None]) -> None:
        """Look for schools by the beginnings of words, off the window's thread."""
        run_in_background(self, partial(self._find, text), done, _nothing_found)

    def school(self, urn: str) -> RegisterSchool | None:
        """Return a school of the register by its URN, or None."""
        from visitapp.store.published import schools

        with self._database().reading() as connection:
            return schools.school(connection, urn)

    def links_of(self, urn: str) -> tuple[SchoolLink, ...]:
        """Return what a school was before and what it became, as far as the links file goes."""
        from visitapp.store.published import schools

        with self._database().reading() as connection:
            return schools.links_of(connection, urn)

    def authorities(self) -> tuple[tuple[str, str, int], ...]:
        """Return code, name and number of open schools of every authority in the register, by name."""
        from visitapp.store.published import schools

        with self._database().reading() as connection:
            return schools.authorities(connection)

    def figures_of(self, about: str, codes: Sequence[str]) -> tuple[Figure, ...]:
        """Return every figure about these schools, authorities, regions or nations."""
        from visitapp.store.published import figures

        with self._database().reading() as connection:
            return figures.figures_of(connection, about, codes)

    def figures_for(self, measures: Sequence[str], about: str = "") -> tuple[Figure, ...]:
        """Return every figure of these measures."""
        from visitapp.store.published import figures

        with self._database().reading() as connection:
            return figures.figures_for(connection, measures, about)

    def figures_in(self, measures: Sequence[str], groups: Sequence[str], authority: str) -> tuple[Figure, ...]:
        """Return these measures of these groups for an authority, its schools and the nation."""
        from visitapp.store.published import figures

        with self._database().reading() as connection:
            return figures.figures_in(connection, measures, groups, authority)

    def authorities_with(self, measure: str) -> tuple[str, ...]:
        """Return the codes of the authorities there is a figure of this measure for."""
        from visitapp.store.published import figures

        with self._database().reading() as connection:
            return figures.authorities_with(connection, measure)

    def inspections_of(self, urns: Sequence[str]) -> tuple[PublishedInspection, ...]:
        """Return the inspections of a school under any of its numbers, the oldest first."""
        from visitapp.store.published import inspections

        with self._database().reading() as connection:
            return inspections.inspections_of(connection, urns)

    def sources_of(self, about: str, codes: Sequence[str]) -> tuple[tuple[str, str, str, str], ...]:
        """Return title, period, release and attribution of the files with figures about these."""
        from visitapp.store.published import figures

        with self._database().reading() as connection:
            return figures.sources_of(connection, about, codes)

    def batches(self) -> tuple[Batch, ...]:
        """Return every file that was read in, the newest first, those taken back too."""
        from visitapp.store.published import batches

        with self._database().reading() as connection:
            return batches.batches(connection)

    def set_standing(self, batch_id: str, *, standing: bool) -> None:
        """Take a file back, or bring it back."""
        from visitapp.store.published import batches

        with self._database().writing() as connection:
            batches.set_standing(connection, batch_id, standing=standing)
        self.changed.emit()

    def look(
        self,
        path: Path,
        scope: Scope,
        watch: Watch | None,
        wanted: Callable[[], bool] | None,
        mapping: "TableMapping | None" = None,
    ) -> Looked:
        """Return what reading a file in would give, on the caller's thread; raises as `bring_in` does."""
        from ui.workspace import published_files
        from visitapp.imports.published.read import tallied

        reading = published_files.begin(self._database(), path, scope, mapping, watch, wanted)
        return Looked(path, *tallied(reading))

    def bring_in(
        self,
        path: Path,
        scope: Scope,
        watch: Watch | None,
        wanted: Callable[[], bool] | None,
        mapping: "TableMapping | None" = None,
    ) -> BroughtIn:
        """Read a file in, on the caller's thread; all of what is to be kept, or nothing. `mapping` says how to read
        one of no known kind, and is remembered for the next with the same columns.

        Raises ImportRefusedError, CancelledImportError or StorageError, in plain words.
        """
        from ui.workspace import published_files
        from visitapp.store.published.batches import drop_replaced
        from visitapp.store.published.keeping import keep

        reading = published_files.begin(self._database(), path, scope, mapping, watch, wanted)
        with self._database().writing() as connection:
            now = self._now().isoformat(timespec="seconds")
            batch, tally = keep(connection, reading, batch_id=new_id(), now=now)
            for kind in _REPLACED:
                drop_replaced(connection, kind)
        if mapping is not None:
            published_files.remember(self._database(), reading.profile.columns, mapping, self._now())
        return BroughtIn(batch, tally)

    def survey(self, done: Callable[[Standing], None]) -> None:
        """Tell what was read in and which authorities the register holds, off the window's thread."""
        run_in_background(self, self._survey, done, _nothing_found)

    def _survey(self) -> Standing:
        return Standing(self.batches(), self.authorities())

    def _find(self, text: str) -> tuple[RegisterSchool, ...]:
        from visitapp.store.published import schools

        with self._database().reading() as connection:
            return schools.find_schools(connection, text)

    def _database(self) -> "PublishedDatabase":
        from visitapp.store.published.database import PublishedDatabase

        with self._opening:
            if self._open is None:
                self._open = PublishedDatabase.beside(self._path, self._key)
            return self._open


class FileRun(QObject):
    """One file looked at or read in, off the window's thread: one of `done`, `unexplained`, `refused` and `stopped`
    follows."""

    done = Signal(object)
    unexplained = Signal(object)
    """A table of no known kind, `Unexplained`: it is read once a mapping says how."""
    refused = Signal(str)
    stopped = Signal()
    progressed = Signal(int, int)
    """How many bytes are done of how many."""

    def __init__(self, published: Published, path: Path, scope: Scope, mapping: "TableMapping | None" = None) -> None:
        super().__init__(published)
        self._published, self._path, self._scope, self._mapping = published, path, scope, mapping
        self._stop = Event()
        self._is_reading_in = False

    def look(self) -> None:
        """See what the file is and what reading it in would give; nothing is kept."""
        run_in_background(self, self._look, self._finish, self.refused.emit)

    def bring_in(self) -> None:
        """Read the file in."""
        self._is_reading_in = True
        run_in_background(self, self._bring_in, self._finish, self.refused.emit)

    def stop(self) -> None:
        """Stop; nothing of the file is kept unless it was whole already."""
        self._stop.set()

    def _look(self) -> Looked | Unexplained | None:
        return self._try(self._published.look)

    def _bring_in(self) -> BroughtIn | Unexplained | None:
        return self._try(self._published.bring_in)

    def _try(self, work: Callable[..., Found]) -> Found | Unexplained | None:
        from ui.workspace.published_files import UnexplainedError, look_at

        try:
            return work(self._path, self._scope, self._watch, self._wanted, self._mapping)
        except UnexplainedError as refusal:
            return Unexplained(look_at(self._path, self._wanted), refusal.remembered)
        except CancelledImportError:
            return None

    def _watch(self, done: int, whole: int) -> None:
        self.progressed.emit(done, whole)

    def _wanted(self) -> bool:
        return not self._stop.is_set()

    def _finish(self, found: BroughtIn | Looked | Unexplained | None) -> None:
        if found is None:
            self.stopped.emit()
            return
        if isinstance(found, Unexplained):
            self.unexplained.emit(found)
            return
        if self._is_reading_in:
            self._published.changed.emit()
        self.done.emit(found)


def _nothing_found(_sentence: str) -> None:
    """A search that cannot be made finds nothing; whoever reads in or looks is told why."""
