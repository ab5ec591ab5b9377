"""A database file that is there whole or not at all, and one that does not open put out of the way, never erased."""

import contextlib
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from visitapp.durable import sync_folder
from visitapp.store import connection as connections
from visitapp.store.connection import Connection, plain_faults

SIDECARS = ("-wal", "-shm")
_MAKING = ".making"


def make_whole(path: Path, key: bytes, fill: Callable[[Connection], None]) -> None:
    """Make an encrypted database that gets its name once all that `fill` puts in is on the disk; an older file of
    that name is gone at the same moment. Raises StorageError, leaving no half file."""
    making = path.with_name(path.name + _MAKING)
    with contextlib.ExitStack() as undo, plain_faults("publishing"):
        _remove(making)  # what a program that was killed left: never anybody's yet
        undo.callback(_remove, making)
        connections.create(making, key)
        with contextlib.closing(connections.connect(making, key)) as made:
            made.execute("begin immediate")
            fill(made)
            made.commit()
        os.replace(making, path)
        undo.pop_all()
        sync_folder(path.parent)


def set_aside(path: Path, now: datetime) -> None:
    """Give a database file, and what SQLite keeps beside it, a dated name nothing reads. Raises StorageError."""
    stem = f"{path.stem}-set-aside-{now.astimezone(UTC):%Y%m%d-%H%M%S}"
    name, again = f"{stem}{path.suffix}", 1
    while any(path.with_name(name + end).exists() for end in ("", *SIDECARS)):
        again += 1
        name = f"{stem}-{again}{path.suffix}"
    with plain_faults("publishing"):
        for end in ("", *SIDECARS):
            with contextlib.suppress(FileNotFoundError):
                os.rename(path.with_name(path.name + end), path.with_name(name + end))
        sync_folder(path.parent)


def _remove(making: Path) -> None:
    for end in ("", *SIDECARS, "-journal"):
        with contextlib.suppress(OSError):
            making.with_name(making.name + end).unlink()
