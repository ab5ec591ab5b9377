"""A save that is cut short leaves the older file whole or the new one in its place, and the next sets all right.

SAVES_CUT_SHORT=40 in the environment tries that many of each kind; a few are tried otherwise.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NUMBER = int(os.environ.get("SAVES_CUT_SHORT", "3"))
SECONDS_FOR_ALL = 600
_CHILD = Path(__file__).with_name("saves_cut_short.py")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="This system cannot fork a process")


@pytest.fixture(scope="module", params=["word", "pdf", "handover"])
def saves(request, tmp_path_factory):
    """What each save that was cut short left behind."""
    folder = tmp_path_factory.mktemp("saves")
    command = [sys.executable, str(_CHILD), request.param, str(folder), str(NUMBER)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=SECONDS_FOR_ALL)
    return json.loads(done.stdout)


def test_each_save_ended_as_it_was_made_to(saves):
    ends = {how: {one["ended"] for one in saves if one["how"] == how} for how in ("step", "byte", "full")}
    assert ends == {"step": {"killed"}, "byte": {"killed"}, "full": {"refused"}}
    assert {one["ended"] for one in saves if one["how"] == "moment"} <= {"killed", "done"}


def test_every_file_is_whole_the_older_or_the_new_one(saves):
    assert [one for one in saves if one["broken"]] == []


def test_a_full_disk_leaves_every_older_file_and_nothing_else(saves):
    assert [one for one in saves if one["how"] == "full" and (one["new"] or one["left"])] == []


def test_what_is_left_is_named_as_a_part_and_gone_with_the_next_save(saves):
    assert [name for one in saves for name in one["left"] if not name.endswith(".visitapp-part")] == []
    assert [one for one in saves if one["again"]] == []
