"""How tables of an unknown shape were read, remembered by their header."""

from visitapp.store.connection import Connection


def mapping(connection: Connection, header: str) -> str | None:
    """Return what was kept for a table with this header, or None."""
    row = connection.execute("select content from mapping where header = ?", (header,)).fetchone()
    return row[0] if row else None


def keep_mapping(connection: Connection, header: str, title: str, content: str, now: str) -> None:
    """Remember how a table with this header is read."""
    connection.execute("insert or replace into mapping values (?, ?, ?, ?)", (header, title, content, now))
