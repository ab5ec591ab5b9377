"""What is still to be prepared, and what of the visit before nobody has judged."""

from collections.abc import Iterator

from visitapp.domain.matters.matter import REQUIRED, Matter
from visitapp.domain.record import VisitRecord

_PLACE = "prepare"


def unread(record: VisitRecord) -> Iterator[Matter]:
    """Yield what must be read or asked for before the visit and is not ticked."""
    for one in record.framework.checklist():
        if one.required and record.answer(f"check.{one.code}").value is not True:
            yield Matter("preparation-undone", f"check.{one.code}", f"To read: {one.title}", _PLACE, REQUIRED)


def unjudged(record: VisitRecord) -> Iterator[Matter]:
    """Yield the actions of the visit before that nobody has judged."""
    for number, action in enumerate(record.earlier_actions, 1):
        if action.text.strip() and not action.verdict:
            yield Matter("earlier-unjudged", action.id, f"Last visit's action {number} is not judged yet", _PLACE)
