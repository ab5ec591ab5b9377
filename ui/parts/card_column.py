"""Cards one below the other: where each of them lies."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_GUESSED, _MEASURED = b"\0", b"\1"


class CardColumn:
    """The places of cards of many heights, in px from the top of the first; a height is a guess until measured.

    A card more at the foot costs the same however many there are; finding one is a search by halves.
    """

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._known = bytearray()
        self._feet: list[int] = []
        """Holds as many feet as are right; the rest is added up when somebody asks."""

    def __len__(self) -> int:
        """Return how many cards there are."""
        return len(self._heights)

    @property
    def height(self) -> int:
        """The height of all cards together."""
        return self._lay()[-1] if self._heights else 0

    def fill(self, heights: Sequence[int], *, measured: bool = False) -> None:
        """Hold cards of these heights and no others."""
        self._heights, self._feet = list(heights), []
        self._known = bytearray((_MEASURED if measured else _GUESSED) * len(heights))

    def put_in(self, row: int, heights: Sequence[int], *, measured: bool = False) -> None:
        """Put cards in before the one that is in `row`; all below move down."""
        self._heights[row:row] = heights
        self._known[row:row] = (_MEASURED if measured else _GUESSED) * len(heights)
        del self._feet[row:]

    def take_out(self, first: int, last: int) -> None:
        """Take the cards from row `first` to row `last` out; all below move up."""
        del self._heights[first : last + 1], self._known[first : last + 1], self._feet[first:]

    def measure(self, row: int, height: int) -> None:
        """Say how tall a card really is."""
        self._known[row : row + 1] = _MEASURED
        self._resize(row, height)

    def guess(self, row: int, height: int) -> None:
        """Give a card a height that is not measured."""
        self._known[row : row + 1] = _GUESSED
        self._resize(row, height)

    def guessed(self, first: int, last: int) -> list[int]:
        """Return which rows from `first` to `last` are not measured, in order."""
        known = self._known
        return [row for row in range(first, last + 1) if not known[row]] if 0 in known[first : last + 1] else []

    def nearest_guessed(self, first: int, last: int) -> int:
        """Return the row that is not measured and lies nearest above `first` or below `last`, -1 for none."""
        above, below = self._known.rfind(_GUESSED, 0, max(0, first)), self._known.find(_GUESSED, last + 1)
        is_above = above >= 0 and (below < 0 or first - above <= below - last)
        return above if is_above else below

    def top(self, row: int) -> int:
        """Return where the card in a row begins; the row after the last one begins at the foot of all."""
        return self._lay()[row - 1] if row else 0

    def foot(self, row: int) -> int:
        """Return where the card in a row ends."""
        return self._lay()[row]

    def row_at(self, place: int) -> int:
        """Return the row of the card at so many px from the top; above all it is 0, below all one past the last."""
        return bisect_right(self._lay(), place)

    def rows_at(self, top: int, foot: int) -> tuple[int, int]:
        """Return the first and last row of the cards between two places; the last is less when there is none."""
        return self.row_at(top), min(len(self) - 1, self.row_at(foot))

    def _resize(self, row: int, height: int) -> None:
        if height != self._heights[row]:
            self._heights[row] = height
            del self._feet[row:]

    def _lay(self) -> list[int]:
        feet, right = self._feet, len(self._feet)
        if right < len(self._heights):
            rest = accumulate(self._heights[right:], initial=feet[-1] if feet else 0)
            next(rest)
            feet.extend(rest)
        return feet
