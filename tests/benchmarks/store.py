"""What the store costs: an act committed, a visit loaded, an act undone, beside plain SQLite with the same bytes."""

import sqlite3
import tempfile
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlmodel import Session

from tests.benchmarks.figures import Figure, in_turn
from tests.benchmarks.one_visit import NOTES, make_visit, many_notes
from tests.vault_desk import KEY
from visitapp.domain.change import Act, created
from visitapp.domain.evidence import Note
from visitapp.domain.ids import new_id
from visitapp.frameworks.freezing import thaw
from visitapp.store import operations, undo, visits
from visitapp.store.database import Database
from visitapp.store.writer import Writer

COMMITS, LOADS = 60, 15
SETTINGS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON")


class Silent:
    """Listens to the writer and says nothing."""

    def saved(self, at: datetime) -> None:
        """Everything is committed."""

    def save_failed(self, sentence: str) -> None:
        """A commit was refused."""
        raise AssertionError(sentence)


class Round:
    """Hands work to the writer and waits until it is committed."""

    def __init__(self, database: Database, visit_id: str) -> None:
        self.writer = Writer(database, Silent())
        self._visit_id = visit_id
        self._notes = iter(many_notes(visit_id, COMMITS))

    def note(self) -> None:
        """Commit a note, as the desk does."""
        note = next(self._notes)
        act = Act(f"Note saved: {note.text[:40]}", created(note), self._visit_id)
        self._wait(partial(self._commit, act))

    def turn_round(self) -> None:
        """Undo the latest act, as the desk does."""
        self._wait(self._undo)

    def _commit(self, act: Act, session: Session) -> undo.Steps:
        operations.record(session, act, datetime.now(UTC))
        return undo.steps(session, self._visit_id)

    def _undo(self, session: Session) -> undo.Steps:
        undo.undo(session, self._visit_id, datetime.now(UTC))
        return undo.steps(session, self._visit_id)

    def _wait(self, work: Callable[[Session], object]) -> None:
        done = threading.Event()
        self.writer.submit(work, lambda _result: done.set())
        done.wait()


class Plain:
    """A plain SQLite file, as durable, with a row a note."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        for setting in SETTINGS:
            self.connection.execute(setting).fetchall()
        self.connection.execute("create table note (seq integer primary key, id text unique, text text, rest text)")
        with self.connection:
            self.connection.executemany(
                "insert into note (id, text, rest) values (?, ?, ?)", map(_row, many_notes(""))
            )
        self._notes = iter(many_notes("", 4 * COMMITS))

    def commit(self) -> None:
        """Commit the bytes of one note."""
        self.connection.execute("insert into note (id, text, rest) values (?, ?, ?)", _row(next(self._notes)))

    def load(self) -> None:
        """Read every note."""
        self.connection.execute("select * from note order by seq").fetchall()


def figures() -> list[Figure]:
    """Measure on a database with a visit of many notes."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        visit_id = make_visit(folder)
        with Database.open(folder / "visitapp.db", KEY) as database:
            plain = Plain(folder / "plain.db")
            with closing(plain.connection):
                return _figures(database, visit_id, plain)


def _figures(database: Database, visit_id: str, plain: Plain) -> list[Figure]:
    turn = Round(database, visit_id)
    noted, undone, committed = in_turn(COMMITS, turn.note, turn.turn_round, plain.commit)
    turn.writer.stop()
    loaded, read = in_turn(LOADS, partial(_load, database, visit_id), plain.load)
    return [
        Figure(f"store: a note committed, {NOTES} notes there", noted, committed),
        Figure("store: an act undone", undone, committed),
        Figure(f"store: a visit of {NOTES} notes loaded", loaded, read),
    ]


def _load(database: Database, visit_id: str) -> None:
    with database.reading() as session:
        visits.load_visit(session, visit_id, thaw)


def _row(note: Note) -> tuple[str, str, str]:
    return new_id(), note.text, repr(note)
