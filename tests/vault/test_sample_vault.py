"""The sample, which keeps no secret."""

import pytest

from tests.vault.vault_examples import NEW_WORDS, NOTE, QUICK, WORDS, every_byte, make, make_database, notes_of
from visitapp.errors import VaultError
from visitapp.vault import lock_file, vault
from visitapp.vault.vault import VaultKind


def test_a_sample_opens_without_words_and_knows_it_is_one(folder):
    made = vault.create_sample(folder, make_database)
    assert made.is_sample
    assert vault.state(folder).kind is VaultKind.SAMPLE
    assert vault.open_sample(folder) == made
    assert notes_of(made) == [NOTE]


def test_a_sample_is_not_unlocked_and_gets_no_passphrase(folder):
    vault.create_sample(folder, make_database)
    with pytest.raises(VaultError, match="sample"):
        vault.unlock(folder, WORDS)
    with pytest.raises(VaultError, match="sample"):
        vault.change_passphrase(folder, WORDS, NEW_WORDS, argon=QUICK)


def test_a_vault_is_never_opened_as_a_sample(made):
    with pytest.raises(VaultError):
        vault.open_sample(made)


def test_a_sample_is_removed_whole_and_a_vault_can_take_its_place(folder):
    vault.create_sample(folder, make_database)
    (folder / "photos" / "aa").mkdir()
    (folder / "photos" / "aa" / "bb").write_bytes(b"x")
    with lock_file.hold(folder):
        vault.remove_sample(folder)
        assert [path.name for path in folder.iterdir()] == [lock_file.NAME]
        make(folder)


def test_removing_a_sample_leaves_what_a_link_in_it_leads_to(folder, tmp_path):
    vault.create_sample(folder, make_database)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "precious").write_text("x")
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    vault.remove_sample(folder)
    assert (tmp_path / "elsewhere" / "precious").exists()


def test_a_vault_is_never_removed_as_a_sample(made):
    before = every_byte(made)
    with pytest.raises(VaultError, match="Nothing was removed"):
        vault.remove_sample(made)
    assert every_byte(made) == before


def test_a_removal_cut_short_can_be_done_again(folder):
    vault.create_sample(folder, make_database)
    (folder / "vault.db").unlink()
    vault.remove_sample(folder)
    assert not vault.exists(folder)
