"""The program is killed while pictures are added: a record never names a picture that is not whole on the disk."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from vault_desk import KEY, begin, new_database, open_workspace

from ui.workspace.pictures import Pictures
from visitapp.store.database import Database

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("VISITAPP_PHOTO_KILLS", "4"))


@pytest.fixture
def visit_id(tmp_path, qapp):
    with open_workspace(new_database(tmp_path)) as workspace:
        return begin(workspace).visit_id


def photograph_until_killed(tmp_path, visit_id, number, after):
    """Have a child add pictures, kill it some time after the first are called saved; return the last called saved."""
    command = [sys.executable, str(ROOT / "tests/ui/photographing_child.py")]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, cwd=ROOT, env=environment) as child:
        asked = [str(tmp_path / "visitapp.db"), KEY.hex(), visit_id, number]
        child.stdin.write(json.dumps(asked).encode() + b"\n")
        child.stdin.flush()
        first = child.stdout.readline()
        time.sleep(after)
        assert child.poll() is None, "the child ended by itself"
        child.kill()
        lines = (first + child.stdout.read()).splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith(b"\n")][-1]


def test_a_record_names_only_pictures_that_are_whole_on_the_disk(tmp_path, visit_id):
    chance, saved = random.Random(1120), {}
    for number in range(KILLS):
        saved[number] = photograph_until_killed(tmp_path, visit_id, number, chance.uniform(0, 0.4))[1]
        with open_workspace(Database.open(tmp_path / "visitapp.db", KEY)) as workspace:
            pictures = Pictures(workspace.open_visit(visit_id))
            named = {photo.caption: pictures.read(photo) for photo in pictures.all()}
        for caption, octets in named.items():
            round_number, place = caption.split(".")
            assert f"round {round_number} picture {place} ".encode() in octets
        for round_number, last in saved.items():
            assert {f"{round_number}.{place}" for place in range(last + 1)} <= named.keys()
