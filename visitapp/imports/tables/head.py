"""Where a table begins: the line with the names of its columns, and the titles that stand above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from visitapp.domain.published.batches import Fault
from visitapp.imports.tables.faults import fault, refusal
from visitapp.imports.tables.headings import Header

BEGINNING = 40
"""In how many lines the names of the columns must come."""
MOST_COLUMNS = 5000
_FULLER = 3
"""How many times as full as every title the names of the columns are."""

Row = tuple[int, list[str]]
"""The number of a line and its cells."""


@dataclass(frozen=True, slots=True)
class Head:
    """The names of the columns as written, the line they stand in, and each title above them with its line."""

    names: tuple[str, ...] = ()
    line: int = 0
    titles: tuple[tuple[int, str], ...] = ()

    @property
    def is_there(self) -> bool:
        """Return whether there are two columns at least, as any table has."""
        return len(self.names) > 1

    def proved(self, then: str) -> "Head":
        """Return itself; raises ImportRefusedError, with what to do, when these are no names of columns."""
        if not self.is_there:
            raise refusal("E-HDR", "it has no row of column names", then)
        if len(self.names) > MOST_COLUMNS:
            raise refusal("E-HDR", f"it has more than {MOST_COLUMNS:,} columns", then)
        return self

    def faults(self, header: Header) -> tuple[Fault, ...]:
        """Return what is to be said of titles passed over and of names that stand twice."""
        doubled = (fault("W-COLUMN", self.line, name, name) for name in header.doubled)
        return (*doubled, *(fault("I-TITLE", line, "", title) for line, title in self.titles))


def head_in(rows: Sequence[Row]) -> Head:
    """Return the head of a table from its first rows: the first of them, or what stands below titles."""
    if not rows:
        return Head()
    filled = [_filled(cells) for _, cells in rows]
    at = _far_fuller(filled) if filled[0] > 1 else _below_titles(filled)
    titles = tuple((line, _words(cells)) for line, cells in rows[:at] if _filled(cells))
    return Head(tuple(rows[at][1]), rows[at][0], titles)


def _below_titles(filled: list[int]) -> int:
    """Return the place of the first line that is over half as full as the lines of the table mostly are."""
    tables = sorted(count for count in filled if count > 1)
    usual = tables[len(tables) // 2] if tables else 0
    return next((place for place, count in enumerate(filled) if count > 1 and 2 * count > usual), 0)


def _far_fuller(filled: list[int]) -> int:
    """Return the place of the last line that is far fuller than all above it, as long as there are others below it
    that are fuller than those, or none; else of the first."""
    at, fullest = 0, filled[0]
    for place, count in enumerate(filled[1:], 1):
        below = filled[place + 1 :]
        if count >= _FULLER * fullest and (not below or max(below) > fullest):
            at = place
        fullest = max(fullest, count)
    return at


def _words(cells: list[str]) -> str:
    return " ".join(cell.strip() for cell in cells if cell.strip())


def _filled(cells: list[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)
