"""The tables of the published data. All of it came from files and can be read in again; a step may empty it."""

from visitapp.store.connection import Connection

_FIRST = (
    "create table batch (seq INTEGER primary key, id TEXT not null unique, kind TEXT not null, title TEXT not null, "
    "file_name TEXT not null, sha256 TEXT not null, size INTEGER not null, imported_at TEXT not null, "
    "period TEXT not null, release TEXT not null, attribution TEXT not null, read INTEGER not null, "
    "kept INTEGER not null, rejected INTEGER not null, outside INTEGER not null, standing INTEGER not null)",
    "create table school (batch INTEGER not null, urn TEXT not null, name TEXT not null, sought TEXT not null, "
    "gone INTEGER not null, "
    "status TEXT not null, authority_code TEXT not null, authority TEXT not null, number TEXT not null, "
    "kind TEXT not null, kind_group TEXT not null, phase TEXT not null, phase_said TEXT not null, youngest INTEGER, "
    "oldest INTEGER, gender TEXT not null, religion TEXT not null, roll INTEGER, capacity INTEGER, "
    "meals_percent REAL, trust TEXT not null, federation TEXT not null, street TEXT not null, town TEXT not null, "
    "postcode TEXT not null, region TEXT not null, website TEXT not null, telephone TEXT not null, "
    "opened_on TEXT not null, closed_on TEXT not null, changed_on TEXT not null, head TEXT not null, "
    "primary key (batch, urn)) without rowid",
    "create index school_sought on school (batch, gone, sought, urn)",
    "create table link (batch INTEGER not null, urn TEXT not null, other_urn TEXT not null, "
    'other_name TEXT not null, sort TEXT not null, said TEXT not null, "on" TEXT not null)',
    "create index link_of on link (urn, batch)",
    "create table figure (batch INTEGER not null, about TEXT not null, code TEXT not null, year TEXT not null, "
    'measure TEXT not null, "group" TEXT not null, value REAL, status TEXT not null, raw TEXT not null, '
    "cohort INTEGER not null, again INTEGER not null)",
    "create index figure_of on figure (code, about, measure)",
    "create index figure_in on figure (measure, year, about)",
    "create table inspection (batch INTEGER not null, number TEXT not null, urn TEXT not null, "
    "latest_urn TEXT not null, framework TEXT not null, sort TEXT not null, said_sort TEXT not null, "
    "started_on TEXT not null, published_on TEXT not null, outcome TEXT not null, concern TEXT not null, "
    "safeguarding TEXT not null, areas TEXT not null)",
    "create index inspection_of on inspection (urn)",
    "create index inspection_now on inspection (latest_urn)",
    "create table mapping (header TEXT primary key, title TEXT not null, content TEXT not null, at TEXT not null)",
)
_SECOND = (
    "alter table batch add column confirmed INTEGER not null default 0",
    "alter table inspection add column source TEXT not null default ''",
    "alter table school add column counted_on TEXT not null default ''",
)
_STEPS = (_FIRST, _SECOND)
"""What brings the tables from one version to the next; a step that was released is never altered."""
VERSION = len(_STEPS)

SCHOOL = (
    "urn", "name", "status", "authority_code", "authority", "number", "kind", "kind_group", "phase", "phase_said",
    "youngest", "oldest", "gender", "religion", "roll", "capacity", "meals_percent", "trust", "federation", "street",
    "town", "postcode", "region", "website", "telephone", "opened_on", "closed_on", "changed_on", "head",
    "counted_on",
)  # fmt: skip
"""The columns of a school, in the order of its value."""


def step(connection: Connection) -> None:
    """Bring the tables of an empty or an older database to this version, in the caller's transaction."""
    for statements in _STEPS[version_of(connection) :]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"pragma user_version = {VERSION}")


def version_of(connection: Connection) -> int:
    """Return the version of the tables; 0 for a database with none."""
    return int(connection.execute("pragma user_version").fetchone()[0])
