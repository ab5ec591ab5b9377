"""What is still to be said of the time after a visit."""

from collections.abc import Iterator

from visitapp.domain.followed import support_days
from visitapp.domain.matters.matter import Matter
from visitapp.domain.record import VisitRecord


def support_without_impact(record: VisitRecord) -> Iterator[Matter]:
    """Yield the support that was given and of which nobody has said what it changed."""
    for one in support_days(record):
        if one.given and not one.impact.strip():
            words = f"{one.purpose.strip() or 'Support given'}: not said yet what it changed"
            yield Matter("support-without-impact", one.id, words, "followup")
