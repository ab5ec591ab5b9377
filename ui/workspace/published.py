"""What others publish of schools, in the open vault: read in off the window's thread, asked for, taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.background import is_there, run_in_background
from ui.workspace.busy import Busy
from ui.workspace.published_turns import STANDING, Act, Turns
from visitapp.domain.published.batches import Batch, FileProfile, Scope, Tally
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.replacing import Replacing
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.errors import PublishedLostError, VisitappError

if TYPE_CHECKING:
    from visitapp.domain.published.mapping import TableMapping
    from visitapp.imports.published.mapped import Sampled
    from visitapp.store.connection import Connection
    from visitapp.store.published.database import PublishedDatabase

Watch = Callable[[int, int], None]
Answer = TypeVar("Answer")
_NO_SCHOOLS: tuple[RegisterSchool, ...] = ()


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of a file that was read in."""

    batch: Batch
    tally: Tally
    replaces: Replacing | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What reading a file in would give; nothing was kept."""

    path: Path
    profile: FileProfile
    tally: Tally


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why published data cannot be asked, in plain words, and whether beginning it anew is the way out."""

    says: str
    can_begin_anew: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What was read in, the newest first, and code, name and open schools of every authority in the register."""

    batches: tuple[Batch, ...]
    authorities: tuple[tuple[str, str, int], ...]
    trouble: Trouble | None = None
    lost: tuple[str, ...] = ()
    """The names of files that were read in and lost with the data, and not read in again since."""
    register: str = ""
    """The id of the register that speaks, and what it stands in the place of."""
    replaces: Replacing | None = None


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A table of no known kind, as somebody must see it to say how it is read; `remembered` is how one with the same
    columns was, where only the year is not known."""

    sample: "Sampled"
    remembered: "TableMapping | None"


class Published(QObject):
    """The published data of one vault; `changed` tells that something was read in, taken back or brought back."""

    changed = Signal()
    closing = Signal()
    """The vault is about to be closed: whoever shows or reads anything of it goes."""

    def __init__(
        self, database: Path, key: bytes, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path, self._key, self._now = database, key, now
        self.trouble: Trouble | None = None
        """Why what was asked last could not be answered."""
        self._open: PublishedDatabase | None = None
        self._opening = Lock()
        self._busy = Busy()
        self.turns = Turns(self, self._write, self.changed.emit)

    def find_schools(
        self, text: str, done: Callable[[tuple[RegisterSchool, ...]], None], authority: str = "", measure: str = ""
    ) -> None:
        """Look for schools by the beginnings of words; of one authority or with figures of one measure, if given."""
        from visitapp.store.published import schools

        self.ask(partial(schools.find_schools, text=text, authority=authority, measure=measure), _NO_SCHOOLS, done)

    def ask(self, wanted: "Callable[[Connection], Answer]", nothing: Answer, done: Callable[[Answer], None]) -> None:
        """Ask off the window's thread; `done` gets the answer, or `nothing` where it cannot be had."""
        run_in_background(self, partial(self._read, wanted, nothing), done, _not_told)

    def answer(self, wanted: "Callable[[Connection], Answer]") -> Answer:
        """Return what published data says, on the caller's thread; `trouble` stays as it is. Raises as
        `PublishedDatabase.reading` does, or CancelledImportError once the vault was closed."""
        with self._busy.at_work(), self._database().reading() as connection:
            return wanted(connection)

    def school(self, urn: str) -> RegisterSchool | None:
        """Return a school of the register by its URN, or None."""
        from visitapp.store.published import schools

        return self._read(partial(schools.school, urn=urn), None)

    def links_of(self, urn: str) -> tuple[SchoolLink, ...]:
        """Return what a school was before and what it became, as far as the links file goes."""
        from visitapp.store.published import schools

        return self._read(partial(schools.links_of, urn=urn), ())

    def has_register(self) -> bool:
        """Return whether there is a register in which schools can be looked for."""
        from visitapp.store.published import ages

        return self._read(partial(ages.newest, held="school"), 0) > 0

    def authorities(self) -> tuple[tuple[str, str, int], ...]:
        """Return code, name and open schools of every authority in the register, by name; too slow for the window."""
        from visitapp.store.published import schools

        return self._read(schools.authorities, ())

    def figures_of(self, about: str, codes: Sequence[str]) -> tuple[Figure, ...]:
        """Return every figure about these schools, authorities, regions or nations."""
        from visitapp.store.published import figures

        return self._read(partial(figures.figures_of, about=about, codes=codes), ())

    def inspections_of(self, urns: Sequence[str]) -> tuple[PublishedInspection, ...]:
        """Return the inspections of a school under any of its numbers, the oldest first."""
        from visitapp.store.published import inspections

        return self._read(partial(inspections.inspections_of, urns=urns), ())

    def sources_of(self, about: str, codes: Sequence[str]) -> tuple[tuple[str, str, str, str], ...]:
        """Return title, period, release and attribution of the files with figures about these."""
        from visitapp.store.published import figures

        return self._read(partial(figures.sources_of, about=about, codes=codes), ())

    def batches(self) -> tuple[Batch, ...]:
        """Return every file that was read in, the newest first, those taken back too."""
        from visitapp.store.published import batches

        return self._read(batches.batches, ())

    def set_standing(
        self, batch_id: str, *, standing: bool, done: Callable[[], None], failed: Callable[[str], None]
    ) -> None:
        """Take a file back, or bring it back, off the window's thread; `changed` and `done`, or `failed`, follow."""
        self.turns.do(Act(batch_id, STANDING, standing), done, failed)

    def begin_anew(self, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Put a file of published data that does not open aside, kept under a dated name, and begin an empty one, off
        the window's thread; `changed` and `done` follow, or `failed` with a sentence."""
        run_in_background(self, self._begin_anew, partial(self._tell_changed, done), failed)

    def stop(self) -> None:
        """Stop what is being read in, and return once no thread has the file any more; nothing opens it again."""
        self.closing.emit()
        self._busy.stop()

    def look(
        self,
        path: Path,
        scope: Scope,
        watch: Watch | None,
        wanted: Callable[[], bool] | None,
        mapping: "TableMapping | None" = None,
        sheet: str = "",
    ) -> Looked:
        """Return what reading a file in would give, on the caller's thread; raises as `bring_in` does."""
        from ui.workspace import published_files
        from visitapp.imports.published.read import tallied

        with self._busy.at_work():
            asked = partial(self._busy.is_wanted, wanted)
            reading = published_files.begin(self._database(), path, scope, mapping, watch, asked, sheet)
            return Looked(path, *tallied(reading))

    def bring_in(
        self,
        path: Path,
        scope: Scope,
        watch: Watch | None,
        wanted: Callable[[], bool] | None,
        mapping: "TableMapping | None" = None,
        sheet: str = "",
    ) -> BroughtIn:
        """Read a file in, on the caller's thread; all of what is to be kept, or nothing. `mapping` says how to read
        one of no known kind, and is remembered for the next with the same columns; `sheet` is the one of a workbook.

        Raises ImportRefusedError, CancelledImportError or StorageError, in plain words.
        """
        from ui.workspace import published_files

        with self._busy.at_work():
            asked, database = partial(self._busy.is_wanted, wanted), self._database()
            reading = published_files.begin(database, path, scope, mapping, watch, asked, sheet)
            now = self._now().isoformat(timespec="seconds")
            kept = published_files.keep_whole(database, reading, mapping, asked, now)
            return BroughtIn(*kept, reading.profile.replaces)

    def survey(self, done: Callable[[Standing], None]) -> None:
        """Tell what was read in and which authorities the register holds, off the window's thread."""
        run_in_background(self, self._survey, done, _not_told)

    def _survey(self) -> Standing:
        from visitapp.store.published.replacing import speaking_register

        register, replaces = self._read(speaking_register, ("", None))
        return Standing(self.batches(), self.authorities(), self.trouble, self._read_lost(), register, replaces)

    def _read_lost(self) -> tuple[str, ...]:
        try:
            with self._busy.at_work():
                return self._database().wanted()
        except VisitappError:
            return ()

    def _read(self, ask: "Callable[[Connection], Answer]", nothing: Answer) -> Answer:
        """Return what published data says, or nothing where it cannot be asked; `trouble` then says why."""
        try:
            found = self.answer(ask)
        except VisitappError as fault:
            self.trouble = Trouble(str(fault), can_begin_anew=isinstance(fault, PublishedLostError))
            return nothing
        self.trouble = None
        return found

    def _write(self, work: "Callable[[Connection], str]") -> str:
        with self._busy.at_work(), self._database().writing() as connection:
            return work(connection)

    def _begin_anew(self) -> None:
        from visitapp.store.published.database import PublishedDatabase

        with self._busy.at_work(), self._opening:
            self._open = PublishedDatabase.begin_anew(self._path, self._key, self._now())
            self.trouble = None

    def _tell_changed(self, done: Callable[[], None], _nothing: object) -> None:
        self.changed.emit()
        if is_there(done):
            done()

    def _database(self) -> "PublishedDatabase":
        from visitapp.store.published.database import PublishedDatabase

        with self._opening:
            if self._open is None:
                self._open = PublishedDatabase.beside(self._path, self._key)
            return self._open


def _not_told(_sentence: str) -> None:
    """Nobody waits for an answer about a vault that was closed; other faults are told by `trouble`."""
