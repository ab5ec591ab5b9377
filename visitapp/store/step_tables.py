"""What steps to a newer version have in common; changed, it would change steps that are released."""

from collections.abc import Mapping

from sqlalchemy import Connection


def add_tables_of_visits(connection: Connection, tables: Mapping[str, Mapping[str, str]]) -> None:
    """Make tables of records that belong to a visit, their own columns by name and SQL type."""
    for table, columns in tables.items():
        listed = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
        connection.exec_driver_sql(
            f'create table "{table}" (seq INTEGER not null, id VARCHAR not null, deleted BOOLEAN not null, '
            f"visit_id VARCHAR not null, {listed}, primary key (seq), unique (id))"
        )
        connection.exec_driver_sql(f'create index "ix_{table}_visit_id" on "{table}" (visit_id)')
