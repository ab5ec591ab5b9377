"""The key file: two copies, each whole or not there."""

import hashlib
import json

import pytest

from visitapp.errors import FileTooNewError, StorageError, VaultError
from visitapp.vault import key_file, keys
from visitapp.vault.key_file import KeyFile
from visitapp.vault.keys import Argon, Slot
from visitapp.vault.wrapping import wrap

QUICK = Argon(memory=8192, passes=1)
KEY = keys.new_key()
FILE = KeyFile(
    "v1",
    (
        wrap(keys.PASSPHRASE, "otter", KEY, "v1", QUICK),
        wrap(keys.RECOVERY, "K7QD", KEY, "v1", QUICK),
    ),
)
ORGANISATION = Slot("organisation", {"public_key": "abc", "sealed": "def", "since": 2027})


def write_body(path, body):
    octets = json.dumps(body).encode() if isinstance(body, dict | list) else body
    path.write_bytes(octets + b"\n" + hashlib.sha256(octets).hexdigest().encode() + b"\n")


def test_what_is_written_is_read_back(tmp_path):
    key_file.write(tmp_path, FILE)
    assert key_file.load(tmp_path) == FILE
    assert key_file.has_two_copies(tmp_path)


def test_only_the_two_copies_are_left_and_they_are_the_same(tmp_path):
    key_file.write(tmp_path, FILE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["vault.key", "vault.key.copy"]
    assert (tmp_path / "vault.key").read_bytes() == (tmp_path / "vault.key.copy").read_bytes()


def test_only_the_owner_may_read_it(tmp_path):
    key_file.write(tmp_path, FILE)
    assert (tmp_path / "vault.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", key_file.NAMES)
def test_either_copy_is_enough(tmp_path, name):
    key_file.write(tmp_path, FILE)
    (tmp_path / name).unlink()
    assert key_file.load(tmp_path) == FILE
    assert not key_file.has_two_copies(tmp_path)


@pytest.mark.parametrize("name", key_file.NAMES)
@pytest.mark.parametrize("left", [0, 1, 100, -40, -2])
def test_a_copy_cut_short_is_not_believed(tmp_path, name, left):
    key_file.write(tmp_path, FILE)
    octets = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(octets[:left])
    assert key_file.read(tmp_path / name) is None
    assert key_file.load(tmp_path) == FILE


def test_no_single_changed_byte_is_believed(tmp_path):
    key_file.write(tmp_path, FILE)
    path = tmp_path / "vault.key"
    octets = path.read_bytes()
    for place in range(0, len(octets) - 1, 7):
        path.write_bytes(octets[:place] + bytes([octets[place] ^ 1]) + octets[place + 1 :])
        assert key_file.read(path) is None


def test_two_damaged_copies_are_refused_with_advice(tmp_path):
    key_file.write(tmp_path, FILE)
    for name in key_file.NAMES:
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(VaultError, match="notes are untouched. Restore the key file from a backup"):
        key_file.load(tmp_path)


def test_slots_of_kinds_not_known_are_kept_when_the_file_is_rewritten(tmp_path):
    key_file.write(tmp_path, KeyFile("v1", (*FILE.slots, ORGANISATION)))
    found = key_file.load(tmp_path)
    new = wrap(keys.PASSPHRASE, "maple", KEY, "v1", QUICK)
    key_file.write(tmp_path, found.replacing(new))
    again = key_file.load(tmp_path)
    assert ORGANISATION in again.slots
    assert new in again.slots
    assert len(again.slots) == 3


@pytest.mark.parametrize(
    "slots",
    [
        (),
        FILE.slots[:1],
        FILE.slots[1:],
        (FILE.slots[0], FILE.slots[0]),
        (ORGANISATION,),
        (*FILE.slots, keys.sample_slot(KEY)),
        (FILE.slots[0], keys.sample_slot(KEY)),
    ],
)
def test_fewer_than_two_ways_or_an_open_way_are_refused_and_nothing_is_written(tmp_path, slots):
    with pytest.raises(VaultError, match="Nothing was changed"):
        key_file.write(tmp_path, KeyFile("v1", slots))
    assert list(tmp_path.iterdir()) == []


def test_a_sample_has_one_open_slot_and_says_so_in_the_file(tmp_path):
    key_file.write(tmp_path, KeyFile("v1", (keys.sample_slot(KEY),)))
    assert key_file.load(tmp_path).is_sample
    assert "keeps no secret" in (tmp_path / "vault.key").read_text()


def test_a_vault_is_no_sample_because_of_one_open_slot():
    assert not KeyFile("v1", (*FILE.slots, keys.sample_slot(KEY))).is_sample
    assert not KeyFile("v1", ()).is_sample


def test_a_newer_key_file_is_refused_as_newer(tmp_path):
    for name in key_file.NAMES:
        write_body(tmp_path / name, {"format": "visitapp vault key", "version": 2, "future": True})
    with pytest.raises(FileTooNewError, match="left untouched"):
        key_file.load(tmp_path)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"{",
        [],
        {},
        {"format": "something else", "version": 1},
        {"format": "visitapp vault key", "version": "one"},
        {"format": "visitapp vault key", "version": 1, "vault": "v1"},
        {"format": "visitapp vault key", "version": 1, "vault": "v1", "slots": [{}]},
        {"format": "visitapp vault key", "version": 1, "vault": "v1", "slots": [7]},
        {"format": "visitapp vault key", "version": 1, "vault": "v1", "slots": None},
    ],
)
def test_a_senseless_file_with_a_right_checksum_is_not_believed(tmp_path, body):
    write_body(tmp_path / "vault.key", body)
    assert key_file.read(tmp_path / "vault.key") is None


def test_a_disk_that_refuses_is_a_storage_fault_and_the_old_file_stands(tmp_path):
    key_file.write(tmp_path, FILE)
    (tmp_path / "vault.key.part").mkdir()
    with pytest.raises(StorageError, match="notes are untouched"):
        key_file.write(tmp_path, KeyFile("v1", (*FILE.slots, ORGANISATION)))
    assert key_file.load(tmp_path) == FILE


def test_a_folder_that_is_not_there_is_a_storage_fault(tmp_path):
    with pytest.raises(StorageError):
        key_file.write(tmp_path / "nowhere", FILE)
