"""The step to version 4: what was sent to whom, word for word, and what the school answered."""

from sqlalchemy import Connection

_TEXT, _FLAG, _NUMBER = "VARCHAR not null", "BOOLEAN not null", "FLOAT not null"

_TABLES = {
    "returned": {
        "export_id": _TEXT, "file_name": _TEXT, "sha256": _TEXT, "at": _TEXT, "anchored": _FLAG, "unread": _TEXT,
    },
    "remark": {
        "returned_id": _TEXT, "position": _NUMBER, "record_id": _TEXT, "near": _TEXT, "kind": _TEXT, "sent": _TEXT,
        "given": _TEXT, "said": _TEXT, "by": _TEXT, "on": _TEXT, "tracked": _FLAG, "sure": _FLAG, "verdict": _TEXT,
        "wording": _TEXT, "reason": _TEXT, "decided_at": _TEXT,
    },
}  # fmt: skip
_SENT = {"variant": "''", "recipient": "''", "texts": "'[]'", "frame": "'[]'"}
"""What is now known of each export, and what it is for those made before."""


def answering(connection: Connection) -> None:
    """Go to version 4."""
    for table, columns in _TABLES.items():
        listed = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
        connection.exec_driver_sql(
            f'create table "{table}" (seq INTEGER not null, id VARCHAR not null, deleted BOOLEAN not null, '
            f"visit_id VARCHAR not null, {listed}, primary key (seq), unique (id))"
        )
        connection.exec_driver_sql(f'create index "ix_{table}_visit_id" on "{table}" (visit_id)')
    for name, default in _SENT.items():
        connection.exec_driver_sql(f'alter table "export" add column "{name}" {_TEXT} default {default}')
