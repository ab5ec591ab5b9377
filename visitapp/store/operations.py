"""The record: every change is an operation, kept for ever and applied to the tables in the same transaction."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from sqlmodel import Session

from visitapp.domain.change import Act, Change
from visitapp.domain.clock import HybridClock
from visitapp.domain.ids import new_id
from visitapp.store.projection import FieldKey, encode, project

_DEVICE = "select value from meta where id = 'device'"
_HEADS = "select field, device, number from operation_head where record_id = ? and kind = ?"
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
    return str(session.connection().exec_driver_sql(_DEVICE).scalar_one())


def _add_operations(
    connection: Connection, device: str, act_id: str, changes: Sequence[Change], now: datetime
) -> None:
    number, last = _latest(connection, device)
    clock = HybridClock(lambda: max(int(now.timestamp() * 1000), time.time_ns() // 1_000_000), last)
    replaced = _heads(connection, changes)
    operations, parents, gone, heads = [], [], [], []
    for number_of_this, change in enumerate(changes, number + 1):
        where, tick = (change.id, change.kind, change.field), clock.tick()
        operations.append(
            (device, number_of_this, tick, act_id, change.kind, change.id, change.field, encode(change.value))
        )
        parents += [(*head, device, number_of_this) for head in replaced.get(where, ())]
        gone += [(*where, *head) for head in replaced.get(where, ())]
        heads.append((*where, device, number_of_this, tick))
    for statement, rows in (
        (_ADD_OPERATION, operations),
        (_ADD_PARENT, parents),
        (_DROP_HEAD, gone),
        (_ADD_HEAD, heads),
    ):
        if rows:
            connection.exec_driver_sql(statement, rows)
    project(connection, [(change.kind, change.id, change.field) for change in changes])


def _heads(connection: Connection, changes: Iterable[Change]) -> dict[FieldKey, list[tuple[str, int]]]:
    """Return what speaks for each field of the records that change, by record id, kind and field."""
    found: dict[FieldKey, list[tuple[str, int]]] = {}
    for record_id, kind in {(change.id, change.kind): None for change in changes}:
        for name, device, number in connection.exec_driver_sql(_HEADS, (record_id, kind)):
            found.setdefault((record_id, kind, name), []).append((device, number))
    return found


def _latest(connection: Connection, device: str) -> tuple[int, int]:
    number = connection.exec_driver_sql("select max(number) from operation where device = ?", (device,)).scalar()
    clock = connection.exec_driver_sql(
        "select clock from operation where device = ? and number = ?", (device, number)
    ).scalar()
    return (number or 0, clock or 0)


def _last_of_each(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes with only the last one for each field: one act says one thing of one field."""
    return tuple({(change.kind, change.id, change.field): change for change in changes}.values())
