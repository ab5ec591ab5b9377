"""A part of a workbook gone through piece by piece: no tree is built, and a document type, and with it any entity,
is refused."""

from collections.abc import Callable, Iterator, Mapping
from xml.parsers import expat

from visitapp.errors import ImportRefusedError
from visitapp.imports.tables.faults import refusal
from visitapp.imports.tables.progress import Progress
from visitapp.imports.tables.source import Source

Attributes = Mapping[str, str]
Opened = Callable[[str, Attributes], None]
Closed = Callable[[str], None]
Said = Callable[[str], None]

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main ",
    "http://purl.oclc.org/ooxml/spreadsheetml/main ",
)
"""What the names of a workbook's elements begin with: as Excel saves it by itself, and as strict Open XML."""
REMADE = "Open it in Excel, save it again as \u201cExcel Workbook (*.xlsx)\u201d, then read that file."
_PIECE = 64 * 1024
_LONGEST = 131_072
"""The longest text of one cell; Excel itself holds a quarter of that."""
DEEPEST = 200


def damaged(what: str = "it is a damaged Excel workbook") -> ImportRefusedError:
    """Return the refusal for a workbook that is not as it must be."""
    return refusal("E-KIND", what, REMADE)


def named(local: str) -> tuple[str, ...]:
    """Return the names an element may have."""
    return tuple(namespace + local for namespace in MAIN)


class Walk:
    """One go over a part. `opened`, `closed` and `said` are told of elements and of the text within those for which
    `listening` is set; names come with their namespace before them. Whoever knows how deep elements may stand in each
    other says so with `is_counted`, and goes faster."""

    def __init__(self, opened: Opened, closed: Closed, *, is_counted: bool = False) -> None:
        self._opened, self._closed = opened, closed
        self._depth, self._is_counted = 0, is_counted
        self.listening = False
        self._heard: list[str] = []
        self._length = 0

    def over(self, source: Source, progress: Progress) -> Iterator[None]:
        """Go over a part; after each piece its consumer may take what was found. Raises ImportRefusedError."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._opened if self._is_counted else self._open
        parser.EndElementHandler = self._closed if self._is_counted else self._close
        parser.CharacterDataHandler = self._hear
        parser.StartDoctypeDeclHandler = _refuse_declarations
        with source.opened() as stream:
            while piece := stream.read(_PIECE):
                progress.add(2 * len(piece))
                _fed(parser, piece)
                yield
            _fed(parser, b"")
        yield

    def heard(self) -> str:
        """Return the text since this was asked last."""
        text = "".join(self._heard)
        self._heard.clear()
        self._length = 0
        return text

    def _open(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise damaged()
        self._opened(name, attributes)

    def _close(self, name: str) -> None:
        self._depth -= 1
        self._closed(name)

    def _hear(self, text: str) -> None:
        if self.listening:
            self._heard.append(text)
            self._length += len(text)
            if self._length > _LONGEST:
                raise refusal("E-KIND", "a cell in it holds more text than any cell may", REMADE)


def walked(source: Source, progress: Progress, opened: Opened) -> None:
    """Go over a small part, told of each element that begins. Raises ImportRefusedError."""
    for _ in Walk(opened, _not_asked).over(source, progress):
        pass


def _not_asked(_name: str) -> None:
    """Where an element ends is of no interest."""


def _fed(parser: expat.XMLParserType, piece: bytes) -> None:
    try:
        parser.Parse(piece, not piece)
    except (expat.ExpatError, LookupError, ValueError) as broken:
        raise damaged() from broken


def _refuse_declarations(*_said: object) -> None:
    raise refusal("E-KIND", "it holds declarations (entities) that no workbook has", REMADE)
