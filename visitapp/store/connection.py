"""The one place that opens the database: key first, cipher proved, every setting read back.

Nothing here needs SQLAlchemy, so a first list can be read before the models are imported.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sqlcipher3 import dbapi2 as sqlcipher

from visitapp.durable import sync_folder
from visitapp.errors import StorageError, VaultError
from visitapp.store.faults import Moment, outside_fault

if TYPE_CHECKING:
    import sqlite3

    Connection: TypeAlias = sqlite3.Connection  # the interface is the same; only the type is borrowed
else:
    Connection = sqlcipher.Connection

KEY_LENGTH = 48

_SALT_START = 32
_PLAIN_HEADER = b"SQLite format 3\0"
_LEAST_SIZE = 4096  # SQLite takes a shorter file for an empty database and writes over it
_OLDEST_SQLITE = (3, 51, 3)
_NOT_A_DATABASE = 26
_SETTINGS = (
    ("busy_timeout", "5000", 5000),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("wal_autocheckpoint", "500", 500),
    ("journal_size_limit", "8388608", 8388608),
    ("cache_size", "-16000", -16000),
)
_READER_SETTING = ("query_only", "ON", 1)


def create(path: Path, key: bytes) -> None:
    """Make a new, empty, encrypted database. Raises VaultError if there is a file already; it is left alone."""
    _refuse_key_length(key)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise VaultError(
            f"There is already a file at {path}. It was left untouched, and no new one was made."
        ) from error
    except OSError as error:
        raise StorageError(
            f"The database could not be made ({error.strerror}). Check that the disk has space."
        ) from error
    with contextlib.ExitStack() as undo, plain_faults("opening"):
        undo.callback(path.unlink, missing_ok=True)
        _opened(path, key).close()
        sync_folder(path.parent)
        undo.pop_all()


def connect(path: Path, key: bytes) -> Connection:
    """Return a connection that writes. Use it through `Database`, which keeps it to one.

    Raises VaultError, nothing touched, if the file is missing, empty, not encrypted or of another key;
    StorageError if the disk or the drive refuses.
    """
    _refuse_key_length(key)
    with plain_faults("opening"):
        _refuse_unfit(path)
        _refuse_other_key(path, key)
        return _opened(path, key)


def connect_to_read(path: Path, key: bytes) -> Connection:
    """Return a connection that can only read. Raises as `connect` does."""
    connection = connect(path, key)
    _apply(connection, *_READER_SETTING)
    return connection


@contextlib.contextmanager
def raw_reader(path: Path, key: bytes) -> Iterator[Connection]:
    """Lend a connection that can only read, and close it. Raises as `connect` does."""
    connection = connect_to_read(path, key)
    try:
        with plain_faults("reading"):
            yield connection
    finally:
        connection.close()


@contextlib.contextmanager
def plain_faults(moment: Moment) -> Iterator[None]:
    """Turn faults from outside into StorageError; the program's own mistakes keep their type."""
    try:
        yield
    except sqlcipher.DatabaseError as error:
        fault = outside_fault(error, moment)
        if fault is None:
            raise
        raise fault from error
    except OSError as error:
        raise StorageError(
            f"The database could not be read ({error.strerror}). Your notes are untouched. "
            "Check that the disk is there, then try again."
        ) from error


def _opened(path: Path, key: bytes) -> Connection:
    connection = _open(path, "mode=rw")
    try:
        _give_key(connection, key)
        for name, value, expected in _SETTINGS:
            _apply(connection, name, value, expected)
    except BaseException:
        connection.close()
        raise
    return connection


def _open(path: Path, mode: str) -> Connection:
    connection: Connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    return connection


def _give_key(connection: Connection, key: bytes) -> None:
    """Give the key before anything touches the file, then prove the cipher and the key."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if connection.execute("PRAGMA cipher_version").fetchone() is None:
        raise StorageError("This copy of Visitapp cannot encrypt, so it opened nothing. Install it again.")
    if sqlcipher.sqlite_version_info < _OLDEST_SQLITE:
        raise StorageError("This copy of Visitapp holds too old a database engine. Install it again.")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        if error.sqlite_errorcode == _NOT_A_DATABASE:
            raise _other_key() from error
        raise


def _apply(connection: Connection, name: str, value: str, expected: object) -> None:
    connection.execute(f"PRAGMA {name} = {value}").fetchall()
    found = connection.execute(f"PRAGMA {name}").fetchone()[0]
    if found != expected:
        raise StorageError(
            f"The database could not be opened safely: {name} is {found}, not {expected}. Your notes are "
            "untouched. Keep the vault on a disk inside this computer, not on a network drive."
        )


def _refuse_key_length(key: bytes) -> None:
    if len(key) != KEY_LENGTH:
        raise ValueError(f"a database key is {KEY_LENGTH} bytes; any other would be taken for a passphrase")


def _refuse_unfit(path: Path) -> None:
    if not path.is_file():
        raise VaultError(f"There is no database at {path}. Nothing was made in its place. Restore a backup.")
    if path.stat().st_size < _LEAST_SIZE:
        raise VaultError(f"The database at {path} is empty or cut short. It was left as it is. Restore a backup.")
    if _header(path) == _PLAIN_HEADER:
        raise VaultError(f"The file at {path} is not encrypted, so it is not the vault's. It was left as it is.")


def _refuse_other_key(path: Path, key: bytes) -> None:
    """Refuse another vault's key before a write connection could replay or fold in its write-ahead log.

    The file starts with the salt that ends the key. Where that differs the key is tried on a connection
    that changes nothing, because the salt alone may be damaged.
    """
    if _header(path) == key[_SALT_START:]:
        return
    with contextlib.closing(_open(path, "mode=rw&immutable=1")) as connection:
        _give_key(connection, key)


def _header(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(len(_PLAIN_HEADER))


def _other_key() -> VaultError:
    return VaultError(
        "The database does not open with this vault's key: it is damaged or belongs to another vault. "
        "It was left as it is. Restore a backup."
    )
