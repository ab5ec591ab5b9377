"""The open file of published data: one import at a time, and readers who never wait for it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Self

from visitapp.errors import FileTooNewError
from visitapp.store import connection as connections
from visitapp.store.connection import Connection, plain_faults
from visitapp.store.published import shape

FILE = "published.db"


class PublishedDatabase:
    """What was read in from published files, encrypted with the vault's key beside its database.

    Connections are made where they are wanted and closed again, so that any thread may ask.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._writing = Lock()

    @classmethod
    def beside(cls, database: Path, key: bytes) -> Self:
        """Return the published data of the vault whose database this is; made when it is not there yet.

        Raises VaultError or StorageError, in plain words, when the file does not open; the vault is not touched.
        """
        found = cls(database.with_name(FILE), key)
        found._prove()
        return found

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection that can only read. Raises StorageError when the disk refuses."""
        with connections.raw_reader(self._path, self._key) as lent:
            yield lent

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend the one connection that writes, in a transaction: left whole it is committed, an error undoes it."""
        connected = contextlib.closing(connections.connect(self._path, self._key))
        with self._writing, connected as lent, plain_faults("writing"):
            lent.execute("begin immediate")
            try:
                yield lent
            except BaseException:
                lent.rollback()
                raise
            lent.commit()

    def _prove(self) -> None:
        if not self._path.exists():
            connections.create(self._path, self._key)
        with self.reading() as lent:
            found = shape.version_of(lent)
        if found > shape.VERSION:
            raise FileTooNewError(
                "Your notes are safe. A newer version of Visitapp read in the published figures: install that "
                "version, or a later one, to see them."
            )
        if found < shape.VERSION:
            with self.writing() as lent:
                if shape.version_of(lent) < shape.VERSION:  # another program may have been quicker
                    shape.make(lent)
