"""What stands of a kind of file before another of it is read in."""

from visitapp.domain.published.before import Before
from visitapp.domain.published.replacing import REGISTERS
from visitapp.store.connection import Connection
from visitapp.store.published.ages import newest, oldest_first
from visitapp.store.published.replacing import former

_SCHOOLS = (
    "select distinct urn, '' from inspection where batch = :batch union all "
    "select distinct code, '' from figure where batch = :batch and about = 'school' union all "
    "select urn, authority_code from school where batch = :batch"
)
"""Whose authority is known comes last, so that it stands."""
_NATION = (
    'select b.release, f.code, f.year, f.measure, f."group", f.value, f.raw from figure f join batch b '
    "on b.seq = f.batch where b.standing and f.code in ('england', 'england-all') and f.about = 'nation' "
    "and not f.again and f.value is not null order by b.seq"
)


def before(connection: Connection, kind: str, title: str) -> Before:
    """Return what a file of this kind, called so, is to be held against; registers of any kind against each other."""
    register = newest(connection, "school")
    last = register if kind in REGISTERS else _last_of(connection, kind, title)
    return Before(
        dict(connection.execute(_SCHOOLS, {"batch": last}).fetchall()),
        dict(connection.execute("select urn, authority_code from school where batch = ?", (register,)).fetchall()),
        {tuple(key): (value, raw) for *key, value, raw in connection.execute(_NATION).fetchall()},
        former(connection, kind),
    )


def _last_of(connection: Connection, kind: str, title: str) -> int:
    rows = connection.execute(
        "select seq from batch where standing and kind = ? and title = ?", (kind, title)
    ).fetchall()
    same = {seq for (seq,) in rows}
    return next((seq for seq in reversed(oldest_first(connection)) if seq in same), 0)
