"""Schools of the register that was read in last, and what they were before."""

from collections.abc import Iterable, Sequence

from visitapp.domain.published.mapping import KnownSchools
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.store.connection import Connection
from visitapp.store.published.ages import newest
from visitapp.store.published.replacing import links_in_force
from visitapp.store.published.seeking import pattern, sought
from visitapp.store.published.shape import SCHOOL

_HAS_FIGURE = (
    "exists (select 1 from figure f join batch b on b.seq = f.batch where b.standing and f.code = school.urn "
    "and f.about = 'school' and f.measure = ?)"
)
_LAST = "\uffff"
_COLUMNS = ", ".join(f's."{name}"' for name in SCHOOL)


def find_schools(
    connection: Connection,
    text: str,
    authority: str = "",
    measure: str = "",
    limit: int = 20,
    among: Sequence[str] = (),
    *,
    leading: bool = False,
) -> tuple[RegisterSchool, ...]:
    """Return the schools whose name, town, postcode or number has words beginning like those of `text`.

    Open ones come first, then by name; none for a text without words. With `authority` (three digits) only its own,
    with `among` only those of these authorities, with `measure` only those a figure of it was read in of, with
    `leading` only those whose name begins with the words.
    """
    words = sought(text).split()
    if not words:
        return ()
    register = newest(connection, "school")
    asked, given = _leading(words) if leading else _beginning(words)
    for wanted, condition in ((authority, "authority_code = ?"), (measure, _HAS_FIGURE)):
        if wanted:
            asked.append(condition)
            given.append(wanted)
    if among:
        asked.append(f"({' or '.join(['sought like ?'] * len(among))})")
        given += [f"% {code}____ %" for code in among]  # their seven-digit numbers: the index alone answers
    rows = connection.execute(
        "select urn from school indexed by school_sought "  # noqa: S608
        f"where batch = ? and {' and '.join(asked)} order by gone, sought limit ?",
        (register, *given, limit),
    ).fetchall()
    found = [_school(connection, register, urn) for (urn,) in rows]
    return tuple(one for one in found if one is not None)


def _beginning(words: list[str]) -> tuple[list[str], list[str]]:
    return ["sought like ? escape '\\'"] * len(words), [*map(pattern, words)]


def _leading(words: list[str]) -> tuple[list[str], list[str]]:
    first = f" {' '.join(words)}"
    return ["gone in (0, 1)", "sought >= ?", "sought < ?"], [first, first + _LAST]


def school(connection: Connection, urn: str) -> RegisterSchool | None:
    """Return a school by its URN, or None."""
    return _school(connection, newest(connection, "school"), urn)


def _school(connection: Connection, register: int, urn: str) -> RegisterSchool | None:
    row = connection.execute(
        f"select {_COLUMNS} from school s where s.batch = ? and s.urn = ?",  # noqa: S608
        (register, urn),
    ).fetchone()
    return RegisterSchool(*row) if row else None


def authorities(connection: Connection) -> tuple[tuple[str, str, int], ...]:
    """Return code, name and number of schools not closed of every authority in the register, by name."""
    rows = connection.execute(
        "select s.authority_code, s.authority, sum(s.status <> 'closed') from school s "
        "where s.batch = ? and s.authority <> '' group by 1, 2 order by 2",
        (newest(connection, "school"),),
    ).fetchall()
    return tuple((code, name, count) for code, name, count in rows)


def known_schools(connection: Connection, authorities: frozenset[str] = frozenset()) -> KnownSchools:
    """Return the register as a table of an unknown kind needs it; a name means a school of these authorities first.

    Of schools with one name or number, the only one that is not closed is meant.
    """
    rows = connection.execute(
        "select urn, authority_code, number, name, gone from school where batch = ?", (newest(connection, "school"),)
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
    """Return every link known of a school and, through them, of those it came from and became; of each school as the
    newest file has it that speaks of its links."""
    found: dict[tuple[str, str, str], SchoolLink] = {}
    waiting, seen = [urn], {urn}
    files = links_in_force(connection)
    while waiting:
        for one in _links_of_one(connection, waiting.pop(), files):
            found[one.urn, one.other_urn, one.said] = one
            if one.sort != "other" and one.other_urn not in seen:
                seen.add(one.other_urn)
                waiting.append(one.other_urn)
    return tuple(found.values())


def _links_of_one(connection: Connection, urn: str, files: Sequence[int]) -> list[SchoolLink]:
    """Return the links of a school from the first file that has any, or lists the school and so says it has none."""
    for batch in files:
        rows = connection.execute(_LINKS, (urn, batch)).fetchall()
        if rows or connection.execute("select 1 from school where batch = ? and urn = ?", (batch, urn)).fetchone():
            return [SchoolLink(*row) for row in rows]
    return []


_LINKS = (
    'select urn, other_urn, other_name, sort, said, "on" from link where urn = ? and batch = ? '
    'order by "on", other_urn'
)
