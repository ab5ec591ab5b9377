"""The step to version 3: what is weighed before a judgement, and what follows a visit."""

from sqlalchemy import Connection

from visitapp.store.step_tables import add_tables_of_visits

_TEXT, _FLAG, _NUMBER = "VARCHAR not null", "BOOLEAN not null", "FLOAT not null"

_TABLES = {
    "bearing": {"key": _TEXT, "note_id": _TEXT, "finding_id": _TEXT, "against": _FLAG},
    "member": {"name": _TEXT, "role": _TEXT, "position": _NUMBER},
    "view": {"key": _TEXT, "member_id": _TEXT, "value": _TEXT, "reason": _TEXT},
    "point": {"text": _TEXT, "outcome": _TEXT, "settled": _FLAG, "position": _NUMBER},
    "progress": {"action_id": _TEXT, "on": _TEXT, "by": _TEXT, "text": _TEXT, "seen": _FLAG},
    "support_day": {
        "on": _TEXT, "days": _NUMBER, "by": _TEXT, "purpose": _TEXT, "impact": _TEXT, "given": _FLAG,
    },
    "reading": {
        "indicator": _TEXT, "on": _TEXT, "value": _TEXT, "target": _TEXT, "rating": _TEXT, "reason": _TEXT,
    },
}  # fmt: skip
_COLUMNS = {
    "finding": {"in_improvement_plan": _TEXT, "level": _TEXT},
    "action": {
        "first_step_due": _TEXT, "first_step_done": _FLAG, "replied_on": _TEXT, "replied_by": _TEXT,
        "carried": _FLAG, "earlier_id": _TEXT, "verdict": _TEXT, "verdict_note": _TEXT,
        "because": _TEXT,
    },
}  # fmt: skip
_DEFAULTS = {_TEXT: "''", _FLAG: "'0'"}


def judging(connection: Connection) -> None:
    """Go to version 3."""
    add_tables_of_visits(connection, _TABLES)
    for table, columns in _COLUMNS.items():
        for name, kind in columns.items():
            connection.exec_driver_sql(f'alter table "{table}" add column "{name}" {kind} default {_DEFAULTS[kind]}')
