"""Published data that is damaged or gone: said plainly, left as it is, and begun anew beside the old file."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from vault_desk import KEY, new_database

from visitapp.domain.published.batches import KEPT, FileProfile, RowRead
from visitapp.domain.published.figures import Figure
from visitapp.errors import FileTooNewError, PublishedLostError, StorageError
from visitapp.store import connection as connections
from visitapp.store.published import batches, figures, mappings
from visitapp.store.published.database import FILE, KNOWN, PublishedDatabase
from visitapp.store.published.keeping import keep

NOW = datetime(2026, 3, 4, 9, 5, 6, tzinfo=UTC)
MANY = 400


class Reading:
    """Figures of schools, as if read of a file."""

    def __init__(self, name="ks2.csv", sha256="ab" * 32):
        self.profile = FileProfile("ks2", "Key stage 2", name, sha256, 10, "utf-8", ("URN",))

    def __iter__(self):
        for number in range(MANY):
            figure = Figure("school", f"{100_000 + number}", "2019", "ks2-rwm", "all", 65.0, "ok", "65%", 40)
            yield RowRead(number + 2, KEPT, (figure,))


@pytest.fixture
def vault(tmp_path):
    """Return the database of a vault whose published data holds one file, and how one table was read."""
    with new_database(tmp_path) as database:
        with PublishedDatabase.beside(database.path, KEY).writing() as connection:
            keep(connection, Reading(), batch_id="b1", now="2025-11-20T10:42:00Z")
            mappings.keep_mapping(connection, "a|b", "Export", "{}", "t")
        yield database.path


def zero_bytes(path):
    path.write_bytes(b"")


def cut_short(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_within_a_page(path):
    path.write_bytes(path.read_bytes()[:-100])


def garbage(path):
    path.write_bytes(os.urandom(path.stat().st_size))


def not_encrypted(path):
    path.write_bytes(b"SQLite format 3\0" + bytes(8192))


def of_another_vault(path):
    path.unlink()
    other = path.with_name("other")
    other.mkdir()
    PublishedDatabase.beside(other / "visitapp.db", bytes(48))
    (other / FILE).rename(path)


def a_page_written_over(path):
    octets = bytearray(path.read_bytes())
    octets[4096 * 3 : 4096 * 20] = bytes(17 * 4096)
    path.write_bytes(octets)


def a_folder(path):
    path.unlink()
    path.mkdir()


DAMAGES = [
    zero_bytes,
    cut_short,
    cut_within_a_page,
    garbage,
    not_encrypted,
    of_another_vault,
    a_page_written_over,
    a_folder,
    Path.unlink,
]


def everything(vault):
    """Ask for all there is, as screens do."""
    with PublishedDatabase.beside(vault, KEY).reading() as connection:
        batches.batches(connection)
        return figures.figures_of(connection, "school", [str(100_000 + number) for number in range(MANY)])


def first_words(fault):
    return str(fault.value).split(":")[0]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_or_gone_it_says_first_that_nothing_of_yours_is_in_it_and_changes_nothing(vault, damage):
    path = vault.with_name(FILE)
    damage(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(PublishedLostError) as fault:
        everything(vault)
    assert first_words(fault) == "Nothing you wrote is in it"
    assert "Restore a backup" not in str(fault.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_begun_anew_the_old_file_is_kept_under_a_dated_name_and_files_can_be_read_in_again(vault, damage):
    path = vault.with_name(FILE)
    damage(path)
    before = path.read_bytes() if path.is_file() else None
    PublishedDatabase.begin_anew(vault, KEY, NOW)
    kept = vault.with_name("published-set-aside-20260304-090506.db")
    assert kept.exists() == (damage is not Path.unlink)
    assert (kept.read_bytes() if kept.is_file() else None) == before
    assert everything(vault) == ()
    anew = PublishedDatabase.beside(vault, KEY)
    assert anew.wanted() == ("ks2.csv",)
    with anew.writing() as connection:
        assert mappings.mapping(connection, "a|b") == "{}"
        keep(connection, Reading(), batch_id="b2", now="t")
    assert len(everything(vault)) == MANY
    assert anew.wanted() == ()


def test_begun_anew_twice_in_one_second_keeps_both_old_files(vault):
    path = vault.with_name(FILE)
    for octets in (b"one" * 3000, b"two" * 3000):
        path.write_bytes(octets)
        PublishedDatabase.begin_anew(vault, KEY, NOW)
    kept = sorted(one.read_bytes()[:3] for one in vault.parent.glob("published-set-aside-*.db"))
    assert kept == [b"one", b"two"]


def test_what_lies_beside_a_file_that_is_gone_never_comes_into_a_new_one(vault):
    path = vault.with_name(FILE)
    path.with_name(f"{FILE}-wal").write_bytes(b"left over")
    vault.with_name(KNOWN).unlink()
    path.unlink()
    with pytest.raises(PublishedLostError, match="missing"):
        PublishedDatabase.beside(vault, KEY)
    PublishedDatabase.begin_anew(vault, KEY, NOW)
    assert everything(vault) == ()


@pytest.mark.parametrize("damage", [zero_bytes, garbage, cut_short, of_another_vault, Path.unlink])
def test_a_damaged_list_of_files_never_stands_in_the_way(vault, damage):
    damage(vault.with_name(KNOWN))
    assert len(everything(vault)) == MANY
    database = PublishedDatabase.beside(vault, KEY)
    with database.writing() as connection:
        keep(connection, Reading("other.csv", "cd" * 32), batch_id="b2", now="t")
    vault.with_name(FILE).unlink()
    anew = PublishedDatabase.begin_anew(vault, KEY, NOW)
    assert set(anew.wanted()) == {"ks2.csv", "other.csv"}


def test_a_file_that_was_taken_back_is_not_missed_afterwards(vault):
    with PublishedDatabase.beside(vault, KEY).writing() as connection:
        batches.set_standing(connection, "b1", standing=False)
    vault.with_name(FILE).unlink()
    assert PublishedDatabase.beside(vault, KEY).wanted() == ()


def test_of_several_lost_files_those_not_read_in_again_stay_wanted(vault):
    database = PublishedDatabase.beside(vault, KEY)
    with database.writing() as connection:
        keep(connection, Reading("other.csv", "cd" * 32), batch_id="b2", now="t")
    zero_bytes(vault.with_name(FILE))
    anew = PublishedDatabase.begin_anew(vault, KEY, NOW)
    with anew.writing() as connection:
        keep(connection, Reading("renamed.csv", "cd" * 32), batch_id="b3", now="t")
    assert PublishedDatabase.beside(vault, KEY).wanted() == ("ks2.csv",)


def test_a_making_that_was_cut_short_is_made_again(tmp_path):
    for name in ("published.db.making", "published.db.making-wal", "published-known.db.making"):
        (tmp_path / name).write_bytes(b"half")
    vault = tmp_path / "visitapp.db"
    assert everything(vault) == ()
    assert sorted(one.name for one in tmp_path.iterdir() if "making" in one.name) == ["published-known.db.making"]
    with PublishedDatabase.beside(vault, KEY).writing() as connection:
        keep(connection, Reading(), batch_id="b1", now="t")
    assert not [one.name for one in tmp_path.iterdir() if "making" in one.name]


def test_a_file_of_a_newer_program_is_refused_with_what_to_do_and_left_byte_for_byte(vault):
    database = PublishedDatabase.beside(vault, KEY)
    with database.writing() as connection:
        connection.execute("pragma user_version = 99")
    before = vault.with_name(FILE).read_bytes()
    with pytest.raises(FileTooNewError, match=r"^Your notes are safe\..* install that version"):
        PublishedDatabase.beside(vault, KEY)
    assert vault.with_name(FILE).read_bytes() == before


def test_a_file_without_tables_is_brought_up_to_this_version(tmp_path):
    vault = tmp_path / "visitapp.db"
    connections.create(vault.with_name(FILE), KEY)
    assert everything(vault) == ()
    with PublishedDatabase.beside(vault, KEY).reading() as connection:
        assert connection.execute("pragma user_version").fetchone() != (0,)


@pytest.mark.skipif(os.name != "posix", reason="Folders are closed another way on this system")
def test_a_disk_that_refuses_is_not_taken_for_a_damaged_file(vault):
    database = PublishedDatabase.beside(vault, KEY)
    with database.reading() as connection:
        pages = connection.execute("pragma page_count").fetchone()[0]
    with pytest.raises(StorageError) as fault, database.writing() as connection:  # noqa: PT012
        connection.execute(f"pragma max_page_count = {pages}")
        keep(connection, Reading("more.csv", "cd" * 32), batch_id="b2", now="t")
    assert type(fault.value) is StorageError
    assert str(fault.value) == (
        "Nothing you wrote is touched, and published data is as it was. The disk is full. "
        "Free some space, then try again."
    )
    assert len(everything(vault)) == MANY
