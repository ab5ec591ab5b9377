"""What was read in: listed, taken back, brought back."""

from dataclasses import replace

from visitapp.domain.published.batches import Batch
from visitapp.store.connection import Connection

_COLUMNS = (
    "id, kind, title, file_name, sha256, size, imported_at, period, release, attribution, read, kept, rejected, "
    "outside, standing"
)
_KEPT_OF_THESE = 2
_REPLACED_WHOLE = ("school", "link")
_TABLES = ("school", "link", "figure", "inspection")


def batches(connection: Connection) -> tuple[Batch, ...]:
    """Return every file that was read in, the newest first, those taken back too."""
    rows = connection.execute(f"select {_COLUMNS} from batch order by seq desc").fetchall()  # noqa: S608
    found = (Batch(*row) for row in rows)
    return tuple(replace(one, standing=bool(one.standing)) for one in found)


def set_standing(connection: Connection, batch_id: str, *, standing: bool) -> None:
    """Take a file back, or bring it back: what came from it is no longer seen, or is seen again."""
    connection.execute("update batch set standing = ? where id = ?", (standing, batch_id))


def drop_replaced(connection: Connection, prefix: str) -> None:
    """Drop what older files of a kind that is always replaced whole held, but for the last one before the newest.

    Files with schools and files with links never stand for each other.
    """
    for held in _REPLACED_WHOLE:
        found = connection.execute(
            f"select seq from batch where kind like ? || '%' and exists (select 1 from {held} "  # noqa: S608
            f"where {held}.batch = batch.seq) order by standing desc, seq desc",
            (prefix,),
        ).fetchall()
        for (number,) in found[_KEPT_OF_THESE:]:
            for table in _TABLES:
                connection.execute(f"delete from {table} where batch = ?", (number,))  # noqa: S608
            connection.execute("delete from batch where seq = ?", (number,))
