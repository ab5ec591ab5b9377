"""From the start of the process to a painted window, and to the list of visits, against a bare window."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import Figure
from ui.workspace.opening import open_here
from visitapp.vault import recovery, vault

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RUNS = 11
WORDS = "otter lantern maple thunder brook"


def figures() -> list[Figure]:
    """Start the bare window and the program in turn, and return how they compare."""
    with tempfile.TemporaryDirectory() as folder:
        sample, locked = _vaults(Path(folder))
        at_sample, at_door = _surroundings(Path(folder), sample), _surroundings(Path(folder), locked)
        _moments(at_sample, "start_app")
        _moments(at_door, "start_app", "--door")
        bare, app, door = [], [], []
        for _ in range(RUNS):
            bare.append(_moments(at_sample, "start_bare"))
            app.append(_moments(at_sample, "start_app"))
            door.append(_moments(at_door, "start_app", "--door"))
    floor = [one["painted whole"] for one in bare]
    return [
        Figure("start: bare window, first paint", [one["first paint"] for one in bare]),
        Figure("start: window painted", [one["painted whole"] for one in app], floor, most=1.3),
        Figure("start: window painted, CPU alone", [one["work"] for one in app], [one["work"] for one in bare]),
        Figure("start: the passphrase can be typed", [one["door"] for one in door], floor),
        Figure("start: visits listed (sample vault)", [one["visits listed"] for one in app], floor, most=2),
        Figure("start: a visit can be opened", [one["vault open"] for one in app], floor),
    ]


def imports_before_paint(most: int = 25) -> str:
    """Return the modules that cost most, by themselves, before the first paint (ms, several times real time)."""
    with tempfile.TemporaryDirectory() as folder:
        surroundings = _surroundings(Path(folder), Path(folder) / "none")
        command = [sys.executable, "-X", "importtime", str(HERE / "start_app.py"), "--first-paint"]
        subprocess.run(command, env=surroundings, cwd=ROOT, capture_output=True, check=True)
        done = subprocess.run(command, env=surroundings, cwd=ROOT, capture_output=True, text=True, check=True)
    costs = [_cost(line) for line in done.stderr.splitlines() if line.startswith("import time:") and "|" in line]
    costs = sorted((one for one in costs if one), reverse=True)
    return "\n".join(f"{cost / 1000:8.1f}  {name}" for cost, name in costs[:most])


def _cost(line: str) -> tuple[int, str] | None:
    alone, _, name = (part.strip() for part in line.removeprefix("import time:").split("|"))
    return (int(alone), name) if alone.isdigit() else None


def _vaults(folder: Path) -> tuple[Path, Path]:
    """Make a sample vault and a locked one in `folder`, and return where they are."""
    sample, locked = folder / "sample", folder / "locked"
    opened = open_here(sample, "")
    opened.database.close()
    opened.lock.release()
    vault.create(locked, WORDS, recovery.new_code(), lambda path, key: path.write_bytes(os.urandom(8192)))
    return sample, locked


def _surroundings(folder: Path, at: Path) -> dict[str, str]:
    """Return an environment in which the program finds only a vault, and keeps what it compiles in `folder`."""
    kept = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "PYTHONPYCACHEPREFIX")
    places = dict.fromkeys(kept, str(folder))
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return usual | places | {"VISITAPP_VAULT": str(at), "PYTHONPATH": str(ROOT)}


def _moments(surroundings: dict[str, str], script: str, *words: str) -> dict[str, float]:
    begun = time.time()
    done = subprocess.run(
        [sys.executable, str(HERE / f"{script}.py"), *words],
        env=surroundings,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    moments = json.loads(done.stdout)
    work = moments.pop("work") * 1000
    return {name: (moment - begun) * 1000 for name, moment in moments.items()} | {"work": work}
