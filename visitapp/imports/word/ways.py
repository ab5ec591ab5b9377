"""How a stretch of text can stand in a Word document: put in, taken out or moved, by whom and when."""

from dataclasses import replace
from datetime import datetime

from visitapp.domain.returned.reading import DELETED, INSERTED, MOVED_IN, MOVED_OUT, NORMAL, Segment
from visitapp.domain.text import clean
from visitapp.imports.word.markup import Element, value

KINDS = {"ins": INSERTED, "del": DELETED, "moveTo": MOVED_IN, "moveFrom": MOVED_OUT}
"""The elements of Word that mark a change, and what each says."""
ADDS, TAKES = (INSERTED, MOVED_IN), (DELETED, MOVED_OUT)
NEITHER = "inserted and deleted again"
_EARLIEST_YEAR = 1980


def moment(text: str) -> str:
    """Return a moment as ISO text, empty when it is none or was never set: some programs write a zero date."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return ""
    return found.isoformat(timespec="seconds") if found.year >= _EARLIEST_YEAR else ""


def way_of(element: Element, kind: str) -> Segment:
    """Return how text stands that this element says was changed: in which way, by whom and when."""
    return Segment("", kind, clean(value(element, "author")), moment(value(element, "date")))


def within(outer: Segment, inner: Segment) -> Segment:
    """Return how text stands that was changed inside a change: what was added and then taken stands nowhere."""
    if outer.kind == NORMAL:
        return inner
    if (outer.kind in ADDS) == (inner.kind in ADDS) and outer.kind != NEITHER:
        return outer if outer.kind in (MOVED_IN, MOVED_OUT) else inner
    return replace(inner, kind=NEITHER)
