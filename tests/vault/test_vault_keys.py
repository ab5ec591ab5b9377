"""The key and its slots."""

import dataclasses

import pytest

from visitapp.errors import VaultError
from visitapp.vault import keys
from visitapp.vault.keys import Argon, Slot, VaultKey
from visitapp.vault.wrapping import unwrap, wrap

QUICK = Argon(memory=8192, passes=1)


def test_a_key_is_48_random_bytes():
    assert len(keys.new_key().raw) == 48
    assert keys.new_key() != keys.new_key()


@pytest.mark.parametrize("length", [0, 32, 47, 49, 64])
def test_a_key_of_another_length_is_refused(length):
    with pytest.raises(ValueError, match="48"):
        VaultKey(bytes(length))


def test_a_key_never_shows_its_bytes():
    key = VaultKey(b"k" * 48)
    assert "k" * 8 not in f"{key!r} {key}"
    assert "6b6b" not in repr(key)


def test_a_key_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        keys.new_key().raw = bytes(48)


def test_equal_keys_are_equal_and_hash_alike():
    assert VaultKey(b"a" * 48) == VaultKey(b"a" * 48)
    assert len({VaultKey(b"a" * 48), VaultKey(b"a" * 48)}) == 1
    assert VaultKey(b"a" * 48) != b"a" * 48


@pytest.mark.parametrize("kind", [keys.PASSPHRASE, keys.RECOVERY])
def test_a_slot_opens_with_its_words_only(kind):
    key = keys.new_key()
    slot = wrap(kind, "otter lantern", key, "v1", QUICK)
    assert unwrap(slot, "otter lantern", "v1") == key
    assert unwrap(slot, "otter lanterns", "v1") is None
    assert unwrap(slot, "", "v1") is None


def test_a_slot_of_another_vault_or_kind_does_not_open():
    slot = wrap(keys.PASSPHRASE, "otter", keys.new_key(), "v1", QUICK)
    assert unwrap(slot, "otter", "v2") is None
    assert unwrap(dataclasses.replace(slot, kind=keys.RECOVERY), "otter", "v1") is None


def test_the_same_words_wrap_differently_every_time():
    key = keys.new_key()
    first, second = (wrap(keys.PASSPHRASE, "otter", key, "v1", QUICK) for _ in range(2))
    assert first.details["salt"] != second.details["salt"]
    assert first.details["sealed"] != second.details["sealed"]


def test_a_slot_holds_neither_the_key_nor_the_words():
    slot = wrap(keys.PASSPHRASE, "otter lantern", VaultKey(b"k" * 48), "v1", QUICK)
    assert "otter" not in str(slot)
    assert keys.sample_slot(VaultKey(b"k" * 48)).details["key"] not in str(slot)


def test_real_use_costs_64_mib_and_three_passes():
    assert Argon(memory=64 * 2**20, passes=3) == keys.REAL_ARGON


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 1 << 40},
        {"memory": 0},
        {"memory": "much"},
        {"memory": 1},
        {"passes": 1 << 20},
        {"passes": None},
        {"salt": "AAAA"},
        {"salt": "not base 64"},
        {"sealed": "!"},
    ],
)
def test_a_senseless_slot_is_refused_before_any_work_is_done(change):
    slot = wrap(keys.PASSPHRASE, "otter", keys.new_key(), "v1", QUICK)
    with pytest.raises(VaultError, match="Your notes are untouched"):
        unwrap(Slot(slot.kind, {**slot.details, **change}), "otter", "v1")


@pytest.mark.parametrize("missing", ["salt", "sealed", "memory", "passes"])
def test_a_slot_with_a_part_missing_is_refused(missing):
    slot = wrap(keys.PASSPHRASE, "otter", keys.new_key(), "v1", QUICK)
    details = {name: value for name, value in slot.details.items() if name != missing}
    with pytest.raises(VaultError):
        unwrap(Slot(slot.kind, details), "otter", "v1")


def test_a_shortened_slot_does_not_open():
    slot = wrap(keys.PASSPHRASE, "otter", keys.new_key(), "v1", QUICK)
    short = {**slot.details, "sealed": "AAAA"}
    assert unwrap(Slot(slot.kind, short), "otter", "v1") is None


def test_a_sample_slot_gives_its_key_to_anybody():
    key = keys.new_key()
    assert keys.sample_key(keys.sample_slot(key)) == key


@pytest.mark.parametrize("details", [{}, {"key": "AAAA"}, {"key": "???"}])
def test_a_sample_slot_without_a_key_is_refused(details):
    with pytest.raises(VaultError):
        keys.sample_key(Slot(keys.SAMPLE, details))
