"""The parts of a template and how they lead to one another; what leads outside is noted and never followed."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from exports.word.adopted.intake import Element, parsed, parts_of, refusal
from exports.word.adopted.points import FALLS_BACK, LEFT_OUT, Points

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "purl.oclc.org"
_MOST_ELEMENTS = 150_000
_LEFT_OUT = {
    "word/embeddings": "files put into it",
    "word/activex": "controls that run programs (ActiveX)",
    "customxml": "hidden data (customXml)",
    "word/glossary": "building blocks (glossary)",
    "word/afchunk": "another document brought in (altChunk)",
    "word/fonts": "fonts put into it",
    "word/printersettings": "settings of a printer",
    "word/comments": "comments",
    "word/charts": "charts",
    "word/diagrams": "diagrams",
    "word/subdoc": "parts of other documents",
    "word/mailmerge": "a mail merge",
    "word/recipientdata": "a mail merge",
    "customui": "buttons for the ribbon (custom UI)",
    "usercustomization": "buttons for the ribbon (custom UI)",
    "word/ink": "ink",
    "_xmlsignatures": "a signature",
}
_ORDINARY = re.compile(
    r"\[Content_Types\]\.xml$|docProps/|word/(document|styles|numbering|settings|fontTable|webSettings|footnotes|endnotes|"
    r"people|stylesWithEffects|header|footer)\d*\.xml$|word/(theme|media)/|mimetype$"
)
_OUTSIDE = {
    "attachedTemplate": "a template elsewhere",
    "image": "a picture elsewhere",
    "hyperlink": "a link to a page or file elsewhere",
    "oleObject": "an object elsewhere",
    "subDocument": "a document elsewhere",
    "frame": "a page elsewhere",
    "mailMergeSource": "a list of people elsewhere",
    "aFChunk": "a document elsewhere",
}


@dataclass(frozen=True, slots=True)
class Link:
    """Where a relationship leads: its kind (the last word of its type) and the part of the same file."""

    kind: str
    target: str


class Package:
    """A template as parts; raises TemplateRefusedError when it is none or must not be opened."""

    def __init__(self, content: bytes, points: Points) -> None:
        self._parts = parts_of(content)
        self._points = points
        self._elements = 0
        self.main = self._main_part()
        for name in self._parts:
            self._note_part(name)
            if name.lower().endswith(".rels"):
                self._links_in(name)

    def document(self) -> Element:
        """Return the root of the document; raises TemplateRefusedError when there is none that can be read."""
        try:
            root = self._counted(parsed(self._parts[self.main]))
        except (KeyError, ValueError) as fault:
            raise refusal("it is damaged: its text cannot be read") from fault
        if root.tag == f"{{{_WORD}}}document":
            return root
        if _STRICT in root.tag:
            raise refusal("it was saved as \u201cStrict Open XML\u201d")
        raise refusal("it is damaged or is not a Word document")

    def links(self, name: str) -> Mapping[str, Link]:
        """Return where a part leads inside the file, by relationship id."""
        folder, _, file = name.rpartition("/")
        return self._links_in(f"{folder}/_rels/{file}.rels".lstrip("/"))

    def content(self, name: str) -> bytes:
        """Return the bytes of a part; empty when it is missing."""
        return self._parts.get(name, b"")

    def root(self, kind: str, element: str) -> Element | None:
        """Return the root of the part of this kind; None, and a note, when it cannot be used."""
        for link in self.links(self.main).values():
            if link.kind == kind:
                return self.part(link.target, element)
        return None

    def part(self, name: str, element: str) -> Element | None:
        """Return the root of a part, None when it is missing, broken or not this element; a broken one is noted."""
        if not self.content(name):
            self._broken(name)
            return None
        try:
            root = self._counted(parsed(self._parts[name]))
        except ValueError:
            self._broken(name)
            return None
        if root.tag.rpartition("}")[2] == element:
            return root
        self._broken(name)
        return None

    def _counted(self, root: Element) -> Element:
        """Return a root; raises TemplateRefusedError when the parts read so far are longer than any template."""
        self._elements += sum(1 for _ in root.iter())
        if self._elements > _MOST_ELEMENTS:
            raise refusal("it holds more than any template would need", "Take out of it what is no part of its look.")
        return root

    def _broken(self, name: str) -> None:
        says = f"The part \u201c{posixpath.basename(name)}\u201d is missing or damaged: the built-in look stands in."
        self._points.add(FALLS_BACK, posixpath.basename(name), "The file", says)

    def _main_part(self) -> str:
        for link in self._links_in("_rels/.rels").values():
            if link.kind == "officeDocument":
                return link.target
        return "word/document.xml"

    def _links_in(self, name: str) -> dict[str, Link]:
        """Return the relationships of one part; one that leads outside, or out of the file, is left out and noted."""
        found: dict[str, Link] = {}
        try:
            root = parsed(self._parts[name]) if name in self._parts else ()
        except ValueError:
            self._broken(name)
            return found
        owner = posixpath.dirname(posixpath.dirname(name))
        for one in root:
            target, kind = unquote(one.get("Target") or ""), (one.get("Type") or "").rpartition("/")[2]
            if (one.get("TargetMode") or "").lower() == "external" or ":" in target or "\\" in target:
                what = _OUTSIDE.get(kind, "something elsewhere")
                self._points.add(LEFT_OUT, what, "The file", f"It led to {what}, which was left out.")
                continue
            path = posixpath.normpath(posixpath.join("/", owner, target)).lstrip("/")
            found.setdefault(one.get("Id") or "", Link(kind, path))
        return found

    def _note_part(self, name: str) -> None:
        """Note a part that never goes into a report; those every Word file has are not worth a word."""
        for beginning, what in _LEFT_OUT.items():
            if name.lower().startswith(beginning):
                self._points.add(LEFT_OUT, what, "The file", f"It held {what}; a report goes out without them.")
                return
        if not name.endswith(".rels") and not _ORDINARY.match(name):
            what = f"the part {posixpath.basename(name)}"
            self._points.add(LEFT_OUT, what, "The file", f"It held {what}, which no report has a use for.")
