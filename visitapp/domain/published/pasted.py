"""Figures pasted from a sheet or typed into a grid: what was understood, and what was not, cell by cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from visitapp.domain.published.cells import read_cell
from visitapp.domain.published.figures import (
    BAD,
    BLANK,
    NEW_SCHOOL,
    NO_ENTRIES,
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    NOT_PUBLISHED,
    SUPPRESSED,
)
from visitapp.domain.published.measures import ALL, Measures

_SYMBOLS = {
    "supp": SUPPRESSED,
    "suppressed": SUPPRESSED,
    "ne": NO_ENTRIES,
    "np": NOT_PUBLISHED,
    "new": NEW_SCHOOL,
    "n/a": NOT_APPLICABLE,
    "na": NOT_AVAILABLE,
}
_HEADS = {
    "measure": ("measure", "indicator", "what"),
    "group": ("group", "pupils group", "pupil group", "of whom"),
    "year": ("year", "academic year", "time period"),
    "value": ("value", "result", "figure", "percentage", "per cent", "%"),
    "cohort": ("cohort", "pupils", "number of pupils", "of", "n"),
}
_YEAR = re.compile(r"(?P<first>(?:19|20)\d\d)(?:\s*[/\u2013-]\s*(?P<second>(?:20)?\d\d))?")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class PastedFigure:
    """One figure that was understood. `value` is the number as text, empty when `status` says why there is none;
    `line` is counted from one. `doubt` is what should be looked at again, in words."""

    line: int
    measure: str
    group: str
    year: str
    value: str
    status: str
    cohort: int = 0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class NotRead:
    """A cell or line that was not understood, and why."""

    line: int
    said: str
    why: str
    name: str = ""
    """What it calls its measure, in small letters, where no measure is called that."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted table holds; `blank` counts the cells in which nothing stood."""

    figures: tuple[PastedFigure, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    blank: int = 0

    @property
    def lines_missed(self) -> int:
        """Return how many lines hold something that was not understood."""
        return len({one.line for one in self.not_read})


def cells_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Return what was copied from a sheet as lines of cells; empty lines are kept, so that numbers stay."""
    return tuple(tuple(cell.strip().strip('"').strip() for cell in line.split("\t")) for line in text.splitlines())


def read_pasted(rows: Sequence[Sequence[str]], measures: Measures, chosen: Mapping[str, str] | None = None) -> Pasted:
    """Return the figures of a table with a header: either a line for each figure, or years across or down.

    `chosen` gives the measures of names no list knows, by `NotRead.name`. A figure that stands there twice with
    different numbers is not taken at all.
    """
    numbered = [(number, tuple(row)) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if not numbered:
        return Pasted()
    _, head = numbered[0]
    columns, reader = _columns(head), _Reader(measures, chosen or {})
    if "measure" in columns and "year" in columns and "value" in columns:
        found = reader.long(columns, numbered[1:])
    elif any(year_in(cell) for cell in head[1:]):
        found = reader.wide(head, numbered[1:])
    elif "year" in columns:
        found = reader.down(head, columns["year"], numbered)
    else:
        said = ", ".join(cell for cell in head if cell)
        why = "the first line should name the columns: measure, year, value and pupils, or the years"
        return Pasted(not_read=(NotRead(numbered[0][0], said, why),))
    return _without_quarrels(found)


def year_in(said: str) -> str:
    """Return the calendar year an academic year ends in: "2025" for 2025, 2024/25 or 2024-2025; else empty."""
    match = _YEAR.fullmatch(said.strip())
    if match is None:
        return ""
    first, second = match["first"], match["second"]
    if second is None:
        return first
    following = str(int(first) + 1)
    return following if second in (following, following[2:]) else ""


class _Reader:
    """Reads one table, cell by cell."""

    def __init__(self, measures: Measures, chosen: Mapping[str, str]) -> None:
        self._measures = measures
        self._names = _names_of(measures) | dict(chosen)
        self._groups = {_plain(name): code for code, one in measures.groups.items() for name in (code, one.label)}
        self._groups |= {_plain(one.short): code for code, one in measures.groups.items()}
        self._groups |= {_plain(name): code for name, code in measures.group_names.items()}
        self._figures: list[PastedFigure] = []
        self._not_read: list[NotRead] = []
        self._blank = 0

    def long(self, columns: Mapping[str, int], rows: Sequence[tuple[int, Sequence[str]]]) -> Pasted:
        """Read a line for each figure."""
        for line, row in rows:
            cell = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
            of = self._about(line, cell["measure"], cell.get("group", ""))
            year = year_in(cell["year"])
            if of and not year:
                self._miss(line, cell["year"], "this is no year such as 2025 or 2024/25")
            elif of:
                self._take(line, of, year, cell["value"], cell.get("cohort", ""))
        return self._pasted()

    def wide(self, head: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> Pasted:
        """Read measures down and years across; "2025 pupils", or an unnamed column after a year, is its cohort."""
        first = len(list(takewhile(lambda cell: not year_in(cell), head)))
        for line, row in rows:
            cells = (*row, *("" for _ in range(len(head) - len(row))))
            of = self._about(line, cells[0], cells[1] if first > 1 else "")
            for at in range(first, len(head)):
                year = year_in(head[at])
                if of and year:
                    self._take(line, of, year, cells[at], _cohort_beside(head, cells, at, year))
        return self._pasted()

    def down(self, head: Sequence[str], years: int, rows: Sequence[tuple[int, Sequence[str]]]) -> Pasted:
        """Read years down and measures across."""
        (first, _), *rest = rows
        named = [(at, cell) for at, cell in enumerate(head) if at != years and cell and not _is_cohort(cell)]
        known = [(at, of) for at, cell in named if (of := self._about(first, cell, ""))]
        for line, row in rest:
            cells = (*row, *("" for _ in range(len(head) - len(row))))
            year = year_in(cells[years])
            if not year:
                self._miss(line, cells[years], "this is no year such as 2025 or 2024/25")
            for at, of in known if year else ():
                beside = cells[at + 1] if at + 1 < len(head) and _is_cohort(head[at + 1]) else ""
                self._take(line, of, year, cells[at], beside)
        return self._pasted()

    def _about(self, line: int, said: str, group_said: str) -> tuple[str, str] | None:
        plain, group = _plain(said), self._groups.get(_plain(group_said)) if group_said else ALL
        if group is None:
            self._miss(line, group_said, "no group of pupils is called that")
            return None
        measure = self._names.get(plain)
        if measure is None and not group_said:
            measure, group = self._with_group(plain)
        if measure is None:
            self._miss(line, said, "no measure is called that", plain)
            return None
        return measure, group

    def _with_group(self, plain: str) -> tuple[str | None, str]:
        words = plain.split()
        for at in range(len(words) - 1, 0, -1):
            measure, group = self._names.get(" ".join(words[:at])), self._groups.get(" ".join(words[at:]))
            if measure and group:
                return measure, group
        return None, ALL

    def _take(self, line: int, of: tuple[str, str], year: str, said: str, pupils: str) -> None:
        measure = self._measures.measures.get(of[0])
        value, status = read_cell(said, _SYMBOLS, measure)
        if status == BLANK:
            self._blank += 1
            return
        if status == BAD:
            self._miss(line, said, "this is neither a number that can be nor a reason why there is none")
            return
        cohort = _whole(pupils)
        if cohort is None:
            self._miss(line, pupils, "this is no number of pupils")
            return
        number = "" if value is None else f"{value:g}"
        small = value is not None and 0 < value < 1 and "%" not in said
        doubt = f"{number} is taken as it stands, as a per cent" if small and _is_percent(measure) else ""
        self._figures.append(PastedFigure(line, *of, year, number, "" if number else status, cohort, doubt))

    def _miss(self, line: int, said: str, why: str, name: str = "") -> None:
        self._not_read.append(NotRead(line, said, why, name))

    def _pasted(self) -> Pasted:
        return Pasted(tuple(self._figures), tuple(self._not_read), self._blank)


def _names_of(measures: Measures) -> dict[str, str]:
    names = {_plain(name): code for code, one in measures.measures.items() for name in (one.short, one.label, code)}
    return names | {_plain(name): code for name, code in measures.names.items()}


def _is_percent(measure: object) -> bool:
    return getattr(measure, "unit", "") in ("percent", "share")


def _plain(said: str) -> str:
    return " ".join(_WORD.findall(said.casefold()))


def _columns(head: Sequence[str]) -> dict[str, int]:
    said = [cell.strip().casefold() for cell in head]
    found = {}
    for name, words in _HEADS.items():
        at = next((place for place, cell in enumerate(said) if cell in words), None)
        if at is not None:
            found[name] = at
    return found


def _is_cohort(cell: str) -> bool:
    return cell.strip().casefold() in _HEADS["cohort"]


def _cohort_beside(head: Sequence[str], cells: Sequence[str], at: int, year: str) -> str:
    for place, cell in enumerate(head):
        named, _, rest = cell.strip().partition(" ")
        if rest and year_in(named) == year and _is_cohort(rest):
            return cells[place]
    following = at + 1
    is_beside = following < len(head) and (_is_cohort(head[following]) or not head[following].strip())
    return cells[following] if is_beside else ""


def _whole(said: str) -> int | None:
    plain = said.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() else (None if plain else 0)


def _without_quarrels(pasted: Pasted) -> Pasted:
    by_key: dict[tuple[str, str, str], list[PastedFigure]] = {}
    for one in pasted.figures:
        by_key.setdefault((one.measure, one.group, one.year), []).append(one)
    agreed, missed = [], list(pasted.not_read)
    for found in by_key.values():
        if len({(one.value, one.status, one.cohort) for one in found}) == 1:
            agreed.append(found[0])
        else:
            missed += [NotRead(one.line, one.value, f"{one.year} stands there twice") for one in found]
    return replace(pasted, figures=tuple(agreed), not_read=tuple(sorted(missed, key=_by_line)))


def _by_line(one: NotRead) -> int:
    return one.line


def lines_of_grid(rows: Sequence[tuple[str, str, str, str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield a grid's cells (measure, group, year, value, pupils) as a table with a header, without the empty ones."""
    yield ("measure", "group", "year", "value", "cohort")
    for row in rows:
        if row[3].strip() or row[4].strip():
            yield row
