"""What a Word file really holds, read from the saved file without trust in whatever wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeAlias

from lxml import etree

from exports.word.bookmarks import REPORT_MARK
from exports.word.package import unpacked
from visitapp.errors import ExportError

_Element: TypeAlias = Any  # lxml comes without types

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_START, _END = f"{_W}bookmarkStart", f"{_W}bookmarkEnd"
_HEADINGS = {"heading 1": 1, "heading 2": 2, "heading 3": 3}
_BULLET = "list bullet"
_VISIBLE = {f"{_W}t": None, f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
_DAMAGED = "The Word file is damaged: a part of it cannot be read."


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The content of a Word file in reading order.

    `headings` are (level, text). `bookmarks` hold each bookmark's text, its paragraphs parted by a blank line; a
    bookmark that starts in a table holds the whole row, one cell a line. `rows` leave out header rows. Of a report
    on a template, all but the bookmarks leave out the template's own words.
    """

    headings: tuple[tuple[int, str], ...]
    bookmarks: Mapping[str, str]
    paragraphs: tuple[str, ...]
    bullets: int
    rows: tuple[tuple[str, ...], ...]
    properties: Mapping[str, str]


def read_back(path: Path) -> ReadBack:
    """Return what the file at `path` holds; raises ExportError when it is missing or is no Word file."""
    try:
        return read_content(path.read_bytes())
    except OSError as fault:
        raise ExportError(f"The file \u201c{path.name}\u201d could not be read again.") from fault


def read_content(content: bytes) -> ReadBack:
    """Return what the bytes of a Word file hold; raises ExportError when they are no Word file."""
    parts = unpacked(content)
    try:
        document = _parsed(parts["word/document.xml"])
        style_names = _style_names(_parsed(parts["word/styles.xml"]))
        properties = _properties(_parsed(parts["docProps/custom.xml"]))
    except (KeyError, etree.XMLSyntaxError) as fault:
        raise ExportError(_DAMAGED) from fault
    own = _own(document)
    paragraphs = [(style_names.get(_style(found), ""), found) for block in own for found in block.iter(f"{_W}p")]
    return ReadBack(
        headings=tuple((_HEADINGS[name], _text(found)) for name, found in paragraphs if name in _HEADINGS),
        bookmarks=_bookmarks(document),
        paragraphs=tuple(_text(found) for _, found in paragraphs),
        bullets=sum(name == _BULLET for name, _ in paragraphs),
        rows=tuple(_row(row) for block in own for row in block.iter(f"{_W}tr") if not _is_header(row)),
        properties=properties,
    )


def _own(document: _Element) -> list[_Element]:
    """Return what of a document is the report itself: all of it, or what stands within the mark round a report."""
    begin = next((start for start in document.iter(_START) if start.get(f"{_W}name") == REPORT_MARK), None)
    if begin is None:
        return [document]
    number = begin.get(f"{_W}id")
    return list(takewhile(lambda block: block.tag != _END or block.get(f"{_W}id") != number, begin.itersiblings()))


def _parsed(part: bytes) -> _Element:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _style_names(styles: _Element) -> dict[str, str]:
    names = ((style.get(f"{_W}styleId"), style.find(f"{_W}name")) for style in styles.iter(f"{_W}style"))
    return {style_id: name.get(f"{_W}val", "").lower() for style_id, name in names if name is not None}


def _properties(properties: _Element) -> dict[str, str]:
    return {found.get("name"): "".join(found.itertext()) for found in properties}


def _style(paragraph: _Element) -> str:
    named = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "Normal" if named is None else str(named.get(f"{_W}val"))


def _text(paragraph: _Element) -> str:
    return "".join(map(_visible, paragraph.iter(*_VISIBLE)))


def _visible(element: _Element) -> str:
    """Return what an element of a run shows; a tab stop, which is named like a tab, shows nothing."""
    if element.getparent().tag != f"{_W}r":
        return ""
    return _VISIBLE[element.tag] or element.text or ""


def _row(row: _Element) -> tuple[str, ...]:
    return tuple("\n\n".join(map(_text, cell.iter(f"{_W}p"))) for cell in row.iter(f"{_W}tc"))


def _is_header(row: _Element) -> bool:
    return row.find(f"{_W}trPr/{_W}tblHeader") is not None


def _bookmarks(document: _Element) -> dict[str, str]:
    """Return the text of each bookmark.

    LibreOffice begins a bookmark again in each further paragraph and ends only the last: one without an end holds
    the rest of its paragraph, and what follows under the same name belongs to it.
    """
    ended = {end.get(f"{_W}id") for end in document.iter(_END)}
    texts: dict[str, list[str]] = {}
    still_open: dict[str, list[str]] = {}
    for element in document.iter(_START, _END, f"{_W}p", *_VISIBLE):
        number = element.get(f"{_W}id")
        if element.tag == _START:
            still_open[number] = _begun(texts, element.get(f"{_W}name"))
        elif element.tag == _END:
            still_open.pop(number, None)
        elif element.tag == f"{_W}p":
            still_open = {number: text for number, text in still_open.items() if number in ended}
            _append(still_open, "\n\n")
        else:
            _append(still_open, _visible(element))
    return {name: "".join(text) for name, text in texts.items()} | _row_bookmarks(document)


def _begun(texts: dict[str, list[str]], name: str) -> list[str]:
    if name in texts:
        texts[name].append("\n\n")
    return texts.setdefault(name, [])


def _append(texts: Mapping[str, list[str]], piece: str) -> None:
    for text in texts.values():
        text.append(piece)


def _row_bookmarks(document: _Element) -> dict[str, str]:
    return {
        start.get(f"{_W}name"): "\n".join(_row(row)) for row in document.iter(f"{_W}tr") for start in row.iter(_START)
    }
