"""The cells of one row about inspections: what says nothing is empty, what is on no scale stands as it is."""

import re
from collections.abc import Mapping, Sequence

from visitapp.domain.published.batches import Fault
from visitapp.domain.published.scales import InspectionLists
from visitapp.imports.tables.faults import fault
from visitapp.imports.tables.values import is_shortened, iso_day

_NUMBER = re.compile(r"([A-Za-z]{0,4}\d{3,12})(?:\.0)?")
_URN = re.compile(r"(\d{6})(?:\.0)?")
_NOTHING = frozenset({"", "null", "n/a", "none", "-", "not applicable", "does not apply"})
_EARLIEST, _LATEST = "1992", "2100"
Said = tuple[str, int]
"""What stands in a cell, and where."""


class InspectionCells:
    """Reads the cells of one row and gathers its faults; places are given in the order in which they count."""

    __slots__ = ("_cells", "_line", "_lists", "_names", "faults")

    def __init__(self, line: int, cells: list[str], names: Sequence[str], lists: InspectionLists) -> None:
        self._line, self._cells, self._names, self._lists = line, cells, names, lists
        self.faults: list[Fault] = []

    def one(self, at: int) -> str:
        """Return what a cell says, empty when it says in words that there is nothing."""
        text = self._cells[at].strip()
        return "" if text.lower() in _NOTHING else text

    def raw(self, places: Sequence[int]) -> Said | None:
        """Return the first thing said in some cells, None for nothing."""
        return next(((text, at) for at in places if (text := self.one(at))), None)

    def number(self, places: Sequence[int]) -> str:
        """Return the number of an inspection, empty without one."""
        said = self.raw(places)
        if said is None:
            return ""
        found = _NUMBER.fullmatch(said[0])
        if found is None:
            self._add("W-EXCEL" if is_shortened(said[0]) else "W-NUMBER", said[1])
        return found[1] if found else ""

    def urn(self, places: Sequence[int]) -> str:
        """Return the school's number at the time, empty when it is not said."""
        said = self.raw(places)
        found = _URN.fullmatch(said[0]) if said else None
        if said and found is None:
            self._add("W-NUMBER", said[1])
        return found[1] if found else ""

    def day(self, places: Sequence[int]) -> str:
        """Return an ISO day, empty when none is said or it cannot be read."""
        said = self.raw(places)
        if said is None:
            return ""
        found = iso_day(said[0])
        if found is None or not _EARLIEST <= found <= _LATEST:
            self._add("W-DATE" if found is None else "W-RANGE", said[1])
            return ""
        return found

    def other_day(self, place: int | None, started: str) -> str:
        """Return the day on which an area was graded, empty when it is that of the inspection."""
        found = self.day(()) if place is None else self.day((place,))
        return "" if found == started else found

    def judged(self, areas: Sequence[tuple[str, int]]) -> Mapping[str, Said]:
        """Return what was said of each area, those without a grade left out."""
        nothing = next(iter(self._lists.scales.values())).nothing
        said = {area: (self._cells[at].strip(), at) for area, at in areas}
        return {area: one for area, one in said.items() if one[0].lower() not in nothing}

    def word(self, framework: str, area: str, at: int) -> str:
        """Return a grade in the words of its scale; what is on none stands as it is, with a fault."""
        text = self._cells[at].strip()
        scale = self._lists.scale_of(framework, area)
        found = scale.word(text) if scale else None
        if found is None:
            self._add("W-GRADE", at)
            return text
        return found

    def outcome(self, places: Sequence[int]) -> str:
        """Return the outcome of an inspection without grades, in words."""
        said = self.raw(places)
        return self._lists.outcomes.get(" ".join(said[0].lower().split()), said[0]) if said else ""

    def concern(self, places: Sequence[int], outcomes: Sequence[int]) -> str:
        """Return the category of concern, in words; older lists of grades say it instead of the lowest one."""
        said = self.raw(places)
        if said is None:
            whole = self.raw(outcomes)
            return self._lists.concerns.get(whole[0].lower(), "") if whole else ""
        return self._lists.concerns.get(said[0].lower(), said[0])

    def note_orphan(self, places: Sequence[int]) -> None:
        """Say when a grade stands there although the inspection has no number."""
        said = self.raw(places)
        if said is not None:
            self._add("W-ORPHAN", said[1])

    def _add(self, code: str, at: int) -> None:
        self.faults.append(fault(code, self._line, self._names[at], self._cells[at]))
