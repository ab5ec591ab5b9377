"""Papers kept encrypted with the open visit: taken in, opened as a copy, taken away and brought back."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.change import removed
from visitapp.domain.ids import new_id
from visitapp.domain.preparing import Attachment, came_order
from visitapp.errors import UnreadableFileError

LARGEST = 25 * 1024 * 1024
"""The most bytes a paper may have."""
PDF, WORD, PICTURE = "pdf", "word", "picture"
_BEGINNINGS = (
    (b"%PDF-", PDF, ".pdf"),
    (b"\xff\xd8\xff", PICTURE, ".jpg"),
    (b"\x89PNG\r\n\x1a\n", PICTURE, ".png"),
)
_OLD_WORD, _ZIP, _RIFF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"RIFF"
_WORD_PART = "word/document.xml"
_MACROS = "word/vbaProject.bin"


class Attaching:
    """What is done with papers. `take` waits for the disk and may be called on any thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Attachment, ...]:
        """Return the papers in the order they came."""
        return tuple(sorted(self._desk.record.living("attachment"), key=came_order))

    def take(self, source: Path | bytes, name: str) -> Attachment:
        """Keep a paper on the disk, encrypted, and return its record, which nothing holds yet.

        Raises UnreadableFileError, or StorageError when the disk refuses, in plain words.
        """
        octets = source if isinstance(source, bytes) else _read(source)
        _check_size(len(octets), name)
        sort, ending = sort_of(octets, name)
        files = self._desk.photo_files
        if files is None:
            raise UnreadableFileError(_tr("The paper was not added: no vault is open."))
        kept = name if Path(name).suffix else f"{name}{ending}"
        sha256 = files().keep(octets)
        now = self._desk.now().astimezone(UTC).isoformat(timespec="milliseconds")
        return Attachment(new_id(), self._desk.visit_id, kept, sort, sha256, len(octets), added_at=now)

    def add(self, papers: list[Attachment]) -> None:
        """Add papers that are kept, as one act; one that is there already is not added twice."""
        known = {one.sha256 for one in self.all()}
        new = [one for one in papers if one.sha256 not in known]
        words = _tr("Paper added: {name}") if len(new) == 1 else _tr("{count} papers added")
        if new:
            self._desk.put(words.format(name=new[0].name, count=len(new)), *new)

    def link(self, paper: Attachment, item: str) -> None:
        """Say which line of the reading list a paper belongs to, or none."""
        self._desk.put(_tr("Paper linked to the reading list"), replace(paper, item=item))

    def remove(self, paper: Attachment) -> None:
        """Take a paper away; undo brings it back, for its file stays."""
        self._desk.act(_tr("Paper taken away: {name}").format(name=paper.name), removed([paper]))

    def copy(self, paper: Attachment) -> Path:
        """Make a copy for another program to open; it is gone when the vault closes.

        Raises StorageError when the paper is missing or the disk refuses.
        """
        files, copies = self._desk.photo_files, self._desk.copies
        if files is None or copies is None:
            raise UnreadableFileError(_tr("The paper cannot be opened: no vault is open."))
        return copies().make(paper.name, files().read(paper.sha256))


def sort_of(octets: bytes, name: str) -> tuple[str, str]:
    """Return what sort of paper this is by what is in it, and the usual ending of its name.

    Raises UnreadableFileError for anything that is not PDF, Word or a picture.
    """
    for beginning, sort, ending in _BEGINNINGS:
        if octets.startswith(beginning):
            return sort, ending
    if octets.startswith(_RIFF) and octets[8:12] == b"WEBP":
        return PICTURE, ".webp"
    if octets.startswith(_OLD_WORD) and name.lower().endswith(".doc"):
        return WORD, ".doc"
    if octets.startswith(_ZIP):
        parts = _parts(octets)
        if _WORD_PART in parts and _MACROS not in parts:
            return WORD, ".docx"
        if _MACROS in parts:
            raise UnreadableFileError(
                _tr("Nothing was added: {name} carries macros. Save it as a plain Word document.").format(name=name)
            )
    raise UnreadableFileError(
        _tr("Nothing was added: {name} is no PDF, Word document or picture (JPEG, PNG, WebP).").format(name=name)
    )


def whole_size(octets: int) -> str:
    """Return a size in words, in KB or MB."""
    return f"{octets / 1048576:.1f} MB" if octets >= 1048576 else f"{max(1, round(octets / 1024))} KB"


def _parts(octets: bytes) -> frozenset[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return frozenset()


def _check_size(size: int, name: str) -> None:
    if size > LARGEST:
        words = _tr("Nothing was added: {name} has {size}, and a paper may have 25 MB.")
        raise UnreadableFileError(words.format(name=name, size=whole_size(size)))


def _read(path: Path) -> bytes:
    try:
        _check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except OSError as fault:
        words = _tr("Nothing was added: {name} could not be read ({why}).")
        raise UnreadableFileError(words.format(name=path.name, why=fault.strerror)) from fault


def _tr(text: str) -> str:
    return QCoreApplication.translate("Attaching", text)
