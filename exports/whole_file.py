"""Files that appear whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time

from visitapp.durable import put_in_place, write_part
from visitapp.errors import ExportError

_PART = ".visitapp-part"
"""What the name of a file ends in until it is whole; like no other program's, so that what a crash left can go."""
_LEFT_BEHIND = 3600
"""Seconds after which nobody can still be writing a part."""


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, making its folder; an older file there is replaced whole or left as it was.

    Raises ExportError, in plain words, when the disk or another program refuses.
    """
    write_all_whole({path: content})


def write_all_whole(contents: Mapping[Path, bytes]) -> None:
    """Put each content at its path, making its folder; no older file is replaced before all are on the disk.

    Parts that a crash left in these folders more than an hour ago are removed.
    Raises ExportError, in plain words, when the disk or another program refuses.
    """
    parts = {path: path.with_name(f"{path.name}{_PART}") for path in contents}
    for path, part in parts.items():
        with _refusal(path, parts.values()):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_part(part, contents[path])
    for path, part in parts.items():
        with _refusal(path, parts.values()):
            put_in_place(part, path)
    for folder in {path.parent for path in contents}:
        _clear(folder)


@contextmanager
def _refusal(path: Path, parts: Iterable[Path]) -> Iterator[None]:
    """Turn what the disk refuses into a sentence about the file, and leave no part behind."""
    try:
        yield
    except OSError as fault:
        for part in parts:
            _discard(part)
        raise ExportError(_sentence(path, fault)) from fault


def _clear(folder: Path) -> None:
    for part in folder.glob(f"*{_PART}"):
        with suppress(OSError):
            if time() - part.stat().st_mtime > _LEFT_BEHIND:
                part.unlink()


def _discard(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _sentence(path: Path, fault: OSError) -> str:
    safe = "Your text is safe in Visitapp."
    if isinstance(fault, PermissionError):
        return (
            f"{safe} The file \u201c{path.name}\u201d could not be replaced: it is open in another program, "
            "or this folder is read-only. Close it there, or choose another folder, and export again."
        )
    reason = fault.strerror or "the disk refused"
    return f"{safe} The file \u201c{path.name}\u201d could not be written ({reason}). Choose another folder."
