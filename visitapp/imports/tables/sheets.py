"""The table of a workbook: the one sheet that holds any, or the one a person named."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

from visitapp.domain.published.batches import Fault
from visitapp.errors import SeveralSheetsError
from visitapp.imports.tables.faults import fault, refusal
from visitapp.imports.tables.head import BEGINNING, Head, head_in
from visitapp.imports.tables.lines import DoubtfulCells, Line
from visitapp.imports.tables.markup import REMADE
from visitapp.imports.tables.progress import Progress, Wanted, Watch
from visitapp.imports.tables.sheet_rows import SheetRows
from visitapp.imports.tables.source import Source
from visitapp.imports.tables.workbook import Sheet, Workbook, opened_workbook

_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class SheetBody:
    """The rows of a sheet, each filled up to the last column: a cell that is not there is an empty one."""

    book: Workbook
    sheet: Sheet
    head: Head

    def rows(self, watch: Watch | None, wanted: Wanted | None) -> Iterator[Line]:
        """Yield the rows of the sheet; raises ImportRefusedError and CancelledImportError."""
        texts = 2 * self.book.texts_size
        progress = Progress(texts + 2 * self.sheet.source.size, texts, watch, wanted)
        names = self.head.names
        for line, cells, unknown in SheetRows(self.book, self.sheet).rows(progress):
            cells.extend([""] * (len(names) - len(cells)))
            doubts = tuple(
                fault("W-FORMULA", line, names[one - 1]) for one in unknown if one <= len(names) and names[one - 1]
            )
            yield line, _doubtful(cells, doubts) if doubts else cells


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """The sheet that is read. `said` is its name where the workbook holds several tables, else empty."""

    sha256: str
    said: str
    body: SheetBody


def found_sheet(source: Source, named: str, watch: Watch | None, wanted: Wanted | None) -> FoundSheet:
    """Return the table of a workbook, the sheet `named` of it, or its only one for an empty name.

    Raises SeveralSheetsError when there is a choice, ImportRefusedError for a workbook that cannot be read or has no
    such sheet, CancelledImportError.
    """
    digest = _digest(source, Progress(0, 0, None, wanted))
    book = opened_workbook(source, Progress(2 * source.size, 0, watch, wanted))
    if not book.sheets:
        raise refusal("E-KIND", "every sheet of this Excel workbook is hidden or empty", "Show the sheet, then save.")
    heads = [(sheet, _head(book, sheet, wanted)) for sheet in book.sheets]
    tables = [(sheet, head) for sheet, head in heads if head.is_there]
    chosen = [(sheet, head) for sheet, head in tables if not named or sheet.name == named]
    names = tuple(sheet.name for sheet, _ in tables)
    if not tables:
        raise refusal("E-HDR", "no sheet of this Excel workbook has a row of column names", REMADE)
    if len(chosen) != 1:
        raise _choice(names, named)
    sheet, head = chosen[0]
    said = sheet.name if len(tables) > 1 else ""
    digest.update(said.encode())
    return FoundSheet(digest.hexdigest(), said, SheetBody(book, sheet, head.proved(REMADE)))


def _choice(names: tuple[str, ...], named: str) -> SeveralSheetsError:
    listed = ", ".join(f"\u201c{one}\u201d" for one in names)
    if named:
        why = f"no sheet of it with a table is called \u201c{named[:80]}\u201d"
    else:
        why = f"{len(names)} sheets of this Excel workbook hold a table"
    told = refusal("E-SHEET", why, f"Choose one of them: {listed}.")
    return SeveralSheetsError(str(told), told.code, names)


def _head(book: Workbook, sheet: Sheet, wanted: Wanted | None) -> Head:
    with closing(SheetRows(book, sheet).rows(Progress(0, 0, None, wanted))) as rows:
        return head_in([(line, cells) for line, cells, _ in islice(rows, BEGINNING)])


def _doubtful(cells: list[str], doubts: tuple[Fault, ...]) -> DoubtfulCells:
    found = DoubtfulCells(cells)
    found.faults = doubts
    return found


def _digest(source: Source, progress: Progress) -> "hashlib._Hash":
    digest = hashlib.sha256()
    with source.opened() as stream:
        while block := stream.read(_BLOCK):
            progress.add(0)
            digest.update(block)
    return digest
