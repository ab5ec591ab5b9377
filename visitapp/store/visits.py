"""Visits: whole records for the screen that works on one, short summaries for the list."""

from collections.abc import Callable, Collection
from typing import Any, cast

from sqlmodel import Session, col, or_, select

from visitapp.domain.framework import Framework
from visitapp.domain.preparing import KnownInspection
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import FrozenFramework, School, Visit
from visitapp.errors import StorageError
from visitapp.store.preparing_rows import InspectionRow
from visitapp.store.projection import decode, value_of, values_of
from visitapp.store.rows import FrameworkRow, Rows, SchoolRow, VisitRow
from visitapp.store.summaries import SUMMARIES, VisitSummary, summaries

_OF_VISIT = tuple(kind for kind, row in Rows.OF_KIND.items() if "visit_id" in row.model_fields)


def list_visits(session: Session) -> tuple[VisitSummary, ...]:
    """Return a summary of every visit that is not deleted, the earliest first."""
    return summaries(tuple(row) for row in session.connection().exec_driver_sql(SUMMARIES))


def load_visit(session: Session, visit_id: str, thaw: Callable[[str], Framework]) -> VisitRecord:
    """Return the whole record of a visit, deleted parts included, with its own frozen framework.

    `thaw` turns the kept text of a framework into a value. Raises StorageError when there is no such visit.
    """
    row = session.exec(select(VisitRow).where(VisitRow.id == visit_id)).one_or_none()
    if row is None:
        raise StorageError("There is no such visit in this vault. Nothing was changed.")
    visit = cast("Visit", value_of("visit", row))
    kept = session.exec(select(FrameworkRow).where(FrameworkRow.id == visit.framework_id)).one()
    shelves: dict[str, dict[str, Any]] = {"visit": {visit_id: visit}}
    shelves["school"] = values_of(session, "school", "id", visit.school_id)
    shelves["reviewer"] = values_of(session, "reviewer", "id", visit.reviewer_id)
    for kind in _OF_VISIT:
        shelves[kind] = values_of(session, kind, "visit_id", visit_id)
    return VisitRecord(thaw(kept.content), visit_id, shelves)


def earlier_visits(session: Session, school_id: str, before: str) -> tuple[Visit, ...]:
    """Return the visits to a school that started before an ISO day, the latest first."""
    query = (
        select(VisitRow)
        .where(VisitRow.school_id == school_id, VisitRow.starts_on < before, col(VisitRow.deleted).is_(False))
        .order_by(col(VisitRow.starts_on).desc())
    )
    return tuple(cast("Visit", value_of("visit", row)) for row in session.exec(query))


def find_schools(session: Session, words: str, limit: int = 20) -> tuple[School, ...]:
    """Return schools in the vault whose name, town or number holds the words, by name; all for no words."""
    pattern = f"%{words.strip()}%"
    query = (
        select(SchoolRow)
        .where(
            col(SchoolRow.deleted).is_(False),
            or_(
                col(SchoolRow.name).ilike(pattern),
                col(SchoolRow.town).ilike(pattern),
                col(SchoolRow.urn).like(pattern),
            ),
        )
        .order_by(col(SchoolRow.name))
        .limit(limit)
    )
    return tuple(cast("School", value_of("school", row)) for row in session.exec(query))


def schools_numbered(session: Session, urns: Collection[str]) -> tuple[School, ...]:
    """Return the schools in the vault that bear these URNs, by name."""
    query = (
        select(SchoolRow)
        .where(col(SchoolRow.deleted).is_(False), col(SchoolRow.urn).in_([urn for urn in urns if urn]))
        .order_by(col(SchoolRow.name))
    )
    return tuple(cast("School", value_of("school", row)) for row in session.exec(query))


def inspections_typed(session: Session, school: School, besides: str) -> tuple[KnownInspection, ...]:
    """Return the inspections typed for other visits to a school, under this or any record with its URN; none of a
    deleted visit, nor deleted ones."""
    ids = {school.id, *(one.id for one in schools_numbered(session, [school.urn]))}
    visits = select(VisitRow.id).where(
        col(VisitRow.school_id).in_(ids), col(VisitRow.deleted).is_(False), VisitRow.id != besides
    )
    query = select(InspectionRow).where(
        col(InspectionRow.visit_id).in_(visits), col(InspectionRow.deleted).is_(False)
    )
    return tuple(cast("KnownInspection", value_of("inspection", found)) for found in session.exec(query))


def visits_to(session: Session, school_id: str) -> tuple[str, ...]:
    """Return the ids of every visit to a school, deleted ones too."""
    return tuple(session.exec(select(VisitRow.id).where(VisitRow.school_id == school_id)))


def schools_used(session: Session) -> frozenset[str]:
    """Return the URNs of every school there is a visit to, as far as they are known."""
    rows = session.exec(
        select(SchoolRow.urn)
        .join(VisitRow, col(VisitRow.school_id) == col(SchoolRow.id))
        .where(col(VisitRow.deleted).is_(False), col(SchoolRow.urn) != "")
    )
    return frozenset(rows)


def kept_framework(session: Session, framework_id: str) -> FrozenFramework | None:
    """Return the frozen framework with this digest, or None when no visit here has used it."""
    row = session.exec(select(FrameworkRow).where(FrameworkRow.id == framework_id)).one_or_none()
    return cast("FrozenFramework", value_of("framework", row)) if row else None


def first_of(session: Session, kind: str) -> Any:  # noqa: ANN401
    """Return the oldest record of a kind that is not deleted, or None."""
    table = Rows.OF_KIND[kind]
    row = session.exec(select(table).where(col(table.deleted).is_(False)).order_by("seq").limit(1)).first()
    return value_of(kind, row) if row else None


def answers_of(session: Session, visit_id: str, prefix: str) -> dict[str, Any]:
    """Return the values answered in a visit to keys that start with `prefix`."""
    rows = session.connection().exec_driver_sql(
        "select key, value from answer where visit_id = ? and key like ? and not deleted", (visit_id, prefix + "%")
    )
    return {key: decode(value) for key, value in rows}
