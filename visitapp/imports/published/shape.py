"""A shape: one kind of published file, how its columns tell it, and how its rows are read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from visitapp.domain.published.batches import Fault, RowRead, Scope
from visitapp.domain.published.measures import Measures
from visitapp.imports.tables.table import Table

SPILL = "\n"
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."


class RowReader(Protocol):
    """Reads the rows of one file. `period`, `release` and `faults` may be known only after the last row."""

    @property
    def period(self) -> str:
        """Return the years the file covers, in words."""
        ...

    @property
    def release(self) -> str:
        """Return Provisional, Revised or Final, or empty."""
        ...

    @property
    def attribution(self) -> str:
        """Return the line its licence asks for."""
        ...

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return what is to be said of the file as a whole."""
        ...

    def row(self, line: int, cells: list[str]) -> RowRead:
        """Return what becomes of one row; `cells` has exactly one text for each column and may be changed."""
        ...


@dataclass(frozen=True, slots=True)
class Shape:
    """`fits` says whether a set of headings (see `heading`) is of this shape; `reader` makes what reads one file's
    rows, given the table, what to keep, and the lists it needs (`sources` of `read_file`). `spilling` is the heading
    of a last column whose contents may go on in further cells; they are given joined by `SPILL` in the one cell."""

    code: str
    title: str
    fits: Callable[[frozenset[str]], bool]
    reader: Callable[[Table, Scope, object], RowReader]
    spilling: str = ""


def code_lists(sources: object) -> Measures:
    """Return the lists of measures that `read_file` was given; reading outcomes without them is a mistake."""
    if not isinstance(sources, Measures):
        raise TypeError("outcomes are read with the lists of measures")
    return sources
