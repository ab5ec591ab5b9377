"""A table in a file from outside: opened, its columns known, its rows read one by one."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Protocol

from visitapp.domain.published.batches import Fault
from visitapp.imports.tables.head import BEGINNING, Head, head_in
from visitapp.imports.tables.headings import Header
from visitapp.imports.tables.lines import Line, rows_of
from visitapp.imports.tables.progress import Counted, Progress, Wanted, Watch
from visitapp.imports.tables.source import AGAIN, Source, source_at
from visitapp.imports.tables.survey import BLOCK, surveyed

_DELIMITERS = (",", "\t", ";")
WORKBOOK = "Excel workbook"
"""What stands for the encoding of a sheet."""


class Body(Protocol):
    """Where the rows of a table come from."""

    def rows(self, watch: Watch | None, wanted: Wanted | None) -> Iterator[Line]:
        """Yield every row, those above the column names too."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is the file's, with the sheet's where it is one of several; `size` is of the table itself (unpacked), or
    of the whole workbook; so is the digest `sha256`, which takes in the sheet's name where it is one of several, so
    that no two tables share one; `title` is what stood above the column names, `header_line` the line they stand in;
    `columns` are as written."""

    name: str
    sha256: str
    size: int
    encoding: str
    delimiter: str
    title: str
    header_line: int
    header: Header
    faults: tuple[Fault, ...]
    body: Body

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns as written."""
        return self.header.names

    def rows(self, watch: Watch | None = None, wanted: Wanted | None = None) -> Iterator[Line]:
        """Yield the rows below the column names, each with the number of its line and its cells or its fault.

        Raises ImportRefusedError when the file fails underway, CancelledImportError when it is not wanted any more.
        """
        yield from (row for row in self.body.rows(watch, wanted) if row[0] > self.header_line)


@dataclass(frozen=True, slots=True)
class _TextBody:
    """The rows of a text file."""

    source: Source
    encoding: str
    delimiter: str

    def rows(self, watch: Watch | None, wanted: Wanted | None) -> Iterator[Line]:
        """Yield every row of the file."""
        progress = Progress(2 * self.source.size, self.source.size, watch, wanted)
        with self.source.opened() as stream:
            yield from rows_of(_text(stream, self.encoding, progress), self.delimiter)


def open_table(path: Path, *, sheet: str = "", watch: Watch | None = None, wanted: Wanted | None = None) -> Table:
    """Return the table in a text file or an Excel workbook, or in a zip with one of them; of a workbook its sheet of
    that name, or the only one with a table.

    Raises ImportRefusedError, in one plain sentence, for whatever is no table, and its SeveralSheetsError for a
    workbook in which a sheet must be chosen; CancelledImportError when it is not wanted any more.
    """
    source = source_at(path)
    if source.is_workbook:
        return _sheet(source, sheet, watch, wanted)
    survey = surveyed(source, watch, wanted)
    with source.opened() as stream:
        beginning = list(islice(_text(stream, survey.encoding, Progress(0, 0, None, wanted)), BEGINNING))
    delimiter, head = _head(beginning)
    body = _TextBody(source, survey.encoding, delimiter)
    return _table(path.name, survey.sha256, source.size, survey.encoding, delimiter, head, body, survey.faults)


def _sheet(source: Source, named: str, watch: Watch | None, wanted: Wanted | None) -> Table:
    from visitapp.imports.tables.sheets import found_sheet

    found = found_sheet(source, named, watch, wanted)
    name = f"{source.path.name}, {found.said}" if found.said else source.path.name
    return _table(name, found.sha256, source.size, WORKBOOK, "", found.body.head, found.body, found.body.book.faults)


def _table(
    name: str,
    sha256: str,
    size: int,
    encoding: str,
    delimiter: str,
    head: Head,
    body: Body,
    faults: tuple[Fault, ...],
) -> Table:
    header = Header(head.names)
    title = " ".join(words for _, words in head.titles)
    every = (*faults, *head.faults(header))
    return Table(name, sha256, size, encoding, delimiter, title, head.line, header, every, body)


def _text(stream: IO[bytes], encoding: str, progress: Progress) -> Iterator[str]:
    piecewise = io.BufferedReader(Counted(stream, progress), BLOCK)
    return io.TextIOWrapper(piecewise, encoding=encoding, errors="strict", newline="")


def _head(beginning: list[str]) -> tuple[str, Head]:
    """Return the delimiter that gives most columns, and the head it gives."""
    heads = [(delimiter, head_in(_rows(beginning, delimiter))) for delimiter in _DELIMITERS]
    delimiter, best = max(heads, key=lambda head: len(head[1].names))
    return delimiter, best.proved(AGAIN)


def _rows(beginning: list[str], delimiter: str) -> list[tuple[int, list[str]]]:
    return [(line, cells) for line, cells in rows_of(iter(beginning), delimiter) if isinstance(cells, list)]
