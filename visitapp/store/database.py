"""The open database: one writer, a few readers, and plain faults."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher
from sqlmodel import Session

from visitapp.store import connection
from visitapp.store.connection import Connection, plain_faults
from visitapp.store.faults import Moment, outside_fault

_READERS = 2


class Database:
    """An open vault database. Use one `with` block for one unit of work; sessions never cross threads."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Keep where the database is; use `create` or `open` to get one that is proved to open."""
        self.path = path
        self.key = key
        self._writer = _engine(lambda: connection.connect(path, key), 1, "BEGIN IMMEDIATE")
        self._reader = _engine(lambda: connection.connect_to_read(path, key), _READERS, "BEGIN")

    @classmethod
    def create(cls, path: Path, key: bytes) -> Self:
        """Make a new, empty, encrypted database and return it open. Raises VaultError if a file is there."""
        connection.create(path, key)
        return cls.open(path, key)

    @classmethod
    def open(cls, path: Path, key: bytes) -> Self:
        """Return the database at this path, which is never made here.

        Raises VaultError, nothing touched, if it is missing, empty, not encrypted or of another key;
        StorageError if the disk refuses.
        """
        database = cls(path, key)
        with contextlib.ExitStack() as undo:
            undo.callback(database.close)
            with database.raw_writer():
                undo.pop_all()
        return database

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Session]:
        """Lend a session that writes; leaving the block whole commits it, an error undoes all of it.

        Raises StorageError if the disk or the database refuses.
        """
        with _plain_session_faults("writing"), _session(self._writer) as session, session.begin():
            yield session

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """Lend a session that can only read, and sees the state at its first question throughout."""
        with _plain_session_faults("reading"), _session(self._reader) as session:
            yield session

    @contextlib.contextmanager
    def raw_reader(self) -> Iterator[Connection]:
        """Lend a fresh driver connection that can only read, such as for a backup or a health check."""
        with connection.raw_reader(self.path, self.key) as raw:
            yield raw

    @contextlib.contextmanager
    def raw_writer(self) -> Iterator[Connection]:
        """Lend the one writing driver connection, without a transaction, such as for a schema step.

        It is closed afterwards, so that settings changed on it do not stay.
        """
        with _plain_session_faults("writing"), plain_faults("writing"):
            lent = self._writer.raw_connection()
            try:
                yield cast(Connection, lent.driver_connection)
            finally:
                lent.invalidate()

    @property
    def user_version(self) -> int:
        """The version of the schema, as the database file carries it."""
        with self.reading() as session:
            return int(session.connection().exec_driver_sql("PRAGMA user_version").scalar_one())

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the database file, as far as readers at work allow."""
        with plain_faults("opening"), contextlib.closing(connection.connect(self.path, self.key)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Fold in the write-ahead log and close every file. Sessions must have ended. May be called twice."""
        self._reader.dispose()
        self._writer.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _session(engine: sqlalchemy.Engine) -> Session:
    return Session(engine, expire_on_commit=False)


def _engine(creator: Callable[[], Connection], size: int, begin: str) -> sqlalchemy.Engine:
    engine = sqlalchemy.create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,
    )

    def begin_transaction(opened: sqlalchemy.Connection) -> None:
        opened.exec_driver_sql(begin)

    event.listen(engine, "begin", begin_transaction)
    return engine


@contextlib.contextmanager
def _plain_session_faults(moment: Moment) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        fault = outside_fault(error.orig, moment)
        if fault is None:
            raise
        raise fault from error
