"""Which programme's report a document is, and what it says read as such."""

from collections.abc import Iterable, Sequence

from visitapp.domain.framework import Framework
from visitapp.domain.imported.interpreting import interpret
from visitapp.domain.imported.lines import Piece, whole_text
from visitapp.domain.imported.outline import Parted
from visitapp.domain.imported.parting import part
from visitapp.domain.imported.reading import Reading

_FEWEST_HEADINGS, _FEWEST_LABELS = 2, 2


def read_report(pieces: Sequence[Piece], frameworks: Iterable[Framework]) -> Reading | None:
    """Return what a report says, read by the programme whose headings it has most of; None when it has too few."""
    parted = [part(pieces, one) for one in frameworks]
    best = max(parted, key=_signs, default=None)
    if best is None or not _is_enough(best):
        return None
    reading = interpret(best)
    reading.text = whole_text(tuple(pieces))
    return reading


def _signs(parted: Parted) -> tuple[int, int, str]:
    return (len(parted.found) + len(parted.others), parted.labels, parted.framework.version)


def _is_enough(parted: Parted) -> bool:
    """Return whether there are headings enough: a few with facts in front, else two thirds of those required."""
    required = [one.code for one in parted.framework.outline if one.required]
    found = sum(one in parted.found for one in required)
    return (found >= _FEWEST_HEADINGS and parted.labels >= _FEWEST_LABELS) or 3 * found >= 2 * len(required)
