"""Tables with a row for each place and a column for each figure: every cell that says something becomes a figure."""

from collections.abc import Callable
from dataclasses import dataclass

from visitapp.domain.published.batches import KEPT, OUTSIDE, REJECTED, Fault, RowRead, Scope
from visitapp.domain.published.cells import read_cell
from visitapp.domain.published.figures import BAD, BLANK, NATION, WITH_VALUE, Figure
from visitapp.domain.published.measures import ALL, Measure, Measures, TableShape, Wanted
from visitapp.domain.school_year import said_year
from visitapp.imports.published.shape import code_lists
from visitapp.imports.published.years import release_in
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.table import Table


@dataclass(frozen=True, slots=True)
class Place:
    """Whom a row is about: `authority` decides whether it is wanted, `group` narrows every figure of the row."""

    about: str
    code: str
    authority: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of figures: where it stands, what it holds and of which year, and where its cohort stands."""

    place: int
    name: str
    measure: str
    group: str
    year: str
    cohort: int | None
    known: Measure | None
    again: bool = False


class WideReader:
    """Reads the rows of one file. `place_of` says from the cells of the columns `named` whom a row is about, or why
    nobody can tell; `dated` is the year the file is about and what is to be said of that."""

    def __init__(
        self,
        table: Table,
        scope: Scope,
        sources: object,
        shape: str,
        named: tuple[str, ...],
        place_of: Callable[..., Place | Fault],
        columns: Callable[[Table, TableShape, Measures, int], tuple[Column, ...]],
        dated: tuple[int, tuple[Fault, ...]],
    ) -> None:
        measures = code_lists(sources)
        self._scope, self._place_of = scope, place_of
        self._shape = measures.shapes[shape]
        self._named = tuple(table.header.place(name) or 0 for name in named)
        year, self.faults = dated
        self._columns = columns(table, self._shape, measures, year)
        self.release = release_in(table.name)
        self.attribution = self._shape.attribution
        self.period = said_year(str(year))

    def row(self, line: int, cells: list[str]) -> RowRead:
        """Return what becomes of one row."""
        place = self._place_of(line, *(cells[at].strip() for at in self._named))
        if isinstance(place, Fault):
            return RowRead(line, REJECTED, (), (place,))
        if place.about != NATION and not self._scope.holds(place.authority, place.code):
            return RowRead(line, OUTSIDE)
        figures: list[Figure] = []
        faults: list[Fault] = []
        for column in self._columns:
            raw = cells[column.place].strip()
            value, status = read_cell(raw, self._shape.symbols, column.known)
            if status == BLANK:
                continue
            if status == BAD:
                faults.append(fault("W-CODE", line, column.name, raw))
            pupils = self._pupils(cells, column.cohort) if status in WITH_VALUE else 0
            group = place.group if place.group and column.group == ALL else column.group
            figures.append(
                Figure(
                    place.about,
                    place.code,
                    column.year,
                    column.measure,
                    group,
                    value,
                    status,
                    raw,
                    pupils,
                    column.again,
                )
            )
        return RowRead(line, KEPT, tuple(figures), tuple(faults))

    def _pupils(self, cells: list[str], place: int | None) -> int:
        value = read_cell(cells[place], self._shape.symbols)[0] if place is not None else None
        return int(value) if value is not None and value > 0 else 0


def columns_of_year(table: Table, shape: TableShape, measures: Measures, year: int) -> tuple[Column, ...]:
    """Return the columns of a file about one year; those that no list knows are kept under their own name."""
    found = []
    for place, name in enumerate(table.header.headings):
        if not name or name in shape.identity or table.header.place(name) != place:
            continue
        wanted = shape.columns.get(name) or Wanted(own_name(shape, name))
        cohort = table.header.place(wanted.cohort) if wanted.cohort else None
        known = measures.measures.get(wanted.measure)
        found.append(Column(place, name.upper(), wanted.measure, wanted.group, str(year), cohort, known))
    return tuple(found)


def own_name(shape: TableShape, name: str) -> str:
    """Return the measure under which a column that no list knows is kept."""
    return f"{shape.code}:{name}"
