"""What the indicators still lack."""

from collections.abc import Iterator

from visitapp.domain.matters.matter import Matter
from visitapp.domain.measured import awaiting_rating, evidence_key, last_day, unexplained_ratings
from visitapp.domain.record import VisitRecord

_PLACE = "summary:measures"


def unrated_indicators(record: VisitRecord) -> Iterator[Matter]:
    """Yield the indicators due by the last day of the visit, or with a new value, that nobody rated."""
    for one in awaiting_rating(record, last_day(record)):
        yield Matter("indicator-unrated", evidence_key(one.code), f"{one.title}: not rated yet", _PLACE)


def ratings_without_reason(record: VisitRecord) -> Iterator[Matter]:
    """Yield the indicators whose rating nobody gave a reason for."""
    for one in unexplained_ratings(record):
        yield Matter("rating-without-reason", evidence_key(one.code), f"{one.title}: say why this rating", _PLACE)
