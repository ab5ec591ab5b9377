"""Opening the database by the one recipe, and refusing everything else untouched."""

import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from visitapp.errors import StorageError, VaultError
from visitapp.store import connection

KEY = secrets.token_bytes(48)
NOTE = "Pupils explain their corrections in green pen."


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "vault.db"
    connection.create(made, KEY)
    return made


def write_note(path, note=NOTE):
    raw = connection.connect(path, KEY)
    raw.execute("CREATE TABLE IF NOT EXISTS note (body TEXT)")
    raw.execute("INSERT INTO note VALUES (?)", (note,))
    return raw


def leave_a_log(path, tmp_path):
    """Return a copy of the database with an unfinished write-ahead log, as a crash leaves it."""
    copy = tmp_path / "crashed" / "vault.db"
    copy.parent.mkdir()
    raw = write_note(path)
    for ending in ("", "-wal", "-shm"):
        shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    raw.close()
    return copy


def every_byte(folder):
    return {found.name: found.read_bytes() for found in folder.iterdir()}


def pragma(raw, name):
    return raw.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("wal_autocheckpoint", 500),
        ("journal_size_limit", 8388608),
        ("cache_size", -16000),
    ],
)
@pytest.mark.parametrize("connect", [connection.connect, connection.connect_to_read])
def test_every_connection_is_set_by_the_recipe(path, connect, name, expected):
    raw = connect(path, KEY)
    assert pragma(raw, name) == expected
    raw.close()


def test_only_the_reading_connection_refuses_to_write(path):
    writer, reader = connection.connect(path, KEY), connection.connect_to_read(path, KEY)
    assert (pragma(writer, "query_only"), pragma(reader, "query_only")) == (0, 1)
    writer.execute("CREATE TABLE note (body TEXT)")
    with pytest.raises(sqlcipher.OperationalError, match="readonly"):
        reader.execute("INSERT INTO note VALUES ('x')")
    writer.close()
    reader.close()


def test_the_bundled_engine_is_new_enough_and_encrypts(path):
    assert sqlcipher.sqlite_version_info >= (3, 51, 3)
    raw = connection.connect(path, KEY)
    assert pragma(raw, "cipher_version").startswith("4.")
    raw.close()


def test_a_new_database_is_encrypted_from_its_first_page(path):
    octets = path.read_bytes()
    assert len(octets) >= 4096
    assert octets[:16] == KEY[32:]
    assert b"SQLite" not in octets


def test_a_new_database_leaves_no_files_beside_it(path):
    assert [found.name for found in path.parent.iterdir()] == ["vault.db"]


@pytest.mark.parametrize("octets", [b"", b"precious"])
def test_making_never_overwrites_a_file(tmp_path, octets):
    path = tmp_path / "vault.db"
    path.write_bytes(octets)
    with pytest.raises(VaultError, match="left untouched"):
        connection.create(path, KEY)
    assert path.read_bytes() == octets


def test_making_where_there_is_no_folder_is_a_storage_fault(tmp_path):
    with pytest.raises(StorageError):
        connection.create(tmp_path / "nowhere" / "vault.db", KEY)


@pytest.mark.parametrize("length", [0, 16, 32, 47, 49, 96])
@pytest.mark.parametrize("use", [connection.create, connection.connect, connection.connect_to_read])
def test_a_key_of_the_wrong_length_is_refused_rather_than_taken_for_a_passphrase(tmp_path, use, length):
    with pytest.raises(ValueError, match="48 bytes"):
        use(tmp_path / "vault.db", bytes(length))
    assert list(tmp_path.iterdir()) == []


def test_opening_a_missing_database_makes_none(tmp_path):
    with pytest.raises(VaultError, match="Nothing was made in its place"):
        connection.connect(tmp_path / "vault.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_not_taken_for_an_empty_database(tmp_path):
    path = tmp_path / "vault.db"
    path.write_bytes(b"")
    with pytest.raises(VaultError, match="empty or cut short"):
        connection.connect(path, KEY)
    assert every_byte(tmp_path) == {"vault.db": b""}


def test_a_plain_database_is_refused_untouched(tmp_path):
    path = tmp_path / "vault.db"
    plain = sqlcipher.connect(str(path))
    plain.execute("CREATE TABLE note (body TEXT)")
    plain.commit()
    plain.close()
    before = every_byte(tmp_path)
    with pytest.raises(VaultError, match="not encrypted"):
        connection.connect(path, KEY)
    assert every_byte(tmp_path) == before


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(secrets.token_bytes(48), id="another key and salt"),
        pytest.param(secrets.token_bytes(32) + KEY[32:], id="another key"),
        pytest.param(KEY[:32] + secrets.token_bytes(16), id="another salt"),
    ],
)
def test_a_wrong_key_is_refused_and_changes_no_byte(path, wrong):
    write_note(path).close()
    before = every_byte(path.parent)
    with pytest.raises(VaultError, match="left as it is"):
        connection.connect(path, wrong)
    assert every_byte(path.parent) == before


def test_another_vaults_key_does_not_even_fold_in_an_unfinished_log(path, tmp_path):
    crashed = leave_a_log(path, tmp_path)
    before = every_byte(crashed.parent)
    with pytest.raises(VaultError):
        connection.connect(crashed, secrets.token_bytes(48))
    assert every_byte(crashed.parent) == before
    with connection.raw_reader(crashed, KEY) as raw:
        assert raw.execute("SELECT body FROM note").fetchall() == [(NOTE,)]


def test_a_damaged_salt_alone_does_not_keep_the_notes_from_their_owner(path):
    write_note(path).close()
    octets = path.read_bytes()
    path.write_bytes(bytes(16) + octets[16:])
    with connection.raw_reader(path, KEY) as raw:
        assert raw.execute("SELECT body FROM note").fetchall() == [(NOTE,)]


@pytest.mark.parametrize("size", [1, 15, 16, 100, 1000, 4095])
def test_a_stump_of_a_database_is_refused_untouched(path, size):
    path.write_bytes(path.read_bytes()[:size])
    before = every_byte(path.parent)
    with pytest.raises(VaultError):
        connection.connect(path, KEY)
    assert every_byte(path.parent) == before


def test_random_bytes_are_refused_untouched(tmp_path):
    path = tmp_path / "vault.db"
    path.write_bytes(os.urandom(8192))
    before = every_byte(tmp_path)
    with pytest.raises(VaultError):
        connection.connect(path, KEY)
    assert every_byte(tmp_path) == before


def test_a_folder_with_the_databases_name_is_refused(tmp_path):
    (tmp_path / "vault.db").mkdir()
    with pytest.raises(VaultError):
        connection.connect(tmp_path / "vault.db", KEY)


def test_no_refusal_offers_to_start_afresh(tmp_path, path):
    with pytest.raises(VaultError) as refusal:
        connection.connect(path, secrets.token_bytes(48))
    assert "afresh" not in str(refusal.value)
    assert "Restore a backup" in str(refusal.value)


def test_a_refused_database_leaves_no_open_file(path):
    before = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    for _ in range(5):
        with pytest.raises(VaultError):
            connection.connect(path, secrets.token_bytes(48))
    after = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    assert after == before


def test_a_path_with_odd_characters_opens(tmp_path):
    path = tmp_path / "Ellen's vault 100% ?#é" / "vault.db"
    path.parent.mkdir()
    connection.create(path, KEY)
    write_note(path).close()
    assert [found.name for found in tmp_path.iterdir()] == [path.parent.name]


def test_the_lent_reader_is_closed_and_reads(path):
    write_note(path).close()
    with connection.raw_reader(path, KEY) as raw:
        assert raw.execute("SELECT body FROM note").fetchone() == (NOTE,)
    with pytest.raises(sqlcipher.ProgrammingError, match="closed"):
        raw.execute("SELECT 1")


def test_an_error_of_the_drivers_own_keeps_its_type(path):
    with (
        pytest.raises(sqlcipher.OperationalError, match="no such table"),
        connection.raw_reader(path, KEY) as raw,
    ):
        raw.execute("SELECT * FROM nowhere")


def test_a_damaged_page_is_a_storage_fault(path):
    raw = write_note(path)
    raw.executemany("INSERT INTO note VALUES (?)", [(NOTE * 50,)] * 200)
    raw.close()
    octets = bytearray(path.read_bytes())
    octets[4096 * 5 : 4096 * 6] = bytes(4096)
    path.write_bytes(octets)
    with pytest.raises(StorageError, match="damaged"), connection.raw_reader(path, KEY) as raw:
        raw.execute("SELECT count(*), max(length(body)) FROM note").fetchall()


def test_the_first_list_can_be_read_before_sqlalchemy_is_there():
    asked = "import sys, visitapp.store.connection; print('sqlalchemy' in sys.modules or 'pydantic' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "False"
