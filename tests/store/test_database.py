"""One writer, a few readers, plain faults and nothing lost."""

import os
import secrets
import sys
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError, OperationalError
from sqlcipher3 import dbapi2 as sqlcipher

from visitapp.errors import VaultError
from visitapp.store.database import Database

KEY = secrets.token_bytes(48)
NOTE = "The adult reframes the question and waits."


@pytest.fixture
def path(tmp_path):
    return tmp_path / "vault.db"


@pytest.fixture
def database(path):
    with Database.create(path, KEY) as made:
        with made.transaction() as session:
            session.connection().execute(text("CREATE TABLE note (id TEXT PRIMARY KEY, body TEXT NOT NULL)"))
        yield made


def write(session, note_id, body=NOTE):
    session.connection().execute(text("INSERT INTO note VALUES (:id, :body)"), {"id": note_id, "body": body})


def ids(session):
    return [row[0] for row in session.connection().execute(text("SELECT id FROM note ORDER BY id"))]


def stored(database):
    with database.reading() as session:
        return ids(session)


def open_files():
    return sorted(os.listdir("/proc/self/fd"))


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="counts open files as Linux shows them")


# Opening and closing


def test_opening_a_missing_database_is_refused_and_makes_none(path):
    with pytest.raises(VaultError):
        Database.open(path, KEY)
    assert not path.exists()


def test_making_over_a_database_is_refused(database, path):
    with pytest.raises(VaultError):
        Database.create(path, KEY)


def test_a_wrong_key_is_refused(database, path):
    with pytest.raises(VaultError):
        Database.open(path, secrets.token_bytes(48))


def test_what_was_written_is_there_when_it_is_opened_again(database, path):
    with database.transaction() as session:
        write(session, "a")
    database.close()
    with Database.open(path, KEY) as again:
        assert stored(again) == ["a"]


def test_closing_folds_in_the_log_and_leaves_one_file(database, path):
    with database.transaction() as session:
        write(session, "a")
    assert stored(database) == ["a"]
    database.close()
    database.close()
    assert [found.name for found in path.parent.iterdir()] == ["vault.db"]


@linux_only
def test_closing_leaves_no_open_file(path):
    before = open_files()
    for number in range(3):
        with Database.create(path.with_name(f"{number}.db"), KEY) as database:
            assert database.user_version == 0
            with pytest.raises(OperationalError), database.transaction() as session:
                session.connection().execute(text("nonsense"))
        with pytest.raises(VaultError):
            Database.open(path.with_name(f"{number}.db"), secrets.token_bytes(48))
    assert open_files() == before


def test_nothing_printed_shows_the_key(database):
    assert KEY.hex()[:16] not in repr(database)


def test_the_schemas_version_is_carried_by_the_file(database, path):
    assert database.user_version == 0
    with database.transaction() as session:
        session.connection().exec_driver_sql("PRAGMA user_version = 7")
    assert database.user_version == 7
    database.close()
    with Database.open(path, KEY) as again:
        assert again.user_version == 7


# Writing


def test_leaving_the_block_whole_commits(database):
    with database.transaction() as session:
        write(session, "a")
    assert stored(database) == ["a"]


class PlannedError(Exception):
    pass


def write_and_fail(session, note_id):
    write(session, note_id)
    raise PlannedError


def test_an_error_undoes_the_whole_block_and_the_next_one_works(database):
    with pytest.raises(PlannedError), database.transaction() as session:
        write_and_fail(session, "a")
    assert stored(database) == []
    with database.transaction() as session:
        write(session, "c")
    assert stored(database) == ["c"]


def test_a_change_of_tables_is_undone_too(database):
    with database.transaction() as session:
        session.connection().execute(text("CREATE TABLE other (x)"))
        session.rollback()
    with pytest.raises(OperationalError, match="no such table"), database.reading() as session:
        session.connection().execute(text("SELECT * FROM other"))


def test_foreign_keys_hold(database):
    with database.transaction() as session:
        session.connection().execute(text("CREATE TABLE link (note TEXT REFERENCES note(id))"))
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.connection().execute(text("INSERT INTO link VALUES ('nowhere')"))


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("INSERT INTO note VALUES (:id, :body)", IntegrityError),
        ("INSERT INTO nowhere VALUES (:id, :body)", OperationalError),
        ("INSERT INTO note VALUES (:id, :body, :other)", DatabaseError),
        ("INSERT INTO note VALUES (:id, :body) nonsense", OperationalError),
    ],
)
def test_the_programs_own_mistakes_keep_their_type_and_never_print_a_note(database, statement, kind):
    with database.transaction() as session:
        write(session, "a")
    values = {"id": "a", "body": NOTE, "other": "secret word"}
    with pytest.raises(kind) as mistake, database.transaction() as session:
        session.connection().execute(text(statement), values)
    printed = f"{mistake.value!s} {mistake.value!r}"
    assert NOTE not in printed
    assert "secret word" not in printed


def test_a_value_of_the_wrong_type_does_not_print_the_note_beside_it(database):
    with pytest.raises(DBAPIError) as mistake, database.transaction() as session:
        write(session, object(), NOTE)
    assert NOTE not in str(mistake.value)


def test_writers_wait_for_one_another(database):
    written = []

    def write_many(name):
        for number in range(15):
            with database.transaction() as session:
                write(session, f"{name}{number}")
                written.append(name)

    threads = [threading.Thread(target=write_many, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stored(database)) == 45 == len(written)


# Reading


def test_a_reader_sees_the_old_state_while_the_writer_holds_the_lock(database):
    with database.transaction() as session:
        write(session, "a")
    with database.transaction() as session:
        write(session, "b")
        assert stored(database) == ["a"]
    assert stored(database) == ["a", "b"]


def test_a_reader_keeps_one_state_throughout(database):
    with database.reading() as reader:
        assert ids(reader) == []
        with database.transaction() as session:
            write(session, "a")
        assert ids(reader) == []
    assert stored(database) == ["a"]


def test_two_readers_and_a_writer_work_at_once(database):
    with database.reading() as first, database.reading() as second, database.transaction() as session:
        write(session, "a")
        assert ids(first) == ids(second) == []


def test_writing_while_only_reading_is_a_mistake_of_the_program_and_does_nothing(database):
    with pytest.raises(OperationalError, match="readonly"), database.reading() as session:
        write(session, "a")
    assert stored(database) == []


def test_an_interrupted_search_keeps_its_type(database):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with database.raw_reader() as raw:
        timer = threading.Timer(0.05, raw.interrupt)
        timer.start()
        with pytest.raises(sqlcipher.OperationalError, match="interrupted"):
            raw.execute(endless).fetchone()
        timer.join()


# The driver's own connection


def test_settings_changed_on_the_lent_writer_do_not_stay(database):
    with database.raw_writer() as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
    with database.raw_writer() as raw:
        assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_step_left_unfinished_on_the_lent_writer_is_undone(database):
    with database.raw_writer() as raw:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO note VALUES ('a', 'b')")
    assert stored(database) == []


def test_a_checkpoint_empties_the_log(database, path):
    with database.transaction() as session:
        write(session, "a")
    with database.reading() as session:
        ids(session)
    database.checkpoint()
    log = path.with_name("vault.db-wal")
    assert not log.exists() or log.stat().st_size == 0
