"""Reading in, taking back and beginning anew, cut short: all of it is there or none, and done again it is right.

PUBLISHED_CUT_SHORT=24 in the environment tries that many of each kind; a few are tried otherwise.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NUMBER = int(os.environ.get("PUBLISHED_CUT_SHORT", "3"))
SECONDS_FOR_ALL = 600
_CHILD = Path(__file__).with_name("published_cut_short.py")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="This system cannot fork a process")


@pytest.mark.parametrize(
    ("work", "how"),
    [
        *((work, how) for work in ("first", "more", "again", "back", "anew") for how in ("step", "late")),
        ("large", "moment"),
        ("first", "full"),
        ("large", "full"),
    ],
)
def test_cut_short_anywhere_all_of_it_is_there_or_none_and_done_again_it_is_right(tmp_path, work, how):
    command = [sys.executable, str(_CHILD), work, how, str(tmp_path), str(NUMBER)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=SECONDS_FOR_ALL)
    found = json.loads(done.stdout)
    assert [one for one in found if one["wrong"]] == []
    ends = {one["ended"] for one in found}
    assert ends <= ({"SIGKILL"} if how in ("step", "late") else {"SIGALRM", 0} if how == "moment" else {3, 0})
    assert ends - {0}
