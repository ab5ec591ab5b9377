"""Reports made elsewhere are read into the open vault: each becomes a whole visit, or nothing of it is kept."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from visitapp.domain.change import Act, Entity, created
from visitapp.domain.imported.choosing import read_report
from visitapp.domain.imported.likeness import plain
from visitapp.domain.imported.outline import Unread
from visitapp.domain.imported.reading import Reading
from visitapp.domain.imported.recording import IMPORTED_TEXT, entities_of, school_of
from visitapp.domain.text import clean
from visitapp.domain.visit import FrozenFramework, School
from visitapp.errors import UnreadableFileError
from visitapp.frameworks.freezing import digest, freeze, thaw
from visitapp.frameworks.library import Library
from visitapp.imports.reports.read import read_pieces
from visitapp.store import operations, visits
from visitapp.store.database import Database

_EVERY_SCHOOL = 100_000
_UNKNOWN = (
    "Nothing in Visitapp was changed: {name} does not have the headings of any programme installed here. "
    "Check that it is the report itself, with its headings."
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: the visit made of it, or, when `was_there`, the visit that was made of it before.

    `missing` are headings the programme requires and the report does not have; `doubts` are sentences to look at.
    """

    path: Path
    visit_id: str
    school: str
    programme: str
    starts_on: str
    sections: int
    of_sections: int
    findings: int
    actions: int
    missing: tuple[str, ...]
    unread: tuple[Unread, ...]
    doubts: tuple[str, ...]
    was_there: bool = False


def read_one(path: Path, library: Library) -> Reading:
    """Return what a report says. Raises UnreadableFileError when it cannot be read or is of no programme."""
    reading = read_report(read_pieces(path), library.frameworks)
    if reading is None:
        raise UnreadableFileError(_UNKNOWN.format(name=path.name))
    return reading


def import_report(path: Path, database: Database, library: Library, now: datetime) -> Imported:
    """Read one report into a vault, whole, in one transaction; a file that was read before makes no second visit.

    Raises UnreadableFileError, nothing changed, for a file that is not read; StorageError when the disk refuses.
    """
    reading = read_one(path, library)
    with database.transaction() as session:
        return keep_reading(session, reading, path, now)


def keep_reading(session: Session, reading: Reading, path: Path, now: datetime) -> Imported:
    """Make a visit of what was read, in the transaction of `session`."""
    known = visits.find_schools(session, "", _EVERY_SCHOOL)
    if not reading.starts_on:
        reading.starts_on = reading.ends_on = now.astimezone().date().isoformat()
        reading.doubts.append("No date of the visit was found: it stands under the day it was read in.")
    if not reading.school.get("name"):
        reading.doubts.append("No name of the school was found: it is called after the file.")
    school = school_of(reading, known, path.stem)
    before = _read_before(session, reading, school)
    if before:
        return _told(path, reading, school, before, was_there=True)
    content = freeze(reading.framework)
    kept = FrozenFramework(digest(content), reading.framework.code, reading.framework.version, content)
    entities = entities_of(reading, school, kept.id, visits.first_of(session, "reviewer"), path.name)
    new: list[Entity] = [] if visits.kept_framework(session, kept.id) else [kept]
    if school not in known:
        new.append(school)
    changes = tuple(change for one in (*new, *entities) for change in created(one))
    operations.record(session, Act("Report read in", changes), now)
    return _told(path, reading, school, entities[0].id)


def _read_before(session: Session, reading: Reading, school: School) -> str:
    """Return the id of the visit that the same text made before, or an empty text."""
    same = [
        one.id
        for one in visits.list_visits(session)
        if plain(one.school) == plain(school.name) and one.starts_on == reading.starts_on
    ]
    text = clean(reading.text)
    records = ((visit_id, visits.load_visit(session, visit_id, thaw)) for visit_id in same)
    return next((visit_id for visit_id, record in records if record.answer(IMPORTED_TEXT).value == text), "")


def _told(path: Path, reading: Reading, school: School, visit_id: str, *, was_there: bool = False) -> Imported:
    return Imported(
        path=path,
        visit_id=visit_id,
        school=school.name,
        programme=reading.framework.noun,
        starts_on=reading.starts_on,
        sections=len(reading.found),
        of_sections=len(reading.framework.outline),
        findings=len(reading.findings),
        actions=len(reading.actions),
        missing=reading.missing,
        unread=tuple(reading.unread),
        doubts=tuple(reading.doubts),
        was_there=was_there,
    )
