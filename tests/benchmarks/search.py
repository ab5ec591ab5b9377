"""What a letter typed in the search costs until its hits are there and painted, beside the bare index.

The vaults are filled by bulk SQL (`big_vault`): rows and index are as the program leaves them, without operations.
"""

import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.benchmarks.big_vault import LARGEST, make_vault
from tests.benchmarks.figures import Figure, timed
from ui.app.making import make_application
from ui.dialogs.search import SearchSheet
from ui.workspace.opening import load_library
from ui.workspace.workspace import Workspace
from visitapp.store.connection import Connection
from visitapp.store.database import Database
from visitapp.store.search import SHOWN

SIZES = (500, 5_000, 200_000)
WORDS = ("phonics mis", "retrieval", "the model", "pupils safeg", "conde", "bagraun", "reading unders", "mathe boo")
FILTERS = ("#y4 #send", "! vocab", "is:private re", "#gov", "is:pinned", "on:2025-11-20 re", "activity:walk mis")
MOST_MS = 50.0
BARE = "select rowid from note_search where note_search match ? order by rowid desc limit ?"


class Typist:
    """Types into the search sheet, letter by letter, and waits until what was found is painted."""

    def __init__(self, workspace: Workspace, visit_id: str) -> None:
        self.host = QWidget()
        self.host.resize(1280, 800)
        self.host.show()
        self.found: list[float] = []
        self.painted: list[float] = []
        self._pressed = self._there = 0.0
        workspace.search.answered.connect(self._note_time)
        self.sheet = SearchSheet(self.host, workspace.search, visit_id)
        self.sheet.open()
        self._field = self.sheet.findChild(QLineEdit)

    def type(self, letter: str, *, counts: bool) -> None:
        """Type one letter and wait for the first hits, whole or not, to be painted; keep the ms if it counts."""
        self._pressed = perf_counter()
        QTest.keyClick(self._field, letter)
        self._wait(lambda: self.sheet.is_answered)
        QApplication.processEvents()
        if counts:
            self.found.append((self._there - self._pressed) * 1000)
            self.painted.append((perf_counter() - self._pressed) * 1000)

    def finish(self) -> None:
        """Wait until everything is looked through, and empty the field."""
        self._wait(lambda: not self.sheet.is_waiting)
        self._field.clear()
        self._wait(lambda: not self.sheet.is_waiting)

    def close(self) -> None:
        """Put the sheet away."""
        self.sheet.close_sheet()
        self.host.deleteLater()

    def _note_time(self) -> None:
        if not self.sheet.is_answered:
            self._there = perf_counter()

    def _wait(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def figures() -> list[Figure]:
    """Measure on vaults of three sizes, in all visits and in the largest one."""
    make_application()
    found: list[Figure] = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as kept:
            database, visit_id = make_vault(Path(kept), size)
            found += _of_vault(database, visit_id, size)
    return found


def _of_vault(database: Database, visit_id: str, size: int) -> list[Figure]:
    workspace = Workspace(database, load_library())
    with closing(workspace), database.raw_reader() as bare:
        in_all, in_one = f"all visits, {size:,} notes", f"one visit of {min(size, LARGEST):,}, {size:,} notes"
        return [
            *_letters(workspace, "", WORDS, in_all, bare),
            *_letters(workspace, visit_id, WORDS, in_one, bare),
            *_letters(workspace, "", FILTERS, f"{in_all}, filters"),
        ]


def _letters(
    workspace: Workspace, visit_id: str, lines: tuple[str, ...], where: str, bare: Connection | None = None
) -> list[Figure]:
    """Return what each letter took from the second on, and the bare question with the same words."""
    floor: list[float] = []
    typist = Typist(workspace, visit_id)
    for line in lines:
        for place, letter in enumerate(line):
            counts = bool(place) and letter != " "
            typist.type(letter, counts=counts)
            if bare is not None and counts:
                floor.append(timed(partial(_ask_bare, bare, _match(line[: place + 1], visit_id))))
        typist.finish()
    typist.close()
    return [
        Figure(f"search: a letter found, {where}", typist.found, floor, most_ms=MOST_MS),
        Figure(f"search: a letter painted, {where}", typist.painted, most_ms=MOST_MS),
    ]


def _match(typed: str, visit_id: str) -> str:
    *whole, begun = typed.split()
    words = " ".join([*(f'"{word}"' for word in whole), f'"{begun}" *'])
    return f'visit_id : "{visit_id.rpartition("-")[2]}" AND text : ({words})' if visit_id else f"text : ({words})"


def _ask_bare(bare: Connection, match: str) -> None:
    bare.execute(BARE, (match, SHOWN)).fetchall()
