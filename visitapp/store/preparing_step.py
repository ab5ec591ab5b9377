"""The step to version 5: what is gathered before a visit, and words of one's own."""

from sqlalchemy import Connection

from visitapp.store.step_tables import add_tables_of_visits

_TEXT, _FLAG = "VARCHAR not null", "BOOLEAN not null"
_NUMBER, _COUNT = "FLOAT not null", "INTEGER not null"

_TABLES = {
    "figure": {
        "measure": _TEXT, "group": _TEXT, "year": _TEXT, "about": _TEXT, "value": _TEXT, "status": _TEXT,
        "cohort": _COUNT, "predicted": _FLAG, "source": _TEXT, "typed_on": _TEXT,
    },
    "inspection": {
        "on": _TEXT, "kind": _TEXT, "framework": _TEXT, "outcome": _TEXT, "judgements": _TEXT, "points": _TEXT,
        "source": _TEXT,
    },
    "hunch": {"text": _TEXT, "source": _TEXT, "activity": _TEXT, "looked_for": _FLAG, "position": _NUMBER},
    "attachment": {
        "name": _TEXT, "sort": _TEXT, "sha256": _TEXT, "size": _COUNT, "pages": _COUNT, "item": _TEXT,
        "added_at": _TEXT,
    },
}  # fmt: skip
_COLUMNS = {
    "reviewer": {"words": "''", "authorities": "'[]'"},
    "school": {"details": "''", "details_on": "''"},
    "visit": {"commissioned": "''"},
    "slot": {"team": "'[]'"},
    "action": {"earlier_sort": "''"},
}
"""What is now known of records there were before, and what it is for those."""


def preparing(connection: Connection) -> None:
    """Go to version 5."""
    add_tables_of_visits(connection, _TABLES)
    for table, columns in _COLUMNS.items():
        for name, default in columns.items():
            connection.exec_driver_sql(f'alter table "{table}" add column "{name}" {_TEXT} default {default}')
