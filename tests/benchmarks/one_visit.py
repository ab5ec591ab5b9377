"""A vault database with one visit of many notes, for measuring."""

from datetime import timedelta
from pathlib import Path

from tests.vault_desk import TODAY, begin, new_database, open_workspace
from visitapp.domain.change import Act, created
from visitapp.domain.evidence import Note
from visitapp.domain.ids import new_id
from visitapp.store import operations

NOTES = 500
TEXT = "Pupils explain how the bar model shows why the whole stays the same, and use it without being told to. "
MARKERS = ("strength", "develop", "", "risk")


def many_notes(visit_id: str, count: int = NOTES) -> tuple[Note, ...]:
    """Return notes of one to three sentences, all taken on the day of the visit, every 25 seconds."""
    first = TODAY.replace(hour=7, minute=0)
    return tuple(
        Note(
            new_id(), visit_id, number, f"{number}. {TEXT * (1 + number % 3)}".strip(), MARKERS[number % 4], "lesson",
            (f"y{1 + number % 6}",), "maths", "teaching", ("send",) if number % 3 == 0 else (),
            taken_at=(first + number * timedelta(seconds=25)).isoformat(timespec="seconds"), zone="Europe/London",
        )
        for number in range(1, count + 1)
    )  # fmt: skip


def make_visit(folder: Path, count: int = NOTES) -> str:
    """Make a database in a folder with one visit of `count` notes, each an act of its own; return the visit's id."""
    database = new_database(folder)
    with open_workspace(database) as workspace:
        visit_id = begin(workspace).visit_id
        workspace.flush()
        with database.transaction() as session:
            for note in many_notes(visit_id, count):
                operations.record(session, Act(f"Note saved: {note.text[:40]}", created(note), visit_id), TODAY)
    return visit_id
