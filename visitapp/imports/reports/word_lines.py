"""The lines and tables of a Word document in the order they are read, as they are once its changes are accepted."""

from collections.abc import Iterator
from dataclasses import replace

from visitapp.domain.imported.lines import MARGIN, NOTE, Grid, Line, Piece
from visitapp.imports.reports.layout import Layout, is_on
from visitapp.imports.word.document import Document
from visitapp.imports.word.markup import MC, Element, W, local, parsed

_GONE = frozenset(
    ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt", "sdtPr", "Fallback")
)
_THROUGH = frozenset(("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "AlternateContent", "Choice"))
_TEXTS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_MARGINS = ("header", "footer")
_NOTES = ("footnotes", "endnotes")
_FALLBACK = f"{MC}Fallback"


def word_lines(document: Document, layout: Layout) -> Iterator[Piece]:
    """Yield the body's lines and tables, then what stands in its notes and margins."""
    body = document.root.find(f"{W}body")
    yield from _Lines(layout).pieces(body)
    for kind in _NOTES:
        part = document.part(kind)
        if part is not None:
            yield from _aside(part, layout, NOTE)
    for kind in _MARGINS:
        for name in document.linked(kind):
            yield from _aside(parsed(document.parts[name]), layout, MARGIN)


def _aside(part: Element, layout: Layout, role: str) -> Iterator[Line]:
    for line in _Lines(layout).lines(part):
        if line.text.strip():
            yield Line(line.text, role=role)


class _Lines:
    """Reads paragraphs; one whose mark was deleted goes on in the next."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._carried: Line | None = None

    def pieces(self, element: Element) -> Iterator[Piece]:
        """Yield the lines and tables inside an element."""
        for child in element:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield Grid(tuple(self._rows(child)))
            elif name in _THROUGH:
                yield from self.pieces(child)
        if self._carried is not None and local(element) in ("body", "tc", "txbxContent"):
            yield self._carried
            self._carried = None

    def lines(self, element: Element) -> Iterator[Line]:
        """Yield the lines inside an element, those of tables row by row."""
        for paragraph in element.iter(f"{W}p"):
            if not any(local(one) == "Fallback" for one in paragraph.iterancestors()):
                yield self._line(paragraph)

    def _rows(self, table: Element) -> Iterator[tuple[tuple[Line, ...], ...]]:
        for row in _within(table, "tr"):
            yield tuple(tuple(self._flat(cell)) for cell in _within(row, "tc"))

    def _flat(self, cell: Element) -> Iterator[Line]:
        for piece in _Lines(self._layout).pieces(cell):
            if isinstance(piece, Line):
                yield piece
            else:
                for row in piece.rows:
                    yield from (line for inner in row for line in inner)

    def _paragraph(self, paragraph: Element) -> Iterator[Piece]:
        for box in _boxes(paragraph):
            yield from _Lines(self._layout).pieces(box)
        line = self._line(paragraph)
        if self._carried is not None:
            line = replace(self._carried, text=self._carried.text + line.text)
            self._carried = None
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self._carried = line
        else:
            yield line

    def _line(self, paragraph: Element) -> Line:
        properties = paragraph.find(f"{W}pPr")
        layout = self._layout
        runs = [(text, bold) for text, bold in self._runs(paragraph, layout.style(properties).bold) if text]
        text = "".join(part for part, _ in runs)
        seen = [bold for part, bold in runs if part.strip()]
        return Line(
            text,
            heading=layout.is_heading(properties),
            item=layout.item(properties),
            bold=bool(seen) and all(seen),
            lead="" if not seen or all(seen) else _bold_lead(runs),
            role=layout.role(properties),
        )

    def _runs(self, element: Element, bold: bool) -> Iterator[tuple[str, bool]]:
        for child in element:
            name = local(child)
            if name == "r":
                yield _text(child), bold or self._is_bold(child)
            elif name not in _GONE and name != "txbxContent":
                yield from self._runs(child, bold)

    def _is_bold(self, run: Element) -> bool:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return False
        own = properties.find(f"{W}b")
        return is_on(own) if own is not None else self._layout.style(properties, "rStyle").bold


def _text(element: Element) -> str:
    """Return the text of a run; what stands in a box inside it is read as lines of its own."""
    said = ""
    for child in element:
        name = local(child)
        if name == "t":
            said += child.text or ""
        elif name == "br":
            said += "\n" if child.get(f"{W}type") in (None, "textWrapping") else ""
        elif name in _TEXTS:
            said += _TEXTS[name]
    return said


def _bold_lead(runs: list[tuple[str, bool]]) -> str:
    lead = ""
    for text, bold in runs:
        if text.strip() and not bold:
            break
        lead += text
    return lead.strip()


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes of a paragraph once: what is repeated for old programs, or is in another box, is not."""
    for box in paragraph.iter(f"{W}txbxContent"):
        above = [local(one) for one in box.iterancestors()]
        inside = above[: above.index("p")] if "p" in above else above
        if "Fallback" not in above and "txbxContent" not in inside and _owner(box) is paragraph:
            yield box


def _owner(box: Element) -> Element | None:
    return next(box.iterancestors(f"{W}p"), None)


def _within(element: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those inside content controls and accepted changes."""
    for child in element:
        if local(child) == wanted:
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif local(child) in _THROUGH:
            yield from _within(child, wanted)
