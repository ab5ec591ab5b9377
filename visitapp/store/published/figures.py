"""Figures that were read in. Where several files hold the same one, the most final and newest speaks."""

from collections.abc import Iterable, Sequence

from visitapp.domain.published.figures import Figure
from visitapp.store.connection import Connection
from visitapp.store.published.ages import newest

_FIGURE = 'f.about, f.code, f.year, f.measure, f."group", f.value, f.status, f.raw, f.cohort, f.again'
_AGAIN = 9
"""Where `again` stands among them."""
_ORDER = (
    "order by b.kind = 'authority-comparators' desc, f.again desc, "
    "case b.release when 'Final' then 3 when 'Revised' then 2 when 'Provisional' then 1 else 2 end, b.seq"
)
"""The one that speaks comes last; what is gathered from other tables gives way to those tables themselves."""


def figures_of(connection: Connection, about: str, codes: Sequence[str]) -> tuple[Figure, ...]:
    """Return every figure about these schools, authorities, regions or nations."""
    marks = ", ".join("?" * len(codes))
    return _speaking(
        connection.execute(
            f"select {_FIGURE} from figure f join batch b on b.seq = f.batch "  # noqa: S608
            f"where b.standing and f.about = ? and f.code in ({marks}) {_ORDER}",
            (about, *codes),
        )
    )


def figures_in(
    connection: Connection, measures: Sequence[str], groups: Sequence[str], authority: str
) -> tuple[Figure, ...]:
    """Return these measures of these groups for an authority, the nation, and schools not known to be elsewhere, each
    with the file it is from. The register says that a school is elsewhere, or a file that tells of no authority but
    others."""
    marks, also = (", ".join("?" * len(codes)) for codes in (measures, groups))
    register = newest(connection, "school")
    elsewhere = (
        "select s.urn from school s join batch r on r.seq = s.batch where r.standing and s.authority_code <> ? "
        "except select urn from school where batch = ? and authority_code = ?"
    )
    of_others = (
        f"select batch from figure where measure in ({marks}) and about = 'authority' "  # noqa: S608
        "group by batch having sum(code = ?) = 0"
    )
    return _speaking(
        connection.execute(
            f"select {_FIGURE}, b.id from figure f join batch b on b.seq = f.batch "  # noqa: S608
            f"where b.standing and f.measure in ({marks}) and f.\"group\" in ({also}) and (f.about = 'nation' or "
            "(f.about = 'authority' and f.code = ?) or "
            f"(f.about = 'school' and f.code not in ({elsewhere}) and f.batch not in ({of_others}))) {_ORDER}",
            (*measures, *groups, authority, authority, register, authority, *measures, authority),
        )
    )


def authorities_with(connection: Connection, measure: str) -> tuple[str, ...]:
    """Return the codes of the authorities there is a figure of this measure for."""
    rows = connection.execute(
        "select distinct f.code from figure f join batch b on b.seq = f.batch "
        "where b.standing and f.about = 'authority' and f.measure = ? order by 1",
        (measure,),
    ).fetchall()
    return tuple(code for (code,) in rows)


def sources_of(connection: Connection, about: str, codes: Sequence[str]) -> tuple[tuple[str, str, str, str], ...]:
    """Return title, period, release and attribution of the files that have figures about these, the newest first."""
    marks = ", ".join("?" * len(codes))
    rows = connection.execute(
        "select distinct b.title, b.period, b.release, b.attribution, b.seq from figure f join batch b "  # noqa: S608
        f"on b.seq = f.batch where b.standing and f.about = ? and f.code in ({marks}) order by b.seq desc",
        (about, *codes),
    ).fetchall()
    return tuple((title, period, release, attribution) for title, period, release, attribution, _ in rows)


def _speaking(rows: Iterable[tuple[object, ...]]) -> tuple[Figure, ...]:
    found: dict[tuple[object, ...], Figure] = {}
    for row in rows:
        figure, again, *batch = row[:_AGAIN], row[_AGAIN], *row[_AGAIN + 1 :]
        found[row[:5]] = Figure(*figure, bool(again), *batch)  # type: ignore[arg-type, call-arg]
    return tuple(found.values())
