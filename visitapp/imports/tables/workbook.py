"""An Excel workbook from outside as its parts: sheets, texts and formats of numbers. Macros and links stay unread."""

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace

from visitapp.domain.published.batches import Fault
from visitapp.imports.tables.faults import fault, refusal
from visitapp.imports.tables.markup import REMADE, Attributes, damaged, named, walked
from visitapp.imports.tables.progress import Progress
from visitapp.imports.tables.shared_texts import LARGEST_TEXTS, SharedTexts
from visitapp.imports.tables.sheet_cells import PLAIN, manner_of
from visitapp.imports.tables.source import AS_CSV, LARGEST_TABLE, MOST_MEMBERS, Source, is_bomb

_LARGEST_PART = 16 * 1024 * 1024
_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_WORKBOOK_TYPES = (
    "spreadsheetml.sheet.main+xml",
    "spreadsheetml.template.main+xml",
    "ms-excel.sheet.macroenabled.main+xml",
    "ms-excel.template.macroenabled.main+xml",
)
_R = ("http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
      "http://purl.oclc.org/ooxml/officeDocument/relationships id")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet people see: its name and where its rows are."""

    name: str
    source: Source


@dataclass(frozen=True, slots=True)
class Workbook:
    """What is known of a workbook before its rows are read. `texts` are the ones cells refer to by number, `manners`
    how numbers are said by the number of a cell's style, `faults` is what is to be said of all of it."""

    sheets: tuple[Sheet, ...]
    texts: tuple[str, ...]
    texts_size: int
    manners: tuple[str, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class _Link:
    sort: str
    target: str


class _Parts:
    """The parts of a package by name, each opened at most within its limit."""

    def __init__(self, whole: Source) -> None:
        entries = whole.entries(damaged())
        _refuse_hostile(entries, whole.stamp[0])
        self._whole = whole
        self._places = {entry.filename: place for place, entry in enumerate(entries)}
        self._entries = entries

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def source(self, name: str, most: int = _LARGEST_PART) -> Source:
        """Return where a part is; raises ImportRefusedError when it is missing or too large."""
        place = self._places.get(name)
        if place is None:
            raise damaged(f"it is a damaged Excel workbook: a part of it is missing ({name[:80]})")
        size = self._entries[place].file_size
        if size > most:
            raise refusal("E-KIND", "it is too large to be read as an Excel workbook", AS_CSV)
        return replace(self._whole, size=size, member=place, is_workbook=False)

    def links(self, name: str) -> Mapping[str, _Link]:
        """Return by their ids the parts that one refers to; what lies outside the file is not among them."""
        folder, _, file = name.rpartition("/")
        held = _RELATIONS if not name else posixpath.join(folder, "_rels", f"{file}.rels")
        found: dict[str, _Link] = {}

        def take(element: str, said: Attributes) -> None:
            if element.endswith(" Relationship") and said.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, said.get("Target", ""))).lstrip("/")
                found[said.get("Id", "")] = _Link(said.get("Type", "").rpartition("/")[2], target)

        walked(self.source(held), _silent(), take)
        return found

    def types(self) -> Mapping[str, str]:
        """Return what each part says it is, by its name with a slash before it, or by its ending."""
        found: dict[str, str] = {}

        def take(element: str, said: Attributes) -> None:
            if element.endswith((" Override", " Default")):
                found[said.get("PartName", said.get("Extension", ""))] = said.get("ContentType", "").lower()

        walked(self.source(_TYPES), _silent(), take)
        return found


def opened_workbook(whole: Source, progress: Progress) -> Workbook:
    """Return what a workbook holds but for its rows; raises ImportRefusedError for one that is damaged or hostile."""
    parts = _Parts(whole)
    name = next((one.target for one in parts.links("").values() if one.sort == "officeDocument"), "")
    if not parts.types().get(f"/{name}", parts.types().get("xml", "")).endswith(_WORKBOOK_TYPES):
        raise damaged("it calls itself an Excel workbook but is not one, or is damaged")
    links = parts.links(name)
    sheets, from_1904 = _sheets(parts, name, links)
    held = {one.sort: one.target for one in links.values()}
    texts, size = _texts(parts, held.get("sharedStrings", ""), progress)
    manners = _manners(parts, held.get("styles", ""), from_1904=from_1904)
    faults = (fault("W-ENC", 0, "", texts.damaged),) if texts.damaged else ()
    return Workbook(sheets, tuple(texts.found), size, manners, faults)


def _refuse_hostile(entries: list[zipfile.ZipInfo], packed: int) -> None:
    if len(entries) > MOST_MEMBERS:
        raise refusal("E-KIND", f"it holds more than {MOST_MEMBERS:,} files", REMADE)
    names = [entry.filename.lower() for entry in entries]
    if len(names) != len(set(names)):
        why = "two of its parts have the same name, so that programs may show different tables"
        raise refusal("E-KIND", why, REMADE)
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusal("E-KIND", "it is protected by a password", "Save a copy without the password and read that.")
    if any(is_bomb(entry, packed) for entry in entries):
        raise refusal("E-KIND", "a small file in it would unpack to an enormous one", REMADE)


def _sheets(parts: _Parts, name: str, links: Mapping[str, _Link]) -> tuple[tuple[Sheet, ...], bool]:
    """Return the sheets with rows that are not hidden, and whether days are counted from 1904."""
    found: list[tuple[str, _Link]] = []
    counted: list[str] = []

    def take(element: str, said: Attributes) -> None:
        if element in named("sheet") and said.get("state", "visible") == "visible":
            link = links.get(next((said[one] for one in _R if one in said), ""))
            if link is None:
                raise damaged("it is a damaged Excel workbook: one of its sheets is missing")
            found.append((said.get("name", ""), link))
        elif element in named("workbookPr"):
            counted.append(said.get("date1904", ""))

    walked(parts.source(name), _silent(), take)
    sheets = (
        Sheet(said, parts.source(link.target, LARGEST_TABLE)) for said, link in found if link.sort == "worksheet"
    )
    return tuple(sheets), any(one in ("1", "true", "on") for one in counted)


def _texts(parts: _Parts, name: str, progress: Progress) -> tuple[SharedTexts, int]:
    """Return the texts that cells refer to, and how large their part is."""
    texts, size = SharedTexts(), 0
    if name:
        source = parts.source(name, LARGEST_TEXTS)
        texts.read(source, progress)
        size = source.size
    return texts, size


def _manners(parts: _Parts, name: str, *, from_1904: bool) -> tuple[str, ...]:
    """Return how the numbers of each style are to be said."""
    if not name:
        return ()
    codes: dict[str, str] = {}
    used: list[str] = []
    within: list[bool] = []

    def take(element: str, said: Attributes) -> None:
        if element in named("numFmt"):
            codes[said.get("numFmtId", "")] = said.get("formatCode", "")
        elif element in named("cellXfs"):
            within.append(True)
        elif element in named("cellStyles") or element in named("dxfs"):
            within.clear()
        elif within and element in named("xf"):
            used.append(said.get("numFmtId", "0"))

    walked(parts.source(name), _silent(), take)
    said = {
        one: manner_of(int(one), codes.get(one), from_1904=from_1904) if one.isdecimal() else PLAIN for one in used
    }
    return tuple(said[one] for one in used)


def _silent() -> Progress:
    return Progress(0, 0, None, None)
