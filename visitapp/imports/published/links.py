"""The register's links file: which school became, or came from, which."""

from visitapp.domain.published.batches import KEPT, REJECTED, Fault, RowRead, Scope
from visitapp.domain.published.lineage import sort_of
from visitapp.domain.published.replacing import REGISTER_LINKS
from visitapp.domain.published.schools import SchoolLink
from visitapp.imports.published.shape import LICENCE, Shape
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.headings import heading
from visitapp.imports.tables.table import Table
from visitapp.imports.tables.values import iso_day

_COLUMNS = ("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate")
_NEEDED = frozenset(map(heading, ("URN", "LinkURN", "LinkType")))
_SORTS = frozenset(
    """closure|expansion|merged - change in age range|merged - expansion of school capacity
merged - expansion in school capacity and changer in age range|other|predecessor|predecessor - amalgamated
predecessor - merged|predecessor - split school|result of amalgamation|sixth form centre link
sixth form centre school|successor|successor - amalgamated|successor - merged|successor - split school""".replace(
        "\n", "|"
    ).split("|")
)
"""The sorts of link the register knows, in small letters."""


class LinksReader:
    """Reads the rows of a links file. It names no authority, so every link is kept: a chain may lead anywhere."""

    period = ""
    release = ""
    attribution = f"{LICENCE} Source: Get Information about Schools, Department for Education."

    def __init__(self, table: Table, scope: Scope, sources: object) -> None:
        del scope, sources
        nowhere = len(table.header)
        places = [table.header.place(name) for name in _COLUMNS]
        self._places = [nowhere if place is None else place for place in places]
        self._lines: dict[tuple[str, str, str], int] = {}
        known = frozenset(map(heading, _COLUMNS))
        new = [name for name in table.columns if heading(name) and heading(name) not in known]
        self.faults: tuple[Fault, ...] = (
            *(fault("I-NEWCOL", table.header_line, name, name) for name in new),
            *(fault("I-GONECOL", table.header_line, name) for name in table.header.missing(_COLUMNS)),
        )

    def row(self, line: int, cells: list[str]) -> RowRead:
        """Return the link of one row, or why there is none."""
        cells.append("")
        urn, other, name, said, day = (cells[place].strip() for place in self._places)
        wrong = self._refusal(line, urn, other, said)
        if wrong:
            return RowRead(line, REJECTED, (), (wrong,))
        self._lines[urn, other, said.lower()] = line
        on = iso_day(day) if day else ""
        faults: tuple[Fault, ...] = () if on is not None else (fault("W-DATE", line, _COLUMNS[4], day),)
        if said.lower() not in _SORTS:
            faults += (fault("W-CODE", line, _COLUMNS[3], said),)
        return RowRead(line, KEPT, (SchoolLink(urn, other, name, sort_of(said), said, on or ""),), faults)

    def _refusal(self, line: int, urn: str, other: str, said: str) -> Fault | None:
        for column, one in zip(_COLUMNS, (urn, other), strict=False):
            if len(one) != 6 or not (one.isascii() and one.isdecimal()):
                return fault("E-URN", line, column, one)
        known = self._lines.get((urn, other, said.lower()))
        return fault("E-DUP", line, _COLUMNS[0], f"{urn}, {other}, {said} ({known})") if known else None


def _fits(headings: frozenset[str]) -> bool:
    return headings >= _NEEDED


SHAPE = Shape(REGISTER_LINKS, "Links between schools of the national register", _fits, LinksReader)
