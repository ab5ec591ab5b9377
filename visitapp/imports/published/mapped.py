"""A table nobody has seen, read by what a person said of its columns; and what the person is shown to say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from visitapp.domain.published.batches import KEPT, OUTSIDE, REJECTED, Fault, RowRead, Scope
from visitapp.domain.published.cells import read_cell
from visitapp.domain.published.figures import BAD, BLANK, SCHOOL, WITH_VALUE, Figure
from visitapp.domain.published.mapping import BY_NAME, BY_URN, KnownSchools, MappedColumn, TableMapping
from visitapp.domain.published.measures import ALL
from visitapp.domain.school_year import said_year
from visitapp.imports.published.shape import Shape, code_lists
from visitapp.imports.published.years import academic_year_in, release_in, year_in_cell
from visitapp.imports.tables.faults import fault, refusal
from visitapp.imports.tables.headings import heading
from visitapp.imports.tables.progress import Wanted
from visitapp.imports.tables.table import Table, open_table

CODE = "mapped-table"
_URN = re.compile(r"\d{6}")
_NUMBER = re.compile(r"(\d{3})[ /]?(\d{4})")
_SHOWN, _MOST_WORDS, _LONGEST = 3, 60, 80


class MappedReader:
    """Reads the rows of one file: each gives the figures of its columns, or its one figure."""

    def __init__(
        self, mapping: TableMapping, schools: KnownSchools, table: Table, scope: Scope, sources: object
    ) -> None:
        self._lists = code_lists(sources)
        self._mapping, self._schools = mapping.proved(self._lists), schools
        self._scope, self._header = scope, table.header
        self._symbols = self._lists.shapes[CODE].symbols
        self._years: set[str] = set()
        self._seen: set[tuple[str, str, str, str]] = set()
        self.release = release_in(table.name)
        self.attribution = ""
        self.faults: tuple[Fault, ...] = ()

    @property
    def period(self) -> str:
        """Return the years covered, in words."""
        ends = sorted({year[-4:] for year in self._years})
        return " to ".join(dict.fromkeys(said_year(year) for year in (ends[0], ends[-1]))) if ends else ""

    def row(self, line: int, cells: list[str]) -> RowRead:
        """Return what becomes of one row."""
        found = self._school(line, cells)
        if isinstance(found, Fault):
            return RowRead(line, REJECTED, (), (found,))
        urn, authority, doubts = found
        if authority and not self._scope.holds(authority, urn):
            return RowRead(line, OUTSIDE)
        said = self._said(cells, self._mapping.year_column)
        year = year_in_cell(said) if self._mapping.year_column else self._mapping.year
        if year is None:
            return RowRead(line, REJECTED, (), (fault("E-YEARS", line, self._mapping.year_column, said),))
        columns = self._columns(line, cells)
        if isinstance(columns, Fault):
            return RowRead(line, REJECTED, (), (columns,))
        return self._kept(line, cells, urn, year, columns, doubts)

    def _kept(
        self,
        line: int,
        cells: list[str],
        urn: str,
        year: str,
        columns: tuple[MappedColumn, ...],
        doubts: tuple[Fault, ...],
    ) -> RowRead:
        keys = {(urn, year, one.measure, one.group) for one in columns}
        if keys & self._seen:
            return RowRead(line, REJECTED, (), (fault("E-DUP", line, self._mapping.school, urn),))
        self._seen |= keys
        self._years.add(year)
        figures: list[Figure] = []
        faults = list(doubts)
        for one in columns:
            raw = self._said(cells, one.column)
            value, status = read_cell(raw, self._symbols, self._lists.measures[one.measure])
            if status == BLANK:
                continue
            if status == BAD:
                faults.append(fault("W-CODE", line, one.column, raw))
            pupils = self._pupils(cells, one.cohort) if status in WITH_VALUE else 0
            figures.append(Figure(SCHOOL, urn, year, one.measure, one.group, value, status, raw, pupils))
        return RowRead(line, KEPT, tuple(figures), tuple(faults))

    def _columns(self, line: int, cells: list[str]) -> tuple[MappedColumn, ...] | Fault:
        rows = self._mapping.rows
        if rows is None:
            return self._mapping.columns
        word = self._said(cells, rows.measure)
        measure = rows.measures.get(heading(word))
        if measure is None:
            return fault("E-MEASURE", line, rows.measure, word)
        word = self._said(cells, rows.group)
        group = rows.groups.get(heading(word)) if rows.group else ALL
        if group is None:
            return fault("E-GROUP", line, rows.group, word)
        return (MappedColumn(rows.value, measure, group, rows.cohort),)

    def _school(self, line: int, cells: list[str]) -> tuple[str, str, tuple[Fault, ...]] | Fault:
        """Return URN, authority as far as it is known, and doubts."""
        column = self._mapping.school
        said = self._said(cells, column)
        if self._mapping.school_by == BY_URN:
            if not _URN.fullmatch(said):
                return fault("E-URN", line, column, said)
            authority = self._schools.authorities.get(said, "")
            unknown = bool(self._schools.authorities) and not authority
            return said, authority, (fault("W-SCHOOL", line, column, said),) if unknown else ()
        if self._mapping.school_by == BY_NAME:
            urn = self._schools.names.get(heading(said), "")
        else:
            parts = _NUMBER.fullmatch(said)
            urn = self._schools.numbers.get(parts[1] + parts[2], "") if parts else ""
        return (urn, self._schools.authorities.get(urn, ""), ()) if urn else fault("E-SCHOOL", line, column, said)

    def _pupils(self, cells: list[str], column: str) -> int:
        value = read_cell(self._said(cells, column), self._symbols)[0]
        return int(value) if value is not None and value > 0 else 0

    def _said(self, cells: list[str], column: str) -> str:
        place = self._header.place(column) if column else None
        return cells[place].strip() if place is not None else ""


def mapped_shape(table: Table, mapping: TableMapping, schools: KnownSchools) -> Shape:
    """Return the shape a person gave a table. Raises ImportRefusedError when it asks for columns that are not there,
    or when nothing says which year the file is about."""
    missing = table.header.missing(_asked(mapping))
    if missing:
        named = ", ".join(f"\u201c{one}\u201d" for one in missing)
        raise refusal("E-HDR", f"it lacks columns it was to be read by ({named})", "Explain its columns again.")
    return Shape(CODE, mapping.title, bool, partial(MappedReader, mapping, schools))


def header_key(columns: tuple[str, ...]) -> str:
    """Return what tables with the same columns have in common."""
    return "\n".join(map(heading, columns))


@dataclass(frozen=True, slots=True)
class SampledColumn:
    """One column: its name, its heading as compared, a few values, and every word in it unless they are many."""

    name: str
    heading: str
    values: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sampled:
    """What a person is shown of a table nobody has seen. `year` is the one its name says (2025 for 2024/25)."""

    path: Path
    key: str
    columns: tuple[SampledColumn, ...]
    year: str = ""


def sampled(path: Path, wanted: Wanted | None = None, sheet: str = "") -> Sampled:
    """Return the columns of a table with samples. Raises ImportRefusedError and CancelledImportError."""
    table = open_table(path, sheet=sheet, wanted=wanted)
    found: list[dict[str, None]] = [{} for _ in table.columns]
    for _, cells in table.rows(None, wanted):
        for words, cell in zip(found, cells if isinstance(cells, list) else (), strict=False):
            if len(words) <= _MOST_WORDS and (said := cell.strip()[:_LONGEST]):
                words[said] = None
    year = academic_year_in(table.name)
    return Sampled(path, header_key(table.columns), tuple(_sampled(table, found)), str(year or ""))


def _sampled(table: Table, found: list[dict[str, None]]) -> Iterator[SampledColumn]:
    for place, (name, words) in enumerate(zip(table.columns, found, strict=True)):
        one = table.header.headings[place]
        if one and table.header.place(one) == place:
            every = tuple(words)
            yield SampledColumn(name.strip(), one, every[:_SHOWN], every if len(every) <= _MOST_WORDS else ())


def _asked(mapping: TableMapping) -> list[str]:
    rows = mapping.rows
    asked = [mapping.school, mapping.year_column, *(one.column for one in mapping.columns)]
    asked += [one.cohort for one in mapping.columns]
    asked += [rows.measure, rows.value, rows.group, rows.cohort] if rows else []
    return [one for one in asked if one]
