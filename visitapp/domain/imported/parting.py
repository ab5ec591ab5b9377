"""Parts a document by the headings of a programme, line by line and table by table."""

from collections.abc import Sequence
from dataclasses import replace

from visitapp.domain.framework import Framework
from visitapp.domain.imported import catalogue
from visitapp.domain.imported.catalogue import Heading, Match, asked_in_front, heading_match
from visitapp.domain.imported.continuing import is_number, is_page_mark, line_width
from visitapp.domain.imported.fronting import Front
from visitapp.domain.imported.likeness import ALIKE, SAME
from visitapp.domain.imported.lines import CAPTION, CONTENTS, MARGIN, NOTE, Cell, Grid, Line, Piece, cell_text
from visitapp.domain.imported.opening import MOST_LINES, best_heading, heading_here, leading_words
from visitapp.domain.imported.outline import Parted, Unread
from visitapp.domain.imported.place import Place
from visitapp.domain.imported.repeated import typed_contents

AT_THE_FOOT = "In a footnote"
_LONGEST_HEADING = 240
_NEARLY = 0.94


def part(pieces: Sequence[Piece], framework: Framework) -> Parted:
    """Return a document parted by the headings of a programme; not a word of it is lost."""
    parting = _Parting(framework, pieces)
    parting.all()
    return parting.parted


class _Parting:
    """Walks through a document, opening headings and taking in what stands under them."""

    def __init__(self, framework: Framework, pieces: Sequence[Piece]) -> None:
        self.parted = Parted(framework)
        self._headings = catalogue.headings_of(framework)
        self._pieces = pieces
        self._contents = typed_contents(self._headings, pieces)
        self._front = Front(self.parted, asked_in_front(framework))
        self._place = Place(self.parted, line_width(pieces))
        self._caption = ""

    def all(self) -> None:
        """Go through the whole document."""
        at = 0
        while at < len(self._pieces):
            piece = self._pieces[at]
            if isinstance(piece, Grid):
                self._grid(piece)
                at += 1
            elif at in self._contents:
                self.parted.furniture.append(piece.text)
                at += 1
            else:
                at += self._line(piece, self._pieces[at + 1 : at + MOST_LINES])
        self._leave_caption()
        self._front.end()

    def _line(self, line: Line, following: Sequence[Piece] = ()) -> int:
        """Take in a line and return how many lines were used: a heading may run over several."""
        text = line.text.strip()
        if not text:
            self._place.is_parted = True
            return 1
        if line.role or is_page_mark(text):
            self._aside(line)
            return 1
        if self._place.is_front and self._front.takes(text):
            return 1
        used = self._opens(line, following)
        if used:
            return used
        if self._place.is_front:
            self._front.waits_for(text)
        elif is_number(text):
            self._place.unread(text)
        else:
            self._place.take(line)
        return 1

    def _aside(self, line: Line) -> None:
        text = line.text.strip()
        if line.role == CAPTION:
            self._leave_caption()
            self._caption = text
        elif line.role == MARGIN:
            self.parted.margins.append(text)
        elif line.role == NOTE:
            self.parted.unread.append(Unread(text, AT_THE_FOOT))
        elif line.role == CONTENTS and heading_match(self._headings, text) is None:
            self._place.unread(text)
        else:
            self.parted.furniture.append(text)

    def _opens(self, line: Line, following: Sequence[Piece]) -> int:
        """Open what a line is the heading of and return how many lines the heading takes; 0 when it is none."""
        text = line.text.strip()
        if len(text) <= _LONGEST_HEADING:
            used, match = best_heading(self._headings, line, following)
            heading = self._here(match)
            if heading is not None and heading.opens == catalogue.STANDING and self._place.is_front:
                self.parted.furniture.append(text)
                return used
            if heading is not None:
                self._open(heading, text)
                return used
        title, rest = leading_words(line)
        match = heading_match(self._headings, title) if title else None
        heading = self._here(match) if match and match.likeness >= (ALIKE if line.lead else SAME) else None
        if heading is None or (heading.code in self.parted.found and not line.lead):
            return 0
        self._open(heading, title)
        self._line(replace(line, text=rest, lead="", item="", bold=False))
        return 1

    def _here(self, match: Match | None) -> Heading | None:
        return heading_here(match, self.parted, self._place.section, self._place.group) if match else None

    def _open(self, heading: Heading, title: str) -> None:
        self._leave_caption()
        self._place.open(heading, title)

    def _leave_caption(self, *, understood: bool = False) -> None:
        if self._caption and understood:
            self.parted.furniture.append(self._caption)
        elif self._caption:
            self._place.unread(self._caption)
        self._caption = ""

    def _grid(self, grid: Grid) -> None:
        kept: list[tuple[Cell, ...]] = []
        columns: tuple[Heading, ...] = ()
        for row in grid.rows:
            filled = [cell for cell in row if cell_text(cell)]
            if columns:
                self._columns(columns, row)
            elif len(filled) == 1 and not kept:
                self._lines(filled[0])
            elif self._place.is_front and self._front.takes_row([cell_text(cell) for cell in row]):
                continue
            elif kept and filled:
                kept.append(row)
            elif filled:
                columns = self._lists_beside(row)
                kept += [] if columns or self._row_opens(filled) else [row]
        if kept:
            self._keep(Grid(tuple(kept)))

    def _keep(self, grid: Grid) -> None:
        if self._place.is_front:
            for row in grid.rows:
                self._front.leave("\t".join(cell_text(cell) for cell in row))
        elif self._place.take_table(grid):
            self._leave_caption(understood=True)

    def _lines(self, lines: Sequence[Line]) -> None:
        at = 0
        while at < len(lines):
            at += self._line(lines[at], lines[at + 1 : at + MOST_LINES])

    def _row_opens(self, filled: Sequence[Cell]) -> bool:
        """Open what a row is the heading of, in all its cells or the first; the other cells stand under it."""
        texts = [cell_text(cell) for cell in filled]
        for count in (len(texts), 2, 1):
            title = " ".join(texts[:count])
            match = heading_match(self._headings, title) if len(title) <= _LONGEST_HEADING else None
            heading = self._here(match) if match and match.likeness >= _NEARLY else None
            if heading is not None and heading.code not in self.parted.found:
                self._open(heading, title)
                for cell in filled[count:]:
                    self._lines(cell)
                return True
        return False

    def _lists_beside(self, row: Sequence[Cell]) -> tuple[Heading, ...]:
        """Return the lists whose headings stand beside each other in a row, or nothing."""
        found = [self._here(heading_match(self._headings, cell_text(cell))) for cell in row]
        lists = [one for one in found if one is not None and one.opens == catalogue.KIND]
        return tuple(lists) if len(lists) == len(row) > 1 else ()

    def _columns(self, columns: tuple[Heading, ...], row: Sequence[Cell]) -> None:
        for heading, cell in zip(columns, row, strict=False):
            self._open(heading, heading.titles[0])
            self._lines(cell)
