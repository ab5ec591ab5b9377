"""Undo and redo on the operation log: turning an act round is an act of its own, so nothing is ever taken away."""

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from sqlmodel import Session, select

from visitapp.domain.change import Act, Change, default_of
from visitapp.store.operations import Turn, device_id, record
from visitapp.store.projection import decode
from visitapp.store.record_rows import OperationRow

_SPEAKING = (
    "select o.value from operation_head h join operation o on o.device = h.device and o.number = h.number "
    "where h.record_id = ? and h.kind = ? and h.field = ?"
)
_BEFORE = (
    "select o.value from operation_parent p join operation o on o.device = p.parent_device and "
    "o.number = p.parent_number where p.device = ? and p.number = ? "
    "order by o.clock desc, o.device desc, o.number desc limit 1"
)
_ACTS = "select id, mode, label from act where visit_id = ? and device = ? order by seq desc"
_FIRST = "select act_id from operation where record_id = ? and kind = ? order by seq limit 1"


@dataclass(frozen=True, slots=True)
class Turned:
    """What an undo or redo did: the words for the act that was turned round, and the changes it made."""

    label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    id: str
    mode: str
    label: str
    visit_id: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What can be undone and redone now: the words for each, empty when there is nothing."""

    undo: str = ""
    redo: str = ""


def steps(session: Session, visit_id: str) -> Steps:
    """Return the words for the next undo and the next redo in a visit on this device."""
    done, undone = _done(session, visit_id), _undone(session, visit_id)
    return Steps(done.label if done else "", undone.label if undone else "")


def undo(session: Session, visit_id: str, now: datetime) -> Turned | None:
    """Turn round the latest act of a visit on this device; None when there is none."""
    done = _done(session, visit_id)
    return _turn(session, done, "undo", now) if done else None


def redo(session: Session, visit_id: str, now: datetime) -> Turned | None:
    """Do again what was undone last; None when nothing was, or something new was done since."""
    undone = _undone(session, visit_id)
    return _turn(session, undone, "redo", now) if undone else None


def _done(session: Session, visit_id: str) -> _Step | None:
    return _top(session, visit_id, {"do", "redo"}, "undo")


def _undone(session: Session, visit_id: str) -> _Step | None:
    return _top(session, visit_id, {"undo"}, "redo", emptied_by="do")


def _top(session: Session, visit_id: str, adds: set[str], takes: str, emptied_by: str = "") -> _Step | None:
    """Return the latest act that adds to a stack and was not taken off it since; few acts are read, latest first."""
    taken = 0
    with closing(session.connection().exec_driver_sql(_ACTS, (visit_id, device_id(session)))) as acts:
        for act in (_Step(row[0], row[1], row[2], visit_id) for row in acts):
            if act.mode == emptied_by:
                return None
            if act.mode == takes:
                taken += 1
            elif act.mode in adds and taken:
                taken -= 1
            elif act.mode in adds:
                return act
    return None


def _turn(session: Session, act: _Step, mode: str, now: datetime) -> Turned:
    changes = _inverse(session, act.id)
    record(session, Act(act.label, changes, act.visit_id), now, Turn(mode, act.id))
    return Turned(act.label, changes)


def _inverse(session: Session, act_id: str) -> tuple[Change, ...]:
    """Return the changes that put every field of an act back, leaving out what somebody has changed since."""
    connection = session.connection()
    query = select(OperationRow).where(OperationRow.act_id == act_id).order_by("seq")
    changes: dict[tuple[str, str, str], Change] = {}
    for operation in session.exec(query):
        for change in _turned_round(connection, operation):
            changes[(change.kind, change.id, change.field)] = change
    return tuple(changes.values())


def _turned_round(connection: Connection, operation: OperationRow) -> tuple[Change, ...]:
    where = (operation.record_id, operation.kind, operation.field)
    if connection.exec_driver_sql(_SPEAKING, where).scalars().all() != [operation.value]:
        return ()
    if connection.exec_driver_sql(_FIRST, where[:2]).scalar() == operation.act_id:
        return (Change(operation.kind, operation.record_id, "deleted", True),)
    before = connection.exec_driver_sql(_BEFORE, (operation.device, operation.number)).scalar()
    value = default_of(operation.kind, operation.field) if before is None else decode(before)
    return (Change(operation.kind, operation.record_id, operation.field, value),)
