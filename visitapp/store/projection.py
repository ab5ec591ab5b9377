"""Tables from operations: which operation speaks for a field, and how its value stands in a row."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlmodel import Session

from visitapp.domain.change import KINDS, Entity, default_of
from visitapp.domain.visit import Value
from visitapp.store.projected import Projected
from visitapp.store.rows import Rows

_JSON_FIELDS = frozenset(
    {("answer", "value")}
    | {(kind, one.name) for kind, entity in KINDS.items() for one in fields(entity) if isinstance(one.default, tuple)}
)
_SPEAKING = (
    "select h.field, o.value from operation_head h join operation o on o.device = h.device and o.number = h.number "
    "where h.record_id = ? and h.kind = ? order by h.clock, h.device, h.number"
)
"""Where several speak for a field, the last row is the one that is shown."""

_NAMES = {kind: tuple(one.name for one in fields(entity)) for kind, entity in KINDS.items()}
_YES_OR_NO = frozenset(
    (kind, name)
    for kind, row in Rows.OF_KIND.items()
    for name, column in row.model_fields.items()
    if column.annotation is bool
)

FieldKey = tuple[str, str, str]
"""Kind, record id, field."""


def encode(value: Value) -> str:
    """Return a value as the JSON an operation keeps."""
    return json.dumps(value, ensure_ascii=False)


def decode(text: str) -> Value:
    """Return the value an operation keeps; lists come back as tuples."""
    value = json.loads(text)
    return tuple(value) if isinstance(value, list) else value


def project(connection: Connection, keys: Iterable[FieldKey]) -> None:
    """Bring the rows behind these fields up to date with the operations that now speak for them."""
    names: dict[tuple[str, str], list[str]] = {}
    for kind, record_id, name in keys:
        names.setdefault((kind, record_id), []).append(name)
    for (kind, record_id), wanted in names.items():
        said = {row[0]: row[1] for row in connection.exec_driver_sql(_SPEAKING, (record_id, kind))}
        _write_row(connection, kind, record_id, {name: _projected(kind, name, said.get(name)) for name in wanted})


def value_of(kind: str, row: Projected) -> Entity:
    """Return a row as the frozen value the rest of the program knows."""
    columns = row.model_dump(exclude={"seq"})
    for name in columns:
        if (kind, name) in _JSON_FIELDS:
            columns[name] = decode(columns[name])
    found: Entity = KINDS[kind](**columns)
    return found


def values_of(session: Session, kind: str, column: str, wanted: str) -> dict[str, Any]:
    """Return the frozen values of a kind whose column holds `wanted`, by id and in the order they came.

    They are read past the mapper: a visit of thousands of notes is opened while somebody waits.
    """
    names = ", ".join(f'"{name}"' for name in _NAMES[kind])
    rows = session.connection().exec_driver_sql(
        f'select {names} from "{kind}" where "{column}" = ? order by seq',  # noqa: S608
        (wanted,),
    )
    entity, turned = KINDS[kind], tuple(_turned(kind).items())
    found: dict[str, Any] = {}
    for row in rows:
        values = list(row)
        for place, turn in turned:
            values[place] = turn(values[place])
        found[values[0]] = entity(*values)
    return found


def _turned(kind: str) -> Mapping[int, Callable[[Any], Value]]:
    """Return what makes the value of a column that the driver gives otherwise, by the place of the column."""
    once: Callable[[str], Value] = cache(decode)
    return {
        place: once if (kind, name) in _JSON_FIELDS else bool
        for place, name in enumerate(_NAMES[kind])
        if (kind, name) in _JSON_FIELDS or (kind, name) in _YES_OR_NO
    }


def rebuild(session: Session) -> None:
    """Empty every projected table and make it again from the operations alone."""
    connection = session.connection()
    for kind in Rows.OF_KIND:
        connection.exec_driver_sql(f'delete from "{kind}"')  # noqa: S608
    connection.exec_driver_sql("delete from operation_head")
    connection.exec_driver_sql(
        "insert into operation_head (record_id, kind, field, device, number, clock) "
        "select record_id, kind, field, device, number, clock from operation o where not exists "
        "(select 1 from operation_parent p where p.parent_device = o.device and p.parent_number = o.number)"
    )
    keys = connection.exec_driver_sql(
        "select kind, record_id, field from operation group by kind, record_id, field order by min(seq)"
    ).fetchall()
    project(connection, [(kind, record_id, name) for kind, record_id, name in keys])


def _projected(kind: str, name: str, said: str | None) -> str | int | float | bool | None:
    return _column(kind, name, default_of(kind, name) if said is None else decode(said))


def _column(kind: str, name: str, value: Value) -> str | int | float | bool | None:
    return encode(value) if (kind, name) in _JSON_FIELDS else value  # type: ignore[return-value]


def _write_row(connection: Connection, kind: str, record_id: str, columns: dict[str, Any]) -> None:
    connection.exec_driver_sql(_INSERTS[kind], (record_id, record_id))
    assignments = ", ".join(f'"{name}" = ?' for name in columns)
    connection.exec_driver_sql(
        f'update "{kind}" set {assignments} where id = ?',  # noqa: S608
        (*columns.values(), record_id),
    )


def _insert_statement(kind: str) -> str:
    names = [name for name in Rows.OF_KIND[kind].model_fields if name not in ("seq", "id")]
    values = [_literal(_column(kind, name, default_of(kind, name))) for name in names]
    columns = ", ".join(f'"{name}"' for name in ("id", *names))
    return (
        f'insert into "{kind}" ({columns}) select ?, {", ".join(values)} '  # noqa: S608
        f'where not exists (select 1 from "{kind}" where id = ?)'
    )


def _literal(value: str | float | bool | None) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


_INSERTS = {kind: _insert_statement(kind) for kind in Rows.OF_KIND}
