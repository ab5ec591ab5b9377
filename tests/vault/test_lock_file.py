"""The lock that keeps a second program out."""

import subprocess
import sys
from datetime import datetime

import pytest

from visitapp.errors import StorageError, VaultInUseError
from visitapp.vault import lock_file

HOLD_AND_WAIT = """
import pathlib, sys
from visitapp.vault import lock_file
lock = lock_file.hold(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
TRY = """
import pathlib, sys
from visitapp.errors import VaultInUseError
from visitapp.vault import lock_file
try:
    lock_file.hold(pathlib.Path(sys.argv[1]))
    print("in")
except VaultInUseError as error:
    print(error)
"""


def another_holds(folder):
    program = subprocess.Popen(
        [sys.executable, "-c", HOLD_AND_WAIT, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert program.stdout.readline() == b"held\n"
    return program


def another_tries(folder):
    done = subprocess.run([sys.executable, "-c", TRY, str(folder)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def end(program):
    program.communicate()


def test_a_second_program_is_kept_out_and_told_since_when(tmp_path):
    with lock_file.hold(tmp_path):
        said = another_tries(tmp_path)
    assert "has been open" in said
    assert f"{datetime.now().astimezone():%d %B %Y}" in said
    assert "Nothing was changed" in said


def test_this_program_is_kept_out_while_another_holds_it(tmp_path):
    program = another_holds(tmp_path)
    try:
        with pytest.raises(VaultInUseError):
            lock_file.hold(tmp_path)
    finally:
        end(program)


def test_the_lock_goes_when_the_program_is_killed(tmp_path):
    program = another_holds(tmp_path)
    program.kill()
    end(program)
    with lock_file.hold(tmp_path):
        pass


def test_after_release_another_may_come_in(tmp_path):
    lock_file.hold(tmp_path).release()
    assert another_tries(tmp_path) == "in"


def test_releasing_twice_does_no_harm(tmp_path):
    lock = lock_file.hold(tmp_path)
    lock.release()
    other = lock_file.hold(tmp_path)
    lock.release()
    with pytest.raises(VaultInUseError):
        lock_file.hold(tmp_path)
    other.release()


def test_the_same_program_cannot_hold_it_twice(tmp_path):
    with lock_file.hold(tmp_path), pytest.raises(VaultInUseError):
        lock_file.hold(tmp_path)


def test_the_lock_holds_through_a_symbolic_link(tmp_path):
    (tmp_path / "vault").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "vault")
    with lock_file.hold(tmp_path / "vault"), pytest.raises(VaultInUseError):
        lock_file.hold(tmp_path / "link")


def test_two_vaults_do_not_lock_each_other_out(tmp_path):
    with lock_file.hold(tmp_path / "one"), lock_file.hold(tmp_path / "two"):
        pass


@pytest.mark.parametrize("text", ["", "{", "[]", '{"who": "A"}', '{"who": 1, "since": 5}'])
def test_an_unreadable_signature_still_gives_a_plain_sentence(tmp_path, text):
    with lock_file.hold(tmp_path) as lock:
        lock.path.write_text(text)
        with pytest.raises(VaultInUseError, match="already open in another window"):
            lock_file.hold(tmp_path)


def test_an_old_lock_file_left_behind_does_not_lock_anybody_out(tmp_path):
    (tmp_path / lock_file.NAME).write_text('{"who": "gone", "since": "2020-01-01T00:00:00+00:00"}' + " " * 500)
    with lock_file.hold(tmp_path):
        assert "gone" not in (tmp_path / lock_file.NAME).read_text()


def test_a_folder_that_cannot_be_made_is_a_storage_fault(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="notes are untouched"):
        lock_file.hold(tmp_path / "file" / "vault")
