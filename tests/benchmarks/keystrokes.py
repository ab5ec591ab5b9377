"""How long a letter and a save in the composer hold the window, on this disk and on a slow one."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.one_visit import NOTES, make_visit

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FLUSH_MS = 20
FRAME_MS = 16


def figures() -> list[Figure]:
    """Type on a visit of many notes, as it is and with slow flushes."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        found = _figures("disk as it is", _typed(folder / "quick", {}))
        shim = _slow_flush(folder)
        if shim:
            slow = {"LD_PRELOAD": str(shim), "FLUSH_MS": str(FLUSH_MS)}
            found += _figures(f"each flush {FLUSH_MS} ms slower", _typed(folder / "slow", slow))
    return found


def _figures(disk: str, typed: dict[str, dict[str, list[float]]]) -> list[Figure]:
    page, bare = typed["page"], typed["bare"]
    return [
        Figure(f"a letter, {NOTES} notes, {disk}", page["letters"], bare["letters"], most_ms=FRAME_MS),
        Figure(f"Enter saves, {NOTES} notes, {disk}", page["saves"], bare["saves"], most_ms=FRAME_MS),
        Figure(f"anything between keys, {disk}", page["between"], most_ms=FRAME_MS),
    ]


def _typed(folder: Path, disk: dict[str, str]) -> dict[str, dict[str, list[float]]]:
    folder.mkdir()
    visit_id = make_visit(folder)
    command = [sys.executable, str(HERE / "keystrokes_child.py"), str(folder), visit_id]
    surroundings = os.environ | disk | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=surroundings, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    found: dict[str, dict[str, list[float]]] = json.loads(done.stdout)
    return found


def _slow_flush(folder: Path) -> Path | None:
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        print("No C compiler here, so nothing is measured on a slow disk.")
        return None
    made = folder / "slow_flush.so"
    command = [compiler, "-shared", "-fPIC", "-O2", "-o", str(made), str(HERE / "slow_flush.c"), "-ldl"]
    subprocess.run(command, check=True)
    return made
