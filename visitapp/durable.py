"""What makes a file last through a power cut: its bytes on the disk first, then its name, then the folder's entry."""

import os
from pathlib import Path

OWNER_ONLY = 0o600
AS_USUAL = 0o666
"""Permissions before the person's own mask is taken off."""


def replace_whole(path: Path, part: Path, octets: bytes, mode: int = AS_USUAL) -> None:
    """Put a file at `path` by way of `part` beside it; an older file there is replaced whole or left as it was.

    Raises OSError; `part` may then be left, for the caller to remove.
    """
    write_part(part, octets, mode)
    put_in_place(part, path)


def write_part(part: Path, octets: bytes, mode: int = AS_USUAL) -> None:
    """Write the bytes of a file under a name of its own, and wait until they are on the disk."""
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as stream:
        stream.write(octets)
        stream.flush()
        os.fsync(stream.fileno())


def put_in_place(part: Path, path: Path) -> None:
    """Give a file that is on the disk its name; an older file of that name is gone at the same moment."""
    os.replace(part, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make files made or renamed in a folder last, where the system asks for it (Windows does this itself)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
