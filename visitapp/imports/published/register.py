"""The national register of schools (GIAS), the whole of it or a search download, as schools."""

import operator
import re
from datetime import date
from itertools import takewhile

from visitapp.domain.published.batches import KEPT, OUTSIDE, REJECTED, Fault, RowRead, Scope
from visitapp.domain.published.phases import phase_of
from visitapp.domain.published.replacing import REGISTER, REGISTER_SEARCH
from visitapp.domain.published.schools import RegisterSchool
from visitapp.imports.published.register_cells import SchoolCells, said
from visitapp.imports.published.register_columns import COLUMNS, HEAD, KNOWN, LINKED, OF_WHOLE_ONLY, SHORTENED, TEXTS
from visitapp.imports.published.register_inspections import LastInspections
from visitapp.imports.published.shape import LICENCE, Shape
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.headings import Header, heading
from visitapp.imports.tables.table import Table

_NEEDED = frozenset(
    heading(one)
    for one in ("URN", "LA (code)", "EstablishmentName", "EstablishmentStatus (name)", "PhaseOfEducation (name)")
)
_ONLY_WHOLE = heading("TypeOfEstablishment (code)")
_KNOWN = frozenset(map(heading, KNOWN))
_STATUSES = {
    "open": "open",
    "open, but proposed to close": "closing",
    "proposed to open": "proposed",
    "closed": "closed",
}
_STATUS_CODES = {"1": "open", "2": "closed", "3": "closing", "4": "proposed"}
_SOURCE = "Get Information about Schools, Department for Education"
_DATED = re.compile(r"(20\d\d)(\d\d)(\d\d)")


class RegisterReader:
    """Reads the rows of one register file into schools; of rows elsewhere it looks at number and authority only."""

    release = ""

    def __init__(self, table: Table, scope: Scope, sources: object) -> None:
        header = table.header
        nowhere = len(header)
        places = {what: header.place(column) for what, column in COLUMNS.items()}
        self._places = {what: nowhere if place is None else place for what, place in places.items()}
        self._texts = operator.itemgetter(*(self._places[what] for what in TEXTS))
        heads = [header.place(name) for name in HEAD]
        self._head = [place for place in heads if place is not None]
        self._shortened = [(name, place) for name in SHORTENED if (place := header.place(name)) is not None]
        self._linked = _linked_in(header)
        self._urn, self._code = self._places["urn"], self._places["authority_code"]
        self._authorities, self._own = scope.authorities, scope.own
        self._lines: dict[str, int] = {}
        self.period = _day_in(table.name)
        source = ", ".join(filter(None, (_SOURCE, self.period)))
        self.attribution = f"{LICENCE} Source: {source}."
        inspections = LastInspections(header, sources, source)
        self._inspections = inspections if inspections.is_told else None
        self.faults = _about_columns(table)

    def row(self, line: int, cells: list[str]) -> RowRead:
        """Return the school of one row, with its links and last inspection where the file has them, or why none."""
        code = cells[self._code]
        if not self._authorities or code in self._authorities or cells[self._urn] in self._own:
            return self._school(line, cells)
        if len(code) == 3 and code.isdecimal():
            return RowRead(line, OUTSIDE)
        code, urn = code.strip(), cells[self._urn].strip()
        if code in self._authorities or urn in self._own:
            return self._school(line, cells)
        if len(code) == 3 and code.isdecimal():
            return RowRead(line, OUTSIDE)
        return RowRead(line, REJECTED, (), (fault("E-PLACE", line, COLUMNS["authority_code"], code),))

    def _school(self, line: int, cells: list[str]) -> RowRead:
        cells.append("")
        places = self._places
        urn, name = cells[self._urn].strip(), said(cells[places["name"]])
        status = _STATUSES.get(cells[places["status"]].strip().lower(), "")
        status = status or _STATUS_CODES.get(cells[places["status_code"]].strip(), "")
        wrong = self._refusal(line, urn, name, status, cells)
        if wrong:
            return RowRead(line, REJECTED, (), (wrong,))
        self._lines[urn] = line
        read = SchoolCells(line, cells, places)
        school = self._made(urn, name, status, read)
        for column, place in self._shortened:
            if "+" in cells[place]:
                read.look_for_shortened(column, cells[place])
        links = read.links(urn, self._linked)
        inspected = self._inspections.of(urn, line, cells, read.faults) if self._inspections else ()
        return RowRead(line, KEPT, (school, *links, *inspected), tuple(read.faults))

    def _refusal(self, line: int, urn: str, name: str, status: str, cells: list[str]) -> Fault | None:
        if len(urn) != 6 or not (urn.isascii() and urn.isdecimal()):
            return fault("E-URN", line, COLUMNS["urn"], urn)
        if urn in self._lines:
            return fault("E-DUP", line, COLUMNS["urn"], f"{urn} ({self._lines[urn]})")
        if not name:
            return fault("E-NAME", line, COLUMNS["name"], "")
        if not status:
            return fault("E-STATUS", line, COLUMNS["status"], cells[self._places["status"]])
        return None

    def _made(self, urn: str, name: str, status: str, read: SchoolCells) -> RegisterSchool:
        code, authority, number, kind, group, phase, gender, religion, *where = read.texts(self._texts)
        trust, federation, street, town, postcode, region, website, telephone = where
        youngest, oldest = read.whole("youngest", 99), read.whole("oldest", 99)
        return RegisterSchool(
            urn=urn,
            name=name,
            status=status,
            authority_code=code,
            authority=authority,
            number=number,
            kind=kind,
            kind_group=group,
            phase=phase_of(phase, kind, youngest, oldest),
            phase_said=phase,
            youngest=youngest,
            oldest=oldest,
            gender=gender,
            religion=religion,
            roll=read.whole("roll", 50_000),
            capacity=read.whole("capacity", 50_000),
            meals_percent=read.share("meals_percent"),
            trust=trust,
            federation=federation,
            street=street,
            town=town,
            postcode=postcode,
            region=region,
            website=website,
            telephone=telephone,
            opened_on=read.day("opened_on"),
            closed_on=read.day("closed_on"),
            changed_on=read.day("changed_on"),
            counted_on=read.day("counted_on"),
            head=" ".join(filter(None, map(read.at, self._head))) if urn in self._own else "",
        )


def _about_columns(table: Table) -> tuple[Fault, ...]:
    """Return what is to be said of the columns: new ones, missing ones, and that it is the search download."""
    whole = _ONLY_WHOLE in table.header.headings
    wanted = [column for what, column in COLUMNS.items() if whole or what not in OF_WHOLE_ONLY]
    new = [name for name, one in zip(table.columns, table.header.headings, strict=True) if one and one not in _KNOWN]
    said_of_all = () if whole else (fault("I-NAMES"),)
    return (
        *said_of_all,
        *(fault("I-NEWCOL", table.header_line, name, name) for name in new),
        *(fault("I-GONECOL", table.header_line, name) for name in table.header.missing(wanted)),
    )


def _linked_in(header: Header) -> slice:
    """Return where the links stand; a spreadsheet program gives those that spilled over columns without names."""
    place = header.place(LINKED)
    if place is None:
        return slice(0)
    unnamed = takewhile(operator.not_, header.headings[place + 1 :])
    return slice(place, place + 1 + sum(1 for _ in unnamed))


def _day_in(file_name: str) -> str:
    """Return the day in the name of a file in words, empty without; the register itself does not say its day."""
    found = _DATED.search(file_name)
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        day = None
    return f"{day.day} {day:%B %Y}" if day else ""


def _fits_whole(headings: frozenset[str]) -> bool:
    return headings >= _NEEDED and _ONLY_WHOLE in headings


def _fits_search(headings: frozenset[str]) -> bool:
    return headings >= _NEEDED


WHOLE = Shape(REGISTER, "National register of schools", _fits_whole, RegisterReader)
SEARCH = Shape(
    REGISTER_SEARCH,
    "National register of schools, a search download",
    _fits_search,
    RegisterReader,
    heading(LINKED),
)
