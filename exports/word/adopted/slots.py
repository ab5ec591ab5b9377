"""The places of a template for what a report says: found by control or bookmark, filled, gone without trace."""

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from exports.word.adopted.allowed import SLOTS, XML_SPACE, W
from exports.word.adopted.intake import Element
from exports.word.adopted.sieve import SLOT
from exports.word.markup import bookmark

BODY = "visitapp-report"
"""The processing instruction that stands where the report goes."""
_START, _END, _CONTROL = f"{SLOT}start", f"{SLOT}end", f"{SLOT}slot"
_BLOCKS = frozenset({f"{W}body", f"{W}hdr", f"{W}ftr", f"{W}tc"})
_HELD = (f"{W}t", f"{W}drawing", f"{W}fldChar", f"{W}sym", f"{W}br", f"{W}tab")
_TITLE_NUMBER = 900_000_000


def names_of(root: Element) -> list[str]:
    """Return the names of the places a part has, in the order of SLOTS."""
    found = {place.get("name") for place in root.iter(_START, _CONTROL)}
    return [name for name in SLOTS if name in found]


def place_body(document: Element) -> str:
    """Put the mark for the report at its place; return "found", "missing", or "moved" out of a table."""
    body = document.find(f"{W}body")
    mark = etree.ProcessingInstruction(BODY, "here")
    place = next(_places(document, "body"), None)
    if place is None:
        body[-1].addprevious(mark)
        return "missing"
    block = _outermost(place, body)
    if block.tag in (_START, _CONTROL) or next(block.iter(f"{W}sectPr"), None) is not None:
        block.addprevious(mark)
    else:
        block.addnext(mark)
    _clear_body(document, body)
    if block.getparent() is not None and block.tag == f"{W}p" and _is_bare(block):
        body.remove(block)
    return "moved" if block.tag == f"{W}tbl" else "found"


def fill(root: Element, texts: Mapping[str, str], title_mark: str = "") -> None:
    """Put the texts into their places; the first title is marked with the bookmark `title_mark`, if one is given."""
    for name, text in texts.items():
        for place in list(_places(root, name)):
            run = _filled(place, text)
            if run is not None and name == "title" and title_mark:
                _bookmarked(run, title_mark)
                title_mark = ""
    _unwrap_all(root)


def _places(root: Element, name: str) -> Iterator[Element]:
    """Return the places of one name: its controls, or where there are none its bookmarks."""
    controls = [place for place in root.iter(_CONTROL) if place.get("name") == name]
    return iter(controls or [place for place in root.iter(_START) if place.get("name") == name])


def _outermost(place: Element, body: Element) -> Element:
    while place.getparent() is not body:
        place = place.getparent()
    return place


def _clear_body(document: Element, body: Element) -> None:
    """Take away the words that hold the place of the report."""
    for control in [one for one in document.iter(_CONTROL) if one.get("name") == "body"]:
        control.getparent().remove(control)
    for start in [one for one in document.iter(_START) if one.get("name") == "body"]:
        for held in _between(start) or _bracketed(start):
            held.getparent().remove(held)
        block = _outermost(start, body) if start.getparent() is not None else None
        end = next((one for one in document.iter(_END) if one.get("name") == "body"), None)
        last = _outermost(end, body) if end is not None else None
        if block is not None and last is not None and block is not last:
            _clear_blocks(block, last)


def _clear_blocks(first: Element, last: Element) -> None:
    """Empty the paragraphs from one block to another, and take away all that may go."""
    parent = first.getparent()
    if parent is not last.getparent() or parent.index(first) > parent.index(last):
        return
    for block in parent[parent.index(first) + 1 : parent.index(last) + 1]:
        if isinstance(block.tag, str) and block.tag != _END and next(block.iter(f"{W}sectPr"), None) is None:
            parent.remove(block)


def _between(start: Element) -> list[Element]:
    """Return what stands between the ends of a bookmark in the same paragraph; up to its end when it goes on."""
    held = []
    for element in start.itersiblings():
        if element.tag == _END and element.get("name") == start.get("name"):
            break
        if element.tag == f"{W}r":
            held.append(element)
        elif element.tag == _CONTROL:
            held += list(element.iter(f"{W}r"))
    return held


def _bracketed(start: Element) -> list[Element]:
    """Return the runs of a line in square brackets, which a program has put outside an empty bookmark."""
    runs = list(start.getparent().iterchildren(f"{W}r"))
    words = "".join(found.text or "" for run in runs for found in run.iter(f"{W}t")).strip()
    return runs if words.startswith("[") and words.endswith("]") else []


def _filled(place: Element, text: str) -> Element | None:
    """Put a text at a place in the look of what stood there; return its run, None when there is none."""
    if place.tag == _START:
        return _filled_mark(place, text)
    parent = place.getparent()
    if parent.tag in _BLOCKS:
        paragraph = next(place.iter(f"{W}p"), None)
        paragraph = etree.Element(f"{W}p") if paragraph is None else paragraph
        run = _run(paragraph, text)
        _only(paragraph, run)
        place.addprevious(paragraph)
    else:
        run = _run(place, text)
        place.addprevious(run)
    parent.remove(place)
    return _kept(run, text)


def _filled_mark(start: Element, text: str) -> Element | None:
    if start.getparent().tag in _BLOCKS:
        paragraph = next(start.itersiblings(f"{W}p"), None)
        if paragraph is None:
            return None
        run = _run(paragraph, text)
        _only(paragraph, run)
        return _kept(run, text)
    held = _between(start) or _bracketed(start)
    run = _run(held[0], text) if held else _run(start, text)
    for element in held:
        element.getparent().remove(element)
    start.addnext(run)
    return _kept(run, text)


def _run(source: Element, text: str) -> Element:
    """Return a new run of a text that looks like the first run of `source`."""
    run = etree.Element(f"{W}r")
    look = next(source.iter(f"{W}rPr"), None)
    if look is not None and look.getparent().tag == f"{W}r":
        run.append(deepcopy(look))
    words = etree.SubElement(run, f"{W}t")
    words.text = text
    words.set(XML_SPACE, "preserve")
    return run


def _only(paragraph: Element, run: Element) -> None:
    for child in list(paragraph):
        if child.tag != f"{W}pPr":
            paragraph.remove(child)
    paragraph.append(run)


def _kept(run: Element, text: str) -> Element | None:
    """Return the run; a blank one goes, and with it a paragraph that would be empty."""
    if text:
        return run
    paragraph = run.getparent()
    paragraph.remove(run)
    may_go = paragraph.getparent() is not None and paragraph.getparent().tag == f"{W}body"
    if may_go and paragraph.tag == f"{W}p" and _is_bare(paragraph):
        paragraph.getparent().remove(paragraph)
    return None


def _is_bare(paragraph: Element) -> bool:
    return next(paragraph.iter(*_HELD, f"{W}sectPr"), None) is None


def _bookmarked(run: Element, name: str) -> None:
    for markup, put in zip(bookmark(_TITLE_NUMBER, name), (run.addprevious, run.addnext), strict=True):
        put(etree.fromstring(markup.replace("/>", f' xmlns:w="{W[1:-1]}"/>')))


def _unwrap_all(root: Element) -> None:
    """Take away every trace of places, also of those that were not filled; what they hold stays."""
    for place in list(root.iter(_START, _END)):
        place.getparent().remove(place)
    for control in list(root.iter(_CONTROL)):
        for child in list(control):
            control.addprevious(child)
        control.getparent().remove(control)
    for name in ("hdr", "ftr", "tc"):
        for holder in list(root.iter(f"{W}{name}")):
            if len(holder) == 0 or (name == "tc" and holder[-1].tag != f"{W}p"):
                etree.SubElement(holder, f"{W}p")
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r", "wp", "a", "pic"])
