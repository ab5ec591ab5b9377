"""A table in a file from outside: opened, its columns known, its rows read one by one."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

from visitapp.domain.published.batches import Fault
from visitapp.imports.tables.faults import fault, refusal
from visitapp.imports.tables.headings import Header
from visitapp.imports.tables.lines import Line, rows_of
from visitapp.imports.tables.progress import Counted, Progress, Wanted, Watch
from visitapp.imports.tables.source import AGAIN, Source, source_at
from visitapp.imports.tables.survey import BLOCK, surveyed

_DELIMITERS = (",", "\t", ";")
_BEGINNING = 40
"""In how many lines the names of the columns must come."""
MOST_COLUMNS = 5000


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is the file's, `size` and `sha256` of the table itself (unpacked), `title` a line that stood above the
    column names, `header_line` the line they stand in; `columns` are as written."""

    name: str
    sha256: str
    size: int
    encoding: str
    delimiter: str
    title: str
    header_line: int
    header: Header
    faults: tuple[Fault, ...]
    source: Source

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns as written."""
        return self.header.names

    def rows(self, watch: Watch | None = None, wanted: Wanted | None = None) -> Iterator[Line]:
        """Yield the rows below the column names, each with the number of its line and its cells or its fault.

        Raises ImportRefusedError when the file fails underway, CancelledImportError when it is not wanted any more.
        """
        progress = Progress(2 * self.size, self.size, watch, wanted)
        with self.source.opened() as stream:
            lines = rows_of(_text(stream, self.encoding, progress), self.delimiter)
            yield from (row for row in lines if row[0] > self.header_line)


def open_table(path: Path, *, watch: Watch | None = None, wanted: Wanted | None = None) -> Table:
    """Return the table in a file or in a zip with one table, its bytes gone over once.

    Raises ImportRefusedError, in one plain sentence, for whatever is no table; CancelledImportError when it is not
    wanted any more.
    """
    source = source_at(path)
    survey = surveyed(source, watch, wanted)
    with source.opened() as stream:
        beginning = list(islice(_text(stream, survey.encoding, Progress(0, 0, None, wanted)), _BEGINNING))
    delimiter, title, line, names = _head(beginning)
    header = Header(names)
    faults = [*survey.faults, *(fault("W-COLUMN", line, name, name) for name in header.doubled)]
    if title:
        faults.append(fault("I-TITLE", 1, "", title))
    return Table(
        path.name, survey.sha256, source.size, survey.encoding, delimiter, title, line, header, tuple(faults), source
    )


def _text(stream: IO[bytes], encoding: str, progress: Progress) -> Iterator[str]:
    piecewise = io.BufferedReader(Counted(stream, progress), BLOCK)
    return io.TextIOWrapper(piecewise, encoding=encoding, errors="strict", newline="")


def _head(beginning: list[str]) -> tuple[str, str, int, tuple[str, ...]]:
    """Return the delimiter, a title above the column names, their line and the column names themselves."""
    heads = [(delimiter, *_columns(beginning, delimiter)) for delimiter in _DELIMITERS]
    best = max(heads, key=lambda head: len(head[3]))
    if len(best[3]) < 2:
        raise refusal("E-HDR", "it has no row of column names", AGAIN)
    if len(best[3]) > MOST_COLUMNS:
        raise refusal("E-HDR", f"it has more than {MOST_COLUMNS:,} columns", AGAIN)
    return best


def _columns(beginning: list[str], delimiter: str) -> tuple[str, int, tuple[str, ...]]:
    """Return title, line and names: the names are the first row, or the second if the first is one far shorter."""
    rows = [(line, cells) for line, cells in rows_of(iter(beginning), delimiter) if isinstance(cells, list)][:2]
    if not rows:
        return "", 0, ()
    first, second = rows[0], rows[-1]
    if 3 * _filled(first[1]) <= _filled(second[1]):
        title = " ".join(cell.strip() for cell in first[1] if cell.strip())
        return title, second[0], tuple(second[1])
    return "", first[0], tuple(first[1])


def _filled(cells: list[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)
