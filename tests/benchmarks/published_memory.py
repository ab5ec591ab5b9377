"""The memory one process needs at most for going over a register, or for reading it in; it loads nothing besides.

Run as a program: what to do, the file, a folder to write into. Prints MiB.
"""

import json
import resource
import sys
from pathlib import Path

BARE, WHOLE, SCOPED = "bare", "whole", "scoped"
_STATUS = Path("/proc/self/status")


def main(what: str, path: Path, folder: Path) -> None:
    """Do it and print what was measured."""
    if what == BARE:
        go_over(path)
    else:
        read_in(path, folder, frozenset() if what == WHOLE else frozenset({"850"}))
    print(json.dumps({"mebibytes": [most_at_once()]}))


def go_over(path: Path) -> None:
    """Go through the file with the plain reader and keep nothing."""
    import csv

    with path.open(encoding="cp1252", newline="") as source:
        for _ in csv.reader(source):
            pass


def read_in(path: Path, folder: Path, authorities: frozenset[str]) -> None:
    """Read the file into new published data, every row accounted for."""
    from visitapp.domain.published.batches import Scope
    from visitapp.imports.published.read import read_file
    from visitapp.store.published.database import PublishedDatabase
    from visitapp.store.published.keeping import keep

    published = PublishedDatabase.beside(folder / "visitapp.db", bytes(range(48)))
    with published.writing() as connection:
        _batch, tally = keep(
            connection, read_file(path, Scope(authorities)), batch_id="b", now="2026-01-01T00:00:00Z"
        )
    if not tally.balances:
        raise ValueError(f"rows are missing: {tally}")


def most_at_once() -> float:
    """Return the most memory this process ever held, in MiB; what its parent held is not counted."""
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:4]))
