"""A vault database with one visit of many notes, for measuring."""

from contextlib import contextmanager
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from ui.workspace.opening import load_library
from ui.workspace.visits import NewVisit
from ui.workspace.workspace import Workspace
from visitapp.domain.change import Act, created
from visitapp.domain.evidence import Note
from visitapp.domain.ids import new_id
from visitapp.domain.visit import Reviewer, School
from visitapp.store import operations, schema
from visitapp.store.database import Database

KEY = bytes(range(48))
NOTES = 500
TEXT = "Pupils explain how the bar model shows why the whole stays the same, and use it without being told to. "


def many_notes(visit_id: str, count: int = NOTES) -> tuple[Note, ...]:
    """Return notes of one to three sentences, a minute apart."""
    markers = ("strength", "develop", "", "risk")
    return tuple(
        Note(
            new_id(), visit_id, number, f"{number}. {TEXT * (1 + number % 3)}".strip(), markers[number % 4], "lesson",
            (f"y{1 + number % 6}",), "maths", "teaching", ("send",) if number % 3 == 0 else (),
            taken_at=f"2025-11-20T{8 + number // 60:02}:{number % 60:02}:00+00:00", zone="Europe/London",
        )
        for number in range(1, count + 1)
    )  # fmt: skip


def make_visit(path: Path, count: int = NOTES) -> str:
    """Make a database with one visit of `count` notes, each an act of its own; return the id of the visit."""
    with Database.create(path, KEY) as database:
        with database.transaction() as session:
            schema.create(session)
            operations.record(session, Act("Reviewer set", created(Reviewer(new_id(), "A. Reviewer"))), _now())
        with open_workspace(database) as workspace:
            programme = workspace.library.frameworks[0]
            day = _now().astimezone().date().isoformat()
            school = School(new_id(), "Sallowfield Primary School", phase="primary")
            visit_id = workspace.visits.begin(NewVisit(programme, school, day)).visit_id
            workspace.flush()
            with database.transaction() as session:
                for note in many_notes(visit_id, count):
                    operations.record(session, Act(f"Note saved: {note.text[:40]}", created(note), visit_id), _now())
    return visit_id


@contextmanager
def open_workspace(database: Database) -> Iterator[Workspace]:
    """Lend a workspace on a database and have it write everything at the end."""
    workspace = Workspace(database, load_library())
    try:
        yield workspace
    finally:
        workspace.close()


def _now() -> datetime:
    return datetime.now(UTC)
