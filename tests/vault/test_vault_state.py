"""What a folder is found to hold."""

import hashlib
import os

import pytest

from tests.vault.vault_examples import WORDS, every_byte, make
from visitapp.errors import FileTooNewError, VaultError
from visitapp.vault import key_file, lock_file, vault
from visitapp.vault.vault import VaultKind


def test_a_folder_that_is_not_there_or_empty_holds_no_vault(folder):
    assert vault.state(folder).kind is VaultKind.MISSING
    folder.mkdir()
    assert vault.state(folder).kind is VaultKind.MISSING
    assert not vault.exists(folder)


def test_the_lock_and_the_systems_own_clutter_are_no_vault(folder):
    with lock_file.hold(folder):
        (folder / ".DS_Store").write_bytes(b"x")
        assert not vault.exists(folder)


def test_a_whole_vault_is_ready(made):
    assert vault.state(made).kind is VaultKind.READY
    assert vault.exists(made)


def damage_both_keys(folder):
    for name in key_file.NAMES:
        (folder / name).write_bytes(b"nonsense")


def empty_database(folder):
    (folder / "vault.db").write_bytes(b"")


def cut_database_short(folder):
    os.truncate(folder / "vault.db", 1)


def plain_database(folder):
    (folder / "vault.db").write_bytes(b"SQLite format 3\0" + bytes(4080))


def lose_database(folder):
    (folder / "vault.db").unlink()


def lose_all_but_backups(folder):
    for name in ("vault.db", *key_file.NAMES):
        (folder / name).unlink()
    (folder / "backups" / "visitapp-20260101-120000.db").write_bytes(b"x")


def lose_keys(folder):
    for name in key_file.NAMES:
        (folder / name).unlink()


DAMAGES = [
    damage_both_keys,
    empty_database,
    cut_database_short,
    plain_database,
    lose_database,
    lose_all_but_backups,
    lose_keys,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_vault_says_so_and_is_never_opened_made_anew_or_touched(made, damage):
    damage(made)
    before = every_byte(made)
    found = vault.state(made)
    assert found.kind is VaultKind.DAMAGED
    assert vault.exists(made)
    assert "afresh" not in found.words
    assert "start again" not in found.words
    with pytest.raises(VaultError) as refusal:
        vault.unlock(made, WORDS)
    assert str(refusal.value) == found.words
    with pytest.raises(VaultError):
        make(made)
    with pytest.raises(VaultError):
        vault.open_sample(made)
    assert every_byte(made) == before


def test_making_that_never_got_as_far_as_a_key_is_told_apart_from_damage(folder):
    folder.mkdir()
    (folder / "vault.db.making").write_bytes(b"x")
    assert "interrupted before anything could be written in it" in vault.state(folder).words


def test_a_newer_vault_is_refused_as_newer_and_untouched(made):
    for name in key_file.NAMES:
        text = '{"format": "visitapp vault key", "version": 99}'
        (made / name).write_text(f"{text}\n{hashlib.sha256(text.encode()).hexdigest()}\n")
    before = every_byte(made)
    assert vault.state(made).kind is VaultKind.NEWER
    with pytest.raises(FileTooNewError):
        vault.unlock(made, WORDS)
    assert every_byte(made) == before


def test_unlocking_where_there_is_no_vault_makes_none(folder):
    with pytest.raises(VaultError, match="no vault here"):
        vault.unlock(folder, WORDS)
    assert not folder.exists()
