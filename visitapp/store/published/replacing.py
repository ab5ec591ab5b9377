"""Lists that are always published whole: which one speaks, and what it stands in the place of."""

from dataclasses import dataclass

from visitapp.domain.published.replacing import REGISTER_LINKS, REGISTERS, Former, Replacing
from visitapp.store.connection import Connection
from visitapp.store.published.ages import Held, oldest_first


@dataclass(frozen=True, slots=True)
class List:
    """A list: the table it fills, and the kinds of file that hold it."""

    held: Held
    kinds: tuple[str, ...]

    @property
    def condition(self) -> str:
        """Return what its files meet, in SQL."""
        return f"kind in ({', '.join(map(repr, self.kinds))})"


LISTS = (List("school", REGISTERS), List("link", (REGISTER_LINKS,)))
"""Only files of one kind replace each other: a register never a links file, though some registers hold links too."""


def former(connection: Connection, kind: str) -> Former | None:
    """Return the list that one of this kind is to stand in the place of, None for a kind that replaces nothing."""
    known = next((one for one in LISTS if kind in one.kinds), None)
    order = _in_order(connection, known) if known else ()
    return _former(connection, known, order[-1]) if known and order else None


def speaking_register(connection: Connection) -> tuple[str, Replacing | None]:
    """Return the id of the register that speaks, empty for none, and what it stands in the place of."""
    known = LISTS[0]
    order = _in_order(connection, known)
    if not order:
        return "", None
    (found,) = connection.execute("select id from batch where seq = ?", (order[-1],)).fetchone()
    if len(order) == 1:
        return found, None
    now, before = order[-1], order[-2]
    missing = connection.execute(
        "select count(*) from school where batch = ? and urn not in (select urn from school where batch = ?)",
        (before, now),
    ).fetchone()[0]
    return found, Replacing(_former(connection, known, before), _count(connection, known, now), missing)


def links_in_force(connection: Connection) -> tuple[int, ...]:
    """Return the numbers of the files that are asked for links, the newest first: one links file, and the registers
    that hold some."""
    files = _in_order(connection, LISTS[1])
    return tuple(one for one in reversed(oldest_first(connection, "link")) if one not in files[:-1])


def _in_order(connection: Connection, known: List) -> tuple[int, ...]:
    rows = connection.execute(f"select seq from batch where {known.condition}").fetchall()  # noqa: S608
    of_kind = {number for (number,) in rows}
    return tuple(one for one in oldest_first(connection, known.held) if one in of_kind)


def _former(connection: Connection, known: List, number: int) -> Former:
    kind, period, at, sha256 = connection.execute(
        "select kind, period, imported_at, sha256 from batch where seq = ?", (number,)
    ).fetchone()
    return Former(kind, period, at[:10], sha256, _count(connection, known, number))


def _count(connection: Connection, known: List, number: int) -> int:
    return int(connection.execute(f"select count(*) from {known.held} where batch = ?", (number,)).fetchone()[0])  # noqa: S608
