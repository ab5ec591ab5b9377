"""Management information on inspections, of every era: the latest of each school, or all of a year."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from visitapp.domain.published.batches import KEPT, OUTSIDE, REJECTED, Fault, RowRead, Scope
from visitapp.domain.published.inspections import AreaJudgement, PublishedInspection
from visitapp.domain.published.measures import Measures
from visitapp.domain.published.scales import GRADED, MONITORING, SAFEGUARDING, UNGRADED, Block, InspectionLists
from visitapp.imports.published.inspection_cells import InspectionCells
from visitapp.imports.published.shape import LICENCE, Shape
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.headings import Header, heading
from visitapp.imports.tables.table import Table

_AS_AT = re.compile(r"as[ _]at[ _](\d{1,2})[ _]([A-Za-z]{3,9})[ _](20\d\d)")
_FULL_NUMBER = re.compile(r"(\d{3})[ /-]?\d{4}(?:\.0)?")
_URN = re.compile(r"(\d{6})(?:\.0)?")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one inspection of a row stands: for each thing its columns, of which the first that says it is read."""

    block: Block
    columns: Mapping[str, tuple[int, ...]]
    areas: tuple[tuple[str, int], ...]
    dates: Mapping[str, int]


class InspectionReader:
    """Reads the rows of one file; a row gives each inspection it has a number for."""

    release = ""

    def __init__(self, table: Table, scope: Scope, sources: object) -> None:
        self._lists = inspection_lists(sources)
        self._scope = scope
        self._names = table.columns
        self._places = [one for block in self._lists.blocks if (one := _place(block, table.header)) is not None]
        self._urn, self._full_number, self._authority = (
            table.header.place(name) for name in ("URN", "LAESTAB", "Local authority")
        )
        self._codes: dict[str, str] = {}
        self._seen: dict[tuple[str, str], int] = {}
        self.period = _as_at(table.name)
        self.attribution = f"{LICENCE} Source: {self._lists.source}{', ' if self.period else ''}{self.period}."
        self.faults = _new_columns(table, self._lists)

    def row(self, line: int, cells: list[str]) -> RowRead:
        """Return the inspections of one row, or why there are none."""
        raw = cells[self._urn or 0].strip()
        found = _URN.fullmatch(raw)
        urn, authority = found[1] if found else "", self._authority_of(cells)
        if not authority and urn not in self._scope.own and self._scope.authorities:
            return _rejected("E-PLACE", line, "LAESTAB", self._said_of_place(cells))
        if not self._scope.holds(authority, urn):
            return RowRead(line, OUTSIDE)
        if not urn:
            return _rejected("E-URN", line, "URN", raw)
        read = InspectionCells(line, cells, self._names, self._lists)
        events = self._events(urn, read)
        if not events:
            said = next((one for one in read.faults if one.code != "W-GRADE"), None)
            first = said or fault("E-INSPECTION", line, self._names[self._number_column()], "")
            return RowRead(line, REJECTED, (), (fault("E-INSPECTION", line, first.column, first.raw), *read.faults))
        fresh = [one for one in events if (one.number, urn) not in self._seen]
        if not fresh:
            number = events[0].number
            return _rejected("E-DUP", line, "URN", f"{number} ({self._seen[number, urn]})")
        self._seen.update({(one.number, urn): line for one in fresh})
        return RowRead(line, KEPT, tuple(fresh), tuple(read.faults))

    def _events(self, urn: str, read: InspectionCells) -> tuple[PublishedInspection, ...]:
        """Return the inspections of a row, each number once, told by the columns that say most of it."""
        found: dict[str, PublishedInspection] = {}
        for place in self._places:
            one = self._event(urn, place, read)
            if one is not None and (one.number not in found or len(one.areas) > len(found[one.number].areas)):
                found[one.number] = one
        return tuple(found.values())

    def _event(self, urn: str, place: _Place, read: InspectionCells) -> PublishedInspection | None:
        columns = place.columns
        number = read.number(columns["number"])
        if not number:
            read.note_orphan(tuple(at for _, at in place.areas) + columns.get("outcome", ()))
            return None
        started, published = read.day(columns.get("start", ())), read.day(columns.get("published", ()))
        judged = read.judged(place.areas)
        safeguarding = read.raw(columns.get("safeguarding", ()))
        framework = self._lists.framework_on(started, frozenset(judged))
        code = framework.code if framework else ""
        areas = [
            AreaJudgement(area, said, read.word(code, area, at), read.other_day(place.dates.get(area), started))
            for area in dict.fromkeys((*(framework.areas if framework else ()), *judged))
            if area in judged
            for said, at in (judged[area],)
        ]
        whole = read.raw(columns.get("outcome", ()))
        visited = read.outcome(columns.get("visited", ()))
        said_sort = " \u00b7 ".join(dict.fromkeys(filter(None, map(read.one, columns.get("type", ())))))
        return PublishedInspection(
            number=number,
            urn=read.urn(columns.get("urn", ())) or urn,
            latest_urn=urn,
            framework=code,
            sort=self._sort(place.block, said_sort, bool(areas or whole), visited, code),
            said_sort=said_sort,
            started_on=started,
            published_on=published,
            outcome=(read.word(code, "", whole[1]) if whole else "") or visited,
            concern=read.concern(columns.get("concern", ()), columns.get("outcome", ())),
            safeguarding=read.word(code, SAFEGUARDING, safeguarding[1]) if safeguarding else "",
            areas=tuple(areas),
        )

    def _sort(self, block: Block, said: str, graded: bool, visited: str, framework: str) -> str:
        found = self._lists.framework(framework)
        full = found.sort if found else GRADED
        if graded or (block.sort == GRADED and not said and not visited):
            return full
        if block.sort != GRADED:
            return block.sort
        low = said.lower()
        told = next((sort for words, sort in self._lists.sort_words.items() if words in low), "")
        told = told or (UNGRADED if visited.lower() in map(str.lower, self._lists.outcomes.values()) else "")
        return full if told == GRADED else told or (MONITORING if visited else full)

    def _authority_of(self, cells: list[str]) -> str:
        """Return the authority's code by the seven-digit number, or by its name as told by an earlier row."""
        name = "" if self._authority is None else heading(cells[self._authority])
        found = None if self._full_number is None else _FULL_NUMBER.fullmatch(cells[self._full_number].strip())
        if found is None:
            return self._codes.get(name, "")
        if name:
            self._codes.setdefault(name, found[1])
        return found[1]

    def _said_of_place(self, cells: list[str]) -> str:
        return "" if self._full_number is None else cells[self._full_number]

    def _number_column(self) -> int:
        return self._places[0].columns["number"][0]


def inspection_lists(sources: object) -> InspectionLists:
    """Return the lists of inspections among those that `read_file` was given; without them is a mistake."""
    found = sources.inspections if isinstance(sources, Measures) else sources
    if not isinstance(found, InspectionLists):
        raise TypeError("inspections are read with the lists of inspections")
    return found


def _rejected(code: str, line: int, column: str, raw: str) -> RowRead:
    return RowRead(line, REJECTED, (), (fault(code, line, column, raw),))


def _place(block: Block, header: Header) -> _Place | None:
    """Return where a block stands in a file, None where the file has no number for it."""
    columns = {what: _known(header, names) for what, names in block.columns.items()}
    if not columns["number"]:
        return None
    areas = [(area, at) for area, names in block.areas.items() if (at := header.place(*names)) is not None]
    dates = {area: at for area, names in block.dates.items() if (at := header.place(*names)) is not None}
    return _Place(block, columns, tuple(areas), dates)


def _known(header: Header, names: Iterable[str]) -> tuple[int, ...]:
    return tuple(at for name in names if (at := header.place(name)) is not None)


def _new_columns(table: Table, lists: InspectionLists) -> tuple[Fault, ...]:
    known = {heading(one) for one in lists.identity}
    for block in lists.blocks:
        for names in (*block.columns.values(), *block.areas.values(), *block.dates.values()):
            known.update(map(heading, names))
    new = [name for name, one in zip(table.columns, table.header.headings, strict=True) if one and one not in known]
    return tuple(fault("I-NEWCOL", table.header_line, name, name) for name in new)


def _as_at(file_name: str) -> str:
    found = _AS_AT.search(file_name)
    return f"as at {int(found[1])} {found[2]} {found[3]}" if found else ""


def _fits(headings: frozenset[str]) -> bool:
    return "urn" in headings and any("inspection number" in one for one in headings)


SHAPE = Shape("inspections", "Inspections of schools, management information", _fits, InspectionReader)
