"""Schools of the register that was read in last, and what they were before."""

from collections.abc import Iterable

from visitapp.domain.published.mapping import KnownSchools
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.store.connection import Connection
from visitapp.store.published.seeking import pattern, sought
from visitapp.store.published.shape import SCHOOL

_NEWEST = (
    "(select max(seq) from batch where standing and exists (select 1 from school where school.batch = batch.seq))"
)
_COLUMNS = ", ".join(f's."{name}"' for name in SCHOOL)


def find_schools(connection: Connection, text: str, limit: int = 20) -> tuple[RegisterSchool, ...]:
    """Return the schools whose name, town, postcode or URN has words beginning like those of `text`.

    Open ones come first, then by name; none for a text without words.
    """
    words = sought(text).split()
    if not words:
        return ()
    asked = " and ".join(["sought like ? escape '\\'"] * len(words))
    rows = connection.execute(
        "select urn from school indexed by school_sought "  # noqa: S608
        f"where batch = {_NEWEST} and {asked} order by gone, sought limit ?",
        (*map(pattern, words), limit),
    ).fetchall()
    found = [school(connection, urn) for (urn,) in rows]
    return tuple(one for one in found if one is not None)


def school(connection: Connection, urn: str) -> RegisterSchool | None:
    """Return a school by its URN, or None."""
    row = connection.execute(
        f"select {_COLUMNS} from school s where s.batch = {_NEWEST} and s.urn = ?",  # noqa: S608
        (urn,),
    ).fetchone()
    return RegisterSchool(*row) if row else None


def authorities(connection: Connection) -> tuple[tuple[str, str, int], ...]:
    """Return code, name and number of schools not closed of every authority in the register, by name."""
    rows = connection.execute(
        "select s.authority_code, s.authority, sum(s.status <> 'closed') from school s "  # noqa: S608
        f"where s.batch = {_NEWEST} and s.authority <> '' group by 1, 2 order by 2",
    ).fetchall()
    return tuple((code, name, count) for code, name, count in rows)


def known_schools(connection: Connection, authorities: frozenset[str] = frozenset()) -> KnownSchools:
    """Return the register as a table of an unknown kind needs it; a name means a school of these authorities first.

    Of schools with one name or number, the only one that is not closed is meant.
    """
    rows = connection.execute(
        f"select urn, authority_code, number, name, gone from school s where s.batch = {_NEWEST}"  # noqa: S608
    ).fetchall()
    named = [(" ".join(name.lower().split()), urn, gone, code) for urn, code, _, name, gone in rows]
    here = _only(one[:3] for one in named if one[3] in authorities)
    return KnownSchools(
        {urn: code for urn, code, *_ in rows},
        _only((f"{code}{number}", urn, gone) for urn, code, number, _, gone in rows if number),
        _only(one[:3] for one in named) | here,
    )


def _only(said: Iterable[tuple[str, str, int]]) -> dict[str, str]:
    found: dict[str, tuple[list[str], list[str]]] = {}
    for key, urn, gone in said:
        found.setdefault(key, ([], []))[bool(gone)].append(urn)
    return {
        key: there[0] if len(there) == 1 else closed[0] if not there and len(closed) == 1 else ""
        for key, (there, closed) in found.items()
    }


def links_of(connection: Connection, urn: str) -> tuple[SchoolLink, ...]:
    """Return everything the links file says of a school and, through them, of those it came from and became."""
    found: dict[tuple[str, str, str], SchoolLink] = {}
    waiting, seen = [urn], {urn}
    while waiting:
        for row in connection.execute(_LINKS, (waiting.pop(),)).fetchall():
            one = SchoolLink(*row)
            found[one.urn, one.other_urn, one.said] = one
            if one.sort != "other" and one.other_urn not in seen:
                seen.add(one.other_urn)
                waiting.append(one.other_urn)
    return tuple(found.values())


_LINKS = (
    'select urn, other_urn, other_name, sort, said, "on" from link where urn = ? and batch = '
    "(select max(seq) from batch where standing and exists (select 1 from link where link.batch = batch.seq)) "
    'order by "on", other_urn'
)
