"""Adds pictures to a note of one visit, one after the other, until it is killed by test_kill_while_photographing."""

import json
import sys
import time
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ui.workspace.evidence import COMPOSER, Evidence
from ui.workspace.opening import load_library
from ui.workspace.picture_reading import Encoded
from ui.workspace.pictures import Pictures
from ui.workspace.workspace import Workspace
from visitapp.domain.evidence import Draft
from visitapp.store.database import Database


def main() -> None:
    """Wait for a line that says which vault and visit, then add pictures and say on a pipe which are called saved."""
    app = QCoreApplication([])
    path, key, visit_id, round_number = json.loads(sys.stdin.readline())
    workspace = Workspace(Database.open(Path(path), bytes.fromhex(key)), load_library())
    desk = workspace.open_visit(visit_id)
    pictures = Pictures(desk)
    note = Evidence(desk).save(Draft(visit_id, COMPOSER, f"Round {round_number}"))
    for number in count():
        octets = b"\xff\xd8\xff" + f"round {round_number} picture {number} ".encode() * 4000
        photo = pictures.photo(pictures.keep(Encoded(octets, 4, 3)), caption=f"{round_number}.{number}")
        pictures.add(note, photo)
        app.processEvents()
        if number % 5 == 4 and workspace.flush():
            print(json.dumps([round_number, number]), flush=True)
        time.sleep(0.001)


if __name__ == "__main__":
    main()
