"""What of the school's answers is not decided yet."""

from visitapp.domain.record import VisitRecord


def undecided(record: VisitRecord) -> int:
    """Return how many remarks of the files that came back wait for a verdict."""
    kept = {one.id for one in record.living("returned")}
    return sum(not one.verdict and one.returned_id in kept for one in record.living("remark"))
