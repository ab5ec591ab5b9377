"""Published files on their way into a vault: of a known kind, or as a person explained their columns."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from visitapp.domain.published.batches import Scope
from visitapp.domain.published.mapping import KnownSchools, MappingError, TableMapping
from visitapp.errors import ImportRefusedError
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.mapped import header_key, sampled
from visitapp.imports.published.read import Explained, FileReading, read_file
from visitapp.imports.published.years import academic_year_in
from visitapp.imports.tables.progress import Wanted, Watch
from visitapp.store.published import mappings, schools

if TYPE_CHECKING:
    from visitapp.imports.published.mapped import Sampled
    from visitapp.store.published.database import PublishedDatabase


class UnexplainedError(ImportRefusedError):
    """A table of no known kind: `remembered` is how one with the same columns was read, without the year."""

    def __init__(self, refusal: ImportRefusedError, remembered: TableMapping | None) -> None:
        super().__init__(str(refusal), refusal.code, refusal.columns)
        self.remembered = remembered


def begin(
    database: "PublishedDatabase",
    path: Path,
    scope: Scope,
    mapping: TableMapping | None = None,
    watch: Watch | None = None,
    wanted: Wanted | None = None,
) -> FileReading:
    """Return the rows of a file. One of no known kind is read by `mapping`, else as one with the same columns was.

    Raises UnexplainedError when nobody said how yet, and what `read_file` raises.
    """
    lists = load_measures()
    if mapping is not None:
        explained = _explained(database, scope, mapping)
        return read_file(path, scope, watch=watch, wanted=wanted, sources=lists, explained=explained)
    try:
        return read_file(path, scope, watch=watch, wanted=wanted, sources=lists)
    except ImportRefusedError as refusal:
        if not refusal.columns:
            raise
        found = _remembered(database, refusal.columns)
        year = str(academic_year_in(path.name) or "")
        if found is None or not (found.year_column or year):
            raise UnexplainedError(refusal, found) from refusal
    found = replace(found, year="" if found.year_column else year)
    return begin(database, path, scope, found, watch, wanted)


def look_at(path: Path, wanted: Wanted | None) -> "Sampled":
    """Return the columns of a table with samples."""
    return sampled(path, wanted)


def remember(database: "PublishedDatabase", columns: tuple[str, ...], mapping: TableMapping, now: datetime) -> None:
    """Keep how a table was read for the next one with the same columns."""
    content = mapping.without_year().to_json()
    with database.writing() as connection:
        mappings.keep_mapping(
            connection, header_key(columns), mapping.title, content, now.isoformat(timespec="seconds")
        )


def _remembered(database: "PublishedDatabase", columns: tuple[str, ...]) -> TableMapping | None:
    """Return how such a table was read, or None; what no list knows any more is as if it had never been said."""
    with database.reading() as connection:
        content = mappings.mapping(connection, header_key(columns))
    try:
        found = TableMapping.from_json(content) if content is not None else None
        if found is not None:
            replace(found, year="" if found.year_column else "2000").proved(load_measures())
    except MappingError:
        return None
    return found


def _explained(database: "PublishedDatabase", scope: Scope, mapping: TableMapping) -> Explained:
    with database.reading() as connection:
        known: KnownSchools = schools.known_schools(connection, scope.authorities)
    return Explained(mapping, known)
