"""What a team has still to settle."""

from collections.abc import Iterator

from visitapp.domain.matters.matter import Matter
from visitapp.domain.record import VisitRecord
from visitapp.domain.weighed import minority, points, views, views_differ

_PLACE = "summary:judgement"


def estimates_open(record: VisitRecord) -> Iterator[Matter]:
    """Yield the required estimates nobody has chosen; "no estimate" is a choice."""
    for one in record.framework.judgement.estimates:
        if one.required and record.answer(f"estimate.{one.code}").value in (None, ""):
            yield Matter("estimate-open", f"estimate.{one.code}", f"{one.title}: not agreed yet", _PLACE)


def views_apart(record: VisitRecord) -> Iterator[Matter]:
    """Yield the estimates members see differently while the team has agreed on nothing."""
    for one in record.framework.judgement.estimates:
        key = f"estimate.{one.code}"
        if views_differ(record, key) and record.answer(key).value in (None, ""):
            count = len(views(record, key))
            yield Matter("views-apart", key, f"{one.title}: {count} members, more than one view", _PLACE)


def minority_without_reason(record: VisitRecord) -> Iterator[Matter]:
    """Yield the views that differ from what was agreed and say not why."""
    for one in record.framework.judgement.estimates:
        for view in minority(record, f"estimate.{one.code}"):
            if not view.reason.strip():
                words = f"{one.title}: a different view without its reason"
                yield Matter("minority-without-reason", view.id, words, _PLACE)


def open_points(record: VisitRecord) -> Iterator[Matter]:
    """Yield the points that are not settled."""
    for one in points(record):
        if not one.settled and one.text.strip():
            yield Matter("point-open", one.id, f"To settle: {one.text.strip()}", _PLACE)
