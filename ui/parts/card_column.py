"""Cards one below the other: where each of them lies."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class CardColumn:
    """The places of cards of many heights, in px from the top of the first.

    A card more at the foot costs the same however many there are; finding one is a search by halves.
    """

    def __init__(self) -> None:
        self._feet: list[int] = []

    def __len__(self) -> int:
        """Return how many cards there are."""
        return len(self._feet)

    @property
    def height(self) -> int:
        """The height of all cards together."""
        return self._feet[-1] if self._feet else 0

    def fill(self, heights: Iterable[int]) -> None:
        """Hold cards of these heights and no others."""
        self._feet = list(accumulate(heights))

    def put_in(self, row: int, heights: Iterable[int]) -> None:
        """Put cards in before the one that is in `row`; all below move down."""
        top = self.top(row)
        feet = list(accumulate(heights, initial=top))
        self._feet[row:] = feet[1:] + [foot + feet[-1] - top for foot in self._feet[row:]]

    def take_out(self, first: int, last: int) -> None:
        """Take the cards from row `first` to row `last` out; all below move up."""
        gone = self._feet[last] - self.top(first)
        self._feet[first:] = [foot - gone for foot in self._feet[last + 1 :]]

    def resize(self, row: int, height: int) -> None:
        """Give one card another height."""
        if height != self._feet[row] - self.top(row):
            self.take_out(row, row)
            self.put_in(row, (height,))

    def top(self, row: int) -> int:
        """Return where the card in a row begins; the row after the last one begins at the foot of all."""
        return self._feet[row - 1] if row else 0

    def foot(self, row: int) -> int:
        """Return where the card in a row ends."""
        return self._feet[row]

    def row_at(self, place: int) -> int:
        """Return the row of the card at so many px from the top; above all it is 0, below all one past the last."""
        return bisect_right(self._feet, place)
