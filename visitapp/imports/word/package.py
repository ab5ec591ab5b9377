"""A Word file from outside as its parts: nothing is trusted, and what is refused is refused by name."""

import io
import stat
import zipfile
import zlib
from pathlib import Path

from visitapp.errors import UnreadableFileError

LARGEST_FILE = 60 * 1024 * 1024
LARGEST_PART = 40 * 1024 * 1024
LARGEST_WHOLE = 250 * 1024 * 1024
MOST_PARTS = 3000
_MOST_EXPANDED = 250
_SMALL = 4 * 1024 * 1024
"""A part that is no larger unpacked may be packed as tightly as it likes."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {
    b"{\\rtf": "it is a Rich Text file",
    b"%PDF": "it is a PDF, from which changes and comments cannot be read",
    b"<": "it is a web page or another plain text file",
}
_IN_ZIPS = {
    "xl/workbook.xml": "it is an Excel workbook",
    "ppt/presentation.xml": "it is a PowerPoint presentation",
    "index/document.iwa": "it was saved by Pages",
}
SAVE_AS = "Open it in Word and save it as \u201cWord Document (*.docx)\u201d, then read that file."
ASK_AGAIN = "Ask for the file again, saved as \u201cWord Document (*.docx)\u201d."


def refusal(why: str, then: str = ASK_AGAIN) -> UnreadableFileError:
    """Return the error that says what happened to the person's text, why the file was not read and what to do."""
    return UnreadableFileError(f"Nothing in Visitapp was changed: the file was not read, because {why}. {then}")


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raises UnreadableFileError when it is missing, no file, too large or refused."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise refusal("it is not a file", "Choose a Word file.")
        if found.st_size > LARGEST_FILE:
            raise refusal(f"it is larger than {LARGEST_FILE // 1024 // 1024} MB")
        return path.read_bytes()
    except OSError as fault:
        raise refusal("this computer would not open it", "Close it in other programs and try again.") from fault


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name; raises UnreadableFileError for any other file and a hostile one."""
    if len(content) > LARGEST_FILE:
        raise refusal(f"it is larger than {LARGEST_FILE // 1024 // 1024} MB")
    _refuse_other_kinds(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _refuse_bombs(package.infolist())
            return _read(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as fault:
        raise refusal("it is damaged or is not a Word document") from fault


def _refuse_other_kinds(content: bytes) -> None:
    if not content:
        raise refusal("it is empty")
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise refusal("it is protected by a password", "Save a copy without the password and read that file.")
        raise refusal("it is in the old Word format (.doc)", SAVE_AS)
    for beginning, what in _OTHERS.items():
        if content.lstrip()[:5].lower().startswith(beginning.lower()):
            raise refusal(what, SAVE_AS)


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise refusal(f"it has more than {MOST_PARTS:,} parts")
    names = [entry.filename.lower() for entry in entries]
    if len(names) != len(set(names)):
        raise refusal("two of its parts have the same name, so that programs may show different texts")
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusal("it is protected by a password", "Save a copy without the password and read that file.")
    for entry in entries:
        expanded = entry.file_size > _SMALL and entry.file_size > _MOST_EXPANDED * max(1, entry.compress_size)
        if expanded or (entry.file_size > LARGEST_PART and entry.filename.endswith((".xml", ".rels"))):
            raise refusal("a small part of it would unpack to an enormous one")
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise refusal(f"unpacked, it would fill more than {LARGEST_WHOLE // 1024 // 1024} MB")


def _read(package: zipfile.ZipFile) -> dict[str, bytes]:
    """Return the parts that are text; of pictures and the like only that they are there."""
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    _refuse_other_zips(package, {entry.filename.lower() for entry in entries})
    return {
        entry.filename: package.read(entry) if entry.filename.lower().endswith((".xml", ".rels")) else b""
        for entry in entries
    }


def _refuse_other_zips(package: zipfile.ZipFile, names: set[str]) -> None:
    if "mimetype" in names and package.read("mimetype")[:100].startswith(b"application/vnd.oasis.opendocument"):
        then = "Open it in LibreOffice and save it as \u201cWord 2007-365 (.docx)\u201d, then read that file."
        raise refusal("it is an OpenDocument file (.odt)", then)
    for name, what in _IN_ZIPS.items():
        if name in names:
            raise refusal(what, "Choose a Word file.")
    if "[content_types].xml" not in names:
        raise refusal("it is damaged or is not a Word document")
