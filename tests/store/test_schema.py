"""A vault of any released version opens; a newer one is refused untouched."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from vault_desk import KEY, new_database

from visitapp.domain.change import Act, Change, created
from visitapp.domain.evidence import Note
from visitapp.errors import FileTooNewError
from visitapp.frameworks.freezing import thaw
from visitapp.store import operations, schema, visits
from visitapp.store.database import Database
from visitapp.store.projection import rebuild

NOW = datetime(2025, 11, 20, tzinfo=UTC)
FILES = Path(__file__).parent.parent / "files"
CAPTIONS = {
    1: [],
    2: ["The route drawn on the walk"],
    3: ["The route drawn on the walk"],
    4: ["The route drawn on the walk"],
    5: ["The route drawn on the walk"],
}
"""What the pictures of the one note say in the kept vault of each version."""


def shape(database):
    """Return the columns, keys and indexes of every table."""
    found = {}
    with database.reading() as session:
        ask = session.connection().exec_driver_sql
        for (table,) in ask("select name from sqlite_master where type = 'table' order by name").fetchall():
            found[table] = (
                ask(f'pragma table_info("{table}")').fetchall(),
                sorted(tuple(row[1:]) for row in ask(f'pragma index_list("{table}")')),
                ask(f'pragma foreign_key_list("{table}")').fetchall(),
            )
    return found


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_a_vault_of_every_version_opens_with_all_that_is_in_it(tmp_path, version):
    shutil.copy(FILES / f"vault-schema-{version}.db", tmp_path / "visitapp.db")
    with Database.open(tmp_path / "visitapp.db", KEY) as database, new_database(tmp_path / "new") as new:
        with database.transaction() as session:
            assert schema.needs_upgrade(session) == (version < schema.VERSION)
            schema.upgrade(session)
        assert shape(database) == shape(new)
        with database.reading() as session:
            (summary,) = visits.list_visits(session)
            record = visits.load_visit(session, summary.id, thaw)
        assert [note.text for note in record.notes] == ["Pupils explain their thinking."]
        assert record.framework.code == "llpr-primary"
        assert [photo.caption for photo in record.photos_of(record.notes[0].id)] == CAPTIONS[version]


def test_an_upgraded_vault_can_be_rebuilt_from_its_operations(tmp_path):
    shutil.copy(FILES / "vault-schema-1.db", tmp_path / "visitapp.db")
    with Database.open(tmp_path / "visitapp.db", KEY) as database, database.transaction() as session:
        schema.upgrade(session)
        ask = session.connection().exec_driver_sql
        before = ask("select * from note").fetchall()
        rebuild(session)
        assert ask("select * from note").fetchall() == before


def test_a_vault_of_a_newer_program_is_refused_untouched(tmp_path):
    with new_database(tmp_path) as database:
        with database.transaction() as session:
            session.connection().exec_driver_sql(f"pragma user_version = {schema.VERSION + 1}")
        database.checkpoint()
        before = (tmp_path / "visitapp.db").read_bytes()
        with pytest.raises(FileTooNewError, match="were not touched"), database.reading() as session:
            schema.needs_upgrade(session)
        assert (tmp_path / "visitapp.db").read_bytes() == before


def test_steps_are_taken_in_one_transaction_so_that_a_failed_one_leaves_the_old_shape(tmp_path, monkeypatch):
    monkeypatch.setattr(schema, "VERSION", 3)

    def add(connection):
        connection.exec_driver_sql("alter table note add column colour text not null default ''")

    def fail(connection):
        raise RuntimeError("no room")

    with new_database(tmp_path) as database:
        with database.transaction() as session:
            session.connection().exec_driver_sql("pragma user_version = 1")
        before = shape(database)
        with pytest.raises(RuntimeError), database.transaction() as session:
            schema.upgrade(session, {2: add, 3: fail})
        assert shape(database) == before
        with database.transaction() as session:
            assert schema.version_of(session) == 1
            schema.upgrade(session, {2: add, 3: lambda connection: None})
            assert schema.version_of(session) == 3


def test_words_of_a_note_are_found_as_soon_as_it_is_there_and_no_longer_once_it_is_changed(tmp_path):
    with new_database(tmp_path) as database, database.transaction() as session:
        run = session.connection().exec_driver_sql
        operations.record(session, Act("", created(Note("n", "v", text="phonics questions"))), NOW)
        assert run("select count(*) from note_search where note_search match 'quest*'").scalar() == 1
        operations.record(session, Act("", (Change("note", "n", "text", "fractions"),)), NOW)
        assert run("select count(*) from note_search where note_search match 'quest*'").scalar() == 0
