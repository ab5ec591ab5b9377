"""Census and absence: one row a school, three for the nation by sort of school, the year only in the file's name."""

import re

from visitapp.domain.published.batches import Fault, Scope
from visitapp.domain.published.figures import NATION, SCHOOL
from visitapp.imports.published.shape import Shape
from visitapp.imports.published.wide import Place, WideReader, columns_of_year
from visitapp.imports.published.years import year_of_file
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.table import Table

_CENSUS, _ABSENCE = "school-census", "school-absence"
_URN = re.compile(r"\d{6}")
_LA = re.compile(r"\d{3}")
_NATIONAL = "NAT"
_SORTS = {"PRI": "primary", "SEC": "secondary", "SPE": "special"}


def _reader(code: str, table: Table, scope: Scope, sources: object) -> WideReader:
    named = ("urn", "la", "estab")
    return WideReader(table, scope, sources, code, named, _place, columns_of_year, year_of_file(table))


def _place(line: int, urn: str, authority: str, number: str) -> Place | Fault:
    """Return whom a row is about; a national one has its mark in one of two columns, its sort in the third."""
    if _NATIONAL in (urn, authority):
        sort = _SORTS.get(number)
        return Place(NATION, "england", "", sort) if sort else fault("E-ROW", line, "ESTAB", number)
    if _URN.fullmatch(urn) is None:
        return fault("E-URN", line, "URN", urn)
    if _LA.fullmatch(authority) is None:
        return fault("E-PLACE", line, "LA", authority)
    return Place(SCHOOL, urn, authority)


def _census(table: Table, scope: Scope, sources: object) -> WideReader:
    return _reader(_CENSUS, table, scope, sources)


def _absence(table: Table, scope: Scope, sources: object) -> WideReader:
    return _reader(_ABSENCE, table, scope, sources)


def _is_census(headings: frozenset[str]) -> bool:
    return headings >= {"urn", "la", "estab", "nor", "numeal"}


def _is_absence(headings: frozenset[str]) -> bool:
    return headings >= {"urn", "la", "estab", "perctot"}


CENSUS = Shape(_CENSUS, "School census, a row for each school", _is_census, _census)
ABSENCE = Shape(_ABSENCE, "Absence, a row for each school", _is_absence, _absence)
