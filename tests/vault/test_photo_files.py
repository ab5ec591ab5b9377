"""Picture files: encrypted, whole or not there, and proved when they are read."""

import hashlib
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitapp.errors import StorageError
from visitapp.vault.keys import VaultKey
from visitapp.vault.photos import PhotoFiles

KEY = VaultKey(bytes(range(48)))
PICTURE = b"\xff\xd8\xff\xe0" + b"a picture of three books on a table " * 200


@pytest.fixture
def files(tmp_path):
    return PhotoFiles(tmp_path / "photos", KEY)


def on_disk(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_picture_comes_back_as_it_was(files):
    assert files.read(files.keep(PICTURE)) == PICTURE


def test_a_picture_is_asked_for_by_its_sha256(files):
    assert files.keep(PICTURE) == hashlib.sha256(PICTURE).hexdigest()


def test_the_file_gives_away_neither_what_it_holds_nor_that_it_is_a_picture(files, tmp_path):
    sha256 = files.keep(PICTURE)
    (path,) = on_disk(tmp_path)
    sealed = path.read_bytes()
    assert b"\xff\xd8\xff" not in sealed[:64]
    assert b"books" not in sealed
    assert sha256 not in str(path)


def test_its_file_can_only_be_read_by_whoever_owns_it(files, tmp_path):
    if os.name == "posix":
        files.keep(PICTURE)
        assert on_disk(tmp_path)[0].stat().st_mode & 0o077 == 0


def test_the_same_picture_twice_is_one_file_written_once(files, tmp_path):
    files.keep(PICTURE)
    before = on_disk(tmp_path)[0].read_bytes()
    files.keep(PICTURE)
    assert [path.read_bytes() for path in on_disk(tmp_path)] == [before]


def test_a_damaged_file_is_made_whole_when_the_same_picture_is_added_again(files):
    path = files.path_of(files.keep(PICTURE))
    path.write_bytes(path.read_bytes()[:-1])
    assert files.read(files.keep(PICTURE)) == PICTURE


def test_another_key_finds_nothing(files, tmp_path):
    sha256 = files.keep(PICTURE)
    other = PhotoFiles(tmp_path / "photos", VaultKey(bytes(48)))
    assert not other.holds(sha256)
    with pytest.raises(StorageError, match="missing"):
        other.read(sha256)


def test_a_missing_file_is_told_in_a_sentence_that_says_what_is_safe(files):
    with pytest.raises(StorageError, match="Your note and its caption are safe.*missing"):
        files.read("ab" * 32)


def test_a_file_put_in_the_place_of_another_is_not_taken_for_it(files):
    one, other = files.keep(PICTURE), files.keep(PICTURE + b"another")
    files.path_of(one).write_bytes(files.path_of(other).read_bytes())
    with pytest.raises(StorageError, match="damaged"):
        files.read(one)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_one_changed_byte_anywhere_is_noticed(tmp_path_factory, data):
    files = PhotoFiles(tmp_path_factory.mktemp("photos"), KEY)
    path = files.path_of(sha256 := files.keep(PICTURE))
    sealed = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(sealed))
    with pytest.raises(StorageError, match="damaged"):
        files.read(sha256)


@pytest.mark.parametrize("length", [0, 3, 4, 27, 28, 43, 44, 1000])
def test_a_file_cut_short_is_noticed(files, length):
    path = files.path_of(sha256 := files.keep(PICTURE))
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(StorageError, match="damaged"):
        files.read(sha256)


def test_a_disk_that_refuses_leaves_nothing_behind_and_says_so(tmp_path):
    (tmp_path / "photos").write_bytes(b"")
    with pytest.raises(StorageError, match="Your text is safe, but the picture was not added"):
        PhotoFiles(tmp_path / "photos", KEY).keep(PICTURE)
    assert on_disk(tmp_path) == [tmp_path / "photos"]


def test_a_name_that_cannot_be_taken_leaves_no_half_file(files, tmp_path):
    files.path_of(hashlib.sha256(PICTURE).hexdigest()).mkdir(parents=True)
    with pytest.raises(StorageError, match="not added"):
        files.keep(PICTURE)
    assert on_disk(tmp_path) == []


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=2000))
def test_whatever_is_kept_comes_back(tmp_path_factory, content):
    files = PhotoFiles(tmp_path_factory.mktemp("photos"), KEY)
    assert files.read(files.keep(content)) == content
