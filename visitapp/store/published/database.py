"""The open file of published data: one import at a time, and readers who never wait for it."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Self

from visitapp.errors import CancelledImportError, FileTooNewError, PublishedLostError, StorageError, VaultError
from visitapp.store import connection as connections
from visitapp.store.connection import Connection, plain_faults
from visitapp.store.faults import is_damage
from visitapp.store.published import shape
from visitapp.store.published.known import KnownFiles
from visitapp.store.published.whole import SIDECARS, make_whole, set_aside

FILE, KNOWN = "published.db", "published-known.db"

_WAIT_SECONDS = 0.05
_SAFE = "Nothing you wrote is in it: your visits and notes are whole."
_MISSING = f"{_SAFE} The file of published data is missing, though files were read in."
_DAMAGED = (
    f"{_SAFE} The file of published data does not open: it is damaged or belongs to another vault. "
    "It was left as it is."
)


class PublishedDatabase:
    """What was read in from published files, encrypted with the vault's key beside its database.

    Connections are made where they are wanted and closed again, so that any thread may ask.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._known = KnownFiles(path.with_name(KNOWN), key)
        self._writing = Lock()

    @classmethod
    def beside(cls, database: Path, key: bytes) -> Self:
        """Return the published data of the vault whose database this is; made when nothing was ever read in.

        Raises PublishedLostError when the file is damaged, another vault's or gone, FileTooNewError, or StorageError
        when the disk refuses; the vault is not touched, and neither is the file.
        """
        found = cls(database.with_name(FILE), key)
        found._prove()
        return found

    @classmethod
    def begin_anew(cls, database: Path, key: bytes, now: datetime) -> Self:
        """Return empty published data in the place of some that is lost; the old file is kept under a dated name.

        How tables were read is in it again; the files that were read in are wanted again. Raises StorageError.
        """
        found = cls(database.with_name(FILE), key)
        found._known.want_all()
        set_aside(found._path, now)
        make_whole(found._path, key, found._fill)
        return found

    def wanted(self) -> tuple[str, ...]:
        """Return the names of the files that were lost with earlier data and not read in again since."""
        return self._known.wanted()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection that can only read. Raises PublishedLostError, or StorageError when the disk refuses."""
        with _told(), connections.raw_reader(self._path, self._key) as lent:
            yield lent

    @contextlib.contextmanager
    def writing(self, wanted: Callable[[], bool] | None = None) -> Iterator[Connection]:
        """Lend the one connection that writes, in a transaction: left whole it is committed, an error undoes it.

        While another writes it waits, and asks whether it is still `wanted`. Raises CancelledImportError then, else
        as `reading` does.
        """
        with _told(), self._turn(wanted), contextlib.closing(connections.connect(self._path, self._key)) as lent:
            with plain_faults("publishing"):
                lent.execute("begin immediate")
                try:
                    yield lent
                    lent.commit()
                except BaseException:
                    lent.rollback()
                    raise
            self._known.keep(lent)

    @contextlib.contextmanager
    def _turn(self, wanted: Callable[[], bool] | None) -> Iterator[None]:
        while not self._writing.acquire(timeout=_WAIT_SECONDS):
            if wanted is not None and not wanted():
                raise CancelledImportError("Nothing in Visitapp was changed: reading the file was stopped.")
        try:
            yield
        finally:
            self._writing.release()

    def _prove(self) -> None:
        if not self._path.exists():
            stray = any(self._path.with_name(self._path.name + end).exists() for end in SIDECARS)
            if stray or not self._known.is_empty:
                raise PublishedLostError(_MISSING)
            make_whole(self._path, self._key, self._fill)
        with self.reading() as lent:
            found = shape.version_of(lent)
        if found > shape.VERSION:
            raise FileTooNewError(
                "Your notes are safe. A newer version of Visitapp read in the published figures: install that "
                "version, or a later one, to see them."
            )
        if found < shape.VERSION:
            with self.writing() as lent:
                shape.step(lent)

    def _fill(self, made: Connection) -> None:
        shape.step(made)
        self._known.give_mappings(made)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Say of a file that cannot be read what that means for a person, and that it can be begun anew."""
    try:
        yield
    except FileTooNewError:
        raise
    except VaultError as fault:
        raise PublishedLostError(_DAMAGED) from fault
    except StorageError as fault:
        if is_damage(fault.__cause__):
            raise PublishedLostError(_DAMAGED) from fault
        raise
