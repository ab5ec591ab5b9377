"""The first go over a table's bytes: what they are, in which encoding, and whether letters were damaged before."""

import codecs
import hashlib
import re
from dataclasses import dataclass

from visitapp.domain.published.batches import Fault
from visitapp.imports.tables.faults import fault, refusal
from visitapp.imports.tables.progress import Progress, Wanted, Watch
from visitapp.imports.tables.source import AGAIN, AS_CSV, Source

BLOCK = 256 * 1024
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NEVER_CP1252 = b"\x81\x8d\x8f\x90\x9d"
_DAMAGED = {
    "utf-8": (rb"\xc2[\x80-\x9f]", rb"\xc3\x83[\xc2-\xef]", rb"\xc3\xa2\xe2\x82\xac"),
    "cp1252": (rb"\xc3[\x80-\xbf]", rb"\xe2\x80"),
}
"""Control characters of the second kind, and letters once read in the wrong encoding. Each begins with a fixed byte,
which makes looking for it quick."""
_PATTERNS = [(encoding, re.compile(one)) for encoding, patterns in _DAMAGED.items() for one in patterns]
DAMAGED_TEXT = re.compile("[\x80-\x9f]|\u00c3[\u00a0-\uffff]|\u00e2\u20ac")
_OTHERS = {
    b"\xd0\xcf\x11\xe0": ("it is an old Excel workbook or another Office file", AS_CSV),
    b"%pdf": ("it is a PDF", "Choose the CSV or Excel file of the same page."),
    b"<": ("it is a web page, perhaps one that asks to sign in", AGAIN),
    b"{\\rtf": ("it is a Rich Text file", "Choose a CSV file or an Excel workbook."),
    b'{"': ("it is a JSON file", "Choose the CSV or Excel file of the same page."),
    b"par1": ("it is a Parquet file", "Choose the CSV or Excel file of the same page."),
    b"\x1f\x8b": ("it is packed with gzip", "Unpack it first, then choose the file in it."),
}


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a table before its rows are read."""

    sha256: str
    encoding: str
    faults: tuple[Fault, ...]


def surveyed(source: Source, watch: Watch | None, wanted: Wanted | None) -> Survey:
    """Return the survey of a table, its bytes gone over once; raises ImportRefusedError and CancelledImportError."""
    progress = Progress(2 * source.size, 0, watch, wanted)
    digest = hashlib.sha256()
    with source.opened() as stream:
        block = stream.read(BLOCK)
        _refuse_other_kinds(block)
        look = _Wide() if block.startswith(_WIDE) else _Narrow(block.startswith(codecs.BOM_UTF8))
        while block:
            progress.add(len(block))
            digest.update(block)
            _refuse_endless_line(block)
            look.take(block)
            block = stream.read(BLOCK)
    return Survey(digest.hexdigest(), look.encoding(), look.faults())


def _refuse_other_kinds(block: bytes) -> None:
    beginning = block[:2000].lstrip()[:5].lower()
    for mark, (why, then) in _OTHERS.items():
        if beginning.startswith(mark):
            raise refusal("E-KIND", why, then)


def _refuse_endless_line(block: bytes) -> None:
    if len(block) == BLOCK and b"\n" not in block and b"\r" not in block:
        raise refusal("E-KIND", "it is no table: one line of it never ends", AGAIN)


def _refuse_nul(found: bool) -> None:
    if found:
        raise refusal("E-ENC", "it is damaged, or no text file: it holds characters of no text (NUL)", AGAIN)


class _Narrow:
    """Bytes that may be UTF-8, else strict Windows-1252, until they show they are not."""

    def __init__(self, marked: bool) -> None:
        self._marked = marked
        self._utf8, self._cp1252 = True, True
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._tail, self._lines = b"", 0
        self._damage: dict[str, Fault] = {}

    def take(self, block: bytes) -> None:
        _refuse_nul(b"\0" in block)
        self._decode(block)
        if not block.isascii() or self._tail:
            self._look(block)
        self._lines += block.count(b"\n")

    def _decode(self, block: bytes, final: bool = False) -> None:
        if self._utf8:
            try:
                self._decoder.decode(block, final)
            except UnicodeDecodeError:
                self._utf8 = False

    def _look(self, block: bytes) -> None:
        self._cp1252 = self._cp1252 and len(block.translate(None, _NEVER_CP1252)) == len(block)
        whole = self._tail + block
        for encoding, pattern in _PATTERNS:
            found = None if encoding in self._damage else pattern.search(whole)
            if found:
                line = self._lines + whole.count(b"\n", len(self._tail), found.start()) + 1
                near = whole[max(0, found.start() - 20) : found.end() + 20]
                self._damage[encoding] = fault("W-ENC", line, "", near.decode(encoding, "ignore"))
        self._tail = b"" if block[-1] < 0x80 else block[-3:]

    def encoding(self) -> str:
        self._decode(b"", final=True)
        if self._utf8:
            return "utf-8-sig" if self._marked else "utf-8"
        if self._marked or not self._cp1252:
            raise refusal("E-ENC", "its letters are in no encoding published files use", _ENCODED)
        return "cp1252"

    def faults(self) -> tuple[Fault, ...]:
        encoding = "utf-8" if self._utf8 else "cp1252"
        return (self._damage[encoding],) if encoding in self._damage else ()


_ENCODED = "Open it in Excel and save it as \u201cCSV UTF-8 (Comma delimited)\u201d, then read that file."


class _Wide:
    """Bytes of UTF-16 with a byte order mark."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-16")()
        self._lines = 0
        self._damage: tuple[Fault, ...] = ()

    def take(self, block: bytes) -> None:
        text = self._decode(block)
        _refuse_nul("\0" in text)
        found = None if self._damage else DAMAGED_TEXT.search(text)
        if found:
            line = self._lines + text.count("\n", 0, found.start()) + 1
            self._damage = (fault("W-ENC", line, "", text[max(0, found.start() - 20) : found.end() + 20]),)
        self._lines += text.count("\n")

    def _decode(self, block: bytes, final: bool = False) -> str:
        try:
            return self._decoder.decode(block, final)
        except UnicodeDecodeError as broken:
            raise refusal("E-ENC", "its letters are in no encoding published files use", _ENCODED) from broken

    def encoding(self) -> str:
        self._decode(b"", final=True)
        return "utf-16"

    def faults(self) -> tuple[Fault, ...]:
        return self._damage
