"""A register of 52,000 schools read in, against a bare `csv.reader` over the same file, and the window meanwhile.

The file is made up: the register's own columns, every row another school.
"""

import csv
import json
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks.figures import Figure, in_turn
from tests.benchmarks.published_memory import BARE, SCOPED, WHOLE
from tests.vault_desk import KEY, new_database
from visitapp.domain.published.batches import Scope
from visitapp.imports.published.read import read_file
from visitapp.store.published.database import PublishedDatabase
from visitapp.store.published.keeping import keep

ROWS = 52_000
RUNS = 3
SAMPLE = Path(__file__).parents[1] / "files" / "published" / "register-whole.csv"
ROOT = Path(__file__).parents[2]


def figures() -> list[Figure]:
    """Read the file in turn with the bare reader and into the vault, every row kept and one authority's only."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        path = folder / "register.csv"
        write_register(path)
        bare, whole, scoped = in_turn(
            RUNS,
            partial(read_barely, path),
            partial(read_in, path, folder, Scope()),
            partial(read_in, path, folder, Scope(frozenset({"850"}))),
        )
        memory = {what: [_memory(path, what) for _ in range(RUNS)] for what in (BARE, WHOLE, SCOPED)}
        held = _child("published_child", path)["held"]
    return [
        Figure("Register of 52,000 schools read in, all kept", whole, bare, most=6),
        Figure("Register of 52,000 schools read in, one authority kept", scoped, bare, most=6),
        Figure("Memory at most for the same, all kept (MiB, not ms)", memory[WHOLE], memory[BARE]),
        Figure("Memory at most for the same, one authority kept (MiB, not ms)", memory[SCOPED], memory[BARE]),
        Figure("The window held at most while it is read in", held, most_ms=100),
    ]


def write_register(path: Path, rows: int = ROWS) -> None:
    """Write a register of so many schools in the register's own columns (Windows-1252, CRLF)."""
    with SAMPLE.open(encoding="cp1252", newline="") as source:
        header, *known = list(csv.reader(source))
    urn, authority, code = (header.index(name) for name in ("URN", "LA (name)", "LA (code)"))
    with path.open("w", encoding="cp1252", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        for number in range(rows):
            row = list(known[number % len(known)])
            row[urn], row[code] = str(100_000 + number), str(800 + number % 150)
            row[authority] = f"Authority {number % 150}"
            writer.writerow(row)


def read_barely(path: Path) -> None:
    """Go through the file with the plain reader and keep nothing."""
    with path.open(encoding="cp1252", newline="") as source:
        for _ in csv.reader(source):
            pass


def read_in(path: Path, folder: Path, scope: Scope) -> None:
    """Read the file into a new vault's published data, every row accounted for."""
    with tempfile.TemporaryDirectory(dir=folder) as kept, new_database(Path(kept) / "vault") as database:
        published = PublishedDatabase.beside(database.path, KEY)
        with published.writing() as connection:
            _batch, tally = keep(connection, read_file(path, scope), batch_id="b", now="2026-01-01T00:00:00Z")
        if not tally.balances or tally.read != ROWS:
            raise ValueError(f"rows are missing: {tally}")


def _memory(path: Path, what: str) -> float:
    with tempfile.TemporaryDirectory() as kept:
        return _child("published_memory", what, path, Path(kept))["mebibytes"][0]


def _child(part: str, *said: str | Path) -> dict[str, list[float]]:
    run = [sys.executable, "-m", f"tests.benchmarks.{part}", *map(str, said)]
    done = subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found
