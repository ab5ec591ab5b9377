"""A published file from its path to its rows: every row read is kept, rejected or of another place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from visitapp.domain.published.batches import OUTSIDE, REJECTED, Fault, FileProfile, Reading, RowRead, Scope, Tally
from visitapp.domain.published.mapping import KnownSchools, TableMapping
from visitapp.imports.published.mapped import mapped_shape
from visitapp.imports.published.recognise import shape_of
from visitapp.imports.published.shape import SPILL, RowReader, Shape
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.lines import DoubtfulCells
from visitapp.imports.tables.progress import Wanted, Watch
from visitapp.imports.tables.table import Table, open_table


class FileReading:
    """The rows of one published file, to be gone through once; `profile` is whole after the last of them."""

    def __init__(
        self, table: Table, shape: Shape, reader: RowReader, watch: Watch | None, wanted: Wanted | None
    ) -> None:
        self._table, self._shape, self._reader = table, shape, reader
        self._watch, self._wanted = watch, wanted

    @property
    def profile(self) -> FileProfile:
        """Return what the file is, as far as it has been read."""
        table, reader = self._table, self._reader
        return FileProfile(
            kind=self._shape.code,
            title=self._shape.title,
            file_name=table.name,
            sha256=table.sha256,
            size=table.size,
            encoding=table.encoding,
            columns=table.columns,
            period=reader.period,
            release=reader.release,
            attribution=reader.attribution,
            faults=(*table.faults, *reader.faults),
        )

    def __iter__(self) -> Iterator[RowRead]:
        width, row = len(self._table.columns), self._reader.row
        for line, cells in self._table.rows(self._watch, self._wanted):
            if type(cells) is list and len(cells) == width:
                yield row(line, cells)
            else:
                yield self._doubtful(line, cells, width)

    def _doubtful(self, line: int, cells: list[str] | Fault, width: int) -> RowRead:
        """Return what becomes of a row with something to be said of it, with that said."""
        doubts = cells.faults if isinstance(cells, DoubtfulCells) else ()
        found = self._uneven(line, cells, width)
        if not doubts or found.outcome == OUTSIDE:
            return found
        return RowRead(line, found.outcome, found.items, (*found.faults, *doubts))

    def _uneven(self, line: int, cells: list[str] | Fault, width: int) -> RowRead:
        """Return what becomes of a row that cannot be read, or has fewer or more cells than there are columns."""
        if isinstance(cells, Fault):
            return RowRead(line, REJECTED, (), (cells,))
        if len(cells) > width and self._shape.spilling == self._table.header.headings[-1]:
            return self._reader.row(line, [*cells[: width - 1], SPILL.join(cells[width - 1 :])])
        surplus = next((cell for cell in cells[width:] if cell.strip()), "")
        if surplus:
            return RowRead(line, REJECTED, (), (fault("E-LONG", line, "", surplus),))
        found = self._reader.row(line, (cells + [""] * (width - len(cells)))[:width])
        if found.outcome == OUTSIDE or len(cells) >= width:
            return found
        short = fault("W-SHORT", line, self._table.columns[len(cells)], f"{len(cells)} / {width}")
        return RowRead(found.line, found.outcome, found.items, (*found.faults, short))


@dataclass(frozen=True, slots=True)
class Explained:
    """How a table of an unknown kind is read: what a person said of it, and the schools it may name."""

    mapping: TableMapping
    schools: KnownSchools = field(default_factory=KnownSchools)


def read_file(
    path: Path,
    scope: Scope,
    *,
    watch: Watch | None = None,
    wanted: Wanted | None = None,
    sources: object = None,
    explained: Explained | None = None,
    sheet: str = "",
) -> FileReading:
    """Return the rows of a published file. `watch` is told how many bytes are done of how many (the file is gone over
    twice), `wanted` is asked now and then; `sources` are the lists that shapes read by; `explained` says how to read
    a table of no known kind, `sheet` which sheet of a workbook with several tables.

    Raises ImportRefusedError for a file that cannot be read or is of no known kind, also from the rows, and its
    SeveralSheetsError where a sheet must be chosen; and CancelledImportError once it is not wanted any more.
    """
    table = open_table(path, sheet=sheet, watch=watch, wanted=wanted)
    shape = shape_of(table) if explained is None else mapped_shape(table, explained.mapping, explained.schools)
    return FileReading(table, shape, shape.reader(table, scope, sources), watch, wanted)


def tallied(reading: Reading) -> tuple[FileProfile, Tally]:
    """Return what a file is and what would become of its rows, counted, without keeping anything; raises as its
    rows do."""
    tally = Tally()
    for row in reading:
        tally.count(row)
    profile = reading.profile
    tally.note(profile.faults)
    return profile, tally
