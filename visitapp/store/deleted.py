"""When things were deleted, as the log of operations has it."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from visitapp.domain.deleted import KINDS, Deletion
from visitapp.store.summaries import SUMMARIES, VisitSummary, summaries

_DELETIONS = (
    "select o.kind, o.record_id, a.id, a.at, a.mode from act a join operation o on o.act_id = a.id "
    "where a.visit_id = ? and o.field = 'deleted' and o.value = 'true' order by a.seq desc, o.seq"
)
_DELETED_AT = (
    "select max(a.at) from operation o join act a on a.id = o.act_id "
    "where o.record_id = ? and o.kind = 'visit' and o.field = 'deleted' and o.value = 'true'"
)
_DELETED = SUMMARIES.replace("where not v.deleted", "where v.deleted")


@dataclass(frozen=True, slots=True)
class DeletedVisit:
    """A deleted visit and when it was deleted (UTC, ISO)."""

    visit: VisitSummary
    at: str


def deletions(session: Session, visit_id: str) -> tuple[Deletion, ...]:
    """Return every deletion of something in a visit, the latest first, restored ones included."""
    rows = session.connection().exec_driver_sql(_DELETIONS, (visit_id,))
    found = (Deletion(kind, record, act, at, mode == "undo") for kind, record, act, at, mode in rows)
    return tuple(one for one in found if one.kind in KINDS)


def deleted_visits(session: Session) -> tuple[DeletedVisit, ...]:
    """Return the visits that are deleted, the latest deletion first."""
    connection = session.connection()
    found = [DeletedVisit(one, "") for one in summaries(tuple(row) for row in connection.exec_driver_sql(_DELETED))]
    dated = [
        replace(one, at=connection.exec_driver_sql(_DELETED_AT, (one.visit.id,)).scalar() or "") for one in found
    ]
    return tuple(sorted(dated, key=lambda one: one.at, reverse=True))
