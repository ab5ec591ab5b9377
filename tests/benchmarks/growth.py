"""What the size of the vault costs where somebody waits: opening a visit, a letter, a save with its row, an undo.

Each size is measured in a process of its own, on a vault filled by bulk SQL (`big_vault`); its newest visit holds
up to 5,000 notes. The floor of each figure is the same thing in the smallest vault of the run.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.big_vault import make_vault
from tests.benchmarks.figures import Figure

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SIZES = (500, 5_000, 200_000)
FRAME_MS = 16
WANTED = {"a letter": FRAME_MS, "Enter saves, with its row painted": FRAME_MS, "counting again": FRAME_MS}


def figures() -> list[Figure]:
    """Measure each size."""
    found: list[Figure] = []
    floor: dict[str, list[float]] = {}
    for size in SIZES:
        runs = _of_size(size)
        floor = floor or runs
        found += [
            Figure(f"{size:,} notes in the vault: {name}", one, floor[name], most_ms=WANTED.get(name, 0))
            for name, one in runs.items()
        ]
    return found


def _of_size(size: int) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory() as kept:
        database, visit_id = make_vault(Path(kept), size)
        database.close()
        command = [sys.executable, str(HERE / "growth_child.py"), kept, visit_id]
        surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=surroundings, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        runs: dict[str, list[float]] = json.loads(done.stdout)
        return runs
