"""Every paragraph of a Word document in reading order, with the changes that were tracked in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from visitapp.domain.marks import RECORD_PREFIX
from visitapp.domain.returned.reading import (
    BODY,
    BOX,
    DELETED,
    INSERTED,
    NORMAL,
    Cell,
    ReadParagraph,
    Segment,
)
from visitapp.domain.text import clean
from visitapp.imports.word.markup import MC, Element, W, local, value
from visitapp.imports.word.ways import ADDS, KINDS, NEITHER, TAKES, way_of, within

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SKIPPED = frozenset(
    ("rPr", "tblPr", "tblGrid", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "instrText", "delInstrText", "fldData")
)
_NUMBER = re.compile(r"[\[(]?(\d{1,4})[\])]?\.?[\t ]*")
_NUMBER_AND_TAB = re.compile(r"[\[(]?(\d{1,4})[\])]?\.?\t")
_PLAIN = Segment("")


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name in small letters, its level as a heading, and whether it numbers or bullets."""

    name: str = ""
    level: int = 0
    listed: bool = False


@dataclass(slots=True)
class _Open:
    """A paragraph while it is read."""

    place: str
    cell: Cell | None
    segments: list[Segment] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    style: Style = Style()
    listed: bool = False
    mark: Segment = _PLAIN
    number: str = ""
    own_number: bool = False
    """Whether a number it begins with is one of its words: in a table, in a record that begins before or with it."""

    def whole(self) -> ReadParagraph:
        return ReadParagraph(
            segments=tuple(_joined(self.segments)),
            bookmarks=tuple(dict.fromkeys(self.bookmarks)),
            comments=tuple(dict.fromkeys(self.comments)),
            style=self.style.name,
            level=self.style.level,
            listed=self.listed or self.style.listed,
            cell=self.cell,
            mark=self.mark,
            place=self.place,
            number=self.number,
        )


class Walk:
    """Reads the parts of one document, one after the other; `about` are the words each comment stands on."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self.about: dict[str, str] = {}
        self.pictures = 0
        self._styles = styles
        self._found: list[_Open] = []
        self._open: list[_Open] = []
        self._way = Segment("")
        self._comments: list[str] = []
        self._waiting: list[str] = []
        self._records: dict[str, str] = {}
        self._place = BODY
        self._tables = 0
        self._cell: Cell | None = None

    def read(self, root: Element, place: str = BODY) -> None:
        """Read one part of the document."""
        self._place, self._cell, self._way, self._records = place, None, Segment(""), {}
        self._inside(root)

    def paragraphs(self) -> tuple[ReadParagraph, ...]:
        """Return all paragraphs read so far, in order."""
        return tuple(one.whole() for one in self._found)

    def _inside(self, element: Element) -> None:
        for child in element:
            self._one(child)

    def _one(self, element: Element) -> None:
        name = local(element)
        if not name or name in _SKIPPED:
            return
        read = getattr(self, f"_read_{name}", None)
        if read is not None:
            read(element)
        elif name in KINDS:
            self._changed(element, KINDS[name])
        elif name in _SIGNS:
            self._say(_SIGNS[name])
        else:
            self._inside(element)

    def _changed(self, element: Element, kind: str) -> None:
        before, self._way = self._way, within(self._way, way_of(element, kind))
        self._inside(element)
        self._way = before

    def _say(self, text: str) -> None:
        if not self._open or not text:
            return
        if self._way.kind != NEITHER:
            self._open[-1].segments.append(replace(self._way, text=clean(text)))
        if self._way.kind not in (*TAKES, NEITHER):
            for comment in self._comments:
                self.about[comment] = self.about.get(comment, "") + text

    def _read_p(self, element: Element) -> None:
        here = _Open(self._place, self._cell, bookmarks=self._waiting, comments=list(self._comments))
        self._waiting = []
        here.own_number = here.cell is not None or bool(self._records)
        for comment in self._comments:
            if self.about.get(comment):
                self.about[comment] += "\n"
        self._found.append(here)
        self._open.append(here)
        self._inside(element)
        self._open.pop()
        if not (here.number or here.own_number):
            _take_number(here, _NUMBER_AND_TAB)

    def _read_pPr(self, element: Element) -> None:  # noqa: N802
        here = self._open[-1] if self._open else None
        if here is None:
            return
        here.style = self._styles.get(value(element.find(f"{W}pStyle")), here.style)
        outline = value(element.find(f"{W}outlineLvl"))
        if outline in tuple("012345678"):
            here.style = replace(here.style, level=int(outline) + 1)
        number = element.find(f"{W}numPr/{W}numId")
        here.listed = number is not None and value(number) != "0"
        for name, kind in KINDS.items():
            found = element.find(f"{W}rPr/{W}{name}")
            if found is not None:
                here.mark = way_of(found, INSERTED if kind in ADDS else DELETED)

    def _read_tab(self, element: Element) -> None:
        if local(element.getparent()) == "r":
            self._say("\t")

    def _read_br(self, element: Element) -> None:
        self._say("\n" if value(element, "type") in ("", "textWrapping") else "")

    def _read_t(self, element: Element) -> None:
        self._say(element.text or "")

    _read_delText = _read_t  # noqa: N815

    def _read_sym(self, element: Element) -> None:
        code = value(element, "char")
        self._say(chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code) else "")

    def _read_bookmarkStart(self, element: Element) -> None:  # noqa: N802
        name = value(element, "name")
        is_record = name.startswith(RECORD_PREFIX)
        if is_record:
            self._records[name] = value(element, "id")
        if not self._open:
            self._waiting.append(name)
            return
        here = self._open[-1]
        if is_record:
            here.own_number |= not here.segments
            _take_number(here, _NUMBER)
        here.bookmarks.append(name)

    def _read_bookmarkEnd(self, element: Element) -> None:  # noqa: N802
        ended = value(element, "id")
        self._records = {name: one for name, one in self._records.items() if one != ended}

    def _read_commentRangeStart(self, element: Element) -> None:  # noqa: N802
        comment = value(element, "id")
        self._comments.append(comment)
        if self._open:
            self._open[-1].comments.append(comment)

    def _read_commentRangeEnd(self, element: Element) -> None:  # noqa: N802
        self._comments = [one for one in self._comments if one != value(element, "id")]

    def _read_commentReference(self, element: Element) -> None:  # noqa: N802
        if self._open:
            self._open[-1].comments.append(value(element, "id"))

    def _read_AlternateContent(self, element: Element) -> None:  # noqa: N802
        """Read what is offered twice, for newer and for older programs, once."""
        for wanted in (f"{MC}Choice", f"{MC}Fallback"):
            for offered in element.iterchildren(wanted):
                before = len(self._found), self.pictures
                self._inside(offered)
                if (len(self._found), self.pictures) != before:
                    return

    def _read_drawing(self, element: Element) -> None:
        boxes = list(element.iter(f"{W}txbxContent"))
        self.pictures += not boxes
        for box in boxes:
            if not any(local(parent) == "txbxContent" for parent in _parents(box, element)):
                self._box(box)

    _read_pict = _read_drawing
    _read_object = _read_drawing

    def _box(self, element: Element) -> None:
        before = self._place, self._cell
        self._place, self._cell = BOX, None
        self._inside(element)
        self._place, self._cell = before

    def _read_tbl(self, element: Element) -> None:
        before, table = self._cell, self._tables
        self._tables += 1
        for row, child in enumerate(_rows(element)):
            self._cell = Cell(table, row, -1)
            self._row(child)
        self._cell = before

    def _row(self, element: Element) -> None:
        before = self._way
        for name in ("ins", "del"):
            found = element.find(f"{W}trPr/{W}{name}")
            if found is not None:
                self._way = within(self._way, way_of(found, KINDS[name]))
        for child in element:
            if local(child) != "trPr":
                self._one(child)
        self._way = before

    def _read_tc(self, element: Element) -> None:
        if self._cell is not None:
            self._cell = replace(self._cell, column=self._cell.column + 1)
        here = self._cell
        self._inside(element)
        self._cell = here


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "del"):
            yield from _rows(child)


def _parents(element: Element, top: Element) -> Iterator[Element]:
    found = element.getparent()
    while found is not None and found is not top:
        yield found
        found = found.getparent()


def _take_number(here: _Open, wanted: re.Pattern[str]) -> None:
    """Take the number that was printed before a paragraph out of its text."""
    said = "".join(one.text for one in here.segments if one.kind == NORMAL)
    found = wanted.match(said)
    if not found or (wanted is _NUMBER and found.end() != len(said)):
        return
    here.number, left = found.group(1), found.end()
    for place, one in enumerate(here.segments):
        if one.kind == NORMAL and left:
            taken = min(left, len(one.text))
            here.segments[place], left = replace(one, text=one.text[taken:]), left - taken


def _joined(segments: list[Segment]) -> list[Segment]:
    """Return the segments with those joined that stand in one way, and without empty ones."""
    joined: list[Segment] = []
    for one in segments:
        if joined and replace(joined[-1], text=one.text) == one:
            joined[-1] = replace(one, text=joined[-1].text + one.text)
        elif one.text:
            joined.append(one)
    return joined
