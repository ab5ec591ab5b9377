"""Types notes in the capture page of one visit and says on a pipe what was painted and acknowledged.

Run by test_kill_while_typing, which ends it at a moment it cannot foresee.
"""

import faulthandler
import json
import os
import sys
import time
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from ui.app.application import new_application
from ui.app.collecting import Collecting
from ui.pages.capture.page import CapturePage
from ui.parts.composer import Composer
from ui.theme.theme import dress
from ui.workspace.evidence import Evidence
from ui.workspace.opening import open_here
from ui.workspace.pictures import Pictures
from ui.workspace.reporting import Reporting
from ui.workspace.workspace import Workspace

SECONDS_A_KEY = 0.006
LONG_PAUSE = 0.3


def tell(kind: str, **facts: object) -> None:
    """Say one thing with the moment it happened; written through, so that a kill cannot hold it back."""
    os.write(1, (json.dumps({"kind": kind, "at": time.time(), **facts}) + "\n").encode())


class Watch(QObject):
    """Tells what is painted in the box, and which notes the workspace says are safe."""

    def __init__(self, workspace: Workspace, box) -> None:
        super().__init__(box)
        self._desk, self._box = workspace.desk, box
        self._moments: list[float] = []
        box.viewport().installEventFilter(self)
        workspace.saved.connect(self._acknowledge)

    def note_made(self) -> None:
        """Remember when a note was handed over."""
        self._moments.append(time.time())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            tell("painted", notes=len(self._desk.record.notes), text=self._box.toPlainText())
        return super().eventFilter(watched, event)

    def _acknowledge(self, at: datetime) -> None:
        tell("acknowledged", notes=sum(moment <= at.timestamp() for moment in self._moments))


class Activity:
    """What a person does between two notes: pins and takes it back, searches, adds a picture, exports the report."""

    def __init__(self, workspace: Workspace, kind: str, folder: Path, wait) -> None:
        self._workspace, self._desk, self._folder, self._wait = workspace, workspace.desk, folder, wait
        self._act = getattr(self, f"_{kind}")
        self._reporting = Reporting(self._desk)

    def __call__(self) -> None:
        """Do it once."""
        self._act()

    def _type(self) -> None:
        """Go on typing."""

    def _undo(self) -> None:
        Evidence(self._desk).change(self._desk.record.notes[-1], pinned=True)
        self._wait(0.02)
        self._desk.undo()

    def _search(self) -> None:
        for typed in ("ba", "bar", "bar m"):
            self._workspace.search.ask(typed, self._desk.visit_id)
            self._wait(0.02)

    def _photo(self) -> None:
        picture = self._folder / "picture.png"
        note = self._desk.record.notes[-1]
        tell("photographed", id=Pictures(self._desk).add_file(note, picture, "A page of paper notes", "paper").id)

    def _export(self) -> None:
        self._reporting.export(self._folder / "report.docx")
        self._wait(0.05)


def type_for_ever(box, watch: Watch, words: str, wait, activity: Activity) -> None:
    """Type note after note: a burst after each Enter, then steadily, now and then a pause."""
    for number in count(1):
        for place, letter in enumerate(words.format(number)):
            QTest.keyClicks(box, letter)
            if place == 3 and number % 3 == 0:
                wait(LONG_PAUSE)
            elif place > 3:
                wait(SECONDS_A_KEY)
        tell("entered", text=box.toPlainText())
        QTest.keyClick(box, Qt.Key.Key_Return)
        watch.note_made()
        activity()


def wait(app, seconds: float) -> None:
    """Let the window live for a while, as it does between two keys."""
    end = time.perf_counter() + seconds
    app.processEvents()
    while time.perf_counter() < end:
        time.sleep(0.002)
        app.processEvents()


def main() -> None:
    """Wait for a line that says what to open, open it, and type until the end comes from outside."""
    app = new_application()
    Collecting(app)
    dress(app)
    folder, words, visit_id, round_number, is_long, kind = json.loads(sys.stdin.readline())
    opened = open_here(Path(folder), words)
    workspace = Workspace(opened.database, opened.library)
    page = CapturePage(workspace.open_visit(visit_id))
    page.resize(1280, 800)
    page.show()
    box = page.findChild(Composer).box
    box.setFocus()
    QTest.qWaitForWindowExposed(page)
    watch = Watch(workspace, box)
    tell("ready", notes=len(workspace.desk.record.notes), text=box.toPlainText())
    more = " and could say why it works" * 12 if is_long else ""
    pause = partial(wait, app)
    activity = Activity(workspace, kind, Path(folder).parent, pause)
    type_for_ever(box, watch, f"Round {round_number} note {{:04}} shows the bar model used{more}", pause, activity)


if __name__ == "__main__":
    faulthandler.enable()
    main()
