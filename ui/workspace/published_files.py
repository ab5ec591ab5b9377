"""Published files on their way into a vault: of a known kind, or as a person explained their columns."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from visitapp.domain.ids import new_id
from visitapp.domain.published.batches import Batch, Scope, Tally
from visitapp.domain.published.mapping import KnownSchools, MappingError, TableMapping
from visitapp.errors import ImportRefusedError
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.crosschecks import CrossChecked
from visitapp.imports.published.mapped import header_key, sampled
from visitapp.imports.published.read import Explained, FileReading, read_file
from visitapp.imports.published.years import academic_year_in
from visitapp.imports.tables.progress import Wanted, Watch
from visitapp.store.published import mappings, schools
from visitapp.store.published.batches import drop_replaced, drop_same
from visitapp.store.published.before import before
from visitapp.store.published.keeping import keep

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
    sheet: str = "",
) -> CrossChecked:
    """Return the rows of a file, held against what stands already. One of no known kind is read by `mapping`, else as
    one with the same columns was.

    Raises UnexplainedError when nobody said how yet, and what `read_file` raises.
    """
    reading = _begun(database, path, scope, mapping, watch, wanted, sheet)
    profile = reading.profile
    with database.reading() as connection:
        return CrossChecked(reading, before(connection, profile.kind, profile.title), scope, load_measures())


def _begun(
    database: "PublishedDatabase",
    path: Path,
    scope: Scope,
    mapping: TableMapping | None,
    watch: Watch | None,
    wanted: Wanted | None,
    sheet: str,
) -> FileReading:
    lists = load_measures()
    if mapping is not None:
        explained = _explained(database, scope, mapping)
        return read_file(path, scope, watch=watch, wanted=wanted, sources=lists, explained=explained, sheet=sheet)
    try:
        return read_file(path, scope, watch=watch, wanted=wanted, sources=lists, sheet=sheet)
    except ImportRefusedError as refusal:
        if not refusal.columns:
            raise
        found = _remembered(database, refusal.columns)
        year = str(academic_year_in(path.name) or academic_year_in(sheet) or "")
        if found is None or not (found.year_column or year):
            raise UnexplainedError(refusal, found) from refusal
    found = replace(found, year="" if found.year_column else year)
    return _begun(database, path, scope, found, watch, wanted, sheet)


def look_at(path: Path, wanted: Wanted | None, sheet: str = "") -> "Sampled":
    """Return the columns of a table with samples."""
    return sampled(path, wanted, sheet)


def keep_whole(
    database: "PublishedDatabase", reading: CrossChecked, mapping: TableMapping | None, wanted: Wanted, now: str
) -> tuple[Batch, Tally]:
    """Keep a file, and how it was read for the next one with the same columns: all of it, or nothing.

    The same file read in before makes room, and so do the oldest of many whole lists. Raises as rows and database do.
    """
    with database.writing(wanted) as connection:
        batch, tally = keep(connection, reading, batch_id=new_id(), now=now)
        drop_same(connection, batch.id)
        drop_replaced(connection, batch.id)
        if mapping is not None:
            key, content = header_key(reading.profile.columns), mapping.without_year().to_json()
            mappings.keep_mapping(connection, key, mapping.title, content, now)
    return batch, tally


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
