"""Key stage 2 results with a row a school, and for authority and nation: ragged, with the year in column names."""

import re

from visitapp.domain.published.batches import Fault, Scope
from visitapp.domain.published.figures import AUTHORITY, NATION, SCHOOL
from visitapp.domain.published.measures import Measures, TableShape, Wanted
from visitapp.imports.published.shape import Shape
from visitapp.imports.published.wide import Column, Place, WideReader, own_name
from visitapp.imports.published.years import year_of_file
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.table import Table

CODE = "ks2-wide"

_NEEDS = frozenset({"rectype", "lea", "urn", "schname", "telig", "ptrwm_exp"})
_ABOUT = {"1": SCHOOL, "2": SCHOOL, "3": AUTHORITY, "4": NATION, "5": NATION}
"""RECTYPE: mainstream, special, authority, all schools of England, state-funded schools of England."""
_NATION = {"4": "england-all", "5": "england"}
_URN = re.compile(r"\d{6}")
_LEA = re.compile(r"\d{3}")
_EARLIER = re.compile(r"(.+)_(\d\d)")


def _reader(table: Table, scope: Scope, sources: object) -> WideReader:
    return WideReader(table, scope, sources, CODE, ("rectype", "lea", "urn"), _place, _columns, _year(table))


def _place(line: int, kind: str, authority: str, urn: str) -> Place | Fault:
    about = _ABOUT.get(kind)
    if about is None:
        return fault("E-ROW", line, "RECTYPE", kind)
    if about == NATION:
        return Place(NATION, _NATION[kind])
    if _LEA.fullmatch(authority) is None:
        return fault("E-PLACE", line, "LEA", authority)
    if about == AUTHORITY:
        return Place(AUTHORITY, authority, authority)
    if _URN.fullmatch(urn) is None:
        return fault("E-URN", line, "URN", urn)
    return Place(SCHOOL, urn, authority)


def _columns(table: Table, shape: TableShape, measures: Measures, year: int) -> tuple[Column, ...]:
    found = []
    for place, name in enumerate(table.header.headings):
        if not name or name in shape.identity or table.header.place(name) != place:
            continue
        wanted = _wanted(name, shape, year)
        cohort = _in_file(wanted.cohort, year)
        about = f"{year - 2}-{year}" if wanted.year == "3yr" else str(year - int(wanted.year or 0))
        known = measures.measures.get(wanted.measure)
        there = table.header.place(cohort) if cohort else None
        again = about != str(year)
        found.append(Column(place, name.upper(), wanted.measure, wanted.group, about, there, known, again))
    return tuple(found)


def _wanted(name: str, shape: TableShape, year: int) -> Wanted:
    """Return what a column holds: one of the list, one of an earlier year, or what only its own name says."""
    earlier = _EARLIER.fullmatch(name)
    if earlier is not None:
        found = shape.columns.get(f"{earlier[1]}_-{year - 2000 - int(earlier[2])}")
        if found is not None:
            return found
    return shape.columns.get(name) or Wanted(own_name(shape, name))


def _in_file(cohort: str, year: int) -> str:
    """Return the heading a cohort's column has in a file of a year."""
    base, mark, years = cohort.partition("_-")
    return f"{base}_{year - int(years) - 2000:02}" if mark else cohort


def _year(table: Table) -> tuple[int, tuple[Fault, ...]]:
    """Return the year a file is about: one more than the newest it looks back to, else what its name says."""
    back = (_EARLIER.fullmatch(name) for name in table.header.headings)
    years = [2000 + int(found[2]) for found in back if found is not None]
    return (max(years) + 1, ()) if years else year_of_file(table)


def _fits(headings: frozenset[str]) -> bool:
    return headings >= _NEEDS


SHAPE = Shape(CODE, "Key stage 2 results, a row for each school", _fits, _reader)
