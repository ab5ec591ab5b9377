"""A template from outside as its parts: nothing is trusted, and what is refused is refused by name."""

import io
import re
import zipfile
import zlib
from typing import Any, TypeAlias

from lxml import etree

from visitapp.errors import TemplateRefusedError

Element: TypeAlias = Any  # lxml comes without types

LARGEST_FILE = 30 * 1024 * 1024
LARGEST_PART = 6 * 1024 * 1024
LARGEST_WHOLE = 120 * 1024 * 1024
MOST_PARTS = 1500
_MOST_EXPANDED = 250
_SMALL = 1024 * 1024
"""A part that is no larger unpacked may be packed as tightly as it likes."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {b"{\\rtf": "a Rich Text file", b"%PDF": "a PDF", b"<": "a web page or another plain text file"}
_IN_ZIPS = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "index/document.iwa": "a Pages document",
}
_UNSAFE_NAME = re.compile(r"(^|/)\.\.?(/|$)|^[/\\]|\\|:|[\x00-\x1f]|//|[ .](/|$)")
_NOTATIONS = tuple(mark.encode(kind) for mark in ("<!DOCTYPE", "<!ENTITY") for kind in ("utf-8", "utf-16-le"))
_SWAPPED = tuple(mark.encode("utf-16-be") for mark in ("<!DOCTYPE", "<!ENTITY"))
_STRICT = b"purl.oclc.org/ooxml"
_XML = (".xml", ".rels")
SAVE_AS = "Open it in Word and save it as \u201cWord Document (*.docx)\u201d, then choose that file."


def refusal(why: str, then: str = SAVE_AS) -> TemplateRefusedError:
    """Return the error that says that reports keep their look, why the template was refused and what to do."""
    return TemplateRefusedError(
        f"Reports keep the look they have: this template was not taken, because {why}. {then}"
    )


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a template by name; raises TemplateRefusedError for any other file and a hostile one."""
    if len(content) > LARGEST_FILE:
        raise refusal(f"it is larger than {LARGEST_FILE // 1024 // 1024} MB", "Make its pictures smaller.")
    _refuse_other_kinds(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _refuse_bombs(package.infolist())
            parts = {entry.filename: package.read(entry) for entry in package.infolist() if not entry.is_dir()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        RuntimeError,
        OSError,
    ) as fault:
        raise refusal("it is damaged or is not a Word document") from fault
    _refuse_other_zips(parts)
    _refuse_programs(parts)
    return parts


def parsed(part: bytes) -> Element:
    """Return the root of an XML part, read without entities or network; raises ValueError when it is broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as fault:
        raise ValueError(str(fault)) from fault
    if root.getroottree().docinfo.doctype:
        raise refusal("it declares entities or a document type of its own", "Choose another template.")
    return root


def _refuse_other_kinds(content: bytes) -> None:
    if not content:
        raise refusal("it is empty")
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise refusal("it is protected by a password", "Save a copy without the password and choose that.")
        raise refusal("it is in the old Word format (.doc)")
    for beginning, what in _OTHERS.items():
        if content.lstrip()[:5].lower().startswith(beginning.lower()):
            raise refusal(f"it is {what}")


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise refusal(f"it has more than {MOST_PARTS:,} parts")
    names = [entry.filename.lower() for entry in entries]
    if len(names) != len(set(names)):
        raise refusal("two of its parts have the same name, so that programs may show different texts")
    if any(_UNSAFE_NAME.search(entry.orig_filename.rstrip("/")) for entry in entries):
        raise refusal("one of its parts has a name that leads out of the file")
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusal("it is protected by a password", "Save a copy without the password and choose that.")
    for entry in entries:
        expanded = entry.file_size > _SMALL and entry.file_size > _MOST_EXPANDED * max(1, entry.compress_size)
        if expanded or (entry.file_size > LARGEST_PART and entry.filename.lower().endswith(_XML)):
            raise refusal("a part of it would unpack to an enormous one")
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise refusal(f"unpacked, it would fill more than {LARGEST_WHOLE // 1024 // 1024} MB")


def _refuse_other_zips(parts: dict[str, bytes]) -> None:
    names = {name.lower() for name in parts}
    if parts.get("mimetype", b"")[:100].startswith(b"application/vnd.oasis.opendocument"):
        then = "Open it in LibreOffice and save it as \u201cWord 2007-365 (.docx)\u201d, then choose that file."
        raise refusal("it is an OpenDocument file (.odt)", then)
    for name, what in _IN_ZIPS.items():
        if name in names:
            raise refusal(f"it is {what}", "Choose a Word file.")
    if "[Content_Types].xml" not in parts:
        raise refusal("it is damaged or is not a Word document")


def _refuse_programs(parts: dict[str, bytes]) -> None:
    kinds = parts["[Content_Types].xml"].replace(b"\0", b"")
    if b"macroEnabled" in kinds or any("vba" in name.lower() for name in parts):
        raise refusal(
            "it contains macros, which are programs", "Save it in Word as \u201cWord Document (*.docx)\u201d."
        )
    for name, part in parts.items():
        if name.lower().endswith(_XML) and any(mark in part for mark in (*_NOTATIONS, *_SWAPPED)):
            raise refusal("it declares entities or a document type of its own", "Choose another template.")
    if _STRICT in parts.get("_rels/.rels", b""):
        raise refusal("it was saved as \u201cStrict Open XML\u201d")
