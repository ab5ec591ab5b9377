"""One file that was read in: what it is, what was kept of it, what was wrong, so that nothing is lost silently."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from visitapp.domain.published.figures import Figure
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.replacing import Replacing
from visitapp.domain.published.schools import RegisterSchool, SchoolLink

Item = RegisterSchool | SchoolLink | Figure | PublishedInspection

KEPT, REJECTED, OUTSIDE = "kept", "rejected", "outside"
"""What became of a row: kept, refused with a fault that says why, or of a place the reviewer does not work in."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What to keep: rows of these authorities (three-digit codes), of these schools (URNs), and of no one school.

    No authorities means everywhere. `own` are the schools the reviewer uses, whose head's name may be kept.
    """

    authorities: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()

    def holds(self, authority: str, urn: str = "") -> bool:
        """Return whether a row of this authority, or of this school, is to be kept."""
        return not self.authorities or authority in self.authorities or urn in self.own


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, or worth saying, at one place of a file. `line` is as an editor counts it, 0 for the file.

    Codes beginning E refuse the row, W keep it with a warning, I only inform; they never change their meaning.
    """

    code: str
    says: str
    line: int = 0
    column: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class FileProfile:
    """What a file was recognised as. `kind` is the code of its shape, `period` the years it covers in words,
    `release` Provisional, Revised or Final where it says so, `attribution` the line its licence asks for; `replaces`
    what it would stand in the place of, once all its rows were read."""

    kind: str
    title: str
    file_name: str
    sha256: str
    size: int
    encoding: str
    columns: tuple[str, ...]
    period: str = ""
    release: str = ""
    attribution: str = ""
    faults: tuple[Fault, ...] = ()
    replaces: Replacing | None = None


@dataclass(frozen=True, slots=True)
class RowRead:
    """What became of one row and what came of it."""

    line: int
    outcome: str
    items: tuple[Item, ...] = ()
    faults: tuple[Fault, ...] = ()


class Reading(Protocol):
    """The rows of one file, gone through once; its profile is whole after the last of them."""

    @property
    def profile(self) -> FileProfile:
        """Return what the file is, as far as it has been read."""
        ...

    def __iter__(self) -> Iterator[RowRead]:
        """Yield what becomes of each row."""
        ...


MOST_WRITTEN = 100_000
"""So many faults are kept to be written out; a file with more is of another kind than it seemed."""


@dataclass(slots=True)
class Tally:
    """Counts rows as they go by; `faults` has how often each code came, `first` the first few of each, and `every`
    all that can be written out."""

    read: int = 0
    kept: int = 0
    rejected: int = 0
    outside: int = 0
    faults: dict[str, int] = field(default_factory=dict)
    first: dict[str, list[Fault]] = field(default_factory=dict)
    every: list[Fault] = field(default_factory=list)

    def count(self, row: RowRead, most: int = 5) -> None:
        """Take one row into account."""
        self.read += 1
        self.kept += row.outcome == KEPT
        self.rejected += row.outcome == REJECTED
        self.outside += row.outcome == OUTSIDE
        self.note(row.faults, most)

    def note(self, faults: Iterable[Fault], most: int = 5) -> None:
        """Take faults into account that belong to no row, or to one already counted."""
        for fault in faults:
            self.faults[fault.code] = self.faults.get(fault.code, 0) + 1
            shown = self.first.setdefault(fault.code, [])
            if len(shown) < most:
                shown.append(fault)
            if len(self.every) < MOST_WRITTEN:
                self.every.append(fault)

    @property
    def balances(self) -> bool:
        """Return whether every row read is accounted for."""
        return self.read == self.kept + self.rejected + self.outside


@dataclass(frozen=True, slots=True)
class Batch:
    """One file as it was kept. `standing` is False once the import was undone, `confirmed` True once somebody said
    that it is right although much of the one before is missing in it; times are UTC."""

    id: str
    kind: str
    title: str
    file_name: str
    sha256: str
    size: int
    imported_at: str
    period: str = ""
    release: str = ""
    attribution: str = ""
    read: int = 0
    kept: int = 0
    rejected: int = 0
    outside: int = 0
    standing: bool = True
    confirmed: bool = False
