"""Files that appear whole or not at all."""

from pathlib import Path

from visitapp.durable import replace_whole
from visitapp.errors import ExportError


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, making its folder; an older file there is replaced whole or left as it was.

    Raises ExportError, in plain words, when the disk or another program refuses.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, part, content)
    except OSError as fault:
        _discard(part)
        raise ExportError(_sentence(path, fault)) from fault


def _discard(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return


def _sentence(path: Path, fault: OSError) -> str:
    safe = "Your text is safe in Visitapp."
    if isinstance(fault, PermissionError):
        return (
            f"{safe} The file \u201c{path.name}\u201d could not be replaced: it is open in another program, "
            "or this folder is read-only. Close it there, or choose another folder, and export again."
        )
    reason = fault.strerror or "the disk refused"
    return f"{safe} The file \u201c{path.name}\u201d could not be written ({reason}). Choose another folder."
