"""What was read in: listed, taken back, brought back, and what makes room for it."""

from dataclasses import replace

from visitapp.domain.published.batches import Batch
from visitapp.store.connection import Connection
from visitapp.store.published.ages import oldest_first
from visitapp.store.published.replacing import LISTS, List

_COLUMNS = (
    "id, kind, title, file_name, sha256, size, imported_at, period, release, attribution, read, kept, rejected, "
    "outside, standing, confirmed"
)
_AT_LEAST = 3
"""So many lists of a kind are held whatever their size."""
_ROOM = 200_000
"""So many rows are held of all lists of a kind: four registers of England, or decades of one authority's."""
_TABLES = {"school": "urn", "link": "urn", "figure": "about, code", "inspection": "urn"}
"""What is held of files, and by which columns a row says whom it tells of."""


def batches(connection: Connection) -> tuple[Batch, ...]:
    """Return every file that was read in, the newest first, those taken back too."""
    rows = connection.execute(f"select {_COLUMNS} from batch order by seq desc").fetchall()  # noqa: S608
    found = (Batch(*row) for row in rows)
    return tuple(replace(one, standing=bool(one.standing), confirmed=bool(one.confirmed)) for one in found)


def set_standing(connection: Connection, batch_id: str, *, standing: bool) -> None:
    """Take a file back, or bring it back: what came from it is no longer seen, or is seen again."""
    connection.execute("update batch set standing = ? where id = ?", (standing, batch_id))


def set_confirmed(connection: Connection, batch_id: str, *, confirmed: bool) -> None:
    """Keep whether somebody said that a file is right although much of the one before is missing in it."""
    connection.execute("update batch set confirmed = ? where id = ?", (confirmed, batch_id))


def drop_replaced(connection: Connection, kept: str, room: int = _ROOM) -> None:
    """Drop the oldest lists of each kind that is always published whole, once there are more rows of it than there is
    `room` for: never the last few, nor the one just `kept`, and never what such a file says of anything else.

    Registers and links files do not stand for each other.
    """
    for one in LISTS:
        _make_room(connection, one, kept, room)


def _make_room(connection: Connection, wanted: List, kept: str, room: int) -> None:
    older = oldest_first(connection, wanted.held, standing=False)
    rows = connection.execute(
        f"select standing, seq, id, kept from batch where {wanted.condition}"  # noqa: S608
    ).fetchall()
    ranked = sorted(
        ((standing, older.index(seq), seq, one, count) for standing, seq, one, count in rows if seq in older),
        reverse=True,
    )
    taken = 0
    for place, (_, _, number, one, count) in enumerate(ranked):
        taken += count
        if place >= _AT_LEAST and taken > room and one != kept:
            connection.execute(f"delete from {wanted.held} where batch = ?", (number,))  # noqa: S608
            _drop_empty(connection, number)


def drop_same(connection: Connection, batch_id: str) -> None:
    """Drop what a table held when it was read in before, whatever its file was called: the same one stands once, as
    it was read in last. Read in for fewer places, it leaves the one before as it was. Sheets of one workbook have
    different digests."""
    rows = connection.execute(
        "select old.seq, new.seq from batch old join batch new on old.sha256 = new.sha256 and old.kind = new.kind "
        "and old.id <> new.id where new.id = ?",
        (batch_id,),
    ).fetchall()
    for old, new in rows:
        if not any(_tells_of_others(connection, table, old, new) for table in _TABLES):
            for table in _TABLES:
                connection.execute(f"delete from {table} where batch = ?", (old,))  # noqa: S608
            _drop_empty(connection, old)


def _tells_of_others(connection: Connection, table: str, old: int, new: int) -> bool:
    """Return whether an old batch tells of schools or places of which a new one says nothing."""
    whom = f"select {_TABLES[table]} from {table} where batch = ?"  # noqa: S608
    return connection.execute(f"{whom} except {whom} limit 1", (old, new)).fetchone() is not None


def _drop_empty(connection: Connection, number: int) -> None:
    """Drop a file from the list once nothing is held of it any more."""
    for table in _TABLES:
        if connection.execute(f"select 1 from {table} where batch = ? limit 1", (number,)).fetchone():  # noqa: S608
            return
    connection.execute("delete from batch where seq = ?", (number,))
