"""The step to version 4: what was sent to whom, word for word, and what the school answered."""

from sqlalchemy import Connection

from visitapp.store.step_tables import add_tables_of_visits

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
    add_tables_of_visits(connection, _TABLES)
    for name, default in _SENT.items():
        connection.exec_driver_sql(f'alter table "export" add column "{name}" {_TEXT} default {default}')
