"""The record: every change is an operation, kept for ever and applied to the tables in the same transaction."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from sqlmodel import Session, select

from visitapp.domain.change import Act, Change
from visitapp.domain.clock import HybridClock
from visitapp.domain.ids import new_id
from visitapp.store.projection import FieldKey, encode, project
from visitapp.store.rows import MetaRow

_HEADS = "select device, number from operation_head where record_id = ? and kind = ? and field = ?"
_ADD_OPERATION = (
    "insert into operation (device, number, clock, act_id, kind, record_id, field, value) "
    "values (?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_PARENT = "insert into operation_parent (parent_device, parent_number, device, number) values (?, ?, ?, ?)"
_DROP_HEAD = "delete from operation_head where record_id = ? and kind = ? and field = ? and device = ? and number = ?"
_ADD_HEAD = "insert into operation_head (record_id, kind, field, device, number, clock) values (?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Turn:
    """What an act turns round: mode "undo" or "redo" and the id of the act."""

    mode: str
    target: str


def record(session: Session, act: Act, now: datetime, turn: Turn | None = None) -> str:
    """Keep an act with its operations and bring the tables up to date; return the id of the act.

    Each operation names as parents all that now speaks for its field, so that it replaces them.
    """
    connection = session.connection()
    device = device_id(session)
    act_id = new_id()
    mode, target = (turn.mode, turn.target) if turn else ("do", "")
    connection.exec_driver_sql(
        "insert into act (id, device, visit_id, label, mode, target, at) values (?, ?, ?, ?, ?, ?, ?)",
        (act_id, device, act.visit_id, act.label, mode, target, now.isoformat(timespec="milliseconds")),
    )
    _add_operations(connection, device, act_id, _last_of_each(act.changes), now)
    return act_id


def device_id(session: Session) -> str:
    """Return the id of this device, under which its operations are numbered."""
    return session.exec(select(MetaRow.value).where(MetaRow.id == "device")).one()


def _add_operations(
    connection: Connection, device: str, act_id: str, changes: Iterable[Change], now: datetime
) -> None:
    number, last = _latest(connection, device)
    clock = HybridClock(lambda: max(int(now.timestamp() * 1000), time.time_ns() // 1_000_000), last)
    keys: list[FieldKey] = []
    for number_of_this, change in enumerate(changes, number + 1):
        where = (change.id, change.kind, change.field)
        heads = [(row[0], row[1]) for row in connection.exec_driver_sql(_HEADS, where)]
        tick = clock.tick()
        connection.exec_driver_sql(
            _ADD_OPERATION,
            (device, number_of_this, tick, act_id, change.kind, change.id, change.field, encode(change.value)),
        )
        if heads:
            connection.exec_driver_sql(_ADD_PARENT, [(*head, device, number_of_this) for head in heads])
            connection.exec_driver_sql(_DROP_HEAD, [(*where, *head) for head in heads])
        connection.exec_driver_sql(_ADD_HEAD, (*where, device, number_of_this, tick))
        keys.append((change.kind, change.id, change.field))
    project(connection, keys)


def _latest(connection: Connection, device: str) -> tuple[int, int]:
    number = connection.exec_driver_sql("select max(number) from operation where device = ?", (device,)).scalar()
    clock = connection.exec_driver_sql(
        "select clock from operation where device = ? and number = ?", (device, number)
    ).scalar()
    return (number or 0, clock or 0)


def _last_of_each(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes with only the last one for each field: one act says one thing of one field."""
    return tuple({(change.kind, change.id, change.field): change for change in changes}.values())
