"""Backups: whole, proved, with their key beside them, or not there at all."""

import os
import secrets
import shutil
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text

from visitapp.errors import StorageError
from visitapp.store import backup
from visitapp.store.connection import raw_reader
from visitapp.store.database import Database
from visitapp.vault import key_file, keys, vault

KEY = secrets.token_bytes(48)
NOTE = "Leaders check that the plan is followed."
NOON = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path):
    (tmp_path / "vault.key").write_bytes(b"the key file")
    with Database.create(tmp_path / "vault.db", KEY) as made:
        with made.raw_writer() as raw:
            raw.execute("CREATE TABLE note (seq INTEGER PRIMARY KEY, body TEXT)")
            raw.execute('CREATE TABLE "odd ""name" (a)')
            raw.execute("CREATE VIRTUAL TABLE found USING fts5(body, content='note', content_rowid='seq')")
        write(made, 20)
        yield made


def write(database, count=1):
    with database.transaction() as session:
        connection = session.connection()
        for _ in range(count):
            connection.execute(text("INSERT INTO note (body) VALUES (:body)"), {"body": NOTE})
        connection.execute(text("INSERT INTO found (found) VALUES ('rebuild')"))


def notes_in(path, key=KEY):
    with raw_reader(path, key) as raw:
        return raw.execute("SELECT count(*) FROM note").fetchone()[0]


def names_in(folder):
    return sorted(path.name for path in (folder / "backups").iterdir())


def test_a_backup_opens_with_the_same_key_and_holds_every_row(database, tmp_path):
    made = backup.back_up(database, tmp_path, NOON)
    assert notes_in(made) == 20
    with raw_reader(made, KEY) as raw:
        assert raw.execute("SELECT count(*) FROM found WHERE found MATCH 'leaders'").fetchone() == (20,)


def test_a_backup_carries_the_schemas_version(database, tmp_path):
    with database.transaction() as session:
        session.connection().exec_driver_sql("PRAGMA user_version = 5")
    with Database.open(backup.back_up(database, tmp_path, NOON), KEY) as copy:
        assert copy.user_version == 5


def test_a_backup_is_named_by_its_time_with_the_key_file_beside_it(database, tmp_path):
    made = backup.back_up(database, tmp_path, NOON)
    assert names_in(tmp_path) == ["visitapp-20260301-120000.db", "visitapp-20260301-120000.key"]
    assert made.name == "visitapp-20260301-120000.db"
    assert backup.key_file_of(made).read_bytes() == b"the key file"
    assert backup.made_at(made) == NOON


def test_the_name_is_in_utc_so_that_backups_sort_through_clock_changes(database, tmp_path):
    summer = NOON.astimezone(timezone(timedelta(hours=1)))
    assert backup.made_at(backup.back_up(database, tmp_path, summer)) == NOON


def test_two_backups_in_one_second_are_both_kept(database, tmp_path):
    first = backup.back_up(database, tmp_path, NOON)
    write(database)
    second = backup.back_up(database, tmp_path, NOON)
    assert (notes_in(first), notes_in(second)) == (20, 21)
    assert backup.latest(tmp_path) == second
    assert backup.made_at(second) == NOON


def test_the_latest_is_the_newest_and_none_is_none(database, tmp_path):
    assert backup.latest(tmp_path) is None
    newest = backup.back_up(database, tmp_path, NOON)
    backup.back_up(database, tmp_path, NOON - timedelta(days=400))
    assert backup.latest(tmp_path) == newest


def test_half_files_and_others_are_never_the_latest(database, tmp_path):
    made = backup.back_up(database, tmp_path, NOON)
    for name in ("visitapp-20991231-235959.db.part", "visitapp-20991231-235959.key", "zzz.db"):
        (tmp_path / "backups" / name).write_bytes(b"x")
    assert backup.latest(tmp_path) == made


def test_half_files_of_a_backup_that_was_killed_are_cleared_and_nothing_else(database, tmp_path):
    (tmp_path / "backups").mkdir()
    for name in ("visitapp-20260101-000000.db.part", "visitapp-20260101-000000.db.part-wal", "mine.part"):
        (tmp_path / "backups" / name).write_bytes(b"x")
    backup.back_up(database, tmp_path, NOON)
    assert names_in(tmp_path) == ["mine.part", "visitapp-20260301-120000.db", "visitapp-20260301-120000.key"]


def test_a_backup_stands_by_itself_without_a_log(database, tmp_path):
    made = backup.back_up(database, tmp_path, NOON)
    elsewhere = tmp_path / "usb" / "a.db"
    elsewhere.parent.mkdir()
    shutil.copyfile(made, elsewhere)
    assert notes_in(elsewhere) == 20


def test_the_vault_goes_on_after_a_backup_and_the_backup_stays_as_it_was(database, tmp_path):
    made = backup.back_up(database, tmp_path, NOON)
    write(database, 5)
    assert notes_in(made) == 20


def test_a_backup_made_while_others_write_is_one_moment_and_whole(database, tmp_path):
    stop = threading.Event()

    def keep_writing():
        while not stop.is_set():
            write(database, 3)

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        made = [backup.back_up(database, tmp_path, NOON + timedelta(seconds=n)) for n in range(4)]
    finally:
        stop.set()
        writer.join()
    counts = [notes_in(path) for path in made]
    assert counts == sorted(counts)
    assert all((count - 20) % 3 == 0 for count in counts)


def test_no_word_of_a_note_lies_in_a_backup(database, tmp_path):
    made = backup.back_up(database, tmp_path, NOON)
    octets = made.read_bytes()
    assert b"Leaders" not in octets
    assert b"CREATE TABLE" not in octets
    assert octets[:16] == KEY[32:]


def test_without_the_key_file_no_backup_is_made(database, tmp_path):
    (tmp_path / "vault.key").unlink()
    with pytest.raises(StorageError, match="No backup was made"):
        backup.back_up(database, tmp_path, NOON)
    assert names_in(tmp_path) == []


def test_a_folder_that_cannot_be_written_to_is_told_plainly(database, tmp_path):
    (tmp_path / "backups").write_bytes(b"a file in the way")
    with pytest.raises(StorageError, match="your notes are untouched"):
        backup.back_up(database, tmp_path, NOON)


def test_a_refusal_half_way_leaves_no_half_file(database, tmp_path):
    (tmp_path / "backups" / "visitapp-20260301-120000.key").mkdir(parents=True)
    with pytest.raises(StorageError):
        backup.back_up(database, tmp_path, NOON)
    assert names_in(tmp_path) == ["visitapp-20260301-120000.key"]


@pytest.mark.parametrize("page", [2, 5, 9])
def test_a_damaged_vault_is_not_copied_as_if_it_were_whole(database, tmp_path, page):
    good = backup.back_up(database, tmp_path, NOON)
    write(database, 300)
    database.close()
    octets = bytearray((tmp_path / "vault.db").read_bytes())
    octets[4096 * (page - 1) + 100] ^= 1
    (tmp_path / "vault.db").write_bytes(octets)
    with Database.open(tmp_path / "vault.db", KEY) as damaged, pytest.raises(StorageError) as fault:
        backup.back_up(damaged, tmp_path, NOON + timedelta(hours=1))
    assert "No backup was made" in str(fault.value)
    assert NOTE not in str(fault.value)
    assert names_in(tmp_path) == [good.name, backup.key_file_of(good).name]


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="counts open files as Linux shows them")
def test_a_backup_leaves_no_open_file(database, tmp_path):
    backup.back_up(database, tmp_path, NOON)
    before = len(os.listdir("/proc/self/fd"))
    backup.back_up(database, tmp_path, NOON)
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_backup_and_its_key_file_are_enough_to_read_the_notes_elsewhere(tmp_path):
    def make_database(path, key):
        with Database.create(path, key) as made, made.raw_writer() as raw:
            raw.execute("CREATE TABLE note (body TEXT)")
            raw.execute("INSERT INTO note VALUES (?)", (NOTE,))

    code = "K7QD-M2XV-9RTH-WC4N-P810-3JZA"
    folder = tmp_path / "vault"
    words = "otter lantern maple quiet bridge"
    quick = keys.Argon(memory=8192, passes=1)
    opened = vault.create(folder, words, code, make_database, argon=quick)
    with Database.open(opened.database, opened.key.raw) as database:
        made = backup.back_up(database, folder, NOON)
    usb = tmp_path / "usb"
    usb.mkdir()
    for path in (made, backup.key_file_of(made)):
        shutil.copy(path, usb)
    shutil.rmtree(folder)
    key, _ = vault.find_key(key_file.read(usb / "visitapp-20260301-120000.key"), code.lower())
    assert notes_in(usb / made.name, key.raw) == 1
