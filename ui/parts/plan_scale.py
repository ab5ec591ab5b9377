"""Where on a timeline a minute lies, and which slots stand side by side. Plain figures, no widgets."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from visitapp.domain.visit import Slot

LEAST_MINUTES = 5


@dataclass(frozen=True, slots=True)
class DayScale:
    """Minutes of a day against px from the top. Between two marks it is even, so that short slots can be taller."""

    marks: tuple[int, ...]
    tops: tuple[float, ...]
    per_minute: float

    def top(self, minute: int) -> float:
        """Return the px at which a minute lies."""
        if minute <= self.marks[0]:
            return self.tops[0] - (self.marks[0] - minute) * self.per_minute
        if minute >= self.marks[-1]:
            return self.tops[-1] + (minute - self.marks[-1]) * self.per_minute
        at = bisect_right(self.marks, minute) - 1
        share = (minute - self.marks[at]) / (self.marks[at + 1] - self.marks[at])
        return self.tops[at] + share * (self.tops[at + 1] - self.tops[at])

    def minute(self, top: float) -> float:
        """Return the minute that lies at a px."""
        if top <= self.tops[0]:
            return self.marks[0] - (self.tops[0] - top) / self.per_minute
        if top >= self.tops[-1]:
            return self.marks[-1] + (top - self.tops[-1]) / self.per_minute
        at = bisect_right(self.tops, top) - 1
        share = (top - self.tops[at]) / (self.tops[at + 1] - self.tops[at])
        return self.marks[at] + share * (self.marks[at + 1] - self.marks[at])


def fitted(needs: Sequence[tuple[int, int, float]], first: int, last: int, per_minute: float) -> DayScale:
    """Return a scale from `first` to `last` on which each (start, end, px) has at least its px."""
    marks = sorted({first, last, *(start for start, _, _ in needs), *(end for _, end, _ in needs)})
    heights = [(after - before) * per_minute for before, after in pairwise(marks)]
    for start, end, need in sorted(needs, key=lambda one: one[1] - one[0]):
        inside = range(marks.index(start), marks.index(end))
        have = sum(heights[number] for number in inside)
        for number in inside if have < need else ():
            heights[number] *= need / have
    tops = [0.0]
    for height in heights:
        tops.append(tops[-1] + height)
    return DayScale(tuple(marks), tuple(tops), per_minute)


def end_of(slot: Slot) -> int:
    """Return the minute to which a slot is drawn; one that ends before it starts keeps a little room."""
    return max(slot.ends, slot.starts + LEAST_MINUTES)


def lanes(slots: Sequence[Slot]) -> dict[str, tuple[int, int]]:
    """Return for each slot its lane and how many lanes stand side by side; slots that overlap share the room."""
    found: dict[str, tuple[int, int]] = {}
    cluster: list[tuple[Slot, int]] = []
    ends: list[int] = []
    for slot in sorted(slots, key=lambda one: (one.starts, one.id)):
        if ends and slot.starts >= max(ends):
            found.update({one.id: (lane, len(ends)) for one, lane in cluster})
            cluster, ends = [], []
        lane = next((number for number, end in enumerate(ends) if end <= slot.starts), len(ends))
        ends[lane : lane + 1] = [end_of(slot)]
        cluster.append((slot, lane))
    found.update({one.id: (lane, len(ends)) for one, lane in cluster})
    return found
