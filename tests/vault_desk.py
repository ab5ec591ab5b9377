"""A workspace on a real vault database, with a clock that stands still until a test moves it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ui.workspace.opening import load_library
from ui.workspace.visits import NewVisit
from ui.workspace.workspace import Workspace
from visitapp.domain.visit import School
from visitapp.store import schema
from visitapp.store.database import Database

KEY = bytes(range(48))
TODAY = datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
PRIMARY = "llpr-primary@2024-25"
PEER = "qa-review@2026"


def new_database(folder: Path) -> Database:
    """Make an empty vault database with its tables."""
    folder.mkdir(exist_ok=True)
    database = Database.create(folder / "visitapp.db", KEY)
    with database.transaction() as session:
        schema.create(session)
    return database


@contextmanager
def open_workspace(database: Database, now=lambda: TODAY) -> Iterator[Workspace]:
    """Open a workspace and let it go again, written whole."""
    workspace = Workspace(database, load_library(), now=now)
    try:
        yield workspace
    finally:
        assert workspace.close()


def begin(workspace: Workspace, framework: str = PRIMARY, school: str = "Sallowfield Primary School"):
    """Begin a visit today and put it on the desk."""
    programme = workspace.library.find(framework)
    new = NewVisit(programme, School(f"school-{school}", school, phase="primary"), "2025-11-20")
    return workspace.begin_visit(workspace.visits.begin(new))
