"""The bytes of a table: a file, or the one table in a zip, which may be an Excel workbook. Nothing is unpacked to
disk and no name in it is used."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from os import stat_result
from pathlib import Path
from typing import IO

from visitapp.errors import ImportRefusedError
from visitapp.imports.tables.faults import refusal

LARGEST_FILE = 1024 * 1024 * 1024
LARGEST_TABLE = 2 * LARGEST_FILE
LARGEST_HELD = 64 * 1024 * 1024
"""A workbook in a zip is held in memory, and may be no larger."""
MOST_MEMBERS = 3000
_MOST_EXPANDED = 250
_SMALL = 16 * 1024 * 1024
"""A table that is no larger unpacked may be packed as tightly as it likes."""

_ONLINE_ONLY = 0x1000 | 0x40000 | 0x400000
"""Windows' marks of a file that is listed here but kept elsewhere: offline, recall on open, recall on access."""

_TABLES, _WORKBOOKS = (".csv", ".tsv"), (".xlsx", ".xlsm")
AS_CSV = "Open it in Excel, choose Save As, pick \u201cCSV UTF-8 (Comma delimited)\u201d, then read that file."
AGAIN = "Download it again, then read that file."
_CHANGED = "it changed while it was read"
_WAIT = "Wait until it is whole, then try again."
_UNPACK = "Unpack it and choose the file you want."
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a table, `size` in all, opened as often as wished. `member` is its place in a zip, else None;
    `is_workbook` says that they are no table but a whole Excel workbook, `held` is one that lay in a zip."""

    path: Path
    size: int
    stamp: tuple[int, int]
    """Size and time of the file, to see whether it has become another meanwhile."""
    member: int | None = None
    is_workbook: bool = False
    held: bytes | None = field(default=None, repr=False)

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """Give the bytes from the beginning; raises ImportRefusedError, also while reading, when that fails."""
        try:
            found = self.path.stat()
            if (found.st_size, found.st_mtime_ns) != self.stamp:
                raise refusal("E-KIND", _CHANGED, _WAIT)
            with self._stream() as stream:
                yield stream
        except OSError as fault:
            raise _unread(self.path, fault) from fault
        except UnicodeDecodeError as fault:
            raise refusal("E-ENC", _CHANGED, _WAIT) from fault
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fault:
            raise refusal("E-KIND", "it is damaged", AGAIN) from fault

    def entries(self, broken: ImportRefusedError) -> list[zipfile.ZipInfo]:
        """Return what is in this zip; raises `broken` for a damaged one, ImportRefusedError for one not to be had."""
        try:
            with self._stream() as whole, zipfile.ZipFile(whole) as package:
                return package.infolist()
        except OSError as fault:
            raise _unread(self.path, fault) from fault
        except _BROKEN as fault:
            raise broken from fault

    @contextmanager
    def _stream(self) -> Iterator[IO[bytes]]:
        with io.BytesIO(self.held) if self.held is not None else self.path.open("rb") as whole:
            if self.member is None:
                yield whole
                return
            with zipfile.ZipFile(whole) as package, package.open(package.infolist()[self.member]) as unpacked:
                yield unpacked


def source_at(path: Path) -> Source:
    """Return where a table's bytes are; raises ImportRefusedError for what is no file, too large or no table."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise refusal("E-KIND", "it is not a file", "Choose a CSV file or an Excel workbook.")
        _refuse_size(found.st_size)
        with path.open("rb") as stream:
            zipped = stream.read(4) == b"PK\x03\x04"
    except OSError as fault:
        raise _unread(path, fault) from fault
    stamp = (found.st_size, found.st_mtime_ns)
    return _zipped(path, stamp) if zipped else Source(path, found.st_size, stamp)


def _unread(path: Path, fault: OSError) -> ImportRefusedError:
    """Return the refusal for a file that this computer would not give."""
    try:
        online_only = is_online_only(path.stat())
    except OSError:
        online_only = False
    if online_only:
        then = (
            "Choose \u201cAlways keep on this device\u201d for it there, or connect to the internet, and try again."
        )
        return refusal("E-KIND", "it is kept online only and could not be fetched", then)
    if isinstance(fault, FileNotFoundError):
        return refusal("E-KIND", "it is not there any more", "Choose it again.")
    return refusal("E-KIND", "this computer would not open it", "Close it in other programs and try again.")


def is_online_only(found: stat_result) -> bool:
    """Return whether a file is only listed on this computer, as OneDrive does with files on demand."""
    return bool(getattr(found, "st_file_attributes", 0) & _ONLINE_ONLY)


def _refuse_size(size: int) -> None:
    if size == 0:
        raise refusal("E-KIND", "it is empty", AGAIN)
    if size > LARGEST_FILE:
        raise refusal("E-KIND", f"it is larger than {LARGEST_FILE // 1024**2:,} MB", "Choose a smaller file.")


def _zipped(path: Path, stamp: tuple[int, int]) -> Source:
    whole = Source(path, stamp[0], stamp, is_workbook=True)
    entries = whole.entries(refusal("E-KIND", "it is a damaged zip file", AGAIN))
    _refuse_other_zips(entries)
    if _is_workbook(entries):
        return whole
    if len(entries) > MOST_MEMBERS:
        raise refusal("E-KIND", f"it holds more than {MOST_MEMBERS:,} files", "Choose one table of it.")
    tables, books = (_places(entries, endings) for endings in (_TABLES, _WORKBOOKS))
    places = tables or books
    if len(places) != 1:
        held = f"it holds {len(places)} tables" if places else "it holds no table"
        raise refusal("E-KIND", f"it is a zip file and {held}", _UNPACK)
    entry = entries[places[0]]
    _refuse_bomb(entry, stamp[0])
    found = Source(path, entry.file_size, stamp, places[0])
    return found if tables else _held(found)


def _held(packed: Source) -> Source:
    """Return the workbook in a zip, whole, so that its own parts can be reached."""
    if packed.size > LARGEST_HELD:
        raise refusal("E-KIND", f"the workbook in it is larger than {LARGEST_HELD // 1024**2:,} MB", _UNPACK)
    with packed.opened() as stream:
        book = replace(packed, member=None, is_workbook=True, held=stream.read())
    no_workbook = refusal("E-KIND", "what is in it is not a workbook, or is damaged", _UNPACK)
    entries = book.entries(no_workbook)
    _refuse_other_zips(entries)
    if not _is_workbook(entries):
        raise no_workbook
    return book


def _places(entries: list[zipfile.ZipInfo], endings: tuple[str, ...]) -> list[int]:
    """Return where the files of a zip are that end so and are no notes or leavings of a program."""
    return [place for place, entry in enumerate(entries) if not entry.is_dir() and _is_meant(entry, endings)]


def _is_meant(entry: zipfile.ZipInfo, endings: tuple[str, ...]) -> bool:
    name = entry.filename.replace("\\", "/").rpartition("/")[2].lower()
    about = name.endswith(".meta.csv") or name.startswith((".", "~$")) or entry.filename.startswith("__MACOSX/")
    return name.endswith(endings) and not about


def _refuse_bomb(entry: zipfile.ZipInfo, packed: int) -> None:
    if entry.flag_bits & 1:
        raise refusal("E-KIND", "it is protected by a password", "Unpack it first, then choose the file in it.")
    if is_bomb(entry, packed):
        raise refusal("E-KIND", "a small file in it would unpack to an enormous one", AGAIN)
    if entry.file_size == 0:
        raise refusal("E-KIND", "the table in it is empty", AGAIN)


def is_bomb(entry: zipfile.ZipInfo, packed: int) -> bool:
    """Return whether a file in a zip would unpack to an enormous one; `packed` is the size of the file it is in, for
    what was packed twice."""
    held = max(1, min(entry.compress_size, packed))
    return entry.file_size > LARGEST_TABLE or (entry.file_size > _SMALL and entry.file_size > _MOST_EXPANDED * held)


def _refuse_other_zips(entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename.lower() for entry in entries}
    if "xl/workbook.bin" in names:
        raise refusal("E-KIND", "it is an Excel workbook of the binary sort (.xlsb)", AS_CSV)
    if "mimetype" in names and "content.xml" in names:
        raise refusal("E-KIND", "it is an OpenDocument file", AS_CSV.replace("Excel", "Excel or LibreOffice"))
    if "[content_types].xml" in names and not _is_workbook(entries):
        raise refusal("E-KIND", "it is a Word or PowerPoint file", "Choose a CSV file or an Excel workbook.")


def _is_workbook(entries: list[zipfile.ZipInfo]) -> bool:
    return any(entry.filename.lower().startswith("xl/") for entry in entries)
