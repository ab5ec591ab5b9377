"""Opening a vault, and changing the words that open it."""

import dataclasses

import pytest

from tests.vault.vault_examples import (
    CODE,
    NEW_CODE,
    NEW_WORDS,
    NOTE,
    QUICK,
    WORDS,
    every_byte,
    make,
    make_database,
    notes_of,
)
from visitapp.errors import VaultError, VisitappError, WrongPassphraseError
from visitapp.store.database import Database
from visitapp.vault import key_file, keys, recovery, vault
from visitapp.vault.keys import Slot
from visitapp.vault.vault import VaultKind


def test_the_passphrase_opens_the_vault(folder):
    opened = make(folder)
    again = vault.unlock(folder, WORDS)
    assert again == opened
    assert notes_of(again) == [NOTE]


def test_spaces_too_many_are_forgiven_in_the_passphrase(made):
    assert vault.unlock(made, f"  {WORDS.replace(' ', '   ')}\n").opened_by == keys.PASSPHRASE


@pytest.mark.parametrize(
    "typed", [CODE, CODE.lower(), CODE.replace("-", " "), "k7qdm2xv9rthwc4npblo3jza".replace("b", "8")]
)
def test_the_recovery_code_opens_the_vault_however_it_is_typed(folder, typed):
    opened = make(folder)
    again = vault.unlock(folder, typed)
    assert again.key == opened.key
    assert again.opened_by == keys.RECOVERY


@pytest.mark.parametrize("words", ["", "  ", WORDS.upper(), WORDS[:-1], NEW_WORDS, NEW_CODE, CODE[:-1], "\0"])
def test_other_words_do_not_open_it_and_change_nothing(made, words):
    before = every_byte(made)
    with pytest.raises(WrongPassphraseError, match="Nothing was changed"):
        vault.unlock(made, words)
    assert every_byte(made) == before


def test_real_argon_works_too(folder):
    vault.create(folder, WORDS, CODE, make_database)
    assert vault.unlock(folder, WORDS).opened_by == keys.PASSPHRASE
    assert key_file.load(folder).slots[0].details["memory"] == 64 * 2**20


@pytest.mark.parametrize("name", key_file.NAMES)
def test_one_damaged_copy_of_the_key_does_not_matter_and_is_mended(made, name):
    whole = (made / name).read_bytes()
    (made / name).write_bytes(whole[:50] + b"X" + whole[51:])
    assert notes_of(vault.unlock(made, CODE)) == [NOTE]
    assert (made / name).read_bytes() == whole


def test_a_wrong_try_does_not_mend_anything(made):
    (made / "vault.key").write_bytes(b"")
    with pytest.raises(WrongPassphraseError):
        vault.unlock(made, NEW_WORDS)
    assert (made / "vault.key").read_bytes() == b""


def test_a_damaged_copy_that_cannot_be_mended_does_not_keep_anybody_out(made):
    (made / "vault.key").unlink()
    (made / "vault.key.part").mkdir()
    assert vault.unlock(made, WORDS).opened_by == keys.PASSPHRASE


def test_a_vault_whose_making_was_cut_short_at_the_last_step_is_finished(made):
    (made / "vault.db").rename(made / "vault.db.making")
    (made / "vault.key.copy").unlink()
    assert vault.state(made).kind is VaultKind.READY
    assert notes_of(vault.unlock(made, WORDS)) == [NOTE]
    assert key_file.has_two_copies(made)


def test_a_key_file_swapped_in_from_another_vault_opens_neither_database(tmp_path):
    first, second = make(tmp_path / "one"), make(tmp_path / "two")
    for name in key_file.NAMES:
        (second.folder / name).write_bytes((first.folder / name).read_bytes())
    before = every_byte(second.folder)
    opened = vault.unlock(second.folder, WORDS)
    with pytest.raises(VaultError, match="belongs to another vault"):
        Database.open(opened.database, opened.key.raw)
    assert every_byte(second.folder) == before


def test_a_changed_passphrase_opens_and_the_old_one_does_not(folder):
    opened = make(folder)
    vault.change_passphrase(folder, WORDS, NEW_WORDS, argon=QUICK)
    assert vault.unlock(folder, NEW_WORDS).key == opened.key
    with pytest.raises(WrongPassphraseError):
        vault.unlock(folder, WORDS)
    assert vault.unlock(folder, CODE).key == opened.key


def test_the_database_is_not_touched_by_a_changed_passphrase(made):
    before = (made / "vault.db").read_bytes()
    vault.change_passphrase(made, WORDS, NEW_WORDS, argon=QUICK)
    assert (made / "vault.db").read_bytes() == before


def test_a_forgotten_passphrase_is_replaced_by_the_recovery_code(made):
    vault.change_passphrase(made, CODE, NEW_WORDS, argon=QUICK)
    assert vault.unlock(made, NEW_WORDS).opened_by == keys.PASSPHRASE


def test_a_new_recovery_code_opens_and_the_old_one_does_not(made):
    vault.replace_recovery_code(made, WORDS, NEW_CODE.lower(), argon=QUICK)
    assert vault.unlock(made, NEW_CODE).opened_by == keys.RECOVERY
    with pytest.raises(WrongPassphraseError):
        vault.unlock(made, CODE)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: vault.change_passphrase(folder, NEW_WORDS, NEW_WORDS, argon=QUICK),
        lambda folder: vault.change_passphrase(folder, WORDS, "weak", argon=QUICK),
        lambda folder: vault.replace_recovery_code(folder, NEW_WORDS, NEW_CODE, argon=QUICK),
        lambda folder: vault.replace_recovery_code(folder, WORDS, "K7QD", argon=QUICK),
    ],
)
def test_a_refused_change_changes_nothing(made, change):
    before = every_byte(made)
    with pytest.raises(VaultError):
        change(made)
    assert every_byte(made) == before


def test_a_change_cut_short_after_the_first_copy_opens_and_is_finished(made):
    old = (made / "vault.key.copy").read_bytes()
    vault.change_passphrase(made, WORDS, NEW_WORDS, argon=QUICK)
    (made / "vault.key.copy").write_bytes(old)
    assert vault.unlock(made, NEW_WORDS).opened_by == keys.PASSPHRASE
    assert key_file.has_two_copies(made)


def test_other_slots_outlast_a_changed_passphrase(made):
    extra = Slot("keychain", {"name": "visitapp"})
    found = key_file.load(made)
    key_file.write(made, dataclasses.replace(found, slots=(*found.slots, extra)))
    vault.change_passphrase(made, WORDS, NEW_WORDS, argon=QUICK)
    assert extra in key_file.load(made).slots


def test_a_key_file_beside_a_backup_gives_the_key_by_itself(made, tmp_path):
    beside = tmp_path / "visitapp-20260101-120000.key"
    beside.write_bytes((made / "vault.key").read_bytes())
    key, kind = vault.find_key(key_file.read(beside), CODE)
    assert key == vault.unlock(made, WORDS).key
    assert kind == keys.RECOVERY


def test_every_refusal_can_be_shown_to_a_person(folder):
    with pytest.raises(VisitappError) as refusal:
        vault.unlock(folder, recovery.new_code())
    assert str(refusal.value).endswith(".")
