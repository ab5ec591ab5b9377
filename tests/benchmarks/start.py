"""From the start of the process to a painted window, and to the list of visits, against a bare window."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import Figure

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RUNS = 7


def figures() -> list[Figure]:
    """Start the bare window and the program in turn, and return how they compare."""
    with tempfile.TemporaryDirectory() as folder:
        surroundings = _surroundings(Path(folder))
        _moments("start_app", surroundings)
        bare, app = [], []
        for _ in range(RUNS):
            bare.append(_moments("start_bare", surroundings))
            app.append(_moments("start_app", surroundings))
    floor = [one["painted whole"] for one in bare]
    return [
        Figure("start: bare window, first paint", [one["first paint"] for one in bare]),
        Figure("start: window painted", [one["painted whole"] for one in app], floor, most=1.3),
        Figure("start: window painted, CPU alone", [one["work"] for one in app], [one["work"] for one in bare]),
        Figure("start: visits listed (sample vault)", [one["visits listed"] for one in app], floor, most=2),
        Figure("start: a visit can be opened", [one["vault open"] for one in app], floor),
    ]


def imports_before_paint(most: int = 25) -> str:
    """Return the modules that cost most, by themselves, before the first paint (ms, several times real time)."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-X", "importtime", str(HERE / "start_app.py"), "--first-paint"]
        done = subprocess.run(
            command, env=_surroundings(Path(folder)), cwd=ROOT, capture_output=True, text=True, check=True
        )
    costs = [_cost(line) for line in done.stderr.splitlines() if line.startswith("import time:") and "|" in line]
    costs = sorted((one for one in costs if one), reverse=True)
    return "\n".join(f"{cost / 1000:8.1f}  {name}" for cost, name in costs[:most])


def _cost(line: str) -> tuple[int, str] | None:
    alone, _, name = (part.strip() for part in line.removeprefix("import time:").split("|"))
    return (int(alone), name) if alone.isdigit() else None


def _surroundings(folder: Path) -> dict[str, str]:
    """Return an environment in which the program finds only a sample vault, in `folder`."""
    sample = folder / "Visitapp" / "sample"
    places = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), str(folder))
    return os.environ | places | {"VISITAPP_VAULT": str(sample), "PYTHONPATH": str(ROOT)}


def _moments(script: str, surroundings: dict[str, str]) -> dict[str, float]:
    begun = time.time()
    done = subprocess.run(
        [sys.executable, str(HERE / f"{script}.py")], env=surroundings, cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    moments = json.loads(done.stdout)
    work = moments.pop("work") * 1000
    return {name: (moment - begun) * 1000 for name, moment in moments.items()} | {"work": work}
