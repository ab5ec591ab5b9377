"""Faults from outside are told plainly, nothing acknowledged is lost, and no note lies open on the disk."""

import secrets
import subprocess
import sys

import pytest
from sqlalchemy import text

from visitapp.errors import StorageError
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


def begin_without_waiting(database):
    with database.raw_writer() as raw:
        raw.execute("PRAGMA busy_timeout = 10")
        raw.execute("BEGIN IMMEDIATE")


def test_a_database_held_by_another_program_is_a_storage_fault_in_plain_words(database, path):
    holder = (
        "import sys, pathlib; from visitapp.store import connection\n"
        "raw = connection.connect(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))\n"
        "raw.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read(); raw.close()\n"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", holder, str(path), KEY.hex()], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert program.stdout.readline() == b"held\n"
    try:
        with pytest.raises(StorageError, match="not saved and is still on the screen") as fault:
            begin_without_waiting(database)
        assert "busy" in str(fault.value)
    finally:
        program.communicate()


def test_a_full_disk_is_a_storage_fault_and_writing_goes_on_when_there_is_space(database):
    with database.transaction() as session:
        write(session, "a")
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="disk is full") as fault, database.transaction() as session:
        write(session, "b", NOTE * 1000)
    assert NOTE not in str(fault.value)
    assert stored(database) == ["a"]
    with database.transaction() as session:
        session.connection().exec_driver_sql("PRAGMA max_page_count = 1000000")
        write(session, "c", NOTE * 1000)
    assert stored(database) == ["a", "c"]


def test_a_damaged_page_is_a_storage_fault_for_a_reader(database, path):
    with database.transaction() as session:
        for number in range(100):
            write(session, f"{number}", NOTE * 30)
    database.close()
    octets = bytearray(path.read_bytes())
    octets[4096 * 6 : 4096 * 9] = bytes(3 * 4096)
    path.write_bytes(octets)
    with (
        Database.open(path, KEY) as again,
        pytest.raises(StorageError, match="damaged"),
        again.reading() as session,
    ):
        session.connection().execute(text("SELECT max(length(body)) FROM note")).all()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_no_word_of_a_note_lies_in_any_file_of_the_vault(database, path, encoding):
    with database.transaction() as session:
        session.connection().execute(text("CREATE VIRTUAL TABLE found USING fts5(body)"))
        session.connection().execute(text("INSERT INTO found VALUES (:body)"), {"body": NOTE * 20})
        write(session, "a", NOTE * 20)
    with database.reading() as reader:
        ids(reader)
        names = sorted(found.name for found in path.parent.iterdir())
        assert names == ["vault.db", "vault.db-shm", "vault.db-wal"]
        for found in path.parent.iterdir():
            octets = found.read_bytes()
            for word in ("reframes", "question", "CREATE TABLE"):
                assert word.encode(encoding) not in octets


KILLED_WHILE_WRITING = """
import pathlib, sys
from visitapp.store import connection
raw = connection.connect(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
number = raw.execute("SELECT count(*) FROM note").fetchone()[0]
while True:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO note VALUES (?, ?)", (f"{number:06}", "x" * 2000))
    raw.execute("INSERT INTO event VALUES (?)", (f"{number:06}",))
    raw.execute("COMMIT")
    print(f"{number:06}", flush=True)
    number += 1
"""


def test_killing_the_program_while_it_writes_loses_nothing_it_acknowledged(database, path):
    with database.transaction() as session:
        session.connection().execute(text("CREATE TABLE event (note TEXT)"))
    database.close()
    acknowledged = []
    for round_number in range(10):
        program = subprocess.Popen(
            [sys.executable, "-c", KILLED_WHILE_WRITING, str(path), KEY.hex()], stdout=subprocess.PIPE, text=True
        )
        wanted = 3 + 17 * round_number % 40
        acknowledged += [program.stdout.readline().strip() for _ in range(wanted)]
        program.kill()
        acknowledged += [line.strip() for line in program.communicate()[0].splitlines() if len(line) == 6]
        with Database.open(path, KEY) as again, again.raw_reader() as raw:
            notes = [row[0] for row in raw.execute("SELECT id FROM note ORDER BY id")]
            events = [row[0] for row in raw.execute("SELECT note FROM event ORDER BY note")]
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert notes == events
        assert set(acknowledged) <= set(notes)
        assert len(notes) - len(acknowledged) <= round_number + 1
