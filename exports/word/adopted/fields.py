"""Fields of a template: the number of a page and the like stay, in their plainest form; every other field goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from exports.word.adopted.allowed import XML_SPACE, W
from exports.word.adopted.intake import Element
from exports.word.adopted.points import LEFT_OUT, Points

FIELDS = "PAGE|NUMPAGES|SECTION|SECTIONPAGES|TITLE|SUBJECT"
"""The fields that may pass: what they show is a number of a page or the title of the report."""
_FORMAT = r"(?:\s+\\\*\s*(?:MERGEFORMAT|Arabic|roman|CHARFORMAT))*"
_ALLOWED = re.compile(rf"\s*({FIELDS}){_FORMAT}\s*", re.IGNORECASE)
_NAME = re.compile(r"\s*([A-Za-z]{1,30})")
_OF_CONTENTS = frozenset({"TOC", "INDEX", "TOA"})
_MARK, _WORDS, _SIMPLE = f"{W}fldChar", (f"{W}instrText", f"{W}delInstrText"), f"{W}fldSimple"
_KIND = f"{W}fldCharType"


@dataclass(slots=True)
class _Field:
    """The elements a field is made of, whole or broken; `nested`: another field stands in its instruction."""

    marks: list[Element] = field(default_factory=list)
    words: list[Element] = field(default_factory=list)
    nested: bool = False

    def instruction(self) -> str:
        return "".join(found.text or "" for found in self.words)

    def kinds(self) -> list[str]:
        return [found.get(_KIND) for found in self.marks]


def settle_fields(root: Element, where: str, points: Points) -> None:
    """Change the fields of a part in place: allowed ones become plain, of all others only their shown text stays."""
    for simple in list(root.iter(_SIMPLE)):
        _spell_out(simple)
    for found in list(_fields(root)):
        allowed = _ALLOWED.fullmatch(found.instruction())
        if allowed and not found.nested and found.kinds() in (["begin", "separate", "end"], ["begin", "end"]):
            _make_plain(found, allowed[1].upper())
            continue
        name = _NAME.match(found.instruction())
        what = name[1].upper() if name else "without a name"
        says = f"A field ({what}) was left out; the words it showed stay as they were."
        if what in _OF_CONTENTS:
            _drop_shown(found)
            says = "Its list of contents was left out: a long report writes its own."
        points.add(LEFT_OUT, f"field {what}", where, says)
        for element in (*found.marks, *found.words):
            _drop(element)


def has_loose_ends(root: Element) -> bool:
    """Return whether a field of a part begins without ending, or the other way round."""
    depth = 0
    for mark in root.iter(_MARK):
        depth += {"begin": 1, "end": -1}.get(mark.get(_KIND), 0)
        if depth < 0:
            return True
    return depth != 0


def drop_fields(root: Element) -> None:
    """Take every field out of a part; the words they showed stay."""
    for element in list(root.iter(_MARK, *_WORDS)):
        _drop(element)


def _fields(root: Element) -> Iterator[_Field]:
    still_open: list[_Field] = []
    shown: list[bool] = []
    for element in root.iter(_MARK, *_WORDS):
        kind = element.get(_KIND)
        if element.tag in _WORDS:
            if still_open and not shown[-1]:
                still_open[-1].words.append(element)
            else:
                yield _Field(words=[element])
        elif kind == "begin":
            if still_open and not shown[-1]:
                still_open[-1].nested = True
            still_open.append(_Field(marks=[element]))
            shown.append(False)
        elif not still_open:
            yield _Field(marks=[element])
        else:
            still_open[-1].marks.append(element)
            shown[-1] = True
            if kind == "end":
                shown.pop()
                yield still_open.pop()
    yield from still_open


def _spell_out(simple: Element) -> None:
    """Write a simple field as one with marks, so that one rule goes for both."""
    parent = simple.getparent()
    if parent is None:
        return
    words = _run(f"{W}instrText")
    words[0].text = simple.get(f"{W}instr") or ""
    for piece in (_mark("begin"), words, _mark("separate"), *simple, _mark("end")):
        simple.addprevious(piece)
    parent.remove(simple)


def _run(tag: str) -> Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, tag)
    return run


def _mark(kind: str) -> Element:
    run = _run(_MARK)
    run[0].set(_KIND, kind)
    return run


def _make_plain(found: _Field, name: str) -> None:
    first, *further = found.words
    first.tag, first.text = _WORDS[0], f" {name} "
    first.set(XML_SPACE, "preserve")
    for element in further:
        _drop(element)
    if len(found.marks) == 2:
        end = found.marks[1]
        separate = etree.Element(_MARK)
        separate.set(_KIND, "separate")
        end.addprevious(separate)
        shown = etree.Element(f"{W}t")
        shown.text = "1"
        end.addprevious(shown)


def _drop_shown(found: _Field) -> None:
    """Drop the paragraphs a field fills, which are out of date in any other document."""
    if len(found.marks) != 3:
        return
    first, last = (next(mark.iterancestors(f"{W}p"), None) for mark in (found.marks[1], found.marks[2]))
    if first is None or last is None or first.getparent() is not last.getparent():
        return
    parent = first.getparent()
    filled = parent[parent.index(first) : parent.index(last) + 1]
    for paragraph in filled:
        if paragraph.tag == f"{W}p" and next(paragraph.iter(f"{W}sectPr"), None) is None:
            for text in list(paragraph.iter(f"{W}t", f"{W}tab")):
                _drop(text)
            if paragraph is not last:
                parent.remove(paragraph)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
