"""The rows of one sheet, one after another: every cell as text, and where a formula stands that nobody worked out."""

from collections.abc import Generator

from visitapp.imports.tables.markup import DEEPEST, Attributes, Walk, damaged, named
from visitapp.imports.tables.progress import Progress
from visitapp.imports.tables.sheet_cells import PLAIN, day_said, number_said, unescaped
from visitapp.imports.tables.workbook import Sheet, Workbook

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_ROW, _CELL, _TEXT, _READ = range(4)
_KINDS = {
    name: kind
    for local, kind in (("row", _ROW), ("c", _CELL), ("v", _TEXT), ("t", _TEXT), ("rPh", _READ))
    for name in named(local)
}
_FORMULA = named("f")


SheetRow = tuple[int, list[str], tuple[int, ...]]
"""A row's number, its cells, and the columns (from 1) of formulas that nobody worked out."""


class SheetRows:
    """Goes over a sheet once. Rows are numbered as the sheet shows them and end with the last cell that says
    something; rows that say nothing are none."""

    def __init__(self, book: Workbook, sheet: Sheet) -> None:
        self._texts, self._manners, self._sheet = book.texts, book.manners, sheet
        self._columns: dict[str, int] = {}
        self._found: list[SheetRow] = []
        self._row = self._column = 0
        self._in_row = self._in_cell = self._in_text = self._has_formula = self._is_read = False
        self._depth = 0
        self._said: str | None = None
        self._cells: list[str] = []
        self._unknown: list[int] = []
        self._sort, self._style = "n", 0
        self._walk = Walk(self._opened, self._closed, is_counted=True)

    def rows(self, progress: Progress) -> Generator[SheetRow, None, None]:
        """Yield the rows. Raises ImportRefusedError for a sheet that is damaged, CancelledImportError."""
        for _ in self._walk.over(self._sheet.source, progress):
            yield from self._found
            self._found.clear()

    def _opened(self, name: str, said: Attributes) -> None:
        kind = _KINDS.get(name)
        if kind == _CELL:
            self._begin_cell(said)
        elif kind == _TEXT:
            self._begin_text()
        elif kind == _ROW:
            self._begin_row(said)
        elif kind == _READ and not self._is_read:
            self._is_read = True
        else:
            self._begin_other(name)

    def _closed(self, name: str) -> None:
        kind = _KINDS.get(name)
        if kind == _CELL:
            self._end_cell()
        elif kind == _TEXT:
            self._in_text = self._walk.listening = False
            if not self._is_read:
                self._said = (self._said or "") + self._walk.heard()
        elif kind == _ROW:
            self._end_row()
        elif kind == _READ:
            self._is_read = False
        else:
            self._depth -= 1

    def _begin_text(self) -> None:
        if self._in_text:
            raise damaged()
        self._in_text = True
        self._walk.listening = not self._is_read
        self._said = self._said or ""

    def _begin_other(self, name: str) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise damaged()
        self._has_formula = self._has_formula or name in _FORMULA

    def _begin_row(self, said: Attributes) -> None:
        number = _number(said.get("r"), self._row + 1)
        if self._in_row or not self._row < number <= _LAST_ROW:
            raise damaged("it is a damaged Excel workbook: its rows are out of order")
        self._row, self._column, self._in_row = number, 0, True
        self._cells, self._unknown = [], []

    def _begin_cell(self, said: Attributes) -> None:
        place = said.get("r")
        column = self._column + 1 if place is None else self._column_of(place)
        if self._in_cell or not self._in_row or not self._column < column <= _LAST_COLUMN:
            raise damaged("it is a damaged Excel workbook: its cells are out of order")
        self._column, self._in_cell = column, True
        self._sort, self._style = said.get("t", "n"), _number(said.get("s"), 0)
        self._said, self._has_formula = None, False

    def _end_cell(self) -> None:
        self._in_cell = False
        said, cells = self._said, self._cells
        if not said:
            if self._has_formula and (said is None or self._sort != "str"):
                self._unknown.append(self._column)
            return
        text = self._text(said)
        if text:
            cells.extend([""] * (self._column - 1 - len(cells)))
            cells.append(text)

    def _end_row(self) -> None:
        self._in_row = False
        if self._cells or self._unknown:
            self._found.append((self._row, self._cells, tuple(self._unknown)))

    def _text(self, said: str) -> str:
        sort = self._sort
        if sort == "s":
            return self._texts[_number(said.strip(), -1)]
        if sort == "n":
            manner = self._manners[self._style] if self._style < len(self._manners) else PLAIN
            return said if manner == PLAIN and said.isdecimal() else number_said(said.strip(), manner)
        if sort == "b":
            return "TRUE" if said.strip() in ("1", "true") else "FALSE"
        return day_said(said) if sort == "d" else unescaped(said)

    def _column_of(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        found = self._columns.get(letters)
        if found is None:
            if not (0 < len(letters) < 4 and letters.isascii() and letters.isalpha()):
                raise damaged("it is a damaged Excel workbook: its cells are out of order")
            found = 0
            for letter in letters.upper():
                found = 26 * found + ord(letter) - 64
            self._columns[letters] = found
        return found


def _number(said: str | None, otherwise: int) -> int:
    """Return a whole number of nothing or more; raises ImportRefusedError when what is said is none."""
    if said is None:
        return otherwise
    if not (said.isascii() and said.isdecimal() and len(said) < 10):
        raise damaged()
    return int(said)
