"""What is still to be said of who governs the school, and whether they are heard."""

from collections.abc import Iterator

from visitapp.domain.matters.matter import Matter
from visitapp.domain.record import VisitRecord
from visitapp.domain.representation import GOVERNOR, NO, governance

_PLACE = "summary:readback"


def governor_unsaid(record: VisitRecord) -> Iterator[Matter]:
    """Yield that nobody has said whether a governor is present, or that none is and nothing was read instead."""
    activity, answer = governance(record.framework), record.answer(GOVERNOR)
    if activity is None:
        return
    if answer.value in (None, ""):
        yield Matter("governor-unsaid", GOVERNOR, "Not said yet whether a governor is present", _PLACE)
    elif answer.value == NO and not answer.note.strip():
        words = activity.fallback or "No governor is present: say what was read instead"
        yield Matter("governor-not-heard", GOVERNOR, words, _PLACE)
