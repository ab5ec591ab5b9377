"""Copies of papers for other programs to open: plain files for as long as the vault is open, gone when it closes."""

import hashlib
import re
import shutil
import tempfile
from pathlib import Path

from visitapp.errors import StorageError

_OUTSIDE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 80


class OpenedCopies:
    """The copies made from one vault. Those a crash left behind go with the first one made after it."""

    def __init__(self, database: Path) -> None:
        mark = hashlib.sha256(str(database.resolve()).encode()).hexdigest()[:16]
        self._folder = Path(tempfile.gettempdir()) / f"visitapp-open-{mark}"
        self._count = 0

    def make(self, name: str, octets: bytes) -> Path:
        """Write a copy that only this person can read, and return where it is.

        Raises StorageError when the disk refuses.
        """
        if not self._count:
            self.remove()
        self._count += 1
        place = self._folder / str(self._count)
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            place.mkdir(mode=0o700)
            copy = place / (_OUTSIDE.sub("_", name)[-_LONGEST:].strip(" .") or "paper")
            copy.write_bytes(octets)
            copy.chmod(0o400)
        except OSError as fault:
            raise StorageError(
                f"The paper is safe in the vault, but no copy of it could be made to open ({fault.strerror}). "
                "Make room on this device and try again."
            ) from fault
        return copy

    def remove(self) -> None:
        """Take every copy away; one that a program still holds is taken the next time."""
        if not self._folder.is_symlink():
            shutil.rmtree(self._folder, ignore_errors=True)
