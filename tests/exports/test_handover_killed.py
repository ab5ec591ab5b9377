"""A program killed while it hands over leaves each older file whole, or the new one in its place."""

import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from handover_records import handed, note

from exports.handover.read_sheets import read_sheets
from exports.handover.write import CSV, FORMATS, WORD, XLSX, write_handover

_ROOT = Path(__file__).parents[2]
_CHILD = """
import itertools, sys
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
from handover_records import handed, note
from exports.handover.write import FORMATS, write_handover
for number in itertools.count(2):
    write_handover(handed(*(note(one, "Seen " * 200) for one in range(1, number % 9 + 2))), Path({out!r}), FORMATS)
    print(number, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 3, 7, 12])
def test_a_killed_handover_leaves_whole_files(tmp_path, lines):
    paths = write_handover(handed(note(1, "Before")), tmp_path, FORMATS)
    code = _CHILD.format(root=str(_ROOT), tests=str(_ROOT / "tests"), out=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as child:
        for _ in range(lines):
            assert child.stdout.readline()
        child.kill()
    word, sheets, lists = (dict(zip(FORMATS, paths, strict=True))[one] for one in (WORD, XLSX, CSV))
    assert Document(str(word)).paragraphs
    assert read_sheets(sheets.read_bytes())["Evidence"]
    assert all(file.read_bytes().endswith(b"\r\n") for file in lists.glob("*.csv"))
