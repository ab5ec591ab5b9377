"""Lines of text as rows of cells, strictly: a line that cannot be read is named, and the next ones are read again."""

import csv
from collections import deque
from collections.abc import Iterator

from visitapp.domain.published.batches import Fault
from visitapp.imports.tables.faults import fault, refusal
from visitapp.imports.tables.source import AGAIN

Line = tuple[int, list[str] | Fault]
"""The number of a row's first line, as an editor counts, and its cells, or why there are none."""


class DoubtfulCells(list[str]):
    """The cells of a row with something to be said of them."""

    faults: tuple[Fault, ...] = ()


MOST_LINES = 2000
"""Over how many lines one row may go on inside quotation marks."""
_MOST_READ_AGAIN = 100
"""How often lines may be read again after a quotation mark that is never closed."""


class _Feed:
    """Hands out lines, keeps those of the row at hand, and takes back what a broken row had swallowed."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.held: list[str] = []
        self.number = 0

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if len(self.held) > MOST_LINES:
            raise csv.Error
        text = self._again.popleft() if self._again else next(self._lines)
        self.held.append(text)
        self.number += 1
        return text

    def take_back(self) -> str:
        """Return the first line of the row at hand; the lines after it come again."""
        first, *others = self.held
        self._again.extendleft(reversed(others))
        self.number -= len(others)
        self.held.clear()
        return first


def rows_of(lines: Iterator[str], delimiter: str) -> Iterator[Line]:
    """Yield each row that has any cell; lines of nothing are no rows.

    Raises ImportRefusedError when so many rows are broken that the rest would be guesswork.
    """
    feed, spare = _Feed(lines), _MOST_READ_AGAIN
    while True:
        try:
            yield from _rows(feed, delimiter)
            return
        except csv.Error:
            spare -= len(feed.held) > 1
            if not spare:
                why = "quotation marks in it are not closed, so that nobody can tell where its rows end"
                raise refusal("E-KIND", why, AGAIN) from None
            raw = feed.take_back()
            yield feed.number, fault("E-QUOTE", feed.number, "", raw.strip())


def _rows(feed: _Feed, delimiter: str) -> Iterator[Line]:
    held = feed.held
    for cells in csv.reader(feed, delimiter=delimiter, strict=True):
        number = feed.number - len(held) + 1
        held.clear()
        if any(cells):
            yield number, cells
