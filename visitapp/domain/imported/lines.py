"""A document as a reader of files hands it on: lines of text with what their layout hints at, and tables of them."""

from dataclasses import dataclass

BULLET, NUMBERED = "bullet", "numbered"
CONTENTS, CAPTION, NOTE, MARGIN = "contents", "caption", "note", "margin"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; a blank one has no text. `item` is bullet, numbered or empty, as the layout says; a sign typed
    in front is still in the text. `lead` are the words it begins with in bold, where the rest is not; `role` is
    contents, caption, note (at the foot), margin (header or footer) or empty."""

    text: str
    heading: bool = False
    item: str = ""
    bold: bool = False
    lead: str = ""
    role: str = ""


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells of lines."""

    rows: tuple[tuple[Cell, ...], ...]


Piece = Line | Grid


def cell_text(cell: Cell) -> str:
    """Return what stands in a cell, one line for each paragraph that is not blank."""
    return "\n".join(line.text.strip() for line in cell if line.text.strip())


def whole_text(pieces: tuple[Piece, ...]) -> str:
    """Return every word of a document in its order, a tab between the cells of a table."""
    said: list[str] = []
    for piece in pieces:
        if isinstance(piece, Line):
            said.append(piece.text)
        else:
            said += ["\t".join(cell_text(cell) for cell in row) for row in piece.rows]
    return "\n".join(said).strip("\n")
