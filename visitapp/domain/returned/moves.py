"""Texts that were put elsewhere in a file, with tracking on or without a trace."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from visitapp.domain.returned.likeness import alike, loose, shape
from visitapp.domain.returned.matching import Match
from visitapp.domain.returned.reading import MOVED_IN, ReadParagraph
from visitapp.domain.returned.units import Unit

_SAME_TEXT = 0.6


class Arrival(NamedTuple):
    """A paragraph that was moved to where it stands: in which unit, as which of its paragraphs."""

    unit: int
    paragraph: int


class Moves:
    """Which pieces were moved where. `to` holds arrivals by piece, `departed` the units whose words are elsewhere."""

    def __init__(self, match: Match) -> None:
        self.to: dict[int, Arrival] = {}
        self.departed: set[int] = set()
        self._match = match
        self._arrivals = {
            Arrival(number, place): paragraph
            for number, unit in enumerate(match.units)
            for place, paragraph in enumerate(unit.paragraphs)
            if _arrived(paragraph)
        }
        for piece, numbers in match.found.items():
            self._look_for(piece, numbers)
        self.astray = astray(match)

    def arrived(self, unit: int, paragraph: int) -> bool:
        """Return whether a paragraph is where the text of a piece was moved to."""
        return Arrival(unit, paragraph) in self.to.values()

    def is_arrival(self, number: int) -> bool:
        """Return whether all that stands in a unit was moved there from a piece."""
        paragraphs = self._match.units[number].paragraphs
        return all(self.arrived(number, place) or not one.final().strip() for place, one in enumerate(paragraphs))

    def _look_for(self, piece: int, numbers: Sequence[int]) -> None:
        here = self._match.units[numbers[0]]
        if here.moved_out.strip() and not here.after.strip():
            free = [one for one in self._arrivals if one not in self.to.values()]
            found = next((one for one in free if _same(here.moved_out, self._text(one))), None)
            if found is not None:
                self.to[piece] = found
        elif not here.before.strip() and Arrival(numbers[0], 0) in self._arrivals:
            self._look_where_it_left(piece, numbers[0], here)

    def _look_where_it_left(self, piece: int, number: int, here: Unit) -> None:
        for other in self._match.left_units():
            gone = self._match.units[other].moved_out
            if other not in self.departed and gone and _same(gone, here.moved_in):
                self.departed.add(other)
                self.to[piece] = Arrival(number, 0)
                return

    def _text(self, arrival: Arrival) -> str:
        segments = self._arrivals[arrival].segments
        return "".join(one.text for one in segments if one.kind == MOVED_IN)


def astray(match: Match) -> frozenset[int]:
    """Return the pieces that do not stand in the order in which they left, as few as explain it."""
    known = [
        (piece, numbers[0])
        for piece, numbers in sorted(match.found.items())
        if piece not in match.unsure and match.pieces[piece].record_id
    ]
    ends: list[int] = []
    length_at: list[int] = []
    for _, number in known:
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        length_at.append(length)
    wanted, kept = len(ends) - 1, set()
    for (piece, _), length in zip(reversed(known), reversed(length_at), strict=True):
        if length == wanted:
            kept.add(piece)
            wanted -= 1
    return frozenset(piece for piece, _ in known if piece not in kept)


def _arrived(paragraph: ReadParagraph) -> bool:
    brought = any(one.kind == MOVED_IN and one.text.strip() for one in paragraph.segments)
    return brought and not paragraph.original().strip()


def _same(one: str, other: str) -> bool:
    return loose(one) == loose(other) or alike(shape(one), shape(other)) >= _SAME_TEXT
