"""What was read in, told apart from the data: known still when that file is lost, and how tables were read with it.

It holds what can be said again of the data at any moment; a fault here never stands in the way of it.
"""

import contextlib
from pathlib import Path

from visitapp.errors import StorageError, VaultError
from visitapp.store import connection as connections
from visitapp.store.connection import Connection, plain_faults
from visitapp.store.published.whole import make_whole

_TABLES = (
    "create table file (id TEXT primary key, kind TEXT not null, file_name TEXT not null, sha256 TEXT not null, "
    "wanted INTEGER not null)",
    "create table mapping (header TEXT primary key, title TEXT not null, content TEXT not null, at TEXT not null)",
)
_FILES = "select id, kind, file_name, sha256, wanted from file"
_MAPPINGS = "select header, title, content, at from mapping"

_Rows = list[tuple[object, ...]]


class KnownFiles:
    """The list of files beside the published data. One that cannot be read names no file to read in again, but is
    never taken for one that knows of none; it is left as it is until published data that opens says what is there."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key

    @property
    def is_empty(self) -> bool:
        """Return whether no file is known to have been read in, which a list that cannot be read does not tell."""
        return self._told(_FILES) == []

    def wanted(self) -> tuple[str, ...]:
        """Return the names of the files that were lost with the data and not read in again since."""
        return tuple(dict.fromkeys(str(row[2]) for row in self._told(_FILES) or () if row[4]))

    def keep(self, published: Connection) -> None:
        """Take over what the published data now holds; files that were lost stay wanted until they are read in."""
        with contextlib.suppress(StorageError), plain_faults("reading"):
            there = published.execute("select id, kind, file_name, sha256, 0 from batch where standing").fetchall()
            same = {row[3] for row in there} | {row[1:3] for row in there}
            lost = [row for row in self._told(_FILES) or () if row[4] and row[3] not in same and row[1:3] not in same]
            self._write([*there, *lost], published.execute(_MAPPINGS).fetchall())

    def want_all(self) -> None:
        """Say that the data is gone: every file known is wanted again."""
        files, mappings = self._told(_FILES), self._told(_MAPPINGS)
        if files is not None and mappings is not None:
            self._write([(*row[:4], 1) for row in files], mappings)

    def give_mappings(self, published: Connection) -> None:
        """Put how tables were read into published data that is begun anew."""
        published.executemany("insert or replace into mapping values (?, ?, ?, ?)", self._told(_MAPPINGS) or ())

    def _told(self, question: str) -> _Rows | None:
        """Return what the list answers, nothing where there is no list; None when it cannot be read."""
        if not self._path.exists():
            return []
        with contextlib.suppress(StorageError, VaultError), connections.raw_reader(self._path, self._key) as lent:
            return list(lent.execute(question).fetchall())
        return None

    def _write(self, files: _Rows, mappings: _Rows) -> None:
        def fill(made: Connection) -> None:
            for statement in _TABLES:
                made.execute(statement)
            made.executemany("insert or replace into file values (?, ?, ?, ?, ?)", files)
            made.executemany("insert into mapping values (?, ?, ?, ?)", mappings)

        with contextlib.suppress(StorageError, VaultError):
            make_whole(self._path, self._key, fill)
