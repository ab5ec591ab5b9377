"""Backups inside the vault folder: whole, proved by opening them, and with their key file beside them."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from visitapp.durable import sync_folder
from visitapp.errors import StorageError, VisitappError
from visitapp.store.connection import Connection, connect, create, raw_reader
from visitapp.store.database import Database

FOLDER_NAME = "backups"
KEY_FILE_NAME = "vault.key"

_PREFIX = "visitapp-"
_TIME_FORMAT = "%Y%m%d-%H%M%S"
_TIME_LENGTH = len("20260131-120000")
_PART = ".part"

RowCounts = dict[str, int]


def back_up(database: Database, folder: Path, now: datetime) -> Path:
    """Write a backup into the vault folder's `backups` and return its path, named by the time in UTC.

    The copy is opened, checked page by page and counted table by table before it gets its name; the vault's
    key file is laid beside it, so that the pair opens anywhere with the passphrase or the recovery code.
    Others may read and write meanwhile; one backup at a time. Raises StorageError, leaving no half file.
    """
    backups = folder / FOLDER_NAME
    with contextlib.ExitStack() as undo, _plain_faults():
        backups.mkdir(mode=0o700, exist_ok=True)
        _remove_parts(backups)
        undo.callback(_remove_parts, backups)
        target = _free_name(backups, now)
        shutil.copyfile(folder / KEY_FILE_NAME, _part_of(key_file_of(target)))
        database.checkpoint()
        counts = _copy(database, _part_of(target))
        _prove(_part_of(target), database.key, counts)
        for path in (key_file_of(target), target):
            _sync(_part_of(path))
            os.replace(_part_of(path), path)
        sync_folder(backups)
    return target


def latest(folder: Path) -> Path | None:
    """Return the newest backup in the vault folder, or None."""
    return max((folder / FOLDER_NAME).glob(f"{_PREFIX}*.db"), key=_stem, default=None)


def made_at(backup: Path) -> datetime:
    """Return when a backup was made, from its name."""
    text = backup.stem.removeprefix(_PREFIX)[:_TIME_LENGTH]
    return datetime.strptime(text, _TIME_FORMAT).replace(tzinfo=UTC)


def key_file_of(backup: Path) -> Path:
    """Return where the key file of a backup lies."""
    return backup.with_suffix(".key")


def _copy(database: Database, part: Path) -> RowCounts:
    """Copy one moment of the database, and return how many rows each table had at that moment."""
    create(part, database.key)
    with database.raw_reader() as source, contextlib.closing(connect(part, database.key)) as copy:
        copy.execute("PRAGMA journal_mode = OFF").fetchall()
        source.execute("BEGIN")
        counts = _row_counts(source)
        source.backup(copy)
        source.execute("ROLLBACK")
    return counts


def _prove(part: Path, key: bytes, counts: RowCounts) -> None:
    with raw_reader(part, key) as copy:
        pages_failed = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        verdict = copy.execute("PRAGMA quick_check").fetchall()
        is_whole = not pages_failed and verdict == [("ok",)] and _row_counts(copy) == counts
    if not is_whole:
        raise StorageError(
            "The copy did not read back whole, so it was taken away again. Check the vault's health, "
            "and keep the backups made before."
        )


def _row_counts(connection: Connection) -> RowCounts:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name: _rows_in(connection, name) for (name,) in names}


def _rows_in(connection: Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0])  # noqa: S608


def _free_name(backups: Path, now: datetime) -> Path:
    stem = _PREFIX + now.astimezone(UTC).strftime(_TIME_FORMAT)
    target = backups / f"{stem}.db"
    again = 1
    while target.exists():
        again += 1
        target = backups / f"{stem}-{again}.db"
    return target


def _stem(path: Path) -> str:
    return path.stem


def _part_of(path: Path) -> Path:
    return path.with_name(path.name + _PART)


def _remove_parts(backups: Path) -> None:
    for part in backups.glob(f"{_PREFIX}*{_PART}*"):
        with contextlib.suppress(OSError):
            part.unlink()


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


@contextlib.contextmanager
def _plain_faults() -> Iterator[None]:
    try:
        yield
    except VisitappError as error:
        raise StorageError(f"No backup was made; your notes are untouched. {error}") from error
    except OSError as error:
        raise StorageError(
            f"No backup was made ({error.strerror}); your notes are untouched. "
            "Check that the disk has space and can be written to."
        ) from error
