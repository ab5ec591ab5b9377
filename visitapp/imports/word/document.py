"""The Word document inside a package: where its parts are, and refusal of all that could run, fetch or hide."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from visitapp.imports.word.markup import Element, W, parsed, value
from visitapp.imports.word.package import SAVE_AS, parts_of, refusal

_STRICT = "http://purl.oclc.org/ooxml/"
_MACRO_NAMES = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")
_REMOTE = {
    "attachedTemplate": "it fetches a template from elsewhere",
    "image": "it fetches a picture from elsewhere",
    "oleObject": "it fetches an object from elsewhere",
    "frame": "it fetches a page from elsewhere",
    "subDocument": "it fetches another document",
}
_INSIDE = {
    "oleObject": "it holds an embedded object (OLE)",
    "control": "it holds an ActiveX control",
    "activeXControlBinary": "it holds an ActiveX control",
    "aFChunk": "it holds another document inside it",
    "attachedTemplate": "it carries a template",
    "vbaProject": "it holds macros",
    "keyMapCustomizations": "it changes the keys of Word",
    "wordVbaData": "it holds macros",
}
_ADVICE = "Ask for a plain copy without it, saved as \u201cWord Document (*.docx)\u201d."
_STARTS = re.compile(r"^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE)\b", re.IGNORECASE)


class Link(NamedTuple):
    """What one part refers to: by which id, of which kind, where, and whether outside the file."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True)
class Document:
    """The parts of a Word document that is safe to read, and the name of its main one."""

    parts: Mapping[str, bytes]
    main: str
    root: Element

    def linked(self, kind: str) -> list[str]:
        """Return the names of the parts of a kind the main part refers to, such as "comments", in order."""
        links = _links(self.parts, self.main)
        names = [_name_in(self.parts, self.main, link.target) for link in links if link.kind == kind]
        return [name for name in names if name]

    def part(self, kind: str) -> Element | None:
        """Return the root of the first part of a kind, None without."""
        names = self.linked(kind)
        return parsed(self.parts[names[0]]) if names else None

    def properties(self) -> Element | None:
        """Return the root of what the file says about itself in its own words, None without."""
        for link in _links(self.parts, ""):
            name = _name_in(self.parts, "", link.target) if link.kind == "custom-properties" else ""
            if name:
                return parsed(self.parts[name])
        return None


def opened(content: bytes) -> Document:
    """Return the document in the bytes of a file.

    Raises UnreadableFileError for all that is no plain Word document, and for one that holds macros, embedded
    objects or anything fetched from elsewhere; the message names which.
    """
    parts = parts_of(content)
    _refuse_macros(parts)
    for name in parts:
        if name.lower().endswith(".rels"):
            _refuse_links(name, parts[name])
    main = next((_name_in(parts, "", one.target) for one in _links(parts, "") if one.kind == "officeDocument"), "")
    if not main:
        raise refusal("it is damaged or is not a Word document")
    root = parsed(parts[main])
    if root.tag.startswith(f"{{{_STRICT}"):
        raise refusal("it was saved as \u201cStrict Open XML Document\u201d", SAVE_AS)
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise refusal("it is damaged or is not a Word document")
    _refuse_fields(root)
    return Document(parts, main, root)


def _refuse_macros(parts: Mapping[str, bytes]) -> None:
    names = [name.lower() for name in parts]
    types = next((parts[name] for name in parts if name.lower() == "[content_types].xml"), b"")
    kinds = [str(one.get("ContentType") or "").lower() for one in parsed(types).iter("{*}Override", "{*}Default")]
    if any(name.endswith(_MACRO_NAMES) for name in names) or any("macroenabled" in k or "vba" in k for k in kinds):
        raise refusal(_INSIDE["vbaProject"], _ADVICE)
    if any("activex" in kind for kind in kinds) or any("/activex/" in f"/{name}" for name in names):
        raise refusal(_INSIDE["control"], _ADVICE)
    if any("oleobject" in kind for kind in kinds):
        raise refusal(_INSIDE["oleObject"], _ADVICE)


def _refuse_links(name: str, part: bytes) -> None:
    in_chart = "/charts/" in name
    for link in _read_links(part):
        if link.outside and link.kind != "hyperlink":
            raise refusal(_REMOTE.get(link.kind, "it fetches something from elsewhere"), _ADVICE)
        if not link.outside and (link.kind in _INSIDE or (link.kind == "package" and not in_chart)):
            raise refusal(_INSIDE.get(link.kind, _INSIDE["oleObject"]), _ADVICE)


def _refuse_fields(root: Element) -> None:
    for told in _instructions(root):
        found = _STARTS.match(told)
        if found:
            raise refusal(f"it holds a field that fetches or starts something ({found.group(1).upper()})", _ADVICE)


def _instructions(root: Element) -> list[str]:
    """Return what each field is told to do; the words of one may be spread over several runs."""
    told = [value(one, "instr") for one in root.iter(f"{W}fldSimple")] + [""]
    for one in root.iter(f"{W}fldChar", f"{W}instrText"):
        if one.tag == f"{W}instrText":
            told[-1] += one.text or ""
        elif value(one, "fldCharType") == "begin":
            told.append("")
    return told


def _links(parts: Mapping[str, bytes], of: str) -> list[Link]:
    folder, name = posixpath.split(of)
    wanted = posixpath.join(folder, "_rels", f"{name}.rels").lower()
    found = next((name for name in parts if name.lower() == wanted), "")
    return list(_read_links(parts[found])) if found else []


def _read_links(part: bytes) -> Iterator[Link]:
    for one in parsed(part).iter("{*}Relationship"):
        kind = str(one.get("Type") or "").rstrip("/").rpartition("/")[2]
        outside = str(one.get("TargetMode") or "").strip().lower() == "external" or "://" in str(one.get("Target"))
        yield Link(str(one.get("Id") or ""), kind, str(one.get("Target") or ""), outside)


def _name_in(parts: Mapping[str, bytes], of: str, target: str) -> str:
    """Return the name of the part a target leads to, empty when the file has no such part."""
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(of), unquote(target))).lstrip("/").lower()
    return next((name for name in parts if name.lower() == joined), "")
