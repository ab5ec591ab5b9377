"""A vault is made whole or not at all, and never over anything."""

import dataclasses
import os
from pathlib import Path

import pytest

from tests.vault.vault_examples import (
    CODE,
    NOTE,
    QUICK,
    WORDS,
    every_byte,
    make,
    make_database,
    notes_of,
)
from visitapp.errors import StorageError, VaultError
from visitapp.vault import lock_file, vault


def test_a_new_vault_has_its_database_its_key_twice_and_its_folders(folder):
    opened = make(folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        "backups",
        "journal",
        "photos",
        "vault.db",
        "vault.key",
        "vault.key.copy",
    ]
    assert opened.database == folder / "vault.db"
    assert (opened.photos, opened.journal, opened.backups) == tuple(
        folder / name for name in ("photos", "journal", "backups")
    )
    assert not opened.is_sample


def test_a_new_vault_can_be_used_at_once(folder):
    assert notes_of(make(folder)) == [NOTE]


def test_only_the_owner_may_look_into_the_folder(made):
    assert made.stat().st_mode & 0o077 == 0


def test_two_vaults_have_different_keys_and_names(tmp_path):
    first, second = make(tmp_path / "one"), make(tmp_path / "two")
    assert first.key != second.key
    assert first.vault_id != second.vault_id


def test_nothing_printed_shows_the_key(folder):
    opened = make(folder)
    assert opened.key.raw.hex()[:16] not in repr(opened)
    assert "hidden" in repr(opened)


def test_an_open_vault_cannot_be_changed(folder):
    with pytest.raises(dataclasses.FrozenInstanceError):
        make(folder).folder = Path("/")


def test_a_vault_may_be_made_where_only_the_lock_is_held(folder):
    with lock_file.hold(folder):
        make(folder)


def test_a_vault_may_be_made_in_an_empty_folder_with_empty_folders(folder):
    for name in vault.FOLDERS:
        (folder / name).mkdir(parents=True)
    make(folder)


@pytest.mark.parametrize(
    "leftover",
    [
        "vault.db",
        "vault.db-wal",
        "vault.db.making",
        "vault.key",
        "vault.key.copy",
        "vault.key.part",
        "backups/visitapp-20260101-120000.db",
        "photos/aa/bb",
        "journal/today",
        "anything.txt",
    ],
)
def test_making_is_refused_where_anything_is_left_of_a_vault(folder, leftover):
    (folder / leftover).parent.mkdir(parents=True)
    (folder / leftover).write_bytes(b"precious")
    before = every_byte(folder)
    with pytest.raises(VaultError, match="Nothing was changed"):
        make(folder)
    assert every_byte(folder) == before


@pytest.mark.parametrize("octets", [b"", b"SQLite format 3\0" + bytes(4080), os.urandom(8192)])
def test_making_is_refused_over_an_empty_plain_or_foreign_database(folder, octets):
    folder.mkdir()
    (folder / "vault.db").write_bytes(octets)
    with pytest.raises(VaultError):
        make(folder)
    assert every_byte(folder) == {folder / "vault.db": octets}


def test_making_is_refused_over_a_vault(made):
    before = every_byte(made)
    with pytest.raises(VaultError):
        make(made)
    with pytest.raises(VaultError):
        vault.create_sample(made, make_database)
    assert every_byte(made) == before


def test_making_is_refused_where_a_file_has_the_folders_name(folder):
    folder.write_text("precious")
    with pytest.raises(VaultError):
        make(folder)
    assert folder.read_text() == "precious"


@pytest.mark.parametrize("words", ["", "password", "otter lantern maple"])
def test_weak_words_are_refused_before_anything_is_made(folder, words):
    with pytest.raises(VaultError, match="too easy to guess"):
        vault.create(folder, words, CODE, make_database, argon=QUICK)
    assert not folder.exists()


@pytest.mark.parametrize("code", ["", "K7QD", CODE[:-1], CODE.replace("9", "é")])
def test_half_a_recovery_code_is_refused_before_anything_is_made(folder, code):
    with pytest.raises(VaultError, match="not a whole recovery code"):
        vault.create(folder, WORDS, code, make_database, argon=QUICK)
    assert not folder.exists()


class PlannedError(Exception):
    pass


def fail_before(path, key):
    raise PlannedError


def fail_half_way(path, key):
    make_database(path, key)
    path.with_name(path.name + "-wal").write_bytes(b"half")
    raise PlannedError


@pytest.mark.parametrize("make_badly", [fail_before, fail_half_way])
def test_a_failure_while_making_leaves_nothing_and_making_can_be_tried_again(folder, make_badly):
    with pytest.raises(PlannedError):
        vault.create(folder, WORDS, CODE, make_badly, argon=QUICK)
    assert every_byte(folder) == {}
    assert notes_of(make(folder)) == [NOTE]


def test_a_disk_that_refuses_the_key_file_leaves_nothing(folder):
    def make_and_block(path, key):
        make_database(path, key)
        (folder / "vault.key.copy.part").mkdir()

    with pytest.raises(StorageError):
        vault.create(folder, WORDS, CODE, make_and_block, argon=QUICK)
    assert every_byte(folder) == {}


def test_a_folder_that_cannot_be_made_is_a_storage_fault(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="Nothing was written"):
        make(tmp_path / "file" / "vault")
