"""Lets through what is allowed: a new tree is built from the elements and attributes a report may hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from exports.word.adopted import allowed
from exports.word.adopted.allowed import CHILDREN, ORDERS, SLOTS, SPOKEN, UNWRAPPED, WP, XML_SPACE, A, R, W
from exports.word.adopted.fields import FIELDS, settle_fields
from exports.word.adopted.intake import Element
from exports.word.adopted.points import LEFT_OUT, LOOK, Points
from visitapp.domain.text import clean

SLOT = "{urn:visitapp:slot}"
NAMESPACES = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": WP[1:-1],
    "a": A[1:-1],
    "pic": allowed.PIC[1:-1],
}
_BOOKMARK = re.compile(rf"rvs_({'|'.join(SLOTS)})(?:_\d{{1,4}})?")
_CONTROLS = {f"rv.{name}": name for name in SLOTS}
_STYLE_LINKS = allowed.named(W, "pStyle rStyle tblStyle basedOn next link styleLink numStyleLink")
_ATTRIBUTES = frozenset(f"{W}{name}" for name in allowed.ATTRIBUTES)
_PLACES = {name: {f"{W}{one}": place for place, one in enumerate(order)} for name, order in ORDERS.items()}
_INSTRUCTION = re.compile(rf" ({FIELDS}) ")
_HOLDERS = frozenset({"body", "hdr", "ftr", "tc", "p"})
_MOST_PLACES = 100
_LONGEST_VALUE = 255
_FIRST_PICTURE = 1_000_000
_NO_WORDS = "Picture in the template"
_OFF = frozenset({"0", "false", "off"})


@dataclass(slots=True)
class Through:
    """What one part leads to that may come through: styles and lists by their new ids, pictures, heads and feet."""

    where: str
    styles: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    surrounds: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Headers and footers by relationship id: "header" or "footer", and the new id."""


class Sieve:
    """Builds the part of a report from the part of a template; what is left out is noted."""

    def __init__(self, through: Through, points: Points) -> None:
        self._through = through
        self._points = points
        self._marks: dict[str, str] = {}
        self._pictures = 0
        self._places = 0
        self._has_sections = False

    def passed(self, root: Element) -> Element:
        """Return a new tree of what is allowed of `root`; places for a report's words are elements of SLOT."""
        self._has_sections = root.tag == f"{W}document"
        self._clear(root)
        settle_fields(root, self._through.where, self._points)
        name = root.tag.rpartition("}")[2]
        made = etree.Element(root.tag, nsmap=NAMESPACES if name in ("document", "hdr", "ftr") else {"w": W[1:-1]})
        self._children(root, made, name)
        return made

    def _clear(self, root: Element) -> None:
        """Take away what holds texts that are no part of the document, before its fields are looked at."""
        for tag, what in SPOKEN.items():
            for element in list(root.iter(tag)):
                if element.getparent() is not None:
                    element.getparent().remove(element)
                    self._leave_out(what)

    def _children(self, source: Element, made: Element, kind: str) -> None:
        for child in source:
            if isinstance(child.tag, str):
                self._pass(child, made, kind)
        if len(made) > 1 and kind in _PLACES:
            _put_in_order(made, _PLACES[kind])

    def _pass(self, source: Element, made: Element, kind: str) -> None:
        tag = source.tag
        if tag in UNWRAPPED:
            self._unwrap(source, made, kind)
        elif tag == f"{W}sdt":
            self._control(source, made, kind)
        elif tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            self._mark(source, made, kind)
        elif tag in (f"{W}headerReference", f"{W}footerReference") and kind == "sectPr":
            self._reference(source, made)
        elif tag.startswith(W) and tag[len(W) :] in CHILDREN.get(kind, ()):
            self._keep(source, made, tag[len(W) :])

    def _keep(self, source: Element, made: Element, name: str) -> None:
        if name == "sectPr" and not self._has_sections:
            return
        if name == "r" and _is_hidden(source):
            self._leave_out("hidden text")
            return
        if name == "drawing":
            self._drawing(source, made)
            return
        if name == "instrText" and not _INSTRUCTION.fullmatch(source.text or ""):
            return
        kept = etree.SubElement(made, source.tag)
        if not self._attributes(source, kept):
            made.remove(kept)
            return
        if name in ("t", "instrText"):
            kept.text = clean(source.text or "")
            kept.set(XML_SPACE, "preserve")
        if len(source):
            self._children(source, kept, name)
        _mend(kept, name)

    def _attributes(self, source: Element, kept: Element) -> bool:
        """Give an element its allowed attributes; return False when it would lead to nothing."""
        for name, value in source.attrib.items():
            if name in _ATTRIBUTES and len(value) <= _LONGEST_VALUE:
                kept.set(name, value)
        value = kept.get(f"{W}val")
        renamed = None
        if source.tag in _STYLE_LINKS:
            renamed = self._through.styles
        elif source.tag == f"{W}numId" and value != "0":
            renamed = self._through.lists
        if renamed is None:
            return True
        if value not in renamed:
            return False
        kept.set(f"{W}val", renamed[value])
        return True

    def _unwrap(self, source: Element, made: Element, kind: str) -> None:
        if source.tag == f"{W}hyperlink":
            words = "Its links are plain words in a report, which leads nowhere outside itself."
            self._points.add(LEFT_OUT, "links", self._through.where, words)
        for child in source:
            if isinstance(child.tag, str):
                self._pass(child, made, kind)

    def _control(self, source: Element, made: Element, kind: str) -> None:
        look, content = source.find(f"{W}sdtPr"), source.find(f"{W}sdtContent")
        tag = look.find(f"{W}tag") if look is not None else None
        slot = _CONTROLS.get((tag.get(f"{W}val") or "").strip().lower()) if tag is not None else None
        if slot is not None and self._has_room(kind):
            made = etree.SubElement(made, f"{SLOT}slot", nsmap={"rv": SLOT[1:-1]})
            made.set("name", slot)
        elif look is not None and look.find(f"{W}showingPlcHdr") is not None:
            self._leave_out("a form field nobody filled in")
            return
        if content is not None:
            self._unwrap(content, made, kind)

    def _mark(self, source: Element, made: Element, kind: str) -> None:
        """Keep where a bookmark for a report's words begins and ends; every other bookmark stays out."""
        number = source.get(f"{W}id") or ""
        if source.tag == f"{W}bookmarkStart":
            named = _BOOKMARK.fullmatch((source.get(f"{W}name") or "").lower())
            if named is None:
                return
            if self._has_room(kind):
                self._marks[number] = named[1]
        slot = self._marks.get(number)
        if slot is not None and kind in _HOLDERS:
            name = "start" if source.tag == f"{W}bookmarkStart" else "end"
            etree.SubElement(made, f"{SLOT}{name}", nsmap={"rv": SLOT[1:-1]}).set("name", slot)

    def _has_room(self, kind: str) -> bool:
        """Return whether there may be another place for a report's words here, and count it."""
        self._places += kind in _HOLDERS
        return kind in _HOLDERS and self._places <= _MOST_PLACES

    def _reference(self, source: Element, made: Element) -> None:
        kind, link = self._through.surrounds.get(source.get(f"{R}id") or "", ("", ""))
        pages = source.get(f"{W}type") or "default"
        there = {(one.tag, one.get(f"{W}type")) for one in made.iterchildren(source.tag)}
        is_new = (source.tag, pages) not in there
        if is_new and source.tag == f"{W}{kind}Reference" and pages in ("default", "first", "even"):
            kept = etree.SubElement(made, source.tag)
            kept.set(f"{W}type", pages)
            kept.set(f"{R}id", link)

    def _drawing(self, source: Element, made: Element) -> None:
        embedded = [blip.get(f"{R}embed") for blip in source.iter(f"{A}blip")]
        uris = [data.get("uri") for data in source.iter(f"{A}graphicData")]
        if uris != [allowed.PICTURE_URI]:
            self._leave_out("a drawn shape, text box, chart or diagram")
            return
        if len(embedded) != 1 or embedded[0] not in self._through.pictures:
            self._leave_out("a picture that is not PNG, JPEG or GIF, or that is not in the file")
            return
        kept = etree.SubElement(made, source.tag)
        for child in source:
            self._drawn(child, kept)
        words = next(kept.iter(f"{WP}docPr"), None)
        if len(kept) != 1 or words is None:
            made.remove(kept)
            self._leave_out("a picture that is damaged")
            return
        self._describe(words)

    def _drawn(self, source: Element, made: Element) -> None:
        if source.tag not in allowed.DRAWN:
            return
        kept = etree.SubElement(made, source.tag)
        for name, value in source.attrib.items():
            if name in allowed.DRAWN_ATTRIBUTES and len(value) <= _LONGEST_VALUE:
                kept.set(name, value)
        if source.tag == f"{A}blip":
            kept.set(f"{R}embed", self._through.pictures[source.get(f"{R}embed")])
        if source.tag in allowed.DRAWN_TEXT:
            kept.text = clean(source.text or "").strip()
        for child in source:
            self._drawn(child, kept)

    def _describe(self, words: Element) -> None:
        """Give a picture a number of its own, and words for those who do not see it."""
        self._pictures += 1
        words.set("id", str(_FIRST_PICTURE + self._pictures))
        words.set("name", f"Template picture {self._pictures}")
        for inner in words.getparent().iter(f"{allowed.PIC}cNvPr"):
            inner.attrib.clear()
            inner.attrib.update({"id": "0", "name": words.get("name")})
        if not (words.get("descr") or "").strip():
            words.set("descr", _NO_WORDS)
            says = "A picture has no words for those who do not see it: add alternative text in Word."
            self._points.add(LOOK, "alternative text", self._through.where, says)

    def _leave_out(self, what: str) -> None:
        where = self._through.where
        self._points.add(LEFT_OUT, what, where, f"It held {what}, which a report goes out without.")


def _is_hidden(run: Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and (hidden.get(f"{W}val") or "").lower() not in _OFF


def _put_in_order(made: Element, places: Mapping[str, int]) -> None:
    """Put the parts of an element in the order of the format, the first of each kind only."""
    first: dict[str, Element] = {}
    rest = []
    for child in made:
        if child.tag in places:
            first.setdefault(child.tag, child)
        else:
            rest.append(child)
    before = [child for child in rest if child.tag in (f"{W}headerReference", f"{W}footerReference")]
    after = [child for child in rest if child not in before]
    wanted = [*before, *sorted(first.values(), key=lambda child: places[child.tag]), *after]
    if wanted != list(made):
        made[:] = wanted


def _mend(kept: Element, name: str) -> None:
    """Give an element the parts without which the format does not allow it, or take it away."""
    if name == "tc" and (len(kept) == 0 or kept[-1].tag not in (f"{W}p", f"{SLOT}slot", f"{SLOT}end")):
        etree.SubElement(kept, f"{W}p")
    elif name == "tr" and kept.find(f"{W}tc") is None:
        kept.getparent().remove(kept)
    elif name == "tbl":
        if kept.find(f"{W}tr") is None:
            kept.getparent().remove(kept)
            return
        for place, part in enumerate(("tblPr", "tblGrid")):
            if kept.find(f"{W}{part}") is None:
                kept.insert(place, etree.Element(f"{W}{part}"))
    elif name == "jc" and kept.get(f"{W}val") in ("start", "end"):
        kept.set(f"{W}val", {"start": "left", "end": "right"}[kept.get(f"{W}val")])
