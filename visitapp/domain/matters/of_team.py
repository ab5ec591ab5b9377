"""What a team has still to settle."""

from collections.abc import Iterator

from visitapp.domain.matters.matter import NOTED, REQUIRED, Matter
from visitapp.domain.record import VisitRecord
from visitapp.domain.settling import ADDED, BOTH_WAYS, VIEWS, ToSettle, open_estimates, to_settle
from visitapp.domain.weighed import minority, views

_PLACE = "summary:judgement"
_KINDS = {VIEWS: "views-apart", BOTH_WAYS: "findings-both-ways", ADDED: "point-open"}


def estimates_open(record: VisitRecord) -> Iterator[Matter]:
    """Yield the estimates the programme wants and nobody has chosen; "no estimate" is a choice."""
    for one in open_estimates(record):
        weight = REQUIRED if one.required else NOTED
        yield Matter("estimate-open", f"estimate.{one.code}", f"{one.title}: not agreed yet", _PLACE, weight)


def differences(record: VisitRecord) -> Iterator[Matter]:
    """Yield what members see differently, what is found both ways, and points somebody added, while not settled."""
    for one in to_settle(record):
        if one.kind in _KINDS and not one.settled and one.text.strip():
            tab, _, about = one.place.rpartition(":")
            yield Matter(_KINDS[one.kind], about, _words(record, one, about), tab)


def minority_without_reason(record: VisitRecord) -> Iterator[Matter]:
    """Yield the views that differ from what was agreed and say not why."""
    for one in record.framework.judgement.estimates:
        for view in minority(record, f"estimate.{one.code}"):
            if not view.reason.strip():
                words = f"{one.title}: a different view without its reason"
                yield Matter("minority-without-reason", view.id, words, _PLACE)


def _words(record: VisitRecord, one: ToSettle, key: str) -> str:
    if one.kind == VIEWS:
        titles = {f"estimate.{each.code}": each.title for each in record.framework.judgement.estimates}
        return f"{titles[key]}: {len(views(record, key))} members, more than one view"
    return f"To settle: {one.text.strip()}" if one.kind == ADDED else one.text.strip()
