"""The shape of the database: made whole for a new vault, brought up step by step for an old one."""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection
from sqlmodel import Session, SQLModel

from visitapp.domain.ids import new_id
from visitapp.errors import FileTooNewError
from visitapp.store.answering_step import answering
from visitapp.store.judging_step import judging
from visitapp.store.preparing_step import preparing
from visitapp.store.record_rows import MetaRow
from visitapp.store.rows import Rows
from visitapp.store.search_index import create_index, replace_index

VERSION = 5
"""The schema this program writes; a vault with a higher one is refused untouched."""

APPLICATION_ID = 0x56495341
"""Marks the file as ours ("VISA") once it is decrypted."""


def _pictures(connection: Connection) -> None:
    """Go to version 2: pictures, times set by hand with when a note was entered, own shorthand, tags in the index."""
    connection.exec_driver_sql(
        "create table photo (seq INTEGER not null, id VARCHAR not null, deleted BOOLEAN not null, "
        "visit_id VARCHAR not null, note_id VARCHAR not null, sha256 VARCHAR not null, kind VARCHAR not null, "
        "width INTEGER not null, height INTEGER not null, size INTEGER not null, caption VARCHAR not null, "
        "taken_at VARCHAR not null, zone VARCHAR not null, strokes VARCHAR not null, author_id VARCHAR not null, "
        "primary key (seq), unique (id))"
    )
    connection.exec_driver_sql("create index ix_photo_visit_id on photo (visit_id)")
    connection.exec_driver_sql("create index ix_photo_note_id on photo (note_id)")
    connection.exec_driver_sql("alter table note add column entered_at VARCHAR not null default ''")
    connection.exec_driver_sql("alter table reviewer add column shorthand VARCHAR not null default ''")
    replace_index(connection)


STEPS: Mapping[int, Callable[[Connection], None]] = {2: _pictures, 3: judging, 4: answering, 5: preparing}
"""The step to each version from the one before. A released step is never edited."""


def create(session: Session) -> None:
    """Make every table, the search index and this device's id in an empty database."""
    connection = session.connection()
    tables = [table for table in SQLModel.metadata.sorted_tables if table.name in _ours()]
    SQLModel.metadata.create_all(connection, tables=tables)
    create_index(connection)
    connection.exec_driver_sql(f"pragma application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"pragma user_version = {VERSION}")
    session.add(MetaRow(id="device", value=new_id()))
    session.flush()


def version_of(session: Session) -> int:
    """Return the schema version the database was written with."""
    return int(session.connection().exec_driver_sql("pragma user_version").scalar_one())


def needs_upgrade(session: Session) -> bool:
    """Return whether steps are missing; raise FileTooNewError when a newer program wrote the vault."""
    found = version_of(session)
    if found > VERSION:
        raise FileTooNewError(
            "Your notes are safe and were not touched. A newer version of Visitapp wrote this vault: "
            "install that version, or a later one, to open it."
        )
    return found < VERSION


def upgrade(session: Session, steps: Mapping[int, Callable[[Connection], None]] = STEPS) -> None:
    """Take the missing steps, all in the caller's one transaction; make a verified backup first."""
    connection = session.connection()
    for step in range(version_of(session) + 1, VERSION + 1):
        steps[step](connection)
        connection.exec_driver_sql(f"pragma user_version = {step}")


def _ours() -> frozenset[str]:
    named = ("meta", "act", "operation", "operation_parent", "operation_head", "draft")
    return frozenset((*named, *Rows.OF_KIND))
