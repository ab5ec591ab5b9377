"""Which of several files is the newer one: by the day it says it is of, else by the day it was read in."""

from typing import Literal

from visitapp.domain.published.replacing import day_said
from visitapp.store.connection import Connection

Held = Literal["school", "link"]


def oldest_first(connection: Connection, held: Held | None = None, *, standing: bool = True) -> tuple[int, ...]:
    """Return the numbers of the files, the newest last, whichever was read in first; only those that hold schools or
    links where that is asked for."""
    holds = f" and exists (select 1 from {held} where {held}.batch = batch.seq)" if held else ""  # noqa: S608
    rows = connection.execute(
        f"select seq, period, imported_at from batch where standing >= ?{holds}",  # noqa: S608
        (standing,),
    ).fetchall()
    return tuple(number for _, number in sorted((day_said(period) or at[:10], seq) for seq, period, at in rows))


def newest(connection: Connection, held: Held) -> int:
    """Return the number of the file that speaks for what is always published whole, 0 for none."""
    found = oldest_first(connection, held)
    return found[-1] if found else 0


def day_of(connection: Connection, number: int) -> str:
    """Return the ISO day a file says it is of, empty where it names none."""
    row = connection.execute("select period from batch where seq = ?", (number,)).fetchone()
    return day_said(row[0]) if row else ""
