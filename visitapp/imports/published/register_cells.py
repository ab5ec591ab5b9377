"""The cells of one row of the register: nothing said is empty, and what cannot be read is left out with a fault."""

import re
from collections.abc import Callable

from visitapp.domain.published.batches import Fault
from visitapp.domain.published.lineage import sort_of
from visitapp.domain.published.schools import SchoolLink
from visitapp.imports.published.register_columns import COLUMNS, LINKED
from visitapp.imports.published.shape import SPILL
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.values import is_shortened, iso_day, number, whole_number

NOTHING = frozenset({"", "not applicable", "does not apply", "none", "not recorded", "unknown", "not known", "null"})
"""The register's many ways of saying nothing, in small letters."""

_BEGINS = frozenset(one[:1] for words in NOTHING for one in (words, words.upper()))
_NO_LINKS = NOTHING | {"does not have links"}
_LINK = re.compile(r"(\d{6})\s+(\S.*)")
_EARLIEST, _LATEST = "0900", "2100"


def said(cell: str) -> str:
    """Return what a cell says, empty when it says in words that there is nothing."""
    text = cell.strip()
    return "" if text[:1] in _BEGINS and text.lower() in NOTHING else text


class SchoolCells:
    """Reads cells by what they become, and gathers the faults. `places` has where each stands."""

    __slots__ = ("_cells", "_line", "_places", "faults")

    def __init__(self, line: int, cells: list[str], places: dict[str, int]) -> None:
        self._line, self._cells, self._places = line, cells, places
        self.faults: list[Fault] = []

    def at(self, place: int) -> str:
        """Return what the cell at a place says."""
        return said(self._cells[place])

    def texts(self, of: Callable[[list[str]], tuple[str, ...]]) -> list[str]:
        """Return what each of some cells says."""
        return [said(text) if (text := cell.strip())[:1] in _BEGINS else text for cell in of(self._cells)]

    def whole(self, what: str, most: int) -> int | None:
        """Return a whole number up to `most`, None when none is said or it cannot be read."""
        text = self._cells[self._places[what]]
        found = whole_number(text)
        text = text if found is not None else said(text)
        if not text:
            return None
        if found is not None and found <= most:
            return found
        self._leave_out("W-NUMBER" if found is None else "W-RANGE", what, text)
        return None

    def share(self, what: str) -> float | None:
        """Return a share in per cent, None when none is said or it cannot be read."""
        text = said(self._cells[self._places[what]])
        if not text:
            return None
        found = number(text)
        if found is not None and 0 <= found <= 100:
            return found
        self._leave_out("W-NUMBER" if found is None else "W-RANGE", what, text)
        return None

    def day(self, what: str) -> str:
        """Return an ISO day, empty when none is said or it cannot be read."""
        text = said(self._cells[self._places[what]])
        if not text:
            return ""
        found = iso_day(text)
        if found is None:
            self._leave_out("W-DATE", what, text)
        elif not _EARLIEST <= found <= _LATEST:
            self._leave_out("W-RANGE", what, text)
        else:
            return found
        return ""

    def look_for_shortened(self, column: str, cell: str) -> None:
        """Warn when a spreadsheet program has shortened the number in a cell."""
        if is_shortened(cell):
            self.faults.append(fault("W-EXCEL", self._line, column, cell))

    def links(self, urn: str, where: slice) -> tuple[SchoolLink, ...]:
        """Return the links of a school in some cells."""
        found = []
        for text in filter(None, map(str.strip, SPILL.join(self._cells[where]).split(SPILL))):
            parts = _LINK.fullmatch(text)
            if parts:
                found.append(SchoolLink(urn, parts[1], "", sort_of(parts[2]), parts[2]))
            elif text.lower() not in _NO_LINKS:
                self.faults.append(fault("W-CODE", self._line, LINKED, text))
        return tuple(found)

    def _leave_out(self, code: str, what: str, text: str) -> None:
        self.faults.append(fault("W-EXCEL" if is_shortened(text) else code, self._line, COLUMNS[what], text))
