"""Key stage 2 results as statistics are published since 2022/23: a row for each place, group and subject."""

import re

from visitapp.domain.published.batches import KEPT, OUTSIDE, REJECTED, Fault, RowRead, Scope
from visitapp.domain.published.cells import read_cell
from visitapp.domain.published.figures import AUTHORITY, BAD, BLANK, NATION, REGION, SCHOOL, Figure
from visitapp.domain.published.measures import Wanted
from visitapp.domain.school_year import said_year
from visitapp.imports.published.shape import Shape, code_lists
from visitapp.imports.published.wide import own_name
from visitapp.imports.published.years import year_in_cell
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.headings import heading
from visitapp.imports.tables.table import Table

CODE = "ks2-long"
_NEEDS = frozenset({"time_period", "geographic_level", "breakdown", "subject", "expected_standard_pupil_percent"})
_URN = re.compile(r"\d{6}")
_LA = re.compile(r"\d{3}")
_ALL_STATE = "all state funded"
_AVERAGE = re.compile(r"average \((20\d\d) to (20\d\d)\)")


class Ks2LongReader:
    """Reads the rows of one file; a row gives one figure for each measure it has a value or a reason for."""

    def __init__(self, table: Table, scope: Scope, sources: object) -> None:
        self._measures = code_lists(sources)
        self._shape = self._measures.shapes[CODE]
        self._scope, self._header = scope, table.header
        named = [(place, name) for place, name in enumerate(table.header.headings) if name]
        self._figures = [(place, name) for place, name in named if name not in self._shape.identity]
        self._years: set[str] = set()
        self.release = ""
        self.attribution = self._shape.attribution
        self.faults: tuple[Fault, ...] = ()

    @property
    def period(self) -> str:
        """Return the years covered, in words."""
        years = sorted(self._years)
        return ", ".join(dict.fromkeys((said_year(years[0]), said_year(years[-1])))) if years else ""

    def row(self, line: int, cells: list[str]) -> RowRead:
        """Return what becomes of one row."""
        years = self._said(cells, "time_period")
        year = year_in_cell(years)
        if year is None:
            return RowRead(line, REJECTED, (), (fault("E-YEARS", line, "time_period", years),))
        place = self._place(line, cells)
        if isinstance(place, Fault):
            return RowRead(line, REJECTED, (), (place,))
        about, code, authority = place
        other_schools = heading(self._said(cells, "establishment_type_group")) not in ("", _ALL_STATE)
        if other_schools or (about in (SCHOOL, AUTHORITY) and not self._scope.holds(authority, code)):
            return RowRead(line, OUTSIDE)
        self._years.add(year)
        self.release = self._said(cells, "version") or self.release
        average = _AVERAGE.fullmatch(heading(self._said(cells, "breakdown_topic")))
        return self._kept(line, cells, (about, code, f"{average[1]}-{average[2]}" if average else year))

    def _kept(self, line: int, cells: list[str], place: tuple[str, str, str]) -> RowRead:
        subject, group = (self._said(cells, name) for name in ("subject", "breakdown"))
        groups, subjects = self._shape.said["breakdown"], self._shape.said["subject"]
        known_group, known_subject = groups.get(heading(group), heading(group)), subjects.get(heading(subject))
        figures, faults = [], []
        for at, name in self._figures:
            raw = cells[at].strip()
            wanted = self._shape.columns.get(f"{known_subject}/{name}") if known_subject else None
            measure = (wanted or Wanted(own_name(self._shape, f"{heading(subject)}/{name}"))).measure
            value, status = read_cell(raw, self._shape.symbols, self._measures.measures.get(measure))
            if status == BLANK:
                continue
            if status == BAD:
                faults.append(fault("W-CODE", line, name, raw))
            figures.append(Figure(*place, measure, known_group, value, status, raw))
        return RowRead(line, KEPT, tuple(figures), tuple(faults))

    def _place(self, line: int, cells: list[str]) -> tuple[str, str, str] | Fault:
        level = heading(self._said(cells, "geographic_level"))
        if level == "school":
            urn, number = self._said(cells, "school_urn"), self._said(cells, "school_laestab")
            return (SCHOOL, urn, number[:3]) if _URN.fullmatch(urn) else fault("E-URN", line, "school_urn", urn)
        if level == "local authority":
            code = self._said(cells, "old_la_code")
            return (AUTHORITY, code, code) if _LA.fullmatch(code) else fault("E-PLACE", line, "old_la_code", code)
        if level in ("regional", "national"):
            return (NATION, "england", "") if level == "national" else (REGION, self._said(cells, "region_name"), "")
        return fault("E-ROW", line, "geographic_level", level)

    def _said(self, cells: list[str], name: str) -> str:
        place = self._header.place(name)
        return cells[place].strip() if place is not None else ""


def _fits(headings: frozenset[str]) -> bool:
    return headings >= _NEEDS


SHAPE = Shape(CODE, "Key stage 2 results, a row for each group and subject", _fits, Ks2LongReader)
