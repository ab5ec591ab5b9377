"""Writes a handover in the formats asked for: everything is made and proved before the first file is touched."""

from collections.abc import Callable, Collection
from pathlib import Path

from exports.file_name import stamped_name
from exports.handover.comma_separated import handover_files
from exports.handover.sheets import handover_sheets
from exports.handover.word import handover_word
from exports.whole_file import write_all_whole
from visitapp.domain.handover import Handover
from visitapp.errors import ExportError

WORD, XLSX, CSV = FORMATS = ("word", "xlsx", "csv")
_WHAT = "handover"

Step = Callable[[int, int], None]


def no_step(done: int, steps: int) -> None:
    """Tell nobody how far it is."""


def handover_paths(handover: Handover, folder: Path, formats: Collection[str]) -> dict[str, Path]:
    """Return where each format goes: a file, or for comma-separated files a folder of their own."""
    stem = stamped_name(handover.school, handover.at, _WHAT)
    names = {WORD: f"{stem}.docx", XLSX: f"{stem}.xlsx", CSV: f"{stem} CSV"}
    return {one: folder / names[one] for one in FORMATS if one in formats}


def write_handover(
    handover: Handover, folder: Path, formats: Collection[str] = FORMATS, step: Step = no_step
) -> tuple[Path, ...]:
    """Write a handover and return what to open: one path for each format.

    Every text is read back and compared before any file is written, and each file is read again from the disk.
    `step` hears how many of how many steps are done; what it raises stops the work with nothing written. Raises
    ExportError when a text would be missing or the disk refuses; older files are then as they were, for none is
    replaced before all the new ones are on the disk.
    """
    paths = handover_paths(handover, folder, formats)
    contents: dict[Path, bytes] = {}
    for done, (one, path) in enumerate(paths.items()):
        step(done, len(paths) + 1)
        contents |= _made(one, path, handover)
    step(len(paths), len(paths) + 1)
    write_all_whole(contents)
    for path, content in contents.items():
        _read_again(path, content)
    return tuple(paths.values())


def _made(one: str, path: Path, handover: Handover) -> dict[Path, bytes]:
    if one == WORD:
        return {path: handover_word(handover)}
    if one == XLSX:
        return {path: handover_sheets(handover)}
    return {path / name: content for name, content in handover_files(handover).items()}


def _read_again(path: Path, content: bytes) -> None:
    try:
        same = path.read_bytes() == content
    except OSError:
        same = False
    if not same:
        raise ExportError(
            f"Your text is safe in Visitapp, but the file \u201c{path.name}\u201d does not read back the same. "
            "Choose another folder or another disk."
        )
