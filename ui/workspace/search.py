"""Finding notes while somebody types: on a thread of its own, where only the newest question is answered."""

import threading
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from PySide6.QtCore import QObject, Signal

from visitapp.domain.found import Found, Hit
from visitapp.domain.framework import Framework
from visitapp.domain.search import Lexicon, lexicon_of, read_query
from visitapp.errors import VisitappError
from visitapp.frameworks.freezing import thaw
from visitapp.store.connection import Connection
from visitapp.store.database import Database
from visitapp.store.search import COUNTED, SHOWN, Asked, search
from visitapp.store.writer import Writer

__all__ = ["COUNTED", "SHOWN", "Answer", "Found", "Hit", "NoteSearch"]

_COMMIT_SECONDS = 0.5
_CLOCK_YEARS = range(1971, 3000)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question found. `unread` holds what looked like a filter and was not understood."""

    number: int
    found: Found
    frameworks: Mapping[str, Framework]
    """By id, those of every visit in the vault."""
    unread: tuple[str, ...] = ()
    is_blank: bool = False
    """Too little was typed to ask for anything."""


@dataclass(frozen=True, slots=True)
class _Question:
    number: int
    typed: str
    visit_id: str


class NoteSearch(QObject):
    """Finds notes of one visit or of all. `answered` brings each `Answer`; those to older questions are dropped."""

    answered = Signal(object)
    failed = Signal(str)
    ended = Signal()
    """The vault is being closed: what was found must no longer be shown."""

    def __init__(self, database: Database, writer: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database, self._writer = database, writer
        self._number = 0
        self._waiting: _Question | None = None
        self._stopping = False
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._frameworks: dict[str, Framework] = {}
        self._lexicons: dict[frozenset[str], Lexicon] = {}

    def ask(self, typed: str, visit_id: str = "") -> int:
        """Ask what is found by what is typed, in one visit or, without an id, in all; return the question's number.

        What is saved before this call is looked through too, even if it is still on its way to the disk.
        """
        with self._changed:
            self._number += 1
            self._waiting = _Question(self._number, typed, visit_id)
            self._changed.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="search", daemon=True)
            self._thread.start()
        return self._number

    def stop(self) -> None:
        """Leave what is being looked for and let the vault go."""
        with self._changed:
            self._number += 1
            self._stopping = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()
        self.ended.emit()

    def _run(self) -> None:
        with ExitStack() as held:
            connection: Connection | None = None
            while (question := self._next()) is not None:
                try:
                    connection = connection or held.enter_context(self._database.raw_reader())
                    self._answer(connection, question)
                except VisitappError as error:
                    self.failed.emit(str(error))

    def _next(self) -> _Question | None:
        with self._changed:
            self._changed.wait_for(self._has_work)
            question, self._waiting = self._waiting, None
            return None if self._stopping else question

    def _has_work(self) -> bool:
        return self._stopping or self._waiting is not None

    def _answer(self, connection: Connection, question: _Question) -> None:
        self._writer.flush(_COMMIT_SECONDS)
        frameworks = self._known(connection)
        query = read_query(question.typed, self._lexicon(_spoken_in(connection, question.visit_id, frameworks)))
        asked = Asked(query, question.visit_id, _moment(query.since), _moment(query.until))
        for found in search(connection, asked, lambda: self._number != question.number):
            if self._number == question.number:
                self.answered.emit(Answer(question.number, found, frameworks, query.unread, query.is_blank))

    def _lexicon(self, ids: frozenset[str]) -> Lexicon:
        if ids not in self._lexicons:
            self._lexicons[ids] = lexicon_of(self._frameworks[one] for one in sorted(ids))
        return self._lexicons[ids]

    def _known(self, connection: Connection) -> Mapping[str, Framework]:
        """Return the framework of every visit; one seen before is not read again."""
        ids = [one for (one,) in connection.execute("select id from framework")]
        for one in ids:
            if one not in self._frameworks:
                content = connection.execute("select content from framework where id = ?", (one,)).fetchone()[0]
                self._frameworks = {**self._frameworks, one: thaw(content)}
        return self._frameworks


def _spoken_in(connection: Connection, visit_id: str, frameworks: Mapping[str, Framework]) -> frozenset[str]:
    """Return the ids of the frameworks in whose words may be asked: the visit's own, or all."""
    row = connection.execute("select framework_id from visit where id = ?", (visit_id,)).fetchone()
    return frozenset(row) if row and row[0] in frameworks else frozenset(frameworks)


def _moment(day: str) -> str:
    """Return when a local day begins, in UTC as notes keep it; an empty text for no day."""
    if not day:
        return ""
    start = datetime.combine(date.fromisoformat(day), time.min)
    local = start.astimezone(UTC) if start.year in _CLOCK_YEARS else start.replace(tzinfo=UTC)
    return local.isoformat(timespec="seconds")
