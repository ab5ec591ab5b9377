"""Where a file the school sent back lies now: only the very file that was read is taken for it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from visitapp.domain.answering import Returned

_LARGEST = 64 * 1024 * 1024
_USUAL = (
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
)


def file_of(returned: Returned, folders: Iterable[Path]) -> Path | None:
    """Return the file that was read, in one of these folders or where files usually are; None when it is gone, or
    another file has its name now."""
    usual = (Path(folder) for one in _USUAL for folder in QStandardPaths.standardLocations(one))
    places = (folder / returned.file_name for folder in (*folders, *usual))
    return next((path for path in places if returned.file_name and _is_it(path, returned.sha256)), None)


def _is_it(path: Path, sha256: str) -> bool:
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False
