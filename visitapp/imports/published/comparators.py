"""The comparators of local authorities: one figure a row, for an authority, a region or the nation."""

import re

from visitapp.domain.published.batches import KEPT, OUTSIDE, REJECTED, Fault, RowRead, Scope
from visitapp.domain.published.cells import read_cell
from visitapp.domain.published.figures import AUTHORITY, BAD, NATION, REGION, Figure
from visitapp.domain.published.measures import Wanted
from visitapp.imports.published.shape import Shape, code_lists
from visitapp.imports.published.wide import own_name
from visitapp.imports.published.years import year_in_cell
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.headings import heading
from visitapp.imports.tables.table import Table

CODE = "authority-comparators"
_NEEDS = ("short desc", "years", "la and regions", "values", "la number")
_NUMBER = re.compile(r"(\d{3})(\.0)?")
_ENGLAND, _LEAST_REGION = "970", 980
"""Numbers from 980 on are regions and other groups of authorities."""


class ComparatorsReader:
    """Reads the rows of one file; figures of regions and of England are kept whatever the scope."""

    def __init__(self, table: Table, scope: Scope, sources: object) -> None:
        self._measures = code_lists(sources)
        self._shape = self._measures.shapes[CODE]
        self._scope = scope
        self._places = [table.header.place(name) or 0 for name in _NEEDS]
        self._first, self._last = "9999", ""
        self.release = ""
        self.attribution = self._shape.attribution
        self.faults: tuple[Fault, ...] = ()

    @property
    def period(self) -> str:
        """Return the years covered, in words."""
        return f"{self._first} to {self._last}" if self._last else ""

    def row(self, line: int, cells: list[str]) -> RowRead:
        """Return what becomes of one row."""
        said, years, name, raw, number = (cells[place].strip() for place in self._places)
        year, place = year_in_cell(years), self._place(number, name)
        if year is None:
            return RowRead(line, REJECTED, (), (fault("E-YEARS", line, "Years", years),))
        if place is None:
            return RowRead(line, REJECTED, (), (fault("E-PLACE", line, "LA Number", number),))
        about, code = place
        if about == AUTHORITY and not self._scope.holds(code):
            return RowRead(line, OUTSIDE)
        self._first, self._last = min(self._first, year), max(self._last, year)
        wanted = self._shape.columns.get(heading(said)) or Wanted(own_name(self._shape, heading(said)))
        value, status = read_cell(raw, self._shape.symbols, self._measures.measures.get(wanted.measure))
        faults = (fault("W-CODE", line, "Values", raw),) if status == BAD else ()
        return RowRead(
            line, KEPT, (Figure(about, code, year, wanted.measure, wanted.group, value, status, raw),), faults
        )

    def _place(self, number: str, name: str) -> tuple[str, str] | None:
        found = _NUMBER.fullmatch(number)
        if found is None:
            return None
        if found[1] == _ENGLAND:
            return NATION, "england"
        return (REGION, name) if int(found[1]) >= _LEAST_REGION else (AUTHORITY, found[1])


def _fits(headings: frozenset[str]) -> bool:
    return headings >= frozenset(_NEEDS)


SHAPE = Shape(CODE, "Comparators of local authorities", _fits, ComparatorsReader)
