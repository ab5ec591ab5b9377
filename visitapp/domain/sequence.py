"""Where two states of a sequence differ."""

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not
from typing import NamedTuple


class Part(NamedTuple):
    """A stretch of two sequences that begins at the same place in both: all before and all after it is the same."""

    start: int
    end_before: int
    end_after: int


def changed_part(before: Sequence[object], after: Sequence[object]) -> Part:
    """Return the shortest stretch outside of which two sequences hold the same values.

    Where one only goes on from the other, which is what happens as somebody writes, this is found far sooner.
    """
    shortest = min(len(before), len(after))
    goes_on = tuple(before[:shortest]) == tuple(after[:shortest])
    start = shortest if goes_on else _alike(before, after, shortest)
    end = min(shortest - start, _alike(before[::-1], after[::-1], shortest)) if start < shortest else 0
    return Part(start, len(before) - end, len(after) - end)


def _alike(one: Sequence[object], other: Sequence[object], most: int) -> int:
    """Return how many values two sequences have in common from their beginning."""
    return next(compress(count(), map(is_not, one, other)), most)
