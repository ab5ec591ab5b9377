"""The lock that keeps a second program out of a vault. It goes when the program ends, however it ends."""

import contextlib
import errno
import getpass
import json
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from visitapp.errors import StorageError, VaultInUseError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "vault.lock"

_FAR_BEYOND_THE_TEXT = 1 << 30
_HELD_BY_ANOTHER = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK})


@dataclass(slots=True)
class HeldLock:
    """A lock held on a vault folder until it is released or the program ends. Use it in a `with` block."""

    path: Path
    _handle: int

    def release(self) -> None:
        """Let others in. Releasing twice does no harm; the file stays, as removing it would race."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> "HeldLock":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def hold(folder: Path) -> HeldLock:
    """Return the lock on a vault folder, made if it is not there yet.

    Raises VaultInUseError, saying who holds it since when, or StorageError if the folder refuses.
    """
    path = folder / NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = _take(path)
    except OSError as error:
        raise StorageError(
            f"The folder {folder} cannot be written to ({error.strerror}). Your notes are untouched. "
            "Check that the disk is there and can be written to."
        ) from error
    if handle is None:
        raise VaultInUseError(_who_holds(path))
    with contextlib.suppress(OSError):
        _sign(handle)
    return HeldLock(path, handle)


def _take(path: Path) -> int | None:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        if error.errno in _HELD_BY_ANOTHER:
            return None
        raise
    return handle


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _FAR_BEYOND_THE_TEXT, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sign(handle: int) -> None:
    text = json.dumps({"who": _user(), "since": datetime.now(UTC).isoformat(timespec="seconds")})
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, text.encode())


def _user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""


def _who_holds(path: Path) -> str:
    advice = "Nothing was changed. Go to the window that is already open, or close it and try again."
    try:
        signed = json.loads(path.read_text(encoding="utf-8"))
        since = datetime.fromisoformat(signed["since"]).astimezone()
        by = f" by {signed['who']}" if signed["who"] else ""
    except (OSError, ValueError, KeyError, TypeError):
        return f"This vault is already open in another window. {advice}"
    return f"This vault has been open{by} since {since:%H:%M on %d %B %Y}. {advice}"
