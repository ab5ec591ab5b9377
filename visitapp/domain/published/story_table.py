"""A table of outcomes: cells that say in words what stands in them, with the number behind the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from visitapp.domain.published.figures import (
    BAD,
    BLANK,
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    NOT_PUBLISHED,
    Figure,
)
from visitapp.domain.school_year import said_year

COMBINED = "ks2-rwm-expected"
"""The measure that everything else is told beside."""
DASH = "\u2013"
"""What stands where no file has a figure; the note below says so."""
_SILENT = frozenset({NOT_APPLICABLE, NOT_AVAILABLE, NOT_PUBLISHED, BLANK, BAD})


@dataclass(frozen=True, slots=True)
class StoryCell:
    """What stands in a cell: its words, and where they tell a number, that number and how many it is of."""

    words: str
    number: float | None = None
    of: int = 0


UNKNOWN = StoryCell(DASH)


@dataclass(frozen=True, slots=True)
class StoryTable:
    """One table; no cell is empty. `note` says what its counts are of, what a dash means, and which years came from
    elsewhere than the rest."""

    code: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[StoryCell, ...], ...]
    note: str = ""

    def words(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows as words."""
        return tuple(tuple(cell.words for cell in row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Support:
    """Days of support one school was given in the year that ended in `year`."""

    urn: str
    year: str
    days: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Per cents schools are counted by: those below the one, and those at or above the other."""

    below: float = 65.0
    at_least: float = 80.0


def tells(figure: Figure | None) -> bool:
    """Return whether a figure says something: a number, or why this place has none; not that none is published."""
    return figure is not None and (figure.value is not None or figure.status not in _SILENT)


def named_years(years: Sequence[str]) -> str:
    """Return academic years in words, the oldest first; three or more in a row as from one to another."""
    runs: list[list[str]] = []
    for year in sorted(years):
        if runs and int(year) == int(runs[-1][-1]) + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    words = []
    for run in runs:
        words += [f"{said_year(run[0])} to {said_year(run[-1])}"] if len(run) > 2 else list(map(said_year, run))
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def plain(number: float) -> str:
    """Return a number with at most one decimal."""
    return f"{number:.1f}".removesuffix(".0")


def label(words: str) -> StoryCell:
    """Return a cell that is words only."""
    return StoryCell(words)


def counted(count: int) -> StoryCell:
    """Return a count."""
    return StoryCell(f"{count:,}", count)


def share(count: int, base: int) -> StoryCell:
    """Return a count as per cent of its base; unknown of nothing."""
    return StoryCell(f"{100 * count / base:.0f} % of {base}", round(100 * count / base), base) if base else UNKNOWN


def mean(values: Sequence[float], unit: str) -> StoryCell:
    """Return the mean of values and how many there are; unknown of none."""
    if not values:
        return UNKNOWN
    found = round(sum(values) / len(values), 1)
    return StoryCell(f"{found:.1f} {unit} (of {len(values)})", found, len(values))


def days_given(days: float, schools: int) -> StoryCell:
    """Return days of support and how many schools they went to."""
    words = f"{days:,.1f} ({schools} school{'' if schools == 1 else 's'})".replace(".0 ", " ")
    return StoryCell(words, round(days, 1), schools)
