"""One reading-in of a register in a process of its own: how long the window is held."""

import json
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.published import ROWS
from visitapp.domain.published.batches import Scope

_TICK_MS = 2


def main(path: Path) -> None:
    """Do it and print what was measured."""
    with tempfile.TemporaryDirectory() as kept:
        print(json.dumps({"held": held(path, Path(kept))}))


def held(path: Path, folder: Path) -> list[float]:
    """Return how long the window's thread was away between two ticks, in ms, while a file was read in."""
    from datetime import UTC, datetime

    from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QTimer

    from tests.vault_desk import KEY, new_database
    from ui.workspace.published import Published
    from ui.workspace.published_run import FileRun

    app = QCoreApplication([])
    database = new_database(folder / "vault")
    published = Published(database.path, KEY, lambda: datetime(2026, 1, 1, tzinfo=UTC))
    published.batches()  # opened before, as it is when somebody looks at the screen
    ticks: list[float] = []
    timer = QTimer(interval=_TICK_MS)
    timer.timeout.connect(lambda: ticks.append(perf_counter()))
    loop, run, watch = QEventLoop(), FileRun(published, path, Scope()), QElapsedTimer()
    read: list[int] = []
    run.done.connect(lambda done: read.append(done.tally.read))
    run.done.connect(loop.quit)
    run.refused.connect(loop.quit)
    watch.start()
    timer.start()
    run.bring_in()
    loop.exec()
    database.close()
    app.processEvents()
    if read != [ROWS]:
        raise ValueError(f"not all was read: {read}")
    return [(after - before) * 1000 for before, after in zip(ticks, ticks[1:], strict=False)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
